"""Which investment carries the risk, which to book less or later, which is better and cheaper."""

from dataclasses import dataclass
from typing import Literal

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.results import InvestmentOutcome, QualityOutcome, Results
from innobudget.report.findings.budget import booked_period
from innobudget.report.findings.teller import LIKELY, Finding, Teller, capital
from innobudget.report.words import causes as words

REALISED_IN_THE_END = 0.9
"""From this share of the booking on in the period's last year, later is better than less."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to do about the investment that contributes most to the hole."""

    about: InvestmentOutcome
    """That investment."""
    way: Literal["less", "later", "costs"]
    """Book less, book later, or look at its costs: nothing is booked."""
    fulfilment: tuple[tuple[int, float], ...]
    """Mean fulfilment by year of the budget period, where something is booked."""


def advise(results: Results) -> Advice | None:
    """Say which case to book less or later; None where none contributes to a hole."""
    worst = max(
        (found for found in results.investments if (found.gap_when_hole or 0) > HALF_AN_ORE),
        key=lambda found: found.gap_when_hole or 0,
        default=None,
    )
    if worst is None:
        return None
    horizon = results.scenario.horizon
    means = worst.outcome.fulfilment.mean[: horizon.period]
    shares = tuple(
        (year, mean) for year, mean in zip(horizon.years, means, strict=False) if mean is not None
    )
    later = len(shares) > 1 and shares[-1][1] >= REALISED_IN_THE_END > shares[0][1]
    way: Literal["less", "later", "costs"] = "later" if later else "less"
    return Advice(about=worst, way=way if shares else "costs", fulfilment=shares)


def cases_finding(teller: Teller) -> Finding:
    """Say which investment to book less or later."""
    advice = advise(teller.results)
    if advice is None:
        lead = teller.say(
            words.NO_HOLE_LEAD,
            booked=teller.money(booked_period(teller)),
            mean=teller.money(teller.results.portfolio.saving_period.mean),
            period=teller.period,
        )
        return Finding(teller.say(words.NO_CASE_IN_HOLE, period=teller.period), lead)
    own = advice.about.gap_when_hole or 0.0
    total = sum(found.gap_when_hole or 0.0 for found in teller.results.investments)
    phrase = words.HOLE_LEAD if total >= own else words.HOLE_LEAD_OFFSET
    lead = teller.say(
        phrase if len(teller.results.investments) > 1 else words.HOLE_LEAD_ONE,
        period=teller.period,
        own=teller.money(own),
        total=teller.money(total),
        rest=teller.money(own - total),
    )
    return Finding(_advice_title(teller, advice), lead)


def _advice_title(teller: Teller, advice: Advice) -> str:
    name = teller.short_name(advice.about)
    if advice.way == "costs":
        return capital(teller.say(words.COSTS_MORE, name=name))
    if advice.way == "later":
        (first, first_share), (last, last_share) = advice.fulfilment[0], advice.fulfilment[-1]
        return teller.say(
            words.BOOK_LATER,
            name=name,
            first=first,
            first_share=teller.at_most(max(0.0, first_share)),
            last=last,
            last_share=teller.at_most(last_share),
        )
    year, _ = advice.fulfilment[-1]
    position = teller.results.scenario.horizon.years.index(year)
    outcome = advice.about.outcome
    safe = outcome.safe_booking.amount[position]
    return teller.say(
        words.BOOK_LESS if safe > HALF_AN_ORE else words.BOOK_NOTHING,
        name=name,
        booked=teller.money(outcome.plan.booked[position]),
        safe=teller.money(safe),
        year=year,
        confidence=teller.chance(teller.confidence),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BothLines:
    """One investment's saving and service in the budget period's last year."""

    about: InvestmentOutcome
    """The investment."""
    number: int
    """Which of its indicators: the least likely to reach its target."""
    both: float | None
    """Probability that target and booking are met; None where nothing is booked."""
    target: float
    """Probability that the target is reached."""

    @property
    def indicator(self) -> QualityOutcome:
        """That indicator."""
        return self.about.quality[self.number]


def both_lines(teller: Teller) -> list[BothLines]:
    """Return the investments with an indicator, the likeliest to meet both first."""
    last = len(teller.period_years) - 1
    found = []
    for about in teller.results.investments:
        if about.quality:
            number, weakest = min(
                enumerate(about.quality), key=lambda item: item[1].probability_target[last]
            )
            booked = about.outcome.plan.booked[last]
            both = weakest.probability_both[last] if booked > HALF_AN_ORE else None
            target = weakest.probability_target[last]
            found.append(BothLines(about=about, number=number, both=both, target=target))
    return sorted(found, key=lambda item: (item.both is None, -(item.both or 0.0), -item.target))


def both_finding(teller: Teller) -> Finding:
    """Say how many investments are both better and cheaper."""
    rows = both_lines(teller)
    year = teller.period_years[-1]
    best = rows[0]
    name = teller.short_name(best.about)
    if best.both is None:
        lead = teller.say(words.UNBOOKED_LEAD, name=name, frequency=teller.often(best.target))
        return Finding(teller.say(words.BOTH_UNBOOKED, year=year), lead)
    booked = [row for row in rows if row.both is not None]
    likely = sum((row.both or 0.0) > LIKELY for row in booked)
    lead = teller.say(words.BOTH_LEAD, name=name, frequency=teller.often(best.both))
    told: dict[str, object] = {"year": year, "count": likely, "of": len(rows), "name": name}
    told["chance"] = teller.chance(best.both)
    if best.both == 0:
        return Finding(teller.say(words.BOTH_NEVER, **told), "")
    if len(rows) == 1:
        phrase = words.BOTH_ONLY if likely else words.BOTH_NOT
        return Finding(capital(teller.say(phrase, **told)), lead)
    by_count = {len(rows): words.BOTH_ALL, 0: words.BOTH_NONE, 1: words.BOTH_ONE}
    return Finding(teller.say(by_count.get(likely, words.BOTH_SOME), **told), lead)
