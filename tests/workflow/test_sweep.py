"""A sweep gives the figures of its runs, one row each, wherever they are run."""

import csv
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from innobudget.domain.planned import booked_saving
from innobudget.engine.measures.precision import precision
from innobudget.engine.registry import registry
from innobudget.engine.simulation import simulate
from innobudget.errors import InputError, OutputError
from innobudget.io.grids import Grid, read_grid
from innobudget.io.scenarios import load_scenario, load_variants
from innobudget.workflow.convert import convert_file
from innobudget.workflow.options import RunOptions
from innobudget.workflow.sweep import sweep

BASE = """
[scenario]
name = "=Town"
base_year = 2026
horizon = 4
unit = 1_000

[simulation]
trials = 600

[[investment]]
id = "care"
cost_factor = { uniform = [0.8, 1.6] }
benefit_factor = { uniform = [0.2, 1.2] }
outlay = { 2026 = 50 }
success = 0.8
  [[investment.effect]]
  amount = 40
  from = 2027

[[investment]]
id = "aids"
benefit_factor = { pert = [0.1, 0.8, 1.1] }
outlay = { 2026 = 20 }
  [[investment.effect]]
  amount = 12
  from = 2026
"""
CAREFUL = """
[scenario]
extends = "base.toml"
name = "Careful"
[booking]
share = 0.6
"""


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """Return the folder of two scenarios, one of which builds on the other."""
    (tmp_path / "base.toml").write_text(BASE, encoding="utf-8")
    (tmp_path / "careful.toml").write_text(CAREFUL, encoding="utf-8")
    return tmp_path


def grid(town: Path, *names: str, seeds: str | None = None, **values: Any) -> Grid:  # noqa: ANN401 - any TOML value
    found = read_grid([town / name for name in names], seeds=seeds, settings=[], file=None)
    return replace(found, values={key.replace("__", "."): value for key, value in values.items()})


def swept(found: Grid, out: Path, **options: Any) -> list[dict[str, str]]:  # noqa: ANN401 - of RunOptions
    sweep(found, RunOptions(out=out, **options), lambda _: None)
    with out.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def faults(found: Grid, out: Path) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as raised:
        sweep(found, RunOptions(out=out), lambda _: None)
    assert not out.exists()
    return [(problem.code, problem.remedy) for problem in raised.value.problems]


def test_every_combination_has_a_row_with_what_was_varied(town: Path) -> None:
    varied = grid(
        town, "base.toml", seeds="1-2", booking__share=[0.5, 1], investment__aids__enabled=[True]
    )
    rows = swept(varied, town / "sweep.csv")
    assert [(row["seed"], row["booking.share"]) for row in rows] == [
        ("1", "0.5"), ("2", "0.5"), ("1", "1"), ("2", "1"),
    ]  # fmt: skip
    assert {row["investment.aids.enabled"] for row in rows} == {"true"}
    assert {row["name"] for row in rows} == {"'=Town"}
    assert rows[0]["booked_period"] == str(float(rows[2]["booked_period"]) / 2)


def test_a_row_has_the_figures_of_its_run(town: Path) -> None:
    (row,) = swept(grid(town, "base.toml", seeds="7"), town / "sweep.csv")
    simulation = simulate(load_scenario(town / "base.toml"), seed=7)
    outcome, errors = simulation.portfolio(), precision(simulation.ledger)
    assert errors is not None
    for key, value in {
        "npv_p10": outcome.npv.p10,
        "npv_standard_error": outcome.npv.standard_error,
        "reserve_period": outcome.reserve_period,
        "safe_booking_period": outcome.safe_booking.amount_period,
        "probability_booked_met_period": outcome.probability_booked_met_period,
        "budget_gap_period_p90": outcome.gap_period.p90,
        "probability_booked_met_period_standard_error": errors.probability_booked_met_period,
        "reserve_period_standard_error": errors.reserve_period,
        "npv_p90_standard_error": errors.npv.p90,
        "payback_never": outcome.payback.never,
    }.items():
        assert float(row[key]) == value, key


def test_a_danish_scenarios_table_is_read_by_a_danish_spreadsheet(town: Path) -> None:
    danish = BASE.replace("horizon = 4", 'horizon = 4\nlanguage = "da"')
    (town / "danish.toml").write_text(danish, encoding="utf-8")
    (english,) = swept(grid(town, "base.toml", booking__share=[0.5]), town / "en.csv")
    sweep(
        grid(town, "danish.toml", booking__share=[0.5]),
        RunOptions(out=town / "da.csv"),
        lambda _: None,
    )
    text = (town / "da.csv").read_text(encoding="utf-8-sig")
    (row,) = csv.DictReader(text.splitlines(), delimiter=";")
    assert list(row) == list(english)
    assert row["booking.share"] == "0,5"
    for key in ("npv_p10", "reserve_period", "probability_booked_met_period"):
        assert row[key].replace(",", ".") == english[key]
        assert "." not in row[key]


