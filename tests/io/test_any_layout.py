from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from conftest import examples
from innobudget.domain.budget import Budget
from innobudget.domain.reading import BudgetReading
from innobudget.io.budgets import read_budget
from innobudget.io.mapping import BudgetMapping, read_mapping
from innobudget.io.mapping_text import mapping_text
from layout_files import write, write_by_area
from layouts import STYLES, Style, a_random_budget

FEATURES = 50


def content(budget: Budget) -> list[object]:
    return [
        (
            line.id,
            line.name,
            line.area,
            line.kind,
            {y: round(a, 2) for y, a in line.amounts.items()},
        )
        for line in budget.lines
    ]


def read(path: Path, style: Style) -> BudgetReading:
    """Read a file; two versions of a year are a question, whose own answer is confirmed."""
    reading = read_budget(path)
    if not style.revised:
        return reading
    assert reading.verdict == "needs-mapping"
    assert "several versions" in str(reading.reason)
    target = path.with_name("mapping.toml")
    target.write_text(mapping_text(reading), encoding="utf-8")
    return read_budget(path, read_mapping(target))


@settings(max_examples=examples(40))
@given(style=STYLES)
def test_a_budget_in_any_layout_reads_back_equal(
    tmp_path_factory: pytest.TempPathFactory, style: Style
) -> None:
    budget = a_random_budget(style)
    path = write(tmp_path_factory.mktemp("layout"), budget, style)

    reading = read(path, style)

    assert (reading.verdict, reading.reason) == ("budget", None)
    assert reading.budget is not None
    assert reading.years == budget.years
    assert content(reading.budget) == content(budget)
    assert all(control.within_rounding for control in reading.control_totals)


@settings(max_examples=examples(10))
@given(style=STYLES)
def test_a_budget_over_several_sheets_reads_back_equal(
    tmp_path_factory: pytest.TempPathFactory, style: Style
) -> None:
    style = replace(style, kind="xlsx", corrected=False, areas=max(style.areas, 2))
    budget = a_random_budget(style)
    path = write_by_area(tmp_path_factory.mktemp("sheets"), budget, style)

    reading = read_budget(path, BudgetMapping(sheet=budget.areas))

    assert (reading.verdict, reading.reason) == ("budget", None)
    assert reading.budget is not None
    assert reading.years == budget.years
    assert content(reading.budget) == content(budget)
    assert all(control.within_rounding for control in reading.control_totals)


def test_a_layout_is_made_of_many_features() -> None:
    assert len(fields(Style)) - len(["seed"]) >= FEATURES
