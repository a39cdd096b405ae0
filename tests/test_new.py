"""A new folder can be run as it is, from either form of its scenario."""

from pathlib import Path

import pytest

from innobudget.errors import InputError
from innobudget.io.scenarios import load_scenario
from innobudget.workflow.new import new_folder


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
