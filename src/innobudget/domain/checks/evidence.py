"""Faults of evidence: figures that there are not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields

from innobudget.domain.checks.places import IN_FILES, Keys
from innobudget.domain.drivers import Driver
from innobudget.domain.evidence import Evidence
from innobudget.domain.investment import Effect, Investment, QualityIndicator, Stage
from innobudget.domain.scenario import Scenario
from innobudget.errors import Problem, nearest
from innobudget.messages import say, write

PARTS: Mapping[str, type[object]] = {"stage": Stage, "effect": Effect, "quality": QualityIndicator}
"""Tables of an investment of which it may have several, by the key that leads to them."""
SHOWN = 8


def check_evidence(scenario: Scenario) -> Iterator[Problem]:
    """Yield what rests on nothing: evidence of figures that its investment or driver has not."""
    for number, investment in enumerate(scenario.investments):
        known = figures_of(investment)
        yield from _unknown(("investment", number), investment.evidence, known)
    for number, driver in enumerate(scenario.drivers):
        yield from _unknown(("driver", number), driver.evidence, figures_of(driver))


def figures_of(owner: Investment | Driver) -> list[str]:
    """Return the keys of all figures that evidence can be about, as `of` says them."""
    if isinstance(owner, Driver):
        return ["loads", *(f"loads.{quantity}" for quantity in owner.loads)]
    own = [key for key in _keys(Investment) if key not in {*PARTS, "fact", "evidence", "id"}]
    entries = {"stage": owner.stages, "effect": owner.effects, "quality": owner.quality}
    inner = [
        f"{table}.{number}.{key}"
        for table, found in entries.items()
        for number, _ in enumerate(found, start=1)
        for key in _keys(PARTS[table])
    ]
    return [*own, *(_keys(Stage) if len(owner.stages) == 1 else ()), *inner]


def _keys(table: type[object]) -> list[str]:
    return [IN_FILES.get(item.name, item.name) for item in fields(table)]  # type: ignore[arg-type]


def _unknown(keys: Keys, found: Sequence[Evidence], known: Sequence[str]) -> Iterator[Problem]:
    for number, evidence in enumerate(found):
        if evidence.of not in known:
            near = nearest(evidence.of, known)
            yield Problem(
                code="evidence-of",
                path=(*keys, "evidence", number, "of"),
                found=f'"{evidence.of}"',
                expected=say(
                    "the key of a figure, such as {known}",
                    known=["benefit_factor", "delay", "stage.1.outlay", "effect.1.amount"]
                    if keys[0] == "investment"
                    else list(known[:SHOWN]),
                ),
                remedy=write(near) if near else say("write the key of the figure that is meant"),
            )
