"""Where everything stands on the sheet Trials, and which weights stand there at all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from innobudget.domain.facts import AmountKey
from innobudget.domain.investment import Effect, Investment
from innobudget.engine.flows import Array, Weights
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.references import FIRST_YEAR_COLUMN, letters

SINGLE = ("npv", "saving_period", "gap_period", "payback")
"""One figure per trial, behind its number."""
BLOCKS = ("saving", "net_effect", "budget_gap", "cumulative_net")
"""One figure per trial and year."""
Money = Literal["saving", "outlay", "disruption"]
MONEY: tuple[Money, ...] = ("saving", "outlay", "disruption")
"""What weights are of, in the order of their columns."""
Part = Literal["benefit", "late_success", "success", "outlay", "grant", "disruption", "realised"]
REALISED: Mapping[Money, tuple[AmountKey, ...]] = {
    "saving": ("saving",),
    "outlay": ("outlay", "capital_outlay"),
    "disruption": ("disruption",),
}
"""What facts call the kinds of each money."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightColumn:
    """What some money of an investment is multiplied by in each trial."""

    case: int
    """Number of the investment, the first is 1."""
    money: Money
    """Which sum it is a part of."""
    parts: tuple[tuple[Part, int], ...]
    """What it weighs: benefit and success by years of delay, money by its stage, from 0 on."""
    values: Array
    """Shape (trial,). [1]"""


@dataclass(frozen=True)
class TrialColumns:
    """The columns of the sheet Trials."""

    edition: Edition

    @cached_property
    def weights(self) -> tuple[WeightColumn, ...]:
        """Every weight that differs from zero, money by money; equal ones of a case are one."""
        cases = tuple(enumerate(self.edition.investments, start=1))
        return tuple(
            column
            for money in MONEY
            for case, own in cases
            for column in self._of(case, own, money)
        )

    def _of(self, case: int, investment: Investment, money: Money) -> Iterator[WeightColumn]:
        drawn = self.edition.sample.weights[case - 1]
        found: dict[bytes, tuple[Array, list[tuple[Part, int]]]] = {}
        for part, number, row in _rows(investment, self.edition.sample.axes[case - 1], money):
            values = drawn[row]
            if values.any():
                found.setdefault(values.tobytes(), (values, []))[1].append((part, number))
        for values, parts in found.values():
            yield WeightColumn(case=case, money=money, parts=tuple(parts), values=values)

    @property
    def years(self) -> int:
        """Length of the horizon."""
        return len(self.edition.years)

    @property
    def period(self) -> int:
        """Length of the budget period."""
        return self.edition.scenario.horizon.period

    @property
    def _span(self) -> str:
        return f"trials.0..trials.{len(self.edition.sample.numbers) - 1}"

    @property
    def count(self) -> str:
        """Name the numbers of all trials."""
        return f"[{self._span}@A]"

    def single(self, name: str) -> str:
        """Return the letters of a column that has one figure per trial."""
        return letters(self.place(name))

    def place(self, name: str) -> int:
        """Return where one figure per trial stands, or a block of years or weights begins."""
        if name in SINGLE:
            return 1 + SINGLE.index(name)
        if name in BLOCKS:
            return self.first(name)
        moneys = [column.money for column in self.weights]
        return self.data + moneys.index(name) if name in moneys else self.first("net_effect")

    def first(self, block: str) -> int:
        """Return where a block of years begins."""
        return 1 + len(SINGLE) + BLOCKS.index(block) * self.years

    def block(self, block: str, length: int | None = None) -> str:
        """Return the letters of a block, or of its first years."""
        first = self.first(block)
        return f"{letters(first)}:{letters(first + (length or self.years) - 1)}"

    @property
    def data(self) -> int:
        """Where the weights begin; a column is left empty before them."""
        return self.first(BLOCKS[-1]) + self.years + 1

    def of_money(self, money: Money) -> str:
        """Return the letters of the weights of some money; empty where there are none."""
        places = [n for n, column in enumerate(self.weights) if column.money == money]
        if not places:
            return ""
        return f"{letters(self.data + places[0])}:{letters(self.data + places[-1])}"

    def in_year(self, block: str) -> str:
        """Name all trials of a block in the year of the formula, for sheets with years across."""
        return f"[{self._span}@{self.first(block) - FIRST_YEAR_COLUMN:+d}]"

    def all(self, single: str) -> str:
        """Name all trials of a column that has one figure per trial."""
        return f"[{self._span}@{self.single(single)}]"

    def lags(self, case: int, part: Part) -> tuple[int, ...]:
        """Return the years of delay that occur in a case's trials, ascending."""
        own = [column for column in self.weights if column.case == case]
        return tuple(sorted({n for column in own for name, n in column.parts if name == part}))


def _rows(investment: Investment, axis: Weights, money: Money) -> Iterator[tuple[Part, int, int]]:
    """Yield the weights that some money of an investment has: part, number, row of the axis."""
    if money == "outlay":
        yield from _by_stage("outlay", axis.outlay_stages, axis.outlay)
        yield from _by_stage("grant", axis.grant_stages, axis.grant)
    elif money == "disruption":
        yield from _by_stage("disruption", axis.disruption_stages, axis.disruption)
    else:
        own = [effect for effect in investment.effects if effect.is_own_cash]
        if any(is_late("benefit", effect) for effect in own):
            yield from (("benefit", lag, axis.benefit.start + lag) for lag in range(axis.lags))
        if any(is_late("late_success", effect) for effect in own):
            first = axis.late_success.start
            yield from (("late_success", lag, first + lag) for lag in range(axis.lags))
        if any(effect.is_running_cost for effect in own):
            yield "success", 0, axis.success
    if any(fact.kind in REALISED[money] for fact in investment.facts):
        yield "realised", 0, axis.actual.start


def _by_stage(part: Part, stages: tuple[int, ...], rows: slice) -> Iterator[tuple[Part, int, int]]:
    return ((part, stage, rows.start + place) for place, stage in enumerate(stages))


def is_late(part: Part, effect: Effect) -> bool:
    """Say whether an effect comes with a delay, and is weighed by this part of the chances."""
    weighed: Part = "late_success" if effect.certain else "benefit"
    return not effect.is_running_cost and part == weighed
