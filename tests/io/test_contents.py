"""Whatever a name leads to, a file is read or it is said why not."""

import os
from pathlib import Path

import pytest

from innobudget.errors import InputError
from innobudget.io.contents import content_of, is_there
from innobudget.io.scenarios import load_scenario
from innobudget.io.sheets import read_sheets


def code(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        content_of(path, expected="a budget", most=1000)
    (problem,) = caught.value.problems
    assert problem.place
    return problem.code


def test_what_is_no_file_on_a_disk_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    (tmp_path / "empty").write_bytes(b"\xef\xbb\xbf \r\n")
    (tmp_path / "large").write_bytes(bytes(1001))
    found = {
        "circle": code(tmp_path / "circle"),
        "empty": code(tmp_path / "empty"),
        "large": code(tmp_path / "large"),
        "folder": code(tmp_path),
        "nul": code(tmp_path / "a\0b"),
        "long": code(tmp_path / ("x" * 300)),
        "below a file": code(tmp_path / "large" / "inner"),
    }
    assert found == {
        "circle": "file-unreadable",
        "empty": "file-empty",
        "large": "file-too-large",
        "folder": "file-is-a-folder",
        "nul": "file-unreadable",
        "long": "file-missing",
        "below a file": "file-unreadable",
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_or_a_device_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "zero.toml").symlink_to("/dev/zero")
    for name in ("pipe.toml", "zero.toml"):
        for read in (load_scenario, read_sheets):
            with pytest.raises(InputError, match="a device or a pipe"):
                read(tmp_path / name)


def test_a_name_that_no_system_takes_is_not_there(tmp_path: Path) -> None:
    assert not is_there(tmp_path / "a\0b")
    assert not is_there(tmp_path / ("x" * 300))
