"""Account codes that a spreadsheet took for numbers.

A number has no leading zeros: `0101` is stored as 101, hovedfunktion `5.30` as 5.3, and the
Danish function `0.28.20`, written without dots, as 2820. Where the column says how codes are
written, they are restored, and one doubt says so.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from innobudget.errors import Problem
from innobudget.io.layouts.layout import Layout
from innobudget.io.sheets import Sheet
from innobudget.io.tables.table import Table, TableRow
from innobudget.io.wording.columns import Role, counts_up, has_levels, normalise
from innobudget.io.wording.labels import is_danish
from innobudget.messages import counted, say

_CODE = r"([A-ZÆØÅ]{0,2}\d+(?:[.\-/]\d+)*)\.?(?:\s*[:–]\s*|\s+-\s+|\s+)"
_CODE_AND_NAME = re.compile(rf"{_CODE}(?=[^\W\d])(\S.*)")
_CODE_FIRST = re.compile(rf"{_CODE}(\S.*)")
"""Names may begin with a number or a sign, where others show how long a code is."""
_PARTS = ("hovedkonto", "hovedfunktion", "funktion")


def read_codes(sheet: Sheet, layout: Layout, table: Table) -> None:
    """Give every row its whole account code: put together, taken out of a text, restored."""
    if not (_join_parts(sheet, layout, table) or _join_levels(layout, table)):
        _part_texts(layout, table)
        _restore(sheet, layout, table)


def _join_parts(sheet: Sheet, layout: Layout, table: Table) -> bool:
    """Put a Danish function together where its three parts stand in three columns."""
    words = [normalise(header) for header in layout.headers]
    if not set(_PARTS) <= set(words):
        return False
    columns = [words.index(part) for part in _PARTS]
    digits = [[sheet.text(row.row, column) for column in columns] for row in table.rows]
    if not all(len(text) < 3 and text.isdecimal() for parts in digits for text in parts if text):
        return False
    table.joined = tuple(columns)
    table.rows = [
        _coded(row, f"{a.lstrip('0') or '0'}.{b:0>2}.{c:0>2}") if a and b and c else row
        for row, (a, b, c) in zip(table.rows, digits, strict=True)
    ]
    return True


def _join_levels(layout: Layout, table: Table) -> bool:
    """Put codes together that stand in a column for each level, further right the deeper.

    Chapter, section and paragraph: a row above its parts has no code in the columns behind.
    """
    if "line" not in layout.columns or layout.columns["line"] not in layout.labels:
        return False
    first = layout.labels.index(layout.columns["line"])
    rows = [row.labels for row in table.rows if row.code]
    if counts_up([labels[first] for labels in rows]):
        return False
    last = first
    while last < len(layout.labels):
        texts = {labels[last] for labels in rows} - {""}
        if not texts or not all(map(str.isdecimal, texts)):
            break
        last += 1
    codes = _paths([labels[first:last] for labels in rows]) if last - first > 1 else []
    if len({code.count(".") for code in codes}) < 2 or "" in codes:
        return False
    table.joined = layout.labels[first:last]
    whole = iter(codes)
    table.rows = [_coded(row, next(whole)) if row.code else row for row in table.rows]
    return True


def _paths(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return each row's codes with those that were said above it; empty where one is missing."""
    path: list[str] = []
    found = []
    for own in rows:
        depth = max((at + 1 for at, text in enumerate(own) if text), default=0)
        for at, text in enumerate(own[:depth]):
            if text and path[at : at + 1] != [text]:
                path[at:] = [text]
        path = path[:depth]
        found.append(".".join(path) if len(path) == depth and all(path) else "")
    return found


def _coded(row: TableRow, code: str, name: str = "") -> TableRow:
    texts: dict[Role, str] = {**row.texts, "line": code} | ({"name": name} if name else {})
    return replace(row, texts=texts)


