"""The README: one block per section between markers, so that each can be measured by itself."""

import os
import platform
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.paths import PAGE

TITLE = """# Measurements

`python -m benchmarks` measures everything and writes this page; `python -m benchmarks speed large`
measures two sections again, `--list` names them, `--short` tries them out. Peers come with
`pip install -c constraints.txt -c benchmarks/constraints.txt -e '.[bench]'`. Everything runs in
processes of its own; where things are compared, they take turns in one run, and ratios are taken
pair by pair.
"""
PACKAGES = ("numpy", "scipy", "pandas")
PEERS = ("monaco", "probabilit", "squigglepy", "open-riskpy", "openturns", "mcerp")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown; the first column is text, the others are figures."""
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (head, rule, *rows))


def block(title: str, text: str, *, minutes: float, short: bool) -> str:
    """Return a section with where, when and how it was measured."""
    when = datetime.now(UTC).date()
    took = f"{minutes:.0f} min" if minutes >= 1 else "less than a minute"
    note = " **Short settings: a trial run, not for quoting.**" if short else ""
    return f"## {title}\n\n{text}\n\n*{when}, {took}; {machine()}; {versions(PACKAGES)}.*{note}"


def write(blocks: Mapping[str, str], order: Sequence[str]) -> None:
    """Put sections in their places of the page, and leave the others as they are."""
    known = {**sections(PAGE.read_text(encoding="utf-8")), **blocks}
    parts = [f"<!-- {name} -->\n{known[name]}\n<!-- /{name} -->" for name in order if name in known]
    PAGE.write_text("\n\n".join([TITLE.strip(), *parts]) + "\n", encoding="utf-8", newline="\n")


def sections(text: str) -> dict[str, str]:
    """Return the sections of a page by name."""
    return dict(re.findall(r"<!-- ([a-z]+) -->\n(.*?)\n<!-- /\1 -->", text, re.DOTALL))


def machine() -> str:
    """Say what this runs on: processor, cores, memory, system."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{processor()}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}"


def processor() -> str:
    """Return the processor's name where the system tells it."""
    file = Path("/proc/cpuinfo")
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    names = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def versions(packages: Sequence[str]) -> str:
    """Name the versions of Python and of packages."""
    found = [f"Python {platform.python_version()}"]
    for name in packages:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            found.append(f"{name} not installed")
    return ", ".join(found)
