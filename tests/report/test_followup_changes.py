"""What-if of a follow-up: what is budgeted until then stands, as in the results."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from changes import (
    COUNT,
    Change,
    Changeable,
    Making,
    case,
    effect,
    expected,
    line,
    off,
    scene,
    share,
    single_changes,
    stage,
)
from innobudget.domain.checks import check_scenario
from innobudget.domain.facts import Fact, Followup
from innobudget.domain.rebooking import booked_by_share, open_years, standing
from innobudget.domain.results import Results
from innobudget.domain.scenario import Language, Scenario
from innobudget.domain.uncertainty import Uniform
from innobudget.engine.simulation import Simulation, simulate
from innobudget.io.scenarios import load_scenario
from recalculation import (
    SOFFICE,
    by_formualizer,
    by_ironcalc,
    differences,
    many_by_libreoffice,
)
from town import written
from workbook_linter import lint
from workbook_linter.reading import is_input

SHIPPED = Path(__file__).parents[2] / "scenarios" / "odense-followup.toml"
DAY = date(2027, 8, 31)
ENOUGH = 8
"""Changes of one workbook's plan that are tried."""


def told(day: date, **said: Any) -> Fact:  # noqa: ANN401 - any field of a fact
    return Fact(on=day, **said)


FACTS: Mapping[str, tuple[Fact, ...]] = {
    "care": (
        told(date(2026, 12, 15), stage="Pilot", passed=True),
        told(date(2027, 1, 31), year=2026, outlay=21_000.0, source="Accounts"),
        told(date(2027, 3, 1), stage=2, passed=True),
        told(date(2027, 3, 1), begun=2027),
        told(DAY, year=2027, outlay=18_000.0, to_date=True),
        told(DAY, year=2027, capital_outlay=7_000.0, to_date=True),
        told(DAY, year=2027, disruption=3_000.0, to_date=True),
        told(DAY, year=2027, saving=20_000.0, to_date=True, tolerance=0.3),
        told(DAY, indicator="Alone", value=30.0),
    ),
    "desk": (
        told(date(2026, 12, 31), stage=1, passed=True),
        told(date(2027, 1, 31), year=2026, outlay=32_000.0),
        told(date(2027, 1, 31), year=2026, saving=4_000.0, tolerance=2.0),
    ),
    "school": (
        told(date(2026, 11, 1), stage=1, passed=True),
        told(date(2027, 1, 31), year=2026, outlay=6_000.0),
        told(date(2027, 5, 1), stage=2, passed=True),
        told(DAY, year=2027, outlay=7_000.0, to_date=True),
    ),
}


def followed() -> Scenario:
    """Return a case with own bookings, one rebooked from 2028, one by the share; every fact."""
    adopted = scene()
    care, desk, school = (replace(item, facts=FACTS[item.id]) for item in adopted.investments)
    cases = (care, replace(desk, rebooked={2028: 30_000.0}), school)
    return replace(adopted, investments=cases, adopted=adopted, followup=Followup(as_of=DAY))


def stopped() -> Scenario:
    """Return the same where one was stopped at its gate and one failed in operation."""
    scenario = followed()
    care, desk, school = scenario.investments
    lost = (*FACTS["desk"][1:2], told(date(2026, 12, 31), stage=1, passed=False))
    gate = (*FACTS["school"][1:2], told(date(2027, 5, 1), stage=1, passed=False))
    cases = (care, replace(desk, facts=lost), replace(school, facts=gate))
    return replace(scenario, investments=cases)


def shipped() -> Scenario:
    scenario = load_scenario(SHIPPED)
    return replace(scenario, sampled=replace(scenario.sampled, trials=2_000))


MADE: Mapping[str, Callable[[], Scenario]] = {
    "followed": followed,
    "stopped": stopped,
    "shipped": shipped,
}


@cache
def simulated(which: str) -> tuple[Simulation, Results]:
    scenario = MADE[which]()
    assert list(check_scenario(scenario)) == []
    run = simulate(scenario)
    return run, run.results()


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Changeable]:
    folder = tmp_path_factory.mktemp("followed")
    return {
        which: Changeable(
            written(simulated(which)[0], folder, count=COUNT).rename(folder / f"{which}.xlsx")
        )
        for which in MADE
    }


def by_share(which: str, part: float) -> Change:
    """Return a booking share for all cases, as the booking choice has it."""
    scenario = simulated(which)[0].scenario
    blank = {
        f"case{number}_booked:{place}": None
        for number, _ in enumerate(scenario.enabled, start=1)
        for place, is_open in enumerate(open_years(scenario))
        if is_open
    }
    return Change(
        name=f"{part} of all",
        typed={"booking_share": part, **blank},
        made=lambda scenario: booked_by_share(scenario, part),
    )


def rest(made: Making) -> Making:
    """Return a change that leaves alone what stands."""
    return lambda scenario: standing(made(scenario), scenario)


