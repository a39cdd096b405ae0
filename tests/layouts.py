"""Budgets written in the many ways that finance departments write them."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from random import Random

from hypothesis import strategies as st
from xlsxwriter import Workbook

from innobudget.domain.budget import Budget, BudgetLine, Kind

Cell = str | float | None
Row = list[Cell]

WORDS = {
    "da": ("Funktion", "Navn", "Udvalg", "Dranst", "Udgift/indtægt", "År", "Beløb"),
    "en": ("Code", "Description", "Committee", "Kind", "Direction", "Year", "Amount"),
}
TOTALS = ("I alt", "Total", "Sum", "Summe", "Totaal", "Celkem", "Tilsammen", "Hovedtotal")
UNITS = {1.0: "Beløb i hele kr.", 1e3: "1.000 kr.", 1e6: "mio. kr."}
LARGEST = {1.0: 900_000_000, 1e3: 900_000, 1e6: 900}
KINDS: dict[str, Kind] = {"1": "operating", "2": "refund", "3": "capital"}
NAMES = (
    "Hjemmehjælp",
    "Skoler; folkeskolen",
    "Veje, drift",
    "Bibliotek",
    "Dagpleje",
    "Børn & unge",
)
AREAS = ("Ældreudvalget", "Skoleudvalget", "Teknik- og miljøudvalget")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One way of writing a budget; each field is a quirk of real files."""

    seed: int
    workbook: bool
    encoding: str
    delimiter: str
    decimal: str
    thousands: str
    minus: str
    suffix: str
    zero: str
    newline: str
    unit: float
    unit_in_header: bool
    language: str
    year_label: str
    long: bool
    titles: int
    gap: bool
    two_header_rows: bool
    area_first: bool
    area_filled_down: bool
    note_column: bool
    share_column: bool
    deviation_column: bool
    accounts_before: bool
    column_numbers: bool
    subtotals: str
    total_word: str
    worded: bool
    grand_total: bool
    header_again: bool
    empty_rows: bool
    footnote: bool
    trailing_rows: int
    direction: str
    hidden_sheet: bool
    cover_sheet: bool
    numbers_as_text: bool
    decimals: int
    years: int
    per_area: int
    areas: int
    padded: bool


STYLES = st.builds(
    Style,
    seed=st.integers(0, 2**32),
    workbook=st.booleans(),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    delimiter=st.sampled_from([";", "\t", ",", "|"]),
    decimal=st.sampled_from([",", "."]),
    thousands=st.sampled_from(["", "sign", " ", "\u00a0"]),
    minus=st.sampled_from(["before", "after", "parentheses"]),
    suffix=st.sampled_from(["", " kr."]),
    zero=st.sampled_from(["0", "-", ""]),
    newline=st.sampled_from(["\n", "\r\n"]),
    unit=st.sampled_from(sorted(UNITS)),
    unit_in_header=st.booleans(),
    language=st.sampled_from(sorted(WORDS)),
    year_label=st.sampled_from(["B{}", "Budget {}", "{}", "B {}", "budget_{}"]),
    long=st.booleans(),
    titles=st.integers(0, 3),
    gap=st.booleans(),
    two_header_rows=st.booleans(),
    area_first=st.booleans(),
    area_filled_down=st.booleans(),
    note_column=st.booleans(),
    share_column=st.booleans(),
    deviation_column=st.booleans(),
    accounts_before=st.booleans(),
    column_numbers=st.booleans(),
    subtotals=st.sampled_from(["none", "below", "above"]),
    total_word=st.sampled_from(TOTALS),
    worded=st.booleans(),
    grand_total=st.booleans(),
    header_again=st.booleans(),
    empty_rows=st.booleans(),
    footnote=st.booleans(),
    trailing_rows=st.integers(0, 3),
    direction=st.sampled_from(["none", "signed", "both-positive"]),
    hidden_sheet=st.booleans(),
    cover_sheet=st.booleans(),
    numbers_as_text=st.booleans(),
    decimals=st.integers(0, 2),
    years=st.integers(1, 5),
    per_area=st.integers(2, 5),
    areas=st.integers(1, 3),
    padded=st.booleans(),
)


def a_random_budget(style: Style) -> Budget:
    """Return the budget that a style's seed makes, in whole currency units."""
    chance = Random(style.seed)  # noqa: S311 - any numbers will do
    years = tuple(range(2025, 2025 + style.years))
    lines: list[BudgetLine] = []
    for area in AREAS[: style.areas]:
        for place in range(style.per_area):
            code = (str(chance.randint(2, 6)), str(chance.randint(50, 56)), str(10 + len(lines)))
            dranst = chance.choice("113") if style.direction == "none" else "1"
            income = style.direction != "none" and place == 1
            amounts = {year: _amount(chance, style, income=income) for year in years}
            lines.append(
                BudgetLine(
                    code=code,
                    name=NAMES[chance.randrange(len(NAMES))],
                    area=area,
                    kind=KINDS[dranst],
                    amounts=amounts,
                )
            )
    return Budget(lines=tuple(lines), years=years)


def _amount(chance: Random, style: Style, *, income: bool) -> float:
    if chance.random() < 0.08:
        return 0.0
    size = LARGEST[style.unit]
    stated = round(chance.uniform(size / 10, size), style.decimals)
    if income:
        stated = -stated / 2
    return round(round(stated, style.decimals) * style.unit, 4)


