"""Does the budget hold: bookings, reserve, and how much can be booked."""

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.report.findings.teller import LIKELY, Finding, Teller
from innobudget.report.words import findings as words


def booked_finding(teller: Teller) -> Finding:
    """Say whether the booked savings of the budget period come."""
    outcome = teller.results.portfolio
    mean = teller.money(outcome.saving_period.mean)
    met = outcome.probability_booked_met_period
    booked = booked_period(teller)
    if met is not None and booked < 0:
        often = teller.often(met)
        return Finding(
            teller.say(words.COSTS_BOOKED, period=teller.period, cost=teller.money(-booked)),
            teller.say(
                words.COSTS_LEAD,
                frequency=often,
                mean=teller.money(-outcome.saving_period.mean),
            ),
        )
    if met is None:
        title = teller.say(words.NOTHING_BOOKED, period=teller.period)
        nothing = abs(outcome.saving_period.mean) <= HALF_AN_ORE
        below = words.NOTHING_ACHIEVED_LEAD if nothing else words.NOTHING_BOOKED_LEAD
        return Finding(title, teller.say(below, mean=mean))
    if met in (0, 1):
        phrase = words.BOOKED_ALWAYS if met else words.BOOKED_NEVER
    elif met >= teller.confidence:
        phrase = words.BOOKED_HOLD
    else:
        phrase = words.BOOKED_UNSURE if met >= LIKELY else words.BOOKED_FAIL
    chance = teller.chance(met, wanted=teller.confidence)
    lead = teller.say(
        words.BOOKED_LEAD,
        booked=teller.money(booked),
        mean=mean,
        frequency=teller.often(met),
    )
    return Finding(teller.say(phrase, chance=chance, period=teller.period), lead)


def booked_period(teller: Teller) -> float:
    """Return the booked saving of the budget period. [currency]"""
    return sum(teller.results.portfolio.plan.booked[: len(teller.period_years)])


def gap_finding(teller: Teller) -> Finding:
    """Say what reserve makes the budget period safe."""
    outcome = teller.results.portfolio
    holds, mean = outcome.probability_budget_holds_period, outcome.gap_period.mean
    told = {
        "period": teller.period,
        "reserve": teller.money(outcome.reserve_period),
        "confidence": teller.chance(teller.confidence),
        "holds": teller.chance(holds),
        "frequency": teller.often(1 - holds),
        "mean": teller.money(abs(mean)),
    }
    if outcome.reserve_period > HALF_AN_ORE:
        lead = words.RESERVE_LEAD if mean > 0 else words.RESERVE_LEAD_SURPLUS
        return Finding(teller.say(words.RESERVE, **told), teller.say(lead, **told))
    lead = words.NO_RESERVE_LEAD_GAP if mean > HALF_AN_ORE else words.NO_RESERVE_LEAD
    if abs(mean) <= HALF_AN_ORE and holds == 1:
        lead = words.NO_RESERVE_LEAD_EXACT
    title = words.NO_RESERVE_EVER if holds == 1 else words.NO_RESERVE
    return Finding(teller.say(title, **told), teller.say(lead, **told))


def choice_finding(teller: Teller) -> Finding:
    """Say how much of the planned savings can be booked."""
    results = teller.results
    told = {"period": teller.period, "confidence": teller.chance(teller.confidence)}
    share = results.safe_booking_share
    if share is None:
        return Finding(teller.say(words.NOTHING_TO_BOOK, **told), "")
    holds = {
        choice.share: choice.probability_budget_holds_period for choice in results.booking_choice
    }
    if share < 0:
        told["low"] = teller.low(holds[0.0])
        title = words.BOOK_NONE
    elif share >= 1:
        told["holds"] = teller.chance(holds[1.0])
        title = words.BOOK_ALL
    else:
        told["share"] = teller.at_most(share)
        title = words.BOOK_AT_MOST if share >= 0.01 else words.BOOK_HARDLY
    return Finding(teller.say(title, **told), _booked_now(teller))


def booked_share(teller: Teller) -> float | None:
    """Return booked over planned saving of the budget period; None where none is planned."""
    planned = sum(teller.results.portfolio.plan.saving[: len(teller.period_years)])
    return None if planned <= HALF_AN_ORE else booked_period(teller) / planned


def _booked_now(teller: Teller) -> str:
    share = booked_share(teller)
    if share is None or share < 0:
        return ""
    return teller.say(
        words.BOOKED_NOW_LEAD if share else words.NOTHING_NOW_LEAD,
        share=teller.chance(share) if share <= 1 else teller.at_most(share),
        frequency=teller.often(teller.results.portfolio.probability_budget_holds_period),
    )
