"""Faults of effects: what they save, and the budget lines that it falls on."""

import re
from collections.abc import Iterable, Iterator, Sequence
from math import fsum

from innobudget.domain.budget import Budget, BudgetLine
from innobudget.domain.checks.places import Keys
from innobudget.domain.investment import Effect
from innobudget.domain.planned import effect_lines
from innobudget.domain.scenario import Scenario
from innobudget.errors import Problem, nearest
from innobudget.messages import Text, listed, say, write

SHOWN = 3
NOT_OF_CODES = re.compile(r"[^\w*]+")
"""Whatever people put between the parts of a code."""
SIDES = {"expenditure": say("expenditure"), "income": say("income")}


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
            found=(say("amount and share") if both else say("neither amount nor share")),
            expected=say("one of amount = … and share = …"),
            remedy=say("keep one of them")
            if both
            else say("write amount = …, the full-year saving"),
        )
    if effect.line is not None and effect.area is not None:
        yield Problem(
            code="line-and-area",
            path=(*keys, "area"),
            found=say('line = "{line}" and area = "{area}"', line=effect.line, area=effect.area),
            expected=say("a line or an area"),
            remedy=say("keep one of them"),
        )
    if effect.share is not None and effect.line is effect.area is effect.kind is None:
        yield Problem(
            code="share-of-nothing",
            path=keys,
            found=say("share = {share:g} of no budget line", share=effect.share),
            expected=say("a line, an area or a kind that the share is taken of"),
            remedy=say("add line = …, or write the saving as an amount"),
        )
    if effect.side != "expenditure" and effect.line is effect.area is effect.kind is None:
        yield Problem(
            code="side-of-nothing",
            path=(*keys, "side"),
            found=say('side = "{side}" of no budget line', side=effect.side),
            expected=say("a line, an area or a kind that has income"),
            remedy=say("add line = … or area = …, whose side is meant"),
        )
    if effect.refund and effect.beneficiary != "municipality":
        yield Problem(
            code="refund-of-others",
            path=(*keys, "refund"),
            found=say(
                'refund = {refund:g} with beneficiary = "{beneficiary}"',
                refund=effect.refund,
                beneficiary=effect.beneficiary,
            ),
            expected=say("a refund of the municipality's own expenditure"),
            remedy=say("keep one of the two"),
        )


def listed_lines(lines: Sequence[BudgetLine]) -> Text:
    """Name the first of some lines by code and name, and count the others."""
    return listed([f"{line.id} {line.name}".strip() for line in lines], SHOWN)


def _without_budget(effect: Effect, name: str, keys: Keys) -> Problem:
    return Problem(
        code="line-without-budget",
        path=(*keys, name),
        found=say('{name} = "{effect}", and no [budget]', name=name, effect=getattr(effect, name)),
        expected=say("a [budget] whose file has that {name}", name=name),
        remedy=say("add [budget] with file = …: without a budget, savings are amounts alone"),
    )


def _no_such_line(effect: Effect, budget: Budget, keys: Keys) -> Problem:
    """Say which of line, area and kind matches nothing, and what the budget has instead."""
    if effect.line is not None and not budget.select(line=effect.line):
        return unmatched(effect.line, [line.id for line in budget.lines], (*keys, "line"), budget)
    if effect.area is not None and not budget.select(area=effect.area):
        return unmatched(effect.area, budget.areas, (*keys, "area"), budget)
    lines = budget.select(line=effect.line, area=effect.area) or budget.lines
    kinds = list(dict.fromkeys(line.kind for line in lines))
    everywhere = effect.line is effect.area is None
    return Problem(
        code="no-such-line",
        path=(*keys, "kind"),
        found=say('kind = "{kind}"', kind=effect.kind),
        expected=say("a kind of the budget: {kinds}", kinds=kinds)
        if everywhere
        else say("a kind of these lines: {kinds}", kinds=kinds),
        remedy=write(f'kind = "{kinds[0]}"') if len(kinds) == 1 else say("write one of these"),
    )


