"""A scenario before it is simulated: lines, plan against booking, the hand calculation."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np

from innobudget.domain.budget import HALF_AN_ORE, BudgetLine
from innobudget.domain.investment import Effect, Investment
from innobudget.domain.overlaps import LineShare, line_shares
from innobudget.domain.planned import effect_lines, outlay_account
from innobudget.domain.scenario import Language, Scenario
from innobudget.engine.chance.expectation import HandCalculation, calculate_by_hand
from innobudget.engine.flows import Array
from innobudget.engine.plan import InvestmentPlan, plan_investment
from innobudget.report.choice.check import choice_lines
from innobudget.report.layout_text import aligned, cut, plain
from innobudget.report.voice import cases_text, doubts_text, span
from innobudget.report.words import terminal as words
from innobudget.report.words.numbers import (
    THOUSAND,
    number,
    percent,
    price_basis,
    thousands,
)

SHOWN_LINES = 5
NAME_CHARACTERS = 36


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One investment, or all of them."""

    rows: list[list[str]]
    """A label and a figure per year; the first row is the heading."""
    notes: tuple[str, ...] = ()
    """Lines below the rows."""


def check_text(scenario: Scenario) -> str:
    """Say how budget and scenario were understood, and what follows by hand."""
    language = scenario.assumptions.language
    plans = [plan_investment(scenario, investment) for investment in scenario.enabled]
    by_hand = [_by_hand(scenario, plan) for plan in plans]
    figures = np.array(
        [
            (plan.total.planned, plan.total.booked, own.saving)
            for plan, own in zip(plans, by_hand, strict=True)
        ]
    )
    blocks = [
        Paragraph(
            rows=_rows(scenario, plan.investment.title, found),
            notes=tuple(_notes(scenario, plan, own)),
        )
        for plan, own, found in zip(plans, by_hand, figures, strict=True)
    ]
    blocks.append(Paragraph(rows=_rows(scenario, words.TOTAL(language), figures.sum(axis=0))))
    parts = [_heading(scenario, language), *_laid_out(blocks), _overlaps(scenario, language)]
    parts.append(choice_lines(scenario, plans, language))
    parts.append([doubts_text(scenario) or words.NO_DOUBTS(language)])
    return "\n\n".join(plain(part) for part in parts if part)


def _laid_out(blocks: Sequence[Paragraph]) -> Iterator[list[str]]:
    lines = iter(aligned([row for block in blocks for row in block.rows]))
    for block in blocks:
        yield [*islice(lines, len(block.rows)), *(f"  {note}" for note in block.notes)]


def _heading(scenario: Scenario, language: Language) -> list[str]:
    assumptions, horizon, budget = scenario.assumptions, scenario.horizon, scenario.budget
    heading = words.CHECK_HEADING(
        language,
        name=assumptions.name,
        cases=cases_text(len(scenario.enabled), language),
        years=span(horizon.years),
        unit=thousands(assumptions.currency, language),
        prices=price_basis(assumptions.price_level or horizon.base_year, language),
    )
    if budget is None:
        return [heading, words.NO_BUDGET(language)]
    return [
        heading,
        words.BUDGET_READ(
            language,
            file=budget.source,
            lines=words.LINES.of(count=len(budget.lines)),
            areas=words.AREAS.of(count=len(budget.areas)),
            years=span(budget.years),
            unit=number(budget.unit, language),
        ),
    ]


def _rows(scenario: Scenario, title: str, figures: Array) -> list[list[str]]:
    language = scenario.assumptions.language
    labels = (words.PLANNED_ROW, words.BOOKED_ROW, words.BY_HAND_ROW)
    return [
        [title, *map(str, scenario.horizon.years)],
        *(
            [f"  {label(language)}", *(number(amount / THOUSAND, language) for amount in amounts)]
            for label, amounts in zip(labels, figures, strict=True)
        ),
    ]


