"""Every figure that reaches a user, as text: a small town's, in both languages.

Beside it what is said of towns of which other things are said, and how the workbooks look.

`python tests/golden.py` writes tests/golden/ anew; the difference is reviewed like code.
"""

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pandas as pd
from openpyxl.cell import Cell

from drawings import DAY, choice, followed
from innobudget.domain.scenario import Language, Scenario
from innobudget.engine.choosing.choose import choose
from innobudget.engine.choosing.telling import sample_cases
from innobudget.engine.comparison import compare
from innobudget.engine.measures.precision import precision
from innobudget.engine.simulation import simulate
from innobudget.io.budgets import read_budget
from innobudget.report.appropriations_csv import appropriations_csv
from innobudget.report.check import check_text
from innobudget.report.choice import charts as choice_charts
from innobudget.report.choice.edition import ChoiceEdition
from innobudget.report.choice.pages import write_workbook as write_choice
from innobudget.report.choice.teller import ChoiceTeller
from innobudget.report.choice.terminal import choice_summary
from innobudget.report.comparison import charts as comparison_charts
from innobudget.report.comparison.terminal import comparison_summary
from innobudget.report.comparison.then_and_now import chart_findings
from innobudget.report.comparison.workbook import write_workbook as write_comparison
from innobudget.report.figures import build_charts
from innobudget.report.figures.chart import Chart
from innobudget.report.findings.teller import Teller
from innobudget.report.reading import reading_text
from innobudget.report.sweep_table import RunFigures, sweep_csv, sweep_table
from innobudget.report.terminal import run_summary
from innobudget.report.words.sheets import FOLLOWED
from innobudget.workflow.result import Division, Result
from looking import looks
from otherwise import said_otherwise
from town import MADE, care, desk, town, written

GOLDEN = Path(__file__).resolve().parent / "golden"
LANGUAGES: tuple[Language, ...] = ("en", "da")
SHARES = (0.5, 1.0)
"""Of the sweep, and of the comparison."""
TRIALS = 40
"""That the workbook computes from."""
YEAR = 2028
"""Of the parts' figures: those of other years are the same of them."""
DIVISIONS: tuple[Division, ...] = ("tracks", "areas", "kinds")
DIGITS = 4
SHEETS_OF_TRIALS = ("Trials", "Simuleringer")
HEAD = 12
"""Rows of these that are told; the others are more of the same."""


def scene(**changes: Any) -> Scenario:  # noqa: ANN401 - any field of a scenario
    """Return the town, with bookings that hold in some futures and fail in others."""
    cases = (replace(care(), booked={2027: 25_000.0, 2028: 35_000.0}), desk())
    return town(**{"investments": cases, "share": 0.6, **changes})


def dumped() -> Mapping[str, str]:
    """Return the content of every golden file by its name."""
    simulation = simulate(scene())
    result = Result(simulation=simulation)
    variants = [scene(share=share) for share in SHARES]
    runs = [simulate(variant) for variant in variants]
    found = [RunFigures(outcome=run.portfolio(), errors=precision(run.ledger)) for run in runs]
    swept = sweep_table(variants, [{"booking.share": share} for share in SHARES], found)
    compared = compare([scene(name="Town"), scene(name="Half", share=0.5, investments=(desk(),))])
    followup = simulate(followed())
    chosen = choose(choice(), choosing_trials=512)
    sample = sample_cases(chosen, TRIALS)
    books: dict[str, str] = {}
    files = {"frames.txt": _frames(result), "sweep.txt": _on_end(sweep_csv(swept))}
    with TemporaryDirectory() as folder:
        for language in LANGUAGES:
            teller = Teller(results=result.results, language=language, date=DAY)
            book = Path(folder) / f"comparison-{language}.xlsx"
            write_comparison(compared, book, language=language, made=MADE)
            findings = chart_findings(compared, language)
            later = Teller(results=followup.results(), language=language, date=DAY)
            choosing = ChoiceTeller(chosen=chosen, language=language)
            choices = Path(folder) / f"choice-{language}.xlsx"
            write_choice(
                ChoiceEdition(chosen=chosen, sample=sample, language=language, made=MADE), choices
            )
            pages = [FOLLOWED[name](language) for name in ("followup", "facts")]
            told = {
                "terminal": run_summary(teller, precise=True),
                "check": check_text(scene(language=language)),
                "charts": _tables(build_charts(teller)[0]),
                "appropriations": appropriations_csv(result.results, language),
                "comparison": comparison_summary(compared, language),
                "comparison-charts": _tables(comparison_charts.build_charts(findings)),
                "readings": _readings(Path(folder), language),
                "followup": run_summary(later, precise=True),
                "followup-charts": _tables(build_charts(later)[0]),
                "choice": choice_summary(choosing),
                "choice-charts": _tables(choice_charts.build_charts(choosing)),
            }
            later_folder = Path(folder) / language
            later_folder.mkdir()
            paths: Mapping[str, tuple[Path, Collection[str]]] = {
                "workbook": (written(simulation, Path(folder), language, TRIALS), ()),
                "comparison-workbook": (book, ()),
                "choice-workbook": (choices, ()),
                "followup-workbook": (written(followup, later_folder, language, TRIALS), pages),
            }
            sheets = {name: _cells(path, titles) for name, (path, titles) in paths.items()}
            if not books:
                files["looks.txt"] = "\n\n".join(looks(*found) for found in paths.values())
            for name, text in sheets.items():
                told[name] = _words(text, books[name]) if name in books else text
            books = books or sheets
            files |= {f"{name}.{language}.txt": text for name, text in told.items()}
    files["otherwise.en.txt"] = "\n\n".join(said_otherwise())
    return {name: _one_form(text) for name, text in files.items()}


