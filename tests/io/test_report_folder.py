"""A folder of reports is complete or as it was before, and nothing of anybody's is lost."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from innobudget.errors import OutputError
from innobudget.io import claims, moves, report_place
from innobudget.io.former_report import MAKER
from innobudget.io.output import staged_file, writing
from innobudget.io.report_folder import Written, open_report
from innobudget.io.report_place import Target, settle

RECORD = {"maker": MAKER, "date": "2026-01-02", "scenario": "Town", "from": ["town"]}


def write(folder: Path, *, keep: bool = False, of: Any = None, **files: str) -> Written:  # noqa: ANN401 - keys of a record
    """Write a report of text files; `__` in a name stands for a folder."""
    with open_report(Target.folder(folder), of=of, keep=keep) as report:
        with writing(folder):
            put(report.staged, **files)
        return report.finish(RECORD)


def put(folder: Path, **files: str) -> None:
    for stem, text in files.items():
        path = folder / f"{stem.replace('__', '/')}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path.name != "manifest.json"
    }


def is_whole(folder: Path) -> bool:
    """Say whether every file that a manifest lists is as written, and none stands beside them."""
    listed = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    written = {name: sha256(text.encode()).hexdigest() for name, text in texts(folder).items()}
    return bool(listed == written)


def protect(path: Path, mode: int) -> None:
    path.chmod(mode)
    if os.access(path, os.W_OK):
        path.chmod(0o755)
        pytest.skip("this user or system writes what is protected")


def codes(error: OutputError) -> list[str]:
    return [problem.code for problem in error.problems]


@pytest.fixture(params=["at once", "one by one"])
def _either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exchange folders, and move files as where folders cannot be exchanged."""
    if request.param == "one by one":
        monkeypatch.setattr(moves, "_exchange", refuse)


def refuse(*_: object) -> None:
    raise OSError


