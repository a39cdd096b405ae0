"""When is the money back, and the message of the whole report."""

from itertools import accumulate

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.report.findings.budget import booked_finding, booked_period
from innobudget.report.findings.teller import LIKELY, Finding, Teller
from innobudget.report.words import findings as words
from innobudget.report.words.phrase import Phrase

UNLIKELY = 2 / 3
"""From this probability that the money is not back on, it is unlikely to be."""


def payback_finding(teller: Teller) -> Finding:
    """Say when the money is back, and how sure that is."""
    outcome, horizon = teller.results.portfolio, teller.results.scenario.horizon
    if not spends(teller):
        value = teller.often(outcome.probability_npv_positive)
        return Finding(
            teller.say(words.NOTHING_SPENT), teller.say(words.VALUE_LEAD, frequency=value)
        )
    payback, between = outcome.payback, back_between(teller)
    title = teller.say(
        _title(teller, between),
        year=payback.p50,
        early=payback.p10,
        late=payback.p90,
        last=horizon.last_year,
        never=teller.chance(payback.never),
        frequency=teller.often(payback.never if payback.p90 is None else between),
    )
    return Finding(title, _plan_lead(teller))


def back_between(teller: Teller) -> float:
    """Return the probability of the years from the 10th to the 90th percentile of payback."""
    payback = teller.results.portfolio.payback
    if payback.p10 is None:
        return 0.0
    last = payback.p90 or teller.results.scenario.horizon.last_year
    found = sum(share for year, share in payback.years.items() if payback.p10 <= year <= last)
    return round(found, 12)


def spends(teller: Teller) -> bool:
    """Say whether the cumulative net effect is below zero in any year, by plan or by chance."""
    lows = [spread.p05 for spread in teller.results.portfolio.measures["cumulative_net"]]
    return min(*lows, *planned_cumulative(teller), 0.0) < -HALF_AN_ORE


def planned_cumulative(teller: Teller) -> list[float]:
    """Return the plan's cumulative net effect by year. [currency]"""
    plan = teller.results.portfolio.plan
    flows = zip(plan.saving, plan.outlay, plan.disruption, strict=True)
    return list(accumulate(saving - outlay - disruption for saving, outlay, disruption in flows))


def planned_payback(teller: Teller) -> int | None:
    """Return the plan's payback year; None: not within the horizon."""
    found = None
    years = teller.results.scenario.horizon.years
    for year, amount in reversed([*zip(years, planned_cumulative(teller), strict=True)]):
        if amount < -HALF_AN_ORE:
            break
        found = year
    return found


def pays(teller: Teller) -> bool:
    """Say whether the money is back within the horizon with the chosen confidence."""
    return 1 - teller.results.portfolio.payback.never >= teller.confidence


def message(teller: Teller) -> Finding:
    """Say in one sentence what the report says: the budget, and the investment."""
    outcome = teller.results.portfolio
    met, good = outcome.probability_booked_met_period, pays(teller)
    free = not spends(teller)
    if met is not None and free:
        return Finding(booked_finding(teller).title, "")
    if met is None or booked_period(teller) < 0:
        paid = words.NONE_FREE if free else words.NONE_GOOD
        phrase = paid if good else words.NONE_BAD
    elif met >= teller.confidence:
        phrase = words.GOOD_GOOD if good else words.GOOD_BAD
    elif not good:
        phrase = words.BAD_BAD
    else:
        phrase = words.BAD_GOOD if met < LIKELY else words.UNSURE_GOOD
    title = teller.say(
        phrase,
        chance=teller.chance(met or 0.0),
        low=teller.low(met or 0.0),
        year=outcome.payback.p50,
        last=teller.results.scenario.horizon.last_year,
    )
    return Finding(title, "")


def _title(teller: Teller, between: float) -> Phrase:
    payback = teller.results.portfolio.payback
    if payback.never == 1:
        return words.NEVER_PAID_BACK
    if payback.p50 is None:
        return words.NOT_PAID_BACK if payback.never >= UNLIKELY else words.MAY_NOT_BE_PAID_BACK
    if payback.p90 is None:
        return words.PAID_BACK_OR_LATER
    if payback.p10 != payback.p90:
        return words.PAID_BACK
    return words.PAID_BACK_ALWAYS if between == 1 else words.PAID_BACK_IN


def _plan_lead(teller: Teller) -> str:
    payback, last = teller.results.portfolio.payback, teller.results.scenario.horizon.last_year
    planned = planned_payback(teller)
    if planned is None:
        lead = words.PLAN_NEVER_LEAD if payback.p50 is None else words.PLAN_NEVER_THOUGH_LEAD
        return teller.say(lead, last=last)
    by_then = round(sum(share for year, share in payback.years.items() if year <= planned), 12)
    return teller.say(words.PLAN_LEAD, year=planned, frequency=teller.often(by_then))
