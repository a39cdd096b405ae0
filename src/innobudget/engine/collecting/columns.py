"""Which outcomes of which investments are wanted: a matrix over their weights, and sums of rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from innobudget.domain.scenario import Horizon
from innobudget.engine.flows import Array, Flows

Positions = NDArray[np.intp]

ZERO = -1
"""Position of an outcome that is zero in every trial."""
RUNNING = {"cumulative_net": "net_effect"}
"""Outcomes that are the sum of another over the years so far."""
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

    def fill(self, weights: Array, out: Array) -> None:
        """Write the outcomes of some trials to `out`, shape (row, trial). [unit of the outcome]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Outcomes that are linear in the weights of some investments.

    Equal outcomes are kept once: in a year without outlay the net effect is the saving.
    """

    members: tuple[int, ...]
    """Positions of the investments, ascending; their weights stand one after another."""
    matrix: Array
    """One row per distinct outcome, shape (outcome, weight). [unit of the outcome]"""
    sums: tuple[tuple[int, int], ...]
    """The rows after those of the matrix: each the sum of two rows before it."""
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
        """Collect outcomes by name, each of shape (weight, year), and `RUNNING` sums of them."""
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
        sums: list[tuple[int, int]] = []
        for name, base in RUNNING.items():
            if base in positions:
                positions[name] = _running(positions[base], sums, len(distinct))
        width = next(iter(outcomes.values())).shape[0]
        return cls(
            members=members,
            matrix=np.array(distinct).reshape(len(distinct), width),
            sums=tuple(sums),
            positions=positions,
            clipped=clipped,
        )

    def __len__(self) -> int:
        """Return the number of distinct outcomes."""
        return len(self.matrix) + len(self.sums)

    def fill(self, weights: Array, out: Array) -> None:
        """Write the outcomes of some trials to `out`, shape (row, trial). [unit of the outcome]"""
        np.matmul(self.matrix, weights, out=out[: len(self.matrix)])
        for row, (one, other) in zip(out[len(self.matrix) :], self.sums, strict=True):
            np.add(out[one], out[other], out=row)
        for number in {int(number) for name in self.clipped for number in self.positions[name]}:
            if number != ZERO:
                np.clip(out[number], *QUALITY_LIMITS, out=out[number])


def _running(steps: Positions, sums: list[tuple[int, int]], first: int) -> Positions:
    """Return the rows of a running sum, those that are not there yet added to `sums`."""
    found = [ZERO]
    for step in map(int, steps):
        before = found[-1]
        if ZERO in (before, step):
            found.append(max(before, step))
        else:
            found.append(first + len(sums))
            sums.append((before, step))
    return np.array(found[1:], dtype=np.intp)


def money(flows: Flows, horizon: Horizon, discount_rate: float) -> Mapping[str, Array]:
    """Return the money outcomes of some flows, each of shape (weight, year) or (weight, 1).

    Budget gaps need no outcome of their own, a year's gap is the budgeted net effect less
    the net effect; nor do `RUNNING` sums.
    """
    net = flows.net_effect
    factors = (1 + discount_rate) ** -np.arange(horizon.length, dtype=np.float64)
    period = slice(0, horizon.period)
    return {
        "saving": flows.saving,
        "outlay": flows.outlay,
        "disruption": flows.disruption,
        "net_effect": net,
        "npv": (net @ factors)[:, None],
        "saving_period": flows.saving[:, period].sum(axis=1, keepdims=True),
        "net_period": net[:, period].sum(axis=1, keepdims=True),
    }
