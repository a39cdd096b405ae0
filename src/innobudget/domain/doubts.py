"""What does not stop a run but must be read."""

from collections.abc import Iterator
from dataclasses import replace

from innobudget.domain.checks import entry_ids
from innobudget.domain.effect_checks import numbered_effects
from innobudget.domain.places import in_words
from innobudget.domain.scenario import Scenario
from innobudget.errors import Problem


def doubts_about(scenario: Scenario) -> tuple[Problem, ...]:
    """Return every doubt about a scenario without faults, with path and place in words."""
    ids = entry_ids(scenario)
    found = [*_without_line(scenario)]
    return tuple(replace(doubt, place=in_words(doubt.path, ids)) for doubt in found)


def _without_line(scenario: Scenario) -> Iterator[Problem]:
    if scenario.budget is None:
        yield Problem(
            code="no-budget",
            path=("scenario",),
            found="no [budget]",
            expected="a budget whose lines carry the savings",
            remedy="add [budget] with file = …: as it is, the savings are tied to no budget line",
        )
        return
    for keys, effect in numbered_effects(scenario):
        if effect.line is effect.area is effect.kind is None and effect.is_own_cash:
            yield Problem(
                code="effect-without-line",
                path=keys,
                found="an effect that names no line or area",
                expected="the budget line that the saving falls on",
                remedy="add line = … or area = …: a saving that nobody's budget carries is lost",
            )
