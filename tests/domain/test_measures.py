"""What a measure makes of what it reads off the trials."""

from dataclasses import replace

import pytest

from innobudget.domain.measures import MEASURES, named
from innobudget.domain.named_figures import Figures
from innobudget.domain.standpoint import Reading, Standpoint

AT = Standpoint(
    planned=120.0,
    booked=80.0,
    adopted=50.0,
    met=79.0,
    fulfilled=75.0,
    hole=49.0,
    gain=1.0,
    confidence=0.8,
)


def test_what_is_read_off_the_gap_is_read_off_the_net_effect_the_other_way_round() -> None:
    reserve = named("reserve").of(AT)
    assert reserve is not None
    turned = reserve.as_collected(AT)
    assert (turned.amount, turned.kind) == ("net_effect", "quantile")
    assert turned.at == pytest.approx(0.2)
    for net in (20.0, 50.0, 70.0):  # a gap of 30, of none, and 20 left over
        assert turned.made_of(net) == reserve.made_of(AT.adopted - net)
    assert [turned.made_of(net) for net in (20.0, 50.0, 70.0)] == [30.0, 0.0, 0.0]


def test_what_is_no_gap_is_read_off_as_it_is() -> None:
    saving = Reading("saving", "quantile", 0.1)
    assert saving.as_collected(AT) is saving


@pytest.mark.parametrize(
    ("key", "reading", "found", "value"),
    [
        ("met", Reading("saving", "share", 79.0), 0.3, 0.3),
        ("holds", Reading("net_effect", "share", 49.0), 0.3, 0.3),
        ("gap", Reading("net_effect", "share", 49.0, -1.0, 1.0), 0.3, 0.7),
        ("fulfilment.mean", Reading("saving", "mean", over=80.0), 60.0, 0.75),
        ("fulfilment.p10", Reading("saving", "quantile", 0.1, over=80.0), 40.0, 0.5),
        ("fulfilment.p50", Reading("saving", "quantile", 0.5, over=80.0), 80.0, 1.0),
        ("fulfilment.95", Reading("saving", "share", 75.0), 0.4, 0.4),
        ("reserve", Reading("budget_gap", "quantile", 0.8, least=0.0), -5.0, 0.0),
        ("safe", Reading("budget_gap", "quantile", 0.8, -1.0, 80.0), 30.0, 50.0),
        ("safe.share", Reading("budget_gap", "quantile", 0.8, -1.0, 80.0, 120.0), 20.0, 0.5),
        ("safe_saving", Reading("saving", "quantile", 1 - 0.8), 9.0, 9.0),
        ("npv.positive", Reading("npv", "share", 1.0), 0.6, 0.6),
    ],
)
def test_every_measure_reads_what_it_says(
    key: str, reading: Reading, found: float, value: float
) -> None:
    own = named(key).of(AT)
    assert own == reading
    assert own is not None
    assert own.made_of(found) == pytest.approx(value)


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("met", "booked"),
        ("fulfilment.mean", "booked"),
        ("fulfilment.p10", "booked"),
        ("fulfilment.95", "booked"),
        ("safe.share", "planned"),
    ],
)
def test_a_measure_has_no_meaning_where_nothing_is_booked_or_planned(key: str, field: str) -> None:
    assert named(key).may_miss
    assert named(key).of(replace(AT, **{field: 0.004})) is None
    assert named(key).of(replace(AT, **{field: 0.006})) is not None


def test_money_that_is_added_is_met_or_not_and_has_no_share() -> None:
    adding = replace(AT, booked=-80.0)
    assert named("met").of(adding) is not None
    assert named("fulfilment.mean").of(adding) is None


def test_less_is_better_of_what_lacks_money_or_time() -> None:
    lower = {own.key for own in MEASURES if own.better == "lower"}
    years = {"payback.p10", "payback.p50", "payback.p90", "payback.never"}
    assert lower == {"gap", "reserve", *years}


def test_one_less_of_a_measure_is_as_sure_as_the_measure() -> None:
    figures = Figures({"probability_gap": (0.1, 0.4), "probability_budget_holds_period": 0.7})
    years, period = named("holds").values(figures)
    assert years == pytest.approx((0.9, 0.6))
    assert period == 0.7
    assert named("gap").values(figures) == ((0.1, 0.4), 1 - 0.7)
    assert named("gap").errors(figures) == ((0.1, 0.4), 0.7)


def test_a_measure_is_asked_for_where_it_has_a_name() -> None:
    spans = {own.key: own.spans(2) for own in MEASURES}
    assert spans["met"] == (None, 0, 1)
    assert spans["gap"] == spans["fulfilment.p10"] == (0, 1)
    assert spans["holds"] == spans["safe_saving"] == spans["npv.positive"] == (None,)


def test_what_is_read_off_is_scaled_shifted_and_divided() -> None:
    assert Reading("saving", "mean", scale=2.0, shift=3.0, over=4.0).made_of(5.0) == 3.25
