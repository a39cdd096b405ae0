"""Where the budget stands in a file: recognised, and corrected by what the user says."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from innobudget.domain.reading import LeftOut
from innobudget.errors import InputError, Problem
from innobudget.io.mapping import BudgetMapping, RowFilter
from innobudget.io.recognition.changes import layout_changes, move_years
from innobudget.io.recognition.columns import ROLES, Role
from innobudget.io.recognition.layout import (
    ROW,
    ColumnTexts,
    Layout,
    find_column,
    find_layout,
    guess_header,
    label_columns,
    layout_at,
    name_of_column,
)
from innobudget.io.recognition.numerals import NumberStyle, read_number
from innobudget.io.recognition.periods import Period
from innobudget.io.recognition.questions import QuestionError
from innobudget.io.recognition.texts import (
    check_not_key_figures,
    file_year,
    per_head_text,
    speaks_of_proposals,
    texts_above,
    title_year,
)
from innobudget.io.recognition.totals import says_total
from innobudget.io.recognition.years import year_from_title
from innobudget.io.sheets import Sheet, column_number, text_of

NUMBERS_OF_A_TABLE = 3
FEW_TIMES = 20
YES = frozenset({"j", "ja", "y", "yes", "1", "x", "true", "sand", "s", "sí", "ano"})
NO = frozenset({"n", "nej", "nee", "nei", "no", "0", "", "false", "falsk", "ne"})
_LETTERS = re.compile(r"[A-Z]{1,3}")
_WHOLE_COUNTRY = re.compile(r"hele landet|landet|danmark|norge|sverige|england|deutschland")
_CODE = re.compile(r"\d[\d.]{2,}\d")


@dataclass(slots=True, kw_only=True)
class Placed:
    """The sheet and the table that the budget is read from."""

    sheet: Sheet
    """The sheet."""
    layout: Layout
    """Where its table stands."""
    left_out: list[LeftOut] = field(default_factory=list)
    """Sheets that are not read."""
    doubts: list[Problem] = field(default_factory=list)
    """What was inferred."""


def place_table(sheets: Sequence[Sheet], wishes: BudgetMapping) -> Placed:
    """Find the sheet and the table of the budget.

    Parameters
    ----------
    sheets
        Every sheet of the file.
    wishes
        What the user says; it wins.

    Raises
    ------
    InputError
        If the mapping names a sheet or a column that is not there.
    QuestionError
        If no sheet has a table, or several have.

    """
    shown = [sheet for sheet in sheets if not sheet.hidden]
    if wishes.sheet is not None:
        sheet = _named(sheets, wishes.sheet)
        found = _wished(sheet, wishes)
    elif wishes.header_row is not None and len(shown) == 1:
        sheet = shown[0]
        found = _wished(sheet, wishes)
    else:
        check_not_key_figures(shown)
        sheet, found = _only_table(shown)
    placed = Placed(sheet=sheet, layout=found, left_out=_others(sheets, sheet))
    amounts, moved = move_years(wishes.columns.amounts, found.headers)
    wishes = replace(wishes, columns=replace(wishes.columns, amounts=amounts))
    place = sheet.place(max(found.header[1], 0))
    placed.doubts.extend(layout_changes(place, wishes.seen, found.headers, moved))
    placed.layout = _with_years(placed, _apply(sheet, found, wishes), wishes)
    return placed


def _named(sheets: Sequence[Sheet], wanted: str) -> Sheet:
    named = [sheet for sheet in sheets if sheet.name == wanted]
    if named:
        return named[0]
    names = [sheet.name for sheet in sheets]
    near = get_close_matches(wanted, names, n=1)
    raise InputError(
        [
            Problem(
                code="sheet-missing",
                place=sheets[0].file,
                found=f"no sheet {wanted!r}",
                expected="one of " + ", ".join(map(repr, names)),
                remedy=f"write {near[0]!r}" if near else "write the name as the workbook has it",
            )
        ]
    )


def _wished(sheet: Sheet, wishes: BudgetMapping) -> Layout:
    found = find_layout(sheet)
    if wishes.header_row is not None and (
        found is None or found.header[1] != wishes.header_row - 1
    ):
        return layout_at(sheet, (wishes.header_row - 1, wishes.header_row - 1))
    if found is None:
        raise _no_table([sheet])
    return found


def _only_table(shown: Sequence[Sheet]) -> tuple[Sheet, Layout]:
    tables = [(sheet, layout) for sheet in shown if (layout := find_layout(sheet)) is not None]
    if not tables:
        raise _no_table(shown)
    rivals = [sheet for sheet, _ in tables]
    if len(tables) == 1 and len(shown) > 1:
        least = _numbers(tables[0][0])
        rivals = [sheet for sheet in shown if _numbers(sheet) >= least]
    if len(rivals) > 1:
        names = ", ".join(f'"{sheet.name}"' for sheet in rivals)
        dated = [sheet for sheet, layout in tables if len(layout.amounts) > 1]
        best = max(dated or rivals, key=_numbers)
        raise QuestionError(
            f"several sheets hold tables: {names}; say which one is the budget",
            proposal={"sheet": best.name},
        )
    return tables[0]


def _others(sheets: Sequence[Sheet], sheet: Sheet) -> list[LeftOut]:
    return [
        LeftOut(
            place=other.place(),
            reason="a hidden sheet" if other.hidden else "a sheet that is not the budget's",
        )
        for other in sheets
        if other is not sheet and (other.hidden or any(map(any, other.rows)))
    ]


def _apply(sheet: Sheet, layout: Layout, wishes: BudgetMapping) -> Layout:
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
            for year, header in sorted(wishes.columns.amounts.items())
        )
    elif wishes.columns.amount is not None:
        amounts = ()
    if not amounts and wishes.year is not None and "amount" in columns:
        amounts = ((columns["amount"], Period(year=wishes.year, version="adopted")),)
    taken = {column for column, _ in amounts} or {columns.get("amount", -1)}
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
        labels=labels,
        last_row=None if wishes.last_row is None else wishes.last_row - 1,
        keep=_texts(sheet, layout, wishes.keep),
        leave_out=_texts(sheet, layout, wishes.leave_out),
        total_rows=_texts(sheet, layout, wishes.total_rows) or _flags(sheet, layout, labels),
    )


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
    found = dict(columns)
    cells = {
        column: [
            text
            for row in sheet.rows[layout.first_row :]
            if column < len(row) and (text := text_of(row[column]))
        ]
        for column in labels
        if column not in columns.values()
    }
    if "line" not in found:
        for column, texts in cells.items():
            if texts and sum(bool(_CODE.fullmatch(text)) for text in texts) * 2 > len(texts):
                found["line"] = column
                break
    if "name" not in found or _mostly_empty(sheet, layout, found["name"]):
        for column, texts in cells.items():
            worded = sum(any(map(str.isalpha, text)) for text in texts)
            telling = worded * 2 > len(texts) and len(set(texts)) * FEW_TIMES > len(texts)
            if telling and column != found.get("line"):
                found["name"] = column
                break
    return found


def _mostly_empty(sheet: Sheet, layout: Layout, column: int) -> bool:
    """Say whether most rows with figures have nothing in a column, as under a merged header."""
    amounts = [amount for amount, _ in layout.amounts] or [layout.columns.get("amount", -1)]
    rows = [row for row in range(layout.first_row, len(sheet.rows)) if sheet.text(row, amounts[0])]
    return sum(bool(sheet.text(row, column)) for row in rows) * 5 < len(rows)


def _with_years(placed: Placed, layout: Layout, wishes: BudgetMapping) -> Layout:
    """Return the layout with a year for a lone column of amounts, or ask."""
    sheet = placed.sheet
    titles = [*texts_above(sheet, max(layout.header[0], 0)), *layout.headers]
    explicit = bool(wishes.columns.amounts or wishes.columns.amount or wishes.year)
    per_head = per_head_text([*titles, *(text_of(v) for row in sheet.rows[:3] for v in row)])
    if per_head and not explicit:
        raise QuestionError(
            f"figures per inhabitant ({per_head!r}), not amounts",
            proposal={"year": file_year(sheet.file)},
        )
    if layout.amounts or ("year" in layout.columns and "amount" in layout.columns):
        return layout
    if speaks_of_proposals(titles):
        raise QuestionError(
            "a list of proposals, not a budget by year: say which column and which year",
            proposal={"year": title_year(titles) or file_year(sheet.file)},
        )
    if "amount" not in layout.columns:
        raise QuestionError("no column of amounts was found")
    year = title_year(texts_above(sheet, max(layout.header[0], 0)))
    if year is None:
        header = layout.headers[layout.columns["amount"]]
        raise QuestionError(
            f"no year is said for the amounts in column {header!r}",
            proposal={"year": file_year(sheet.file)},
        )
    placed.doubts.append(year_from_title(sheet.place(), year))
    amount = layout.columns["amount"]
    return replace(
        layout,
        columns={role: column for role, column in layout.columns.items() if role != "amount"},
        amounts=((amount, Period(year=year, version="adopted")),),
    )


def _column(sheet: Sheet, layout: Layout, wanted: str) -> int:
    found = find_column(layout.headers, wanted)
    if found is None and _LETTERS.fullmatch(wanted) and column_number(wanted) < sheet.width:
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


def _no_table(shown: Sequence[Sheet]) -> QuestionError:
    """Return what to ask where no header says years: of the sheet with most numbers."""
    sheet = max(shown, key=_numbers, default=None)
    if sheet is None or _numbers(sheet) < NUMBERS_OF_A_TABLE:
        return QuestionError("no table of amounts in the file", verdict="refused")
    texts = [text_of(value) for row in sheet.rows[:3] for value in row]
    proposal = _guess(sheet)
    per_head = per_head_text(texts)
    if per_head:
        proposal |= _without_country(sheet, proposal)
        reason = f"figures per inhabitant ({per_head!r}), not amounts"
    elif speaks_of_proposals(texts):
        reason = "a list of proposals, not a budget by year: say which column and which year"
    elif not proposal:
        return QuestionError("codes and names without amounts", verdict="refused")
    else:
        reason = "no header says which column holds the amounts of which year"
    return QuestionError(reason, proposal=proposal)


def _numbers(sheet: Sheet) -> int:
    style = NumberStyle()
    return sum(
        isinstance(value, float) or isinstance(read_number(value, style), float)
        for row in sheet.rows
        for value in row
        if value is not None
    )


def _guess(sheet: Sheet) -> dict[str, object]:
    """Propose header, name and amounts of a table whose header says no years."""
    layout, numbers = guess_header(sheet)
    codes = layout.columns.get("line"), layout.columns.get("year")
    amounts = [column for column in numbers if column not in codes]
    if not amounts:
        return {}
    amount = next((at for at in amounts if says_total(layout.headers[at])), amounts[0])
    labels = [at for at in range(sheet.width) if at not in numbers]
    distinct = {at: len({sheet.text(row, at) for row in range(len(sheet.rows))}) for at in labels}
    name = layout.columns.get("name", max(labels, key=lambda at: distinct[at], default=None))
    titles = texts_above(sheet, max(layout.header[0], 0))
    year = title_year(titles) or title_year(layout.headers) or file_year(sheet.file)
    proposal: dict[str, object] = {"header_row": layout.header[1] + 1, "sheet": sheet.name or None}
    if name is not None:
        proposal["columns"] = {"name": name_of_column(layout, name)}
    if year is None:
        proposal["year"] = None
    proposal["columns.amounts"] = {year or "YEAR": name_of_column(layout, amount)}
    return proposal


def _without_country(sheet: Sheet, proposal: Mapping[str, object]) -> dict[str, object]:
    """Propose to leave out a country's average beside its municipalities."""
    columns = proposal.get("columns")
    header = str(columns["name"]) if isinstance(columns, Mapping) else ""
    if not _LETTERS.fullmatch(header):
        return {}
    name = column_number(header)
    texts = dict.fromkeys(sheet.text(row, name) for row in range(len(sheet.rows)))
    whole = [text for text in texts if _WHOLE_COUNTRY.fullmatch(text.casefold())]
    return {"leave_out": {header: whole}} if whole else {}
