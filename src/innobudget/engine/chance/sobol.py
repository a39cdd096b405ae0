"""Uniform draws that fill the unit cube evenly: a scrambled Sobol' sequence.

Every name has a coordinate of its own, scrambled by its own stream, so that what a name draws
depends on the seed, the name and its dimension alone.

References
----------
Sobol' (1967), USSR Computational Mathematics and Mathematical Physics 7(4), 86-112; Matoušek
(1998), On the L2-discrepancy for anchored boxes, Journal of Complexity 14(4), 527-556: linear
scrambling with a digital shift.

"""

from collections.abc import Sequence
from functools import reduce
from itertools import islice
from operator import xor

import numpy as np
from numpy.typing import NDArray

from innobudget.engine.chance.direction_numbers import BITS, DIMENSIONS, direction_numbers
from innobudget.engine.chance.randomness import Streams
from innobudget.engine.flows import Array

Digits = NDArray[np.uint32]

BLOCK_DIGITS = 15
BLOCK = 2**BLOCK_DIGITS
"""Points whose numbers differ in their lowest digits only: computed once for each name."""
DIAGONAL = np.array([[1 << (BITS - 1 - row)] for row in range(BITS)], dtype=np.uint32)
"""Each binary digit, the highest first, shape (digit, 1)."""
UPPER = np.array([[(1 << BITS) - (1 << (BITS - row))] for row in range(BITS)], dtype=np.uint32)
"""The binary digits above each, shape (digit, 1)."""


class Sobol:
    """Draws of every name from one sequence; the names past its dimensions draw at random."""

    joint = True
    """What happens to an investment is drawn from one coordinate: see `dependence.Course`."""

    def __init__(self, seed: int, dimensions: Sequence[str]) -> None:
        """Give each name its dimension, the most important first, and scramble them all."""
        self._streams = Streams(seed)
        names = dict.fromkeys(dimensions)
        self._dimension = {name: number for number, name in enumerate(islice(names, DIMENSIONS))}
        digits = np.empty((len(self._dimension), BITS + 1), dtype=np.uint32)
        for own, name in zip(digits, self._dimension, strict=True):
            own[:] = self._streams.generator(name).integers(2**BITS, size=BITS + 1, dtype=np.uint32)
        directions = _scrambled(digits[:, :BITS])
        self._block_directions = directions[:, BLOCK_DIGITS:].tolist()
        self._blocks = _first_block(directions, digits[:, BITS])

    def uniforms(self, name: str, first: int, count: int) -> Array:
        """Draw the uniforms of trials `first` to `first + count - 1`, between 0 and 1.

        Shape (trial,).
        """
        dimension = self._dimension.get(name)
        if dimension is None:
            return self._streams.uniforms(name, first, count)
        directions, block = self._block_directions[dimension], self._blocks[dimension]
        drawn = np.empty(count)
        done = 0
        while done < count:
            number, start = divmod(first + done, BLOCK)
            part = block[start : start + count - done]
            shifted = part ^ _combined(directions, number)
            np.multiply(shifted, 2.0**-BITS, out=drawn[done : done + len(part)])
            done += len(part)
        drawn += 2.0 ** -(BITS + 1)
        return drawn


def _scrambled(digits: Digits) -> Digits:
    """Return the direction numbers of every dimension, linearly scrambled.

    Parameters
    ----------
    digits
        At random, one for each binary digit of a coordinate, shape (dimension, digit).

    Returns
    -------
    NDArray
        One for each binary digit of a point's number, shape (dimension, digit).

    """
    plain = np.empty((len(digits), 1, BITS), dtype=np.uint32)
    for dimension, numbers in enumerate(plain):
        numbers[:] = direction_numbers(dimension)
    rows = digits[..., None] & UPPER | DIAGONAL
    odd = np.bitwise_count(rows & plain) & 1
    scrambled: Digits = np.bitwise_or.reduce(odd * DIAGONAL, axis=1)
    return scrambled


def _first_block(directions: Digits, shifts: Digits) -> Digits:
    """Return the first points of every dimension, shape (dimension, point)."""
    block = np.empty((len(shifts), BLOCK), dtype=np.uint32)
    block[:, 0] = shifts
    for digit in range(BLOCK_DIGITS):
        done = 1 << digit
        direction = directions[:, digit, None]
        np.bitwise_xor(block[:, :done], direction, out=block[:, done : 2 * done])
    return block


def _combined(directions: Sequence[int], number: int) -> np.uint32:
    """Return the direction numbers of a number's binary digits, added without carrying."""
    chosen = (direction for digit, direction in enumerate(directions) if number >> digit & 1)
    return np.uint32(reduce(xor, chosen, 0))
