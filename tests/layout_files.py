"""A budget written in a style, as a file."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import StringIO
from itertools import groupby
from pathlib import Path

from xlsxwriter import Workbook

from innobudget.domain.budget import Budget, BudgetLine
from layouts import KINDS, UNITS, WORDS, Cell, Row, Style
from sheet_files import write_xlsb

ADOPTED = "Vedtaget"


def write(folder: Path, budget: Budget, style: Style) -> Path:
    """Write a budget in a style."""
    rows = list(_rows(budget, style))
    if style.kind == "csv":
        path = folder / "budget.csv"
        out = StringIO(newline="")
        writer = csv.writer(out, delimiter=style.delimiter, lineterminator=style.newline)
        writer.writerows([[_text(cell, style) for cell in row] for row in rows])
        path.write_bytes(out.getvalue().encode(style.encoding))
        return path
    cells = [[_stored(cell, style) for cell in row] for row in rows]
    if style.kind == "xlsb":
        return write_xlsb(folder / "budget.xlsb", cells)
    return _write_xlsx(folder / "budget.xlsx", cells, style)


def write_by_area(folder: Path, budget: Budget, style: Style) -> Path:
    """Write a budget in a style, each area on a sheet of its own that is called like it."""
    path = folder / "budget.xlsx"
    workbook = Workbook(str(path), {"strings_to_numbers": False})
    for area in budget.areas:
        own = replace(budget, lines=tuple(line for line in budget.lines if line.area == area))
        sheet = workbook.add_worksheet(area)
        for at, row in enumerate(_rows(own, style)):
            for column, cell in enumerate(row):
                sheet.write(at, column, _stored(cell, style))
    workbook.close()
    return path


def _write_xlsx(path: Path, rows: Sequence[Row], style: Style) -> Path:
    workbook = Workbook(str(path), {"strings_to_numbers": False})
    if style.cover_sheet:
        workbook.add_worksheet("Forside").write(0, 0, "Kommunens budget")
    sheet = workbook.add_worksheet("Budget")
    for at, row in enumerate(rows):
        first = row.index(ADOPTED) if ADOPTED in row else len(row)
        if style.merged_header and first < len(row) - 1:
            sheet.merge_range(at, first, at, len(row) - 1, ADOPTED)
            continue
        for column, cell in enumerate(row):
            sheet.write(at, column, cell)
    if style.hidden_sheet:
        hidden = workbook.add_worksheet("Gammelt")
        hidden.write_row(0, 0, ["Funktion", "Navn", "B2020"])
        hidden.write_row(1, 0, ["5.30.26", "Hjemmehjælp", 7.0])
        hidden.hide()
    workbook.close()
    return path


def _stored(cell: Cell, style: Style) -> Cell:
    return _text(cell, style) if isinstance(cell, float) and style.numbers_as_text else cell


def _rows(budget: Budget, style: Style) -> Iterator[Row]:
    titles: list[Row] = [["Kommunens budget"], ["Vedtaget af byrådet"], ["Sektor for økonomi"]]
    if style.counted:
        yield [f"Budget {budget.years[0]}"]
    yield from titles[: style.titles]
    if not style.unit_in_header:
        yield [UNITS[style.unit]]
    if style.gap:
        yield []
    header = _header(budget, style)
    if style.two_header_rows and not style.long:
        labels = len(_labels(style))
        yield [None if at < labels else ADOPTED for at in range(len(header))]
    yield header
    if style.column_numbers and not style.long:
        yield [str(at) for at in range(1, len(header) + 1)]
    yield from _body(budget, style, header)
    yield from [[] for _ in range(style.trailing_rows)]
    if style.footnote:
        yield ["Note: beløbene er afrundede."]


def _labels(style: Style, **texts: str | None) -> Row:
    """Lay the labels of a row out in the style's order."""
    code, name = texts.get("code"), texts.get("name")
    identity: Row = [code, name]
    if style.code_in_name:
        identity = [f"{code} {name}" if code and name else name or code]
    area: Row = [] if style.in_sections else [texts.get("area")]
    labels = [*area, *identity] if style.area_first else [*identity, *area]
    labels.append(texts.get("kind"))
    if style.direction != "none":
        labels.append(texts.get("direction"))
    if style.note_column:
        labels.append(texts.get("note"))
    return labels


def _header(budget: Budget, style: Style) -> Row:
    code, name, area, kind, direction, year, amount = WORDS[style.language]
    said = f" ({UNITS[style.unit]})" if style.unit_in_header else ""
    labels = _labels(
        style,
        code=None if style.code_in_name else code,
        name=f"{code if style.code_in_name else name}{said}",
        area=area,
        kind=kind,
        direction=direction,
        note="Bemærkning",
    )
    if style.long:
        return [*labels, year, amount]
    years = [text for at in budget.years for text in _year_headers(at, budget, style)]
    if style.accounts_before:
        years.insert(0, "Regnskab 2022")
    first, last = budget.years[0], budget.years[-1]
    years += [f"I alt {first}-{last}"] * (style.sum_column and style.years > 1)
    years += ["Andel i %"] * style.share_column
    years += ["Afvigelse 2025-2026"] * style.deviation_column
    years += ["Kr. pr. indbygger 2025"] * style.per_head_column
    return [*labels, *years]


