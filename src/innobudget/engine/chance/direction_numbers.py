"""Numbers from which the coordinates of Sobol' sequences are made.

A primitive polynomial over two elements decides how evenly a coordinate is spread together with
the others, the lower its degree the better. The first direction numbers are free, and drawn at
random.

References
----------
Sobol' (1967), USSR Computational Mathematics and Mathematical Physics 7(4), 86-112; Bratley, Fox
(1988), Algorithm 659, ACM Transactions on Mathematical Software 14(1), 88-100: the recurrence.

"""

import numpy as np
from numpy.typing import NDArray

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
