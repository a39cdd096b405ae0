"""What a choice has before anything is simulated: pools, payback by the plan, hopeless cases."""

from collections.abc import Sequence

import numpy as np

from innobudget.domain.checks.choosing import choosable
from innobudget.domain.choosing import Choosing, Objective
from innobudget.domain.scenario import Language, Scenario
from innobudget.engine.choosing.rules import Portfolios, Rules, pool_uses, rules_of
from innobudget.engine.plan import InvestmentPlan, payback, planned_net
from innobudget.messages import said
from innobudget.report.layout_text import aligned
from innobudget.report.voice import span
from innobudget.report.words import choice as words
from innobudget.report.words.numbers import THOUSAND, number, percent

ALONE = ("pool", "group", "excludes")
"""Rules that a case can break by itself; what it requires may come with it."""


def choice_lines(
    scenario: Scenario, plans: Sequence[InvestmentPlan], language: Language
) -> list[str]:
    """Say what each case takes of the pools, when it is paid back, and what it breaks alone."""
    if scenario.choice is None:
        return []
    titles = {item.id: item.title for item in scenario.enabled}
    lines = [words.CHECKED(language, objective=objective_text(scenario, language))]
    lines += aligned([_heading(scenario, language), *_rows(scenario, plans, language)])
    rules = rules_of(scenario, choosable(scenario, scenario.choice), frozenset())
    empty = np.zeros(len(rules.ids), np.uint8)
    decided = _broken(rules, empty, language)
    if decided:
        lines.append(f"  {words.DECIDED(language, rules=decided)}")
    for place, name in enumerate(rules.ids):
        alone = empty.copy()
        alone[place] = 1
        told = _broken(rules, alone, language)
        if told and told != decided:
            lines.append(f"  {words.ALONE(language, case=titles[name], rules=told)}")
    return lines


def objective_text(
    scenario: Scenario, language: Language, objective: Objective | None = None
) -> str:
    """Say what is to be largest: what the choice says, or another objective."""
    horizon, choice = scenario.horizon, scenario.choice or Choosing()
    return words.OBJECTIVES[objective or choice.objective](
        language,
        period=span(horizon.years[: horizon.period]),
        confidence=percent(scenario.assumptions.confidence, language),
    )


def _heading(scenario: Scenario, language: Language) -> list[str]:
    pools = [
        words.POOL(language, name=use.name, amount=_thousands(use.amount, language))
        for use in pool_uses(scenario, ())
    ]
    return [f"  {words.CASE(language)}", *pools, words.PLAN_PAYBACK(language)]


def _rows(
    scenario: Scenario, plans: Sequence[InvestmentPlan], language: Language
) -> list[list[str]]:
    rows = []
    for plan in plans:
        name = plan.investment.id
        used = [_thousands(use.used, language) for use in pool_uses(scenario, (name,))]
        years = payback(plan, planned_net(plan), scenario.horizon)
        back = words.NEVER(language) if years is None else str(years)
        rows.append([f"  {plan.investment.title}", *used, back])
    return rows


def _thousands(amount: float | tuple[float, ...], language: Language) -> str:
    whole = sum(amount) if isinstance(amount, tuple) else amount
    return number(whole / THOUSAND, language)


def _broken(rules: Rules, portfolio: Portfolios, language: Language) -> str:
    told = dict.fromkeys(
        said(rule.told, language) for rule, _ in rules.broken(portfolio) if rule.kind in ALONE
    )
    return "; ".join(told)
