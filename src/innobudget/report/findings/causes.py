"""Which uncertainty matters most."""

from math import hypot, sqrt

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.influence import Influence
from innobudget.domain.results import Results
from innobudget.report.findings.measured import level_with_first
from innobudget.report.findings.saying import Finding, Saying
from innobudget.report.findings.teller import Teller, short
from innobudget.report.words import causes as words
from innobudget.report.words import charts as labels

NOTICED = 0.02
"""What moves the gap by less than this share of the largest swing is mostly sampling noise."""
ALIKE = 0.8
"""A swing of this share of the largest is about as large, and another seed may turn the two."""
MATTERS = 0.10
"""What explains less of the variance than this is not said to explain it."""


def by_swing(results: Results) -> list[Influence]:
    """Return what moves the period's gap noticeably, the largest swing first."""
    influences = results.sensitivity.influences
    least = max(HALF_AN_ORE, NOTICED * max(map(swing, influences), default=0.0))
    return sorted((item for item in influences if swing(item) > least), key=swing, reverse=True)


def swing(item: Influence) -> float:
    """Return how far an input moves the period's mean gap. [currency]"""
    low, high = item.tornado.budget_gap
    return abs(high - low)


def _ends(results: Results) -> tuple[float, float]:
    """Return the mean gap where the largest uncertainty goes well and badly. [currency]"""
    low, high = sorted(by_swing(results)[0].tornado.budget_gap)
    return low, high


def _as_large(results: Results) -> bool:
    """Say whether the two largest swings are about alike, or another seed could turn them."""
    found = by_swing(results)
    tenth = results.portfolio.gap_period.sd / sqrt(max(results.scenario.sampled.trials / 10, 1))
    error = hypot(tenth, tenth)  # of a swing: the difference of two means of a tenth
    swings = [swing(item) for item in found[:2]]
    alike = len(swings) > 1 and swings[1] >= ALIKE * swings[0]
    return alike or level_with_first([(amount, error) for amount in swings]) > 1


def _explained(results: Results) -> float | None:
    return by_swing(results)[0].share_of_variance.budget_gap


DRIVERS = (
    Saying(words.DRIVERS_TIED_OVER, lambda r: _as_large(r) and _ends(r)[1] <= HALF_AN_ORE),
    Saying(words.DRIVERS_TIED, _as_large),
    Saying(words.DRIVER_MISSING, lambda r: _ends(r)[1] > HALF_AN_ORE),
    Saying(words.DRIVER_EVEN, lambda r: abs(_ends(r)[1]) <= HALF_AN_ORE),
    Saying(words.DRIVER_SURPLUS, lambda r: _ends(r)[1] <= HALF_AN_ORE),
)
WELL = (
    Saying(words.DRIVER_WELL, lambda r: not _as_large(r) and _ends(r)[0] > HALF_AN_ORE),
    Saying(words.DRIVER_WELL_OVER, lambda r: not _as_large(r) and _ends(r)[0] < -HALF_AN_ORE),
)
SHARES = (
    Saying(
        words.SHARE_LEAD,
        lambda r: not _as_large(r) and len(by_swing(r)) > 1 and (_explained(r) or 0.0) >= MATTERS,
    ),
)


def driver_finding(teller: Teller) -> Finding:
    """Say which uncertainty matters most for the hole."""
    top = by_swing(teller.results)[0]
    good, bad = _ends(teller.results)
    return teller.find(
        DRIVERS,
        WELL,
        SHARES,
        name=driver_name(teller, top.quantity, in_title=True),
        good=teller.money(abs(good)),
        bad=teller.money(abs(bad)),
        share=teller.chance(min(_explained(teller.results) or 0.0, 1.0)),
        period=teller.period,
    )


def driver_name(teller: Teller, quantity: str, *, in_title: bool = False) -> str:
    """Return an independent input in words that a director knows."""
    head, *rest = quantity.split(".")
    scenario = teller.results.scenario
    if head == "driver":
        id_ = ".".join(rest)
        name = next(item.name or item.id for item in scenario.drivers if item.id == id_)
        return short(name) if in_title else name
    if head == "correlation":
        shared = teller.say(labels.SHARED_QUANTITIES[rest[0]])
        track = ".".join(rest[1:])
        if not track:
            return teller.say(labels.COMMON_TO_ALL, quantity=shared)
        return teller.say(labels.COMMON_TO_TRACK, track=short(track), quantity=shared)
    names = labels.TITLE_QUANTITIES if in_title else labels.OWN_QUANTITIES
    investment = next(item for item in scenario.enabled if item.id == head)
    name, what = teller.name(investment.id), rest[0]
    if what != "success" or len(investment.stages) == 1:
        return teller.say(names[what], name=name)
    number = int(rest[1]) if rest[1:] else 1
    stage = short(investment.stages[number - 1].name) or teller.say(labels.STAGE, number=number)
    return teller.say(names["stage"], name=name, stage=stage)
