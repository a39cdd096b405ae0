"""Options in, one call of the workflow, an exit status out."""

import sys
from pathlib import Path
from typing import Annotated, cast

import typer

from innobudget.cli import options
from innobudget.cli.command_line import main
from innobudget.cli.commands_of_choice import break_even, choose, tell
from innobudget.cli.commands_to_begin import convert, demo, new
from innobudget.cli.ending import FAULT_OF_INPUT, work_is_done
from innobudget.cli.progress_bar import ShownProgress
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
def run(  # noqa: PLR0913 - one parameter per option
    scenario: options.ScenarioFile,
    *,
    trials: options.TrialsOption = None,
    seed: options.SeedOption = None,
    sampling: options.SamplingOption = None,
    precision: options.PrecisionOption = None,
    stress: options.StressOption = None,
    threads: options.ThreadsOption = None,
    cluster: options.ClusterOption = None,
    out: options.FolderOption = None,
    language: options.LanguageOption = None,
    json: options.JsonOption = False,
    charts: options.ChartsOption = True,
    svg: options.SvgOption = False,
    workbook: options.WorkbookOption = True,
    workbook_trials: options.WorkbookTrialsOption = 1_000,
    memo: options.MemoOption = False,
    strict: options.StrictOption = False,
    keep: options.KeepOption = False,
    inputs: options.InputsOption = True,
    quiet: options.QuietOption = False,
) -> None:
    """Simulate a scenario; write workbook, charts, results.json and manifest.json."""
    from innobudget.workflow.options import RunOptions
    from innobudget.workflow.run import run_scenario

    with ShownProgress(quiet=quiet, language=language) as progress:
        done = run_scenario(
            scenario,
            RunOptions(
                trials=trials,
                seed=seed,
                sampling=sampling,
                precision=precision,
                stress=tuple(stress or ()),
                threads=threads,
                cluster=cluster,
                out=out,
                language=language,
                charts=charts,
                svg=svg,
                workbook=workbook,
                workbook_trials=workbook_trials,
                memo=memo,
                strict=strict,
                keep=keep,
                inputs=inputs,
                command=sys.argv[1:],
            ),
            progress,
        )
    tell(done, json=json, quiet=quiet)


@app.command(cls=Command)
def sweep(  # noqa: PLR0913 - one parameter per option
    scenarios: Annotated[
        list[Path] | None,
        typer.Argument(metavar="SCENARIO...", help="Scenario files.", show_default=False),
    ] = None,
    *,
    out: Annotated[Path, typer.Option(help="The table, .csv or .xlsx.")],
    seeds: options.SeedsOption = None,
    settings: options.SettingsOption = None,
    grid: options.GridOption = None,
    trials: Annotated[
        int | None, typer.Option(help="Possible futures, instead of the scenarios'.")
    ] = None,
    threads: options.ThreadsOption = None,
    cluster: options.ClusterOption = None,
    language: options.LanguageOption = None,
    strict: options.StrictOption = False,
    keep: options.KeepOption = False,
    quiet: options.QuietOption = False,
) -> None:
    """Simulate scenarios x values x seeds; write one table with a row per run."""
    from innobudget.io.grids import read_grid
    from innobudget.workflow.options import RunOptions
    from innobudget.workflow.sweep import sweep as sweep_grid

    varied = read_grid(scenarios or [], seeds=seeds, settings=settings or [], file=grid)
    chosen = RunOptions(
        trials=trials,
        threads=threads,
        cluster=cluster,
        out=out,
        language=language,
        keep=keep,
        strict=strict,
        command=sys.argv[1:],
    )
    with ShownProgress(quiet=quiet, language=language) as progress:
        done = sweep_grid(varied, chosen, progress)
    work_is_done()
    if not quiet:
        typer.echo(shown(done), err=True)


@app.command(cls=Command)
def compare(  # noqa: PLR0913 - one parameter per option
    scenarios: Annotated[
        list[Path],
        typer.Argument(
            metavar="SCENARIO SCENARIO…",
            help="Two to six; the first one's seed, trials and sampling hold for all.",
            show_default=False,
        ),
    ],
    *,
    trials: options.TrialsOption = None,
    seed: options.SeedOption = None,
    sampling: options.SamplingOption = None,
    threads: options.ThreadsOption = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder; default: reports/compare-<files' stems>.")
    ] = None,
    language: options.LanguageOption = None,
    json: options.JsonOption = False,
    charts: options.ChartsOption = True,
    svg: options.SvgOption = False,
    workbook: options.WorkbookOption = True,
    strict: options.StrictOption = False,
    keep: options.KeepOption = False,
    inputs: options.InputsOption = True,
    quiet: options.QuietOption = False,
) -> None:
    """Simulate scenarios in the same futures; write workbook, charts and comparison.json."""
    from innobudget.workflow.compare import compare_scenarios
    from innobudget.workflow.options import RunOptions

    chosen = RunOptions(
        trials=trials,
        seed=seed,
        sampling=sampling,
        threads=threads,
        out=out,
        language=language,
        charts=charts,
        svg=svg,
        workbook=workbook,
        strict=strict,
        keep=keep,
        inputs=inputs,
        command=sys.argv[1:],
    )
    with ShownProgress(quiet=quiet, language=language) as progress:
        done = compare_scenarios(scenarios, chosen, progress)
    tell(done, json=json, quiet=quiet)


app.command(cls=Command)(choose)
app.command("break-even", cls=Command)(break_even)


@app.command(cls=Command)
def verify(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A report.", show_default=False)],
    *,
    threads: options.ThreadsOption = None,
    language: options.LanguageOption = None,
    quiet: options.QuietOption = False,
) -> None:
    """Say whether a report's files are as written, and whether its inputs give its figures."""
    from innobudget.workflow.verify import verify_folder

    with ShownProgress(quiet=quiet, language=language) as progress:
        found = verify_folder(folder, threads=threads, language=language, progress=progress)
    if not quiet:
        typer.echo(shown(found.text))
    if not found.holds:
        raise typer.Exit(FAULT_OF_INPUT)


@app.command(cls=Command)
def check(
    scenario: options.ScenarioFile,
    *,
    language: options.LanguageOption = None,
    strict: options.StrictOption = False,
) -> None:
    """Read budget and scenario, compare plan and booking, calculate by hand; write nothing."""
    from innobudget.workflow.check import check_file
    from innobudget.workflow.options import RunOptions

    typer.echo(shown(check_file(scenario, RunOptions(language=language, strict=strict))))


@app.command(cls=Command)
def budget(  # noqa: PLR0913 - one parameter per option
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="Budget spreadsheet.", show_default=False)
    ],
    *,
    csv: options.CsvOption = None,
    mapping: options.MappingOption = None,
    write_mapping: options.WriteMappingOption = None,
    language: options.LanguageOption = None,
    json: options.ReadingJsonOption = False,
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


for beginning in (convert, new, demo):
    app.command(cls=Command)(beginning)
