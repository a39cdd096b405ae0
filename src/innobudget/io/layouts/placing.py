"""Where the budget stands in a file: recognised, and corrected by what the user says."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from innobudget.domain.reading import LeftOut
from innobudget.errors import InputError, Problem, nearest
from innobudget.io.layouts.correcting import LETTERS, correct, layout_changes, move_years
from innobudget.io.layouts.dating import check_one_year, with_title_years
from innobudget.io.layouts.layout import (
    Layout,
    find_column,
    find_layout,
    header_layouts,
    layout_at,
    name_of_column,
    of_one_year,
)
from innobudget.io.layouts.proposing import PROPOSALS, ask_amounts, no_table, numbers_of
from innobudget.io.layouts.roles import is_constant
from innobudget.io.layouts.stacking import Tables, alike_beside, stack, without_added, words_of
from innobudget.io.layouts.years import year_said_elsewhere
from innobudget.io.mapping import BudgetMapping, MappedColumns, QuestionError
from innobudget.io.sheets import Sheet
from innobudget.io.wording.captions import (
    check_money,
    check_not_key_figures,
    file_year,
    per_head_text,
    speaks_of_proposals,
    texts_above,
    title_year,
)
from innobudget.io.wording.columns import ROLES
from innobudget.io.wording.labels import says_total
from innobudget.io.wording.periods import parse_version
from innobudget.messages import say


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
    years: dict[int, int] = field(default_factory=dict)
    """The year of each column whose amounts are read; empty for a table with a year column."""
    beside: list[Sheet] = field(default_factory=list)
    """Sheets with the layout or the years of those that the mapping names, which are not read."""
    titles: list[str] = field(default_factory=list)
    """What stands above the tables of several sheets, but the first one's."""


def place_table(sheets: Sequence[Sheet], wishes: BudgetMapping) -> Placed:
    """Find the sheet and the table of the budget; what the user says wins.

    Raises
    ------
    InputError
        If the mapping names a sheet or a column that is not there.
    QuestionError
        If no sheet has a table, or several have.

    """
    shown = [sheet for sheet in sheets if not sheet.hidden and any(map(any, sheet.rows))]
    named = _all_named(sheets, wishes.sheet) if wishes.sheet else []
    tables: Tables = ()
    if named:
        tables = [(sheet, _wished(sheet, wishes)) for sheet in named]
        sheet = named[0] if len(named) == 1 else stack(tables, wishes)
        found = tables[0][1] if len(named) == 1 else _wished(sheet, wishes)
    elif len(shown) == 1 and (wishes.header_row is not None or _says_amounts(wishes)):
        sheet = shown[0]
        found = _wished(sheet, wishes)
    else:
        check_not_key_figures(shown)
        sheet, found = _only_table(shown)
    dated = sheet if wishes.year or wishes.last_row else with_title_years(sheet, found)
    placed = Placed(
        sheet=dated,
        layout=found,
        left_out=_others(sheets, named or [sheet]),
        doubts=list(dated.doubts),
        titles=[text for own, layout in tables[1:] for text in texts_above(own, layout.header[0])],
    )
    if dated is not sheet:
        sheet, found = dated, _wished(dated, wishes)
    if named and len(shown) > 1:
        placed.beside = alike_beside(_tables(shown), [sheet.name for sheet in named])
    if not sheet.parts and wishes.columns != MappedColumns():
        wishes = without_added(wishes, found.headers)
    amounts, moved = move_years(wishes.columns.amounts, found.headers)
    wishes = replace(wishes, columns=replace(wishes.columns, amounts=amounts))
    place = sheet.place(max(found.header[1], 0))
    placed.doubts.extend(layout_changes(place, wishes.seen, found.headers, moved))
    placed.layout = _with_years(placed, correct(sheet, found, wishes), wishes)
    return placed


def _all_named(sheets: Sequence[Sheet], wanted: str | Sequence[str]) -> list[Sheet]:
    names = dict.fromkeys((wanted,) if isinstance(wanted, str) else wanted)
    named = {sheet.name: sheet for sheet in sheets}
    missing = [_no_sheet(sheets[0].file, list(named), name) for name in names if name not in named]
    if missing:
        raise InputError(missing)
    return [named[name] for name in names]


def _no_sheet(file: str, names: Sequence[str], wanted: str) -> Problem:
    near = nearest(wanted, names)
    return Problem(
        code="sheet-missing",
        place=file,
        found=say("no sheet {wanted!r}", wanted=wanted),
        expected=say("one of: {known}", known=[*map(repr, names)]),
        remedy=say("write {wanted!r}", wanted=near)
        if near
        else say("write the name as the workbook has it"),
    )


def _tables(sheets: Sequence[Sheet]) -> list[tuple[Sheet, Layout]]:
    return [(sheet, layout) for sheet in sheets if (layout := find_layout(sheet)) is not None]


def _wished(sheet: Sheet, wishes: BudgetMapping) -> Layout:
    """Return the table of a sheet: below the header that the user says, or whose columns."""
    found = find_layout(sheet)
    if wishes.header_row is not None:
        row = wishes.header_row - 1
        return found if found and found.header[1] == row else layout_at(sheet, (row, row))
    named = _named_headers(wishes)
    if named and (found is None or not _has(found, named)):
        found = next((own for own in header_layouts(sheet) if _has(own, named)), found)
    if found is None:
        raise no_table([sheet])
    return found


def _says_amounts(wishes: BudgetMapping) -> bool:
    """Say whether the mapping names the amounts and their years, by which a table is found."""
    years = wishes.columns.year or wishes.year
    return bool(wishes.columns.amounts or (wishes.columns.amount and years))


