"""The guide of twenty minutes, played in an empty folder as its page says, in both languages."""

import re
import sys
from pathlib import Path

import pytest

from innobudget.cli import command_line
from innobudget.report.words.numbers import NARROW_SPACE
from test_cli import ROOT, files_in

BLOCK = re.compile(r"```(\w+)\n(.*?)```", flags=re.DOTALL)
FILES = {"text": "budget.csv", "toml": "first.toml"}


def said_by(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    """Return what a command of the guide says; it must succeed."""
    monkeypatch.setattr(sys, "argv", words)
    with pytest.raises(SystemExit) as ended:
        command_line.main()
    told = "".join(capsys.readouterr())
    assert not ended.value.code, told
    return told.replace(NARROW_SPACE, " ")


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_guide_can_be_played_in_an_empty_folder(
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs" / f"guide.{language}.md").read_text(encoding="utf-8")
    told, played = "", []
    for kind, text in BLOCK.findall(page):
        if kind in FILES:
            Path(FILES[kind]).write_text(text, encoding="utf-8")
        elif kind == "sh":
            played += text.splitlines()
            commands = [line.split() for line in text.splitlines()]
            told = "".join(said_by(words, monkeypatch, capsys) for words in commands)
        else:
            assert [line for line in text.splitlines() if line not in told] == []
    assert [line.split()[1] for line in played[1:]] == [
        *("budget", "check", "run", "break-even", "run", "verify")
    ]
    report = files_in(tmp_path / "reports" / "first")
    assert set(re.findall(r"`([\w-]+\.(?:png|xlsx|docx|pdf))`", page)) <= report
