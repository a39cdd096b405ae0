"""What always holds of a simulation, whatever is simulated."""

from dataclasses import replace
from itertools import accumulate

import numpy as np
import pytest

from conftest import a_budget, a_scenario, an_effect, an_investment
from innobudget.domain.drivers import Correlation, Driver
from innobudget.domain.investment import Investment, QualityIndicator, Stage
from innobudget.domain.results import AMOUNTS
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Choice, Pert, Uniform
from innobudget.engine.collecting import collection, sample
from innobudget.engine.collecting.collection import collect
from innobudget.engine.measures.portfolio_parts import wanted_money
from innobudget.engine.plan import plan_investments
from innobudget.engine.registry import registry
from innobudget.engine.simulation import simulate
from innobudget.engine.work import Work
from innobudget.errors import InputError


def uncertain(id: str, **changes: object) -> Investment:  # noqa: A002 - the field's name
    """Return an investment that can cost more, save less, come late and fail."""
    return an_investment(
        id,
        **{
            "track": "Elderly",
            "area": "Elderly",
            "cost_factor": Pert(pert=(0.9, 1.0, 1.8)),
            "benefit_factor": Uniform(uniform=(0.2, 1.2)),
            "failure_factor": Uniform(uniform=(-0.2, 0.0)),
            "delay": Choice(choice=((0, 0.5), (1, 0.3), (2, 0.2))),
            "stages": (Stage(outlay={2026: 50.0}, disruption={2026: 9.0}, success=0.7),),
            "effects": (
                an_effect(line="5.30.26", ramp=(0.5, 1.0), refund=0.2),
                an_effect(amount=30.0, line="6.45.51"),
                an_effect(amount=5.0, beneficiary="region"),
            ),
            "quality": (QualityIndicator(indicator="Help", baseline=45, target=20, start=2027),),
            **changes,
        },
    )


def portfolio(*more: Investment, trials: int = 3_000, **changes: object) -> Scenario:
    """Return three uncertain investments in two tracks that share a driver."""
    return a_scenario(
        uncertain("care"),
        uncertain("aids", track="Digital", booked={2027: 70.0}),
        uncertain("walks", disruption_budgeted=False),
        *more,
        **{
            "budget": a_budget(),
            "horizon": 4,
            "trials": trials,
            "drivers": (Driver(id="staff", loads={"delay": 0.6, "benefit": -0.3}),),
            "correlation": {"benefit": Correlation(within_track=0.4, across_tracks=0.1)},
            **changes,
        },
    )


@pytest.mark.parametrize(
    "work", [Work(threads=2), Work(threads=3), Work(tiles_per_block=1), Work(tiles_per_block=3)]
)
def test_figures_do_not_depend_on_how_the_work_is_cut_up(work: Work) -> None:
    scenario = portfolio(trials=60_000)
    assert simulate(scenario, work=work).results() == simulate(scenario).results()


@pytest.fixture
def few_kept_values(monkeypatch: pytest.MonkeyPatch) -> None:
    """Count values on grids from few trials on."""
    monkeypatch.setattr(collection, "EXACT_TRIALS", 16_384)


@pytest.mark.usefixtures("few_kept_values")
def test_counted_figures_do_not_depend_on_threads_either() -> None:
    scenario = portfolio(trials=60_000)
    assert simulate(scenario, work=Work(threads=2)).results() == simulate(scenario).results()


@pytest.mark.usefixtures("few_kept_values")
def test_counted_figures_are_close_to_kept_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    scenario = portfolio(trials=60_000)
    counted = simulate(scenario).results()
    monkeypatch.setattr(collection, "EXACT_TRIALS", sample.EXACT_TRIALS)
    kept = simulate(scenario).results()
    assert counted.portfolio.npv.mean == pytest.approx(kept.portfolio.npv.mean, rel=1e-12)
    assert counted.portfolio.npv.sd == pytest.approx(kept.portfolio.npv.sd, rel=1e-12)
    assert counted.portfolio.payback == kept.portfolio.payback
    assert counted.portfolio.npv.p10 == pytest.approx(
        kept.portfolio.npv.p10, abs=0.005 * kept.portfolio.npv.sd
    )
    assert counted.portfolio.probability_booked_met_period == pytest.approx(
        kept.portfolio.probability_booked_met_period, abs=2e-4
    )


