"""Time of a run's charts: PNG and PDF, and SVG too; the example, and sixty investments.

`python benchmarks/charts.py` prints a table in Markdown; each row is the median of three
processes of their own. The last column is the time over that of packing nine blank slides.
"""

import statistics
import subprocess
import sys

RUNS = 3
PROGRAM = """
import sys, tempfile, time
from dataclasses import replace
import innobudget as ib
cases, horizon, svg = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "svg"
scenario = ib.load_scenario("scenarios/odense.toml")
many = tuple(
    replace(scenario.enabled[number % 9], id=f"case-{number}") for number in range(cases)
)
drivers = tuple(replace(driver, applies_to=None) for driver in scenario.drivers[2:])
scenario = replace(
    scenario,
    investments=scenario.investments if cases == 9 else many,
    drivers=scenario.drivers if cases == 9 else drivers,
    assumptions=replace(scenario.assumptions, horizon=horizon),
)
result = ib.simulate(scenario, trials=2_000)
result.results
write_charts = ib.write_charts
with tempfile.TemporaryDirectory() as folder:
    began, worked = time.perf_counter(), time.process_time()
    write_charts(result, folder, svg=svg)
    took, work = time.perf_counter() - began, time.process_time() - worked
    from matplotlib.figure import Figure
    began = time.perf_counter()
    for number in range(9):
        Figure(figsize=(13.333, 7.5)).savefig(f"{folder}/{number}.png", dpi=200)
    print(took, work, took / (time.perf_counter() - began))
"""


def measured(cases: str, horizon: str, form: str) -> list[float]:
    """Return seconds, seconds of work and ratio of one process."""
    command = [sys.executable, "-c", PROGRAM, cases, horizon, form]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return [float(word) for word in done.stdout.split()]


def main() -> None:
    """Print the table."""
    print("| investments x years | s | s of work | times nine blank slides |")
    print("| --- | --- | --- | --- |", flush=True)
    for cases, horizon, form in (("9", "10", "png"), ("9", "10", "svg"), ("60", "40", "png")):
        runs = [measured(cases, horizon, form) for _ in range(RUNS)]
        took, work, ratio = (statistics.median(column) for column in zip(*runs, strict=True))
        told = "PNG, PDF and SVG" if form == "svg" else "PNG and PDF"
        print(f"| {cases} x {horizon}, {told} | {took:.1f} | {work:.1f} | {ratio:.1f} |")


if __name__ == "__main__":
    main()