@pytest.mark.usefixtures("_either_way")
class TestWriting:
    """A new report in the place of a former one."""

    def test_files_are_written_and_listed_with_the_manifest_last(self, tmp_path: Path) -> None:
        folder = tmp_path / "new" / "report"
        written = write(folder, b="2", a="1", inputs__c="3")
        assert written.files == ("a.txt", "b.txt", "inputs/c.txt", "manifest.json")
        assert (written.removed, written.kept) == ((), None)
        assert texts(folder) == {"a.txt": "1", "b.txt": "2", "inputs/c.txt": "3"}
        assert is_whole(folder)
        assert [path.name for path in folder.parent.iterdir()] == ["report"]

    def test_a_later_report_replaces_and_removes_only_what_the_earlier_one_listed(
        self, tmp_path: Path
    ) -> None:
        write(tmp_path / "r", a="1", b="2", inputs__b="2")
        (tmp_path / "r" / "mine.md").write_text("kept", encoding="utf-8")
        written = write(tmp_path / "r", a="3", c="4")
        assert texts(tmp_path / "r") == {"a.txt": "3", "c.txt": "4", "mine.md": "kept"}
        assert written.removed == ("b.txt", "inputs/b.txt")
        assert not (tmp_path / "r" / "inputs").exists()

    def test_a_report_takes_the_place_of_an_earlier_one(self, tmp_path: Path) -> None:
        write(tmp_path / "r", a="1", b="2")
        written = write(tmp_path / "r", a="3", inputs__c="4")
        assert written.removed == ("b.txt",)
        assert texts(tmp_path / "r") == {"a.txt": "3", "inputs/c.txt": "4"}
        assert is_whole(tmp_path / "r")
        assert [path.name for path in tmp_path.iterdir()] == ["r"]

    def test_a_kept_report_is_moved_whole_with_what_was_changed_in_it(self, tmp_path: Path) -> None:
        write(tmp_path / "r", a="1", inputs__b="2")
        (tmp_path / "r" / "a.txt").write_text("edited", encoding="utf-8")
        kept = write(tmp_path / "r", keep=True, a="3").kept
        assert kept is not None
        assert re.fullmatch(r"earlier/2026-01-02-[0-9a-f]{8}", kept)
        assert texts(tmp_path / "r" / kept) == {"a.txt": "edited", "inputs/b.txt": "2"}
        assert (tmp_path / "r" / kept / "manifest.json").exists()
        assert (tmp_path / "r" / "a.txt").read_text(encoding="utf-8") == "3"
        assert write(tmp_path / "r", a="4").removed == ()
        assert texts(tmp_path / "r" / kept) == {"a.txt": "edited", "inputs/b.txt": "2"}

    def test_two_reports_of_the_same_bytes_are_both_kept(self, tmp_path: Path) -> None:
        write(tmp_path / "r", a="1")
        kept = {write(tmp_path / "r", keep=True, a="1").kept for _ in range(3)}
        assert len(kept) == 3
        assert len(list((tmp_path / "r" / "earlier").iterdir())) == 3

    def test_what_is_changed_while_a_run_lasts_is_kept_unasked(self, tmp_path: Path) -> None:
        write(tmp_path / "r", a="1")
        with open_report(Target.folder(tmp_path / "r")) as report:
            put(report.staged, a="2")
            (tmp_path / "r" / "a.txt").write_text("edited", encoding="utf-8")
            kept = report.finish(RECORD).kept
        assert kept is not None
        assert texts(tmp_path / "r") == {"a.txt": "2", f"{kept}/a.txt": "edited"}

    def test_a_report_that_fails_half_way_leaves_the_earlier_one_whole(
        self, tmp_path: Path
    ) -> None:
        write(tmp_path / "r", a="1")

        def fail() -> None:
            with open_report(Target.folder(tmp_path / "r")) as report:
                put(report.staged, a="2")
                raise ValueError("half way")

        with pytest.raises(ValueError, match="half way"):
            fail()
        assert texts(tmp_path / "r") == {"a.txt": "1"}
        assert [path.name for path in tmp_path.iterdir()] == ["r"]

    def test_a_link_to_a_folder_stays_one(self, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "r").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
        for text in "12":
            write(tmp_path / "r", a=text)
        assert (tmp_path / "r").is_symlink()
        assert texts(tmp_path / "elsewhere") == {"a.txt": "2"}

    def test_who_works_in_the_folder_finds_the_new_report_there(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(tmp_path / "r", a="1")
        monkeypatch.chdir(tmp_path / "r")
        write(Path(), a="2")
        assert texts(Path()) == {"a.txt": "2"}

    def test_a_place_of_the_longest_name_can_be_written(self, tmp_path: Path) -> None:
        for text in "12":
            write(tmp_path / ("å" * 120), a=text)
        assert texts(tmp_path / ("å" * 120)) == {"a.txt": "2"}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_once_a_report_is_in_its_place_nothing_interrupts_until_all_is_cleared_away(
    number: signal.Signals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_place, "abandon", interrupting(moves.abandon, number))
    before = signal.getsignal(number)
    with open_report(Target.folder(tmp_path / "report")) as report:
        put(report.staged, a="new")
        report.finish(RECORD)
        os.kill(os.getpid(), number)
    assert is_whole(tmp_path / "report")
    assert [path.name for path in tmp_path.iterdir()] == ["report"]
    assert signal.getsignal(number) is before


def test_once_a_file_is_in_its_place_nothing_interrupts_until_all_is_cleared_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with staged_file(tmp_path / "a.csv") as staged:
        staged.write_text("new", encoding="utf-8")
        monkeypatch.setattr(claims, "clear", interrupting(claims.clear, signal.SIGINT))
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def interrupting(done: Callable[[Path], None], number: signal.Signals) -> Callable[[Path], None]:
    """Return what does the same, and is interrupted while it does."""

    def do(work: Path) -> None:
        os.kill(os.getpid(), number)
        done(work)

    return do


def test_a_file_of_the_users_is_never_overwritten(tmp_path: Path) -> None:
    write(tmp_path / "r", a="1")
    put(tmp_path / "r", b="mine", d="mine")
    with open_report(Target.folder(tmp_path / "r")) as report:
        with pytest.raises(OutputError, match="no manifest of innobudget lists") as raised:
            report.require_free(["a.txt", "b.txt", "c.txt", "d.txt/e.txt"])
        put(report.staged, a="2", b="2")
        with pytest.raises(OutputError, match="no manifest of innobudget lists"):
            report.finish(RECORD)
    assert codes(raised.value) == ["folder-not-ours"] * 2
    assert texts(tmp_path / "r") == {"a.txt": "1", "b.txt": "mine", "d.txt": "mine"}


def test_a_changed_file_is_refused_by_its_name_before_anything_is_made(tmp_path: Path) -> None:
    write(tmp_path / "r", a="1", b="2", inputs__c="3")
    put(tmp_path / "r", b="edited", inputs__c="edited")
    (tmp_path / "r" / "a.txt").unlink()
    with pytest.raises(OutputError) as raised:
        write(tmp_path / "r", a="4")
    assert codes(raised.value) == ["report-changed"]
    assert "b.txt, inputs/c.txt" in raised.value.problem.found
    assert "--keep" in raised.value.problem.remedy
    assert texts(tmp_path / "r") == {"b.txt": "edited", "inputs/c.txt": "edited"}


def test_a_folder_of_the_report_that_became_a_link_is_changed(tmp_path: Path) -> None:
    write(tmp_path / "r", inputs__c="3")
    (tmp_path / "r" / "inputs").rename(tmp_path / "mine")
    (tmp_path / "r" / "inputs").symlink_to(tmp_path / "mine", target_is_directory=True)
    with pytest.raises(OutputError, match="report-changed"):
        write(tmp_path / "r", a="4")


def test_what_was_put_in_the_place_of_a_file_is_kept(tmp_path: Path) -> None:
    write(tmp_path / "r", a="1", b="2")
    for name in ("a.txt", "b.txt"):
        (tmp_path / "r" / name).unlink()
    (tmp_path / "r" / "a.txt").mkdir()
    (tmp_path / "r" / "a.txt" / "mine").touch()
    (tmp_path / "r" / "b.txt").symlink_to("nowhere")
    with pytest.raises(OutputError, match=r"a\.txt, b\.txt"):
        write(tmp_path / "r", a="3")
    kept = write(tmp_path / "r", keep=True, a="3").kept
    assert kept is not None
    assert (tmp_path / "r" / kept / "a.txt" / "mine").exists()
    assert (tmp_path / "r" / kept / "b.txt").is_symlink()
    assert (tmp_path / "r" / "a.txt").read_text(encoding="utf-8") == "3"


@pytest.mark.parametrize("owner", ["~$a.txt", ".~lock.a.txt#"])
def test_a_file_that_an_office_program_has_open_is_refused_even_to_keep(
    owner: str, tmp_path: Path
) -> None:
    write(tmp_path / "r", a="1")
    (tmp_path / "r" / owner).touch()
    with pytest.raises(OutputError, match="report-open"):
        write(tmp_path / "r", keep=True, a="2")
    assert (tmp_path / "r" / "a.txt").read_text(encoding="utf-8") == "1"


def test_a_file_that_may_not_be_written_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "r", a="1")
    protect(tmp_path / "r" / "a.txt", 0o444)
    with pytest.raises(OutputError, match="report-open"):
        write(tmp_path / "r", a="2")


