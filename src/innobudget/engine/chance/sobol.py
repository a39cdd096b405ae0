"""Uniform draws that fill the unit cube evenly: replicates of a scrambled Sobol' sequence.

Every name has a coordinate of its own, made by its own stream, so that what a name draws depends
on the seed, the name and its dimension alone. Each replicate has direction numbers and a
scrambling of its own: whatever few coordinates any one of them spreads badly together, the
others do not.

A primitive polynomial over two elements decides how evenly a coordinate is spread together with
the others, the lower its degree the better. The first direction numbers are free, and drawn at
random.

References
----------
Sobol' (1967), USSR Computational Mathematics and Mathematical Physics 7(4), 86-112; Bratley, Fox
(1988), Algorithm 659, ACM Transactions on Mathematical Software 14(1), 88-100: the recurrence;
Matoušek (1998), On the L2-discrepancy for anchored boxes, Journal of Complexity 14(4), 527-556:
linear scrambling with a digital shift.

"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from innobudget.engine.chance.randomness import Streams
from innobudget.engine.chance.replicates import PERIOD, REPLICATES, RUN
from innobudget.engine.flows import Array

Digits = NDArray[np.int32]

BITS = 31
"""Binary digits of a coordinate: those of a whole number that turns into a fraction fastest."""
DIAGONAL = np.array([1 << (BITS - 1 - digit) for digit in range(BITS)], dtype=np.int32)
"""Each binary digit, the highest first, shape (digit,)."""
UPPER = np.array([(1 << BITS) - (1 << (BITS - digit)) for digit in range(BITS)], dtype=np.int32)
"""The binary digits above each, shape (digit,)."""
# fmt: off
POLYNOMIALS = (
    2, 3, 7, 11, 13, 19, 25, 37, 41, 47, 55, 59, 61, 67, 91, 97, 103, 109, 115, 131, 137, 143, 145,
    157, 167, 171, 185, 191, 193, 203, 211, 213, 229, 239, 241, 247, 253, 285, 299, 301, 333, 351,
    355, 357, 361, 369, 391, 397, 425, 451, 463, 487, 501,
)
# fmt: on
"""All primitive ones of degree 1 to 8, and x itself: the digits of a number are coefficients."""
DEGREES = np.array([polynomial.bit_length() - 1 for polynomial in POLYNOMIALS])
"""Of each polynomial, ascending."""
TAPS = np.array(
    [
        [int(f"{number:b}"[step : step + 1] or 0) for number in POLYNOMIALS]
        for step in range(int(DEGREES.max()) + 1)
    ],
    dtype=np.int32,
)
"""The coefficient of each so many steps below its degree; 0 past its end."""


def direction_numbers(digits: Digits) -> Digits:
    """Return what each binary digit of a point's number changes in each coordinate.

    Coordinates past the polynomials have direction numbers that are all random: even by
    themselves, and with the others as evenly as chance has it.

    Parameters
    ----------
    digits
        At random, shape (digit, coordinate, …), at most `BITS` of them, the lowest digit of the
        point's number first.

    Returns
    -------
    NDArray
        The same shape.

    """
    shape = (-1, *[1] * (digits.ndim - 1))
    size = len(digits)
    found = digits & UPPER[:size].reshape(shape) | DIAGONAL[:size].reshape(shape)
    degrees = DEGREES[: digits.shape[1]]
    for digit in range(1, size):
        known = int(np.searchsorted(degrees, digit, side="right"))
        last = found[digit - degrees[:known], np.arange(known)]
        following = last >> degrees[:known].reshape(known, *shape[2:]).astype(np.int32)
        for step in range(1, min(digit + 1, len(TAPS))):
            own = TAPS[step, :known].reshape(known, *shape[2:])
            following ^= found[digit - step, :known] * own
        found[digit, :known] = following
    return found


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
