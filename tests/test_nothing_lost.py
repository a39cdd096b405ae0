"""Second runs, two runs at once, kills and full disks, as the command line meets them."""

import json
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from conftest import examples
from innobudget.errors import InputError, OutputError
from innobudget.io.grids import read_grid
from innobudget.report.chart_files import FOLLOWUP_STEMS, STEMS, run_files
from innobudget.workflow import new
from innobudget.workflow.compare import compare_scenarios
from innobudget.workflow.new import new_folder
from innobudget.workflow.options import RunOptions
from innobudget.workflow.run import Done, run_scenario
from innobudget.workflow.sweep import sweep

QUICK: dict[str, Any] = {"trials": 16, "workbook_trials": 8, "charts": False, "language": "en"}
FOREVER = 1_000_000_000
KILLS = examples(3)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a scenario file with its budget beside it."""
    folder = tmp_path_factory.mktemp("nothing-lost") / "town"
    new_folder(folder)
    return folder / "scenario.toml"


@pytest.fixture(scope="module")
def made(town: Path) -> Path:
    """Return a report with everything in it."""
    out = town.parent.parent / "made"
    run(town, out, charts=True)
    return out


@pytest.fixture
def report(made: Path, tmp_path: Path) -> Path:
    """Return a report of its own."""
    return Path(shutil.copytree(made, tmp_path / "report"))


def run(scenario: Path, out: Path, **options: Any) -> Done:  # noqa: ANN401 - of RunOptions
    return run_scenario(scenario, RunOptions(**{**QUICK, **options}, out=out), lambda _: None)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def is_whole(folder: Path) -> bool:
    """Say whether a folder holds what its manifest lists, and nothing else."""
    found = contents(folder)
    listed = json.loads(found.pop("manifest.json"))["files"]
    return bool(listed == {name: sha256(content).hexdigest() for name, content in found.items()})


def test_an_edited_workbook_is_refused_before_anything_is_simulated(
    town: Path, report: Path
) -> None:
    (report / "scenario.xlsx").write_bytes(b"edited in Excel")
    before = contents(report)
    with pytest.raises(OutputError, match=r"scenario\.xlsx") as raised:
        run(town, report, trials=FOREVER)
    assert raised.value.problem.code == "report-changed"
    assert contents(report) == before


def test_a_kept_report_is_whole_and_the_summary_says_where(town: Path, report: Path) -> None:
    (report / "scenario.xlsx").write_bytes(b"edited in Excel")
    before = contents(report)
    done = run(town, report, keep=True)
    (kept,) = (report / "earlier").iterdir()
    assert contents(kept) == before
    assert f"The earlier report is kept in {kept}." in done.summary
    assert not (report / "overview.png").exists()


def test_what_a_report_no_longer_has_is_removed_and_named(town: Path, report: Path) -> None:
    done = run(town, report, workbook=False)
    assert "Removed with the earlier report: " in done.summary
    for name in ("overview.png", "report.pdf", "charts.json", "scenario.xlsx"):
        assert name in done.summary
        assert not (report / name).exists()
    assert (report / "appropriations.csv").exists()
    assert is_whole(report)


@pytest.mark.parametrize(
    "name", ["scenario.xlsx", "budget-gap.svg", "inputs/budget.xlsx", "memo.docx"]
)
def test_a_file_of_ones_own_is_seen_before_anything_is_simulated(
    name: str, town: Path, tmp_path: Path
) -> None:
    run(town, tmp_path / "r", workbook=False, inputs=False)
    (tmp_path / "r" / name).write_bytes(b"mine")
    with pytest.raises(OutputError, match="no manifest of innobudget lists"):
        run(town, tmp_path / "r", trials=FOREVER, charts=True, svg=True, memo=True)
    assert (tmp_path / "r" / name).read_bytes() == b"mine"


def test_a_file_of_ones_own_is_told_where_the_user_says_that_the_report_is(
    town: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run(town, Path("r"), workbook=False)
    Path("r/scenario.xlsx").write_bytes(b"mine")
    with pytest.raises(OutputError) as refused:
        run(town, Path("r"), trials=FOREVER)
    assert refused.value.problem.place == str(Path("r/scenario.xlsx"))


def test_a_file_of_ones_own_under_a_name_that_is_not_wanted_stays(
    town: Path, tmp_path: Path
) -> None:
    run(town, tmp_path / "r", workbook=False)
    names = ("scenario.xlsx", "overview.png", "overview.svg")
    for name in names:
        (tmp_path / "r" / name).write_bytes(b"mine")
    run(town, tmp_path / "r", workbook=False)
    assert {(tmp_path / "r" / name).read_bytes() for name in names} == {b"mine"}


def test_every_chart_that_may_be_written_is_known_beforehand() -> None:
    pictures = {name for name in run_files(svg=True) if name.endswith((".png", ".svg"))}
    assert pictures == {
        f"{stem}{form}" for stem in (*STEMS, *FOLLOWUP_STEMS) for form in (".png", ".svg")
    }


def test_another_scenario_a_comparison_and_a_run_do_not_replace_each_other(
    town: Path, tmp_path: Path
) -> None:
    other = town.with_name("other.toml")
    other.write_text('[scenario]\nextends = "scenario.toml"\nname = "Other"\n', encoding="utf-8")
    out = tmp_path / "r"
    run(town, out)
    with pytest.raises(OutputError, match="report-of-another"):
        run(other, out, trials=FOREVER)
    options = RunOptions(**{**QUICK, "trials": FOREVER}, out=out)
    with pytest.raises(OutputError, match="report-of-another"):
        compare_scenarios([town, other], options, lambda _: None)


def test_an_edited_table_of_a_sweep_is_refused_or_kept(town: Path, tmp_path: Path) -> None:
    def swept(**options: Any) -> str:  # noqa: ANN401 - of RunOptions
        grid = read_grid([town], seeds="1,2", settings=[], file=None)
        return sweep(grid, RunOptions(**{"trials": 16, **options}, out=out), lambda _: None)

    out = tmp_path / "sweep.csv"
    swept()
    table = out.read_bytes()
    swept()
    assert out.read_bytes() == table
    out.write_bytes(b"edited")
    with pytest.raises(OutputError, match="report-changed"):
        swept(trials=FOREVER)
    assert "the earlier table is in" in swept(keep=True)
    (kept,) = (tmp_path / "earlier").iterdir()
    assert (kept / "sweep.csv").read_bytes() == b"edited"
    assert out.read_bytes() == table


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of its own to one process")
def test_of_two_runs_at_once_the_second_is_refused(town: Path, report: Path) -> None:
    before = contents(report)
    words = ["run", str(town), "--trials", str(FOREVER), "--out", str(report)]
    with subprocess.Popen([sys.executable, "-m", "innobudget", *words]) as first:
        while not (report.parent / ".report-innobudget" / "new" / "inputs").exists():
            assert first.poll() is None
            time.sleep(0.05)
        with pytest.raises(OutputError, match="folder-busy"):
            run(town, report)
        first.kill()
    assert contents(report) == before
    run(town, report)
    assert [path.name for path in report.parent.iterdir()] == ["report"]


FULL = """
import resource, sys
from pathlib import Path
from innobudget.errors import OutputError
from innobudget.workflow.options import RunOptions
from innobudget.workflow.run import run_scenario

