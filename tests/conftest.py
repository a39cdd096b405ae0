"""Builders with good defaults: small values that are valid and easy to calculate by hand."""
# ruff: noqa: ANN401 - a builder takes any field of what it builds

import gc
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import replace
from io import BytesIO, StringIO
from subprocess import TimeoutExpired
from threading import Lock
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from innobudget.cli.command_line import FEW_CYCLES
from innobudget.domain.budget import Budget, BudgetLine
from innobudget.domain.investment import Effect, Investment, Stage
from innobudget.domain.scenario import Assumptions, Sampled, Scenario
from innobudget.io.sheets import apart, values
from innobudget.workflow import run
from innobudget.workflow.chart_process import drawing

gc.set_threshold(FEW_CYCLES)  # as the command line does
os.environ["LANGUAGE"] = "en"  # whatever the system of whoever runs the tests speaks

READING = Lock()
READ_APART = {"test_apart.py", "test_damaged_files.py", "test_bad_files.py"}
"""Files of tests in which readers may end, hang or take all memory."""
DRAWN_APART = "test_chart_process.py"
"""The tests of the process that draws."""
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "default")
NIGHTLY = PROFILE == "nightly"
FEW, BY_NIGHT = 25, 40
"""Examples of a property, and how many times as many there are by night."""


def examples(few: int) -> int:
    """Return how many examples to try of a property that takes longer, or less long, than most."""
    return few * BY_NIGHT if NIGHTLY else few


settings.register_profile(
    "default",
    max_examples=FEW,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)  # a busy machine is no fault of the program, and the same examples everywhere
settings.register_profile(
    "nightly", settings.get_profile("default"), max_examples=FEW * BY_NIGHT, derandomize=False
)
settings.load_profile(PROFILE)


@pytest.fixture(autouse=True, scope="module")
def _reader_in_this_process(request: pytest.FixtureRequest) -> Iterator[None]:
    """Spare each workbook that is read a process of its own, where that is not what is tried."""
    with pytest.MonkeyPatch.context() as patch:
        if request.path.name not in READ_APART:
            here = SimpleNamespace(run=_read_here, TimeoutExpired=TimeoutExpired)
            patch.setattr(apart, "subprocess", here)
            patch.setattr(values, "limit", lambda *_: None)
        yield


@pytest.fixture(autouse=True, scope="module")
def _charts_in_this_process(request: pytest.FixtureRequest) -> Iterator[None]:
    """Spare each run that draws another process, where that is not what is tried."""
    with pytest.MonkeyPatch.context() as patch:
        if request.path.name != DRAWN_APART:
            patch.setattr(run, "drawing", lambda *, apart: drawing(apart=False))  # noqa: ARG005
        yield


def _read_here(words: list[str], **given: Any) -> SimpleNamespace:
    _, _, _, *asked = words
    with READING, redirect_stdout(StringIO()) as said, pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", SimpleNamespace(buffer=BytesIO(given["input"])))
        values.main(*asked)
    return SimpleNamespace(returncode=0, stdout=said.getvalue().encode())


@pytest.fixture(autouse=True)
def _as_before_a_command() -> Iterator[None]:
    """Undo what a command in this process makes of signals and of the language it is spoken in."""
    former = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    language = os.environ["LANGUAGE"]
    yield
    os.environ["LANGUAGE"] = language
    for number, handler in former.items():
        signal.signal(number, handler)


def a_line(code: str = "5.30.26", **changes: Any) -> BudgetLine:
    """Return an operating line of 1,000 a year from 2026 to 2029."""
    line = BudgetLine(
        code=tuple(code.split(".")),
        name="Care",
        area="Elderly",
        amounts=dict.fromkeys(range(2026, 2030), 1_000.0),
    )
    return replace(line, **changes)


def a_budget(*lines: BudgetLine, **changes: Any) -> Budget:
    """Return a budget of 2026 to 2029: the given lines, else three lines in two areas."""
    default = (
        a_line("5.30.26"),
        a_line("5.30.27", name="Nursing", amounts=dict.fromkeys(range(2026, 2030), 3_000.0)),
        a_line("6.45.51", name="Administration", area="Finance"),
    )
    budget = Budget(lines=lines or default, years=(2026, 2027, 2028, 2029), source="budget.csv")
    return replace(budget, **changes)


def an_effect(**changes: Any) -> Effect:
    """Return a saving of 100 a year from 2027, tied to no budget line."""
    return replace(Effect(amount=100.0, start=2027), **changes)


def an_investment(id: str = "care", **changes: Any) -> Investment:  # noqa: A002 - the field's name
    """Return an investment that costs 50 in 2026 and saves 100 a year from 2027, for certain."""
    investment = Investment(id=id, stages=(Stage(outlay={2026: 50.0}),), effects=(an_effect(),))
    return replace(investment, **changes)


def a_scenario(*investments: Investment, **changes: Any) -> Scenario:
    """Return a scenario of 2026 to 2031 with 1,000 trials: the given investments, else one.

    Besides the fields of `Scenario`, those of its assumptions, trials and booking may be
    changed directly: `a_scenario(horizon=4, trials=10, share=0.5)`.
    """
    scenario = Scenario(
        assumptions=Assumptions(name="A scenario", base_year=2026, horizon=6),
        sampled=Sampled(trials=1_000),
        investments=investments or (an_investment(),),
    )
    for part in ("assumptions", "sampled", "booking"):
        value = getattr(scenario, part)
        own = {field: changes.pop(field) for field in value.__slots__ if field in changes}
        changes.setdefault(part, replace(value, **own))
    return replace(scenario, **changes)
