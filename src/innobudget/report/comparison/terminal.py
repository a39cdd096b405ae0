"""A comparison as the few lines that answer in a terminal which is better, and how sure."""

from collections.abc import Callable, Iterator

from innobudget.domain import measures
from innobudget.domain.comparison import ComparisonResults, Standing
from innobudget.domain.scenario import Language
from innobudget.messages import said
from innobudget.report.comparison.findings import Findings
from innobudget.report.comparison.measured import best_per_krone, more_per_krone, order
from innobudget.report.findings.teller import capital, joined
from innobudget.report.layout_text import aligned, plain
from innobudget.report.words import comparison as words
from innobudget.report.words import labels, terminal
from innobudget.report.words.numbers import MILLION, millions, number


def comparison_summary(comparison: ComparisonResults, language: Language) -> str:
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


def comparison_written(comparison: ComparisonResults, language: Language, told: str) -> str:
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
        for doubt in scenario.doubts:
            if doubt.code == "years-left-out":
                yield f"    {said(doubt.found, findings.language)}"


def _answers(findings: Findings) -> Iterator[str]:
    told = (findings.decision(), findings.most_per_krone(), findings.worth(), findings.bookings())
    for finding in told:
        yield joined(finding.sentence, finding.lead)
    yield findings.counted()


def _table(findings: Findings) -> list[str]:
    money = millions(findings.currency, findings.language)
    unit = findings.say(terminal.TABLE, unit=money, prices=findings.prices)
    standings = findings.comparison.standings
    ids = (standing.id for standing in standings)
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
            [capital(findings.say(words.SERVICE_COLUMN)), *map(findings.service, standings)],
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
    found = findings.comparison
    if order(found) is None:
        return
    best = best_per_krone(found)[0]
    chances = {
        other.id: findings.chance(more_per_krone(found, best, other))
        for other in found.ranking
        if other is not best
    }
    label = "  " + findings.say(words.MORE_THAN, best=best.id)
    yield [label, *(chances.get(item.id, words.DASH) for item in findings.comparison.standings)]


def _written(value: float | None, language: Language, decimals: int) -> str:
    return words.DASH if value is None else number(value, language, decimals)
