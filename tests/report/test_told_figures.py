"""What users read is the figure that it is called, in the unit that is written beside it."""

import re
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from drawings import DAY
from dumping import LANGUAGES, scene
from innobudget.domain.comparison import ComparisonResults
from innobudget.domain.results import PERCENTILES, Outcome, Results
from innobudget.domain.scenario import Language
from innobudget.engine.comparison import compare
from innobudget.engine.measures.precision import precision
from innobudget.engine.simulation import simulate
from innobudget.report.comparison.workbook import write_workbook
from innobudget.report.figures import build_charts
from innobudget.report.figures.chart import ChartTable
from innobudget.report.findings.teller import Teller
from innobudget.report.sweep_table import RunFigures, columns, sweep_table
from innobudget.report.terminal import run_summary
from innobudget.report.words import labels
from innobudget.workflow.result import Result
from town import MADE, written

SHEET_OF_RESULTS = 5
PERIOD = 4
THOUSAND = 1_000


@cache
def result() -> Result:
    return Result(simulation=simulate(scene()))


def results() -> Results:
    return result().results


def portfolio() -> Outcome:
    return results().portfolio


def number(text: str) -> float:
    return float(text.replace("\N{MINUS SIGN}", "-").replace(",", "").split(" ")[0])


def table(stem: str) -> ChartTable:
    teller = Teller(results=results(), language="en", date=DAY)
    (chart,) = (chart for chart in build_charts(teller)[0] if chart.stem == stem)
    return chart.table


@pytest.mark.parametrize(("language", "mark"), [("en", "points"), ("da", "procentpoint")])
def test_the_terminal_says_the_standard_error_in_points(language: Language, mark: str) -> None:
    told = run_summary(Teller(results=results(), language=language, date=DAY), precise=True)
    errors = results().standard_errors
    assert errors is not None
    assert errors.probability_booked_met_period is not None
    found = re.search(rf"±([\d.,]+) {mark}", told)
    assert found is not None
    points = 100 * errors.probability_booked_met_period
    assert float(found[1].replace(",", ".")) == pytest.approx(points, rel=0.5)


@pytest.mark.parametrize(
    ("stem", "measure"), [("booked-savings", "saving"), ("cumulative", "cumulative_net")]
)
def test_a_table_of_the_document_has_the_percentiles_that_it_names(stem: str, measure: str) -> None:
    grid = table(stem)
    spreads = portfolio().measures[measure]  # type: ignore[index] # one of its keys
    for heading, statistic in {
        "1 in 10 is at most": "p10",
        "middle future": "p50",
        "1 in 10 is at least": "p90",
    }.items():
        column = grid.headings.index(heading)
        for row, spread in zip(grid.rows, spreads, strict=True):
            amount = getattr(spread, statistic) / THOUSAND
            assert number(row[column]) == pytest.approx(amount, abs=0.51)


def test_the_table_of_cases_has_the_percentiles_that_it_names() -> None:
    grid = table("investments")
    below, above = (grid.headings.index(f"1 in 10 is {side}") for side in ("at most", "at least"))
    assert all(number(row[below]) < number(row[above]) for row in grid.rows)


def test_pandas_has_the_percentiles_that_it_names() -> None:
    frame = result().yearly()
    for measure, spreads in portfolio().measures.items():
        for statistic in (*PERCENTILES, "mean", "sd", "standard_error"):
            values = [getattr(spread, statistic) for spread in spreads]
            assert list(frame[measure, statistic]) == values
    cases = result().investments()
    for found in results().investments:
        for statistic in ("mean", "p10", "p50", "p90"):
            npv = getattr(found.outcome.npv, statistic)
            assert cases.loc[found.id, f"npv_{statistic}"] == npv
    assert (cases["npv_p10"] < cases["npv_p90"]).all()


def test_planned_and_booked_are_those_of_the_budget_period() -> None:
    cases = result().investments()
    for found in results().investments:
        plan = found.outcome.plan
        assert cases.loc[found.id, "planned"] == sum(plan.saving[:PERIOD])
        assert cases.loc[found.id, "booked"] == sum(plan.booked[:PERIOD])
        assert sum(plan.saving[:PERIOD]) < sum(plan.saving)
    run = simulate(scene())
    row = RunFigures(outcome=run.portfolio(), errors=precision(run.ledger))
    swept = sweep_table([scene()], [{}], [row])
    told = dict(zip(swept.columns, swept.rows[0], strict=True))
    assert {column.name for column in columns()} < set(told)
    assert told["planned_period"] == sum(portfolio().plan.saving[:PERIOD])
    assert told["booked_period"] == sum(portfolio().plan.booked[:PERIOD])


@pytest.mark.parametrize("language", LANGUAGES)
def test_results_tells_holding_from_failing(tmp_path: Path, language: Language) -> None:
    path = written(result().simulation, tmp_path, language)
    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[SHEET_OF_RESULTS]
    outcome = portfolio()
    holds = outcome.probability_budget_holds_period
    assert not 0.45 < holds < 0.55  # else the two could hardly be told apart
    last = 4 + len(outcome.probability_gap)  # a link to a chart may follow
    told = {row[0]: row[3:last] for row in reversed(list(sheet.iter_rows(values_only=True)))}
    label = labels.PROBABILITY_BUDGET_HOLDS(language)
    assert told[label] == pytest.approx((holds, *(1 - gap for gap in outcome.probability_gap)))
    label = labels.PROBABILITY_GAP(language)
    assert told[label] == pytest.approx((1 - holds, *outcome.probability_gap))


@cache
def compared() -> ComparisonResults:
    return compare([scene(name="Town"), scene(name="Half", share=0.5)])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_comparison_says_rightly_which_way_is_better(tmp_path: Path, language: Language) -> None:
    path = tmp_path / "comparison.xlsx"
    write_workbook(compared(), path, language=language, made=MADE)
    higher, lower = {"en": ("higher", "lower"), "da": ("højere", "lavere")}[language]
    wanted = {
        "en": (
            *("Reserve", "Budget gap", "Safe saving", "NPV", "Probability", "Realised saving"),
            "Saving",
            "Service",
        ),
        "da": (
            "Reserve",
            "Manglende",
            "Sikker",
            "Nettonutidsværdi",
            "Sandsynlighed",
            "Opnået",
            "Besparelse",
            "Service",
        ),
    }[language]
    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    told: dict[str, set[str]] = {}
    for label, *others in sheet.iter_rows(values_only=True):
        for word in {higher, lower} & {str(other) for other in others}:
            beginning = next(name for name in wanted if str(label).startswith(name))
            told.setdefault(beginning, set()).add(word)
    assert told == {name: {lower if place < 2 else higher} for place, name in enumerate(wanted)}
