"""Uniform draws that belong to a name, and to nothing else."""

from hashlib import sha256
from threading import local
from typing import Any, Protocol

import numpy as np

from innobudget.engine.flows import Array


class Design(Protocol):
    """How the draws of all names are spread over the unit cube."""

    joint: bool
    """Whether what happens to an investment is drawn from one coordinate of its own."""

    def uniforms(self, name: str, first: int, count: int) -> Array:
        """Draw the uniforms of trials `first` to `first + count - 1`, shape (trial,)."""


class Streams:
    """Plain random numbers of every name under one seed.

    The draws of a name depend on the seed and the name alone, whatever else is drawn, and
    any stretch of them can be had by itself.

    References
    ----------
    NumPy, Parallel random number generation: `SeedSequence` with a `spawn_key` of one's own,
    https://numpy.org/doc/stable/reference/random/parallel.html

    """

    joint = False

    def __init__(self, seed: int) -> None:
        """Keep the seed, an integer of at least 0."""
        self.seed = seed
        self._beginnings: dict[str, Any] = {}
        self._own = local()

    def uniforms(self, name: str, first: int, count: int) -> Array:
        """Draw the uniforms of trials `first` to `first + count - 1`, from 0 to below 1.

        Shape (trial,).
        """
        if not hasattr(self._own, "generator"):
            self._own.bits = np.random.PCG64(0)
            self._own.generator = np.random.Generator(self._own.bits)
        self._own.bits.state = self._beginning(name)
        self._own.bits.advance(first)
        drawn: Array = self._own.generator.random(count)
        return drawn

    def generator(self, name: str) -> np.random.Generator:
        """Return a generator at the beginning of a name's stream."""
        return np.random.Generator(np.random.PCG64(self._sequence(name)))

    def _beginning(self, name: str) -> Any:  # noqa: ANN401 - NumPy's state of a generator
        if name not in self._beginnings:
            self._beginnings[name] = np.random.PCG64(self._sequence(name)).state
        return self._beginnings[name]

    def _sequence(self, name: str) -> np.random.SeedSequence:
        digest = np.frombuffer(sha256(name.encode()).digest(), dtype="<u4")
        return np.random.SeedSequence(self.seed, spawn_key=tuple(map(int, digest)))


class Recorded:
    """Plain random numbers, all that are drawn of them kept."""

    joint = False

    def __init__(self, streams: Streams) -> None:
        """Draw nothing yet."""
        self._streams = streams
        self.drawn: dict[str, Array] = {}
        """By name, in order of drawing; each of shape (trial,), between 0 and 1."""

    def uniforms(self, name: str, first: int, count: int) -> Array:
        """Draw the uniforms of some trials and keep them, shape (trial,)."""
        self.drawn[name] = self._streams.uniforms(name, first, count)
        return self.drawn[name]
