"""A saving from proposal to the next budget, as docs/following-a-saving.md has it."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from shlex import split
from typing import NamedTuple

from openpyxl import load_workbook

from calling import call
from test_cli import ROOT

PAGE = (ROOT / "docs" / "following-a-saving.md").read_text(encoding="utf-8")
BLOCK = re.compile(
    r"(?:`([\w.-]+)`:\n\n|[^\n]*`([\w.-]+)`[^`\n]*:\n\n)?```(\w+)\n(.*?)```", re.DOTALL
)
FOLLOWUP_DAY = {"SOURCE_DATE_EPOCH": "1777550400"}
"""The 30th of April 2026, on which benefit owners are asked."""


class Command(NamedTuple):
    """A command, and what the page shows of its answer."""

    words: list[str]
    shown: list[str]


def commands(block: str) -> Iterator[Command]:
    """Yield the commands of a block in their order."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, *shown = part.splitlines()
        yield Command(split(line)[1:], shown)


def given(words: list[str], folder: Path) -> list[str]:
    """Give a command on the day of the first follow-up; return the lines of its answer."""
    done = call(*words, cwd=folder, day=FOLLOWUP_DAY)
    assert done.returncode == 0, done.stderr
    return [*done.stdout.splitlines(), *done.stderr.splitlines()]


def answered(workbook: Path) -> None:
    """Fill in what the page says that the head of home care fills in."""
    book = load_workbook(workbook)
    sheet = book["faktum"]
    header, *rows = sheet.iter_rows()
    column = {cell.value: number for number, cell in enumerate(header)}
    trial = next(row for row in rows if row[column["fase"]].value == "Prøve")
    trial[column["dato"]].value = datetime(2026, 3, 20)  # noqa: DTZ001 - cells have no zone
    trial[column["bestået"]].value = "JA"
    begun = next(row for row in rows if "begyndt" in str(row[column["kilde"]].value))
    begun[column["dato"]].value = datetime(2026, 4, 30)  # noqa: DTZ001
    begun[column["begyndt"]].value = 2026
    book.save(workbook)


def test_every_command_of_the_page_answers_what_it_shows(tmp_path: Path) -> None:
    played = []
    for named, also, kind, text in BLOCK.findall(PAGE):
        if kind != "console":
            (tmp_path / (named or also)).write_text(text, encoding="utf-8")
            continue
        for command in commands(text):
            quick = ["--no-charts"] if command.words[0] in {"run", "compare"} else []
            told = given([*command.words, *quick], tmp_path)
            for line in command.shown:
                assert line in told
            played.append(command.words[0])
            if command.words[0] == "new":
                answered(tmp_path / command.words[-1])
    assert played == ["run", "run", "new", "run", "run", "run", "roll", "run", "compare"]
