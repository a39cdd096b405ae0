"""Faults of size: values that no scenario means, most of them slips of unit or per cent."""

from collections.abc import Iterator, Mapping
from math import fsum

from innobudget.domain.budget import HALF_AN_ORE, Budget
from innobudget.domain.checks.places import Keys
from innobudget.domain.checks.values import as_written
from innobudget.domain.facts import AMOUNT_KEYS
from innobudget.domain.investment import STAGE_TABLES, Effect, Investment
from innobudget.domain.magnitudes import largest, low_end, rewritten, typical
from innobudget.domain.planned import booked_saving, effect_lines, ramp_at
from innobudget.domain.scenario import PERIOD_YEARS, Scenario
from innobudget.errors import Problem
from innobudget.messages import Text, counted, in_full, say

LARGEST_AMOUNT = 1e15
"""More than all the world's money in kroner; sums of such amounts are still exact to an øre
per million. [currency]"""
LARGEST_IN_FULL = 1e18
LARGEST_FACTOR = 10.0
"""On average, whatever is multiplied."""
LARGEST_NUMBER = 1e6
"""In a distribution of a factor or a delay; beyond it nothing can be computed soundly."""
LOWEST_COST = -1.0
"""A project may bring money in instead of costing it, but not more than it was to cost."""
OF_INDICATOR = "value"
"""What a fact has seen of an indicator."""
LEVELS = ("baseline", "target")
"""Of quality, in units of their own."""
COSTS = ("cost_factor", "disruption_factor")
FACTORS = (*COSTS, "benefit_factor", "failure_factor")


def check_sizes(scenario: Scenario) -> Iterator[Problem]:
    """Yield every value that is too large or too small to be meant, and every empty case."""
    yield from _lines(scenario)
    ids = [investment.id for investment in scenario.investments]
    for number, investment in enumerate(scenario.investments):
        keys = ("investment", number)
        yield from _amounts(investment, keys)
        yield from _factors(investment, keys)
        yield from _delay(investment, keys, scenario.horizon.length)
        if investment.enabled:
            yield from _empty(investment, keys) if ids.index(ids[number]) == number else ()
            yield from _more_than_all(scenario, investment, keys)


def _lines(scenario: Scenario) -> Iterator[Problem]:
    budget = scenario.budget
    if budget is None:
        return
    years = (*budget.years, scenario.horizon.last_year)
    large = [
        (line, year, amount)
        for line in budget.lines
        for amount, year in [max(((budget.amount(line, y) or 0.0, y) for y in years), key=_size)]
        if abs(amount) > LARGEST_AMOUNT
    ]
    if large:
        line, year, amount = large[0]
        at = say(" ({place})", place=line.place) if line.place else ""
        more = (
            counted(
                "; {count} more line is like it", "; {count} more lines are like it", len(large) - 1
            )
            if len(large) > 1
            else ""
        )
        yield Problem(
            code="amount-too-large",
            path=("budget",),
            found=say(
                "{amount} for {line} {name}{at} in {year}{more}",
                amount=_in_full(amount),
                line=line.id,
                name=line.name,
                at=at,
                year=year,
                more=more,
            ),
            expected=say("an amount of at most {most}", most=_in_full(LARGEST_AMOUNT)),
            remedy=say("correct the cell, or unit, growth or price_index in [budget]"),
        )


def _size(found: tuple[float, int]) -> float:
    return abs(found[0])


def _amounts(investment: Investment, keys: Keys) -> Iterator[Problem]:
    for path, amount in _written(investment, keys):
        if abs(amount) > LARGEST_AMOUNT:
            of_quality = path[-1] in {*LEVELS, OF_INDICATOR}
            yield Problem(
                code="amount-too-large",
                path=path,
                found=_in_full(amount)
                if of_quality
                else say("{amount}, after the unit of the scenario", amount=_in_full(amount)),
                expected=say("an amount of at most {most}", most=_in_full(LARGEST_AMOUNT)),
                remedy=say("correct it")
                if of_quality
                else say("correct it, or unit in [scenario]"),
            )


def _in_full(amount: float) -> Text:
    in_full = abs(amount) < LARGEST_IN_FULL
    return say("{amount:,.0f}" if in_full else "{amount:.3g}", amount=amount)


def _written(investment: Investment, keys: Keys) -> Iterator[tuple[Keys, float]]:
    """Yield every amount and every level of quality of an investment with its path."""
    tables: dict[Keys, Mapping[int, float]] = {
        (*keys, name): getattr(investment, name) or {}
        for name in ("booked", "rebooked", "owner_estimate")
    }
    for number, stage in enumerate(investment.stages):
        for name in STAGE_TABLES:
            tables[*keys, "stage", number, name] = getattr(stage, name)
    for path, table in tables.items():
        yield from (((*path, str(year)), amount) for year, amount in table.items())
    for number, effect in enumerate(investment.effects):
        yield (*keys, "effect", number, "amount"), effect.amount or 0.0
    for number, indicator in enumerate(investment.quality):
        for name in LEVELS:
            yield (*keys, "quality", number, name), getattr(indicator, name)
    for number, fact in enumerate(investment.facts):
        for name in (*AMOUNT_KEYS, OF_INDICATOR):
            yield (*keys, "fact", number, name), getattr(fact, name) or 0.0


