"""What is known enters as intervals: known answers, exactly."""

from dataclasses import replace
from datetime import date
from math import asin, pi, sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import a_scenario, an_effect, an_investment, examples
from innobudget.domain.drivers import Driver
from innobudget.domain.facts import Fact, Followup
from innobudget.domain.investment import FIELD_OF, Investment, QualityIndicator, Stage
from innobudget.domain.results import Outcome, Results
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import (
    Choice,
    Normal,
    Percentiles,
    Pert,
    Triangular,
    Uncertain,
    Uniform,
)
from innobudget.engine.chance.distributions import percentile
from innobudget.engine.followup import KnownFacts
from innobudget.engine.simulation import Simulation, simulate
from innobudget.errors import InputError

EVEN = Stage(outlay={2026: 50.0}, success=0.5)
PASSED = Fact(on=date(2026, 12, 31), stage=1, passed=True)
STOPPED = replace(PASSED, passed=False)
DAY = date(2028, 12, 31)
MANY = 2**17


def a_followup(
    *investments: Investment,
    as_of: date = date(2027, 12, 31),
    **changes: Any,  # noqa: ANN401 - any field of a scenario
) -> Scenario:
    """Return a follow-up at the end of 2027 of what was adopted without its facts."""
    own = {key: changes.pop(key) for key in ("tolerance", "rebudget_after") if key in changes}
    return a_scenario(*investments, followup=Followup(as_of=as_of, **own), **changes)


def found(scenario: Scenario, trials: int = MANY) -> Results:
    return simulate(scenario, trials=trials).results()


def case(results: Results, name: str) -> Outcome:
    return next(item.outcome for item in results.investments if item.id == name)


def success(results: Results, name: str) -> float:
    return next(item.probability_success for item in results.investments if item.id == name)


@pytest.mark.parametrize(
    ("load", "exact", "sampling"),
    [
        *((0.5, 0.58043, "sobol"), (0.7, 0.66300, "sobol"), (0.9, 0.80053, "sobol")),
        *((0.9, 0.80053, "random"), (0.9, 0.80053, "latin-hypercube")),
    ],
)
def test_a_passed_stage_moves_another_by_their_driver(
    load: float, exact: float, sampling: str
) -> None:
    scenario = a_followup(
        an_investment("a", stages=(EVEN,), facts=(PASSED,)),
        an_investment("b", stages=(EVEN,)),
        drivers=(Driver(id="d", loads={"success": load}),),
        sampling=sampling,
    )
    results = found(scenario)
    assert success(results, "a") == 1
    assert success(results, "b") == pytest.approx(exact, abs=3 * sqrt(exact * (1 - exact) / MANY))
    assert exact == pytest.approx(0.5 + asin(load**2) / pi, abs=1e-5)


def test_several_drivers_are_moved_together() -> None:
    both = {"one": 0.7, "other": -0.6}
    scenario = a_followup(
        an_investment("a", stages=(EVEN,), facts=(PASSED,)),
        an_investment("b", stages=(EVEN,)),
        an_investment("c", stages=(EVEN,)),
        an_investment("d", stages=(EVEN,)),
        drivers=tuple(
            Driver(id=name, applies_to=("a", applies), loads={"success": load})
            for (name, load), applies in zip(both.items(), "bc", strict=True)
        ),
    )
    results = found(scenario)
    assert results.followup is not None
    assert results.followup.driver_fit > 0.8
    for name, rho in (("b", 0.49), ("c", 0.36)):
        exact = 0.5 + asin(rho) / pi
        assert success(results, name) == pytest.approx(exact, abs=3 * 0.5 / sqrt(MANY))
    assert success(results, "d") == pytest.approx(0.5, abs=1e-3)


def test_a_known_benefit_moves_another_by_their_driver() -> None:
    normal = Normal(normal=(1.0, 0.2))
    actual = Fact(on=date(2027, 12, 31), year=2027, saving=80.0, tolerance=1e-6)
    scenario = a_followup(
        an_investment("a", benefit_factor=normal, facts=(actual,)),
        an_investment("b", benefit_factor=normal),
        drivers=(Driver(id="d", loads={"benefit": 0.6}),),
    )
    saving = case(found(scenario), "b").measures["saving"][2]
    sd = 0.2 * sqrt(1 - 0.36**2)
    assert saving.mean == pytest.approx(92.8, abs=3 * 100 * sd / sqrt(MANY))
    assert saving.sd == pytest.approx(100 * sd, rel=3 / sqrt(2 * MANY))


