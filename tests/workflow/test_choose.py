"""Choosing from a file: the answer, a scenario that runs to the same, and every refusal."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from choice_schema import choice_schema

from innobudget.errors import InputError
from innobudget.io.scenarios import load_scenario
from innobudget.report.check import check_text
from innobudget.workflow.choose import Asked, choose_cases
from innobudget.workflow.convert import convert_file
from innobudget.workflow.options import RunOptions
from innobudget.workflow.run import Done, run_scenario
from innobudget.workflow.verify import verify_folder

TOWN = """
[scenario]
name = "Town"
base_year = 2026
horizon = 5
unit = 1_000

[simulation]
trials = 1_024
seed = 3

[choice]
objective = "safe-saving"
{choice}

[[choice.pool]]
name = "Innovation"
kind = "operating"
total = 100

[[investment]]
id = "care"
name = "Care"
area = "Elderly"
benefit_factor = {{ uniform = [0.2, 1.2] }}
outlay = {{ 2026 = 50 }}
booked = {{ 2027 = 30 }}
  [[investment.effect]]
  amount = 40
  from = 2027
  [[investment.effect]]
  amount = -2
  from = 2027

[[investment]]
id = "desk"
name = "Desk"
benefit_factor = {{ uniform = [0.4, 1.4] }}
outlay = {{ 2026 = 40 }}
  [[investment.effect]]
  amount = 30
  from = 2027

[[investment]]
id = "park"
name = "Park"
enabled = {park}
outlay = {{ 2026 = 30 }}
booked = {{ 2026 = 0 }}
success = 0.7
  [[investment.effect]]
  amount = 12
  from = 2027
