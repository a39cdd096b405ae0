"""A stress and a break-even from the command line."""

import json
from pathlib import Path

import pytest

from innobudget.errors import InputError
from innobudget.workflow.break_even import Sought, break_even_of
from innobudget.workflow.new import new_folder
from innobudget.workflow.options import RunOptions
from innobudget.workflow.run import Done, run_scenario
from innobudget.workflow.verify import verify_folder


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stressed")
    new_folder(folder / "town")
    return folder / "town" / "scenario.toml"


def run(town: Path, out: Path, *stress: str) -> Done:
    options = RunOptions(trials=256, charts=False, workbook=False, out=out, stress=stress)
    return run_scenario(town, options, lambda _: None)


def test_a_stressed_run_says_so_and_can_be_verified(town: Path, tmp_path: Path) -> None:
    usual, done = run(town, tmp_path / "a"), run(town, tmp_path / "b", "delay=1", "outlay=1.2")
    one, other = json.loads(usual.json), json.loads(done.json)
    assert one["plan"] == other["plan"]
    assert one["npv"]["mean"] > other["npv"]["mean"]
    doubts = {doubt["code"]: doubt["found"] for doubt in other["doubts"]}
    assert doubts["stressed"] == (
        "every delay is 1 year longer; every outlay is 1.2 times what is assumed"
    )
    assert "stressed" not in {doubt["code"] for doubt in one["doubts"]}
    again = verify_folder(tmp_path / "b", threads=1, language="en", progress=lambda _: None)
    assert again.holds


def test_a_stress_over_a_stressed_scenario_is_doubted_once_beside_the_other_doubts(
    town: Path, tmp_path: Path
) -> None:
    text = town.read_text(encoding="utf-8") + "\n[stress]\ndelay = 1\n"
    stressed = town.with_name("stressed.toml")
    stressed.write_text(text, encoding="utf-8")
    before, after = (
        [doubt["code"] for doubt in json.loads(done.json)["doubts"]]
        for done in (run(stressed, tmp_path / "a"), run(stressed, tmp_path / "b", "outlay=1.2"))
    )

    assert before.count("stressed") == 1
    assert sorted(before) == sorted(after)


@pytest.mark.parametrize(
    ("written", "code"),
    [("dealy=1", "stress-form"), ("delay", "stress-form"), ("delay=-1", "out-of-range")],
)
def test_a_stress_that_is_none_is_refused(
    town: Path, tmp_path: Path, written: str, code: str
) -> None:
    with pytest.raises(InputError) as error:
        run(town, tmp_path / "out", written)
    (problem,) = error.value.problems
    assert problem.code == code
    assert problem.place == "command line, option --stress"


def sought(town: Path, key: str, language: str = "en", **asked: object) -> str:
    given = RunOptions(trials=256, threads=1, language=language)
    return break_even_of(town, Sought(key=key, **asked), given, lambda _: None)  # type: ignore[arg-type]  # of Sought


def test_a_break_even_is_told_in_both_languages(town: Path) -> None:
    told = sought(town, "booking.share", target="booked met")
    assert told.startswith("booking.share from 0 to 1.5: where what is booked in ")
    assert "It does up to 0." in told
    assert "Det gør det op til 0," in sought(town, "booking.share", "da", target="booked met")
    assert "No value between 1.4 and 1.5 does." in sought(town, "booking.share", between=(1.4, 1.5))


def test_a_booking_share_that_is_sought_says_when_it_stands_for_own_bookings(town: Path) -> None:
    told = "One share of all planned savings is booked, whatever the investments have booked now."
    assert told not in sought(town, "booking.share")
    apart = town.with_name("booked.toml")
    lines = "[[investment]]\nbooked = { 2028 = 5 }"
    apart.write_text(
        town.read_text(encoding="utf-8").replace("[[investment]]", lines, 1), encoding="utf-8"
    )
    assert told in sought(apart, "booking.share")
    assert told not in sought(apart, "stress.benefit")


def test_what_cannot_be_sought_is_refused(town: Path) -> None:
    with pytest.raises(InputError) as error:
        sought(town, "booking.shares", target="budget hold")
    codes = [problem.code for problem in error.value.problems]
    assert codes == ["break-even-key", "unknown-word"]
    assert "booking.share" in error.value.problems[0].remedy
    assert error.value.problems[0].place == "command line, argument KEY"
    with pytest.raises(InputError) as error:
        sought(town, "booking.share", between=(1.0, 3.0))
    assert [problem.code for problem in error.value.problems] == ["break-even-range"]


def test_of_many_numbers_that_may_be_sought_eight_are_named_and_the_others_counted() -> None:
    odense = Path(__file__).resolve().parents[2] / "scenarios" / "odense.toml"
    with pytest.raises(InputError) as error:
        sought(odense, "nothing")
    named, _, count = str(error.value.problems[0].expected).rpartition(" and ")
    assert len(named.removeprefix("one of: ").split(", ")) == 8
    assert count.endswith(" more")
