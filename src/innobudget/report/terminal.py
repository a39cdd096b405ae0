"""Results as the few lines that answer a director's questions in a terminal."""

from collections.abc import Iterator, Sequence
from math import floor, log10

from innobudget.domain import measures
from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.scenario import Language
from innobudget.report.findings import followup
from innobudget.report.findings.budget import COSTS_BOOKED, booked_finding, ceilings
from innobudget.report.findings.cases import cases_finding
from innobudget.report.findings.measured import comes_out_even
from innobudget.report.findings.payback import payback_finding
from innobudget.report.findings.teller import Teller, capital, joined, table_scale
from innobudget.report.layout_text import aligned, plain
from innobudget.report.voice import cases_text
from innobudget.report.words import labels
from innobudget.report.words import terminal as words
from innobudget.report.words.numbers import (
    amount,
    chance_word,
    frequency,
    number,
    percent,
)

SHARES_BEFORE = 4
"""Which row of amounts follows those of probabilities: the gap."""


def run_summary(teller: Teller, *, precise: bool = False) -> str:
    """Answer: do the bookings hold, what is missing, what reserve, which case, when paid back.

    Parameters
    ----------
    teller
        Tells the results.
    precise
        Whether the number of trials follows from a precision that was asked for.

    """
    answers = [*_followed(teller), "", *_answers(teller, precise=precise)]
    return plain([_heading(teller), *answers, "", *_table(teller)])


def files_text(
    language: Language,
    folder: str,
    *,
    files: Sequence[str],
    removed: Sequence[str] = (),
    kept: str | None = None,
) -> str:
    """Say what was written, what of an earlier report was removed, and where that was kept."""
    names = dict.fromkeys(name.partition("/")[0] for name in files)
    lines = [words.WRITTEN(language, folder=folder, files=", ".join(names))]
    if removed:
        lines.append(words.REMOVED(language, files=", ".join(removed)))
    if kept is not None:
        lines.append(words.KEPT(language, folder=kept))
    return "\n".join(lines)


def _heading(teller: Teller) -> str:
    results, scenario = teller.results, teller.results.scenario
    return teller.say(
        words.HEADING,
        name=scenario.assumptions.name,
        cases=cases_text(len(results.investments), teller.language),
        trials=_trials(teller),
        seed=scenario.sampled.seed,
    )


def _followed(teller: Teller) -> Iterator[str]:
    """Say what has happened since the budget was adopted; nothing of no follow-up."""
    if teller.results.followup is not None:
        yield ""
        yield followup.heading(teller)
        finding = followup.expectation(teller)
        yield joined(f"{finding.title}.", finding.lead)
        told = [followup.surprise(teller), *followup.stopped(teller), followup.lost(teller)]
        yield from filter(None, told)


def _trials(teller: Teller) -> str:
    count = teller.results.scenario.sampled.trials
    return teller.say(words.ONE_TRIAL if count == 1 else words.TRIALS, count=teller.count(count))


def _answers(teller: Teller, *, precise: bool) -> Iterator[str]:
    outcome, horizon = teller.results.portfolio, teller.results.scenario.horizon
    met, holds = outcome.probability_booked_met_period, outcome.probability_budget_holds_period
    sure = _sure(teller, _trials(teller) if precise else "")
    if met is None:
        yield teller.say(words.NOTHING_BOOKED, period=teller.period)
        yield teller.say(words.BUDGET_HOLDS, holds=_answered(teller, holds) + sure)
    elif COSTS_BOOKED.claim(teller.results):
        found = booked_finding(teller)
        yield joined(f"{found.title}.", found.lead)
        yield teller.say(words.BUDGET_HOLDS, holds=_answered(teller, holds) + sure)
    else:
        yield teller.say(
            words.BOOKED_HOLD,
            answer=_in_words(teller, met),
            met=_chance(teller, met) + sure,
            booked=_money(teller, sum(outcome.plan.booked[: horizon.period])),
            period=teller.period,
        )
        yield teller.say(words.BUDGET_HOLDS, holds=_answered(teller, holds))
    yield joined(_missing(teller), ceilings(teller))
    needed = words.RESERVE if outcome.reserve_period > HALF_AN_ORE else words.NO_RESERVE
    yield teller.say(
        needed,
        confidence=teller.chance(teller.confidence),
        reserve=_money(teller, outcome.reserve_period),
        period=teller.period,
    )
    yield teller.say(words.CASE_FIRST, finding=cases_finding(teller).title)
    yield teller.say(words.WHEN_BACK, finding=payback_finding(teller).title)


