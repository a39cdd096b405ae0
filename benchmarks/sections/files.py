"""The workbook and the charts written by themselves, and large budgets read."""

import csv
import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from xlsxwriter import Workbook

import innobudget as ib
from benchmarks.page import table
from benchmarks.paths import ODENSE
from benchmarks.processes import in_own_process, measured, peak_memory
from innobudget.domain.scenario import Scenario
from innobudget.io.budgets import read_budget

CHILD = "benchmarks.sections.files"
BOOKS = ((9, 10), (60, 20))
CHARTS = ((9, 10, False), (9, 10, True), (60, 40, False))
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item></oor:items>
"""
"""LibreOffice recalculates on loading."""
BUDGETS = (("large.xlsx", 50_000, 10), ("large.csv", 20_000, 4))
SHORT_BUDGETS = (("small.xlsx", 2_000, 10), ("small.csv", 1_000, 4))


def section(short: bool) -> str:
    """Write and read, each in a process of its own, and return the tables."""
    books = [
        [
            f"{cases} x {years}",
            *columns(in_own_process(f"{CHILD}:written", cases, years), "megabytes", "opened"),
        ]
        for cases, years in BOOKS[: 1 if short else None]
    ]
    charts = [
        [
            f"{cases} x {years}, PNG and PDF{', and SVG' if svg else ''}",
            *columns(in_own_process(f"{CHILD}:drawn", cases, years, svg)),
        ]
        for cases, years, svg in CHARTS[: 1 if short else None]
    ]
    budgets = [
        [
            f"{Path(name).suffix[1:]}, {lines:,} x {years}",
            *columns(in_own_process(f"{CHILD}:read", name, lines, years), "agree"),
        ]
        for name, lines, years in (SHORT_BUDGETS if short else BUDGETS)
    ]
    head = [
        "workbook of 1,000 trials, investments x years",
        "s",
        "memory, MB",
        "file, MB",
        "LibreOffice opens and recalculates, s",
    ]
    pictures = ["all charts, investments x years", "s", "memory, MB"]
    other = ["budget with totals, lines x years", "s", "memory, MB", "totals agree"]
    tables = (table(head, books), table(pictures, charts), table(other, budgets))
    return "\n\n".join((NOTE, *tables))


def columns(found: dict[str, float], *others: str) -> list[str]:
    """Return time, memory and other things as text."""
    told = (str(found[name]) for name in others)
    return [f"{found['seconds']:.2f}", f"{found['memory']:.0f}", *told]


def written(cases: int, years: int) -> dict[str, object]:
    """Write the workbook of a portfolio whose figures are already drawn."""
    result = ib.simulate(portfolio(cases, years), trials=20_000)
    result.results  # noqa: B018 - draws the parts
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "book.xlsx")
        _, found = measured(lambda: ib.write_workbook(result, path))
        size = round(path.stat().st_size / 1e6, 1)
        memory, opened = peak_memory(), recalculated(path)
    return {**found, "memory": memory, "megabytes": size, "opened": opened}


def recalculated(book: Path) -> str:
    """Return how long LibreOffice takes; a dash where it is not installed."""
    office = shutil.which("soffice")
    if office is None:
        return "–"
    profile = book.parent / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS, encoding="utf-8")
    own = f"-env:UserInstallation={profile.as_uri()}"
    command = [office, own, "--headless", "--convert-to", "csv", "--outdir", str(book.parent), book]
    times = [
        measured(partial(subprocess.run, command, check=True, capture_output=True))[1]["seconds"]
        for _ in range(2)
    ]
    return f"{times[-1]:.1f}"


def drawn(cases: int, years: int, svg: bool) -> dict[str, object]:
    """Draw all charts of a portfolio whose figures are already drawn."""
    result = ib.simulate(portfolio(cases, years), trials=20_000)
    result.results  # noqa: B018 - draws the parts
    with tempfile.TemporaryDirectory() as folder:
        _, found = measured(lambda: ib.write_charts(result, folder, svg=svg))
    return {**found, "memory": peak_memory()}


def portfolio(cases: int, years: int) -> Scenario:
    """Return the example with its investments repeated and its years added to."""
    example = ib.load_scenario(ODENSE)
    if cases == len(example.enabled):
        return example
    many = tuple(
        replace(example.enabled[number % len(example.enabled)], id=f"case-{number}")
        for number in range(cases)
    )
    drivers = tuple(
        replace(driver, applies_to=None) for driver in example.drivers if driver.applies_to is None
    )
    assumptions = replace(example.assumptions, horizon=years)
    return replace(example, investments=many, drivers=drivers, assumptions=assumptions)


def read(name: str, lines: int, years: int) -> dict[str, object]:
    """Read one large budget, made for the purpose."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        write_budget(path, lines, tuple(range(2025, 2025 + years)))
        reading, found = measured(lambda: read_budget(path))
    agree = all(control.within_rounding for control in reading.control_totals)
    return {**found, "memory": peak_memory(), "agree": "yes" if agree else "no"}


def write_budget(path: Path, lines: int, years: tuple[int, ...]) -> None:
    """Write a budget as a workbook or a text file."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out, delimiter=";").writerows(budget(lines, years))
        return
    with Workbook(str(path), {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        for row, cells in enumerate(budget(lines, years)):
            sheet.write_row(row, 0, cells)


def budget(lines: int, years: tuple[int, ...]) -> Iterator[list[str | int]]:
    """Yield a title, a unit, a header, lines of 20 committees with subtotals, a grand total."""
    chance = random.Random(1)  # noqa: S311 - any numbers will do
    yield ["Budget 2025"]
    yield ["1.000 kr."]
    yield ["Funktion", "Navn", "Udvalg", "Dranst", *(f"B{year}" for year in years)]
    grand = [0] * len(years)
    for committee in range(20):
        total = [0] * len(years)
        for line in range(lines // 20):
            amounts = [chance.randint(-500, 5_000) for _ in years]
            total = [a + b for a, b in zip(total, amounts, strict=True)]
            code = f"{chance.randint(0, 6)}.{chance.randint(20, 70)}.{line % 90 + 10}"
            yield [code, f"Konto {line}", f"Udvalg {committee}", chance.randint(1, 3), *amounts]
        grand = [a + b for a, b in zip(grand, total, strict=True)]
        yield ["", f"Udvalg {committee} i alt", "", "", *total]
    yield ["I alt", "", "", "", *grand]


NOTE = """Each in a process of its own, once; memory is the most that the process had. The
figures of workbook and charts are already drawn; LibreOffice's time is that of its second start;
the budgets have 20 subtotals and a grand total."""
