"""`--public`: what may go online stands apart, or nothing is written."""

import json
from pathlib import Path

import numpy as np
import openpyxl
import pytest

from conftest import a_scenario, an_effect, an_investment
from html_pages import MADE
from innobudget.domain.uncertainty import Uniform
from innobudget.engine.simulation import simulate
from innobudget.engine.trials import sample_trials
from innobudget.engine.what_if import what_if
from innobudget.errors import InputError
from innobudget.io.scenarios import load_scenario
from innobudget.report.sips import sips_document
from innobudget.workflow.options import RunOptions
from innobudget.workflow.run import run_scenario
from innobudget.workflow.verify import verify_folder

SCENARIO = """
[scenario]
name = "A town"
base_year = 2026
horizon = 4
sources = ["A memo of Jens Hansen"]

[simulation]
trials = 500

[publish]
contact = "budget@town.example"
left_out = ["owner", "source"]
accepted = ["no-budget"]

[[investment]]
id = "care"
owner = "Jens Hansen"
assumption = "estimate"
benefit_factor = { uniform = [0.5, 1.2] }
outlay = { 2026 = 50_000 }

[[investment.effect]]
amount = 100_000
from = 2027
"""


@pytest.fixture
def scenario(tmp_path: Path) -> Path:
    path = tmp_path / "town.toml"
    path.write_text(SCENARIO, encoding="utf-8")
    return path


def run(path: Path, folder: Path, **options: bool) -> Path:
    words = ("run", str(path))
    chosen = RunOptions(out=folder, workbook_trials=100, public=True, command=words, **options)  # type: ignore[arg-type]
    run_scenario(path, chosen, lambda _: None)
    return folder


def test_what_may_go_online_stands_apart_without_what_is_left_out(
    scenario: Path, tmp_path: Path
) -> None:
    folder = run(scenario, tmp_path / "report")
    public = {path.name for path in (folder / "public").iterdir()}
    assert public == {"report.html", "town.xlsx", "results.json", "trials.sip.json"}
    listed = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert {f"public/{name}" for name in public} <= listed.keys()
    book = openpyxl.load_workbook(folder / "public" / "town.xlsx")
    shown = [str(cell.value) for sheet in book for row in sheet for cell in row if cell.value]
    texts = [*shown, (folder / "public" / "report.html").read_text(encoding="utf-8")]
    assert not any("Hansen" in text or str(scenario.parent) in text for text in texts)
    verified = verify_folder(folder, threads=1, language="en", progress=lambda _: None)
    assert verified.holds, verified.text
    pages = {(folder / name).read_bytes() for name in ("report.html", "public/report.html")}
    assert len(pages) == 1
    run(scenario, folder)  # and again, into the same folder


def test_everything_that_is_missing_is_told_at_once_and_nothing_is_written(
    scenario: Path, tmp_path: Path
) -> None:
    text = SCENARIO.replace('contact = "budget@town.example"\n', "").replace("no-budget", "no-such")
    text = text.replace('assumption = "estimate"\n', "")
    scenario.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        run(scenario, tmp_path / "report", html=False)
    assert {problem.code for problem in caught.value.problems} == {
        "public-without-files",
        "public-contact",
        "no-budget",
        "public-accepted",
        "public-assumption",
    }
    found = {problem.code: problem for problem in caught.value.problems}["public-accepted"]
    assert found.found == "not among them: no-budget"
    assert found.remedy.endswith("name its code under accepted in [publish]")
    assert not (tmp_path / "report").exists()


def test_a_doubt_that_there_is_not_cannot_be_accepted(scenario: Path, tmp_path: Path) -> None:
    text = SCENARIO.replace('"no-budget"', '"no-budget", "no-such"')
    scenario.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        run(scenario, tmp_path / "report")
    assert [problem.code for problem in caught.value.problems] == ["public-accepted"]
    assert not (tmp_path / "report").exists()


def test_a_doubt_that_is_accepted_is_told_and_does_not_stop(scenario: Path, tmp_path: Path) -> None:
    text = SCENARIO.replace("trials = 500", "trials = 1")
    text = text.replace('"no-budget"', '"no-budget", "few-trials"')
    scenario.write_text(text, encoding="utf-8")
    folder = run(scenario, tmp_path / "report")
    page = (folder / "public" / "report.html").read_text(encoding="utf-8")
    assert "few-trials" in page


def test_sips_are_the_trials_of_the_workbook() -> None:
    cases = [
        an_investment(name, benefit_factor=Uniform(uniform=(0.2, 1.3))) for name in ("care", "desk")
    ]
    scenario = a_scenario(*cases, trials=500)
    simulation = simulate(scenario)
    trials = sample_trials(simulation, 100)
    document = json.loads(json.dumps(sips_document(simulation.results(), trials, MADE)))
    sips = {sip["name"]: np.array(sip["arguments"]["value"]) for sip in document["sips"]}
    assert len(sips) == 2 * 3 * scenario.horizon.length
    whole = what_if(scenario, trials)
    for number, year in enumerate(scenario.horizon.years):
        for name, amounts in (("saving", whole.saving), ("gap", whole.budget_gap)):
            together = sips[f"care {name} {year}"] + sips[f"desk {name} {year}"]
            for share in (0.1, 0.5, 0.9):
                wanted = np.quantile(amounts[:, number], share)
                assert np.quantile(together, share) == pytest.approx(wanted, rel=1e-9, abs=1e-5)
    assert document["libraryType"] == "SIPmath_3_0"
    assert {sip["ref"]["name"] for sip in document["sips"]} == {document["U01"]["rng"][0]["name"]}


def test_nothing_is_no_negative_zero() -> None:
    tiny = an_investment(effects=(an_effect(amount=-1e-9),))
    simulation = simulate(a_scenario(tiny, trials=100))
    document = sips_document(simulation.results(), sample_trials(simulation, 10), MADE)
    assert "-0.0" not in json.dumps(document["sips"])


def test_a_workbook_form_has_what_is_published(scenario: Path) -> None:
    assert load_scenario(scenario).publish.left_out == ("owner", "source")
