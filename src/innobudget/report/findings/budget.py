"""Does the budget hold: the verdict, the bookings, the reserve."""

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.results import PartOutcome, Results
from innobudget.report.findings.measured import (
    A_KRONE,
    booked,
    comes_in_full,
    comes_out_even,
    excess_costs,
    holds,
    is_safe,
    lacks,
    level_reached,
    lost_saving,
    mean_gap,
    on_the_edge,
)
from innobudget.report.findings.payback import planned_payback, spends
from innobudget.report.findings.saying import Finding, Saying, chosen
from innobudget.report.findings.service import all_fall
from innobudget.report.findings.teller import Teller
from innobudget.report.words import findings as words
from innobudget.report.words import labels

KIND_NAMES = {str(kind): name for kind, name in labels.KINDS.items()}
NOTICED = 0.1
"""A tenth of the largest: what is less is not told beside it."""


def _fails(results: Results) -> bool:
    return not is_safe(results) and not on_the_edge(results) and lacks(results)


def _by_costs(results: Results) -> bool:
    return excess_costs(results) > max(lost_saving(results), HALF_AN_ORE)


def _comes_later(results: Results) -> bool:
    """Say whether the booked level is reached in the end, and money is not back before plan."""
    planned, back = planned_payback(results), results.portfolio.payback.p50
    sooner = spends(results) and back is not None and (planned is None or back < planned)
    return level_reached(results) > 0 and not sooner


def _by_savings(results: Results) -> bool:
    return lost_saving(results) > max(excess_costs(results), HALF_AN_ORE)


def _rarely_in_full(results: Results) -> bool:
    met = comes_in_full(results)
    return met is not None and booked(results) > 0 and met < 0.5


VERDICTS = (
    Saying(words.BUDGET_EDGE, on_the_edge),
    Saying(words.BUDGET_HOLDS_WORSE, lambda r: is_safe(r) and all_fall(r)),
    Saying(words.BUDGET_HOLDS_THOUGH, lambda r: is_safe(r) and _rarely_in_full(r)),
    Saying(words.BUDGET_ALWAYS, lambda r: holds(r) == 1),
    Saying(words.BUDGET_HOLDS, is_safe),
    Saying(words.BUDGET_UNSURE, lambda r: not is_safe(r) and not lacks(r)),
    Saying(words.COSTS_MORE, lambda r: _fails(r) and _by_costs(r)),
    Saying(words.SAVES_LATER, lambda r: _fails(r) and _by_savings(r) and _comes_later(r)),
    Saying(words.SAVES_LESS, lambda r: _fails(r) and _by_savings(r) and level_reached(r) < 0),
    Saying(words.MONEY_MISSING, _fails),
)
"""The message of the whole report: what becomes of the budget, and why."""
ANSWERS = (Saying(words.DOES_IT_HOLD, lambda r: 0 <= holds(r) <= 1),)

NONE_BOOKED = Saying(words.NOTHING_BOOKED, lambda r: abs(booked(r)) <= HALF_AN_ORE)
COSTS_BOOKED = Saying(words.COSTS_BOOKED, lambda r: booked(r) < -HALF_AN_ORE)
BOOKED = (
    NONE_BOOKED,
    COSTS_BOOKED,
    Saying(words.DO_THEY_COME, lambda r: booked(r) > HALF_AN_ORE),
)


def _saves(results: Results) -> float:
    mean = results.portfolio.saving_period.mean
    return 0.0 if abs(mean) <= HALF_AN_ORE else mean


BOOKED_LEADS = (
    Saying(words.COSTS_LEAD_LARGER, lambda r: booked(r) < -HALF_AN_ORE and _met(r) == 0),
    Saying(words.COSTS_LEAD, lambda r: booked(r) < -HALF_AN_ORE and _saves(r) <= 0),
    Saying(words.COSTS_LEAD_SAVED, lambda r: booked(r) < -HALF_AN_ORE and _saves(r) > 0),
    Saying(
        words.BOOKED_LEAD_NEVER,
        lambda r: booked(r) > HALF_AN_ORE and _saves(r) > 0 and _met(r) == 0,
    ),
    Saying(words.BOOKED_LEAD, lambda r: booked(r) > HALF_AN_ORE and _saves(r) > 0),
    Saying(words.BOOKED_LEAD_NOTHING, lambda r: booked(r) > HALF_AN_ORE and _saves(r) == 0),
    Saying(words.BOOKED_LEAD_COST, lambda r: booked(r) > HALF_AN_ORE and _saves(r) < 0),
    Saying(words.NOTHING_ACHIEVED_LEAD, lambda r: _saves(r) == 0),
    Saying(words.NOTHING_BOOKED_LEAD, lambda r: _saves(r) > 0),
    Saying(words.NOTHING_BOOKED_LEAD_COST, lambda r: _saves(r) < 0),
)


