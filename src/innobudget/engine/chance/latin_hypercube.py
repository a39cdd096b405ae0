"""Uniform draws that fill every name's range evenly: a Latin hypercube.

References
----------
McKay, Beckman, Conover (1979), Technometrics 21(2), 239-245. The order of the strata is a
permutation by a Feistel network (Black, Rogaway 2002, Ciphers with arbitrary finite domains),
so that any stretch of trials can be drawn by itself.

"""

import numpy as np

from innobudget.engine.chance.randomness import Streams
from innobudget.engine.chance.replicates import Numbers, located, replicate_sizes
from innobudget.engine.flows import Array

ROUNDS = 6
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
"""2**64 over the golden ratio, odd: spreads the digits of a half."""


class LatinHypercube:
    """Of every name one draw in each of as many equal strata as a replicate has trials."""

    joint = False

    def __init__(self, seed: int, trials: int) -> None:
        """Lay as many strata as each replicate of a run of some trials needs."""
        self._streams = Streams(seed)
        self._trials = trials
        self._sizes = replicate_sizes(trials).tolist()
        self._keys: dict[tuple[str, int], Numbers] = {}

    def uniforms(self, name: str, first: int, count: int) -> Array:
        """Draw the uniforms of trials `first` to `first + count - 1`, from 0 to below 1.

        Shape (trial,). Those past the last trial are plain random numbers.
        """
        drawn = self._streams.uniforms(name, first, count)
        replicates, positions = located(first, max(0, min(count, self._trials - first)))
        for replicate, size in enumerate(self._sizes):
            own = np.flatnonzero(replicates == replicate)
            if len(own):
                strata = self._strata((name, replicate), positions[own], size)
                drawn[own] = (drawn[own] + strata) / size
        np.minimum(drawn, np.nextafter(1.0, 0.0), out=drawn)
        return drawn

    def _strata(self, key: tuple[str, int], trials: Numbers, size: int) -> Numbers:
        """Permute the numbers of trials, walking on where the network leads past the last."""
        if key not in self._keys:
            generator = self._streams.generator(f"{key[0]} strata {key[1]}")
            self._keys[key] = generator.integers(2**64, size=ROUNDS, dtype=np.uint64)
        keys, half = self._keys[key], np.uint64(max(1, -(-(size - 1).bit_length() // 2)))
        found = _network(keys, half, trials)
        while len(outside := np.flatnonzero(found >= size)):
            found[outside] = _network(keys, half, found[outside])
        return found


def _network(keys: Numbers, half: np.uint64, numbers: Numbers) -> Numbers:
    """Permute numbers below 4 to the power of `half`."""
    mask = (np.uint64(1) << half) - np.uint64(1)
    left, right = numbers >> half, numbers & mask
    for key in keys:
        mixed = (right + key) * MULTIPLIER
        mixed ^= mixed >> np.uint64(32)
        mixed *= MULTIPLIER
        left, right = right, left ^ (mixed >> np.uint64(40)) & mask
    return left << half | right
