"""Which rows are totals of other rows, by words and by arithmetic.

A row that may be a total and adds up rows beside it takes their place, so that totals of totals
are found as well. Totals may stand below their lines or above them: both ways are tried, and the
one that agrees more often is taken.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, product

from innobudget.io.reconciliation.rounding import (
    Whole,
    digits,
    enough_digits,
    telling_digits,
    tolerance,
    wholes,
)
from innobudget.io.reconciliation.sums import Candidate, Stack, Total, difference
from innobudget.io.wording.totals import is_country, says_result, says_total

OUTLINE_ROWS = 2000
"""Where more rows than these leave their totals unexplained, only many digits are looked at."""
TRIED = 10
MOST_TOPS = 6
FEW_DIGITS = 2
CLOSE = 0.02
CLOSE_MISSING = 0.2
"""How far a row without a code may be from the sum of all coded ones and be their total."""
Kinds = Mapping[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What was found among the rows, by their positions."""

    totals: Mapping[int, Total]
    """Totals."""
    repeats: Mapping[int, int] = field(default_factory=dict)
    """Rows that divide a total once more, by that total."""
    unmarked: frozenset[int] = frozenset()
    """Totals that nothing marks: the marked ones agree only because of them."""
    named: frozenset[int] = frozenset()
    """Lines whose words say total: marked totals agree only because they are lines."""
    proven: bool = False
    """True where totals in words agree, all of them, and cover every line."""
    sums: frozenset[int] = frozenset()
    """Lines that add up others, to so few digits that it may be chance."""
    rests: Mapping[int, int] = field(default_factory=dict)
    """Lines that are what a code has more than the codes under it, by the row of the code."""

    def lines(self, count: int) -> list[int]:
        """Return the positions that are lines."""
        return [at for at in range(count) if at not in self.totals and at not in self.repeats]


def find_totals(candidates: Sequence[Candidate], order: Sequence[int], precision: float) -> Totals:
    """Find the rows that add up others among those at some positions, in the order of the sheet.

    Where totals in words cover not every line, rows that lack a label are tried as totals of a
    single row, then rows that nothing marks as totals of the rows beside them; they are if
    every total in words agrees then, and every line is covered.
    """
    kinds = kinds_of({at: candidates[at] for at in order})
    search = _Search(candidates, order, precision)
    found = search.find(kinds)
    if not search.few or "said" not in kinds.values() or found.proven:
        return found
    alone = {at: "alone" if kind.startswith("lacking") else kind for at, kind in kinds.items()}
    maybe = {at: "maybe" if kind == "line" else kind for at, kind in kinds.items()}
    for other in (alone, maybe):
        tried = search.find(other)
        if tried.proven:
            lines = {at for at, kind in kinds.items() if kind == "line"}
            return replace(tried, unmarked=frozenset(lines & tried.totals.keys()))
    return found


def find_hidden(
    candidates: Sequence[Candidate], order: Sequence[int], precision: float, found: Totals
) -> tuple[dict[int, Sequence[int]], set[int]]:
    """Find lines that add up others to the last digit, though nothing marks them.

    Returns
    -------
    tuple
        Those of which only the user can say whether they are totals, with what they add up, and
        those whose sum has so few digits that it may be chance. The latter are asked about, too,
        where they and the totals part the whole table, or it is the first or the last row that
        adds up all others, and the file's own totals do not prove that all of them are lines.

    """
    lines = {at for at in order if at not in found.totals and at not in found.repeats}
    search = _Search(candidates, order, precision)
    kinds = kinds_of({at: candidates[at] for at in order})
    rows = [at for at in order if at in lines]
    for at in {*rows[:1], *rows[-1:]} if not found.proven else ():
        if search.is_whole(at, lines - {at}):
            return {at: sorted(lines - {at})}, set()
    ways = ["exact"] if search.few and not found.proven else []
    hidden: dict[int, Sequence[int]] = {}
    for kind in (*ways, "telling"):
        own = kinds | dict.fromkeys(lines, kind)
        for way in (order, order[::-1]):
            totals = search.one_way(own, way).totals
            covered = {line for total in totals.values() for line in total.lines}
            sums: dict[int, Sequence[int]] = {
                at: list(totals[at].lines) for at in lines & totals.keys()
            }
            if kind == "exact" and len(sums) > 1 and covered | totals.keys() >= set(order):
                return sums, set()
            if kind == "telling" and len(sums) > len(hidden):
                hidden = sums
    every = {at: Total(lines=dict.fromkeys(under, 1), agrees=True) for at, under in hidden.items()}
    hidden |= search.differences({**found.totals, **every}, lines - hidden.keys())
    enough = enough_digits(len(order) or 1)
    sure = {at for at in hidden if digits(search.amounts[at]) >= enough}
    return (hidden, set()) if sure else ({}, set(hidden))


