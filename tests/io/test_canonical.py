from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import examples
from innobudget.domain.budget import KINDS, Budget, BudgetLine, parse_code
from innobudget.io.budgets import load_budget, read_budget
from innobudget.io.canonical import canonical_text
from innobudget.io.mapping import BudgetMapping
from sheet_files import DANISH, write_xlsx

SPEAKING = (
    *("Indtægter", "Udgifter", "Income", "Expenditure", "I alt", "Total", "heraf", "Resultat"),
    *("1", "11", "111", "2", "2026", "Budget 2026", "B2027", "mio. kr.", "1.000 kr.", "...", "-"),
    *("line", "name", "area", "kind", "operating", "Ja", "U", "E", "5 %", "Afvigelse", "=", "'"),
)
"""What means something where a budget's own words have to be made out."""
TEXT = st.sampled_from(SPEAKING) | st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12
)
AMOUNT = st.sampled_from((0.0, 1.0, 2.0, 3.0, -3.0, 2026.0)) | st.floats(
    -1e12, 1e12, allow_nan=False
).map(lambda amount: round(amount, 2) + 0.0)


@st.composite
def budgets(draw: st.DrawFn) -> Budget:
    first = draw(st.integers(2000, 2040))
    years = tuple(range(first, first + draw(st.integers(1, 5))))
    amounts = st.dictionaries(st.sampled_from(years), AMOUNT)
    lines = draw(
        st.lists(
            st.builds(
                BudgetLine,
                code=TEXT.map(parse_code),
                name=TEXT,
                area=st.none() | TEXT,
                kind=st.sampled_from(KINDS),
                amounts=amounts,
            ),
            max_size=6,
        )
    )
    whole = BudgetLine(code=("0",), name="all years", amounts=dict.fromkeys(years, 1.0))
    return Budget(lines=(whole, *lines), years=years)


def content(budget: Budget) -> list[object]:
    return [
        (line.code, line.name, line.area, line.kind, dict(line.amounts)) for line in budget.lines
    ]


@settings(max_examples=examples(60))
@given(budget=budgets())
def test_any_budget_reads_back_equal(
    tmp_path_factory: pytest.TempPathFactory, budget: Budget
) -> None:
    path = tmp_path_factory.mktemp("canonical") / "budget.csv"
    path.write_text(canonical_text(budget), encoding="utf-8")

    read = load_budget(path)

    assert content(read) == content(budget)
    assert read.years == budget.years


@pytest.mark.parametrize("control", [*map(chr, range(33)), "\r\n", "\x7f", "\x85", "\u2028", '"'])
def test_labels_that_hold_control_characters_stay_on_their_row(
    tmp_path: Path, control: str
) -> None:
    label = f"a{control}b"
    line = BudgetLine(code=("5",), name=label, area=label, amounts={2026: 1.0, 2027: 5.0})
    written = canonical_text(Budget(lines=(line,), years=(2026, 2027)))
    path = tmp_path / "budget.csv"
    path.write_text(written, encoding="utf-8", newline="")

    read = load_budget(path)

    assert [line.amounts for line in read.lines] == [line.amounts]
    assert canonical_text(read) == written


def test_an_export_in_canonical_form_needs_no_unit_and_raises_no_doubt(tmp_path: Path) -> None:
    budget = load_budget(write_xlsx(tmp_path / "budget.xlsx", DANISH))
    path = tmp_path / "budget.csv"
    path.write_text(canonical_text(budget), encoding="utf-8")

    assert read_budget(path).doubts == ()
    assert content(load_budget(path)) == content(budget)


def test_the_canonical_form_can_be_read_in_another_unit(tmp_path: Path) -> None:
    path = tmp_path / "budget.csv"
    path.write_text("line,name,area,kind,2026\n5.30.26,Care,Elderly,operating,400\n")

    assert read_budget(path).totals == {2026: 400}
    assert read_budget(path, BudgetMapping(unit=1000)).totals == {2026: 400_000}


def test_text_that_looks_like_a_formula_is_protected_and_numbers_are_not() -> None:
    line = BudgetLine(code=("1",), name="=1+1", area="@x", amounts={2026: -5.0})

    text = canonical_text(Budget(lines=(line,), years=(2026,)))

    assert text == "line,name,area,kind,2026\n1,'=1+1,'@x,operating,-5\n"


def test_a_missing_amount_is_no_zero_when_read_back(tmp_path: Path) -> None:
    lines = (
        BudgetLine(code=("1",), name="a", amounts={2027: 5.0}),
        BudgetLine(code=("2",), name="b", amounts={2026: 1.0, 2027: 5.0}),
    )
    path = tmp_path / "budget.csv"
    path.write_text(canonical_text(Budget(lines=lines, years=(2026, 2027))))

    assert load_budget(path).lines[0].amounts == {2027: 5.0}