def test_an_actual_narrows_the_effect_that_it_tells() -> None:
    actual = Fact(on=date(2027, 12, 31), year=2027, saving=60.0)
    scenario = a_followup(
        an_investment(benefit_factor=Uniform(uniform=(0.0, 1.0)), facts=(actual,))
    )
    now, following = case(found(scenario), "care").measures["saving"][1:3]
    assert (now.mean, now.sd) == (60.0, 0.0)
    assert following.mean == pytest.approx(60, abs=0.01)
    assert following.p10 == pytest.approx(55.2, abs=0.01)
    assert following.p90 == pytest.approx(64.8, abs=0.01)


def test_what_is_planned_stays_the_plan_where_something_realised_stands_instead() -> None:
    actual = Fact(on=date(2027, 12, 31), year=2027, saving=60.0)
    told = found(a_followup(an_investment(booked={2027: 80.0}, facts=(actual,))), trials=100)
    planned, steps = told.portfolio.plan.saving[:4], told.booked_to_achieved
    assert steps.booked + steps.unbooked == pytest.approx(sum(planned))
    assert steps.benefit == pytest.approx(60 - 100)


@pytest.mark.parametrize(
    ("own", "facts", "lost"),
    [
        (
            {"delay": Choice(choice=((0, 0.5), (1, 0.5))), "effects": (an_effect(ramp=(0.4, 1)),)},
            (Fact(on=date(2028, 1, 31), begun=2028), Fact(on=DAY, year=2028, saving=40.0)),
            {"delay": -(40 + 60)},
        ),
        (
            {"delay": Choice(choice=((0, 0.5), (1, 0.5))), "effects": (an_effect(ramp=(0.4, 1)),)},
            (Fact(on=date(2028, 1, 31), begun=2028), Fact(on=DAY, year=2028, saving=30.0)),
            {"delay": -0.75 * (40 + 60), "benefit": -0.25 * (40 + 100 + 100)},
        ),
        (
            {"stages": (Stage(outlay={2026: 50.0}, success=0.5),)},
            (STOPPED, Fact(on=DAY, year=2027, saving=0.0)),
            {"failure": -300},
        ),
        ({}, (Fact(on=date(2027, 12, 31), year=2027, saving=60.0),), {"benefit": -40}),
    ],
)
def test_what_is_realised_is_told_by_what_it_comes_from(
    own: dict[str, Any], facts: tuple[Fact, ...], lost: dict[str, float]
) -> None:
    """A year late is no smaller effect, nor is a stop."""
    investment = an_investment(
        **{"benefit_factor": Uniform(uniform=(0.25, 1.75)), **own} if own else {},
        facts=tuple(replace(fact, tolerance=1e-6) if fact.amount else fact for fact in facts),
    )
    steps = found(a_followup(investment, as_of=DAY), trials=4096).booked_to_achieved
    told = {name: getattr(steps, name) for name in ("failure", "benefit", "delay")}
    assert told == pytest.approx({"failure": 0, "benefit": 0, "delay": 0, **lost}, abs=0.01)


def test_what_has_not_begun_is_later() -> None:
    late = Fact(on=date(2027, 12, 31), begun=False)
    scenario = a_followup(
        an_investment(delay=Choice(choice=((0, 0.6), (1, 0.3), (2, 0.1))), facts=(late,))
    )
    saving = [spread.mean for spread in case(found(scenario), "care").measures["saving"]]
    assert saving == pytest.approx([0, 0, 75, 100, 100, 100], abs=0.05)


def test_bookings_that_will_not_come_are_lost_room() -> None:
    failed = Fact(on=date(2026, 12, 31), stage=1, passed=False)
    scenario = a_followup(
        an_investment(
            stages=(Stage(outlay={2026: 50.0}, success=0.5),),
            effects=(an_effect(amount=10.0, start=2026),),
            facts=(failed,),
        ),
        as_of=date(2026, 12, 31),
        rebudget_after=2,
        horizon=4,
    )
    results = found(scenario, 1_000)
    assert results.followup is not None
    followup = results.followup
    assert followup.lost_room is not None
    assert followup.gap_rebudgeted is not None
    gap = [spread.mean for spread in results.portfolio.measures["budget_gap"]]
    assert gap == pytest.approx([10, 10, 10, 10])
    assert [spread.mean for spread in followup.lost_room] == pytest.approx([0, 0, 10, 10])
    assert [spread.mean for spread in followup.gap_rebudgeted] == pytest.approx([10, 10, 0, 0])


