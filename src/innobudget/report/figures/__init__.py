"""Results as charts: each one message, with the picture that proves it."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path

from matplotlib.figure import Figure

from innobudget.domain.results import Results
from innobudget.domain.scenario import Language
from innobudget.report.figures.booked_savings import plot_booked_savings
from innobudget.report.figures.budget_gap import plot_budget_gap
from innobudget.report.figures.canvas import Canvas
from innobudget.report.figures.cumulative import plot_cumulative
from innobudget.report.theme import CHART_DPI

CHARTS: Mapping[str, Callable[[Canvas], Figure]] = {
    "booked-savings": plot_booked_savings,
    "budget-gap": plot_budget_gap,
    "cumulative": plot_cumulative,
}
"""Every chart by the stem of its file."""


def write_charts(
    results: Results, folder: Path, *, language: Language, date: dt.date
) -> tuple[str, ...]:
    """Draw every chart into a folder that exists, and return the names of the files."""
    names = []
    for stem, plot in CHARTS.items():
        figure = plot(Canvas(results=results, language=language, date=date))
        names.append(f"{stem}.png")
        figure.savefig(folder / names[-1], dpi=CHART_DPI, metadata={"Software": None})
    return tuple(names)