limits = {50_000: {}, 150_000: {"workbook_trials": 400}, 300_000: {"workbook": False}}
for limit, own in limits.items():
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        run_scenario(Path(sys.argv[1]), RunOptions(trials=16, out=Path(sys.argv[2]), **own), print)
    except OutputError as error:
        print(error.problem.code, error.problem.place, type(error.__cause__).__name__)
"""
"""Runs while no file may become larger than some bytes: what a library cannot write then is as
on a full disk, and needs no disk. First results.json, then XlsxWriter, then Pillow meets it."""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no files")
def test_a_disk_that_takes_no_more_is_one_block_whatever_library_meets_it(
    town: Path, report: Path
) -> None:
    before = contents(report)
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(town), str(report)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    told = [line for line in done.stdout.splitlines() if line.startswith("not-written")]
    assert [line.partition(f" {report} ")[2] for line in told] == [
        "OSError",
        "FileCreateError",
        "OSError",
    ]
    assert contents(report) == before
    assert [path.name for path in report.parent.iterdir()] == ["report"]


def test_a_new_folder_is_whole_or_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(new, "write_budget_template", fail)
        with pytest.raises(OutputError, match="a full disk"):
            new_folder(tmp_path / "above" / "town")
    assert not list(tmp_path.iterdir())
    (tmp_path / "town").mkdir()
    new_folder(tmp_path / "town")
    assert {path.name for path in (tmp_path / "town").iterdir()} == {
        "budget.xlsx",
        "scenario.toml",
        "scenario.xlsx",
    }
    with pytest.raises(InputError, match="target-exists"):
        new_folder(tmp_path / "town")


def moments(longest: float) -> Iterator[float]:
    """Yield moments of a run, more of them near its end, where files are moved."""
    chance = random.Random(1)  # noqa: S311 - no secret
    for number in range(KILLS):
        yield longest * chance.uniform(0.8 * (number % 2), 1.05)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_run_leaves_a_whole_report_and_the_next_one_clears_up(
    town: Path, tmp_path: Path
) -> None:
    out = tmp_path / "killed" / "r"
    words = ["run", str(town), "--trials", "16", "--workbook-trials", "8", "--no-charts", "--quiet"]
    command = [sys.executable, "-m", "innobudget", *words, "--out", str(out)]
    began = time.monotonic()
    subprocess.run([*command, "--seed", "1"], check=True)
    longest = time.monotonic() - began
    for number, moment in enumerate(moments(longest)):
        by = (signal.SIGKILL, signal.SIGTERM)[number % 2]
        with subprocess.Popen([*command, "--seed", "2"], stderr=subprocess.PIPE) as running:
            try:
                _, said = running.communicate(timeout=moment)
            except subprocess.TimeoutExpired:
                running.send_signal(by)
                _, said = running.communicate()
        assert b"Traceback" not in said
        assert is_whole(out)
        # Python itself ends as by Ctrl-C where that comes between two steps of ours.
        ends = {signal.SIGKILL, signal.SIGTERM, signal.SIGINT}
        assert running.returncode in {0, 130, *(-number for number in ends)}
    subprocess.run([*command, "--seed", "1"], check=True)
    assert is_whole(out)
    assert [path.name for path in out.parent.iterdir()] == ["r"]
