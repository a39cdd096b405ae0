"""A spreadsheet file and what the user says about it → a budget, reconciled and explained."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from innobudget.domain.budget import Budget
from innobudget.domain.reading import BudgetReading
from innobudget.errors import InputError, Problem
from innobudget.io.answering import Read, follow
from innobudget.io.canonical import is_canonical
from innobudget.io.describing import (
    against_words,
    budget_year,
    describe_file,
    describe_table,
    differences,
    hidden,
    parted,
    ranked,
    sums,
    sums_by_direction,
    totals_left_out,
    uncovered,
    unused_columns,
)
from innobudget.io.layouts.placing import Placed, place_table
from innobudget.io.mapping import BudgetMapping, QuestionError
from innobudget.io.reconciliation.lines import budget_lines, control_totals, unknown_kinds
from innobudget.io.reconciliation.parts import take_apart
from innobudget.io.sheets import Sheet, read_sheets
from innobudget.io.summaries import with_summaries
from innobudget.messages import say

COMPARED = 50_000
"""Cells of the sheets beside one that a mapping names, up to which they are read to compare."""


def read_budget(path: Path, mapping: BudgetMapping | None = None) -> BudgetReading:
    """Read a municipality's budget from a spreadsheet, whatever its name: its content counts.

    What the mapping says of the sheet wins over recognition. Amounts of the budget are whole
    currency units, expenditure positive; there is none where the file needs a mapping or is no
    budget.

    Raises
    ------
    InputError
        With every fault: an unusable file, cells that cannot be read, years twice or missing.

    """
    wishes = mapping or BudgetMapping()
    with _without_collecting():
        return _read_file(path, wishes)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Look for no garbage meanwhile: cells make none, and looking takes a quarter of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _read_file(path: Path, wishes: BudgetMapping) -> BudgetReading:
    sheets = read_sheets(path, encoding=wishes.encoding, delimiter=wishes.delimiter)
    cells = sum(len(row) for sheet in sheets for row in sheet.rows)

    def read(said: BudgetMapping) -> BudgetReading:
        return _read(sheets, place_table(sheets, said), said)

    try:
        placed = place_table(sheets, wishes)
    except QuestionError as question:
        return _asked(question, describe_file(path.name, sheets), wishes, read, cells=cells)
    try:
        reading = _read(sheets, placed, wishes)
    except QuestionError as question:
        return _asked(question, describe_table(placed), wishes, read, cells=cells)
    if not placed.beside:
        return reading
    own = sum(len(row) for sheet in placed.beside for row in sheet.rows)
    read_too = placed.sheet.parts or own <= COMPARED
    alone = {
        sheet.name: _alone(sheets, sheet.name, wishes) if read_too else None
        for sheet in placed.beside
    }
    return with_summaries(reading, alone, {sheet.name: sheet for sheet in placed.beside})


def _alone(sheets: Sequence[Sheet], name: str, wishes: BudgetMapping) -> BudgetReading | None:
    """Read a single sheet; None where it leaves a question or has faults."""
    own = replace(wishes, sheet=name, seen=())
    try:
        return _read(sheets, place_table(sheets, own), own)
    except (InputError, QuestionError):
        return None


def load_budget(path: Path, mapping: BudgetMapping | None = None) -> Budget:
    """Read a budget that must be one.

    Raises
    ------
    InputError
        As `read_budget`, and where the file needs a mapping or is no budget.

    """
    reading = read_budget(path, mapping)
    if reading.budget is not None:
        return reading.budget
    refused = reading.verdict == "refused"
    raise InputError(
        [
            Problem(
                code="budget-refused" if refused else "budget-needs-mapping",
                place=reading.file,
                found=reading.reason or "",
                expected=say("a budget whose layout is clear"),
                remedy=say("name another file")
                if refused
                else say(
                    "write a mapping: innobudget budget {file} --write-mapping mapping.toml",
                    file=path,
                ),
            )
        ]
    )


def _asked(
    question: QuestionError,
    reading: BudgetReading,
    wishes: BudgetMapping,
    read: Read,
    *,
    cells: int,
) -> BudgetReading:
    """Say what is asked, with all that comes after it, and what the answers would give."""
    proposal, later, candidates = follow(question, wishes, read, cells=cells)
    return replace(
        reading,
        verdict=question.verdict,
        reason=_one_after_another([question.reason, *later]),
        proposal=proposal,
        candidates=candidates,
    )


def _one_after_another(questions: Sequence[str]) -> str:
    first, *later = questions
    if not later:
        return first
    return say("{question}; then: {later}", question=first, later=_one_after_another(later))


def _read(sheets: Sequence[Sheet], placed: Placed, wishes: BudgetMapping) -> BudgetReading:
    sheet = placed.sheet
    canonical = is_canonical(sheet)
    parts = take_apart(sheets, placed, wishes, canonical=canonical)
    placed = replace(placed, layout=parts.layout)
    rows = parts.table.rows
    lines, controls = budget_lines(parts), tuple(control_totals(parts))
    if not lines:
        raise QuestionError(say("every row with figures is a total of others"), verdict="refused")
    doubts = ranked(
        (
            *differences(controls),
            *hidden(parts, controls, placed.layout.amount_columns),
            *parts.doubts,
            *unknown_kinds(parts),
            *parted(parts),
            *uncovered(parts, wished=bool(wishes.total_rows)),
            *against_words(parts),
        )
    )
    described = describe_table(placed, last_row=max(max(row.rows) for row in rows))
    budget = Budget(
        lines=lines,
        years=parts.years,
        source=sheet.file,
        unit=parts.unit.factor,
        price_level=described.price_level,
        doubts=doubts,
    )
    unused = unused_columns(sheet, placed.layout, parts.table.joined)
    left_out = (*placed.left_out, *unused, *parts.table.left_out)
    return replace(
        described,
        verdict="budget",
        unit=budget.unit,
        lines=len(lines),
        years=budget.years,
        budget_year=budget_year(placed, budget.years),
        totals=sums(lines, budget.years),
        areas=len(budget.areas),
        doubts=doubts,
        budget=budget,
        currency=parts.unit.currency,
        sign=parts.sign,
        blanks=parts.table.blanks,
        control_totals=controls,
        left_out=(*left_out, *totals_left_out(parts)),
        totals_by_direction=sums_by_direction(parts),
    )
