"""A comparison as the few lines that answer in a terminal which is better, and how sure."""

from collections.abc import Iterator, Sequence

from innobudget.domain.comparison import Comparison, Standing
from innobudget.domain.scenario import Language
from innobudget.report.comparison.findings import Findings
from innobudget.report.layout_text import aligned, plain
from innobudget.report.words import comparison as words
from innobudget.report.words import terminal
from innobudget.report.words.numbers import MILLION, amount, millions, number, percent, price_basis


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


def comparison_written(
    comparison: Comparison, language: Language, folder: str, files: Sequence[str]
) -> str:
    """Say what a comparison left behind, and how many doubts there are."""
    written = terminal.WRITTEN(language, folder=folder, files=", ".join(files))
    doubts = {doubt for scenario in comparison.scenarios for doubt in scenario.doubts}
    if not doubts:
        return written
    return f"{written}\n{words.DOUBTS(language, count=len(doubts))}"


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
    currency = findings.comparison.scenarios[0].assumptions.currency
    value = amount(best.portfolio.npv.mean, currency, findings.language)
    if findings.worth_same():
        names = findings.listed([standing.id for standing in findings.by_worth])
        return findings.say(words.WORTH_SAME, names=names, value=value)
    told = [
        findings.say(
            words.IN_FUTURES,
            other=other.id,
            chance=findings.chance(findings.worth_more(best, other)),
        )
        for other in others
    ]
    return findings.say(words.WORTH, best=best.id, value=value, others=findings.listed(told))


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
    parts = [_booked_less(findings, best, other, met) for other, met in others]
    return findings.say(words.HOLD, **told, others=findings.listed(parts))


def _booked_less(findings: Findings, best: Standing, other: Standing, met: float) -> str:
    found, _ = findings.comparison.difference(best.id, other.id)
    ahead = found.estimates.probability_booked_met
    if ahead is None or ahead.value == 0:
        return findings.say(words.HOLD_OTHER_SAME, other=other.id)
    return findings.say(
        words.HOLD_OTHER,
        other=other.id,
        chance=findings.chance(met),
        points=number(100 * abs(ahead.value), findings.language),
        error=number(100 * (ahead.standard_error or 0.0), findings.language, 1),
    )


def _table(findings: Findings) -> list[str]:
    comparison, language = findings.comparison, findings.language
    assumptions = comparison.scenarios[0].assumptions
    standings = comparison.standings
    confidence = findings.chance(assumptions.confidence)

    def row(label: str, values: Sequence[float | None], decimals: int = 1) -> list[str]:
        return [label, *(_written(value, language, decimals) for value in values)]

    def money(label: str, values: Sequence[float]) -> list[str]:
        return row(label, [value / MILLION for value in values])

    unit = terminal.TABLE(
        language,
        unit=millions(assumptions.currency, language),
        prices=price_basis(assumptions.price_level or assumptions.base_year, language),
    )
    ratios = [standing.estimates.safe_saving_per_krone for standing in standings]
    met = [standing.estimates.probability_booked_met for standing in standings]
    say = findings.say
    return aligned(
        [
            [f"{findings.period}, {unit}", *(standing.id for standing in standings)],
            money(say(words.OUTLAY_MEAN), [item.outlay_period.mean for item in standings]),
            money(
                say(words.SAVING_MEAN), [item.portfolio.saving_period.mean for item in standings]
            ),
            money(
                say(words.SAFE_SAVING, confidence=confidence),
                [item.estimates.safe_saving.value for item in standings],
            ),
            row(say(words.PER_KRONE_SAFE), [None if r is None else r.value for r in ratios], 2),
            row(
                f"  {say(words.STANDARD_ERROR)}",
                [None if ratio is None else ratio.standard_error for ratio in ratios],
                4,
            ),
            *_more_than(findings),
            money(
                say(words.BOOKED),
                [item.booked_period for item in standings],
            ),
            [
                say(words.MET),
                *(words.DASH if item is None else percent(item.value, language) for item in met),
            ],
            [
                say(words.HOLDS),
                *(
                    findings.chance(item.estimates.probability_budget_holds.value)
                    for item in standings
                ),
            ],
            money(
                say(words.RESERVE, confidence=confidence),
                [item.estimates.reserve.value for item in standings],
            ),
            money(say(words.NPV_MEAN), [item.portfolio.npv.mean for item in standings]),
        ]
    )


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
