"""Blocks of trials, or whole runs, on the workers of a dask cluster.

A worker gets the plan and the number of a block, and returns what the block adds: the figures
are those of a run on this computer, to the bit. What a lost worker held is computed again by
another, and pieces are merged in their order, so losing one changes nothing.
"""

import logging
import pickle
import platform
import re
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from importlib.metadata import version
from importlib.util import find_spec
from itertools import islice
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from innobudget.engine.chance.outcome import tile_size
from innobudget.engine.work import Work
from innobudget.errors import InputError, Problem, reason_of, where
from innobudget.messages import say

if TYPE_CHECKING:
    from distributed import Client, Future

LOCAL = "local"
ADDRESS = re.compile(r"(tcp|tls)://([^\s:/]+|\[[0-9a-fA-F:]+\]):\d{1,5}")
PACKAGES = ("innobudget", "numpy", "scipy", "distributed")
"""Those that the last bits of figures, or talking to each other, depend on."""
CONNECTING = 10.0
"""How long to wait for a scheduler's answer. [s]"""
POLL = 2.0
"""How often to see whether workers are left. [s]"""
PATIENCE = 60.0
"""How long to wait when no worker is left: one may be on its way. [s]"""
AHEAD = 3
"""Blocks that are asked for at a time, per thread of the cluster."""
BLOCKS_PER_THREAD = 3
MOST_TILES = 64
"""In a block: a longer one saves little more on the way, and is lost with its worker."""

Item = TypeVar("Item")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of a cluster, as what maps a function over blocks in order."""

    client: "Client"
    """Connected."""
    threads: int
    """Of all its workers together, when the work began."""

    def __call__(
        self, function: Callable[[Item], Found], items: Iterable[Item], /
    ) -> Iterator[Found]:
        """Call the function with each item on some worker; yield what it returns, in order."""
        shared = self.client.submit(pickle.loads, pickle.dumps(function), pure=False)
        coming = iter(items)
        waiting: deque[Future[Found]] = deque()
        while True:
            for item in islice(coming, AHEAD * self.threads - len(waiting)):
                waiting.append(self.client.submit(_call, shared, item, pure=False))
            if not waiting:
                return
            yield self._result(waiting.popleft())

    def work(self, here: Work, trials: int) -> Work:
        """Let this cluster take the blocks of a run, a few for each of its threads."""
        tiles = -(-trials // tile_size(trials)) // (BLOCKS_PER_THREAD * self.threads)
        return replace(here, elsewhere=self, tiles_per_block=min(max(tiles, 1), MOST_TILES))

    def _result(self, future: "Future[Found]") -> Found:
        from distributed import CancelledError, KilledWorker  # noqa: PLC0415 - an extra

        deadline = monotonic() + PATIENCE
        try:
            while True:
                with suppress(TimeoutError):
                    return future.result(timeout=POLL)
                if self.client.ncores():
                    deadline = monotonic() + PATIENCE
                elif monotonic() > deadline:
                    raise _lost(say("no worker any more"), say("workers that stay"))
        except KilledWorker as error:
            deaths = error.allowed_failures + 1
            raise _lost(
                say("a block of trials that {deaths} workers died of", deaths=deaths),
                say("workers with enough memory"),
            ) from None
        except (CancelledError, OSError):
            raise _lost(say("no scheduler any more"), say("a scheduler that stays")) from None


@contextmanager
def opened(address: str, threads: int) -> Iterator[Cluster]:
    """Provide the cluster at an address, or one of worker processes on this computer.

    Parameters
    ----------
    address
        `tcp://HOST:PORT` or `tls://HOST:PORT` of its scheduler, or `local`.
    threads
        How many worker processes a local one has.

    Raises
    ------
    InputError
        If the extra is not installed, nothing answers, certificates are missing, there is no
        worker, or a worker would not give the same figures to the bit.

    """
    if find_spec("distributed") is None:
        found = say("no dask.distributed in this Python")
        expected = say("innobudget with its extra [cluster]")
        raise _fault("cluster-extra", found, expected, "pip install innobudget[cluster]")
    if address != LOCAL and not ADDRESS.fullmatch(address):
        raise _fault(
            "cluster-address",
            f'"{address}"',
            say("local, or the address of a dask scheduler such as tcp://10.0.0.5:8786"),
            say("write what the scheduler printed when it started"),
        )
    with _quiet(), _local(threads) if address == LOCAL else _connected(address) as client:
        yield Cluster(client, sum(client.ncores().values()))


def _call(function: Callable[[Item], Found], item: Item) -> Found:
    """Run on a worker."""
    return function(item)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep dask's own messages off the terminal: what matters is said by whoever waits."""
    import dask  # noqa: PLC0415 - an extra
    import distributed  # noqa: F401, PLC0415 - an extra; it makes its loggers when it is loaded

    names = [name for name in logging.root.manager.loggerDict if name.startswith("distributed")]
    levels = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"}):
            yield
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)


