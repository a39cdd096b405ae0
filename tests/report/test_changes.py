"""The workbook stays true when it is changed: every figure is what the library would compute."""

import re
from pathlib import Path

import openpyxl
import pytest

from changes import (
    COUNT,
    FIGURES,
    Cells,
    Change,
    Changeable,
    changes,
    expected,
    off,
    scene,
    single_changes,
)
from conftest import NIGHTLY, a_scenario, an_effect, an_investment
from innobudget.domain.investment import Stage
from innobudget.domain.results import Results
from innobudget.domain.scenario import Language
from innobudget.domain.uncertainty import Lognormal
from innobudget.engine.simulation import Simulation, simulate
from innobudget.report.words.numbers import NARROW_SPACE, amount
from recalculation import SOFFICE, IronCalc, Value, many_by_libreoffice
from town import written
from workbook_linter.reading import is_given

ENOUGH = 60
AS_RUN = "As the run: nothing is changed, and every check holds."


@pytest.fixture(scope="module")
def run() -> Simulation:
    return simulate(scene())


@pytest.fixture(scope="module")
def results(run: Simulation) -> Results:
    return run.results()


@pytest.fixture(scope="module")
def book(run: Simulation, tmp_path_factory: pytest.TempPathFactory) -> Changeable:
    return Changeable(written(run, tmp_path_factory.mktemp("changes"), count=COUNT))


def hold(change: Change, found: Cells, book: Changeable, told: list[str]) -> None:
    """Hold the verdict against a change: it is named, and nothing is called wrong."""
    said = str(book.verdict(found))
    assert said.startswith("Changed by you: "), (change.name, said)
    assert not any(str(value).startswith(("#", "Err:")) for value in found.values()), change.name
    assert told == [], change.name


def late(start: int, horizon: int, folder: Path) -> Path:
    """Write the workbook of an effect that begins late in its horizon, or after it."""
    investment = an_investment(
        stages=(Stage(outlay={2026: 50.0}),),
        effects=(an_effect(amount=100.0, start=start, years=30),),
        delay=Lognormal(lognormal=(1.0, 2.0)),
    )
    folder.mkdir()
    return written(simulate(a_scenario(investment, horizon=horizon)), folder, count=COUNT)


@pytest.mark.parametrize(("start", "horizon"), [(2025, 2), (2031, 4), (2090, 2)])
def test_what_the_run_had_is_never_called_unusable(
    tmp_path: Path, start: int, horizon: int
) -> None:
    book = Changeable(late(start, horizon, tmp_path / "late"))
    assert str(book.verdict(book.after({}))) == AS_RUN


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_what_the_run_had_in_one_year_is_never_called_unusable(tmp_path: Path) -> None:
    """IronCalc has no INDEX of a single cell, as spreadsheets do."""
    paths = [late(start, 1, tmp_path / str(start)) for start in (2025, 2027)]
    paths = [path.rename(tmp_path / f"{path.parent.name}.xlsx") for path in paths]
    for path, found in zip(paths, many_by_libreoffice(paths, tmp_path), strict=True):
        assert str(Changeable(path).verdict(found)) == AS_RUN


def test_there_are_enough_changes_of_every_kind() -> None:
    assert len(changes()) > len(list(single_changes())) > ENOUGH


@pytest.mark.parametrize("change", changes(), ids=lambda change: change.name)
def test_a_change_gives_what_the_library_computes_from_the_same_trials(
    change: Change, book: Changeable, run: Simulation, results: Results
) -> None:
    found = book.after(change.typed)
    hold(change, found, book, off(expected(change, run, results), book, found))


NONSENSE = {
    "text in a switch": ("case1_switched_on", "yes", "1. Care at home: Switched on"),
    "80 for 0.8": ("confidence", 80, "Confidence"),
    "50 % as text": ("booking_share", "50 %", "Booking share"),
    "a comma": ("case1_effect1_amount", "90,5", "1. Care at home: Full-year saving"),
    "a blank scale": ("case2_outlay_times", None, "2. One desk: Outlay times"),
    "half a year": ("case1_extra_delay", 0.5, "1. Care at home: Extra years of delay"),
    "below zero": ("case2_stage1_outlay:0", -4, "2. One desk: Outlay, operating"),
    "a blank year": ("case2_stage1_outlay:3", None, "2. One desk: Outlay, operating"),
    "an error": ("discount_rate", "#N/A", "Discount rate"),
    "an error in a row": ("case1_booked:1", "#DIV/0!", "1. Care at home: Booked per year"),
    "a phase-in that does not begin": ("case1_effect1_phase_in:0", None, "1. Care at home: Phase"),
    "past the horizon": ("case1_effect1_first_year", 2040, "1. Care at home: First year"),
    "a saving below zero": ("case1_effect1_amount", -3, "1. Care at home: Full-year saving"),
}


