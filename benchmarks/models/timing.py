"""Time a model, once its figures are those that are known."""

from typing import Any

from benchmarks.problem import Figures, wrong_figures
from benchmarks.processes import function_named, measured

WARM_UP = 2_000
"""Trials before the clock starts, so that imports and tables are not timed."""


def timed(function: str, trials: int, seed: int) -> dict[str, Any]:
    """Return a model's time and memory, which figures are wrong, or why it does not run."""
    try:
        model = function_named(function)
        model(WARM_UP, seed)
        figures, measurement = measured(lambda: model(trials, seed))
    except Exception as error:  # noqa: BLE001 - whatever a peer raises is told in the table
        return {"failed": f"{type(error).__name__}: {error}"}
    wrong = wrong_figures(figures, trials) if isinstance(figures, Figures) else []
    return {**measurement, "wrong": wrong}
