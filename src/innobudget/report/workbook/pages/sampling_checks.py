"""What-if against the run: how much of the allowed sampling error each figure uses up."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.results import Spread
from innobudget.engine.flows import Array
from innobudget.engine.what_if import WhatIf
from innobudget.report.tables import Figure
from innobudget.report.words import workings
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.estimates import PERCENTILES, Estimate, Known, Live, rank_error
from innobudget.report.workbook.pages.trials import columns_of
from innobudget.report.workbook.trial_columns import BLOCKS

CHECK_ERRORS = 4
"""How many standard errors What-if may be off the run."""
AT_START = "[whatif.start@F]"
SHARES = ("met", "holds", "npv.positive", "payback.by")

SINGLE_OF = {"saving": "saving_period", "budget_gap": "gap_period", "npv": "npv"}
"""Where Trials has the amounts without years."""

Used = Callable[[Live, int | None], float]
"""How much of what is allowed a figure uses, in a year of the horizon or for the period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Something that must agree, by year and for the period."""

    label: str
    """What is looked at."""
    compared: str
    """With what."""
    unit: str
    """Of its differences."""
    figure: Figure
    """Kind of its differences."""
    years: tuple[float, ...] = ()
    """Differences by year; empty: none."""
    by_year: str = ""
    """Their formula."""
    period: float = 0.0
    """Difference for the period."""
    for_period: str = ""
    """Its formula; empty: none."""
    tolerance: float
    """The largest difference that is allowed."""
    tolerance_from: str
    """Its formula."""

    @property
    def holds(self) -> bool:
        """Say whether every difference is allowed."""
        return max((*self.years, self.period)) <= self.tolerance


def sampling_checks(edition: Edition, now: WhatIf, live: tuple[Live, ...]) -> Iterator[Check]:
    """Yield one check per figure: 100 % is 4 standard errors of so many plain trials."""
    made = _Sampling(edition, now, live)
    for key in ("saving", "budget_gap", "npv"):
        yield made.mean(key)
    for key in SHARES:
        yield made.share(key)
    for key in ("saving", "budget_gap", "cumulative_net", "npv"):
        for statistic in PERCENTILES:
            yield made.percentile(key, statistic)
    yield made.safe_booking()


class _Sampling:
    """Builds the checks of one edition."""

    def __init__(self, edition: Edition, now: WhatIf, live: tuple[Live, ...]) -> None:
        self._edition, self._now = edition, now
        self._live = {figure.key: figure for figure in live}
        self._columns = columns_of(edition)
        self._n = len(now.npv)
        self._period = slice(0, self._columns.period)
        self._yearly = {
            "saving": now.saving,
            "budget_gap": now.budget_gap,
            "cumulative_net": now.cumulative_net,
        }

    def _check(self, key: str, formula: str, used: Used, trials: str = "") -> Check:
        """Return a figure's check; its formula has `{at}` and `{trials}` for where these stand."""
        figure = self._live[key]
        at_start = f"{AT_START}*{formula}"
        yearly = self._columns.in_year(trials) if trials in BLOCKS else ""
        single = self._columns.all(SINGLE_OF[trials]) if trials in SINGLE_OF else ""
        return Check(
            label=figure.label,
            compared=self._edition.say(workings.WHATIF_IS_RUN),
            unit=self._edition.say(workings.ALLOWED_UNIT),
            figure=Figure.SHARE,
            years=tuple(used(figure, place) for place in range(len(figure.now.years))),
            by_year=at_start.replace("{at}", "").replace("{trials}", yearly)
            if figure.now.years
            else "",
            period=used(figure, None) if figure.now.for_period else 0.0,
            for_period=at_start.replace("{at}", "@value").replace("{trials}", single)
            if figure.now.for_period
            else "",
            tolerance=1.0,
            tolerance_from="1",
        )

    def mean(self, key: str) -> Check:
        """Compare means, in standard errors of the run's standard deviation."""

        def used(figure: Live, place: int | None) -> float:
            allowed = CHECK_ERRORS * self._spread(key, place).sd / np.sqrt(self._n) + HALF_AN_ORE
            run, now = _at(figure.run, place), _at(figure.now, place)
            return float(max(0.0, abs(_number(now) - _number(run)) - HALF_AN_ORE) / allowed)

        formula = (
            f"MAX(0,ABS([whatif.{key}.mean{{at}}]-[results.{key}.mean{{at}}])-[tolerance@value])"
            f"/([check_errors@value]*[results.{key}.sd{{at}}]/SQRT([whatif.n@value])"
            "+[tolerance@value])"
        )
        return self._check(f"{key}.mean", formula, used)

    def _spread(self, key: str, place: int | None) -> Spread:
        outcome = self._edition.results.portfolio
        if key == "npv":
            return outcome.npv
        if place is None:
            return outcome.saving_period if key == "saving" else outcome.gap_period
        return next(found for name, found in outcome.measures.items() if name == key)[place]

    def share(self, key: str) -> Check:
        """Compare probabilities, and one trial more."""
        run, now = f"[results.{key}{{at}}]", f"[whatif.{key}{{at}}]"
        formula = (
            f'IF(OR({run}="",{now}=""),ABS(({run}="")-({now}="")),'
            f"ABS({now}-{run})/([check_errors@value]*SQRT({run}*(1-{run})/[whatif.n@value])"
            "+1/[whatif.n@value]))"
        )

        def used(figure: Live, place: int | None) -> float:
            run, now = _at(figure.run, place), _at(figure.now, place)
            if run is None or now is None:
                return float((run is None) != (now is None))
            share = _number(run)
            allowed = CHECK_ERRORS * rank_error(share, self._n) + 1 / self._n
            return abs(_number(now) - share) / allowed

        return self._check(key, formula, used)

    def percentile(self, key: str, statistic: str) -> Check:
        """Compare the rank of the run's percentile among the trials with its name."""
        share = PERCENTILES[statistic]
        formula = self._rank(
            f"[results.{key}.{statistic}{{at}}]",
            (f"[{statistic}@value]", f"[whatif.rank.{statistic}@value]"),
        )

        def used(figure: Live, place: int | None) -> float:
            run = _number(_at(figure.run, place))
            return self._off_rank(self._trials(key, place), run, share)

        return self._check(f"{key}.{statistic}", formula, used, key)

    def safe_booking(self) -> Check:
        """Compare the rank of the gap that leaves the run's safe booking with the confidence."""
        share, booked = self._now.confidence, self._edition.results.portfolio.plan.booked
        formula = self._rank(
            "[results.gap_at_confidence{at}]",
            ("[whatif.confidence@F]", "[whatif.rank.confidence@value]"),
        )

        def used(figure: Live, place: int | None) -> float:
            safe = _number(_at(figure.run, place))
            gap = (sum(booked[self._period]) if place is None else booked[place]) - safe
            return self._off_rank(self._trials("budget_gap", place), gap, share)

        return self._check("safe", formula, used, "budget_gap")

    def _rank(self, run: str, at: tuple[str, str]) -> str:
        share, rank = at
        below = f"SUMPRODUCT(({{trials}}<{run}-[tolerance@value])*1)/[whatif.n@value]"
        reached = f"SUMPRODUCT(({{trials}}<={run}+[tolerance@value])*1)/[whatif.n@value]"
        return (
            f"MAX(0,{below}-{share},{share}-{reached})"
            f"/([check_errors@value]*{rank}+1/[whatif.n@value])"
        )

    def _off_rank(self, trials: Array, run: float, share: float) -> float:
        below = float((trials < run - HALF_AN_ORE).mean()) - share
        reached = share - float((trials <= run + HALF_AN_ORE).mean())
        allowed = CHECK_ERRORS * rank_error(share, self._n) + 1 / self._n
        return max(0.0, below, reached) / allowed

    def _trials(self, key: str, place: int | None) -> Array:
        if key == "npv":
            return self._now.npv
        yearly = self._yearly[key]
        return yearly[:, self._period].sum(axis=1) if place is None else yearly[:, place]


def _at(estimate: Estimate, place: int | None) -> Known:
    return estimate.period if place is None else estimate.years[place]


def _number(value: Known) -> float:
    return float(value or 0.0)
