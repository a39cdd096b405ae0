"""Faults and doubts, each located, complete and explained."""

import errno
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Self
from unicodedata import category

from innobudget.messages import ENGLISH, counted, linked, said, say

SHOWN_IN_FULL = 20
SHORTEST_PART = 4
"""Of a name that is taken for the whole. [characters]"""
LONGEST = 500
"""Of one entry of a block: what is longer is cut. [characters]"""
SPOTS = {
    "sheet": say('sheet "{at}"'),
    "row": say("row {at}"),
    "column": say("column {at}"),
    "cell": say("cell {at}"),
    "line": say("line {at}"),
    "key": say("key {at}"),
    "option": say("option {at}"),
    "argument": say("argument {at}"),
}
"""Kinds of places in files, in words."""
LABELS = (say("found"), say("expected"), say("to fix"))
"""Of the lines of a block."""
REASONS = {
    errno.ENOENT: say("No such file or directory"),
    errno.EACCES: say("Permission denied"),
    errno.EPERM: say("Operation not permitted"),
    errno.EROFS: say("Read-only file system"),
    errno.ENOSPC: say("No space left on device"),
    errno.EDQUOT: say("Disk quota exceeded"),
    errno.EFBIG: say("File too large"),
    errno.EISDIR: say("Is a directory"),
    errno.ENOTDIR: say("Not a directory"),
    errno.EEXIST: say("File exists"),
    errno.ENOTEMPTY: say("Directory not empty"),
    errno.ENAMETOOLONG: say("File name too long"),
    errno.ELOOP: say("Too many levels of symbolic links"),
    errno.EBUSY: say("Device or resource busy"),
    errno.EMFILE: say("Too many open files"),
    errno.EIO: say("Input/output error"),
    errno.EINVAL: say("Invalid argument"),
}
"""What systems answer, in English or in whatever language they are set to, by number."""
LOCKED = frozenset({32, 33})
"""Windows' numbers for a file that another program holds, which as `errno` is but refused."""


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
        """Return the block that the user reads, in English."""
        return self.told(ENGLISH)

    def told(self, language: str) -> str:
        """Return the block that the user reads, in a language."""
        labels = [label(language) for label in LABELS]
        width = max(map(len, labels))
        lines = zip(labels, (self.found, self.expected, self.remedy), strict=True)
        return "\n".join(
            [
                f"{visible(said(self.place, language))} [{self.code}]",
                *(f"  {name:{width}}  {visible(said(text, language))}" for name, text in lines),
            ]
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


def describe(problems: Iterable[Problem], language: str = ENGLISH) -> str:
    """Return the blocks of all problems: equal ones once, twenty in full, the rest counted."""
    unique = list(dict.fromkeys(problems))
    blocks = [problem.told(language) for problem in unique[:SHOWN_IN_FULL]]
    hidden = len(unique) - SHOWN_IN_FULL
    if hidden > 0:
        more = counted("… and {count} more problem", "… and {count} more problems", hidden)
        blocks.append(more(language))
    return "\n".join(blocks)


def where(file: object, **spots: object) -> str:
    """Say where in a file something stands, from the large to the small.

    Examples
    --------
    >>> where("budget.xlsx", sheet="Drift", cell="B4")
    'budget.xlsx, sheet "Drift", cell B4'

    """
    return linked(", ", [file, *(SPOTS[kind].of(at=at) for kind, at in spots.items())])


def reason_of(error: OSError) -> str:
    """Return what the system answered."""
    number = errno.EBUSY if getattr(error, "winerror", None) in LOCKED else error.errno
    return REASONS.get(number or 0) or error.strerror or str(error)


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
    """Base of every error that innobudget raises on purpose; as a string it is English."""

    language: str | None = None
    """Of what it is about, where that says one."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, at least one."""
        self.problems = tuple(problems)
        super().__init__(describe(self.problems))

    def told(self, language: str) -> str:
        """Return the blocks of all problems in a language."""
        return describe(self.problems, language)

    def about(self, language: str | None) -> Self:
        """Return itself, knowing which language its readers have chosen in their file."""
        self.language = self.language or language
        return self


class InputError(InnobudgetError):
    """Files or values have faults; carries every problem found in one pass."""


class AssumptionError(InnobudgetError, ValueError):
    """A value lies where the model has no meaning."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem; the reader of a file adds the place."""
        self.problem = problem
        super().__init__([problem])


class ComparisonError(InnobudgetError):
    """Scenarios cannot be compared: they do not share years, price basis or assumptions."""


class OutputError(InnobudgetError):
    """A report could not be written, often because a file is still open in Excel."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems that keep the report from being written, at least one."""
        self.problem = problems[0]
        super().__init__(problems)


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    """Let errors know which language a scenario is in; None: it says none."""
    try:
        yield
    except InnobudgetError as error:
        error.about(language)
        raise
