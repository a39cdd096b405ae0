"""Lines of a budget: codes, patterns, selection, projection."""

import pytest

from conftest import a_budget, a_line
from innobudget.domain.budget import Kind, matches, parse_code


@pytest.mark.parametrize(
    ("pattern", "code", "fits"),
    [
        ("5.30.26", "5.30.26", True),
        ("5.30", "5.30.26", False),
        ("5.30.26.1", "5.30.26", False),
        ("5.30.*", "5.30.26", True),
        ("5.30.*", "5.30.26.92", True),
        ("5.30.*", "5.30", False),
        ("5.3.*", "5.30.26", False),
        ("5.*.26", "5.30.26", True),
        ("5.*.26", "5.30.1.26", True),
        ("*", "5.30.26", True),
        ("*.26", "5.30.26", True),
        ("5.2*", "5.22", False),
    ],
)
def test_a_star_stands_for_whole_parts(pattern: str, code: str, *, fits: bool) -> None:
    assert matches(parse_code(pattern), parse_code(code)) is fits


def test_a_code_is_written_as_it_was_read() -> None:
    assert a_line("5.30.26").id == "5.30.26"


def test_line_area_and_kind_narrow_a_selection() -> None:
    transfer: Kind = "transfer"
    budget = a_budget(
        a_line("5.30.26"), a_line("5.30.26", kind=transfer), a_line("6.45.51", area="Finance")
    )
    assert len(budget.select(line="5.30.26")) == 2
    assert [line.kind for line in budget.select(line="5.30.*", kind="transfer")] == ["transfer"]
    assert [line.id for line in budget.select(area="Finance")] == ["6.45.51"]
    assert len(budget.select(kind="operating")) == 2
    assert budget.select() == ()
    assert budget.areas == ("Elderly", "Finance")


def test_amounts_go_on_after_the_last_year() -> None:
    budget = a_budget(growth=0.10)
    line = budget.lines[0]
    assert budget.amount(line, 2029) == 1_000
    assert budget.amount(line, 2031) == pytest.approx(1_210)
    assert budget.amount(line, 2025) is None


def test_a_line_is_income_when_its_years_together_are_below_zero_or_when_it_is_a_refund() -> None:
    assert a_line(amounts={2026: -5.0, 2027: 2.0}).is_income
    assert not a_line(amounts={2026: -5.0, 2027: 7.0}).is_income
    assert not a_line(amounts={2026: 0.0}).is_income
    assert a_line(kind="refund", amounts={2026: 4.0}).is_income


def test_a_side_narrows_what_a_pattern_fits() -> None:
    fees = a_line("5.30.27", amounts={2026: -5.0})
    budget = a_budget(a_line("5.30.26"), fees, years=(2026,))
    assert [line.id for line in budget.select(line="5.30.*")] == ["5.30.26", "5.30.27"]
    assert budget.select(line="5.30.*", side="income") == (fees,)
    assert [line.id for line in budget.select(line="5.30.*", side="expenditure")] == ["5.30.26"]
    assert budget.select(side="income") == ()
