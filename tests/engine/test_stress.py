"""What turns out worse in every future, with the same luck, plan and bookings."""

from typing import Any

import numpy as np
import pytest

from conftest import a_scenario, an_effect, an_investment
from innobudget.domain.investment import Investment, Stage
from innobudget.domain.results import Results
from innobudget.domain.scenario import Stress
from innobudget.domain.uncertainty import Choice, Lognormal, Percentiles, Pert, Uniform
from innobudget.engine.simulation import simulate


def a_case(**changes: Any) -> Investment:  # noqa: ANN401 - of the case
    return an_investment(
        **{
            "stages": (Stage(outlay={2026: 50.0}, success=0.8),),
            "benefit_factor": Pert(pert=(0.2, 0.9, 1.2)),
            "cost_factor": Uniform(uniform=(0.9, 1.5)),
            "delay": Choice(choice=((0, 0.5), (1, 0.3), (2, 0.2))),
            **changes,
        }
    )


def results(stress: Stress, *cases: Investment, **changes: Any) -> Results:  # noqa: ANN401 - of the scenario
    return simulate(a_scenario(*(cases or (a_case(),)), stress=stress, **changes)).results()


def means(found: Results, amount: str) -> list[float]:
    return [spread.mean for spread in found.portfolio.measures[amount]]  # type: ignore[index]  # by name


SAMPLINGS = pytest.mark.parametrize("sampling", ["sobol", "random", "latin-hypercube"])


@SAMPLINGS
def test_plan_and_booking_are_unchanged(sampling: str) -> None:
    found = results(Stress(delay=1.5, benefit=0.5, outlay=2.0), sampling=sampling)
    assert found.portfolio.plan == results(Stress(), sampling=sampling).portfolio.plan


@SAMPLINGS
def test_a_whole_year_later_is_the_same_saving_a_year_later(sampling: str) -> None:
    usual = means(results(Stress(), sampling=sampling), "saving")
    late = means(results(Stress(delay=1.0), sampling=sampling), "saving")
    assert late == [0.0, *usual[:-1]]
    half = means(results(Stress(delay=0.5), sampling=sampling), "saving")
    assert half == pytest.approx((np.array(usual) + late) / 2)


@pytest.mark.parametrize("delay", [Uniform(uniform=(0.0, 1.5)), Lognormal(lognormal=(1.0, 0.4))])
def test_delays_of_any_kind_are_a_year_longer(delay: Any) -> None:  # noqa: ANN401 - a distribution
    case = a_case(delay=delay)
    usual = means(results(Stress(), case), "saving")
    late = means(results(Stress(delay=1.0), case), "saving")
    assert late == pytest.approx([0.0, *usual[:-1]])


@SAMPLINGS
@pytest.mark.parametrize(
    "benefit",
    [
        Pert(pert=(0.2, 0.9, 1.2)),
        Percentiles(p10=0.3, p50=0.8, p90=1.1, min=-0.1, max=2.0),
        Lognormal(lognormal=(0.8, 0.3)),
        Choice(choice=((0.3, 0.5), (1.0, 0.5))),
        0.9,
    ],
)
def test_two_thirds_of_the_benefit_are_two_thirds_of_the_saving(
    sampling: str,
    benefit: Any,  # noqa: ANN401 - a distribution
) -> None:
    case = a_case(benefit_factor=benefit)
    usual = means(results(Stress(), case, sampling=sampling), "saving")
    less = means(results(Stress(benefit=0.67), case, sampling=sampling), "saving")
    assert less == pytest.approx(0.67 * np.array(usual), rel=1e-5)


def test_failures_certain_effects_and_running_costs_stay_as_they_are() -> None:
    case = a_case(
        benefit_factor=1.0,
        failure_factor=-0.5,
        effects=(
            an_effect(amount=100.0),
            an_effect(amount=10.0, certain=True),
            an_effect(amount=-4.0),
        ),
        delay=0.0,
    )
    found = results(Stress(benefit=0.0), case)
    success = found.investments[0].probability_success
    saving = success * (10 - 4) + (1 - success) * -50
    assert means(found, "saving")[1] == pytest.approx(saving)


def test_a_dearer_outlay_is_dearer_by_the_factor() -> None:
    usual = means(results(Stress()), "outlay")
    dear = means(results(Stress(outlay=1.2)), "outlay")
    assert dear == pytest.approx(1.2 * np.array(usual))


def test_the_steps_from_booked_to_achieved_still_add_up() -> None:
    steps = results(Stress(delay=1.0, benefit=0.5, outlay=1.2)).booked_to_achieved
    planned = steps.booked + steps.unbooked
    assert planned == pytest.approx(300)
    total = planned + steps.failure + steps.benefit + steps.delay
    assert steps.achieved == pytest.approx(total)
    usual = results(Stress()).booked_to_achieved
    assert steps.failure == pytest.approx(usual.failure)
    assert steps.delay < usual.delay / 2
