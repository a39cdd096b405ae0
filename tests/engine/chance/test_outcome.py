"""The weights times the plan are the outcome that MODEL's formulas give trial by trial."""

from collections.abc import Sequence
from dataclasses import replace
from math import floor
from typing import get_args

import numpy as np
import pytest
from scipy.special import ndtri

from conftest import a_budget, a_scenario, an_effect, an_investment
from innobudget.domain.drivers import Correlation, Driver
from innobudget.domain.investment import Effect, Investment, QualityIndicator, Stage
from innobudget.domain.scenario import Sampling, Scenario
from innobudget.domain.uncertainty import (
    Choice,
    Lognormal,
    Percentiles,
    Pert,
    Quantity,
    Uncertain,
    Uniform,
    is_certain,
    lower_limit,
)
from innobudget.engine.chance.dependence import Flags, Place, Places
from innobudget.engine.chance.distributions import exact_values
from innobudget.engine.chance.outcome import SMALL_TILE, TILE, Draws, sample_all
from innobudget.engine.chance.randomness import Design
from innobudget.engine.collecting.collection import collect
from innobudget.engine.collecting.columns import Columns
from innobudget.engine.collecting.pieces import Wanted
from innobudget.engine.collecting.sample import Values
from innobudget.engine.flows import Array
from innobudget.engine.plan import InvestmentPlan, plan_investments
from innobudget.engine.registry import registry
from innobudget.engine.shared_futures import SharedFutures
from innobudget.engine.work import Work

TRIALS = 40
TABLES = 5e-3
"""What tables of distributions may move amounts of about a hundred."""
YEARS = range(2026, 2032)


def everything() -> Scenario:
    """Two investments that use every part of the model."""
    care = an_investment(
        "care",
        track="Elderly",
        cofinancing=0.25,
        cost_factor=Pert(pert=(0.9, 1.0, 1.6)),
        disruption_factor=Lognormal(lognormal=(1.0, 0.3)),
        benefit_factor=Percentiles(p10=0.5, p50=0.9, p90=1.2),
        failure_factor=Uniform(uniform=(-0.2, 0.0)),
        delay=Uniform(uniform=(0.0, 2.5)),
        stages=(
            Stage(outlay={2026: 50.0}, disruption={2026: 5.0}, success=0.8),
            Stage(
                outlay={2027: 60.0, 2028: 20.0},
                capital_outlay={2027: 8.0},
                grant={2027: 12.0, 2028: 15.0},
                success=0.7,
            ),
        ),
        effects=(
            an_effect(amount=None, share=0.05, line="5.30.*", ramp=(0.4, 1.0)),
            an_effect(amount=30.0, certain=True, years=3),
            an_effect(amount=-4.0, start=2026),
        ),
        quality=(QualityIndicator(indicator="Help", baseline=20, target=45, start=2027),),
    )
    aids = an_investment(
        "aids", track="Elderly", delay=Choice(choice=((0, 0.5), (1, 0.5))), failure_factor=-0.5
    )
    aids = replace(aids, stages=(Stage(outlay={2026: 9.0}, success=0.6),))
    return a_scenario(
        care,
        aids,
        budget=a_budget(),
        drivers=(Driver(id="staff", loads={"delay": 0.5, "success": -0.4}),),
        correlation={"benefit": Correlation(within_track=0.5, across_tracks=0.2)},
    )


