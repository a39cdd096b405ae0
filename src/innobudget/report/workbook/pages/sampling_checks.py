"""What-if against the run: how much of the allowed sampling error each figure uses up."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from innobudget.domain.standpoint import SpreadName
from innobudget.engine.flows import Array
from innobudget.engine.what_if import WhatIf
from innobudget.report.tables import Figure
from innobudget.report.words import verdicts, workings
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.formulas import (
    NONE,
    ONE,
    PERCENTILES,
    TOLERANCE,
    Formula,
    combined,
    constant,
    largest,
    over_root,
    rank_error,
    share_of,
)
from innobudget.report.workbook.live import Live
from innobudget.report.workbook.live_figures import Recomputed

CHECK_ERRORS = 4
"""How many standard errors What-if may be off the run."""
ERRORS = constant(CHECK_ERRORS, "[check_errors@value]")
SAMPLED: tuple[SpreadName, ...] = ("saving", "budget_gap", "cumulative_net", "npv")
SHARES = ("met", "holds", "npv.positive", "payback.by")


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
    difference: Formula
    """How far the two are apart."""
    tolerance: Formula
    """The largest difference that is allowed."""
    of_run: bool = False
    """Whether it holds of the run alone, and asks nothing of a workbook that was changed."""

    @property
    def holds(self) -> bool:
        """Say whether every difference is allowed."""
        return bool((self.difference.values <= self.tolerance.values).all())


def sampling_checks(edition: Edition, now: WhatIf, live: tuple[Live, ...]) -> Iterator[Check]:
    """Yield one check per figure: 100 % is 4 standard errors of so many plain trials."""
    made, figures = Recomputed(edition, now), {figure.key: figure for figure in live}

    def check(figure: Live, used: Formula) -> Check:
        return Check(
            label=figure.label,
            compared=edition.say(verdicts.WHATIF_IS_RUN),
            unit=edition.say(workings.ALLOWED_UNIT),
            figure=Figure.SHARE,
            difference=used,
            tolerance=ONE,
            of_run=True,
        )

    for amount in SAMPLED:
        if amount == "cumulative_net":
            continue
        figure = figures[f"{amount}.mean"]
        yield check(figure, _mean_off(made, figure, made.of_run(amount, "sd")))
    for key in SHARES:
        yield check(figures[key], _share_off(made, figures[key]))
    for amount in SAMPLED:
        for name in PERCENTILES:
            figure = figures[f"{amount}.{name}"]
            yield check(figure, _rank_off(made, amount, _run(figure), name))
    gap = _run(figures["gap_at_confidence"])
    yield check(figures["safe"], _rank_off(made, "budget_gap", gap, "confidence"))


def _now(figure: Live) -> Formula:
    cell = f"[whatif.{figure.key}"
    return figure.now.pointing(f"{cell}]", f"{cell}@value]")


def _run(figure: Live) -> Formula:
    cell = f"[results.{figure.key}"
    return figure.run.pointing(f"{cell}]", f"{cell}@value]")


def _mean_off(made: Recomputed, figure: Live, spread: Formula) -> Formula:
    """Compare means, in standard errors of the run's standard deviation."""
    cell = f"[results.{figure.key.removesuffix('mean')}sd"
    spread = spread.pointing(f"{cell}]", f"{cell}@value]")
    error = over_root(spread, made.count)
    off = largest(NONE, abs(_now(figure) - _run(figure)) - TOLERANCE)
    return off / (ERRORS * error + TOLERANCE)


def _share_off(made: Recomputed, figure: Live) -> Formula:
    """Compare probabilities, and one trial more; both are blank or none is."""
    now, run = _now(figure), _run(figure)
    used = abs(now - run) / (ERRORS * rank_error(run, made.count) + ONE / made.count)
    formula = 'IF(OR({1}="",{0}=""),ABS(({1}="")-({0}="")),{2})'
    return combined(_unless_blank, formula, now, run, used)


def _unless_blank(now: Array, run: Array, used: Array) -> Array:
    blank = np.isnan(now) | np.isnan(run)
    return np.where(blank, np.isnan(now) != np.isnan(run), used)


def _rank_off(made: Recomputed, amount: str, run: Formula, name: str) -> Formula:
    """Compare the rank of the run's percentile among the trials with its name."""
    share = made.confidence if name == "confidence" else made.ranks[name]
    among = partial(share_of, made.trials[amount], count=made.count)
    below = among("<", run - TOLERANCE) - share
    reached = share - among("<=", run + TOLERANCE)
    off = largest(NONE, below, reached)
    return off / (ERRORS * made.rank_error(name) + ONE / made.count)
