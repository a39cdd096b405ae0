"""The year turns: the next budget's scenario from this one and what has happened since."""

from pathlib import Path

import pytest

from innobudget.domain.scenario import Scenario
from innobudget.engine.comparison import compare
from innobudget.engine.simulation import simulate
from innobudget.errors import InputError
from innobudget.io.scenarios import load_scenario
from innobudget.workflow.roll import roll_scenario

BUDGET = """Konto;Tekst;Udvalg;Art;Budget {0};BO {1};BO {2};BO {3}
5.30.26;Hjemmehjælp;Ældreudvalget;drift;100000;100000;100000;100000
5.30.27;Plejehjem;Ældreudvalget;drift;200000;200000;200000;200000
6.45.51;Administration;Økonomiudvalget;drift;50000;50000;50000;50000
"""
ADOPTED = """[scenario]
name = "A town"
base_year = 2026
horizon = 6
unit = 1_000

[budget]
file = "b2026.csv"
unit = 1_000
columns = { line = "Konto", name = "Tekst", area = "Udvalg", kind = "Art" }

[simulation]
sampling = "random"

[[driver]]
id = "staff"
loads = { benefit = 0.5, success = 0.4 }

[[investment]]
id = "care"
name = "Care"
booked = { 2026 = 4_000, 2028 = 9_000 }
benefit_factor = { uniform = [0.2, 1.0] }
cost_factor = { uniform = [0.8, 1.6] }
delay = { choice = [[0, 0.5], [1, 0.3], [2, 0.2]] }

[[investment.stage]]
name = "Pilot"
outlay = { 2026 = 1_000 }
outlay_line = "6.45.51"
success = 0.7

[[investment.stage]]
name = "All"
outlay = { 2027 = 2_000, 2028 = 500 }
outlay_line = "6.45.51"
success = 0.9

[[investment.effect]]
line = "5.30.26"
amount = 10_000
from = 2026

[[investment]]
id = "homes"
name = "Homes"
benefit_factor = { uniform = [0.2, 1.0] }
success = 0.6
outlay = { 2026 = 300, 2027 = 300 }
outlay_line = "6.45.51"

[[investment.effect]]
line = "5.30.27"
amount = 5_000
from = 2027
"""
FOLLOWUP = """[scenario]
extends = "adopted.toml"

[followup]
as_of = 2026-12-31
rebudget_after = 2

[[investment]]
id = "care"
rebooked = { 2027 = 6_000 }
owner_estimate = { 2026 = 3_000, 2027 = 5_000 }
fact = [
  { on = 2026-06-30, stage = "Pilot", passed = true, source = "Board" },
  { on = 2026-09-30, stage = 2, passed = true },
  { on = 2026-09-30, begun = 2026 },
  { on = 2026-12-31, year = 2026, saving = 5_500, tolerance = 0.2, source = "Accounts" },
  { on = 2026-12-31, year = 2026, outlay = 1_200 },
]

[[investment]]
id = "homes"
fact = [{ on = 2026-12-31, stage = 1, passed = false }]
"""


def written(folder: Path, followup: str = FOLLOWUP, adopted: str = ADOPTED) -> Path:
    """Write two budgets, an adopted scenario and its follow-up into a folder."""
    for year in (2026, 2027):
        text = BUDGET.format(*range(year, year + 4))
        (folder / f"b{year}.csv").write_text(text, encoding="utf-8")
    (folder / "adopted.toml").write_text(adopted, encoding="utf-8")
    path = folder / "followup.toml"
    path.write_text(followup, encoding="utf-8")
    return path


def rolled(folder: Path, source: Path | None = None, year: int = 2027) -> Scenario:
    """Roll a follow-up into a folder of its own and read what came of it."""
    out = folder / "next"
    out.mkdir()
    budget = folder / "b2027.csv"
    roll_scenario(
        source or written(folder), out / "next.toml", base_year=year, budget=budget, language="en"
    )
    return load_scenario(out / "next.toml")


def test_what_was_spent_is_sunk_and_what_is_booked_goes_on(tmp_path: Path) -> None:
    scenario = rolled(tmp_path)
    care, homes = scenario.investments
    assert scenario.assumptions.base_year == 2027
    assert scenario.assumptions.price_level == 2026
    assert scenario.adopted is None
    assert scenario.booking.already_in_budget
    assert care.booked == {2027: 6e6}
    assert care.owner_estimate == {2027: 5e6}
    assert [stage.outlay for stage in care.stages] == [{}, {2027: 2e6, 2028: 5e5}]
    assert [stage.success for stage in care.stages] == [0.7, 0.9]
    assert homes.stages[0].outlay == {2027: 3e5}


