"""A comparison of scenarios, as people explore it in Python."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from innobudget.domain.comparison import ComparisonResults, Difference, Estimates
from innobudget.domain.scenario import Scenario
from innobudget.engine.comparison import compare as compare_in_same_futures
from innobudget.engine.work import Progress, Work
from innobudget.workflow.working import processors

if TYPE_CHECKING:
    import pandas as pd

PERIOD = ("saving_period", "outlay_period", "budget_gap_period", "npv")
YEARLY = ("saving", "net_effect")


def compare(
    scenarios: Sequence[Scenario],
    *,
    trials: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    progress: Progress | None = None,
) -> "Comparison":
    """Compare scenarios in the same futures.

    Parameters
    ----------
    scenarios
        Two to six, from `load_scenario` or built in code; the first one's trials, seed and
        sampling hold for all.
    trials, seed
        Instead of the first scenario's.
    threads
        How many blocks of trials are drawn at a time; absent: the processors there are.
        The figures do not depend on it.
    progress
        Called with the share of the work that is done, 0 to 1.

    Returns
    -------
    Comparison
        Every scenario's figures, and the differences between every two of them.

    Raises
    ------
    ComparisonError
        When they do not share years, currency, price level, discount rate and confidence.
    InputError
        With every fault of the scenarios.

    """
    work = Work(threads=threads or processors(), progress=progress)
    return Comparison(found=compare_in_same_futures(scenarios, trials=trials, seed=seed, work=work))


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """A comparison's figures, as values and as pandas tables.

    A difference is one scenario minus another, taken in every trial and then summarised.
    Amounts are in whole currency units.
    """

    found: ComparisonResults
    """All figures as values."""

    def scenarios(self) -> "pd.DataFrame":
        """Return one row per scenario: outlay, saving, safe saving, probabilities, reserve, NPV.

        All but the NPV are those of the budget period; `_error` is a standard error.
        """
        import pandas as pd

        rows = {
            standing.id: {
                "name": scenario.assumptions.name,
                "outlay": standing.outlay_period.mean,
                "saving": standing.portfolio.saving_period.mean,
                "npv_mean": standing.portfolio.npv.mean,
                "npv_p10": standing.portfolio.npv.p10,
                "npv_p90": standing.portfolio.npv.p90,
                **dict(_estimates(standing.estimates)),
            }
            for scenario, standing in zip(self.found.scenarios, self.found.standings, strict=True)
        }
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("id")

    def differences(self) -> "pd.DataFrame":
        """Return one row per pair of scenarios: the differences of the budget period and NPV.

        Columns are pairs of measure and figure, as in `("npv", "p10")` and
        `("npv", "probability_higher")`.
        """
        import pandas as pd

        rows = {
            (found.scenario, found.minus): {
                (name, figure): value
                for name in (*PERIOD, "saving_per_krone")
                if getattr(found, name) is not None
                for figure, value in asdict(getattr(found, name)).items()
            }
            for found in self.found.differences
        }
        frame = pd.DataFrame(rows, dtype=float).T
        return frame.rename_axis(index=["scenario", "minus"], columns=["measure", "figure"])

    def estimates(self) -> "pd.DataFrame":
        """Return one row per pair: differences of probabilities, reserve and safe saving."""
        import pandas as pd

        rows = {
            (found.scenario, found.minus): dict(_estimates(found.estimates))
            for found in self.found.differences
        }
        frame = pd.DataFrame.from_dict(rows, orient="index", dtype=float)
        return frame.rename_axis(index=["scenario", "minus"])

    def yearly(self) -> "pd.DataFrame":
        """Return the differences of saving and net effect, one block of years per pair."""
        import pandas as pd

        frames = {
            (found.scenario, found.minus): self._yearly(found) for found in self.found.differences
        }
        return pd.concat(frames, names=["scenario", "minus"])

    def _yearly(self, found: Difference) -> "pd.DataFrame":
        import pandas as pd

        columns = {
            (name, figure): [getattr(year, figure) for year in getattr(found, name)]
            for name in YEARLY
            for figure in asdict(getattr(found, name)[0])
        }
        years = pd.Index(self.found.scenarios[0].horizon.years, name="year")
        frame = pd.DataFrame(columns, index=years, dtype=float)
        return frame.rename_axis(columns=["measure", "figure"])


def _estimates(estimates: Estimates) -> Iterator[tuple[str, float | None]]:
    for name, found in estimates.items():
        yield name, None if found is None else found.value
        yield f"{name}_error", None if found is None else found.standard_error
