"""A folder of reports is complete or as it was before."""

import json
from errno import EACCES
from pathlib import Path

import pytest

from innobudget.errors import OutputError
from innobudget.io.report_folder import (
    MAKER,
    Writer,
    check_folder,
    staged_file,
    write_folder,
    writing,
)


def writer(**files: str) -> Writer:
    def write(folder: Path) -> None:
        for stem, text in files.items():
            (folder / f"{stem}.txt").write_text(text, encoding="utf-8")

    return write


def texts(folder: Path) -> dict[str, str]:
    return {
        path.name: path.read_text(encoding="utf-8")
        for path in folder.iterdir()
        if path.name != "manifest.json"
    }


MANIFEST = {"maker": MAKER}


def test_files_are_written_and_listed_with_the_manifest_last(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "report"
    assert write_folder(folder, writer(b="2", a="1"), MANIFEST) == (
        "a.txt",
        "b.txt",
        "manifest.json",
    )
    assert texts(folder) == {"a.txt": "1", "b.txt": "2"}
    listed = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert set(listed) == {"a.txt", "b.txt"}
    assert [path.name for path in folder.parent.iterdir()] == ["report"]


def test_a_later_report_replaces_and_removes_only_what_the_earlier_one_listed(
    tmp_path: Path,
) -> None:
    write_folder(tmp_path / "r", writer(a="1", b="2"), MANIFEST)
    (tmp_path / "r" / "mine.md").write_text("kept", encoding="utf-8")
    write_folder(tmp_path / "r", writer(a="3", c="4"), MANIFEST)
    assert texts(tmp_path / "r") == {"a.txt": "3", "c.txt": "4", "mine.md": "kept"}


def test_a_report_that_fails_half_way_leaves_the_earlier_one_whole(tmp_path: Path) -> None:
    write_folder(tmp_path / "r", writer(a="1"), MANIFEST)

    def failing(folder: Path) -> None:
        (folder / "a.txt").write_text("2", encoding="utf-8")
        raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        write_folder(tmp_path / "r", failing, MANIFEST)
    assert texts(tmp_path / "r") == {"a.txt": "1"}
    assert [path.name for path in tmp_path.iterdir()] == ["r"]


def test_a_file_of_the_users_is_never_overwritten(tmp_path: Path) -> None:
    write_folder(tmp_path / "r", writer(a="1"), MANIFEST)
    (tmp_path / "r" / "b.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="does not list"):
        write_folder(tmp_path / "r", writer(a="2", b="2"), MANIFEST)
    assert texts(tmp_path / "r") == {"a.txt": "1", "b.txt": "mine"}


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"maker": "another"}', '{"maker": 1, "files": 2}']
)
def test_a_folder_with_another_manifest_is_not_ours(text: str, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(OutputError, match="folder-not-ours"):
        check_folder(tmp_path)


def test_a_manifest_cannot_make_us_touch_files_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("kept", encoding="utf-8")
    folder = tmp_path / "r"
    folder.mkdir()
    manifest = {"maker": MAKER, "files": {"../precious.txt": ""}}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    write_folder(folder, writer(a="1"), MANIFEST)
    assert (tmp_path / "precious.txt").exists()


def test_a_missing_or_empty_folder_is_ours_to_use(tmp_path: Path) -> None:
    check_folder(tmp_path)
    check_folder(tmp_path / "new")


def test_a_file_in_the_way_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "report"
    path.write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="a file of that name"):
        check_folder(path)


@pytest.mark.parametrize(
    ("refused", "found", "remedy"),
    [
        ("reports/town.csv", "town.csv: Permission denied", "close the file in Excel"),
        ("reports/.town-x1y2", "reports: Permission denied", "choose another place"),
    ],
)
def test_a_file_that_is_open_is_told_from_a_folder_that_takes_none(
    tmp_path: Path, refused: str, found: str, remedy: str
) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "town.csv").touch()
    with pytest.raises(OutputError) as raised, writing(tmp_path / "reports" / "town.csv"):
        raise PermissionError(EACCES, "Permission denied", str(tmp_path / refused))
    assert raised.value.problem.found == found
    assert raised.value.problem.remedy.startswith(remedy)


def test_a_file_that_fails_half_way_leaves_the_earlier_one(tmp_path: Path) -> None:
    target = tmp_path / "town.csv"
    target.write_text("earlier", encoding="utf-8")

    def fail() -> None:
        with staged_file(target) as staged:
            staged.write_text("lat", encoding="utf-8")
            raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        fail()
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["earlier"]
