"""A municipality's own follow-up table: what one of its lines had, has, and has come to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from innobudget.errors import InputError, Problem, nearest
from innobudget.io.sheets import Sheet, Value, read_sheets, text_of
from innobudget.io.wording.captions import find_captions
from innobudget.io.wording.columns import normalise
from innobudget.io.wording.numerals import NumberStyle, decide_style, read_number
from innobudget.io.wording.periods import Version, cell_year, parse_period, parse_version
from innobudget.io.wording.vocabulary import pattern
from innobudget.messages import say, write

DEEP = 3
"""Most rows that a heading is spread over."""
_APART = pattern("periods", "change", "count", "share", "left", form=r"[%Δ]|{}")
_SPENT = pattern("periods", "spent")


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedLine:
    """One line of a follow-up table."""

    name: str
    """As the table writes it."""
    amounts: Mapping[Version, float]
    """What it had (`adopted`), has (`corrected`), has come to (`accounts`) and will
    (`expected`), as far as the table says; expenditure positive. [currency]"""
    unit: float | None
    """What the table's amounts were multiplied by; None where it does not say. [currency]"""
    twice: tuple[str, ...] = ()
    """Headings of columns that a later one of the same kind was taken instead of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Headings:
    """Where a sheet has amounts of a year."""

    sheet: Sheet
    row: int
    """The last row of the headings."""
    columns: Mapping[Version, Sequence[int]]
    """By what they are, in the order of the sheet."""
    texts: Mapping[int, str]
    """Of every column."""

    @property
    def labels(self) -> Iterator[tuple[int, str]]:
        """Yield the texts that name the rows below."""
        amounts = {column for found in self.columns.values() for column in found}
        for row in range(self.row + 1, len(self.sheet.rows)):
            for column in range(self.sheet.width):
                if column not in amounts and (text := self.sheet.text(row, column)):
                    yield row, text


def read_followed_line(path: Path, line: str, year: int) -> FollowedLine:
    """Read a line by its name or code.

    Raises
    ------
    InputError
        If the file is no such table, has no such line or two, or a cell holds no number.

    """
    found = [own for sheet in read_sheets(path) for own in _headings(sheet, year)]
    if not found:
        raise InputError(
            [
                _problem(
                    path.name,
                    say(
                        "no headings of what was budgeted and what has come of it, {year}",
                        year=year,
                    ),
                    say("columns such as: original budget, corrected budget, spent"),
                    say("name another file, or write the amount itself"),
                )
            ]
        )
    best = max(found, key=lambda own: (len(own.columns), own.row))
    row = _row_of(best, line)
    return _line(best, row, line)


def _headings(sheet: Sheet, year: int) -> Iterator[_Headings]:
    """Yield the rows that head a budget and something else of the year, however deep."""
    for row, cells in enumerate(sheet.rows):
        if any(_is_amount(cell) for cell in cells):
            continue
        for deep in range(min(DEEP, row + 1)):
            texts = {
                column: " ".join(
                    filter(None, (sheet.text(at, column) for at in range(row - deep, row + 1)))
                )
                for column in range(sheet.width)
            }
            columns: dict[Version, list[int]] = {}
            for column, text in texts.items():
                version = _version(text, year)
                if version is not None:
                    columns.setdefault(version, []).append(column)
            if "adopted" in columns and len(columns) > 1:
                yield _Headings(sheet=sheet, row=row, columns=columns, texts=texts)


def _is_amount(cell: Value) -> bool:
    return isinstance(read_number(cell, NumberStyle()), float) and cell_year(text_of(cell)) is None


def _version(text: str, year: int) -> Version | None:
    said = normalise(text)
    period = parse_period(text)
    if not said or _APART.search(said) or (period and period.year not in {None, year}):
        return None
    version = parse_version(said)
    if version in {"adopted", "other"} and _SPENT.search(said):
        return "accounts"
    return version if version in {"adopted", "corrected", "accounts", "expected"} else None


def _row_of(headings: _Headings, line: str) -> int:
    wanted, labels = normalise(line), list(headings.labels)
    rows = sorted({row for row, text in labels if normalise(text) == wanted})
    if len(rows) == 1:
        return rows[0]
    file, sheet = headings.sheet.file, headings.sheet
    if rows:
        names = [sheet.row_name(row) for row in rows]
        told = say('"{line}" in rows {rows}', line=line, rows=names)
        remedy = say("name one by its code, or write the amount itself")
        raise InputError([_problem(file, told, say("one row of that name"), remedy)])
    near = nearest(line, [text for _, text in labels])
    told = say('no row "{line}"', line=line)
    remedy = write(f'line = "{near}"') if near else say("write its name or code as the file has it")
    raise InputError([_problem(file, told, say("a row of the table"), remedy)])


def _line(headings: _Headings, row: int, line: str) -> FollowedLine:
    sheet, columns = headings.sheet, headings.columns
    used = [column for found in columns.values() for column in found]
    style = decide_style(
        sheet.text(at, column)
        for at in range(headings.row + 1, len(sheet.rows))
        for column in used
        if isinstance(sheet.value(at, column), str)
    )
    units = {caption.unit for caption in find_captions(_around(headings))}
    unit = units.pop() if len(units) == 1 else None
    amounts: dict[Version, float] = {}
    faults = []
    for version, found in columns.items():
        number = read_number(sheet.value(row, found[-1]), style)
        if isinstance(number, float):
            amounts[version] = number * (unit or 1.0)
        else:
            at = sheet.address(row, found[-1])
            told = say('{at}: "{text}"', at=at, text=sheet.text(row, found[-1]))
            remedy = say("write the number, or the amount itself as saving = …")
            faults.append(_problem(sheet.file, told, say("an amount"), remedy))
    if faults:
        raise InputError(faults)
    twice = [headings.texts[column] for found in columns.values() for column in found[:-1]]
    return FollowedLine(name=line, amounts=amounts, unit=unit, twice=tuple(twice))


def _around(headings: _Headings) -> Iterable[str]:
    """Yield the texts that may say the unit: those of the headings, and above them."""
    yield from headings.texts.values()
    for row in headings.sheet.rows[: headings.row + 1]:
        yield from (cell for cell in row if isinstance(cell, str))


def _problem(file: str, found: str, expected: str, remedy: str) -> Problem:
    return Problem(code="followup-table", place=file, found=found, expected=expected, remedy=remedy)
