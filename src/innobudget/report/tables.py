"""Tables as values: what every figure means, not how it looks or where it stands.

A formula names the rows that it draws on, in square brackets:

- `[key]`: the row with that key, in the formula's own column;
- `[key@value]`: its constant or period figure; `[key@label]`: its first cell;
- `[key@years]`, `[key@period]`: all its years, those of the budget period;
- `[key@to]`: its years up to the formula's own; `[key@+3]`: three columns to the right;
- `[key@F]`, `[key@F:H]`, `[key@F:+0]`: a column by its letter, or several;
- `[own]`, also with `@`: the formula's own row, the same for many rows;
- `[!key]`, also with `@`: an input as it was typed; else what Checks uses in its place is meant;
- `[first..last]`, also with `@`: the rows from one key to another.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from math import inf

import numpy as np
from numpy.typing import NDArray


class Figure(Enum):
    """What kind of value a cell holds."""

    TEXT = auto()
    AMOUNT = auto()
    """Money in thousands of the currency."""
    SHARE = auto()
    """A fraction, read as per cent."""
    FINE_SHARE = auto()
    """A fraction, read as per cent with a decimal."""
    FINEST_SHARE = auto()
    """A fraction, read as per cent with two decimals."""
    FINE = auto()
    """A number that says little without all its decimals."""
    FACTOR = auto()
    """A plain number."""
    COUNT = auto()
    """A whole number."""
    VERDICT = auto()
    """1: it holds; 0: it does not."""
    YEAR = auto()
    """A calendar year."""


class Role(Enum):
    """Where a value comes from, or what it does on the page."""

    LABEL = auto()
    TITLE = auto()
    SECTION = auto()
    HEADING = auto()
    NOTE = auto()
    MESSAGE = auto()
    """The answer in words."""
    INPUT = auto()
    """Typed; a change is followed by every formula."""
    GIVEN = auto()
    """Typed, and used by the simulation: a change asks for a new run."""
    CALCULATED = auto()
    """Follows by a formula."""
    TOTAL = auto()
    """Follows by a formula and sums up what stands above."""
    SIMULATED = auto()
    """Comes from the run's trials."""
    CHECK = auto()
    """Says whether something holds."""


Value = str | float | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One value with its meaning."""

    value: Value
    """What it is; of a formula: what it gives. None: nothing to say."""
    figure: Figure = Figure.TEXT
    """Kind of value."""
    role: Role = Role.LABEL
    """Where it comes from."""
    formula: str = ""
    """How it follows from other rows, without the equals sign; empty: it does not."""
    name: str = ""
    """Defined name; empty: none."""
    target: tuple[str, int] | None = None
    """Row (its key) and column of the cell that a click leads to; its address is shown where the
    value is empty."""
    reach: tuple[str, int] | None = None
    """Row and column of the last cell of the area that it leads to; None: one cell."""
    good: str | int | None = None
    """What it is when all is well; its colour tells. None: it is no verdict."""
    between: str = ""
    """How a verdict begins that is neither good nor bad; empty: none is."""
    limits: tuple[float, float] = (-inf, inf)
    """Lowest and highest number that may be typed."""
    choices: tuple[int, ...] = ()
    """The numbers that may be typed; empty: no list."""
    optional: bool = False
    """Whether it may be left blank."""

    @property
    def is_whole(self) -> bool:
        """Say whether only whole numbers may be typed."""
        return self.figure in (Figure.YEAR, Figure.COUNT)


@dataclass(frozen=True, slots=True)
class Simulated:
    """Many numbers of the run, as they stand in one row; zeros are left blank."""

    column: int
    """Where they begin, the first is 0."""
    values: NDArray[np.float64]
    """Shape (column,). [1]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Cells from the first column on."""

    cells: tuple[Cell | None, ...]
    """None: an empty cell."""
    key: str = ""
    """What formulas call it; unique in the workbook. Empty: nobody asks for it."""
    simulated: Simulated | None = None
    """Further figures of the run, beyond its cells."""
    level: int = 0
    """How deep it stands in the outline: such rows can be folded away."""
    stands_for: str = ""
    """Row of inputs in whose place formulas draw on its cells; empty: it is no such row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTable:
    """Rows that belong together, under a title."""

    title: str
    """In words; empty: none."""
    rows: tuple[Row, ...]
    """In order."""
    note: str = ""
    """How to read it; empty: no need."""
    headings: tuple[Cell, ...] = ()
    """Of its columns; empty: those of the page."""
    key: str = ""
    """What formulas call the row of its headings."""


