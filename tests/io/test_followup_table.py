"""A line of a municipality's own follow-up table says what has come of a saving."""

from pathlib import Path

import pytest

from calling import call
from innobudget.domain.scenario import Scenario
from innobudget.errors import InputError
from innobudget.io.scenarios import load_scenario
from test_cli import QUICK

TABLE = """Budgetopfølgning 2, august 2026;;;;;;;
Serviceområde (1.000 kr.);Regnskab;Oprindeligt;Korrigeret;Forbrug pr.;Forbrug;Forventet;Rest af
;2025;budget 2026;budget 2026;31. august 2026;i %;regnskab 2026;korrigeret budget
Ældreområdet;;;;;;;
Hjemmehjælp;101.204;90.000,0;92.000,0;65.750,0;71,5%;97.000,0;26.250
Rehabilitering, besparelse;;-10.000,0;-8.000,0;-3.000,0;37,5%;-4.500,0;-5.000
Ældreområdet i alt;101.204;80.000,0;84.000,0;62.750,0;;92.500,0;21.250
Diverse;0;x;0;0;;0;0
Diverse;0;1;1;1;;1;0
"""
ADOPTED = """[scenario]
name = "A"
base_year = 2026
horizon = 4
unit = 1_000

[[investment]]
id = "care"
name = "Rehabilitation"
benefit_factor = { uniform = [0.0, 1.0] }
booked = { 2026 = 10_000 }

[[investment.effect]]
amount = 12_000
from = 2026
"""
FOLLOWUP = """[scenario]
extends = "adopted.toml"

[followup]
as_of = 2026-08-31

[[investment]]
id = "care"

[[investment.fact]]
on = 2026-08-31
file = "tables/bo2.csv"
line = "Rehabilitering, besparelse"
year = 2026
to_date = true
"""
ELAPSED = 243 / 365


def written(folder: Path, followup: str = FOLLOWUP, table: str = TABLE) -> Path:
    """Write an adopted scenario, its follow-up and the table that this names."""
    (folder / "adopted.toml").write_text(ADOPTED, encoding="utf-8")
    (folder / "tables").mkdir(exist_ok=True)
    (folder / "tables" / "bo2.csv").write_bytes(table.replace("\n", "\r\n").encode("cp1252"))
    path = folder / "followup.toml"
    path.write_text(followup, encoding="utf-8")
    return path


def doubts(scenario: Scenario) -> set[str]:
    return {doubt.code for doubt in scenario.doubts} - {"no-budget"}


def codes(path: Path) -> list[str]:
    with pytest.raises(InputError) as error:
        load_scenario(path)
    return [problem.code for problem in error.value.problems]


def test_a_line_of_the_cases_own_tells_its_saving(tmp_path: Path) -> None:
    scenario = load_scenario(written(tmp_path))
    (care,) = scenario.investments
    (fact,) = care.facts
    assert (fact.kind, fact.saving, fact.to_date) == ("saving", 3_000_000, True)
    assert fact.source == "tables/bo2.csv, Rehabilitering, besparelse"
    assert care.owner_estimate == {2026: 4_500_000}
    assert not doubts(scenario)


def test_a_corrected_budget_holds_for_its_year_alone(tmp_path: Path) -> None:
    (care,) = load_scenario(written(tmp_path)).investments
    assert care.rebooked == {2026: 8e6, 2027: 10e6, 2028: 10e6, 2029: 10e6}


def test_a_line_that_holds_more_than_the_case_deviates_by_it_alone(tmp_path: Path) -> None:
    wider = FOLLOWUP.replace("Rehabilitering, besparelse", "hjemmehjælp")
    scenario = load_scenario(written(tmp_path, wider))
    (fact,) = scenario.investments[0].facts
    assert fact.saving == pytest.approx(ELAPSED * (10e6 + 90e6) - 65.75e6)
    assert doubts(scenario) == {"line-holds-more"}


def test_what_the_scenario_says_itself_wins(tmp_path: Path) -> None:
    own = 'id = "care"\nrebooked = { 2026 = 7_000 }\nowner_estimate = { 2026 = 5_000 }'
    (care,) = load_scenario(written(tmp_path, FOLLOWUP.replace('id = "care"', own))).investments
    assert care.rebooked == {2026: 7e6}
    assert care.owner_estimate == {2026: 5e6}


def test_an_expectation_is_shown_and_tells_nothing(tmp_path: Path) -> None:
    table = """Resultat (mio. kr.);Oprindeligt budget 2026;Korrigeret budget 2026 pr. 31. oktober;\
Forventet regnskab 2026 pr. 31. oktober;Forventet afvigelse til korrigeret budget;Afvigelse i %
Rehabilitering, besparelse;-10,0;-8,0;-4,5;3,5;43,8%
"""
    scenario = load_scenario(written(tmp_path, FOLLOWUP, table))
    (care,) = scenario.investments
    assert care.facts[0].amount is None
    assert care.owner_estimate == {2026: 4_500_000}
    assert "no-spending" in doubts(scenario)


def test_a_table_without_a_unit_and_with_two_columns_of_a_kind_is_doubted(tmp_path: Path) -> None:
    table = TABLE.replace("(1.000 kr.)", "").replace("Rest af", "Forventet")
    table = table.replace("korrigeret budget", "regnskab 2026")
    scenario = load_scenario(written(tmp_path, FOLLOWUP, table))
    assert {"followup-unit", "followup-columns"} <= doubts(scenario)
    assert scenario.investments[0].facts[0].saving == pytest.approx(
        ELAPSED * (10e6 - 10_000) + 3_000
    )


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("bo2.csv", "bo3.csv", "file-missing"),
        ("Rehabilitering, besparelse", "Rehabiliterng, besparelse", "followup-table"),
        ("Rehabilitering, besparelse", "Diverse", "followup-table"),
        ("year = 2026\n", "", "fact-form"),
        ("year = 2026", "year = 2027", "fact-year"),
        ('line = "Rehabilitering, besparelse"\n', "", "fact-form"),
        ("to_date = true", "", "fact-year"),
        ("to_date = true", "to_date = true\nsaving = 3", "fact-form"),
    ],
)
def test_what_cannot_be_taken_from_a_table_is_told(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    assert codes(written(tmp_path, FOLLOWUP.replace(old, new))) == [code]


@pytest.mark.parametrize(
    "table", ["A;2026\nB;7\n", TABLE.replace("-3.000,0", "tre mio."), TABLE.replace("2026", "2024")]
)
def test_a_file_that_is_no_such_table_is_told(tmp_path: Path, table: str) -> None:
    assert codes(written(tmp_path, FOLLOWUP, table)) == ["followup-table"]


def test_a_report_keeps_the_table_and_runs_again_from_its_inputs(tmp_path: Path) -> None:
    done = call("run", written(tmp_path), *QUICK, "--no-charts", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    inputs = tmp_path / "out" / "inputs"
    assert (inputs / "tables" / "bo2.csv").read_bytes().startswith(b"Budgetopf")
    assert call("check", inputs / "followup.toml").returncode == 0
