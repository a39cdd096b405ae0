"""Choosing: known answers, and what must not change them."""

import json
from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import a_scenario, an_effect, an_investment, examples
from innobudget.domain.choosing import CaseGroup, Choosing, Pool
from innobudget.domain.chosen import Chosen
from innobudget.domain.drivers import Driver
from innobudget.domain.investment import Investment, Stage
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Normal, Uniform
from innobudget.engine.choosing.case_columns import draw_cases
from innobudget.engine.choosing.choose import choose, with_only
from innobudget.engine.simulation import simulate
from innobudget.engine.work import Work
from innobudget.errors import InputError
from innobudget.io.documents import json_value
from innobudget.messages import said

TRIALS = 1_024


def a_case(name: str, outlay: float, saving: float, **changes: Any) -> Investment:  # noqa: ANN401 - of the case
    """Return a case that costs in 2026 and saves once, in 2027."""
    stages = (Stage(outlay={2026: outlay} if outlay else {}),)
    effects = (an_effect(amount=saving, years=1),)
    return an_investment(name, **{"stages": stages, "effects": effects, **changes})


def a_choice(*cases: Investment, scenario: dict[str, Any] | None = None, **choice: Any) -> Scenario:  # noqa: ANN401 - of either
    """Return a scenario that chooses among some cases."""
    return a_scenario(*cases, choice=Choosing(**choice), **{"trials": TRIALS, **(scenario or {})})


def chosen(scenario: Scenario, **options: Any) -> Chosen:  # noqa: ANN401 - of `choose`
    return choose(scenario, choosing_trials=TRIALS, **options)


def a_pool(total: float, **changes: Any) -> Pool:  # noqa: ANN401 - of the pool
    return replace(Pool(total=total), **changes)


def knapsack() -> tuple[Investment, ...]:
    return a_case("a", 3, 4), a_case("b", 4, 5), a_case("c", 5, 7)


@pytest.mark.parametrize("objective", ["saving", "safe-saving"])
@pytest.mark.parametrize(("total", "best"), [(7, ("a", "b")), (8, ("a", "c"))])
def test_the_knapsack_is_packed_right(objective: Any, total: float, best: tuple[str, ...]) -> None:  # noqa: ANN401 - a literal
    found = chosen(a_choice(*knapsack(), objective=objective, pools=(a_pool(total),))).choice
    assert found.chosen == best
    assert found.proved
    assert found.on_fresh_trials == pytest.approx(11 if total == 8 else 9)
    assert found.pools[0].used == pytest.approx({7: 7, 8: 8}[int(total)])


def test_of_equal_portfolios_the_cheaper_then_the_smaller_then_the_first_is_chosen() -> None:
    cases = (a_case("a", 3, 4), a_case("b", 3, 4), a_case("c", 1, 2), a_case("d", 1, 2))
    found = chosen(a_choice(*cases, objective="saving", at_most=2, pools=(a_pool(3),)))
    assert found.choice.chosen == ("c", "d")  # 4 for 2, against 4 for 3
    found = chosen(a_choice(*cases[:2], objective="saving", at_most=1))
    assert found.choice.chosen == ("a",)


def test_two_independent_normal_cases_share_one_reserve() -> None:
    spread = Normal(normal=(10.0, 3.0))
    pair = [a_case(name, 0, 1, benefit_factor=spread) for name in ("a", "b")]
    scenario = a_choice(*pair, objective="safe-saving", at_most=2, scenario={"trials": 100_000})
    found = chosen(scenario)
    assert found.pooling is not None
    assert found.safe_booking is not None
    assert found.pooling.one == pytest.approx(16.429, abs=0.01)
    assert found.pooling.cases == pytest.approx(2 * 7.475, abs=0.01)
    assert found.pooling.one - found.pooling.cases == pytest.approx(1.479, abs=0.02)
    bookings = [case.booking for case in found.cases]
    for booking in bookings:
        assert booking is not None
        assert booking[1] == pytest.approx(8.215, abs=0.02)
    together = np.sum([booking or () for booking in bookings], axis=0)
    assert together == pytest.approx(np.array(found.safe_booking.by_year), abs=1e-9)


def test_fully_dependent_cases_have_nothing_of_a_common_reserve() -> None:
    spread = Normal(normal=(10.0, 3.0))
    pair = [a_case(name, 0, 1, benefit_factor=spread) for name in ("a", "b")]
    driver = Driver(id="all", loads={"benefit": 1.0})
    scenario = a_choice(*pair, at_most=2, scenario={"trials": 100_000, "drivers": (driver,)})
    found = chosen(scenario)
    assert found.pooling is not None
    assert found.pooling.one - found.pooling.cases == pytest.approx(0, abs=1e-6)
    for case in found.cases:
        assert case.booking is not None
        assert case.booking[1] == pytest.approx(7.475, abs=0.02)


