"""Why less is achieved than was booked: one cause on top of the other, on average."""

from collections.abc import Iterator, Sequence

import numpy as np

from innobudget.domain.results import BookedToAchieved
from innobudget.engine.flows import Array
from innobudget.engine.measures.ledger import Ledger
from innobudget.engine.plan import InvestmentPlan


def booked_to_achieved(
    ledger: Ledger, plans: Sequence[InvestmentPlan], means: Array
) -> BookedToAchieved:
    """Take the budget period from booked to achieved, step by step.

    Money is linear in the weights, so means follow from the mean weights: exact for the run's
    trials, whatever their number. The order is that in which things happen: a stage passes or
    not, the effect is as large as it is, and it comes when it comes; each step leaves what
    later steps change as planned.

    Parameters
    ----------
    ledger
        The portfolio.
    plans
        Its investments, in the order of the weights.
    means
        Mean of every weight over the trials, shape (weight,). [1]

    """
    flows, period = ledger.flows, ledger.period
    planned, passed, sized, achieved = np.sum(
        [_savings(plan, own, period) for plan, own in _own_weights(plans, means)], axis=0
    ).tolist()
    booked = float(flows.booked[period].sum())
    outlay, disruption = (
        float(plan[period].sum() - means @ money[:, period].sum(axis=1))
        for plan, money in (
            (flows.planned_outlay, flows.outlay),
            (flows.budgeted_disruption, flows.disruption),
        )
    )
    after_costs = achieved + outlay + disruption
    return BookedToAchieved(
        booked=booked,
        unbooked=planned - booked,
        failure=passed - planned,
        benefit=sized - passed,
        delay=achieved - sized,
        achieved=achieved,
        outlay=outlay,
        disruption=disruption,
        after_costs=after_costs,
        missing=booked - after_costs,
    )


def _own_weights(
    plans: Sequence[InvestmentPlan], means: Array
) -> Iterator[tuple[InvestmentPlan, Array]]:
    first = 0
    for plan in plans:
        yield plan, means[first : first + len(plan.weights)]
        first += len(plan.weights)


def _savings(
    plan: InvestmentPlan, means: Array, period: slice
) -> tuple[float, float, float, float]:
    """Return a saving as planned, after stages, after the effect's size and after delay.

    What is realised instead of planned belongs to the effect's size, whatever it comes from.
    """
    axis = plan.weights
    saving = plan.total.saving[:, period].sum(axis=1)
    on_time, certain = plan.on_time[:, period].sum(axis=1)
    passed, failed = means[axis.success], means[axis.failed].sum()
    replaced = float(plan.total.replaced_saving[period].sum())
    return (
        on_time + certain + replaced,
        (passed + failed) * on_time + passed * certain + replaced,
        means[axis.undelayed].sum() * on_time + passed * certain + saving[axis.actual].sum(),
        float(means @ saving),
    )
