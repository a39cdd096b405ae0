"""Whole commands: start-up, reading, simulation, workbook and charts."""

import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.page import table
from benchmarks.paths import ODENSE
from benchmarks.processes import measured_command

PYTHON = [sys.executable, "-m", "innobudget"]


def section(short: bool) -> str:
    """Run every command in turns and return the table."""
    found: dict[str, list[dict[str, float]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(1 if short else 5):
            for label, command in commands(Path(folder, "report")).items():
                found.setdefault(label, []).append(measured_command(command))
    rows = [
        [label, *(f"{median(run[what] for run in runs):{form}}" for what, form in COLUMNS.items())]
        for label, runs in found.items()
    ]
    head = ["command", "median, s", "peak memory, MB"]
    return f"{NOTE}\n\n{table(head, rows)}"


def commands(out: Path) -> dict[str, list[str]]:
    """Return what is run, by what it is called."""
    run = [*PYTHON, "run", str(ODENSE), "--out", str(out), "--quiet"]
    return {
        "`python -c pass`": [sys.executable, "-c", "pass"],
        "`innobudget --help`": [*PYTHON, "--help"],
        "`innobudget check`: read budget and scenario": [*PYTHON, "check", str(ODENSE)],
        "`innobudget run --no-charts --no-workbook`": [*run, "--no-charts", "--no-workbook"],
        "`innobudget run --no-workbook`": [*run, "--no-workbook"],
        "`innobudget run --no-charts`": [*run, "--no-charts"],
        "`innobudget run`: all of it": run,
    }


COLUMNS = {"seconds": ".2f", "memory": ".0f"}
NOTE = """On `scenarios/odense.toml` with 100,000 trials; each figure the median of five
processes that take turns; memory of the largest of a command's processes."""