RANGES = (
    Uniform(uniform=(0.2, 1.2)),
    Triangular(triangular=(0.2, 0.9, 1.1)),
    Pert(pert=(0.2, 0.9, 1.5)),
    Normal(normal=(0.8, 0.2)),
)


@pytest.mark.parametrize("quantity", RANGES, ids=lambda quantity: type(quantity).__name__)
def test_knowing_more_exactly_never_widens_what_follows(quantity: Uncertain) -> None:
    widths = []
    for tolerance in (0.6, 0.3, 0.1, 0.03, 0.01):
        actual = Fact(on=date(2027, 12, 31), year=2027, saving=70.0, tolerance=tolerance)
        scenario = a_followup(an_investment(benefit_factor=quantity, facts=(actual,)))
        saving = case(found(scenario, 8_192), "care").measures["saving"][3]
        widths.append(saving.p90 - saving.p10)
    assert widths == sorted(widths, reverse=True)


def test_a_fact_that_the_whole_range_allows_moves_nothing() -> None:
    actual = Fact(on=date(2027, 12, 31), year=2027, saving=70.0, tolerance=3.0)
    own = an_investment(benefit_factor=Uniform(uniform=(0.2, 1.2)))
    drivers = (Driver(id="d", loads={"benefit": 0.6}),)
    results = found(a_followup(replace(own, facts=(actual,)), drivers=drivers), 4_096)
    before = found(a_scenario(own, drivers=drivers), 4_096)
    one, other = (case(each, "care").measures["saving"] for each in (results, before))
    assert one[1].sd == 0
    assert one[2:] == other[2:]


def test_a_fact_leaves_to_the_bit_what_shares_no_driver_with_it() -> None:
    uncertain = {"benefit_factor": Uniform(uniform=(0.2, 1.2)), "stages": (EVEN,)}
    cases = [an_investment(name, **uncertain) for name in "abc"]
    drivers = (Driver(id="d", applies_to=("a", "b"), loads={"benefit": 0.6}),)
    actual = Fact(on=date(2027, 12, 31), year=2027, saving=70.0)
    known = replace(cases[0], facts=(PASSED, actual))
    results = found(a_followup(known, *cases[1:], drivers=drivers), 4_096)
    before = found(a_scenario(*cases, drivers=drivers), 4_096)
    assert case(results, "b") != case(before, "b")
    assert case(results, "c") == case(before, "c")
    assert results.followup is not None
    assert results.followup.adopted == before.portfolio


def test_the_order_of_facts_changes_nothing() -> None:
    facts = (
        PASSED,
        Fact(on=date(2027, 12, 31), begun=2027),
        Fact(on=date(2027, 12, 31), year=2027, saving=70.0),
        Fact(on=date(2027, 1, 31), year=2026, outlay=60.0),
    )
    own = an_investment(
        stages=(EVEN,),
        benefit_factor=Uniform(uniform=(0.2, 1.2)),
        cost_factor=Uniform(uniform=(0.9, 1.5)),
        delay=Choice(choice=((0, 0.6), (1, 0.4))),
    )
    one, other = (
        found(a_followup(replace(own, facts=order)), 2_048) for order in (facts, facts[::-1])
    )
    assert one.portfolio == other.portfolio
    assert one.followup is not None
    assert other.followup is not None
    assert one.followup.walk == other.followup.walk


BENEFITS = (*RANGES, Percentiles(p10=0.5, p50=0.8, p90=1.05, min=-0.1, max=2.0))


