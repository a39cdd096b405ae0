"""A run consists of eight replicates, each spread by a design of its own.

Every thousand trials hold a stretch of each replicate. So trials keep their place however many
follow, any stretch of a run can be drawn by itself, and how much the replicates differ tells how
sure a figure is.

The design effect is the variance of an estimate over that of plain random sampling. It is found
from the run itself: its replicates are independent of each other, so they differ as much as
chance lets them. Eight of them tell their variance roughly; what is reported is larger by as
much as Student's distribution is wider than the normal one, so that an estimate and twice its
standard error cover as often as they say.

References
----------
Kish (1965), Survey Sampling, chapter 8.2; Student (1908), Biometrika 6(1), 1-25.

"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri, stdtrit

from innobudget.domain.scenario import Sampling
from innobudget.engine.flows import Array

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


FEWEST = 4
"""Of fewer replicates the spread tells too little; a figure is then as sure as a plain one."""
COVERED = 0.975
ROUNDED = REPLICATES / 6
"""Variance of how many trials lie below a limit where each replicate rounds that to whole trials.

Alone they round the same way too often for their spread to tell. [trials, squared]"""


def is_replicated(sampling: Sampling, trials: int) -> bool:
    """Say whether a run has enough replicates to tell its design effects; else they are 1."""
    return sampling != "random" and trials > (FEWEST - 1) * RUN


def replicate_sums(values: Array | NDArray[np.bool_]) -> Array:
    """Return the sum over each replicate, shape (…, replicate).

    Parameters
    ----------
    values
        Of trials that begin with the first replicate's turn, shape (…, trial).

    """
    runs = values.shape[-1] // RUN
    whole = values[..., : runs * RUN].reshape(*values.shape[:-1], runs, RUN).sum(axis=-1)
    rest = values[..., runs * RUN :].sum(axis=-1, keepdims=True)
    missing = np.zeros((*values.shape[:-1], -(runs + 1) % REPLICATES))
    turns = np.concatenate([whole, rest, missing], axis=-1)
    rounds = turns.shape[-1] // REPLICATES
    return np.asarray(turns.reshape(*values.shape[:-1], rounds, REPLICATES).sum(axis=-2))


def design_effect(sums: Array, variance: Array, jumps: Array, trials: int) -> Array:
    """Return the variance of each mean over that of as many plain random trials, shape (…).

    Parameters
    ----------
    sums
        Of each replicate, shape (…, replicate).
    variance
        Of one trial, shape (…).
    jumps
        How far apart the values of two neighbouring trials can be, shape (…).
    trials
        Number of trials of the run, enough by `is_replicated`.

    """
    sizes = replicate_sizes(trials)
    (present,) = sizes.nonzero()
    freedom = len(present) - 1
    off = sums[..., present] / sizes[present] - sums.sum(axis=-1, keepdims=True) / trials
    between = off**2 @ sizes[present] / freedom
    wider = (stdtrit(freedom, COVERED) / ndtri(COVERED)) ** 2
    with np.errstate(divide="ignore", invalid="ignore"):
        found = (wider * between + ROUNDED * jumps**2 / trials) / variance
    return np.where(variance > 0, found, 1.0)
