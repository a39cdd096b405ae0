"""Start and exchanges against every portfolio compared; a solver that lies is caught."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import scipy.optimize

from conftest import NIGHTLY
from innobudget.engine.choosing.rules import Rule, Rules
from innobudget.engine.choosing.search import ALIKE, Condition, Question, search
from innobudget.engine.choosing.solver import exchanged, neighbours, start
from innobudget.engine.work import Work
from innobudget.messages import say

PORTFOLIOS = 500 if NIGHTLY else 30
"""Random ones, of up to 12 cases."""
REACHED = 0.95
"""Of them, in how many the exchanges are to reach the best."""
TRIALS = 400


def a_rule(takes: list[float], limit: float) -> Rule:
    return Rule(kind="pool", name="pool", told=say("the pool"), takes=np.array(takes), limit=limit)


def a_question(rng: np.random.Generator, cases: int) -> tuple[Question, Rules]:
    """Return risky cases, some that work or not, that must do with a pool or two."""
    size = rng.lognormal(3, 0.8, (cases + 1, 1))
    works = rng.random((cases + 1, TRIALS)) < rng.uniform(0.3, 1.0, (cases + 1, 1))
    common = rng.normal(0, 0.3, TRIALS)
    saving = size * works * (1 + common + rng.normal(0, 0.4, (cases + 1, TRIALS)))
    saving[-1] = 0.0
    outlay = np.append(rng.uniform(1, 10, cases), 0.0)
    rules = [a_rule(outlay[:-1].tolist(), float(rng.uniform(0.2, 0.8) * outlay.sum()))]
    if rng.random() < 0.5:
        rules.append(a_rule([1.0] * cases, float(rng.integers(1, cases + 1))))
    if rng.random() < 0.5:
        rules.append(a_rule([1.0, -1.0, *[0.0] * (cases - 2)], 0.0))
    objective = ("safe-saving", "saving", "npv")[int(rng.integers(3))]
    conditions: tuple[Condition, ...] = ()
    if rng.random() < 0.3:
        least = float(np.quantile(saving.sum(axis=0), 0.2) * 0.2)
        conditions = (Condition(name="find.2028", amounts=saving, least=least),)
    question = Question(
        objective=objective,  # type: ignore[arg-type]  # one of them
        confidence=0.8,
        outlay=outlay,
        means=saving.mean(axis=1),
        saving=saving,
        conditions=conditions,
    )
    return question, Rules(ids=tuple(f"c{n:02}" for n in range(cases)), rules=tuple(rules))


def test_start_and_exchanges_never_beat_the_best_and_nearly_always_reach_it() -> None:
    rng = np.random.default_rng(None if NIGHTLY else 1)
    reached = asked = 0
    with Work().threaded() as mapper:
        for _ in range(PORTFOLIOS):
            question, rules = a_question(rng, int(rng.integers(2, 13)))
            every = rules.portfolios()
            assert every is not None
            best = search(question, every, mapper).best
            begun = start(question, rules)
            if best is None or begun is None:
                continue
            found = exchanged(question, rules, begun.portfolio, mapper).best
            asked += 1
            if found is not None:
                assert found.value <= best.value + ALIKE
                assert rules.allow(found.portfolio[None])[0]
                reached += found.value >= best.value - ALIKE
            if begun.bound is not None:
                assert begun.bound >= best.value - ALIKE - 1e-6 * abs(best.value)
                assert begun.bound == pytest.approx(best.value, rel=1e-6, abs=0.01)
    assert asked > PORTFOLIOS / 2
    assert reached >= REACHED * asked


@pytest.mark.parametrize("always", [0.0, 2.0, -3.0])
@pytest.mark.parametrize("capacity", [7.0, 8.0])
def test_solver_and_comparison_agree_on_the_knapsack(capacity: float, always: float) -> None:
    """Whatever the cases save that are in it at any rate."""
    saving = np.repeat([[4.0], [5.0], [7.0], [always]], 200, axis=1)
    question = Question(
        objective="saving",
        confidence=0.8,
        outlay=np.array([3.0, 4.0, 5.0, 0.0]),
        means=saving.mean(axis=1),
        saving=saving,
    )
    rules = Rules(ids=("a", "b", "c"), rules=(a_rule([3.0, 4.0, 5.0], capacity),))
    begun, every = start(question, rules), rules.portfolios()
    assert begun is not None
    assert every is not None
    with Work().threaded() as mapper:
        best = search(question, every, mapper).best
    assert best is not None
    assert begun.portfolio.tolist() == best.portfolio.tolist()
    assert begun.portfolio.tolist() == ([1, 1, 0] if capacity == 7 else [1, 0, 1])
    assert begun.bound == pytest.approx(best.value)


class Lie:
    """A solver's answer that is made up."""

    def __init__(self, portfolio: list[float], bound: float) -> None:
        self.answer = SimpleNamespace(x=np.array(portfolio), mip_dual_bound=bound, status=0)

    def __call__(self, *_: Any, **__: Any) -> SimpleNamespace:  # noqa: ANN401 - whatever it is asked
        return self.answer


