"""The commands of a budget that is followed up: ask what has happened, go on to the next one."""

from pathlib import Path
from typing import Annotated

import typer

from innobudget.cli import options
from innobudget.cli.ending import work_is_done
from innobudget.errors import shown


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


def roll(
    scenario: options.ScenarioFile,
    *,
    base_year: Annotated[int, typer.Option(help="Year of the next budget.")],
    budget: Annotated[Path, typer.Option(help="Spreadsheet of the next budget.")],
    out: Annotated[Path, typer.Option(help="The next budget's scenario, a new file .toml.")],
    language: options.LanguageOption = None,
) -> None:
    """Write the next budget's scenario from this one and what has happened since."""
    from innobudget.workflow.roll import roll_scenario

    done = roll_scenario(scenario, out, base_year=base_year, budget=budget, language=language)
    work_is_done()
    typer.echo(shown(done))
