"""Collected outcomes as the figures that reports need."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np

from innobudget.domain import measures
from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.measures import Measure
from innobudget.domain.rebooking import open_years
from innobudget.domain.results import AMOUNTS, Outcome, Plan, Yearly
from innobudget.engine.flows import Array
from innobudget.engine.measures.ledger import Ledger, spread


def summarise(ledger: Ledger) -> Outcome:
    """Summarise the portfolio or a part of it."""
    flows = ledger.flows
    return Outcome(
        {
            "plan": Plan(
                saving=_row(flows.planned),
                outlay=_row(flows.planned_outlay),
                disruption=_row(flows.budgeted_disruption),
                booked=_row(flows.booked),
            ),
            "measures": {name: tuple(map(spread, ledger.samples(name))) for name in AMOUNTS},
            **{
                whole.name: spread(ledger.sample(amount))
                for amount, whole in measures.WHOLES.items()
            },
            **by_name(ledger.value, ledger.years, measures.MEASURES),
            "payback.years": ledger.paid_back_in(),
        }
    )


def by_name(
    figure: Callable[[Measure, int | None], float | None],
    years: Iterable[int],
    wanted: Iterable[Measure],
) -> Mapping[str, Any]:
    """Return a figure of some measures by their names: of every year, and of the period."""
    found: dict[str, Any] = {}
    for measure in wanted:
        if measure.year:
            found[measure.year] = tuple(figure(measure, year) for year in years)
        if measure.period:
            found[measure.period] = figure(measure, None)
    return found


def _row(amounts: Array) -> Yearly:
    return tuple(map(float, amounts))


def safe_booking_share(ledger: Ledger) -> float | None:
    """Return the largest booking share at which the period's budget holds with confidence.

    One share for all investments, explicit bookings replaced, running costs booked in full; of a
    follow-up, for the years after it. Below 0 where not even no booking is safe, None where there
    is no saving to book. [fraction]
    """
    flows, period = ledger.flows, ledger.period
    can_change = np.array(open_years(ledger.scenario))[period]
    running = float(flows.running[period][can_change].sum())
    savings = float(flows.planned[period][can_change].sum()) - running
    if abs(savings) <= HALF_AN_ORE:
        return None
    stands = float(flows.booked[period][~can_change].sum())
    safe = ledger.value(measures.named("safe"))
    return None if safe is None else (safe - stands - running) / savings
