"""Hypothesis strategies for the domain: small valid scenarios with everything in them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import reject
from hypothesis import strategies as st

from conftest import a_budget, a_scenario
from innobudget.domain.budget import Budget
from innobudget.domain.drivers import Correlated, Correlation, Driver
from innobudget.domain.investment import Beneficiary, Effect, Investment, QualityIndicator, Stage
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import (
    Choice,
    Lognormal,
    Normal,
    Percentiles,
    Pert,
    Quantity,
    Triangular,
    Uncertain,
    Uniform,
)
from innobudget.errors import AssumptionError

BASE_YEAR = 2026
HORIZON = 6
YEARS = range(BASE_YEAR, BASE_YEAR + HORIZON)
LINES = ("5.30.26", "5.30.27", "5.30.*", "6.45.51")
QUANTITIES: tuple[Quantity, ...] = (
    "cost",
    "disruption",
    "success",
    "benefit",
    "failure",
    "delay",
)
CORRELATED: tuple[Correlated, ...] = ("benefit", "cost", "delay", "success")

shares = st.integers(0, 20).map(lambda n: n / 20)
factors = st.integers(-10, 60).map(lambda n: n / 20)
amounts = st.integers(1, 500).map(float)


def ordered(count: int, values: st.SearchStrategy[float]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw some values in ascending order."""
    return st.lists(values, min_size=count, max_size=count).map(lambda drawn: tuple(sorted(drawn)))


@st.composite
def uncertain(draw: st.DrawFn, values: st.SearchStrategy[float] = factors) -> Uncertain:
    """Draw a number or any distribution with finite limits within the values' range."""
    low, middle, high = draw(ordered(3, values))
    build: Callable[[], Uncertain] = draw(
        st.sampled_from(
            [
                lambda: middle,
                lambda: Uniform(uniform=(low, high)),
                lambda: Triangular(triangular=(low, middle, high)),
                lambda: Pert(pert=(low, middle, high), shape=draw(st.sampled_from([0.0, 4.0]))),
                lambda: Normal(normal=(middle, 0.3), min=low, max=high),
                lambda: Lognormal(lognormal=(middle, 0.2)),
                lambda: Percentiles(p10=low, p50=middle, p90=high, min=low - 0.5, max=high + 0.5),
                lambda: Choice(choice=((low, 0.25), (middle, 0.5), (high, 0.25))),
            ]
        )
    )
    try:
        return build()
    except AssumptionError:
        reject()


delays = st.just(0.0) | uncertain(st.integers(2, 14).map(lambda quarters: quarters / 4))
"""Up to 4 years, certain or not."""


def year_tables(values: st.SearchStrategy[float] = amounts) -> st.SearchStrategy[dict[int, float]]:
    """Draw amounts for some years of the horizon."""
    return st.dictionaries(st.sampled_from(YEARS), values, max_size=3)


def stages() -> st.SearchStrategy[Stage]:
    """Draw a stage."""
    return st.builds(
        Stage,
        outlay=year_tables(),
        capital_outlay=year_tables(),
        disruption=year_tables(),
        success=shares,
    )


@st.composite
def effects(draw: st.DrawFn, *, with_budget: bool = True) -> Effect:
    """Draw a saving, a running cost, or an effect on others."""
    line = draw(st.none() | st.sampled_from(LINES)) if with_budget else None
    is_share = line is not None and draw(st.booleans())
    beneficiary: Beneficiary = draw(st.sampled_from(["municipality", "region", "citizens"]))
    return Effect(
        line=line,
        amount=None if is_share else draw(amounts | amounts.map(lambda amount: -amount / 5)),
        share=draw(shares) / 10 if is_share else None,
        start=draw(st.integers(BASE_YEAR - 2, BASE_YEAR + HORIZON - 1)),
        ramp=draw(st.lists(shares, min_size=1, max_size=3).map(tuple)),
        years=draw(st.none() | st.integers(1, 5)),
        certain=draw(st.booleans()),
        side="both" if line is not None and draw(st.booleans()) else "expenditure",
        beneficiary=beneficiary,
        gain=draw(st.sampled_from(["cash", "cash", "time", "avoided"])),
        refund=draw(shares) if beneficiary == "municipality" else 0.0,
    )


