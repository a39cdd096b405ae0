"""Measure everything, or some sections, and write the README: `python -m benchmarks`."""

import argparse
import sys
import time

from benchmarks import page
from benchmarks.processes import in_own_process

SECTIONS = {
    "speed": "Speed on the reference problem",
    "growth": "Growth",
    "large": "Constant memory",
    "choosing": "Choosing among portfolios",
    "commands": "Whole commands",
    "followup": "A follow-up against a run",
    "files": "Workbook, charts and budget files",
    "accuracy": "Accuracy per trial, and how sure it is",
    "joint": "Triples and quadruples of coordinates",
    "portfolios": "Random scenarios against plain random numbers",
    "coverage": "How often reported intervals hold the truth",
    "tables": "Tables and grids against exact values",
    "parts": "Cost of the parts",
    "indices": "Sensitivity against analytic indices",
    "cluster": "Threads and a cluster",
}


def main() -> None:
    """Measure the sections that were asked for, one after the other."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help="absent: all of them")
    parser.add_argument("--short", action="store_true", help="a trial run with short settings")
    parser.add_argument("--list", action="store_true", help="name the sections")
    wanted = parser.parse_args()
    if wanted.list:
        print("\n".join(f"{name:10} {title}" for name, title in SECTIONS.items()))
        return
    unknown = set(wanted.sections) - set(SECTIONS)
    if unknown:
        parser.error(f"no such section: {', '.join(sorted(unknown))}; see --list")
    for name in wanted.sections or SECTIONS:
        print(f"== {name}", file=sys.stderr, flush=True)
        began = time.perf_counter()
        text = in_own_process(f"benchmarks.sections.{name}:section", wanted.short)
        minutes = (time.perf_counter() - began) / 60
        found = page.block(SECTIONS[name], text, minutes=minutes, short=wanted.short)
        page.write({name: found}, list(SECTIONS))
        print(f"{found}\n", flush=True)


if __name__ == "__main__":
    main()
