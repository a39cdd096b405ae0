"""How likely are the savings that a budget has booked, and how big is the hole if they fail?

Names are loaded when they are first used, so that `innobudget --help` answers at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from innobudget.domain.budget import Budget, BudgetLine
    from innobudget.domain.drivers import Correlation, Driver
    from innobudget.domain.investment import Effect, Investment, QualityIndicator, Stage
    from innobudget.domain.results import Results
    from innobudget.domain.scenario import Assumptions, Booking, Sampled, Scenario
    from innobudget.domain.uncertainty import (
        Choice,
        Lognormal,
        Normal,
        Percentiles,
        Pert,
        Triangular,
        Uniform,
    )
    from innobudget.errors import (
        AssumptionError,
        ComparisonError,
        InnobudgetError,
        InputError,
        OutputError,
        Problem,
    )
    from innobudget.workflow.comparison import Comparison, compare
    from innobudget.workflow.library import load_budget, load_scenario
    from innobudget.workflow.publication import write_html
    from innobudget.workflow.reports import write_charts, write_workbook
    from innobudget.workflow.result import Result, simulate

__version__: str

_HOMES = {
    "Assumptions": "domain.scenario",
    "AssumptionError": "errors",
    "Booking": "domain.scenario",
    "Budget": "domain.budget",
    "BudgetLine": "domain.budget",
    "Choice": "domain.uncertainty",
    "Comparison": "workflow.comparison",
    "ComparisonError": "errors",
    "Correlation": "domain.drivers",
    "Driver": "domain.drivers",
    "Effect": "domain.investment",
    "InnobudgetError": "errors",
    "InputError": "errors",
    "Investment": "domain.investment",
    "Lognormal": "domain.uncertainty",
    "Normal": "domain.uncertainty",
    "OutputError": "errors",
    "Percentiles": "domain.uncertainty",
    "Pert": "domain.uncertainty",
    "Problem": "errors",
    "QualityIndicator": "domain.investment",
    "Result": "workflow.result",
    "Results": "domain.results",
    "Sampled": "domain.scenario",
    "Scenario": "domain.scenario",
    "Stage": "domain.investment",
    "Triangular": "domain.uncertainty",
    "Uniform": "domain.uncertainty",
    "compare": "workflow.comparison",
    "load_budget": "workflow.library",
    "load_scenario": "workflow.library",
    "simulate": "workflow.result",
    "write_charts": "workflow.reports",
    "write_html": "workflow.publication",
    "write_workbook": "workflow.reports",
}

__all__ = [
    "AssumptionError",
    "Assumptions",
    "Booking",
    "Budget",
    "BudgetLine",
    "Choice",
    "Comparison",
    "ComparisonError",
    "Correlation",
    "Driver",
    "Effect",
    "InnobudgetError",
    "InputError",
    "Investment",
    "Lognormal",
    "Normal",
    "OutputError",
    "Percentiles",
    "Pert",
    "Problem",
    "QualityIndicator",
    "Result",
    "Results",
    "Sampled",
    "Scenario",
    "Stage",
    "Triangular",
    "Uniform",
    "__version__",
    "compare",
    "load_budget",
    "load_scenario",
    "simulate",
    "write_charts",
    "write_html",
    "write_workbook",
]


def __getattr__(name: str) -> object:
    """Load a public name when it is first used."""
    if name == "__version__":
        return import_module("importlib.metadata").version(__name__)
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """List the public names."""
    return __all__
