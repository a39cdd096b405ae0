"""Figures from the workers of a cluster are those from here, whatever happens to a worker."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from http import HTTPStatus
from http.client import HTTPConnection
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

import dask
import numpy as np
import pytest
from distributed import LocalCluster
from distributed.security import Security

from innobudget.domain.results import Results
from innobudget.engine.collecting import collection
from innobudget.engine.simulation import simulate
from innobudget.engine.trials import sample_trials
from innobudget.engine.work import Work
from innobudget.errors import InputError
from innobudget.io.documents import json_text, results_document
from innobudget.io.grids import read_grid
from innobudget.workflow import cluster as module
from innobudget.workflow.cluster import Cluster, opened
from innobudget.workflow.options import RunOptions
from innobudget.workflow.run import run_scenario
from innobudget.workflow.sweep import sweep
from interrupting import interrupted, needs_a_terminal
from town import town

Item = TypeVar("Item")
Found = TypeVar("Found")

ROOT = Path(__file__).resolve().parent.parent.parent
ODENSE = ROOT / "scenarios" / "odense.toml"
TLS = "tls://127.0.0.1:9"
HIDDEN = {"dashboard": False, "dashboard_address": "127.0.0.1:0"}
"""As the program's own: of a dashboard that cannot be had, dask tells all later schedulers, too."""
LOST = r"\[cluster-lost\](.|\n)*no worker any more"


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    """Return a real cluster of two worker processes on this computer."""
    with opened("local", 2) as workers:
        yield workers


def text(results: Results) -> str:
    return json_text(results_document(results, version="1"))


def address(cluster: Cluster) -> str:
    return str(cluster.client.scheduler_info()["address"])


def test_kept_values_come_back_from_workers(cluster: Cluster) -> None:
    here = simulate(town(trials=40_000))
    there = simulate(town(trials=40_000), work=cluster.work(Work(), 40_000))
    assert text(there.results()) == text(here.results())
    drawn, again = sample_trials(there, 50), sample_trials(here, 50)
    assert all(map(np.array_equal, drawn.weights, again.weights))


def test_counts_come_back_from_workers(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collection, "EXACT_TRIALS", 16_384)
    here = simulate(town(trials=60_000), work=Work(threads=2))
    there = simulate(town(trials=60_000), work=cluster.work(Work(), 60_000))
    assert text(there.results()) == text(here.results())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_worker_that_is_killed_in_mid_run_changes_nothing(cluster: Cluster) -> None:
    killed: list[int] = []

    def deadly(function: Callable[[Item], Found], items: Iterable[Item]) -> Iterator[Found]:
        """Kill a worker process when the first block is in and others are on their way."""
        for found in cluster(function, items):
            if not killed:
                killed.append(min(cluster.client.run(os.getpid).values()))
                os.kill(killed[0], signal.SIGKILL)
            yield found

    there = simulate(town(trials=100_000), work=Work(elsewhere=deadly)).portfolio()
    assert there == simulate(town(trials=100_000)).portfolio()
    assert killed[0] not in cluster.client.run(os.getpid, on_error="ignore").values()


def test_a_precision_is_reached_with_the_trials_that_it_takes_here(
    cluster: Cluster, tmp_path: Path
) -> None:
    """Also at an address; the progress of all doublings together never falls."""
    told: list[float] = []
    found = []
    for number, where in enumerate((None, "local", address(cluster))):
        options = RunOptions(
            precision=0.0045, cluster=where, threads=1, out=tmp_path / str(number),
            charts=False, workbook=False,
        )  # fmt: skip
        told.clear()
        found.append(run_scenario(ODENSE, replace(options, sampling="random"), told.append))
        assert told == sorted(told)
        assert told[-1] == 1.0
    trials = json.loads(found[0].json)["trials"]
    assert trials == 8_192
    assert "8.192 forløb" in found[2].summary
    assert found[0].json == found[1].json == found[2].json


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_worker_that_is_killed_in_mid_sweep_changes_no_row(
    cluster: Cluster, tmp_path: Path
) -> None:
    grid = read_grid([ODENSE], seeds="1-3", settings=["booking.share=0.5,1"], file=None)
    killed: list[int] = []

    def deadly(share: float) -> None:
        if not killed and share > 0.2:
            killed.append(min(cluster.client.run(os.getpid).values()))
            os.kill(killed[0], signal.SIGKILL)

    options = RunOptions(trials=2_000, cluster=address(cluster), out=tmp_path / "there.csv")
    sweep(grid, options, deadly)
    sweep(grid, RunOptions(trials=2_000, out=tmp_path / "here.csv"), lambda _: None)
    assert (tmp_path / "there.csv").read_bytes() == (tmp_path / "here.csv").read_bytes()
    assert killed[0] not in cluster.client.run(os.getpid, on_error="ignore").values()


def test_a_cluster_is_reached_by_its_address(cluster: Cluster) -> None:
    with opened(address(cluster), 1) as workers:
        assert workers.threads >= 1
        work = workers.work(Work(), 2_000)
        assert (
            simulate(town(trials=2_000), work=work).portfolio()
            == simulate(town(trials=2_000)).portfolio()
        )


