"""Time and peak memory of reading large budgets: `python benchmarks/budget_reading.py`."""

import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from xlsxwriter import Workbook

YEARS = tuple(range(2025, 2035))
XLSX_LINES = 50_000
CSV_LINES = 20_000
CHILD = "--child"


def table(lines: int, years: tuple[int, ...]) -> Iterator[list[str | int]]:
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


def write_files(folder: Path) -> tuple[Path, Path]:
    workbook = Workbook(str(folder / "large.xlsx"), {"constant_memory": True})
    sheet = workbook.add_worksheet()
    for row, cells in enumerate(table(XLSX_LINES, YEARS)):
        sheet.write_row(row, 0, cells)
    workbook.close()
    with (folder / "large.csv").open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=";").writerows(table(CSV_LINES, YEARS[:4]))
    return folder / "large.xlsx", folder / "large.csv"


def measure(path: Path) -> None:
    """Read one file in this process and say what it took."""
    from innobudget.io.budgets import read_budget  # noqa: PLC0415 - imports are not timed

    before, busy = time.perf_counter(), time.process_time()
    reading = read_budget(path)
    took, busy = time.perf_counter() - before, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    agree = all(control.within_rounding for control in reading.control_totals)
    print(f"{path.name}: {reading.lines:,} lines, totals agree: {agree}")
    print(f"  {took:.2f} s, of the processor {busy:.2f} s, {peak:.0f} MB")


def main() -> None:
    if CHILD in sys.argv:
        measure(Path(sys.argv[-1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        for path in write_files(Path(folder)):
            subprocess.run([sys.executable, __file__, CHILD, str(path)], check=True)


if __name__ == "__main__":
    main()
