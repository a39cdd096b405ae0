"""Whether any three or four coordinates are spread worse together than plain random numbers."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from benchmarks.page import table
from benchmarks.problem import Array
from innobudget.domain.scenario import Sampling
from innobudget.engine.chance.latin_hypercube import LatinHypercube
from innobudget.engine.chance.randomness import Design, Streams
from innobudget.engine.chance.sobol import Sobol

DESIGNS: tuple[Sampling, ...] = ("random", "sobol", "latin-hypercube")
TRIALS = (1_000, 2_048, 4_096, 10_000, 16_384, 30_000, 131_072)
SEEDS = 100
THRESHOLDS = (0.1, 0.3, 0.5, 0.7)
COORDINATES = 8
NAMES = tuple(map(str, range(COORDINATES)))
PAIRS = tuple(combinations(range(COORDINATES), 2))
Words = NDArray[np.uint64]


def section(short: bool) -> str:
    """Search all triples and quadruples at each number of trials and return a table."""
    sizes = TRIALS[:4] if short else TRIALS
    seeds = 20 if short else SEEDS
    rows = [
        row
        for trials in sizes
        for design in DESIGNS[: None if trials <= TRIALS[-1] // 8 else 2]
        for row in [searched(design, trials, seeds)]
    ]
    head = ["design, trials", "triples: mean", "worst", "which", "four: mean", "worst", "which"]
    return "\n\n".join([JOINT.format(seeds=seeds, coordinates=COORDINATES), table(head, rows)])


def searched(sampling: Sampling, trials: int, seeds: int) -> list[str]:
    """Return how far joint probabilities are off at one number of trials, over plain's error."""
    squares: dict[int, Array] = {}
    for seed in range(seeds):
        flags = packed(designed(sampling, seed, trials), trials)
        for together, counts in joint_counts(flags):
            off = counts / trials - np.multiply.outer(*chances(together))
            squares[together] = squares.get(together, 0.0) + off**2
    cells = [f"{sampling}, {trials:,}"]
    for together, total in squares.items():
        chance = np.multiply.outer(*chances(together))
        ratios = np.sqrt(total / seeds * trials / (chance * (1 - chance)))
        group, *at = np.unravel_index(ratios.argmax(), ratios.shape)
        cells += [
            f"{ratios.mean():.2f}",
            f"{ratios.max():.2f}",
            f"{groups(together)[group]}: {chance[tuple(at)]:.3g}",
        ]
    return cells


def designed(sampling: Sampling, seed: int, trials: int) -> Design:
    """Return a design of some trials whose most important names are `NAMES`."""
    match sampling:
        case "sobol":
            return Sobol(seed, NAMES, trials)
        case "latin-hypercube":
            return LatinHypercube(seed, trials)
        case "random":
            return Streams(seed)


def packed(design: Design, trials: int) -> Words:
    """Say which trials are below each threshold, 64 in a word, shape (name, threshold, word)."""
    uniforms = np.array([design.uniforms(name, 0, trials) for name in NAMES])
    below = np.zeros((COORDINATES, len(THRESHOLDS), -(-trials // 64) * 64), dtype=bool)
    for number, threshold in enumerate(THRESHOLDS):
        np.less(uniforms, threshold, out=below[:, number, :trials])
    return np.packbits(below, axis=-1).view(np.uint64)


def joint_counts(flags: Words) -> Iterator[tuple[int, Array]]:
    """Yield 3, 4 and how often so many are below: shape (group, thresholds, thresholds)."""
    pairs: dict[tuple[int, ...], Words] = {
        pair: each_with_each(*flags[list(pair)]) for pair in PAIRS
    }
    for together in (3, 4):
        counts = [
            np.bitwise_count(
                pairs[group[:2]][:, None] & (flags[group[2]] if together == 3 else pairs[group[2:]])
            ).sum(axis=-1, dtype=np.int64)
            for group in groups(together)
        ]
        yield together, np.array(counts, dtype=np.float64)


def each_with_each(one: Words, other: Words) -> Words:
    """Return where both hold, of each of one and each of another, shape (both, word)."""
    return (one[:, None] & other[None]).reshape(-1, one.shape[-1])


def groups(together: int) -> list[tuple[int, ...]]:
    """Return all groups of so many coordinates."""
    return list(combinations(range(COORDINATES), together))


def chances(together: int) -> tuple[Array, Array]:
    """Return the chance of the first pair, and of the others, by thresholds."""
    single = np.array(THRESHOLDS)
    pair = np.outer(single, single).ravel()
    return pair, single if together == 3 else pair


JOINT = """Root mean square error of the probability that three, or four, uniforms are all below
thresholds of their own (0.1, 0.3, 0.5, 0.7), over that of plain random sampling by the binomial
formula; over {seeds} seeds, for every group of the {coordinates} most important coordinates: the
mean over all, the worst, and which coordinates and what probability that was. The rows of random
numbers show what worst the number of seeds alone makes of ratios that are 1."""
