"""What the user says about a table, laid over what was recognised."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from innobudget.errors import InputError, Problem, nearest
from innobudget.io.canonical import is_canonical
from innobudget.io.layouts.directing import says_directions
from innobudget.io.layouts.layout import (
    ROW,
    ColumnTexts,
    Layout,
    find_column,
    label_columns,
    of_one_year,
)
from innobudget.io.layouts.profiles import Profile, SheetColumns
from innobudget.io.mapping import BudgetMapping, RowFilter
from innobudget.io.sheets import Sheet, column_number
from innobudget.io.wording.columns import (
    ROLES,
    Role,
    announces_money,
    has_levels,
    is_note,
    normalise,
    says_code,
)
from innobudget.io.wording.labels import says_result, says_total
from innobudget.io.wording.periods import Period
from innobudget.io.wording.vocabulary import words
from innobudget.messages import say

LETTERS = re.compile(r"[A-Z]{1,3}")
FEW_TIMES = 20
LOOKED_AT = 2000
YEARS_MOVED = 10
WIDTHS = 3
YES, NO = frozenset(words("cells", "yes")), frozenset(words("cells", "no"))
_CODE = re.compile(r"\d[\d.]{2,}\d")
_LEVELS = re.compile(r"\d+(?:[.\-/]\d+)*\.?")
_BEGINS = re.compile(r"\d{3}|\d+\.\d")
"""How a code begins, with or without a name behind it."""
_DIGITS = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|(?<=[a-z])\d\d)(?!\d)")


def correct(sheet: Sheet, layout: Layout, wishes: BudgetMapping) -> Layout:
    """Return the layout as the mapping corrects it."""
    said = wishes.columns
    mapped: dict[Role, int] = {
        role: _column(sheet, layout, header)
        for role in ROLES
        if (header := getattr(said, role)) is not None
    }
    columns = {
        role: at
        for role, at in {**layout.columns, **mapped}.items()
        if role in mapped or at not in mapped.values()
    }
    amounts = () if said.amount is not None else layout.amounts
    if said.amounts:
        amounts = tuple(
            (_column(sheet, layout, header), Period(year=year, version="adopted"))
            for year, headers in sorted(said.amounts.items())
            for header in ((headers,) if isinstance(headers, str) else headers)
        )
    elif not amounts and wishes.year is not None and "amount" in columns:
        amounts = of_one_year(layout.headers, columns["amount"], wishes.year)
        amounts = amounts if said.amount is None else ((columns["amount"], amounts[0][1]),)
    reach = max([*columns.values(), *dict(amounts)], default=0) + 1
    layout = replace(
        layout,
        headers=layout.headers + ("",) * (reach - len(layout.headers)),
        last_row=None if wishes.last_row is None or sheet.parts else wishes.last_row - 1,
    )
    taken = set(dict(amounts)) or {columns.get("amount", -1), *layout.pair}
    columns = {
        role: at
        for role, at in columns.items()
        if at not in taken or (role == "amount" and not amounts)
    }
    cells, first = SheetColumns(sheet), layout.first_row
    labels = label_columns(layout.headers, taken, lambda at: cells.is_worded(at, first))
    sheet = layout.down_to_end(sheet)
    if not (said.line or said.name or is_canonical(sheet)):
        columns = _by_content(sheet, layout, columns, labels)
    return replace(
        layout,
        columns=columns,
        amounts=amounts,
        pair=() if amounts or "amount" in columns else layout.pair,
        chosen=bool(said.amounts),
        labels=labels,
        keep=_texts(sheet, layout, wishes.keep),
        leave_out=_texts(sheet, layout, wishes.leave_out),
        sides=_sides(sheet, layout, wishes),
        total_rows=(*_texts(sheet, layout, wishes.total_rows), *_flags(sheet, layout, labels)),
    )


def _sides(sheet: Sheet, layout: Layout, wishes: BudgetMapping) -> tuple[tuple[int, str, int], ...]:
    """Return the texts that the user says are income or expenditure, by column."""
    said = ((wishes.direction.income, -1), (wishes.direction.expenditure, 1))
    found = [
        (column, text, side)
        for wished, side in said
        for column, texts in _texts(sheet, layout, wished)
        for text in sorted(texts)
    ]
    if len({side for _, _, side in found}) == 1:
        found.append((found[0][0], "*", -found[0][2]))
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
    """Find codes, names and sides by what they look like, where no header names them.

    Words under a header for codes, such as `Tiltak`, are names where each row has its own, areas
    where each stands once above several names; codes under a header for names, or beside numbers
    of rows, are codes.
    """
    found, cells = dict(columns), SheetColumns(sheet)
    looks = {at: cells.profile(at, layout.first_row) for at in {*labels, *found.values()}}
    line = found.get("line")
    if line is not None and not says_code(layout.headers[line]):
        texts = looks[line].texts
        worded = sum(map(_is_worded, texts)) * 2 > len(texts)
        names = looks[found["name"]].texts if "name" in found else ()
        shared = bool(names) and len(set(texts)) < len(texts)
        if worded and not shared and not any(map(_BEGINS.match, texts)):
            found["name" if len(texts) >= len(names) else "area"] = found.pop("line")
    if "direction" not in found:
        side = next((at for at in labels if says_directions(sheet, layout, at)), None)
        if side is not None:
            found = {role: at for role, at in found.items() if at != side} | {"direction": side}
    free = [at for at in labels if at not in found.values()]
    if "line" not in found or looks[found["line"]].is_idle:
        named = [at for role, at in found.items() if role == "name"]
        coded = (at for at in (*free, *named) if _holds_codes(looks[at], layout.headers[at]))
        if (line := next(coded, None)) is not None:
            found = {role: at for role, at in found.items() if at != line} | {"line": line}
    if "name" not in found or _mostly_empty(sheet, layout, found["name"]):
        for at in free:
            texts = looks[at].texts
            worded = sum(any(map(str.isalpha, text)) for text in texts) * 2 > len(texts)
            telling = worded and len(set(texts)) * FEW_TIMES > len(texts)
            if telling and at != found.get("line") and not is_note(layout.headers[at]):
                found["name"] = at
                break
    return found


def _holds_codes(look: Profile, header: str) -> bool:
    """Say whether most texts of a column are account codes, or numbers that tell rows apart."""
    texts = look.texts
    levels = all(map(_LEVELS.fullmatch, texts)) and has_levels(texts)
    plain = [text for text in texts if text.isdecimal()]
    apart = len({len(text) for text in plain}) == 1 and len(set(plain)) == len(plain) > 2
    if levels and (not apart or any(text.count(".") > 1 for text in texts)):
        known = texts
    else:
        many = len({len(text) for text in plain}) > WIDTHS  # as amounts have, or codes with levels
        known = plain if apart else [text for text in texts if not many and _CODE.fullmatch(text)]
    money = announces_money(header) or says_result(header) or says_total(header)
    return len(known) * 2 > len(texts) and not money and not look.is_idle


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
    near = nearest(wanted, filter(None, layout.headers))
    fault = Problem(
        code="mapped-column-missing",
        place=sheet.place(max(layout.header[1], 0)),
        found=say("no column {wanted!r}", wanted=wanted),
        expected=say("one of: {known}", known=[repr(text) for text in layout.headers if text]),
        remedy=say("write {wanted!r}", wanted=near)
        if near
        else say("write a header, or the column's letters"),
    )
    raise InputError([fault])


def move_years(
    amounts: Mapping[int, str | Sequence[str]], headers: Sequence[str]
) -> tuple[dict[int, tuple[str, ...]], int]:
    """Move a mapping's years so that every header it names is there.

    Returns headers by year, and by how many years they moved; unmoved where nothing fits.
    """
    known = {normalise(header) for header in headers}
    named = {
        year: (header,) if isinstance(header, str) else tuple(header)
        for year, header in amounts.items()
    }
    for step in sorted(range(-YEARS_MOVED, YEARS_MOVED + 1), key=abs):
        moved = {
            year + step: tuple(_moved(header, step) for header in own)
            for year, own in named.items()
        }
        if all(normalise(header) in known for own in moved.values() for header in own):
            return moved, step
    return named, 0


def _moved(header: str, step: int) -> str:
    if not step:
        return header
    return _DIGITS.sub(lambda year: str(int(year[0]) + step).zfill(len(year[0])), header.casefold())


def layout_changes(
    place: str, seen: Sequence[str], headers: Sequence[str], moved: int
) -> Iterator[Problem]:
    """Return what is new and what is gone since the mapping was written, years apart."""
    if moved:
        yield Problem(
            code="mapping-moved",
            place=place,
            found=say("years {count} later than the mapping's", count=moved)
            if moved > 0
            else say("years {count} earlier than the mapping's", count=-moved),
            expected=say("the mapping's columns; read with its years moved"),
            remedy=say("write the mapping anew if that is wrong"),
        )
    before = {_DIGITS.sub("", normalise(header)): header for header in seen if header}
    now = {_DIGITS.sub("", normalise(header)): header for header in headers if header}
    new, gone = say("columns that are new: {names}"), say("columns that are gone: {names}")
    for told, one, other in ((new, now, before), (gone, before, now)):
        if before and (found := one.keys() - other.keys()):
            names = sorted(one[key] for key in found)
            yield Problem(
                code="layout-changed",
                place=place,
                found=told.of(names=[*map(repr, names)]),
                expected=say("the columns of the file that the mapping was written for"),
                remedy=say("check the reading, then write the mapping anew"),
            )
