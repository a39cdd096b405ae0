"""A small town's scenario with something of everything, and its workbook."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from conftest import a_budget, a_line, a_scenario, an_effect, an_investment
from innobudget.domain.drivers import Correlation, Driver
from innobudget.domain.investment import Investment, QualityIndicator, Stage
from innobudget.domain.scenario import Language, Scenario
from innobudget.domain.uncertainty import Choice, Pert, Uniform
from innobudget.engine.simulation import Simulation
from innobudget.engine.trials import sample_trials
from innobudget.errors import Problem, where
from innobudget.messages import say
from innobudget.report.figures import build_charts
from innobudget.report.findings.teller import Teller
from innobudget.report.voice import RunRecord
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.writing import write_workbook

MADE = RunRecord(
    version="0.1.0",
    date=datetime(2026, 1, 2, tzinfo=UTC),
    command="innobudget run scenarios/town.toml",
    inputs={"town.toml": "0" * 64},
)
DOUBT = Problem(
    code="effect-without-line",
    place=where("town.toml", line=9),
    found=say("an effect that names no line or area"),
    expected=say("the budget line that the saving falls on"),
    remedy=say("add line = … or area = …: a saving that nobody's budget carries is lost"),
)


def care() -> Investment:
    """Return two stages, three effects and bookings of its own."""
    return an_investment(
        "care",
        name="Care at home",
        area="Elderly",
        booked={2027: 90_000.0},
        disruption_budgeted=False,
        benefit_factor=Uniform(uniform=(0.5, 1.1)),
        delay=Choice(choice=((0, 0.6), (1, 0.4))),
        stages=(
            Stage(name="Pilot", outlay={2026: 20_000.0}, success=0.9),
            Stage(
                name="All",
                outlay={2027: 30_000.0},
                capital_outlay={2027: 10_000.0},
                disruption={2027: 5_000.0},
                success=0.8,
            ),
        ),
        effects=(
            an_effect(line="5.30.*", amount=100_000.0, ramp=(0.5, 1.0)),
            an_effect(line="5.30.26", amount=-2_000.0),
            an_effect(amount=7_000.0, beneficiary="region", gain="time"),
        ),
        quality=(
            QualityIndicator(indicator="Alone", unit="%", baseline=20, target=45, start=2027),
        ),
    )


def desk() -> Investment:
    """Return a share of a line, co-financing, a refund and an effect that ends."""
    return an_investment(
        "desk",
        name="One desk",
        track="Digital",
        cofinancing=0.25,
        cost_factor=Pert(pert=(0.9, 1.0, 1.6)),
        failure_factor=Uniform(uniform=(-0.2, 0.0)),
        stages=(Stage(outlay={2026: 40_000.0, 2028: 8_000.0}, success=0.7),),
        effects=(
            an_effect(line="6.45.51", amount=None, share=0.05),
            an_effect(amount=12_000.0, start=2025, years=3, refund=0.5, ramp=(0.2, 0.6, 1.0)),
        ),
    )


def town(**changes: Any) -> Scenario:  # noqa: ANN401 - any field of a scenario
    """Return both investments on a budget of four lines."""

    def yearly(amount: float) -> dict[int, float]:
        return dict.fromkeys(range(2026, 2030), amount)

    budget = a_budget(
        a_line("5.30.26", amounts=yearly(1e6)),
        a_line("5.30.27", name="Nursing", amounts=yearly(3e6)),
        a_line("6.45.51", name="Desk", area="Finance", amounts=yearly(8e5)),
        a_line("3.22.01", name="Schools", area="Children", amounts=yearly(5e6)),
        growth=0.01,
    )
    defaults: dict[str, Any] = {
        "budget": budget,
        "drivers": (Driver(id="hiring", name="Hiring", loads={"benefit": -0.4, "delay": 0.5}),),
        "correlation": {"benefit": Correlation(within_track=0.3, across_tracks=0.1)},
        "source": "town.toml",
        "trials": 2_000,
        "doubts": (DOUBT,),
    }
    return a_scenario(care(), desk(), **(defaults | changes))


def written(
    simulation: Simulation, folder: Path, language: Language = "en", count: int = 40
) -> Path:
    """Write the workbook of a simulation into a folder, with so many trials in it."""
    path = folder / f"town-{language}.xlsx"
    results, sample = simulation.results(), sample_trials(simulation, count)
    teller = Teller(results=results, language=language, date=MADE.date.date())
    charts, _ = build_charts(teller)
    edition = Edition(results=results, language=language, made=MADE, sample=sample, charts=charts)
    write_workbook(edition, path)
    return path
