"""Uniform draws that fill the unit cube evenly: replicates of a scrambled Sobol' sequence.

Every name has a coordinate of its own, made by its own stream, so that what a name draws depends
on the seed, the name and its dimension alone. Each replicate has direction numbers and a
scrambling of its own: whatever few coordinates any one of them spreads badly together, the
others do not.

References
----------
Sobol' (1967), USSR Computational Mathematics and Mathematical Physics 7(4), 86-112; Matoušek
(1998), On the L2-discrepancy for anchored boxes, Journal of Complexity 14(4), 527-556: linear
scrambling with a digital shift.

"""

from collections.abc import Sequence

import numpy as np

from innobudget.engine.chance.direction_numbers import (
    BITS,
    DIAGONAL,
    UPPER,
    Digits,
    direction_numbers,
)
from innobudget.engine.chance.randomness import Streams
from innobudget.engine.chance.replicates import PERIOD, REPLICATES, RUN
from innobudget.engine.flows import Array

RUN_DIGITS = RUN.bit_length() - 1
LAST = np.int32(1)
"""The last binary digit, 1 everywhere: no draw is 0."""


class Sobol:
    """Draws of every name from one sequence, the most important first; others draw at random."""

    joint = True
    """What happens to an investment is drawn from one coordinate: see `dependence.Course`."""

    def __init__(self, seed: int, dimensions: Sequence[str], trials: int) -> None:
        """Give each name its dimension, and make its coordinates as far as trials need them."""
        self._streams = Streams(seed)
        names = tuple(dict.fromkeys(dimensions))
        self._dimension = {name: number for number, name in enumerate(names)}
        size = RUN_DIGITS + (trials // PERIOD + 1).bit_length()
        digits = np.empty((2 * BITS + 1, len(names), REPLICATES), dtype=np.int32)
        for number, name in enumerate(names):
            own = self._streams.generator(name).integers(
                2**BITS, size=(len(digits), REPLICATES), dtype=np.int32
            )
            digits[:, number] = own
        directions = _scrambled(direction_numbers(digits[:size]), digits[BITS:-1]) & ~LAST
        self._runs = _first_runs(directions[:RUN_DIGITS], digits[-1] | LAST)
        self._directions = np.moveaxis(directions[RUN_DIGITS:], 1, 0).copy()

    def uniforms(self, name: str, first: int, count: int) -> Array:
        """Draw the uniforms of trials `first` to `first + count - 1`, between 0 and 1.

        Shape (trial,).
        """
        dimension = self._dimension.get(name)
        if dimension is None:
            return self._streams.uniforms(name, first, count)
        period, start = divmod(first, PERIOD)
        periods = np.arange(period, -(-(first + count) // PERIOD))
        moved = _combined(self._directions[dimension], periods)
        points = self._runs[dimension] ^ moved[..., None]
        drawn: Array = points.reshape(-1)[start : start + count].astype(np.float64)
        drawn *= 2.0**-BITS
        return drawn


def _scrambled(directions: Digits, digits: Digits) -> Digits:
    """Scramble direction numbers linearly.

    Parameters
    ----------
    directions
        Shape (digit of a point's number, …).
    digits
        At random, shape (digit of a coordinate, …).

    """
    rows = digits & UPPER[:, None, None] | DIAGONAL[:, None, None]
    scrambled = np.zeros_like(directions)
    for row, digit in zip(rows, DIAGONAL, strict=True):
        scrambled |= (np.bitwise_count(row & directions) & np.uint8(1)) * digit
    return scrambled


def _first_runs(directions: Digits, shifts: Digits) -> Digits:
    """Return the first points of every dimension and replicate, shape (…, point)."""
    points = np.empty((*shifts.shape, RUN), dtype=np.int32)
    points[..., 0] = shifts
    for digit, direction in enumerate(directions):
        done = 1 << digit
        np.bitwise_xor(points[..., :done], direction[..., None], out=points[..., done : 2 * done])
    return points


def _combined(directions: Digits, numbers: np.ndarray) -> Digits:
    """Return the direction numbers of numbers' binary digits, added without carrying.

    Shape (number, …), of directions of shape (digit, …).
    """
    digits = np.arange(int(numbers[-1]).bit_length())[:, None]
    chosen = (numbers >> digits & 1).astype(np.int32)
    combined: Digits = np.bitwise_xor.reduce(
        chosen[..., None] * directions[: len(digits), None], axis=0
    )
    return combined