def _factors(investment: Investment, keys: Keys) -> Iterator[Problem]:
    for name in FACTORS:
        quantity = getattr(investment, name)
        large = abs(typical(quantity)) > LARGEST_FACTOR or largest(quantity) > LARGEST_NUMBER
        if large:
            yield Problem(
                code="factor-size",
                path=(*keys, name),
                found=f"{name} = {as_written(rewritten(quantity))}",
                expected=say(
                    "what a plan is multiplied by: 1.2 is 20 % more; on average at most {most:g}",
                    most=LARGEST_FACTOR,
                ),
                remedy=say("correct the value")
                if largest(quantity) > LARGEST_NUMBER
                else say(
                    "write {quantity}, if per cent are meant",
                    quantity=as_written(rewritten(quantity, 100)),
                ),
            )
        elif name in COSTS and (low := low_end(quantity)) < LOWEST_COST:
            yield Problem(
                code="factor-size",
                path=(*keys, name),
                found=say("{name} that goes down to {low:.3n}", name=name, low=low),
                expected=say("what an outlay is multiplied by: 1 is as planned, 0 costs nothing"),
                remedy=say("raise its lowest value, or give min"),
            )


def _delay(investment: Investment, keys: Keys, horizon: int) -> Iterator[Problem]:
    """Find delays that put the saving off beyond all years: months, or a calendar year.

    A horizon shorter than a budget period cuts off delays that are quite ordinary.
    """
    delay = investment.delay
    if typical(delay) > max(horizon, PERIOD_YEARS) or largest(delay) > LARGEST_NUMBER:
        yield Problem(
            code="delay-beyond-horizon",
            path=(*keys, "delay"),
            found=say(
                "delay = {delay}, about {years:.3n} years",
                delay=as_written(rewritten(delay)),
                years=typical(delay),
            ),
            expected=say(
                "years that the saving is late, fewer than the {horizon} that are looked at",
                horizon=horizon,
            ),
            remedy=say(
                "write {delay}, if months are meant", delay=as_written(rewritten(delay, 12))
            ),
        )


def _empty(investment: Investment, keys: Keys) -> Iterator[Problem]:
    spends = any(
        stage.outlay or stage.capital_outlay or stage.disruption for stage in investment.stages
    )
    if not (spends or investment.effects or investment.quality or investment.booked):
        yield Problem(
            code="empty-case",
            path=keys,
            found=say(
                '"{id}", which costs nothing, changes nothing and books nothing', id=investment.id
            ),
            expected=say("an outlay, an effect or a booking"),
            remedy=say("write what it costs and saves, or enabled = false until you know"),
        )


def _more_than_all(scenario: Scenario, investment: Investment, keys: Keys) -> Iterator[Problem]:
    budget = scenario.budget
    if budget is None:
        return
    for number, effect in enumerate(investment.effects):
        path = (*keys, "effect", number)
        if effect.share is not None and abs(effect.share) > 1:
            yield _of_its_lines(
                (*path, "share"),
                say("share = {share:g}, which is {share:.0%}", share=effect.share),
                say(
                    "write {share:g} for {percent:n} %",
                    share=effect.share / 100,
                    percent=effect.share,
                ),
            )
        elif effect.is_own_cash and 0 < (effect.amount or 0.0) <= LARGEST_AMOUNT:
            deducted = (
                booked_saving(scenario, investment) if scenario.booking.already_in_budget else {}
            )
            excesses = list(_excesses(scenario, budget, effect, deducted))
            if excesses:
                _, year, saving, held = max(excesses, key=lambda found: (found[0], -found[1]))
                yield _of_its_lines(
                    (*path, "amount"),
                    say(
                        "{saving} saved in {year} of lines that hold {held}",
                        saving=in_full(saving, scenario.assumptions.currency),
                        year=year,
                        held=in_full(held, scenario.assumptions.currency),
                    ),
                    say("correct the amount, the unit, or the lines that it falls on"),
                )


def _of_its_lines(path: Keys, found: str, remedy: str) -> Problem:
    return Problem(
        code="more-than-all",
        path=path,
        found=found,
        expected=say("a saving of at most 100 % of the lines that it falls on"),
        remedy=remedy,
    )


def _excesses(
    scenario: Scenario, budget: Budget, effect: Effect, deducted: Mapping[int, float]
) -> Iterator[tuple[float, int, float, float]]:
    """Yield how much more than its lines an amount takes, the year, the saving and the lines.

    Lines that hold nothing at all are left to the doubts: a new line may be about to grow.
    `deducted` is what they had before the booking was taken off.
    """
    lines = effect_lines(budget, effect)
    for year in scenario.horizon.years:
        saving = (effect.amount or 0.0) * ramp_at(effect.ramp, effect.years, year - effect.start)
        held = fsum(abs(budget.amount(line, year) or 0.0) for line in lines) if saving else 0.0
        whole = held + max(deducted.get(year, 0.0), 0.0)
        if held and saving > whole + HALF_AN_ORE:
            yield saving - whole, year, saving, held
