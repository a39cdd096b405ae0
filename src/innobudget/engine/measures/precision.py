"""How sure the figures are: standard errors of probabilities and percentiles.

References
----------
Woodruff (1952), Confidence intervals for medians and other position measures, Journal of the
American Statistical Association 47(260), 635-646: a percentile is as unsure as the share of the
trials below it. Agresti, Coull (1998), The American Statistician 52(2), 119-126: a share of none
or all of some trials is not certain.

"""

from math import ceil, floor, log10, sqrt

from innobudget.domain.precision import PercentileErrors, Precision
from innobudget.domain.results import MEASURES, PERCENTILES, Measure
from innobudget.engine.collecting.sample import Sample
from innobudget.engine.measures.summary import Ledger
from innobudget.errors import Problem, where
from innobudget.messages import Text, say

LAST_DIGITS = ((1_000_000, 100_000), (1_000, 1_000), (0, 1))
"""From which amount on which is the last digit that is printed. [currency]"""
WIDTH = 1.96
"""Standard errors on either side of an estimate that 95 % intervals reach."""


class Certainty:
    """How sure the figures of one amount are."""

    def __init__(self, sample: Sample) -> None:
        """Take the amount."""
        self._sample = sample

    def of_share(self, below: float) -> float:
        """Return the standard error of the probability of lying below a threshold, or above."""
        trials = self._sample.count
        centred = (below * trials + 1) / (trials + 2)
        (effect,) = self._sample.rank_effects([below]).tolist()
        return sqrt(effect * centred * (1 - centred) / trials)

    def of_quantile(self, probability: float) -> float:
        """Return the standard error of a quantile. [unit of the amount]

        Twice of it reach as far as the quantile may lie on its less certain side.
        """
        reach = WIDTH * self.of_share(probability)
        found = self._sample.quantile(probability)
        high = self._sample.quantile(min(probability + reach, 1.0))
        low = self._sample.quantile(max(probability - reach, 0.0))
        return max(high - found, found - low) / WIDTH

    def of_percentiles(self) -> PercentileErrors:
        """Return the standard errors of the percentiles that are reported."""
        return PercentileErrors(
            **{name: self.of_quantile(probability) for name, probability in PERCENTILES.items()}
        )


def precision(ledger: Ledger) -> Precision | None:
    """Return the standard errors of a portfolio's figures; None for a single trial."""
    collected = ledger.collected
    if collected.trials == 1:
        return None
    gaps = [Certainty(ledger.gap(year)) for year in ledger.years]
    gap_period = Certainty(ledger.gap_period)
    saving_period = collected.sample("saving_period")
    npv = collected.sample("npv")
    confidence = ledger.scenario.assumptions.confidence
    return Precision(
        measures={name: _percentiles(ledger, name) for name in MEASURES},
        npv=Certainty(npv).of_percentiles(),
        gap_period=gap_period.of_percentiles(),
        saving_period=Certainty(saving_period).of_percentiles(),
        probability_booked_met=tuple(
            _met(collected.sample("saving", year), ledger.probability_met(year))
            for year in ledger.years
        ),
        probability_gap=tuple(
            gap.of_share(1 - ledger.probability_gap(year))
            for year, gap in zip(ledger.years, gaps, strict=True)
        ),
        probability_booked_met_period=_met(saving_period, ledger.probability_met_period),
        probability_budget_holds_period=gap_period.of_share(ledger.probability_holds_period),
        probability_npv_positive=Certainty(npv).of_share(1 - ledger.probability_gain),
        reserve=tuple(gap.of_quantile(confidence) for gap in gaps),
        reserve_period=gap_period.of_quantile(confidence),
    )


def digits_doubted(ledger: Ledger, errors: Precision) -> tuple[Problem, ...]:
    """Doubt figures that are printed with more digits than the trials support.

    A probability is printed to whole per cents, and may be unsure by one; an amount is printed
    to a tenth of a million, a thousand or one, and may be unsure by five of these.
    """
    trials = ledger.collected.trials
    holds = ledger.probability_holds_period
    reserve = ledger.gap_period.quantile(ledger.scenario.assumptions.confidence)
    digit = next(digit for least, digit in LAST_DIGITS if abs(reserve) >= least)

    def amount(value: float) -> Text:
        currency = ledger.scenario.assumptions.currency
        return say("{currency} {amount:,.0f}", currency=currency, amount=value)

    doubted = (
        (
            say("the probability that the budget holds, {holds:.1%}", holds=holds),
            say("{points:.1f} points", points=100 * errors.probability_budget_holds_period),
            say("1 point"),
            errors.probability_budget_holds_period / 0.01,
        ),
        (
            say("the reserve of the budget period, {amount}", amount=amount(max(reserve, 0.0))),
            amount(errors.reserve_period),
            amount(5 * digit),
            errors.reserve_period / (5 * digit),
        ),
    )
    return tuple(
        Problem(
            code="few-trials",
            place=where("[simulation]", key="trials"),
            found=say(
                "{trials:,} trials: {figure} has a standard error of {error}",
                trials=trials,
                figure=figure,
                error=error,
            ),
            expected=say("at most {allowed}, since it is printed that exactly", allowed=allowed),
            remedy=say(
                "run about {most:,} trials, or round when you quote",
                most=_rounded_up(trials * excess**2),
            ),
        )
        for figure, error, allowed, excess in doubted
        if excess > 1
    )


def _rounded_up(trials: float) -> int:
    """Round up to one leading digit."""
    power = int(10 ** floor(log10(trials)))
    return ceil(trials / power) * power


def booked_met_error(ledger: Ledger) -> float | None:
    """Return the standard error of the probability that the booked savings hold.

    None where nothing is booked in the budget period.
    """
    return _met(ledger.collected.sample("saving_period"), ledger.probability_met_period)


def _met(saving: Sample, met: float | None) -> float | None:
    return None if met is None else Certainty(saving).of_share(1 - met)


def _percentiles(ledger: Ledger, name: Measure) -> tuple[PercentileErrors, ...]:
    return tuple(Certainty(sample).of_percentiles() for sample in ledger.samples(name))