@pytest.mark.parametrize(
    ("of", "is_refused"),
    [
        ({"scenario": "Town", "from": ["town"]}, False),
        ({"scenario": "City", "from": ["town"]}, True),
        ({"scenario": "Town", "from": ["other"]}, True),
        ({"scenario": ["Town", "City"], "from": ["town", "city"]}, True),
        ({"scenario": "Town"}, False),
    ],
)
def test_a_report_of_another_scenario_is_refused_or_kept(
    of: Mapping[str, object], is_refused: bool, tmp_path: Path
) -> None:
    write(tmp_path / "r", a="1")
    if is_refused:
        with pytest.raises(OutputError) as raised:
            write(tmp_path / "r", of=of, a="2")
        assert codes(raised.value) == ["report-of-another"]
        assert "Town (town)" in raised.value.problem.found
        assert write(tmp_path / "r", of=of, keep=True, a="2").kept
    else:
        assert write(tmp_path / "r", of=of, a="2").kept is None


def test_everything_in_the_way_is_told_at_once(tmp_path: Path) -> None:
    write(tmp_path / "r", a="1", b="2")
    put(tmp_path / "r", a="edited")
    (tmp_path / "r" / "~$b.txt").touch()
    with pytest.raises(OutputError) as raised:
        write(tmp_path / "r", of={"scenario": "City", "from": ["city"]}, a="2")
    assert codes(raised.value) == ["report-open", "report-changed", "report-of-another"]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"maker": "another"}', '{"maker": 1, "files": 2}']
)
def test_a_folder_with_another_manifest_is_not_ours(text: str, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(OutputError, match="folder-not-ours"):
        write(tmp_path, keep=True, a="1")


def test_a_manifest_cannot_make_us_touch_files_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("kept", encoding="utf-8")
    folder = tmp_path / "r"
    folder.mkdir()
    names = ["../precious.txt", str(tmp_path / "precious.txt")]
    record = {"maker": MAKER, "files": dict.fromkeys(names, sha256(b"kept").hexdigest())}
    (folder / "manifest.json").write_text(json.dumps(record), encoding="utf-8")
    write(folder, a="1")
    assert (tmp_path / "precious.txt").exists()


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "report"
    path.write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="a file of that name"):
        write(path, a="1")


