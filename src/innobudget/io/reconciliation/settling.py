"""Rows that are the sum of a level of the lines, or of other totals, wherever they stand."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice, pairwise, product

from innobudget.io.reconciliation.rounding import (
    Whole,
    digits,
    enough_digits,
    telling_digits,
    tolerance,
    wholes,
)
from innobudget.io.reconciliation.sums import Candidate, Total
from innobudget.io.wording.labels import is_country

MOST_TOPS = 6
OUTLINE_DEPTH = 4
FEW_DIGITS = 2
CLOSE = 0.02
CLOSE_MISSING = 0.2
"""How far a row without a code may be from the sum of all coded ones and be their total."""


class Settling:
    """Rows at some positions, in the order of the sheet, and what they are the sum of."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        order: Sequence[int],
        precision: float,
        heads: Mapping[int, Total] | None = None,
    ) -> None:
        """Take the rows, and the totals that codes have already shown among others."""
        self.order = order
        self.candidates = candidates
        self.heads = heads or {}
        every = list(dict.fromkeys([*order, *self.heads]))
        own = wholes([candidates[at].amounts for at in every], precision)
        self.amounts = dict(zip(every, own, strict=True))

    def levels(self, totals: Mapping[int, Total], left: Sequence[int]) -> dict[int, Total]:
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
                level, sum_ = levels[key], sums[key]
                if at in level:
                    sum_ = tuple(map(int.__sub__, sum_, self.amounts[at]))
                if len(level) > (at in level) and self._fits(at, sum_, len(level)):
                    found[at] = Total(lines=dict.fromkeys(level - {at}, 1), agrees=True)
                    break
        return found

    def tops(self, totals: Mapping[int, Total]) -> list[tuple[Whole, Mapping[int, int]]]:
        """Return the totals that agree and belong to no other; none where they are many."""
        taken: set[int] = set()
        tops = []
        every = {**self.heads, **totals}
        for top, total in sorted(every.items(), key=lambda item: -len(item[1].lines)):
            if total.agrees and total.lines and taken.isdisjoint(total.lines):
                taken.update(total.lines)
                tops.append((self.amounts[top], total.lines))
        return tops if 2 <= len(tops) <= MOST_TOPS else []

    def differences(
        self, totals: Mapping[int, Total], lines: Collection[int]
    ) -> dict[int, Sequence[int]]:
        """Return the lines that are a difference of the uppermost totals, to many digits."""
        tops = self.tops(totals)
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

    def outlines(self, rows: Sequence[int], *, mixed: bool) -> Iterator[dict[int, list[int]]]:
        """Yield the rows that head groups, each with its lowest rows, where all rows are in some.

        As a compact pivot table prints them: every group below its head, single rows too, and as
        many levels everywhere; `mixed`: beside rows that are no groups.
        """
        for depth in range(2, OUTLINE_DEPTH + 1):
            heads: dict[int, list[int]] = {}
            place = 0
            while place < len(rows):
                own: dict[int, list[int]] = {}
                end = self._group(rows, place, depth, own)
                if end is None and not mixed:
                    break
                heads |= own if end else {}
                place = end or place + 1
            else:
                yield heads

    def _group(
        self, rows: Sequence[int], place: int, depth: int, heads: dict[int, list[int]]
    ) -> int | None:
        """Return where the group ends that begins at a place; None where none does."""
        head = rows[place]
        left, end = self.amounts[head], place + 1
        while depth > 1 and end < len(rows) and (end == place + 1 or any(left)):
            inner = self._group(rows, end, depth - 1, heads)
            if inner is None:
                return None
            left = tuple(map(int.__sub__, left, self.amounts[rows[end]]))
            end = inner
        if depth > 1:
            heads[head] = [at for at in rows[place + 1 : end] if at not in heads]
        return None if depth > 1 and (any(left) or end == place + 1) else end

    def twins(self, rows: Sequence[int]) -> Iterator[int]:
        """Yield the rows that say the same as the next one, in digits enough for a sum of it."""
        for at, other in pairwise(rows):
            if self.amounts[at] == self.amounts[other] and digits(
                self.amounts[at]
            ) >= enough_digits(len(self.order)):
                yield at

    def is_whole(self, at: int, others: Collection[int]) -> bool:
        """Say whether a row adds up all of some others, to the last digit of a few."""
        pairs = zip(self.amounts[at], self._sum(others), strict=True) if len(others) > 1 else ()
        said = [own == sum_ for own, sum_ in pairs if own]
        return bool(said) and all(said) and digits(self.amounts[at]) >= FEW_DIGITS

    def wholes(self, totals: Mapping[int, Total]) -> Iterator[tuple[int, Total]]:
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

    def repeats(
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
