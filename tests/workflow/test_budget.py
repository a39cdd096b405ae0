"""What `innobudget budget` says of a file, for people and for scripts."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from innobudget.cli import commands
from innobudget.errors import InputError
from innobudget.workflow.budget import read_budget_file, refused_json

TABLE = "Konto;Navn;2025;2026\n1;Skoler;5;6\n2;Veje;7;8\n"


def test_a_refused_file_is_an_object_for_scripts_too(tmp_path: Path) -> None:
    path = tmp_path / "budget.csv"
    path.write_text(TABLE.replace("7", "mange"), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_budget_file(path)
    said = json.loads(refused_json(path, caught.value))
    assert (said["verdict"], said["file"]) == ("refused", "budget.csv")
    (problem,) = said["problems"]
    assert (problem["code"], problem["place"]) == ("amount-is-text", "budget.csv, row 3, column C")
    assert set(problem) == {"code", "place", "found", "expected", "remedy"}


@pytest.mark.parametrize(
    ("text", "mapping", "verdict"),
    [
        (TABLE, "", "budget"),
        ("notes\n", "", "refused"),
        ("", "", "refused"),
        (TABLE, "unit = inf", "refused"),
        (TABLE, "unit = 1e30", "refused"),
        (TABLE, "header_row = -1", "refused"),
        (TABLE, "sheet = 5", "refused"),
        (TABLE, "unit = " + "9" * 5000, "refused"),
        (TABLE, "x = " + "[" * 500 + "]" * 500, "refused"),
    ],
)
def test_the_object_is_on_standard_output_whatever_comes_of_it(
    tmp_path: Path, text: str, mapping: str, verdict: str
) -> None:
    (tmp_path / "b.csv").write_text(text, encoding="utf-8")
    (tmp_path / "m.toml").write_text(f"# mapping\n{mapping}\n", encoding="utf-8")
    words = ["budget", str(tmp_path / "b.csv"), "--mapping", str(tmp_path / "m.toml"), "--json"]

    done = CliRunner().invoke(commands.app, words)

    said = json.loads(done.stdout)
    assert said["verdict"] == verdict
    assert isinstance(said["problems"], list)
    if isinstance(done.exception, InputError):
        assert len(said["problems"]) == len(done.exception.problems)


def test_names_never_become_lines_of_a_mapping(tmp_path: Path) -> None:
    path = tmp_path / "a\nunit = 7\n#.csv"
    path.write_text(TABLE, encoding="utf-8")
    target = tmp_path / "mapping.toml"
    read_budget_file(path, write_mapping=target)
    lines = target.read_text(encoding="utf-8").splitlines()
    assert not any(line.startswith("unit = 7") for line in lines)
