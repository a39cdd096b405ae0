"""A run consists of eight replicates, each spread by a design of its own.

Every thousand trials hold a stretch of each replicate. So trials keep their place however many
follow, any stretch of a run can be drawn by itself, and how much the replicates differ tells how
sure a figure is.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

RUN = 2**7
"""Trials in a row that belong to the same replicate: few, so that short runs have several."""
REPLICATES = 8
"""More would be less even each; fewer would not tell how sure a figure is."""
PERIOD = RUN * REPLICATES
"""Trials until the first replicate has its next turn."""

Numbers = NDArray[np.uint64]


class Located(NamedTuple):
    """Where some trials have their place."""

    replicates: Numbers
    """Which replicate, shape (trial,)."""
    positions: Numbers
    """Which trial of it, counted from 0, shape (trial,)."""


def located(first: int, count: int) -> Located:
    """Locate the trials `first` to `first + count - 1`."""
    trials = np.arange(first, first + count, dtype=np.uint64)
    period, within = np.divmod(trials, np.uint64(PERIOD))
    replicates, step = np.divmod(within, np.uint64(RUN))
    return Located(replicates, period * np.uint64(RUN) + step)


def replicate_sizes(trials: int) -> NDArray[np.int64]:
    """Return how many trials of a run each replicate has, shape (replicate,)."""
    periods, rest = divmod(trials, PERIOD)
    return periods * RUN + np.clip(rest - RUN * np.arange(REPLICATES), 0, RUN)