def test_knowing_a_coin_beforehand_is_worth_half_a_krone() -> None:
    coin = a_case(
        "coin",
        0,
        1.0,
        stages=(Stage(success=0.5),),
        failure_factor=-1.0,
        effects=(an_effect(amount=1.0, start=2026, years=1),),
    )
    sure = a_case("sure", 1, 3)
    scenario = a_choice(coin, sure, objective="npv", scenario={"trials": 65_536})
    first, second = chosen(scenario).cases
    assert first.evpi == pytest.approx(0.5, abs=0.01)
    assert first.evpi_works == pytest.approx(0.5, abs=0.01)
    assert second.evpi == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("sampling", ["random", "sobol"])
def test_gates_are_worth_what_two_runs_differ_by(sampling: Any) -> None:  # noqa: ANN401 - a literal
    stages = (
        Stage(outlay={2026: 10}, success=0.5),
        Stage(outlay={2027: 30}, disruption={2027: 5}, success=0.6),
        Stage(outlay={2028: 50}, success=0.7),
    )
    gated = an_investment(
        "gated",
        stages=stages,
        effects=(an_effect(amount=200, start=2029),),
        failure_factor=Uniform(uniform=(-0.4, 0.0)),
        cost_factor=Uniform(uniform=(0.9, 1.5)),
    )
    whole = Stage(
        outlay={2026: 10, 2027: 30, 2028: 50}, disruption={2027: 5}, success=0.5 * 0.6 * 0.7
    )
    setting = {"trials": 65_536, "sampling": sampling}
    scenario = a_choice(gated, at_most=1, scenario=setting)
    with_gates = simulate(scenario).portfolio().npv
    without = simulate(a_scenario(replace(gated, stages=(whole,)), **setting)).portfolio().npv
    found = chosen(scenario)
    worth = sum(gate.outlay_avoided + (gate.damage_avoided or 0) for gate in found.gates)
    errors = (with_gates.standard_error or 0, without.standard_error or 0)
    assert worth == pytest.approx(with_gates.mean - without.mean, abs=3 * sum(errors) + 0.05)
    assert [gate.damage_avoided is None for gate in found.gates] == [True, False]


def test_a_case_of_one_stage_has_no_gates_and_a_plan_that_never_saves_is_not_chosen() -> None:
    idle = a_case("idle", 5, 100, stages=(Stage(outlay={2026: 1}, success=0.0),))
    for objective in ("saving", "safe-saving"):
        scenario = a_choice(idle, a_case("a", 3, 4), objective=objective, at_most=2)
        found = chosen(scenario)
        assert found.choice.chosen == ("a",)
        assert found.gates == ()
        assert found.choice.no_saving == ("idle",)


def test_a_larger_pool_never_makes_the_objective_worse() -> None:
    cases = [
        a_case(f"c{number}", 2 + number, 4.0, benefit_factor=Uniform(uniform=(0.2, 1 + number)))
        for number in range(5)
    ]
    values = [
        chosen(a_choice(*cases, pools=(a_pool(total),))).choice.at_choice for total in range(2, 21)
    ]
    assert values == sorted(values)
    without = chosen(a_choice(*cases, pools=(a_pool(12),))).choice.at_choice
    bound = chosen(a_choice(*cases, pools=(a_pool(12),), at_most=1)).choice.at_choice
    assert bound <= without


def told(found: Chosen) -> str:
    """Return everything but the scenarios and who is not chosen."""
    cases = [json_value(case) for case in sorted(found.cases, key=lambda case: case.id)]
    parts = [found.choice, found.frontier, found.pooling, found.safe_booking]
    return json.dumps([*map(json_value, parts), [c for c in cases if c["standing"] != "out"]])


def mixed() -> list[Investment]:
    return [
        a_case(f"c{number}", 2 + number, 6.0, benefit_factor=Uniform(uniform=(0.0, 1 + number / 4)))
        for number in range(5)
    ]


def test_neither_the_order_of_cases_nor_threads_nor_a_case_out_of_reach_changes_a_bit() -> None:
    cases = mixed()
    pools = (a_pool(12, name="one"), a_pool(9, name="two", applies_to=("c1", "c3", "c4")))
    setting = {"sampling": "random"}
    first = chosen(a_choice(*cases, pools=pools, scenario=setting))
    assert told(first) == told(chosen(a_choice(*cases[::-1], pools=pools, scenario=setting)))
    threaded = chosen(
        a_choice(*cases, pools=pools, scenario=setting), work=Work(threads=3, tiles_per_block=1)
    )
    assert told(first) == told(threaded)
    dear = a_case("c2b", 100, 1_000, benefit_factor=Uniform(uniform=(0.0, 2.0)))
    assert told(first) == told(chosen(a_choice(*cases, dear, pools=pools, scenario=setting)))


