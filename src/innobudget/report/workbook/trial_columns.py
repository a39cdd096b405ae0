"""Where everything stands on the sheet Trials."""

from dataclasses import dataclass

from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.references import FIRST_YEAR_COLUMN, letters

SINGLE = ("npv", "saving_period", "gap_period", "payback")
"""One figure per trial, behind its number."""
BLOCKS = ("saving", "net_effect", "budget_gap", "cumulative_net")
"""One figure per trial and year."""
FLOWS = ("saving", "outlay", "disruption", "grant")
"""One figure per trial, year and investment; grants only where a scenario has any."""


@dataclass(frozen=True, slots=True)
class TrialColumns:
    """The columns of the sheet Trials, for so many trials, investments, years, period years."""

    trials: int
    investments: int
    years: int
    period: int
    has_grants: bool = False

    @property
    def flows(self) -> tuple[str, ...]:
        """Which simulated figures there are; outlays are before grants."""
        return FLOWS if self.has_grants else FLOWS[:-1]

    @property
    def _span(self) -> str:
        return f"trials.0..trials.{self.trials - 1}"

    @property
    def count(self) -> str:
        """Name the numbers of all trials."""
        return f"[{self._span}@A]"

    def single(self, name: str) -> str:
        """Return the letters of a column that has one figure per trial."""
        return letters(1 + SINGLE.index(name))

    def first(self, block: str) -> int:
        """Return where a block of years begins."""
        return 1 + len(SINGLE) + BLOCKS.index(block) * self.years

    def block(self, block: str, length: int | None = None) -> str:
        """Return the letters of a block, or of its first years."""
        first = self.first(block)
        return f"{letters(first)}:{letters(first + (length or self.years) - 1)}"

    @property
    def data(self) -> int:
        """Where the simulated figures begin; a column is left empty before them."""
        return self.first(BLOCKS[-1]) + self.years + 1

    def cases(self, flow: str, year: int) -> str:
        """Return the letters of all investments' figures in one year."""
        first = self.data + (FLOWS.index(flow) * self.years + year) * self.investments
        return f"{letters(first)}:{letters(first + self.investments - 1)}"

    def in_year(self, block: str) -> str:
        """Name all trials of a block in the year of the formula, for sheets with years across."""
        return f"[{self._span}@{self.first(block) - FIRST_YEAR_COLUMN:+d}]"

    def all(self, single: str) -> str:
        """Name all trials of a column that has one figure per trial."""
        return f"[{self._span}@{self.single(single)}]"


def columns_of(edition: Edition) -> TrialColumns:
    """Return where everything stands on the sheet Trials."""
    horizon = edition.results.scenario.horizon
    return TrialColumns(
        len(edition.sample.numbers),
        len(edition.investments),
        horizon.length,
        horizon.period,
        any(stage.grant for investment in edition.investments for stage in investment.stages),
    )
