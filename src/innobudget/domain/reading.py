"""How a budget spreadsheet was read, for people to check."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from innobudget.domain.budget import Budget
from innobudget.errors import Problem

Verdict = Literal["budget", "needs-mapping", "refused"]
Encoding = Literal[
    "utf-8", "utf-16", "cp1252", "cp1250", "iso-8859-2", "iso-8859-15", "cp850", "mac-roman"
]
"""Encodings of text files; cp1252 is that of Windows in western Europe, cp1250 in central."""
Delimiter = Literal[";", "\t", "|", ","]
"""What parts the fields of text files; of two that part rows alike the first is taken."""
Sign = Literal["expenditure-positive", "expenditure-negative", "both-positive"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlTotal:
    """A total that the file states, beside the sum of the lines that it covers."""

    place: str
    """File, sheet and cell of the stated total."""
    label: str
    """As the file writes it."""
    year: int
    """Whose amounts are added up. [calendar year]"""
    stated: float
    """In the file's own sign. [currency]"""
    read: float
    """Sum of the lines that were read, in the file's own sign. [currency]"""
    within_rounding: bool
    """True where the difference is no more than rounded figures can cause."""

    @property
    def difference(self) -> float:
        """The lines' sum less the stated total. [currency]"""
        return round(self.read - self.stated, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A part of the file that is no budget line."""

    place: str
    """File, sheet and row or column."""
    reason: str
    """Why, in a few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingCandidate:
    """An answer to the question of a reading, and what it would give."""

    answer: Mapping[str, object]
    """Keys of a mapping."""
    lines: int
    """Number of budget lines."""
    year: int
    """The last year that would be read. [calendar year]"""
    total: float
    """Net sum of that year; expenditure positive. [currency]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetReading:
    """What was understood of one file, and the budget where it was enough."""

    verdict: Verdict
    """A budget, a question to the user, or no budget at all."""
    reason: str | None = None
    """Why it is no budget, or what must be said in a mapping; None for a budget."""
    file: str
    """Name of the file."""
    sheet: str | None = None
    """Name of the sheet, of several joined by +; None for text files and where none was chosen."""
    sheets: tuple[str, ...] = ()
    """Names of the sheets that were read as one table; empty where it is a single one."""
    encoding: Encoding | None = None
    """Of a text file; None for workbooks."""
    delimiter: Delimiter | None = None
    """What parts the fields of a text file; None for workbooks."""
    range: str | None = None
    """First and last cell of the table, header included: `A4:H210`; None for several sheets."""
    currency: str | None = None
    """Code of the currency; None where the file does not say."""
    unit: float | None = None
    """What the file's amounts were multiplied by. [currency]"""
    price_level: int | None = None
    """In which year's prices the file says that its amounts are. [calendar year]"""
    sign: Sign | None = None
    """Which sign expenditure has in the file."""
    header_row: int | None = None
    """Last row of the header, counted from 1."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Header by what the column was taken for."""
    headers: tuple[str, ...] = ()
    """The text over every column of the table."""
    lines: int = 0
    """Number of budget lines."""
    years: tuple[int, ...] = ()
    """Ascending. [calendar years]"""
    budget_year: int | None = None
    """The first year of the budget itself, accounts left out. [calendar year]"""
    totals: Mapping[int, float] = field(default_factory=dict)
    """Net sum by year; expenditure positive. [currency]"""
    totals_by_direction: Mapping[str, Mapping[int, float]] = field(default_factory=dict)
    """Sums of `expenditure` and `income` by year, each as a positive figure. [currency]"""
    areas: int = 0
    """Number of areas that lines are placed in."""
    blanks: int = 0
    """Number of empty cells and dashes that were read as nothing budgeted."""
    control_totals: tuple[ControlTotal, ...] = ()
    """Every total that the file states."""
    left_out: tuple[LeftOut, ...] = ()
    """Rows, columns and sheets that became no line."""
    doubts: tuple[Problem, ...] = ()
    """What the reader was not sure of."""
    proposal: Mapping[str, object] = field(default_factory=dict)
    """Keys of a mapping that would answer the question of `reason`, for the user to confirm."""
    candidates: tuple[ReadingCandidate, ...] = ()
    """What the answers to the question of `reason` would give, the proposed one first."""
    budget: Budget | None = None
    """The budget; None unless the verdict is one."""
