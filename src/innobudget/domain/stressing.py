"""Assumptions that turn out worse by a factor, distributions and all."""

from dataclasses import fields, replace
from typing import Any

from innobudget.domain.investment import Investment
from innobudget.domain.scenario import Scenario, Stress
from innobudget.domain.uncertainty import Choice, Uncertain
from innobudget.errors import Problem
from innobudget.messages import counted, linked, say

NONE = Stress()


def scaled(quantity: Uncertain, factor: float) -> Uncertain:
    """Return what is `factor` times an uncertain quantity; at 0 nothing is uncertain about it.

    Examples
    --------
    >>> from innobudget.domain.uncertainty import Pert
    >>> scaled(Pert(pert=(1.0, 2.0, 4.0)), 0.5)
    Pert(pert=(0.5, 1.0, 2.0), shape=4.0)

    """
    if isinstance(quantity, float | int) or factor == 0:
        return factor * quantity if isinstance(quantity, float | int) else 0.0
    if isinstance(quantity, Choice):
        return Choice(choice=tuple((factor * value, share) for value, share in quantity.choice))
    own = {item.name: getattr(quantity, item.name) for item in fields(quantity)}
    changed: dict[str, Any] = {
        name: tuple(factor * part for part in value) if isinstance(value, tuple) else factor * value
        for name, value in own.items()
        if value is not None and name != "shape"
    }
    return replace(quantity, **changed)


def stressed(investment: Investment, stress: Stress) -> Investment:
    """Return an investment whose benefit and cost factors are multiplied; delays are the plan's."""
    if stress.benefit == 1 and stress.outlay == 1:
        return investment
    return replace(
        investment,
        benefit_factor=scaled(investment.benefit_factor, stress.benefit),
        cost_factor=scaled(investment.cost_factor, stress.outlay),
    )


def as_assumed(scenario: Scenario) -> Scenario:
    """Return a scenario with every case of its file and without stress: what luck belongs to."""
    if scenario.stress == NONE and all(item.enabled for item in scenario.investments):
        return scenario
    every = tuple(replace(item, enabled=True) for item in scenario.investments)
    return replace(scenario, investments=every, stress=NONE)


def stress_doubt(stress: Stress) -> Problem:
    """Doubt figures of a stress: they are no estimate."""
    told = {
        "delay": counted(
            "every delay is {years:n} year longer",
            "every delay is {years:n} years longer",
            1 if stress.delay == 1 else 2,
            years=stress.delay,
        ),
        "benefit": say("every benefit is {factor:n} times what is assumed", factor=stress.benefit),
        "outlay": say("every outlay is {factor:n} times what is assumed", factor=stress.outlay),
    }
    changed = [told[name] for name in told if getattr(stress, name) != getattr(NONE, name)]
    return Problem(
        code="stressed",
        path=("stress",),
        found=linked("; ", changed),
        expected=say("the assumptions of the scenario; plan and bookings are unchanged"),
        remedy=say("read the figures as a test of the plan, not as what is to be expected"),
    )
