"""A comparison as the few lines that answer in a terminal which is better, and how sure."""

from collections.abc import Iterator
from functools import partial

from innobudget.domain.comparison import ComparisonResults
from innobudget.domain.scenario import Language
from innobudget.messages import said
from innobudget.report.comparison.compared import ComparedFigure, lines
from innobudget.report.comparison.findings import Findings
from innobudget.report.comparison.measured import best_per_krone, more_per_krone
from innobudget.report.comparison.then_and_now import findings_of
from innobudget.report.findings.teller import Scale, capital, joined, table_scale
from innobudget.report.layout_text import aligned, plain
from innobudget.report.tables import Figure
from innobudget.report.words import comparison as words
from innobudget.report.words import terminal
from innobudget.report.words.numbers import number

FIRST = ("outlay", "saving", "safe_saving", "ratio", "booked")
"""Figures that are told before the others that scenarios are compared by."""
DECIMALS = {Figure.FACTOR: 2, Figure.FINE: 4}
"""Of what is no share and no amount."""


def comparison_summary(comparison: ComparisonResults, language: Language) -> str:
    """Answer: which buys most safety, which is worth most, whose bookings hold, how sure."""
    findings = findings_of(comparison, language, lambda standing: standing.id)
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
    standings = findings.comparison.standings
    sizes = (
        line.value(standing) or 0.0
        for line in lines()
        if line.figure is Figure.AMOUNT
        for standing in standings
    )
    scale = table_scale(sizes, findings.currency, findings.language)
    unit = findings.say(terminal.TABLE, unit=scale.name, prices=findings.prices)
    rows = [[f"{findings.period}, {unit}", *(standing.id for standing in standings)]]
    left = {line.key: line for line in lines() if line.key != "gap"}
    last = left.pop("npv")
    for line in (*(left.pop(key) for key in FIRST), *left.values(), last):
        rows += _line(findings, line, scale)
    service = capital(findings.say(words.SERVICE_COLUMN))
    rows.append([service, *map(findings.service, standings)])
    return aligned([row for row in rows if any(cell != words.DASH for cell in row[1:])])


def _line(findings: Findings, line: ComparedFigure, scale: Scale) -> Iterator[list[str]]:
    """Yield a figure; of the ratio also its error, and how sure the best is the best."""
    phrase, confidence = words.TABLE.get(line.key, line.phrase), findings.confidence
    label = findings.say(phrase, confidence=findings.chance(confidence))
    values = [line.value(standing) for standing in findings.comparison.standings]
    written = partial(_written, findings, scale)
    yield [label, *(written(value, line.figure) for value in values)]
    if line.key == "ratio":
        ratios = [item.estimates.safe_saving_per_krone for item in findings.comparison.standings]
        errors = (None if ratio is None else ratio.standard_error for ratio in ratios)
        told = (written(error, Figure.FINE) for error in errors)
        yield [f"  {findings.say(words.STANDARD_ERROR)}", *told]
        yield from _more_than(findings)


def _more_than(findings: Findings) -> Iterator[list[str]]:
    """Yield in how many futures the best saves more per krone than each of the others."""
    found = findings.comparison
    if not findings.is_ranked:
        return
    best = best_per_krone(found)[0]
    chances = {
        other.id: findings.chance(more_per_krone(found, best, other))
        for other in found.ranking
        if other is not best
    }
    label = "  " + findings.say(words.MORE_THAN, best=best.id)
    yield [label, *(chances.get(item.id, words.DASH) for item in findings.comparison.standings)]


def _written(findings: Findings, scale: Scale, value: float | None, figure: Figure) -> str:
    if value is None:
        return words.DASH
    if figure is Figure.FINE_SHARE:
        return findings.chance(value)
    if figure is Figure.AMOUNT:
        return scale.write(value)
    return number(value, findings.language, DECIMALS[figure])
