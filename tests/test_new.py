"""A new folder can be run as it is, from either form of its scenario."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from innobudget.errors import InputError
from innobudget.io.scenarios import load_scenario
from innobudget.workflow.new import new_folder, new_followup


def test_both_scenarios_of_a_new_folder_are_valid_and_the_same(tmp_path: Path) -> None:
    new_folder(tmp_path / "town")
    text, workbook = (
        load_scenario(tmp_path / "town" / f"scenario.{kind}") for kind in ("toml", "xlsx")
    )
    assert text.investments == workbook.investments
    assert text.budget is not None
    codes = [line.id for line in text.budget.lines]
    assert codes == ["5.30.26", "5.30.27", "3.22.01", "5.25.14", "6.45.51"]
    assert text.doubts == workbook.doubts == ()
    assert text.budget.lines[0].amounts[2026] == 92_000_000


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ours.txt").write_text("ours")
    with pytest.raises(InputError, match="target-exists"):
        new_folder(tmp_path)


def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a workbook that asks what has happened to the scenario of a new folder."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1809907200")  # 10 May 2027
    new_folder(tmp_path / "town")
    target = tmp_path / "asked.xlsx"
    new_followup(tmp_path / "town" / "scenario.toml", target)
    return target


def test_a_workbook_asks_benefit_owners_and_waits_for_their_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = asked(tmp_path, monkeypatch)
    unanswered = load_scenario(target)
    assert unanswered.followup is not None
    assert unanswered.followup.as_of == date(2027, 5, 10)
    assert unanswered.adopted is not None
    assert not any(item.facts for item in unanswered.investments)
    book = openpyxl.load_workbook(target)
    sheet = book["fact"]
    headings = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=3) if row[headings.index("stage")].value)
    row[headings.index("on")].value = date(2026, 9, 30)
    row[headings.index("passed")].value = True
    book.save(target)
    (fact,) = next(item.facts for item in load_scenario(target).investments if item.facts)
    assert (fact.on, fact.passed) == (date(2026, 9, 30), True)


def test_a_half_answer_is_no_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = asked(tmp_path, monkeypatch)
    book = openpyxl.load_workbook(target)
    headings = [cell.value for cell in book["fact"][1]]
    book["fact"].cell(row=3, column=headings.index("passed") + 1, value=True)
    book.save(target)
    with pytest.raises(InputError, match="missing-key"):
        load_scenario(target)


def test_only_an_adopted_scenario_is_asked_about_and_nothing_is_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = asked(tmp_path, monkeypatch)
    with pytest.raises(InputError, match="followup-of-followup"):
        new_followup(target, tmp_path / "again.xlsx")
    scenario = tmp_path / "town" / "scenario.toml"
    with pytest.raises(InputError, match="target-exists"):
        new_followup(scenario, target)
    with pytest.raises(InputError, match="target-form"):
        new_followup(scenario, tmp_path / "asked.toml")
