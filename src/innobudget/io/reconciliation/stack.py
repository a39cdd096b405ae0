"""Rows taken one by one, and the totals among them.

Figures are whole numbers of their last digit, so that sums compare exactly. What no total covers
yet lies open on a stack; each place of it has the running sum up to it, and a total that adds up
the rows from some place on is found by looking up the sum that this place must have.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from innobudget.io.reconciliation.rounding import Whole, digits, tolerance, wholes

NEAR = 2000
"""As many lines at most does a rounded total cover that nothing in words marks as one."""
LOOKED_AT = 50
"""Places of nearly the right sum that are compared year by year, from either end."""
TELLING = 6
"""So many digits are no line's by chance that stands right before."""
SIGNED_TERMS = 4
MOST_YEARS = 0.6
WORDED = ("said", "flagged", "result", "named")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A row with figures, as far as finding totals needs it."""

    labels: tuple[str, ...]
    """The text of each label column; empty where the cell is."""
    coded: bool | None = None
    """Whether it has an account code; None in a table without a column for them."""
    numbered: bool = False
    """True where the codes only number the rows."""
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

    def __init__(self, candidates: Sequence[Candidate], precision: float) -> None:
        self._candidates = candidates
        self.amounts = wholes([row.amounts for row in candidates], precision)
        years = len(self.amounts[0]) if candidates else 0
        self._width = 2 * int(tolerance(len(candidates), 1.0)) + 2
        self._open: list[tuple[int, dict[int, int]]] = []
        self._sums: list[Whole] = []
        self._counts: list[int] = []
        self._exact: dict[Whole, list[int]] = defaultdict(list)
        self._near: list[dict[int, list[int]]] = [defaultdict(list) for _ in range(years)]
        self._since_total = 0
        self.totals: dict[int, Total] = {}
        self.agreed: Counter[str] = Counter()
        self._remember((0,) * years, 0)

    def run(self, kinds: Sequence[str]) -> None:
        """Take every row onto the stack."""
        for position, kind in enumerate(kinds):
            covered = None if kind == "line" else self._covered(position, kind)
            if covered is not None:
                self._close(position, covered)
                self.agreed[kind] += any(self.amounts[position])
            elif kind in ("said", "flagged"):
                self._close_unmatched(position, kind)
            else:
                self._push(position, {position: 1})
                self._since_total += 1

    @property
    def agreements(self) -> int:
        """Number of totals with figures that rows beside them add up to."""
        return self.agreed.total()

    def repeats(self) -> dict[int, int]:
        """Return open rows right after a total that add up to it once more."""
        found: dict[int, int] = {}
        for place, (position, _) in enumerate(self._open):
            amounts = self.amounts[position]
            if position not in self.totals or position in found or not any(amounts):
                continue
            start = self._sums[place + 1]
            wanted = tuple(a + b for a, b in zip(start, amounts, strict=True))
            ends = [end for end in self._exact.get(wanted, ()) if end > place + 2]
            after = [other for other, _ in self._open[place + 1 : ends[-1]]] if ends else []
            if after and not any(at in self.totals and self.totals[at].agrees for at in after):
                found.update(dict.fromkeys(after, position))
        return found

    def _covered(self, position: int, kind: str) -> dict[int, int] | None:
        """Return what a row adds up, with signs; None where nothing fits.

        Years in which nothing stands do not count. A row that says in words that it is a total
        may be wrong in a year: it is one where most years fit, and the others become differences.
        """
        worded = kind in WORDED
        lone = kind in ("named", "maybe") or not (worded or kind == "alone")
        sure = kind.startswith("lacking") and (
            self._continues(position) or digits(self.amounts[position]) >= TELLING
        )
        least = 2 if lone and not sure else 1
        for share in (1.0, MOST_YEARS) if worded else (1.0,):
            run = self._run(position, least, share, marked=kind in ("said", "flagged"))
            if run:
                return {line: s for _, lines in self._open[-run:] for line, s in lines.items()}
            signed = self._signed(position, share) if worded else None
            if signed is not None:
                return signed
        return None

    def _continues(self, position: int) -> bool:
        """Say whether the labels that a row has are those of the row before it."""
        if not position:
            return False
        before = self._candidates[position - 1].labels
        labels = self._candidates[position].labels
        return any(labels) and all(
            not label or label == other for label, other in zip(labels, before, strict=True)
        )

    def _run(self, position: int, least: int, share: float, *, marked: bool) -> int:
        """Return the length of the longest run on top that adds up to a row; 0: none.

        What adds up to the last digit goes before what rounding allows.
        """
        size = len(self._open)
        amounts = self.amounts[position]
        wanted = tuple(a - b for a, b in zip(self._sums[-1], amounts, strict=True))
        starts = [at for at in self._exact.get(wanted, ())[:1] if size - at >= least]
        for start in starts or self._nearly(position, wanted, share, marked=marked):
            run = size - start
            if run < least:
                continue
            while run > least and self._is_empty_total(self._open[-run][0]):
                run -= 1
            return run
        return 0

    def _nearly(self, position: int, wanted: Whole, share: float, *, marked: bool) -> Iterator[int]:
        """Yield the places, the farthest first, whose sums are right in enough years."""
        amounts = self.amounts[position]
        said = [year for year, amount in enumerate(amounts) if amount]
        tried: set[int] = set()
        for key in said[: 1 if share == 1 else None]:
            bucket = wanted[key] // self._width
            for near in (bucket, bucket - 1, bucket + 1):
                places = self._near[key].get(near, [])
                tried.update(places[:LOOKED_AT], places[-LOOKED_AT:])
        total = self._counts[-1]
        for place in sorted(tried):
            lines = total - self._counts[place]
            if marked or lines <= NEAR:
                allowed = tolerance(lines, 1.0)
                own = self._sums[place]
                fits = sum(
                    abs(own[y] - wanted[y]) <= allowed + 1e-9 * abs(amounts[y]) for y in said
                )
                if fits >= share * len(said):
                    yield place

    def _is_empty_total(self, position: int) -> bool:
        """Say whether a row is a total of nothing, which belongs to no later total."""
        return position in self.totals and not any(self.amounts[position])

    def _signed(self, position: int, share: float) -> dict[int, int] | None:
        """Return the rows on top whose difference a row is: income less expenditure."""
        amounts = self.amounts[position]
        said = [year for year, amount in enumerate(amounts) if amount]
        for count in range(1, min(SIGNED_TERMS, len(self._open)) + 1 if said else 0):
            top = self._open[-count:]
            values = [self.amounts[at] for at, _ in top]
            allowed = tolerance(count, 1.0)
            for signs in product((1, -1), repeat=count):
                fits = sum(
                    abs(sum(s * own[y] for s, own in zip(signs, values, strict=True)) - amounts[y])
                    <= allowed
                    for y in said
                )
                if fits >= share * len(said):
                    return {
                        line: s * own
                        for s, (_, lines) in zip(signs, top, strict=True)
                        for line, own in lines.items()
                    }
        return None

    def _close(self, position: int, lines: dict[int, int]) -> None:
        """Put a total in the place of what it covers."""
        self.totals[position] = Total(lines=lines, agrees=True)
        while self._open and self._open[-1][1].keys() <= lines.keys():
            self._pop()
        self._push(position, lines)
        self._since_total = 0

    def _close_unmatched(self, position: int, kind: str) -> None:
        """Keep a total that nothing adds up to, with the rows since the last one."""
        count = self._since_total or len(self._open)
        taken = self._open[len(self._open) - count :]
        lines = {line: s for _, lines in taken for line, s in lines.items()}
        self.totals[position] = Total(lines=lines if kind == "said" else {}, agrees=False)
        if kind == "said":
            for _ in taken:
                self._pop()
            self._push(position, lines)
            self._since_total = 0

    def _push(self, position: int, lines: dict[int, int]) -> None:
        self._open.append((position, lines))
        own = self.amounts[position]
        self._remember(tuple(map(int.__add__, self._sums[-1], own)), self._counts[-1] + len(lines))

    def _remember(self, sums: Whole, count: int) -> None:
        place = len(self._sums)
        self._sums.append(sums)
        self._counts.append(count)
        self._exact[sums].append(place)
        for found, sum_ in zip(self._near, sums, strict=True):
            found[sum_ // self._width].append(place)

    def _pop(self) -> None:
        self._open.pop()
        self._counts.pop()
        sums = self._sums.pop()
        self._exact[sums].pop()
        for found, sum_ in zip(self._near, sums, strict=True):
            found[sum_ // self._width].pop()
