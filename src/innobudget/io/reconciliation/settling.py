"""Totals that no rows beside them add up to: of everything, or results of other totals."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from innobudget.io.reconciliation.rounding import tolerance
from innobudget.io.reconciliation.stack import Candidate, Total

MOST_TOPS = 6


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
    rests: Mapping[int, int] = field(default_factory=dict)
    """Lines that are what a code has more than the codes under it, by the row of the code."""

    def lines(self, count: int) -> list[int]:
        """Return the positions that are lines."""
        return [at for at in range(count) if at not in self.totals and at not in self.repeats]


def settle_unmatched(candidates: Sequence[Candidate], found: Totals, precision: float) -> Totals:
    """Let totals that nothing beside them adds up to cover every line, where those do."""
    lines = found.lines(len(candidates))
    if not lines:
        return found
    everything = [
        sum(own) for own in zip(*(candidates[line].amounts for line in lines), strict=True)
    ]
    allowed = tolerance(len(lines), precision) + 1e-9 * max(map(abs, everything), default=0.0)
    totals = {
        at: Total(lines=dict.fromkeys(lines, 1), agrees=True)
        if not total.agrees
        and all(
            abs(own - sum_) <= allowed
            for own, sum_ in zip(candidates[at].amounts, everything, strict=True)
            if own
        )
        else total
        for at, total in found.totals.items()
    }
    return replace(found, totals=totals)


def with_results(
    candidates: Sequence[Candidate], kinds: Sequence[str], found: Totals, precision: float
) -> Totals:
    """Take rows that call themselves results for the differences of the uppermost totals."""
    totals = dict(found.totals)
    left = [at for at in found.lines(len(candidates)) if kinds[at] in ("result", "said", "flagged")]
    left += [at for at, total in totals.items() if not total.agrees]
    covered: Counter[int] = Counter(line for total in totals.values() for line in total.lines)
    tops = [
        at
        for at, total in totals.items()
        if total.agrees and total.lines and covered[next(iter(total.lines))] == 1
    ]
    if not 2 <= len(tops) <= MOST_TOPS:
        return found
    for at in left:
        said = [(year, own) for year, own in enumerate(candidates[at].amounts) if own]
        for signs in product((1, -1), repeat=len(tops)) if said else ():
            pairs = [
                (
                    sum(
                        s * candidates[of].amounts[year] for s, of in zip(signs, tops, strict=True)
                    ),
                    own,
                )
                for year, own in said
            ]
            if all(abs(sum_ - own) <= tolerance(len(tops), precision) for sum_, own in pairs):
                lines = {
                    line: s * own
                    for s, of in zip(signs, tops, strict=True)
                    for line, own in totals[of].lines.items()
                }
                totals[at] = Total(lines=lines, agrees=True)
                break
    return replace(found, totals=totals)


def adding_up(
    rows: Sequence[int], candidates: Sequence[Candidate], whole: int, precision: float
) -> Sequence[int]:
    """Return the first of some rows that together are a whole; none where they are not."""
    wanted = candidates[whole].amounts
    for count in range(2, len(rows) + 1):
        own = zip(*(candidates[at].amounts for at in rows[:count]), strict=True)
        allowed = tolerance(count, precision)
        if all(abs(sum(year) - sum_) <= allowed for year, sum_ in zip(own, wanted, strict=True)):
            return rows[:count]
    return ()
