"""Which rows are totals of other rows, by words and by arithmetic."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Amounts = NDArray[np.float64]

_WORDS = re.compile(
    r"\bi ?alt\b|\btotal(?:t|e[rn]?)?\b|\bhovedtotal|\bsub-?total|\bsum\b|\bsamlet\b|\btilsammen\b"
    r"|\bsumma\b|\bsumme\b|\bgesamt|\binsgesamt\b|\btotaal\b|\bcelkem\b|\bresultat\b|^\d+ = "
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A row with figures, as far as finding totals needs it."""

    labels: tuple[str, ...]
    """Its texts."""
    coded: bool
    """True where it has an account code that is none of the words of a total."""
    amounts: tuple[float, ...]
    """One per year, nothing budgeted as 0. [unit of the file]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A total and the lines under it, by their positions among the candidates."""

    position: int
    """Of the total."""
    lines: tuple[int, ...]
    """Of the lines that it covers."""
    agrees: bool
    """False where no run of rows above adds up to it."""


@dataclass(frozen=True, slots=True)
class _Open:
    """A line or a total that no total has covered yet."""

    amounts: Amounts
    lines: tuple[int, ...]


def says_total(text: str) -> bool:
    """Say whether a label reads like a total.

    Examples
    --------
    >>> says_total("Indtægter i alt"), says_total("Summer i byen")
    (True, False)

    """
    return bool(_WORDS.search(text.casefold()))


def find_totals(candidates: Sequence[Candidate], precision: float) -> dict[int, Total]:
    """Find the rows that add up rows above them.

    A row without an account code among rows that have one is a total where it adds up the
    rows right above it; a row that says so in words is one in any case, and covers all rows
    since the last total where nothing adds up.

    Parameters
    ----------
    candidates
        Every row with figures, in the order of the sheet.
    precision
        What the figures are rounded to. [unit of the file]

    Returns
    -------
    dict
        Totals by position.

    """
    uncoded_means_total = any(candidate.coded for candidate in candidates)
    totals: dict[int, Total] = {}
    still_open: list[_Open] = []
    since_total = 0
    for position, candidate in enumerate(candidates):
        amounts = np.array(candidate.amounts)
        in_words = not candidate.coded and any(map(says_total, candidate.labels))
        run = 0
        if in_words or (uncoded_means_total and not candidate.coded):
            run = _matching_run(still_open, amounts, precision, least=1 if in_words else 2)
        if run or in_words:
            covered = still_open[-run:] if run else still_open[-since_total or None :]
            lines = tuple(line for item in covered for line in item.lines)
            totals[position] = Total(position=position, lines=lines, agrees=run > 0)
            del still_open[len(still_open) - len(covered) :]
            still_open.append(_Open(amounts, lines))
            since_total = 0
        else:
            still_open.append(_Open(amounts, (position,)))
            since_total += 1
    return totals


def tolerance(count: int, precision: float) -> float:
    """Return the largest difference that rounding `count` figures and their sum can cause.

    The least of the worst case, half a unit each, and four standard deviations.
    """
    worst = (count + 1) * precision / 2
    likely = precision / 2 + 4 * precision * np.sqrt(count / 12)
    return float(min(worst, likely))


def _matching_run(
    still_open: Sequence[_Open], amounts: Amounts, precision: float, *, least: int
) -> int:
    """Return the length of the longest run right above that adds up to the amounts; 0: none."""
    if len(still_open) < least:
        return 0
    sums = np.cumsum([item.amounts for item in reversed(still_open)], axis=0)
    counts = np.cumsum([len(item.lines) for item in reversed(still_open)])
    allowed = np.minimum(
        (counts + 1) * precision / 2, precision / 2 + 4 * precision * np.sqrt(counts / 12)
    )
    noise = 1e-9 * (1 + np.abs(amounts).max(initial=0))
    fits = (np.abs(sums - amounts) <= (allowed + noise)[:, None]).all(axis=1)
    fits[: least - 1] = False
    return int(np.flatnonzero(fits)[-1]) + 1 if fits.any() else 0
