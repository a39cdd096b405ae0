"""Results do not depend on who takes the blocks of trials, when, or how often."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

import numpy as np
import pytest

from innobudget.domain.scenario import Sampling
from innobudget.engine.collecting import collection
from innobudget.engine.simulation import Simulation, simulate
from innobudget.engine.trials import sample_trials
from innobudget.engine.work import Work
from town import town

Item = TypeVar("Item")
Found = TypeVar("Found")


def elsewhere(function: Callable[[Item], Found], items: Iterable[Item]) -> Iterator[Found]:
    """Take the last block first, all of them twice, and pass everything on as bytes."""
    listed = list(items)
    sent = pickle.dumps(function)
    found = [pickle.dumps(pickle.loads(sent)(item)) for item in [*listed, *listed[::-1]]]  # noqa: S301 - our own
    yield from map(pickle.loads, found[: len(listed) - 1 : -1])


def simulated(sampling: Sampling, work: Work | None = None) -> Simulation:
    scenario = town(trials=40_000)
    scenario = replace(scenario, sampled=replace(scenario.sampled, sampling=sampling))
    return simulate(scenario, work=work)


@pytest.mark.parametrize("sampling", ["sobol", "latin-hypercube", "random"])
def test_blocks_may_be_taken_elsewhere_in_any_order(sampling: Sampling) -> None:
    here = simulated(sampling).results()
    work = Work(tiles_per_block=1, elsewhere=elsewhere)
    assert simulated(sampling, work).results() == here


def test_counted_blocks_may_be_taken_elsewhere_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collection, "EXACT_TRIALS", 16_384)
    here = simulated("sobol").results()
    work = Work(tiles_per_block=1, elsewhere=elsewhere)
    assert simulated("sobol", work).results() == here


@pytest.mark.parametrize("count", [100, 50_000])
def test_the_workbooks_trials_may_be_drawn_elsewhere(count: int) -> None:
    here = sample_trials(simulated("sobol"), count)
    there = sample_trials(simulated("sobol", Work(elsewhere=elsewhere)), count)
    assert np.array_equal(there.numbers, here.numbers)
    for one, other in zip(there.weights, here.weights, strict=True):
        assert np.array_equal(one, other)


def test_a_block_of_counts_does_not_grow_with_its_trials(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than 131,072 trials: summaries only, whatever the size of a block."""
    monkeypatch.setattr(collection, "EXACT_TRIALS", 16_384)
    sizes: list[int] = []

    def measured(function: Callable[[Item], Found], items: Iterable[Item]) -> Iterator[Found]:
        for found in map(function, items):
            sizes.append(len(pickle.dumps(found)))
            yield found

    simulated("sobol", Work(tiles_per_block=1, elsewhere=measured))
    first = sizes[0]
    simulated("sobol", Work(tiles_per_block=3, elsewhere=measured))
    assert sizes[-1] < 1.1 * first
