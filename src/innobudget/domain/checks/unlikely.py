"""Doubts about what can be meant and seldom is: early savings, whole lines, equal names."""

from collections.abc import Iterable, Iterator, Sequence
from math import fsum, inf

from innobudget.domain.budget import Budget, BudgetLine
from innobudget.domain.checks.effects import numbered_effects
from innobudget.domain.checks.known import missing_actuals
from innobudget.domain.checks.places import Keys
from innobudget.domain.investment import UNCERTAIN, Effect, Investment
from innobudget.domain.overlaps import MUCH, LineShare, line_shares
from innobudget.domain.planned import effect_lines, ramp_at
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Lognormal
from innobudget.errors import Problem
from innobudget.messages import Text, counted, linked, say

WIDE = 0.5
"""Of the budget; a pattern that takes in more is wider than one case's business."""
WIDEST_LOGNORMAL = 10.0
"""Standard deviation over mean; the two are likely those of the logarithm."""
SHOWN = 3
ADOPTED = (10, 15)
"""Month and day by which a Danish council has adopted the next year's budget."""


def unlikely(scenario: Scenario) -> Iterator[Problem]:
    """Yield what is possible and hardly meant, in the enabled cases and their lines."""
    yield from missing_actuals(scenario)
    yield from _next_budget(scenario)
    yield from _same_names(scenario)
    yield from _large_shares(scenario)
    if scenario.budget is not None:
        yield from _of_lines(scenario, scenario.budget)
    for number, investment in enumerate(scenario.investments):
        keys = ("investment", number)
        yield from _lognormals(investment, keys)
        if investment.enabled:
            yield from _early_saving(scenario, investment, keys)
            yield from _negative_booking(investment, keys)


def _next_budget(scenario: Scenario) -> Iterator[Problem]:
    """Doubt that the next year's budget is still open when the year comes to its end."""
    followup = scenario.followup
    if followup is None or followup.next_budget is not None:
        return
    as_of, year = followup.as_of, followup.first_open_year
    if (as_of.month, as_of.day) >= ADOPTED and year in scenario.horizon:
        yield Problem(
            code="next-budget",
            path=("followup", "as_of"),
            found=say(
                "{as_of}, and the budget of {year} still open to change", as_of=as_of, year=year
            ),
            expected=say(
                "{key} beside a day from 15 October on: by then it may be adopted",
                key="next_budget",
            ),
            remedy=say(
                "write {later} as {key} if the budget of {year} is adopted, else {year}",
                key="next_budget",
                later=year + 1,
                year=year,
            ),
        )


def _same_names(scenario: Scenario) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for number, investment in enumerate(scenario.investments):
        name = " ".join(investment.title.casefold().split())
        if investment.enabled and seen.setdefault(name, investment.id) != investment.id:
            yield Problem(
                code="same-name",
                path=("investment", number, "name"),
                found=say(
                    '"{title}", which is also what "{seen}" is called',
                    title=investment.title,
                    seen=seen[name],
                ),
                expected=say("a name of its own for each case, as reports know them by it"),
                remedy=say("give one of them another name"),
            )


def _large_shares(scenario: Scenario) -> Iterator[Problem]:
    """Doubt lines of which much is taken; those that hold nothing are told by effect."""
    large = [item for item in line_shares(scenario) if MUCH < item.share < inf]
    large.sort(key=lambda item: -item.share)
    if large:
        rest = len(large) - SHOWN
        told = [_share_of_line(item) for item in large[:SHOWN]]
        if rest > 0:
            told.append(counted("and of {count} more line", "and of {count} more lines", rest))
        yield Problem(
            code="large-share",
            path=("budget",),
            found=linked("; ", told),
            expected=say("savings that together take at most {most:.0%} of a line", most=MUCH),
            remedy=say("see that nothing is counted twice"),
        )


def _share_of_line(item: LineShare) -> Text:
    line = item.line
    at = say(" ({place})", place=line.place) if line.place else ""
    return say(
        "{percent:.3n} % of {line} {name}{at} in {year}, by {investments}",
        percent=100 * item.share,
        line=line.id,
        name=line.name,
        at=at,
        year=item.year,
        investments=item.investments,
    )


