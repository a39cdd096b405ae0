"""What is found when a report is verified, in a few lines."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from innobudget.domain.scenario import Language
from innobudget.errors import Problem, describe
from innobudget.messages import Text, say

SHOWN = 20
"""Differences that are told one by one."""
ABSENT = object()
"""Stands where one of two documents has nothing."""

HEADING = say("{folder}: a report of {names}, made on {date} with innobudget {version}.")
AS_WRITTEN = say("Files: all {count} are as they were written.")
CHANGED = say("Files that were changed since: {files}")
MISSING = say("Files that are missing: {files}")
BESIDE = say("Not part of the report: {files}")
OTHER_VERSION = say("Made with {name} {then}; this is {now}.")
SAME = say("Run again: the inputs give the same {file}, byte for byte.")
SAME_FIGURES = say(
    "Run again: the inputs give the same figures; in {file} only the version of innobudget differs."
)
SAME_AS_WRITTEN_ONCE = say(
    "Run again: the inputs give {file} as it was written, before it was changed."
)
DIFFERENT = say("Run again: the inputs give another {file}.")
DIFFERENCE = say("  {place}: {then} written, {now} now")
MORE = say("  … and {count} more")
INPUTS_CHANGED = say("Not run again: the copies of the inputs are not as they were written.")
LEFT_OUT = say(
    "Not run again: the report holds no copy of {file} (--no-inputs). Put the file with this "
    "SHA-256 there and verify again: {digest}"
)
NOT_SAID = say(
    "Not run again: the manifest does not say how, as in reports before innobudget copied "
    "their inputs."
)
REFUSED = say("Run again: the inputs can no longer be read.")
NOTHING = say("nothing")


class Deviation(NamedTuple):
    """Two documents have other values at one place."""

    place: str
    """Keys and positions on the way there, as in `saving.p10[2]`."""
    then: object
    """As written."""
    now: object
    """As it comes out again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """What running a report's inputs again gave."""

    told: Text
    """The sentence that says it."""
    holds: bool = False
    """Whether the figures are those of the report."""
    file: str = ""
    """What it is about: the file of figures, or one that was left out."""
    digest: str = ""
    """SHA-256 of the file that was left out."""
    differences: Sequence[Deviation] = ()
    """Figures that are others."""
    problems: Sequence[Problem] = ()
    """Why the inputs can no longer be run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was found of a report."""

    folder: str
    """As the user wrote it."""
    names: Sequence[str]
    """The scenarios that it is of."""
    date: str
    """When it was made."""
    version: str
    """Of the innobudget that made it."""
    files: int
    """How many files its manifest lists."""
    changed: Sequence[str]
    """Those that are not as they were written."""
    missing: Sequence[str]
    """Those that are no longer there."""
    beside: Sequence[str]
    """What else stands in the folder."""
    versions: Sequence[tuple[str, str, str]]
    """Programs that are others now: name, version then, version now."""
    again: Again = Again(told=NOT_SAID)
    """What running its inputs again gave."""

    @property
    def holds(self) -> bool:
        """Whether every file is as written and the inputs give the same figures."""
        return not self.changed and not self.missing and self.again.holds


def verification_text(found: Verification, language: Language) -> str:
    """Say whether files are as written, and whether the inputs give the same figures."""
    return "\n".join(_lines(found, language))


def differences(then: object, now: object, place: str = "") -> Iterator[Deviation]:
    """Yield where two JSON documents differ.

    Examples
    --------
    >>> list(differences({"npv": [1, 2]}, {"npv": [1, 3]}))
    [Deviation(place='npv[1]', then=2, now=3)]

    """
    if isinstance(then, dict) and isinstance(now, dict):
        for key in dict.fromkeys([*then, *now]):
            inner = f"{place}.{key}" if place else str(key)
            yield from differences(then.get(key, ABSENT), now.get(key, ABSENT), inner)
    elif isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        for number, pair in enumerate(zip(then, now, strict=True)):
            yield from differences(*pair, f"{place}[{number}]")
    elif then != now:
        yield Deviation(place, then, now)


def _lines(found: Verification, language: Language) -> Iterator[str]:
    yield HEADING(
        language,
        folder=found.folder,
        names=", ".join(found.names),
        date=found.date,
        version=found.version,
    )
    if not found.changed and not found.missing:
        yield AS_WRITTEN(language, count=found.files)
    told = (CHANGED, found.changed), (MISSING, found.missing)
    for phrase, names in (*told, (BESIDE, found.beside)):
        if names:
            yield phrase(language, files=", ".join(names))
    for name, then, now in found.versions:
        yield OTHER_VERSION(language, name=name, then=then, now=now)
    yield from _again(found.again, language)


def _again(again: Again, language: Language) -> Iterator[str]:
    yield again.told(language, file=again.file, digest=again.digest)
    for place, then, now in again.differences[:SHOWN]:
        values = {"then": _value(then, language), "now": _value(now, language)}
        yield DIFFERENCE(language, place=place, **values)
    hidden = len(again.differences) - SHOWN
    if hidden > 0:
        yield MORE(language, count=hidden)
    if again.problems:
        yield describe(again.problems, language)


def _value(value: object, language: Language) -> str:
    if value is ABSENT:
        return NOTHING(language)
    return json.dumps(value, ensure_ascii=False)[:80]
