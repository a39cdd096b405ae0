"""Plan: what every investment costs and saves before any chance, by formulas."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from innobudget.domain.investment import Investment
from innobudget.domain.planned import held_by_year
from innobudget.domain.rebooking import is_partly_open, open_years
from innobudget.domain.results import Plan
from innobudget.engine.flows import Array
from innobudget.engine.what_if import WhatIf
from innobudget.messages import Text
from innobudget.report.planning import PlannedEffect, planned_effects, realised, typed_bookings
from innobudget.report.tables import Figure, Page, PageTable, Role, Row, amounts, figures
from innobudget.report.words import answers, labels, sheets
from innobudget.report.workbook.edition import Edition, Entry
from innobudget.report.workbook.pages.plan_effects import EffectRows
from innobudget.report.workbook.pages.plan_stages import TOTALS, StageRows, plan_row, switch
from innobudget.report.workbook.trial_columns import TrialColumns

IS_OPEN, OPEN_SHARE = "plan.is_open", "plan.open_share"
"""Keys of what a follow-up says of each year: whether it can be booked anew, and its share."""


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
        plan_row(
            edition,
            field,
            (TOTALS[field], ""),
            amount,
            f"SUMIF([{first}..{last}@label],[plan.{field}@label],[{first}..{last}])",
        )
        for field, amount in totals.items()
    )
    opened = _open_rows(edition) if is_partly_open(edition.scenario) else ()
    return edition.table(labels.PORTFOLIO, (*summed, _so_far(edition), *opened))


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


def _open_rows(edition: Edition) -> Iterator[Row]:
    """Yield which bookings can be changed, and the share: as tried there, else the run's."""
    open_ = [*map(int, open_years(edition.scenario))]
    shares = [edition.scenario.booking.share] * len(open_)
    for key, told, (values, figure), formula in (
        (
            IS_OPEN,
            (sheets.IS_OPEN, sheets.YES_NO),
            (open_, Figure.COUNT),
            "IF([plan.headings]<[first_open_year@value],0,1)",
        ),
        (
            OPEN_SHARE,
            (sheets.OPEN_SHARE, sheets.SHARE),
            (shares, Figure.FINE_SHARE),
            f"IF([{IS_OPEN}]=0,[booking_share@E],[booking_share@value])",
        ),
    ):
        label, unit = map(edition.say, told)
        cells = figures(values, figure, Role.CALCULATED, formula)
        yield edition.row(key, Entry(label=label, unit=unit), years=cells)


@dataclass(frozen=True, slots=True)
class CasePlan:
    """The plan of one investment as rows with formulas."""

    edition: Edition
    number: int
    investment: Investment
    columns: TrialColumns

    def rows(self, totals: Plan) -> Iterator[Row]:
        """Yield stages, effects and their totals, then the savings if they come late."""
        stages = StageRows(self.edition, self.number, self.investment)
        outlays = tuple(stages.outlays())
        yield from outlays
        yield self._total("outlay", totals.outlay, _sum(outlays))
        yield from stages.grants()
        disruptions = tuple(stages.disruptions())
        yield from disruptions
        yield from stages.rests()
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
        _, part = realised(self.edition.scenario, self.investment).get("saving", (None, None))
        for position, planned in self._own_effects():
            rows = EffectRows(self.edition, self.number, position, planned, part)
            yield from rows.worked_out(self.columns)

    def _own_effects(self) -> Iterator[tuple[int, PlannedEffect]]:
        planned = planned_effects(self.edition.scenario, self.investment)
        return (item for item in enumerate(planned, start=1) if item[1].effect.is_own_cash)

    def _total(self, field: str, values: Iterable[float], formula: str) -> Row:
        return self._part(field, (TOTALS[field], ""), values, formula)

    def _part(
        self, key: str, named: tuple[Text, str], values: Iterable[float], formula: str
    ) -> Row:
        return plan_row(self.edition, f"{self.number}.{key}", named, values, formula)

    def _effects(self) -> Iterator[Row]:
        for position, planned in self._own_effects():
            yield self._part(
                f"effect{position}",
                (sheets.PLAN_EFFECT, self.edition.effect(planned.effect, position)),
                planned.saving,
                EffectRows(self.edition, self.number, position, planned).saving(),
            )

    def _bookings(self, gross: Array) -> Iterator[Row]:
        """Yield the booking typed for the case, and what is booked before running costs.

        In a follow-up, the share that is tried counts for the open years alone.
        """
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
        yield self._part("gross", (sheets.BOOKED_GIVEN, ""), gross, self._gross())

    def _gross(self) -> str:
        """Return what is booked: by the share where no year that is as open has a booking."""
        booked, share, typed = f"[{self.number}.booked@years]", "[booking_share@value]", ""
        if is_partly_open(self.edition.scenario):
            share, alike = f"[{OPEN_SHARE}]", f"[{IS_OPEN}@years]=[{IS_OPEN}]"
            typed = f'SUMPRODUCT(({alike})*({booked}<>""))'
        saved = f"([plan.{self.number}.saving]-[plan.{self.number}.running])"
        held = f"[plan.{self.number}.held]"
        return f"{switch(self.number)}*IF({typed or f'COUNT({booked})'}=0,{share}*{saved},{held})"


def _sum(rows: tuple[Row, ...]) -> str:
    return f"SUM([{rows[0].key}..{rows[-1].key}])" if rows else "0"
