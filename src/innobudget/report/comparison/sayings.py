"""Which sentence about a comparison is said when: each with its claim."""

from collections.abc import Callable, Sequence

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.comparison import SETTLED, ComparisonResults, Standing
from innobudget.report.comparison.measured import (
    best_met,
    best_per_krone,
    booked,
    buys,
    falls,
    holds,
    order,
    others_per_krone,
    rival,
    same_cases,
    same_money,
    surest,
    worthiest,
)
from innobudget.report.findings.saying import Said
from innobudget.report.words import comparison as words

Best = Callable[[ComparisonResults], Sequence[Standing]]
"""The scenarios that a sentence puts first."""
Saying = Said[ComparisonResults]
"""A sentence about a comparison."""


def is_all(found: ComparisonResults, best: Sequence[Standing]) -> bool:
    """Say whether these are all scenarios."""
    return len(best) == len(found.standings)


DECISIONS = (
    Saying(
        words.SAME_CASES,
        lambda c: len(c.standings) == 2 and same_cases(c) and len(surest(c)) == 1,
    ),
    Saying(words.BUDGET_HOLDS_EQUALLY, lambda c: len(set(map(holds, c.standings))) == 1),
    Saying(words.BUDGET_HOLDS_ALIKE, lambda c: is_all(c, surest(c))),
    Saying(words.BUDGET_HOLDS_BEST, lambda c: not is_all(c, surest(c))),
)


def falling(best: Best) -> tuple[Saying, ...]:
    """Return what is said in the same breath where the best save by letting service fall."""
    return (
        Saying(words.BUT_SERVICE_FALLS, lambda c: bool(best(c)) and all(map(falls, best(c)))),
        Saying(words.BUT_SERVICE_FALLS_OF, lambda c: any(map(falls, best(c)))),
    )


def _apart(found: ComparisonResults) -> bool:
    return buys(found) and bool(others_per_krone(found))


PER_KRONE = (
    Saying(words.NO_OUTLAY, lambda c: not c.ranking),
    Saying(words.NONE_SAFE, lambda c: not buys(c)),
    Saying(words.MOST_ALONE, lambda c: len(c.ranking) == 1),
    Saying(words.SAME, lambda c: not others_per_krone(c)),
    Saying(words.MOST_TIED, lambda c: len(best_per_krone(c)) > 1),
    Saying(words.MOST, lambda c: len(best_per_krone(c)) == 1),
)
MORE_OFTEN = (
    Saying(words.BUT_LESS_OFTEN, lambda c: buys(c) and rival(c) is not None),
    Saying(words.EACH_MORE_OFTEN, lambda c: _apart(c) and len(best_per_krone(c)) > 1),
    Saying(words.MORE_OFTEN, lambda c: _apart(c) and len(others_per_krone(c)) == 1),
    Saying(words.MORE_OFTEN_OF_MANY, _apart),
)
ORDERS = (
    Saying(words.ORDER_OF_ONE_TRIAL, lambda c: _ordered(c) and _certainty(c) is None),
    Saying(words.ORDER_SURE, lambda c: _ordered(c) and (_certainty(c) or 0) >= SETTLED),
    Saying(words.ORDER_UNSURE, lambda c: _ordered(c) and (_certainty(c) or 1) < SETTLED),
)
WITHOUT = (Saying(words.WITHOUT_OUTLAY, lambda c: 0 < len(c.ranking) < len(c.standings)),)


def _ordered(found: ComparisonResults) -> bool:
    return order(found) is not None


def _certainty(found: ComparisonResults) -> float | None:
    """Return how sure the closest two of the ranking keep their order; None: nobody knows."""
    closest = order(found)
    unknown = closest is None or closest[0].standard_error is None
    return None if unknown or closest is None else closest[0].certainty


def best_npv(found: ComparisonResults) -> float:
    """Return the highest mean NPV. [currency]"""
    return float(max(item.portfolio.npv.mean for item in found.standings))


def _worth_apart(found: ComparisonResults) -> bool:
    return same_money(found) and not is_all(found, worthiest(found))


WORTH = (
    Saying(words.WORTH_NOT_RANKED, lambda c: not same_money(c)),
    Saying(words.WORTH_SAME, lambda c: is_all(c, worthiest(c))),
    Saying(words.WORTH_NOTHING, lambda c: best_npv(c) < -HALF_AN_ORE),
    Saying(words.WORTH_TIED, lambda c: len(worthiest(c)) > 1),
    Saying(words.WORTH_MOST, lambda c: len(worthiest(c)) == 1),
)
WORTH_LEADS = (
    Saying(words.EACH_WORTH_MORE, lambda c: _worth_apart(c) and len(worthiest(c)) > 1),
    Saying(words.WORTH_MORE, lambda c: _worth_apart(c) and len(c.standings) == 2),
    Saying(words.WORTH_MORE_OF_MANY, _worth_apart),
)


BOOKINGS = (
    Saying(words.NOTHING_BOOKED, lambda c: not booked(c)),
    Saying(words.HOLD_ALONE, lambda c: len(booked(c)) == 1),
    Saying(words.HOLD_ALIKE, lambda c: len(best_met(c)) == len(booked(c))),
    Saying(words.HOLD_TIED, lambda c: len(best_met(c)) > 1),
    Saying(words.HOLD, lambda c: len(best_met(c)) == 1),
)