def write(folder: Path, budget: Budget, style: Style) -> Path:
    """Write a budget in a style."""
    rows = list(_rows(budget, style))
    if not style.workbook:
        path = folder / "budget.csv"
        out = StringIO(newline="")
        writer = csv.writer(out, delimiter=style.delimiter, lineterminator=style.newline)
        writer.writerows([[_text(cell, style) for cell in row] for row in rows])
        path.write_bytes(out.getvalue().encode(style.encoding))
        return path
    path = folder / "budget.xlsx"
    workbook = Workbook(str(path), {"strings_to_numbers": False})
    if style.cover_sheet:
        workbook.add_worksheet("Forside").write(0, 0, "Kommunens budget")
    sheet = workbook.add_worksheet("Budget")
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            text = isinstance(cell, float) and style.numbers_as_text
            sheet.write(at, column, _text(cell, style) if text else cell)
    if style.hidden_sheet:
        hidden = workbook.add_worksheet("Gammelt")
        hidden.write_row(0, 0, ["Funktion", "Navn", "B2020"])
        hidden.write_row(1, 0, ["5.30.26", "Hjemmehjælp", 7.0])
        hidden.hide()
    workbook.close()
    return path


def _rows(budget: Budget, style: Style) -> Iterator[Row]:
    titles: list[Row] = [["Kommunens budget"], ["Vedtaget af byrådet"], ["Sektor for økonomi"]]
    yield from titles[: style.titles]
    if not style.unit_in_header:
        yield [UNITS[style.unit]]
    if style.gap:
        yield []
    header = _header(budget, style)
    if style.two_header_rows and not style.long:
        labels = _label_count(style)
        yield [None if at < labels else "Vedtaget" for at in range(len(header))]
    yield header
    if style.column_numbers and not style.long:
        yield [str(at) for at in range(1, len(header) + 1)]
    yield from _body(budget, style, header)
    yield from [[] for _ in range(style.trailing_rows)]
    if style.footnote:
        yield ["Note: beløbene er afrundede."]


def _label_count(style: Style) -> int:
    return 4 + (style.direction != "none") + style.note_column


def _header(budget: Budget, style: Style) -> Row:
    code, name, area, kind, direction, year, amount = WORDS[style.language]
    labels: Row = [area, code, name, kind] if style.area_first else [code, name, area, kind]
    if style.direction != "none":
        labels.append(direction)
    if style.note_column:
        labels.append("Bemærkning")
    if style.unit_in_header:
        labels[labels.index(name)] = f"{name} ({UNITS[style.unit]})"
    if style.long:
        return [*labels, year, amount]
    years: Row = [style.year_label.format(at) for at in budget.years]
    if style.accounts_before:
        years.insert(0, "Regnskab 2022")
    if style.share_column:
        years.append("Andel i %")
    if style.deviation_column:
        years.append("Afvigelse 2025-2026")
    return [*labels, *years]


def _body(budget: Budget, style: Style, header: Row) -> Iterator[Row]:
    for number, area in enumerate(budget.areas):
        lines = [line for line in budget.lines if line.area == area]
        total = list(_total_rows(lines, budget, style, f"{style.total_word} {area}"))
        if style.subtotals == "above":
            yield from total
        for place, line in enumerate(lines):
            yield from _line(line, budget, style, first=place == 0)
        if style.subtotals == "below":
            yield from total
        if style.empty_rows:
            yield []
        if style.header_again and number == 0 and len(budget.areas) > 1:
            yield list(header)
    if style.grand_total:
        grand = replace(style, worded=True)
        yield from _total_rows(list(budget.lines), budget, grand, style.total_word)


def _line(line: BudgetLine, budget: Budget, style: Style, *, first: bool) -> Iterator[Row]:
    kind = next(number for number, kind in KINDS.items() if kind == line.kind)
    area = line.area if first or not style.area_filled_down else None
    name = f"  {line.name} " if style.padded else line.name
    labels: Row = [area, line.id, name, kind] if style.area_first else [line.id, name, area, kind]
    income = any(amount < 0 for amount in line.amounts.values())
    if style.direction != "none":
        labels.append("Indtægt" if income else "Udgift")
    if style.note_column:
        labels.append("se side 4" if first else None)
    turned = -1 if income and style.direction == "both-positive" else 1
    yield from _amounts(
        labels, [turned * line.amounts[year] for year in budget.years], budget, style
    )


def _total_rows(
    lines: Sequence[BudgetLine], budget: Budget, style: Style, label: str
) -> Iterator[Row]:
    name = label if style.worded else (lines[0].area or "")
    labels: Row = [None, None, name, None] if style.area_first else [None, name, None, None]
    labels += [None] * (_label_count(style) - len(labels))
    sums = [sum(line.amounts[year] for line in lines) for year in budget.years]
    yield from _amounts(labels, sums, budget, style)


def _amounts(labels: Row, amounts: Sequence[float], budget: Budget, style: Style) -> Iterator[Row]:
    stated = [round(amount / style.unit, 6) for amount in amounts]
    if style.long:
        for year, amount in zip(budget.years, stated, strict=True):
            yield [*labels, str(year), _cell(amount, style)]
        return
    cells: Row = [_cell(amount, style) for amount in stated]
    if style.accounts_before:
        cells.insert(0, 1.0)
    if style.share_column:
        cells.append("12 %")
    if style.deviation_column:
        cells.append(3.0)
    yield [*labels, *cells]


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