@pytest.mark.parametrize(
    "lie",
    [
        Lie([1, 1, 1], -16 / 7),  # breaks the pool
        Lie([0, 1, 0], -5 / 7),  # allowed, and called the best
        Lie([0.4, 0.4, 0.4], -5 / 7),  # no portfolio at all
        Lie([1, 0, 0], 0.0),  # with a bound below its own value
    ],
)
def test_a_wrong_answer_of_the_solver_is_caught(lie: Lie, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scipy.optimize, "milp", lie)
    saving = np.repeat([[4.0], [5.0], [7.0], [0.0]], 200, axis=1)
    question = Question(
        objective="saving",
        confidence=0.8,
        outlay=np.array([3.0, 4.0, 5.0, 0.0]),
        means=saving.mean(axis=1),
        saving=saving,
    )
    rules = Rules(ids=("a", "b", "c"), rules=(a_rule([3.0, 4.0, 5.0], 7.0),))
    begun = start(question, rules)
    assert begun is not None
    assert rules.allow(begun.portfolio[None])[0]
    with Work().threaded() as mapper:
        found = exchanged(question, rules, begun.portfolio, mapper).best
    assert found is not None
    assert found.portfolio.tolist() == [1, 1, 0]
    assert begun.bound is None or begun.bound < found.value  # and is then thrown away


def test_neighbours_are_up_to_two_out_and_two_in_each_once() -> None:
    portfolio = np.array([1, 1, 1, 0, 0], np.uint8)
    near = neighbours(portfolio)
    assert len(near) == (1 + 3 + 3) * (1 + 2 + 1)
    assert len(np.unique(near, axis=0)) == len(near)
    apart = (near != portfolio).astype(int)
    assert apart[:, :3].sum(axis=1).max() == 2
    assert apart[:, 3:].sum(axis=1).max() == 2


def test_more_portfolios_than_can_be_compared_are_none() -> None:
    rules = Rules(ids=tuple(f"c{n:02}" for n in range(18)), rules=())
    assert rules.portfolios() is None
    some = Rules(ids=rules.ids, rules=(a_rule([1.0] * 18, 2.0),))
    found = some.portfolios()
    assert found is not None
    assert len(found) == 1 + 18 + 153


def test_exchanges_go_on_as_long_as_one_helps() -> None:
    saving = np.repeat([*[[4.0]] * 6, [0.0]], 200, axis=1)
    question = Question(
        objective="saving",
        confidence=0.8,
        outlay=np.array([*[1.0] * 6, 0.0]),
        means=saving.mean(axis=1),
        saving=saving,
    )
    rules = Rules(ids=tuple("abcdef"), rules=(a_rule([1.0] * 6, 5.0),))
    with Work().threaded() as mapper:
        found = exchanged(question, rules, np.zeros(6, np.uint8), mapper).best
    assert found is not None
    assert found.portfolio.sum() == 5
