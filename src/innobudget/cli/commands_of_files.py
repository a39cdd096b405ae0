"""The commands that leave files to begin or to go on with: an example, a form, the next budget."""

from pathlib import Path
from typing import Annotated

import typer

from innobudget.cli import options
from innobudget.cli.ending import work_is_done
from innobudget.errors import shown

NEW_HELP = "A new folder, or an empty one; with --followup a new file .xlsx."
DEMO = Path("innobudget-demo")
DEMO_HELP = "A new folder, or an empty one."
FollowupOption = Annotated[
    Path | None,
    typer.Option(
        "--followup",
        help="The adopted scenario: write a workbook that asks what has happened instead.",
        metavar="SCENARIO",
    ),
]


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=NEW_HELP)],
    *,
    followup: FollowupOption = None,
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


@options.takes("trials", "threads", "language", "quiet")
def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=DEMO_HELP)] = DEMO,
    *,
    given: options.Given,
) -> None:
    """Write the example with its budget into a new folder, and simulate it there."""
    from innobudget.workflow.demo import demo_folder

    with given.progress() as progress:
        done = demo_folder(folder, given.options(), progress)
    given.tell(done)
