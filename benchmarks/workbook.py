"""Time, memory and size of the workbook: the example, and sixty investments over twenty years.

`python benchmarks/workbook.py` prints a table in Markdown; each row is a process of its own.
"""

import subprocess
import sys

PROGRAM = """
import resource, sys, tempfile, time
from dataclasses import replace
from pathlib import Path
import innobudget as ib
cases, horizon = int(sys.argv[1]), int(sys.argv[2])
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
result = ib.simulate(scenario, trials=20_000)
result.results
with tempfile.TemporaryDirectory() as folder:
    path = Path(folder, "book.xlsx")
    began = time.perf_counter()
    ib.write_workbook(result, path)
    seconds = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = path.stat().st_size / 1e6
    print(f"| {cases} x {horizon} | {seconds:.1f} | {memory:.0f} | {size:.1f} |")
"""


def main() -> None:
    """Print the table."""
    print("| investments x years, 1,000 trials on the sheet | s | peak MB of the process | MB |")
    print("| --- | --- | --- | --- |", flush=True)
    for cases, horizon in (("9", "10"), ("60", "20")):
        subprocess.run([sys.executable, "-c", PROGRAM, cases, horizon], check=True)


if __name__ == "__main__":
    main()
