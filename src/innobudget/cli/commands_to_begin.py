"""The commands to begin with: the example, a folder of one's own, a scenario in the other form."""

from pathlib import Path
from typing import Annotated

import typer

from innobudget.cli import options
from innobudget.cli.ending import work_is_done
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


@options.takes("trials", "threads", "language", "quiet")
def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=options.DEMO_HELP)] = options.DEMO,
    *,
    given: options.Given,
) -> None:
    """Write the example with its budget into a new folder, and simulate it there."""
    from innobudget.workflow.demo import demo_folder

    with given.progress() as progress:
        done = demo_folder(folder, given.options(), progress)
    given.tell(done)
