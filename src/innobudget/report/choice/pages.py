"""The sheets of a choice: Choice with its switches, and the simulations that they add up."""

from collections.abc import Iterator
from itertools import starmap
from pathlib import Path

import numpy as np

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.choosing import PoolUse
from innobudget.engine.choosing.rules import pool_uses
from innobudget.report.choice.booking_pages import (
    about_page,
    booking_page,
    frontier_page,
    knowledge_page,
)
from innobudget.report.choice.edition import FIRST_CASE_COLUMN, ChoiceEdition
from innobudget.report.tables import Cell, Figure, Page, Role, Row, amount, heading, text
from innobudget.report.words import choice as words
from innobudget.report.words import choice_sheets as sheets
from innobudget.report.words import labels
from innobudget.report.workbook.edition import Entry
from innobudget.report.workbook.references import letters
from innobudget.report.workbook.writing import write_pages

FIRST_POOL_COLUMN = 10
"""Of the sheet Choice: after switch, outlay, saving, NPV, both paybacks and what is broken."""
SMALLEST = HALF_AN_ORE / 1000
"""Half an øre. [thousands of the currency]"""


def choice_page(edition: ChoiceEdition) -> Page:
    """Lay out every case with a switch, and what the switches add up to."""
    pools = list(_pools(edition))
    named = (
        (edition.say(sheets.SWITCH), Figure.COUNT),
        (edition.say(words.OUTLAY), Figure.AMOUNT),
        (edition.say(sheets.MEAN_SAVING, period=edition.period), Figure.AMOUNT),
        (edition.say(sheets.NPV), Figure.AMOUNT),
        (edition.say(words.PAYBACK_YEARS), Figure.COUNT),
        (edition.say(words.PLAN_PAYBACK), Figure.COUNT),
        (edition.say(sheets.BREAKS), Figure.TEXT),
        *((name, Figure.AMOUNT) for name, _, _ in pools),
    )
    rows = (_case(edition, number, pools) for number in range(len(edition.cases)))
    headings = edition.headings(words.CLASS, starmap(heading, named))
    first = next(edition.teller.whatever_happens(), edition.say(words.BEST_NONE))
    return Page(
        key="choice",
        name=edition.say(sheets.NAMES["choice"]),
        message=first,
        notes=(edition.say(sheets.CHOICE_PURPOSE, count=edition.count), edition.units),
        widths=(46, 12, 18, 14, 22, 14, 18, 18, 18, 40, *[16] * len(pools)),
        tables=(
            edition.table(sheets.SWITCHED, (*_sums(edition), *_used(edition, pools))),
            edition.table(sheets.CASES, rows, headings=headings),
        ),
    )


Pooled = tuple[str, np.ndarray, float]
"""A pool, or one of its years: its name, what each case takes, what there is. [currency]"""


def _pools(edition: ChoiceEdition) -> Iterator[Pooled]:
    scenario = edition.chosen.scenario
    each: list[tuple[PoolUse, ...]] = [pool_uses(scenario, (case.id,)) for case in edition.cases]
    for number, pool in enumerate(pool_uses(scenario, ())):
        own = [uses[number].used for uses in each]
        if not isinstance(pool.amount, tuple):
            yield pool.name, np.array(own, float), pool.amount
            continue
        taken = np.array(own, float)
        for place, year in enumerate(scenario.horizon.years):
            if taken[:, place].any() or pool.amount[place]:
                name = edition.say(sheets.POOL_IN, name=pool.name, year=year)
                yield name, taken[:, place], pool.amount[place]


def _sums(edition: ChoiceEdition) -> Iterator[Row]:
    """Yield what the switches add up to."""
    on = edition.switches
    switch = edition.all_cases("value")
    added = {
        "E": (edition.say(words.OUTLAY), [case.outlay for case in edition.cases]),
        "F": (
            edition.say(sheets.MEAN_SAVING, period=edition.period),
            [case.saving for case in edition.cases],
        ),
        "G": (edition.say(sheets.NPV), [case.npv for case in edition.cases]),
    }
    for column, (label, values) in added.items():
        formula = f"SUMPRODUCT({switch},{edition.all_cases(column)})"
        value = amount(float(on @ np.array(values)), Role.CALCULATED, formula)
        yield edition.line(f"choice.sum{column}", Entry(label), (value,))
    confidence = edition.chosen.scenario.assumptions.confidence
    saving, kept = on @ edition.sample.saving, on @ edition.sample.kept
    last = f"trials.{edition.count}"
    safe = f"PERCENTILE([trials.1..{last}@D],1-[choice.confidence@value])"
    sampled = {"period": edition.period, "count": edition.count}
    told = Entry(edition.say(sheets.SAFE_SAVING, **sampled))
    reached = float(np.quantile(saving, 1 - confidence))
    yield edition.line("choice.safe", told, (amount(reached, Role.CALCULATED, safe),))
    holds = f'COUNTIF([trials.1..{last}@E],">=-{SMALLEST:f}")/{edition.count}'
    share = float(np.mean(kept >= -HALF_AN_ORE))
    cell = Cell(value=share, figure=Figure.SHARE, role=Role.CALCULATED, formula=holds)
    told = Entry(edition.say(sheets.HOLDS, **sampled), unit="")
    yield edition.line("choice.holds", told, (cell,))
    given = Cell(value=confidence, figure=Figure.SHARE, role=Role.GIVEN)
    yield edition.line("choice.confidence", Entry(labels.CONFIDENCE, unit=""), (given,))


