"""Facts that name a line of a follow-up table → what that line says of the saving.

The line is taken to deviate by the case alone: what it had when the budget was adopted, and the
saving that was booked on it, less what it came to, is what has been saved.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from innobudget.domain.checks.places import Keys
from innobudget.domain.facts import Fact
from innobudget.domain.investment import Investment
from innobudget.domain.planned import booked_saving, running_costs
from innobudget.domain.scenario import Scenario
from innobudget.errors import InputError, Problem
from innobudget.io.contents import is_there, missing_file
from innobudget.io.followup_table import FollowedLine, read_followed_line
from innobudget.io.toml.places import Node
from innobudget.messages import say

ITS_OWN = 0.01
"""A line that differs by less from the saving booked on it, relative, holds nothing else."""


@dataclass(slots=True, kw_only=True)
class Tabled:
    """A follow-up whose facts are taken from tables, one after another."""

    scenario: Scenario
    """With what it follows up."""
    root: Node
    """Which fact stands in which file."""
    prices: Mapping[int, float]
    """Price level of each year over that of the scenario. [1]"""
    faults: list[Problem] = field(default_factory=list)
    """What stops a run."""
    doubts: list[Problem] = field(default_factory=list)
    """What does not."""
    files: list[Path] = field(default_factory=list)
    """The tables."""

    def read(self) -> Scenario:
        """Return the scenario with what the tables say; facts keep their places."""
        items = [self._case(number, item) for number, item in enumerate(self.scenario.investments)]
        return replace(self.scenario, investments=tuple(items))

    def _case(self, number: int, item: Investment) -> Investment:
        adopted = {own.id: own for own in self.scenario.origin.investments}.get(item.id, item)
        decided = item.rebooked is not None
        order = sorted(range(len(item.facts)), key=lambda at: item.facts[at].year or 0)
        for position in order:
            fact = item.facts[position]
            if (fact.file is None and fact.line is None) or len(fact.kinds) > 1:
                continue  # several things in one fact are told by its check
            at: Keys = ("investment", number, "fact", position)
            year = self._year(fact, at)
            line = None if year is None else self._line(fact, year, at)
            if line is not None and year is not None:
                book = _Book.of(self.scenario.origin, adopted, year)
                facts = list(item.facts)
                facts[position] = self._told(fact, line, book)
                self.doubts += _doubts(line, book, at)
                item = replace(
                    self._rebooked(item, line, book, decided=decided), facts=tuple(facts)
                )
        return item

    def _year(self, fact: Fact, at: Keys) -> int | None:
        """Return the year that a line is read of; None: the fact cannot be."""
        lacking = [key for key in ("file", "line", "year") if getattr(fact, key) is None]
        self.faults += [_lacking(at, key) for key in lacking]
        first, followup = self.scenario.horizon.base_year, self.scenario.followup
        last = first if followup is None else followup.as_of.year
        known = not lacking and fact.year in range(first, last + 1)
        return fact.year if known else None

    def _line(self, fact: Fact, year: int, at: Keys) -> FollowedLine | None:
        node = self.root.along((*at, "file"))[-1]
        path = node.file.parent / str(fact.file)
        if not is_there(path):
            missing = missing_file(path, place="", written=str(fact.file))
            self.faults.append(replace(missing, path=(*at, "file")))
            return None
        try:
            line = read_followed_line(path, str(fact.line), year)
        except InputError as error:
            self.faults += [replace(fault, path=(*at, "file")) for fault in error.problems]
            return None
        if path not in self.files:
            self.files.append(path)
        price = self.prices.get(year, 1.0)
        return replace(line, amounts={key: own / price for key, own in line.amounts.items()})

    def _told(self, fact: Fact, line: FollowedLine, book: "_Book") -> Fact:
        """Return an actual, where the table says what was spent."""
        spent, followup = line.amounts.get("accounts"), self.scenario.followup
        if spent is None or followup is None:
            return fact
        saving = followup.part_of(fact) * (book.whole + line.amounts["adopted"]) - spent
        source = fact.source or f"{fact.file}, {line.name}"
        return replace(fact, file=None, line=None, saving=saving, source=source)

    def _rebooked(
        self, item: Investment, line: FollowedLine, book: "_Book", *, decided: bool
    ) -> Investment:
        """Take over the corrected budget and what is expected, where the scenario says neither."""
        original, expected = line.amounts["adopted"], line.amounts.get("expected")
        corrected = line.amounts.get("corrected", original)
        if not decided and round(corrected - original, 2):
            gross = {**book.later, book.year: book.gross - (corrected - original)}
            item = replace(item, rebooked=dict(sorted({**(item.rebooked or {}), **gross}.items())))
        if expected is not None and book.year not in item.owner_estimate:
            estimate = {book.year: book.whole + original - expected}
            item = replace(item, owner_estimate={**item.owner_estimate, **estimate})
        return item


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """What was booked for a case when the budget was adopted."""

    year: int
    whole: float
    """Of the year, running costs taken off. [currency]"""
    gross: float
    """Of the year, without them. [currency]"""
    later: dict[int, float]
    """Likewise of the years after it. [currency]"""

    @classmethod
    def of(cls, adopted: Scenario, item: Investment, year: int) -> "_Book":
        booked, running = booked_saving(adopted, item), running_costs(adopted, item)
        gross = {each: booked[each] - running[each] for each in booked}
        later = {each: amount for each, amount in gross.items() if each > year}
        return cls(year=year, whole=booked[year], gross=gross[year], later=later)


def _doubts(line: FollowedLine, book: _Book, at: Keys) -> Iterator[Problem]:
    original = line.amounts["adopted"]
    if abs(original + book.whole) > ITS_OWN * abs(book.whole):
        yield Problem(
            code="line-holds-more",
            path=(*at, "line"),
            found=say(
                "{line}: budgeted {original:,.0f}, of which the case is {booked:,.0f}",
                line=line.name,
                original=original,
                booked=-book.whole,
            ),
            expected=say("a line that holds nothing but the case"),
            remedy=say(
                "bear in mind that all it deviates by counts as this case's; widen tolerance, or "
                "write the amount itself"
            ),
        )
    if line.unit is None:
        yield Problem(
            code="followup-unit",
            path=(*at, "file"),
            found=say("a table that does not say its unit, or several"),
            expected=say("a unit above its columns; whole currency units are taken"),
            remedy=say("write it into the file, such as: 1.000 kr."),
        )
    if line.twice:
        yield Problem(
            code="followup-columns",
            path=(*at, "file"),
            found=say("beside a later column of the same kind: {headings}", headings=[*line.twice]),
            expected=say("one column of each kind; the last one is taken"),
            remedy=say("take the other columns out of a copy of the file, if another one counts"),
        )
    if "accounts" not in line.amounts:
        yield Problem(
            code="no-spending",
            path=(*at, "file"),
            found=say("a table without a column of what was spent"),
            expected=say("what has come of the year; an expectation is shown and tells nothing"),
            remedy=say("name the table of the accounts once there is one, or write the amount"),
        )


def _lacking(at: Keys, key: str) -> Problem:
    return Problem(
        code="fact-form",
        path=at,
        found=say("file and line without {key}", key=key),
        expected=say("file, line and year together"),
        remedy=say("add {key} = …", key=key),
    )
