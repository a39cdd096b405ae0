"""Which rows are totals of other rows, by words and by arithmetic.

A row that may be a total and adds up rows beside it takes their place, so that totals of totals
are found as well. Totals may stand below their lines or above them: both ways are tried, and the
one that agrees more often is taken.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product

from innobudget.io.reconciliation.rounding import digits, enough_digits, telling_digits
from innobudget.io.reconciliation.settling import Settling
from innobudget.io.reconciliation.sums import Candidate, Stack, Total, difference
from innobudget.io.wording.labels import says_it_adds, says_result, says_total

OUTLINE_ROWS = 2000
"""Where more rows than these leave their totals unexplained, only many digits are looked at."""
MIXED_ROWS = 200
"""Among more rows, not every one is looked at as the head of a group beside single rows."""
TRIED = 10
SOFT = ("named", "lacking")
"""Kinds of rows that are totals only where most of them fit."""
ADDS = "named ="
"""Rows with a code and the sign of a sum: where most of them fit, the others are totals too."""
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
    """Lines that look like totals, by their words or a label that they lack, and add up nothing."""
    proven: bool = False
    """True where totals in words agree, all of them, and cover every line."""
    sums: frozenset[int] = frozenset()
    """Lines that add up others, to so few digits that it may be chance."""
    rests: Mapping[int, int] = field(default_factory=dict)
    """Lines that are what a code has more than the codes under it, by the row of the code."""
    agreements: int = 0
    """Number of totals with figures that rows beside them add up to."""

    def lines(self, count: int) -> list[int]:
        """Return the positions that are lines."""
        return [at for at in range(count) if at not in self.totals and at not in self.repeats]


def kinds_of(candidates: Mapping[int, Candidate]) -> dict[int, str]:
    """Say how much each row looks like a total."""
    columns = list(zip(*(row.labels for row in candidates.values()), strict=True))
    texts = set().union(*columns)
    totals, results = set(filter(says_total, texts)), set(filter(says_result, texts))
    empty = totals | {""}
    filled = [len(column) - sum(map(empty.__contains__, column)) for column in columns]
    keys = [at for at, own in enumerate(filled) if len(candidates) > own >= len(candidates) / 2]
    counts = [Counter(column) for column in columns]
    groups = [at for at, own in enumerate(counts) if len(own) * 2 <= len(candidates)]
    last = [*candidates.values()][-1:]  # else the only row of its group: a line, or its total

    def kind(row: Candidate) -> str:
        lacking = [str(key) for key in keys if row.labels[key] in empty]
        if row.flagged:
            return "flagged"
        if not totals.isdisjoint(row.labels):
            alone = sum(map(bool, row.labels)) == 1
            plain = row.coded is None and (lacking or alone)
            own = {(at, row.labels[at]) for at in groups if row.labels[at] not in empty}
            single = row not in last and any(counts[at][text] == 1 for at, text in own)
            if (plain or row.coded is False) and not single:
                return "said"
            return ADDS if any(map(says_it_adds, row.labels)) else "named"
        if not results.isdisjoint(row.labels) and not row.coded:
            return "result"
        return f"lacking {' '.join(lacking)}" if lacking else "line"

    return {at: kind(row) for at, row in candidates.items()}


class Search(Settling):
    """A search for totals among the rows at some positions, in the order of the sheet."""

    @cached_property
    def kinds(self) -> dict[int, str]:
        """How much each row looks like a total."""
        return kinds_of({at: self.candidates[at] for at in self.order})

    @property
    def few(self) -> bool:
        """True where all rows can be looked at in every way."""
        return len(self.order) <= OUTLINE_ROWS

    def totals(self) -> Totals:
        """Find the rows that add up others.

        Where totals in words cover not every line, rows that lack a label are tried as totals of
        a single row, then rows that nothing marks as totals of the rows beside them; they are if
        every total in words agrees then, and every line is covered.
        """
        found = self._find(self.kinds)
        if not self.few or "said" not in self.kinds.values() or found.proven:
            return found
        lines = {at for at, kind in self.kinds.items() if kind == "line"}
        alone = {
            at: "alone" if kind.startswith("lacking") else kind for at, kind in self.kinds.items()
        }
        for other in (alone, self.kinds | dict.fromkeys(lines, "maybe")):
            tried = self._find(other)
            if tried.proven:
                return replace(tried, unmarked=frozenset(lines & tried.totals.keys()))
        return self._outlined(found, sorted(lines))

    def _outlined(self, found: Totals, lines: Sequence[int]) -> Totals:
        """Return the heads of groups as totals, where one total in words is the sum of them."""
        rows = [at for at in self.order if at in {*lines}]
        if len(rows) != len(self.order) - 1:
            return found
        (whole,) = {*self.order} - {*rows}
        for mixed in (False, True)[: 1 + (len(rows) <= MIXED_ROWS)]:
            for heads in self.outlines(rows, mixed=mixed):
                lowest = [at for at in rows if at not in heads]
                if heads and self.amounts[whole] == self._sum(lowest):
                    own = {whole: lowest, **heads}
                    totals = {
                        at: Total(lines=dict.fromkeys(of, 1), agrees=True) for at, of in own.items()
                    }
                    return Totals(totals=totals, unmarked=frozenset(heads), proven=True)
        return found

    def hidden(self, found: Totals) -> tuple[dict[int, Sequence[int]], set[int]]:
        """Find lines that add up others to the last digit, though nothing marks them.

        Returns
        -------
        tuple
            Those of which only the user can say whether they are totals, with what they add up,
            and those whose sum has so few digits that it may be chance. The latter are asked
            about, too, where they and the totals part the whole table, or it is the first or the
            last row that adds up all others, and the file's own totals do not prove that all of
            them are lines.

        """
        rows = [at for at in self.order if at not in found.totals and at not in found.repeats]
        lines = set(rows)
        if heads := self._told_outline(rows, found):
            return {**heads}, set()
        for at in {*rows[:1], *rows[-1:]} if not found.proven else ():
            if self.is_whole(at, lines - {at}):
                return {at: sorted(lines - {at})}, set()
        ways = [("exact", self.order)] if self.few and not found.proven else []
        hidden: dict[int, Sequence[int]] = {}
        for (kind, own), step in product((*ways, ("telling", rows)), (1, -1)):
            totals = self._one_way(self.kinds | dict.fromkeys(rows, kind), own[::step]).totals
            covered = {line for total in totals.values() for line in total.lines}
            sums = {at: list(totals[at].lines) for at in rows if at in totals}
            if kind == "exact" and len(sums) > 1 and covered | totals.keys() >= set(own):
                return {**sums}, set()
            if kind == "telling" and len(sums) > len(hidden):
                hidden = {**sums}
        every = {at: Total(lines=dict.fromkeys(of, 1), agrees=True) for at, of in hidden.items()}
        hidden |= self.differences({**found.totals, **every}, lines - hidden.keys())
        enough = enough_digits(len(rows) or 1)
        sure = {at for at in hidden if digits(self.amounts[at]) >= enough}
        twins = () if found.proven else self.twins(rows)
        return (hidden, set()) if sure else ({}, {*hidden, *twins})

    def _told_outline(self, rows: Sequence[int], found: Totals) -> Mapping[int, Sequence[int]]:
        """Return the heads of an outline of lines, where some have many digits and several rows."""
        ways = self.outlines(rows, mixed=False) if self.few and not found.proven else iter(())
        heads = next(ways, {})
        own = [number for at, of in heads.items() if len(of) > 1 for number in self.amounts[at]]
        return heads if own and digits(own) >= enough_digits(len(rows)) else {}

    def _find(self, kinds: Kinds) -> Totals:
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
            first = replace(first, totals={**first.totals, **more})
        return self._settled(first, kinds)

    def _best_way(self, kinds: Kinds, order: Sequence[int]) -> Totals:
        """Take rows for lines where most of their kind fit nothing.

        So is a total in words that nothing adds up to, where more totals agree then. What rows
        beside a total do not add up to, those that share a label with it may: a total by side.
        """
        found = self._one_way(kinds, order)
        left = [at for at in order if kinds[at] == "named" and at not in found.totals]
        by_label = self.levels(found.totals, [*filter(self._tells, left)])
        by_label = {at: total for at, total in by_label.items() if len(total.lines) > 1}
        if by_label:
            kinds = {**kinds, **dict.fromkeys(by_label, "said")}
            found = self._one_way(kinds, order)
        count = Counter(kinds[at] for at in order if any(self.amounts[at]))
        agreed = Counter(
            kinds[at] for at, own in found.totals.items() if own.agrees and any(self.amounts[at])
        )
        soft = {kind for kind in count if kind.startswith(SOFT)}
        names = {kind for kind in soft if agreed[kind] * 2 < count[kind]}
        if names or ADDS in count:
            taken = {**dict.fromkeys(soft & {ADDS}, "said"), **dict.fromkeys(names, "line")}
            kinds = {at: taken.get(kind, kind) for at, kind in kinds.items()}
            found = self._one_way(kinds, order)
        unmatched = [at for at, own in found.totals.items() if not own.agrees]
        found = replace(found, totals={**found.totals, **self.levels(found.totals, unmatched)})
        for at in unmatched[:TRIED] if self.few else ():
            if kinds[at] != "said" or found.totals[at].agrees:
                continue
            other = {**kinds, at: "line"}
            trial = self._one_way(other, order)
            if trial.agreements > found.agreements:
                found, kinds = replace(trial, named=found.named | {at}), other
        return found

    def _alike(self, totals: Mapping[int, Total], kinds: Kinds) -> set[int]:
        """Return the rows that lack the labels which totals without words for it lack."""
        lacking = {at: tuple(map(bool, self.candidates[at].labels)) for at in kinds}
        seen = {
            lacking[at]
            for at, total in totals.items()
            if (total.agrees and kinds[at].startswith("lacking"))
            or (kinds[at] == "flagged" and not any(map(says_total, self.candidates[at].labels)))
        }
        soft = (at for at, kind in kinds.items() if kind.startswith("lacking"))
        return {at for at in soft if lacking[at] in seen and any(self.amounts[at])}

    def _tells(self, at: int) -> bool:
        """Say whether a row has so many digits that it is no sum by chance."""
        return digits(self.amounts[at]) >= telling_digits(len(self.order))

    def _one_way(self, kinds: Kinds, order: Sequence[int]) -> Totals:
        """Take rows onto a stack in an order: downwards or upwards, all or some."""
        stack = Stack([self.amounts[at] for at in order])
        stack.run([kinds[at] for at in order])
        totals = {
            order[at]: replace(total, lines={order[line]: s for line, s in total.lines.items()})
            for at, total in stack.totals.items()
        }
        return Totals(totals=totals, agreements=stack.agreements)

    def _settled(self, first: Totals, kinds: Kinds) -> Totals:
        """Return the totals, with those that rows beside them do not explain."""
        totals = {
            at: replace(own, lines={to: s for to, s in own.lines.items() if to not in first.totals})
            for at, own in first.totals.items()
        }
        left = [at for at, kind in kinds.items() if kind in ("result", "said", "flagged")]
        left = [at for at in left if at not in totals or not totals[at].agrees]
        totals |= self.levels(totals, left)
        tops = self.tops(totals)
        left = [at for at in left if at not in totals or not totals[at].agrees]
        for at in left if tops else ():
            if (lines := difference(self.amounts[at], tops)) is not None:
                totals[at] = Total(lines=lines, agrees=True)
        wholes_ = dict(self.wholes(totals))
        totals |= wholes_
        repeats = dict(self.repeats(totals, wholes_))
        named = (first.named | self._alike(totals, kinds)) - totals.keys() - repeats.keys()
        said = [total for at, total in totals.items() if kinds[at] in ("said", "flagged")]
        under = {line for total in said for line in total.lines}
        agree = bool(said) and all(total.agrees for total in said)
        proven = agree and under | totals.keys() | repeats.keys() >= kinds.keys()
        return Totals(totals=totals, repeats=repeats, named=named, proven=proven)