def test_variants_share_their_luck(town: Path) -> None:
    """What is booked moves no saving, and an investment that is left out moves no other's."""
    varied = grid(town, "base.toml", "careful.toml", investment__care__enabled=[True, False])
    base, without, careful, _ = swept(varied, town / "sweep.csv")
    assert base["saving_period_mean"] == careful["saving_period_mean"]
    assert base["npv_p50"] == careful["npv_p50"]
    variants = load_variants(town / "base.toml", [{}, {"investment.care.enabled": False}])
    alone = simulate(variants[1], dimensions=registry(variants)).portfolio()
    assert float(without["npv_p50"]) == alone.npv.p50


@pytest.mark.parametrize("options", [{"threads": 3}, {"cluster": "local", "threads": 2}])
def test_the_table_does_not_depend_on_who_runs_it(town: Path, options: dict[str, Any]) -> None:
    varied = grid(town, "base.toml", "careful.toml", seeds="1-2", booking__share=[0.5, 1])
    one = swept(varied, town / "one.csv", threads=1)
    assert len(one) == 8
    assert swept(varied, town / "other.csv", **options) == one


def test_a_workbook_has_the_same_values_and_says_what_they_mean(town: Path) -> None:
    varied = grid(town, "base.toml", booking__share=[0.5, 1])
    rows = swept(varied, town / "sweep.csv")
    sweep(varied, RunOptions(out=town / "sweep.xlsx"), lambda _: None)
    book = load_workbook(town / "sweep.xlsx")
    header, *values = book["Sweep"].iter_rows(values_only=True)
    assert list(header) == list(rows[0])
    assert [value[header.index("npv_p50")] for value in values] == pytest.approx(
        [float(row["npv_p50"]) for row in rows]
    )
    assert values[0][header.index("name")] == "=Town"
    meanings = [row[0].value for row in book["Columns"].iter_rows(min_row=2)]
    assert meanings == list(header)


def test_a_danish_workbook_says_what_its_columns_mean_in_danish(town: Path) -> None:
    danish = BASE.replace("horizon = 4", 'horizon = 4\nlanguage = "da"')
    (town / "base.toml").write_text(danish, encoding="utf-8")
    sweep(grid(town, "base.toml"), RunOptions(out=town / "sweep.xlsx"), lambda _: None)
    sheet = load_workbook(town / "sweep.xlsx")["Kolonner"]
    told = {name.value: meaning.value for name, meaning in sheet.iter_rows()}
    assert told["kolonne"] == "betydning"
    assert told["npv_p10"] == (
        "Nettovirkninger som ét beløb i basisåret. [valuta] Hvert tiende forløb har mindre."
    )
    assert told["payback_p90"] == (
        "År hvor 90 pct. af forløbene er tjent hjem; null: ikke inden for horisonten."
    )


def test_paths_lead_to_stages_years_and_drivers(town: Path) -> None:
    (scenario,) = load_variants(
        town / "base.toml",
        [
            {
                "investment.care.effect.1.amount": 10,
                "investment.care.booked.2027": 5,
                "investment.aids.delay": {"choice": [[0, 0.5], [1, 0.5]]},
                "correlation.benefit": {"within_track": 0.2, "across_tracks": 0.1},
                "scenario.confidence": 0.9,
            }
        ],
    )
    care, aids = scenario.investments
    assert care.effects[0].amount == 10_000
    assert care.booked == {2027: 5_000}
    assert aids.delay != 0
    assert scenario.assumptions.confidence == 0.9
    assert [path.name for path in scenario.files] == ["base.toml"]


def test_all_faults_are_said_at_once(town: Path) -> None:
    found = read_grid(
        [town / "base.toml", town / "missing.toml"],
        seeds="1,x",
        settings=["booking.shre=0.5", "confidence=0.9", "investment.car.enabled=false", "half"],
        file=None,
    )
    assert faults(found, town / "sweep.pdf") == [
        ("grid-set", "write values as in a scenario: 0.5, true, word, { pert = [1, 2, 3] }"),
        ("grid-seeds", "correct it"),
        ("target-form", "choose another name"),
        ("set-path", "write scenario.confidence"),
        ("set-path", "write care"),
        ("unknown-key", "write share"),
        ("file-missing", "correct the path"),
    ]


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("scenario.extends", "set-path"),
        ("scenario.unit", "set-path"),
        ("scenario.name.first", "set-path"),
        ("investment.3.enabled", "set-path"),
        ("investment.care.effect.2.amount", "set-path"),
        ("driver.staff.loads.delay", "set-path"),
        ("nothing.at", "unknown-key"),
        ("booking.share", "wrong-type"),
    ],
)
def test_a_key_that_cannot_be_set_is_a_fault(town: Path, key: str, code: str) -> None:
    varied = replace(grid(town, "base.toml"), values={key: ["x"]})
    assert [found for found, _ in faults(varied, town / "sweep.csv")] == [code]


