"""The example comes with the package: a folder with scenario, budget and the report of both."""

import json
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from innobudget.errors import InputError
from innobudget.workflow import demo
from innobudget.workflow.demo import demo_folder
from innobudget.workflow.options import RunOptions
from innobudget.workflow.run import Done, run_scenario
from test_cli import ROOT, files_in

QUICK = RunOptions(trials=200, charts=False, workbook=False, language="en")


def made(folder: Path, options: RunOptions = QUICK) -> Done:
    return demo_folder(folder, options, lambda _: None)


def test_the_demo_leaves_the_example_and_the_report_that_running_it_gives(tmp_path: Path) -> None:
    done = made(tmp_path / "demo")
    scenario = tmp_path / "demo" / "scenarios" / "odense.toml"
    assert scenario.read_bytes() == (ROOT / "scenarios" / "odense.toml").read_bytes()
    assert done.folder == tmp_path / "demo" / "reports" / "odense"
    assert done.folder.is_dir()
    again = run_scenario(scenario, replace(QUICK, out=tmp_path / "again"), lambda _: None)
    assert again.json == done.json == (done.folder / "results.json").read_text(encoding="utf-8")
    assert set(again.files) == set(done.files) == files_in(done.folder)


@pytest.mark.parametrize(("language", "word"), [("da", "Eksemplet"), ("en", "The example")])
def test_the_demo_says_where_all_of_it_is(tmp_path: Path, language: str, word: str) -> None:
    folder = tmp_path / "demo"
    told = made(folder, replace(QUICK, language=language))
    assert str(folder / "reports" / "odense") in told.summary
    assert f"{word} " in told.summary
    assert f"innobudget run {folder / 'scenarios' / 'odense.toml'}" in told.summary
    assert ".innobudget" not in told.summary
    assert "-innobudget" not in told.summary
    assert json.loads((told.folder / "manifest.json").read_text())["language"] == language


def test_a_folder_in_use_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "ours.txt").write_text("ours")
    with pytest.raises(InputError, match="target-exists"):
        made(tmp_path)
    assert files_in(tmp_path) == {"ours.txt"}
    with pytest.raises(InputError, match="target-exists"):
        made(tmp_path / "ours.txt")


def test_a_demo_that_is_broken_off_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(*_: object) -> Done:
        raise KeyboardInterrupt

    monkeypatch.setattr(demo, "run_scenario", broken_off)
    with pytest.raises(KeyboardInterrupt):
        made(tmp_path / "demo")
    assert list(tmp_path.iterdir()) == []


def test_an_option_out_of_range_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="out-of-range"):
        made(tmp_path / "demo", RunOptions(trials=0))
    assert list(tmp_path.iterdir()) == []


def test_the_package_holds_what_the_demo_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for source, place in included.items():
        target = tmp_path / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.symlink_to(ROOT / source)
    monkeypatch.setattr(demo, "files", lambda name: tmp_path / name)
    assert demo.example() == tmp_path / "innobudget" / "example"
    assert made(tmp_path / "demo").folder.is_dir()
