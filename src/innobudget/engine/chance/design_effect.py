"""How much surer a figure is than one from as many plain random trials.

The design effect is the variance of an estimate over that of plain random sampling. It is
found from the run itself: how much do the means of blocks of trials differ? The blocks of a
Latin hypercube are independent replicates. Those of a Sobol' sequence are evenly spread nets,
each less even than the whole, so the effect at their sizes is carried on to the nets that the
run consists of: one for each binary digit of its number of trials.

References
----------
Kish (1965), Survey Sampling, chapter 8.2. Owen (1997), Scrambled net variance for integrals of
smooth functions, Annals of Statistics 25(4), 1541-1562: the variance of a mean over a net of n
trials falls with n**-3 at best, so the design effect with n**-2.

"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from innobudget.domain.scenario import Sampling
from innobudget.engine.flows import Array

SMALLEST_BLOCK = 8
MOST_BLOCKS = 512
FEWEST_BLOCKS = 4
REPLICATES = 16
"""Independent Latin hypercubes in one run."""
STEEPEST = -2.0
"""Power of the number of trials that a design effect falls with at best."""


def block_sizes(sampling: Sampling, trials: int, smallest: int = SMALLEST_BLOCK) -> tuple[int, ...]:
    """Return the sizes of the blocks to compare, ascending; each a multiple of the first.

    Parameters
    ----------
    sampling
        How the draws are spread; none are needed for plain random numbers.
    trials
        Number of trials of the run.
    smallest
        The first size is a multiple of this, a power of two. [trials]

    """
    if sampling == "random" or trials < FEWEST_BLOCKS * smallest:
        return ()
    if sampling == "latin-hypercube":
        return (replicate_size(trials),)
    first = max(smallest, 1 << (trials // MOST_BLOCKS).bit_length())
    last = trials // FEWEST_BLOCKS
    return tuple(first << step for step in range(max(1, (last // first).bit_length())))


def replicate_size(trials: int) -> int:
    """Return the trials of each replicate of a Latin hypercube; the last may have fewer."""
    unit = SMALLEST_BLOCK if trials <= 2**17 else 2**15
    return -(-trials // (REPLICATES * unit)) * unit


def block_means(values: Array | NDArray[np.bool_], size: int) -> Array:
    """Return the mean of each whole block, shape (…, block), of values of shape (…, trial)."""
    blocks = values.shape[-1] // size
    whole = values[..., : blocks * size].reshape(*values.shape[:-1], blocks, size)
    return np.asarray(whole.mean(axis=-1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """The means of blocks of trials, of one amount or of several."""

    means: Array
    """Of blocks of equal size in the order of the trials, shape (…, block)."""
    size: int
    """Trials in each."""
    variance: Array
    """Of one trial, shape (…)."""
    trials: int
    """Number of trials of the run."""


def design_effect(blocks: Blocks, sizes: Sequence[int]) -> Array:
    """Return the variance of each mean over that of as many plain random trials, shape (…).

    `sizes` are those of `block_sizes`; where there are none the effect is 1.
    """
    if not sizes:
        return np.ones_like(blocks.variance)
    levels = [block_means(blocks.means, size // blocks.size) for size in sizes]
    freedom = np.array([level.shape[-1] - 1 for level in levels])
    between = [level.var(axis=-1, ddof=1) * size for level, size in zip(levels, sizes, strict=True)]
    effects = np.stack(between, axis=-1)
    even, certain = effects.min(axis=-1) <= 0, blocks.variance <= 0
    with np.errstate(divide="ignore", invalid="ignore"):
        # The logarithm of a variance of k degrees of freedom is too small by 1 / k on average.
        logs = np.log(effects) - np.log(blocks.variance)[..., None] + 1 / freedom
        found = _carried_on(logs, freedom, np.log(np.array(sizes)), blocks.trials)
    return np.select([certain, even], [1.0, 0.0], found)


def _carried_on(logs: Array, freedom: NDArray[np.int_], distance: Array, trials: int) -> Array:
    """Carry effects on, along a straight line of logarithms, to the nets of a run."""
    centre = np.average(distance, weights=freedom)
    level = np.average(logs, weights=freedom, axis=-1)
    slope = _slope(logs, freedom, distance - centre)
    nets = np.array([1 << digit for digit in range(63) if trials >> digit & 1], dtype=float)
    effect = np.exp(level[..., None] + slope[..., None] * (np.log(nets) - centre))
    return np.asarray(np.minimum(effect, 1.0) @ nets / trials)


def _slope(logs: Array, freedom: NDArray[np.int_], deviation: Array) -> Array:
    """Return the steepness of the line through effects at some sizes; of a single one 0."""
    if len(deviation) == 1:
        return np.zeros(logs.shape[:-1])
    spread = np.average(deviation**2, weights=freedom)
    slope = np.average(deviation * logs, weights=freedom, axis=-1) / spread
    return np.clip(slope, STEEPEST, 0.0)