def test_of_two_at_once_the_second_is_refused(tmp_path: Path) -> None:
    with open_report(Target.folder(tmp_path / "r")) as report:
        with pytest.raises(OutputError, match="folder-busy"):
            write(tmp_path / "r", a="2")
        put(report.staged, a="1")
        report.finish(RECORD)
    assert texts(tmp_path / "r") == {"a.txt": "1"}
    write(tmp_path / "r", a="3")
    assert texts(tmp_path / "r") == {"a.txt": "3"}


def test_a_table_has_its_manifest_beside_it_and_is_kept_like_a_report(tmp_path: Path) -> None:
    def sweep(text: str, *, keep: bool = False) -> Written:
        with open_report(Target.file(tmp_path / "t.csv"), keep=keep) as report:
            (report.staged / "t.csv").write_text(text, encoding="utf-8")
            return report.finish(RECORD)

    assert sweep("1").files == ("t.csv", "t.csv.manifest.json")
    assert sweep("2").kept is None
    (tmp_path / "t.csv").write_text("edited", encoding="utf-8")
    with pytest.raises(OutputError, match="report-changed"):
        sweep("3")
    kept = sweep("3", keep=True).kept
    assert kept is not None
    assert (tmp_path / kept / "t.csv").read_text(encoding="utf-8") == "edited"
    assert (tmp_path / "t.csv").read_text(encoding="utf-8") == "3"
    (tmp_path / "t.csv.manifest.json").unlink()
    with pytest.raises(OutputError, match="no manifest of innobudget lists"):
        sweep("4")
    assert {path.name for path in tmp_path.iterdir()} == {"t.csv", "earlier"}


KILLED = """
import os, signal, sys
from pathlib import Path
from innobudget.io import claims, moves, report_place
from innobudget.io.report_folder import open_report
from innobudget.io.report_place import Target

out, step, way = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
def refuse(*_):
    raise OSError

if way != "at once":
    moves._exchange = refuse
changing = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "open", "ctypes.dlopen"}
done = 0

def count(event, arguments):
    global done
    if event == "open" and not set("wax+") & set(str(arguments[1])):
        return
    if event in changing:
        done += 1
        if done > step:
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(count)
with open_report(Target.folder(out), keep=way == "kept") as report:
    for name in ("a.txt", "b.txt", "inputs/d.txt"):
        (report.staged / name).parent.mkdir(exist_ok=True)
        (report.staged / name).write_text("new")
    report.finish({"maker": "innobudget", "date": "2026-01-02"})
"""
"""Writes a report, and is killed just before one of the changes that it makes to the disk."""


