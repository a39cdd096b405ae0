"""The command line from its first to its last word."""

import gc
import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from typing import NoReturn, cast

import typer
from typer.main import get_command

from innobudget.cli.ending import FAULT_OF_INPUT, INTERRUPTED, end_as_by_ctrl_c, work_is_done
from innobudget.cli.spoken import Commands, chosen_language, speak
from innobudget.errors import InnobudgetError, describe
from innobudget.messages import language_for, say
from innobudget.workflow.dating import moment

USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]
"""Of which typer shows the first ones only."""
PLUGINS = "PYDANTIC_DISABLE_PLUGINS"
"""Unless it says so, pydantic searches every package of the system for plugins, at each start."""
FEW_CYCLES = 100_000
"""So many new objects may be there before cycles are looked for: modules and cells make few."""
BROKEN_OFF = say("interrupted; nothing was written")


def main() -> NoReturn:
    """Run the command line and exit with its status: 0, 1 our fault, 2 input, 130 interrupted."""
    gc.set_threshold(FEW_CYCLES)
    from innobudget.cli.commands import app

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
    os.environ.setdefault(PLUGINS, "__all__")
    chosen = chosen_language(sys.argv[1:])
    language = language_for(chosen)
    status = 0
    try:
        moment()
        end_as_by_ctrl_c()
        command = cast("Commands", get_command(app))
        speak(command, language)
        status = command.main(standalone_mode=False) or 0
    except USAGE_ERROR as error:
        from innobudget.cli.usage import usage_problem

        _say(describe([usage_problem(error)], language))
        status = FAULT_OF_INPUT
    except InnobudgetError as error:
        _say(error.told(language_for(chosen, error.language)))
        status = FAULT_OF_INPUT
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):
            sys.exit(0)  # whoever reads, such as `head`, has seen enough
        raise
    except KeyboardInterrupt:  # before typer watches for it, or after
        status = INTERRUPTED
    if status == INTERRUPTED:
        _say(BROKEN_OFF(language))
    sys.exit(status)


def _say(text: str) -> None:
    work_is_done()
    with suppress(BrokenPipeError):
        typer.echo(text, err=True)
