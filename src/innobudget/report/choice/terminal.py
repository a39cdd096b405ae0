"""A choice as the lines that a director reads first."""

from collections.abc import Iterator

from innobudget.domain.chosen import CaseDecision
from innobudget.report.choice.teller import ChoiceTeller
from innobudget.report.findings.teller import Scale, table_scale
from innobudget.report.layout_text import aligned, plain
from innobudget.report.voice import cases_text
from innobudget.report.words import choice as words
from innobudget.report.words.numbers import number

NOT_IN = "–"
"""Stands where a case is not chosen."""


def choice_summary(teller: ChoiceTeller) -> str:
    """Say which cases belong in it whatever happens, then the best, then what it means."""
    told = [
        teller.pooling(),
        teller.pilot(),
        teller.gates(),
        teller.say(words.FRESH),
    ]
    return plain(
        [
            _heading(teller),
            "",
            *teller.whatever_happens(),
            "",
            *teller.best(),
            *teller.beside(),
            *teller.limits(),
            "",
            *filter(None, told),
            "",
            *_table(teller),
            *filter(None, [teller.parts()]),
        ]
    )


def _heading(teller: ChoiceTeller) -> str:
    scenario, choice = teller.chosen.scenario, teller.chosen.choice
    return teller.say(
        words.HEADING,
        name=scenario.assumptions.name,
        cases=cases_text(len(scenario.enabled) - len(choice.always), teller.language),
        trials=number(scenario.sampled.trials, teller.language),
        seed=scenario.sampled.seed,
    )


def _table(teller: ChoiceTeller) -> list[str]:
    scenario, safe = teller.chosen.scenario, teller.chosen.safe_booking
    years = scenario.horizon.years[: scenario.horizon.period]
    sizes = [teller.chosen.choice.outlay, *(safe.by_year[: len(years)] if safe else ())]
    for case in teller.chosen.cases:
        sizes += [case.outlay, case.saving]
    scale = table_scale(sizes, teller.currency, teller.language)
    heading = [
        scale.name,
        teller.say(words.CLASS),
        teller.say(words.IS_CHOSEN),
        teller.say(words.OUTLAY),
        teller.say(words.SAVING, period=teller.period),
        teller.say(words.PAYBACK_YEARS),
        *(teller.say(words.SAFE_IN, year=year) for year in years),
    ]
    rows = [list(_row(teller, case, scale)) for case in teller.chosen.cases]
    if safe is not None:
        parts = map(scale.write, safe.by_year[: len(years)])
        outlay = scale.write(teller.chosen.choice.outlay)
        rows.append([teller.say(words.TOTAL), "", "", outlay, "", "", *parts])
    return aligned([heading, *rows])


def _row(teller: ChoiceTeller, case: CaseDecision, scale: Scale) -> Iterator[str]:
    period = teller.chosen.scenario.horizon.period
    is_in = case.id in (*teller.chosen.choice.chosen, *teller.chosen.choice.always)
    yield teller.titles[case.id]
    yield teller.say(words.STANDINGS[case.standing])
    yield teller.say(words.YES) if is_in else NOT_IN
    yield scale.write(case.outlay)
    yield scale.write(case.saving)
    yield teller.say(words.NEVER) if case.payback is None else str(case.payback)
    for place in range(period):
        yield NOT_IN if case.booking is None else scale.write(case.booking[place])
