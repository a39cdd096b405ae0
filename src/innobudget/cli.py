"""Options in, one call of the workflow, an exit status out."""

import os
import sys
from contextlib import ExitStack
from io import TextIOWrapper
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from innobudget import __version__
from innobudget.errors import InnobudgetError

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer._click._termui_impl import ProgressBar

FAULT_OF_INPUT = 2
INTERRUPTED = 130
PATIENCE = 0.7
"""How long work may last before a progress bar appears. [s]"""
STEPS = 100

app = typer.Typer(
    name="innobudget",
    help="How likely are the savings that a budget has booked, and how big is the hole if not?",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

ScenarioFile = Annotated[
    Path,
    typer.Argument(help="Scenario file (.toml) or scenario workbook (.xlsx).", show_default=False),
]
LanguageOption = Annotated[
    str | None,
    typer.Option("--language", help="da or en, instead of the scenario's.", metavar="da|en"),
]

TrialsOption = Annotated[
    int | None, typer.Option(help="Possible futures, instead of the scenario's.")
]
SeedOption = Annotated[int | None, typer.Option(help="Instead of the scenario's.")]
SamplingOption = Annotated[
    str | None,
    typer.Option(
        help="How draws are spread, instead of the scenario's.",
        metavar="sobol|latin-hypercube|random",
    ),
]
PrecisionOption = Annotated[
    float | None,
    typer.Option(
        min=1e-5,
        max=0.5,
        help="Simulate until the probability that the bookings hold is as sure as this "
        "standard error; --trials is then the most that it may take.",
        metavar="ERROR",
    ),
]
ThreadsOption = Annotated[
    int | None, typer.Option(min=1, help="Default: the processors there are.")
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="Results on standard output, nothing else there.")
]
ChartsOption = Annotated[bool, typer.Option("--charts/--no-charts", help="Draw charts.")]
SvgOption = Annotated[bool, typer.Option("--svg", help="Each chart as SVG too.")]
WorkbookOption = Annotated[
    bool, typer.Option("--workbook/--no-workbook", help="Write the workbook.")
]
QuietOption = Annotated[bool, typer.Option("--quiet", help="No summary, no progress.")]


def main() -> NoReturn:
    """Run the command line and exit with its status: 0, 1 our fault, 2 input, 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding="utf-8")
    try:
        app()
    except InnobudgetError as error:
        typer.echo(str(error), err=True)
        sys.exit(FAULT_OF_INPUT)
    except SystemExit as ended:
        if ended.code == INTERRUPTED:
            typer.echo("interrupted; nothing was written", err=True)
        raise
    sys.exit(0)


@app.callback(invoke_without_command=True)
def innobudget(
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Say what the program is."""
    if version:
        typer.echo(f"innobudget {__version__}")
        raise typer.Exit


@app.command()
def run(  # noqa: PLR0913 - one parameter per option
    scenario: ScenarioFile,
    *,
    trials: TrialsOption = None,
    seed: SeedOption = None,
    sampling: SamplingOption = None,
    precision: PrecisionOption = None,
    threads: ThreadsOption = None,
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
    quiet: QuietOption = False,
) -> None:
    """Simulate a scenario; write workbook, charts, results.json and manifest.json."""
    from innobudget.workflow.run import RunOptions, run_scenario

    with _ProgressBar(quiet=quiet) as progress:
        done = run_scenario(
            scenario,
            RunOptions(
                trials=trials,
                seed=seed,
                sampling=sampling,
                precision=precision,
                threads=threads,
                out=out,
                language=language,
                charts=charts,
                svg=svg,
                workbook=workbook,
                workbook_trials=workbook_trials,
                command=sys.argv[1:],
            ),
            progress,
        )
    if json:
        typer.echo(done.json, nl=False)
    if not quiet:
        typer.echo(done.summary, err=True)


@app.command()
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
    quiet: QuietOption = False,
) -> None:
    """Simulate scenarios in the same futures; write workbook, charts and comparison.json."""
    from innobudget.workflow.compare import compare_scenarios
    from innobudget.workflow.run import RunOptions

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
        command=sys.argv[1:],
    )
    with _ProgressBar(quiet=quiet) as progress:
        done = compare_scenarios(scenarios, options, progress)
    if json:
        typer.echo(done.json, nl=False)
    if not quiet:
        typer.echo(done.summary, err=True)


@app.command()
def check(scenario: ScenarioFile, *, language: LanguageOption = None) -> None:
    """Read budget and scenario, compare plan and booking, calculate by hand; write nothing."""
    from innobudget.workflow.check import check_file

    typer.echo(check_file(scenario, language))


@app.command()
def budget(
    file: Annotated[Path, typer.Argument(help="Budget spreadsheet.", show_default=False)],
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
    json: Annotated[
        bool, typer.Option("--json", help="The reading on standard output, nothing else there.")
    ] = False,
) -> None:
    """Show how a budget spreadsheet is read."""
    from innobudget.workflow.budget import read_budget_file

    read = read_budget_file(file, mapping=mapping, csv=csv, write_mapping=write_mapping)
    typer.echo(read.json if json else read.text)
    if not read.is_budget:
        raise typer.Exit(FAULT_OF_INPUT)


@app.command()
def convert(
    source: Annotated[Path, typer.Argument(metavar="IN", help="Scenario, .toml or .xlsx.")],
    target: Annotated[Path, typer.Argument(metavar="OUT", help="The same in the other form.")],
) -> None:
    """Turn a scenario file into a scenario workbook, or back."""
    from innobudget.workflow.convert import convert_file

    typer.echo(convert_file(source, target))


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new folder, or an empty one.")],
) -> None:
    """Make a folder to start from: a commented scenario, its workbook form and a budget."""
    from innobudget.workflow.new import new_folder

    typer.echo(new_folder(folder))


class _ProgressBar:
    """A bar on a terminal's standard error, once the work lasts."""

    def __init__(self, *, quiet: bool) -> None:
        self._shown = not quiet and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._began = monotonic()
        self._open = ExitStack()
        self._bar: ProgressBar[int] | None = None

    def __enter__(self) -> "Callable[[float], None]":
        return self._advance

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def _advance(self, share: float) -> None:
        if not self._shown or monotonic() - self._began < PATIENCE:
            return
        if self._bar is None:
            bar = typer.progressbar(length=STEPS, label="simulating", file=sys.stderr)
            self._bar = self._open.enter_context(bar)
        self._bar.update(max(0, round(share * STEPS) - self._bar.pos))
