"""A comparison as the few lines that answer in a terminal which is better, and how sure."""

from collections.abc import Callable, Iterator

from innobudget.domain import measures
from innobudget.domain.comparison import Comparison, Standing
from innobudget.domain.scenario import Language
from innobudget.report.comparison.findings import Findings
from innobudget.report.layout_text import aligned, plain
from innobudget.report.words import comparison as words
from innobudget.report.words import labels, terminal
from innobudget.report.words.numbers import MILLION, amount, millions, number


def comparison_summary(comparison: Comparison, language: Language) -> str:
    """Answer: which buys most safety, which is worth most, whose bookings hold, how sure."""
    findings = Findings(
        comparison=comparison, language=language, called=lambda standing: standing.id
    )
    return plain(
        [
            *_heading(findings),
            "",
            *_answers(findings),
            "",
            *_table(findings),
        ]
    )


def comparison_written(comparison: Comparison, language: Language, told: str) -> str:
    """Add how many doubts there are to what is told of a comparison's files."""
    doubts = {doubt for scenario in comparison.scenarios for doubt in scenario.doubts}
    if not doubts:
        return told
    return f"{told}\n{words.DOUBTS(language, count=len(doubts))}"


def _heading(findings: Findings) -> Iterator[str]:
    comparison = findings.comparison
    sampled = comparison.scenarios[0].sampled
    yield findings.say(
        words.HEADING,
        count=len(comparison.scenarios),
        trials=number(sampled.trials, findings.language),
        seed=sampled.seed,
        sampling=sampled.sampling,
    )
    for scenario, standing in zip(comparison.scenarios, comparison.standings, strict=True):
        yield "  " + findings.say(words.NAMED, id=standing.id, name=scenario.assumptions.name)


def _answers(findings: Findings) -> Iterator[str]:
    first = [f"{findings.most_per_krone()}.", findings.order(), findings.without_outlay()]
    yield from filter(None, first)
    yield _worth(findings)
    yield _bookings(findings)
    yield findings.counted()


def _worth(findings: Findings) -> str:
    best, *others = findings.by_worth
    value = amount(best.portfolio.npv.mean, findings.currency, findings.language)
    if findings.worth_same():
        names = findings.listed([standing.id for standing in findings.by_worth])
        return findings.say(words.WORTH_SAME, names=names, value=value)
    _, *tied = findings.as_worthy
    told = [
        findings.say(
            words.IN_FUTURES,
            other=other.id,
            chance=findings.chance(findings.worth_more(best, other)),
        )
        for other in others
        if other not in tied
    ]
    named = findings.with_tied(best, tied)
    return findings.say(words.WORTH, best=named, value=value, others=findings.listed(told))


def _bookings(findings: Findings) -> str:
    found = [
        (standing, standing.estimates.probability_booked_met)
        for standing in findings.comparison.standings
    ]
    booked = [(standing, met.value) for standing, met in found if met is not None]
    if not booked:
        return findings.say(words.NOTHING_BOOKED, period=findings.period)
    (best, chance), *others = sorted(booked, key=lambda item: item[1], reverse=True)
    told = {"best": best.id, "chance": findings.chance(chance)}
    if not others:
        return findings.say(words.HOLD_ALONE, **told)
    if all(_books_as_well(findings, best, other) for other, _ in others):
        names = findings.listed(standing.id for standing, _ in booked)
        return findings.say(words.HOLD_ALIKE, names=names, chance=told["chance"])
    parts = [_booked_less(findings, best, other, met) for other, met in others]
    return findings.say(words.HOLD, **told, others=findings.listed(parts))


def _books_as_well(findings: Findings, best: Standing, other: Standing) -> bool:
    found, _ = findings.comparison.difference(best.id, other.id)
    ahead = found.estimates.probability_booked_met
    return ahead is None or ahead.is_tie


