"""The command line from its first to its last word."""

import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import NoReturn

import typer

from innobudget.cli.ending import FAULT_OF_INPUT, INTERRUPTED, end_as_by_ctrl_c, work_is_done
from innobudget.errors import InnobudgetError
from innobudget.workflow.dating import moment


def main() -> NoReturn:
    """Run the command line and exit with its status: 0, 1 our fault, 2 input, 130 interrupted."""
    from innobudget.cli.commands import app

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    try:
        moment()
        end_as_by_ctrl_c()
        app()
    except InnobudgetError as error:
        work_is_done()
        with suppress(BrokenPipeError):
            typer.echo(str(error), err=True)
        sys.exit(FAULT_OF_INPUT)
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):
            sys.exit(0)  # whoever reads, such as `head`, has seen enough
        if ended.code == INTERRUPTED:
            _say_interrupted()
        raise
    except KeyboardInterrupt:  # before typer watches for it, or after
        _say_interrupted()
        sys.exit(INTERRUPTED)
    sys.exit(0)


def _say_interrupted() -> None:
    work_is_done()
    typer.echo("interrupted; nothing was written", err=True)