def _notes(scenario: Scenario, plan: InvestmentPlan, by_hand: HandCalculation) -> Iterator[str]:
    language, investment = scenario.assumptions.language, plan.investment
    yield words.BY_HAND(
        language,
        success=percent(by_hand.success, language),
        factor=number(by_hand.factor, language, 2),
        lag=" / ".join(percent(share, language) for share in by_hand.lag),
    )
    yield from dict.fromkeys(_falls_on(scenario, own, language) for own in investment.effects)
    yield from dict.fromkeys(_stands_on(scenario, investment, language))
    yield from _grants(scenario, investment, language)
    yield from _more_booked(scenario, plan, language)


def _falls_on(scenario: Scenario, effect: Effect, language: Language) -> str:
    """Say which lines an effect falls on, which of them are income, and which it leaves out."""
    budget = scenario.budget
    lines = effect_lines(budget, effect)
    if budget is None or not lines:
        return words.FALLS_ON_NONE(language)
    told = words.FALLS_ON(language, lines=_names(lines, language))
    named = budget.select(line=effect.line, area=effect.area, kind=effect.kind)
    if len(named) > len(lines):
        left = tuple(line for line in named if line not in lines)
        told += words.NOT_ON(language, lines=_names(left, language))
    return told


def _names(lines: Iterable[BudgetLine], language: Language) -> str:
    return "; ".join(
        dict.fromkeys(
            f"{line.id} {cut(line.name, NAME_CHARACTERS)}".strip()
            + (words.OF_INCOME(language) if line.is_income else "")
            for line in lines
        )
    )


def _stands_on(scenario: Scenario, investment: Investment, language: Language) -> Iterator[str]:
    """Say which lines outlay and disruption stand on, where the scenario names any."""
    for stage in investment.stages:
        if stage.outlay_line is not None:
            lines = [
                account.line
                for kind, outlay in stage.outlays.items()
                if outlay or (kind == "operating" and stage.disruption)
                if (account := outlay_account(scenario, investment, stage, kind)).line is not None
            ]
            if lines:
                yield words.STANDS_ON(language, lines=_names(lines, language))


def _grants(scenario: Scenario, investment: Investment, language: Language) -> Iterator[str]:
    given = {
        year: sum(stage.grant.get(year, 0.0) for stage in investment.stages)
        for year in scenario.horizon.years
    }
    amounts = [
        f"{year} {number(amount / THOUSAND, language)}" for year, amount in given.items() if amount
    ]
    if amounts:
        yield words.GRANTS(language, amounts="; ".join(amounts))


def _more_booked(scenario: Scenario, plan: InvestmentPlan, language: Language) -> Iterator[str]:
    flows = plan.total
    years = [
        str(year)
        for year, planned, booked in zip(
            scenario.horizon.years, flows.planned, flows.booked, strict=True
        )
        if booked > planned + HALF_AN_ORE
    ]
    if years:
        yield words.MORE_BOOKED(language, years=", ".join(years))


def _by_hand(scenario: Scenario, plan: InvestmentPlan) -> HandCalculation:
    """Calculate by hand, before any fact: what facts leave open is beyond a pocket calculator."""
    if not plan.investment.facts:
        return calculate_by_hand(plan)
    return calculate_by_hand(plan_investment(scenario, replace(plan.investment, facts=())))


def _overlaps(scenario: Scenario, language: Language) -> list[str]:
    taken = sorted(line_shares(scenario), key=lambda item: item.share, reverse=True)
    if not taken:
        return []
    return [
        words.TAKEN(language),
        *(f"  {_taken(item, scenario, language)}" for item in taken[:SHOWN_LINES]),
    ]


def _taken(item: LineShare, scenario: Scenario, language: Language) -> str:
    titles = {investment.id: investment.title for investment in scenario.investments}
    return words.TAKEN_LINE(
        language,
        line=item.line.id,
        name=cut(item.line.name, NAME_CHARACTERS),
        share=percent(item.share, language),
        year=item.year,
        investments=", ".join(titles[name] for name in item.investments),
    )
