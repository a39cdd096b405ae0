"""Faults of effects: what they save, and the budget lines that it falls on."""

from collections.abc import Iterable, Iterator
from math import fsum

from innobudget.domain.budget import Budget, BudgetLine
from innobudget.domain.checks.places import Keys
from innobudget.domain.checks.wanted_lines import wanted_lines
from innobudget.domain.investment import Effect
from innobudget.domain.planned import effect_lines
from innobudget.domain.scenario import Scenario
from innobudget.errors import Problem, nearest

SHOWN = 3


def check_effects(scenario: Scenario) -> Iterator[Problem]:
    """Yield every fault of every effect."""
    for keys, effect in numbered_effects(scenario):
        yield from _alone(effect, keys)
        budget = scenario.budget
        named = [name for name in ("line", "area", "kind") if getattr(effect, name) is not None]
        if budget is None:
            yield from (_without_budget(effect, name, keys) for name in named)
        elif named and not (effect.line is not None and effect.area is not None):
            if effect_lines(budget, effect):
                yield from _amounts(effect, keys, budget=budget, years=scenario.horizon.years)
            elif budget.select(line=effect.line, area=effect.area, kind=effect.kind):
                yield _other_side(effect, budget, keys)
            else:
                yield _no_such_line(effect, budget, keys)


def numbered_effects(scenario: Scenario) -> Iterator[tuple[Keys, Effect]]:
    """Yield every effect with its path."""
    for number, investment in enumerate(scenario.investments):
        for position, effect in enumerate(investment.effects):
            yield ("investment", number, "effect", position), effect


def _alone(effect: Effect, keys: Keys) -> Iterator[Problem]:
    """Find what is wrong with an effect whatever the budget."""
    both = effect.amount is not None
    if both == (effect.share is not None):
        yield Problem(
            code="amount-or-share",
            path=(*keys, "share") if both else keys,
            found="amount and share" if both else "neither amount nor share",
            expected="one of amount = … and share = …",
            remedy="keep one of them" if both else "write amount = …, the full-year saving",
        )
    if effect.line is not None and effect.area is not None:
        yield Problem(
            code="line-and-area",
            path=(*keys, "area"),
            found=f'line = "{effect.line}" and area = "{effect.area}"',
            expected="a line or an area",
            remedy="keep one of them",
        )
    if effect.share is not None and effect.line is effect.area is effect.kind is None:
        yield Problem(
            code="share-of-nothing",
            path=keys,
            found=f"share = {effect.share:g} of no budget line",
            expected="a line, an area or a kind that the share is taken of",
            remedy="add line = …, or write the saving as an amount",
        )
    if effect.side != "expenditure" and effect.line is effect.area is effect.kind is None:
        yield Problem(
            code="side-of-nothing",
            path=(*keys, "side"),
            found=f'side = "{effect.side}" of no budget line',
            expected="a line, an area or a kind that has income",
            remedy="add line = … or area = …, whose side is meant",
        )
    if effect.refund and effect.beneficiary != "municipality":
        yield Problem(
            code="refund-of-others",
            path=(*keys, "refund"),
            found=f'refund = {effect.refund:g} with beneficiary = "{effect.beneficiary}"',
            expected="a refund of the municipality's own expenditure",
            remedy="keep one of the two",
        )


def _without_budget(effect: Effect, name: str, keys: Keys) -> Problem:
    return Problem(
        code="line-without-budget",
        path=(*keys, name),
        found=f'{name} = "{getattr(effect, name)}", and no [budget]',
        expected=f"a [budget] whose file has that {name}",
        remedy="add [budget] with file = …: without a budget, savings are amounts alone",
    )


