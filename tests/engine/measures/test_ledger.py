"""What is read off the trials at the very edge."""

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from conftest import a_scenario
from innobudget.domain.measures import MEASURES, named
from innobudget.engine.flows import Flows
from innobudget.engine.measures.ledger import Ledger
from innobudget.engine.measures.summary import by_name
from innobudget.engine.plan import plan_investments


def paid_back(*counts: int) -> Ledger:
    """Return a ledger in which so many trials are paid back in each year; the last: never."""
    scenario = a_scenario(horizon=len(counts) - 1)
    tally = SimpleNamespace(payback=np.array(counts))
    collected: Any = SimpleNamespace(tally=tally, trials=sum(counts))
    flows = Flows.side_by_side(plan.total for plan in plan_investments(scenario))
    return Ledger(scenario=scenario, flows=flows, collected=collected)


def test_a_year_by_which_exactly_so_many_trials_are_paid_back_is_the_percentile() -> None:
    ledger = paid_back(1, 4, 0, 4, 1)
    wanted = [own for own in MEASURES if own.key.startswith("payback")]
    found = by_name(ledger.value, ledger.years, wanted)
    assert found == {
        "payback.by": pytest.approx((0.1, 0.5, 0.5, 0.9)),
        "payback.p10": 2026,
        "payback.p50": 2027,
        "payback.p90": 2029,
        "payback.never": pytest.approx(0.1),
    }
    assert sum(ledger.paid_back_in().values()) == pytest.approx(0.9)


def test_what_is_never_paid_back_has_no_payback_year() -> None:
    ledger = paid_back(0, 0, 0, 0, 7)
    assert ledger.value(named("payback.p10")) is None
    assert ledger.value(named("payback.never")) == 1.0
    assert ledger.value(named("payback.by"), 3) == 0.0


def test_what_is_always_paid_back_at_once_is_sure() -> None:
    ledger = paid_back(7, 0, 0, 0, 0)
    assert ledger.value(named("payback.p90")) == 2026
    assert ledger.value(named("payback.never")) == 0.0
    assert ledger.value(named("payback.by"), 0) == 1.0
