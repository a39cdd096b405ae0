"""Which columns an export has, and what stands in them."""

import datetime as dt
from collections.abc import Sequence

from exports.accounts import Account
from exports.drawing import LONG, ROW_SIDES, Export
from exports.records import Record

Cell = str | float | dt.date | None
GAPS = {"": 0.0, "zero": 0.0, "blank": None, "dash": "-"}


def code_header(export: Export) -> str:
    """Return the header over the codes."""
    return export.code_word or export.words.code


def label_headers(export: Export) -> list[Cell]:
    """Return the headers before the years and amounts."""
    words = export.words
    cells: list[Cell] = []
    cells += ["Nr."] * export.row_numbers
    cells += ["GKZ"] * export.constant
    if export.code_at == "columns" and export.codes != "none":
        cells += [f"{code_header(export)} {at + 1}" for at in range(export.levels)]
    elif export.codes != "none" and export.code_at == "apart":
        cells.append(code_header(export))
    cells += [f"{words.area} {at}" for at in range(1, export.levels)] * export.outline
    cells.append(words.name)
    cells += [words.area] * bool(export.area)
    cells += [f"{words.area} ID"] * export.paired
    cells += [words.side] * (export.sides in ROW_SIDES)
    return cells


def labels(export: Export, record: Record, *, before: Account | None, number: int) -> list[Cell]:
    """Return what stands before the years and amounts of a row, `before` what stands above it."""
    account = record.account
    parts = list(account.code) if record.coded else []
    cells: list[Cell] = [*[str(number)] * export.row_numbers, *["99901"] * export.constant]
    if export.outline:
        cells += _outlined(export, record, before)
    elif export.code_at == "columns" and export.codes != "none":
        cells += [*parts, *[None] * (export.levels - len(parts)), account.name]
    elif export.codes == "none":
        cells.append(account.name)
    elif export.code_at == "name":
        cells.append(_coded(export, account, parts))
    elif export.total_in_code and record.role == "total":
        cells += [account.name, None]
    else:
        cells += [_joined(export, parts) or None, account.name]
    if export.area:
        repeated = export.area == "once" and before is not None and account.area == before.area
        cells.append(None if repeated else account.area or None)
    if export.paired:
        cells.append(str(4000 + 7 * ord(account.area[-1])) if account.area else None)
    if export.sides in ROW_SIDES:
        cells.append(_side(export, account))
    return cells


def _coded(export: Export, account: Account, parts: Sequence[str]) -> str:
    return " ".join(text for text in (_joined(export, parts), account.name) if text)


def _outlined(export: Export, record: Record, before: Account | None) -> list[Cell]:
    """Return a label a level, each said where it begins, and a total's in its own column."""
    account, total = record.account, export.words.total
    if record.role == "line":
        path, said = account.above, before.above if before and before.above else ()
        same = next(
            (at for at, (one, two) in enumerate(zip(path, said, strict=False)) if one is not two),
            99,
        )
        texts = [_coded(export, one, one.code) for one in path]
        begun: list[Cell] = [
            text if at >= min(same, len(said)) else None for at, text in enumerate(texts)
        ]
        return [*begun, _coded(export, account, account.code)]
    level = len(account.above)
    text = f"{_coded(export, account, account.code)} {total}" if account.code else account.name
    return [*[None] * level, text, *[None] * (export.levels - level - 1)]


def _joined(export: Export, parts: Sequence[str]) -> str:
    dot = "." if export.codes in ("dotted", "trailing") else ""
    return dot.join(parts) + ("." if export.codes == "trailing" and parts else "")


def _side(export: Export, account: Account) -> str:
    words = export.words
    pairs = {"numbers": ("21", "22"), "letters": words.letters}
    return pairs.get(export.sides, (words.spent, words.earned))[account.income]


def year_header(export: Export) -> str:
    """Return the header over years in the rows."""
    return export.year_word or export.words.year


def amount_headers(export: Export, year: int | None = None) -> list[str]:
    """Return the headers over one year's amounts; without a year, of amounts below each other."""
    words = export.words
    header = export.amount_word or words.amount
    if year is not None:
        header = export.year_form.replace("budget", words.budget).format(year)
    if export.sides.startswith("amounts"):
        return [f"{words.spent} {header}", f"{words.earned} {header}"]
    return [header]


def headers_beside(export: Export) -> list[Cell]:
    """Return the headers of changes and shares."""
    previous, last = export.all_years[0], export.all_years[-1]
    named = f"FY {previous} VS FY {last}" if export.language == "en" else export.words.change
    return [*[named] * export.change, *["%"] * export.percent]


def year_cell(export: Export, year: int) -> Cell:
    """Return a year as it stands in a row."""
    if export.years_at == "dates":
        day = dt.date(year, 12, 31)
        return day if export.kind == "xlsx" else day.isoformat()
    return str(year) if export.kind == "csv" else float(year)


def amount_cells(export: Export, record: Record, year: int) -> list[Cell]:
    """Return one year's amounts of a row."""
    account = record.account
    spent, earned, net = account.spent[year], account.earned[year], account.net(year)
    if record.gap and year == export.all_years[0]:
        stated = [0.0 if export.total_gap == "zero" else None]
        return [*stated * (2 if export.sides.startswith("amounts") else 1)]
    gross = net if record.net else round(spent + earned, 3)
    signed = {
        "negative": [-net],
        "column": [earned if account.income else spent],
        "letters": [earned if account.income else spent],
        "numbers": [earned if account.income else spent],
        "code": [gross],
        "classes": [gross],
        "amounts": [spent, earned],
        "amounts-negative": [spent, -earned],
    }
    amounts = signed.get(export.sides, [net])
    if record.role == "line":
        return [amount or GAPS[export.gaps] for amount in amounts]
    return [amount or 0.0 for amount in amounts]


def cells_beside(export: Export, record: Record, whole: Account) -> list[Cell]:
    """Return changes and shares of a row."""
    previous, last = export.all_years[0], export.all_years[-1]
    net = record.account.net
    share = f"{100 * net(last) / (whole.net(last) or 1):.1f} %".replace(".", ",")
    change = round(net(last) - net(previous), 3)
    return [*[change] * export.change, *[share] * export.percent]


def headers(export: Export) -> list[Cell]:
    """Return the whole header."""
    if export.years_at == "columns":
        cells: list[Cell] = [h for year in in_order(export) for h in amount_headers(export, year)]
    else:
        cells = [year_header(export)] * (export.years_at in LONG)
        cells += amount_headers(export)
    if export.outline and export.years_at == "groups":
        return [cells[0], *label_headers(export), *cells[1:], *headers_beside(export)]
    return [*label_headers(export), *cells, *headers_beside(export)]


def in_order(export: Export) -> tuple[int, ...]:
    """Return the years as they follow each other."""
    years = export.all_years
    return years[::-1] if export.newest_first else years
