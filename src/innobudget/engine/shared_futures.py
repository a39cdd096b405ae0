"""The draws of several scenarios that meet the same futures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from innobudget.domain.loads import loads
from innobudget.domain.scenario import Sampling
from innobudget.domain.uncertainty import Quantity
from innobudget.engine.flows import Array
from innobudget.engine.outcome import Draws

QUANTITIES: tuple[Quantity, ...] = get_args(Quantity)


@dataclass(frozen=True, slots=True)
class Source:
    """Where the weights of one or more investments come from."""

    draws: Draws
    """The scenario that draws them."""
    plan: int
    """Position of the investment among its plans."""

    @property
    def size(self) -> int:
        """Length of the weight axis."""
        return len(self.draws.plans[self.plan].weights)

    def decides(self) -> tuple[object, ...]:
        """Return everything that the weights follow from; amounts and bookings are not in it.

        Two sources that have it in common have the same weights in every trial.
        """
        plan = self.draws.plans[self.plan]
        investment = plan.investment
        factors = ("cost", "disruption", "benefit", "failure")
        return (
            investment.id,
            plan.weights,
            [stage.success for stage in investment.stages],
            [getattr(investment, f"{name}_factor") for name in factors],
            investment.delay,
            [dict(loads(self.draws.scenario, investment, quantity)) for quantity in QUANTITIES],
        )


class SharedFutures:
    """The same trials for several scenarios; weights that two of them share are drawn once."""

    def __init__(self, each: Sequence[Draws]) -> None:
        """Find out which investments share their weights."""
        self._first = each[0]
        self.sources: list[Source] = []
        self._decided: list[tuple[object, ...]] = []
        self.members = tuple(
            tuple(self._number(Source(draws, plan)) for plan in range(len(draws.plans)))
            for draws in each
        )
        """Per scenario: the number of each investment's source, in the order of its plans."""

    @property
    def trials(self) -> int:
        """Number of possible futures."""
        return self._first.trials

    @property
    def tiles(self) -> int:
        """Number of tiles; the last may hold fewer trials."""
        return self._first.tiles

    @property
    def sampling(self) -> Sampling:
        """How the draws are spread."""
        return self._first.sampling

    def stretch(self, tile: int) -> slice:
        """Return the trials of a tile."""
        return self._first.stretch(tile)

    def weights(self, tile: int, members: Sequence[int]) -> Mapping[int, Array]:
        """Draw the weights of some sources, each of shape (weight, TILE)."""
        wanted: dict[int, tuple[Draws, dict[int, int]]] = {}
        for member in members:
            source = self.sources[member]
            own = wanted.setdefault(id(source.draws), (source.draws, {}))
            own[1][source.plan] = member
        return {
            numbers[plan]: drawn
            for draws, numbers in wanted.values()
            for plan, drawn in draws.weights(tile, numbers).items()
        }

    def _number(self, source: Source) -> int:
        decides = source.decides()
        if decides not in self._decided:
            self._decided.append(decides)
            self.sources.append(source)
        return self._decided.index(decides)
