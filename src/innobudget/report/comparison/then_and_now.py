"""One budget as it was known at several times: what it was expected to be, and is now."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from innobudget.domain.comparison import ComparisonResults, Standing
from innobudget.domain.scenario import Language
from innobudget.messages import Text
from innobudget.report.comparison.findings import Findings, Namer
from innobudget.report.comparison.measured import (
    MET,
    booked,
    holds,
    ratio,
    same_money,
    worth_more,
)
from innobudget.report.comparison.sayings import Saying
from innobudget.report.findings.saying import Finding
from innobudget.report.findings.teller import short
from innobudget.report.words import comparison as words
from innobudget.report.words.numbers import amount


@dataclass(frozen=True, slots=True, kw_only=True)
class ThenAndNow(Findings):
    """One budget as it was known at several times: no choice between them."""

    less_column: ClassVar[Text] = words.THEN_COLUMN
    picture: ClassVar[Text] = words.THEN_PICTURE
    worth_column: ClassVar[Text] = words.NOW_COLUMN

    @property
    def ends(self) -> tuple[Standing, Standing]:
        """The scenario that was known first, and the one that is known now."""
        first, *_, last = self._in_turn
        return first, last

    @property
    def _in_turn(self) -> list[Standing]:
        turns = self.comparison.turns
        return sorted(self.comparison.standings, key=lambda item: turns.index(item.id))

    def _told(
        self, title: Text, figure: Callable[[Standing], str], *leads: Saying, **told: object
    ) -> Finding:
        first, last = self.ends
        return self.find(
            (Saying(title, lambda c: bool(c.turns)),),
            leads,
            best=lambda _: (),
            first=self.called(first),
            last=self.called(last),
            then=figure(first),
            now=figure(last),
            **told,
        )

    def decision(self) -> Finding:
        """Say how often the budget was expected to hold, and is now."""
        return self._told(words.THEN_HOLDS, lambda item: self.chance(holds(item)))

    def most_per_krone(self) -> Finding:
        """Say what was saved safely per krone, and is now; nothing of one without an outlay."""
        if not all(item in self.comparison.ranking for item in self.ends):
            return Findings.most_per_krone(self)
        return self._told(words.THEN_PER_KRONE, lambda item: self.per_krone(ratio(item).value))

    def worth(self) -> Finding:
        """Say what it was worth, and is now, where kroner may be ranked."""
        if not same_money(self.comparison):
            return Findings.worth(self)
        first, last = self.ends
        lower, higher = (
            worth_more(self.comparison, *pair) for pair in ((first, last), (last, first))
        )

        def told(item: Standing) -> str:
            return amount(item.portfolio.npv.mean, self.currency, self.language)

        return self._told(
            words.THEN_WORTH,
            told,
            Saying(words.THEN_LOWER, lambda _: lower >= higher and lower > 0),
            Saying(words.THEN_HIGHER, lambda _: higher > 0),
            lower=self.often(lower),
            higher=self.often(higher),
        )

    def bookings(self) -> Finding:
        """Say how often the bookings were expected to come in full, and are now."""
        if not all(item in booked(self.comparison) for item in self.ends):
            return Findings.bookings(self)
        return self._told(words.THEN_BOOKINGS, lambda item: self.chance(item.estimates[MET].value))

    def less_sure(self, standing: Standing) -> str:
        """Say how much surer the budget is than it was first, in points."""
        first, _ = self.ends
        return words.DASH if standing is first else self.points(standing, first)

    @property
    def is_ranked(self) -> bool:
        """Then and now are in no order but time's."""
        return False

    @property
    def in_order(self) -> tuple[Standing, ...]:
        """The scenarios that spend, what was known first on top."""
        return tuple(item for item in self._in_turn if item in self.comparison.ranking)

    @property
    def foremost(self) -> Standing:
        """What is known now."""
        return self.ends[1]


def findings_of(comparison: ComparisonResults, language: Language, called: Namer) -> Findings:
    """Return what is found of a choice, or of one budget then and now."""
    kind = ThenAndNow if comparison.turns else Findings
    return kind(comparison=comparison, language=language, called=called)


def chart_findings(comparison: ComparisonResults, language: Language) -> Findings:
    """Return findings that call scenarios by the beginning of their names, where that is enough."""
    titles = {item.id: comparison.title(item) for item in comparison.standings}
    choices = [
        {name: head(title) for name, title in titles.items()}
        for head in (lambda title: short(title.split(",")[0]), short)
    ]

    def called(standing: Standing) -> str:
        for heads in choices:
            if list(heads.values()).count(heads[standing.id]) == 1:
                return heads[standing.id]
        return standing.id

    return findings_of(comparison, language, called)