@settings(max_examples=examples(5))
@given(
    st.sampled_from(BENEFITS),
    st.sampled_from([0.3, 0.5, 0.9]),
    st.sampled_from([0.0, 0.5, -0.8]),
    st.integers(0, 1),
)
def test_what_is_known_either_way_adds_up_to_what_was_expected(
    quantity: Uncertain, chance: float, load: float, stage: int
) -> None:
    stages = (replace(EVEN, success=0.7), Stage(outlay={2027: 30.0}, success=chance))
    own = an_investment(
        "a", stages=stages, benefit_factor=quantity, failure_factor=Uniform(uniform=(-0.2, 0.0))
    )
    other = an_investment("b", stages=(EVEN,), benefit_factor=quantity)
    driver = Driver(id="d", loads={"success": load, "benefit": load / 2})
    before = replace(PASSED, on=date(2026, 6, 30))
    sides = []
    for passed in (True, False):
        last = Fact(on=date(2027, 6, 30), stage=stage + 1, passed=passed)
        facts = (before, last) if stage else (last,)
        sides.append(found(a_followup(replace(own, facts=facts), other, drivers=(driver,)), 16_384))
    adopted = a_followup(replace(own, facts=(before,) if stage else ()), other, drivers=(driver,))
    middle = simulate(adopted, trials=16_384)
    share = _share_passing(middle, stage)
    results = middle.results()
    for amount in results.portfolio.measures:
        for year, whole in enumerate(results.portfolio.measures[amount]):
            yes, no = (side.portfolio.measures[amount][year].mean for side in sides)
            error = whole.sd / sqrt(16_384) + 1e-6
            assert share * yes + (1 - share) * no == pytest.approx(whole.mean, abs=3 * error)


QUALITY = QualityIndicator(indicator="Alone", baseline=20, target=40, start=2027)
Told = tuple[list[Fact], list[float], str, int | None]
"""Facts that leave nothing out, how likely each is, the quantity, and the year one replaces."""


def told_apart(kind: str, quantity: Uniform | Triangular | Pert, at: float) -> Told:
    """Split a factor, or a delay, by facts of a kind: below and above a value."""
    day, last = date(2027, 12, 31), 2.0
    if kind == "begun":
        return [Fact(on=day, begun=2027), Fact(on=day, begun=False)], [0.6, 0.4], "delay", None
    below = percentile(quantity, at, inclusive=True)
    ends = ((0.0, at), (at, last))
    if kind == "quantity":
        known = [Fact(on=day, quantity="benefit", interval=pair) for pair in ends]
        return known, [below, 1 - below], "benefit_factor", None
    found = []
    for low, high in ends:
        middle = (low + high) / 2
        amounts = {"indicator": 20 + 20 * middle, "saving": 100 * middle}
        fact = Fact(on=day, tolerance=(high - low) / 2 / middle)
        if kind == "indicator":
            found.append(replace(fact, indicator="Alone", value=amounts[kind]))
        else:
            year = 2027 if kind == "saving" else 2026
            amount: dict[str, Any] = {kind: amounts.get(kind, 50 * middle)}
            found.append(replace(fact, year=year, **amount))
    of = {"outlay": "cost_factor", "capital_outlay": "cost_factor"}
    of |= {"disruption": "disruption_factor"}
    replaced = None if kind == "indicator" else found[0].year
    return found, [below, 1 - below], of.get(kind, "benefit_factor"), replaced


FACTORS = (
    Uniform(uniform=(0.2, 1.2)),
    Triangular(triangular=(0.2, 0.9, 1.1)),
    Pert(pert=(0.2, 0.9, 1.5)),
)


@pytest.mark.parametrize(
    "kind",
    ["begun", "saving", "outlay", "capital_outlay", "disruption", "indicator", "quantity"],
)
@settings(max_examples=3)
@given(st.sampled_from(FACTORS), st.sampled_from([0.0, 0.5, -0.8]), st.floats(0.5, 0.95))
def test_every_kind_of_fact_adds_up_to_what_was_expected(
    kind: str, quantity: Uniform | Triangular | Pert, load: float, at: float
) -> None:
    facts, chances, name, replaced = told_apart(kind, quantity, at)
    spent = {2026: 50.0, 2027: 100.0}
    uncertain = Choice(choice=((0, 0.6), (1, 0.3), (2, 0.1))) if name == "delay" else quantity
    own = an_investment(
        "a",
        stages=(Stage(outlay=spent, capital_outlay=spent, disruption=spent),),
        quality=(QUALITY,),
        **{name: uncertain},
    )
    other = an_investment("b", **{name: uncertain})
    quantity_of = {field: moved for moved, field in FIELD_OF.items()}
    driver = Driver(id="d", loads={quantity_of[name]: load})
    adopted, *sides = (
        simulate(
            a_followup(replace(own, facts=known), other, drivers=(driver,)), trials=8_192
        ).portfolio()
        for known in ((), *((fact,) for fact in facts))
    )
    for amount in ("saving", "outlay", "disruption", "budget_gap"):
        for year, whole in enumerate(adopted.measures[amount]):
            if 2026 + year != replaced:
                means = [side.measures[amount][year].mean for side in sides]
                error = whole.sd / sqrt(8_192) + 1e-6
                expected = sum(p * mean for p, mean in zip(chances, means, strict=True))
                assert expected == pytest.approx(whole.mean, abs=3 * error)


