"""The result of a simulation, as people explore it in Python."""

from dataclasses import asdict, dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from innobudget.domain import measures
from innobudget.domain.results import Outcome, Results
from innobudget.domain.scenario import Scenario
from innobudget.engine.simulation import Simulation
from innobudget.engine.simulation import simulate as simulate_portfolio
from innobudget.engine.work import Progress, Work
from innobudget.workflow.working import processors

if TYPE_CHECKING:
    import pandas as pd

Division = Literal["tracks", "areas", "kinds"]


def simulate(
    scenario: Scenario,
    *,
    trials: int | None = None,
    seed: int | None = None,
    threads: int | None = None,
    progress: Progress | None = None,
) -> "Result":
    """Simulate a scenario.

    Parameters
    ----------
    scenario
        From `load_scenario`, or built in code.
    trials, seed
        Instead of the scenario's own.
    threads
        How many blocks of trials are drawn at a time; absent: the processors there are.
        The figures do not depend on it.
    progress
        Called with the share of the work that is done, 0 to 1.

    Returns
    -------
    Result
        The portfolio's figures at once; those of its parts when they are asked for.

    Raises
    ------
    InputError
        With every fault of the scenario.

    """
    return Result(
        simulation=simulate_portfolio(
            scenario,
            trials=trials,
            seed=seed,
            work=Work(threads=threads or processors(), progress=progress),
        )
    )


@dataclass(frozen=True, kw_only=True)
class Result:
    """A simulation's figures, as values and as pandas tables.

    Amounts are in whole currency units. Savings are positive when net expenditure goes down,
    outlay and disruption are positive money out, a positive budget gap is a hole.
    """

    simulation: Simulation
    """What was drawn."""
    progress: Progress | None = None
    """Told the share of the parts' figures that is done, when they are drawn."""

    @property
    def scenario(self) -> Scenario:
        """What was simulated, with the trials and the seed that were used."""
        return self.simulation.scenario

    @cached_property
    def portfolio(self) -> Outcome:
        """The figures of all enabled investments together."""
        return self.simulation.portfolio()

    @cached_property
    def results(self) -> Results:
        """Everything that reports and files are made from; drawn at first use."""
        return self.simulation.results(self.progress)

    def yearly(self) -> "pd.DataFrame":
        """Return the portfolio year by year.

        Rows are calendar years; columns are pairs of measure and figure, as in
        `("net_effect", "p50")`, `("plan", "booked")`, `("probability", "gap")`.
        """
        return _yearly(self.portfolio, self.scenario.horizon.years)

    def parts(self, division: Division) -> "pd.DataFrame":
        """Return the tracks, areas or kinds year by year, one block of rows for each."""
        import pandas as pd

        found = getattr(self.results, division)
        years = self.scenario.horizon.years
        frames = {part.name or "": _yearly(part.outcome, years) for part in found}
        return pd.concat(frames, names=[division])

    def investments(self) -> "pd.DataFrame":
        """Return one row per investment: plan and booking of the budget period, NPV, risk."""
        import pandas as pd

        period, met = self.scenario.horizon.period, measures.named("met").period
        by_id = {item.id: item for item in self.scenario.investments}
        rows = {
            found.id: {
                "name": by_id[found.id].title,
                "track": by_id[found.id].track_name,
                "planned": sum(found.outcome.plan.saving[:period]),
                "booked": sum(found.outcome.plan.booked[:period]),
                "saving": found.outcome.saving_period.mean,
                "safe_booking": found.outcome.safe_booking.amount_period,
                "gap_when_hole": found.gap_when_hole,
                "npv_mean": found.outcome.npv.mean,
                "npv_p10": found.outcome.npv.p10,
                "npv_p50": found.outcome.npv.p50,
                "npv_p90": found.outcome.npv.p90,
                "probability_npv_positive": found.outcome.probability_npv_positive,
                "probability_success": found.probability_success,
                met.removesuffix("_period"): found.outcome[met],
                "payback_p50": found.outcome.payback.p50,
            }
            for found in self.results.investments
        }
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("id")

    def beneficiaries(self) -> "pd.DataFrame":
        """Return savings year by year for each beneficiary and gain."""
        import pandas as pd

        years = self.scenario.horizon.years
        frames = {
            (found.name, found.gain): pd.DataFrame(
                {"planned": found.planned, "mean": [spread.mean for spread in found.saving]},
                index=pd.Index(years, name="year"),
            )
            for found in self.results.beneficiaries
        }
        return pd.concat(frames, names=["beneficiary", "gain"])

    def booking_choice(self) -> "pd.DataFrame":
        """Return both probabilities of the budget period by booking share."""
        import pandas as pd

        rows = [dict(choice) for choice in self.results.booking_choice]
        return pd.DataFrame(rows).set_index("share")

    def sensitivity(self) -> "pd.DataFrame":
        """Return one row per independent input: shares of variance, their errors, tornado."""
        import pandas as pd

        found = self.results.sensitivity
        rows = {
            item.quantity: {
                "npv_share": item.share_of_variance.npv,
                "budget_gap_share": item.share_of_variance.budget_gap,
                "npv_share_error": item.standard_error.npv,
                "budget_gap_share_error": item.standard_error.budget_gap,
                "npv_low": item.tornado.npv[0],
                "npv_high": item.tornado.npv[1],
                "budget_gap_low": item.tornado.budget_gap[0],
                "budget_gap_high": item.tornado.budget_gap[1],
            }
            for item in found.influences
        }
        rows["interactions"] = {
            "npv_share": found.interactions.npv,
            "budget_gap_share": found.interactions.budget_gap,
            "npv_share_error": found.interactions_error.npv,
            "budget_gap_share_error": found.interactions_error.budget_gap,
        }
        return pd.DataFrame.from_dict(rows, orient="index", dtype=float).rename_axis("quantity")

    def exceedance(self) -> "pd.Series":
        """Return the budget period's gap that is exceeded with each probability."""
        import pandas as pd

        points = {point.probability: point.budget_gap for point in self.results.exceedance}
        return pd.Series(points, name="budget_gap").rename_axis("probability")


def _yearly(outcome: Outcome, years: tuple[int, ...]) -> "pd.DataFrame":
    import pandas as pd

    columns: dict[tuple[str, str], list[float | None]] = {
        ("plan", name): list(values) for name, values in asdict(outcome.plan).items()
    }
    for amount, spreads in outcome.measures.items():
        for row in (asdict(spread) for spread in spreads):
            for figure, value in row.items():
                columns.setdefault((amount, figure), []).append(value)
    for measure in measures.MEASURES:
        if measure.year:
            columns[_column(measure.year)] = list(outcome[measure.year])
    frame = pd.DataFrame(columns, index=pd.Index(years, name="year"), dtype=float)
    return frame.rename_axis(columns=["measure", "figure"])


def _column(name: str) -> tuple[str, str]:
    """Return the pair that a yearly figure of results.json has as a column."""
    if name.startswith("probability_"):
        return "probability", name.removeprefix("probability_")
    group, _, figure = name.partition(".")
    return group, figure or "amount"
