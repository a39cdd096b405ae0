"""What can be booked: one share of all planned savings, to be moved and to be read as a table."""

from innobudget.domain.rebooking import booked_at
from innobudget.domain.results import BookingChoice
from innobudget.report.figures.chart import Told
from innobudget.report.findings.teller import Teller
from innobudget.report.publication.parts import DataTable, Prose, Section, Slider
from innobudget.report.words import publication as words

ALL = 1.0


def booking_section(teller: Teller) -> Section | None:
    """Return the section about bookings; None where there is nothing to book."""
    results = teller.results
    if results.safe_booking_share is None:
        return None
    nothing, whole = (booked_at(results.scenario, share) for share in (0.0, ALL))
    amounts = [nothing + one.share * (whole - nothing) for one in results.booking_choice]
    steps = tuple(
        (round(100 * one.share), _told(teller, one, amount))
        for one, amount in zip(results.booking_choice, amounts, strict=True)
    )
    start = next(one for one in results.booking_choice if one.share == ALL)
    booked = teller.money(sum(results.portfolio.plan.booked[: len(teller.period_years)]))
    holds = teller.chance(results.portfolio.probability_budget_holds_period)
    phrases = (words.BOOKING_INTRO, words.BOOKING_INTRO_OPEN)
    return Section(
        id="booking",
        title=teller.say(words.BOOKING),
        blocks=(
            Prose(text=teller.of_bookings(*phrases, booked=booked, holds=holds)),
            Slider(
                label=teller.say(words.BOOKING_LABEL),
                steps=steps,
                start=round(100 * start.share),
            ),
            _table(teller, amounts),
        ),
    )


def _told(teller: Teller, choice: BookingChoice, amount: float) -> str:
    return teller.say(
        words.BOOKING_TOLD,
        share=teller.chance(choice.share),
        holds=teller.chance(choice.probability_budget_holds_period),
        booked=teller.money(amount),
    )


def _table(teller: Teller, amounts: list[float]) -> DataTable:
    scale = teller.scale(amounts)
    rows = tuple(
        (
            Told(teller.chance(one.share), one.share),
            Told(scale.write(amount), amount),
            Told(
                teller.chance(one.probability_budget_holds_period),
                one.probability_budget_holds_period,
                f"/booking_choice/{number}/probability_budget_holds_period",
            ),
            _met(teller, one),
        )
        for number, (one, amount) in enumerate(
            zip(teller.results.booking_choice, amounts, strict=True)
        )
    )
    return DataTable(
        caption=teller.say(words.BOOKING_CAPTION, period=teller.period),
        headings=tuple(teller.say(word, unit=scale.name) for word in words.BOOKING_COLUMNS),
        rows=rows,
    )


def _met(teller: Teller, choice: BookingChoice) -> str:
    met = choice.probability_booked_met_period
    return "" if met is None else Told(teller.chance(met), met)
