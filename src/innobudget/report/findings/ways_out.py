"""Ways out of a budget that is not safe, each with its price and the certainty that it buys."""

from typing import NamedTuple

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.results import Results, WayOut
from innobudget.report.findings.measured import is_safe
from innobudget.report.findings.teller import Finding, Saying, Teller
from innobudget.report.words import findings as words


def _can_tell(results: Results) -> bool:
    """Say whether the futures tell what helps: of a handful, a percentile lies between two."""
    return not is_safe(results) and results.ways_out.reserve.price > HALF_AN_ORE


NEEDED = (
    Saying(words.NO_WAY_NEEDED, is_safe),
    Saying(words.WAYS_HEADING, _can_tell),
    Saying(words.WAYS_NOT_TOLD, lambda r: not is_safe(r) and not _can_tell(r)),
)


class WayTold(NamedTuple):
    """A way out in words."""

    what: str
    """What to do."""
    price: str
    """What it costs, and how sure the budget then is."""
    low: bool
    """Whether that is still below the wanted confidence."""


def ways_finding(teller: Teller) -> Finding:
    """Say whether a way out is needed at all."""
    confidence = teller.chance(teller.confidence)
    return teller.find(NEEDED, confidence=confidence, period=teller.period)


def ways_told(teller: Teller) -> list[WayTold]:
    """Return the ways out, the surest kind first; none where none is needed or can be told."""
    ways = teller.results.ways_out
    if not _can_tell(teller.results):
        return []
    found = [
        _told(teller, ways.reserve, teller.say(words.WAY_RESERVE, **_money(teller, ways.reserve)))
    ]
    less, later = ways.book_less, ways.book_later
    if less is not None:
        phrase = words.WAY_LESS if less.booked > HALF_AN_ORE else words.WAY_NOTHING
        found.append(_told(teller, less, teller.say(phrase, **_money(teller, less))))
    if later is not None and later.price > HALF_AN_ORE:
        found.append(_told(teller, later, teller.say(words.WAY_LATER)))
    return found


def _money(teller: Teller, way: WayOut) -> dict[str, object]:
    now = way.booked if way is teller.results.ways_out.reserve else way.booked + way.price
    scale = teller.scale([now])
    return {
        "price": teller.money(way.price),
        "booked": teller.brief(way.booked, scale),
        "now": teller.amount(now, scale),
    }


def _told(teller: Teller, way: WayOut, what: str) -> WayTold:
    reserve = way is teller.results.ways_out.reserve
    phrase = words.WAY_RESERVE_PRICE if reserve else words.WAY_PRICE
    sure = way.probability_budget_holds_period
    holds = teller.chance(sure)
    # a percentile lies between two trials: what just misses the confidence reaches it
    low = sure < teller.confidence - 2 / teller.results.scenario.sampled.trials**0.5 / 10
    return WayTold(what, teller.say(phrase, holds=holds, price=teller.money(way.price)), low)