@pytest.mark.parametrize("typed", NONSENSE, ids=str)
def test_what_cannot_be_used_is_called_an_error_by_name(typed: str, book: Changeable) -> None:
    named, value, called = NONSENSE[typed]
    found = book.after({named: value})
    said = str(book.verdict(found))
    assert said.startswith(f"Error: {called}"), said
    assert found["Summary", "A2"] == said
    assert not any(str(value).startswith(("#", "Err:")) for value in found.values())
    shown = [value for (sheet, _), value in found.items() if sheet == "Summary"]
    assert "cannot be computed" in shown
    by_year = [cell for cell in found if cell[0] in ("What-if", "Plan") and cell[1][0] in "EFGHIJ"]
    answers = [cell for cell in by_year if found[cell] == "cannot be computed"]
    run = book.after({})
    assert {cell: found[cell] for cell in by_year if cell not in answers} == {
        cell: run[cell] for cell in by_year if cell not in answers
    }
    assert len(answers) < len(by_year) / 20


def test_nothing_changed_is_as_the_run(book: Changeable) -> None:
    found = book.after({})
    assert book.verdict(found) == AS_RUN
    assert str(found["Summary", "A2"]).startswith("The booked savings of 2026–2029 hold in ")


def test_the_verdict_names_what_was_changed_and_the_sentence_follows(book: Changeable) -> None:
    found = book.after({"confidence": 0.95, "case1_switched_on": 0, "booking_share": 0.3})
    assert book.verdict(found) == (
        "Changed by you: Booking share 30 %; Confidence 95 %; 1. Care at home: Switched on (1/0) 0"
    )
    assert str(found["Summary", "A2"]).startswith("With your changes, the booked savings of ")
    assert str(found["Summary", "A3"]).endswith("makes the budget hold with 95 % confidence.")


CHANGED: dict[Language, tuple[str, ...]] = {
    "en": ("confidence", "DKK 183,000 makes ", " with 96 % c", "Confidence 95.5 %"),
    "da": ("sikkerhedsniveau", "183.000 kr. får ", " med 96 pct. s", "niveau 95,5 pct."),
}


@pytest.mark.parametrize("program", ["en", "de", "fr"])
@pytest.mark.parametrize("language", CHANGED)
def test_changed_sentences_are_in_the_language_of_the_workbook_whatever_that_of_the_program(
    run: Simulation, tmp_path: Path, language: Language, program: str
) -> None:
    name, reserve, confidence, last = CHANGED[language]
    path = written(run, tmp_path, language, count=COUNT)
    book = openpyxl.load_workbook(path)
    ((sheet, address),) = book.defined_names[name].destinations
    lines = [(book.worksheets[0].title, place) for place in ("A3", "A4")]
    typed: dict[tuple[str, str], Value] = {(sheet, address.replace("$", "")): 0.955}
    said, verdict = map(str, IronCalc(path, program).after(typed, lines).values())
    assert reserve in said
    assert confidence in said
    assert verdict.endswith(last)


RESERVES = (0, 4.4, 99.4, 99.6, 450, 9_994, 9_996, 45_230, 999_400, 999_600, 1_000_400, 12_345_678)


def test_a_changed_reserve_is_written_as_the_run_writes_its_own(book: Changeable) -> None:
    _, label, detail = FIGURES["reserve"]
    cell, calc = ("What-if", f"D{book.rows[label, detail]}"), IronCalc(book.path)
    for reserve in RESERVES:
        typed = {**book.cells({"confidence": 0.9}), cell: reserve / 1000}
        said = str(calc.after(typed, [("Summary", "A3")])["Summary", "A3"])
        written = amount(reserve, "DKK", "en").replace(NARROW_SPACE, " ")
        assert said.startswith(f"A reserve of {written} makes "), reserve


