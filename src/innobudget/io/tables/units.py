"""Unit and currency of a sheet, from the texts around its table."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from innobudget.errors import Problem
from innobudget.io.layouts.layout import Layout, name_of_column
from innobudget.io.layouts.stacking import texts_around
from innobudget.io.mapping import QuestionError
from innobudget.io.sheets import Sheet
from innobudget.io.wording.captions import (
    Caption,
    find_captions,
    krone_of,
    parse_caption,
    parse_currency,
    unknown_unit,
)
from innobudget.io.wording.periods import not_an_amount
from innobudget.messages import say

COVER_ROWS = 40
MOST = 1e12
MOST_OF_ROUND = 1e11
MOST_UNITS = 6
SURELY_WHOLE = 1e9
"""Thousands of so much are more than any municipality's money."""
CENTS = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What amounts are multiplied by, and in which currency they are."""

    factor: float
    """How many of the currency one is. [currency]"""
    currency: str | None
    """Code; None where the file does not say."""
    said: bool = False
    """True where the file says the unit that the user says."""
    doubts: tuple[Problem, ...] = ()
    """That the file does not say its unit, or says another than the user."""


def find_unit(
    sheet: Sheet, layout: Layout, stated: float | None, *, last_row: int, cover: Sequence[Sheet]
) -> Unit:
    """Find the unit above, in or below a table, else on the sheets before it.

    `stated` is what the user says, and wins; `last_row` is the last with figures; one of the
    workbook's other sheets may be a `cover` that says the unit. Where nothing says it, the unit
    has a doubt.

    Raises
    ------
    QuestionError
        If the file states several.

    """
    texts = [*(sheet.around or texts_around(sheet, layout)), sheet.name]
    covers = (row for own in cover if len(own.rows) <= COVER_ROWS for row in own.rows)
    titles = [cell for row in covers for cell in row if isinstance(cell, str)]
    captions = find_captions(texts) or find_captions(titles)
    named = (*(caption.currency for caption in captions), *map(parse_currency, texts))
    currency = next(filter(None, named), None)
    if currency == "DKK" and not any("dkk" in text.casefold() for text in texts):
        currency = krone_of(texts)
    if stated is not None:
        return Unit(
            factor=stated,
            currency=currency,
            said=stated in {caption.unit for caption in captions},
            doubts=tuple(_otherwise(sheet, captions, texts, stated)),
        )
    _check_columns(layout)
    if own := _captions_of_rows(sheet, layout, last_row):
        captions = find_captions(caption.text for caption in (*own, *captions))
    factors = {caption.unit for caption in captions}
    if len(factors) > 1:
        said = sorted({caption.text for caption in captions})
        raise QuestionError(
            say("the sheet states several units: {words:; }", words=said),
            proposal={"unit": captions[0].unit},
        )
    if factors:
        return Unit(factor=factors.pop(), currency=currency)
    return Unit(factor=1.0, currency=currency, doubts=(_not_said(sheet, texts),))


def _check_columns(layout: Layout) -> None:
    """Ask about columns of amounts that count in different units."""
    headers = {column: layout.headers[column] for column, _ in layout.amounts}
    units = {
        column: caption.unit if (caption := parse_caption(header)) else 1.0
        for column, header in headers.items()
        if parse_caption(header) or parse_currency(header)
    }
    if len(set(units.values())) > 1:
        unit = units[min(units)]
        chosen = {
            period.year: name_of_column(layout, column)
            for column, period in layout.amounts
            if units.get(column) == unit and period.year is not None
        }
        told = [layout.headers[column] for column in units]
        raise QuestionError(
            say("columns count in different units: {told:; }", told=told),
            proposal={"unit": unit, "columns.amounts": chosen},
        )


def _captions_of_rows(sheet: Sheet, layout: Layout, last_row: int) -> list[Caption]:
    """Return what a column of units says; ask where its rows count in different ones."""
    for column in layout.labels:
        texts: dict[str, None] = {}
        for row in range(layout.first_row, last_row + 1):
            if text := sheet.text(row, column):
                texts[text] = None
                if len(texts) > MOST_UNITS:
                    break
        captions = find_captions(texts) if len(texts) <= MOST_UNITS else []
        bare = all(text.replace(".", "").isdecimal() for text in texts)  # amounts such as 1000
        shares = [text for text in texts if not_an_amount(text)] if captions else []
        if not captions or len(captions) + len(shares) < len(texts) or bare:
            continue
        if shares or len({caption.unit for caption in captions}) > 1:
            kept = {name_of_column(layout, column): [captions[0].text]}
            raise QuestionError(
                say("rows count in different units: {texts:; }", texts=[*texts]),
                proposal={"unit": captions[0].unit, "keep": kept},
            )
        return captions
    return []


def check_magnitude(unit: Unit, gross: float, *, thousands_only: bool) -> None:
    """Ask about a caption that no municipality's money bears out.

    Captions lie: they say thousands over whole amounts. No budget that this program is for
    moves more than 1,000 billion; one of more than 100 billion whose figures all end in
    three zeros (`thousands_only`) is the same mistake. `gross` is the sum of all amounts of a
    year without their signs, in the stated unit. [currency]
    """
    if unit.factor > 1 and (gross > MOST or (thousands_only and gross > MOST_OF_ROUND)):
        raise QuestionError(
            say(
                "a caption says that amounts count in {factor:,.0f}, which makes "
                "{gross:,.0f} in one year: it stands over whole amounts, or this is no "
                "municipality",
                factor=unit.factor,
                gross=gross,
            ),
            proposal={"unit": 1},
        )


def is_open(rows: Sequence[Mapping[int, float]]) -> bool:
    """Say whether amounts without a unit may as well count in thousands.

    Whole currency units show in cents, and in sums that no municipality has thousandfold.
    """
    amounts = [amount for row in rows for amount in row.values() if amount]
    cents = sum(round(amount * 100) % 10 != 0 for amount in amounts)
    gross: dict[int, float] = defaultdict(float)
    for row in rows:
        for year, amount in row.items():
            gross[year] += abs(amount)
    return cents <= CENTS * len(amounts) and max(gross.values(), default=0.0) < SURELY_WHOLE


def unit_doubts(
    sheet: Sheet, unit: Unit, rows: Sequence[Mapping[int, float]], stated: float | None
) -> Iterator[Problem]:
    """Yield what speaks against a unit: one that nothing says, or that cents and sizes belie."""
    whole = not is_open(rows)
    if stated or not whole:
        yield from unit.doubts
    if stated and stated > 1 and whole and not (unit.said or unit.doubts):
        yield Problem(
            code="unit-differs",
            place=sheet.place(),
            found=say(
                "cents, or sums that no municipality has in thousands, and {unit:,.0f} as unit in "
                "the mapping",
                unit=stated,
            ),
            expected=say("the same unit; the mapping's is read"),
            remedy=say("set unit = 1 in the mapping, if amounts are whole currency units"),
        )


def _otherwise(
    sheet: Sheet, captions: Sequence[Caption], texts: Sequence[str], stated: float
) -> Iterator[Problem]:
    """Doubt a unit of the mapping that the file does not say, or says in words not known here."""
    if stated in {caption.unit for caption in captions}:
        return
    text = captions[0].text if captions else unknown_unit(texts)
    if text:
        yield Problem(
            code="unit-differs",
            place=sheet.place(),
            found=say(
                "{text!r} in the file, {unit:,.0f} as unit in the mapping", text=text, unit=stated
            ),
            expected=say("the same unit; the mapping's is read"),
            remedy=say("write the file's unit in the mapping, if the file is right"),
        )


def _not_said(sheet: Sheet, texts: Sequence[str]) -> Problem:
    spoken = unknown_unit(texts)
    said = (
        say("{spoken!r}, which is no unit known here", spoken=spoken)
        if spoken
        else say("no line that says the unit")
    )
    return Problem(
        code="unit-not-said",
        place=sheet.place(),
        found=say("{found}; amounts are read as whole currency units", found=said),
        expected=say("a line such as '1.000 kr.' above the table"),
        remedy=say("set unit in the scenario's [budget] table or in the mapping"),
    )
