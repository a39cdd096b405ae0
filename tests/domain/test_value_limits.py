"""Every limit of a single value is taken, and what is beyond it refused; editors are told both."""

from math import nextafter
from typing import Any, get_type_hints

import pytest
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from innobudget.domain import (
    choosing,
    drivers,
    facts,
    investment,
    scenario,
    uncertainty,
    value_limits,
)


def below(value: float) -> float:
    return nextafter(value, -2e12)


def above(value: float) -> float:
    return nextafter(value, 2e12)


def field(record: type, name: str) -> object:
    return get_type_hints(record, include_extras=True)[name]


LIMITED: tuple[tuple[object, tuple[object, ...], tuple[object, ...]], ...] = (
    (value_limits.Id, ("a", "led-2", "-"), ("", "Led", "led_2", "led 2", "æ")),
    (value_limits.Fraction, (0, 1), (below(0), above(1))),
    (value_limits.Rate, (above(-1), 10), (-1, above(10))),
    (value_limits.Year, (1900, 2199), (1899, 2200)),
    (value_limits.Positive, (above(0),), (0, -1)),
    (value_limits.Unit, (above(0), 1e12), (0, above(1e12))),
    (value_limits.Count, (1,), (0,)),
    (value_limits.YearTable, ({"1900": -1.0, "2199": 0.0},), ({"1899": 1.0}, {"2200": 1.0})),
    (value_limits.PriceIndex, ({"2026": 0.5},), ({"2026": 0}, {"2026": -0.5}, {"1899": 1.0})),
    (
        value_limits.YearColumns,
        ({"2026": "B", "2027": ["B", "C"]},),
        ({"2026": 1}, {"2026": [1]}, {"26": "B"}),
    ),
    (value_limits.Ramp, ([0.0], [1.0, 0.5]), ([], [above(1)], [below(0)])),
    (field(scenario.Publish, "title"), ("x", "x" * 120, None), ("", "x" * 121)),
    (field(scenario.Assumptions, "horizon"), (1, 100), (0, 101)),
    (field(scenario.Assumptions, "confidence"), (above(0), below(1)), (0, 1)),
    (field(scenario.Sampled, "trials"), (1, 10**9), (0, 10**9 + 1)),
    (field(scenario.Sampled, "seed"), (0,), (-1,)),
    (field(scenario.Booking, "share"), (0, 1.5), (below(0), above(1.5))),
    (field(scenario.Stress, "delay"), (0, 100), (below(0), above(100))),
    (field(scenario.Stress, "benefit"), (0, 100), (below(0), above(100))),
    (field(scenario.Stress, "outlay"), (0, 100), (below(0), above(100))),
    (field(drivers.Correlation, "within_track"), (0, below(1)), (below(0), 1)),
    (field(drivers.Correlation, "across_tracks"), (0, below(1)), (below(0), 1)),
    (field(uncertainty.Pert, "shape"), (0, 1e9), (below(0),)),
    (field(investment.Investment, "cofinancing"), (0, below(1)), (below(0), 1)),
    (field(facts.Followup, "tolerance"), (above(0), 10), (0, above(10))),
    (field(facts.Followup, "rebudget_after"), (None, 0), (-1,)),
    (field(facts.Fact, "tolerance"), (None, above(0), 10), (0, above(10))),
    (field(choosing.Choosing, "payback_at_most"), (None, 0), (below(0),)),
    (field(choosing.Choosing, "hole_at_most"), (None, 0), (below(0),)),
    (field(choosing.Pool, "applies_to"), (["a"], None), ([],)),
    (field(choosing.Pool, "total"), (0, None), (below(0),)),
    (field(choosing.CaseGroup, "applies_to"), (["a"],), ([],)),
    (field(choosing.CaseGroup, "at_most"), (0, None), (-1,)),
)
"""Of each kind of value some that are taken, and the nearest that are not."""


def is_taken(adapter: TypeAdapter[object], value: object) -> bool:
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(("kind", "good", "bad"), LIMITED)
def test_a_limit_is_taken_and_what_is_beyond_it_refused(
    kind: Any,  # noqa: ANN401 - a type as annotations have it
    good: tuple[object, ...],
    bad: tuple[object, ...],
) -> None:
    adapter = TypeAdapter[object](kind)
    shown = Draft202012Validator(adapter.json_schema())
    for values, are_good in ((good, True), (bad, False)):
        for value in values:
            assert is_taken(adapter, value) is are_good, value
            assert shown.is_valid(value) is are_good, value
