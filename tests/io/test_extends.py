"""A scenario that says only what differs from another."""

from pathlib import Path

import pytest

from innobudget.domain.scenario import Scenario
from innobudget.errors import InputError, Problem
from innobudget.io.scenarios import load_scenario

TOWN = """
[scenario]
name = "Town"
base_year = 2026
horizon = 6
unit = 1_000
sources = ["Memo"]

[booking]
share = 0.8

[correlation]
benefit = { within_track = 0.3, across_tracks = 0.1 }

[[driver]]
id = "economy"
loads = { benefit = 0.4, delay = 0.2 }

[[investment]]
id = "care"
name = "Care"
outlay = { 2026 = 5, 2027 = 5 }
delay = { uniform = [0, 2] }
booked = { 2027 = 10 }

[[investment.effect]]
amount = 10
from = 2027

[[investment]]
id = "led"

[[investment.stage]]
outlay = { 2026 = 1 }
success = 0.5

[[investment.stage]]
outlay = { 2027 = 2 }

[[investment.effect]]
amount = 3
from = 2027
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "town.toml").write_text(TOWN, encoding="utf-8")
    return tmp_path


def variant(folder: Path, text: str, name: str = "variant.toml") -> Scenario:
    path = folder / name
    path.write_text(f'[scenario]\nextends = "town.toml"\n{text}', encoding="utf-8")
    return load_scenario(path)


def problems(folder: Path, text: str) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        variant(folder, text)
    return caught.value.problems


def test_a_variant_that_says_nothing_is_its_parent(folder: Path) -> None:
    parent, child = load_scenario(folder / "town.toml"), variant(folder, "")
    assert child.investments == parent.investments
    assert child.assumptions == parent.assumptions
    assert [file.name for file in child.files] == ["variant.toml", "town.toml"]


def test_tables_are_merged_key_by_key(folder: Path) -> None:
    child = variant(
        folder,
        'name = "Variant"\nsources = ["Other"]\n'
        "[correlation]\nbenefit = { within_track = 0.5 }\ncost = { within_track = 0.2 }\n"
        '[[driver]]\nid = "economy"\nloads = { delay = 0.3 }\n',
    )
    assert child.assumptions.name == "Variant"
    assert child.assumptions.horizon == 6
    assert child.assumptions.sources == ("Other",)
    assert child.booking.share == 0.8
    assert child.correlation["benefit"].within_track == 0.5
    assert child.correlation["benefit"].across_tracks == 0.1
    assert child.correlation["cost"].within_track == 0.2
    assert child.drivers[0].loads == {"benefit": 0.4, "delay": 0.3}


def test_investments_are_merged_by_id_and_new_ones_come_last(folder: Path) -> None:
    child = variant(
        folder,
        '[[investment]]\nid = "bus"\noutlay = { 2026 = 1 }\n'
        '[[investment]]\nid = "care"\nenabled = false\n',
    )
    assert [investment.id for investment in child.investments] == ["care", "led", "bus"]
    assert [investment.id for investment in child.enabled] == ["led", "bus"]
    assert child.investments[0].name == "Care"


def test_distributions_year_tables_and_lists_are_replaced_whole(folder: Path) -> None:
    child = variant(
        folder,
        '[[investment]]\nid = "care"\noutlay = { 2027 = 7 }\nbooked = { 2028 = 9 }\n'
        "delay = { triangular = [0, 1, 2] }\n[[investment.effect]]\namount = 5\nfrom = 2028\n"
        '[[investment]]\nid = "led"\n[[investment.stage]]\nsuccess = 0.9\n',
    )
    care, led = child.investments
    assert care.stages[0].outlay == {2027: 7_000.0}
    assert care.booked == {2028: 9_000.0}
    assert [effect.start for effect in care.effects] == [2028]
    assert [stage.success for stage in led.stages] == [0.9]


def test_stages_replace_what_stood_for_a_single_one(folder: Path) -> None:
    child = variant(
        folder, '[[investment]]\nid = "care"\n[[investment.stage]]\noutlay = { 2026 = 1 }\n'
    )
    assert [stage.outlay for stage in child.investments[0].stages] == [{2026: 1_000.0}]


def test_keys_of_a_single_stage_beside_inherited_stages_are_refused(folder: Path) -> None:
    (problem,) = problems(folder, '[[investment]]\nid = "led"\nsuccess = 0.9\n')
    assert problem.code == "stage-twice"
    assert problem.place == 'variant.toml, line 5, column 1, [[investment]] "led", key success'


def test_amounts_are_in_the_unit_of_the_file_that_they_stand_in(folder: Path) -> None:
    child = variant(
        folder, 'unit = 1_000_000\n[[investment]]\nid = "care"\noutlay = { 2026 = 1 }\n'
    )
    care, led = child.investments
    assert care.stages[0].outlay == {2026: 1_000_000.0}
    assert care.effects[0].amount == 10_000.0
    assert care.booked == {2027: 10_000.0}
    assert led.stages[1].outlay == {2027: 2_000.0}


def test_a_unit_that_is_not_said_is_inherited(folder: Path) -> None:
    child = variant(folder, '[[investment]]\nid = "care"\noutlay = { 2026 = 1 }\n')
    assert child.investments[0].stages[0].outlay == {2026: 1_000.0}


def test_a_fault_is_placed_in_the_file_that_it_stands_in(folder: Path) -> None:
    text = TOWN.replace("success = 0.5", "success = 50")
    (folder / "town.toml").write_text(text, encoding="utf-8")
    first, second = problems(folder, '[[investment]]\nid = "care"\ndelay = { uniform = [2, 0] }\n')
    assert first.place == 'variant.toml, line 5, column 1, [[investment]] "care", key delay'
    assert second.place == (
        'town.toml, line 35, column 1, [[investment]] "led", [[investment.stage]] 1, key success'
    )


def test_paths_stay_relative_to_the_file_that_they_stand_in(folder: Path) -> None:
    (folder / "budget.csv").write_text(
        "line,name,area,kind,2026,2027\n1,Care,Elderly,operating,5,5\n", encoding="utf-8"
    )
    text = f'{TOWN}\n[budget]\nfile = "budget.csv"\n'
    (folder / "town.toml").write_text(text, encoding="utf-8")
    deeper = folder / "deeper"
    deeper.mkdir()
    path = deeper / "variant.toml"
    path.write_text(
        '[scenario]\nextends = "../town.toml"\n[budget]\ngrowth = 0.01\n', encoding="utf-8"
    )
    budget = load_scenario(path).budget
    assert budget is not None
    assert budget.growth == 0.01


def test_an_id_that_a_child_uses_twice_is_found(folder: Path) -> None:
    entry = '[[investment]]\nid = "care"\nenabled = true\n'
    (problem,) = problems(folder, entry * 2)
    assert problem.code == "duplicate-id"
    assert problem.place.startswith("variant.toml, line 7")


@pytest.mark.parametrize(
    "entry",
    [
        '[[investment]]\nid = "caer"\nenabled = false\n',
        '[[investment]]\nid = "caer"\nbooked = { 2027 = 5 }\n',
        '[[investment]]\nid = "caer"\ndelay = 1\n',
    ],
)
def test_an_id_that_nothing_below_knows_is_told_with_the_nearest(folder: Path, entry: str) -> None:
    (problem,) = problems(folder, entry)
    assert problem.code == "extends-unknown-id"
    assert problem.place.startswith("variant.toml, line 4")
    assert problem.path == ("investment", 2, "id")
    assert problem.remedy == 'write "care"'


def test_a_driver_that_nothing_below_knows_and_that_moves_nothing_is_told(folder: Path) -> None:
    (problem,) = problems(folder, '[[driver]]\nid = "economi"\napplies_to = ["care"]\n')
    assert (problem.code, problem.remedy) == ("extends-unknown-id", 'write "economy"')


def test_a_new_case_of_a_variant_has_an_outlay_or_an_effect(folder: Path) -> None:
    new = '[[investment]]\nid = "new"\noutlay = { 2026 = 5 }\n'
    scenario = variant(folder, new)
    assert scenario.investments[-1].id == "new"


def test_extends_in_the_wrong_place_is_moved_and_brings_no_other_faults(tmp_path: Path) -> None:
    path = tmp_path / "variant.toml"
    path.write_text('extends = "town.toml"\n[scenario]\nname = "V"\n', encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_scenario(path)
    assert next((p.code, p.remedy) for p in caught.value.problems) == (
        "unknown-key",
        "move it to [scenario]",
    )
    assert "missing-key" not in [problem.code for problem in caught.value.problems]


def test_extending_in_a_circle_is_refused(folder: Path) -> None:
    variant(folder, "", "b.toml")
    text = TOWN.replace('name = "Town"', 'name = "Town"\nextends = "b.toml"')
    (folder / "town.toml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_scenario(folder / "b.toml")
    (problem,) = caught.value.problems
    assert problem.code == "extends-cycle"
    assert problem.found.startswith("b.toml → town.toml → b.toml")
    assert problem.place == "town.toml, line 4, column 1, [scenario], key extends"


def test_a_parent_that_is_not_there_is_named_with_the_nearest(folder: Path) -> None:
    path = folder / "child.toml"
    path.write_text('[scenario]\nextends = "twon.toml"\n', encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_scenario(path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.remedy) == ("file-missing", "write town.toml")
    assert problem.place == "child.toml, line 2, column 1, [scenario], key extends"


def test_a_child_replaces_what_is_no_list_in_its_parent(folder: Path) -> None:
    (folder / "town.toml").write_text(f"driver = 5\n{TOWN.replace('[[driver]]', '[d]')}", "utf-8")
    found = problems(folder, '[[driver]]\nid = "economy"\n')
    assert [problem.place for problem in found] == ["town.toml, line 16, column 1, [d]"]


def test_what_is_no_list_in_a_child_is_told_in_the_child(folder: Path) -> None:
    path = folder / "child.toml"
    path.write_text('driver = 5\n[scenario]\nextends = "town.toml"\n', encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_scenario(path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place) == ("wrong-type", "child.toml, line 1, column 1, [driver]")
