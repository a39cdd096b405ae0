"""Up to a hundred million trials: the portfolio by the library, everything by the command."""

import sys
import tempfile
from pathlib import Path

from benchmarks.page import table
from benchmarks.paths import PROBLEM
from benchmarks.processes import measured_command

TRIALS = (1_000_000, 10_000_000, 100_000_000)
SHORT_TRIALS = (200_000,)
PORTFOLIO = (
    "import sys, innobudget as ib\n"
    "ib.simulate(ib.load_scenario(sys.argv[1]), trials=int(sys.argv[2])).portfolio"
)


def section(short: bool) -> str:
    """Run both with growing numbers of trials and return the table."""
    rows = []
    for trials in SHORT_TRIALS if short else TRIALS:
        with tempfile.TemporaryDirectory() as folder:
            for label, command in commands(trials, Path(folder, "report")).items():
                found = measured_command(command)
                per_million = found["seconds"] / (trials / 1e6)
                seconds = [f"{found['seconds']:.1f}", f"{per_million:.2f}"]
                rows.append([label, f"{trials:,}", *seconds, f"{found['memory']:.0f}"])
    head = ["", "trials", "s", "s per million", "peak memory, MB"]
    return f"{NOTE}\n\n{table(head, rows)}"


def commands(trials: int, out: Path) -> dict[str, list[str]]:
    """Return what is run, by what it is called."""
    run = [sys.executable, "-m", "innobudget", "run", str(PROBLEM), "--trials", str(trials)]
    bare = ["--no-charts", "--no-workbook", "--quiet", "--out", str(out)]
    return {
        "`simulate(…).portfolio`": [sys.executable, "-c", PORTFOLIO, str(PROBLEM), str(trials)],
        "`innobudget run`": [*run, *bare],
    }


NOTE = """The reference problem on all processors: `simulate` for the portfolio, and `innobudget run
--trials N --no-charts --no-workbook` for every figure of every part. Memory of the whole process,
imports included; one run each."""
