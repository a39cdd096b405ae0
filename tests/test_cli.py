"""The command line: answers, files, exit statuses."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from results_schema import results_schema

from calling import DAY, Ended, call
from innobudget.report.chart_files import STEMS
from interrupting import interrupted, needs_a_terminal

ROOT = Path(__file__).resolve().parent.parent
ODENSE = ROOT / "scenarios" / "odense.toml"
BUDGET = ROOT / "data" / "odense" / "2025" / "budget.xlsx"
QUICK = ("--trials", "500")


def files_in(folder: Path) -> set[str]:
    """Return the names of all files in a folder, relative to it."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def assert_one_block(done: Ended, *parts: str) -> None:
    """Check that a fault gives a block in either language on standard error, and nothing else."""
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    blocks = ("found", "expected", "to fix"), ("fundet", "forventet", "løsning")
    assert any(all(part in done.stderr for part in block) for block in blocks), done.stderr
    for part in parts:
        assert part in done.stderr, done.stderr


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of one whole run, in a process of its own."""
    folder = tmp_path_factory.mktemp("run") / "odense"
    words = ["run", str(ODENSE), *QUICK, "--svg", "--out", str(folder)]
    done = subprocess.run(
        [sys.executable, "-m", "innobudget", *words],
        env={**os.environ, **DAY},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    return folder


def test_a_run_leaves_workbook_charts_results_and_manifest(report: Path) -> None:
    assert files_in(report) == {
        "appropriations.csv",
        "inputs/data/odense/2025/budget.xlsx",
        "inputs/scenarios/odense.toml",
        *(f"{stem}.{form}" for stem in STEMS for form in ("png", "svg")),
        "charts.json",
        "report.html",
        "report.pdf",
        "odense.xlsx",
        "results.json",
        "manifest.json",
    }
    manifest = json.loads((report / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["trials"] == 500
    assert set(manifest["inputs"]) == {"odense.toml", "budget.xlsx"}
    assert set(manifest["files"]) == files_in(report) - {"manifest.json"}


def test_the_same_run_gives_the_same_bytes(report: Path, tmp_path: Path) -> None:
    # The command line is part of the record, so the folder must have the same name.
    again = tmp_path / "odense"
    done = call("run", ODENSE, *QUICK, "--svg", "--out", again, "--threads", "1")
    assert done.returncode == 0, done.stderr
    assert files_in(again) == files_in(report)
    for name in files_in(report) - {"manifest.json", "odense.xlsx"}:
        assert (report / name).read_bytes() == (again / name).read_bytes(), name


def test_the_summary_answers_what_a_director_asks(tmp_path: Path) -> None:
    brief = ("--language", "en", "--no-charts", "--no-workbook")
    done = call("run", ODENSE, *QUICK, "--out", tmp_path / "out", *brief)
    for question in (
        "Do the booked savings hold?",
        "How much is missing?",
        "What reserve makes it",
        "Which investment to look at first?",
        "When is it paid back?",
    ):
        assert question in done.stderr
    assert "\x1b" not in done.stderr
    assert not list((tmp_path / "out").glob("*.png"))


def test_json_is_all_there_is_on_standard_output(tmp_path: Path) -> None:
    out = tmp_path / "out"
    brief = ("--json", "--quiet", "--no-workbook", "--no-charts")
    done = call("run", ODENSE, *QUICK, *brief, "--out", out)
    assert done.stderr == ""
    document = json.loads(done.stdout)
    jsonschema.validate(document, results_schema())
    assert document == json.loads((out / "results.json").read_text(encoding="utf-8"))
    assert not list(out.glob("*.xlsx"))
    assert (out / "appropriations.csv").exists()


def test_a_run_writes_below_reports_by_default(tmp_path: Path) -> None:
    done = call("run", ODENSE, *QUICK, "--no-charts", "--no-workbook", "--quiet", cwd=tmp_path)
    assert done.returncode == 0
    assert (tmp_path / "reports" / "odense" / "results.json").exists()


def test_options_stand_instead_of_the_scenarios_own(tmp_path: Path) -> None:
    out = tmp_path / "out"
    words = ("--seed", "7", "--sampling", "random", "--threads", "2", "--no-charts", "--json")
    done = call("run", ODENSE, "--trials", "300", *words, "--no-workbook", "--out", out)
    document = json.loads(done.stdout)
    assert (document["trials"], document["seed"]) == (300, 7)


def test_check_says_lines_plan_booking_and_the_hand_calculation() -> None:
    done = call("check", ODENSE, "--language", "en")
    assert done.returncode == 0, done.stderr
    for part in ("planned", "booked", "calculated by hand", "falls on 5.30.26", "success 95 %"):
        assert part in done.stdout
    assert "booked above planned in 2026" in done.stdout
    assert "11 %" in done.stdout
    assert "booked-above-plan" in done.stdout


def test_budget_shows_how_a_file_is_read_and_writes_it_in_canonical_form(tmp_path: Path) -> None:
    csv = tmp_path / "budget.csv"
    done = call("budget", BUDGET, "--csv", csv)
    assert done.returncode == 0, done.stderr
    assert "28 totals in the file, 28 agree" in done.stdout
    first, again = (json.loads(call("budget", path, "--json").stdout) for path in (BUDGET, csv))
    assert first["verdict"] == "budget"
    assert first["totals"] == again["totals"]
    assert first["lines"] == again["lines"] == 25


def test_budget_writes_over_nothing_but_its_own_canonical_form(tmp_path: Path) -> None:
    file, csv, mapping = (tmp_path / name for name in ("b.xlsx", "b.csv", "mapping.toml"))
    file.write_bytes(BUDGET.read_bytes())
    mapping.write_text("# corrected by hand\n", encoding="utf-8")
    done = call("budget", file, "--csv", file, "--write-mapping", mapping)
    assert_one_block(done, "--csv [target-exists]", "--write-mapping [target-exists]")
    assert file.read_bytes() == BUDGET.read_bytes()
    assert mapping.read_text(encoding="utf-8") == "# corrected by hand\n"
    for _ in range(2):
        assert call("budget", file, "--csv", csv).returncode == 0
    assert_one_block(call("budget", csv, "--csv", csv), "[target-exists]")
    both = tmp_path / "both.csv"
    assert_one_block(
        call("budget", file, "--csv", both, "--write-mapping", both), "[target-exists]"
    )
    assert not both.exists()
    for place in (tmp_path / "no" / "b.csv", tmp_path / ("x" * 300)):
        assert_one_block(call("budget", file, "--csv", place), "[not-written]")
    assert {path.name for path in tmp_path.iterdir()} == {"b.xlsx", "b.csv", "mapping.toml"}


def test_a_question_is_answered_by_the_mapping_that_the_command_writes(tmp_path: Path) -> None:
    path, mapping = tmp_path / "budget.csv", tmp_path / "mapping.toml"
    path.write_text(
        "1.000 kr.\nKonto;Navn;Oprindeligt budget 2026;Korrigeret budget 2026\n01;Skoler;5;6\n",
        encoding="utf-8",
    )

    asked = call("budget", path, "--write-mapping", mapping)
    assert asked.returncode == 2
    assert "several versions" in asked.stdout
    assert '2026 = "Oprindeligt budget 2026"' in mapping.read_text(encoding="utf-8")
    read = call("budget", path, "--mapping", mapping, "--json")
    assert read.returncode == 0
    assert json.loads(read.stdout)["totals"] == {"2026": 5000.0}


def test_a_file_that_is_no_budget_exits_with_2_and_says_why(tmp_path: Path) -> None:
    path = tmp_path / "notes.csv"
    path.write_text("name;phone\nAnna;12 34 56 78\nBo;23 45 67 89\n", encoding="utf-8")
    done = call("budget", path, "--json")
    assert done.returncode == 2
    document = json.loads(done.stdout)
    assert document["verdict"] != "budget"
    assert document["reason"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "file-missing"),
        ("", "file-empty"),
        ("Konto;B2026\nA;1\nB;2 stk.\nC;3\n", "amount-is-text"),
    ],
    ids=["missing", "empty", "text for an amount"],
)
def test_faults_of_a_budget_file_are_an_object_on_standard_output_too(
    tmp_path: Path, content: str | None, code: str
) -> None:
    path = tmp_path / "budget.csv"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    done = call("budget", path, "--json")
    assert done.returncode == 2
    document = json.loads(done.stdout)
    assert document["verdict"] == "refused"
    assert code in {problem["code"] for problem in document["problems"]}


def test_help_answers_without_the_heavy_packages() -> None:
    code = (
        "import sys; sys.argv = ['innobudget', '--help']\n"
        "from innobudget.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'numpy', 'pandas', 'scipy', 'matplotlib', 'pydantic', 'openpyxl', 'xlsxwriter'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert done.stderr.strip() == "[]"
    assert "run" in done.stdout


@pytest.mark.parametrize("module", ["innobudget.cli", "innobudget.cli.commands"])
def test_the_command_line_is_called_from_code_too(module: str) -> None:
    call = f"import sys, {module} as cli; sys.argv[1:] = ['--version']; cli.main()"
    done = subprocess.run([sys.executable, "-c", call], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "innobudget 0.1.0\n")


def test_version_is_told() -> None:
    assert call("--version").stdout.startswith("innobudget ")


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (("--trials", "-5"), ("--trials", "-5")),
        (("--trials", "99999999999"), ("--trials",)),
        (("--sampling", "dice"), ("--sampling", "dice")),
        (("--language", "fr"), ("--language", "fr")),
        (("--seed", "-1"), ("--seed",)),
    ],
)
def test_an_option_out_of_range_is_explained(
    words: tuple[str, ...], parts: tuple[str, ...], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert_one_block(call("run", ODENSE, *words, "--out", out), *parts)
    assert not out.exists()


@pytest.mark.parametrize("command", ["run", "check", "budget"])
def test_a_missing_file_is_explained(command: str, tmp_path: Path) -> None:
    assert_one_block(call(command, tmp_path / "nowhere.toml"), "nowhere.toml")


def test_a_word_that_is_no_command_is_a_fault_of_the_command_line() -> None:
    done = call("rum", ODENSE)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_names_of_a_manifest_do_nothing_but_be_read(report: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(report, tmp_path / "report"))
    path = folder / "manifest.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    record["files"]["a\x1b[2J\u202eb"] = "0" * 64
    path.write_text(json.dumps(record), encoding="utf-8")
    done = call("verify", folder, "--quiet")
    assert (done.returncode, done.stdout) == (2, "")
    done = call("verify", folder)
    assert done.returncode == 2
    assert r"a\x1b[2J\u202eb" in done.stdout


def test_a_folder_that_is_not_ours_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    done = call("run", ODENSE, *QUICK, "--out", tmp_path)
    assert_one_block(done, "folder-not-ours")
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_folder_that_cannot_be_written_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = call("run", ODENSE, *QUICK, "--no-charts", "--out", tmp_path / "file" / "reports")
    assert_one_block(done, "not-written")


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of its own to one process")
def test_a_place_that_takes_no_folder_is_refused_before_anything_is_drawn(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    forever = ("--trials", "1_000_000_000")
    for out in (tmp_path / "file" / "sub" / "r", tmp_path / ("x" * 300)):
        assert_one_block(call("run", ODENSE, *forever, "--out", out), "[not-written]")
    out = tmp_path / "file" / "sweep.csv"
    assert_one_block(call("sweep", ODENSE, *forever, "--out", out), "[not-written]", "file")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_name_that_no_text_can_have_is_explained(tmp_path: Path) -> None:
    done = call("check", os.fsdecode(b"caf\xe9.toml"), cwd=tmp_path)
    assert_one_block(done, "[file-missing]")
    assert_one_block(call("check", "x" * 300 + ".toml", cwd=tmp_path), "[file-missing]")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipe that breaks like this")
@pytest.mark.parametrize(
    ("words", "status"), [(("check", ODENSE), 0), (("check", "missing.toml"), 2)]
)
def test_a_reader_may_have_seen_enough(words: tuple[str | Path, ...], status: int) -> None:
    """As `head` has: what was asked for is done, and nobody hears of a broken pipe."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "innobudget", *map(str, words)],
        stdout=writing, stderr=subprocess.PIPE if status == 0 else writing, check=False,
    )  # fmt: skip
    os.close(writing)
    assert done.returncode == status
    assert not done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no shell that closes a stream")