def test_no_grey_cell_of_the_assumptions_is_changed_in_silence(book: Changeable) -> None:
    grey = [
        (cell.coordinate, cell.value)
        for row in openpyxl.load_workbook(book.path)["Assumptions"].iter_rows(min_col=4)
        for cell in row
        if is_given(cell)
    ]
    assert len(grey) > ENOUGH
    assert any(value is None for _, value in grey)
    calc = IronCalc(book.path)
    for address, value in grey:
        other = value + 1 if isinstance(value, int | float) else "another"
        found = calc.after({("Assumptions", address): other}, book.formulas)
        assert str(book.verdict(found)) == "Error: a check fails, see the sheet Checks.", address


def test_of_many_changes_the_verdict_names_the_first(book: Changeable) -> None:
    typed = {f"case{number}_outlay_times": 2 for number in (1, 2, 3)}
    said = str(book.verdict(book.after({**typed, "confidence": 0.9})))
    assert said.endswith("2. One desk: Outlay times 200 %; …")


def test_an_input_typed_as_it_was_is_as_the_run(book: Changeable) -> None:
    assert book.verdict(book.after({"case1_effect1_amount": 100, "confidence": 0.8})) == AS_RUN


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_gives_what_the_library_computes_after_every_change(
    book: Changeable, run: Simulation, results: Results, tmp_path: Path
) -> None:
    every = changes() if NIGHTLY else changes()[::24]  # seconds each; IronCalc has tried them all
    named, value, called = NONSENSE["an error"]
    paths = [
        book.saved_with(typed, tmp_path / f"changed-{number}.xlsx")
        for number, typed in enumerate([{named: value}, *(change.typed for change in every)])
    ]
    nonsense, *others = many_by_libreoffice(paths, tmp_path)
    assert str(book.verdict(nonsense)).startswith(f"Error: {called}")
    for change, found in zip(every, others, strict=True):
        hold(change, found, book, off(expected(change, run, results), book, found))


STEPS: dict[str, object] = {
    "switched_on": 0,
    "disruption_budgeted": "other",
    "extra_delay": 1,
    "first_year": 2029,
    "duration": 1,
    "discount_rate": 0.06,
}
"""What is typed; else half as much again and a little."""
MONEY = {"gap", "npv"}
MOVES: dict[str, set[str]] = {
    "booking_share": {"booked", "gap", "reserve", "budget"},
    "booked": {"booked", "gap", "reserve", "budget"},
    "confidence": {"reserve"},
    "discount_rate": {"npv"},
    "switched_on": {"booked", "saving", "budget", *MONEY},
    "saving_times": {"saving", *MONEY},
    "outlay_times": MONEY,
    "disruption_times": MONEY,
    "extra_delay": {"saving", *MONEY},
    "outlay": {"budget", "npv"},
    "capital_outlay": {"budget", "npv"},
    "disruption": MONEY,
    "disruption_budgeted": {"gap", "reserve", "budget"},
    "grant": {"budget", "npv"},
    "cofinancing": {"budget", *MONEY},
    "amount": {"saving", *MONEY},
    "share": {"saving", *MONEY},
    "first_year": {"saving", *MONEY},
    "duration": {"saving", *MONEY},
    "phase_in": {"saving", *MONEY},
    "refund": {"saving", *MONEY},
    "line": {"budget"},
    "other_lines": {"budget"},
    "growth": {"budget"},
}
"""The figures that an input of each kind must move; what follows from those moves with them."""
KIND = re.compile(r"(?:case\d+_|budget_)?(?:stage\d+_|effect\d+_)?([a-z_]+?)\d*")


def stepped(kind: str, before: Value) -> Value:
    step = STEPS.get(kind)
    if step == "other":
        return 1 - float(before or 0)
    return float(before or 0) * 1.1 + 0.01 if step is None else step  # type: ignore[return-value]


def test_every_input_moves_what_it_is_said_to_move(book: Changeable) -> None:
    start, inputs = book.figures({}), dict(book.typed_cells())
    assert {KIND.fullmatch(name)[1] for name, _ in inputs} == set(MOVES)  # type: ignore[index]
    dead = []
    for (name, place), before in inputs.items():
        kind = KIND.fullmatch(name)[1]  # type: ignore[index]
        now = book.figures({f"{name}:{place}": stepped(kind, before)})
        moved = {figure for figure in now if now[figure] != pytest.approx(start[figure], rel=1e-12)}
        if not moved >= MOVES[kind]:
            dead.append((name, place, before, moved))
    assert dead == []
    assert len(inputs) > 150
