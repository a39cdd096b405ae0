"""The table of a sweep: one row per run, with what was varied and what came of it."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

import xlsxwriter

from innobudget.domain import measures
from innobudget.domain.checks.values import as_written
from innobudget.domain.csv_text import protect
from innobudget.domain.measures import Unit, Whole
from innobudget.domain.results import Outcome, Precision
from innobudget.domain.scenario import Language, Scenario
from innobudget.domain.standpoint import SpreadName
from innobudget.messages import Text, linked, marks, said, say

Value = str | int | float | None
WIDEST = 40
UNDATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a file's property, which has no time zone
"""Written into every table, so that the same runs give the same bytes."""
STATISTICS: Mapping[str, Text] = {
    "mean": say("Mean."),
    "p10": say("One in ten of the trials has less."),
    "p50": say("Half of the trials have less."),
    "p90": say("Nine in ten of the trials have less."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFigures:
    """What came of one run."""

    outcome: Outcome
    """The portfolio's figures."""
    errors: Precision | None
    """Their standard errors; None for a single trial."""


class RunColumn(NamedTuple):
    """A figure that every run has."""

    name: str
    """What stands above it."""
    meaning: Text
    """What it is, in words."""
    unit: Unit | None
    """None: neither money nor a share."""
    path: str
    """Where it stands in an outcome; of a figure by year, the sum over the budget period."""
    is_error: bool = False
    """Whether it stands in the standard errors instead."""

    def value(self, run: RunFigures, period: int) -> Value:
        """Return the figure of a run, whose budget period has so many years."""
        source = run.errors if self.is_error else run.outcome
        if source is None:
            return None
        found: Value | tuple[float, ...] = attrgetter(self.path)(source)
        return sum(found[:period]) if isinstance(found, tuple) else found


def columns() -> Iterator[RunColumn]:
    """Yield what every run fills, in order."""
    planned = say("Planned saving of the budget period. [currency]")
    yield RunColumn("planned_period", planned, "currency", "plan.saving")
    booked = say("Booked saving of the budget period. [currency]")
    yield RunColumn("booked_period", booked, "currency", "plan.booked")
    yield from _spread("saving")
    yield from _measures(horizon=False)
    yield from _spread("budget_gap")
    yield from _spread("npv")
    yield from _measures(horizon=True)


def _spread(amount: SpreadName) -> Iterator[RunColumn]:
    """Yield mean, its standard error and percentiles of an amount, and errors of these."""
    whole = measures.WHOLES[amount]
    name = f"{amount}_period" if whole.name.endswith("_period") else amount
    yield _figure(f"{name}_mean", whole, "mean")
    yield _error(name, "currency", f"{whole.name}.standard_error", is_error=False)
    for percentile in whole.swept:
        yield _figure(f"{name}_{percentile}", whole, percentile)
    for percentile in whole.swept if amount == "npv" else ():
        yield _error(f"{name}_{percentile}", "currency", f"{whole.name}.{percentile}")


def _figure(name: str, whole: Whole, statistic: str) -> RunColumn:
    told = linked(" ", [whole.told, STATISTICS[statistic]])
    return RunColumn(name, told, "currency", f"{whole.name}.{statistic}")


def _measures(*, horizon: bool) -> Iterator[RunColumn]:
    for measure in measures.MEASURES:
        if "sweep" in measure.shown and measure.horizon == horizon:
            name = measure.period.replace(".amount", "").replace(".", "_")
            yield RunColumn(name, measure.told, measure.unit, measure.period)
            if measure.sure:
                yield _error(name, measure.unit, measure.period)


def _error(name: str, unit: Unit, path: str, *, is_error: bool = True) -> RunColumn:
    told = say("Monte Carlo standard error of {name}", name=name)
    return RunColumn(f"{name}_standard_error", told, unit, path, is_error)


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepTable:
    """One row per run."""

    columns: tuple[str, ...]
    """Names, in order."""
    rows: tuple[tuple[Value, ...], ...]
    """Values in the order of the columns."""
    meanings: Mapping[str, Text]
    """What each column has, in words."""
    language: Language = "en"
    """Which spreadsheet programs are to read the text form: that of the first scenario."""


def sweep_table(
    scenarios: Sequence[Scenario],
    changes: Sequence[Mapping[str, Any]],
    figures: Sequence[RunFigures],
) -> SweepTable:
    """Make the table of some runs, in their order."""
    varied = {key: say("Set by the sweep.") for row in changes for key in row}
    meanings = {
        "scenario": say("Scenario file."),
        "name": say("Name of the scenario."),
        "seed": say("What the random numbers start from."),
        "trials": say("Number of possible futures."),
        **varied,
        **{column.name: column.meaning for column in columns()},
        "doubts": say("How many doubts `innobudget check` prints."),
    }
    rows = [
        (
            scenario.source,
            scenario.assumptions.name,
            scenario.sampled.seed,
            scenario.sampled.trials,
            *(_plain(own.get(key)) for key in varied),
            *(column.value(found, scenario.horizon.period) for column in columns()),
            len(scenario.doubts),
        )
        for scenario, own, found in zip(scenarios, changes, figures, strict=True)
    ]
    return SweepTable(
        columns=tuple(meanings),
        rows=tuple(rows),
        meanings=meanings,
        language=scenarios[0].assumptions.language,
    )


def sweep_csv(table: SweepTable) -> str:
    """Return the table as text: `;` and decimal comma in Danish, `,` and point in English."""
    text = StringIO()
    mark = marks(table.language)[1]
    writer = csv.writer(text, delimiter=";" if mark == "," else ",", lineterminator="\r\n")
    for row in (table.columns, *table.rows):
        harmless = [protect(cell) if isinstance(cell, str) else cell for cell in row]
        writer.writerow(_with_mark(cell, mark) for cell in harmless)
    return text.getvalue()


def write_sweep_workbook(table: SweepTable, path: Path) -> None:
    """Write the table and what its columns mean as a workbook of two sheets."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "tmpdir": str(path.parent)}
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"created": UNDATED})
        bold = book.add_format({"bold": True})
        formats = {
            "currency": book.add_format({"num_format": "#,##0"}),
            "share": book.add_format({"num_format": "0.0%"}),
        }
        units = {column.name: column.unit or "" for column in columns()}
        sheet = book.add_worksheet("Sweep")
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
        for column, name in enumerate(table.columns):
            style = formats.get(units.get(name, ""))
            sheet.set_column(column, column, min(len(name) + 4, WIDEST), style)
            sheet.write_string(0, column, name, bold)
            for row, values in enumerate(table.rows, start=1):
                _write(sheet, row, column, value=values[column])
        explained = book.add_worksheet(say("Columns")(table.language))
        explained.set_column(0, 0, WIDEST)
        explained.set_column(1, 1, 2 * WIDEST)
        for row, pair in enumerate([(say("column"), say("meaning")), *table.meanings.items()]):
            for column, text in enumerate(pair):
                told = said(text, table.language)
                explained.write_string(row, column, told, *([bold] if row == 0 else []))


def _write(sheet: Any, row: int, column: int, *, value: Value) -> None:  # noqa: ANN401 - untyped
    if isinstance(value, str):
        sheet.write_string(row, column, value)
    elif value is not None:
        sheet.write_number(row, column, value)


def _plain(value: object) -> Value:
    """Return a value that was set as a cell holds it."""
    if value is None or (isinstance(value, int | float | str) and not isinstance(value, bool)):
        return value
    return as_written(value)


def _with_mark(value: Value, mark: str) -> Value:
    return repr(float(value)).replace(".", mark) if isinstance(value, float) else value
