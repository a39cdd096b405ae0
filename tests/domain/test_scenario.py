"""The years that a scenario looks at."""

from innobudget.domain.scenario import Horizon


def test_a_horizon_counts_its_base_year() -> None:
    horizon = Horizon(2026, 6)
    assert horizon.years == (2026, 2027, 2028, 2029, 2030, 2031)
    assert horizon.last_year == 2031
    assert horizon.position(2028) == 2
    assert 2031 in horizon
    assert 2032 not in horizon


def test_the_budget_period_is_four_years_or_the_horizon() -> None:
    assert Horizon(2026, 6).period == 4
    assert Horizon(2026, 2).period == 2