@pytest.mark.parametrize(
    ("key", "remedy"),
    [
        ("confidense", "write scenario.confidence"),
        ("care.delay", "write investment.care.delay"),
        ("bananas", "write the table before the key"),
        ("nothing.at", "write one of these"),
        ("booking.bananas", "write one of these"),
        ("investment.care.sucess", "write success"),
    ],
)
def test_a_key_that_nobody_knows_is_mended_and_no_note(town: Path, key: str, remedy: str) -> None:
    varied = replace(grid(town, "base.toml"), values={key: ["x"]})
    assert [told for _, told in faults(varied, town / "sweep.csv")] == [remedy]


def test_a_grid_file_says_the_same(town: Path) -> None:
    file = town / "grid.toml"
    file.write_text(
        'scenarios = ["base.toml"]\nseeds = ["1-2", 5]\n[set]\n"booking.share" = [0.5, 1]\n'
        "[set.investment.care]\nenabled = [true, false]\n",
        encoding="utf-8",
    )
    found = read_grid([], seeds=None, settings=["scenario.confidence=0.9"], file=file)
    assert found.faults == ()
    assert found.scenarios == (town / "base.toml",)
    assert found.seeds == (1, 2, 5)
    assert found.values == {
        "booking.share": [0.5, 1],
        "investment.care.enabled": [True, False],
        "scenario.confidence": [0.9],
    }
    assert len(found.variants) == 4


def test_faults_of_a_grid_are_findings(town: Path) -> None:
    file = town / "grid.toml"
    file.write_text(
        'scenario = ["base.toml"]\nscenarios = "base.toml"\nseeds = [-1]\n[set]\na.b = 1\n'
        '"simulation.seed" = [1]\n',
        encoding="utf-8",
    )
    found = read_grid([], seeds="2-1,3", settings=["simulation.seed=2"], file=file)
    assert [problem.code for problem in found.faults] == [
        "unknown-key", "wrong-type", "wrong-type", "grid-seeds",
        "grid-twice", "grid-seeds", "grid-empty", "grid-twice",
    ]  # fmt: skip
    with pytest.raises(InputError) as caught:
        read_grid([town / "base.toml"], seeds="1-99999", settings=["a.b=1,2"], file=None)
    assert [problem.code for problem in caught.value.problems] == ["grid-size"]
    file.write_text("set = 3\n", encoding="utf-8")
    wrong = read_grid([town / "base.toml"], seeds=None, settings=[], file=file)
    assert [problem.code for problem in wrong.faults] == ["wrong-type"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("simulation.sampling=sobol,random", ["sobol", "random"]),
        ("a.b={ pert = [1, 2, 3] },0.5", [{"pert": [1, 2, 3]}, 0.5]),
        ("a.b=true, false", [True, False]),
        ('a.b="x, y"', ["x, y"]),
        ("a.b=word,0.5", ["word", 0.5]),
    ],
)
def test_values_are_written_as_in_toml(text: str, values: list[Any]) -> None:
    found = read_grid([Path("x.toml")], seeds=None, settings=[text], file=None)
    assert list(found.values.values()) == [values]


def test_a_table_that_cannot_be_replaced_is_said_before_any_run(town: Path) -> None:
    (town / "taken.csv").mkdir()
    with pytest.raises(OutputError):
        sweep(grid(town, "base.toml"), RunOptions(out=town / "taken.csv"), lambda _: None)


def test_a_table_takes_the_place_of_nothing_that_it_is_made_from(town: Path) -> None:
    book = town / "base.xlsx"
    convert_file(town / "base.toml", book)
    before = book.read_bytes()
    with pytest.raises(InputError, match="target-exists"):
        sweep(grid(town, "base.xlsx"), RunOptions(out=book), lambda _: None)
    assert book.read_bytes() == before