@pytest.mark.usefixtures("few_kept_values")
@pytest.mark.parametrize("tiles_per_block", [1, 3])
def test_figures_do_not_depend_on_the_size_of_blocks(tiles_per_block: int) -> None:
    scenario = portfolio(trials=60_000)
    plans = plan_investments(scenario)
    draws = simulate(scenario).draws
    wanted = [wanted_money(scenario, (k,), plan.total) for k, plan in enumerate(plans)]

    def npv(work: Work) -> list[tuple[float, float]]:
        found = [collected.sample("npv") for collected in collect(draws, wanted, work)]
        return [(item.mean, item.quantile(0.1)) for item in found]

    assert npv(Work(tiles_per_block=tiles_per_block)) == npv(Work())


def test_figures_do_not_depend_on_how_many_passes_memory_allows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scenario = portfolio()
    whole = simulate(scenario).results()
    monkeypatch.setattr(collection, "KEPT_BYTES", 1)
    assert simulate(scenario).results() == whole


def test_figures_do_not_depend_on_the_order_of_investments() -> None:
    scenario = portfolio()
    turned = replace(scenario, investments=scenario.investments[::-1])
    found, expected = simulate(turned).results(), simulate(scenario).results()
    assert found.portfolio == expected.portfolio
    assert found.investments == expected.investments[::-1]
    assert found.kinds == expected.kinds


def test_another_investment_leaves_the_figures_of_the_others_as_they_were() -> None:
    scenario, larger = portfolio(), portfolio(uncertain("bikes", track="Digital"))
    dimensions = registry([scenario, larger])
    before = simulate(scenario, dimensions=dimensions).results()
    after = simulate(larger, dimensions=dimensions).results()
    by_id = {found.id: found for found in after.investments}
    for found in before.investments:
        assert replace(by_id[found.id], gap_when_hole=None) == replace(found, gap_when_hole=None)


@pytest.mark.parametrize(
    "changes",
    [
        {"benefit_factor": 1.0},
        {"delay": 0.0},
        {"stages": (Stage(outlay={2026: 50.0}, success=0.7),)},
    ],
)
def test_removing_one_uncertainty_leaves_the_draws_of_the_others(
    changes: dict[str, object],
) -> None:
    one, other = (
        simulate(a_scenario(uncertain("care", **more), budget=a_budget(), horizon=4)).results()
        for more in ({}, changes)
    )
    assert one.investments[0].probability_success == other.investments[0].probability_success


@pytest.mark.parametrize("division", ["investments", "tracks", "areas", "kinds"])
def test_parts_add_up_to_the_portfolio(division: str) -> None:
    results = simulate(portfolio(trials=300)).results()
    parts = [part.outcome for part in getattr(results, division)]
    for measure in AMOUNTS:
        for year in range(4):
            whole = results.portfolio.measures[measure][year].mean
            assert sum(part.measures[measure][year].mean for part in parts) == pytest.approx(whole)
    for row in ("saving", "outlay", "disruption", "booked"):
        found = np.sum([getattr(part.plan, row) for part in parts], axis=0)
        assert found == pytest.approx(getattr(results.portfolio.plan, row))
    assert sum(part.npv.mean for part in parts) == pytest.approx(results.portfolio.npv.mean)


def test_a_years_gap_is_the_missing_saving_and_the_dearer_outlay_and_disruption() -> None:
    outcome = simulate(portfolio()).portfolio()
    measures, plan = outcome.measures, outcome.plan
    for year in range(4):
        saving, outlay, disruption, gap = (
            measures[name][year].mean for name in ("saving", "outlay", "disruption", "budget_gap")
        )
        expected = (
            plan.booked[year]
            - saving
            + outlay
            - plan.outlay[year]
            + disruption
            - plan.disruption[year]
        )
        assert gap == pytest.approx(expected)


