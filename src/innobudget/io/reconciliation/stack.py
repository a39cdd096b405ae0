"""Rows taken one by one, and the totals among them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

Amounts = NDArray[np.float64]
WINDOW = 2000
SIGNED_TERMS = 4
MOST_YEARS = 0.6


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A total and the lines under it."""

    lines: Mapping[int, int]
    """Positions of the lines that it covers, with the sign they are added with."""
    agrees: bool
    """False where no rows beside it add up to it."""


def tolerance(count: int, precision: float) -> float:
    """Return the largest difference that rounding `count` figures and their sum can cause.

    The least of the worst case, half a unit each, and four standard deviations.
    """
    worst = (count + 1) * precision / 2
    likely = precision / 2 + 4 * precision * np.sqrt(count / 12)
    return float(min(worst, likely))


class Stack:
    """Rows that no total covers yet, with running sums so that any run is one subtraction."""

    def __init__(self, candidates: Sequence[Candidate], precision: float) -> None:
        self._candidates = candidates
        self._precision = precision
        years = len(candidates[0].amounts) if candidates else 0
        self._amounts = np.array([row.amounts for row in candidates]).reshape(
            len(candidates), years
        )
        self._sums: Amounts = np.zeros((len(candidates) + 1, years))
        self._counts = np.zeros(len(candidates) + 1)
        self._open: list[tuple[int, dict[int, int]]] = []
        self._since_total = 0
        self.totals: dict[int, Total] = {}
        self.agreed: Counter[str] = Counter()

    def run(self, kinds: Sequence[str]) -> None:
        """Take every row onto the stack."""
        for position, kind in enumerate(kinds):
            amounts = self._amounts[position]
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
            fits = self._fits(sums, self._amounts[position], self._counts[:1])
            fits[0] = False
            last = int(np.flatnonzero(fits)[-1]) + 1 if fits.any() else 0
            own = any(
                other in self.totals and self.totals[other].agrees for other, _ in after[:last]
            )
            if last and np.abs(sums).any() and not own:
                found.update((other, position) for other, _ in after[:last])
        return found

    def _covered(self, position: int, kind: str, amounts: Amounts) -> dict[int, int] | None:
        """Return what a row adds up, with signs; None where nothing fits.

        A row that says in words that it is a total may be wrong in a year: it is one where
        most years fit, and the others become differences.
        """
        lacking = kind.startswith("lacking") or kind in ("alone", "maybe")
        least = (
            2
            if kind in ("named", "maybe")
            or (kind.startswith("lacking") and not self._continues(position))
            else 1
        )
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
        exact = self._fits(sums, amounts, -np.ones(size - low), share)
        for fits in (exact, self._fits(sums, amounts, counts, share)):
            if least > 1:
                fits[len(fits) - least + 1 :] = False
            found = np.flatnonzero(fits)
            if len(found):
                break
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
        """Say which sums equal the amounts within rounding, in a share of the years.

        A count of -1 stands for figures that are not rounded.
        """
        allowed = np.minimum(
            (counts + 1) * self._precision / 2,
            self._precision / 2 + 4 * self._precision * np.sqrt(np.maximum(counts, 0) / 12),
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
            values = [self._amounts[position] for position, _ in top]
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
        self._push(position, lines, self._amounts[position])
        self._since_total = 0

    def _close_unmatched(self, position: int, kind: str) -> None:
        """Keep a total that nothing adds up to, with the rows since the last one."""
        taken = self._open[-self._since_total :] if self._since_total else list(self._open)
        lines = {line: s for _, lines in taken for line, s in lines.items()}
        self.totals[position] = Total(lines=lines if kind == "said" else {}, agrees=False)
        if kind == "said":
            del self._open[len(self._open) - len(taken) :]
            self._push(position, lines, self._amounts[position])
            self._since_total = 0

    def _push(self, position: int, lines: dict[int, int], amounts: Amounts) -> None:
        size = len(self._open)
        self._sums[size + 1] = self._sums[size] + amounts
        self._counts[size + 1] = self._counts[size] + len(lines)
        self._open.append((position, lines))
