"""How sure the portfolio's probabilities and reserve are, a row below each."""

from collections.abc import Iterable, Iterator

from innobudget.domain.precision import Precision
from innobudget.report.tables import Figure, Role, Row, amounts, figures
from innobudget.report.words import answers, sheets
from innobudget.report.workbook.edition import Edition, Entry


def with_errors(edition: Edition, rows: Iterable[Row]) -> Iterator[Row]:
    """Return rows with the standard error of another seed's figures below the main ones."""
    precision = edition.results.standard_errors
    for row in rows:
        yield row
        if precision is not None and row.key in _ERRORS:
            yield _error(edition, row, precision)


_ERRORS = {
    "results.met": ("probability_booked_met", "probability_booked_met_period"),
    "results.holds": ("probability_gap", "probability_budget_holds_period"),
    "results.reserve": ("reserve", "reserve_period"),
}
"""Fields of the yearly error and the period's, by the row that they belong to."""


def _error(edition: Edition, row: Row, precision: Precision) -> Row:
    yearly, period = (getattr(precision, field) for field in _ERRORS[row.key])
    told = "" if (first := row.cells[0]) is None else first.value
    label = f"{told}, {edition.say(answers.STANDARD_ERROR)}"
    if row.key == "results.reserve":
        entry = Entry(label=label, unit=edition.unit)
        (value,), years = amounts((period,), Role.SIMULATED), amounts(yearly, Role.SIMULATED)
    else:
        entry = Entry(label=label, unit=edition.say(sheets.SHARE))
        (value,) = figures((period,), Figure.FINEST_SHARE, Role.SIMULATED)
        years = figures(yearly, Figure.FINEST_SHARE, Role.SIMULATED)
    return edition.row(f"{row.key}.standard_error", entry, value=value, years=years)