def test_a_run_needs_no_standard_error(tmp_path: Path) -> None:
    """As under a scheduler without a console."""
    words = ["run", str(ODENSE), *QUICK, "--no-charts", "--no-workbook", "--out", "r"]
    command = [sys.executable, "-m", "innobudget", *words]
    done = subprocess.run(["/bin/sh", "-c", '"$@" 2>&-', "sh", *command], cwd=tmp_path, check=False)
    assert done.returncode == 0
    assert (tmp_path / "r" / "results.json").exists()


@needs_a_terminal
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_the_earlier_report_as_it_was(
    tmp_path: Path, by: signal.Signals
) -> None:
    out = tmp_path / "out"
    quick = ("--no-charts", "--no-workbook", "--quiet")
    assert call("run", ODENSE, *QUICK, *quick, "--out", out).returncode == 0
    before = {name: (out / name).read_bytes() for name in files_in(out)}
    status, said = interrupted(["run", str(ODENSE), "--trials", "50000000", "--out", str(out)], by)
    assert status == 130, said
    assert "nothing was written" in said
    assert "Traceback" not in said
    assert {name: (out / name).read_bytes() for name in files_in(out)} == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@needs_a_terminal
def test_an_interrupt_before_a_command_has_begun_is_told_without_a_traceback() -> None:
    code = (
        "import os, signal\n"
        "from innobudget.cli import command_line\n"
        "command_line.speak = lambda *_: os.kill(os.getpid(), signal.SIGTERM)\n"
        "command_line.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 130
    assert done.stderr.strip() == "interrupted; nothing was written"


def test_a_memo_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    options = ("--memo", "--no-charts", "--no-workbook", "--out", tmp_path / "out")
    done = call("run", ODENSE, *QUICK, *options)
    assert done.returncode == 0, done.stderr
    assert "memo.docx" in done.stderr
    assert not list((tmp_path / "out").glob("*.png"))
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert "memo.docx" in manifest["files"]