def killed_after(step: int, way: str, out: Path) -> bool:
    """Say whether a run was killed after some changes; else there are no more."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(out), str(step), way],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in {0, -signal.SIGKILL}, done.stderr
    return done.returncode != 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("way", ["at once", "one by one", "kept"])
def test_a_kill_at_any_moment_leaves_a_report_that_the_next_command_makes_whole(
    way: str, tmp_path: Path
) -> None:
    found = []
    for step in range(100):
        out = tmp_path / str(step) / "r"
        write(out, a="old", c="old", inputs__d="old")
        before = texts(out)
        is_killed = killed_after(step, way, out)
        if way == "at once":
            assert is_whole(out)
        settle(Target.folder(out))
        after = {name: text for name, text in texts(out).items() if "earlier/" not in name}
        new = {"a.txt": "new", "b.txt": "new", "inputs/d.txt": "new"}
        assert after in (before, new), step
        found.append(after == new)
        if after == new and way == "kept":
            (kept,) = (out / "earlier").iterdir()
            assert texts(kept) == before
        write(out, a="last")
        assert {path.name for path in out.parent.iterdir()} == {"r"}
        assert {path.name for path in out.iterdir()} <= {"a.txt", "manifest.json", "earlier"}
        if not is_killed:
            break
    assert found == sorted(found), "once the new report is in, it stays"
    assert found[-1]
    assert found.count(True) >= (2 if way == "at once" else 5)
    assert found.count(False) >= 3


def test_what_is_edited_before_a_killed_run_is_finished_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "r"
    write(out, a="old", b="old")
    put(out, mine="mine")

    def dies(*_: object) -> None:
        raise OSError("no more")

    with monkeypatch.context() as patched:
        patched.setattr(moves, "_make_way", dies)
        with pytest.raises(OutputError, match="report-unfinished"):
            write(out, a="new", c="new")
    put(out, b="edited", c="edited")
    settle(Target.folder(out))
    (kept,) = (out / "earlier").iterdir()
    assert texts(kept) == {"b.txt": "edited", "c.txt": "edited"}
    found = {name: text for name, text in texts(out).items() if "earlier/" not in name}
    assert found == {"a.txt": "new", "c.txt": "new", "mine.txt": "mine"}
    assert not (out / ".innobudget").exists()


@pytest.mark.parametrize("plan", ["", "[]", '{"new": ["../x"], "former": {}, "aside": "e"}'])
def test_a_plan_that_no_run_of_ours_wrote_is_not_followed(plan: str, tmp_path: Path) -> None:
    write(tmp_path / "r", a="1")
    work = tmp_path / "r" / ".innobudget"
    work.mkdir()
    (work / "lock").touch()
    (work / "plan.json").write_text(plan, encoding="utf-8")
    settle(Target.folder(tmp_path / "r"))
    assert texts(tmp_path / "r") == {"a.txt": "1"}
    assert not work.exists()


@pytest.mark.parametrize("name", [".r-innobudget", "r/.innobudget"])
def test_a_folder_that_only_has_the_name_of_a_work_folder_is_left_alone(
    name: str, tmp_path: Path
) -> None:
    write(tmp_path / "r", a="1")
    (tmp_path / name).mkdir()
    (tmp_path / name / "mine").touch()
    with pytest.raises(OutputError, match="no run of innobudget made"):
        write(tmp_path / "r", a="2")
    assert [path.name for path in (tmp_path / name).iterdir()] == ["mine"]


@contextmanager
def mount(folder: Path, *words: str) -> Iterator[None]:
    """Mount something on a folder, where that is allowed."""
    tools = [shutil.which(name) for name in ("mount", "umount")]
    if None in tools or sys.platform != "linux":
        pytest.skip("no mount on this system")
    if subprocess.run(
        [tools[0] or "", *words, folder], capture_output=True, check=False
    ).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield
    finally:
        subprocess.run([tools[1] or "", folder], check=True)


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Path]:
    """Return a folder in which another disk of 200 kB is mounted."""
    folder = tmp_path / "mounted"
    folder.mkdir()
    with mount(folder, "-t", "tmpfs", "-o", "size=200k", "tmpfs"):
        yield folder


def test_a_mount_point_and_a_link_to_another_disk_are_written(
    mounted: Path, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(mounted, target_is_directory=True)
    for place in (mounted, tmp_path / "link"):
        for text in "12":
            write(place, a=text, inputs__b=text)
        assert texts(mounted) == {"a.txt": "2", "inputs/b.txt": "2"}
        assert {path.name for path in mounted.iterdir()} == {"a.txt", "inputs", "manifest.json"}
    write(mounted, keep=True, a="3")
    assert {path.name for path in mounted.iterdir()} == {"a.txt", "earlier", "manifest.json"}


def test_a_disk_that_is_bound_in_twice_is_written(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    with mount(tmp_path / "two", "--bind", str(tmp_path / "one")):
        for text in "12":
            write(tmp_path / "two", a=text)
        assert texts(tmp_path / "one") == {"a.txt": "2"}
        assert {path.name for path in tmp_path.iterdir()} == {"one", "two"}


def test_a_full_disk_is_one_block_and_leaves_the_earlier_report(mounted: Path) -> None:
    for folder in (mounted, mounted / "r"):
        write(folder, a="1")
        with pytest.raises(OutputError, match="a full disk") as raised:
            write(folder, a="2" * 300_000)
        assert raised.value.problem.place == str(folder)
        assert is_whole(folder)
        for path in [*folder.iterdir()]:
            path.unlink()


def test_below_a_folder_that_takes_no_files_a_report_is_written(tmp_path: Path) -> None:
    write(tmp_path / "above" / "r", a="1")
    protect(tmp_path / "above", 0o555)
    try:
        write(tmp_path / "above" / "r", a="2")
        assert texts(tmp_path / "above" / "r") == {"a.txt": "2"}
        assert [path.name for path in (tmp_path / "above").iterdir()] == ["r"]
        with pytest.raises(OutputError, match="not-written"):
            write(tmp_path / "above" / "other", a="2")
    finally:
        (tmp_path / "above").chmod(0o755)