def test_the_command_line_sweeps(town: Path) -> None:
    words = ["sweep", "base.toml", "--set", "booking.share=0.5,1", "--trials", "50"]
    command = [sys.executable, "-m", "innobudget", *words, "--out", "sub/sweep.csv"]
    done = subprocess.run(command, cwd=town, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert done.stderr.strip().endswith("sweep.csv: 2 runs, one row each")
    written = {path.name for path in (town / "sub").iterdir()}
    assert written == {"sweep.csv", "sweep.csv.manifest.json"}
    command[command.index("booking.share=0.5,1")] = "booking.share=-1"
    done = subprocess.run(command, cwd=town, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("--set booking.share, [booking], key share [out-of-range]")


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("scenario.name", ["A", "B"]),
        ("investment.care.owner", ["Somebody"]),
        ("investment.care.disruption_factor", [1, 2]),
        ("investment.aids.failure_factor", [-0.2, 0]),
        ("investment.off.delay", [0, 1]),
        ("booking.already_in_budget", [True]),
        ("correlation.success", [{"within_track": 0.1}, {"within_track": 0.2}]),
    ],
)
def test_a_key_that_changes_nothing_is_refused(town: Path, key: str, values: list[Any]) -> None:
    base = town / "base.toml"
    off = '\n[[investment]]\nid = "off"\nenabled = false\noutlay = { 2026 = 1 }\n'
    certain = BASE.replace("success = 0.8", "") if "correlation" in key else BASE
    base.write_text(certain + off, encoding="utf-8")
    varied = replace(grid(town, "base.toml"), values={key: values, "booking.share": [0.5, 1]})
    assert [code for code, _ in faults(varied, town / "sweep.csv")] == ["set-without-effect"]


def test_a_key_that_changes_one_run_of_many_is_varied(town: Path) -> None:
    off = '\n[[investment]]\nid = "off"\nenabled = false\noutlay = { 2026 = 1 }\n'
    (town / "base.toml").write_text(BASE + off, encoding="utf-8")
    values: dict[str, list[Any]] = {
        "investment.off.outlay.2026": [1, 2],
        "investment.off.enabled": [False, True],
    }
    varied = replace(grid(town, "base.toml", "careful.toml"), values=values)
    assert len(swept(varied, town / "sweep.csv")) == 8


def test_a_value_that_the_scenario_has_already_is_no_fault(town: Path) -> None:
    varied = grid(town, "base.toml", booking__share=[1])
    assert len(swept(varied, town / "sweep.csv")) == 1


def test_trials_that_the_command_line_overrules_change_nothing(town: Path) -> None:
    varied = replace(grid(town, "base.toml"), values={"simulation.trials": [50, 60]})
    assert len(swept(varied, town / "sweep.csv")) == 2
    with pytest.raises(InputError, match="set-without-effect"):
        sweep(varied, RunOptions(out=town / "other.csv", trials=100), lambda _: None)


def test_a_booking_share_replaces_bookings_of_the_cases_own(town: Path) -> None:
    own = BASE.replace("success = 0.8", "success = 0.8\nbooked = { 2027 = 7 }", 1)
    running = "\n[[investment.effect]]\namount = -2\nfrom = 2027\n"
    (town / "base.toml").write_text(own + running, encoding="utf-8")
    changes: list[dict[str, Any]] = [
        {},
        {"booking.share": 0.5},
        {"booking.share": 0.5, "investment.care.booked": {"2028": 3}},
    ]
    as_written, shared, both = load_variants(town / "base.toml", changes)
    assert [case.booked for case in as_written.investments] == [{2027: 7_000}, None]
    assert [case.booked for case in shared.investments] == [None, None]
    assert [case.booked for case in both.investments] == [{2028: 3_000}, None]
    rows = swept(grid(town, "base.toml", booking__share=[0.5, 1]), town / "sweep.csv")
    saved, running_costs = 3 * 40_000 + 4 * 12_000, 3 * 2_000
    assert [float(row["booked_period"]) for row in rows] == pytest.approx(
        [saved / 2 - running_costs, saved - running_costs]
    )


def test_in_a_follow_up_a_booking_share_is_that_of_the_open_years(town: Path) -> None:
    followup = """[scenario]
extends = "base.toml"
[followup]
as_of = 2027-08-31
[[investment]]
id = "care"
rebooked = { 2027 = 10 }
"""
    (town / "bo2.toml").write_text(followup, encoding="utf-8")
    changes: list[dict[str, Any]] = [
        {"booking.share": 0.5},
        {"booking.share": 0.5, "investment.aids.booked": {"2026": 3}},
    ]
    shared, both = load_variants(town / "bo2.toml", changes)
    care, aids = ([*booked_saving(shared, case).values()] for case in shared.investments)
    assert care == pytest.approx([0, 10_000, 20_000, 20_000])
    assert aids == pytest.approx([12_000, 12_000, 6_000, 6_000])
    assert [*booked_saving(both, both.investments[1]).values()] == pytest.approx([3_000] * 4)


def test_a_share_above_one_and_a_half_is_refused(town: Path) -> None:
    varied = grid(town, "base.toml", booking__share=[1.5, 1.51, 80])
    assert faults(varied, town / "sweep.csv") == [
        ("out-of-range", "write 0.0151 for 1.51 %"),
        ("out-of-range", "write 0.8 for 80 %"),
    ]
