"""Keys that a sweep sets and no figure depends on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from innobudget.domain.results import Outcome
from innobudget.domain.scenario import Scenario
from innobudget.engine.simulation import simulate
from innobudget.errors import InputError, Problem
from innobudget.io.grids import Grid
from innobudget.io.scenario_file.changing import Changes
from innobudget.io.scenarios import load_variants
from innobudget.messages import say
from innobudget.workflow.options import RunOptions, with_options

TRIALS = 4_096
"""That a key is given to show an effect; what shows in none of them is no use in a table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """A scenario with some of its keys set anew."""

    scenario: Scenario
    """What is simulated, once for every seed."""
    changes: Mapping[str, Any]
    """What was set."""
    path: Path
    """The scenario's file."""
    family: Path
    """The file that the scenario builds on in the end: its variants share their luck."""


def require_effects(grid: Grid, variants: Sequence[Variant], options: RunOptions) -> None:
    """Refuse keys whose values change no figure of any run: equal rows look like an answer.

    A few trials decide, and one pair of values that differs is enough, so that a grid which
    is in order waits for two short runs a key.

    Raises
    ------
    InputError
        With every such key.

    """
    tried = _Tried()
    faults = [
        _idle(key)
        for key in grid.values
        if not any(
            other is None or tried.differ(variant.scenario, other)
            for variant, other in _pairs(grid, variants, key, options)
        )
    ]
    if faults:
        raise InputError(faults)


class _Tried:
    """Outcomes of short runs, each made once."""

    def __init__(self) -> None:
        self._outcomes: dict[int, tuple[Scenario, Outcome]] = {}

    def differ(self, one: Scenario, other: Scenario) -> bool:
        return one.sampled != other.sampled or self._outcome(one) != self._outcome(other)

    def _outcome(self, scenario: Scenario) -> Outcome:
        if id(scenario) not in self._outcomes:
            trials = min(scenario.sampled.trials, TRIALS)
            found = simulate(scenario, trials=trials).portfolio()
            self._outcomes[id(scenario)] = (scenario, found)  # kept, so that its id stays its own
        return self._outcomes[id(scenario)][1]


def _pairs(
    grid: Grid, variants: Sequence[Variant], key: str, options: RunOptions
) -> Iterator[tuple[Variant, Scenario | None]]:
    """Yield variants beside others that differ in one key only; None: it is a fault without it.

    A key with a single value stands beside the scenario's own, unless the two are equal.
    """
    first: dict[tuple[Path, str], Variant] = {}
    for variant in variants:
        others = {path: value for path, value in variant.changes.items() if path != key}
        if len(grid.values[key]) == 1:
            own = _loaded(variant.path, others, options)
            yield variant, None if own == variant.scenario else own
            continue
        beside = first.setdefault((variant.path, repr(others)), variant)
        if beside is not variant:
            yield variant, beside.scenario


def _loaded(path: Path, changes: Changes, options: RunOptions) -> Scenario | None:
    try:
        (scenario,) = load_variants(path, [changes])
    except InputError:
        return None
    return with_options(scenario, options)


def _idle(key: str) -> Problem:
    return Problem(
        code="set-without-effect",
        place=f"--set {key}",
        found=say("values that change no figure of any run"),
        expected=say("a key that figures depend on, in a case that is enabled"),
        remedy=say("vary another key, or leave this one as it is in the scenario"),
    )
