"""Which rows are totals of other rows, by words and by arithmetic.

Rows are taken one by one onto a stack. A row that may be a total and adds up the top of the
stack takes those rows' place, so that totals of totals are found as well. Totals may stand
below their lines or above them: both ways are tried, and the one that agrees more often is
taken.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

Amounts = NDArray[np.float64]

WINDOW = 2000
CACHED = 1 << 16
SIGNED_TERMS = 4
MOST_YEARS = 0.6
_STRONG = re.compile(
    r"\bi ?alt\b|\btotal(?:t|e[rn]?|s)?\b|\bhovedtotal|\b(?:sub|grand|mellem)-?\s?total|\bsum\b"
    r"|\bsamlet\b|\btilsammen\b|\bsumma\b|\bsumme\b|\bgesamt\b|\bgesamtsumme|\binsgesamt\b"
    r"|\btotaal\b|\bcelkem\b|\búhrnem\b|\bsuma\b|^\d+ = "
)
_WEAK = re.compile(r"resultat\b|ergebnis\b|\bresult\b|\bsaldo\b|\bnetto\b|\bnet\b|\bbalance\b")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A total and the lines under it."""

    lines: Mapping[int, int]
    """Positions of the lines that it covers, with the sign they are added with."""
    agrees: bool
    """False where no rows beside it add up to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What was found among the rows, by their positions."""

    totals: Mapping[int, Total]
    """Totals."""
    repeats: Mapping[int, int] = field(default_factory=dict)
    """Rows that divide a total once more, by that total."""

    def lines(self, count: int) -> list[int]:
        """Return the positions that are lines."""
        return [at for at in range(count) if at not in self.totals and at not in self.repeats]


@lru_cache(maxsize=CACHED)
def says_total(text: str) -> bool:
    """Say whether a label reads like a total.

    Examples
    --------
    >>> says_total("Indtægter i alt"), says_total("Summer i byen")
    (True, False)

    """
    return bool(_STRONG.search(text.casefold()))


