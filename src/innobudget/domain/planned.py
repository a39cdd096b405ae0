"""What is planned and booked, year by year: the certain face of an investment."""

from collections.abc import Iterable, Iterator, Mapping
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


def planned_saving(scenario: Scenario, investment: Investment) -> Mapping[int, float]:
    """Return the planned saving that the municipality's budget has, by year. [currency]"""
    return saving_at_share(scenario, investment, 1.0)


def booked_saving(scenario: Scenario, investment: Investment) -> Mapping[int, float]:
    """Return what the budget has deducted for an investment, by year. [currency]

    Running costs are booked in full. Beside them stand its own bookings, which hold until a
    later year says otherwise; without them the scenario's share of the positive savings.
    """
    if investment.booked is None:
        return saving_at_share(scenario, investment, scenario.booking.share)
    running = saving_at_share(scenario, investment, 0.0)
    held = held_by_year(investment.booked, scenario.horizon.years)
    return {year: amount + running[year] for year, amount in held.items()}


def saving_at_share(
    scenario: Scenario, investment: Investment, share: float
) -> Mapping[int, float]:
    """Add up own cash effects by year; of the positive ones only a share. [currency]"""
    total = dict.fromkeys(scenario.horizon.years, 0.0)
    for effect in investment.effects:
        if effect.is_own_cash:
            for _, savings in planned_by_line(scenario, effect):
                for year, saving in savings.items():
                    part = share if saving > 0 else 1.0
                    total[year] += (1 - effect.refund) * saving * part
    return total