@pytest.mark.parametrize("sampling", ["random", "sobol", "latin-hypercube"])
@pytest.mark.parametrize("objective", ["saving", "safe-saving", "npv"])
def test_a_run_of_the_chosen_gives_the_same_to_the_bit(sampling: Any, objective: Any) -> None:  # noqa: ANN401 - literals
    scenario = a_choice(
        *mixed(), objective=objective, pools=(a_pool(9),), scenario={"sampling": sampling}
    )
    found = chosen(scenario)
    outcome = simulate(with_only(scenario, found.choice.chosen)).portfolio()
    own = {
        "saving": outcome.saving_period.mean,
        "safe-saving": outcome.safe_saving_period,
        "npv": outcome.npv.mean,
    }
    assert found.choice.on_fresh_trials == own[objective]
    assert found.portfolio == with_only(scenario, found.choice.chosen)


@pytest.mark.parametrize("trials", [1, 500, 20_000])
def test_a_choice_is_made_on_as_many_trials_as_are_asked_for(trials: int) -> None:
    scenario = a_choice(*mixed(), objective="least-outlay", find={2027: 1.0})
    for case in draw_cases(scenario, trials).values():
        assert {len(drawn) for drawn in (case.saving, *case.found.values())} == {trials}


def test_what_is_to_be_found_is_found_at_least_outlay() -> None:
    cases = (a_case("a", 3, 4), a_case("b", 4, 5), a_case("c", 5, 7))
    asked: dict[str, Any] = {"objective": "least-outlay", "find": {2027: 9.0}}
    found = chosen(a_choice(*cases, **asked)).choice
    assert found.chosen == ("a", "b")
    assert found.on_fresh_trials == pytest.approx(7)
    assert [limit.probability for limit in found.limits] == [1.0]
    assert found.missed_on_fresh == ()
    with pytest.raises(InputError) as refused:
        chosen(a_choice(*cases, **{**asked, "find": {2027: 17.0}}))
    (problem,) = refused.value.problems
    assert problem.code == "no-portfolio"
    assert problem.place.endswith("key find")
    assert "at most DKK 16 is found in 2027" in problem.found
    assert said(problem.expected, "da") == "17 kr."


def test_a_hole_may_not_be_larger_than_allowed() -> None:
    risky = a_case("risky", 1, 100, stages=(Stage(outlay={2026: 1}, success=0.5),))
    asked: dict[str, Any] = {"objective": "saving", "at_most": 2}
    assert chosen(a_choice(risky, a_case("a", 3, 4), **asked)).choice.chosen == ("a", "risky")
    safe = chosen(a_choice(risky, a_case("a", 3, 4), **asked, hole_at_most=50.0)).choice
    assert safe.chosen == ("a",)
    assert [limit.name for limit in safe.limits] == ["hole"]


def test_groups_requirements_and_exclusions_are_kept_to() -> None:
    cases = [a_case(name, 1, worth) for name, worth in zip("abcd", (4, 3, 2, 1), strict=True)]
    asked: dict[str, Any] = {"objective": "saving", "at_most": 2}

    def best(**rules: Any) -> tuple[str, ...]:  # noqa: ANN401 - of the choice
        return chosen(a_choice(*cases, **asked, **rules)).choice.chosen

    assert best() == ("a", "b")
    assert best(excludes=(("a", "b"),)) == ("a", "c")
    assert best(requires={"a": ("d",)}) == ("a", "d")
    assert best(requires={"a": ("d",), "d": ("c",)}) == ("b", "c")  # a needs d, and so c
    assert best(requires={"a": ("d",), "d": ("a",)}) == ("a", "d")  # a ring: both or none
    assert best(groups=(CaseGroup(applies_to=("d",), at_least=1),)) == ("a", "d")
    assert best(groups=(CaseGroup(applies_to=("a", "b"), at_most=1),)) == ("a", "c")
    assert best(always=("d",), groups=(CaseGroup(applies_to=("a", "d"), at_most=1),)) == ("b", "c")


def test_cases_that_are_always_in_take_of_the_pools_and_count_for_groups_only() -> None:
    cases = [a_case(name, 3, 4) for name in "abc"]
    found = chosen(a_choice(*cases, always=("a",), at_most=1, pools=(a_pool(6),)))
    assert found.choice.chosen == ("b",)
    assert found.choice.always == ("a",)
    assert found.choice.pools[0].used == 6
    assert [case.standing for case in found.cases] == ["always", "depends", "depends"]
    named = chosen(a_choice(*cases, cases=("c",), at_most=1, pools=(a_pool(9),)))
    assert named.choice.always == ("a", "b")