def _reserve(results: Results) -> float:
    return float(results.portfolio.reserve_period)


GAPS = (
    Saying(words.RESERVE, lambda r: _reserve(r) > HALF_AN_ORE),
    Saying(words.NO_RESERVE_EVER, lambda r: holds(r) == 1),
    Saying(words.NO_RESERVE, lambda r: _reserve(r) <= HALF_AN_ORE),
)
GAP_LEADS = (
    Saying(words.GAP_LEAD_EXACT, comes_out_even),
    Saying(words.GAP_LEAD_NEVER, lambda r: holds(r) == 1 and mean_gap(r) < 0),
    Saying(words.GAP_LEAD_SURPLUS, lambda r: holds(r) < 1 and mean_gap(r) < -HALF_AN_ORE),
    Saying(words.GAP_LEAD, lambda r: holds(r) < 1 and mean_gap(r) >= -HALF_AN_ORE),
)


def _ceilings(results: Results) -> tuple[PartOutcome, PartOutcome] | None:
    """Return the kind that lacks most on average, and the one that has most left over.

    None where not both do so noticeably.
    """
    kinds = sorted(results.kinds, key=lambda part: -part.outcome.gap_period.mean)
    gaps = [part.outcome.gap_period.mean for part in kinds]
    if not kinds or min(gaps[0], -gaps[-1]) <= max(A_KRONE, NOTICED * max(gaps[0], -gaps[-1])):
        return None
    return kinds[0], kinds[-1]


CEILINGS = (Saying(words.CEILINGS, lambda r: _ceilings(r) is not None),)


def ceilings(teller: Teller) -> str:
    """Say which kind lacks money while another has some left over; empty where none does."""
    told = _of_ceilings(teller)
    return teller.say(words.CEILINGS, **told) if told else ""


def _of_ceilings(teller: Teller) -> dict[str, object]:
    found = _ceilings(teller.results)
    if found is None:
        return {}
    lacking, over = found
    return {
        "lacking": teller.say(KIND_NAMES[lacking.name or ""]),
        "over": teller.say(KIND_NAMES[over.name or ""]),
        "amount": teller.money(lacking.outcome.gap_period.mean),
        "rest": teller.money(-over.outcome.gap_period.mean),
    }


def verdict(teller: Teller) -> Finding:
    """Say in one sentence what the report says, and how likely the budget holds."""
    results = teller.results
    title, *_ = chosen(results, VERDICTS)
    told = title.phrase in {words.BUDGET_ALWAYS, words.BUDGET_HOLDS}
    plain = told and booked(results) >= -HALF_AN_ORE
    return teller.find(VERDICTS, BOOKED_LEADS if plain else ANSWERS, **_told(teller))


def booked_finding(teller: Teller) -> Finding:
    """Say whether the booked savings of the budget period come."""
    return teller.find(BOOKED, BOOKED_LEADS, **_told(teller, comes_in_full(teller.results)))


def gap_finding(teller: Teller) -> Finding:
    """Say what reserve makes the budget period safe."""
    told = _told(teller)
    often = teller.often(1 - holds(teller.results))
    mean = teller.money(abs(mean_gap(teller.results)))
    told |= {"frequency": often, "mean": mean, **_of_ceilings(teller)}
    return teller.find(GAPS, GAP_LEADS, CEILINGS, **told)


def _met(results: Results) -> float:
    return results.portfolio.probability_booked_met_period or 0.0


def _told(teller: Teller, asked: float | None = None) -> dict[str, object]:
    """Return what sentences about the budget are filled with.

    `asked` is the probability that is answered; absent: that the budget holds.
    """
    results = teller.results
    mean, met = results.portfolio.saving_period.mean, _met(results)
    return {
        "period": teller.period,
        "confidence": teller.chance(teller.confidence),
        "holds": teller.chance(holds(results), wanted=teller.confidence),
        "missing": teller.money(mean_gap(results)),
        "answer": teller.answer(holds(results) if asked is None else asked, often=asked is None),
        "booked": teller.money(booked(results)),
        "cost": teller.money(-booked(results)),
        "mean": teller.money(mean),
        "cost_mean": teller.money(-mean),
        "frequency": teller.often(met),
        "reserve": teller.money(_reserve(results)),
    }
