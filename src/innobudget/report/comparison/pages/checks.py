"""Checks: what must agree between the sheets, and between formulas and trials."""

from collections.abc import Iterator, Sequence

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.comparison import Standing
from innobudget.messages import Text
from innobudget.report.comparison.edition import ComparisonEdition
from innobudget.report.tables import Cell, Figure, Page, PageTable, Role, Row, heading
from innobudget.report.words import answers, labels, verdicts
from innobudget.report.words import comparison_sheets as words
from innobudget.report.workbook.edition import Entry
from innobudget.report.workbook.references import FIRST_YEAR_COLUMN, letters

TOLERANCE = HALF_AN_ORE / 1000
"""Half an øre. [thousands of the currency]"""
PAIRED = (("saving", words.SAVING, "saving_period"), ("npv", answers.NPV_SHORT, "npv"))


def checks(edition: ComparisonEdition) -> Page:
    """Lay out every check: 1 where it holds, its largest difference and its tolerance."""
    others = edition.standings[1:]
    tables = [
        edition.table(title, rows)
        for title, rows in (
            (words.CHECK_YEARS, _years(edition)),
            (words.CHECK_PAIRED, _paired(edition, others)),
            (words.CHECK_SHARES, _shares(edition, others)),
        )
    ]
    rows = [row for table in tables for row in table.rows]
    return Page(
        key="checks",
        name=edition.say(words.NAMES["checks"]),
        notes=(edition.say(words.CHECKS_PURPOSE), *edition.notes[1:]),
        headings=edition.headings_of(
            [
                heading(edition.say(phrase), Figure.AMOUNT)
                for phrase in (verdicts.HOLDS, words.DIFFERENCE, verdicts.TOLERANCE_HEADING)
            ]
        ),
        widths=edition.widths,
        tables=(_overall(edition, (rows[0].key, rows[-1].key)), *tables),
    )


def _overall(edition: ComparisonEdition, ends: tuple[str, str]) -> PageTable:
    """Return the one answer: whether all checks from one row to another hold."""
    passed, failed = edition.say(verdicts.ALL_PASS), edition.say(verdicts.SOME_FAIL)
    return edition.table(
        "",
        (
            edition.line(
                "checks.all",
                Entry(verdicts.ALL_CHECKS, unit=""),
                [
                    Cell(
                        value=passed,
                        role=Role.CHECK,
                        formula=f'IF(MIN([{ends[0]}..{ends[1]}@value])=1,"{passed}","{failed}")',
                    )
                ],
            ),
        ),
    )


def _years(edition: ComparisonEdition) -> Iterator[Row]:
    """Compare the years' means, summed up, with the period's mean of the run."""
    for place, item in enumerate(edition.standings):
        column = letters(FIRST_YEAR_COLUMN - 1 + place)
        for name, phrase in (("saving", words.SAVING), ("outlay", labels.OUTLAY)):
            summed = f"[years.{edition.key(item)}.{name}@value]"
            difference = f"ABS({summed}-[side.{name}@{column}])"
            yield _check(edition, f"years.{name}", phrase, item, difference)


def _paired(edition: ComparisonEdition, others: Sequence[Standing]) -> Iterator[Row]:
    """Compare differences by formula with those taken in every future."""
    for place, item in enumerate(others, start=1):
        column = letters(FIRST_YEAR_COLUMN - 1 + place)
        for key, phrase, paired in (*PAIRED, ("gap", words.GAP, "budget_gap_period")):
            difference = f"ABS([minus.side.{key}@{column}]-[paired.{paired}.mean@{column}])"
            yield _check(edition, f"paired.{key}", phrase, item, difference)


def _shares(edition: ComparisonEdition, others: Sequence[Standing]) -> Iterator[Row]:
    """Add up the shares of the futures in which a difference goes up and down."""
    measures: tuple[tuple[str, Text], ...] = (
        ("saving_period", words.SAVING),
        ("budget_gap_period", words.GAP),
        ("npv", answers.NPV_SHORT),
    )
    for place, item in enumerate(others, start=1):
        column = letters(FIRST_YEAR_COLUMN - 1 + place)
        for name, phrase in measures:
            both = f"[paired.{name}.higher@{column}]+[paired.{name}.lower@{column}]"
            own = (phrase, item, f"MAX(0,{both}-1)")
            yield _check(edition, f"shares.{name}", *own, figure=Figure.FINE_SHARE)


def _check(  # noqa: PLR0913 - what is checked, of which scenario, and how
    edition: ComparisonEdition,
    key: str,
    phrase: Text,
    item: Standing,
    difference: str,
    *,
    figure: Figure = Figure.FINE,
) -> Row:
    """Return a check whose difference must be at most its tolerance."""
    own, tolerance = letters(FIRST_YEAR_COLUMN), letters(FIRST_YEAR_COLUMN + 1)
    name = f"checks.{key}.{edition.key(item)}"
    unit = edition.unit_of(Figure.AMOUNT if figure is Figure.FINE else figure)
    verdict = Cell(
        value=1,
        figure=Figure.VERDICT,
        role=Role.CHECK,
        formula=f"IF([{name}@{own}]<=[{name}@{tolerance}],1,0)",
        good=1,
    )
    cells = (
        verdict,
        Cell(value=0.0, figure=figure, role=Role.CALCULATED, formula=difference),
        Cell(value=TOLERANCE, figure=Figure.FINE, role=Role.GIVEN),
    )
    return edition.line(name, Entry(phrase, detail=edition.called(item), unit=unit), cells)