def test_pools_by_year_and_kind_bind_each_in_full() -> None:
    build = a_case("build", 0, 9, stages=(Stage(capital_outlay={2026: 5}, disruption={2027: 2}),))
    run = a_case("run", 4, 8)
    capital = Pool(name="capital", kind="capital", amount={2026: 5})
    operating = Pool(name="operating", kind="operating", amount={2026: 4, 2027: 1})
    found = chosen(a_choice(build, run, pools=(capital, operating))).choice
    assert found.chosen == ("run",)  # disruption of 2 in 2027 where there is 1
    wider = replace(operating, amount={2026: 4, 2027: 2})
    both = chosen(a_choice(build, run, pools=(capital, wider))).choice
    assert both.chosen == ("build", "run")
    assert both.pools[1].used == (4, 2, 0, 0, 0, 0)


def test_a_case_with_too_long_a_payback_may_not_be_chosen() -> None:
    slow = an_investment(
        "slow", stages=(Stage(outlay={2026: 100}),), effects=(an_effect(amount=30),)
    )
    quick = a_case("quick", 3, 4)
    found = chosen(a_choice(slow, quick, at_most=2, payback_at_most=3.0))
    assert found.choice.chosen == ("quick",)
    assert found.cases[0].payback == 4
    assert found.cases[0].criteria == {"payback": False}
    assert found.cases[0].standing == "out"
    wide = chosen(a_choice(slow, quick, at_most=2, payback_at_most=4.0)).choice
    assert wide.chosen == ("quick", "slow")


def test_a_case_that_a_little_less_benefit_throws_out_depends_on_it() -> None:
    good, fair, next_best = a_case("good", 1, 10), a_case("fair", 1, 5), a_case("next", 1, 4)
    found = chosen(a_choice(good, fair, next_best, at_most=2))
    standing = {case.id: (case.standing, case.depends_on) for case in found.cases}
    assert standing["good"] == ("core", ())
    assert standing["fair"] == ("depends", ("benefit-0.67-of-fair",))
    assert standing["next"] == (
        "depends",
        ("benefit-0.67-of-fair", "benefit-0.5-of-fair"),
    )


def test_a_portfolio_that_is_named_is_held_against_the_choice() -> None:
    scenario = a_choice(*knapsack(), objective="saving", pools=(a_pool(7),))
    found = chosen(scenario, against=with_only(scenario, ("b", "c"))).against
    assert found is not None
    assert found.chosen == ("b", "c")
    assert found.breaks == ("1",)
    assert found.objective == pytest.approx(12)
    assert found.difference == pytest.approx(9 - 12)
    assert found.outlay == pytest.approx(9)


def test_with_nothing_chosen_and_nothing_always_in_there_is_nothing_to_book() -> None:
    loss = a_case("loss", 10, 4)
    found = chosen(a_choice(loss, objective="npv"))
    assert found.choice.chosen == ()
    assert found.choice.on_fresh_trials == 0
    assert found.safe_booking is None
    assert found.portfolio.enabled == ()


@st.composite
def portfolios(draw: st.DrawFn) -> Scenario:
    """Draw cases with pools, numbers, requirements and exclusions."""
    count = draw(st.integers(2, 6))
    cases = [
        a_case(
            f"c{number}",
            draw(st.integers(0, 9)),
            draw(st.integers(0, 9)),
            benefit_factor=Uniform(uniform=(0.0, draw(st.sampled_from([0.5, 1.0, 3.0])))),
        )
        for number in range(count)
    ]
    names = [case.id for case in cases]
    pair = draw(st.sampled_from(list(combinations(names, 2))))
    return a_choice(
        *cases,
        objective=draw(st.sampled_from(["saving", "safe-saving", "npv"])),
        at_most=draw(st.integers(1, count)),
        pools=(a_pool(draw(st.integers(0, 20))),),
        requires={pair[0]: (pair[1],)} if draw(st.booleans()) else {},
        excludes=(pair,) if draw(st.booleans()) else (),
        scenario={"sampling": "random"},
    )


@given(portfolios())
@settings(max_examples=examples(20))
def test_no_allowed_portfolio_is_better(scenario: Scenario) -> None:
    found = chosen(scenario)
    pool, choice = scenario.choice.pools[0], scenario.choice  # type: ignore[union-attr]  # there is one
    assert choice is not None
    best = max(point.objective for point in found.all)
    mine = next(point for point in found.all if point.cases == found.choice.chosen)
    spread = 0.15 * max(1.0, abs(best))  # other trials than those that it was chosen on
    assert mine.objective >= best - spread
    for point in found.all:
        assert point.outlay <= (pool.total or 0) + 0.005
        assert len(point.cases) <= (choice.at_most or 0)


def test_what_every_other_objective_would_choose_is_told_and_the_own_is_not() -> None:
    found = chosen(a_choice(*knapsack(), objective="saving", pools=(a_pool(7),)))

    assert set(found.choice.others) == {"safe-saving", "npv"}
