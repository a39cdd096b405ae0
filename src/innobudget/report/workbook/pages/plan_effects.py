"""What an effect saves, on Plan: on time, and for every delay that occurs in the trials."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from innobudget.engine.flows import Array
from innobudget.engine.plan import profile
from innobudget.messages import Text
from innobudget.report.planning import PlannedEffect
from innobudget.report.tables import Cell, Figure, Role, Row, amounts, figures
from innobudget.report.words import sheets
from innobudget.report.workbook.edition import Edition, Entry
from innobudget.report.workbook.references import FIRST_YEAR_COLUMN, letters
from innobudget.report.workbook.trial_columns import Part, TrialColumns, is_late

LATE_PARTS: tuple[Part, ...] = ("benefit", "late_success")
"""Weights of savings that may come late."""


@dataclass(frozen=True, slots=True)
class EffectRows:
    """An effect of an investment, each by its number, as rows with formulas."""

    edition: Edition
    case: int
    position: int
    planned: PlannedEffect
    part: Array | None = None
    """Of what part of each year the saving is realised; None: of none. Shape (year,)."""

    @property
    def _key(self) -> str:
        return f"{self.case}.effect{self.position}"

    @property
    def _full(self) -> Array:
        return np.asarray(self.planned.full * (1 - self.planned.effect.refund))

    def saving(self, late: str = "") -> str:
        """Return the formula of its saving in a year; `late`: the cell of its delay in years."""
        key, lasts = f"plan.{self._key}", f"[{self._key}.years@value]"
        age = f"[{key}.age]" + (f"-{late}" if late else "")
        last = FIRST_YEAR_COLUMN + self.edition.across - 1
        steps = f"[{key}.steps@{letters(FIRST_YEAR_COLUMN)}:{letters(last)}]"
        return (
            f'[{key}.full]*IF(AND([{key}.age]>={late or "0"},OR({lasts}="",{age}<{lasts})),'
            f"INDEX({steps},MIN({age}+1,COUNT({steps}))),0)"
        )

    def worked_out(self, columns: TrialColumns) -> Iterator[Row]:
        """Yield what its saving is worked out from, then the saving for each delay."""
        say, effect = self.edition.say, self.planned.effect
        own = f"[{self._key}.amount@value]"
        if effect.share is not None:
            own = f"[{self._key}.share@value]*[fall.{self.case}.{self.position}.base]"
        refund = f"*(1-[{self._key}.refund@value])" if effect.refund else ""
        full = amounts(
            self._full.tolist(), Role.CALCULATED, f"[whatif.case{self.case}@D]*{own}{refund}"
        )
        yield self._row("full", (say(sheets.PLAN_FULL), self.edition.unit), full)
        ramp = [effect.ramp[min(n, len(effect.ramp) - 1)] for n in range(self.edition.across)]
        filled = f'IF([{self._key}.ramp]="",[own@-1],[{self._key}.ramp])'
        yield self._figures(
            "steps", (sheets.PLAN_STEPS, sheets.RAMP_UNIT), (ramp, Figure.SHARE, filled)
        )
        ages = [year - effect.start for year in self.edition.years]
        since = f"[plan.headings]-[{self._key}.from@value]"
        yield self._figures(
            "age", (sheets.PLAN_AGE, sheets.YEARS_UNIT), (ages, Figure.COUNT, since)
        )
        for part in LATE_PARTS:
            if is_late(part, effect):
                yield from self._late(columns.lags(self.case, part))

    def _figures(
        self, field: str, words: tuple[Text, Text], made: tuple[Sequence[float], Figure, str]
    ) -> Row:
        phrase, unit = (self.edition.say(word) for word in words)
        values, figure, formula = made
        return self._row(field, (phrase, unit), figures(values, figure, Role.CALCULATED, formula))

    def _late(self, lags: Sequence[int]) -> Iterator[Row]:
        """Yield its saving for each delay of the trials, on top of what all are later by."""
        say, later = self.edition.say, self.edition.scenario.stress.delay
        whole, part = int(later), later % 1
        before, below = f"[whatif.case{self.case}@H]", 0
        if later:
            before += "+[stress_years@value]"
        for lag in lags:
            key, formula = f"late{lag}", self.saving("[own@value]")
            saving = (1 - part) * self._saved(lag + whole)
            if part:
                after = self._saved(lag + whole + 1)
                yield self._delayed(
                    f"{key}.next",
                    say(sheets.PLAN_LATER, count=lag),
                    (after, formula),
                    (lag + whole + 1, f"[plan.{self._key}.{key}@value]+1"),
                )
                saving = saving + part * after
                here, next_ = "(1-[stress_part@value])", f"[plan.{self._key}.{key}.next]"
                formula = f"({here}*{formula}+[stress_part@value]*{next_})"
            if self.part is not None:
                saving = saving * (1 - self.part)
                formula = f"{formula}*(1-[{self.case}.part.saving])"
            delay = (lag + whole, before + "+1" * (lag - below))
            yield self._delayed(key, say(sheets.PLAN_LATE, count=lag), (saving, formula), delay)
            before, below = f"[plan.{self._key}.{key}@value]", lag

    def _saved(self, late: int) -> Array:
        effect, horizon = self.planned.effect, self.edition.scenario.horizon
        return self._full * profile(effect.start + late, effect.ramp, effect.years, horizon)

    def _delayed(
        self, key: str, label: str, made: tuple[Array, str], delayed: tuple[int, str]
    ) -> Row:
        (saving, formula), (years, of_delay) = made, delayed
        delay = Cell(value=years, figure=Figure.COUNT, role=Role.CALCULATED, formula=of_delay)
        cells = amounts(saving.tolist(), Role.CALCULATED, formula)
        return self._row(key, (label, self.edition.unit), cells, delay)

    def _row(
        self, field: str, told: tuple[str, str], years: Sequence[Cell], value: Cell | None = None
    ) -> Row:
        label, unit = told
        name = self.edition.effect(self.planned.effect, self.position)
        entry = Entry(label, detail=name, unit=unit)
        return self.edition.row(f"plan.{self._key}.{field}", entry, value=value, years=years)
