"""Asked to be strict, every command takes doubts for faults, and writes nothing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from innobudget.cli.commands import app
from innobudget.errors import InputError
from innobudget.io.grids import Grid
from innobudget.workflow.check import check_file
from innobudget.workflow.compare import compare_scenarios
from innobudget.workflow.options import RunOptions
from innobudget.workflow.run import run_scenario
from innobudget.workflow.sweep import sweep

DOUBTED = """
[scenario]
name = "Doubted"
base_year = 2026
horizon = 4

[simulation]
trials = {trials}

[[investment]]
id = "care"
success = 0.5
outlay = {{ 2026 = 9000 }}

[[investment.effect]]
amount = 1800
from = 2027
"""
CERTAIN = DOUBTED + '\n[budget]\nfile = "budget.csv"\nunit = 1\n'
BUDGET = "line,name,area,kind,2026,2027\n5.30,Care,Elderly,operating,90000,90000\n"
QUICK = RunOptions(charts=False, workbook=False, strict=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "doubted.toml").write_text(DOUBTED.format(trials=50_000), encoding="utf-8")
    certain = CERTAIN.replace("from = 2027", 'from = 2027\nline = "5.30"')
    (tmp_path / "certain.toml").write_text(certain.format(trials=50_000), encoding="utf-8")
    few = certain.format(trials='40\nsampling = "random"')
    (tmp_path / "few.toml").write_text(few, encoding="utf-8")
    (tmp_path / "budget.csv").write_text(BUDGET, encoding="utf-8")
    return tmp_path


def checked(folder: Path, name: str, options: RunOptions) -> None:
    check_file(folder / name, options)


def ran(folder: Path, name: str, options: RunOptions) -> None:
    run_scenario(folder / name, options, lambda _: None)


def compared(folder: Path, name: str, options: RunOptions) -> None:
    compare_scenarios([folder / name, folder / "certain.toml"], options, lambda _: None)


def swept(folder: Path, name: str, options: RunOptions) -> None:
    sweep(Grid(scenarios=(folder / name,), values={}), options, lambda _: None)


COMMANDS = (checked, ran, compared, swept)


@pytest.mark.parametrize("command", COMMANDS)
def test_doubts_stop_a_strict_command_and_nothing_is_written(
    folder: Path, command: Callable[[Path, str, RunOptions], None]
) -> None:
    out = folder / ("out.csv" if command is swept else "out")
    with pytest.raises(InputError) as raised:
        command(folder, "doubted.toml", replace(QUICK, out=out))
    assert [problem.code for problem in raised.value.problems] == ["no-budget"]
    assert not out.exists()
    command(folder, "certain.toml", replace(QUICK, out=out))
    command(folder, "doubted.toml", replace(QUICK, out=folder / f"other-{out.name}", strict=False))


@pytest.mark.parametrize("command", [ran, compared])
def test_what_only_the_trials_show_stops_a_strict_command_too(
    folder: Path, command: Callable[[Path, str, RunOptions], None]
) -> None:
    with pytest.raises(InputError) as raised:
        command(folder, "few.toml", replace(QUICK, out=folder / "out"))
    assert {problem.code for problem in raised.value.problems} == {"few-trials"}
    assert not (folder / "out").exists()


def test_a_run_tells_what_only_the_trials_show(folder: Path) -> None:
    done = run_scenario(
        folder / "few.toml", replace(QUICK, out=folder / "out", strict=False), lambda _: None
    )
    assert "[few-trials]" in done.summary


@pytest.mark.parametrize("words", ["run", "check", "compare", "sweep"])
def test_every_command_takes_the_option(folder: Path, words: str) -> None:
    out = ["--out", str(folder / "out.csv")] if words != "check" else []
    files = [str(folder / "doubted.toml")] * (2 if words == "compare" else 1)
    done = CliRunner().invoke(app, [words, *files, "--strict", *out])
    assert isinstance(done.exception, InputError)
    assert "no-budget" in str(done.exception)


def test_a_check_says_how_many_doubts_there_are(folder: Path) -> None:
    told = check_file(folder / "doubted.toml", RunOptions())
    assert "1 thing to know before you trust it:" in told
    assert check_file(folder / "certain.toml", RunOptions()).endswith("Nothing doubtful was found.")