class ChartKind(Enum):
    """How a native chart draws its series."""

    LINES = auto()
    COLUMNS = auto()
    COLUMNS_AND_LINES = auto()
    """The first series as columns, the others as lines."""
    BARS = auto()
    """Bars that lie on top of each other, one for each of some rows, the first at the top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeSeries:
    """One line or set of columns of a chart."""

    name: str
    """In words."""
    key: str
    """The row that it draws; of a chart over rows the column, by its letter."""
    colour: str
    """As `#RRGGBB`."""
    dashed: bool = False
    """What is planned or booked is dashed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeChart:
    """A native chart over the years of some rows."""

    title: str
    """The message or question."""
    description: str
    """For those who cannot see it."""
    kind: ChartKind
    """How it draws."""
    series: tuple[NativeSeries, ...]
    """What it draws."""
    categories: str
    """The row whose cells stand along the axis."""
    unit: str
    """Of the value axis."""
    rows: tuple[str, str] | None = None
    """The first and the last row, where a series is a column of some rows; None: it is a row."""
    base: float = 0.0
    """Where bars begin. [unit of the value axis]"""
    columns: str = "years"
    """Which columns of the rows are drawn, as after `@`."""
    figure: Figure = Figure.AMOUNT
    """Kind of value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One sheet."""

    key: str
    """What the workbook calls it in every language."""
    name: str
    """What stands on its tab."""
    title: str = ""
    """What it is; empty: its name says it."""
    notes: tuple[str, ...]
    """Purpose, units and signs."""
    message: str = ""
    """The answer in words; empty: none."""
    headline: tuple[Row, ...] = ()
    """The answer in words that follow other cells, instead."""
    tables: tuple[PageTable, ...]
    """In reading order."""
    status: Row | None = None
    """Whether all checks of the workbook pass."""
    above: tuple[Row, ...] = ()
    """What formulas need of each column, above the headings."""
    headings: tuple[Cell, ...] = ()
    """Of the columns of all tables; they stay on screen and on every printed page."""
    widths: tuple[float, ...] = ()
    """Of the columns. [characters]"""
    charts: tuple[NativeChart, ...] = ()
    """Beside each other, below all tables."""
    charts_column: int = 0
    """Where it is not 0: the charts stand one above another from this column on, at the top."""
    charts_stacked: int = 0
    """How many of them stand there, the others below all tables; 0: all."""
    charts_beside: int = 0
    """How many tables stand to the left of them; those that follow begin below them."""
    printed_columns: int = 0
    """How many columns are printed; 0: all of them, one page wide."""

    @property
    def heading(self) -> str:
        """What stands above all of it."""
        return self.title or self.name


def text(value: str, role: Role = Role.LABEL) -> Cell:
    """Return words."""
    return Cell(value=value, role=role)


def heading(value: str | int, figure: Figure = Figure.TEXT) -> Cell:
    """Return the heading of a column that holds such figures."""
    return Cell(value=value, figure=figure, role=Role.HEADING)


def amounts(values: Iterable[float | None], role: Role, formula: str = "") -> tuple[Cell, ...]:
    """Return money [currency] as cells in thousands, with one formula for all."""
    return tuple(amount(value, role, formula) for value in values)


def amount(value: float | None, role: Role = Role.SIMULATED, formula: str = "") -> Cell:
    """Return money [currency] as a cell in thousands."""
    shown = None if value is None else value / 1000
    return Cell(value=shown, figure=Figure.AMOUNT, role=role, formula=formula)


def figures(
    values: Iterable[float | None], figure: Figure, role: Role, formula: str = ""
) -> tuple[Cell, ...]:
    """Return values as they are as cells, with one formula for all."""
    return tuple(Cell(value=value, figure=figure, role=role, formula=formula) for value in values)