def _year_headers(year: int, budget: Budget, style: Style) -> list[str]:
    label = style.year_label.format(year)
    if style.counted:
        after = year - budget.years[0]
        label = f"BO{after}" if after else "B"
    if style.price_level:
        label = f"{label} (2026-pl)"
    if style.wide_sides:
        net = [f"Netto {label}"] if style.sides == "net" else []
        return [f"Udgifter {label}", f"Indtægter {label}", *net]
    return [label, f"Korrigeret {label}"] if style.revised else [label]


def _body(budget: Budget, style: Style, header: Row) -> Iterator[Row]:
    for number, area in enumerate(budget.areas):
        lines = [line for line in budget.lines if line.area == area]
        total = list(_total_rows(lines, budget, style, f"{style.total_word} {area}"))
        if style.in_sections:
            yield [area]
        if style.subtotals == "above":
            yield from total
        yield from _lines(lines, budget, style)
        if style.subtotals == "below":
            yield from total
        if style.empty_rows:
            yield []
        if style.header_again and number == 0 and len(budget.areas) > 1:
            yield list(header)
    if style.grand_total:
        grand = replace(style, worded=True)
        yield from _total_rows(list(budget.lines), budget, grand, style.total_word)


def _lines(lines: Sequence[BudgetLine], budget: Budget, style: Style) -> Iterator[Row]:
    first = True
    for beginning, group in groupby(lines, key=lambda line: line.code[:2]):
        under = list(group)
        if (
            style.heads
            and style.direction == "none"
            and all(any(a.amounts.values()) for a in under)
        ):
            area = lines[0].area if first or not style.area_filled_down else None
            code = ".".join(beginning)
            labels = _labels(style, code=code, name="Hovedfunktion", area=area, kind="1")
            first = False
            yield from _amounts(labels, under, budget, style)
        for line in under:
            yield from _line(line, budget, style, first=first)
            if first and style.parts:
                yield from _amounts(_labels(style, name="heraf løn"), [line], budget, style)
            first = False


def _line(line: BudgetLine, budget: Budget, style: Style, *, first: bool) -> Iterator[Row]:
    income = any(amount < 0 for amount in line.amounts.values())
    labels = _labels(
        style,
        code=line.id,
        name=f"  {line.name} " if style.padded else line.name,
        area=line.area if first or not style.area_filled_down else None,
        kind=next(number for number, kind in KINDS.items() if kind == line.kind),
        direction="Indtægt" if income else "Udgift",
        note="se side 4" if first else None,
    )
    turned = -1 if income and style.direction == "both-positive" else 1
    yield from _amounts(labels, [line], budget, style, turned=turned)


def _total_rows(
    lines: Sequence[BudgetLine], budget: Budget, style: Style, label: str
) -> Iterator[Row]:
    name = label if style.worded else (lines[0].area or "")
    yield from _amounts(_labels(style, name=name), lines, budget, style)


def _amounts(
    labels: Row, lines: Sequence[BudgetLine], budget: Budget, style: Style, *, turned: int = 1
) -> Iterator[Row]:
    """Yield the row, or the rows, of the sums of some lines."""
    stated = {
        year: round(turned * sum(line.amounts[year] for line in lines) / style.unit, 6)
        for year in budget.years
    }
    if style.long:
        yield from ([*labels, str(y), _cell(amount, style)] for y, amount in stated.items())
        return
    cells = [cell for year in budget.years for cell in _year_cells(lines, year, stated, style)]
    if style.accounts_before:
        cells.insert(0, 1.0)
    cells += [sum(stated.values())] * (style.sum_column and style.years > 1)
    cells += ["12 %"] * style.share_column
    cells += [3.0] * style.deviation_column
    cells += [1.0] * style.per_head_column
    yield [*labels, *cells]


def _year_cells(
    lines: Sequence[BudgetLine], year: int, stated: dict[int, float], style: Style
) -> Row:
    amount = stated[year]
    if style.wide_sides:
        quarter = sum(round(line.amounts[year] / style.unit / 4, style.decimals) for line in lines)
        earned = round(quarter, 6)
        sides = [round(amount + earned, 6), -earned if style.seed % 2 else earned]
        return [_cell(a, style) for a in [*sides, *([amount] if style.sides == "net" else [])]]
    return [_cell(amount, style), 7.0] if style.revised else [_cell(amount, style)]


def _cell(amount: float, style: Style) -> Cell:
    return style.zero if amount == 0 and style.zero != "0" else amount


def _text(cell: Cell, style: Style) -> str:
    """Write a cell as text, numbers in the style's grammar."""
    if not isinstance(cell, float):
        return cell or ""
    whole, _, part = f"{abs(cell):.{style.decimals}f}".partition(".")
    if style.thousands:
        sign = {",": ".", ".": ","}[style.decimal] if style.thousands == "sign" else style.thousands
        whole = f"{int(whole):,}".replace(",", sign)
    number = whole + (style.decimal + part if part else "")
    if cell < 0:
        number = {"before": f"-{number}", "after": f"{number}-", "parentheses": f"({number})"}[
            style.minus
        ]
    return number + style.suffix
