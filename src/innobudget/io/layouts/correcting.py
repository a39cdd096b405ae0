"""What the user says about a table, laid over what was recognised."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from innobudget.errors import InputError, Problem
from innobudget.io.layouts.directing import says_directions
from innobudget.io.layouts.layout import (
    ROW,
    ColumnTexts,
    Layout,
    find_column,
    label_columns,
)
from innobudget.io.layouts.profiles import profile
from innobudget.io.mapping import BudgetMapping, Direction, RowFilter
from innobudget.io.sheets import Sheet, column_number, text_of
from innobudget.io.wording.codes import has_levels
from innobudget.io.wording.columns import ROLES, Role, announces_money, is_note, says_code
from innobudget.io.wording.periods import Period
from innobudget.io.wording.totals import says_total

LETTERS = re.compile(r"[A-Z]{1,3}")
FEW_TIMES = 20
LOOKED_AT = 2000
YES = frozenset({"j", "ja", "y", "yes", "1", "x", "true", "sand", "s", "sí", "ano"})
NO = frozenset({"n", "nej", "nee", "nei", "no", "0", "", "false", "falsk", "ne"})
_CODE = re.compile(r"\d[\d.]{2,}\d")
_LEVELS = re.compile(r"\d+(?:[.\-/]\d+)*\.?")
_BEGINS = re.compile(r"\d{3}|\d+\.\d")
"""How a code begins, with or without a name behind it."""


def correct(sheet: Sheet, layout: Layout, wishes: BudgetMapping) -> Layout:
    """Return the layout as the mapping corrects it."""
    columns: dict[Role, int] = dict(layout.columns)
    for role in ROLES:
        header = getattr(wishes.columns, role)
        if header is not None:
            columns[role] = _column(sheet, layout, header)
    amounts = layout.amounts
    if wishes.columns.amounts:
        amounts = tuple(
            (_column(sheet, layout, header), Period(year=year, version="adopted"))
            for year, headers in sorted(wishes.columns.amounts.items())
            for header in ((headers,) if isinstance(headers, str) else headers)
        )
    elif wishes.columns.amount is not None:
        amounts = ()
    if not amounts and wishes.year is not None and "amount" in columns:
        amounts = ((columns["amount"], Period(year=wishes.year, version="adopted")),)
    reach = max([*columns.values(), *(column for column, _ in amounts)], default=0) + 1
    layout = replace(layout, headers=layout.headers + ("",) * (reach - len(layout.headers)))
    taken = {column for column, _ in amounts} or {columns.get("amount", -1), *layout.pair}
    columns = {
        role: column
        for role, column in columns.items()
        if column not in taken or (role == "amount" and not amounts)
    }
    labels = label_columns(layout.headers, taken)
    if not (wishes.columns.line or wishes.columns.name):
        columns = _by_content(sheet, layout, columns, labels)
    return replace(
        layout,
        columns=columns,
        amounts=amounts,
        pair=() if amounts or "amount" in columns else layout.pair,
        chosen=bool(wishes.columns.amounts),
        labels=labels,
        last_row=None if wishes.last_row is None or sheet.parts else wishes.last_row - 1,
        keep=_texts(sheet, layout, wishes.keep),
        leave_out=_texts(sheet, layout, wishes.leave_out),
        sides=_sides(sheet, layout, wishes.direction),
        total_rows=(
            *_texts(sheet, layout, wishes.total_rows),
            *_flags(sheet, layout, labels),
        ),
    )


def _sides(sheet: Sheet, layout: Layout, direction: Direction) -> tuple[tuple[int, str, int], ...]:
    """Return the texts that the user says are income or expenditure, by column."""
    said = ((direction.income, -1), (direction.expenditure, 1))
    found = [
        (column, text, side)
        for wished, side in said
        for column, texts in _texts(sheet, layout, wished)
        for text in sorted(texts)
    ]
    if found and all(side < 0 for _, _, side in found):
        found.append((found[0][0], "*", 1))
    return tuple(found)


def _flags(sheet: Sheet, layout: Layout, labels: Sequence[int]) -> ColumnTexts:
    """Return a column that marks total lines by yes and no, with the texts that mean yes."""
    for column in labels:
        if says_total(layout.headers[column]):
            texts = {sheet.text(row, column) for row in range(layout.first_row, len(sheet.rows))}
            yes = frozenset(text for text in texts if text.casefold() in YES)
            if yes and all(text.casefold() in YES | NO for text in texts):
                return ((column, yes),)
    return ()


def _texts(sheet: Sheet, layout: Layout, wished: RowFilter) -> ColumnTexts:
    return tuple(
        (ROW if header == "row" else _column(sheet, layout, header), frozenset(texts))
        for header, texts in wished.items()
    )


def _by_content(
    sheet: Sheet, layout: Layout, columns: Mapping[Role, int], labels: Sequence[int]
) -> dict[Role, int]:
    """Find codes and names by what they look like, where no header names them."""
    found = _names_under_codes(sheet, layout, columns)
    cells = {
        column: _filled(sheet, layout, column) for column in labels if column not in found.values()
    }
    if "direction" not in found:
        column = next((at for at in labels if says_directions(sheet, layout, at)), None)
        if column is not None:
            found = {role: at for role, at in found.items() if at != column}
            found["direction"] = column
            cells.pop(column, None)
    if "line" not in found:
        for column, texts in cells.items():
            own = [text for text in texts if not says_total(text)]
            coded = [text for text in own if _LEVELS.fullmatch(text)]
            levels = len(coded) == len(own) and has_levels(coded)
            codes = len(texts) if levels else sum(bool(_CODE.fullmatch(text)) for text in texts)
            idle = profile(sheet, column, layout.first_row).is_idle
            if codes * 2 > len(texts) and not (announces_money(layout.headers[column]) or idle):
                found["line"] = column
                break
    if "name" not in found or _mostly_empty(sheet, layout, found["name"]):
        for column, texts in cells.items():
            worded = sum(any(map(str.isalpha, text)) for text in texts)
            telling = worded * 2 > len(texts) and len(set(texts)) * FEW_TIMES > len(texts)
            if telling and column != found.get("line") and not is_note(layout.headers[column]):
                found["name"] = column
                break
    return found


def _filled(sheet: Sheet, layout: Layout, column: int) -> list[str]:
    """Return the texts of a column's first rows, empty cells left out."""
    return [
        text
        for row in sheet.rows[layout.first_row : layout.first_row + LOOKED_AT]
        if column < len(row) and (text := text_of(row[column]))
    ]


