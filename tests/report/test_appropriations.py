"""Appropriations carry the whole plan into the budget, line by line."""

import csv
from dataclasses import replace
from io import StringIO
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import a_budget, a_line, a_scenario, an_effect, an_investment
from innobudget.domain.investment import Investment, Stage
from innobudget.domain.results import Results
from innobudget.domain.scenario import Scenario
from innobudget.engine.flows import Array
from innobudget.engine.simulation import simulate
from innobudget.report.appropriations import BOOKED, Change, appropriations, still_to_book
from innobudget.report.appropriations_csv import appropriations_csv, whole_units
from strategies import scenarios
from town import town


def results_of(scenario: Scenario) -> Results:
    return simulate(scenario, trials=10).results()


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text), delimiter=delimiter))


def total(results: Results, *changes: Change) -> Array:
    found = [item.amounts for item in appropriations(results) if item.change in changes]
    return np.asarray(np.sum(found, axis=0))


@pytest.mark.parametrize("share", [0.0, 0.6, 1.0])
def test_savings_add_up_to_what_is_booked(share: float) -> None:
    results = results_of(town(share=share))
    booked = -total(results, *BOOKED)
    assert list(booked) == pytest.approx(list(results.portfolio.plan.booked))


def test_outlays_and_disruptions_add_up_to_the_plan() -> None:
    results = results_of(town())
    plan = results.portfolio.plan
    spent = total(results, "outlay") + total(results, "disruption")
    assert list(spent) == pytest.approx(list(np.add(plan.outlay, plan.disruption)))


def test_a_saving_falls_on_the_lines_of_its_effect_in_proportion() -> None:
    results = results_of(town())
    by_line = {
        change.account.line.id: change.amounts[3]
        for change in appropriations(results)
        if change.effect == 1 and change.investment == 1 and change.account.line is not None
    }
    assert by_line["5.30.27"] == pytest.approx(3 * by_line["5.30.26"])


def test_what_is_booked_before_any_saving_is_planned_falls_on_no_line() -> None:
    early = an_investment(booked={2026: 50.0}, effects=(an_effect(start=2028),))
    found = appropriations(results_of(a_scenario(early)))
    left = next(change for change in found if change.effect is None and change.change == "saving")
    assert left.account.line is None
    assert list(left.amounts) == [-50.0, -50.0, 0.0, 0.0, 0.0, 0.0]
    (*_, last) = rows(appropriations_csv(results_of(a_scenario(early)), "en"))
    assert (last["line"], last["name"]) == (
        "not placed",
        "the scenario names no budget line (outlay_line)",
    )
    names = {row["name"] for row in rows(appropriations_csv(results_of(a_scenario(early)), "en"))}
    assert "no saving is planned in the year" in names


def test_running_costs_stand_on_their_lines_beside_an_explicit_booking() -> None:
    results = results_of(town())
    found = [item for item in appropriations(results) if item.investment == 1]
    by_effect = {
        effect: np.sum([item.amounts for item in found if item.effect == effect], axis=0)
        for effect in (1, 2)
    }
    assert list(by_effect[1]) == pytest.approx([0.0] + [-90_000.0] * 5)
    assert list(by_effect[2]) == pytest.approx([0.0] + [2_000.0] * 5)
    (running,) = [item for item in found if item.effect == 2]
    assert running.account.line is not None
    assert running.account.line.id == "5.30.26"


def test_an_effect_that_ends_is_temporary() -> None:
    found = appropriations(results_of(town()))
    lasting = {
        (change.investment, change.effect): change.permanent
        for change in found
        if change.change == "saving"
    }
    assert lasting[2, 1] is True
    assert lasting[2, 2] is False


def test_the_file_holds_every_change_in_the_language_of_the_reader() -> None:
    results = results_of(town())
    english = rows(appropriations_csv(results, "en"))
    danish = rows(appropriations_csv(results, "da"), ";")
    assert sum(float(row["amount"]) for row in english) == pytest.approx(
        sum(change.amounts.sum() for change in appropriations(results)), abs=0.5
    )
    assert [row["beløb"].replace(",", ".") for row in danish] == [row["amount"] for row in english]
    assert {row["ændring"] for row in danish} == {
        "indregnet besparelse",
        "afledt driftsudgift",
        "implementeringsudgift",
    }


def test_names_that_look_like_formulas_are_made_harmless() -> None:
    scenario = town()
    odd = replace(scenario.investments[0], name="=HYPERLINK(1)")
    found = rows(appropriations_csv(results_of(replace(scenario, investments=(odd,))), "en"))
    assert {row["investment"] for row in found} == {"'=HYPERLINK(1)"}
    assert all(row["amount"][0] in "-0123456789" for row in found)


