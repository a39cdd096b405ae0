"""A follow-up that cannot be is refused, each fault with its place and what to do."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from conftest import a_scenario, an_effect, an_investment
from innobudget.domain.checks import check_scenario, doubts_about
from innobudget.domain.drivers import Driver
from innobudget.domain.facts import Fact, Followup, elapsed
from innobudget.domain.investment import Investment, QualityIndicator, Stage
from innobudget.domain.known_course import KnownCourse, built_up, first_year, known_from
from innobudget.domain.planned import booked_saving
from innobudget.domain.rebooking import booked_in_part, booked_savings
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Choice, Uniform

DAY = date(2027, 8, 31)
STAGES = (
    Stage(name="Model", outlay={2026: 50.0}, success=0.5),
    Stage(name="Drift", outlay={2027: 80.0}, success=0.8),
)
CASE = an_investment(
    stages=STAGES,
    delay=Choice(choice=((0, 0.6), (1, 0.4))),
    benefit_factor=Uniform(uniform=(0.2, 1.2)),
    quality=(QualityIndicator(indicator="Alone", baseline=20, target=40, start=2027),),
)
PASSED = (
    Fact(on=date(2026, 12, 31), stage="Model", passed=True),
    Fact(on=date(2027, 3, 31), stage=2, passed=True),
    Fact(on=DAY, begun=2027),
)


def followed(*facts: Fact, case: Investment = CASE, **changes: Any) -> Scenario:  # noqa: ANN401
    return a_scenario(replace(case, facts=facts), followup=Followup(as_of=DAY), **changes)


def codes(scenario: Scenario) -> list[str]:
    faults = check_scenario(scenario)
    assert all(fault.found and fault.expected and fault.remedy for fault in faults)
    return [fault.code for fault in faults]


def test_a_whole_course_of_facts_is_no_fault() -> None:
    facts = (
        *PASSED,
        Fact(on=DAY, year=2027, saving=40.0, to_date=True, tolerance=0.2, source="Prisme"),
        Fact(on=DAY, year=2026, outlay=55.0),
        Fact(on=DAY, indicator="Alone", value=30.0),
    )
    assert codes(followed(*facts)) == []


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ([Fact(on=DAY)], "fact-form"),
        ([Fact(on=DAY, stage=1, passed=True, begun=2027)], "fact-form"),
        ([Fact(on=DAY, stage=1)], "fact-form"),
        ([Fact(on=DAY, saving=10.0)], "fact-form"),
        ([Fact(on=DAY, indicator="Alone")], "fact-form"),
        ([Fact(on=DAY, begun=True)], "fact-form"),
        ([Fact(on=DAY, begun=2027, year=2027)], "fact-form"),
        ([Fact(on=DAY, quantity="benefit", interval=(0.8, 0.2))], "fact-form"),
        ([Fact(on=date(2027, 9, 1), stage=1, passed=True)], "followup-date"),
        ([Fact(on=DAY, stage="Modle", passed=True)], "fact-unknown"),
        ([Fact(on=DAY, stage=3, passed=True)], "fact-unknown"),
        ([*PASSED, Fact(on=DAY, indicator="Alnoe", value=30.0)], "fact-unknown"),
        ([Fact(on=date(2026, 6, 1), begun=2027)], "fact-year"),
        ([*PASSED, Fact(on=DAY, year=2028, saving=10.0)], "fact-year"),
        ([*PASSED, Fact(on=DAY, year=2025, saving=10.0)], "fact-year"),
        ([*PASSED, Fact(on=DAY, year=2027, saving=10.0)], "fact-year"),
        ([*PASSED, Fact(on=DAY, year=2026, outlay=10.0, to_date=True)], "fact-year"),
        ([PASSED[0], replace(PASSED[0], passed=False)], "fact-twice"),
        ([Fact(on=DAY, year=2026, outlay=amount) for amount in (10.0, 20.0)], "fact-twice"),
        ([replace(PASSED[0], passed=False), PASSED[1]], "fact-order"),
        ([Fact(on=DAY, year=2027, saving=10.0, to_date=True)], "fact-order"),
        ([*PASSED[:2], Fact(on=DAY, year=2027, saving=10.0, to_date=True)], "fact-order"),
        ([*PASSED[:2], Fact(on=DAY, indicator="Alone", value=30.0)], "fact-order"),
        ([*PASSED, Fact(on=DAY, year=2026, saving=10.0)], "fact-order"),
        ([Fact(on=DAY, year=2027, outlay=10.0, to_date=True)], "fact-order"),
        ([PASSED[0], Fact(on=DAY, year=2027, disruption=10.0, to_date=True)], "fact-against-plan"),
    ],
)
def test_each_bad_fact_is_refused(facts: list[Fact], code: str) -> None:
    assert codes(followed(*facts)) == [code]


def test_facts_against_what_was_held_to_be_certain_are_refused() -> None:
    certain = an_investment()
    for fact in (
        Fact(on=DAY, stage=1, passed=False),
        Fact(on=DAY, begun=False),
        Fact(on=DAY, begun=2026),
    ):
        assert codes(followed(fact, case=certain)) == ["fact-against-plan"]
    assert codes(followed(Fact(on=DAY, begun=2027), case=certain)) == []
    assert codes(
        followed(Fact(on=DAY, begun=2027), case=replace(CASE, effects=(), quality=()))
    ) == ["fact-against-plan"]


def test_what_drivers_say_all_of_cannot_be_told_by_facts() -> None:
    drivers = (Driver(id="d", loads={"success": 1.0}),)
    assert codes(followed(PASSED[0], drivers=drivers)) == ["fact-driven"]


def test_a_follow_up_needs_a_date_within_its_years() -> None:
    for day in (date(2025, 12, 31), date(2032, 1, 1)):
        scenario = replace(followed(), followup=Followup(as_of=day))
        assert codes(scenario) == ["followup-date"]


def test_the_next_budget_is_of_a_year_that_has_not_begun() -> None:
    for day, year, right in (
        (date(2027, 8, 31), 2027, False),
        (date(2027, 8, 31), 2028, True),
        (date(2027, 12, 31), 2029, True),
        (date(2027, 1, 1), 2027, True),
        (date(2027, 8, 31), 2032, True),
        (date(2027, 8, 31), 2033, False),
    ):
        scenario = replace(followed(), followup=Followup(as_of=day, next_budget=year))
        assert codes(scenario) == ([] if right else ["followup-date"]), (day, year)


def test_what_is_known_is_no_larger_than_what_is_planned_can_be() -> None:
    huge = 1e30
    case = an_investment(
        quality=CASE.quality,
        rebooked={2027: huge},
        owner_estimate={2027: huge},
        facts=(
            Fact(on=DAY, year=2027, saving=huge, to_date=True),
            Fact(on=DAY, indicator=CASE.quality[0].indicator, value=huge),
        ),
    )
    scenario = a_scenario(case, followup=Followup(as_of=DAY))
    assert codes(scenario).count("amount-too-large") == 4


def test_only_a_follow_up_has_facts_and_corrected_bookings() -> None:
    idle = an_investment(facts=(PASSED[0],), rebooked={2027: 10.0}, owner_estimate={2027: 10.0})
    assert codes(a_scenario(idle)) == ["facts-without-followup"] * 3


def test_facts_are_about_cases_in_the_budget() -> None:
    off = replace(CASE, id="off", enabled=False, facts=(PASSED[0],))
    scenario = a_scenario(CASE, off, followup=Followup(as_of=DAY))
    assert codes(scenario) == ["fact-not-enabled"]


def test_a_case_that_was_adopted_is_not_switched_off() -> None:
    adopted = a_scenario(CASE, an_investment("other"))
    off = replace(CASE, enabled=False)
    scenario = a_scenario(
        off, an_investment("other"), followup=Followup(as_of=DAY), adopted=adopted
    )
    assert codes(scenario) == ["case-switched-off"]


def test_years_and_currency_stay_as_adopted() -> None:
    changed = followed(horizon=5, currency="EUR", adopted=a_scenario(CASE))
    assert codes(changed) == ["followup-years"] * 2


def test_tolerances_are_above_zero_and_corrected_bookings_within_the_years() -> None:
    fact = Fact(on=DAY, year=2026, outlay=55.0, tolerance=0.0)
    assert codes(followed(fact)) == ["out-of-range"]
    assert codes(followed(case=replace(CASE, rebooked={2040: 1.0}))) == ["outside-horizon"]


def test_a_past_year_without_its_actual_is_doubted() -> None:
    told = [doubt for doubt in doubts_about(followed()) if doubt.code == "missing-actual"]
    assert [doubt.found for doubt in told] == ["no actual operating outlay of 2026"]
    known = followed(Fact(on=DAY, year=2026, outlay=55.0))
    assert "missing-actual" not in [doubt.code for doubt in doubts_about(known)]


def test_no_saving_is_asked_for_of_a_year_before_it_is_known_not_to_have_begun() -> None:
    begun, waiting = (Fact(on=date(2027, 1, 31), begun=year) for year in (2026, False))
    ended = Fact(on=date(2026, 12, 31), begun=False)
    case = an_investment(
        delay=Uniform(uniform=(0.0, 3.0)), effects=(an_effect(start=2026),), stages=(Stage(),)
    )
    asked = ["no actual saving of 2026"]
    for facts, told in (((), asked), ((begun,), asked), ((ended,), asked), ((waiting,), [])):
        doubts = doubts_about(followed(*facts, case=case))
        assert [doubt.found for doubt in doubts if doubt.code == "missing-actual"] == told


def test_corrected_bookings_stand_instead_from_their_first_year_on() -> None:
    own = an_investment(booked={2026: 40.0}, rebooked={2028: 20.0})
    scenario = a_scenario(own, followup=Followup(as_of=DAY))
    assert list(booked_saving(scenario, own).values()) == [40, 40, 20, 20, 20, 20]
    shared = replace(own, booked=None)
    assert list(booked_savings(a_scenario(shared), shared).values()) == [0, 100, 20, 20, 20, 20]
    (half,) = booked_in_part(scenario, 0.5).investments
    assert list(booked_saving(scenario, half).values()) == [40, 40, 10, 10, 10, 10]


def test_a_course_is_known_as_far_as_facts_and_certainties_go() -> None:
    course = KnownCourse(investment=replace(CASE, facts=PASSED[1:2]))
    assert course.passed == (True, True)
    assert course.ending == "works"
    assert KnownCourse(investment=CASE).ending is None
    stopped = Fact(on=DAY, stage=1, passed=False)
    assert KnownCourse(investment=replace(CASE, facts=(stopped,))).ending == "stopped"
    failed = Fact(on=DAY, stage=2, passed=False)
    course = KnownCourse(investment=replace(CASE, facts=(failed,)))
    assert (course.ending, course.reached(1), course.reached(2)) == ("failed", True, False)


def test_an_effect_begins_with_its_first_share_above_zero() -> None:
    late = an_investment(effects=(an_effect(ramp=(0.0, 0.5, 1.0)), an_effect(amount=-5.0)))
    assert (first_year(late), built_up(late)) == (2028, 2029)
    assert first_year(replace(CASE, effects=())) == 2027
    assert first_year(an_investment(effects=())) is None


def test_a_fact_waits_for_what_it_needs() -> None:
    saving = Fact(on=date(2027, 1, 31), year=2027, saving=40.0, to_date=True)
    outlay = Fact(on=date(2026, 6, 30), year=2027, outlay=40.0)
    course = KnownCourse(investment=replace(CASE, facts=(*PASSED, saving, outlay)))
    assert known_from(course, saving) == DAY
    assert known_from(course, outlay) == PASSED[0].on
    assert known_from(course, PASSED[0]) == PASSED[0].on


def test_a_year_elapses_day_by_day() -> None:
    assert elapsed(DAY) == 243 / 365
    assert elapsed(date(2028, 12, 31)) == 1
    assert elapsed(date(2028, 1, 1)) == 1 / 366