def _booked_less(findings: Findings, best: Standing, other: Standing, met: float) -> str:
    found, _ = findings.comparison.difference(best.id, other.id)
    ahead = found.estimates.probability_booked_met
    if ahead is None or ahead.is_tie:
        return findings.say(words.HOLD_OTHER_SAME, other=other.id)
    return findings.say(
        words.HOLD_OTHER,
        other=other.id,
        chance=findings.chance(met),
        points=number(100 * abs(ahead.value), findings.language),
        error=number(100 * (ahead.standard_error or 0.0), findings.language, 1),
    )


def _table(findings: Findings) -> list[str]:
    money = millions(findings.currency, findings.language)
    unit = findings.say(terminal.TABLE, unit=money, prices=findings.prices)
    ids = (standing.id for standing in findings.comparison.standings)
    return aligned(
        [
            [f"{findings.period}, {unit}", *ids],
            *_money_and_saving(findings),
            *_per_krone(findings),
            *_budget(findings),
            _money(
                findings,
                findings.say(words.NPV_MEAN),
                lambda standing: standing.portfolio.npv.mean,
            ),
        ]
    )


def _money(findings: Findings, label: str, amount_of: Callable[[Standing], float]) -> list[str]:
    """Return a row of amounts in millions."""
    values = (amount_of(standing) / MILLION for standing in findings.comparison.standings)
    return [label, *(number(value, findings.language, 1) for value in values)]


def _money_and_saving(findings: Findings) -> Iterator[list[str]]:
    """Yield what is put in, and what comes out of it on average and safely."""
    confidence = findings.chance(findings.confidence)
    say = findings.say
    yield _money(findings, say(words.OUTLAY_MEAN), lambda item: item.outlay_period.mean)
    yield _money(findings, say(words.SAVING_MEAN), lambda item: item.portfolio.saving_period.mean)
    label = say(words.SAFE_SAVING, confidence=confidence)
    yield _money(findings, label, lambda item: item.estimates.safe_saving.value)


def _per_krone(findings: Findings) -> Iterator[list[str]]:
    """Yield safe saving per krone with its standard error, and how sure the best is the best."""
    standings, language = findings.comparison.standings, findings.language
    ratios = [standing.estimates.safe_saving_per_krone for standing in standings]
    values = [None if ratio is None else ratio.value for ratio in ratios]
    errors = [None if ratio is None else ratio.standard_error for ratio in ratios]
    label = findings.say(words.PER_KRONE_SAFE)
    yield [label, *(_written(value, language, 2) for value in values)]
    label = f"  {findings.say(words.STANDARD_ERROR)}"
    yield [label, *(_written(value, language, 4) for value in errors)]
    yield from _more_than(findings)


def _budget(findings: Findings) -> Iterator[list[str]]:
    """Yield what is booked, how likely bookings and budget hold, and the reserve."""
    say, standings = findings.say, findings.comparison.standings
    confidence = findings.chance(findings.confidence)
    yield _money(findings, say(labels.BOOKED), lambda item: item.booked_period)
    for measure in measures.MEASURES:
        if not measure.compared or measure.key == "safe_saving":
            continue
        phrase = words.TABLE.get(measure.key) or labels.MEASURE_NAMES[measure.key]
        label = say(phrase, confidence=confidence)
        found = [standing.estimates[measure.compared] for standing in standings]
        if measure.unit == "share":
            shares = (words.DASH if one is None else findings.chance(one.value) for one in found)
            yield [label, *shares]
        else:
            amounts = (None if one is None else one.value / MILLION for one in found)
            yield [label, *(_written(value, findings.language, 1) for value in amounts)]


def _more_than(findings: Findings) -> Iterator[list[str]]:
    """Yield in how many futures the best saves more per krone than each of the others."""
    if not findings.order():
        return
    best, *others = findings.comparison.ranking
    chances = {other.id: findings.chance(findings.more_per_krone(best, other)) for other in others}
    label = "  " + findings.say(words.MORE_THAN, best=best.id)
    yield [label, *(chances.get(item.id, words.DASH) for item in findings.comparison.standings)]


def _written(value: float | None, language: Language, decimals: int) -> str:
    return words.DASH if value is None else number(value, language, decimals)