def already(*investments: Investment, growth: float = 0.0) -> Results:
    return results_of(
        a_scenario(*investments, budget=a_budget(growth=growth), already_in_budget=True)
    )


def left(results: Results) -> list[tuple[str, Any]]:
    found = ((item, still_to_book(results.scenario, item)) for item in appropriations(results))
    return [(item.change, amounts.tolist()) for item, amounts in found if amounts.any()]


def test_a_budget_that_has_the_bookings_is_told_nothing_that_it_holds() -> None:
    """The file's years are 2026 to 2029, the horizon ends in 2031."""
    lasting = an_investment(
        effects=(an_effect(line="5.30.26"), an_effect(line="5.30.26", amount=-7.0)),
        stages=(Stage(outlay={2026: 50.0, 2029: 5.0}, disruption={2027: 3.0}),),
    )
    assert left(already(lasting)) == []
    assert rows(appropriations_csv(already(lasting), "en")) == []


def test_past_the_files_last_year_only_what_differs_from_it_is_told() -> None:
    ramp = (0.1, 0.2, 0.4, 0.7, 1.0)
    effects = (an_effect(line="5.30.26", ramp=ramp), an_effect(line="5.30.27", years=4))
    stage = Stage(outlay={2026: 50.0, 2031: 5.0})
    found = left(already(an_investment(effects=effects, stages=(stage,))))
    assert found == [
        ("saving", pytest.approx([0, 0, 0, 0, -30, -60])),
        ("saving", pytest.approx([0, 0, 0, 0, 0, 100])),
        ("outlay", [0, 0, 0, 0, 0, 5]),
    ]


def test_a_line_that_grows_takes_the_saving_in_it_along() -> None:
    found = left(already(an_investment(effects=(an_effect(line="5.30.26"),)), growth=0.1))
    assert found == [("saving", pytest.approx([0, 0, 0, 0, 10, 21]))]


@given(scenarios())
def test_the_file_is_whole_and_every_sum_in_it_is_a_rounded_one(scenario: Scenario) -> None:
    results = results_of(scenario)
    changes = appropriations(results)
    told = rows(appropriations_csv(results, "en"))
    for position, year in enumerate(scenario.horizon.years):
        for number, investment in enumerate(scenario.enabled, start=1):
            for booked in (True, False):
                exact = sum(
                    still_to_book(scenario, item)[position]
                    for item in changes
                    if item.investment == number and (item.change in BOOKED) == booked
                )
                written = sum(
                    int(row["amount"])
                    for row in told
                    if row["investment"] == investment.title
                    and int(row["year"]) == year
                    and (row["change"] in {"booked saving", "running cost"}) == booked
                )
                assert abs(written - exact) < 1.001


@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(-(10**6), 10**6)), max_size=30
    )
)
def test_whole_units_are_next_to_each_amount_and_each_sum(
    drawn: list[tuple[int, int, int]],
) -> None:
    amounts = [thousandths / 1_000 for _, _, thousandths in drawn]
    paths = [(one, two, place) for place, (one, two, _) in enumerate(drawn)]
    whole = whole_units(paths, amounts)
    for depth in range(4):
        for path in {path[:depth] for path in paths}:
            members = [n for n, own in enumerate(paths) if own[:depth] == path]
            exact = sum(drawn[n][2] for n in members)
            found = sum(whole[n] for n in members)
            if depth == 1:
                assert abs(found * 1_000 - exact) <= 500
            elif depth > 1:
                assert exact // 1_000 <= found <= -(-exact // 1_000)


def test_amounts_on_lines_that_look_alike_are_one_row() -> None:
    twins = (a_line("5.30.26"), a_line("5.30.26"))
    scenario = a_scenario(
        an_investment(effects=(an_effect(line="5.30.26", amount=101.0),)), budget=a_budget(*twins)
    )
    (first, *_) = found = rows(appropriations_csv(results_of(scenario), "en"))
    assert (first["line"], first["year"], first["amount"]) == ("5.30.26", "2027", "-101")
    assert len(found) == len({(row["line"], row["year"], row["change"]) for row in found})


def test_the_side_of_a_line_stands_beside_its_amount() -> None:
    fees = a_line("5.30.28", amounts=dict.fromkeys(range(2026, 2030), -1_000.0))
    effects = (an_effect(line="5.30.28", side="income"), an_effect(line="5.30.26"))
    scenario = a_scenario(an_investment(effects=effects), budget=a_budget(a_line(), fees))
    found = rows(appropriations_csv(results_of(scenario), "en"))
    sides = {row["line"]: (row["side"], row["amount"]) for row in found if row["year"] == "2028"}
    assert sides == {"5.30.28": ("income", "-100"), "5.30.26": ("expenditure", "-100")}
