"""Uniform draws that belong to a name, and to nothing else."""

from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

SMALLEST = 2.0**-54
"""Stands in for a draw of exactly 0, whose normal score is minus infinity."""


class Streams:
    """The random numbers of every name under one seed.

    The draws of a name depend on the seed and the name alone, whatever else is drawn, and
    any stretch of them can be had by itself.

    References
    ----------
    NumPy, Parallel random number generation: `SeedSequence` with a `spawn_key` of one's own,
    https://numpy.org/doc/stable/reference/random/parallel.html

    """

    def __init__(self, seed: int) -> None:
        """Keep the seed, an integer of at least 0."""
        self.seed = seed

    def uniforms(self, name: str, first: int, count: int) -> NDArray[np.float64]:
        """Draw the uniforms of trials `first` to `first + count - 1`, each above 0 and below 1.

        Shape (trial,).
        """
        digest = np.frombuffer(sha256(name.encode()).digest(), dtype="<u4")
        sequence = np.random.SeedSequence(self.seed, spawn_key=tuple(map(int, digest)))
        generator = np.random.Generator(np.random.PCG64(sequence).advance(first))
        return np.maximum(generator.random(count), SMALLEST)
