"""Lines that add up others, though nothing marks them as totals."""

from collections.abc import Sequence

import numpy as np

from innobudget.io.reconciliation.stack import Candidate


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