def _share_passing(simulation: Simulation, stage: int) -> float:
    """Return the share of the trials in which a stage of `a` passes."""
    draws = simulation.draws
    weights = draws.weights(0, range(2)).of(0)[:, : draws.trials]
    axis = draws.plans[0].weights
    passed = weights[axis.success] if stage else weights[axis.outlay.start + 1] > 0
    return float(np.mean(passed))


def test_an_early_sign_narrows_the_effect() -> None:
    sign = Fact(on=date(2027, 12, 31), indicator="Alone", value=30.0, tolerance=0.2)
    own = an_investment(benefit_factor=Uniform(uniform=(0.0, 1.0)), quality=(QUALITY,))
    results = found(a_followup(replace(own, facts=(sign,))))
    saving = case(results, "care").measures["saving"][1]
    assert (saving.mean, saving.p10, saving.p90) == pytest.approx((50, 42, 58), abs=0.02)


@pytest.mark.parametrize(
    ("estimate", "below"), [(99.0, 0.0), (100.0, 0.5), (100.004, 0.5), (101.0, 1.0)]
)
def test_an_owners_estimate_has_half_of_what_is_equal_below_it(
    estimate: float, below: float
) -> None:
    own = an_investment(owner_estimate={2028: estimate})
    results = simulate(a_followup(own), trials=64).results()
    assert results.followup is not None
    (followed,) = results.followup.cases
    assert followed.owner_estimate_percentile[2] == below


STEPS = Choice(choice=((0.2, 0.5), (0.6, 0.3), (1.0, 0.2)))
YEARS_LATE = Choice(choice=((0, 0.6), (1, 0.3), (2, 0.1)))


@pytest.mark.parametrize(
    ("fields", "fact", "saving"),
    [
        ({"benefit_factor": Uniform(uniform=(0.5, 1.0))}, {"saving": 160.0}, (100, 100)),
        ({"benefit_factor": Uniform(uniform=(0.5, 1.0))}, {"saving": 10.0}, (50, 50)),
        ({"benefit_factor": STEPS}, {"saving": 300.0}, (100, 100)),
        ({"benefit_factor": STEPS}, {"saving": 42.0}, (60, 60)),
        ({"benefit_factor": STEPS}, {"saving": 32.0}, (20, 20)),
        ({"benefit_factor": STEPS}, {"saving": -50.0}, (20, 20)),
        ({"delay": YEARS_LATE}, {"begun": 2030}, (0, 100)),
        ({"delay": YEARS_LATE}, {"begun": False}, (0, 100)),
        ({"delay": YEARS_LATE}, {"begun": False, "on": date(2029, 12, 31)}, (0, 100)),
        ({"delay": Uniform(uniform=(0.0, 2.0))}, {"begun": False}, (0, 100)),
    ],
    ids=str,
)
def test_of_a_fact_that_the_range_does_not_allow_the_nearest_that_it_does_is_taken_and_said(
    fields: dict[str, Any], fact: dict[str, Any], saving: tuple[float, float]
) -> None:
    """The effect is planned from 2027; the savings are those of 2028 and 2029."""
    year = {"year": 2027} if "saving" in fact else {}
    known = Fact(**{"on": date(2030, 12, 31), **fact, **year})
    own = an_investment(**fields, facts=(known,))
    simulated = simulate(a_followup(own, as_of=known.on, horizon=8), trials=256)
    assert [doubt.code for doubt in simulated.scenario.doubts] == ["held-impossible"]
    told = case(simulated.results(), "care").measures["saving"]
    assert (told[2].mean, told[3].mean) == pytest.approx(saving, abs=0.01)