def _part_texts(layout: Layout, table: Table) -> None:
    """Part `5.30.26 Hjemmehjælp` in code and name, where most rows with digits are so.

    Codes must show levels: what only numbers the rows stays with the name.
    """
    roles: tuple[Role, ...] = ("line", "name", "area")
    role: Role = next((role for role in roles if role in layout.columns), "name")
    texts = [row.texts.get(role, "") for row in table.rows]
    found = [_CODE_AND_NAME.fullmatch(text) for text in texts]
    codes = [parts[1] for parts in found if parts]
    if len(codes) * 2 <= sum(any(map(str.isdigit, text)) for text in texts):
        return
    if not (all(map(is_danish, codes)) or has_levels(codes)):
        return
    named = role == "line" and "name" in layout.columns
    widths = set(map(len, codes))
    also = (_CODE_FIRST.fullmatch(text) for text in texts)
    found = [
        parts or (first if first and len(first[1]) in widths else None)
        for parts, first in zip(found, also, strict=True)
    ]
    table.rows = [
        _coded(row, parts[1], "" if named else parts[2]) if parts else row
        for row, parts in zip(table.rows, found, strict=True)
    ]


def _restore(sheet: Sheet, layout: Layout, table: Table) -> None:
    """Give codes the zeros and dots back that the column shows them to have lost."""
    column = layout.columns.get("line")
    if column is None:
        return
    texts = [row.code for row in table.rows if row.code]
    numbers = {row.code for row in table.rows if isinstance(sheet.value(row.row, column), float)}
    worded = normalise(layout.headers[column]).startswith(("funktion", "hovedfunktion"))
    written = [code for code in texts if code not in numbers and "." in code]
    danish = worded or (written and all(map(is_danish, written)))
    restored = restored_codes(texts, numbers, danish=bool(danish))
    changed = {code: new for code, new in restored.items() if new != code}
    if not changed:
        return
    table.rows = [
        _coded(row, changed[row.code]) if row.code in changed else row for row in table.rows
    ]
    old, new = next(iter(changed.items()))
    table.doubts.append(
        Problem(
            code="code-restored",
            place=sheet.place(column=column),
            found=counted(
                "{count} code as a number: {old}",
                "{count} codes as numbers, such as {old}",
                len(changed),
                old=old,
            ),
            expected=say("codes as text; read as {new}", new=new),
            remedy=say("store the column as text, if that is not what is meant"),
        )
    )


def restored_codes(texts: Sequence[str], numbers: set[str], *, danish: bool) -> Mapping[str, str]:
    """Return how each code of a column is written in full.

    `numbers` are those that the file stores as numbers; `danish` is true for a column of
    functions in the Danish chart of accounts.

    Examples
    --------
    >>> restored_codes(["0101", "0102", "201"], {"201"}, danish=False)["201"]
    '0201'
    >>> restored_codes(["53026", "64551", "2820"], set(), danish=True)["2820"]
    '0.28.20'
    >>> restored_codes(["5.3", "5.32"], {"5.3", "5.32"}, danish=True)["5.3"]
    '5.30'

    """
    if danish and texts and all(text.isdecimal() and 2 < len(text) < 7 for text in texts):
        return _dotted(texts)
    broken = {text for text in numbers if "." in text}
    if danish and broken and any(map(is_danish, set(texts) - numbers | broken)):
        return {text: f"{float(text):.2f}" if text in broken else text for text in texts}
    widths = Counter(len(text) for text in texts if text.isdecimal() and text not in numbers)
    if not widths or len(widths) > 1:
        return {}
    width = next(iter(widths))
    return {text: text.zfill(width) if text.isdecimal() else text for text in numbers}


def _dotted(codes: Sequence[str]) -> dict[str, str]:
    """Write functions with dots: one digit or two, then two and two; first zeros may be lost.

    Where widths are odd and even, or no code begins with its zero, all are whole functions.
    """
    widths = {len(code) % 2 for code in codes}
    lost = len(widths) > 1 or (widths == {0} and not any(code[0] == "0" for code in codes))
    if lost and max(map(len, codes)) < 4:
        return {}
    found = {}
    for code in codes:
        whole = code.zfill(5) if lost else code
        first = 1 if len(whole) % 2 else 2
        pairs = [whole[at : at + 2] for at in range(first, len(whole), 2)]
        found[code] = ".".join([whole[:first].lstrip("0") or "0", *pairs])
    return found
