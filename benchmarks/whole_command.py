"""Time and memory of whole commands, and of the simulation by itself in growing numbers of trials.

`python benchmarks/whole_command.py` prints a table in Markdown; every figure is the median of
three runs of a process of its own.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ODENSE = str(ROOT / "scenarios" / "odense.toml")
PROBLEM = str(ROOT / "tests" / "reference" / "reference-problem.toml")
RUNS = 3
SIMULATE = (
    "import sys, innobudget as ib\n"
    "ib.simulate(ib.load_scenario(sys.argv[1]), trials=int(sys.argv[2])).portfolio"
)


def measured(command: list[str]) -> tuple[float, float]:
    """Run a command and return its wall time [s] and peak memory [MB]."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def row(label: str, command: list[str]) -> str:
    """Return one line of the table."""
    runs = [measured(command) for _ in range(RUNS)]
    seconds, memory = (statistics.median(column) for column in zip(*runs, strict=True))
    return f"| {label} | {seconds:.2f} | {memory:.0f} |"


def main() -> None:
    """Print the table."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("numpy", "scipy", "pandas"))
    print(f"Python {platform.python_version()}, {packages}, {platform.machine()}\n")
    print("| command | median time, s | peak memory, MB |\n| --- | --- | --- |")
    python = [sys.executable, "-m", "innobudget"]
    with tempfile.TemporaryDirectory() as folder:
        out = ["--out", str(Path(folder, "report")), "--quiet"]
        print(row("`innobudget --help`", [*python, "--help"]))
        print(row("`innobudget check scenarios/odense.toml`", [*python, "check", ODENSE]))
        run = [*python, "run", ODENSE, *out]
        print(row("`innobudget run scenarios/odense.toml`, 100,000 trials, all of it", run))
        bare = [*run, "--no-charts", "--no-workbook"]
        print(row("the same with `--no-charts --no-workbook`", bare))
        for trials in ("100000", "1000000", "10000000"):
            command = [sys.executable, "-c", SIMULATE, PROBLEM, trials]
            label = f"library: 9 investments x 10 years, {int(trials):,} trials, portfolio"
            print(row(label, command))


if __name__ == "__main__":
    main()
