"""What faults are planted, and which tests are run to find them."""

from pathlib import Path

import pytest

from mutants import PACKAGE, Reach, importers
from planting import Mutant, mutants

SOURCE = b'''"""Words, at least 1."""

from x import y


def hole(gap: int = 0, *, kind: Literal["p10", "p90"] = "p10") -> bool:
    """Say whether it is above 0."""
    if gap >= 1 and kind:
        yield say("above {limit}", limit=0)
    found = min(gap, 0.5) - x.booked < 0
    return found and (x.planned or x.p50)
'''


def planted(source: bytes) -> list[str]:
    return [str(mutant).removeprefix("m.py:") for mutant in mutants("m.py", source)]


def test_small_faults_are_planted_and_words_are_left_alone() -> None:
    assert set(planted(SOURCE)) == {
        "6: 0 → 1",
        "6: \"p10\" → 'p90'",
        "8: gap >= 1 and kind → (gap >= 1 or kind)",
        "8: gap >= 1 → (gap > 1)",
        "8: gap >= 1 → (gap <= 1)",
        "8: 1 → 2",
        '9: yield say("above {limit}", limit=0) → pass',
        "11: x.planned or x.p50 → (x.planned and x.p50)",
        "10: min(gap, 0.5) - x.booked < 0 → (min(gap, 0.5) - x.booked <= 0)",
        "10: min(gap, 0.5) - x.booked < 0 → (min(gap, 0.5) - x.booked > 0)",
        "10: min(gap, 0.5) - x.booked → (min(gap, 0.5) + x.booked)",
        "10: min → (max)",
        "10: 0.5 → 1.0",
        "10: x.booked → (x.planned)",
        "11: found and (x.planned or x.p50) → (found or (x.planned or x.p50))",
        "11: x.planned → (x.booked)",
        "10: 0 → 1",
    }


@pytest.mark.parametrize("number", range(len(planted(SOURCE))))
def test_a_fault_replaces_its_own_place_alone(number: int) -> None:
    mutant = list(mutants("m.py", SOURCE))[number]
    changed = mutant.planted(SOURCE)
    assert changed != SOURCE
    assert changed.splitlines()[: mutant.line - 1] == SOURCE.splitlines()[: mutant.line - 1]
    compile(changed, "m.py", "exec")


def test_who_reaches_a_line_is_asked_first_and_the_quickest_of_them() -> None:
    reach = Reach()
    slow, quick, beside, failed = (
        f"a.py::{name}" for name in ("slow", "quick", "beside", "failed")
    )
    reach.add(
        {
            "seconds": {slow: 2.0, quick: 1.0, beside: 0.1, failed: None},
            "lines": {"m.py": {"7": [0, 1, 3], "8": [2]}},
        }
    )
    reach.add({"seconds": {"b.py::other": 0.1}, "lines": {"m.py": {"9": [0]}}})
    mutant = Mutant(path="m.py", line=7, start=0, end=0, old="", new="")
    assert reach.tests(mutant, 30) == [quick, slow, beside, "b.py::other"]


def test_where_none_reaches_a_module_those_are_asked_that_reach_who_imports_it() -> None:
    reach = Reach({"words.py": {"page.py", "b.py"}})
    reach.add({"seconds": {"a.py::page": 2.0}, "lines": {"page.py": {"3": [0]}}})
    reach.add({"seconds": {"b.py::words": 1.0, "b.py::other": 3.0}, "lines": {}})
    reach.add({"seconds": {"c.py::else": 1.0}, "lines": {"else.py": {"3": [0]}}})
    mutant = Mutant(path="words.py", line=7, start=0, end=0, old="", new="")
    assert reach.tests(mutant, 30) == ["b.py::words", "a.py::page", "b.py::other"]


def test_who_imports_a_module_is_found_by_either_form_of_an_import(tmp_path: Path) -> None:
    package, tests = tmp_path / PACKAGE, tmp_path / "tests"
    for folder in (package / "words", tests):
        folder.mkdir(parents=True)
    (package / "words" / "labels.py").write_text("YEAR = 1\n", encoding="utf-8")
    (package / "page.py").write_text("from innobudget.words import labels\n", encoding="utf-8")
    test = "from innobudget.words.labels import YEAR\n"
    (tests / "test_words.py").write_text(test, encoding="utf-8")
    found = importers(tmp_path)[str(PACKAGE / "words" / "labels.py")]
    assert found == {str(PACKAGE / "page.py"), str(Path("tests", "test_words.py"))}
