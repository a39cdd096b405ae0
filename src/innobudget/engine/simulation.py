"""Scenario in, results out: plan, draw, collect, summarise."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from innobudget.domain import measures
from innobudget.domain.checks import check_scenario
from innobudget.domain.followed import FollowupOutcome
from innobudget.domain.measures import Measure
from innobudget.domain.rebooking import open_years
from innobudget.domain.results import (
    BookingChoice,
    Exceedance,
    InvestmentOutcome,
    Outcome,
    Results,
)
from innobudget.domain.scenario import Scenario
from innobudget.engine.chance.driven import Knowledge
from innobudget.engine.chance.outcome import Draws
from innobudget.engine.collecting.collection import Collected, collect
from innobudget.engine.collecting.pieces import Wanted
from innobudget.engine.flows import Array, Flows
from innobudget.engine.followup import KnownFacts, Walk, Weighed, drawn
from innobudget.engine.limits import readings
from innobudget.engine.measures.following import Following
from innobudget.engine.measures.ledger import Ledger
from innobudget.engine.measures.portfolio_parts import PortfolioParts, wanted_money
from innobudget.engine.measures.precision import digits_doubted, precision
from innobudget.engine.measures.sensitivity import measure_sensitivity
from innobudget.engine.measures.shortfall import Ways, booked_to_achieved
from innobudget.engine.measures.summary import by_name, safe_booking_share, summarise
from innobudget.engine.plan import InvestmentPlan, plan_investments
from innobudget.engine.registry import importances, in_order
from innobudget.engine.work import Progress, Work
from innobudget.errors import InputError

BOOKING_SHARES = tuple(step / 20 for step in range(31))
EXCEEDANCE = tuple(step / 100 for step in range(99, 0, -1))


@dataclass(frozen=True, kw_only=True)
class Simulation:
    """The portfolio of a scenario over all trials; its parts are drawn when asked for."""

    scenario: Scenario
    """What was simulated, with the trials and the seed that were used."""
    draws: Draws
    """What decides every draw."""
    work: Work
    """How the work is cut up."""
    ledger: Ledger
    """The portfolio's plan and outcomes."""
    facts: KnownFacts
    """What is known of the scenario; of no follow-up nothing."""

    def portfolio(self) -> Outcome:
        """Return the figures of all enabled investments together."""
        return summarise(self.ledger)

    def results(self, progress: Progress | None = None) -> Results:
        """Return all figures; those of the parts come from a second pass over the same draws."""
        ways = Ways.of(self.scenario, self.ledger)
        parts = PortfolioParts(self.ledger, self.draws.plans, ways.limits)
        wanted = [*parts.wanted(), *self._following.wanted()]
        found = collect(self.draws, wanted, replace(self.work, progress=progress))
        whole = next(found)
        weighed = whole.tally
        means = weighed.weights / self.draws.trials
        errors = precision(self.ledger)
        sensitivity = measure_sensitivity(self.draws, self.ledger, means, self.work)
        told = parts.outcomes(found, weighed)
        return Results(
            scenario=replace(
                self.scenario, doubts=(*self.scenario.doubts, *digits_doubted(self.ledger))
            ),
            portfolio=self.portfolio(),
            **told,
            booking_choice=tuple(map(self._booking_choice, BOOKING_SHARES)),
            safe_booking_share=safe_booking_share(self.ledger),
            booked_to_achieved=booked_to_achieved(self.ledger, self.draws.plans, means),
            ways_out=ways.results(whole.sample("net_period")),
            exceedance=tuple(
                Exceedance(
                    probability=probability,
                    budget_gap=self.ledger.sample("budget_gap").quantile(1 - probability),
                )
                for probability in EXCEEDANCE
            ),
            sensitivity=sensitivity,
            standard_errors=errors,
            followup=self._followup(told["investments"], found, means)
            if self.scenario.followup
            else None,
        )

    @cached_property
    def _following(self) -> Following:
        return Following(facts=self.facts, plans=self.draws.plans)

    def _followup(
        self, cases: tuple[InvestmentOutcome, ...], found: Iterator[Collected], means: Array
    ) -> FollowupOutcome:
        origin = self.scenario.origin
        before = drawn(origin, self.draws)
        flows = Flows.side_by_side(plan.total for plan in before.plans)
        members = tuple(range(len(before.plans)))
        wanted = replace(wanted_money(origin, members, flows), weighed=True)
        (collected,) = collect(before, [wanted], self.work)
        adopted = Weighed(draws=before, means=collected.tally.weights / before.trials)
        now = Weighed(draws=self.draws, means=means)
        return self._following.outcome(
            cases,
            found,
            adopted=summarise(Ledger(scenario=origin, flows=flows, collected=collected)),
            walk=Walk.of(self.scenario, adopted, now, self.work),
        )

    def _booking_choice(self, share: float) -> BookingChoice:
        booked = self.ledger.flows.booked_at(share, open_years(self.scenario))
        ledger = replace(self.ledger, flows=replace(self.ledger.flows, booked=booked))
        return BookingChoice({"share": share, **by_name(ledger.value, (), _of_booking())})


