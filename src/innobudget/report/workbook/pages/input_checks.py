"""Inputs against the run: whether each can be used, and which of them somebody has changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from math import inf

from innobudget.messages import PERCENT, figure, marks
from innobudget.report.tables import Cell, Figure, Page, PageTable, Role, Row, Value, heading, text
from innobudget.report.words import sheets, verdicts
from innobudget.report.words.numbers import rounded
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.references import FIRST_YEAR_COLUMN, letters

INPUT_PAGES = ("assumptions", "whatif")
AFTER = (
    verdicts.LOWEST_ALLOWED,
    verdicts.HIGHEST_ALLOWED,
    verdicts.CHANGED,
    verdicts.CHANGE_NUMBER,
    verdicts.TOLD,
)
"""What stands right of whether an input can be used."""
LOW, HIGH, CHANGED, ORDER, TOLD = "EFGHI"
"""The same, by the letters of their columns."""
RUN = "run."
"""What the key of a row begins with that has the run's figures of a row of inputs."""
CASES = "whatif.case"
"""How rows are called whose every cell is an input of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """An input, or one for each year or step that share a name."""

    row: Row
    """That it stands in."""
    called: str
    """What people call that."""
    label: str
    """What people call it."""
    unit: str
    """Of its figures."""
    cells: tuple[Cell, ...]
    """As the run had them."""
    column: int
    """Where the first stands."""

    @property
    def key(self) -> str:
        """Of its row."""
        return self.row.key

    @property
    def is_yearly(self) -> bool:
        """Say whether its row has years or steps across."""
        return self.column >= FIRST_YEAR_COLUMN and not self.key.startswith(CASES)

    def at(self, count: int | None = None, row: str = "!") -> str:
        """Name the first so many of its cells, or all, as typed or in the row of the run."""
        ends = (self.column, self.column + (count or len(self.cells)) - 1)
        return f"[{row}{self.key}@{':'.join(dict.fromkeys(map(letters, ends)))}]"

    @property
    def is_short(self) -> bool:
        """Say whether its value is named beside it: one share, count or year, and no amount."""
        return len(self.cells) == 1 and self.cells[0].figure is not Figure.AMOUNT

    @property
    def required(self) -> int:
        """How many of its cells, from the first on, must hold a number."""
        return sum(not cell.optional for cell in self.cells)


def typed_inputs(pages: tuple[Page, ...]) -> tuple[Typed, ...]:
    """Find every input of the workbook, in order."""
    return tuple(
        found
        for page in pages
        if page.key in INPUT_PAGES
        for table in page.tables
        for row in table.rows
        for found in _of_row(page, table, row)
    )


def _of_row(page: Page, table: PageTable, row: Row) -> Iterator[Typed]:
    headings = table.headings or page.headings
    label, detail, unit = (str(cell.value) if cell else "" for cell in row.cells[:3])
    assumed = page.key == INPUT_PAGES[0]
    named: dict[str, int] = {}
    for name, column, cells in _beside_each_other(row):
        words = [table.title, label, detail] if assumed else [label]
        called = _joined(words)
        if row.key.startswith(CASES) or name in named:
            words.append(str(headings[column].value))
        elif len(cells) > 1 and not assumed:
            words.append(table.title)
        named[name] = column
        yield Typed(
            row=row, called=called, label=_joined(words), unit=unit, cells=cells, column=column
        )


def _joined(words: list[str]) -> str:
    return ": ".join(filter(None, (words[0], ", ".join(filter(None, words[1:])))))


def _beside_each_other(row: Row) -> Iterator[tuple[str, int, tuple[Cell, ...]]]:
    """Yield inputs of one name without a gap: the name, the first column, the cells."""
    placed = [
        (column, cell)
        for column, cell in enumerate(row.cells)
        if cell is not None and cell.role is Role.INPUT
    ]
    numbered = enumerate(placed)
    for (name, _), members in groupby(
        numbered, lambda item: (item[1][1].name, item[1][0] - item[0])
    ):
        cells = [found for _, found in members]
        yield name, cells[0][0], tuple(cell for _, cell in cells)


def input_table(edition: Edition, inputs: tuple[Typed, ...]) -> PageTable:
    """Lay out every input: whether it can be used, and whether it is changed."""
    words = (verdicts.INPUT, verdicts.WHERE, sheets.UNIT)
    return edition.table(
        verdicts.INPUTS_TITLE,
        (_row(edition, number, found) for number, found in enumerate(inputs, start=1)),
        note=verdicts.INPUTS_NOTE,
        headings=(
            *edition.heads(words),
            heading(edition.say(verdicts.USABLE), Figure.AMOUNT),
            *edition.heads(AFTER, Figure.AMOUNT),
        ),
    )


def _row(edition: Edition, number: int, found: Typed) -> Row:
    first, *_ = found.cells
    low, high = _limits(found)
    order = f"[own@{CHANGED}]*SUM([inputs.1..inputs.{number}@{CHANGED}])"
    return Row(
        key=f"inputs.{number}",
        cells=(
            text(found.label),
            Cell(value="", target=(found.key, found.column)),
            text(found.unit),
            Cell(value=1, figure=Figure.COUNT, role=Role.CHECK, formula=_usable(found), good=1),
            _given(None if low == -inf else low, first.figure),
            _given(None if high == inf else high, first.figure),
            _figure(0, _changed(found)),
            _figure(0, order),
            Cell(
                value=_said(edition, found),
                role=Role.CALCULATED,
                formula=f"IF([own@D]=1,{_telling(edition, found)},[own@A])",
            ),
        ),
    )


def _limits(found: Typed) -> tuple[float, float]:
    """Return the lowest and the highest number allowed: what the run had always is."""
    first, *_ = found.cells
    low, high = (min(first.choices), max(first.choices)) if first.choices else first.limits
    run = [cell.value for cell in found.cells if isinstance(cell.value, int | float)]
    return min([low, *run]), max([high, *run])


def _given(value: Value, figure: Figure) -> Cell | None:
    return None if value is None else Cell(value=value, figure=figure, role=Role.GIVEN)


def _figure(value: float, formula: str) -> Cell:
    return Cell(value=value, figure=Figure.COUNT, role=Role.CALCULATED, formula=formula)


def _usable(found: Typed) -> str:
    """Return a formula that gives 1 where an input can be computed with, else 0, never an error."""
    (low, high), cells = _limits(found), found.at()
    single = len(found.cells) == 1
    least, most = (cells, cells) if single else (f"MIN({cells})", f"MAX({cells})")
    asked = []
    if low > -inf:
        asked.append(f"({least}>=[own@{LOW}])")
    if high < inf:
        asked.append(f"({most}<=[own@{HIGH}])")
    if single:
        if found.cells[0].is_whole:
            asked.append(f"(MOD({cells},1)=0)")
        otherwise = f"ISBLANK({cells})*1" if found.cells[0].optional else "0"
        return f"IF(ISNUMBER({cells}),{'*'.join(('1', *asked))},{otherwise})"
    asked.append(f"(COUNT({cells})=COUNTA({cells}))")
    if found.required:
        run = found.at(found.required, RUN)
        asked.append(f"(COUNT({found.at(found.required)})=COUNT({run}))")
    return f"IF(ISNUMBER(SUM({cells})),{'*'.join(('1', *asked))},0)"


def _changed(found: Typed) -> str:
    now, run = found.at(), found.at(row=RUN)
    # a blank is equal to 0 elsewhere
    blank = f'({now}="")*({run}<>"")+({now}<>"")*({run}="")'
    return f"IF([own@D]=1,MIN(1,SUMPRODUCT(({now}<>{run})+{blank})),0)"


def _said(edition: Edition, found: Typed) -> str:
    """Return what a verdict would call an input at the run's value."""
    value = found.cells[0].value
    if not found.is_short or not isinstance(value, int | float):
        return found.label
    if not _is_share(found):
        return f"{found.label} {value:.15g}"
    told = figure(rounded(100 * value, 1), "n", edition.language)
    return f"{found.label} {PERCENT(edition.language, number=told)}"


def _telling(edition: Edition, found: Typed) -> str:
    """Return the formula of the same at any value, with the marks of the workbook's language."""
    if not found.is_short or found.cells[0].value is None:
        return "[own@A]"
    if not _is_share(found):
        return f'[own@A]&" "&{found.at()}'
    _, decimals = marks(edition.language)
    told = f'SUBSTITUTE(ROUND(100*{found.at()},1),[checks.decimal@value],"{decimals}")'
    said = PERCENT(edition.language, number=f'"&{told}&"')
    return f'[own@A]&" {said}"'


def _is_share(found: Typed) -> bool:
    return found.cells[0].figure in (Figure.SHARE, Figure.FINE_SHARE)
