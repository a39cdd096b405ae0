"""What stands beside its own parts is counted once, whatever it is called."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innobudget.domain.reading import BudgetReading
from innobudget.io.budgets import read_budget
from innobudget.io.reconciliation.settling import Settling
from innobudget.io.reconciliation.sums import Candidate

PARTS = ("heraf", "of which", "davon", "waarvan", "varav", "herav", "dont", "di cui", "z tego")
groups = st.lists(st.lists(st.integers(1, 10**6), min_size=1, max_size=5), min_size=1, max_size=6)


def read(tmp_path: Path, text: str) -> tuple[BudgetReading, list[str]]:
    path = tmp_path / "budget.csv"
    path.write_text(text, encoding="utf-8")
    reading = read_budget(path)
    return reading, [doubt.code for doubt in reading.doubts]


@pytest.mark.parametrize("word", PARTS)
def test_a_part_that_is_larger_than_the_row_above_it_is_doubted(tmp_path: Path, word: str) -> None:
    rows = "Kode;Navn;Budget 2026\n01;Skoler;1200\n02;Veje;800\n;{} løn;{}\n03;Ældre;900\n"

    reading, codes = read(tmp_path, rows.format(word, 2500))
    _, within = read(tmp_path, rows.format(word, 700))

    assert reading.totals == {2026: 2900}
    assert "part-above-whole" in codes
    assert "part-above-whole" not in within


def test_parts_that_together_are_the_row_above_them_may_be_larger(tmp_path: Path) -> None:
    rows = "Navn;2026\nSkoler;1200\nheraf udgifter;1500\nheraf indtægter;-300\nVeje;800\n"

    reading, codes = read(tmp_path, rows)

    assert reading.totals == {2026: 2000}
    assert "part-above-whole" not in codes


@given(groups)
def test_every_group_of_an_outline_has_its_head(groups: list[list[int]]) -> None:
    amounts = [number for own in groups for number in (sum(own), *own)]
    rows = [Candidate(labels=("",), amounts=(float(amount),)) for amount in amounts]

    outline = next(Settling(rows, range(len(rows)), 1.0).outlines(range(len(rows)), mixed=False))

    assert sum(amounts[at] for at in range(len(rows)) if at not in outline) == sum(map(sum, groups))
    assert all(amounts[at] == sum(amounts[line] for line in of) for at, of in outline.items())


@given(st.lists(st.tuples(*[st.integers(10**4, 10**6)] * 2), min_size=2, max_size=9), st.booleans())
def test_a_whole_below_its_parts_is_counted_once(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[int, int]], below: bool
) -> None:
    sums = [one + other for one, other in pairs]
    cells = [
        (f"{place:02};{text};{amount}", at, place)
        for place, own in enumerate(pairs)
        for at, (text, amount) in enumerate(
            (("Nord", own[0]), ("Syd", own[1]), ("Begge", sum(own)))
        )
    ]
    cells.sort(key=lambda cell: cell[1:] if below else (cell[2], cell[1]))
    text = "\n".join(["Nr;Bydel;Budget 2026", *(cell for cell, *_ in cells)])

    reading, codes = read(tmp_path_factory.mktemp("budget"), text)

    if reading.budget is not None and len(set(sums)) > 1:
        assert reading.totals == {2026: sum(sums)}
        assert "total-by-arithmetic" in codes
