"""Which rows are totals of other rows, by words and by arithmetic.

A row that may be a total and adds up rows beside it takes their place, so that totals of totals
are found as well. Totals may stand below their lines or above them: both ways are tried, and the
one that agrees more often is taken.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from innobudget.io.reconciliation.rounding import Whole, digits, tolerance, wholes
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
Kinds = Sequence[str]


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
    rests: Mapping[int, int] = field(default_factory=dict)
    """Lines that are what a code has more than the codes under it, by the row of the code."""

    def lines(self, count: int) -> list[int]:
        """Return the positions that are lines."""
        return [at for at in range(count) if at not in self.totals and at not in self.repeats]


def find_totals(candidates: Sequence[Candidate], precision: float) -> Totals:
    """Find the rows that add up others, in the order of the sheet.

    Where totals in words cover not every line, rows that lack a label are tried as totals of a
    single row, then rows that nothing marks as totals of the rows beside them; they are if
    every total in words agrees then, and every line is covered.
    """
    kinds = kinds_of(candidates)
    found = _find(candidates, kinds, precision)
    if len(candidates) > OUTLINE_ROWS or "said" not in kinds or found.proven:
        return found
    alone = ["alone" if kind.startswith("lacking") else kind for kind in kinds]
    maybe = ["maybe" if kind == "line" else kind for kind in kinds]
    for other in (alone, maybe):
        tried = _find(candidates, other, precision)
        if tried.proven:
            lines = {at for at, kind in enumerate(kinds) if kind == "line"}
            return replace(tried, unmarked=frozenset(lines & tried.totals.keys()))
    return found


def find_hidden(
    candidates: Sequence[Candidate], lines: Sequence[int], precision: float, *, proven: bool = False
) -> dict[int, Sequence[int]]:
    """Return lines that add up others to the last digit, though nothing marks them, with those.

    Only the user can say whether such a row is a total. Sums of few digits come about by chance
    and are not asked about, unless they part the whole table, or it is the first or the last row
    that adds up all others, and no total of the file (`proven`) says that all of them are lines.
    """
    rows = [candidates[line] for line in lines]
    orders = range(len(rows)), range(len(rows))[::-1]
    ways = [("exact", order) for order in orders if len(rows) <= OUTLINE_ROWS and not proven]
    found: dict[int, Total] = {}
    for kind, order in (*ways, *(("telling", order) for order in orders)):
        totals = _one_way(rows, [kind] * len(rows), order, precision).totals
        covered = {line for total in totals.values() for line in total.lines}
        if kind == "exact" and len(covered) + len(totals) == len(rows) > 0 and _tell(rows, totals):
            found = totals
            break
        if kind == "telling" and len(totals) > len(found):
            found = totals
    return {lines[at]: [lines[line] for line in total.lines] for at, total in found.items()}


def _tell(rows: Sequence[Candidate], totals: Mapping[int, Total]) -> bool:
    """Say whether totals that part a table are several, or the one at its end has some digits."""
    at, *others = totals
    (whole,) = wholes([rows[at].amounts], 1e-6)
    return bool(others) or (at in (0, len(rows) - 1) and digits(whole) >= FEW_DIGITS)


def kinds_of(candidates: Sequence[Candidate]) -> list[str]:
    """Say how much each row looks like a total."""
    columns = list(zip(*(row.labels for row in candidates), strict=True))
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

    return list(map(kind, candidates))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What a stack found, by the positions in the sheet."""

    totals: dict[int, Total]
    agreements: int = 0
    """Number of totals with figures that rows beside them add up to."""
    named: frozenset[int] = frozenset()


def _find(candidates: Sequence[Candidate], kinds: Kinds, precision: float) -> Totals:
    """Find the totals among rows of known kinds.

    A row without an account code that says so in words is a total in any case; it covers the
    rows since the last total where nothing adds up. Rows that lack a label which most rows
    have are totals where most such rows add up the rows beside them, and so are rows with a
    code and words like `Sum felles`: else the words are a name.
    """
    order = range(len(candidates))
    first = _best_way(candidates, kinds, order, precision)
    settled = {at for at, total in first.totals.items() if total.agrees} | first.named
    if not all(kind == "line" or at in settled for at, kind in enumerate(kinds)):
        above = _best_way(candidates, kinds, order[::-1], precision)
        first = max(first, above, key=lambda found: found.agreements)
        left = [at for at in order if at not in first.totals]
        left = left if first is above else left[::-1]
        again = _best_way(candidates, kinds, left, precision)
        more = {at: total for at, total in again.totals.items() if total.agrees}
        first = replace(first, totals=first.totals | more, named=first.named - more.keys())
    return _Settling(candidates, first, precision).settled(kinds)


def _best_way(
    candidates: Sequence[Candidate], kinds: Kinds, order: Sequence[int], precision: float
) -> _Found:
    """Take rows for lines where most of their kind fit nothing.

    So is a total in words that nothing adds up to, where more totals agree then.
    """
    found = _one_way(candidates, kinds, order, precision)
    count = Counter(kinds[at] for at in order if any(candidates[at].amounts))
    agreed = Counter(
        kinds[at] for at, own in found.totals.items() if own.agrees and any(candidates[at].amounts)
    )
    soft = {kind for kind in count if kind.startswith(("named", "lacking"))}
    names = {kind for kind in soft if agreed[kind] * 2 < count[kind]}
    if names:
        kinds = ["line" if kind in names else kind for kind in kinds]
        found = _one_way(candidates, kinds, order, precision)
    unmatched = [at for at, own in found.totals.items() if not own.agrees and kinds[at] == "said"]
    for at in unmatched[:TRIED] if len(candidates) <= OUTLINE_ROWS else ():
        other = [*kinds[:at], "line", *kinds[at + 1 :]]
        trial = _one_way(candidates, other, order, precision)
        if trial.agreements > found.agreements:
            found, kinds = replace(trial, named=found.named | {at}), other
    return found