def _named_headers(wishes: BudgetMapping) -> list[str]:
    said = [getattr(wishes.columns, role) for role in ROLES]
    amounts = wishes.columns.amounts.values()
    said += [text for of in amounts for text in ((of,) if isinstance(of, str) else of)]
    return [text for text in said if text and not LETTERS.fullmatch(text)]


def _has(layout: Layout, named: Sequence[str]) -> bool:
    return all(find_column(layout.headers, text) is not None for text in named)


def _only_table(shown: Sequence[Sheet]) -> tuple[Sheet, Layout]:
    tables = _tables(shown)
    if not tables:
        raise no_table(shown)
    rivals = [sheet for sheet, _ in tables]
    if len(tables) == 1 and len(shown) > 1:
        least = numbers_of(tables[0][0])
        rivals = [sheet for sheet in shown if numbers_of(sheet) >= least]
    if len(rivals) == 1:
        return tables[0]
    names = ", ".join(f'"{sheet.name}"' for sheet in rivals)
    dated = [sheet for sheet, layout in tables if len(layout.amounts) > 1]
    last = {
        id(sheet): max((period.year or 0 for _, period in layout.amounts), default=0)
        for sheet, layout in tables
    }
    best = max(dated or rivals, key=lambda sheet: (numbers_of(sheet), last.get(id(sheet), 0)))
    raise QuestionError(
        say(
            "several sheets hold tables: {names}; say which one is the budget, or which ones are",
            names=names,
        ),
        proposal={"sheet": _of_one_layout(tables, rivals) or best.name},
    )


def _of_one_layout(tables: Tables, rivals: Sequence[Sheet]) -> list[str]:
    """Return the sheets that may be one budget: all but totals, or most, if their headers agree.

    Those whose names call them versions of one budget are none.
    """
    parts: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for sheet, layout in tables:
        if not says_total(sheet.name):
            parts[words_of(layout)].append(sheet.name)
    names = max(parts.values(), key=len, default=[])
    versions = {parse_version(name.casefold()) for name in names} - {"other"}
    most = len(names) * 2 > sum(map(len, parts.values())) and len(names) > 1
    return names if most and len(tables) == len(rivals) and len(versions) < 2 else []


def _others(sheets: Sequence[Sheet], read: Sequence[Sheet]) -> list[LeftOut]:
    return [
        LeftOut(
            place=other.place(),
            reason=say("a hidden sheet")
            if other.hidden
            else say("a sheet that is not the budget's"),
        )
        for other in sheets
        if other not in read and (other.hidden or any(map(any, other.rows)))
    ]


def _with_years(placed: Placed, layout: Layout, wishes: BudgetMapping) -> Layout:
    """Return the layout with a year for a lone column of amounts, or ask."""
    sheet = layout.down_to_end(placed.sheet)
    above = [*texts_above(sheet, layout.header[0]), *placed.titles]
    read = {*layout.labels, *layout.amount_columns}
    headed = [header for at, header in enumerate(layout.headers) if at in read]
    titles = [*above, *layout.headers]
    explicit = bool(wishes.columns.amounts or wishes.columns.amount or wishes.year)
    if not explicit:
        check_money([*above, *headed, sheet.name], layout.headers)
        _check_per_head(sheet, layout, above)
    dated = any(period.year or period.offset is not None for _, period in layout.amounts)
    year = layout.columns.get("year")
    if year is not None and not (dated or explicit):
        several = layout.amounts and not is_constant(sheet, year, layout.first_row)
        if several or not layout.amount_columns:
            raise ask_amounts(sheet, layout)
    own = {period.year for _, period in layout.amounts} if layout.chosen else {wishes.year}
    if layout.amounts and len(own) == 1 and (one := own.pop()):
        check_one_year(sheet, layout, one)
    if layout.amounts or (year is not None and layout.amount_columns):
        return layout
    if speaks_of_proposals(titles):
        said = title_year(titles) or file_year(sheet.file)
        raise QuestionError(PROPOSALS, proposal={"year": said})
    if "amount" not in layout.columns:
        raise no_table([sheet])
    return _with_said_year(placed, layout)


def _check_per_head(sheet: Sheet, layout: Layout, above: Sequence[str]) -> None:
    """Ask about titles that announce figures per inhabitant."""
    said = per_head_text([*above, *(layout.headers[at] for at in layout.columns.values())])
    if said:
        chosen = {
            period.year: name_of_column(layout, column)
            for column, period in layout.amounts
            if period.year is not None
        }
        raise QuestionError(
            say("figures per inhabitant ({words!r}), not amounts", words=said),
            proposal={"columns.amounts": chosen} if chosen else {"year": file_year(sheet.file)},
        )


def _with_said_year(placed: Placed, layout: Layout) -> Layout:
    """Give a lone column of amounts the year of a title, else of the file's name, or ask."""
    amount = layout.columns["amount"]
    year, doubts = year_said_elsewhere(placed.sheet, layout)
    placed.doubts.extend(doubts)
    if year is None:
        raise QuestionError(
            say(
                "no year is said for the amounts in column {header!r}",
                header=layout.headers[amount],
            ),
            proposal={"year": None},
        )
    check_one_year(placed.sheet, layout, year)
    amounts = of_one_year(layout.headers, amount, year)
    return replace(
        layout,
        columns={role: at for role, at in layout.columns.items() if at != amount},
        amounts=amounts,
        labels=tuple(at for at in layout.labels if at not in dict(amounts)),
    )