def test_a_local_cluster_listens_on_this_computer_only_and_has_no_dashboard(
    cluster: Cluster,
) -> None:
    assert address(cluster).startswith("tcp://127.0.0.1:")
    assert all(worker.startswith("tcp://127.0.0.1:") for worker in cluster.client.ncores())
    port = cluster.client.scheduler_info()["services"]["dashboard"]
    with closing(HTTPConnection("127.0.0.1", port)) as served:
        served.request("GET", "/status")
        assert served.getresponse().status == HTTPStatus.NOT_FOUND


def test_workers_of_another_version_are_refused(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PACKAGES", ("innobudget", "pytest", "no-such-package"))
    monkeypatch.setattr(module, "_here", lambda name: "0.0" if name != "pytest" else version(name))
    with pytest.raises(InputError) as raised, opened(address(cluster), 1):
        pass
    problems = raised.value.problems
    assert [problem.code for problem in problems] == ["cluster-differs"] * 2
    assert problems[0].expected.startswith("innobudget 0.0, as here")
    assert problems[1].found.startswith("no-such-package none on")


def test_workers_without_the_program_or_of_another_processor_are_refused() -> None:
    answers = {"tcp://b:1": ModuleNotFoundError("innobudget"), "tcp://a:1": "1", "tcp://c:1": "2"}
    none, other = module._differing("innobudget", "1", answers)[::-1]
    assert none.found == "innobudget none on 1 of 3 workers, as on tcp://b:1"
    assert other.found == "innobudget 2 on 1 of 3 workers, as on tcp://c:1"
    assert module.instructions() == module.instructions()


@pytest.mark.parametrize(
    "name", ["10.0.0.5", "http://10.0.0.5:8786", "tcp://10.0.0.5", "tcp://::1:8786", "Local"]
)
def test_what_is_no_address_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="cluster-address"), opened(name, 1):
        pass


def test_a_cluster_that_does_not_answer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CONNECTING", 0.5)
    with (
        pytest.raises(InputError, match=r"no answer from tcp://127.0.0.1:9 "),
        opened("tcp://127.0.0.1:9", 1),
    ):
        pass


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return dask's configuration of a certificate that was signed by itself."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl that makes a certificate")
    folder = tmp_path_factory.mktemp("certificate")
    words = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=town", "-days", "2"]
    subprocess.run(
        [openssl, *words, "-keyout", "key.pem", "-out", "cert.pem"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    files = {"key": str(folder / "key.pem"), "cert": str(folder / "cert.pem")}
    roles = ("client", "scheduler", "worker")
    own = {f"{role}.{file}": path for role in roles for file, path in files.items()}
    named = {"ca-file": files["cert"], **own}
    return {f"distributed.comm.tls.{key}": path for key, path in named.items()}


def test_a_cluster_is_reached_over_tls(certificate: dict[str, str]) -> None:
    with (
        dask.config.set(certificate),
        LocalCluster(
            n_workers=1, host="127.0.0.1", protocol="tls", security=Security(),
            scheduler_kwargs=HIDDEN,
        ) as secured,
        opened(secured.scheduler_address, 1) as workers,
    ):  # fmt: skip
        assert secured.scheduler_address.startswith("tls://")
        assert list(workers(abs, [-1, 2])) == [1, 2]


def test_tls_asks_for_certificates(certificate: dict[str, str]) -> None:
    with pytest.raises(InputError, match="no certificates for TLS"), opened(TLS, 1):
        pass
    missing = {**certificate, "distributed.comm.tls.ca-file": "no-such.pem"}
    with (
        dask.config.set(missing),
        pytest.raises(InputError, match=r"cannot be read \(No such file"),
        opened(TLS, 1),
    ):
        pass


def test_a_cluster_that_must_be_encrypted_is_no_fault_of_the_program() -> None:
    with (
        dask.config.set({"distributed.comm.require-encryption": True}),
        pytest.raises(InputError, match="cluster-unreachable"),
        opened("tcp://127.0.0.1:9", 1),
    ):
        pass


def test_a_cluster_without_workers_is_refused_or_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with LocalCluster(
        n_workers=0, processes=True, host="127.0.0.1", scheduler_kwargs=HIDDEN
    ) as empty:
        with (
            pytest.raises(InputError, match="cluster-empty"),
            opened(empty.scheduler_address, 1),
        ):
            pass
        monkeypatch.setattr(module, "POLL", 0.1)
        monkeypatch.setattr(module, "PATIENCE", 0.3)
        with empty.get_client() as client, pytest.raises(InputError, match=LOST):
            next(Cluster(client, 1)(str, [1]))


def test_the_extra_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    with pytest.raises(InputError, match=r"pip install innobudget\[cluster\]"), opened("local", 1):
        pass


def test_dask_is_loaded_only_where_it_is_asked_for() -> None:
    code = "import sys, innobudget.workflow.run; sys.exit('distributed' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@needs_a_terminal
def test_an_interrupted_run_on_a_cluster_writes_nothing(tmp_path: Path) -> None:
    words = ["run", str(ODENSE), "--trials", "400_000"]
    words += ["--cluster", "local", "--threads", "1", "--out", str(tmp_path / "out")]
    status, said = interrupted(words)
    assert status == 130, said
    assert "nothing was written" in said
    assert "Traceback" not in said
    assert list(tmp_path.iterdir()) == []