def hold(which: str, change: Change, books: Mapping[str, Changeable]) -> None:
    book = books[which]
    assert off(expected(change, *simulated(which)), book, book.after(change.typed)) == []


@pytest.mark.parametrize("part", [0.0, 0.35, 1.4])
@pytest.mark.parametrize("which", MADE)
def test_one_share_of_all_savings_is_booked_for_the_open_years_as_the_engine_books_it(
    which: str, part: float, books: Mapping[str, Changeable]
) -> None:
    hold(which, by_share(which, part), books)


DECIDED = {2027: 25_000.0, 2028: 35_000.0, 2029: 10_000.0}
SOME: Mapping[str, tuple[Mapping[str, Any], Making]] = {
    "half of what has no booking": ({"booking_share": 0.5}, rest(share(0.5))),
    "nothing of what has no booking": ({"booking_share": 0}, rest(share(0.0))),
    "bookings from an open year on": (
        {"case3_booked:2": 20, "case3_booked:4": 5},
        rest(case(3, booked={2028: 20e3, 2030: 5e3})),
    ),
    "another booking in open years": (
        {f"case1_booked:{place}": 10 for place in (3, 4, 5)},
        case(1, booked=DECIDED),
    ),
    "another booking in a year that stands": (
        {"case1_booked:0": 5},
        case(1, booked={2026: 5e3, 2027: 25e3, 2028: 35e3}),
    ),
}


@pytest.mark.parametrize("name", SOME)
def test_other_bookings_are_what_they_are_said_to_be(
    name: str, books: Mapping[str, Changeable]
) -> None:
    typed, made = SOME[name]
    hold("followed", Change(name=name, typed=typed, made=made), books)


CLOSED = {
    "case1_effect1_amount", "case1_effect1_first_year", "case1_effect1_phase_in",
    "case1_effect1_duration", "case1_effect2_amount", "case1_effect2_first_year",
    "case2_cofinancing", "case3_cofinancing", "case3_stage1_grant",
}  # fmt: skip
"""In both: what facts of care's saving, and of what the two others cost, are held against."""
YEARS_LEFT: Mapping[str, tuple[Mapping[str, Any], Making]] = {
    "the outlay of the only stage": (
        {"case2_stage1_outlay:0": 9},
        stage(2, 1, outlay={2026: 40_000.0, 2027: 9_000.0, 2028: 8_000.0}),
    ),
    "the grant that is still to come": (
        {"case3_stage2_outlay:0": 5, "case3_stage2_grant:0": 1},
        stage(3, 2, outlay={2027: 12_000.0, 2028: 5e3}, grant={2027: 5e3, 2028: 1e3}),
    ),
    "capital outlay, whose factor is certain": (
        {"case1_stage2_capital_outlay:1": 25},
        stage(1, 2, capital_outlay={2027: 25_000.0}),
    ),
}


@pytest.mark.parametrize("name", YEARS_LEFT)
def test_plans_of_years_without_a_fact_are_inputs(
    name: str, books: Mapping[str, Changeable]
) -> None:
    typed, made = YEARS_LEFT[name]
    hold("followed", Change(name=name, typed=typed, made=rest(made)), books)


@pytest.mark.parametrize("which", ["followed", "stopped"])
def test_what_facts_are_held_against_is_no_input_and_all_else_is_as_the_engine_has_it(
    which: str, books: Mapping[str, Changeable]
) -> None:
    book, plans = books[which], ("_effect", "_cofinancing", "_stage", "_line", "_growth")
    assert CLOSED.isdisjoint(book.inputs)
    tried = 0
    for change in single_changes():
        names = {name.partition(":")[0] for name in change.typed}
        by_year = {name for name in names if "_stage" in name}
        if all(any(kind in name for kind in plans) for name in names) and not by_year:
            tried += names <= book.inputs.keys()
            assert names <= book.inputs.keys() or names & CLOSED, change.name
            if names <= book.inputs.keys():
                hold(which, replace(change, made=rest(change.made)), books)
    assert tried > ENOUGH


def test_what_the_beginning_is_held_against_is_no_input(tmp_path: Path) -> None:
    facts = (told(DAY, stage=2, passed=True), told(date(2027, 3, 1), begun=2027))
    adopted = scene()
    cases = (replace(adopted.investments[0], facts=facts), *adopted.investments[1:])
    run = simulate(
        replace(adopted, investments=cases, adopted=adopted, followup=Followup(as_of=DAY))
    )
    book = Changeable(written(run, tmp_path, count=COUNT))
    assert {"case1_effect1_first_year", "case1_effect1_phase_in"}.isdisjoint(book.inputs)
    for typed, made in (
        ({"case1_effect1_amount": 150}, effect(1, 1, amount=150_000.0)),
        ({"case1_effect2_first_year": 2028}, effect(1, 2, start=2028)),
    ):
        change = Change(name=str(typed), typed=typed, made=rest(made))
        found = book.after(typed)
        assert off(expected(change, run, run.results()), book, found) == []


