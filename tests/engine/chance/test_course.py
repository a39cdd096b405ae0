"""What is looked up in a table is what the exact way gives."""

import numpy as np
import pytest

from conftest import an_investment
from innobudget.domain.investment import Investment, Stage
from innobudget.domain.uncertainty import Choice, Lognormal, Percentiles, Pert, Uncertain, Uniform
from innobudget.engine.chance.course import draw_course
from innobudget.engine.chance.dependence import Places
from innobudget.engine.chance.randomness import Streams
from innobudget.engine.flows import Array

TRIALS = 200_000
DELAY = Choice(choice=((0, 0.5), (1, 0.3), (3, 0.1996), (4, 0.0004)))


def uneven(*successes: float, delay: Uncertain, benefit: Uncertain) -> Investment:
    return an_investment(
        stages=tuple(Stage(success=success) for success in successes),
        delay=delay,
        benefit_factor=benefit,
    )


INVESTMENTS = (
    uneven(0.7, delay=DELAY, benefit=Pert(pert=(0.2, 0.9, 1.2))),
    uneven(0.9, 1.0, 0.35, delay=DELAY, benefit=Lognormal(lognormal=(1.0, 0.8))),
    uneven(0.5, 0.0, delay=2.0, benefit=Percentiles(p10=0.4, p50=0.8, p90=1.1)),
    uneven(1.0, delay=0.0, benefit=Choice(choice=((0.1, 0.25), (0.8, 0.5), (1.3, 0.25)))),
    uneven(0.02, delay=Choice(choice=((0, 0.999), (7, 0.001))), benefit=1.0),
    uneven(0.8, 0.8, delay=0.0, benefit=Uniform(uniform=(-0.5, 1.5))),
    uneven(0.9, delay=Choice(choice=((0, 0.3), (1, 0.5), (0, 0.2))), benefit=1.2),
    uneven(1.0, delay=0.0, benefit=Choice(choice=((1, 0.50003), (2, 0.00006), (3, 0.49991)))),
)


@pytest.mark.parametrize("investment", INVESTMENTS)
def test_a_table_gives_the_same_course(investment: Investment) -> None:
    uniforms = Streams(4).uniforms("care.course", 0, TRIALS)
    looked_up = draw_course(investment, places_at(uniforms))
    exact = draw_course(investment, Stepwise(lambda *_: {}, Given(uniforms), 0, TRIALS))
    for stage in range(exact.stages + 1):
        np.testing.assert_array_equal(looked_up.reached(stage), exact.reached(stage))
    to_the_end = exact.reached(exact.stages - 1)
    np.testing.assert_array_equal(looked_up.state[to_the_end], exact.state[to_the_end])
    passed = exact.reached(exact.stages)
    assert passed.mean() == pytest.approx(
        np.prod([stage.success for stage in investment.stages]), abs=0.01
    )
    benefit, expected = (
        np.broadcast_to(np.asarray(course.benefit), TRIALS)[passed] for course in (looked_up, exact)
    )
    np.testing.assert_allclose(benefit, expected, atol=1e-4 * spread(expected))


class Given:
    """The same draws for every name."""

    joint = True

    def __init__(self, values: Array) -> None:
        self._values = values

    def uniforms(self, name: str, first: int, count: int) -> Array:  # noqa: ARG002 - of any name
        return self._values[first : first + count]


class Stepwise(Places):
    """Places that take decisions one after another, without a table."""

    def free(self, investment: Investment) -> bool:  # noqa: ARG002 - none is
        return False


def places_at(uniforms: Array) -> Places:
    return Places(lambda *_: {}, Given(uniforms), 0, len(uniforms))


def spread(values: Array) -> float:
    return float(np.ptp(np.quantile(values, [0.1, 0.9]))) + 1e-9 if len(values) else 1.0


def test_a_delay_that_is_given_twice_counts_twice() -> None:
    investment = uneven(
        1.0, delay=Choice(choice=((0, 0.3), (0.0, 0.2), (1, 0.5))), benefit=Uniform(uniform=(1, 2))
    )
    course = draw_course(investment, places_at(Streams(4).uniforms("care.course", 0, TRIALS)))
    rows = np.empty((2, TRIALS))
    course.lay(1.0, 0.0, rows)
    np.testing.assert_allclose(rows.mean(axis=1), 0.5, atol=0.01)
    np.testing.assert_array_equal(rows.sum(axis=0), 1.0)