def simulate(
    scenario: Scenario,
    *,
    trials: int | None = None,
    seed: int | None = None,
    dimensions: tuple[str, ...] | None = None,
    work: Work | None = None,
) -> Simulation:
    """Simulate a scenario's portfolio.

    Parameters
    ----------
    scenario
        Built in code or read from a file.
    trials, seed
        Instead of the scenario's own.
    dimensions
        Names in order of their coordinates in a Sobol' sequence, the same for all scenarios
        of a comparison; absent: by their importance in this one.
    work
        How the work is cut up; the results do not depend on it.

    Raises
    ------
    InputError
        With every fault of the scenario.

    """
    sampled = replace(
        scenario.sampled,
        trials=scenario.sampled.trials if trials is None else trials,
        seed=scenario.sampled.seed if seed is None else seed,
    )
    scenario = replace(scenario, sampled=sampled)
    faults = check_scenario(scenario)
    if faults:
        raise InputError(faults)
    facts = KnownFacts(scenario=scenario)
    if scenario.followup is not None:
        scenario = replace(scenario, doubts=(*scenario.doubts, *facts.doubts()))
    work = work or Work()
    room = work.room if work.elsewhere is None else 0
    draws = replace(draws_of(scenario, dimensions, known=facts.known), room=room)
    return Simulation(
        scenario=scenario,
        draws=draws,
        work=work,
        ledger=_ledger(scenario, draws, work),
        facts=facts,
    )


def draws_of(
    scenario: Scenario,
    dimensions: tuple[str, ...] | None = None,
    *,
    known: Knowledge | None = None,
) -> Draws:
    """Return what decides every draw of a scenario without faults; see `simulate`.

    `known` is what its facts say; absent: found out.
    """
    sampled, plans = scenario.sampled, plan_investments(scenario)
    if dimensions is None:
        dimensions = _dimensions(scenario, plans) if sampled.sampling == "sobol" else ()
    return Draws(
        scenario=replace(scenario, budget=None, adopted=None),
        plans=plans,
        trials=sampled.trials,
        seed=sampled.seed,
        dimensions=dimensions,
        known=known or KnownFacts(scenario=scenario).known,
    )


def _dimensions(scenario: Scenario, plans: tuple[InvestmentPlan, ...]) -> tuple[str, ...]:
    """Return the names in order of importance; those of what was adopted keep their place."""
    if scenario.followup is None:
        return in_order([importances(scenario, plans)])
    adopted = in_order([importances(scenario.origin)])
    own = in_order([importances(scenario.without_facts)])
    return (*adopted, *(name for name in own if name not in adopted))


def _ledger(scenario: Scenario, draws: Draws, work: Work) -> Ledger:
    """Simulate the portfolio."""
    flows = Flows.side_by_side(plan.total for plan in draws.plans)
    members = tuple(range(len(draws.plans)))
    wanted = _with_choice(wanted_money(scenario, members, flows), scenario, flows)
    (collected,) = collect(draws, [wanted], work)
    return Ledger(scenario=scenario, flows=flows, collected=collected, is_certain=draws.is_certain)


def _with_choice(wanted: Wanted, scenario: Scenario, flows: Flows) -> Wanted:
    """Want what the booking choice and the exceedance curve are read from, too."""
    counted = {name: [*map(list, limits)] for name, limits in wanted.counted.items()}
    can_change = open_years(scenario)
    for share in BOOKING_SHARES:
        booked = replace(flows, booked=flows.booked_at(share, can_change))
        for name, year, reading in readings(scenario, booked, _of_booking()):
            counted.setdefault(name, [[]])[year].append(reading.at)
    curve = (*wanted.quantiles["net_period"], *EXCEEDANCE)
    return replace(
        wanted,
        counted=counted,
        quantiles={**wanted.quantiles, "net_period": curve},
    )


def _of_booking() -> list[Measure]:
    """Return what is asked of the budget period for other booking shares."""
    return [replace(own, year="") for own in measures.MEASURES if own.of_booking]
