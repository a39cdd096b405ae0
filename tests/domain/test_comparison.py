"""How sure a difference between scenarios is."""

import pytest

from innobudget.domain.comparison import Estimate


@pytest.mark.parametrize(
    ("value", "error", "certainty", "tie"),
    [
        (0.0, 0.0, 0.5, True),
        (0.0, None, 0.5, True),
        (3.0, None, 0.5, False),
        (3.0, 0.0, 1.0, False),
        (-3.0, 0.0, 1.0, False),
        (1.0, 1.0, 0.8413, True),
        (-1.9, 1.0, 0.9713, True),
        (2.0, 1.0, 0.9772, False),
        (-2.0, 1.0, 0.9772, False),
    ],
)
def test_a_difference_is_a_tie_where_more_trials_could_turn_its_sign(
    value: float, error: float | None, certainty: float, tie: bool
) -> None:
    found = Estimate(value=value, standard_error=error)
    assert found.certainty == pytest.approx(certainty, abs=5e-5)
    assert found.is_tie is tie
