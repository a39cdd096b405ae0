"""What does not stop a run but must be read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from innobudget.domain import metalog
from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.checks.effects import SIDES, listed_lines, numbered_effects
from innobudget.domain.checks.faults import entry_ids
from innobudget.domain.checks.places import Keys, in_words
from innobudget.domain.checks.unlikely import in_years, unlikely
from innobudget.domain.investment import STAGE_TABLES, UNCERTAIN, Effect, Investment
from innobudget.domain.planned import booked_saving, effect_lines, planned_saving
from innobudget.domain.scenario import Scenario
from innobudget.domain.stressing import NONE, stress_doubt
from innobudget.domain.uncertainty import Percentiles, lower_limit
from innobudget.errors import Problem, nearest
from innobudget.messages import linked, say, write

INFINITE_FOURTH_MOMENT = 0.25
TOLD = 3
"""Doubts of one kind that are told in full; of the others, whose they are."""


def doubts_about(scenario: Scenario) -> tuple[Problem, ...]:
    """Return every doubt about a scenario without faults, those alike as one.

    Each has its path, of several that of the first, and its place in words.
    """
    ids = entry_ids(scenario)
    return tuple(
        replace(doubt, place=in_words(doubt.path, ids))
        for doubt in _together(_doubts(scenario), ids)
    )


def _together(doubts: Iterable[Problem], ids: Mapping[Keys, str]) -> Iterator[Problem]:
    """Make one doubt of those that differ only in whose they are and what was found there."""
    alike: dict[tuple[str, str, str], list[Problem]] = defaultdict(list)
    for doubt in doubts:
        alike[doubt.code, doubt.expected, doubt.remedy].append(doubt)
    for first, *others in alike.values():
        same = [doubt for doubt in others if doubt.found == first.found]
        told = [first, *(doubt for doubt in others if doubt.found != first.found)]
        found = [first.found]
        if len(told) > 1:
            found = [linked(": ", (_whose(doubt, ids), doubt.found)) for doubt in told[:TOLD]]
        left = list(dict.fromkeys(_whose(doubt, ids) for doubt in (*same, *told[TOLD:])))
        if left:
            found.append(say("likewise {names}", names=left))
        yield replace(first, found=found[0] if len(found) == 1 else linked("; ", found))


def _whose(doubt: Problem, ids: Mapping[Keys, str]) -> str:
    return ids.get(doubt.path[:2]) or in_words(doubt.path, ids)


def _doubts(scenario: Scenario) -> Iterator[Problem]:
    yield from _rates(scenario)
    yield from _price_level(scenario)
    yield from _budget(scenario)
    for keys, effect in numbered_effects(scenario):
        yield from _effect(scenario, effect, keys)
    for number, investment in enumerate(scenario.investments):
        yield from _investment(scenario, investment, ("investment", number))
    yield from unlikely(scenario)
    if scenario.stress != NONE:
        yield stress_doubt(scenario.stress)


def _rates(scenario: Scenario) -> Iterator[Problem]:
    """Doubt rates that are likely per cent, written as if they were fractions."""
    rates = {("scenario", "discount_rate"): scenario.assumptions.discount_rate}
    if scenario.budget is not None:
        rates["budget", "growth"] = scenario.budget.growth
    for keys, rate in rates.items():
        if rate >= 1:
            yield Problem(
                code="rate-above-one",
                path=keys,
                found=say("{key} = {rate:g}, which is {rate:.0%} a year", key=keys[-1], rate=rate),
                expected=say("a fraction, such as 0.035 for 3.5 % a year"),
                remedy=say("write {share:g} for {percent:n} %", share=rate / 100, percent=rate),
            )


def _price_level(scenario: Scenario) -> Iterator[Problem]:
    level, base_year = scenario.assumptions.price_level, scenario.assumptions.base_year
    if level not in {None, base_year}:
        yield Problem(
            code="price-level",
            path=("scenario", "price_level"),
            found=say("amounts of {level} and a budget year {year}", level=level, year=base_year),
            expected=say(
                "amounts in prices of {year}; they are used as they stand", year=base_year
            ),
            remedy=say(
                "restate the amounts in prices of {year}, or accept the difference", year=base_year
            ),
        )
    stated = scenario.budget.price_level if scenario.budget is not None else None
    if stated not in {None, level or base_year}:
        yield Problem(
            code="budget-price-level",
            path=("budget", "price_index") if level is None else ("scenario", "price_level"),
            found=say(
                "a budget file that states prices of {stated}, and a scenario in prices of {level}",
                stated=stated,
                level=level or base_year,
            ),
            expected=say(
                "one price level; the scenario wins, and the file's amounts are used as they stand"
            ),
            remedy=say(
                "say in [budget] price_index what each year's amounts are to be divided by, or "
                "correct price_level"
            ),
        )


def _budget(scenario: Scenario) -> Iterator[Problem]:
    if scenario.budget is None:
        yield Problem(
            code="no-budget",
            path=("scenario",),
            found=say("no [budget]"),
            expected=say("a budget whose lines carry the savings"),
            remedy=say(
                "add [budget] with file = …: as it is, the savings are tied to no budget line"
            ),
        )


def _effect(scenario: Scenario, effect: Effect, keys: Keys) -> Iterator[Problem]:
    nowhere = effect.line is effect.area is effect.kind is None
    if scenario.budget is not None and nowhere and effect.is_own_cash:
        yield Problem(
            code="effect-without-line",
            path=keys,
            found=say("an effect that names no line or area"),
            expected=say("the budget line that the saving falls on"),
            remedy=say("add line = … or area = …: a saving that nobody's budget carries is lost"),
        )
    yield from _signs(scenario, effect, keys)
    base_year, last = scenario.horizon.base_year, scenario.horizon.last_year
    if effect.start > last:
        yield Problem(
            code="effect-after-horizon",
            path=(*keys, "from"),
            found=say("from = {start}", start=effect.start),
            expected=say("a year up to {last}; it counts for nothing", last=last),
            remedy=say("make horizon {years} or more", years=effect.start - base_year + 1),
        )


def _signs(scenario: Scenario, effect: Effect, keys: Keys) -> Iterator[Problem]:
    """Doubt lines that are of one side in some years and of the other in others."""
    if effect.side == "both":
        return
    lines = [line for line in effect_lines(scenario.budget, effect) if line.changes_sign]
    if lines:
        yield Problem(
            code="line-changes-sign",
            path=keys,
            found=say(
                "{lines}: expenditure in some years and income in others, and taken for {side} "
                "in all of them",
                lines=listed_lines(lines),
                side=SIDES[effect.side],
            ),
            expected=say("lines that are one or the other"),
            remedy=say("see that the effect belongs on them"),
        )


def _investment(scenario: Scenario, investment: Investment, keys: Keys) -> Iterator[Problem]:
    yield from _area(scenario, investment, keys)
    yield from _money_in(investment, keys)
    yield from _grants(investment, keys)
    yield from _tails(investment, keys)
    if investment.enabled:
        yield from _bookings(scenario, investment, keys)


def _area(scenario: Scenario, investment: Investment, keys: Keys) -> Iterator[Problem]:
    area, budget = investment.area, scenario.budget
    if area is None or budget is None or area in budget.areas:
        return
    near = nearest(area, budget.areas)
    yield Problem(
        code="unknown-area",
        path=(*keys, "area"),
        found=say(
            'area = "{area}", which has no line in {source}', area=area, source=budget.source
        ),
        expected=say("an area of the budget, where outlay and disruption are placed"),
        remedy=write(f'area = "{near}"') if near else say("see that the area is meant"),
    )


def _money_in(investment: Investment, keys: Keys) -> Iterator[Problem]:
    for number, stage in enumerate(investment.stages):
        for name in (field for field in STAGE_TABLES if field != "grant"):
            below = [year for year, amount in getattr(stage, name).items() if amount < 0]
            if below:
                yield Problem(
                    code="money-in",
                    path=(*keys, "stage", number, name, str(below[0])),
                    found=say("{name} below 0 in {below}: money in", name=name, below=[*below]),
                    expected=say("money out as a positive amount"),
                    remedy=say("take the minus away, unless money is received"),
                )


def _grants(investment: Investment, keys: Keys) -> Iterator[Problem]:
    """Doubt fixed grants of more than the outlay comes to where it turns out cheap."""
    lowest = lower_limit(investment.cost_factor)
    for number, stage in enumerate(investment.stages):
        for year, grant in sorted(stage.grant.items()):
            outlay = sum(amounts.get(year, 0.0) for amounts in stage.outlays.values())
            own = (1 - investment.cofinancing) * outlay
            if own > 0 and grant > max(lowest, 0.0) * own + HALF_AN_ORE:
                yield Problem(
                    code="grant-above-cost",
                    path=(*keys, "stage", number, "grant", str(year)),
                    found=say(
                        "a grant of {share:.0%} of the outlay in {year}, which the cost factor "
                        "can bring down to {lowest:.0%}",
                        share=grant / own,
                        year=year,
                        lowest=max(lowest, 0.0),
                    ),
                    expected=say(
                        "a grant that is paid whatever the outlay comes to: in such futures the "
                        "municipality keeps the rest"
                    ),
                    remedy=say("write it as cofinancing, if it falls with the outlay"),
                )
                break


def _tails(investment: Investment, keys: Keys) -> Iterator[Problem]:
    for name in sorted(UNCERTAIN.values()):
        quantity = getattr(investment, name)
        if not isinstance(quantity, Percentiles) or quantity.p10 == quantity.p90:
            continue
        triplet = (quantity.p10, quantity.p50, quantity.p90)
        if metalog.tail_exponent(triplet, quantity.min, quantity.max) >= INFINITE_FOURTH_MOMENT:
            bound = "max" if quantity.max is None else "min"
            yield Problem(
                code="heavy-tail",
                path=(*keys, name),
                found=say(
                    "a tail so heavy that standard deviations settle slowly, without a limit"
                ),
                expected=say("limits on both sides"),
                remedy=say("give {bound} as well", bound=bound),
            )


def _bookings(scenario: Scenario, investment: Investment, keys: Keys) -> Iterator[Problem]:
    """Doubt bookings of more than is planned, and those that outlive the effect."""
    planned, booked = planned_saving(scenario, investment), booked_saving(scenario, investment)
    path = (*keys, "booked") if investment.booked is not None else keys
    over = [year for year in planned if booked[year] > planned[year] + HALF_AN_ORE]
    ended = [year for year in over if _has_ended(investment, year)]
    more = [year for year in over if year not in ended]
    if more:
        worst = max(more, key=lambda year: booked[year] - planned[year])
        yield Problem(
            code="booked-above-plan",
            path=path,
            found=say(
                "more booked than planned in {years}, at most {booked:,.0f} against {planned:,.0f}",
                years=in_years(more),
                booked=booked[worst],
                planned=planned[worst],
            ),
            expected=say("at most the planned saving"),
            remedy=say("book less, or say in the description why"),
        )
    if ended:
        yield Problem(
            code="booked-after-effect",
            path=path,
            found=say(
                "a booking that goes on in {years}, when no effect lasts", years=in_years(ended)
            ),
            expected=say("a booking that ends with the effect"),
            remedy=say("add {ended} = 0 to booked", ended=ended[0]),
        )


def _has_ended(investment: Investment, year: int) -> bool:
    """Say whether every effect has an end, and the last one's has passed."""
    ends = [
        None if effect.years is None else effect.start + effect.years
        for effect in investment.effects
        if effect.is_own_cash and not effect.is_running_cost
    ]
    return bool(ends) and all(end is not None and year >= end for end in ends)