def test_facts_need_no_plan_of_past_years(tmp_path: Path) -> None:
    care, homes = rolled(tmp_path).investments
    assert {fact.kind for fact in (*care.facts, *homes.facts)} == {"stage", "quantity"}
    (benefit,) = [fact for fact in care.facts if fact.quantity == "benefit"]
    assert benefit.interval == pytest.approx((0.44, 0.66))
    assert benefit.percentile == pytest.approx((0.3 + 0.575) / 2)
    assert benefit.source == "Accounts"


def test_the_forecast_of_years_to_come_is_that_of_the_followup(tmp_path: Path) -> None:
    followup = load_scenario(written(tmp_path))
    before = simulate(followup, trials=2_000).results()
    after = simulate(rolled(tmp_path), trials=2_000).results()
    for old, new in zip(before.investments, after.investments, strict=True):
        for amount in ("saving", "outlay", "budget_gap"):
            pairs = zip(
                old.outcome.measures[amount][1:], new.outcome.measures[amount][:5], strict=True
            )
            for one, other in pairs:
                assert (one.mean, one.p10) == pytest.approx((other.mean, other.p10), rel=1e-6)
    places = [
        sorted(fact.percentile or 0.0 for fact in results.followup.facts)
        for results in (before, after)
        if results.followup is not None
    ]
    assert places[0] == pytest.approx(places[1], abs=1e-6)


def test_a_scenario_and_its_successor_are_compared_in_the_years_that_both_have(
    tmp_path: Path,
) -> None:
    followup = load_scenario(written(tmp_path))
    found = compare([followup, rolled(tmp_path)], trials=2_000)
    assert [scenario.horizon.years for scenario in found.scenarios] == [(*range(2027, 2032),)] * 2
    told = [
        [doubt.found for doubt in scenario.doubts if doubt.code == "years-left-out"]
        for scenario in found.scenarios
    ]
    assert told == [
        ["left out, as not all scenarios have them: 2026"],
        ["left out, as not all scenarios have them: 2032"],
    ]
    (difference,) = found.differences
    for paired in (*difference.saving, *difference.net_effect, difference.budget_gap_period):
        assert paired.mean == pytest.approx(0, abs=1)
    first = found.standings[0]
    assert found.turns == tuple(item.id for item in found.standings)
    assert first.booked_period == 4 * 6e6 + 4 * 5e6


def test_a_second_year_turns_like_the_first(tmp_path: Path) -> None:
    first = rolled(tmp_path)
    source = tmp_path / "next" / "next.toml"
    roll_scenario(
        source,
        tmp_path / "third.toml",
        base_year=2028,
        budget=tmp_path / "b2027.csv",
        language="en",
    )
    third = load_scenario(tmp_path / "third.toml")
    assert [item.facts for item in third.investments] == [item.facts for item in first.investments]


def test_lines_that_the_next_budget_has_not_are_told_with_the_nearest(tmp_path: Path) -> None:
    source = written(tmp_path)
    budget = tmp_path / "b2027.csv"
    budget.write_text(budget.read_text("utf-8").replace("5.30.26", "5.30.29"), encoding="utf-8")
    target = tmp_path / "next.toml"
    told = roll_scenario(source, target, base_year=2027, budget=budget, language="en")
    assert target.exists()
    assert "To mend before it runs:" in told
    assert "no-such-line" in told
    assert '"5.30.29"' in told


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"base_year": 2026}, ["roll-year"]),
        ({"base_year": 2028}, ["roll-year"]),
        ({"budget": "b2029.csv"}, ["file-missing"]),
        ({"target": "next.xlsx"}, ["target-form"]),
        ({"target": "adopted.toml"}, ["target-exists"]),
        ({"target": "b2026.csv", "base_year": 2030}, ["roll-year", "target-exists"]),
        ({"budget": "followup.toml"}, None),
    ],
)
def test_what_cannot_be_rolled_is_told_and_nothing_is_written(
    tmp_path: Path, change: dict[str, str | int], codes: list[str] | None
) -> None:
    source = written(tmp_path)
    asked = {"base_year": 2027, "budget": "b2027.csv", "target": "next.toml", **change}
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(InputError) as error:
        roll_scenario(
            source,
            tmp_path / str(asked["target"]),
            base_year=int(asked["base_year"]),
            budget=tmp_path / str(asked["budget"]),
            language="en",
        )
    assert "2027 to 2027" not in error.value.problems[0].expected
    found = [problem.code for problem in error.value.problems]
    assert found == codes or (codes is None and found)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_files_in_several_units_are_no_scenario_in_one(tmp_path: Path) -> None:
    source = written(tmp_path, FOLLOWUP.replace("[followup]", "unit = 1\n\n[followup]"))
    with pytest.raises(InputError) as error:
        rolled(tmp_path, source)
    assert [problem.code for problem in error.value.problems] == ["roll-units"]