def kinds_of(candidates: Mapping[int, Candidate]) -> dict[int, str]:
    """Say how much each row looks like a total."""
    columns = list(zip(*(row.labels for row in candidates.values()), strict=True))
    texts = set().union(*columns)
    totals, results = set(filter(says_total, texts)), set(filter(says_result, texts))
    empty = totals | {""}
    filled = [len(column) - sum(map(empty.__contains__, column)) for column in columns]
    keys = [at for at, own in enumerate(filled) if len(candidates) > own >= len(candidates) / 2]

    def kind(row: Candidate) -> str:
        lacking = [str(key) for key in keys if row.labels[key] in empty]
        if row.flagged:
            return "flagged"
        if not totals.isdisjoint(row.labels):
            alone = sum(map(bool, row.labels)) == 1
            plain = row.coded is None and (lacking or alone)
            return "said" if plain or row.coded is False else "named"
        if not results.isdisjoint(row.labels) and not row.coded:
            return "result"
        return f"lacking {' '.join(lacking)}" if lacking else "line"

    return {at: kind(row) for at, row in candidates.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What a stack found, by the positions in the sheet."""

    totals: dict[int, Total]
    agreements: int = 0
    """Number of totals with figures that rows beside them add up to."""
    named: frozenset[int] = frozenset()


class _Search:
    """A search for totals among rows."""

    def __init__(
        self, candidates: Sequence[Candidate], order: Sequence[int], precision: float
    ) -> None:
        self.order = order
        self.candidates = candidates
        own = wholes([candidates[at].amounts for at in order], precision)
        self.amounts = dict(zip(order, own, strict=True))
        self.few = len(order) <= OUTLINE_ROWS

    def find(self, kinds: Kinds) -> Totals:
        """Find the totals among rows of known kinds.

        A row without an account code that says so in words is a total in any case; it covers the
        rows since the last total where nothing adds up. Rows that lack a label which most rows
        have are totals where most such rows add up the rows beside them, and so are rows with a
        code and words like `Sum felles`: else the words are a name.
        """
        order = self.order
        first = self._best_way(kinds, order)
        settled = {at for at, total in first.totals.items() if total.agrees} | first.named
        if not all(kind == "line" or at in settled for at, kind in kinds.items()):
            above = self._best_way(kinds, order[::-1])
            first = max(first, above, key=lambda found: found.agreements)
            left = [at for at in order if at not in first.totals]
            again = self._best_way(kinds, left if first is above else left[::-1])
            more = {at: total for at, total in again.totals.items() if total.agrees}
            first = replace(first, totals=first.totals | more)
        return self._settled(first, kinds)

    def _best_way(self, kinds: Kinds, order: Sequence[int]) -> _Found:
        """Take rows for lines where most of their kind fit nothing.

        So is a total in words that nothing adds up to, where more totals agree then.
        """
        found = self.one_way(kinds, order)
        count = Counter(kinds[at] for at in order if any(self.amounts[at]))
        agreed = Counter(
            kinds[at] for at, own in found.totals.items() if own.agrees and any(self.amounts[at])
        )
        soft = {kind for kind in count if kind.startswith(("named", "lacking"))}
        names = {kind for kind in soft if agreed[kind] * 2 < count[kind]}
        if names:
            kinds = {at: "line" if kind in names else kind for at, kind in kinds.items()}
            found = self.one_way(kinds, order)
        unmatched = [at for at, own in found.totals.items() if not own.agrees]
        found.totals.update(self._levels(found.totals, unmatched))
        for at in unmatched[:TRIED] if self.few else ():
            if kinds[at] != "said" or found.totals[at].agrees:
                continue
            other = {**kinds, at: "line"}
            trial = self.one_way(other, order)
            if trial.agreements > found.agreements:
                found, kinds = replace(trial, named=found.named | {at}), other
        return found

    def one_way(self, kinds: Kinds, order: Sequence[int]) -> _Found:
        """Take rows onto a stack in an order: downwards or upwards, all or some."""
        stack = Stack([(self.candidates[at].labels, self.amounts[at]) for at in order])
        stack.run([kinds[at] for at in order])
        totals = {
            order[at]: replace(total, lines={order[line]: s for line, s in total.lines.items()})
            for at, total in stack.totals.items()
        }
        return _Found(totals=totals, agreements=stack.agreements)

    def _settled(self, first: _Found, kinds: Kinds) -> Totals:
        """Return the totals, with those that rows beside them do not explain."""
        totals = {
            at: replace(own, lines={to: s for to, s in own.lines.items() if to not in first.totals})
            for at, own in first.totals.items()
        }
        left = [at for at, kind in kinds.items() if kind in ("result", "said", "flagged")]
        left = [at for at in left if at not in totals or not totals[at].agrees]
        totals |= self._levels(totals, left)
        for at in left:
            totals |= {} if at in totals and totals[at].agrees else self._result(totals, at)
        wholes_ = dict(self._wholes(totals))
        totals |= wholes_
        repeats = dict(self._repeats(totals, wholes_))
        named = first.named - totals.keys()
        found = Totals(totals=totals, repeats=repeats, named=named)
        said = [total for at, total in totals.items() if kinds[at] in ("said", "flagged")]
        under = {line for total in said for line in total.lines}
        agree = bool(said) and all(total.agrees for total in said)
        return replace(
            found,
            proven=agree
            and under.issuperset(at for at in kinds if at not in totals and at not in repeats),
        )

    def _levels(self, totals: Mapping[int, Total], left: Sequence[int]) -> dict[int, Total]:
        """Return the rows that are the sum of all lines, or of those that share a label with it."""
        levels: dict[object, set[int]] = defaultdict(set)
        for at in self.order if left else ():
            if at not in totals:
                levels[None].add(at)
                for label in enumerate(self.candidates[at].labels):
                    levels[label].add(at)
        sums = {key: self._sum(level) for key, level in levels.items()}
        found = {}
        for at in left:
            keys: list[object] = [None, *enumerate(self.candidates[at].labels)]
            for key in filter(levels.__contains__, keys):
                level = levels[key] - {at}
                sum_ = sums[key] if at not in levels[key] else self._sum(level)
                if level and self._fits(at, sum_, len(level)):
                    found[at] = Total(lines=dict.fromkeys(level, 1), agrees=True)
                    break
        return found

    def _tops(self, totals: Mapping[int, Total]) -> list[tuple[Whole, Mapping[int, int]]]:
        """Return the totals that agree and belong to no other; none where they are many."""
        covered = Counter(line for total in totals.values() for line in total.lines)
        tops = [
            (self.amounts[top], total.lines)
            for top, total in totals.items()
            if total.agrees and total.lines and covered[next(iter(total.lines))] == 1
        ]
        return tops if 2 <= len(tops) <= MOST_TOPS else []

    def _result(self, totals: Mapping[int, Total], at: int) -> dict[int, Total]:
        """Return a row as the difference of the uppermost totals, where it is."""
        tops = self._tops(totals)
        lines = difference(self.amounts[at], tops) if tops else None
        return {} if lines is None else {at: Total(lines=lines, agrees=True)}

    def differences(
        self, totals: Mapping[int, Total], lines: Collection[int]
    ) -> dict[int, Sequence[int]]:
        """Return the lines that are a difference of the uppermost totals, to many digits."""
        tops = self._tops(totals)
        under = [line for _, own in tops for line in own]
        found = {
            tuple(
                sum(s * own[year] for s, (own, _) in zip(signs, tops, strict=True))
                for year in range(len(tops[0][0]))
            )
            for signs in product((1, -1), repeat=len(tops))
            if tops
        }
        ends = {*self.order[:1], *self.order[-1:]}
        least = telling_digits(len(self.order) or 1)
        at_ends = 2 + math.log10(len(found) or 1)
        return {
            at: under
            for at in lines
            if self.amounts[at] in found
            and digits(self.amounts[at]) >= (min(least, at_ends) if at in ends else least)
        }

    def is_whole(self, at: int, others: Collection[int]) -> bool:
        """Say whether a row adds up all of some others, to the last digit of a few."""
        pairs = zip(self.amounts[at], self._sum(others), strict=True) if len(others) > 1 else ()
        said = [own == sum_ for own, sum_ in pairs if own]
        return bool(said) and all(said) and digits(self.amounts[at]) >= FEW_DIGITS

    def _wholes(self, totals: Mapping[int, Total]) -> Iterator[tuple[int, Total]]:
        """Yield the rows without a code that are the sum of all rows with one, or nearly.

        A country is the total of its authorities whatever it differs by, and never of other rows
        without a code.
        """
        coded = [at for at in self.order if self.candidates[at].coded]
        lines = dict.fromkeys((at for at in coded if at not in totals), 1)
        sums = self._sum(coded)
        most = CLOSE_MISSING if any(self.candidates[at].missing for at in coded) else CLOSE
        for at in self.order if len(coded) > 1 else ():
            row = self.candidates[at]
            own = totals.get(at)
            settled = own and own.agrees and all(self.candidates[line].coded for line in own.lines)
            pairs = [(a, sum_) for a, sum_ in zip(self.amounts[at], sums, strict=True) if a]
            if row.coded is not False or not pairs or settled:
                continue
            fits = self._fits(at, sums, len(coded))
            near = max(abs(a - sum_) / abs(a) for a, sum_ in pairs) <= most
            named = near or any(map(is_country, row.labels))
            if fits or (named and len(coded) * 2 > len(self.order)):
                yield at, Total(lines=lines, agrees=fits)

    def _repeats(
        self, totals: Mapping[int, Total], wholes_: Collection[int]
    ) -> Iterator[tuple[int, int]]:
        """Yield the rows that divide a total once more, below it and under no other."""
        covered = {line for total in totals.values() for line in total.lines}
        place = {at: number for number, at in enumerate(self.order, start=1)}
        for at, total in totals.items():
            if not any(self.amounts[at]) or not (total.agrees or at in wholes_):
                continue
            run: list[int] = []
            rest = self.amounts[at]
            for line in islice(self.order, place[at], None):
                if line in totals and totals[line].agrees:
                    break
                if line not in covered:
                    run.append(line)
                    rest = tuple(map(int.__sub__, rest, self.amounts[line]))
                    if len(run) > 1 and max(map(abs, rest)) <= tolerance(len(run), 1.0):
                        yield from ((own, at) for own in run)
                        break

    def _sum(self, rows: Collection[int]) -> Whole:
        return tuple(map(sum, zip(*(self.amounts[at] for at in rows), strict=True)))

    def _fits(self, at: int, sums: Whole, count: int) -> bool:
        """Say whether a row says the same as a sum in every year in which it says something."""
        return bool(sums) and all(
            abs(own - sum_) <= tolerance(count, 1.0) + 1e-9 * abs(sum_)
            for own, sum_ in zip(self.amounts[at], sums, strict=True)
            if own
        )
