"""The uncertain quantities of an investment as numbers: form, ends, middle, limits, mean."""

from collections.abc import Iterator
from math import isfinite
from statistics import NormalDist

import numpy as np

from innobudget.domain.investment import Investment
from innobudget.domain.uncertainty import (
    Choice,
    Lognormal,
    Normal,
    Percentiles,
    Pert,
    Triangular,
    Uncertain,
    Uniform,
    is_certain,
    lower_limit,
    upper_limit,
)
from innobudget.engine.chance.distributions import exact_values
from innobudget.engine.chance.expectation import mean
from innobudget.messages import Text
from innobudget.report.tables import Cell, Figure, Role, Row, figures
from innobudget.report.words import labels, sheets
from innobudget.report.words.distributions import plain
from innobudget.report.words.numbers import percent
from innobudget.report.workbook.edition import Edition, Entry
from innobudget.report.workbook.pages.evidence import with_evidence

TENTHS = [NormalDist().inv_cdf(share) for share in (0.1, 0.5, 0.9)]
"""Normal scores of P10, P50 and P90."""


def quantity_rows(edition: Edition, investment: Investment, source: str) -> Iterator[Row]:
    """Yield headings, then each quantity that chance acts on: only a new run follows a change."""
    words = (sheets.QUANTITY, sheets.FORM, sheets.UNIT)
    yield Row(
        cells=(*edition.heads(words), *edition.heads(sheets.OF_A_DISTRIBUTION, Figure.AMOUNT))
    )
    for field, phrase in sheets.QUANTITIES.items():
        quantity: Uncertain = getattr(investment, field)
        entry = Entry(
            phrase,
            detail=_form(edition, quantity),
            unit=sheets.YEARS_UNIT if field == "delay" else sheets.FACTOR,
            mark=labels.MARKS[investment.assumption],
            source=source,
        )
        value = Cell(value=mean(quantity), figure=Figure.FACTOR, role=Role.GIVEN)
        across = figures(_points(quantity), Figure.FACTOR, Role.GIVEN)
        row = edition.row("", entry, value=value, years=across)
        yield with_evidence(edition, investment.evidence, field, row)


def _points(quantity: Uncertain) -> tuple[float | None, ...]:
    """Return low, middle and high, then lower and upper limit; None: there is none."""
    if isinstance(quantity, float | int) or is_certain(quantity):
        value = float(lower_limit(quantity))
        return (value, value, value, value, value)
    limits = tuple(
        limit if isfinite(limit) else None
        for limit in (lower_limit(quantity), upper_limit(quantity))
    )
    match quantity:
        case Uniform(uniform=(low, high)):
            return (low, (low + high) / 2, high, *limits)
        case Triangular(triangular=points) | Pert(pert=points):
            return (*points, *limits)
        case Choice(choice=pairs):
            likely, _ = max(pairs, key=lambda pair: pair[1])
            return (limits[0], likely, limits[1], *limits)
        case _:
            return (*map(float, exact_values(quantity, np.array(TENTHS))), *limits)


def _form(edition: Edition, quantity: Uncertain) -> str:
    if is_certain(quantity):
        return edition.say(sheets.FORMS["certain"])
    match quantity:
        case Normal(normal=(_, sd)) | Lognormal(lognormal=(_, sd)):
            name = "normal" if isinstance(quantity, Normal) else "lognormal"
            return edition.say(sheets.FORMS[name], sd=plain(sd, edition.language))
        case Choice(choice=pairs):
            told = "; ".join(
                edition.say(
                    sheets.CHOICE,
                    value=plain(value, edition.language),
                    probability=percent(probability, edition.language),
                )
                for value, probability in pairs
            )
            return edition.say(sheets.FORMS["choice"], pairs=told)
        case _:
            return edition.say(_NAMES[type(quantity)])


_NAMES: dict[type, Text] = {
    Uniform: sheets.FORMS["uniform"],
    Triangular: sheets.FORMS["triangular"],
    Pert: sheets.FORMS["pert"],
    Percentiles: sheets.FORMS["percentiles"],
}
