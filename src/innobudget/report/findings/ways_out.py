"""Ways out of a budget that is not safe, each with its price and the certainty that it buys."""

from typing import NamedTuple

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.rebooking import is_over
from innobudget.domain.results import Results, WayOut
from innobudget.report.findings.measured import A_KRONE, holds, is_safe
from innobudget.report.findings.saying import Finding, Saying
from innobudget.report.findings.teller import Scale, Teller
from innobudget.report.words import findings as words

A_HANDFUL = 20
"""Of so few futures no percentile tells what makes a budget safe."""


def _is_too_late(results: Results) -> bool:
    return not is_safe(results) and is_over(results.scenario)


def _needs_one(results: Results) -> bool:
    return not is_safe(results) and not is_over(results.scenario)


def _can_tell(results: Results) -> bool:
    """Say whether the futures tell what helps: of a handful, a percentile lies between two."""
    enough = results.scenario.sampled.trials > A_HANDFUL
    return enough and _needs_one(results) and results.ways_out.reserve.price > HALF_AN_ORE


NEEDED = (
    Saying(words.NO_WAY_NEEDED, is_safe),
    Saying(words.WAYS_OVER, _is_too_late),
    Saying(words.WAYS_HEADING, _can_tell),
    Saying(words.WAYS_NOT_TOLD, lambda r: _needs_one(r) and not _can_tell(r)),
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


def ways_told(teller: Teller, brief: Scale | None = None, *, bare: bool = False) -> list[WayTold]:
    """Return the ways out that help, the surest kind first; none where none is needed or known.

    `brief` is a scale whose unit is told elsewhere, for prices that have little room; `bare` for
    every amount.
    """
    ways, now = teller.results.ways_out, holds(teller.results)
    if not _can_tell(teller.results):
        return []
    less, later = ways.book_less, ways.book_later
    phrases = [(words.WAY_RESERVE, ways.reserve)]
    if less is not None:
        phrase = words.WAY_LESS if less.booked > A_KRONE else words.WAY_NOTHING
        phrases.append((phrase, less))
    if later is not None and later.price > HALF_AN_ORE:
        rest = teller.results.scenario.followup is not None
        phrases.append((words.WAY_REST_LATER if rest else words.WAY_LATER, later))
    return [
        _told(
            teller, way, teller.say(phrase, **_money(teller, way, brief if bare else None)), brief
        )
        for phrase, way in phrases
        if way.probability_budget_holds_period > now
    ]


def _money(teller: Teller, way: WayOut, bare: Scale | None) -> dict[str, object]:
    now = way.booked + way.price
    if bare:
        amounts = {"price": way.price, "booked": way.booked, "now": now}
        return {name: bare.write(amount) for name, amount in amounts.items()}
    scale = teller.scale([now])
    return {
        "price": teller.money(way.price),
        "booked": teller.brief(way.booked, scale),
        "now": scale.told(now),
    }


def _told(teller: Teller, way: WayOut, what: str, brief: Scale | None) -> WayTold:
    reserve = way is teller.results.ways_out.reserve
    phrase = words.WAY_RESERVE_PRICE if reserve else words.WAY_PRICE
    sure = way.probability_budget_holds_period
    price = brief.write(way.price) if brief else teller.money(way.price)
    told = teller.say(phrase, holds=teller.chance(sure), price=price)
    # a percentile lies between two trials: what just misses the confidence reaches it
    low = sure < teller.confidence - 2 / teller.results.scenario.sampled.trials**0.5 / 10
    return WayTold(what, told, low)
