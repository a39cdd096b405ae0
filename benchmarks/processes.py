"""Work in processes of their own: what it found, how long it took, how much memory it needed."""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

from benchmarks.paths import ROOT

Work = Callable[..., Any]
MEGABYTE = 1024 * (1024 if sys.platform == "darwin" else 1)
"""In the unit of `ru_maxrss`."""


def in_own_process(function: str, *arguments: object) -> Any:  # noqa: ANN401 - whatever the function returns
    """Call a function, `module:name`, in a process of its own and return what it returned.

    Parameters
    ----------
    function
        What it takes and returns must go through JSON.
    arguments
        What it is called with.

    Raises
    ------
    SystemExit
        Where the process failed.

    """
    command = [sys.executable, "-m", "benchmarks.processes", function, json.dumps(arguments)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"failed: {function} {arguments}")
    return json.loads(done.stdout.splitlines()[-1])


def function_named(function: str) -> Work:
    """Return a function by its name, `module:name`."""
    module, name = function.split(":")
    work: Work = getattr(import_module(module), name)
    return work


def measured(work: Callable[[], Any]) -> tuple[Any, dict[str, float]]:
    """Return what work returns, and what it took.

    Wall time and the processor's [s], peak memory above what was there [MB].
    """
    before, began, busy = peak_memory(), time.perf_counter(), time.process_time()
    result = work()
    took = {"seconds": time.perf_counter() - began, "processor": time.process_time() - busy}
    return result, {**took, "memory": peak_memory() - before}


def measured_command(command: list[str]) -> dict[str, float]:
    """Run a command and return its wall time [s] and peak memory [MB]."""
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    took = time.perf_counter() - began
    return {"seconds": took, "memory": usage.ru_maxrss / MEGABYTE}


def peak_memory() -> float:
    """Return the most memory that this process has had so far. [MB]"""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


if __name__ == "__main__":
    print(json.dumps(function_named(sys.argv[1])(*json.loads(sys.argv[2]))))
