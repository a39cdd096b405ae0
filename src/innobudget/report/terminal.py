"""Results as the few lines that answer a director's questions in a terminal."""

from collections.abc import Iterator, Sequence

from innobudget.domain.results import Results
from innobudget.domain.scenario import Language
from innobudget.errors import describe
from innobudget.report.findings.cases import advise
from innobudget.report.layout_text import aligned, plain
from innobudget.report.words import terminal as words
from innobudget.report.words.numbers import (
    MILLION,
    amount,
    frequency,
    millions,
    number,
    percent,
    price_basis,
)


def run_summary(results: Results, language: Language) -> str:
    """Answer: do the bookings hold, what is missing, what reserve, which case, when paid back."""
    return plain(
        [
            _heading(results, language),
            "",
            *_answers(results, language),
            "",
            *_table(results, language),
        ]
    )


def written_text(results: Results, folder: str, files: Sequence[str]) -> str:
    """Say what a run left behind, and every doubt."""
    language = results.scenario.assumptions.language
    text = words.WRITTEN(language, folder=folder, files=", ".join(files))
    doubts = tuple(dict.fromkeys(results.scenario.doubts))
    if not doubts:
        return text
    return "\n\n".join([text, words.DOUBTS(language, count=len(doubts)) + "\n" + describe(doubts)])


def _heading(results: Results, language: Language) -> str:
    scenario = results.scenario
    return words.HEADING(
        language,
        name=scenario.assumptions.name,
        investments=len(results.investments),
        trials=number(scenario.sampled.trials, language),
        seed=scenario.sampled.seed,
    )


def _answers(results: Results, language: Language) -> Iterator[str]:
    outcome, horizon = results.portfolio, results.scenario.horizon
    assumptions = results.scenario.assumptions
    years = {"first": horizon.base_year, "last": horizon.years[horizon.period - 1]}

    def money(value: float) -> str:
        return amount(value, assumptions.currency, language)

    confidence = percent(assumptions.confidence, language)
    met = outcome.probability_booked_met_period
    if met is None:
        yield words.NOTHING_BOOKED(language, **years)
    else:
        yield words.BOOKED_HOLD(
            language,
            frequency=frequency(met, language).capitalize(),
            met=words.CHANCE(language, percent=percent(met, language)),
            booked=money(sum(outcome.plan.booked[: horizon.period])),
            **years,
        )
    holds = percent(outcome.probability_budget_holds_period, language)
    yield words.BUDGET_HOLDS(language, holds=words.CHANCE(language, percent=holds))
    gap = outcome.gap_period
    if gap.mean > 0:
        yield words.MISSING(language, mean=money(gap.mean), low=money(gap.p10), high=money(gap.p90))
    else:
        yield words.NOT_MISSING(
            language, mean=money(-gap.mean), low=money(gap.p90), high=money(-gap.p10)
        )
    reserve = words.RESERVE if outcome.reserve_period > 0 else words.NO_RESERVE
    yield reserve(language, confidence=confidence, reserve=money(outcome.reserve_period), **years)
    yield _booking_advice(results, language)
    yield _payback(results, language)


def _booking_advice(results: Results, language: Language) -> str:
    advice = advise(results)
    if advice is None:
        return words.BOOK_NO_LESS(language)
    scenario = results.scenario
    horizon, period = scenario.horizon, scenario.horizon.period
    about = advice.about
    name = next(item.title for item in scenario.investments if item.id == about.id)
    if advice.way == "later":
        (first, first_share), (last, last_share) = advice.fulfilment[0], advice.fulfilment[-1]
        return words.BOOK_LATER(
            language,
            name=name,
            first=first,
            first_share=percent(first_share, language),
            last=last,
            last_share=percent(last_share, language),
        )
    currency = scenario.assumptions.currency
    return words.BOOK_LESS(
        language,
        name=name,
        booked=amount(sum(about.outcome.plan.booked[:period]), currency, language),
        safe=amount(max(0.0, about.outcome.safe_booking.amount_period), currency, language),
        confidence=percent(scenario.assumptions.confidence, language),
        first=horizon.base_year,
        last=horizon.years[period - 1],
    )


def _payback(results: Results, language: Language) -> str:
    payback, last = results.portfolio.payback, results.scenario.horizon.last_year
    if payback.p50 is None:
        return words.NOT_PAID_BACK(
            language,
            last=last,
            never=words.CHANCE(language, percent=percent(payback.never, language)),
        )
    late = words.AFTER_HORIZON(language, last=last) if payback.p90 is None else payback.p90
    return words.PAID_BACK(language, year=payback.p50, early=payback.p10, late=late)


def _table(results: Results, language: Language) -> list[str]:
    outcome, assumptions = results.portfolio, results.scenario.assumptions
    period = results.scenario.horizon.period
    saving, gap = outcome.measures["saving"], outcome.measures["budget_gap"]

    def row(label: str, values: Sequence[float]) -> list[str]:
        return [label, *(number(value / MILLION, language, 1) for value in values[:period])]

    unit = words.TABLE(
        language,
        unit=millions(assumptions.currency, language),
        prices=price_basis(assumptions.price_level or assumptions.base_year, language),
    )
    met = outcome.probability_booked_met[:period]
    confidence = percent(assumptions.confidence, language)
    return aligned(
        [
            [unit, *map(str, results.scenario.horizon.years[:period])],
            row(words.BOOKED(language), outcome.plan.booked),
            row(words.EXPECTED(language), [spread.mean for spread in saving]),
            row(words.RANGE_LOW(language), [spread.p10 for spread in saving]),
            row(words.RANGE_HIGH(language), [spread.p90 for spread in saving]),
            [
                words.PROBABILITY(language),
                *("–" if share is None else percent(share, language) for share in met),
            ],
            row(words.GAP(language), [spread.mean for spread in gap]),
            row(words.RESERVE_ROW(language, confidence=confidence), outcome.reserve),
        ]
    )
