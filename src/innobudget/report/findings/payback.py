"""When is the money back."""

from itertools import accumulate

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.named_figures import Figures
from innobudget.domain.results import Results
from innobudget.report.findings.saying import Finding, Saying
from innobudget.report.findings.teller import Teller
from innobudget.report.words import findings as words


def spends(results: Results) -> bool:
    """Say whether the cumulative net effect is below zero in any year, by plan or by chance."""
    lows = [spread.p05 for spread in results.portfolio.measures["cumulative_net"]]
    return min(*lows, *planned_cumulative(results), 0.0) < -HALF_AN_ORE


def planned_cumulative(results: Results) -> list[float]:
    """Return the plan's cumulative net effect by year. [currency]"""
    plan = results.portfolio.plan
    flows = zip(plan.saving, plan.outlay, plan.disruption, strict=True)
    return list(accumulate(saving - outlay - disruption for saving, outlay, disruption in flows))


def planned_payback(results: Results) -> int | None:
    """Return the plan's payback year; None: not within the horizon."""
    found = None
    years = results.scenario.horizon.years
    for year, amount in reversed([*zip(years, planned_cumulative(results), strict=True)]):
        if amount < -HALF_AN_ORE:
            break
        found = year
    return found


def back_between(results: Results) -> float:
    """Return the probability of the years from the 10th to the 90th percentile of payback."""
    payback = _payback(results)
    if payback.p10 is None:
        return 0.0
    last = payback.p90 or results.scenario.horizon.last_year
    found = sum(share for year, share in payback.years.items() if payback.p10 <= year <= last)
    return float(round(found, 12))


def _payback(results: Results) -> Figures:
    found: Figures = results.portfolio.payback
    return found


def _one_year(results: Results) -> bool:
    payback = _payback(results)
    return payback.p10 is not None and payback.p10 == payback.p90


PAYBACKS = (
    Saying(words.NOTHING_SPENT_ANSWER, lambda r: not spends(r)),
    Saying(words.IS_IT_BACK, lambda r: _payback(r).p50 is None),
    Saying(words.PAID_BACK_OR_LATER, lambda r: _payback(r).never > 0 and _payback(r).p90 is None),
    Saying(words.PAID_BACK_ALWAYS, lambda r: _one_year(r) and back_between(r) == 1),
    Saying(words.PAID_BACK_IN, _one_year),
    Saying(words.PAID_BACK, lambda r: _payback(r).p90 is not None),
)
PLANS = (
    Saying(words.PLAN_MISSED_LEAD, lambda r: spends(r) and _by_plan(r) == 0),
    Saying(words.PLAN_LEAD, lambda r: spends(r) and planned_payback(r) is not None),
    Saying(
        words.PLAN_NEVER_LEAD,
        lambda r: spends(r) and planned_payback(r) is None and _payback(r).p50 is None,
    ),
    Saying(words.PLAN_NEVER_THOUGH_LEAD, lambda r: spends(r) and planned_payback(r) is None),
)


def _by_plan(results: Results) -> float | None:
    """Return how likely the money is back by the year of the plan; None: the plan has none."""
    planned = planned_payback(results)
    if planned is None:
        return None
    found = sum(share for year, share in _payback(results).years.items() if year <= planned)
    return min(round(float(found), 12), 1.0)


def payback_finding(teller: Teller) -> Finding:
    """Say when the money is back, how sure that is, and what was planned."""
    results, payback = teller.results, _payback(teller.results)
    if not spends(results):
        return teller.find(PAYBACKS)
    planned, last = planned_payback(results), results.scenario.horizon.last_year
    found = teller.find(
        PAYBACKS,
        year=payback.p50,
        early=payback.p10,
        late=payback.p90,
        last=last,
        answer=teller.answer(round(1 - payback.never, 12)),
        frequency=teller.often(payback.never if payback.p90 is None else back_between(results)),
    )
    often = teller.often(_by_plan(results) or 0.0)
    plan = teller.find(PLANS, year=planned, last=last, frequency=often)
    return Finding(found.title, plan.title, (*found.said, *plan.said))
