"""Rows taken one by one, and which of them add up rows beside them.

Figures are whole numbers of their last digit, so that sums compare exactly. What no total covers
yet lies open on a stack; each place of it has the running sum up to it, and a total that adds up
the rows from some place on is found by looking up the sum that this place must have.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise, product
from operator import mul

from innobudget.io.reconciliation.rounding import Whole, digits, telling_digits, tolerance

NEAR = 2000
"""As many lines at most does a rounded total cover that nothing in words marks as one."""
LOOKED_AT = 50
"""Places of nearly the right sum that are compared year by year, from either end."""
TELLING = 6
"""So many digits are no line's by chance that stands right before."""
SIGNED_TERMS = 4
MOST_YEARS = 0.6
EXACT = ("exact", "telling")
WORDED = ("said", "flagged", "result", "named")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A row with figures, as far as finding totals needs it."""

    labels: tuple[str, ...]
    """The text of each label column; empty where the cell is."""
    coded: bool | None = None
    """Whether it has an account code; None in a table without a column for them."""
    amounts: tuple[float, ...]
    """One per year, nothing budgeted as 0. [unit of the file]"""
    flagged: bool = False
    """True where the user, or a column of the file, says that it is a total."""
    missing: bool = False
    """True where a figure is marked as not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A total and the lines under it."""

    lines: Mapping[int, int]
    """Positions of the lines that it covers, with the sign they are added with."""
    agrees: bool
    """False where no rows beside it add up to it."""


class Stack:
    """Rows that no total covers yet, with the running sum at each."""

    def __init__(self, amounts: Sequence[Whole]) -> None:
        self.amounts = amounts
        self._width = 2 * int(tolerance(len(amounts), 1.0)) + 2
        self._telling = telling_digits(len(amounts) or 1)
        self._open: list[tuple[int, Mapping[int, int]]] = []
        self._sums: list[Whole] = [(0,) * (len(amounts[0]) if amounts else 0)]
        self._counts = [0]
        self._exact: dict[Whole, list[int]] = defaultdict(list, {self._sums[0]: [0]})
        self._near: dict[int, dict[int, list[int]]] = {}
        """By year, once it is asked for: the places whose sums are nearly the same."""
        self._since_total = 0
        self.totals: dict[int, Total] = {}
        self.agreements = 0
        """Number of totals with figures that rows beside them add up to."""

    def run(self, kinds: Sequence[str]) -> None:
        """Take every row onto the stack.

        What speaks for a total comes first in its kind: the user or a column (`flagged`), words
        (`said`), words of a result, words beside a code (`named`), a label that most rows have
        and it is lacking; or nothing but the sum: of a row before (`alone`) or more (`maybe`),
        to the last digit (`exact`), and of more digits than chance allows (`telling`).
        """
        for position, kind in enumerate(kinds):
            covered = None if kind == "line" else self._covered(position, kind.split()[0])
            if covered is not None:
                self._close(position, Total(lines=covered, agrees=True))
                self.agreements += any(self.amounts[position])
            elif kind == "said":
                count = self._since_total or len(self._open)
                taken = self._lines_of(count)
                self._close(position, Total(lines=taken, agrees=False))
            elif kind == "flagged":
                self.totals[position] = Total(lines={}, agrees=False)
            else:
                self._push(position, {position: 1})
                self._since_total += 1

    def _covered(self, position: int, kind: str) -> Mapping[int, int] | None:
        """Return what a row adds up, with signs; None where nothing fits.

        Years in which nothing stands do not count. A row that says in words that it is a total
        may be wrong in a year: it is one where most years fit, and the others become differences.
        """
        worded = kind in WORDED
        sure = kind == "lacking" and digits(self.amounts[position]) >= TELLING
        least = 1 if sure or kind in ("said", "flagged", "result", "alone") else 2
        for share in (1.0, MOST_YEARS) if worded else (1.0,):
            run = self._run(position, kind, least, share)
            if run and kind == "telling" and digits(self.amounts[position]) < self._telling:
                return None
            if run:
                return self._lines_of(run)
            told = kind != "flagged" or digits(self.amounts[position]) >= self._telling
            signed = self._signed(position, share) if worded and told else None
            if signed is not None:
                return signed
        return None

    def _run(self, position: int, kind: str, least: int, share: float) -> int:
        """Return the length of the longest run on top that adds up to a row; 0: none.

        What adds up to the last digit goes before what rounding allows.
        """
        size = len(self._open)
        wanted = tuple(map(int.__sub__, self._sums[-1], self.amounts[position]))
        starts = [at for at in self._exact.get(wanted, ())[:1] if size - at >= least]
        looked_up = kind in EXACT and all(self.amounts[position])
        for start in starts or (() if looked_up else self._nearly(position, kind, wanted, share)):
            run = size - start
            if run < least or (kind in EXACT and not self._are_two(run)):
                continue
            return run
        return 0

    def _nearly(self, position: int, kind: str, wanted: Whole, share: float) -> Iterator[int]:
        """Yield the places, the farthest first, whose sums are right in enough years."""
        amounts = self.amounts[position]
        said = [year for year, amount in enumerate(amounts) if amount]
        tried: set[int] = set()
        for key in said[: 1 if share == 1 else None]:
            bucket = wanted[key] // self._width
            for near in (bucket, bucket - 1, bucket + 1):
                places = self._nearby(key).get(near, [])
                tried.update(places[:LOOKED_AT], places[-LOOKED_AT:])
        for place in sorted(tried):
            lines = self._counts[-1] - self._counts[place]
            if lines > NEAR and kind not in ("said", "flagged"):
                continue
            own = self._sums[place]
            off = 0.0 if kind in EXACT else tolerance(lines, 1.0)
            near_ = [abs(own[y] - wanted[y]) <= off + 1e-9 * abs(amounts[y]) for y in said]
            if sum(near_) >= share * len(said):
                yield place

    def _nearby(self, year: int) -> dict[int, list[int]]:
        if year not in self._near:
            found = self._near[year] = defaultdict(list)
            for place, sums in enumerate(self._sums):
                found[sums[year] // self._width].append(place)
        return self._near[year]

    def _are_two(self, run: int) -> bool:
        """Say whether at least two rows of a run have figures."""
        filled = (at for at, _ in self._open[-run:] if any(self.amounts[at]))
        return len(list(islice(filled, 2))) == 2

    def _signed(self, position: int, share: float) -> Mapping[int, int] | None:
        """Return the rows on top whose difference a row is: income less expenditure."""
        for count in range(1, min(SIGNED_TERMS, len(self._open)) + 1):
            top = self._open[-count:]
            terms = [(self.amounts[at], lines) for at, lines in top]
            found = difference(self.amounts[position], terms, share, apart=True)
            if found is not None:
                return found
        return None

    def _lines_of(self, run: int) -> Mapping[int, int]:
        return {
            at: sign
            for _, lines in self._open[len(self._open) - run :]
            for at, sign in lines.items()
        }

    def _close(self, position: int, total: Total) -> None:
        """Put a total in the place of what it covers."""
        self.totals[position] = total
        while self._open and self._open[-1][1].keys() <= total.lines.keys():
            self._pop()
        self._push(position, total.lines)
        self._since_total = 0

    def _push(self, position: int, lines: Mapping[int, int]) -> None:
        place = len(self._sums)
        self._open.append((position, lines))
        self._sums.append(tuple(map(int.__add__, self._sums[-1], self.amounts[position])))
        self._counts.append(self._counts[-1] + len(lines))
        self._exact[self._sums[-1]].append(place)
        for year, found in self._near.items():
            found[self._sums[-1][year] // self._width].append(place)

    def _pop(self) -> None:
        self._open.pop()
        self._counts.pop()
        sums = self._sums.pop()
        self._exact[sums].pop()
        for year, found in self._near.items():
            found[sums[year] // self._width].pop()


def difference(
    amounts: Whole,
    terms: Sequence[tuple[Whole, Mapping[int, int]]],
    share: float = 1.0,
    *,
    apart: bool = False,
) -> Mapping[int, int] | None:
    """Return the lines of some terms, signed so that they add up to amounts; None if none do.

    With `apart`, those of one sign stand together, as income and expenditure do.
    """
    said = [year for year, amount in enumerate(amounts) if amount]
    wanted, allowed = share * len(said), tolerance(len(terms), 1.0)
    columns = [(amounts[year], [own[year] for own, _ in terms]) for year in said]
    for signs in _signs(len(terms), apart=apart) if said else ():
        left = len(said)
        for amount, own in columns:
            left -= abs(sum(map(mul, signs, own)) - amount) > allowed
            if left < wanted:
                break
        else:
            pairs = zip(signs, terms, strict=True)
            return {line: s * own for s, (_, lines) in pairs for line, own in lines.items()}
    return None


@cache
def _signs(terms: int, *, apart: bool) -> Sequence[tuple[int, ...]]:
    """Return the ways in which terms can be added and taken off; `apart` as above."""
    every = product((1, -1), repeat=terms)
    return [signs for signs in every if not apart or sum(a != b for a, b in pairwise(signs)) <= 1]