def find_totals(candidates: Sequence[Candidate], precision: float) -> Totals:
    """Find the rows that add up others.

    A row without an account code that says so in words is a total in any case; it covers the
    rows since the last total where nothing adds up. Rows that lack a label which most rows
    have are totals where most such rows add up the rows beside them, and so are rows with a
    code and words like `Sum felles`: else the words are a name.

    Parameters
    ----------
    candidates
        Every row with figures, in the order of the sheet.
    precision
        What the figures are rounded to. [unit of the file]

    """
    kinds = _kinds(candidates)
    below = _best_stack(candidates, kinds, precision)
    settled = {at for at, total in below.totals.items() if total.agrees}
    if all(kind == "line" or at in settled for at, kind in enumerate(kinds)):
        return Totals(totals=below.totals, repeats=below.repeats())
    order = range(len(candidates))
    above = _find_in(order[::-1], candidates, kinds, precision)
    first = above if above.agreements > below.agreements else below
    found = above.totals if first is above else below.totals
    repeats = {} if first is above else below.repeats()
    left = [at for at in order if at not in found and at not in repeats]
    again = _find_in(left if first is above else left[::-1], candidates, kinds, precision)
    found = found | {at: total for at, total in again.totals.items() if total.agrees}
    clean = {
        at: replace(total, lines={at: s for at, s in total.lines.items() if at not in found})
        for at, total in found.items()
    }
    return _settle_unmatched(candidates, Totals(totals=clean, repeats=repeats), precision)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What a stack found, by the positions in the sheet."""

    totals: dict[int, Total]
    agreements: int


def _find_in(
    order: Sequence[int], candidates: Sequence[Candidate], kinds: Sequence[str], precision: float
) -> _Found:
    """Take rows onto a stack in an order: downwards or upwards, all or some."""
    stack = _best_stack([candidates[at] for at in order], [kinds[at] for at in order], precision)
    totals = {
        order[at]: replace(total, lines={order[line]: s for line, s in total.lines.items()})
        for at, total in stack.totals.items()
    }
    return _Found(totals=totals, agreements=stack.agreements)


def tolerance(count: int, precision: float) -> float:
    """Return the largest difference that rounding `count` figures and their sum can cause.

    The least of the worst case, half a unit each, and four standard deviations.
    """
    worst = (count + 1) * precision / 2
    likely = precision / 2 + 4 * precision * np.sqrt(count / 12)
    return float(min(worst, likely))


def _kinds(candidates: Sequence[Candidate]) -> list[str]:
    """Say how much each row looks like a total."""
    columns = list(zip(*(row.labels for row in candidates), strict=True))
    filled = [sum(bool(text) and not says_total(text) for text in column) for column in columns]
    keys = [
        column
        for column in range(len(columns))
        if len(candidates) > filled[column] and filled[column] * 2 >= len(candidates)
    ]
    return [_kind(candidate, keys) for candidate in candidates]


def _kind(candidate: Candidate, keys: Sequence[int]) -> str:
    if candidate.flagged:
        return "flagged"
    labels = candidate.labels
    lacking = [str(key) for key in keys if not labels[key] or says_total(labels[key])]
    alone = sum(map(bool, labels)) == 1
    if any(map(says_total, labels)):
        plain = candidate.coded is None and (lacking or alone)
        return "said" if plain or candidate.coded is False else "named"
    if _WEAK.search(" ".join(labels).casefold()) and not candidate.coded:
        return "result"
    return f"lacking {' '.join(lacking)}" if lacking else "line"


def _best_stack(
    candidates: Sequence[Candidate], kinds: Sequence[str], precision: float
) -> "_Stack":
    """Return the stack after taking rows of a kind for lines where most of them fit nothing."""
    stack = _Stack(candidates, precision)
    stack.run(kinds)
    count = Counter(kind for kind, row in zip(kinds, candidates, strict=True) if any(row.amounts))
    explained = stack.agreed + Counter(kinds[at] for at in stack.repeats())
    names = {
        kind
        for kind in count
        if kind.startswith(("named", "lacking")) and explained[kind] * 2 < count[kind]
    }
    if names:
        stack = _Stack(candidates, precision)
        stack.run(["line" if kind in names else kind for kind in kinds])
    return stack


class _Stack:
    """Rows that no total covers yet, with running sums so that any run is one subtraction."""

    def __init__(self, candidates: Sequence[Candidate], precision: float) -> None:
        self._candidates = candidates
        self._precision = precision
        years = len(candidates[0].amounts) if candidates else 0
        self._sums: Amounts = np.zeros((len(candidates) + 1, years))
        self._counts = np.zeros(len(candidates) + 1)
        self._open: list[tuple[int, dict[int, int]]] = []
        self._since_total = 0
        self.totals: dict[int, Total] = {}
        self.agreed: Counter[str] = Counter()

    def run(self, kinds: Sequence[str]) -> None:
        """Take every row onto the stack."""
        for position, kind in enumerate(kinds):
            amounts = np.array(self._candidates[position].amounts)
            covered = None if kind == "line" else self._covered(position, kind, amounts)
            if covered is not None:
                self._close(position, covered)
                self.agreed[kind] += bool(amounts.any())
            elif kind in ("said", "flagged"):
                self._close_unmatched(position, kind)
            else:
                self._push(position, {position: 1}, amounts)
                self._since_total += 1

    @property
    def agreements(self) -> int:
        """Number of totals with figures that rows beside them add up to."""
        return self.agreed.total()

    def repeats(self) -> dict[int, int]:
        """Return open rows right after a total that add up to it once more."""
        found: dict[int, int] = {}
        for place, (position, _) in enumerate(self._open):
            if position not in self.totals or place + 2 >= len(self._open):
                continue
            after = self._open[place + 1 :]
            sums = self._sums[place + 2 : len(self._open) + 1] - self._sums[place + 1]
            fits = self._fits(sums, np.array(self._candidates[position].amounts), self._counts[:1])
            fits[0] = False
            if fits.any() and np.abs(sums).any():
                last = int(np.flatnonzero(fits)[-1]) + 1
                found.update((other, position) for other, _ in after[:last])
        return found

    def _covered(self, position: int, kind: str, amounts: Amounts) -> dict[int, int] | None:
        """Return what a row adds up, with signs; None where nothing fits.

        A row that says in words that it is a total may be wrong in a year: it is one where
        most years fit, and the others become differences.
        """
        lacking = kind.startswith("lacking")
        least = 2 if kind == "named" or (lacking and not self._continues(position)) else 1
        window = None if kind in ("said", "flagged") else WINDOW
        shares = (1.0,) if lacking else (1.0, MOST_YEARS)
        for share in shares:
            run = self._matching_run(amounts, least, window, share)
            if run:
                return {line: s for _, lines in self._open[-run:] for line, s in lines.items()}
            signed = None if lacking else self._signed(amounts, share)
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

    def _matching_run(self, amounts: Amounts, least: int, window: int | None, share: float) -> int:
        """Return the length of the longest run on top that adds up to the amounts; 0: none."""
        size = len(self._open)
        if size < least:
            return 0
        low = 0 if window is None else max(size - window, 0)
        sums = self._sums[size] - self._sums[low:size]
        counts = self._counts[size] - self._counts[low:size]
        fits = self._fits(sums, amounts, counts, share)
        if least > 1:
            fits[len(fits) - least + 1 :] = False
        found = np.flatnonzero(fits)
        run = len(fits) - int(found[0]) if len(found) else 0
        while run > least and self._is_empty_total(self._open[-run][0]):
            run -= 1
        return run

    def _is_empty_total(self, position: int) -> bool:
        """Say whether a row is a total of nothing, which belongs to no later total."""
        return position in self.totals and not any(self._candidates[position].amounts)

    def _fits(
        self, sums: Amounts, amounts: Amounts, counts: Amounts, share: float = 1.0
    ) -> NDArray[np.bool_]:
        """Say which sums equal the amounts within rounding, in a share of the years."""
        allowed = np.minimum(
            (counts + 1) * self._precision / 2,
            self._precision / 2 + 4 * self._precision * np.sqrt(counts / 12),
        )
        noise = 1e-9 * (1 + np.abs(amounts).max(initial=0))
        close = np.abs(sums - amounts) <= (allowed + noise)[:, None]
        if share < 1:
            close &= amounts != 0
        result: NDArray[np.bool_] = close.mean(axis=1) >= share
        return result

    def _signed(self, amounts: Amounts, share: float) -> dict[int, int] | None:
        """Return the rows on top whose difference a row is: income less expenditure."""
        for count in range(1, min(SIGNED_TERMS, len(self._open)) + 1):
            top = self._open[-count:]
            values = [np.array(self._candidates[position].amounts) for position, _ in top]
            for signs in product((1, -1), repeat=count):
                terms = np.sum([s * value for s, value in zip(signs, values, strict=True)], axis=0)
                if self._fits(terms[None, :], amounts, np.array([count]), share)[0]:
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
            self._open.pop()
        self._push(position, lines, np.array(self._candidates[position].amounts))
        self._since_total = 0

    def _close_unmatched(self, position: int, kind: str) -> None:
        """Keep a total that nothing adds up to, with the rows since the last one."""
        taken = self._open[-self._since_total :] if self._since_total else list(self._open)
        lines = {line: s for _, lines in taken for line, s in lines.items()}
        self.totals[position] = Total(lines=lines if kind == "said" else {}, agrees=False)
        if kind == "said":
            del self._open[len(self._open) - len(taken) :]
            self._push(position, lines, np.array(self._candidates[position].amounts))
            self._since_total = 0

    def _push(self, position: int, lines: dict[int, int], amounts: Amounts) -> None:
        size = len(self._open)
        self._sums[size + 1] = self._sums[size] + amounts
        self._counts[size + 1] = self._counts[size] + len(lines)
        self._open.append((position, lines))


def _settle_unmatched(candidates: Sequence[Candidate], found: Totals, precision: float) -> Totals:
    """Let totals that nothing beside them adds up to cover every line, where those do."""
    lines = found.lines(len(candidates))
    if not lines:
        return found
    everything = np.sum([candidates[line].amounts for line in lines], axis=0)
    allowed = tolerance(len(lines), precision) + 1e-9 * float(np.abs(everything).max(initial=0))
    totals = {
        at: Total(lines=dict.fromkeys(lines, 1), agrees=True)
        if not total.agrees
        and bool((np.abs(np.array(candidates[at].amounts) - everything) <= allowed).all())
        else total
        for at, total in found.totals.items()
    }
    return replace(found, totals=totals)


def find_hidden_totals(
    candidates: Sequence[Candidate], lines: Sequence[int], precision: float
) -> dict[int, tuple[int, int]]:
    """Find lines that add up lines right beside them, to the last digit of many.

    Nothing marks such a row as a total, so only the user can say whether it is one. Sums of
    few digits come about by chance and are not asked about.

    Returns
    -------
    dict
        First and last line (positions) that a line adds up, by that line.

    """
    values = np.array([candidates[line].amounts for line in lines])
    if values.size == 0:
        return {}
    whole = np.rint(values / precision).astype(np.int64).astype(object)
    prefix = np.concatenate([np.zeros((1, whole.shape[1]), dtype=object), whole.cumsum(axis=0)])
    filled = np.concatenate([[0], values.any(axis=1).cumsum()])
    keys = [tuple(row) for row in prefix]
    first = {key: at for at, key in reversed(list(enumerate(keys)))}
    last = {key: at for at, key in enumerate(keys)}
    enough = 5 + 2 * np.log10(len(lines))
    found: dict[int, tuple[int, int]] = {}
    for at, line in enumerate(lines):
        if _digits(whole[at]) < enough:
            continue
        start = first.get(tuple(prefix[at] - whole[at]), at)
        end = last.get(tuple(prefix[at + 1] + whole[at]), at)
        if start < at and filled[at] - filled[start] >= 2:
            found[line] = (lines[start], lines[at - 1])
        elif end > at and filled[end] - filled[at + 1] >= 2:
            found[line] = (lines[at + 1], lines[end - 1])
    return found


def _digits(amounts: Sequence[int]) -> int:
    """Return the number of significant digits in amounts of different years."""
    return sum(len(str(abs(amount)).rstrip("0")) for amount in set(amounts) if amount)
