"""Which investment to look at, and what to do about it, where that helps."""

from dataclasses import dataclass
from typing import Literal

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.rebooking import first_open_year
from innobudget.domain.results import InvestmentOutcome, Results
from innobudget.report.findings.measured import (
    A_KRONE,
    beyond,
    by_hole,
    contribution,
    has_ended,
    holds,
    hole_error,
    in_file_order,
    is_safe,
    is_under_way,
    level_cases,
    on_the_edge,
    open_gap,
    open_loss,
)
from innobudget.report.findings.saying import Finding, Saying
from innobudget.report.findings.teller import Teller
from innobudget.report.words import causes as words

PAIR = 2
"""As many as are told by name."""
Way = Literal["costs", "later", "less", "nothing", "over", "look"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to do about the investment that contributes most to the hole."""

    about: InvestmentOutcome
    """That investment."""
    way: Way
    """Look at its costs, book it later, lower, not at all yet or any more, or look at it first."""
    year: int
    """Position of the year that is told of: where later is safe, else the period's last."""
    excess: float
    """What its outlay and disruption exceed the budget by on average. [currency]"""


def advise(results: Results) -> Advice | None:
    """Say what helps; None where the budget is safe, or no investment leaves a hole."""
    worst = by_hole(results)[0]
    lacking = contribution(results, worst) or 0.0
    if is_safe(results) or lacking <= HALF_AN_ORE:
        return None
    scenario, outcome = results.scenario, worst.outcome
    period = scenario.horizon.period
    closed = max(0, first_open_year(scenario) - scenario.horizon.base_year)
    excess = open_gap(results, outcome) - open_loss(results, outcome)
    booked, safe = outcome.plan.booked[:period], outcome.safe_booking.amount[:period]
    last = period - 1
    later, never = _safe_from(booked, safe, closed), _comes_never(results, worst, closed)
    way: Way
    if never is not None:
        way, last = "over", never
    elif on_the_edge(results):
        way = "look"
    elif beyond(excess - lacking / 2, hole_error(results, worst)) > 0:
        way = "costs"
    elif later is not None:
        way, last = "later", later
    elif last >= closed and booked[last] > max(safe[last], 0.0) + HALF_AN_ORE:
        way = "less" if safe[last] > A_KRONE else "nothing"
    else:
        way = "look"
    return Advice(about=worst, way=way, year=last, excess=excess)


def _comes_never(results: Results, found: InvestmentOutcome, closed: int) -> int | None:
    """Return the last open year whose booked saving nothing will come of any more."""
    outcome, period = found.outcome, results.scenario.horizon.period
    if not has_ended(results, found):
        return None
    lost = (
        year
        for year in range(closed, period)
        if outcome.plan.booked[year] > A_KRONE and outcome.measures["saving"][year].p95 <= A_KRONE
    )
    return max(lost, default=None)


def _safe_from(booked: tuple[float, ...], safe: tuple[float, ...], closed: int) -> int | None:
    """Return the year from which on what is booked is safe, where it is booked before that.

    Of the first so many years nothing can be booked otherwise any more.
    """
    unsafe = [
        year
        for year, (amount, enough) in enumerate(zip(booked, safe, strict=True))
        if year >= closed and amount > HALF_AN_ORE and amount > enough + HALF_AN_ORE
    ]
    first = max(unsafe, default=-1) + 1
    if not unsafe or first == len(booked) or booked[first] <= HALF_AN_ORE:
        return None
    return first


def _advises(way: Way) -> Saying:
    phrase = {
        "costs": words.CASE_COSTS,
        "later": words.BOOK_LATER,
        "less": words.BOOK_LESS,
        "nothing": words.BOOK_NOTHING,
        "over": words.BOOK_NO_MORE,
    }[way]

    def claim(results: Results) -> bool:
        found = advise(results)
        return found is not None and found.way == way

    return Saying(phrase, claim)


def _tied(results: Results) -> int:
    """Count the investments that share the largest contribution; 0 where one stands out.

    One that has ended stands out: what to do about it depends on no other.
    """
    level, advice = level_cases(results), advise(results)
    return level if advice is not None and advice.way != "over" and level > 1 else 0


def _looked_at(results: Results) -> bool:
    found = advise(results)
    return found is not None and found.way == "look" and _lacks(results, found.about) > A_KRONE


def _lacks(results: Results, found: InvestmentOutcome) -> float:
    """Return what an investment lacks on average in the years that are looked at. [currency]"""
    if is_under_way(results):
        return contribution(results, found) or 0.0
    mean: float = found.outcome.gap_period.mean
    return mean


def _none_lacks(results: Results) -> bool:
    return is_under_way(results) and _share(results)[0] <= HALF_AN_ORE


CASES = (
    Saying(words.NO_HOLE, lambda r: holds(r) == 1),
    Saying(words.SAFE_AS_IT_IS, is_safe),
    Saying(words.NONE_LACKS, _none_lacks),
    Saying(words.TIED_CASES, lambda r: _tied(r) == PAIR and not is_under_way(r)),
    Saying(words.MANY_TIED, lambda r: _tied(r) > PAIR and not is_under_way(r)),
    Saying(words.TIED_CASES_OPEN, lambda r: _tied(r) == PAIR),
    Saying(words.MANY_TIED_OPEN, lambda r: _tied(r) > PAIR),
    _advises("costs"),
    _advises("later"),
    _advises("less"),
    _advises("nothing"),
    _advises("over"),
    Saying(words.ONLY_CASE, lambda r: not is_safe(r) and len(r.investments) == 1),
    Saying(words.LOOK_AT, _looked_at),
    Saying(words.LOOK_AT_UNEVEN, lambda r: not is_safe(r)),
)


def _share(results: Results) -> tuple[float, float]:
    """Return the largest contribution to the hole, and the hole. [currency]"""
    found = [contribution(results, item) or 0.0 for item in by_hole(results)]
    whole = open_gap(results, results.portfolio) if is_under_way(results) else sum(found)
    return found[0], whole


def _several(results: Results) -> bool:
    return len(results.investments) > 1 and _share(results)[0] > HALF_AN_ORE


def _open(results: Results) -> bool:
    return is_under_way(results) and _several(results)


HOLES = (
    Saying(words.OPEN_LEAD_OVER, lambda r: _open(r) and _share(r)[1] < -HALF_AN_ORE),
    Saying(words.OPEN_LEAD_TIED, lambda r: _open(r) and _tied(r) > 1),
    Saying(words.OPEN_LEAD, _open),
    Saying(words.OPEN_LEAD_ONE, lambda r: is_under_way(r) and _share(r)[0] > HALF_AN_ORE),
    Saying(words.HOLE_LEAD_TIED, lambda r: _several(r) and _tied(r) > 1),
    Saying(words.HOLE_LEAD, lambda r: _several(r) and _share(r)[1] >= _share(r)[0]),
    Saying(words.HOLE_LEAD_OFFSET, _several),
    Saying(words.HOLE_LEAD_ONE, lambda r: _share(r)[0] > HALF_AN_ORE),
)


def cases_finding(teller: Teller) -> Finding:
    """Say which investment to look at, and what to do about it."""
    results = teller.results
    advice, ranked = advise(results), by_hole(results)
    about = advice.about if advice else ranked[0]
    year = advice.year if advice else 0
    own, total = _share(results)
    outcome = about.outcome
    level = in_file_order(results, ranked[: max(_tied(results), 1)])
    return teller.find(
        CASES,
        HOLES,
        name=teller.name((level[0] if len(level) > 1 else about).id),
        rival=teller.name(level[-1].id),
        count=len(level),
        period=teller.period,
        open=teller.decided,
        year=teller.results.scenario.horizon.years[year],
        last=teller.period_years[-1],
        booked=teller.money(outcome.plan.booked[year]),
        safe=teller.money(outcome.safe_booking.amount[year]),
        confidence=teller.chance(teller.confidence),
        holds=teller.chance(holds(results), wanted=teller.confidence),
        excess=teller.money(advice.excess if advice else 0.0),
        mean=teller.money(_lacks(results, about)),
        own=teller.money(own),
        total=teller.money(total),
        rest=teller.money(abs(own - total)),
        over=teller.money(-total),
    )
