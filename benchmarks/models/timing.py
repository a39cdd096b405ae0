"""Time a model, once its figures are those that are known."""

from importlib import import_module
from typing import Any

from benchmarks.problem import Figures, wrong_figures
from benchmarks.processes import found, measured

WARM_UP = 2_000
"""Trials before the clock starts, so that imports and tables are not timed."""


def timed(function: str, package: str, trials: int, seed: int) -> dict[str, Any]:
    """Return a model's time and memory, which figures are wrong, or why it does not run."""
    try:
        import_module(package)
    except ImportError as error:
        return {"absent": str(error)}
    model = found(function)
    model(WARM_UP, seed)
    figures, measurement = measured(lambda: model(trials, seed))
    wrong = wrong_figures(figures, trials) if isinstance(figures, Figures) else []
    return {**measurement, "wrong": wrong}
