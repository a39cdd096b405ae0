"""What a mapping could say of a table whose header says no years."""

from collections.abc import Mapping, Sequence

from innobudget.io.layouts.correcting import LETTERS
from innobudget.io.layouts.layout import (
    Layout,
    guess_header,
    name_of_column,
)
from innobudget.io.sheets import Sheet, column_number, text_of
from innobudget.io.wording.columns import find_columns
from innobudget.io.wording.numerals import NumberStyle, read_number
from innobudget.io.wording.periods import parse_version
from innobudget.io.wording.questions import QuestionError
from innobudget.io.wording.texts import (
    file_year,
    per_head_text,
    speaks_of_proposals,
    texts_above,
    title_year,
)
from innobudget.io.wording.totals import is_country, says_total

NUMBERS_OF_A_TABLE = 3


def no_table(shown: Sequence[Sheet]) -> QuestionError:
    """Return what to ask where no header says years: of the sheet with most numbers."""
    sheet = max(shown, key=numbers_of, default=None)
    if sheet is None or numbers_of(sheet) < NUMBERS_OF_A_TABLE:
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


def numbers_of(sheet: Sheet) -> int:
    """Return how many cells of a sheet hold numbers."""
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
    amounts = [at for at in numbers if at not in codes and _may_be_money(sheet, layout, at)]
    if not amounts:
        return {}
    totals = [at for at in amounts if says_total(layout.headers[at])]
    dated = [at for at in amounts if parse_version(layout.headers[at].casefold()) != "other"]
    amount = [*totals, *dated, *amounts][0]
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


def _may_be_money(sheet: Sheet, layout: Layout, column: int) -> bool:
    """Say whether a column of numbers is none of codes with zeros before, years or row numbers."""
    texts = [
        text
        for row in range(layout.first_row, len(sheet.rows))
        if (text := sheet.text(row, column))
    ]
    digits = [text for text in texts if text.isdecimal() and len(text) < 19]
    widths = {len(text) for text in digits}
    padded = len(digits) == len(texts) and len(widths) == 1 and any(t[0] == "0" for t in digits)
    years = len(digits) == len(texts) and all(1900 <= int(text) <= 2199 for text in digits)
    coded = find_columns([layout.headers[column]], frozenset()).keys() & {"line", "area", "kind"}
    return not (padded and len(texts[0]) > 1) and not years and not coded


def _without_country(sheet: Sheet, proposal: Mapping[str, object]) -> dict[str, object]:
    """Propose to leave out a country's average beside its municipalities."""
    columns = proposal.get("columns")
    header = str(columns["name"]) if isinstance(columns, Mapping) else ""
    if not LETTERS.fullmatch(header):
        return {}
    name = column_number(header)
    texts = dict.fromkeys(sheet.text(row, name) for row in range(len(sheet.rows)))
    whole = [text for text in texts if is_country(text)]
    return {"leave_out": {header: whole}} if whole else {}
