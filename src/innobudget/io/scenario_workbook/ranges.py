"""How uncertain a quantity is ↔ a row of numbers: form, low, middle, high, limits or outcomes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from innobudget.domain.investment import UNCERTAIN
from innobudget.messages import Text, say

SHEET = "uncertainty"
"""Where each investment has a row for each of its uncertain quantities."""
VALUES = ("low", "middle", "high", "spread", "min", "max")
"""Columns of numbers that have the unit of the quantity."""
OUTCOMES = ("value", "probability")
"""Columns of a choice, numbered from 1."""
FORMS: Mapping[str, tuple[str, ...]] = {
    "pert": ("low", "middle", "high"),
    "triangular": ("low", "middle", "high"),
    "uniform": ("low", "high"),
    "percentiles": ("low", "middle", "high"),
    "normal": ("middle", "spread"),
    "lognormal": ("middle", "spread"),
    "choice": (),
    "certain": ("middle",),
}
"""Forms, and the columns that each needs."""
BESIDE: Mapping[str, tuple[str, ...]] = {
    "pert": ("shape",),
    "normal": ("min", "max"),
    "percentiles": ("min", "max"),
}
"""Columns that a form may have besides."""
PERCENTILES = ("p10", "p50", "p90")
MEANINGS: Mapping[str, Text] = {
    "pert": say("low, middle, high: lowest, most likely, highest, with little weight on the ends"),
    "triangular": say("low, middle, high: lowest, most likely, highest"),
    "uniform": say("low, high: anything between them, all equally likely"),
    "percentiles": say("low, middle, high: 1, 5 and 9 in 10 futures lie below them"),
    "normal": say("middle, spread: mean and standard deviation; limits may be added"),
    "lognormal": say("middle, spread: mean and standard deviation of what is never below 0"),
    "choice": say("value 1, probability 1, value 2, …: one of some values"),
    "certain": say("middle: the value, without uncertainty"),
}
"""What each form needs and means, by the columns of its row."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """What keeps a row from being read as it was meant."""

    column: str
    """Key of the column; empty: the row."""
    found: str
    """What stands there."""
    expected: str
    """What would be right."""
    remedy: str
    """What to do."""

    @classmethod
    def of_quantity(cls, quantity: object, *, is_second: bool) -> "Slip":
        """Return what is wrong with a row of a quantity that has one, or that there is not."""
        return cls(
            column="quantity",
            found=say("a second row of this quantity")
            if is_second
            else f'"{quantity}"'
            if quantity
            else say("nothing"),
            expected=say("one row for each uncertain quantity of an investment")
            if is_second
            else say("one of: {known}", known=sorted(UNCERTAIN)),
            remedy=say("choose the quantity that is meant from the list"),
        )


def to_row(quantity: object) -> Row | None:
    """Return the columns of a quantity; None: it has no form of these, and stays as it is.

    Examples
    --------
    >>> to_row({"pert": [0.9, 1, 1.6]}), to_row(2)
    ({'form': 'pert', 'low': 0.9, 'middle': 1, 'high': 1.6}, {'form': 'certain', 'middle': 2})

    """
    row = _to_row(quantity)
    return row if row is not None and from_row(row) == (quantity, []) else None


def _to_row(quantity: object) -> Row | None:
    if _is_number(quantity):
        return {"form": "certain", "middle": quantity}
    if not isinstance(quantity, dict):
        return None
    if quantity.keys() >= {*PERCENTILES}:
        points: Any = [quantity[key] for key in PERCENTILES]
        form, rest = "percentiles", {k: v for k, v in quantity.items() if k not in PERCENTILES}
    else:
        form = next((key for key in quantity if key in FORMS), "")
        points, rest = quantity.get(form), {k: v for k, v in quantity.items() if k != form}
    if not isinstance(points, list):
        return None
    if form == "choice":
        pairs = [pair for pair in points if isinstance(pair, list) and len(pair) == len(OUTCOMES)]
        named = {
            f"{name} {number}": item
            for number, pair in enumerate(pairs, start=1)
            for name, item in zip(OUTCOMES, pair, strict=True)
        }
    elif len(points) == len(FORMS.get(form, ())):
        named = dict(zip(FORMS[form], points, strict=True))
    else:
        return None
    return {"form": form, **named, **rest}


def from_row(row: Row) -> tuple[Any, list[Slip]]:
    """Return the quantity that a row of columns describes, as scenario files have it, and slips."""
    form = row.get("form")
    if not isinstance(form, str) or form not in FORMS:
        return None, [_of_form(form)]
    given = {key: value for key, value in row.items() if key != "form"}
    slips = [*_not_numbers(given), *_missing(form, given), *_idle(form, given)]
    if slips:
        return None, slips
    rest = {key: given[key] for key in BESIDE.get(form, ()) if key in given}
    if form == "certain":
        return given["middle"], []
    if form == "choice":
        pairs = [[given[f"{name} {n}"] for name in OUTCOMES] for n in _numbers(given)]
        return {form: pairs}, []
    points = [given[key] for key in FORMS[form]]
    if form == "percentiles":
        return {**dict(zip(PERCENTILES, points, strict=True)), **rest}, []
    return {form: points, **rest}, []


def _of_form(form: object) -> Slip:
    return Slip(
        column="form",
        found=f'"{form}"' if form else say("nothing"),
        expected=say("one of: {known}", known=[*FORMS]),
        remedy=say("choose the form from the list"),
    )


def _numbers(given: Row) -> list[int]:
    """Return the numbers of the outcomes that have a value or a probability."""
    parts = (column.split(" ") for column in given)
    return sorted({int(part[1]) for part in parts if part[0] in OUTCOMES and len(part) > 1})


def _not_numbers(given: Row) -> Iterator[Slip]:
    for column, value in given.items():
        if not _is_number(value):
            yield Slip(
                column=column,
                found=f'"{value}"',
                expected=say("a number"),
                remedy=say("type the number anew in a cell that is not formatted as text"),
            )


def _missing(form: str, given: Row) -> Iterator[Slip]:
    needed = FORMS[form]
    if form == "choice":
        needed = tuple(f"{name} {n}" for n in _numbers(given) or [1] for name in OUTCOMES)
    for column in needed:
        if column not in given:
            yield Slip(
                column=column,
                found=say("nothing"),
                expected=say("a value in the column {column}", column=column),
                remedy=say("fill in the column {column}", column=column),
            )


def _idle(form: str, given: Row) -> Iterator[Slip]:
    used = {*FORMS[form], *BESIDE.get(form, ())}
    if form == "choice":
        used |= {f"{name} {number}" for number in _numbers(given) for name in OUTCOMES}
    for column in given:
        if column not in used:
            yield Slip(
                column=column,
                found=say("a value that the form {form} has no use for", form=form),
                expected=MEANINGS[form],
                remedy=say("choose the form that is meant, or empty the cell"),
            )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
