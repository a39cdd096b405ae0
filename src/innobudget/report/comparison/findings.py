"""What a comparison finds, in sentences that chart, workbook and terminal share."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.comparison import SETTLED, Comparison, Estimate, Standing
from innobudget.domain.scenario import Scenario
from innobudget.messages import Text
from innobudget.report.voice import Voice
from innobudget.report.words import comparison as words
from innobudget.report.words.numbers import AMOUNT_IN_UNITS, amount, currency_name, number

LONGEST_LIKE = 40
"""Names of what is as good as the best, or they would hide the finding. [characters]"""
ALMOST_CERTAIN = 0.9999
"""A standard error never makes anything quite certain."""
MOVED = 0.005
"""From this share of the way to its target on an indicator has moved."""
MOSTLY = 0.5
"""Below this share of the futures the best has no advantage in a single one."""

Namer = Callable[[Standing], str]
"""How a scenario is called: by name or by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings(Voice):
    """A comparison that speaks a language."""

    comparison: Comparison
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

    def most_per_krone(self) -> str:
        """Say which buys most safe saving per krone, and in how many futures."""
        ranking = self.comparison.ranking
        if not ranking:
            return self.say(words.NO_OUTLAY, period=self.period)
        best, *others = ranking
        value = self.per_krone(ratio(best).value)
        if ratio(best).value <= 0:
            return self.say(words.NONE_SAFE, period=self.period)
        if not others:
            return self.say(words.MOST_ALONE, best=self.called(best), value=value)
        tied = [other for other in others if self.is_tied(best, other)]
        rest = [other for other in others if other not in tied]
        if not rest:
            return self.say(words.SAME, names=self.listed(map(self.called, ranking)), value=value)
        chances = {other.id: self.more_per_krone(best, other) for other in rest}
        rival = min(rest, key=lambda other: chances[other.id])
        told = {"best": self.with_tied(best, tied), "value": value, "other": self.called(rival)}
        least = chances[rival.id]
        if least < MOSTLY:
            more = self.chance(self.more_per_krone(rival, best))
            return self.say(words.MOST_BUT_LESS_OFTEN, **told, chance=more)
        phrase = words.MOST if len(rest) == 1 else words.MOST_OF_MANY
        return self.say(phrase, **told, chance=self.chance(least))

    def message(self) -> str:
        """Say the finding, after how sure the budget is where the finding itself does not tell."""
        finding = f"{self.most_per_krone()}."
        ranking = self.comparison.ranking
        told = ranking and ratio(ranking[0]).value > 0 and not all(map(self._is_best, ranking))
        return finding if told else f"{self.budget_holds()}. {finding}"

    def _is_best(self, standing: Standing) -> bool:
        best = self.comparison.ranking[0]
        return standing is best or self.is_tied(best, standing)

    def budget_holds(self) -> str:
        """Say with which scenario the budget holds most surely."""
        standings = self.comparison.standings
        first = max(standings, key=lambda item: item.estimates.probability_budget_holds.value)
        chance = first.estimates.probability_budget_holds.value
        best = [item for item in standings if item is first or self.holds_as_well(first, item)]
        alike = len(best) == len(standings)
        return self.say(
            words.BUDGET_HOLDS_ALIKE if alike else words.BUDGET_HOLDS_BEST,
            period=self.period,
            best=self.listed(map(self.called, best)),
            chance=self.chance(chance),
        )

    def with_service(self, told: str, best: Sequence[Standing]) -> str:
        """Say in the same breath where the best saves by letting service fall."""
        falling = [item for item in best if self.falls(item)]
        if not falling:
            return told
        if len(falling) == len(best):
            return self.say(words.BUT_SERVICE_FALLS, told=told)
        names = self.listed(map(self.called, falling))
        return self.say(words.BUT_SERVICE_FALLS_OF, told=told, names=names)

    def same_budget(self) -> bool:
        """Say whether all scenarios are of one budget, so that amounts may be ranked."""
        first, *others = [scenario.budget for scenario in self.comparison.scenarios]
        return all(other == first for other in others)

    def falls(self, standing: Standing) -> bool:
        """Say whether every service indicator of a scenario moves away from its target."""
        return bool(standing.service) and all(way <= -MOVED for way in standing.service)

    def holds_as_well(self, one: Standing, other: Standing) -> bool:
        """Say whether more trials could turn which budget holds more surely."""
        found, _ = self.comparison.difference(one.id, other.id)
        holds: Estimate = found.estimates.probability_budget_holds
        return holds.is_tie

    def is_tied(self, one: Standing, other: Standing) -> bool:
        """Say whether two buy about the same safe saving per krone."""
        return self._ahead(one, other).is_tie

    def with_tied(self, best: Standing, tied: Sequence[Standing]) -> str:
        """Return how the best is called, and which are about as good."""
        if not tied:
            return self.called(best)
        names = self.listed(map(self.called, tied))
        phrase = words.LIKE if len(names) <= LONGEST_LIKE else words.LIKE_MORE
        return self.say(phrase, best=self.called(best), tied=names, count=len(tied))

    def order(self) -> str:
        """Say whether more trials could turn the order round; empty: there is no order."""
        ranking = self.comparison.ranking
        steps = [(self._ahead(better, worse), better, worse) for better, worse in pairwise(ranking)]
        steps = [step for step in steps if step[0].value != 0]
        if not steps:
            return ""
        if steps[0][0].standard_error is None:
            return self.say(words.ORDER_OF_ONE_TRIAL)
        closest, first, second = min(steps, key=lambda step: step[0].certainty)
        chance = self.chance(min(closest.certainty, ALMOST_CERTAIN))
        if closest.certainty >= SETTLED:
            return self.say(words.ORDER_SURE, chance=chance)
        trials = number(self.scenario.sampled.trials, self.language)
        return self.say(
            words.ORDER_UNSURE,
            trials=trials,
            first=self.called(first),
            second=self.called(second),
            chance=chance,
        )

    def without_outlay(self) -> str:
        """Say of which scenarios nothing can be said per krone; empty: of all something."""
        ranking = self.comparison.ranking
        left = [item for item in self.comparison.standings if item not in ranking]
        if not left or not ranking:
            return ""
        names = self.listed(map(self.called, left))
        return self.say(words.WITHOUT_OUTLAY, period=self.period, names=names)

    @property
    def by_worth(self) -> tuple[Standing, ...]:
        """The scenarios by mean NPV, the highest first."""
        found = sorted(self.comparison.standings, key=lambda item: -item.portfolio.npv.mean)
        return tuple(found)

    def worth_same(self) -> bool:
        """Say whether all scenarios have about the same mean NPV."""
        return len(self.as_worthy) == len(self.comparison.standings)

    def worth_differs(self) -> bool:
        """Say whether any scenario has another NPV than the best in any future."""
        best, *others = self.by_worth
        return any(self.worth_more(*pair) for o in others for pair in ((best, o), (o, best)))

    @property
    def as_worthy(self) -> tuple[Standing, ...]:
        """The scenario with the highest mean NPV, and those that more trials could put first."""
        best, *others = self.by_worth
        return (best, *(other for other in others if self._as_worthy(best, other)))

    def _as_worthy(self, one: Standing, other: Standing) -> bool:
        found, _ = self.comparison.difference(one.id, other.id)
        spread = found.npv.spread
        ahead = Estimate(value=spread.mean, standard_error=spread.standard_error)
        return abs(spread.mean) <= HALF_AN_ORE or ahead.is_tie

    def worth_more(self, one: Standing, other: Standing) -> float:
        """Return the share of the futures in which one has a higher NPV than the other."""
        found, sign = self.comparison.difference(one.id, other.id)
        return found.npv.probability_higher if sign > 0 else found.npv.probability_lower

    def worth_most(self) -> str:
        """Say which is worth most, and in how many futures."""
        best, *others = self.by_worth
        value = amount(best.portfolio.npv.mean, self.currency, self.language)
        if self.worth_same():
            names = self.listed(map(self.called, self.by_worth))
            return self.say(words.WORTH_TITLE_SAME, names=names, value=value)
        _, *tied = self.as_worthy
        rest = [other for other in others if other not in tied]
        rival = min(rest, key=lambda other: self.worth_more(best, other))
        phrase = words.WORTH_TITLE if len(rest) == 1 else words.WORTH_TITLE_OF_MANY
        return self.say(
            phrase,
            best=self.with_tied(best, tied),
            other=self.called(rival),
            value=value,
            chance=self.chance(self.worth_more(best, rival)),
        )

    def more_per_krone(self, one: Standing, other: Standing) -> float:
        """Return the share of the futures in which one saves more per krone than the other."""
        found, sign = self.comparison.difference(one.id, other.id)
        paired = found.saving_per_krone
        if paired is None:
            return 0.0
        return paired.probability_higher if sign > 0 else paired.probability_lower

    def listed(self, parts: Iterable[str]) -> str:
        """Put parts of a sentence together with commas and an `and`."""
        *first, last = parts
        return self.say(words.AND, first=", ".join(first), last=last) if first else last

    def _ahead(self, one: Standing, other: Standing) -> Estimate:
        """Return how much more safe saving per krone one buys than the other."""
        found, sign = self.comparison.difference(one.id, other.id)
        estimate = found.estimates.safe_saving_per_krone
        if estimate is None:
            return Estimate(value=0.0, standard_error=None)
        return Estimate(value=sign * estimate.value, standard_error=estimate.standard_error)


def ratio(standing: Standing) -> Estimate:
    """Return the safe saving per krone of a scenario that has an outlay."""
    found = standing.estimates.safe_saving_per_krone
    if found is None:
        raise ValueError(f"{standing.id} has no outlay")
    return found
