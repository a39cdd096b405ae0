"""How accurate each design is trial for trial, and whether it knows how accurate it is."""

from collections.abc import Mapping

import numpy as np

from benchmarks.page import table
from benchmarks.problem import Array
from benchmarks.seeds import FIGURES, MEANS, Runs, large_runs, run_seeds

DESIGNS = ("random", "sobol", "latin-hypercube")
SEEDS = 300
RESAMPLES = 2_000
GOALS = {1_000: 1.6, 10_000: 1.9, 100_000: 2.0}
"""What the geometric mean of the default design is to reach, by trials."""
DEFAULT = "sobol"


def section(short: bool) -> str:
    """Run all designs over many seeds and return both tables."""
    seeds = 24 if short else SEEDS
    large = large_runs(short=short)
    ratios, sure = [["truth", *truth_cells(large), "", ""]], []
    for trials in list(GOALS)[: 2 if short else None]:
        runs = {design: run_seeds(design, trials, seeds) for design in DESIGNS}
        squares = {
            design: ((found.estimates - large.mean) ** 2)[:, : len(FIGURES)]
            for design, found in runs.items()
        }
        ratios += [ratio_row(design, trials, squares) for design in DESIGNS[1:]]
        sure += [certainty_row(f"{name}, {trials:,}", runs[name], large) for name in DESIGNS]
    return "\n\n".join(
        [
            RATIOS.format(seeds=seeds),
            table(["design, trials", *FIGURES, "geometric mean", "goal"], ratios),
            CERTAINTY,
            table(["design, trials", *FIGURES, *MEANS], sure),
        ]
    )


def truth_cells(large: Runs) -> list[str]:
    """Return the true figures with their standard errors."""
    errors = large.estimates.std(axis=0, ddof=1) / np.sqrt(len(large.estimates))
    pairs = list(zip(large.mean, errors, strict=True))[: len(FIGURES)]
    return [f"{value:,.5g} ± {error:.1g}" for value, error in pairs]


def ratio_row(design: str, trials: int, squares: Mapping[str, Array]) -> list[str]:
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
    return [f"{design}, {trials:,}", *cells, f"{GOALS[trials]:.1f}" if design == DEFAULT else ""]


def error_ratios(plain: Array, designed: Array) -> Array:
    """Return plain sampling's root mean square errors over the design's, and their mean last."""
    ratios = np.sqrt(plain.mean(axis=0) / designed.mean(axis=0))
    return np.append(ratios, np.exp(np.log(ratios).mean()))


def resampled(rng: np.random.Generator, squares: Array) -> Array:
    """Draw as many seeds with replacement."""
    return squares[rng.integers(len(squares), size=len(squares))]


def certainty_row(label: str, runs: Runs, large: Runs) -> list[str]:
    """Return spread over seeds, reported over it, and how often the interval holds the truth."""
    off, errors = runs.estimates - large.mean, runs.standard_errors
    spread = np.sqrt(np.mean(off**2, axis=0))
    reported = np.sqrt(np.mean(errors**2, axis=0)) / spread
    covered = np.mean(np.abs(off) <= 1.96 * errors, axis=0)
    cells = [
        f"{s:.3g}; {r:.2f}; {c:.0%}" for s, r, c in zip(spread, reported, covered, strict=True)
    ]
    return [label, *cells]


RATIOS = """Root mean square error of plain random sampling over that of the design, both over
{seeds} seeds of the reference problem: 2 means that plain sampling needs four times the trials. In
parentheses the 95 % interval, by drawing the seeds anew with replacement. The truth is the mean
over other seeds' runs of many more trials, in thousand euro, with its standard error."""
CERTAINTY = """Reported standard errors, over the same seeds: the figure's root mean square error
(thousand euro); the reported standard error over that (root mean square; 1 is right, more is
cautious, less is too sure); and how often the reported 95 % interval holds the truth."""
