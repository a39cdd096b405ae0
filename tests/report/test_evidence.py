"""What figures rest on stands beside them, and counts by the money."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from innobudget.domain.checks.evidence import figures_of
from innobudget.domain.drivers import Driver
from innobudget.domain.evidence import Evidence
from innobudget.domain.investment import Effect, Investment, QualityIndicator, Stage
from innobudget.domain.scenario import Assumptions, Language, Sampled, Scenario
from innobudget.engine.simulation import simulate
from innobudget.engine.trials import sample_trials
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.pages.evidence import figure_name
from innobudget.report.workbook.pages.summary import money_by_mark
from town import MADE, written

STAGE_TWO = {"en": "stage 2", "da": "fase 2"}
CASE = Investment(
    id="care",
    assumption="estimate",
    benefit_factor=0.8,
    stages=(Stage(outlay={2026: 300.0}), Stage(outlay={2027: 100.0})),
    effects=(Effect(amount=200.0, start=2027), Effect(amount=-100.0, start=2027)),
    evidence=(
        Evidence(of="stage.2.outlay", source="Tender 12", mark="sourced"),
        Evidence(of="effect.1.amount", note="As in Odense", mark="illustrative", by="Kim"),
        Evidence(of="benefit_factor", source="Review 2023", on=date(2025, 5, 12)),
    ),
)


def scenario(*investments: Investment) -> Scenario:
    return Scenario(
        assumptions=Assumptions(name="Town", base_year=2026, horizon=3),
        sampled=Sampled(trials=200),
        investments=investments,
    )


def test_marks_count_by_the_money_and_the_nearest_one_counts() -> None:
    assert money_by_mark([scenario(CASE)]) == {
        "estimate": pytest.approx(500 / 1000),
        "illustrative": pytest.approx(400 / 1000),
        "sourced": pytest.approx(100 / 1000),
    }
    idle = replace(CASE, id="idle", enabled=False)
    assert money_by_mark([scenario(CASE, idle)]) == money_by_mark([scenario(CASE)])
    assert money_by_mark([scenario(Investment(id="empty"))]) == {}


def test_evidence_stands_beside_its_figure_and_whole_below(tmp_path: Path) -> None:
    path = written(simulate(scenario(CASE)), tmp_path)
    book = openpyxl.load_workbook(path, data_only=True)
    rows = [
        [str(cell) for cell in row if cell is not None]
        for row in book["Assumptions"].iter_rows(values_only=True)
    ]

    def told(label: str) -> list[list[str]]:
        return [row[-2:] for row in rows if row and row[0] == label]

    assert told("Outlay, operating (gross)")[1] == ["sourced", "Tender 12"]
    assert told("Realised over planned saving, if it works") == [["estimate", "Review 2023"]]
    assert told("Full-year saving")[0][0] == "illustrative"
    assert [row[-1] for row in told("Evidence")] == [
        "Tender 12",
        "As in Odense; Kim",
        "Review 2023; 2025-05-12",
    ]
    assert "50 % estimate, 40 % illustrative, 10 % sourced" in "".join(
        str(cell)
        for row in book["Summary"].iter_rows(values_only=True)
        for cell in row
        if cell is not None
    ).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("language", ["en", "da"])
def test_every_figure_that_evidence_may_be_about_is_told_in_words(language: Language) -> None:
    alone = QualityIndicator(indicator="Alone", unit="", baseline=1.0, target=2.0, start=2027)
    full = replace(CASE, quality=(alone,))
    wind = Driver(id="wind", loads={"benefit": 0.3, "delay": 0.2})
    simulated = simulate(scenario(full))
    sample = sample_trials(simulated, 10)
    edition = Edition(results=simulated.results(), language=language, made=MADE, sample=sample)
    for owner in (full, replace(full, stages=full.stages[:1]), wind):
        for key in figures_of(owner):
            told = figure_name(edition, owner, key)
            assert told
            assert not re.search(r"[a-z]_[a-z]|[a-z]\.\d", told), told
    assert figure_name(edition, full, "stage.2.outlay").endswith(", " + STAGE_TWO[language])
