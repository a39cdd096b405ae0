"""Several scenarios in the same futures: differences trial by trial, then summarised."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import combinations
from math import isclose

from innobudget.domain.checks import check_comparable, check_scenario, years_in_common
from innobudget.domain.comparison import (
    ComparisonResults,
    Difference,
    Estimate,
    Estimates,
    Paired,
    Standing,
    scenario_ids,
)
from innobudget.domain.results import Outcome
from innobudget.domain.scenario import Scenario
from innobudget.domain.succession import in_turn, left_out, seen_from
from innobudget.engine.collecting.collection import Collected, collect
from innobudget.engine.collecting.pieces import Wanted
from innobudget.engine.collecting.sample import Held, Mapped
from innobudget.engine.contrast import ContrastBuilder, Side, compared_measures
from innobudget.engine.limits import Level, tolerance
from innobudget.engine.measures.following import facts_told
from innobudget.engine.measures.ledger import spread
from innobudget.engine.measures.portfolio_parts import mean_ways, service_wanted
from innobudget.engine.measures.precision import digits_doubted
from innobudget.engine.registry import registry
from innobudget.engine.shared_futures import SharedFutures
from innobudget.engine.simulation import Simulation, simulate
from innobudget.engine.work import Progress, Work
from innobudget.errors import ComparisonError, InputError

SAME_RATIO = 1e-9
"""Ratios closer than this are equal. [1]"""
ROUNDING = 1e-12
"""Of two figures: less is left by arithmetic where they are equal, and is no difference. [1]"""
SIMULATING = 0.5
"""About how much of the drawing is that of each scenario by itself, for the progress bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """One scenario in a comparison."""

    id: str
    """Unique in the comparison."""
    simulation: Simulation
    """Its own run in the common futures."""
    side: Side
    """What a contrast needs of it."""
    outcome: Outcome
    """Its portfolio's figures."""


def compare(
    scenarios: Sequence[Scenario],
    *,
    trials: int | None = None,
    seed: int | None = None,
    work: Work | None = None,
) -> ComparisonResults:
    """Compare scenarios in the same futures, with the first one's trials, seed and sampling.

    Parameters
    ----------
    scenarios
        Two to six, of the same prices, discount rate and confidence, and of the same years
        unless they are of several budgets: then the years that all have count.
    trials, seed
        Instead of the first scenario's.
    work
        How the work is cut up; the results do not depend on it.

    Raises
    ------
    ComparisonError
        With every reason why they cannot be compared.
    InputError
        With every fault of the scenarios.

    """
    problems = check_comparable(scenarios)
    if problems:
        raise ComparisonError(problems)
    work = work or Work()
    faults = [fault for scenario in scenarios for fault in check_scenario(scenario)]
    if faults:
        raise InputError(faults)
    chosen = _sampled_alike(_in_common_years(scenarios), trials, seed)
    dimensions = registry(chosen) if chosen[0].sampled.sampling == "sobol" else ()
    simulations = _simulated(chosen, dimensions, work)
    futures = SharedFutures([simulation.draws for simulation in simulations])
    contenders = [
        Contender(
            id=name,
            simulation=simulation,
            side=Side(ledger=simulation.ledger, members=members),
            outcome=simulation.portfolio(),
        )
        for name, simulation, members in zip(
            scenario_ids(chosen), simulations, futures.members, strict=True
        )
    ]
    pairs = [(later, earlier) for earlier, later in combinations(contenders, 2)]
    wanted = list(_wanted(futures, contenders, pairs))
    plans = [
        list(zip(contender.side.members, contender.simulation.draws.plans, strict=True))
        for contender in contenders
    ]
    wanted += [item for own in plans for item in service_wanted(own)]
    left = _stretch(work.progress, SIMULATING, 1 - SIMULATING)
    found = collect(futures, wanted, replace(work, progress=left))
    alone = [next(found) for _ in contenders]
    paired = [next(found) for _ in pairs]
    return ComparisonResults(
        scenarios=tuple(map(_doubted, simulations)),
        standings=tuple(
            _standing(contender, own, tuple(mean_ways(held, found, chosen[0].horizon.period - 1)))
            for contender, own, held in zip(contenders, alone, plans, strict=True)
        ),
        differences=tuple(_difference(*pair, own) for pair, own in zip(pairs, paired, strict=True)),
        dimensions=dimensions,
        turns=tuple(contenders[place].id for place in in_turn(scenarios)),
    )