def indicators() -> st.SearchStrategy[QualityIndicator]:
    """Draw a service indicator."""
    return st.builds(
        QualityIndicator,
        indicator=st.just("Satisfaction"),
        unit=st.just("%"),
        baseline=amounts,
        target=amounts,
        start=st.sampled_from(YEARS),
        ramp=st.lists(shares, min_size=1, max_size=3).map(tuple),
    )


@st.composite
def supported(draw: st.DrawFn, stage: Stage, *, own: float, with_budget: bool) -> Stage:
    """Draw a grant to what the municipality has of a stage's outlay, and a line for its money."""
    years = {*stage.outlay, *stage.capital_outlay}
    whole = {year: sum(out.get(year, 0.0) for out in stage.outlays.values()) for year in years}
    grant = {year: draw(shares) * own * amount for year, amount in whole.items()}
    line = "6.45.51" if with_budget and not stage.capital_outlay else None
    return replace(
        stage,
        grant=grant if draw(st.booleans()) else {},
        outlay_line=line if draw(st.booleans()) else None,
    )


@st.composite
def investments(draw: st.DrawFn, id: str = "care", *, with_budget: bool = True) -> Investment:  # noqa: A002 - the field's name
    """Draw an investment with one to three stages."""
    cofinancing = draw(shares) / 2
    plain = draw(st.lists(stages(), min_size=1, max_size=3))
    return Investment(
        id=id,
        track=draw(st.sampled_from(["", "North", "South"])),
        area=draw(st.sampled_from([None, "Elderly", "Finance"])),
        cofinancing=cofinancing,
        disruption_budgeted=draw(st.booleans()),
        booked=draw(st.none() | year_tables()),
        cost_factor=draw(uncertain()),
        disruption_factor=draw(uncertain()),
        benefit_factor=draw(uncertain()),
        failure_factor=draw(uncertain()),
        delay=draw(delays),
        stages=tuple(
            draw(supported(stage, own=1 - cofinancing, with_budget=with_budget)) for stage in plain
        ),
        effects=tuple(draw(st.lists(effects(with_budget=with_budget), min_size=1, max_size=3))),
        quality=tuple(draw(st.lists(indicators(), max_size=1))),
    )


shared_causes = st.builds(
    Driver,
    id=st.sampled_from(["recruitment", "economy", "leadership"]),
    loads=st.dictionaries(st.sampled_from(QUANTITIES), shares.map(lambda share: share - 0.5)),
)
"""Drivers that apply to all investments."""


def budgets() -> st.SearchStrategy[Budget]:
    """Draw a budget of three lines in two areas that goes on after its last year."""
    return st.builds(a_budget, growth=shares.map(lambda share: share / 10))


@st.composite
def scenarios(draw: st.DrawFn, *, at_most: int = 3) -> Scenario:
    """Draw a scenario without faults."""
    budget = draw(st.none() | budgets())
    count = draw(st.integers(1, at_most))
    chosen = [
        draw(investments(f"investment-{number}", with_budget=budget is not None))
        for number in range(count)
    ]
    correlation = {
        quantity: Correlation(within_track=0.3, across_tracks=draw(shares) * 0.3)
        for quantity in draw(st.sets(st.sampled_from(CORRELATED)))
    }
    return a_scenario(
        *chosen,
        budget=budget,
        correlation=correlation,
        drivers=tuple(draw(st.lists(shared_causes, max_size=2, unique_by=lambda cause: cause.id))),
        trials=draw(st.sampled_from([1, 50, 200])),
        seed=draw(st.integers(0, 5)),
        share=draw(shares),
        already_in_budget=draw(st.booleans()),
    )
