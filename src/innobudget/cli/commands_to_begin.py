"""The commands to begin with: the example, a folder of one's own, a scenario in the other form."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from innobudget.cli import options
from innobudget.cli.commands_of_choice import tell
from innobudget.cli.ending import work_is_done
from innobudget.cli.progress_bar import ShownProgress
from innobudget.errors import shown


def convert(
    source: Annotated[Path, typer.Argument(metavar="IN", help="Scenario, .toml or .xlsx.")],
    target: Annotated[Path, typer.Argument(metavar="OUT", help="The same in the other form.")],
    *,
    language: options.LanguageOption = None,
) -> None:
    """Turn a scenario file into a scenario workbook, or back."""
    from innobudget.workflow.convert import convert_file

    done = convert_file(source, target, language)
    work_is_done()
    typer.echo(shown(done))


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=options.NEW_HELP)],
    *,
    followup: options.FollowupOption = None,
    language: options.LanguageOption = None,
) -> None:
    """Make a folder to start from: a commented scenario, its workbook form and a budget."""
    from innobudget.workflow.new import new_folder, new_followup

    done = new_followup(followup, folder, language) if followup else new_folder(folder, language)
    work_is_done()
    typer.echo(shown(done))


def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=options.DEMO_HELP)] = options.DEMO,
    *,
    trials: options.TrialsOption = None,
    threads: options.ThreadsOption = None,
    language: options.LanguageOption = None,
    quiet: options.QuietOption = False,
) -> None:
    """Write the example with its budget into a new folder, and simulate it there."""
    from innobudget.workflow.demo import demo_folder
    from innobudget.workflow.options import RunOptions

    chosen = RunOptions(trials=trials, threads=threads, language=language, command=sys.argv[1:])
    with ShownProgress(quiet=quiet, language=language) as progress:
        done = demo_folder(folder, chosen, progress)
    tell(done, json=False, quiet=quiet)