class Trial:
    """One trial of one investment, by the formulas of the model and nothing else."""

    def __init__(self, inputs: dict[str, Array], investment: Investment, number: int) -> None:
        self.inputs, self.investment, self.number = inputs, investment, number
        self.reached = []
        passed = True
        for stage, place in zip(investment.stages, ("", ".2"), strict=False):
            self.reached.append(passed)
            score = self.score("success", f"{investment.id}.success{place}")
            passed = bool(passed and score > ndtri(1 - stage.success))
        self.success = passed
        self.benefit = 0.0
        if passed:
            self.benefit = self.value("benefit", investment.benefit_factor)
        elif self.reached[-1]:
            self.benefit = self.value("failure", investment.failure_factor)
        self.delay = self.value("delay", investment.delay)

    def normal(self, name: str) -> float:
        return float(ndtri(self.inputs[name][self.number]))

    def score(self, quantity: str, stream: str) -> float:
        loads = {}
        if quantity == "delay":
            loads = {"driver.staff": 0.5}
        if quantity == "success":
            loads = {"driver.staff": -0.4}
        if quantity == "benefit":
            loads = {"correlation.benefit": 0.2**0.5, "correlation.benefit.Elderly": 0.3**0.5}
        rest = (1 - sum(load**2 for load in loads.values())) ** 0.5
        shared = sum(load * self.normal(name) for name, load in loads.items())
        return float(shared + rest * self.normal(stream))

    def value(self, quantity: str, uncertain: Uncertain) -> float:
        if isinstance(uncertain, float | int) or is_certain(uncertain):
            return float(lower_limit(uncertain))
        score = self.score(quantity, f"{self.investment.id}.{quantity}")
        return float(exact_values(uncertain, np.array([score]))[0])

    def ramp(self, ramp: tuple[float, ...], years: int | None, age: int) -> float:
        if age < 0 or (years is not None and age >= years):
            return 0.0
        return ramp[min(age, len(ramp) - 1)]

    def delayed(self, ramp: tuple[float, ...], years: int | None, age: int) -> float:
        whole = floor(self.delay)
        part = self.delay - whole
        return (1 - part) * self.ramp(ramp, years, age - whole) + part * self.ramp(
            ramp, years, age - whole - 1
        )

    def full(self, effect: Effect) -> float:
        return float(effect.amount or 4_000.0 * (effect.share or 0))

    def saving(self, year: int) -> float:
        found = 0.0
        for effect in self.investment.effects:
            age = year - effect.start
            if effect.is_running_cost:
                found += self.success * self.full(effect) * self.ramp(effect.ramp, None, age)
                continue
            factor = float(self.success) if effect.certain else self.benefit
            found += factor * self.full(effect) * self.delayed(effect.ramp, effect.years, age)
        return found

    def spent(self, year: int) -> tuple[float, float]:
        own = 1 - self.investment.cofinancing
        cost = self.value("cost", self.investment.cost_factor)
        disruption = self.value("disruption", self.investment.disruption_factor)
        stages = [
            stage
            for stage, reached in zip(self.investment.stages, self.reached, strict=True)
            if reached
        ]
        outlay = sum(s.outlay.get(year, 0) + s.capital_outlay.get(year, 0) for s in stages)
        grant = sum(s.grant.get(year, 0) for s in stages)
        return cost * own * outlay - grant, disruption * sum(
            s.disruption.get(year, 0) for s in stages
        )


class Kept:
    """A design whose draws are kept."""

    def __init__(self, design: Design) -> None:
        self.joint = design.joint
        self.drawn: dict[str, Array] = {}
        self._of = design

    def uniforms(self, name: str, first: int, count: int) -> Array:
        self.drawn[name] = self._of.uniforms(name, first, count)
        return self.drawn[name]


class Traced(Places):
    """Places that tell what every decision was made from, also where one uniform serves many."""

    inputs: dict[str, Array]

    def above(
        self, investment: Investment, quantity: Quantity, stream: str, limits: Sequence[float]
    ) -> list[Flags]:
        if self._design.joint:
            own = self.course(investment).copy()
            self.inputs[stream] = 1.0 - own if quantity == "delay" else own
        return super().above(investment, quantity, stream, limits)

    def place(self, investment: Investment, quantity: Quantity) -> Place:
        if self._design.joint and quantity == "benefit":
            self.inputs[f"{investment.id}.benefit"] = self.course(investment)
        return super().place(investment, quantity)

    def free(self, investment: Investment) -> bool:  # noqa: ARG002 - tables tell no decisions
        return False


def drawn(
    scenario: Scenario, name: str, sampling: Sampling
) -> tuple[InvestmentPlan, Array, dict[str, Array]]:
    """Return an investment's plan, its weights and the inputs that they were made from."""
    scenario = replace(scenario, sampled=replace(scenario.sampled, sampling=sampling))
    plans = plan_investments(scenario)
    plan = next(plan for plan in plans if plan.investment.id == name)
    draws = Draws(
        scenario=scenario, plans=plans, trials=SMALL_TILE, seed=1, dimensions=registry([scenario])
    )
    design = Kept(draws.design)
    places = Traced(draws.loadings.of, design, 0, SMALL_TILE)
    places.inputs = {}
    weights = sample_all([plan], places).rows
    return plan, weights, {**design.drawn, **places.inputs}