def _other_side(effect: Effect, budget: Budget, keys: Keys) -> Problem:
    """Say that an effect leaves no line, as all are of the side that it does not touch."""
    lines = budget.select(line=effect.line, area=effect.area, kind=effect.kind)
    spent = effect.side == "expenditure"
    return Problem(
        code="no-line-of-side",
        path=keys if spent else (*keys, "side"),
        found=say("only lines of income: {lines}", lines=listed_lines(lines))
        if spent
        else say("only lines of expenditure: {lines}", lines=listed_lines(lines)),
        expected=say(
            "a line of expenditure, the side that the effect touches "
            '(side = "expenditure" where none is written)'
        )
        if spent
        else say('a line of income, the side that the effect touches (side = "income")'),
        remedy=say('write side = "income", if it is income that changes')
        if spent
        else say('write side = "expenditure", if it is expenditure that changes'),
    )


def unmatched(word: str, known: Iterable[str], keys: Keys, budget: Budget) -> Problem:
    """Say that a pattern or a name fits nothing in the budget, and what it has instead."""
    names = list(dict.fromkeys(known))
    what = str(keys[-1])
    near, wanted = nearest(word, names), wanted_lines(budget, what, word)
    some = listed([*dict.fromkeys([*([near] if near else []), *names])], SHOWN)
    return Problem(
        code="no-such-line",
        path=keys,
        found=say(
            '{what} = "{word}", which fits nothing in {file}',
            what=what,
            word=word,
            file=budget.source or say("the budget"),
        ),
        expected=say("one of its areas: {names}", names=some)
        if what == "area"
        else say("one of its lines: {names}", names=some),
        remedy=write(wanted)
        if wanted
        else say("choose an area of the budget")
        if what == "area"
        else say("choose a line of the budget"),
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
            found=say(
                "share = {share:g}, which is {saving:,.0f} in {below}",
                share=effect.share,
                saving=saving[below[0]],
                below=below[0],
            ),
            expected=say("a saving of at least 0: spending that falls, or income that rises"),
            remedy=say("turn the sign of share; a running cost is written as an amount below 0"),
        )


def _missing_amount(line: BudgetLine, gaps: list[int], keys: Keys) -> Problem:
    at = say(" ({place})", place=line.place) if line.place else ""
    return Problem(
        code="missing-amount",
        path=keys,
        found=say(
            "no amount in {gaps} for line {id} {name}{at}",
            gaps=[*gaps],
            id=line.id,
            name=line.name,
            at=at,
        ),
        expected=say("an amount for every year, 0 where it is none, under each effect"),
        remedy=say("fill the cell in the budget file, or name another line"),
    )


def wanted_lines(budget: Budget, key: str, word: str) -> str:
    """Return `key = "…"` as it is likely meant: a pattern, a code, an area; empty: no idea.

    Parameters
    ----------
    budget
        Whose lines are meant.
    key
        What is written: `area`, or one that takes a line.
    word
        Its value, which fits nothing.

    """
    of_lines = "line" if key == "area" else key
    pattern = _pattern(budget, word)
    if pattern:
        return f'{of_lines} = "{pattern}"'
    names = {line.name: line.id for line in budget.lines if line.name}
    codes = [line.id for line in budget.lines]
    if key == "area":
        area, line = nearest(word, budget.areas), nearest(word, names)
        found = ("area", area) if area else ("line", names[line] if line else None)
    else:
        exact = next((area for area in budget.areas if area.casefold() == word.casefold()), None)
        line = nearest(word, names)
        code = names[line] if line else nearest(word, codes)
        found = ("area", exact) if exact and key == "line" else (key, code)
    return f'{found[0]} = "{found[1]}"' if found[1] else ""


def _pattern(budget: Budget, word: str) -> str | None:
    """Return a code or a pattern of it that fits lines: `5.30` is `5.30.*` where lines go on."""
    code = NOT_OF_CODES.sub(".", word.replace("*", "")).strip(".")
    forms = (code, f"{code}.*", f"*.{code}", f"*.{code}.*") if code else ()
    return next((form for form in forms if budget.select(line=form)), None)
