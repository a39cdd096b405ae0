"""What a mapping could say of a table whose header says no years."""

from collections import Counter
from collections.abc import Mapping, Sequence

from innobudget.io.layouts.layout import Layout, guess_header, name_of_column
from innobudget.io.layouts.profiles import STYLES, SheetColumns
from innobudget.io.mapping import QuestionError
from innobudget.io.sheets import Sheet, text_of
from innobudget.io.wording.captions import (
    file_year,
    per_head_text,
    speaks_of_proposals,
    texts_above,
    title_year,
)
from innobudget.io.wording.columns import side_called
from innobudget.io.wording.labels import is_country, without_total
from innobudget.io.wording.numerals import read_number
from innobudget.io.wording.periods import parse_version
from innobudget.messages import say

NUMBERS_OF_A_TABLE = 3
PROPOSALS = say("a list of proposals, not a budget by year: say which column and which year")


def no_table(shown: Sequence[Sheet]) -> QuestionError:
    """Return what to ask where no header says years: of the sheet with most numbers."""
    sheet = max(shown, key=numbers_of, default=None)
    if sheet is None or numbers_of(sheet) < NUMBERS_OF_A_TABLE:
        return QuestionError(say("no table of amounts in the file"), verdict="refused")
    texts = [text_of(value) for row in sheet.rows[:3] for value in row]
    layout, numbers = guess_header(sheet)
    if "year" in layout.columns:
        return ask_amounts(sheet, layout)
    per_head = per_head_text(texts)
    proposals = _guesses(sheet, layout, numbers, per_head=bool(per_head))
    if per_head:
        reason = say("figures per inhabitant ({words!r}), not amounts", words=per_head)
    elif speaks_of_proposals(texts):
        reason = PROPOSALS
    elif not proposals:
        return QuestionError(say("codes and names without amounts"), verdict="refused")
    else:
        reason = say("no header says which column holds the amounts of which year")
    first, *others = proposals or [{}]
    return QuestionError(reason, proposal=first, others=others)


def ask_amounts(sheet: Sheet, layout: Layout) -> QuestionError:
    """Return the question which column holds the amounts, where rows say their years."""
    ranked = SheetColumns(sheet).ranked(layout.headers, layout.first_row, least=0)
    versions = {at: parse_version(layout.headers[at].casefold()) for at in ranked}
    ranked.sort(key=lambda at: (versions[at] == "accounts", versions[at] != "adopted"))
    ranked.sort(key=lambda at: not layout.headers[at])
    named = [name_of_column(layout, at) for at in ranked]
    if not named:
        return QuestionError(say("codes and names without amounts"), verdict="refused")
    year = name_of_column(layout, layout.columns["year"])
    bare: Mapping[str, object] = {} if layout.first_row else {"header_row": 0}
    answers = [{**bare, "columns": {"year": year, "amount": own}} for own in named]
    return QuestionError(
        say(
            "the years stand in column {year!r}; which column holds the amounts: {names}",
            year=year,
            names=[*map(repr, named)],
        ),
        proposal=answers[0],
        others=answers[1:],
    )


def numbers_of(sheet: Sheet) -> int:
    """Return how many cells of a sheet hold numbers."""
    texts = Counter(value for row in sheet.rows for value in row if isinstance(value, str))
    numbers = sum(isinstance(value, float) for row in sheet.rows for value in row)
    return numbers + sum(
        count
        for text, count in texts.items()
        if any(isinstance(read_number(text, style), float) for style in STYLES)
    )


def _side_over(header: str) -> int:
    """Return the side that a header is a word of, or of its total, but of no part: `Total income`.

    `Total Housing Revenue Account (HRA) income` is that of a part.
    """
    return side_called(header) or side_called(without_total(header))


def _guesses(
    sheet: Sheet, layout: Layout, numbers: Sequence[int], *, per_head: bool
) -> list[dict[str, object]]:
    """Propose header, name and amounts of a table whose header says no years, likeliest first."""
    cells = SheetColumns(sheet)
    amounts = [at for at in cells.ranked(layout.headers, layout.first_row) if at in numbers]
    sum_ = cells.whole_of(amounts, layout.first_row)
    amounts.sort(key=lambda at: at != sum_)
    sides = {_side_over(layout.headers[at]): name_of_column(layout, at) for at in reversed(amounts)}
    pair = [[sides[1], sides[-1]]] if {1, -1} <= sides.keys() else []
    labels = [at for at in range(sheet.width) if at not in numbers]
    texts = {
        at: dict.fromkeys(sheet.text(row, at) for row in range(len(sheet.rows))) for at in labels
    }
    name = layout.columns.get("name")
    if name is None or name in amounts:
        name = max(labels, key=lambda at: len(texts[at]), default=None)
    titles = texts_above(sheet, layout.header[0])
    year = title_year(titles) or title_year(layout.headers) or file_year(sheet.file)
    shared: dict[str, object] = {"header_row": layout.header[1] + 1}
    shared |= {"sheet": sheet.name} if sheet.name else {}
    if name is not None:
        shared["columns"] = {"name": name_of_column(layout, name)}
        whole = [text for text in texts.get(name, ()) if is_country(text)]
        if per_head and whole and not layout.headers[name]:
            shared["leave_out"] = {name_of_column(layout, name): whole}
    shared |= {"year": None} if year is None else {}
    answers = [*pair, *(name_of_column(layout, at) for at in amounts)]
    return [{**shared, "columns.amounts": {year or "YEAR": own}} for own in answers]