"""


def town(folder: Path, choice: str = "", park: str = "true") -> Path:
    path = folder / "town.toml"
    path.write_text(TOWN.format(choice=choice, park=park), encoding="utf-8")
    return path


def choose(path: Path, *, against: Path | None = None, **options: Any) -> Done:  # noqa: ANN401 - of the run
    given = RunOptions(**{"out": path.parent / "out", "threads": 1, **options})
    asked = Asked(choosing_trials=512, against=against)
    return choose_cases(path, given, asked, lambda _: None)


def ran(path: Path) -> dict[str, Any]:
    given = RunOptions(out=path.parent / "ran", charts=False, workbook=False, threads=1)
    found: dict[str, Any] = json.loads(run_scenario(path, given, lambda _: None).json)
    return found


def refused(folder: Path, choice: str, **changes: str) -> list[str]:
    with pytest.raises(InputError) as error:
        choose(town(folder, choice, **changes))
    assert not (folder / "out").exists()
    assert all(problem.place and problem.remedy for problem in error.value.problems)
    return [problem.code for problem in error.value.problems]


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Done:
    """Return a choice whose report stays as it is."""
    return choose(town(tmp_path_factory.mktemp("choice")))


def test_the_report_is_complete_and_as_its_schema_says(done: Done) -> None:
    names = {name.partition("/")[0] for name in done.files}
    assert {"choose.json", "chosen.toml", "inputs", "manifest.json"} <= names
    document = json.loads(done.json)
    jsonschema.validate(document, choice_schema())
    assert document["choice"]["chosen"] == ["care", "desk"]
    assert document["choice"]["proved"]
    assert {case["class"] for case in document["cases"]} <= {"core", "depends", "out", "always"}


@pytest.mark.parametrize("sampling", ["sobol", "random"])
def test_a_run_of_chosen_toml_gives_the_figures_to_the_bit(tmp_path: Path, sampling: str) -> None:
    path = town(tmp_path)
    done = choose(path, sampling=sampling, trials=2_048, seed=9)
    found = json.loads(done.json)["choice"]
    results = ran(done.folder / "chosen.toml")
    assert results["saving_period"]["safe"] == found["on_fresh_trials"]
    holds = results["probability_budget_holds_period"]
    assert holds == found["probability_budget_holds_period"]
    assert (results["trials"], results["seed"]) == (2_048, 9)


def test_what_is_safe_is_booked_running_costs_included(tmp_path: Path) -> None:
    done = choose(town(tmp_path, 'booking = "safe"'))
    found = json.loads(done.json)
    results = ran(done.folder / "chosen.toml")
    by_id = {case["id"]: case["booking"] for case in found["cases"]}
    for case in results["investments"]:
        assert case["plan"]["booked"] == pytest.approx(by_id[case["id"]], abs=1e-6)
    safe = found["safe_booking"]["by_year"]
    assert results["plan"]["booked"] == pytest.approx(safe, abs=1e-6)
    assert results["probability_gap"] == pytest.approx([0.0, *[0.2] * 4], abs=0.002)


def test_a_report_of_a_choice_can_be_verified(done: Done) -> None:
    found = verify_folder(done.folder, threads=1, language="en", progress=lambda _: None)
    assert found.holds
    assert "the inputs give the same choose.json, byte for byte" in found.text


def test_an_earlier_report_is_replaced_only_by_one_of_the_same(tmp_path: Path) -> None:
    done = choose(town(tmp_path))
    again = choose(done.folder.parent / "town.toml", keep=True)
    assert (again.folder / "earlier").is_dir()


def test_what_is_told_opens_with_what_belongs_in_it_whatever_happens(done: Done) -> None:
    told = done.summary
    assert "also if" in told.split("\n\n")[1]
    assert "All 7 allowed portfolios were compared." in told
    assert "they do not catch" in told
    assert "Pool Innovation: DKK 90,000 of DKK 100,000 used." in told


def test_it_is_told_in_danish(tmp_path: Path) -> None:
    told = choose(town(tmp_path), language="da").summary
    assert "Alle 7 tilladte porteføljer er sammenlignet." in told
    assert "fanger de ikke" in told


def test_another_portfolio_is_held_against_the_choice(tmp_path: Path) -> None:
    path = town(tmp_path)
    other = tmp_path / "other.toml"
    other.write_text(
        '[scenario]\nextends = "town.toml"\nname = "Others"\n\n'
        '[[investment]]\nid = "care"\nenabled = false\n',
        encoding="utf-8",
    )
    done = choose(path, against=other)
    found = json.loads(done.json)["against"]
    assert found["chosen"] == ["desk", "park"]
    assert found["difference"] > 0
    assert "Others (Desk, Park)" in done.summary
    verified = verify_folder(done.folder, threads=1, language="en", progress=lambda _: None)
    assert verified.holds


def test_cases_that_only_the_other_scenario_has_are_refused(tmp_path: Path) -> None:
    path, other = town(tmp_path, park="false"), tmp_path / "other.toml"
    other.write_text(
        '[scenario]\nextends = "town.toml"\n\n[[investment]]\nid = "park"\nenabled = true\n',
        encoding="utf-8",
    )
    with pytest.raises(InputError) as error:
        choose(path, against=other)
    assert [problem.code for problem in error.value.problems] == ["against-unknown"]


def test_what_cannot_be_chosen_from_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, 'cases = ["park"]', park="false") == [
        "case-disabled",
        "cases-to-choose",
    ]
    assert refused(tmp_path, 'always = ["park"]', park="false") == ["case-disabled"]
    assert refused(tmp_path, 'always = ["care", "desk", "park"]') == ["cases-to-choose"]
    assert refused(tmp_path, "find = { 2028 = 500 }") == ["no-portfolio"]
    assert refused(tmp_path, "always = ['care']\nhole_at_most = 0") == ["no-portfolio"]


def test_a_scenario_without_a_choice_and_too_few_trials_are_refused(tmp_path: Path) -> None:
    path = town(tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.index("[choice]")] + text[text.index("[[investment]]") :])
    with pytest.raises(InputError) as error:
        choose(path)
    assert [problem.code for problem in error.value.problems] == ["no-choice"]
    with pytest.raises(InputError) as error:
        choose(town(tmp_path), trials=400)
    assert [problem.code for problem in error.value.problems] == ["few-in-tail"]


def test_check_lists_pools_and_payback_by_the_plan(tmp_path: Path) -> None:
    told = check_text(load_scenario(town(tmp_path, "payback_at_most = 3")))
    assert "Innovation, of 100" in told
    rows = {line.split()[0]: line.split() for line in told.splitlines() if line.startswith("  ")}
    assert rows["Care"][-2:] == ["50", "2"]
    narrow = TOWN.replace("total = 100", "total = 45").format(choice="", park="true")
    path = tmp_path / "narrow.toml"
    path.write_text(narrow, encoding="utf-8")
    assert "Care alone breaks: the pool Innovation" in check_text(load_scenario(path))


def test_a_choice_keeps_its_content_in_the_workbook_form(tmp_path: Path) -> None:
    lists = (
        'requires = { care = ["desk"] }\nexcludes = [["care", "park"]]\n'
        "find = { 2027 = 1, 2028 = 2.5 }\nalways = []\n"
        "[[choice.group]]\napplies_to = ['Elderly']\nat_least = 1\n"
        "[[choice.pool]]\nkind = 'capital'\namount = { 2026 = 5, 2027 = 6 }"
    )
    path = town(tmp_path, lists)
    convert_file(path, tmp_path / "town.xlsx", "en")
    convert_file(tmp_path / "town.xlsx", tmp_path / "back.toml", "en")
    own, back = load_scenario(path).choice, load_scenario(tmp_path / "back.toml").choice
    assert own == back
    assert own is not None
    assert own.pools[0].amount == {2026: 5_000, 2027: 6_000}
