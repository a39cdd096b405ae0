"""The money of an investment's stages on Plan: as planned, and what of it is still simulated."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from innobudget.domain.facts import AMOUNT_KEYS
from innobudget.domain.investment import Investment, Stage
from innobudget.engine.actuals import OF_KIND
from innobudget.engine.flows import Array
from innobudget.engine.plan import by_year
from innobudget.messages import Text
from innobudget.report.appropriations import Money, own_money
from innobudget.report.planning import realised, replaced
from innobudget.report.tables import Role, Row, amounts
from innobudget.report.words import labels, sheets
from innobudget.report.workbook.edition import Edition, Entry, period_sum
from innobudget.report.workbook.pages.case_inputs import STAGE_AMOUNTS

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


@dataclass(frozen=True, slots=True)
class StageRows:
    """The stages of one investment as rows with formulas."""

    edition: Edition
    number: int
    investment: Investment

    def outlays(self) -> Iterator[Row]:
        """Yield the municipality's own outlay of each stage, by kind."""
        scenario = self.edition.scenario
        for position, stage in enumerate(self.investment.stages, start=1):
            fields = [field for field in STAGE_ROWS if any(getattr(stage, field).values())]
            for field in fields:
                key = f"{self.number}.stage{position}"
                own = f"{switch(self.number)}*[{key}.{field}]*(1-[{self.number}.cofinancing@value])"
                if any(stage.grant.values()):
                    own += f"-{granted(key, field, fields)}"
                yield self._row(
                    f"stage{position}.{field}.own",
                    (STAGE_ROWS[field], self.edition.stage(stage, position)),
                    own_money(scenario, self.investment, stage, field),
                    own,
                )

    def grants(self) -> Iterator[Row]:
        """Yield what others pay in kroner, where there is an outlay that they pay to."""
        horizon = self.edition.scenario.horizon
        for position, stage in enumerate(self.investment.stages, start=1):
            key = f"{self.number}.stage{position}"
            fields = [field for field in STAGE_ROWS if any(getattr(stage, field).values())]
            if any(stage.grant.values()):
                whole = "+".join(f"[{key}.{field}]" for field in fields)
                yield self._row(
                    f"stage{position}.grant",
                    (sheets.STAGE_GRANT, self.edition.stage(stage, position)),
                    by_year(stage.grant, horizon),
                    f"IF({whole}=0,0,{switch(self.number)}*[{key}.grant])",
                )

    def disruptions(self) -> Iterator[Row]:
        """Yield the disruption of each stage."""
        for position, stage in enumerate(self.investment.stages, start=1):
            values = by_year(stage.disruption, self.edition.scenario.horizon)
            key = f"stage{position}.disruption"
            if values.any():
                yield self._row(
                    f"{key}.all",
                    (sheets.STAGE_DISRUPTION, self.edition.stage(stage, position)),
                    values,
                    f"{switch(self.number)}*[{self.number}.{key}]",
                )

    def rests(self) -> Iterator[Row]:
        """Yield what is still simulated of a stage's money, where some of it is realised."""
        for position, stage in enumerate(self.investment.stages, start=1):
            for key, values, formula in self._rest(stage, position):
                told = (sheets.STILL_SIMULATED, self._named(key, stage, position))
                yield self._row(f"stage{position}.{key}.rest", told, values, formula)

    def _rest(self, stage: Stage, position: int) -> Iterator[tuple[str, Array, str]]:
        edition, key = self.edition, f"{self.number}.stage{position}"
        scenario, horizon = edition.scenario, edition.scenario.horizon
        gone = replaced(scenario, self.investment, position - 1)
        parts = realised(scenario, self.investment)
        left = {name: 1 - parts[name][1] if name in gone else 1.0 for name in AMOUNT_KEYS}
        of_left = {
            name: f"*(1-[{self.number}.part.{name}])" if name in gone else "" for name in left
        }
        fields = [field for field in STAGE_ROWS if any(getattr(stage, field).values())]
        if gone & {*fields}:
            for field in fields:
                whole = (1 - self.investment.cofinancing) * by_year(getattr(stage, field), horizon)
                own = f"{switch(self.number)}*[{key}.{field}]*(1-[{self.number}.cofinancing@value])"
                yield field, whole * left[field], own + of_left[field]
            if any(stage.grant.values()):
                paid = {OF_KIND[kind]: by_year(own, horizon) for kind, own in stage.grants.items()}
                grants = [paid[field] * left[field] for field in fields]
                formulas = (granted(key, field, fields) + of_left[field] for field in fields)
                yield "grant", np.asarray(sum(grants)), "+".join(formulas)
        if "disruption" in gone:
            values = by_year(stage.disruption, horizon) * left["disruption"]
            yield "disruption", values, f"[plan.{key}.disruption.all]{of_left['disruption']}"

    def _named(self, key: str, stage: Stage, position: int) -> str:
        phrase = STAGE_AMOUNTS[key]
        return f"{self.edition.say(phrase)}, {self.edition.stage(stage, position)}"

    def _row(self, key: str, named: tuple[Text, str], values: Array, formula: str) -> Row:
        return plan_row(self.edition, f"{self.number}.{key}", named, values, formula)


def plan_row(
    edition: Edition, key: str, named: tuple[Text, str], values: Iterable[float], formula: str
) -> Row:
    """Return a row of Plan with its period's sum."""
    years, (phrase, detail) = tuple(values), named
    field = key.rpartition(".")[2]
    role = Role.TOTAL if field in TOTALS and field != "running" else Role.CALCULATED
    period = edition.scenario.horizon.period
    return edition.row(
        f"plan.{key}",
        Entry(phrase, detail=detail),
        value=period_sum(f"plan.{key}", years, period, role),
        years=amounts(years, role, formula),
    )


def switch(number: int) -> str:
    """Return What-if's switch of an investment."""
    return f"[whatif.case{number}@D]"


def granted(key: str, field: str, fields: Sequence[str]) -> str:
    """Return a stage's grant; of two kinds of outlay each has its part of the year's."""
    whole = f"[plan.{key}.grant]"
    if len(fields) == 1:
        return whole
    outlay = "+".join(f"[{key}.{name}]" for name in fields)
    return f"IF({outlay}=0,0,{whole}*[{key}.{field}]/({outlay}))"