def test_contributions_to_the_hole_add_up_to_the_mean_hole() -> None:
    scenario = portfolio()
    simulation = simulate(scenario)
    results = simulation.results()
    contributions = sum(found.gap_when_hole or 0.0 for found in results.investments)
    plans = plan_investments(scenario)
    weights = simulation.draws.weights(0, range(3))
    gap = np.zeros(3_000)
    for member, plan in enumerate(plans):
        flows = plan.total
        net = (flows.saving - flows.outlay - flows.disruption).sum(axis=1)
        booked = (flows.booked - flows.planned_outlay - flows.budgeted_disruption).sum()
        gap += booked - weights.of(member)[:, :3_000].T @ net
    assert contributions == pytest.approx(gap[gap > 0.005].mean())


@pytest.mark.parametrize("factor", [0.5, 1_000.0])
def test_scaling_every_amount_scales_every_amount_of_money(factor: float) -> None:
    def scaled(investment: Investment) -> Investment:
        stages = tuple(
            replace(
                stage,
                outlay={year: factor * value for year, value in stage.outlay.items()},
                disruption={year: factor * value for year, value in stage.disruption.items()},
            )
            for stage in investment.stages
        )
        effects = tuple(
            replace(effect, amount=factor * (effect.amount or 0)) for effect in investment.effects
        )
        booked = investment.booked and {
            year: factor * value for year, value in investment.booked.items()
        }
        return replace(investment, stages=stages, effects=effects, booked=booked)

    scenario = portfolio()
    assert scenario.budget is not None
    lines = tuple(
        replace(line, amounts={year: factor * value for year, value in line.amounts.items()})
        for line in scenario.budget.lines
    )
    bigger = replace(
        scenario,
        investments=tuple(map(scaled, scenario.investments)),
        budget=replace(scenario.budget, lines=lines),
    )
    one, other = simulate(scenario).portfolio(), simulate(bigger).portfolio()
    assert other.npv.p10 == pytest.approx(factor * one.npv.p10)
    assert other.reserve_period == pytest.approx(factor * one.reserve_period)
    assert other.safe_booking.amount == pytest.approx([factor * x for x in one.safe_booking.amount])
    assert other.probability_booked_met == pytest.approx(one.probability_booked_met, abs=2e-3)


def test_without_chance_everything_goes_to_plan() -> None:
    scenario = a_scenario(an_investment(), trials=10)
    outcome = simulate(scenario).portfolio()
    assert [spread.mean for spread in outcome.measures["saving"]] == list(outcome.plan.saving)
    assert {spread.sd for spread in outcome.measures["cumulative_net"]} == {0.0}
    assert outcome.probability_booked_met == (None, 1, 1, 1, 1, 1)
    assert outcome.probability_gap == (0,) * 6
    assert outcome.reserve_period == 0
    assert outcome.payback.p50 == 2027
    assert outcome.npv.mean == pytest.approx(-50 + sum(100 / 1.035**k for k in range(1, 6)))


def test_a_krone_short_is_no_failure_but_not_met() -> None:
    investment = an_investment(benefit_factor=0.96)
    outcome = simulate(a_scenario(investment, trials=10)).portfolio()
    assert outcome.probability_booked_met[1] == 0
    assert outcome.fulfilment.probability_95[1] == 1
    assert outcome.fulfilment.mean[1] == pytest.approx(0.96)


def test_a_single_trial_has_no_standard_error() -> None:
    outcome = simulate(portfolio(trials=1)).portfolio()
    assert outcome.npv.standard_error is None
    assert outcome.npv.p05 == outcome.npv.p95 == outcome.npv.mean