def _used(edition: ChoiceEdition, pools: list[Pooled]) -> Iterator[Row]:
    """Yield what the switches take of each pool, what there is, and whether that is enough."""
    within, exceeded = edition.say(sheets.WITHIN), edition.say(sheets.EXCEEDED)
    for number, (name, taken, there) in enumerate(pools):
        column = letters(FIRST_POOL_COLUMN + number)
        formula = f"SUMPRODUCT({edition.all_cases('value')},{edition.all_cases(column)})"
        used = float(edition.switches @ taken)
        verdict = Cell(
            value=within if used <= there + HALF_AN_ORE else exceeded,
            role=Role.CHECK,
            formula=f'IF([own@D]<=[own@E]+{SMALLEST:f},"{within}","{exceeded}")',
            good=within,
        )
        told = Entry(edition.say(sheets.POOL_USED, name=name))
        amounts = (amount(used, Role.CALCULATED, formula), amount(there, Role.GIVEN))
        yield edition.line(f"choice.pool{number + 1}", told, (*amounts, verdict))


def _case(edition: ChoiceEdition, number: int, pools: list[Pooled]) -> Row:
    case, teller = edition.cases[number], edition.teller
    broken = [teller.rule(rule) for rule, kept in case.criteria.items() if not kept]
    keeps = edition.say(sheets.KEEPS)
    switch = Cell(
        value=int(edition.switches[number]),
        figure=Figure.COUNT,
        role=Role.INPUT,
        limits=(0, 1),
        choices=(0, 1),
    )
    cells = (
        switch,
        amount(case.outlay, Role.GIVEN),
        amount(case.saving),
        amount(case.npv),
        *(_years(edition, years) for years in (case.payback, case.plan_payback)),
        Cell(value=", ".join(broken) or keeps, role=Role.CHECK, good=keeps),
        *(amount(float(taken[number]), Role.GIVEN) for _, taken, _ in pools),
    )
    entry = Entry(
        edition.titles[case.id], detail=words.STANDINGS[case.standing], unit=sheets.YES_NO
    )
    return edition.line(edition.case_key(number), entry, cells)


def _years(edition: ChoiceEdition, years: int | None) -> Cell:
    value = edition.say(words.NEVER) if years is None else years
    return Cell(value=value, figure=Figure.COUNT, role=Role.SIMULATED)


def trials_page(edition: ChoiceEdition) -> Page:
    """Lay out what each case does in every sampled trial, and what is switched on of it."""
    titles = [edition.titles[case.id] for case in edition.cases]
    measures = (edition.say(sheets.SAVED), edition.say(sheets.KEPT))
    names = [
        edition.say(sheets.OF_CASE, measure=measure, case=title)
        for measure in measures
        for title in titles
    ]
    heads = [edition.say(sheets.TRIAL), "", ""]
    switches = [
        Cell(
            value=int(edition.switches[number % len(titles)]),
            figure=Figure.COUNT,
            role=Role.CALCULATED,
            formula=f"[{edition.case_key(number % len(titles))}@value]",
        )
        for number in range(2 * len(titles))
    ]
    first = (text(edition.say(sheets.SWITCH)), *[None] * (FIRST_CASE_COLUMN - 1))
    return Page(
        key="trials",
        name=edition.say(sheets.NAMES["trials"]),
        notes=(edition.say(sheets.TRIALS_PURPOSE), edition.units),
        above=(Row(key="trials.switch", cells=(*first, *switches)),),
        headings=(
            *map(heading, heads),
            *(heading(name, Figure.AMOUNT) for name in (*measures, *names)),
        ),
        widths=(14, 4, 4, 14, 14, *[16] * len(names)),
        tables=(edition.table("", _trials(edition)),),
    )


def _trials(edition: ChoiceEdition) -> Iterator[Row]:
    saving, kept = edition.sample.saving, edition.sample.kept
    sums = (edition.switches @ saving, edition.switches @ kept)
    formulas = [
        f"SUMPRODUCT([trials.switch@{columns}],[own@{columns}])"
        for columns in (edition.columns(kept=False), edition.columns(kept=True))
    ]
    for number in range(edition.count):
        added = (
            amount(float(values[number]), Role.CALCULATED, formula)
            for values, formula in zip(sums, formulas, strict=True)
        )
        own = (*saving[:, number].tolist(), *kept[:, number].tolist())
        yield Row(
            key=f"trials.{number + 1}",
            cells=(
                Cell(value=number + 1, figure=Figure.COUNT, role=Role.SIMULATED),
                None,
                None,
                *added,
                *map(amount, own),
            ),
        )


PAGES = (choice_page, booking_page, frontier_page, knowledge_page, trials_page, about_page)
"""In reading order."""


def write_workbook(edition: ChoiceEdition, path: Path) -> None:
    """Write the workbook of a choice, the file anew."""
    write_pages(
        tuple(page(edition) for page in PAGES),
        path,
        horizon=edition.chosen.scenario.horizon,
        made=edition.made,
        language=edition.language,
    )
