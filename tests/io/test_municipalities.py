"""Budgets in the styles of many municipalities come out right, or are asked about."""

from pathlib import Path

import pytest

from exports.judging import BESIDE_THE_COUNT
from innobudget.domain.reading import BudgetReading
from innobudget.io.budgets import read_budget
from innobudget.io.mapping import BudgetMapping, read_mapping
from innobudget.io.mapping_text import mapping_text
from municipalities.beside import BESIDE
from municipalities.danish_headers import DANISH_HEADERS
from municipalities.danish_rows import DANISH_ROWS
from municipalities.danish_totals import DANISH_TOTALS
from municipalities.danish_years import DANISH_YEARS
from municipalities.english import ENGLISH
from municipalities.exports import EXPORTS
from municipalities.german_dutch import GERMAN_DUTCH
from municipalities.levels import LEVELS
from municipalities.no_budgets import NO_BUDGETS
from municipalities.nordic import NORDIC
from municipalities.portals import PORTALS
from municipalities.reread import REREAD
from municipalities.roles import ROLES
from municipalities.sides import SIDES
from municipalities.spanish_czech import SPANISH_CZECH
from municipalities.wholes import WHOLES
from municipalities.writing import Written

QUESTIONS = 5
VERDICTS = {
    "read": ["budget"],
    "asked": ["needs-mapping"],
    "either": ["budget", "needs-mapping"],
    "refused": ["refused"],
}
EVERY = (
    *BESIDE,
    *DANISH_HEADERS,
    *DANISH_YEARS,
    *DANISH_ROWS,
    *DANISH_TOTALS,
    *NORDIC,
    *GERMAN_DUTCH,
    *ENGLISH,
    *SPANISH_CZECH,
    *NO_BUDGETS,
    *LEVELS,
    *PORTALS,
    *REREAD,
    *ROLES,
    *SIDES,
    *WHOLES,
    *EXPORTS,
)


def confirmed(path: Path, reading: BudgetReading, folder: Path) -> BudgetReading:
    """Confirm what the program proposes, question by question."""
    mapping = BudgetMapping()
    for _ in range(QUESTIONS):
        if reading.verdict != "needs-mapping":
            break
        target = folder / "mapping.toml"
        target.write_text(mapping_text(reading, mapping), encoding="utf-8")
        mapping = read_mapping(target)
        reading = read_budget(path, mapping)
    return reading


@pytest.mark.parametrize("written", EVERY, ids=lambda written: written.name)
def test_what_a_municipality_writes_comes_out_right(tmp_path: Path, written: Written) -> None:
    path = written.write(tmp_path)

    first = read_budget(path)

    assert first.verdict in VERDICTS[written.comes_out]
    if not written.totals:
        assert first.reason
        assert (first.lines, first.areas) == (0, 0)
        return
    reading = confirmed(path, first, tmp_path)
    assert reading.budget is not None
    assert reading.totals == pytest.approx(written.totals)
    assert reading.lines == (written.lines or reading.lines)
    if written.spent:
        assert reading.totals_by_direction["expenditure"] == pytest.approx(written.spent)
    if written.doubted:
        assert {doubt.code for doubt in reading.doubts} - BESIDE_THE_COUNT
    if written.plain:
        assert not {doubt.code for doubt in reading.doubts} - BESIDE_THE_COUNT
    assert all(control.within_rounding for control in reading.control_totals) or any(
        doubt.code == "control-total-differs" for doubt in reading.doubts
    )
    if written.codes:
        assert tuple(line.id for line in reading.budget.lines) == written.codes
    if written.kinds:
        assert tuple(line.kind for line in reading.budget.lines) == written.kinds


def test_there_are_many_of_them() -> None:
    assert len(EVERY) >= 80
    assert len({written.name for written in EVERY}) == len(EVERY)
