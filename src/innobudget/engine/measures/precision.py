"""How sure the figures are, and what is printed with more digits than that."""

from dataclasses import replace
from math import ceil, floor, log10

from innobudget.domain import measures
from innobudget.domain.results import AMOUNTS, Precision
from innobudget.engine.measures.ledger import Certainty, Ledger
from innobudget.engine.measures.summary import by_name
from innobudget.errors import Problem, where
from innobudget.messages import Text, in_full, linked, say

LAST_DIGITS = ((1e6, 1e5), (1e5, 1_000), (1e4, 100), (1e3, 10), (0, 1))
"""From which amount on which is the last digit that is printed. [currency]"""
MANY_TRIALS = 10_000_000
"""More are no advice: a run of so many takes minutes."""


def precision(ledger: Ledger) -> Precision | None:
    """Return the standard errors of a portfolio's figures; None for a single trial."""
    if ledger.collected.trials == 1:
        return None
    return Precision(
        {
            "measures": {
                name: tuple(Certainty(own).of_percentiles() for own in ledger.samples(name))
                for name in AMOUNTS
            },
            **{
                whole.name: Certainty(ledger.sample(amount)).of_percentiles()
                for amount, whole in measures.WHOLES.items()
            },
            **by_name(ledger.error, ledger.years, [own for own in measures.MEASURES if own.sure]),
        }
    )


def digits_doubted(ledger: Ledger) -> tuple[Problem, ...]:
    """Doubt figures that are printed with more digits than the trials support.

    A probability is printed to whole per cents, and may be unsure by one; an amount is printed
    to a tenth of a million or with three figures, and may be unsure by five of these. Of a single
    trial none is supported, unless nothing is uncertain.
    """
    trials, source = ledger.collected.trials, ledger.scenario.source
    place = where(linked(", ", [*filter(None, (source, "[simulation]"))]), key="trials")
    if trials == 1 or ledger.is_certain:
        return () if ledger.is_certain else (replace(_ONE_TRIAL, place=place),)
    holds = ledger.value(measures.named("holds"))
    holds_error, reserve_error = (
        ledger.error(measures.named(name)) or 0.0 for name in ("holds", "reserve")
    )
    reserve = ledger.sample("budget_gap").quantile(ledger.scenario.assumptions.confidence)
    digit = next(digit for least, digit in LAST_DIGITS if abs(reserve) >= least)

    def amount(value: float) -> Text:
        return in_full(value, ledger.scenario.assumptions.currency)

    doubted = (
        (
            say("the probability that the budget holds, {holds:.1%}", holds=holds),
            say("{points:.1f} points", points=100 * holds_error),
            say("1 point"),
            holds_error / 0.01,
        ),
        (
            say("the reserve of the budget period, {amount}", amount=amount(max(reserve, 0.0))),
            amount(reserve_error),
            amount(5 * digit),
            reserve_error / (5 * digit),
        ),
    )
    return tuple(
        Problem(
            code="few-trials",
            place=place,
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
            )
            if trials * excess**2 < MANY_TRIALS
            else say("round when you quote: it takes more than {most:,} trials", most=MANY_TRIALS),
        )
        for figure, error, allowed, excess in doubted
        if excess > 1
    )


_ONE_TRIAL = Problem(
    code="few-trials",
    found=say("1 trial: every probability is 0 % or 100 %, and nothing tells how sure it is"),
    expected=say("enough trials to tell how often something happens"),
    remedy=say("run some thousand trials"),
)


def _rounded_up(trials: float) -> int:
    """Round up to one leading digit."""
    power = int(10 ** floor(log10(trials)))
    return ceil(trials / power) * power


def booked_met_error(ledger: Ledger) -> float | None:
    """Return the standard error of the probability that the booked savings hold.

    None where nothing is booked in the budget period.
    """
    return ledger.error(measures.named("met"))
