"""How the work is cut into blocks of trials, and what takes them.

Results depend on neither: whatever takes the blocks need only give back what each came to, in
their order.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from typing import Protocol, TypeVar

from threadpoolctl import ThreadpoolController

TILES_PER_BLOCK = 2
ROOM = 64_000_000

Item = TypeVar("Item")
Found = TypeVar("Found")

Progress = Callable[[float], None]
"""Told the share of the work that is done, 0 to 1."""


class Mapper(Protocol):
    """Whatever calls a function with each of some items and yields what it returns, in order.

    The function, the items and what is returned can be pickled, so it may do that in other
    processes. The function and the items decide what is returned, so it may try again.
    """

    def __call__(
        self, function: Callable[[Item], Found], items: Iterable[Item], /
    ) -> Iterator[Found]:
        """Call the function with each item."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How the work is cut up; results do not depend on it."""

    threads: int = 1
    """How many blocks are drawn at a time."""
    tiles_per_block: int = TILES_PER_BLOCK
    """How many tiles whoever takes a block draws at most, one after another."""
    room: int = ROOM
    """How much of what is drawn may be kept for further passes. [bytes]"""
    progress: Progress | None = None
    """Told the share of the work that is done."""
    elsewhere: Mapper | None = None
    """Takes the blocks in other processes; None: threads of this one do."""

    def block_size(self, tiles: int) -> int:
        """Return how many tiles of a run make a block: so few that every thread has one."""
        if self.elsewhere is not None:
            return self.tiles_per_block
        return min(self.tiles_per_block, max(1, tiles // self.threads))

    @contextmanager
    def mapper(self) -> Iterator[Mapper]:
        """Provide what takes blocks, wherever that is."""
        if self.elsewhere is not None:
            yield self.elsewhere
        else:
            with self.threaded() as mapper:
                yield mapper

    @contextmanager
    def threaded(self) -> Iterator[Mapper]:
        """Provide what calls functions in threads of this process.

        Meanwhile matrix products stay on the thread that asks for them.
        """
        with _linear_algebra().limit(limits=1):
            if self.threads == 1:
                yield map
                return
            pool = ThreadPoolExecutor(self.threads)
            try:
                yield partial(_few_ahead, pool, self.threads)
            finally:
                pool.shutdown(cancel_futures=True)


@cache
def _linear_algebra() -> ThreadpoolController:
    """Find the libraries that products of matrices may be spread over threads by, once."""
    return ThreadpoolController()


def _few_ahead(
    pool: Executor, threads: int, function: Callable[[Item], Found], items: Iterable[Item], /
) -> Iterator[Found]:
    """Call a function with each item, no further ahead than keeps the threads busy."""
    waiting: deque[Future[Found]] = deque()
    for item in items:
        waiting.append(pool.submit(function, item))
        if len(waiting) > threads:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