def test_the_budget_that_a_share_of_it_is_held_against_is_no_input(tmp_path: Path) -> None:
    facts = (
        told(date(2026, 12, 31), stage=1, passed=True),
        told(DAY, year=2027, saving=15_000.0, to_date=True, tolerance=0.8),
    )
    adopted = scene()
    care_, desk_, school_ = adopted.investments
    desk_ = replace(desk_, benefit_factor=Uniform(uniform=(0.2, 1.2)))
    adopted = replace(adopted, investments=(care_, desk_, school_))
    cases = (care_, replace(desk_, facts=facts), school_)
    run = simulate(
        replace(adopted, investments=cases, adopted=adopted, followup=Followup(as_of=DAY))
    )
    book = Changeable(written(run, tmp_path, count=COUNT))
    assert [place for (name, place), _ in book.typed_cells() if name == "budget_line3"] == [0, 2, 3]
    made = line(2, 2028, 400_000.0)
    change = Change(name="a line", typed={"budget_line3:2": 400}, made=rest(made))
    assert off(expected(change, run, run.results()), book, book.after(change.typed)) == []


@pytest.mark.parametrize("which", MADE)
def test_what_is_booked_at_a_share_is_what_the_results_say_of_it(
    which: str, books: Mapping[str, Changeable]
) -> None:
    run, results = simulated(which)
    period, book = slice(0, results.scenario.horizon.period), books[which]
    cell = ("What-if", f"D{book.rows['Booked saving', 'in all']}")
    for choice in results.booking_choice[:: len(results.booking_choice) // 3]:
        changed = by_share(which, choice.share)
        found = simulate(changed.made(run.scenario), dimensions=run.draws.dimensions).portfolio()
        assert choice.probability_budget_holds_period == found.probability_budget_holds_period
        booked = book.after(changed.typed)[cell]
        assert booked == pytest.approx(sum(found.plan.booked[period]) / 1000)


@pytest.mark.parametrize("which", MADE)
def test_every_saved_value_is_what_its_formula_gives(
    which: str, books: Mapping[str, Changeable]
) -> None:
    """What is realised is in formulas too: a program that recalculates finds no fault."""
    path = books[which].path
    assert differences(path, by_ironcalc(path)) == []
    assert differences(path, by_formualizer(path)) == []
    if which != "shipped":
        assert lint(path) == {}


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_agrees_before_and_after_a_change(
    books: Mapping[str, Changeable], tmp_path: Path
) -> None:
    changes = {which: by_share(which, 0.7) for which in ("followed", "stopped")}
    paths = [
        books[which].saved_with(change.typed, tmp_path / f"{which}-changed.xlsx")
        for which, change in changes.items()
    ]
    paths += [books[which].path for which in changes]
    *changed, plain, other = many_by_libreoffice(paths, tmp_path)
    for (which, change), found in zip(changes.items(), changed, strict=True):
        assert off(expected(change, *simulated(which)), books[which], found) == []
    assert differences(books["followed"].path, plain) == []
    assert differences(books["stopped"].path, other) == []


SAID: Mapping[Language, tuple[str, str]] = {
    "en": (
        "of savings before running costs from 2028 on; what is booked for the years before stands",
        "No amount from 2028 on: the booking share applies to these years.",
    ),
    "da": (
        "af besparelser før afledt drift fra 2028; det, der er indregnet for årene før, ",
        "Intet beløb fra 2028: indregningsgraden gælder for de år.",
    ),
}


@pytest.mark.parametrize("language", SAID)
def test_the_sheet_says_which_years_a_share_changes(language: Language, tmp_path: Path) -> None:
    run = simulated("followed")[0]
    book = openpyxl.load_workbook(written(run, tmp_path, language, count=COUNT))
    sheet = book["What-if" if language == "en" else "Regn selv"]
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    for said in SAID[language]:
        assert any(text.startswith(said) for text in texts), said


def test_where_every_year_is_budgeted_the_share_is_no_input(tmp_path: Path) -> None:
    adopted = scene()
    day = Followup(as_of=date(2031, 12, 31))
    run = simulate(replace(adopted, adopted=adopted, followup=day))
    book = openpyxl.load_workbook(written(run, tmp_path, count=COUNT))
    ((sheet, address),) = book.defined_names["booking_share"].destinations
    cell = book[sheet][address.replace("$", "")]
    assert not is_input(cell)
    assert book[sheet].cell(cell.row, 2).value == "every year is budgeted already"
    texts = [str(cell.value) for row in book[sheet].iter_rows() for cell in row]
    assert any(text.startswith("Every year is budgeted already: without amounts") for text in texts)
