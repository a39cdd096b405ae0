"""The workbook and the charts written by themselves, and large budgets read."""

import csv
import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
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
from innobudget.io.mapping import read_mapping
from innobudget.io.mapping_text import mapping_text

CHILD = "benchmarks.sections.files"
BOOKS = ((9, 10), (60, 20))
CHARTS = ((9, 10, False), (9, 10, True), (60, 40, False))
ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item></oor:items>
"""
"""LibreOffice recalculates on loading."""
BUDGETS = (
    ("totals.xlsx", 50_000, 10),
    ("totals.csv", 50_000, 10),
    ("wide.xlsx", 50_000, 10),
    ("pivot.csv", 80_000, 2),
    ("versions.csv", 2_515, 2),
)
"""What is special about a file, which is its name; lines, years."""
SHORT_BUDGETS = tuple((name, lines // 25, years) for name, lines, years in BUDGETS)


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
            f"{name.replace('.', ', ')}, {lines:,} x {years}",
            *columns(in_own_process(f"{CHILD}:read", name, lines, years), "comes_out"),
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
    other = ["budget, lines x years", "s", "memory, MB", "comes out"]
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
    """Read one large budget, made for the purpose; answer a question as the program proposes."""
    with tempfile.TemporaryDirectory() as folder:
        path, mapping = Path(folder, name), Path(folder, "mapping.toml")
        write_budget(path, lines, tuple(range(2025, 2025 + years)))
        reading, found = measured(lambda: read_budget(path))
        asked = reading.verdict == "needs-mapping"
        if asked:
            mapping.write_text(mapping_text(reading), encoding="utf-8")
            answer = read_mapping(mapping)
            reading, again = measured(lambda: read_budget(path, answer))
            found = {name: found[name] + again[name] for name in found}
    right = not any(doubt.code.startswith("control-total") for doubt in reading.doubts)
    read = "read" if reading.budget and right else "not read"
    comes_out = f"asked, then {read}" if asked else read
    return {**found, "memory": peak_memory(), "comes_out": comes_out}


def write_budget(path: Path, lines: int, years: tuple[int, ...]) -> None:
    """Write a budget as a workbook or a text file."""
    rows = {"totals": with_totals, "wide": as_dump, "pivot": as_pivot, "versions": in_versions}
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out, delimiter=";").writerows(rows[path.stem](lines, years))
        return
    with Workbook(str(path), {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        for row, cells in enumerate(rows[path.stem](lines, years)):
            sheet.write_row(row, 0, cells)


def with_totals(lines: int, years: Sequence[int]) -> Iterator[list[str | int]]:
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


def as_dump(lines: int, years: Sequence[int]) -> Iterator[list[str | int]]:
    """Yield the same with 46 columns more behind it: codes and names of other dimensions."""
    for row, cells in enumerate(with_totals(lines, years)):
        if row == 2:
            yield [*cells, *(f"Dimension {at}" for at in range(46))]
        elif cells[-1:] and len(cells) > len(years):
            yield [
                *cells,
                *(
                    100 + row % (at // 2 + 7) if at % 2 == 0 else f"Art {row % (at // 2 + 7)}"
                    for at in range(46)
                ),
            ]
        else:
            yield cells


def as_pivot(lines: int, years: Sequence[int]) -> Iterator[list[str | int]]:
    """Yield a pivot print: years and authorities said once, each with its total below."""
    chance = random.Random(1)  # noqa: S311 - any numbers will do
    yield ["", "í þús. kr."]
    yield ["Ar", "Sveitarfelag", "Tegund", "Total"]
    accounts = 40
    for year in years:
        whole = 0
        for place in range(lines // len(years) // accounts):
            name, total = f"{place:04} Sveit {place}", 0
            for account in range(accounts):
                first = account == 0
                amount = chance.randint(1, 9_999)
                total += amount
                labels = [year if first and place == 0 else "", name if first else ""]
                yield [*labels, f"{100 + account} Gjöld", amount]
            whole += total
            yield ["", f"{name} Total", "", total]
        yield [f"{year} Total", "", "", whole]


def in_versions(lines: int, years: Sequence[int]) -> Iterator[list[str | int]]:
    """Yield lines whose years have two versions each, and whose names sound like totals."""
    names = (
        "Salaries",
        "Net pension cost",
        "Transfer to fund balance",
        "Total rewards",
        "Supplies",
    )
    chance = random.Random(1)  # noqa: S311 - any numbers will do
    versions = ("Adopted", "Amended")
    headers = [f"FY{year} {version}" for year in years for version in versions]
    yield ["Fund", "Department", "Account", "Description", *headers]
    for line in range(lines):
        adopted = [chance.choice((0, 0, chance.randint(1, 500) * 100)) for _ in years]
        amended = [amount + chance.choice((0, 0, 0, 500)) for amount in adopted]
        account, name = 5_000 + line % 80, f"{names[line % len(names)]} {line % 80}"
        amounts = [amount for both in zip(adopted, amended, strict=True) for amount in both]
        yield [100 + line // 800, 10 + line // 80, account, name, *amounts]


NOTE = """Each in a process of its own, once; memory is the most that the process had. The
figures of workbook and charts are already drawn; LibreOffice's time is that of its second start;
budgets with totals have 20 subtotals and a grand total, a wide one 46 other columns too, a
pivot print says year and authority once, and two versions of a year are a question, answered as
the program proposes."""
