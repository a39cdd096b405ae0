"""Which investment to look at, and what to do about it, where that helps."""

from dataclasses import dataclass
from typing import Literal

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.known_course import KnownCourse
from innobudget.domain.rebooking import first_open_year
from innobudget.domain.results import InvestmentOutcome, Results
from innobudget.report.findings.measured import (
    A_KRONE,
    beyond,
    by_hole,
    holds,
    hole_error,
    in_file_order,
    is_safe,
    level_cases,
    mean_gap,
    on_the_edge,
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
    if is_safe(results) or (worst.gap_when_hole or 0) <= HALF_AN_ORE:
        return None
    scenario, outcome = results.scenario, worst.outcome
    period = scenario.horizon.period
    closed = max(0, first_open_year(scenario) - scenario.horizon.base_year)
    spread = outcome.saving_period
    lost = sum(outcome.plan.booked[:period]) - spread.mean
    excess = outcome.gap_period.mean - lost
    booked, safe = outcome.plan.booked[:period], outcome.safe_booking.amount[:period]
    last = period - 1
    later = _safe_from(booked, safe, closed)
    way: Way
    if on_the_edge(results):
        way = "look"
    elif beyond(excess - (worst.gap_when_hole or 0.0) / 2, hole_error(results, worst)) > 0:
        way = "costs"
    elif later is not None:
        way, last = "later", later
    elif last >= closed and booked[last] > max(safe[last], 0.0) + HALF_AN_ORE:
        way = "less" if safe[last] > A_KRONE else "over" if _is_over(results, worst) else "nothing"
    else:
        way = "look"
    return Advice(about=worst, way=way, year=last, excess=excess)


def _is_over(results: Results, outcome: InvestmentOutcome) -> bool:
    """Say whether it is known that an investment was stopped, or does not work."""
    own = next(item for item in results.scenario.enabled if item.id == outcome.id)
    return KnownCourse(investment=own).ending in ("stopped", "failed")


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
    """Count the investments that share the largest contribution; 0 where one stands out."""
    level = level_cases(results)
    return level if advise(results) is not None and level > 1 else 0


def _looked_at(results: Results) -> bool:
    found = advise(results)
    return (
        found is not None and found.way == "look" and found.about.outcome.gap_period.mean > A_KRONE
    )


CASES = (
    Saying(words.NO_HOLE, lambda r: holds(r) == 1),
    Saying(words.SAFE_AS_IT_IS, is_safe),
    Saying(words.TIED_CASES, lambda r: _tied(r) == PAIR),
    Saying(words.MANY_TIED, lambda r: _tied(r) > PAIR),
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
    """Return the largest contribution to the hole, and all of them. [currency]"""
    found = [item.gap_when_hole or 0.0 for item in by_hole(results)]
    return found[0], sum(found)


def _several(results: Results) -> bool:
    return len(results.investments) > 1 and _share(results)[0] > HALF_AN_ORE


HOLES = (
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
        year=teller.results.scenario.horizon.years[year],
        last=teller.period_years[-1],
        booked=teller.money(outcome.plan.booked[year]),
        safe=teller.money(outcome.safe_booking.amount[year]),
        confidence=teller.chance(teller.confidence),
        holds=teller.chance(holds(results), wanted=teller.confidence),
        excess=teller.money(advice.excess if advice else 0.0),
        mean=teller.money(outcome.gap_period.mean),
        own=teller.money(own),
        total=teller.money(total),
        rest=teller.money(own - total),
        all=teller.money(mean_gap(results)),
    )
