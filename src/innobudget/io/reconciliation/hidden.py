"""Lines that add up others, though nothing marks them as totals."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, compress

from innobudget.io.reconciliation.rounding import Whole, digits, enough_digits, wholes
from innobudget.io.reconciliation.stack import Candidate

PATTERNS = 16
"""Sets of years with figures that are looked at: a total may be blank in some years."""
FEW_DIGITS = 2
Runs = dict[int, tuple[int, int]]
"""First and last line that a line adds up."""


def find_hidden_totals(
    candidates: Sequence[Candidate], lines: Sequence[int], precision: float, *, proven: bool = False
) -> Runs:
    """Find lines that add up lines right beside them, to the last digit of many.

    Nothing marks such a row as a total, so only the user can say whether it is one. Sums of
    few digits come about by chance and are not asked about, unless it is the first or the last
    row that adds up all others, or such sums part the whole table, and no total of the file
    (`proven`) says that all of them are lines.
    """
    values = wholes([candidates[line].amounts for line in lines], precision)
    patterns = dict.fromkeys(tuple(map(bool, own)) for own in values if any(own))
    strong: Runs = {}
    weak: Runs = {}
    for pattern in list(patterns)[:PATTERNS]:
        seen = [tuple(compress(own, pattern)) for own in values]
        enough = enough_digits(len(lines))
        for at, run in _runs(seen):
            if tuple(map(bool, values[at])) != pattern:
                continue
            whole = run in ((0, len(values) - 2), (1, len(values) - 1))
            told = digits(seen[at])
            sure = told >= enough or (whole and told >= FEW_DIGITS and not proven)
            (strong if sure else weak)[at] = run
    if not (strong or proven) and _part_all(weak, len(values)):
        strong = weak
    return {lines[at]: (lines[a], lines[b]) for at, (a, b) in strong.items()}


def _runs(values: Sequence[Whole]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield every row with the run of at least two rows right above or below that it adds up."""
    none = (0,) * len(values[0])
    sums = list(accumulate(values, _add, initial=none))
    filled = list(accumulate(map(any, values), initial=0))
    first: dict[Whole, int] = {}
    last = {sum_: at for at, sum_ in enumerate(sums)}
    for at, own in enumerate(values):
        first.setdefault(sums[at], at)
        if not any(own):
            continue
        start = first.get(_less(sums[at], own), at)
        end = last.get(_add(sums[at + 1], own), at)
        if start < at and filled[at] - filled[start] >= 2:
            yield at, (start, at - 1)
        elif end > at and filled[end] - filled[at + 1] >= 2:
            yield at, (at + 1, end - 1)


def _part_all(runs: Mapping[int, tuple[int, int]], count: int) -> bool:
    """Say whether sums and what they add up are all rows, each once."""
    at = 0
    for first, last in sorted((min(at, a), max(at, b)) for at, (a, b) in runs.items()):
        if first != at:
            return False
        at = last + 1
    return len(runs) > 1 and at == count


def _add(one: Whole, other: Whole) -> Whole:
    return tuple(map(int.__add__, one, other))


def _less(one: Whole, other: Whole) -> Whole:
    return tuple(map(int.__sub__, one, other))
