"""The table of a sweep: one row per run, with what was varied and what came of it."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import xlsxwriter

from innobudget.domain.checks.values import as_written
from innobudget.domain.csv_text import protect
from innobudget.domain.precision import Precision
from innobudget.domain.results import Outcome
from innobudget.domain.scenario import Language, Scenario

Value = str | int | float | None
WIDEST = 40
UNDATED = datetime(2000, 1, 1)  # noqa: DTZ001 - a file's property, which has no time zone
"""Written into every table, so that the same runs give the same bytes."""

FIGURES: Mapping[str, str] = {
    "planned_period": "planned saving of the budget period [currency]",
    "booked_period": "booked saving of the budget period [currency]",
    "saving_period_mean": "realised saving of the budget period, mean [currency]",
    "saving_period_standard_error": "its Monte Carlo standard error [currency]",
    "probability_booked_met_period": "probability that the booked savings hold over it",
    "probability_booked_met_period_standard_error": "its Monte Carlo standard error",
    "probability_budget_holds_period": "probability that the budget holds over it",
    "probability_budget_holds_period_standard_error": "its Monte Carlo standard error",
    "reserve_period": "reserve for it at the scenario's confidence [currency]",
    "reserve_period_standard_error": "its standard error, the safe booking's too [currency]",
    "safe_booking_period": "the most that can be booked for it at that confidence [currency]",
    "safe_booking_share_period": "the same as a share of the planned saving",
    "budget_gap_period_mean": "budget gap of it, mean; positive is a hole [currency]",
    "budget_gap_period_standard_error": "its Monte Carlo standard error [currency]",
    "budget_gap_period_p90": "one trial in ten has a larger gap [currency]",
    "npv_mean": "net present value, mean [currency of the base year]",
    "npv_standard_error": "its Monte Carlo standard error [currency of the base year]",
    "npv_p10": "one trial in ten has less [currency of the base year]",
    "npv_p50": "the median [currency of the base year]",
    "npv_p90": "one trial in ten has more [currency of the base year]",
    "npv_p10_standard_error": "standard error of npv_p10 [currency of the base year]",
    "npv_p50_standard_error": "standard error of npv_p50 [currency of the base year]",
    "npv_p90_standard_error": "standard error of npv_p90 [currency of the base year]",
    "probability_npv_positive": "probability that it is above zero",
    "probability_npv_positive_standard_error": "its Monte Carlo standard error",
    "payback_p10": "year by which one trial in ten has paid back",
    "payback_p50": "year by which half have; empty: not within the horizon",
    "payback_p90": "year by which nine in ten have; empty: not within the horizon",
    "payback_never": "probability that it is not paid back within the horizon",
}
"""Columns that every run fills, and what they mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFigures:
    """What came of one run."""

    outcome: Outcome
    """The portfolio's figures."""
    errors: Precision | None
    """Their standard errors; None for a single trial."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SweepTable:
    """One row per run."""

    columns: tuple[str, ...]
    """Names, in order."""
    rows: tuple[tuple[Value, ...], ...]
    """Values in the order of the columns."""
    meanings: Mapping[str, str]
    """What each column has, in words."""
    language: Language = "en"
    """Which spreadsheet programs are to read the text form: that of the first scenario."""


def sweep_table(
    scenarios: Sequence[Scenario],
    changes: Sequence[Mapping[str, Any]],
    figures: Sequence[RunFigures],
) -> SweepTable:
    """Make the table of some runs, in their order."""
    varied = {key: "set by the sweep" for row in changes for key in row}
    meanings = {
        "scenario": "scenario file",
        "name": "name of the scenario",
        "seed": "what the random numbers start from",
        "trials": "number of possible futures",
        **varied,
        **FIGURES,
        "doubts": "how many doubts `innobudget check` prints",
    }
    rows = [
        (
            scenario.source,
            scenario.assumptions.name,
            scenario.sampled.seed,
            scenario.sampled.trials,
            *(_plain(own.get(key)) for key in varied),
            *_figures(scenario, found),
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
    danish = table.language == "da"
    writer = csv.writer(text, delimiter=";" if danish else ",", lineterminator="\r\n")
    for row in (table.columns, *table.rows):
        harmless = [protect(cell) if isinstance(cell, str) else cell for cell in row]
        writer.writerow(map(_with_comma, harmless) if danish else harmless)
    return text.getvalue()


def write_sweep_workbook(table: SweepTable, path: Path) -> None:
    """Write the table and what its columns mean as a workbook of two sheets."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "tmpdir": str(path.parent)}
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"created": UNDATED})
        bold = book.add_format({"bold": True})
        formats = {
            "amount": book.add_format({"num_format": "#,##0"}),
            "share": book.add_format({"num_format": "0.0%"}),
        }
        sheet = book.add_worksheet("Sweep")
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
        for column, name in enumerate(table.columns):
            meaning = table.meanings[name]
            shown = "amount" if "[currency" in meaning else "share" if _is_share(name) else None
            sheet.set_column(column, column, min(len(name) + 4, WIDEST), formats.get(shown or ""))
            sheet.write_string(0, column, name, bold)
            for row, values in enumerate(table.rows, start=1):
                _write(sheet, row, column, value=values[column])
        meanings = book.add_worksheet("Columns")
        meanings.set_column(0, 0, WIDEST)
        meanings.set_column(1, 1, 2 * WIDEST)
        for row, pair in enumerate([("column", "meaning"), *table.meanings.items()]):
            for column, text in enumerate(pair):
                meanings.write_string(row, column, text, *([bold] if row == 0 else []))


def _write(sheet: Any, row: int, column: int, *, value: Value) -> None:  # noqa: ANN401 - untyped
    if isinstance(value, str):
        sheet.write_string(row, column, value)
    elif value is not None:
        sheet.write_number(row, column, value)


def _is_share(name: str) -> bool:
    return name in FIGURES and ("probability" in name or name.endswith(("share_period", "never")))


def _figures(scenario: Scenario, figures: RunFigures) -> Iterator[Value]:
    """Yield the values of `FIGURES`, in their order."""
    outcome, errors = figures.outcome, figures.errors
    period = slice(0, scenario.horizon.period)
    saving, gap, npv = outcome.saving_period, outcome.gap_period, outcome.npv
    yield from (sum(outcome.plan.saving[period]), sum(outcome.plan.booked[period]))
    yield from (saving.mean, saving.standard_error)
    yield outcome.probability_booked_met_period
    yield None if errors is None else errors.probability_booked_met_period
    yield outcome.probability_budget_holds_period
    yield None if errors is None else errors.probability_budget_holds_period
    yield outcome.reserve_period
    yield None if errors is None else errors.reserve_period
    yield from (outcome.safe_booking.amount_period, outcome.safe_booking.share_period)
    yield from (gap.mean, gap.standard_error, gap.p90)
    yield from (npv.mean, npv.standard_error, npv.p10, npv.p50, npv.p90)
    unsure = (None,) * 3 if errors is None else (errors.npv.p10, errors.npv.p50, errors.npv.p90)
    yield from unsure
    yield outcome.probability_npv_positive
    yield None if errors is None else errors.probability_npv_positive
    payback = outcome.payback
    yield from (payback.p10, payback.p50, payback.p90, payback.never)


def _plain(value: object) -> Value:
    """Return a value that was set as a cell holds it."""
    if value is None or (isinstance(value, int | float | str) and not isinstance(value, bool)):
        return value
    return as_written(value)


def _with_comma(value: Value) -> Value:
    return repr(float(value)).replace(".", ",") if isinstance(value, float) else value
