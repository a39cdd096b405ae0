"""Which outcomes of which investments are wanted, as one matrix over their weights."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from innobudget.domain.years import Horizon
from innobudget.engine.flows import Array, Flows

Positions = NDArray[np.intp]

ZERO = -1
"""Position of an outcome that is zero in every trial."""
QUALITY_LIMITS = (-1.0, 1.5)
"""How far an indicator can move, as a share of the way to its target."""


class Outcomes(Protocol):
    """What follows from the weights of some members, trial by trial."""

    @property
    def members(self) -> tuple[int, ...]:
        """Numbers of the members, ascending; their weights stand one after another."""

    @property
    def positions(self) -> Mapping[str, Positions]:
        """Row of each outcome, by name and year; `ZERO` where it is always zero."""

    @property
    def clipped(self) -> tuple[str, ...]:
        """Outcomes held within `QUALITY_LIMITS`."""

    def __len__(self) -> int:
        """Return the number of rows."""

    def values(self, weights: Array) -> Array:
        """Return the outcomes of some trials, shape (row, trial). [unit of the outcome]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Outcomes that are linear in the weights of some investments.

    Equal outcomes are kept once: in a year without outlay the net effect is the saving.
    """

    members: tuple[int, ...]
    """Positions of the investments, ascending; their weights stand one after another."""
    matrix: Array
    """One row per distinct outcome, shape (outcome, weight). [unit of the outcome]"""
    positions: Mapping[str, Positions]
    """Row of each outcome, by name and year; `ZERO` where it is always zero."""
    clipped: tuple[str, ...] = ()
    """Outcomes held within `QUALITY_LIMITS`."""

    @classmethod
    def of(
        cls,
        members: tuple[int, ...],
        outcomes: Mapping[str, Array],
        *,
        clipped: tuple[str, ...] = (),
    ) -> "Columns":
        """Collect outcomes by name, each of shape (weight, year)."""
        rows: dict[tuple[bool, bytes], int] = {}
        distinct: list[Array] = []
        positions: dict[str, Positions] = {}
        for name, outcome in outcomes.items():
            found = []
            for column in np.ascontiguousarray(outcome.T):
                if not column.any():
                    found.append(ZERO)
                    continue
                key = (name in clipped, column.tobytes())
                if key not in rows:
                    rows[key] = len(distinct)
                    distinct.append(column)
                found.append(rows[key])
            positions[name] = np.array(found, dtype=np.intp)
        width = next(iter(outcomes.values())).shape[0]
        return cls(
            members=members,
            matrix=np.array(distinct).reshape(len(distinct), width),
            positions=positions,
            clipped=clipped,
        )

    @property
    def clipped_rows(self) -> Positions:
        """Rows of the clipped outcomes."""
        rows = [self.positions[name] for name in self.clipped]
        found = np.concatenate(rows) if rows else np.empty(0, dtype=np.intp)
        return np.asarray(found[found != ZERO])

    def __len__(self) -> int:
        """Return the number of distinct outcomes."""
        return len(self.matrix)

    def values(self, weights: Array) -> Array:
        """Return the outcomes of some trials, shape (row, trial). [unit of the outcome]"""
        found = self.matrix @ weights
        rows = self.clipped_rows
        if len(rows):
            found[rows] = np.clip(found[rows], *QUALITY_LIMITS)
        return np.asarray(found)


def money(flows: Flows, horizon: Horizon, discount_rate: float) -> Mapping[str, Array]:
    """Return the money outcomes of some flows, each of shape (weight, year) or (weight, 1).

    Budget gaps need no outcome of their own: a year's gap is the budgeted net effect less
    the net effect.
    """
    net = flows.saving - flows.outlay - flows.disruption
    factors = (1 + discount_rate) ** -np.arange(horizon.length, dtype=np.float64)
    period = slice(0, horizon.period)
    return {
        "saving": flows.saving,
        "outlay": flows.outlay,
        "disruption": flows.disruption,
        "net_effect": net,
        "cumulative_net": net.cumsum(axis=1),
        "npv": (net @ factors)[:, None],
        "saving_period": flows.saving[:, period].sum(axis=1, keepdims=True),
        "net_period": net[:, period].sum(axis=1, keepdims=True),
    }
