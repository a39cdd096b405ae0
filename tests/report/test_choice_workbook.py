"""The workbook of a choice: its switches are followed, and every saved value is recalculated."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import openpyxl
import pytest

from conftest import a_scenario, an_effect, an_investment
from innobudget.domain.choosing import Choosing, Pool
from innobudget.domain.chosen import Chosen
from innobudget.domain.investment import Stage
from innobudget.domain.scenario import Language
from innobudget.domain.uncertainty import Uniform
from innobudget.engine.choosing.choose import choose
from innobudget.engine.choosing.telling import sample_cases
from innobudget.report.choice.edition import ChoiceEdition
from innobudget.report.choice.pages import write_workbook
from recalculation import Cells, by_formualizer, by_ironcalc, differences, formulas, save
from town import MADE

TRIALS = 60
SHEETS: dict[Language, list[str]] = {
    "en": ["Choice", "Booking", "Frontier", "Gates and knowledge", "Trials", "About"],
    "da": ["Valg", "Indregning", "Frontlinje", "Porte og viden", "Simuleringer", "Om"],
}


def a_chosen(**choice: object) -> Chosen:
    stages = (Stage(outlay={2026: 20_000.0}, success=0.6), Stage(outlay={2027: 30_000.0}))
    cases = (
        an_investment("care", area="Elderly", stages=stages, effects=(an_effect(amount=6e4),)),
        an_investment(
            "desk",
            stages=(Stage(capital_outlay={2026: 40_000.0}),),
            benefit_factor=Uniform(uniform=(0.2, 1.2)),
            effects=(an_effect(amount=3e4), an_effect(amount=-1e3)),
        ),
        an_investment(
            "park", stages=(Stage(outlay={2026: 9e4}),), effects=(an_effect(amount=1e4),)
        ),
    )
    pools = (
        Pool(name="Service", kind="operating", amount={2026: 60_000.0, 2027: 40_000.0}),
        Pool(name="Capital", kind="capital", total=50_000.0),
    )
    asked = Choosing(**{"pools": pools, **choice})  # type: ignore[arg-type]  # of the choice
    return choose(a_scenario(*cases, choice=asked), choosing_trials=512)


def written(folder: Path, chosen: Chosen, language: Language = "en") -> Path:
    edition = ChoiceEdition(
        chosen=chosen, sample=sample_cases(chosen, TRIALS), language=language, made=MADE
    )
    path = folder / "choose.xlsx"
    write_workbook(edition, path)
    return path


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("choice"), a_chosen())


@pytest.mark.parametrize("recalculated", [by_formualizer, by_ironcalc])
def test_every_saved_value_is_what_its_formula_gives(
    workbook: Path, recalculated: Callable[[Path], Cells]
) -> None:
    assert len(formulas(workbook)) > 2 * TRIALS
    assert differences(workbook, recalculated(workbook)) == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_sheets_are_named_in_the_readers_language(language: Language, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path, a_chosen(), language))
    assert book.sheetnames == SHEETS[language]


def row_of(path: Path, label: str) -> int:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return next(row[0].row for row in sheet.iter_rows() if row[0].value == label)


def test_a_switch_is_followed_by_pools_objective_and_the_budget(
    workbook: Path, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(workbook)
    sheet, switch = book["Choice"], f"D{row_of(workbook, 'park')}"
    assert sheet[switch].value == 0
    sheet[switch].value = 1
    changed = by_formualizer(save(book, tmp_path / "changed.xlsx"))
    used = row_of(workbook, "Used of Service 2026")
    assert changed["Choice", f"D{used}"] == pytest.approx(20 + 90)
    assert changed["Choice", f"F{used}"] == "exceeded"
    sample = sample_cases(a_chosen(), TRIALS)
    safe = row_of(workbook, f"Saving 2026–2029 reached with the confidence, {TRIALS} simulations")
    expected = np.quantile(sample.saving.sum(axis=0), 0.2) / 1000
    assert changed["Choice", f"D{safe}"] == pytest.approx(expected)
    holds = row_of(workbook, f"The budget of 2026–2029 holds, as booked now, {TRIALS} simulations")
    share = np.mean(sample.kept.sum(axis=0) >= -0.005)
    assert changed["Choice", f"D{holds}"] == pytest.approx(share)


def test_what_a_case_breaks_alone_is_worded(workbook: Path) -> None:
    sheet = openpyxl.load_workbook(workbook)["Choice"]
    told = {row[0].value: row[9].value for row in sheet.iter_rows(min_row=row_of(workbook, "care"))}
    assert told == {"care": "keeps to all", "desk": "keeps to all", "park": "Service"}


def test_with_nothing_chosen_the_workbook_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, a_chosen(objective="npv", pools=(Pool(total=0.0),)))
    sheet = openpyxl.load_workbook(path)["Booking"]
    assert "Nothing is chosen, so there is nothing to book." in {
        cell.value for row in sheet.iter_rows() for cell in row
    }