SAMPLINGS = pytest.mark.parametrize("sampling", get_args(Sampling))


@SAMPLINGS
@pytest.mark.parametrize("investment", everything().investments, ids=lambda item: item.id)
def test_every_trial_follows_the_formulas(investment: Investment, sampling: Sampling) -> None:
    plan, weights, inputs = drawn(everything(), investment.id, sampling)
    weights, flows = weights[:, :TRIALS], plan.total
    trials = [Trial(inputs, investment, number) for number in range(TRIALS)]
    expected = np.array([[trial.saving(year) for year in YEARS] for trial in trials])
    np.testing.assert_allclose(weights.T @ flows.saving, expected, atol=TABLES)
    spent = np.array([[trial.spent(year) for year in YEARS] for trial in trials])
    np.testing.assert_allclose(weights.T @ flows.outlay, spent[:, :, 0], atol=TABLES)
    np.testing.assert_allclose(weights.T @ flows.disruption, spent[:, :, 1], atol=TABLES)


@pytest.mark.parametrize("sampling", ["random", "latin-hypercube"])
def test_inputs_are_independent_and_uniform(sampling: Sampling) -> None:
    scenario = everything()
    inputs = {
        name: uniforms
        for investment in scenario.investments
        for name, uniforms in drawn(scenario, investment.id, sampling)[2].items()
    }
    assert len(inputs) == 12
    scores = ndtri(list(inputs.values()))
    correlation = np.asarray(np.corrcoef(scores))[np.triu_indices(12, k=1)]
    assert np.abs(correlation).max() < 4.5 / np.sqrt(SMALL_TILE)
    assert np.abs(scores.mean(axis=1)).max() < 4.5 / np.sqrt(SMALL_TILE)
    assert np.abs((scores**2).mean(axis=1) - 1).max() < 4.5 * np.sqrt(2 / SMALL_TILE)


def test_an_indicator_moves_with_benefit_ramp_and_delay_within_its_limits() -> None:
    plan, weights, inputs = drawn(everything(), "care", "sobol")
    share = np.zeros((len(plan.weights), 6))
    share[plan.weights.benefit] = 2 * plan.quality[0]
    columns = Columns.of((0,), {"quality.0": share}, clipped=("quality.0",))
    found = np.empty((len(columns), weights.shape[1]))
    columns.fill(weights, found)
    found = found[:, :TRIALS]
    trials = [Trial(inputs, plan.investment, number) for number in range(TRIALS)]
    expected = [
        [
            min(max(2 * trial.benefit * trial.delayed((1.0,), None, year - 2027), -1.0), 1.5)
            for trial in trials
        ]
        for year in range(2027, 2032)
    ]
    np.testing.assert_allclose(found[columns.positions["quality.0"][1:]], expected, atol=TABLES)


def test_weights_are_the_same_in_memory_that_is_used_again() -> None:
    scenario = everything()
    plans = plan_investments(scenario)
    draws = Draws(scenario=scenario, plans=plans, trials=SMALL_TILE + 100, seed=1)
    for futures in (draws, SharedFutures([draws])):
        first = futures.weights(0, (0, 1))
        anew = futures.weights(1, (0, 1))
        again = futures.weights(1, (0, 1), room=first)
        np.testing.assert_array_equal(again.rows, anew.rows)
        assert np.shares_memory(again.rows, first.rows)


@pytest.mark.parametrize("sampling", ["sobol", "random"])
def test_a_trial_does_not_depend_on_how_many_there_are(sampling: Sampling) -> None:
    scenario = everything()
    scenario = replace(scenario, sampled=replace(scenario.sampled, sampling=sampling))
    plans = plan_investments(scenario)
    columns = Columns.of((0, 1), {"saving": np.concatenate([plan.total.saving for plan in plans])})

    def savings(trials: int) -> set[float]:
        draws = Draws(
            scenario=scenario, plans=plans, trials=trials, seed=1, dimensions=registry([scenario])
        )
        (collected,) = collect(draws, [Wanted(columns=columns)], Work())
        sample = collected.sample("saving", 5)
        assert isinstance(sample, Values)
        return set(sample.values.tolist())

    assert savings(100) <= savings(TILE + 100)