def write_dump() -> None:
    """Write every golden file."""
    write_texts(GOLDEN, dumped())


def write_texts(folder: Path, files: Mapping[str, str]) -> None:
    """Write texts by the names of their files, and take away files that nothing fills any more."""
    folder.mkdir(exist_ok=True)
    for path in folder.iterdir():
        if path.name not in files:
            path.unlink()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _one_form(text: str) -> str:
    """End lines alike and without blanks, so that editors leave the files as they are."""
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


TABLE = """Udvalg;Konto;Tekst;Budget 2026;Overslag 2027
Ældre;532;Pleje;1.250.000;1.300.000
Ældre;533;Gebyrer;-250.000;-260.000
Skole;322;Folkeskoler;4.000.000;
I alt;;;5.000.000;1.040.000
"""
"""A small budget in kroner, income below zero, with its total."""


def _readings(folder: Path, language: Language) -> str:
    """Say how a text file and a sheet were read, what a table asks, and why one is no budget."""
    rows = [line.split(";") for line in TABLE.splitlines()]
    book = openpyxl.Workbook()
    for place, row in enumerate(rows, start=1):
        for column, cell in enumerate(row, start=1):
            number = cell.replace(".", "")
            is_number = number.lstrip("-").isdecimal() and place > 1 and column > 3
            book.worksheets[0].cell(place, column, int(number) if is_number else cell)
    book.worksheets[0].title = "Drift"
    book.save(folder / "town.xlsx")
    texts = {
        "town.csv": TABLE,
        "asks.csv": TABLE.replace("Budget 2026", "A").replace("Overslag 2027", "B"),
        "none.csv": "Navn;Adresse\nSkole;Vej 1\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="cp1252")
    names = ("town.xlsx", *texts)
    return "\n\n".join(reading_text(read_budget(folder / name), language) for name in names)


def _frames(result: Result) -> str:
    frames: Mapping[str, pd.DataFrame] = {
        "yearly": result.yearly().T,
        **{f"{name} in {YEAR}": _in_year(result.parts(name)) for name in DIVISIONS},
        "investments": result.investments().T,
        "beneficiaries": result.beneficiaries(),
        "booking_choice": result.booking_choice(),
        "sensitivity": result.sensitivity(),
        "exceedance": result.exceedance().to_frame(),
    }
    return "\n\n".join(f"{name}\n{_frame(frame)}" for name, frame in frames.items())


def _in_year(parts: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(parts.xs(YEAR, level="year")).T


def _frame(frame: pd.DataFrame) -> str:
    return frame.map(_shown).to_string(max_colwidth=None, line_width=None)


def _tables(charts: Iterable[Chart]) -> str:
    return "\n\n".join(
        "\n".join(
            [
                f"{chart.stem}: {chart.finding.title}",
                *(" | ".join(map(_flat, row)) for row in (chart.table.headings, *chart.table.rows)),
            ]
        )
        for chart in charts
    )


def _cells(path: Path, titles: Collection[str] = ()) -> str:
    """Return every filled cell of some sheets, else of all, a line per row."""
    book = openpyxl.load_workbook(path, data_only=True)
    sheets = []
    for sheet in book.worksheets:
        if titles and sheet.title not in titles:
            continue
        most = HEAD if sheet.title in SHEETS_OF_TRIALS else None
        rows = [
            [cell for cell in row if cell.value is not None]
            for row in sheet.iter_rows(max_row=most)
        ]
        lines = [f"{row[0].row} {' | '.join(map(_cell, row))}" for row in rows if row]
        sheets.append("\n".join([f"[{sheet.title}]", *lines]))
    return "\n\n".join(sheets)


def _cell(cell: Cell) -> str:
    if isinstance(cell.value, int | float) and "%" in cell.number_format:
        return f"{_shown(100.0 * cell.value)}%"
    return _flat(_shown(cell.value))


def _words(other: str, first: str) -> str:
    """Return a workbook in another language, its figures only where they differ from the first."""
    known = dict(_addressed(first))
    return "\n".join(_differing(line, known.get(at, "")) for at, line in _addressed(other))


def _addressed(text: str) -> Iterator[tuple[tuple[int, str], str]]:
    """Yield sheet and row of each line of a workbook, and the line."""
    sheet = 0
    for line in text.splitlines():
        sheet += line.startswith("[")
        yield (sheet, line.split(" ")[0]), line


def _differing(line: str, known: str) -> str:
    """Return a line with one dot for all entries at its end that are those of another line."""
    entries, others = line.split(" | "), known.split(" | ")
    alike = 0
    while alike < min(len(entries), len(others)) - 1 and entries[-alike - 1] == others[-alike - 1]:
        alike += 1
    return " | ".join([*entries[: len(entries) - alike], *(["·"] if alike else [])])


def _shown(value: object) -> str:
    return f"{value:.{DIGITS}g}" if isinstance(value, float) else str(value)


def _flat(text: str) -> str:
    return text.replace("\n", " ")


def _on_end(table: str) -> str:
    """Turn a table with a row per run into one with a line per column."""
    columns = zip(*csv.reader(table.splitlines()), strict=True)
    return "\n".join(" | ".join(map(_as_number, column)) for column in columns)


def _as_number(text: str) -> str:
    try:
        return _shown(float(text))
    except ValueError:
        return text
