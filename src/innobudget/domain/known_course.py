"""What facts say of an investment's course: which stages it passed, and when its effect began."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import inf
from typing import Literal

from innobudget.domain.facts import Fact, elapsed
from innobudget.domain.investment import Investment, Stage
from innobudget.domain.uncertainty import Choice, Uncertain, lower_limit, upper_limit

Ending = Literal["works", "failed", "stopped"]
"""How a course ends: every stage passed, the last one did not, or an earlier one did not."""


@dataclass(frozen=True, kw_only=True)
class KnownCourse:
    """What is known of the course of one investment: by facts, or as it was never uncertain."""

    investment: Investment
    """With its facts."""

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Its facts in the order in which they became known."""
        return tuple(sorted(self.investment.facts, key=lambda fact: fact.order))

    def of_kind(self, kind: str) -> list[Fact]:
        """Return the facts that tell one kind of thing."""
        return [fact for fact in self.facts if fact.kind == kind]

    def stage_of(self, fact: Fact) -> int:
        """Return the stage that a fact is about, counted from 0; -1: there is none such."""
        return stage_number(self.investment.stages, fact.stage)

    @cached_property
    def told(self) -> dict[int, tuple[bool, Fact]]:
        """By stage whether it passed, with the fact that says so: a later stage tells earlier."""
        found: dict[int, tuple[bool, Fact]] = {}
        for fact in self.of_kind("stage"):
            last = self.stage_of(fact)
            for stage in range(last):
                found.setdefault(stage, (True, fact))
            found[last] = (fact.passed is not False, fact)
        return found

    @cached_property
    def passed(self) -> tuple[bool | None, ...]:
        """Whether each stage passes; None: nobody knows."""
        certain = {1.0: True, 0.0: False}
        return tuple(
            self.told[number][0] if number in self.told else certain.get(stage.success)
            for number, stage in enumerate(self.investment.stages)
        )

    def reached(self, stage: int) -> bool | None:
        """Say whether a stage is reached, past the last: whether all passed; None: not known."""
        before = self.passed[:stage]
        return False if False in before else None if None in before else True

    @property
    def ending(self) -> Ending | None:
        """How it ends; None: not known."""
        if False in self.passed:
            at = self.passed.index(False)
            if self.reached(at):
                return "failed" if at == len(self.passed) - 1 else "stopped"
        return "works" if self.reached(len(self.passed)) else None

    @property
    def stopped_in(self) -> int | None:
        """Stage that is known by a fact not to have passed, counted from 0."""
        return next((stage for stage, (passed, _) in self.told.items() if not passed), None)

    @cached_property
    def begun(self) -> int | None:
        """First year in which the effect showed, as a fact has it. [calendar year]"""
        years = [fact.begun for fact in self.of_kind("begun") if fact.begun]
        return years[-1] if years else None

    @property
    def is_timed(self) -> bool:
        """Whether it is known in which year the effect began."""
        return self.begun is not None or is_known(self.investment.delay)

    def delay_limits(self, fact: Fact) -> tuple[float, float]:
        """Return the delays that a fact leaves: from the first to below the second. [years]"""
        first = first_year(self.investment) or 0
        if fact.begun:
            return fact.begun - first, fact.begun - first + 1
        return fact.on.year - first + elapsed(fact.on), inf

    @property
    def has_one_delay(self) -> bool:
        """Whether facts leave a single delay, so that an amount tells how large the effect is."""
        delay = self.investment.delay
        if is_known(delay):
            return True
        limits = [self.delay_limits(fact) for fact in self.of_kind("begun")]
        if not isinstance(delay, Choice):
            return False
        values = {value for value, probability in delay.choice if probability > 0}
        return sum(all(low <= at < high for low, high in limits) for at in values) <= 1

    @property
    def awaited(self) -> Iterator[Fact]:
        """Yield the facts that amounts and indicators need to tell anything."""
        last = len(self.passed) - 1
        if last in self.told:
            yield self.told[last][1]
        yield from (fact for fact in self.of_kind("begun") if fact.begun)


def is_known(quantity: Uncertain) -> bool:
    """Say whether a quantity can take one value only."""
    return lower_limit(quantity) == upper_limit(quantity)


def stage_number(stages: Sequence[Stage], named: int | str | None) -> int:
    """Return a stage's position by its number from 1 or its name; -1: there is none such."""
    if isinstance(named, str):
        names = [stage.name for stage in stages]
        return names.index(named) if named in names else -1
    return named - 1 if named is not None and 1 <= named <= len(stages) else -1


def first_year(investment: Investment) -> int | None:
    """Return the earliest year in which the effect shows as planned; None: it never does."""
    years = [
        start + next(age for age, share in enumerate(ramp) if share > 0)
        for start, ramp in _profiles(investment)
        if any(ramp)
    ]
    return min(years, default=None)


def built_up(investment: Investment) -> int | None:
    """Return the last year of build-up as planned; None: it has no effect."""
    return max((start + len(ramp) - 1 for start, ramp in _profiles(investment)), default=None)


def _profiles(investment: Investment) -> list[tuple[int, tuple[float, ...]]]:
    """Return first years and ramps of what is saved in cash; without any, of the indicators."""
    savings = [
        (effect.start, effect.ramp)
        for effect in investment.effects
        if effect.is_own_cash and not effect.is_running_cost
    ]
    return savings or [(item.start, item.ramp) for item in investment.quality]


def known_from(course: KnownCourse, fact: Fact) -> date:
    """Return the day from which a fact tells something: it waits for what it needs."""
    awaited = [fact.on]
    if fact.kind in {"saving", "indicator"}:
        awaited += [other.on for other in course.awaited]
    elif fact.amount is not None:
        planned = [
            number
            for number, stage in enumerate(course.investment.stages)
            if getattr(stage, fact.kind).get(fact.year)
        ]
        awaited += [told.on for number, (_, told) in course.told.items() if number < max(planned)]
    return max(awaited)
