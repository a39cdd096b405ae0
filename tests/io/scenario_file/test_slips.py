"""What only the text of a scenario shows: thousands with a dot."""

from pathlib import Path

import openpyxl
import pytest

from innobudget.errors import InputError, Problem
from innobudget.io.grids import read_grid
from innobudget.io.scenarios import load_scenario, load_variants
from innobudget.workflow.convert import convert_file

PLAIN = """
[scenario]
name = "Plain"
base_year = 2026
horizon = 4

[[investment]]
id = "care"
outlay = { 2026 = 9000 }
cost_factor = 1.125
delay = { uniform = [0.000, 1.500] }

[[investment.effect]]
amount = 1800
from = 2027
"""


def written(folder: Path, *changes: tuple[str, str]) -> Path:
    text = PLAIN
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / "plain.toml"
    path.write_text(text, encoding="utf-8")
    return path


def dotted(path: Path) -> list[Problem]:
    return [doubt for doubt in load_scenario(path).doubts if doubt.code == "dotted-thousands"]


def test_a_dot_between_thousands_is_doubted_once_a_file(tmp_path: Path) -> None:
    (doubt,) = dotted(written(tmp_path, ("9000", "9.000"), ("1800", "-1.800")))
    assert doubt.found == "9.000, which is 9; 1 more is like it"
    assert doubt.remedy == "write 9_000 if thousands are meant, 9 if not"
    assert doubt.path == ("investment", 0, "outlay", "2026")


def test_every_table_of_a_stage_is_doubted(tmp_path: Path) -> None:
    more = "grant = { 2026 = 9.000 }"
    (doubt,) = dotted(written(tmp_path, ("cost_factor = 1.125", more)))
    assert doubt.path == ("investment", 0, "grant", "2026")


def test_the_unit_is_doubted_too(tmp_path: Path) -> None:
    (doubt,) = dotted(written(tmp_path, ("horizon = 4", "horizon = 4\nunit = 1.000")))
    assert doubt.path == ("scenario", "unit")


def test_factors_and_files_that_write_decimals_are_not_doubted(tmp_path: Path) -> None:
    assert dotted(written(tmp_path)) == []
    assert dotted(written(tmp_path, ("9000", "9.000"), ("1800", "1.8"))) == []
    assert dotted(written(tmp_path, ("9000", "0.125"))) == []
    assert dotted(written(tmp_path, ("9000", "1234.125"))) == []


def test_what_is_set_anew_is_doubted_by_itself(tmp_path: Path) -> None:
    path = written(tmp_path)
    grid = read_grid([], seeds=None, settings=["investment.care.effect.1.amount=9.000"], file=None)
    (scenario,) = load_variants(path, grid.variants)
    assert "dotted-thousands" in [doubt.code for doubt in scenario.doubts]


def test_a_workbook_says_what_to_do_about_what_is_typed_as_text(tmp_path: Path) -> None:
    book = tmp_path / "plain.xlsx"
    convert_file(written(tmp_path), book)
    opened = openpyxl.load_workbook(book)
    sheet = opened["investment"]
    header = [cell.value for cell in sheet[1]]
    sheet.cell(3, header.index("outlay 2026") + 1).value = "9.000"
    opened.save(book)
    with pytest.raises(InputError) as raised:
        load_scenario(book)
    (fault,) = raised.value.problems
    assert (fault.code, fault.found) == ("wrong-type", '"9.000"')
    assert fault.remedy == "type the number anew in a cell that is not formatted as text"