def _one_way(
    candidates: Sequence[Candidate], kinds: Kinds, order: Sequence[int], precision: float
) -> _Found:
    """Take rows onto a stack in an order: downwards or upwards, all or some."""
    stack = Stack([candidates[at] for at in order], precision)
    stack.run([kinds[at] for at in order])
    totals = {
        order[at]: replace(total, lines={order[line]: s for line, s in total.lines.items()})
        for at, total in stack.totals.items()
    }
    return _Found(totals=totals, agreements=stack.agreed.total())


class _Settling:
    """What rows beside them do not explain: totals of a level of the lines, results of totals."""

    def __init__(self, candidates: Sequence[Candidate], found: _Found, precision: float) -> None:
        self.candidates = candidates
        self.amounts: list[Whole] = wholes([row.amounts for row in candidates], precision)
        self.named = found.named
        self.totals = {
            at: replace(own, lines={to: s for to, s in own.lines.items() if to not in found.totals})
            for at, own in found.totals.items()
        }

    def settled(self, kinds: Kinds) -> Totals:
        """Return the totals, with those that a level of the lines explains."""
        lines = [at for at in range(len(kinds)) if at not in self.totals]
        left = [at for at, total in self.totals.items() if not total.agrees]
        left += [at for at in lines if kinds[at] in ("result", "said", "flagged")]
        if left:
            self._explain(left)
        wholes_ = dict(self._wholes())
        self.totals |= wholes_
        repeats = dict(self._repeats(wholes_))
        named = self.named - self.totals.keys()
        found = Totals(totals=self.totals, repeats=repeats, named=named)
        said = [total for at, total in self.totals.items() if kinds[at] == "said"]
        under = {line for total in said for line in total.lines}
        agree = bool(said) and all(total.agrees for total in said)
        return replace(found, proven=agree and under.issuperset(found.lines(len(kinds))))

    def _explain(self, left: Sequence[int]) -> None:
        """Take rows for the sum of all lines, or of those that say the same in some column."""
        levels: dict[object, set[int]] = defaultdict(set)
        for at in range(len(self.amounts)):
            if at not in self.totals:
                levels[None].add(at)
                for label in enumerate(self.candidates[at].labels):
                    levels[label].add(at)
        sums: dict[object, Whole] = {}
        for at in left:
            labels: list[object] = [None, *enumerate(self.candidates[at].labels)]
            for key in labels:
                level = levels.get(key, set())
                sum_ = sums.setdefault(key, self._sum(level))
                if at in level:
                    sum_ = tuple(map(int.__sub__, sum_, self.amounts[at]))
                if len(level) > (at in level) and self._fits(at, sum_, len(level)):
                    self.totals[at] = Total(lines=dict.fromkeys(level - {at}, 1), agrees=True)
                    break
            else:
                self._result(at)

    def _result(self, at: int) -> None:
        """Take a row for the difference of the uppermost totals, where it is."""
        covered = Counter(line for total in self.totals.values() for line in total.lines)
        tops = [
            (self.amounts[top], total.lines)
            for top, total in self.totals.items()
            if total.agrees and total.lines and covered[next(iter(total.lines))] == 1
        ]
        if 2 <= len(tops) <= MOST_TOPS:
            lines = difference(self.amounts[at], tops)
            if lines is not None:
                self.totals[at] = Total(lines=lines, agrees=True)

    def _wholes(self) -> Iterator[tuple[int, Total]]:
        """Yield the rows without a code that are the sum of all rows with one, or nearly.

        A country is the total of its authorities whatever it differs by, and never of other rows
        without a code.
        """
        coded = [at for at, row in enumerate(self.candidates) if row.coded]
        lines = dict.fromkeys((at for at in coded if at not in self.totals), 1)
        sums = self._sum(coded)
        most = CLOSE_MISSING if any(self.candidates[at].missing for at in coded) else CLOSE
        for at, row in enumerate(self.candidates) if len(coded) > 1 else ():
            own = self.totals.get(at)
            settled = own and own.agrees and all(self.candidates[line].coded for line in own.lines)
            pairs = [(a, sum_) for a, sum_ in zip(self.amounts[at], sums, strict=True) if a]
            if row.coded is not False or not pairs or settled:
                continue
            fits = self._fits(at, sums, len(coded))
            near = max(abs(a - sum_) / abs(a) for a, sum_ in pairs) <= most
            named = near or any(map(is_country, row.labels))
            if fits or (named and len(coded) * 2 > len(self.candidates)):
                yield at, Total(lines=lines, agrees=fits)

    def _repeats(self, wholes_: Collection[int]) -> Iterator[tuple[int, int]]:
        """Yield the rows that divide a total once more, below it and under no other."""
        covered = {line for total in self.totals.values() for line in total.lines}
        for at, total in self.totals.items():
            if not any(self.amounts[at]) or not (total.agrees or at in wholes_):
                continue
            run: list[int] = []
            rest = self.amounts[at]
            for line in range(at + 1, len(self.amounts)):
                if line in self.totals and self.totals[line].agrees:
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
