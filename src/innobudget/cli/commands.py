"""Options in, one call of the workflow, an exit status out."""

import sys
from pathlib import Path
from typing import Annotated, cast

import typer

from innobudget.cli.ending import FAULT_OF_INPUT, work_is_done
from innobudget.cli.options import (
    ChartsOption,
    ClusterOption,
    InputsOption,
    JsonOption,
    KeepOption,
    LanguageOption,
    PrecisionOption,
    QuietOption,
    SamplingOption,
    ScenarioFile,
    SeedOption,
    StrictOption,
    SvgOption,
    ThreadsOption,
    TrialsOption,
    WorkbookOption,
)
from innobudget.cli.progress_bar import ShownProgress
from innobudget.cli.spoken import Command, Commands
from innobudget.errors import InputError, shown

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
    language: LanguageOption = None,
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
    scenario: ScenarioFile,
    *,
    trials: TrialsOption = None,
    seed: SeedOption = None,
    sampling: SamplingOption = None,
    precision: PrecisionOption = None,
    threads: ThreadsOption = None,
    cluster: ClusterOption = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder; default: reports/<scenario file's stem>.")
    ] = None,
    language: LanguageOption = None,
    json: JsonOption = False,
    charts: ChartsOption = True,
    svg: SvgOption = False,
    workbook: WorkbookOption = True,
    workbook_trials: Annotated[
        int, typer.Option(min=1, max=100_000, help="Trials that the workbook computes from.")
    ] = 1_000,
    strict: StrictOption = False,
    keep: KeepOption = False,
    inputs: InputsOption = True,
    quiet: QuietOption = False,
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
                threads=threads,
                cluster=cluster,
                out=out,
                language=language,
                charts=charts,
                svg=svg,
                workbook=workbook,
                workbook_trials=workbook_trials,
                strict=strict,
                keep=keep,
                inputs=inputs,
                command=sys.argv[1:],
            ),
            progress,
        )
    work_is_done()
    if json:
        typer.echo(done.json, nl=False)
    if not quiet:
        typer.echo(shown(done.summary), err=True)


@app.command(cls=Command)
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
    trials: Annotated[
        int | None, typer.Option(help="Possible futures, instead of the scenarios'.")
    ] = None,
    threads: ThreadsOption = None,
    cluster: ClusterOption = None,
    language: LanguageOption = None,
    strict: StrictOption = False,
    keep: KeepOption = False,
    quiet: QuietOption = False,
) -> None:
    """Simulate scenarios x values x seeds; write one table with a row per run."""
    from innobudget.io.grids import read_grid
    from innobudget.workflow.options import RunOptions
    from innobudget.workflow.sweep import sweep as sweep_grid

    varied = read_grid(scenarios or [], seeds=seeds, settings=settings or [], file=grid)
    options = RunOptions(
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
        done = sweep_grid(varied, options, progress)
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
    trials: TrialsOption = None,
    seed: SeedOption = None,
    sampling: SamplingOption = None,
    threads: ThreadsOption = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder; default: reports/compare-<files' stems>.")
    ] = None,
    language: LanguageOption = None,
    json: JsonOption = False,
    charts: ChartsOption = True,
    svg: SvgOption = False,
    workbook: WorkbookOption = True,
    strict: StrictOption = False,
    keep: KeepOption = False,
    inputs: InputsOption = True,
    quiet: QuietOption = False,
) -> None:
    """Simulate scenarios in the same futures; write workbook, charts and comparison.json."""
    from innobudget.workflow.compare import compare_scenarios
    from innobudget.workflow.options import RunOptions

    options = RunOptions(
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
        done = compare_scenarios(scenarios, options, progress)
    work_is_done()
    if json:
        typer.echo(done.json, nl=False)
    if not quiet:
        typer.echo(shown(done.summary), err=True)


@app.command(cls=Command)
def verify(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A report.", show_default=False)],
    *,
    threads: ThreadsOption = None,
    language: LanguageOption = None,
    quiet: QuietOption = False,
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
    scenario: ScenarioFile, *, language: LanguageOption = None, strict: StrictOption = False
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
    language: LanguageOption = None,
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
    typer.echo(read.json if json else shown(read.text))
    if not read.is_budget:
        raise typer.Exit(FAULT_OF_INPUT)


@app.command(cls=Command)
def convert(
    source: Annotated[Path, typer.Argument(metavar="IN", help="Scenario, .toml or .xlsx.")],
    target: Annotated[Path, typer.Argument(metavar="OUT", help="The same in the other form.")],
    *,
    language: LanguageOption = None,
) -> None:
    """Turn a scenario file into a scenario workbook, or back."""
    from innobudget.workflow.convert import convert_file

    typer.echo(shown(convert_file(source, target, language)))


@app.command(cls=Command)
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder, or an empty one.")],
    *,
    language: LanguageOption = None,
) -> None:
    """Make a folder to start from: a commented scenario, its workbook form and a budget."""
    from innobudget.workflow.new import new_folder

    typer.echo(shown(new_folder(folder, language)))
