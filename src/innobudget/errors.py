"""Faults and doubts, each located, complete and explained."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from unicodedata import category

SHOWN_IN_FULL = 20
SHORTEST_PART = 4
"""Of a name that is taken for the whole. [characters]"""
LONGEST = 500
"""Of one entry of a block: what is longer is cut. [characters]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding about an input: a fault that stops a run, or a doubt that travels with it.

    Which of the two it is follows from where it is kept: an `InputError` carries faults,
    a `doubts` field carries doubts.
    """

    code: str
    """Short name of the kind of problem, as listed in docs/errors.md: `amount-is-text`."""
    found: str
    """What stands there, quoted as written."""
    expected: str
    """What would be right: the allowed set, a range, the nearest known name."""
    remedy: str
    """One action for the user."""
    place: str = ""
    """File, sheet or table, cell or line, in words."""
    path: tuple[str | int, ...] = ()
    """Keys and positions inside a scenario, from which its reader makes `place`."""

    def __str__(self) -> str:
        """Return the block that the user reads."""
        return (
            f"{visible(self.place)} [{self.code}]\n"
            f"  found     {visible(self.found)}\n"
            f"  expected  {visible(self.expected)}\n"
            f"  to fix    {visible(self.remedy)}"
        )


def visible(text: str, most: int = LONGEST) -> str:
    r"""Return a text that does nothing but be read: on one line, not longer than it may be.

    Control characters, marks of direction and whatever else has no shape of its own could move
    the cursor, hide words or turn them round; they are shown as escapes.

    Examples
    --------
    >>> visible("a\x1b[31m\nb"), visible("Ældre\xa0og unge"), visible("abcdef", 4)
    ('a\\x1b[31m\\nb', 'Ældre\xa0og unge', 'abc…')

    """
    return _escaped(text if len(text) <= most else f"{text[: most - 1]}…")


def shown(text: str) -> str:
    """Return a text of several lines that does nothing but be read."""
    return "\n".join(map(_escaped, text.split("\n")))


def _escaped(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(
        letter
        if letter.isprintable() or category(letter) == "Zs"
        else letter.encode("unicode_escape").decode("ascii")
        for letter in line
    )


def describe(problems: Iterable[Problem]) -> str:
    """Return the blocks of all problems: equal ones once, twenty in full, the rest counted."""
    unique = list(dict.fromkeys(problems))
    blocks = [str(problem) for problem in unique[:SHOWN_IN_FULL]]
    hidden = len(unique) - SHOWN_IN_FULL
    if hidden > 0:
        blocks.append(f"… and {hidden} more problem{'s' if hidden > 1 else ''}")
    return "\n".join(blocks)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known name that a misspelt one is most like; None: none is like it.

    Examples
    --------
    >>> nearest("Dealy", ["delay", "track"])
    'delay'
    >>> nearest("handicap", ["Ældre- og Handicapudvalget", "Børn- og Ungeudvalget"])
    'Ældre- og Handicapudvalget'

    """
    by_fold = {name.casefold(): name for name in known}
    fold = word.casefold()
    found = get_close_matches(fold, by_fold, n=1)
    if not found and len(fold) >= SHORTEST_PART:  # part of a longer name, and of no other
        within = [name for name in by_fold if fold in name]
        found = within if len(within) == 1 else []
    return by_fold[found[0]] if found else None


class InnobudgetError(Exception):
    """Base of every error that innobudget raises on purpose."""


class InputError(InnobudgetError):
    """Files or values have faults; carries every problem found in one pass."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, at least one."""
        self.problems = tuple(problems)
        super().__init__(describe(self.problems))


class AssumptionError(InnobudgetError, ValueError):
    """A value lies where the model has no meaning."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem; the reader of a file adds the place."""
        self.problem = problem
        super().__init__(str(problem))


class ComparisonError(InnobudgetError):
    """Scenarios cannot be compared: they do not share years, price basis or assumptions."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, at least one."""
        self.problems = tuple(problems)
        super().__init__(describe(self.problems))


class OutputError(InnobudgetError):
    """A report could not be written, often because a file is still open in Excel."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems that keep the report from being written, at least one."""
        self.problems = problems
        self.problem = problems[0]
        super().__init__(describe(problems))
