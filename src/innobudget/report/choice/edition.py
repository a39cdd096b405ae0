"""What every sheet of a choice's workbook is made from."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np

from innobudget.domain.chosen import CaseDecision, Chosen
from innobudget.domain.scenario import Scenario
from innobudget.engine.choosing.telling import SampledCases
from innobudget.engine.flows import Array
from innobudget.report.choice.teller import ChoiceTeller
from innobudget.report.tables import Cell, text
from innobudget.report.words import choice as words
from innobudget.report.words import choice_sheets as sheets
from innobudget.report.workbook.edition import Speaker
from innobudget.report.workbook.references import letters

FIRST_CASE_COLUMN = 5
"""Of the sheet Trials: where the savings of cases begin."""


@dataclass(frozen=True, kw_only=True)
class ChoiceEdition(Speaker):
    """The subject of a choice's workbook."""

    chosen: Chosen
    """What it tells."""
    sample: SampledCases
    """Some of the trials."""
    blank: ClassVar[Cell | None] = text("")

    @property
    def scenario(self) -> Scenario:
        """What was chosen from."""
        return self.chosen.scenario

    @cached_property
    def teller(self) -> ChoiceTeller:
        """Who says what it finds."""
        return ChoiceTeller(chosen=self.chosen, language=self.language)

    @cached_property
    def titles(self) -> dict[str, str]:
        """The whole name of each case, by id."""
        return {item.id: item.title for item in self.scenario.enabled}

    @property
    def cases(self) -> tuple[CaseDecision, ...]:
        """Every enabled case, in the order of the scenario."""
        return self.chosen.cases

    @property
    def count(self) -> int:
        """Number of sampled trials."""
        return int(self.sample.saving.shape[1])

    @cached_property
    def switches(self) -> Array:
        """1 for each case that is in, shape (case,)."""
        is_in = {*self.chosen.choice.chosen, *self.chosen.choice.always}
        return np.array([float(case.id in is_in) for case in self.cases])

    @property
    def units(self) -> str:
        """The note on units."""
        return self.say(sheets.UNITS, unit=self.unit)

    def case_key(self, number: int) -> str:
        """Return what formulas call the row of a case on the first sheet."""
        return f"choice.case{number + 1}"

    def all_cases(self, column: str) -> str:
        """Return a reference to a column of all cases on the first sheet."""
        first, last = self.case_key(0), self.case_key(len(self.cases) - 1)
        return f"[{first}..{last}@{column}]"

    def columns(self, *, kept: bool) -> str:
        """Return the columns of the cases on the sheet Trials, as references write them."""
        first = FIRST_CASE_COLUMN + (len(self.cases) if kept else 0)
        return f"{letters(first)}:{letters(first + len(self.cases) - 1)}"

    def headings(self, detail: str, figures: Iterable[Cell]) -> tuple[Cell, ...]:
        """Return headings: the case, which one, the unit, then those of figures."""
        return (*self.heads((words.CASE, detail, "")), *figures)
