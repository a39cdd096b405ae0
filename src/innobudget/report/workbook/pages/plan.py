"""Plan: what every investment costs and saves before any chance, by formulas."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from innobudget.domain.investment import Investment
from innobudget.domain.results import Plan
from innobudget.engine.flows import Array
from innobudget.engine.plan import by_year
from innobudget.messages import Text
from innobudget.report.appropriations import Money, own_money
from innobudget.report.planning import PlannedEffect, planned_effects
from innobudget.report.tables import Page, Role, Row, Table, amounts
from innobudget.report.words import labels, sheets
from innobudget.report.workbook.edition import Edition, Entry, period_sum
from innobudget.report.workbook.pages.case_inputs import effect_name, stage_name

TOTALS = {
    "outlay": sheets.PLAN_OUTLAY,
    "disruption": sheets.PLAN_DISRUPTION,
    "saving": labels.PLANNED,
    "running": sheets.PLAN_RUNNING,
    "booked": labels.BOOKED,
}
"""Rows that every investment has, in this order below their parts."""
STAGE_ROWS: Mapping[Money, Text] = {
    "outlay": sheets.PLAN_STAGE_OUTLAY,
    "capital_outlay": sheets.PLAN_STAGE_CAPITAL,
}


def plan(edition: Edition) -> Page:
    """Lay out the plan of the portfolio and of each investment."""
    found = edition.results.investments
    cases = tuple(
        Table(
            title=edition.case(number),
            rows=tuple(CasePlan(edition, number, investment).rows(found[number - 1].outcome.plan)),
        )
        for number, investment in enumerate(edition.investments, start=1)
    )
    return Page(
        key="plan",
        name=edition.say(sheets.NAMES["plan"]),
        title=edition.say(sheets.NAMES["plan"]),
        notes=(
            edition.say(sheets.PLAN_PURPOSE),
            edition.say(sheets.SIGNS_CASES),
            edition.say(sheets.UNITS, unit=edition.unit, prices=edition.prices),
        ),
        headings=edition.headings(value=edition.period, label=sheets.ITEM),
        widths=edition.widths(),
        tables=(_portfolio(edition, cases), *cases),
    )


def _portfolio(edition: Edition, cases: tuple[Table, ...]) -> Table:
    rows = [row for case in cases for row in case.rows]
    first, last = rows[0].key, rows[-1].key
    values = edition.results.portfolio.plan
    totals = {
        "outlay": values.outlay,
        "disruption": values.disruption,
        "saving": values.saving,
        "booked": values.booked,
    }
    return Table(
        title=edition.say(labels.PORTFOLIO),
        rows=tuple(
            _row(
                edition,
                f"plan.{field}",
                Entry(label=edition.say(TOTALS[field]), unit=edition.unit),
                amount,
                f"SUMIF([{first}..{last}@label],[plan.{field}@label],[{first}..{last}])",
            )
            for field, amount in totals.items()
        ),
    )


def _row(edition: Edition, key: str, entry: Entry, values: Iterable[float], formula: str) -> Row:
    years = tuple(values)
    field = key.rpartition(".")[2]
    role = Role.TOTAL if field in TOTALS and field != "running" else Role.CALCULATED
    return edition.row(
        key,
        entry,
        value=period_sum(key, years, edition.results.scenario.horizon.period, role),
        years=amounts(years, role, formula),
    )


@dataclass(frozen=True, slots=True)
class CasePlan:
    """The plan of one investment as rows with formulas."""

    edition: Edition
    number: int
    investment: Investment

    def rows(self, totals: Plan) -> Iterator[Row]:
        """Yield stages, effects and their totals."""
        outlays = tuple(self._outlays())
        yield from outlays
        yield self._total("outlay", totals.outlay, _sum(outlays))
        disruptions = tuple(self._disruptions())
        yield from disruptions
        yield self._total(
            "disruption",
            totals.disruption,
            f"[{self.number}.budgeted@value]*{_sum(disruptions)}" if disruptions else "0",
        )
        effects = tuple(self._effects())
        yield from effects
        yield self._total("saving", totals.saving, _sum(effects))
        running = sum(
            (np.minimum(item.saving, 0) for item in self._own_effects()),
            np.zeros(len(totals.saving)),
        )
        span = f"[{effects[0].key}..{effects[-1].key}]" if effects else ""
        yield self._total("running", running, f'SUMIF({span},"<0")' if effects else "0")
        yield self._total("booked", totals.booked, self._booking())

    def _own_effects(self) -> Iterator[PlannedEffect]:
        return (
            item
            for item in planned_effects(self.edition.results.scenario, self.investment)
            if item.effect.is_own_cash
        )

    def _booking(self) -> str:
        saving, running = f"plan.{self.number}.saving", f"plan.{self.number}.running"
        if self.investment.is_booked_apart:
            return f"[{self.number}.booked]+[{running}]"
        return f"[booking_share@value]*([{saving}]-[{running}])+[{running}]"

    def _total(self, field: str, values: Iterable[float], formula: str) -> Row:
        entry = Entry(label=self.edition.say(TOTALS[field]), unit=self.edition.unit)
        return _row(self.edition, f"plan.{self.number}.{field}", entry, values, formula)

    def _part(self, key: str, named: tuple[Text, str], values: Array, formula: str) -> Row:
        phrase, detail = named
        entry = Entry(label=self.edition.say(phrase), detail=detail, unit=self.edition.unit)
        return _row(self.edition, f"plan.{self.number}.{key}", entry, values.tolist(), formula)

    def _outlays(self) -> Iterator[Row]:
        scenario = self.edition.results.scenario
        for position, stage in enumerate(self.investment.stages, start=1):
            fields = [field for field in STAGE_ROWS if any(getattr(stage, field).values())]
            for field in fields:
                key = f"{self.number}.stage{position}"
                own = f"[{key}.{field}]*(1-[{self.number}.cofinancing@value])"
                if any(stage.grant.values()):
                    own += f"-{_grant(key, field, fields)}"
                yield self._part(
                    f"stage{position}.{field}.own",
                    (STAGE_ROWS[field], stage_name(self.edition, stage, position)),
                    own_money(scenario, self.investment, stage, field),
                    own,
                )

    def _disruptions(self) -> Iterator[Row]:
        for position, stage in enumerate(self.investment.stages, start=1):
            values = by_year(stage.disruption, self.edition.results.scenario.horizon)
            key = f"stage{position}.disruption"
            if values.any():
                yield self._part(
                    f"{key}.all",
                    (sheets.STAGE_DISRUPTION, stage_name(self.edition, stage, position)),
                    values,
                    f"[{self.number}.{key}]",
                )

    def _effects(self) -> Iterator[Row]:
        for position, planned in enumerate(
            planned_effects(self.edition.results.scenario, self.investment), start=1
        ):
            if not planned.effect.is_own_cash:
                continue
            key = f"{self.number}.effect{position}"
            full = f"[{key}.amount@value]"
            if planned.effect.share is not None:
                full = f"[{key}.share@value]*[fall.{self.number}.{position}.base]"
            refund = f"*(1-[{key}.refund@value])" if planned.effect.refund else ""
            yield self._part(
                f"effect{position}",
                (sheets.PLAN_EFFECT, effect_name(self.edition, planned, position)),
                planned.saving,
                f"{full}*[{key}.ramp]{refund}",
            )


def _sum(rows: tuple[Row, ...]) -> str:
    return f"SUM([{rows[0].key}..{rows[-1].key}])" if rows else "0"


def _grant(key: str, field: str, fields: Sequence[str]) -> str:
    """Return a stage's grant; of two kinds of outlay each has its part of the year's."""
    if len(fields) == 1:
        return f"[{key}.grant]"
    whole = "+".join(f"MAX(0,[{key}.{name}])" for name in fields)
    return f"IF({whole}=0,0,[{key}.grant]*MAX(0,[{key}.{field}])/({whole}))"
