"""The smallest input that causes each problem, and the exact message."""

import ast
import errno
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from innobudget.errors import (
    LONGEST,
    REASONS,
    InputError,
    Problem,
    describe,
    nearest,
    reason_of,
    shown,
    where,
)
from innobudget.io.scenarios import load_scenario
from innobudget.messages import Text, say

TESTS = Path(__file__).parent
CASES = sorted(path.parent for path in TESTS.glob("errors/*/scenario.toml"))
ALWAYS = "amount-missing"
"""The cases' budget has one cell that is missing."""


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_each_problem_reads_as_written_down(folder: Path) -> None:
    try:
        found = load_scenario(folder / "scenario.toml").doubts
    except InputError as error:
        found = error.problems
    problems = [problem for problem in found if problem.code != ALWAYS]
    assert [problem.code for problem in problems] == [folder.name]
    assert f"{describe(problems)}\n" == (folder / "expected.txt").read_text(encoding="utf-8")


def codes_in(tree: ast.AST) -> Iterator[str]:
    """Yield the codes that a module gives to problems, directly or through a function."""
    places = {
        function.name: [argument.arg for argument in function.args.args].index("code")
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        and "code" in [argument.arg for argument in function.args.args]
    }
    for call in ast.walk(tree):
        if isinstance(call, ast.Call):
            given = [item.value for item in call.keywords if item.arg == "code"]
            name = call.func.id if isinstance(call.func, ast.Name) else ""
            place = places.get(name, {"refuse": 1}.get(name))
            if place is not None and place < len(call.args):
                given.append(call.args[place])
            for value in given:
                yield from (
                    part.value
                    for part in ast.walk(value)
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                )


def test_every_problem_is_listed_with_meaning_and_remedy() -> None:
    source = TESTS.parent / "src"
    used = {
        code
        for path in source.rglob("*.py")
        for code in codes_in(ast.parse(path.read_text(encoding="utf-8")))
        if re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
    }
    listed = (TESTS.parent / "docs" / "errors.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| (.+) \| (.+) \|$", listed, flags=re.MULTILINE)
    assert {code for code, _, _ in rows} == used
    assert len(rows) == len(used)


def test_blocks_say_place_finding_expectation_and_remedy() -> None:
    problem = Problem(code="c", place="p", found="f", expected="e", remedy="r")
    assert str(problem) == "p [c]\n  found     f\n  expected  e\n  to fix    r"


def test_twenty_problems_are_shown_and_the_rest_counted() -> None:
    many = [
        Problem(code=str(number), place="p", found="f", expected="e", remedy="r")
        for number in range(23)
    ]
    assert describe(many).endswith("… and 3 more problems")
    assert describe(many[:21]).endswith("… and 1 more problem")
    assert describe(many * 2) == describe(many)


def test_the_nearest_name_ignores_case_and_may_be_none() -> None:
    assert nearest("ÆLDREUDVALG", ["Ældreudvalget", "Teknik"]) == "Ældreudvalget"
    assert nearest("x", ["Ældreudvalget"]) is None


def test_a_place_is_told_in_the_readers_language_whatever_it_is_part_of() -> None:
    row = where(say("command line"), option="--public")
    assert row("da") == where(row)("da") == "kommandolinjen, tilvalg --public"  # type: ignore[operator]  # a message


ODD = "a\x1b[31m\x00\u202e\u200b\ufeff\u2028\x85\ud800"


def test_a_block_does_nothing_but_be_read() -> None:
    problem = Problem(code="c", place=ODD, found=f"{ODD}\n", expected=ODD, remedy=ODD)
    lines = str(problem).split("\n")
    assert len(lines) == 4
    assert all(line.isprintable() for line in lines)
    assert "a\\x1b[31m\\x00\\u202e" in lines[0]


def test_what_is_long_is_cut() -> None:
    problem = Problem(code="c", place="p", found="x" * 10_000, expected="e", remedy="r")
    assert max(map(len, str(problem).split("\n"))) < LONGEST + 20


def test_texts_of_several_lines_keep_their_lines_and_spaces() -> None:
    assert shown("Ældre\xa0og unge\n\n\x1b[2J") == "Ældre\xa0og unge\n\n\\x1b[2J"


@pytest.mark.parametrize("number", REASONS)
def test_what_the_system_refuses_is_told_in_the_readers_language(number: int) -> None:
    told = reason_of(OSError(number, "sprog fra systemet", "budget.csv"))
    assert isinstance(told, Text)
    assert told == os.strerror(number) or sys.platform == "win32"
    assert told("da") not in {told, "sprog fra systemet"}


def test_what_is_not_known_of_a_system_is_told_in_its_own_words() -> None:
    assert reason_of(OSError(9_999, "Out of order")) == "Out of order"
    assert reason_of(OSError("no number")) == "no number"
    held = PermissionError(13, "The process cannot access the file")
    held.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    assert reason_of(held) == REASONS[errno.EBUSY]
