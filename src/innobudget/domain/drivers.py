"""Shared causes that make uncertain quantities move together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Field

from innobudget.domain.evidence import Evidence
from innobudget.domain.uncertainty import Quantity
from innobudget.domain.value_limits import Id
from innobudget.errors import AssumptionError, Problem
from innobudget.messages import say

Correlated = Literal["benefit", "cost", "delay", "success"]
"""The quantities that the shorthand can make move together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """A shared cause that moves several uncertain quantities: a standard normal."""

    id: Id
    """Name in lower-case letters, digits and hyphens."""
    name: str = ""
    """In words, for reports; empty: the id."""
    applies_to: tuple[str, ...] | None = None
    """Ids or tracks of the investments that it moves; absent: all."""
    loads: Mapping[Quantity, Annotated[float, Field(ge=-1, le=1)]] = field(default_factory=dict)
    """How strongly and which way it moves each quantity's normal score, -1 to 1."""
    evidence: tuple[Evidence, ...] = ()
    """What its loads rest on, one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correlation:
    """Shorthand for a driver common to all and one per track."""

    within_track: Annotated[float, Field(ge=0, lt=1)]
    """Correlation of normal scores between investments of one track."""
    across_tracks: Annotated[float, Field(ge=0, lt=1)] = 0.0
    """Correlation of normal scores between investments of different tracks."""

    def __post_init__(self) -> None:
        """Refuse correlations that no pair of drivers can make."""
        if not 0 <= self.across_tracks <= self.within_track < 1:
            raise AssumptionError(
                Problem(
                    code="correlation",
                    found=say(
                        "across_tracks = {across_tracks:g}, within_track = {within_track:g}",
                        across_tracks=self.across_tracks,
                        within_track=self.within_track,
                    ),
                    expected=say("0 <= across_tracks <= within_track < 1"),
                    remedy=say("lower across_tracks, or raise within_track"),
                )
            )
