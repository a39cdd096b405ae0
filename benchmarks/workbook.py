"""Time, memory and size of the workbook: the example, and sixty investments over twenty years.

`python benchmarks/workbook.py` prints a table in Markdown; each run is a process of its own, and
times are the median of three. Processor time tells more than the clock where other work is running.
"""

import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

RUNS = 3
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item></oor:items>
"""
"""LibreOffice recalculates on loading."""

PROGRAM = """
import resource, sys, time
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

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

path, before = Path(sys.argv[3]), peak()
began, worked = time.perf_counter(), time.process_time()
ib.write_workbook(result, path)
print(time.perf_counter() - began, time.process_time() - worked, before, peak())
"""


def main() -> None:
    """Print the table."""
    heads = ("investments x years", "s", "processor s", "peak MB before", "and after", "file MB")
    print("|", " | ".join((*heads, "s to recalculate in LibreOffice")), "|")
    print("|", " | ".join(["---"] * (len(heads) + 1)), "|", flush=True)
    with TemporaryDirectory() as name:
        book = Path(name, "book.xlsx")
        for cases, horizon in (("9", "10"), ("60", "20")):
            words = (cases, horizon, str(book))
            runs = [_run(sys.executable, "-c", PROGRAM, *words).split() for _ in range(RUNS)]
            wall, processor, before, after = (
                median(map(float, found)) for found in zip(*runs, strict=True)
            )
            told = f"{wall:.1f} | {processor:.1f} | {before:.0f} | {after:.0f}"
            size, opened = book.stat().st_size / 1e6, _recalculated(book)
            print(f"| {cases} x {horizon} | {told} | {size:.1f} | {opened} |", flush=True)


def _recalculated(book: Path) -> str:
    """Return how long LibreOffice takes to open, recalculate and save; a dash without it."""
    office = shutil.which("soffice")
    if office is None:
        return "–"
    profile = book.parent / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
    own = f"-env:UserInstallation={profile.as_uri()}"
    words = (office, own, "--headless", "--convert-to", "csv", "--outdir", str(book.parent))
    times = []
    for _ in range(RUNS + 1):  # the first makes the profile
        began = time.perf_counter()
        _run(*words, str(book))
        times.append(time.perf_counter() - began)
    return f"{median(times[1:]):.1f}"


def _run(*words: str) -> str:
    return subprocess.run(words, check=True, capture_output=True, encoding="utf-8").stdout


if __name__ == "__main__":
    main()
