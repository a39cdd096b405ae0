"""What the reference problem needs of the machine, whoever computes it.

Each trial needs nine times four uniforms (cost, benefit, success, delay), and gives ten net
effects, ten cumulative ones and a net present value; the budget gap is a constant less the
net effect.
"""

import numpy as np

UNIFORMS = 9 * 4
OUTCOMES = 10 + 10 + 1
BLOCK = 16_384
"""Trials at a time: a quarter of a megabyte for two arrays, so that they stay in the cache."""
SOURCE, TARGET = np.ones((2, 4_194_304))
"""32 MB each: a copy of so much goes through memory."""


def draw_uniforms(trials: int, seed: int) -> None:
    """Draw every uniform once, in blocks that stay in the cache."""
    rng, block = np.random.default_rng(seed), np.empty(BLOCK)
    for _ in range(UNIFORMS * trials // BLOCK):
        rng.random(out=block)


def move_bytes(trials: int, seed: int) -> None:  # noqa: ARG001 - called like the models
    """Read and write eight bytes for every uniform and every outcome, through memory."""
    numbers = (UNIFORMS + OUTCOMES) * trials
    for first in range(0, numbers, len(SOURCE)):
        part = slice(0, numbers - first)
        np.copyto(TARGET[part], SOURCE[part])
