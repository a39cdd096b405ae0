"""Results as charts: each one message, with the picture that proves it."""

from innobudget.report.figures.booked_savings import booked_savings
from innobudget.report.figures.booked_to_achieved import booked_to_achieved
from innobudget.report.figures.budget_gap import budget_gap
from innobudget.report.figures.by_year_and_area import by_year_and_area
from innobudget.report.figures.chart import Chart, LeftOutChart
from innobudget.report.figures.cumulative import cumulative
from innobudget.report.figures.double_bottom_line import double_bottom_line
from innobudget.report.figures.followup import then_and_now, why_it_changed
from innobudget.report.figures.investments import investments
from innobudget.report.figures.overview import overview
from innobudget.report.figures.risk_drivers import risk_drivers
from innobudget.report.findings.teller import Teller

CHARTS = (
    booked_savings,
    budget_gap,
    booked_to_achieved,
    by_year_and_area,
    investments,
    risk_drivers,
    cumulative,
    double_bottom_line,
)
"""Every chart but the overview, in reading order."""
FOLLOWED = (then_and_now, why_it_changed)
"""Those that only a follow-up has; they come first."""


def build_charts(teller: Teller) -> tuple[tuple[Chart, ...], tuple[LeftOutChart, ...]]:
    """Return the charts of a run, the overview first, and what there is nothing to draw for."""
    further = () if teller.results.followup is None else FOLLOWED
    built = [build(teller) for build in (*further, *CHARTS)]
    left_out = tuple(item for item in built if isinstance(item, LeftOutChart))
    drawn = (item for item in built if isinstance(item, Chart))
    return (overview(teller, left_out), *drawn), left_out
