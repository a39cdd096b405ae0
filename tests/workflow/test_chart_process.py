"""Charts that another process draws: what goes wrong there, and that nothing is left of it."""

import datetime as dt
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import innobudget as ib
from innobudget.report.chart_files import run_files
from innobudget.report.findings.teller import Teller
from innobudget.workflow.chart_process import Pictures, drawing
from innobudget.workflow.new import new_folder
from innobudget.workflow.options import RunOptions
from innobudget.workflow.run import run_scenario


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drawing") / "town"
    new_folder(folder)
    return folder / "scenario.toml"


@pytest.fixture(scope="module")
def teller(town: Path) -> Teller:
    results = ib.simulate(ib.load_scenario(town), trials=16).results
    return Teller(results=results, language="en", date=dt.date(2026, 1, 2))


def pictures(teller: Teller, folder: Path) -> Pictures:
    return Pictures(teller=teller, folder=folder, svg=False, page=None)


def test_one_process_or_two_write_the_same_bytes(town: Path, tmp_path: Path) -> None:
    def written(threads: int) -> dict[str, bytes]:
        options = RunOptions(trials=16, threads=threads, out=tmp_path / "r", workbook=False)
        done = run_scenario(town, options, lambda _: None)
        return {name: (done.folder / name).read_bytes() for name in done.files}

    assert written(threads=1) == written(threads=2)


def test_the_other_process_draws(
    teller: Teller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Pictures, "draw", None)
    with drawing(apart=True) as artist:
        artist.begin(pictures(teller, tmp_path))
        artist.finish()
    assert {path.name for path in tmp_path.iterdir()} <= set(run_files(svg=False))
    assert (tmp_path / "report.pdf").exists()


def test_what_the_system_refuses_there_is_raised_here(
    teller: Teller, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with drawing(apart=True) as artist:
        artist.begin(pictures(teller, tmp_path / "missing"))
        with pytest.raises(FileNotFoundError):
            artist.finish()
    assert capfd.readouterr() == ("", "")


def test_where_the_other_process_was_ended_from_outside_this_one_draws(
    teller: Teller, tmp_path: Path
) -> None:
    with drawing(apart=True) as artist:
        assert artist._process is not None
        artist._process.kill()
        artist._process.wait()
        artist.begin(pictures(teller, tmp_path))
        artist.finish()
    assert (tmp_path / "report.pdf").exists()


@pytest.mark.parametrize("program", ["/missing", "", None])
def test_where_no_process_can_be_started_this_one_draws(
    teller: Teller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str | None
) -> None:
    monkeypatch.setattr(sys, "executable", program)
    with drawing(apart=True) as artist:
        artist.begin(pictures(teller, tmp_path))
        artist.finish()
    assert (tmp_path / "report.pdf").exists()


def test_nothing_is_left_where_whoever_began_it_fails() -> None:
    with pytest.raises(ZeroDivisionError), drawing(apart=True) as artist:
        _ = 1 / 0
    assert artist._process is not None
    assert artist._process.returncode is not None


@pytest.mark.skipif(sys.platform != "linux", reason="children are found as Linux lists them")
@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGTERM])
def test_nothing_is_left_of_a_run_that_is_ended(
    town: Path, tmp_path: Path, by: signal.Signals
) -> None:
    words = ["run", str(town), "--trials", "1000000000", "--out", str(tmp_path / "r"), "--quiet"]
    command = [sys.executable, "-m", "innobudget", *words, "--threads", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as running:
        children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
        while not any(_draws(child) for child in children.read_text(encoding="ascii").split()):
            assert running.poll() is None
            time.sleep(0.05)
        running.send_signal(by)
        _, said = running.communicate(timeout=60)  # ends once nobody holds the pipe any more
    assert b"Traceback" not in said
    assert not (tmp_path / "r").exists()


def _draws(process: str) -> bool:
    words = Path("/proc", process, "cmdline")
    return words.exists() and b"chart_process" in words.read_bytes()
