"""One value of a scenario ↔ one cell: as people type it where a column says how, else as TOML."""

import re
import tomllib
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from typing import Any

from innobudget.domain.checks.written import number_in
from innobudget.domain.investment import UNCERTAIN
from innobudget.io.scenario_workbook.columns import FormColumn
from innobudget.io.scenario_workbook.naming import Naming, column_keys, naming, plain, word_keys
from innobudget.io.toml.places import DecimalText
from innobudget.io.toml.text import toml_value
from innobudget.messages import ENGLISH, marks

SAID = {"": None, "true": True, "false": False}
"""Words that are none; a Danish Excel keeps `true` as a word, and remedies say to write it."""
TRUTHS = {
    **dict.fromkeys(("yes", "ja", "sand", "true"), True),
    **dict.fromkeys(("no", "nej", "falsk", "false"), False),
}
"""What people write for yes and no, and what a spreadsheet of another language makes of it."""
LARGEST_WHOLE = 2**53
"""Spreadsheets keep whole numbers exactly up to here."""
NEEDS_QUOTES = re.compile(
    r'^["=+\-@\s\[{↑]|[\x00-\x1f\x7f]|\s$|^\d{4}-\d\d-\d\d|_x[0-9A-Fa-f]{4}_|^(?i:true|false)$'
)
"""Words that a spreadsheet or this reader would take for something else."""
FIRST_YEAR = 1900
"""Spreadsheets have no dates before its end that all of them agree on."""
DAY = re.compile(r"(\d{4}-\d\d-\d\d)(T00:00:00)?")
"""A date as it is read from a cell, or typed into one as words."""
DAY_FIRST = re.compile(r"(\d{1,2})[-.](\d{1,2})[-.](\d{4})")
"""A date as Danes type it."""
LONG_NUMBER = re.compile(r"[+-]?\d[\d.eE+-]{14,}")
"""Numbers with more digits than a cell keeps are written as words."""
ENGLISH_NAMES = naming(ENGLISH)


def to_cell(
    value: Any,  # noqa: ANN401 - whatever TOML can hold
    column: FormColumn | None = None,
    names: Naming = ENGLISH_NAMES,
    language: str = ENGLISH,
) -> str | float | bool | date:
    """Return what a cell holds for a value; what has no way to be typed, as TOML.

    Examples
    --------
    >>> to_cell("Care"), to_cell("=1+1"), to_cell({"pert": [1, 2, 3]})
    ('Care', '"=1+1"', '{ pert = [1, 2, 3] }')
    >>> to_cell([0.5, 1.0], FormColumn(kind="numbers"), language="da")
    '0,5; 1'

    """
    typed = _as_typed(value, column, names, language) if column else None
    plain = typed is not None and typed.isprintable() and "_x" not in typed
    if typed is not None and plain and from_cell(typed, column) == value:
        return typed
    if isinstance(value, str):
        odd = NEEDS_QUOTES.search(value) or LONG_NUMBER.fullmatch(value)
        plain_words = value and not odd
        return value if plain_words else toml_value(value).replace("_x", "\\u005fx")
    if type(value) is date:
        return value if value.year > FIRST_YEAR else value.isoformat()
    kept = isinstance(value, int) and abs(value) <= LARGEST_WHOLE
    if kept or (isinstance(value, float) and float(f"{value:.16G}") == value):
        return value  # type: ignore[no-any-return]
    return toml_value(value)


def _as_typed(
    value: Any,  # noqa: ANN401 - whatever TOML can hold
    column: FormColumn,
    names: Naming,
    language: str,
) -> str | None:
    """Return a value as a person would type it; None: as it is."""
    match column.kind, value:
        case (("truth" | "other"), bool()) if "TRUE" in names.words:
            return names.word(str(value).upper())
        case "word", str():
            return names.word(value)
        case "figure", str():
            return names.figure(value)
        case "texts", [str(), *_] if not any(NEEDS_QUOTES.search(str(part)) for part in value):
            return "; ".join(map(str, value))
        case "numbers", [_, *_]:
            decimals = marks(language)[1]
            return "; ".join(f"{part:g}".replace(".", decimals) for part in value)
    return None


