"""Every figure that a chart draws stands in a cell of the workbook."""

import json
from bisect import bisect_left
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from changes import COUNT, scene
from dumping import DAY
from innobudget.domain.results import Results
from innobudget.engine.simulation import Simulation, simulate
from innobudget.report import terminal
from innobudget.report.figures import build_charts
from innobudget.report.figures.files import charts_document
from innobudget.report.findings.teller import Teller
from innobudget.report.terminal import run_summary
from town import written

CLOSE = 1e-9


@pytest.fixture(scope="module")
def run() -> Simulation:
    return simulate(scene())


@pytest.fixture(scope="module")
def results(run: Simulation) -> Results:
    return run.results()


@pytest.fixture(scope="module")
def numbers(run: Simulation, tmp_path_factory: pytest.TempPathFactory) -> list[float]:
    path = written(run, tmp_path_factory.mktemp("cells"), count=COUNT)
    book = openpyxl.load_workbook(path, data_only=True)
    return sorted(
        float(cell.value)
        for sheet in book.worksheets
        if sheet.title != "Trials"
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, int | float)
    )


def stands(value: float, numbers: list[float]) -> bool:
    """Say whether a value is among the numbers, to a billionth."""
    off = CLOSE * max(1e-3, abs(value))
    place = bisect_left(numbers, value - off)
    return place < len(numbers) and numbers[place] <= value + off


def test_every_figure_of_charts_json_stands_in_a_cell(
    results: Results, numbers: list[float]
) -> None:
    teller = Teller(results=results, language="en", date=DAY)
    charts, left_out = build_charts(teller)
    document = json.loads(json.dumps(charts_document(teller, charts, left_out, svg=False)))
    missing = [
        (chart["file"], series["name"], value)
        for chart in document["charts"]
        for series in chart["series"]
        for value in series["values"]
        if not (stands(value, numbers) or stands(value / 1000, numbers))
    ]
    assert missing == []
    assert len(document["charts"]) > 7


def test_every_figure_of_the_booking_choice_and_of_the_ways_out_stands_in_a_cell(
    results: Results, numbers: list[float]
) -> None:
    assert results.safe_booking_share is not None
    choices = results.booking_choice
    shares = [choice.probability_budget_holds_period for choice in choices]
    shares.append(results.safe_booking_share)
    for way in (results.ways_out.reserve, results.ways_out.book_less, results.ways_out.book_later):
        if way is not None:
            shares.append(way.probability_budget_holds_period)
            assert stands(way.price / 1000, numbers)
    assert all(stands(share, numbers) for share in shares)
    for found in results.investments:
        for amount in found.outcome.safe_booking.amount:
            assert stands(amount / 1000, numbers)


def test_every_figure_of_the_terminal_stands_in_a_cell(
    results: Results, numbers: list[float], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[float] = []

    def noting(tell: Callable[..., str]) -> Callable[..., str]:
        def told_of(value: float, *others: object, **more: object) -> str:
            told.append(float(value))
            return tell(value, *others, **more)

        return told_of

    chance = Teller.chance

    def noted(teller: Teller, value: float, **more: Any) -> str:  # noqa: ANN401 - as it takes
        told.append(value)
        return chance(teller, value, **more)

    for name in ("amount", "number", "percent"):
        monkeypatch.setattr(terminal, name, noting(getattr(terminal, name)))
    monkeypatch.setattr(Teller, "chance", noted)
    run_summary(Teller(results=results, language="en", date=DAY))
    units = (1, 1e3, 1e-3, 1e-2)  # cells are in thousands, the terminal in what reads well
    missing = [
        value
        for value in told
        if not any(stands(sign * value * unit, numbers) for unit in units for sign in (1, -1))
    ]
    assert missing == []
    assert len(told) > 40


def test_risk_drivers_stand_in_the_order_of_the_chart(run: Simulation, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(run, tmp_path, count=COUNT), data_only=True)
    sheet = book["Risk drivers"]
    heading = next(
        cell for row in sheet.iter_rows() for cell in row if cell.value == "Swing of the gap"
    )
    swings = []
    for row in range(heading.row + 1, sheet.max_row):
        value = sheet.cell(row, heading.column).value
        if not isinstance(value, float):
            break
        swings.append(value)
    assert len(swings) > 5
    assert swings == sorted(swings, reverse=True)