def _names_under_codes(
    sheet: Sheet, layout: Layout, columns: Mapping[Role, int]
) -> dict[Role, int]:
    """Take words under a header for codes, such as `Tiltak`, as the names that they are.

    Names of the file's own stay where the words do not tell every row apart: they are groups.
    """
    if "line" not in columns or says_code(layout.headers[columns["line"]]):
        return dict(columns)
    texts = _filled(sheet, layout, columns["line"])
    worded = sum(map(_is_worded, texts)) * 2 > len(texts) and not any(map(_BEGINS.match, texts))
    groups = "name" in columns and len(set(texts)) < len(texts)
    if groups or not worded:
        return dict(columns)
    found: dict[Role, int] = {**columns, "name": columns["line"]}
    del found["line"]
    return found


def _is_worded(text: str) -> bool:
    """Say whether a text is a name and no code: small letters, no digits."""
    return len(text) > 3 and text != text.upper() and not any(map(str.isdigit, text))


def _mostly_empty(sheet: Sheet, layout: Layout, column: int) -> bool:
    """Say whether most rows with figures have nothing in a column, as under a merged header."""
    last = min(len(sheet.rows), layout.first_row + LOOKED_AT)
    amounts = layout.amount_columns[:1]
    rows = [row for row in range(layout.first_row, last) for at in amounts if sheet.text(row, at)]
    return sum(bool(sheet.text(row, column)) for row in rows) * 5 < len(rows)


def _column(sheet: Sheet, layout: Layout, wanted: str) -> int:
    found = find_column(layout.headers, wanted)
    if found is None and LETTERS.fullmatch(wanted) and column_number(wanted) < sheet.width:
        found = column_number(wanted)
    if found is not None:
        return found
    near = get_close_matches(wanted, layout.headers, n=1)
    raise InputError(
        [
            Problem(
                code="mapped-column-missing",
                place=sheet.place(max(layout.header[1], 0)),
                found=f"no column {wanted!r}",
                expected="one of " + ", ".join(repr(text) for text in layout.headers if text),
                remedy=f"write {near[0]!r}" if near else "write a header, or the column's letters",
            )
        ]
    )
