"""How much surer a figure is than one from as many plain random trials.

The design effect is the variance of an estimate over that of plain random sampling. It is found
from the run itself: its replicates are independent of each other, so they differ as much as
chance lets them. Eight of them tell their variance roughly; what is reported is larger by as
much as Student's distribution is wider than the normal one, so that an estimate and twice its
standard error cover as often as they say.

References
----------
Kish (1965), Survey Sampling, chapter 8.2; Student (1908), Biometrika 6(1), 1-25.

"""

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri, stdtrit

from innobudget.domain.scenario import Sampling
from innobudget.engine.chance.replicates import REPLICATES, RUN, replicate_sizes
from innobudget.engine.flows import Array

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
