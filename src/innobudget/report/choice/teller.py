"""Who tells a choice: sentences that hold of it, in the reader's language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.choosing import Standing
from innobudget.domain.chosen import CaseDecision, Chosen, StressChoice
from innobudget.domain.scenario import Scenario
from innobudget.messages import Text
from innobudget.report.choice.check import objective_text
from innobudget.report.findings.teller import names_of
from innobudget.report.voice import Voice
from innobudget.report.words import choice as words
from innobudget.report.words.numbers import currency_name, number, percent

SURE = 2.0
"""Standard errors from which on a difference is one."""
LONGEST_TITLE = 140
"""What fits into three lines. [characters]"""
REASONS = 2
"""On which a case depends that are told."""


@dataclass(frozen=True, kw_only=True)
class ChoiceTeller(Voice):
    """A choice, and how it is told."""

    chosen: Chosen
    """What is told."""

    @property
    def scenario(self) -> Scenario:
        """What was chosen from."""
        return self.chosen.scenario

    def names(self, ids: Iterable[str]) -> str:
        """Name some cases."""
        return ", ".join(self.titles[name] for name in ids)

    @cached_property
    def titles(self) -> dict[str, str]:
        """What people call each case, by id: short, and still no other's name."""
        return names_of(self.scenario.enabled)

    @property
    def headline(self) -> str:
        """What the choice comes to, as a title: without names where these are many or long."""
        is_in = self.chosen.choice.chosen or self.chosen.choice.always
        title = self.as_title(next(self.whatever_happens()) if is_in else self.say(words.BEST_NONE))
        return title if len(title) <= LONGEST_TITLE else title.split(": ")[0]

    def as_title(self, sentence: str) -> str:
        """Return a sentence without its full stop, which a currency's name keeps."""
        ends = currency_name(self.currency, self.language)
        return sentence if sentence.endswith(ends) else sentence.removesuffix(".")

    @property
    def objective(self) -> str:
        """What was to be largest."""
        return objective_text(self.scenario, self.language)

    def whatever_happens(self) -> Iterator[str]:
        """Say which cases belong in it, which do not, and on what the others depend."""
        core = self.standing("core")
        if core:
            yield words.CORE.of(count=len(core), names=self.names(core))(self.language)
        elif self.chosen.choice.chosen:
            yield self.say(words.NO_CORE)
        if self.chosen.choice.always:
            yield self.say(words.ALWAYS, names=self.names(self.chosen.choice.always))
        depends = [case for case in self.chosen.cases if case.standing == "depends"]
        if depends:
            yield self.say(words.DEPENDS)
            yield from (f"  {self.depends(case)}" for case in depends)
        out = self.standing("out")
        if out:
            yield self.say(words.OUT, names=", ".join(map(self.with_reason, out)))
        for stress in self.chosen.stresses:
            if stress.chosen is None:
                yield self.say(words.UNMET, when=self.when(stress, ""))

    def with_reason(self, name: str) -> str:
        """Name a case, with the rules that it breaks all by itself."""
        case = next(own for own in self.chosen.cases if own.id == name)
        broken = [rule for rule, kept in case.criteria.items() if not kept]
        told = ", ".join(self.rule(rule) for rule in broken)
        return (
            self.say(words.FAILS, name=self.titles[name], rules=told) if told else self.titles[name]
        )

    def standing(self, standing: Standing) -> list[str]:
        """Return the cases of a standing, in the order of the scenario."""
        return [case.id for case in self.chosen.cases if case.standing == standing]

    def depends(self, case: CaseDecision) -> str:
        """Say on what a case depends."""
        by_name = {stress.name: stress for stress in self.chosen.stresses}
        first: dict[tuple[str, str | None, bool], StressChoice] = {}
        for name in case.depends_on:  # half of a benefit says nothing where a third does already
            one = by_name[name]
            first.setdefault((one.stress, one.case, one.size > 1), one)
        told = [self.when(one, case.id) for one in [*first.values()][:REASONS]]
        when = told[0]
        for other in told[1:]:
            when = self.say(words.OR, one=when, other=other)
        is_in = case.id in self.chosen.choice.chosen
        return self.say(
            words.FALLS_OUT if is_in else words.COMES_IN, name=self.titles[case.id], when=when
        )

    def when(self, stress: StressChoice, case: str) -> str:
        """Say what is otherwise under a stress, to one who reads about a case."""
        if stress.case is None:
            return self.say(words.WHEN[stress.name])
        if stress.case == case:
            return self.say(words.OWN_LESS[stress.size])
        return self.say(words.OTHER_LESS[stress.size], case=self.titles[stress.case])

    def best(self) -> Iterator[str]:
        """Say what was chosen, how it was found, and what it is worth on fresh trials."""
        choice = self.chosen.choice
        if not choice.chosen:
            yield self.say(words.BEST_NONE)
        else:
            yield self.say(
                words.BEST_OUTLAY if choice.objective == "least-outlay" else words.BEST,
                names=self.names(choice.chosen),
                outlay=self.money(choice.outlay),
                objective=self.objective,
                value=self.money(choice.on_fresh_trials),
            )
        yield from self._at_choice()
        if choice.portfolios is None:
            yield self.say(words.NOT_PROVED)
            if choice.bound is not None:
                yield self.say(words.BOUND, bound=self.money(choice.bound))
        else:
            shown = number(choice.portfolios, self.language)
            count = choice.portfolios
            told = words.PROVED.of(count=count)(self.language)
            yield told.replace(str(count), shown) if count >= 1000 else told

    def _at_choice(self) -> Iterator[str]:
        choice = self.chosen.choice
        more = choice.at_choice - choice.on_fresh_trials
        if abs(more) > HALF_AN_ORE:
            yield self.say(
                words.AT_CHOICE,
                at_choice=self.money(choice.at_choice),
                difference=self.money(abs(more)),
                side=self.say(words.SIDES[more > 0]),
            )
            if (more > 0) != (choice.objective == "least-outlay"):
                yield self.say(words.FLATTERED)

    def beside(self) -> Iterator[str]:
        """Say what is second, what else was asked for, and what other objectives choose."""
        yield from self._second()
        yield from self._against()
        yield from self._others()

    def _second(self) -> Iterator[str]:
        second = self.chosen.choice.second
        if second is None:
            return
        less = second.difference
        alike = words.SECOND_ALIKE if abs(less) > HALF_AN_ORE else words.SECOND_SAME
        apart = words.SECOND if less > 0 else words.SECOND_MORE
        is_alike = abs(less) <= max(SURE * second.standard_error, HALF_AN_ORE)
        yield self.say(
            alike if is_alike else apart,
            names=self.swap(second.chosen),
            difference=self.money(abs(less)),
            side=self._side(less),
            error=self.money(second.standard_error),
        )

    def _against(self) -> Iterator[str]:
        against = self.chosen.against
        if against is None:
            return
        yield self.say(
            words.AGAINST,
            name=against.scenario,
            names=self.names(against.chosen) or self.say(words.NONE),
            value=self.money(against.objective),
            difference=self.money(abs(against.difference)),
            side=self._side(against.difference),
            error=self.money(against.standard_error),
        )
        if against.breaks:
            yield self.say(words.BREAKS, rules=", ".join(map(self.rule, against.breaks)))

    def _side(self, difference: float) -> str:
        """Say what another portfolio has, which the choice is better than by a difference."""
        costs = self.chosen.choice.objective == "least-outlay"
        return self.say(words.SIDES[(difference < 0) != costs])

    def swap(self, other: Sequence[str]) -> str:
        """Say how another portfolio differs from the chosen one."""
        mine = self.chosen.choice.chosen
        into = self.names(name for name in other if name not in mine)
        out = self.names(name for name in mine if name not in other)
        if into and out:
            return self.say(words.SWAP, into=into, out=out)
        if into or out:
            return self.say(words.WITH if into else words.WITHOUT, names=into or out)
        return self.say(words.THE_SAME)

    def _others(self) -> Iterator[str]:
        choice = self.chosen.choice
        for objective, cases in choice.others.items():
            if cases is not None and cases != choice.chosen:
                yield self.say(
                    words.OTHERS,
                    objective=objective_text(self.scenario, self.language, objective),
                    names=self.swap(cases),
                )
        if choice.no_saving and choice.objective in {"saving", "safe-saving"}:
            yield self.say(words.NO_SAVING, names=self.names(choice.no_saving), period=self.period)

    def rule(self, name: str) -> str:
        """Name a rule or a limit as people read it."""
        kind, _, year = name.partition(".")
        limits = {limit.name: limit for limit in self.chosen.choice.limits}
        if name in limits and kind == "find":
            return self.say(words.FIND_IN, amount=self.money(limits[name].amount), year=year)
        if name == "payback":
            most = self.scenario.choice and self.scenario.choice.payback_at_most
            return self.say(words.PAYBACK_OVER, years=most)
        if name in limits and kind == "hole":
            return self.say(words.HOLE_OF, amount=self.money(limits[name].amount))
        return self.say(words.POOL_NUMBER, number=name) if name.isdecimal() else name

    def limits(self) -> Iterator[str]:
        """Say how far the pools are used, which limits are missed, and whether the budget holds."""
        choice = self.chosen.choice
        for pool in choice.pools:
            used, given = (
                sum(part) if isinstance(part, tuple) else part for part in (pool.used, pool.amount)
            )
            yield self.say(
                words.POOL_USED, name=pool.name, used=self.money(used), amount=self.money(given)
            )
        for limit in choice.limits:
            if limit.name in choice.missed_on_fresh:
                yield self.say(
                    words.MISSED,
                    name=self.rule(limit.name),
                    probability=percent(limit.probability, self.language, 1),
                )
        if choice.chosen or choice.always:
            chance = self.chance(choice.probability_budget_holds_period)
            yield self.say(words.HOLDS, probability=chance, period=self.period)

    def pooling(self) -> str:
        """Say what one reserve for all is worth; empty where there is nothing to book."""
        found = self.chosen.pooling
        if found is None:
            return ""
        worth = found.one > found.cases + HALF_AN_ORE
        phrase = words.POOLING if worth else words.POOLING_NOT
        alone = len(self.chosen.choice.chosen) + len(self.chosen.choice.always) == 1
        return self.say(
            words.NOTHING_SAFE if found.one <= 0 else words.SAFE_ALONE if alone else phrase,
            one=self.money(found.one),
            cases=self.money(found.cases),
            confidence=self.chance(self.confidence),
            period=self.period,
        )

    def parts(self) -> str:
        """Say what is safe to book of each case in a year; empty where nothing is chosen."""
        found, sure = self.chosen.safe_booking, self.chance(self.confidence)
        if found is None:
            return ""
        told = {"sum": self.money(found.by_year_sum), "period": self.period, "confidence": sure}
        return self.say(words.PARTS, chance=self.chance(found.probability_of_sum), **told)

    def pilot(self) -> str:
        """Say what the pilot that is worth most may cost; empty where none is worth anything."""
        return self._most(words.PILOT, {one.id: one.evpi_works or 0.0 for one in self.chosen.cases})

    def gates(self) -> str:
        """Say where it is worth most to be able to stop; empty where nothing is avoided."""
        worth: dict[str, float] = {}
        for gate in self.chosen.gates:
            worth[gate.id] = worth.get(gate.id, 0.0) + gate.outlay_avoided
        return self._most(words.GATES, worth)

    def _most(self, phrase: Text, worth: Mapping[str, float]) -> str:
        """Say of which case something is worth most: of one that is out it decides nothing."""
        out = self.standing("out")
        found = {id_: value for id_, value in worth.items() if id_ not in out}
        name = max(found, key=lambda id_: found[id_], default="")
        if not name or found[name] <= HALF_AN_ORE:
            return ""
        return self.say(phrase, name=self.titles[name], value=self.money(found[name]))
