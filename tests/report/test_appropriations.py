"""Appropriations carry the whole plan into the budget, line by line."""

import csv
from dataclasses import replace
from io import StringIO

import numpy as np
import pytest

from conftest import a_scenario, an_effect, an_investment
from innobudget.domain.results import Results
from innobudget.domain.scenario import Scenario
from innobudget.engine.flows import Array
from innobudget.engine.simulation import simulate
from innobudget.report.appropriations import Change, appropriations
from innobudget.report.appropriations_csv import appropriations_csv
from town import town


def results_of(scenario: Scenario) -> Results:
    return simulate(scenario, trials=10).results()


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text), delimiter=delimiter))


def total(results: Results, change: Change) -> Array:
    found = [item.amounts for item in appropriations(results) if item.change == change]
    return np.asarray(np.sum(found, axis=0))


@pytest.mark.parametrize("share", [0.0, 0.6, 1.0])
def test_savings_add_up_to_what_is_booked(share: float) -> None:
    results = results_of(town(share=share))
    booked = -total(results, "saving")
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
        "implementeringsudgift",
    }


def test_names_that_look_like_formulas_are_made_harmless() -> None:
    scenario = town()
    odd = replace(scenario.investments[0], name="=HYPERLINK(1)")
    found = rows(appropriations_csv(results_of(replace(scenario, investments=(odd,))), "en"))
    assert {row["investment"] for row in found} == {"'=HYPERLINK(1)"}
    assert all(row["amount"][0] in "-0123456789" for row in found)