def _in_words(teller: Teller, probability: float) -> str:
    """Say a probability in a word and as a frequency: `Usandsynligt, knap 2 ud af 10`."""
    word = capital(chance_word(probability, teller.language))
    if probability in (0, 1):
        return word
    often = frequency(probability, teller.language)
    return teller.say(words.CHANCE_IN_WORDS, word=word, frequency=often)


def _answered(teller: Teller, probability: float) -> str:
    told = _in_words(teller, probability)
    return teller.say(words.ANSWERED, answer=told, chance=_chance(teller, probability))


def _chance(teller: Teller, probability: float) -> str:
    text = teller.chance(probability, wanted=teller.confidence)
    return teller.say(words.CHANCE, percent=text)


def _money(teller: Teller, value: float) -> str:
    return amount(value, teller.results.scenario.assumptions.currency, teller.language)


def _sure(teller: Teller, trials: str) -> str:
    """Say the standard error of the first probability, to one figure; none where all agree."""
    errors, outcome = teller.results.standard_errors, teller.results.portfolio
    if errors is None:
        return ""
    found, error = outcome.probability_booked_met_period, errors.probability_booked_met_period
    if found is None:
        found = outcome.probability_budget_holds_period
        error = errors.probability_budget_holds_period
    if not error or found in (0, 1):
        return ""
    points = 100 * error
    return teller.say(
        words.PLUS_MINUS_AFTER if trials else words.PLUS_MINUS,
        points=number(points, teller.language, max(0, -floor(log10(points)))),
        trials=trials,
    )


def _missing(teller: Teller) -> str:
    gap = teller.results.portfolio.gap_period
    if comes_out_even(teller.results):
        return teller.say(words.NOTHING_MISSING)
    mean = _money(teller, abs(gap.mean))
    if gap.sd <= HALF_AN_ORE:
        return teller.say(words.ALWAYS_MISSING if gap.mean > 0 else words.ALWAYS_OVER, mean=mean)
    phrase = words.MISSING if gap.mean > 0 else words.NOT_MISSING
    ends = (gap.p10, gap.p90) if gap.mean > 0 else (gap.p90, gap.p10)
    low, high = (_money(teller, abs(end)) for end in ends)
    if min(ends) < 0 < max(ends):
        low, high = (
            teller.say(words.SHORT if end > 0 else words.OVER, amount=text)
            for end, text in zip(ends, (low, high), strict=True)
        )
    spread = words.ABOUT if low == high else words.RANGE
    return teller.say(phrase, mean=mean, spread=teller.say(spread, low=low, high=high))


def _table(teller: Teller) -> list[str]:
    outcome, horizon = teller.results.portfolio, teller.results.scenario.horizon
    period, saving = horizon.period, outcome.measures["saving"]
    rows: list[tuple[str, Sequence[float]]] = [
        (teller.say(labels.BOOKED), outcome.plan.booked),
        (teller.say(words.EXPECTED), [spread.mean for spread in saving]),
        (teller.say(words.RANGE_LOW), [spread.p10 for spread in saving]),
        (teller.say(words.RANGE_HIGH), [spread.p90 for spread in saving]),
        (teller.say(words.GAP), [spread.mean for spread in outcome.measures["budget_gap"]]),
    ]
    shares: list[list[str]] = []
    for measure in measures.MEASURES:
        if "terminal" in measure.shown:
            phrase = words.MEASURES.get(measure.key, labels.MEASURE_NAMES[measure.key])
            label = teller.say(phrase, confidence=teller.chance(teller.confidence))
            found, _ = measure.values(outcome)
            if measure.unit == "share":
                shares.append([label, *(_share(teller, share) for share in found[:period])])
            else:
                rows.append((label, [value or 0.0 for value in found]))
    amounts = (value for _, values in rows for value in values[:period])
    scale = table_scale(amounts, teller.currency, teller.language)
    lines = [[label, *map(scale.write, values[:period])] for label, values in rows]
    lines[SHARES_BEFORE:SHARES_BEFORE] = shares
    heading = teller.say(words.TABLE, unit=scale.name, prices=teller.prices)
    return aligned([[heading, *map(str, horizon.years[:period])], *lines])


def _share(teller: Teller, share: float | None) -> str:
    return "–" if share is None else percent(share, teller.language)