def _no_such_line(effect: Effect, budget: Budget, keys: Keys) -> Problem:
    """Say which of line, area and kind matches nothing, and what the budget has instead."""
    if effect.line is not None and not budget.select(line=effect.line):
        return unmatched(effect.line, [line.id for line in budget.lines], (*keys, "line"), budget)
    if effect.area is not None and not budget.select(area=effect.area):
        return unmatched(effect.area, budget.areas, (*keys, "area"), budget)
    lines = budget.select(line=effect.line, area=effect.area) or budget.lines
    kinds = list(dict.fromkeys(line.kind for line in lines))
    whose = "the budget" if effect.line is effect.area is None else "these lines"
    return Problem(
        code="no-such-line",
        path=(*keys, "kind"),
        found=f'kind = "{effect.kind}"',
        expected=f"a kind of {whose}: {', '.join(kinds)}",
        remedy=f'write kind = "{kinds[0]}"' if len(kinds) == 1 else "write one of these",
    )


def _other_side(effect: Effect, budget: Budget, keys: Keys) -> Problem:
    """Say that an effect leaves no line, as all are of the side that it does not touch."""
    lines = budget.select(line=effect.line, area=effect.area, kind=effect.kind)
    other = "income" if effect.side == "expenditure" else "expenditure"
    shown = ", ".join(f"{line.id} {line.name}".strip() for line in lines[:SHOWN])
    rest = len(lines) - SHOWN
    return Problem(
        code="no-line-of-side",
        path=keys if effect.side == "expenditure" else (*keys, "side"),
        found=f"only lines of {other}: {shown}{f' and {rest} more' if rest > 0 else ''}",
        expected=f'a line of {effect.side}, the side that the effect touches (side = "'
        f'{effect.side}"{" where none is written" if effect.side == "expenditure" else ""})',
        remedy='write side = "income", if it is income that changes'
        if other == "income"
        else 'write side = "expenditure", if it is expenditure that changes',
    )


def unmatched(word: str, known: Iterable[str], keys: Keys, budget: Budget) -> Problem:
    """Say that a pattern or a name fits nothing in the budget, and what it has instead."""
    names = list(dict.fromkeys(known))
    what = str(keys[-1])
    whose = "line" if what == "outlay_line" else what
    near, wanted = nearest(word, names), wanted_lines(budget, what, word)
    some = [*dict.fromkeys([*([near] if near else []), *names])][:SHOWN]
    rest = len(names) - len(some)
    return Problem(
        code="no-such-line",
        path=keys,
        found=f'{what} = "{word}", which fits nothing in {budget.source or "the budget"}',
        expected=f"one of its {whose}s: {', '.join(some)}{f' and {rest} more' if rest else ''}",
        remedy=f"write {wanted}" if wanted else f"choose a {whose} of the budget",
    )


def _amounts(
    effect: Effect, keys: Keys, *, budget: Budget, years: tuple[int, ...]
) -> Iterator[Problem]:
    """Find missing cells under an effect, and a share that would be a cost."""
    lines = effect_lines(budget, effect)
    known = {*budget.years, *range(budget.years[-1], years[-1] + 1)}
    incomplete = False
    for line in lines:
        gaps = [year for year in years if year in known and budget.amount(line, year) is None]
        if gaps:
            incomplete = True
            yield _missing_amount(line, gaps, keys)
    if effect.share is None or incomplete:
        return
    saving = {
        year: effect.share * fsum(budget.amount(line, year) or 0.0 for line in lines)
        for year in years
    }
    below = [year for year in years if saving[year] < 0]
    if below:
        yield Problem(
            code="share-below-zero",
            path=(*keys, "share"),
            found=f"share = {effect.share:g}, which is {saving[below[0]]:,.0f} in {below[0]}",
            expected="a saving of at least 0: spending that falls, or income that rises",
            remedy="turn the sign of share; a running cost is written as an amount below 0",
        )


def _missing_amount(line: BudgetLine, gaps: list[int], keys: Keys) -> Problem:
    at = f" ({line.place})" if line.place else ""
    return Problem(
        code="missing-amount",
        path=keys,
        found=f"no amount in {', '.join(map(str, gaps))} for line {line.id} {line.name}{at}",
        expected="an amount for every year, 0 where it is none, under each effect",
        remedy="fill the cell in the budget file, or name another line",
    )