def from_cell(cell: object, column: FormColumn | None = None) -> Any:  # noqa: ANN401 - as above
    """Return the value of a cell; None: it is empty.

    Words that begin like TOML and are none stay words, and so does what its column has no use
    for: it is told as wrong later.

    Examples
    --------
    >>> from_cell("{ pert = [1, 2, 3] }"), from_cell("Care "), from_cell(2025.0), from_cell("true")
    ({'pert': [1, 2, 3]}, 'Care', 2025, True)
    >>> from_cell("0,85", FormColumn(kind="number")), from_cell("JA", FormColumn(kind="truth"))
    (0.85, True)

    """
    if isinstance(cell, float) and cell.is_integer() and abs(cell) <= LARGEST_WHOLE:
        cell = int(cell)
    written = cell.strip() if isinstance(cell, str) else None
    if written is None:
        return _number_for(cell, column) if column else cell
    if written.lower() in SAID:
        return SAID[written.lower()]
    if found := DAY.fullmatch(written):
        with suppress(ValueError):
            return date.fromisoformat(found[1])
    if written[0] in '"{[' or LONG_NUMBER.fullmatch(written):
        try:
            return tomllib.loads(f"value = {written}", parse_float=DecimalText)["value"]
        except (ValueError, RecursionError):
            return written
    return READERS.get(column.kind, _as_it_is)(written, column) if column else written


def _number_for(number: object, column: FormColumn) -> object:
    """Return a number as its column means it: alone in a list, or a name of digits."""
    if isinstance(number, bool) or not isinstance(number, int | float):
        return number
    if column.kind == "numbers":
        return [number]
    if isinstance(number, int) and column.kind in {"text", "texts"}:
        return str(number) if column.kind == "text" else [str(number)]
    return number


def _as_it_is(text: str, _: FormColumn) -> object:
    return text


def _number(text: str, column: FormColumn) -> object:
    number = number_in(text, percent=column.is_share)
    return text if number is None else number


def _numbers(text: str, column: FormColumn) -> object:
    numbers = [number_in(part, percent=column.is_share) for part in text.split(";")]
    return text if None in numbers else numbers


def _texts(text: str, _: FormColumn) -> object:
    return [part for written in re.split(r"[;\n]", text) if (part := written.strip())]


def _truth(text: str, _: FormColumn) -> object:
    return TRUTHS.get(text.casefold(), text)


def _day(text: str, _: FormColumn) -> object:
    found = DAY_FIRST.fullmatch(text)
    with suppress(ValueError):
        return date(int(found[3]), int(found[2]), int(found[1])) if found else text
    return text


def _word(text: str, column: FormColumn) -> object:
    meant = (plain(text), *word_keys().get(plain(text), ()))
    return next((word for word in column.words if word.casefold() in meant), text)


def _figure(text: str, _: FormColumn) -> object:
    """Return the key of a figure that was named by the words of sheets and headings."""
    meant = (key for key in word_keys().get(plain(text), ()) if key in UNCERTAIN)
    known = next(meant, None)
    if known is not None:
        return known
    parts = NUMBERED.fullmatch(text)
    if parts is None:
        return _key(text, "investment")
    table = _key(parts[1], "")
    return f"{table}.{parts[2]}.{_key(parts[3], table)}"


def _key(name: str, table: str) -> str:
    found = column_keys(table).get(plain(name), ())
    return next(iter(found), name.strip())


NUMBERED = re.compile(r"(.+?)[. ]\s*(\d+)[. ]\s*(.+)")
"""A figure of one of several stages or effects: `fase 2 implementeringsudgift`."""
READERS: Mapping[str, Callable[[str, FormColumn], object]] = {
    "number": _number,
    "numbers": _numbers,
    "texts": _texts,
    "truth": _truth,
    "other": _truth,
    "date": _day,
    "word": _word,
    "figure": _figure,
}
"""How words in a cell are understood, by the kind of its column."""
