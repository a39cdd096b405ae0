"""Options in, one call of the workflow, an exit status out."""

from pathlib import Path
from typing import Annotated, cast

import typer

from innobudget.cli import options
from innobudget.cli.command_line import main
from innobudget.cli.commands_of_files import convert, demo, new, roll
from innobudget.cli.ending import FAULT_OF_INPUT, work_is_done
from innobudget.cli.spoken import Command, Commands
from innobudget.errors import InputError, shown

__all__ = ["app", "main"]
"""`main` stands here too, where whoever calls the command line from code looks for it."""

app = typer.Typer(
    name="innobudget",
    cls=Commands,
    help="How likely are the savings that a budget has booked, and how big is the hole if not?",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def innobudget(
    context: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
    language: options.LanguageOption = None,
) -> None:
    """Say what the program is; a language before the command is the command's."""
    commands = cast("Commands", context.command).commands
    context.default_map = {name: {"language": language} for name in commands if language}
    if version:
        from innobudget import __version__

        typer.echo(f"innobudget {__version__}")
        raise typer.Exit


@app.command(cls=Command)
@options.takes(
    *(*options.FUTURES, *options.REPORT, "precision", "stress", "cluster"),
    *("workbook_trials", "memo"),
)
def run(scenario: options.ScenarioFile, *, given: options.Given) -> None:
    """Simulate a scenario; write workbook, charts, results.json and manifest.json."""
    from innobudget.workflow.run import run_scenario

    with given.progress() as progress:
        done = run_scenario(scenario, given.options(), progress)
    given.tell(done)


@app.command(cls=Command)
@options.takes("trials", "threads", "cluster", "language", "strict", "keep", "quiet")
def sweep(  # noqa: PLR0913 - one parameter per option
    scenarios: Annotated[
        list[Path] | None,
        typer.Argument(metavar="SCENARIO...", help="Scenario files.", show_default=False),
    ] = None,
    *,
    out: Annotated[Path, typer.Option(help="The table, .csv or .xlsx.")],
    seeds: Annotated[
        str | None, typer.Option(help="As in 1-20,42; default: each scenario's own.")
    ] = None,
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="KEY=V,V...", help="Values of a key, as in booking.share=0.5,0.75,1."
        ),
    ] = None,
    grid: Annotated[
        Path | None, typer.Option(help="TOML file with scenarios, seeds and [set].")
    ] = None,
    given: options.Given,
) -> None:
    """Simulate scenarios x values x seeds; write one table with a row per run."""
    from innobudget.io.grids import read_grid
    from innobudget.workflow.sweep import sweep as sweep_grid

    varied = read_grid(scenarios or [], seeds=seeds, settings=settings or [], file=grid)
    with given.progress() as progress:
        done = sweep_grid(varied, given.options(out=out), progress)
    given.say(done, beside=True)


@app.command(cls=Command)
@options.takes(*options.FUTURES, *options.REPORT)
def compare(
    scenarios: Annotated[
        list[Path],
        typer.Argument(
            metavar="SCENARIO SCENARIO…",
            help="Two to six; the first one's seed, trials and sampling hold for all.",
            show_default=False,
        ),
    ],
    *,
    given: options.Given,
) -> None:
    """Simulate scenarios in the same futures; write workbook, charts and comparison.json."""
    from innobudget.workflow.compare import compare_scenarios

    with given.progress() as progress:
        done = compare_scenarios(scenarios, given.options(), progress)
    given.tell(done)


@app.command(cls=Command)
@options.takes(*options.FUTURES, *options.REPORT, "workbook_trials")
def choose(
    scenario: options.ScenarioFile,
    *,
    against: Annotated[
        Path | None,
        typer.Option(
            metavar="SCENARIO", help="Hold another scenario's enabled cases against the choice."
        ),
    ] = None,
    choosing_trials: Annotated[
        int, typer.Option(min=1, max=131_072, help="Futures that the choice is made on.")
    ] = 4_096,
    given: options.Given,
) -> None:
    """Choose cases within pools and limits; write choose.json and the chosen scenario."""
    from innobudget.workflow.choose import Asked, choose_cases

    asked = Asked(choosing_trials=choosing_trials, against=against)
    with given.progress() as progress:
        done = choose_cases(scenario, given.options(), asked, progress)
    given.tell(done)


@app.command("break-even", cls=Command)
@options.takes(*options.FUTURES, "language", "strict", "quiet")
def break_even(
    scenario: options.ScenarioFile,
    key: Annotated[
        str,
        typer.Argument(
            metavar="KEY",
            help="booking.share, stress.benefit, stress.outlay, stress.delay, ID.benefit or "
            "ID.success.",
            show_default=False,
        ),
    ],
    *,
    between: Annotated[
        tuple[float, float] | None,
        typer.Option(metavar="A B", help="The range to look in; default: the number's own."),
    ] = None,
    target: Annotated[
        str,
        typer.Option(metavar="'budget holds'|'booked met'|npv", help="What is just to be met."),
    ] = "budget holds",
    given: options.Given,
) -> None:
    """Find the value of one number at which a target is just met; write nothing."""
    from innobudget.workflow.break_even import Sought, break_even_of

    sought = Sought(key=key, between=between, target=target)
    with given.progress() as progress:
        found = break_even_of(scenario, sought, given.options(), progress)
    typer.echo(shown(found))


@app.command(cls=Command)
@options.takes("threads", "language", "quiet")
def verify(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A report.", show_default=False)],
    *,
    given: options.Given,
) -> None:
    """Say whether a report's files are as written, and whether its inputs give its figures."""
    from innobudget.workflow.verify import verify_folder

    said = given.options()
    with given.progress() as progress:
        found = verify_folder(
            folder, threads=said.threads, language=said.language, progress=progress
        )
    given.say(found.text, beside=False)
    if not found.holds:
        raise typer.Exit(FAULT_OF_INPUT)


@app.command(cls=Command)
@options.takes("language", "strict")
def check(scenario: options.ScenarioFile, *, given: options.Given) -> None:
    """Read budget and scenario, compare plan and booking, calculate by hand; write nothing."""
    from innobudget.workflow.check import check_file

    typer.echo(shown(check_file(scenario, given.options())))


@app.command(cls=Command)
def budget(  # noqa: PLR0913 - one parameter per option
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Budget spreadsheet.", show_default=False)
    ],
    *,
    csv: Annotated[
        Path | None, typer.Option("--csv", help="Write the budget in canonical form.")
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option(help="How to read the file, where its own reading is wrong.")
    ] = None,
    write_mapping: Annotated[
        Path | None,
        typer.Option(help="Write what was understood as a mapping, to correct and to keep."),
    ] = None,
    language: options.LanguageOption = None,
    json: Annotated[
        bool, typer.Option("--json", help="The reading on standard output, nothing else there.")
    ] = False,
) -> None:
    """Show how a budget spreadsheet is read."""
    from innobudget.workflow.budget import read_budget_file, refused_json
    from innobudget.workflow.options import language_of

    try:
        read = read_budget_file(
            file,
            mapping=mapping,
            csv=csv,
            write_mapping=write_mapping,
            language=language_of(language),
        )
    except InputError as error:
        if json:
            typer.echo(refused_json(file, error))
        raise
    work_is_done()
    typer.echo(read.json if json else shown(read.text))
    if not read.is_budget:
        raise typer.Exit(FAULT_OF_INPUT)


for listed in (convert, new, roll, demo):
    app.command(cls=Command)(listed)
