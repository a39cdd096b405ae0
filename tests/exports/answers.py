"""Right mappings with one answer replaced by a wrong one that a person might give."""

from collections.abc import Iterator
from dataclasses import replace

from exports.columns import code_header
from exports.drawing import ROW_SIDES
from exports.writing import Drawn
from innobudget.io.mapping import BudgetMapping, MappedColumns


def wrong_answers(drawn: Drawn) -> Iterator[tuple[str, BudgetMapping]]:
    """Yield wrong mappings, each with what is wrong about it."""
    yield from _other_columns(drawn)
    yield from _other_years(drawn)
    yield from _other_headers(drawn)
    yield from _other_rows(drawn)
    export, right = drawn.export, drawn.mapping
    if export.caption[0] and right.unit is not None:
        unit = 1.0 if right.unit > 1 else 1e3
        yield f"unit = {unit:g}", replace(right, unit=unit)
    if export.sides in ("negative", "sign") and any(drawn.truth.earned.values()):
        turned = {"negative": "expenditure-positive", "sign": "expenditure-negative"}
        sign = turned[export.sides]
        yield f"sign = {sign}", replace(right, sign=sign)  # type: ignore[arg-type] # one of its words
    if export.sides in ROW_SIDES:
        yield "direction = name", _with(right, direction=right.columns.name)


def _other_columns(drawn: Drawn) -> Iterator[tuple[str, BudgetMapping]]:
    """Take codes, row numbers, constants, changes or shares for amounts."""
    export, right = drawn.export, drawn.mapping
    words = export.words
    wrong = [code_header(export)] * (export.codes != "none" and export.code_at == "apart")
    wrong += ["Nr."] * export.row_numbers + ["GKZ"] * export.constant
    wrong += [f"{words.area} ID"] * (export.paired and not export.authorities)
    wrong += [header for header in drawn.headers[-2:] if header in ("%", words.change)]
    for header in wrong:
        said = f"amounts = {header}"
        amounts = right.columns.amounts
        if amounts:
            last = max(amounts)
            yield said, _with(_without(right, header), amounts={**amounts, last: header})
        elif right.columns.amount:
            yield said, _with(_without(right, header), amount=header)


def _other_years(drawn: Drawn) -> Iterator[tuple[str, BudgetMapping]]:
    right = drawn.mapping
    amounts = right.columns.amounts
    if len(amounts) > 1:
        first, *_, last = sorted(amounts)
        swapped = {**amounts, first: amounts[last], last: amounts[first]}
        yield "years swapped", _with(right, amounts=swapped)
    if right.columns.year:
        columns = replace(right.columns, year=None)
        for year in {drawn.export.all_years[0], drawn.export.all_years[-1]}:
            yield f"year = {year}", replace(right, year=year, columns=columns)
    elif right.year:
        yield "year + 1", replace(right, year=right.year + 1)


def _other_headers(drawn: Drawn) -> Iterator[tuple[str, BudgetMapping]]:
    right = drawn.mapping
    assert right.header_row is not None
    for header_row in {right.header_row + 1, max(right.header_row - 1, 1)} - {right.header_row}:
        yield f"header_row = {header_row}", replace(right, header_row=header_row)
        lettered = replace(right, header_row=header_row, columns=_by_letters(drawn))
        yield f"header_row = {header_row}, letters", lettered


def _other_rows(drawn: Drawn) -> Iterator[tuple[str, BudgetMapping]]:
    export, right = drawn.export, drawn.mapping
    repeated = export.totals or export.shown == "all" or export.authorities
    if repeated:
        yield "totals = none", replace(right, totals="none")
    if export.code_at != "name" and not export.hidden:
        name = drawn.a_line
        yield f"total_rows = {name}", replace(right, total_rows={export.words.name: (name,)})


def _by_letters(drawn: Drawn) -> MappedColumns:
    letters = {header: "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[at] for at, header in enumerate(drawn.headers)}
    columns = drawn.mapping.columns
    said = {
        role: letters[header]
        for role in ("line", "name", "area", "year", "amount", "direction")
        if (header := getattr(columns, role))
    }
    amounts = {
        year: letters[header] if isinstance(header, str) else tuple(letters[own] for own in header)
        for year, header in columns.amounts.items()
    }
    return MappedColumns(**said, amounts=amounts)


def _without(mapping: BudgetMapping, header: str) -> BudgetMapping:
    """Let go of what a column was named for."""
    return _with(mapping, line=None) if mapping.columns.line == header else mapping


def _with(mapping: BudgetMapping, **columns: object) -> BudgetMapping:
    return replace(mapping, columns=replace(mapping.columns, **columns))  # type: ignore[arg-type] # its fields
