"""Who takes the blocks of trials."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from innobudget.engine.work import Work
from innobudget.workflow.cluster import opened


@contextmanager
def working(cluster: str | None, threads: int | None, trials: int) -> Iterator[Work]:
    """Provide what takes the blocks of a run of some trials.

    Parameters
    ----------
    cluster
        Address of a dask scheduler, or `local`; None: threads of this process.
    threads
        How many of them, or how many processes a local cluster has; None: the processors
        there are.
    trials
        Number of possible futures.

    Raises
    ------
    InputError
        If the cluster cannot be used.

    """
    here = Work(threads=threads or processors())
    if cluster is None:
        yield here
    else:
        with opened(cluster, here.threads) as workers:
            yield workers.work(here, trials)


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
