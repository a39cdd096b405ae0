"""What is planned and booked, year by year: the certain face of an investment."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from innobudget.domain.budget import Budget, BudgetLine, Kind
from innobudget.domain.investment import Effect, Investment, Stage
from innobudget.domain.scenario import Scenario


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A place in the budget that changes."""

    line: BudgetLine | None
    """The line; None: the scenario names none."""
    area: str | None
    """Committee or policy area; None: not placed."""
    kind: Kind
    """Which ceiling it counts under."""

    @classmethod
    def of(cls, line: BudgetLine) -> "Account":
        """Return the account of a line of the budget."""
        return cls(line=line, area=line.area, kind=line.kind)

    @property
    def is_in_file(self) -> bool:
        """Say whether the budget file has it, and not only its code under another kind."""
        return self.line is not None and self.line.kind == self.kind

    @property
    def identity(self) -> tuple[int | None, str | None, Kind]:
        """What two accounts share when they are one; lines may have equal codes and names."""
        return (None if self.line is None else id(self.line), self.area, self.kind)


def effect_lines(budget: Budget | None, effect: Effect) -> tuple[BudgetLine, ...]:
    """Return the budget lines that an effect falls on; none where it names none."""
    if budget is None:
        return ()
    return budget.select(line=effect.line, area=effect.area, kind=effect.kind, side=effect.side)


def outlay_lines(
    budget: Budget, investment: Investment, stage: Stage, kind: Kind
) -> tuple[BudgetLine, ...]:
    """Return the lines of expenditure that a stage's outlay of a kind may stand on.

    A line of capital takes capital outlay, every other line operating outlay and disruption,
    and a utility's both. A code that the file has only for the other is opened for it. Where
    several lines fit, those of the investment's area. A scenario without faults names exactly
    one.
    """
    lines = budget.select(line=stage.outlay_line, side="expenditure")
    fitting = [line for line in lines if _takes(line, kind)]
    if not fitting:
        fitting = [*{(line.code, line.area): line for line in reversed(lines)}.values()][::-1]
    own = [line for line in fitting if line.area == investment.area]
    return tuple(own or fitting)


def outlay_account(scenario: Scenario, investment: Investment, stage: Stage, kind: Kind) -> Account:
    """Return where a stage's outlay of a kind stands; disruption stands with the operating."""
    if scenario.budget is not None and stage.outlay_line is not None:
        (line,) = outlay_lines(scenario.budget, investment, stage, kind)
        own = line.kind if _takes(line, kind) else kind
        return Account(line=line, area=line.area, kind=own)
    return Account(line=None, area=investment.area, kind=kind)


def _takes(line: BudgetLine, kind: Kind) -> bool:
    # a utility's capital is outside the capital ceiling, like all that its users pay
    return line.kind == "utility" or (line.kind == "capital") == (kind == "capital")


def ramp_at(ramp: tuple[float, ...], years: int | None, age: int) -> float:
    """Return the share of the full effect at an age in years; 0 before it begins and after.

    Examples
    --------
    >>> [ramp_at((0.4, 1.0), 3, age) for age in range(-1, 4)]
    [0.0, 0.4, 1.0, 1.0, 0.0]

    """
    if age < 0 or (years is not None and age >= years):
        return 0.0
    return ramp[min(age, len(ramp) - 1)]


def held_by_year(amounts: Mapping[int, float], years: Iterable[int]) -> Mapping[int, float]:
    """Lay permanent changes out by year: the last value holds, 0 before the first.

    Examples
    --------
    >>> held_by_year({2027: 30.0}, range(2026, 2029))
    {2026: 0.0, 2027: 30.0, 2028: 30.0}

    """
    held: dict[int, float] = {}
    last = 0.0
    for year in years:
        last = amounts.get(year, last)
        held[year] = last
    return held


def given_bookings(investment: Investment, years: Iterable[int]) -> Mapping[int, float]:
    """Return an investment's own bookings by year, those decided since its adoption on top."""
    years = tuple(years)
    found: dict[int, float] = {}
    if investment.booked is not None:
        found.update(held_by_year(investment.booked, years))
    if investment.rebooked:
        held = held_by_year(investment.rebooked, years)
        found.update({year: held[year] for year in years if year >= min(investment.rebooked)})
    return found


