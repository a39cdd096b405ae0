"""What a comparison finds, in sentences that chart, workbook and terminal share."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from innobudget.domain.comparison import ComparisonResults, Standing
from innobudget.domain.scenario import Scenario
from innobudget.messages import Text
from innobudget.report.comparison.measured import (
    HOLDS,
    MET,
    ahead,
    best_met,
    booked,
    buyers,
    falls,
    holds,
    least_often,
    order,
    others_per_krone,
    ratio,
    rival,
    same_money,
    surest,
    worth_more,
    worthiest,
)
from innobudget.report.comparison.sayings import (
    BOOKINGS,
    DECISIONS,
    MORE_OFTEN,
    ORDERS,
    PER_KRONE,
    WITHOUT,
    WORTH,
    WORTH_LEADS,
    Best,
    Saying,
    best_npv,
    falling,
    is_all,
)
from innobudget.report.findings.saying import Finding, chosen, first_true
from innobudget.report.findings.service import MOVED
from innobudget.report.findings.teller import capital, joined
from innobudget.report.voice import Voice
from innobudget.report.words import comparison as words
from innobudget.report.words.numbers import AMOUNT_IN_UNITS, amount, currency_name, number

PAIR = 2
"""As many as are told by name."""
LONGEST_NAMES = 60
"""Of more that are told together, or they are counted. [characters]"""
ALMOST_CERTAIN = 0.9999
"""A standard error never makes anything quite certain."""

Namer = Callable[[Standing], str]
"""How a scenario is called: by name or by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings(Voice):
    """A comparison that speaks a language."""

    comparison: ComparisonResults
    """What was found."""
    called: Namer
    """How scenarios are called."""

    @property
    def scenario(self) -> Scenario:
        """The scenario whose seed, trials and sampling hold for all."""
        return self.comparison.scenarios[0]

    def say(self, phrase: Text, **values: object) -> str:
        """Return a phrase in the language; `{krone}` is the unit that is laid out."""
        return phrase(self.language, krone=self.krone, **values)

    def find(
        self, titles: Sequence[Saying], *leads: Sequence[Saying], best: Best, **told: object
    ) -> Finding:
        """Return the first title whose claim holds, and the first of each choice of leads.

        Where the best save by letting service fall, the title says so too.
        """
        own = {"period": self.period, "best": self.named(best(self.comparison)), **told}
        said = chosen(self.comparison, titles, *leads)
        title, *others = (self.say(saying.phrase, **own) for saying in said)
        title, but = self._with_service(title, best)
        ids = tuple(item.id for item in self.comparison.standings)
        title = title if title.startswith(ids) else capital(title)  # an id is typed as it is
        return Finding(title, joined(*others), (*said, *but))

    def _with_service(self, told: str, best: Best) -> tuple[str, list[Saying]]:
        """Say in the same breath where the best save by letting service fall."""
        but = first_true(falling(best), self.comparison)
        if but is None:
            return told, []
        names = self.named([item for item in best(self.comparison) if falls(item)])
        return self.say(but.phrase, told=told, names=names), [but]

    @property
    def krone(self) -> str:
        """What one unit of the currency is called."""
        return words.KRONE(self.language) if self.currency == "DKK" else self.currency

    def counted(self) -> str:
        """Say what no figure contains."""
        return self.say(words.COUNTED, year=self.years[0])

    def per_krone(self, value: float) -> str:
        """Return a saving per unit of the currency: `1,53 kr.`."""
        unit = currency_name(self.currency, self.language)
        written = number(value, self.language, 2)
        return self.say(AMOUNT_IN_UNITS, number=written, currency=unit)

    def decision(self) -> Finding:
        """Say with which scenario the budget holds most surely, and what becomes of service."""
        best = surest(self.comparison)
        one, other = self.comparison.standings[:2]
        return self.find(
            DECISIONS,
            best=surest,
            often=self.often(holds(max(best, key=holds))),
            one=self.called(one),
            other=self.called(other),
            holds=self.chance(holds(one)),
            less=self.chance(holds(other)),
        )

    def often(self, probability: float) -> str:
        """Say in how many futures: `in 63 % of the futures`."""
        if probability in (0, 1):
            return self.say(words.IN_EVERY if probability else words.IN_NO)
        return self.say(words.IN_SHARE, chance=self.chance(probability))

    def _how_often(self, probability: float) -> dict[str, str]:
        """Return what is told of a share of the futures, and of the least of several."""
        least = words.IN_EVERY if probability == 1 else words.IN_AT_LEAST
        return {
            "often": self.often(probability),
            "at_least": self.say(least, chance=self.chance(probability)),
        }

    def most_per_krone(self) -> Finding:
        """Say which buys most safe saving per krone, in how many futures, and how sure that is."""
        found, told = self.comparison, dict[str, object]()
        if found.ranking:
            told["value"] = self.per_krone(ratio(found.ranking[0]).value)
        if others_per_krone(found):
            told["other"] = self.called(others_per_krone(found)[0])
            told |= self._how_often(least_often(found))
        other = rival(found)
        if other:
            told |= {"other": self.called(other[0]), **self._how_often(other[1])}
        left = [item for item in found.standings if item not in found.ranking]
        return self.find(
            PER_KRONE,
            MORE_OFTEN,
            ORDERS,
            WITHOUT,
            best=buyers,
            **told,
            **self._closest(),
            names=self.listed(map(self.called, left)),
        )

    def _closest(self) -> dict[str, object]:
        """Return what is told of the two that are closest in the ranking."""
        closest = order(self.comparison)
        if closest is None:
            return {}
        estimate, first, second = closest
        return {
            "sure": self.chance(min(estimate.certainty, ALMOST_CERTAIN)),
            "first": self.called(first),
            "second": self.called(second),
            "trials": number(self.scenario.sampled.trials, self.language),
        }

    def worth(self) -> Finding:
        """Say which is worth most, and in how many futures, where kroner may be ranked."""
        found = self.comparison
        best = worthiest(found)
        others = [item for item in found.standings if item not in best]
        shares = [worth_more(found, one, other) for one in best for other in others]
        return self.find(
            WORTH,
            WORTH_LEADS,
            best=worthiest if same_money(found) else lambda _: (),
            value=amount(best_npv(found), self.currency, self.language),
            other=self.called(others[0]) if others else "",
            **self._how_often(min(shares, default=0.0)),
        )

    def bookings(self) -> Finding:
        """Say whose booked savings come most surely."""
        found, best = self.comparison, best_met(self.comparison)
        met = max((item.estimates[MET].value for item in best), default=0.0)
        others = [self._booked_less(item) for item in booked(found) if item not in best]
        names, but = self._with_service(self.named(best), best_met)
        told = self.find(
            BOOKINGS,
            best=lambda _: (),
            names=names,
            chance=self.chance(met),
            others=self.listed(others),
        )
        return told._replace(said=(*told.said, *but))

    def _booked_less(self, other: Standing) -> str:
        behind = ahead(self.comparison, best_met(self.comparison)[0], other, MET)
        return self.say(
            words.HOLD_OTHER,
            other=self.called(other),
            chance=self.chance(other.estimates[MET].value),
            points=number(100 * abs(behind.value), self.language),
            error=number(100 * (behind.standard_error or 0.0), self.language, 1),
        )

    less_column: ClassVar[Text] = words.LESS_COLUMN
    """What `less_sure` is called."""
    picture: ClassVar[Text] = words.DECISION_PICTURE
    """What the chart of the decision shows."""
    worth_column: ClassVar[Text] = words.WORTH_COLUMN
    """What the share of the futures is called in which `foremost` is worth more."""

    def less_sure(self, standing: Standing) -> str:
        """Say how much less sure the budget is than with the surest scenario, in points."""
        best = surest(self.comparison)
        if standing in best:
            return words.DASH if standing is best[0] else self.say(words.THE_SAME)
        return self.points(standing, best[0])

    def points(self, standing: Standing, other: Standing) -> str:
        """Say how much surer the budget is than with another scenario, in points."""
        behind = ahead(self.comparison, standing, other, HOLDS)
        return self.say(words.POINTS, points=number(behind.value * 100, self.language))

    @property
    def is_ranked(self) -> bool:
        """Whether scenarios are in an order by what they save per krone."""
        return order(self.comparison) is not None

    @property
    def in_order(self) -> tuple[Standing, ...]:
        """The scenarios that spend, the one that saves most per krone first."""
        return self.comparison.ranking

    @property
    def foremost(self) -> Standing:
        """The scenario whose worth the others are set against."""
        return worthiest(self.comparison)[0]

    def service(self, standing: Standing) -> str:
        """Say what becomes of service in a scenario: `stiger 8 af 9`."""
        ways = standing.service
        up, down = sum(way >= MOVED for way in ways), sum(way <= -MOVED for way in ways)
        if not up and not down:
            return self.say(words.SERVICE_SAME) if ways else words.DASH
        phrase = words.SERVICE_UP if up >= down else words.SERVICE_DOWN
        return self.say(phrase, count=max(up, down), of=len(ways))

    def named(self, items: Sequence[Standing]) -> str:
        """Name scenarios that are told together, or count them where that takes too long."""
        names = self.listed(map(self.called, items))
        if len(items) <= PAIR or len(names) <= LONGEST_NAMES:
            return names
        phrase = words.ALL_OF if is_all(self.comparison, items) else words.SOME_OF
        return self.say(phrase, count=len(items))

    def listed(self, parts: Iterable[str]) -> str:
        """Put parts of a sentence together with commas and an `and`."""
        *first, last = [*parts] or [""]
        return self.say(words.AND, first=", ".join(first), last=last) if first else last