def _of_lines(scenario: Scenario, budget: Budget) -> Iterator[Problem]:
    year = scenario.horizon.base_year
    whole = _size(budget, budget.lines, year)
    for keys, effect in numbered_effects(scenario):
        if not scenario.investments[int(keys[1])].enabled:
            continue
        lines = effect_lines(budget, effect)
        if effect.line is not None and "*" in effect.line:
            held = _size(budget, lines, year)
            if held > WIDE * whole:
                yield _wide_pattern(effect.line, held / whole, len(lines), keys)
        if lines and effect.is_own_cash and not effect.is_running_cost:
            empty = [
                year
                for year in scenario.horizon.years
                if ramp_at(effect.ramp, effect.years, year - effect.start)
                and not any(budget.amount(line, year) for line in lines)
            ]
            if empty:
                yield _nothing_there(effect, lines, empty, keys)


def _size(budget: Budget, lines: Iterable[BudgetLine], year: int) -> float:
    return fsum(abs(budget.amount(line, year) or 0.0) for line in lines)


def _wide_pattern(line: str, share: float, count: int, keys: Keys) -> Problem:
    return Problem(
        code="wide-pattern",
        path=(*keys, "line"),
        found=counted(
            'line = "{line}", which is {share:.0%} of the budget in {count} line',
            'line = "{line}", which is {share:.0%} of the budget in {count} lines',
            count,
            line=line,
            share=share,
        ),
        expected=say("the lines that this one case changes"),
        remedy=say("name fewer lines, unless all of them are meant"),
    )


def _nothing_there(
    effect: Effect, lines: Sequence[BudgetLine], years: list[int], keys: Keys
) -> Problem:
    of_share = effect.share is not None
    count = counted("{count} line", "{count} lines", len(lines))
    return Problem(
        code="zero-line",
        path=(*keys, "share" if of_share else "amount"),
        found=say(
            "a saving on {line} {name}, {count} with 0 in {years}",
            line=lines[0].id,
            name=lines[0].name,
            count=count,
            years=in_years(years),
        ),
        expected=say("lines that hold what is to be saved; a share of nothing is nothing")
        if of_share
        else say("lines that hold what is to be saved"),
        remedy=say("fill in their budget, begin the saving later, or name other lines"),
    )


def _lognormals(investment: Investment, keys: Keys) -> Iterator[Problem]:
    for name in sorted(UNCERTAIN):
        match getattr(investment, name):
            case Lognormal(lognormal=(mean, sd)) if sd > WIDEST_LOGNORMAL * mean:
                yield Problem(
                    code="wide-lognormal",
                    path=(*keys, name),
                    found=say(
                        "{name} with a mean of {mean:g} and a standard deviation of {sd:g}",
                        name=name,
                        mean=mean,
                        sd=sd,
                    ),
                    expected=say("mean and standard deviation of the value, not of its logarithm"),
                    remedy=say("correct them, or write p10, p50 and p90"),
                )


def _early_saving(scenario: Scenario, investment: Investment, keys: Keys) -> Iterator[Problem]:
    """Doubt savings before money is spent; what began before the base year was paid before."""
    spent = [
        year
        for stage in investment.stages
        for table in (stage.outlay, stage.capital_outlay, stage.disruption)
        for year, amount in table.items()
        if amount > 0
    ]
    saved = [
        effect.start + next(age for age, share in enumerate(effect.ramp) if share)
        for effect in investment.effects
        if effect.is_own_cash
        and not effect.is_running_cost
        and any(effect.ramp)
        and effect.start >= scenario.horizon.base_year
    ]
    if spent and saved and min(saved) < min(spent):
        yield Problem(
            code="saving-before-outlay",
            path=keys,
            found=say(
                "a saving from {saved}, and nothing spent before {spent}",
                saved=min(saved),
                spent=min(spent),
            ),
            expected=say("an outlay that comes before what it brings"),
            remedy=say(
                "correct from or the year of the outlay, unless the first saving costs nothing"
            ),
        )


def _negative_booking(investment: Investment, keys: Keys) -> Iterator[Problem]:
    below = [year for year, amount in sorted((investment.booked or {}).items()) if amount < 0]
    if below:
        yield Problem(
            code="booked-below-zero",
            path=(*keys, "booked", str(below[0])),
            found=say("a booking below 0 in {below}", below=in_years(below)),
            expected=say("the saving that the budget has deducted, as a positive amount"),
            remedy=say("turn its sign, unless the budget was raised"),
        )


def in_years(years: list[int]) -> str:
    """Return ascending years in words, a run of them as a range.

    Examples
    --------
    >>> in_years([2026, 2027]), in_years([2026, 2027, 2028])
    ('2026, 2027', '2026–2028')

    """
    whole = years == list(range(years[0], years[-1] + 1))
    return f"{years[0]}–{years[-1]}" if whole and len(years) > 2 else ", ".join(map(str, years))
