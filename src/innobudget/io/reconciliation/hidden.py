"""Lines that add up others, though nothing marks them as totals."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from innobudget.io.reconciliation.stack import Candidate

SPREAD = 0x9E3779B97F4A7C15
DIGITS = 1e15
"""As many as a float holds."""


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
    largest = float(np.abs(values).max())
    finest = 10.0 ** np.ceil(np.log10(largest / DIGITS)) if largest else precision
    whole = np.rint(values / max(precision, finest)).astype(np.int64)
    hashes = _hashes(whole)
    prefix = np.concatenate([np.zeros(1, dtype=np.uint64), hashes.cumsum(dtype=np.uint64)])
    filled = np.concatenate([[0], values.any(axis=1).cumsum()])
    starts, ends = prefix[:-1] - hashes, prefix[1:] + hashes
    met = (np.isin(starts, prefix) | np.isin(ends, prefix)) & values.any(axis=1)
    first = {int(key): at for at, key in reversed(list(enumerate(prefix)))} if met.any() else {}
    last = {int(key): at for at, key in enumerate(prefix)} if met.any() else {}
    enough = enough_digits(len(lines))
    found: dict[int, tuple[int, int]] = {}
    for at in np.flatnonzero(met).tolist():
        if _digits(whole[at].tolist()) < enough:
            continue
        start, end = first.get(int(starts[at]), at), last.get(int(ends[at]), at)
        if start < at and filled[at] - filled[start] >= 2:
            found[lines[at]] = (lines[start], lines[at - 1])
        elif end > at and filled[end] - filled[at + 1] >= 2:
            found[lines[at]] = (lines[at + 1], lines[end - 1])
    return found


def _hashes(whole: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Return one number per line that adds up as its amounts do, whatever the years.

    Sums that are equal in every year have equal hashes; others have, modulo 2**64, by a
    chance of one in ten trillion millions.
    """
    weights = np.cumprod(np.full(whole.shape[1], SPREAD, dtype=np.uint64), dtype=np.uint64)
    hashes: NDArray[np.uint64] = (whole.astype(np.uint64) * weights).sum(axis=1, dtype=np.uint64)
    return hashes


def enough_digits(lines: int) -> float:
    """Return how many significant digits among so many lines agree by no chance."""
    return 5 + 2 * math.log10(lines)


def digits_of(amounts: NDArray[np.float64], precision: float) -> int:
    """Return the number of significant digits in amounts of different years."""
    return _digits([round(amount / precision) for amount in amounts.tolist()])


def _digits(amounts: Sequence[int]) -> int:
    """Return the number of significant digits in amounts of different years."""
    return sum(len(str(abs(amount)).rstrip("0")) for amount in set(amounts) if amount)