@pytest.mark.parametrize(
    ("delay", "told"),
    [(YEARS_LATE, []), (Uniform(uniform=(0.0, 2.0)), ["a delay of 0.00 to 1.00 years"])],
)
def test_an_amount_is_doubted_where_the_delay_that_it_came_with_is_not_known_exactly(
    delay: Uncertain, told: list[str]
) -> None:
    begun = Fact(on=date(2027, 12, 31), begun=2027)
    saved = Fact(on=date(2028, 12, 31), year=2028, saving=60.0)
    own = an_investment(
        benefit_factor=Uniform(uniform=(0.0, 1.0)), delay=delay, facts=(begun, saved)
    )
    simulated = simulate(a_followup(own, as_of=saved.on), trials=64)
    assert [f"{doubt.found}" for doubt in simulated.scenario.doubts] == told
    assert all(doubt.code == "delay-in-between" for doubt in simulated.scenario.doubts)


@pytest.mark.parametrize("amounts", [(60.0, 90.0), (90.0, 60.0)])
def test_facts_that_cannot_be_true_together_are_doubted_and_the_latest_counts(
    amounts: tuple[float, float],
) -> None:
    facts = tuple(
        Fact(on=date(year, 12, 31), year=year, saving=amount, tolerance=0.05)
        for year, amount in zip((2027, 2028), amounts, strict=True)
    )
    own = an_investment(benefit_factor=Uniform(uniform=(0.0, 1.0)), facts=facts)
    simulated = simulate(a_followup(own, as_of=date(2028, 12, 31)), trials=1_024)
    saving = case(simulated.results(), "care").measures["saving"]
    (doubt,) = simulated.scenario.doubts
    assert doubt.code == "facts-disagree"
    assert doubt.place == '[[investment]] "care", [[investment.fact]] 2'
    assert saving[3].mean == pytest.approx(amounts[1], abs=0.05)


def test_money_spent_tells_what_the_rest_costs() -> None:
    spent = Fact(on=date(2026, 12, 31), year=2026, outlay=60.0, tolerance=0.05)
    own = an_investment(
        stages=(Stage(outlay={2026: 50.0, 2027: 100.0}),),
        cost_factor=Uniform(uniform=(0.8, 1.6)),
        facts=(spent,),
    )
    outcome = case(found(a_followup(own, as_of=date(2026, 12, 31))), "care")
    assert outcome.plan.outlay[:2] == (50.0, 100.0)
    assert outcome.measures["outlay"][0].sd == 0
    assert outcome.measures["outlay"][1].mean == pytest.approx(120, abs=0.02)
    assert outcome.measures["outlay"][1].p10 == pytest.approx(120 - 0.8 * 6, abs=0.02)
    assert outcome.measures["budget_gap"][0].mean == pytest.approx(10)


def test_an_amount_to_date_leaves_the_rest_of_the_year_open() -> None:
    so_far = Fact(on=date(2027, 6, 30), year=2027, saving=20.0, to_date=True, tolerance=0.1)
    own = an_investment(benefit_factor=Uniform(uniform=(0.0, 1.0)), facts=(so_far,))
    part = 181 / 365
    saving = case(found(a_followup(own, as_of=date(2027, 6, 30))), "care").measures["saving"][1:3]
    factor = 20 / (100 * part)
    assert saving[1].mean == pytest.approx(100 * factor, abs=0.02)
    assert saving[0].mean == pytest.approx(20 + (1 - part) * 100 * factor, abs=0.02)


def test_the_walk_adds_up_and_tells_what_is_realised() -> None:
    facts = (PASSED, Fact(on=date(2027, 12, 31), year=2027, saving=70.0))
    own = an_investment(
        stages=(EVEN,), benefit_factor=Uniform(uniform=(0.2, 1.2)), facts=facts, booked={2027: 90.0}
    )
    results = found(a_followup(own), 4_096)
    assert results.followup is not None
    walk = {step.step: step.amount for step in results.followup.walk}
    assert list(walk) == [
        "booked", "adopted", "2026-12-31", "2027-12-31", "forecast", "realised", "expected",
    ]  # fmt: skip
    assert walk["booked"] == 270
    assert walk["realised"] == 70
    assert sum([*walk.values()][:4]) == pytest.approx(walk["forecast"])
    assert walk["realised"] + walk["expected"] == pytest.approx(walk["forecast"])
    assert walk["forecast"] == pytest.approx(results.portfolio.saving_period.mean)