def _simulated(
    scenarios: Sequence[Scenario], dimensions: tuple[str, ...], work: Work
) -> list[Simulation]:
    """Simulate each by itself, in a part of the memory and of the progress."""
    shared = replace(work, room=work.room // len(scenarios))
    each = SIMULATING / len(scenarios)
    return [
        simulate(
            scenario,
            dimensions=dimensions,
            work=replace(shared, progress=_stretch(work.progress, number * each, each)),
        )
        for number, scenario in enumerate(scenarios)
    ]


def _doubted(simulation: Simulation) -> Scenario:
    """Return a scenario with what its trials do not support among its doubts."""
    scenario = simulation.scenario
    return replace(scenario, doubts=(*scenario.doubts, *digits_doubted(simulation.ledger)))


def _in_common_years(scenarios: Sequence[Scenario]) -> Sequence[Scenario]:
    """Return scenarios of several budgets as they are in the years that all of them have."""
    years = years_in_common(scenarios)
    if all(scenario.horizon == years for scenario in scenarios):
        return scenarios
    return [
        scenario
        if scenario.horizon == years
        else replace(
            seen_from(scenario, facts_told(scenario), years),
            doubts=(*scenario.doubts, left_out(scenario, years)),
        )
        for scenario in scenarios
    ]


def _sampled_alike(
    scenarios: Sequence[Scenario], trials: int | None, seed: int | None
) -> tuple[Scenario, ...]:
    first = scenarios[0].sampled
    sampled = replace(
        first,
        trials=first.trials if trials is None else trials,
        seed=first.seed if seed is None else seed,
    )
    return tuple(replace(scenario, sampled=sampled) for scenario in scenarios)


def _wanted(
    futures: SharedFutures,
    contenders: Sequence[Contender],
    pairs: Sequence[tuple[Contender, Contender]],
) -> Iterator[Wanted]:
    for contender in contenders:
        alone = ContrastBuilder(futures, [(1.0, contender.side)])
        yield Wanted(columns=alone.build(yearly=False))
    for later, earlier in pairs:
        both = ContrastBuilder(futures, [(1.0, later.side), (-1.0, earlier.side)])
        counted = {
            name: [[level.lower, level.higher] for level in each]
            for name, each in _levels(later, earlier).items()
        }
        yield Wanted(columns=both.build(yearly=True), counted=counted)


def _levels(later: Contender, earlier: Contender) -> dict[str, list[Level]]:
    """Return by outcome, a year each, where a difference counts as lower or as higher."""
    sides = (later.side.ledger, earlier.side.ledger)
    magnitude = sides[0].flows.magnitude + sides[1].flows.magnitude
    period = sides[0].period
    adopted = [float(side.flows.budgeted_net[period].sum()) for side in sides]
    yearly = [Level(0.0, float(amount)) for amount in tolerance(magnitude)]
    whole_period = float(tolerance(magnitude[period].sum()))
    return {
        "saving": yearly,
        "net_effect": yearly,
        "saving_period": [Level(0.0, whole_period)],
        "outlay_period": [Level(0.0, whole_period)],
        "net_period": [Level(adopted[0] - adopted[1], whole_period)],
        "npv": [Level(0.0, float(tolerance(magnitude.sum())))],
        "saving_per_krone": [Level(0.0, SAME_RATIO)],
    }


def _stretch(progress: Progress | None, start: float, length: float) -> Progress | None:
    """Tell of a part of the work as a part of the whole."""
    return None if progress is None else lambda share: progress(start + length * share)


def _standing(contender: Contender, found: Collected, service: tuple[float, ...]) -> Standing:
    per_krone = contender.side.has_outlay
    return Standing(
        id=contender.id,
        portfolio=contender.outcome,
        booked_period=contender.side.booked_period,
        outlay_period=spread(found.sample("outlay_period")),
        saving_per_krone=spread(found.sample("saving_per_krone")) if per_krone else None,
        estimates=_estimates(_figures(contender), found),
        service=service,
    )


def _difference(later: Contender, earlier: Contender, found: Collected) -> Difference:
    years = range(later.simulation.scenario.horizon.length)
    per_krone = later.side.has_outlay and earlier.side.has_outlay
    one, other = _figures(later), _figures(earlier)
    levels = _levels(later, earlier)

    def paired(name: str, year: int = 0) -> Paired:
        return _paired(found.sample(name, year), levels[name][year])

    return Difference(
        scenario=later.id,
        minus=earlier.id,
        saving=tuple(paired("saving", year) for year in years),
        net_effect=tuple(paired("net_effect", year) for year in years),
        saving_period=paired("saving_period"),
        outlay_period=paired("outlay_period"),
        budget_gap_period=_turned(found.sample("net_period"), levels["net_period"][0]),
        npv=paired("npv"),
        saving_per_krone=paired("saving_per_krone") if per_krone else None,
        estimates=_estimates({name: _minus(one[name], other[name]) for name in one}, found),
    )


def _figures(contender: Contender) -> dict[str, float | None]:
    """Return the figures of a scenario that are no sums over trials, by name."""
    side = contender.side
    compared = {own.compared: side.ledger.value(own) for own in compared_measures()}
    per_krone = side.safe_saving_per_krone if side.has_outlay else None
    return {**compared, "safe_saving_per_krone": per_krone}


def _minus(one: float | None, other: float | None) -> float | None:
    if one is None or other is None:
        return None
    return 0.0 if isclose(one, other, rel_tol=ROUNDING) else one - other


def _estimates(figures: Mapping[str, float | None], found: Collected) -> Estimates:
    """Give each figure the standard error of the mean of its influence values."""
    made: dict[str, Estimate | None] = dict.fromkeys(figures)
    for name, value in figures.items():
        if value is not None:
            error = spread(found.sample(name)).standard_error
            made[name] = Estimate(value=value, standard_error=error)
    return Estimates(made)


def _paired(sample: Held, level: Level) -> Paired:
    return Paired(
        **asdict(spread(sample)),
        probability_higher=sample.share_at_least(level.higher),
        probability_lower=1 - sample.share_at_least(level.lower),
    )


def _turned(net: Held, level: Level) -> Paired:
    """Pair budget gaps: the adopted net effect less the one achieved."""
    found = _paired(net, level)
    return Paired(
        **asdict(spread(Mapped(sample=net, shift=level.at))),
        probability_higher=found.probability_lower,
        probability_lower=found.probability_higher,
    )
