"""Do reported standard errors of means tell how far the means of many seeds spread?"""

import numpy as np

from benchmarks.page import table
from benchmarks.problem import Array
from benchmarks.seeds import MEANS, large_runs, run_seeds

DESIGNS = ("random", "latin-hypercube", "sobol")
SIZES = (1_000, 10_000, 100_000)
SEEDS = 300


def section(short: bool) -> str:
    """Run all designs over many seeds and return the table."""
    seeds = 24 if short else SEEDS
    truth = large_runs(short=short).means.mean(axis=0)
    rows = []
    for trials in SIZES[: 2 if short else None]:
        for design in DESIGNS:
            runs = run_seeds(design, trials, seeds)
            cells = [
                cell(own, errors, true)
                for own, errors, true in zip(
                    runs.means.T, runs.standard_errors.T, truth, strict=True
                )
            ]
            rows.append([f"{design}, {trials:,}", *cells])
    return f"{NOTE.format(seeds=seeds)}\n\n{table(['design, trials', *MEANS], rows)}"


def cell(means: Array, errors: Array, truth: float) -> str:
    """Return spread over seeds, reported over it, and how often the interval holds the truth."""
    spread = float(np.sqrt(np.mean((means - truth) ** 2)))
    reported = float(np.sqrt(np.mean(errors**2)))
    covered = float(np.mean(np.abs(means - truth) <= 1.96 * errors))
    return f"{spread:.3g}; {reported / spread:.2f}; {covered:.0%}"


NOTE = """Of each mean over {seeds} seeds: its root mean square error (thousand euro); the
reported standard error over that (both root mean squares; 1 is right, more is cautious); and
how often the reported 95 % interval holds the truth. Large runs of other seeds are the truth."""
