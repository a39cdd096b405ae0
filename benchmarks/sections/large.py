"""The whole command at up to a hundred million trials."""

import sys
import tempfile
from pathlib import Path

from benchmarks.files import PROBLEM
from benchmarks.page import table
from benchmarks.processes import measured_command

TRIALS = (1_000_000, 10_000_000, 100_000_000)


def section(short: bool) -> str:
    """Run the command with growing numbers of trials and return the table."""
    rows = []
    for trials in TRIALS[: 1 if short else None]:
        with tempfile.TemporaryDirectory() as folder:
            out = ["--out", str(Path(folder, "report")), "--quiet"]
            run = [sys.executable, "-m", "innobudget", "run", str(PROBLEM), *out]
            bare = ["--trials", str(trials), "--no-charts", "--no-workbook"]
            found = measured_command([*run, *bare])
        per_million = found["seconds"] / (trials / 1e6)
        rows.append(
            [
                f"{trials:,}",
                f"{found['seconds']:.1f}",
                f"{per_million:.2f}",
                f"{found['memory']:.0f}",
            ]
        )
    return f"{NOTE}\n\n{table(['trials', 's', 's per million', 'peak memory, MB'], rows)}"


NOTE = """`innobudget run tests/reference/reference-problem.toml --trials N --no-charts
--no-workbook`, all figures of all parts; memory of the whole process, imports included; one run
each."""
