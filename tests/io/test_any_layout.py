import os

import pytest
from hypothesis import HealthCheck, given, settings

from innobudget.domain.budget import Budget
from innobudget.io.budgets import read_budget
from layouts import STYLES, Style, a_random_budget, write

EXAMPLES = 3000 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 200


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


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(style=STYLES)
def test_a_budget_in_any_layout_reads_back_equal(
    tmp_path_factory: pytest.TempPathFactory, style: Style
) -> None:
    budget = a_random_budget(style)
    path = write(tmp_path_factory.mktemp("layout"), budget, style)

    reading = read_budget(path)

    assert (reading.verdict, reading.reason) == ("budget", None)
    assert reading.budget is not None
    assert reading.years == budget.years
    assert content(reading.budget) == content(budget)
    assert all(control.within_rounding for control in reading.control_totals)
