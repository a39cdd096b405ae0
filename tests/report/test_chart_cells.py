"""Every figure that a chart draws stands in a cell of the workbook."""

import json
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from changes import COUNT, scene
from drawings import DAY
from innobudget.domain.results import Results
from innobudget.engine.simulation import Simulation, simulate
from innobudget.io.scenarios import load_scenario
from innobudget.report import terminal
from innobudget.report.figures import build_charts
from innobudget.report.figures.files import charts_document
from innobudget.report.findings.teller import Scale, Teller
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


FOLLOWED = Path(__file__).parents[2] / "scenarios" / "odense-followup.toml"


@pytest.fixture(scope="module")
def followed() -> Simulation:
    scenario = load_scenario(FOLLOWED)
    return simulate(replace(scenario, sampled=replace(scenario.sampled, trials=2_000)))


@pytest.mark.parametrize("which", ["run", "followed"])
def test_each_series_of_charts_json_leads_to_its_cells_and_they_lead_back(
    which: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    simulation: Simulation = request.getfixturevalue(which)
    book = openpyxl.load_workbook(written(simulation, tmp_path, count=COUNT), data_only=True)
    teller = Teller(results=simulation.results(), language="en", date=DAY)
    charts, left_out = build_charts(teller)
    document = json.loads(json.dumps(charts_document(teller, charts, left_out, svg=False)))
    told = [str(row[0].value) for row in book["Chart figures"].iter_rows() if link(row[1])]
    assert len(set(told)) == len(told)
    areas: dict[str, list[tuple[Worksheet, Any]]] = {}
    for file, sheet, area in listed_series(book):
        cells = [cell for row in sheet[area] for cell in row] if ":" in area else [sheet[area]]
        areas.setdefault(file, []).append((sheet, cells))
    assert len(document["charts"]) > 7
    for chart in document["charts"]:
        led = areas[chart["file"]]
        numbers = sorted(
            float(cell.value or 0) for _, cells in led for cell in cells if cell.data_type == "n"
        )
        drawn = [(value, value / 1000) for one in chart["series"] for value in one["values"]]
        missing = [both for both in drawn if not any(stands(value, numbers) for value in both)]
        assert missing == [], chart["file"]
        assert len(numbers) <= len(drawn)
        for sheet, cells in led:
            for row in {cell.row for cell in cells}:
                back = [found for found in sheet[row] if chart["file"] in str(found.value)]
                places = [place for found in back if (place := link(found))]
                assert places, (chart["file"], sheet.title, row)
                assert all(book[title][at].value for title, at in places)


def listed_series(book: Workbook) -> Iterator[tuple[str, Worksheet, str]]:
    """Yield the rows of the list of charts: whose series it is, and where they stand."""
    for label, target, *_ in book["Chart figures"].iter_rows():
        place = link(target)
        if place and ".png: " in str(label.value):
            yield str(label.value).partition(": ")[0], book[place[0]], place[1]


def link(cell: Any) -> tuple[str, str] | None:  # noqa: ANN401 - openpyxl has cells of two kinds
    """Return the sheet and the address that a click on a cell leads to."""
    if cell.hyperlink is None or not cell.hyperlink.location:
        return None
    sheet, _, area = cell.hyperlink.location.rpartition("!")
    return sheet.strip("'"), area


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

    chance, write = Teller.chance, Scale.write

    def noted(teller: Teller, value: float, **more: Any) -> str:  # noqa: ANN401 - as it takes
        told.append(value)
        return chance(teller, value, **more)

    def noted_in_a_table(scale: Scale, value: float) -> str:
        told.append(value)
        return write(scale, value)

    for name in ("amount", "number", "percent"):
        monkeypatch.setattr(terminal, name, noting(getattr(terminal, name)))
    monkeypatch.setattr(Teller, "chance", noted)
    monkeypatch.setattr(Scale, "write", noted_in_a_table)
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
