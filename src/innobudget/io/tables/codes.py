"""Account codes that a spreadsheet took for numbers.

A number has no leading zeros: `0101` is stored as 101, hovedfunktion `5.30` as 5.3, and the
Danish function `0.28.20`, written without dots, as 2820. Where the column says how codes are
written, they are restored, and one doubt says so.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from innobudget.errors import Problem
from innobudget.io.sheets import Sheet
from innobudget.io.tables.layout import Layout
from innobudget.io.tables.table import Table
from innobudget.io.wording.columns import normalise


def restore_codes(sheet: Sheet, layout: Layout, table: Table) -> None:
    """Give codes the zeros and dots back that the column shows them to have lost."""
    column = layout.columns.get("line")
    if column is None:
        return
    texts = [row.code for row in table.rows if row.code]
    numbers = {row.code for row in table.rows if isinstance(sheet.value(row.row, column), float)}
    danish = normalise(layout.headers[column]).startswith(("funktion", "hovedfunktion"))
    restored = restored_codes(texts, numbers, danish=danish)
    changed = {code: new for code, new in restored.items() if new != code}
    if not changed:
        return
    table.rows = [
        replace(row, texts={**row.texts, "line": changed[row.code]}) if row.code in changed else row
        for row in table.rows
    ]
    old, new = next(iter(changed.items()))
    table.doubts.append(
        Problem(
            code="code-restored",
            place=sheet.place(column=column),
            found=f"{len(changed)} codes as numbers, such as {old}",
            expected=f"codes as text; read as {new}",
            remedy="store the column as text, if that is not what is meant",
        )
    )


def restored_codes(texts: Sequence[str], numbers: set[str], *, danish: bool) -> Mapping[str, str]:
    """Return how each code is written in full.

    Parameters
    ----------
    texts
        Every code of the column, as read.
    numbers
        Those that the file stores as numbers.
    danish
        True for a column of functions in the Danish chart of accounts.

    Examples
    --------
    >>> restored_codes(["0101", "0102", "201"], {"201"}, danish=False)["201"]
    '0201'
    >>> restored_codes(["53026", "64551", "2820"], set(), danish=True)["2820"]
    '0.28.20'
    >>> restored_codes(["5.3", "5.32"], {"5.3", "5.32"}, danish=True)["5.3"]
    '5.30'

    """
    if danish and texts and all(text.isdigit() and 3 < len(text) < 7 for text in texts):
        return {text: _dotted(text) for text in texts}
    if danish and numbers and all("." in text for text in texts):
        return {text: f"{float(text):.2f}" if text in numbers else text for text in texts}
    widths = Counter(len(text) for text in texts if text.isdigit() and text not in numbers)
    if not widths or len(widths) > 1:
        return {}
    width = next(iter(widths))
    return {text: text.zfill(width) if text.isdigit() else text for text in numbers}


def _dotted(digits: str) -> str:
    """Write a function with dots: one digit, then two and two; a first zero may be lost."""
    whole = digits.zfill(5).removeprefix("0") if len(digits) == 6 else digits.zfill(5)
    return f"{whole[:-4]}.{whole[-4:-2]}.{whole[-2:]}"
