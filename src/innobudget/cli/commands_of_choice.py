"""The commands that find something: cases to choose, a value that is just enough."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from innobudget.cli import options
from innobudget.cli.ending import work_is_done
from innobudget.cli.progress_bar import ShownProgress
from innobudget.errors import shown

if TYPE_CHECKING:
    from innobudget.workflow.run import Done


def choose(  # noqa: PLR0913 - one parameter per option
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
    trials: options.TrialsOption = None,
    seed: options.SeedOption = None,
    sampling: options.SamplingOption = None,
    threads: options.ThreadsOption = None,
    out: Annotated[
        Path | None, typer.Option(help="Folder; default: reports/choose-<scenario file's stem>.")
    ] = None,
    language: options.LanguageOption = None,
    json: options.JsonOption = False,
    charts: options.ChartsOption = True,
    svg: options.SvgOption = False,
    workbook: options.WorkbookOption = True,
    html: options.HtmlOption = True,
    public: options.PublicOption = False,
    workbook_trials: options.WorkbookTrialsOption = 1_000,
    strict: options.StrictOption = False,
    keep: options.KeepOption = False,
    inputs: options.InputsOption = True,
    quiet: options.QuietOption = False,
) -> None:
    """Choose cases within pools and limits; write choose.json and the chosen scenario."""
    from innobudget.workflow.choose import Asked, choose_cases
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
        html=html,
        public=public,
        workbook_trials=workbook_trials,
        strict=strict,
        keep=keep,
        inputs=inputs,
        command=sys.argv[1:],
    )
    asked = Asked(choosing_trials=choosing_trials, against=against)
    with ShownProgress(quiet=quiet, language=language) as progress:
        done = choose_cases(scenario, chosen, asked, progress)
    tell(done, json=json, quiet=quiet)


def break_even(  # noqa: PLR0913 - one parameter per option
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
    trials: options.TrialsOption = None,
    seed: options.SeedOption = None,
    sampling: options.SamplingOption = None,
    threads: options.ThreadsOption = None,
    language: options.LanguageOption = None,
    strict: options.StrictOption = False,
    quiet: options.QuietOption = False,
) -> None:
    """Find the value of one number at which a target is just met; write nothing."""
    from innobudget.workflow.break_even import Sought, break_even_of
    from innobudget.workflow.options import RunOptions

    given = RunOptions(
        trials=trials,
        seed=seed,
        sampling=sampling,
        threads=threads,
        language=language,
        strict=strict,
    )
    sought = Sought(key=key, between=between, target=target)
    with ShownProgress(quiet=quiet, language=language) as progress:
        found = break_even_of(scenario, sought, given, progress)
    typer.echo(shown(found))


def tell(done: "Done", *, json: bool, quiet: bool) -> None:
    """Say what a command left behind: its file on standard output, its summary beside it."""
    work_is_done()
    if json:
        typer.echo(done.json, nl=False)
    if not quiet:
        typer.echo(shown(done.summary), err=True)
