"""Options that several commands have: each declared once, and given to a command by its name."""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import wraps
from inspect import Parameter, signature
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated, Any

import typer

from innobudget.cli.ending import work_is_done
from innobudget.errors import shown
from innobudget.messages import language_for, say

if TYPE_CHECKING:
    from typer._click._termui_impl import ProgressBar

    from innobudget.workflow.options import RunOptions
    from innobudget.workflow.run import Done

PATIENCE = 0.7
"""How long work may last before a progress bar appears. [s]"""
STEPS = 100
SIMULATING = say("simulating")


class ShownProgress:
    """A bar with the remaining time on a terminal's standard error, once the work lasts."""

    def __init__(self, *, quiet: bool, language: str | None) -> None:
        """Show nothing yet; nothing at all where it is to be quiet."""
        on_terminal = sys.stderr is not None and sys.stderr.isatty()
        self._shown = not quiet and on_terminal and os.environ.get("TERM") != "dumb"
        self._language = language_for(language)
        self._began = monotonic()
        self._open = ExitStack()
        self._bar: ProgressBar[int] | None = None

    def __enter__(self) -> Callable[[float], None]:
        return self._advance

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def _advance(self, share: float) -> None:
        if not self._shown or monotonic() - self._began < PATIENCE:
            return
        if self._bar is None:
            label = SIMULATING(self._language)
            bar = typer.progressbar(length=STEPS, label=label, file=sys.stderr)
            self._bar = self._open.enter_context(bar)
        self._bar.update(max(0, round(share * STEPS) - self._bar.pos))


ScenarioFile = Annotated[
    Path,
    typer.Argument(
        metavar="SCENARIO",
        help="Scenario file (.toml) or scenario workbook (.xlsx).",
        show_default=False,
    ),
]
LanguageOption = Annotated[
    str | None,
    typer.Option(
        "--language", help="da or en; default: the scenario's, or the system's.", metavar="da|en"
    ),
]


def _option(kind: object, **told: Any) -> tuple[object, object]:  # noqa: ANN401 - as typer takes them
    default = told.pop("default", None)
    return Annotated[kind, typer.Option(**told)], default


def _switch(name: str, told: str, *, on: bool = False) -> tuple[object, object]:
    names = f"--{name}/--no-{name}" if on else f"--{name}"
    return Annotated[bool, typer.Option(names, help=told)], on


SHARED: Mapping[str, tuple[object, object]] = {
    "trials": _option(int | None, help="Possible futures, instead of the scenario's."),
    "seed": _option(int | None, help="Instead of the scenario's."),
    "sampling": _option(
        str | None,
        help="How draws are spread, instead of the scenario's.",
        metavar="sobol|latin-hypercube|random",
    ),
    "precision": _option(
        float | None,
        min=1e-5,
        max=0.5,
        help="Simulate until the probability that the bookings hold is as sure as this "
        "standard error; --trials is then the most that it may take.",
        metavar="ERROR",
    ),
    "stress": _option(
        list[str] | None,
        metavar="delay=1|benefit=0.67|outlay=1.2",
        help="Let all of it turn out worse, plan and bookings unchanged; may be repeated.",
    ),
    "threads": _option(int | None, min=1, help="Default: the processors there are."),
    "cluster": _option(
        str | None,
        help="Let a dask cluster take the work: its scheduler, or local for processes here.",
        metavar="tcp://HOST:PORT|tls://HOST:PORT|local",
    ),
    "out": _option(
        Path | None, help="Folder; default: one in reports/, named after the scenario files."
    ),
    "language": (LanguageOption, None),
    "json": _switch("json", "Results on standard output, nothing else there."),
    "charts": _switch("charts", "Draw charts.", on=True),
    "svg": _switch("svg", "Each chart as SVG too."),
    "workbook": _switch("workbook", "Write the workbook.", on=True),
    "workbook_trials": _option(
        int, default=1_000, min=1, max=100_000, help="Trials that the workbook computes from."
    ),
    "memo": _switch("memo", "A page for Word too: sentences, key figures, one chart."),
    "html": _switch("html", "Write report.html, which everybody can read.", on=True),
    "public": _switch(
        "public", "Put what may go online into public/; refuse while a doubt is open."
    ),
    "strict": _switch("strict", "Doubts stop the command, as faults do."),
    "keep": _switch("keep", "Move the earlier report to earlier/ instead of replacing it."),
    "inputs": _switch("inputs", "Copy the budget file too, beside scenario and mapping.", on=True),
    "quiet": _switch("quiet", "No summary, no progress."),
}
"""What each is, and what holds unless it is said; named as in `workflow.options.RunOptions`."""
FUTURES = ("trials", "seed", "sampling", "threads")
"""Those of every command that simulates as a scenario says."""
REPORT = (
    *("out", "language", "json", "charts", "svg", "workbook", "html", "public"),
    *("strict", "keep", "inputs", "quiet"),
)
"""Those of every command that writes a report."""


class Given:
    """What a command line says by the options that several commands have."""

    def __init__(self, said: Mapping[str, Any]) -> None:
        """Leave out what was not said: what holds then is known elsewhere."""
        self._said: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in said.items()
            if value is not None
        }
        self._json = self._said.pop("json", False)
        self._quiet = self._said.pop("quiet", False)

    def options(self, **own: object) -> "RunOptions":
        """Return it as the workflow takes it, with what the command asks for by itself."""
        from innobudget.workflow.options import RunOptions  # noqa: PLC0415 - as commands do

        return RunOptions(**self._said | own, command=sys.argv[1:])

    def progress(self) -> ShownProgress:
        """Show how far the work has come, unless it is to be quiet."""
        return ShownProgress(quiet=self._quiet, language=self._said.get("language"))

    def tell(self, done: "Done") -> None:
        """Say what a command left behind: its file on standard output, its summary beside it."""
        work_is_done()
        if self._json:
            typer.echo(done.json, nl=False)
        self.say(done.summary, beside=True)

    def say(self, text: str, *, beside: bool) -> None:
        """Say what came of it, beside standard output or there, unless it is to be quiet."""
        work_is_done()
        if not self._quiet:
            typer.echo(shown(text), err=beside)


def takes(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Let a command have the options with these names; it gets them together, as `given`."""

    def decorated(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def called(**said: Any) -> None:  # noqa: ANN401 - whatever the options are
            shared = Given({name: said.pop(name) for name in names})
            command(**said, given=shared)

        parameters: list[Parameter] = []
        for own in signature(command).parameters.values():
            parameters += _shared(names) if own.name == "given" else [own]
        called.__signature__ = signature(command).replace(parameters=parameters)  # type: ignore[attr-defined]
        called.__annotations__ = {own.name: own.annotation for own in parameters}
        return called

    return decorated


def _shared(names: tuple[str, ...]) -> list[Parameter]:
    return [
        Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name, (annotation, default) in SHARED.items()
        if name in names
    ]