def test_conditional_probabilities_are_twice_as_sure_as_as_many_plain_trials() -> None:
    trials, exact = 2**15, 0.5 + asin(0.7**2 + 0.5**2) / pi
    scenario = a_followup(
        an_investment("a", stages=(EVEN,), effects=(), facts=(PASSED,)),
        an_investment("b", stages=(EVEN,)),
        drivers=(
            Driver(id="one", loads={"success": 0.7}),
            Driver(id="other", loads={"success": -0.5}),
        ),
    )
    found = [
        simulate(scenario, trials=trials, seed=seed).portfolio().measures["saving"][2].mean / 100
        for seed in range(8)
    ]
    error = sqrt(np.mean((np.array(found) - exact) ** 2))
    assert error <= 0.5 * sqrt(exact * (1 - exact) / trials)


def hard_edges(count: int) -> Scenario:
    """Return stages that passed, each on two drivers of which the next has one."""
    names = [f"case-{number}" for number in range(count)]
    drivers = [
        Driver(id=f"driver-{number}", applies_to=tuple(pair), loads={"success": 0.7})
        for number, pair in enumerate(zip(["", *names], [*names, ""], strict=True))
    ]
    drivers = [
        replace(driver, applies_to=tuple(filter(None, driver.applies_to or ())))
        for driver in drivers
    ]
    cases = [an_investment(name, stages=(EVEN,), facts=(PASSED,)) for name in names]
    return a_followup(*cases, drivers=tuple(drivers))


@pytest.mark.parametrize(("count", "code"), [(1, None), (2, "driver-fit"), (12, "driver-fit")])
def test_the_fit_of_drivers_is_doubted_and_refused(count: int, code: str | None) -> None:
    scenario = hard_edges(count)
    if count == 12:
        with pytest.raises(InputError) as error:
            simulate(scenario, trials=100)
        assert [problem.code for problem in error.value.problems] == [code]
        return
    doubts = [doubt.code for doubt in simulate(scenario, trials=100).scenario.doubts]
    assert ("driver-fit" in doubts) == (code is not None)


def test_mended_drivers_are_spread_as_the_facts_leave_them() -> None:
    (group,) = KnownFacts(scenario=hard_edges(2)).known.groups
    generator = np.random.default_rng(1)
    normals = generator.standard_normal((len(group.drivers), 2**17))
    moved = np.array(group.moved(list(normals), lambda _: generator.random(2**17)))
    weights = np.exp(group.log_density(normals) + 0.5 * (normals**2).sum(axis=0))
    for power in (1, 2):
        exact = (weights * normals**power).sum(axis=1) / weights.sum()
        assert (moved**power).mean(axis=1) == pytest.approx(exact, abs=0.015)
    for limit in (0.0, 0.5, 1.5):
        exact = (weights * (normals > limit)).sum(axis=1) / weights.sum()
        assert (moved > limit).mean(axis=1) == pytest.approx(exact, abs=0.006)


def test_a_fact_is_placed_in_the_range_that_was_adopted_though_another_is_assumed_now() -> None:
    actual = Fact(on=date(2027, 12, 31), year=2027, saving=80.0, tolerance=1e-3)
    before = an_investment("a", benefit_factor=Uniform(uniform=(0.0, 1.0)))
    now = replace(before, benefit_factor=Uniform(uniform=(0.6, 1.6)), facts=(actual,))
    scenario = a_followup(now, adopted=a_scenario(before))
    followup = found(scenario, trials=1_000).followup
    assert followup is not None
    (told,) = followup.facts
    assert told.percentile == pytest.approx(0.8, abs=1e-3)


@pytest.mark.parametrize(
    ("saving", "colour"), [(95.0, "green"), (94.9, "yellow"), (75.0, "yellow"), (74.9, "red")]
)
def test_a_colour_reaches_to_its_own_limit(saving: float, colour: str) -> None:
    certain = an_investment(effects=(an_effect(amount=saving),), booked={2027: 100.0})
    followed = found(a_followup(certain), trials=8).followup
    assert followed is not None
    assert [own.colour for own in followed.cases] == [colour]
