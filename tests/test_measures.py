"""A measure is one record and its words: every file and report then has it."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from comparison_schema import comparison_schema
from results_schema import results_schema

from drawings import DAY
from dumping import scene
from innobudget.domain import measures
from innobudget.domain.measures import Measure
from innobudget.domain.standpoint import Reading
from innobudget.engine.comparison import compare
from innobudget.engine.measures.precision import precision
from innobudget.engine.simulation import Simulation, simulate
from innobudget.io.documents import comparison_document, results_document
from innobudget.messages import say
from innobudget.report.comparison.terminal import comparison_summary
from innobudget.report.comparison.workbook import write_workbook
from innobudget.report.findings.teller import Teller
from innobudget.report.sweep_table import RunFigures, sweep_table
from innobudget.report.terminal import run_summary
from innobudget.report.words import labels
from innobudget.workflow.comparison import Comparison
from innobudget.workflow.result import Result
from town import MADE, written

ADDED = Measure(
    key="even_hole",
    year="even_hole",
    period="even_hole_period",
    compared="even_hole",
    unit="currency",
    better="lower",
    sure=True,
    shown=frozenset({"terminal", "sweep"}),
    told=say("The gap that is as likely exceeded as not. [currency]"),
    of=lambda _: Reading(amount="budget_gap", kind="quantile", at=0.5),
)
WORDS = say("middle future")


@pytest.fixture(scope="module", autouse=True)
def added() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(measures, "MEASURES", (*measures.MEASURES, ADDED))
        patch.setitem(labels.MEASURE_NAMES, "even_hole", WORDS)
        yield


@pytest.fixture(scope="module")
def simulation(added: None) -> Simulation:
    return simulate(scene())


def labels_of(path: Path, sheet: int) -> set[object]:
    book = openpyxl.load_workbook(path, data_only=True)
    return {row[0] for row in book.worksheets[sheet].iter_rows(values_only=True)}


def test_it_is_in_results_and_its_schema(simulation: Simulation) -> None:
    results = simulation.results()
    document = results_document(results, version="1")
    medians = [spread.p50 for spread in results.portfolio.measures["budget_gap"]]
    assert list(results.portfolio.even_hole) == pytest.approx(medians)
    assert document["even_hole"] == list(results.portfolio.even_hole)
    assert document["even_hole_period"] == pytest.approx(results.portfolio.gap_period.p50)
    assert all("even_hole" in part for part in document["investments"])
    assert results.standard_errors is not None
    error = results.standard_errors.gap_period.p50
    assert document["standard_errors"]["even_hole_period"] == pytest.approx(error)
    definitions = results_schema()["$defs"]
    for name in ("Outcome", "Precision"):
        assert definitions[name]["properties"]["even_hole"]["description"] == ADDED.told


def test_it_is_in_the_terminal_pandas_and_a_sweep(simulation: Simulation) -> None:
    result = Result(simulation=simulation)
    told = run_summary(Teller(results=result.results, language="da", date=DAY))
    assert WORDS("da") in told
    assert list(result.yearly()["even_hole", "amount"]) == list(result.portfolio.even_hole)
    figures = RunFigures(outcome=simulation.portfolio(), errors=precision(simulation.ledger))
    swept = sweep_table([scene()], [{}], [figures])
    row = dict(zip(swept.columns, swept.rows[0], strict=True))
    assert row["even_hole_period"] == result.portfolio.even_hole_period
    assert row["even_hole_period_standard_error"] is not None


def test_it_is_in_the_workbook_with_its_standard_error(
    simulation: Simulation, tmp_path: Path
) -> None:
    path = written(simulation, tmp_path, "en")
    assert {WORDS, f"{WORDS}, standard error"} <= labels_of(path, 5)


def test_it_is_in_every_part_of_a_comparison(added: None, tmp_path: Path) -> None:
    compared = compare([scene(name="Town"), scene(name="Half", share=0.5)])
    first, second = (standing.portfolio.even_hole_period for standing in compared.standings)
    found = compared.differences[0].estimates.even_hole
    assert found.value == pytest.approx(second - first)
    document = comparison_document(compared, version="1")
    assert document["differences"][0]["estimates"]["even_hole"]["value"] == found.value
    assert "even_hole" in comparison_schema()["$defs"]["Estimates"]["properties"]
    assert "even_hole_error" in Comparison(found=compared).scenarios()
    assert WORDS in comparison_summary(compared, "en")
    write_workbook(compared, tmp_path / "comparison.xlsx", language="en", made=MADE)
    wanted = {WORDS, f"{WORDS}, standard error of the difference"}
    assert wanted & labels_of(tmp_path / "comparison.xlsx", 0)
