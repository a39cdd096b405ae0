"""How much more accurate the default design is than plain random sampling, trial for trial."""

from collections.abc import Mapping

import numpy as np

from benchmarks.page import table
from benchmarks.problem import Array
from benchmarks.seeds import FIGURES, Runs, run_seeds, true_figures

DESIGNS = ("sobol", "latin-hypercube")
SEEDS = 300
RESAMPLES = 2_000
GOALS = {1_000: 1.6, 10_000: 1.9, 100_000: 2.0}
"""What the geometric mean is to reach, by trials."""


def section(short: bool) -> str:
    """Run all designs over many seeds and return the table."""
    seeds = 24 if short else SEEDS
    truth, error = true_figures(short=short)
    rows = []
    for trials in list(GOALS)[: 2 if short else None]:
        squares = {
            design: squared_errors(run_seeds(design, trials, seeds), truth)
            for design in ("random", *DESIGNS)
        }
        rows += [row(design, trials, squares) for design in DESIGNS]
    plain = [f"{value:,.4g} ± {wide:.2g}" for value, wide in zip(truth, error, strict=True)]
    head = ["design, trials", *FIGURES, "geometric mean", "goal"]
    return "\n\n".join([NOTE.format(seeds=seeds), table(head, [["truth", *plain, "", ""], *rows])])


def squared_errors(runs: Runs, truth: Array) -> Array:
    """Return every seed's squared errors, shape (seed, figure)."""
    return np.asarray((runs.figures - truth) ** 2)


def row(design: str, trials: int, squares: Mapping[str, Array]) -> list[str]:
    """Return the ratios of one design, each with its interval."""
    ratios = error_ratios(squares["random"], squares[design])
    rng = np.random.default_rng(1)
    drawn = np.array(
        [
            error_ratios(resampled(rng, squares["random"]), resampled(rng, squares[design]))
            for _ in range(RESAMPLES)
        ]
    )
    low, high = np.percentile(drawn, (2.5, 97.5), axis=0)
    cells = [
        f"{ratio:.2f} ({least:.2f} to {most:.2f})"
        for ratio, least, most in zip(ratios, low, high, strict=True)
    ]
    goal = f"{GOALS[trials]:.1f}" if design == DESIGNS[0] else ""
    return [f"{design}, {trials:,}", *cells, goal]


def error_ratios(plain: Array, designed: Array) -> Array:
    """Return plain sampling's root mean square error over the design's, and their mean last."""
    ratios = np.sqrt(plain.mean(axis=0) / designed.mean(axis=0))
    return np.append(ratios, np.exp(np.log(ratios).mean()))


def resampled(rng: np.random.Generator, squares: Array) -> Array:
    """Draw as many seeds with replacement."""
    return squares[rng.integers(len(squares), size=len(squares))]


NOTE = """Root mean square error of plain random sampling over that of the design, both over
{seeds} seeds of the reference problem: 2 means that plain sampling needs four times the trials.
In parentheses the 95 % interval, by drawing the seeds anew with replacement. The truth is the
mean over other seeds' runs of many more trials, in thousand euro, with its standard error."""
