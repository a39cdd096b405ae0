"""Which uncertainty matters most, and where booked savings are lost."""

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.influence import Influence
from innobudget.domain.results import BookedToAchieved
from innobudget.report.findings.teller import Finding, Teller, capital, short
from innobudget.report.words import causes as words
from innobudget.report.words import charts as labels

NOTICED = 0.02
"""What moves the gap by less than this share of the largest swing is mostly sampling noise."""


def by_swing(teller: Teller) -> list[Influence]:
    """Return what moves the period's gap noticeably, the largest swing first."""
    influences = teller.results.sensitivity.influences
    least = max(HALF_AN_ORE, NOTICED * max(map(swing, influences), default=0.0))
    return sorted((item for item in influences if swing(item) > least), key=swing, reverse=True)


def swing(item: Influence) -> float:
    """Return how far an input moves the period's mean gap. [currency]"""
    low, high = item.tornado.budget_gap
    return abs(high - low)


def driver_finding(teller: Teller) -> Finding:
    """Say which uncertainty matters most for the hole."""
    top = by_swing(teller)[0]
    good, bad = sorted(top.tornado.budget_gap)
    if good > HALF_AN_ORE:
        phrase = words.DRIVER_HOLE
    else:
        phrase = words.DRIVER_BOTH if bad > HALF_AN_ORE else words.DRIVER_SURPLUS
    title = teller.say(
        phrase,
        name=driver_name(teller, top.quantity, in_title=True),
        good=teller.money(abs(good)),
        bad=teller.money(abs(bad)),
    )
    share = top.share_of_variance.budget_gap
    lead = (
        ""
        if share is None
        else teller.say(words.SHARE_LEAD, share=teller.chance(share), period=teller.period)
    )
    return Finding(capital(title), lead)


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
    name, what = short(investment.title), rest[0]
    if what != "success" or len(investment.stages) == 1:
        return teller.say(names[what], name=name)
    number = int(rest[1]) if rest[1:] else 1
    stage = short(investment.stages[number - 1].name) or teller.say(labels.STAGE, number=number)
    return teller.say(names["stage"], name=name, stage=stage)


def lost_by_cause(found: BookedToAchieved) -> list[tuple[str, float]]:
    """Return the causes of loss and their amounts, the largest first. [currency]"""
    lost = [(cause, -getattr(found, cause)) for cause in words.CAUSES]
    return sorted(
        [(cause, amount) for cause, amount in lost if amount > HALF_AN_ORE],
        key=lambda item: item[1],
        reverse=True,
    )


def steps_finding(teller: Teller) -> Finding:
    """Say where booked savings are lost."""
    found = teller.results.booked_to_achieved
    causes = lost_by_cause(found)
    told = {"after": teller.money(found.after_costs), "booked": teller.money(found.booked)}
    if found.booked <= HALF_AN_ORE:
        return Finding(teller.say(words.LOST_WITHOUT_BOOKING, **told), "")
    if not causes:
        return Finding(teller.say(words.NOTHING_LOST, **told), "")
    told["cause"] = teller.say(words.CAUSES[causes[0][0]])
    told["lost"] = teller.money(causes[0][1])
    phrase = words.LOST if found.after_costs < found.booked else words.LOST_YET_MORE
    if found.after_costs < -HALF_AN_ORE:
        phrase, told["after"] = words.ALL_LOST, teller.money(-found.after_costs)
    return Finding(teller.say(phrase, **told), _next_causes(teller, causes[1:3]))


def _next_causes(teller: Teller, causes: list[tuple[str, float]]) -> str:
    if not causes:
        return ""
    names = [teller.say(words.CAUSES[cause]) for cause, _ in causes]
    amounts = [teller.money(amount) for _, amount in causes]
    if len(causes) == 1:
        return teller.say(words.CAUSES_LEAD, cause=names[0], lost=amounts[0])
    return teller.say(
        words.CAUSES_LEAD_TWO, cause=names[0], lost=amounts[0], other=names[1], less=amounts[1]
    )