def full_by_line(
    scenario: Scenario, effect: Effect
) -> Iterator[tuple[BudgetLine | None, Mapping[int, float]]]:
    """Yield an effect's full-year saving of each line by year, refund included. [currency]

    It falls on the lines that the effect matches in proportion to their absolute budgets of
    the year, equally where all are zero; on None where it matches none.
    """
    budget, years = scenario.budget, scenario.horizon.years
    lines = effect_lines(budget, effect)
    if budget is None or not lines:
        yield None, dict.fromkeys(years, effect.amount or 0.0)
        return
    bases = {year: [budget.amount(line, year) or 0.0 for line in lines] for year in years}
    size = {year: fsum(map(abs, bases[year])) for year in years}
    saving = {
        year: (effect.amount or 0.0) if effect.share is None else effect.share * fsum(bases[year])
        for year in years
    }
    for number, line in enumerate(lines):
        yield (
            line,
            {
                year: saving[year]
                * (abs(bases[year][number]) / size[year] if size[year] else 1 / len(lines))
                for year in years
            },
        )


def planned_by_line(
    scenario: Scenario, effect: Effect
) -> Iterator[tuple[BudgetLine | None, Mapping[int, float]]]:
    """Yield what an effect is planned to save of each line by year, refund included. [currency]"""
    for line, full in full_by_line(scenario, effect):
        yield (
            line,
            {
                year: amount * ramp_at(effect.ramp, effect.years, year - effect.start)
                for year, amount in full.items()
            },
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedPart:
    """What is planned and booked of one effect on one line, state refund taken off."""

    effect: int | None
    """Its position among the investment's effects, the first is 1; None: of none of them."""
    account: Account
    """Where it falls."""
    planned: Mapping[int, float]
    """Planned saving by year; running costs are negative. [currency]"""
    booked: Mapping[int, float]
    """What the budget has deducted. [currency]"""


def booked_parts(scenario: Scenario, investment: Investment) -> tuple[BookedPart, ...]:
    """Book the municipality's own cash, effect by effect and line by line.

    Running costs are booked in full. Beside them stand the investment's own bookings, which
    hold until a later year says otherwise, split like the year's positive savings; without
    them the scenario's share of these. What is booked in a year without any comes last.
    """
    years = scenario.horizon.years
    planned = list(_own_cash(scenario, investment))
    whole = {year: sum(max(saving[year], 0.0) for _, _, saving in planned) for year in years}
    shares, left = dict.fromkeys(years, scenario.booking.share), dict.fromkeys(years, 0.0)
    for year, given in given_bookings(investment, years).items():
        shares[year] = given / whole[year] if whole[year] > 0 else 0.0
        left[year] = 0.0 if whole[year] > 0 else given
    parts = [
        BookedPart(
            effect=position,
            account=account,
            planned=saving,
            booked={
                year: shares[year] * max(amount, 0.0) + min(amount, 0.0)
                for year, amount in saving.items()
            },
        )
        for position, account, saving in planned
    ]
    if any(left.values()):
        nowhere = Account(line=None, area=None, kind="operating")
        nothing = dict.fromkeys(years, 0.0)
        parts.append(BookedPart(effect=None, account=nowhere, planned=nothing, booked=left))
    return tuple(parts)


def _own_cash(
    scenario: Scenario, investment: Investment
) -> Iterator[tuple[int, Account, Mapping[int, float]]]:
    """Yield what effects save the municipality itself: position, account, amounts by year."""
    for position, effect in enumerate(investment.effects, start=1):
        if effect.is_own_cash:
            for line, savings in planned_by_line(scenario, effect):
                account = Account(line=None, area=None, kind=effect.kind or "operating")
                own = {year: (1 - effect.refund) * saving for year, saving in savings.items()}
                yield position, account if line is None else Account.of(line), own


def planned_saving(scenario: Scenario, investment: Investment) -> Mapping[int, float]:
    """Return the planned saving that the municipality's budget has, by year. [currency]"""
    return _total(scenario, [part.planned for part in booked_parts(scenario, investment)])


def booked_saving(scenario: Scenario, investment: Investment) -> Mapping[int, float]:
    """Return what the budget has deducted for an investment, by year. [currency]"""
    return _total(scenario, [part.booked for part in booked_parts(scenario, investment)])


def running_costs(scenario: Scenario, investment: Investment) -> Mapping[int, float]:
    """Return the running costs within the planned saving, by year: 0 or less. [currency]"""
    parts = [part.planned for part in booked_parts(scenario, investment)]
    costs = [{year: min(amount, 0.0) for year, amount in part.items()} for part in parts]
    return _total(scenario, costs)


def _total(scenario: Scenario, parts: Sequence[Mapping[int, float]]) -> Mapping[int, float]:
    return {year: sum(part[year] for part in parts) for year in scenario.horizon.years}
