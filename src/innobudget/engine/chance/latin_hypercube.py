"""Uniform draws that fill every name's range evenly: a Latin hypercube.

References
----------
McKay, Beckman, Conover (1979), Technometrics 21(2), 239-245. The order of the strata is a
permutation by a Feistel network (Black, Rogaway 2002, Ciphers with arbitrary finite domains),
so that any stretch of trials can be drawn by itself.

"""

import numpy as np
from numpy.typing import NDArray

from innobudget.engine.chance.design_effect import replicate_size
from innobudget.engine.chance.randomness import Streams
from innobudget.engine.flows import Array

Numbers = NDArray[np.uint64]

ROUNDS = 6
MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
"""2**64 over the golden ratio, odd: spreads the digits of a half."""


class LatinHypercube:
    """Of every name one draw in each of as many equal strata as a replicate has trials.

    A run is made of several independent replicates, so that it can tell how sure it is.
    """

    joint = False

    def __init__(self, seed: int, trials: int) -> None:
        """Lay as many strata as a replicate of a run of some trials needs."""
        self._streams = Streams(seed)
        self._trials = trials
        self._size = min(trials, replicate_size(trials))
        self._half = np.uint64(max(1, -(-(self._size - 1).bit_length() // 2)))
        self._keys: dict[tuple[str, int], Numbers] = {}

    def uniforms(self, name: str, first: int, count: int) -> Array:
        """Draw the uniforms of trials `first` to `first + count - 1`, from 0 to below 1.

        Shape (trial,). Those past the last trial are plain random numbers.
        """
        drawn = self._streams.uniforms(name, first, count)
        spread = drawn[: max(0, self._trials - first)]
        done = 0
        while done < len(spread):
            replicate, start = divmod(first + done, self._size)
            part = spread[done : done + self._size - start]
            numbers = np.arange(start, start + len(part), dtype=np.uint64)
            part += self._strata((name, replicate), numbers)
            done += len(part)
        spread /= self._size
        np.minimum(spread, np.nextafter(1.0, 0.0), out=spread)
        return drawn

    def _strata(self, key: tuple[str, int], trials: Numbers) -> Numbers:
        """Permute the numbers of trials, walking on where the network leads past the last."""
        if key not in self._keys:
            generator = self._streams.generator(f"{key[0]} strata {key[1]}")
            self._keys[key] = generator.integers(2**64, size=ROUNDS, dtype=np.uint64)
        found = self._network(self._keys[key], trials)
        while len(outside := np.flatnonzero(found >= self._size)):
            found[outside] = self._network(self._keys[key], found[outside])
        return found

    def _network(self, keys: Numbers, numbers: Numbers) -> Numbers:
        mask = (np.uint64(1) << self._half) - np.uint64(1)
        left, right = numbers >> self._half, numbers & mask
        for key in keys:
            mixed = (right + key) * MULTIPLIER
            mixed ^= mixed >> np.uint64(32)
            mixed *= MULTIPLIER
            left, right = right, left ^ (mixed >> np.uint64(40)) & mask
        return left << self._half | right
