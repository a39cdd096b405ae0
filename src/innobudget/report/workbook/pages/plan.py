"""Plan: what every investment costs and saves before any chance, by formulas."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from innobudget.domain.investment import Investment
from innobudget.domain.planned import held_by_year
from innobudget.domain.results import Plan
from innobudget.engine.flows import Array
from innobudget.engine.plan import by_year
from innobudget.engine.what_if import WhatIf
from innobudget.messages import Text
from innobudget.report.appropriations import Money, own_money
from innobudget.report.planning import PlannedEffect, planned_effects, typed_bookings
from innobudget.report.tables import Page, PageTable, Role, Row, amounts
from innobudget.report.words import answers, labels, sheets
from innobudget.report.workbook.edition import Edition, Entry, period_sum
from innobudget.report.workbook.pages.plan_effects import EffectRows
from innobudget.report.workbook.trial_columns import TrialColumns

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


def plan(edition: Edition, now: WhatIf, columns: TrialColumns) -> Page:
    """Lay out the plan of the portfolio and of each investment."""
    found = edition.results.investments
    cases = tuple(
        edition.table(
            edition.case(number),
            CasePlan(edition, number, investment, columns).rows(found[number - 1].outcome.plan),
        )
        for number, investment in enumerate(edition.investments, start=1)
    )
    return Page(
        key="plan",
        name=edition.say(sheets.NAMES["plan"]),
        notes=(
            edition.say(sheets.PLAN_PURPOSE),
            edition.say(sheets.PLAN_LATE_NOTE),
            edition.say(sheets.SIGNS_CASES),
            edition.units,
        ),
        above=(edition.budget_years,),
        headings=edition.headings(value=edition.period, label=sheets.ITEM),
        widths=edition.widths(),
        tables=(_portfolio(edition, cases, now.running), *cases),
    )


def _portfolio(edition: Edition, cases: tuple[PageTable, ...], running: Array) -> PageTable:
    rows = [row for case in cases for row in case.rows]
    first, last = rows[0].key, rows[-1].key
    values = edition.results.portfolio.plan
    totals = {
        "outlay": values.outlay,
        "disruption": values.disruption,
        "saving": values.saving,
        "running": running.tolist(),
        "booked": values.booked,
    }
    summed = (
        _row(
            edition,
            f"plan.{field}",
            Entry(TOTALS[field]),
            amount,
            f"SUMIF([{first}..{last}@label],[plan.{field}@label],[{first}..{last}])",
        )
        for field, amount in totals.items()
    )
    return edition.table(labels.PORTFOLIO, (*summed, _so_far(edition)))


def _so_far(edition: Edition) -> Row:
    """Return what the plan brings up to each year, outlay and disruption taken off."""
    plan = edition.results.portfolio.plan
    values = np.cumsum(np.array(plan.saving) - plan.outlay - plan.disruption).tolist()
    parts = (f"SUM([plan.{field}@to])" for field in ("saving", "outlay", "disruption"))
    return edition.row(
        "plan.cumulative",
        Entry(answers.PLAN_CUMULATIVE),
        years=amounts(values, Role.CALCULATED, "-".join(parts)),
    )


def _row(edition: Edition, key: str, entry: Entry, values: Iterable[float], formula: str) -> Row:
    years = tuple(values)
    field = key.rpartition(".")[2]
    role = Role.TOTAL if field in TOTALS and field != "running" else Role.CALCULATED
    return edition.row(
        key,
        entry,
        value=period_sum(key, years, edition.scenario.horizon.period, role),
        years=amounts(years, role, formula),
    )


@dataclass(frozen=True, slots=True)
class CasePlan:
    """The plan of one investment as rows with formulas."""

    edition: Edition
    number: int
    investment: Investment
    columns: TrialColumns

    def rows(self, totals: Plan) -> Iterator[Row]:
        """Yield stages, effects and their totals, then the savings if they come late."""
        outlays = tuple(self._outlays())
        yield from outlays
        yield self._total("outlay", totals.outlay, _sum(outlays))
        yield from self._grants()
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
            (np.minimum(item.saving, 0) for _, item in self._own_effects()),
            np.zeros(len(totals.saving)),
        )
        span = f"[{effects[0].key}..{effects[-1].key}]" if effects else ""
        yield self._total("running", running, f'SUMIF({span},"<0")' if effects else "0")
        yield from self._bookings(np.asarray(totals.booked) - running)
        yield self._total(
            "booked", totals.booked, f"[plan.{self.number}.gross]+[plan.{self.number}.running]"
        )
        for position, planned in self._own_effects():
            rows = EffectRows(self.edition, self.number, position, planned)
            yield from rows.worked_out(self.columns)

    def _own_effects(self) -> Iterator[tuple[int, PlannedEffect]]:
        planned = planned_effects(self.edition.scenario, self.investment)
        return (item for item in enumerate(planned, start=1) if item[1].effect.is_own_cash)

    def _total(self, field: str, values: Iterable[float], formula: str) -> Row:
        entry = Entry(TOTALS[field])
        return _row(self.edition, f"plan.{self.number}.{field}", entry, values, formula)

    def _part(self, key: str, named: tuple[Text, str], values: Array, formula: str) -> Row:
        phrase, detail = named
        entry = Entry(phrase, detail=detail)
        return _row(self.edition, f"plan.{self.number}.{key}", entry, values.tolist(), formula)

    @property
    def _on(self) -> str:
        return f"[whatif.case{self.number}@D]"

    def _outlays(self) -> Iterator[Row]:
        scenario = self.edition.scenario
        for position, stage in enumerate(self.investment.stages, start=1):
            fields = [field for field in STAGE_ROWS if any(getattr(stage, field).values())]
            for field in fields:
                key = f"{self.number}.stage{position}"
                own = f"{self._on}*[{key}.{field}]*(1-[{self.number}.cofinancing@value])"
                if any(stage.grant.values()):
                    own += f"-{granted(key, field, fields)}"
                yield self._part(
                    f"stage{position}.{field}.own",
                    (STAGE_ROWS[field], self.edition.stage(stage, position)),
                    own_money(scenario, self.investment, stage, field),
                    own,
                )

    def _grants(self) -> Iterator[Row]:
        """Yield what others pay in kroner, where there is an outlay that they pay to."""
        horizon = self.edition.scenario.horizon
        for position, stage in enumerate(self.investment.stages, start=1):
            key = f"{self.number}.stage{position}"
            fields = [field for field in STAGE_ROWS if any(getattr(stage, field).values())]
            if any(stage.grant.values()):
                whole = "+".join(f"[{key}.{field}]" for field in fields)
                yield self._part(
                    f"stage{position}.grant",
                    (sheets.STAGE_GRANT, self.edition.stage(stage, position)),
                    by_year(stage.grant, horizon),
                    f"IF({whole}=0,0,{self._on}*[{key}.grant])",
                )

    def _disruptions(self) -> Iterator[Row]:
        for position, stage in enumerate(self.investment.stages, start=1):
            values = by_year(stage.disruption, self.edition.scenario.horizon)
            key = f"stage{position}.disruption"
            if values.any():
                yield self._part(
                    f"{key}.all",
                    (sheets.STAGE_DISRUPTION, self.edition.stage(stage, position)),
                    values,
                    f"{self._on}*[{self.number}.{key}]",
                )

    def _effects(self) -> Iterator[Row]:
        for position, planned in self._own_effects():
            yield self._part(
                f"effect{position}",
                (sheets.PLAN_EFFECT, self.edition.effect(planned.effect, position)),
                planned.saving,
                EffectRows(self.edition, self.number, position, planned).saving(),
            )

    def _bookings(self, gross: Array) -> Iterator[Row]:
        """Yield the booking typed for the case, and what is booked before running costs."""
        edition, number = self.edition, self.number
        given = typed_bookings(edition.scenario, self.investment)
        typed = held_by_year(given, edition.years)
        yield edition.row(
            f"plan.{number}.held",
            Entry(sheets.PLAN_HELD),
            years=amounts(
                typed.values(),
                Role.CALCULATED,
                f'IF([{number}.booked]="",[own@-1],[{number}.booked])',
            ),
        )
        saving, running = f"[plan.{number}.saving]", f"[plan.{number}.running]"
        yield self._part(
            "gross",
            (sheets.BOOKED_GIVEN, ""),
            gross,
            f"{self._on}*IF(COUNT([{number}.booked@years])=0,"
            f"[booking_share@value]*({saving}-{running}),[plan.{number}.held])",
        )


def _sum(rows: tuple[Row, ...]) -> str:
    return f"SUM([{rows[0].key}..{rows[-1].key}])" if rows else "0"


def granted(key: str, field: str, fields: Sequence[str]) -> str:
    """Return a stage's grant; of two kinds of outlay each has its part of the year's."""
    whole = f"[plan.{key}.grant]"
    if len(fields) == 1:
        return whole
    outlay = "+".join(f"[{key}.{name}]" for name in fields)
    return f"IF({outlay}=0,0,{whole}*[{key}.{field}]/({outlay}))"
