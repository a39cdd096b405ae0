"""When the money is back: What-if's figures of the payback year."""

from collections.abc import Iterator

from innobudget.engine.what_if import WhatIf
from innobudget.report.tables import Figure
from innobudget.report.words import answers, labels
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.estimates import (
    PERCENTILES,
    Estimate,
    Live,
    paid_back_by,
    pointer,
    rank_error,
    share_figure,
)
from innobudget.report.workbook.pages.trials import columns_of


def payback_figures(edition: Edition, now: WhatIf) -> Iterator[Live]:
    """Return the probability of being paid back by each year, and the percentiles."""
    made = _Payback(edition, now)
    yield made.by_year()
    for statistic in PERCENTILES:
        yield made.percentile(statistic)


class _Payback:
    """Builds the figures of one edition."""

    def __init__(self, edition: Edition, now: WhatIf) -> None:
        self._edition, self._trials = edition, len(now.npv)
        self._run = edition.results.portfolio.payback
        self._shares = tuple(float((now.payback_year <= year).mean()) for year in edition.years)

    def by_year(self) -> Live:
        """Return the probability of being paid back by each year."""
        trials = columns_of(self._edition).all("payback")
        now = Estimate(
            years=self._shares,
            by_year=f"SUMPRODUCT(({trials}<=[whatif.headings])*1)/[whatif.n@value]",
        )
        run = pointer("results.payback.by", paid_back_by(self._run, self._edition.years), None)
        label = self._edition.say(answers.PAID_BACK_BY)
        return share_figure("payback.by", label, now, run, self._trials)

    def percentile(self, statistic: str) -> Live:
        """Return the first year by which it is paid back with a probability.

        Its error is the number of years whose own probability is so near that they might be it.
        """
        share = PERCENTILES[statistic]
        at, off = f"[{statistic}@value]", f"[whatif.rank.{statistic}@value]"
        rank, place = rank_error(share, self._trials), self._years_before(share)
        near = sum(share - rank < found < share + rank for found in self._shares)
        year = getattr(self._run, statistic)
        key = f"payback.{statistic}"
        told = self._edition.say(answers.STATISTICS[statistic])
        return Live(
            key=key,
            label=f"{self._edition.say(labels.PAYBACK)}, {told}",
            figure=Figure.YEAR,
            now=Estimate(period=self._year(place), for_period=self._year_formula(at)),
            error=Estimate(
                period=near,
                for_period=f"SUMPRODUCT(([whatif.payback.by@years]>{at}-{off})"
                f"*([whatif.payback.by@years]<{at}+{off}))",
            ),
            run=pointer(f"results.{key}", (), self._never() if year is None else year),
        )

    def _year_formula(self, at: str) -> str:
        count = f"SUMPRODUCT(([whatif.payback.by@years]<{at})*1)"
        never = self._edition.say(answers.NEVER, year="")
        last = "[base_year@value]+[horizon@value]-1"
        return f'IF({count}=[horizon@value],"{never}"&{last},[base_year@value]+{count})'

    def _years_before(self, share: float) -> int:
        """Return in how many years of the horizon it is paid back with a smaller probability."""
        return sum(found < share for found in self._shares)

    def _year(self, place: int) -> float | str:
        years = self._edition.years
        return self._never() if place == len(years) else years[place]

    def _never(self) -> str:
        return self._edition.say(answers.NEVER, year=self._edition.years[-1])
