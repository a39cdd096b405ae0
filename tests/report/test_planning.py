"""What is planned of a case before any chance, and which facts narrow it by that plan."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from conftest import a_scenario, an_effect, an_investment
from innobudget.domain.facts import Fact, Followup
from innobudget.domain.investment import Stage
from innobudget.domain.uncertainty import Uniform
from innobudget.engine.simulation import simulate
from innobudget.report.planning import measured, planned_effects

DAY = date(2027, 8, 31)


def test_the_refund_of_a_gross_amount_is_taken_off_the_planned_saving() -> None:
    case = an_investment(effects=(an_effect(refund=0.25), an_effect(start=2028, ramp=(0.5, 1.0))))
    scenario = a_scenario(case)
    gross, plain = planned_effects(scenario, case)
    assert list(gross.saving[:3]) == [0.0, 75.0, 75.0]
    assert list(plain.saving[1:4]) == [0.0, 50.0, 100.0]
    saving = simulate(scenario, trials=8).results().portfolio.plan.saving
    assert list(gross.saving + plain.saving) == pytest.approx(list(saving))


@pytest.mark.parametrize(
    ("known", "narrowing"),
    [
        (({"outlay": 60.0},), {"outlay": {2026}, "capital_outlay": set()}),
        (
            ({"outlay": 60.0}, {"capital_outlay": 110.0}),
            {"outlay": {2026}, "capital_outlay": {2026}},
        ),
        (({"disruption": 9.0},), {}),
        ((), {}),
    ],
)
def test_an_outlay_of_either_kind_narrows_what_both_cost(
    known: tuple[dict[str, Any], ...], narrowing: Mapping[str, set[int]]
) -> None:
    facts = tuple(Fact(on=DAY, year=2026, **amount) for amount in known)
    case = an_investment(
        stages=(Stage(outlay={2026: 50.0}, capital_outlay={2026: 100.0}),),
        cost_factor=Uniform(uniform=(0.8, 1.5)),
        facts=facts,
    )
    scenario = a_scenario(case, followup=Followup(as_of=DAY))
    assert measured(scenario, case) == narrowing
