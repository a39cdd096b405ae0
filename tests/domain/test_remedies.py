"""What to do is said in words of the task: it corrects and moves, and destroys nothing."""

import ast
import re
from pathlib import Path

import pytest

from conftest import a_budget, a_line, a_scenario, an_effect, an_investment
from innobudget.domain.checks import check_scenario

SOURCE = Path(__file__).resolve().parent.parent.parent / "src" / "innobudget"
DESTROYING = re.compile(r"\b(delete|remove|erase|drop|leave \S+ out|take \S+ (away|out))\b")


def remedy(**effect: str) -> str:
    lines = (
        a_line("5.30.26", name="Home care", area="Ældre- og Handicapudvalget"),
        a_line("5.30.27", name="Nursing homes", area="Ældre- og Handicapudvalget"),
        a_line("6.45.51", name="Administration", area="Finance"),
    )
    case = an_investment(effects=(an_effect(**effect),))
    (fault,) = check_scenario(a_scenario(case, budget=a_budget(*lines)))
    assert fault.code == "no-such-line"
    return fault.remedy


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("5.30", 'line = "5.30.*"'),
        ("5.30.", 'line = "5.30.*"'),
        ("5.30*", 'line = "5.30.*"'),
        ("5-30-26", 'line = "5.30.26"'),
        ("5 30", 'line = "5.30.*"'),
        ("05,30,26", 'line = "05.30.26"'),
        ("45", 'line = "*.45.*"'),
        ("6.45.15", 'line = "6.45.51"'),
        ("Home Care", 'line = "5.30.26"'),
        ("nursing", 'line = "5.30.27"'),
        ("finance", 'area = "Finance"'),
    ],
)
def test_a_line_that_is_not_there_is_written_as_it_is_meant(line: str, wanted: str) -> None:
    assert remedy(line=line) == f"write {wanted}"


@pytest.mark.parametrize(
    ("area", "wanted"),
    [
        ("Ældre og handicapudvalget", 'area = "Ældre- og Handicapudvalget"'),
        ("handicap", 'area = "Ældre- og Handicapudvalget"'),
        ("5.30", 'line = "5.30.*"'),
        ("Home care", 'line = "5.30.26"'),
    ],
)
def test_an_area_that_is_not_there_is_written_as_it_is_meant(area: str, wanted: str) -> None:
    assert remedy(area=area) == f"write {wanted}"


def test_what_is_like_nothing_is_left_to_the_reader() -> None:
    assert remedy(line="Zzz") == "choose a line of the budget"


def texts(path: Path) -> list[str]:
    """Return every text that a module gives to a problem's remedy."""
    calls = [
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]
    given = [key.value for call in calls for key in call.keywords if key.arg == "remedy"]
    return [
        part.value
        for value in given
        for part in ast.walk(value)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    ]


def test_no_remedy_destroys_what_somebody_wrote() -> None:
    found = [text for path in SOURCE.rglob("*.py") for text in texts(path)]
    assert len(found) > 100
    assert [text for text in found if DESTROYING.search(text)] == []