def test_nothing_booked_has_no_probability_and_no_fulfilment() -> None:
    outcome = simulate(portfolio(booking_share_zero(), trials=100, share=0.0)).portfolio()
    assert outcome.plan.booked[0] == 0
    assert outcome.probability_booked_met[0] is None
    assert outcome.fulfilment.mean[0] is None


def booking_share_zero() -> Investment:
    return uncertain("bikes", booked={})


def test_a_safe_booking_holds_with_the_confidence_that_was_asked_for() -> None:
    scenario = portfolio(trials=20_000)
    outcome = simulate(scenario).portfolio()
    booked = dict(zip(scenario.horizon.years, outcome.safe_booking.amount, strict=True))
    first = uncertain("aids", track="Digital", booked=booked)
    others = [
        uncertain("care", booked={}),
        uncertain("walks", disruption_budgeted=False, booked={}),
    ]
    safe = simulate(replace(scenario, investments=(first, *others))).portfolio()
    for year in range(1, 4):
        assert 1 - safe.probability_gap[year] >= 0.8 - 1e-4


def test_payback_probabilities_add_up_and_its_percentiles_follow() -> None:
    payback = simulate(portfolio()).portfolio().payback
    assert sum(payback.years.values()) + payback.never == pytest.approx(1.0)
    so_far = dict(zip(payback.years, accumulate(payback.years.values()), strict=True))
    for name, share in (("p10", 0.1), ("p50", 0.5), ("p90", 0.9)):
        assert payback[name] == next((y for y, back in so_far.items() if back >= share), None)


def test_an_indicator_on_its_way_down_is_reached_like_one_on_its_way_up() -> None:
    results = simulate(portfolio()).results()
    quality = results.investments[0].quality[0]
    assert quality.value[0].mean == 45
    assert quality.value[3].mean < 45
    assert quality.value[3].p05 <= quality.value[3].p95
    certain = simulate(
        a_scenario(
            uncertain("care", benefit_factor=1.0, delay=0.0, stages=(Stage(),)),
            budget=a_budget(),
            horizon=4,
        )
    ).results()
    assert certain.investments[0].quality[0].probability_target == (0, 1, 1, 1)


def test_savings_are_told_apart_by_beneficiary_and_gain() -> None:
    results = simulate(portfolio()).results()
    assert [(found.name, found.gain) for found in results.beneficiaries] == [
        ("municipality", "cash"),
        ("region", "cash"),
        ("state", "cash"),
    ]
    state = results.beneficiaries[2]
    assert state.planned[3] == pytest.approx(3 * 0.2 * 100)


def test_a_higher_booking_share_never_makes_the_budget_safer() -> None:
    choices = simulate(portfolio()).results().booking_choice
    holds = [choice.probability_budget_holds_period for choice in choices]
    assert holds == sorted(holds, reverse=True)
    assert choices[0].probability_booked_met_period is None


def test_the_exceedance_curve_falls_to_the_reserve_at_the_confidence() -> None:
    results = simulate(portfolio()).results()
    curve = {point.probability: point.budget_gap for point in results.exceedance}
    assert list(curve.values()) == sorted(curve.values())
    assert curve[0.2] == pytest.approx(results.portfolio.reserve_period)


def test_parts_follow_the_budgets_order_and_what_is_not_placed_comes_last() -> None:
    results = simulate(portfolio(an_investment("loose"))).results()
    assert [part.name for part in results.areas] == ["Elderly", "Finance", None]
    assert [part.name for part in results.tracks] == ["Elderly", "Digital", "loose"]
    assert [part.name for part in results.kinds] == ["operating"]


def test_progress_rises_to_the_whole() -> None:
    told: list[float] = []
    simulation = simulate(portfolio(trials=40_000), work=Work(progress=told.append))
    assert told == sorted(told)
    assert told[-1] == 1.0
    told.clear()
    simulation.results(progress=told.append)
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1.0)


def test_a_scenario_with_faults_is_not_simulated() -> None:
    with pytest.raises(InputError, match="duplicate"):
        simulate(a_scenario(an_investment("care"), an_investment("care")))