@contextmanager
def _local(threads: int) -> Iterator["Client"]:
    from distributed import Client, LocalCluster  # noqa: PLC0415 - an extra

    with (
        TemporaryDirectory(prefix="innobudget-", ignore_cleanup_errors=True) as scratch,
        LocalCluster(
            n_workers=threads,
            threads_per_worker=1,
            host="127.0.0.1",
            local_directory=scratch,
            silence_logs=logging.CRITICAL,
            scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
        ) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        yield client


@contextmanager
def _connected(address: str) -> Iterator["Client"]:
    from distributed import Client  # noqa: PLC0415 - an extra

    if address.startswith("tls:"):
        _require_certificates()
    try:
        with warnings.catch_warnings(
            action="ignore"
        ):  # of other versions: `_require_same` says more
            client = Client(address, timeout=CONNECTING, set_as_default=False)
    except (OSError, ValueError, RuntimeError) as error:
        raise _fault(
            "cluster-unreachable",
            say(
                "no answer from {address} ({error})",
                address=address,
                error=type(error).__name__,
            ),
            say("a dask scheduler that listens there"),
            say("start one with: dask scheduler, or write the address as it printed it"),
        ) from None
    with client:
        if not client.ncores():
            raise _fault(
                "cluster-empty",
                say("a scheduler at {address} without workers", address=address),
                say("at least one worker"),
                say("start some with: dask worker {address}", address=address),
            )
        _require_same(client)
        yield client


def _require_certificates() -> None:
    """Require what dask needs to talk over TLS."""
    from distributed.security import Security  # noqa: PLC0415 - an extra

    try:
        context = Security().get_connection_args("client").get("ssl_context")
        found = say("no certificates for TLS in dask's configuration")
    except OSError as error:
        context = None
        found = say("certificates for TLS that cannot be read ({reason})", reason=reason_of(error))
    if context is None:
        raise _fault(
            "cluster-certificates",
            found,
            say("files named as ca-file, client.cert and client.key of distributed.comm.tls"),
            say("name them there; see https://distributed.dask.org/en/stable/tls.html"),
        )


def _require_same(client: "Client") -> None:
    """Require workers that give the same figures to the bit as this computer."""
    answers = client.run(platform.python_version_tuple, on_error="return")
    pythons = {worker: ".".join(map(str, found[:2])) for worker, found in answers.items()}
    faults = _differing("Python", ".".join(platform.python_version_tuple()[:2]), pythons)
    for package in PACKAGES:
        answers = client.run(version, package, on_error="return")
        faults += _differing(package, _here(package), answers)
    if not faults:
        answers = client.run(instructions, on_error="return")
        faults = _differing(say("a processor of"), instructions(), answers)
    if faults:
        raise InputError(faults)


def _here(package: str) -> str:
    return version(package)


def instructions() -> str:
    """Return what the last bits of NumPy's figures depend on, beside its version."""
    extensions = np.show_config(mode="dicts")["SIMD Extensions"]
    found = " ".join([*extensions["baseline"], *extensions.get("found", ())])
    return f"{platform.system()} {platform.machine()} with {found}"


def _differing(name: str, own: str, answers: Mapping[str, object]) -> list[Problem]:
    """Find what workers have instead of what is here; one fault for each such thing."""
    workers: dict[str, list[str]] = {}
    for worker, found in answers.items():
        workers.setdefault("none" if isinstance(found, Exception) else str(found), []).append(
            worker
        )
    return [
        _problem(
            "cluster-differs",
            say(
                "{name} {found} on {count} of {all} workers, as on {worker}",
                name=name,
                found=found,
                count=len(having),
                all=len(answers),
                worker=min(having),
            ),
            say("{name} {own}, as here: figures are to be the same to the bit", name=name, own=own),
            say(
                "install the same versions there, or run innobudget on one of the "
                "workers' computers"
            ),
        )
        for found, having in sorted(workers.items())
        if found != own
    ]


def _lost(found: str, expected: str) -> InputError:
    return _fault(
        "cluster-lost", found, expected, say("see the workers' own messages, and run again")
    )


def _fault(code: str, found: str, expected: str, remedy: str) -> InputError:
    return InputError([_problem(code, found, expected, remedy)])


def _problem(code: str, found: str, expected: str, remedy: str) -> Problem:
    place = where(say("command line"), option="--cluster")
    return Problem(code=code, place=place, found=found, expected=expected, remedy=remedy)
