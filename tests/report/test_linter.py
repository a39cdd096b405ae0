"""Our workbooks keep every rule of the linter, and the linter sees every rule broken."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.styles import Alignment, PatternFill, Protection
from openpyxl.workbook.workbook import Workbook

from conftest import a_scenario
from innobudget.engine.simulation import simulate
from town import town, written
from workbook_linter import FILE_RULES, RULES, lint
from workbook_linter.reading import is_input


def test_the_workbook_keeps_every_rule(workbook: Path) -> None:
    assert lint(workbook) == {}


def test_a_workbook_without_budget_keeps_every_rule(tmp_path: Path) -> None:
    assert lint(written(simulate(a_scenario(trials=30)), tmp_path)) == {}


def test_a_workbook_that_books_shares_keeps_every_rule(tmp_path: Path) -> None:
    scenario = town(share=0.5, already_in_budget=True, horizon=3)
    assert lint(written(simulate(scenario), tmp_path)) == {}


def open_on_the_second_sheet(book: Workbook) -> None:
    book.active = 1


def hide_a_row(book: Workbook) -> None:
    book["Plan"].row_dimensions[12].hidden = True


def hide_a_sheet(book: Workbook) -> None:
    book["Trials"].sheet_state = "hidden"


def merge_cells(book: Workbook) -> None:
    book["Plan"].merge_cells("A10:B10")


def leave_the_first_cell_blank(book: Workbook) -> None:
    book["Plan"]["A1"].value = None


def leave_a_heading_blank(book: Workbook) -> None:
    sheet = book["Plan"]
    row = next(cell.row for (cell,) in sheet.iter_rows(max_col=1) if cell.value == "Item")
    sheet.cell(int(row or 0), 3).value = None


def say_no_language(book: Workbook) -> None:
    book.properties.language = None


def drop_the_names_of_tables(book: Workbook) -> None:
    for name in [name for name in book.defined_names if name.startswith("TitleRegion1.")]:
        del book.defined_names[name]


def print_upright(book: Workbook) -> None:
    book["Plan"].page_setup.orientation = "portrait"


def let_headings_go(book: Workbook) -> None:
    book["Plan"].freeze_panes = None


def type_a_number_into_a_formula(book: Workbook) -> None:
    change(book, "Plan", lambda formula: f"{formula}*1.02")


def use_a_new_function(book: Workbook) -> None:
    change(book, "Plan", lambda formula: f"=XLOOKUP(1,A1:A2,B1:B2)+{formula[1:]}")


def nest_ifs(book: Workbook) -> None:
    change(book, "Plan", lambda formula: f"=IF(1=1,IF(1=1,{formula[1:]},0),0)")


def change_one_year_only(book: Workbook) -> None:
    change(book, "Plan", lambda formula: f"{formula}+0")


def change_one_trial_only(book: Workbook) -> None:
    sheet = book["Trials"]
    cell = next(
        cell
        for row in sheet.iter_rows(min_row=20)
        for cell in row
        if str(cell.value).startswith("=")
    )
    cell.value = f"{cell.value}+0"


def move_the_years(book: Workbook) -> None:
    book["Plan"].insert_cols(3)


def unlock_a_formula(book: Workbook) -> None:
    sheet = book["Plan"]
    first_formula(book, "Plan")
    sheet[first_formula(book, "Plan")].protection = Protection(locked=False)


def take_the_protection_off(book: Workbook) -> None:
    book["Plan"].protection.sheet = False


def set_a_password(book: Workbook) -> None:
    book["Plan"].protection.password = "secret"  # noqa: S105 - of a workbook that is thrown away


def lock_an_input(book: Workbook) -> None:
    cell = next(cell for row in book["Assumptions"].iter_rows() for cell in row if is_input(cell))
    cell.protection = Protection(locked=True)


def drop_a_source(book: Workbook) -> None:
    sheet = book["Assumptions"]
    row = next(row for row in sheet.iter_rows() if row[0].value == "Full-year saving")
    row[-1].value = None


def lift_the_limits(book: Workbook) -> None:
    book["What-if"].data_validations.dataValidation = []


def repeat_a_label(book: Workbook) -> None:
    sheet = book["Results"]
    row = next(row for row in sheet.iter_rows() if row[0].value == "Planned saving")
    sheet.cell(int(row[0].row or 0) + 1, 1).value = "Planned saving"


def drop_the_master_check(book: Workbook) -> None:
    for row in range(1, 12):
        if str(book["Plan"].cell(row, 1).value).startswith("=Checks"):
            book["Plan"].cell(row, 1).value = None


def drop_the_signs(book: Workbook) -> None:
    for row in range(1, 12):
        if str(book["Plan"].cell(row, 1).value).startswith("Signs"):
            book["Plan"].cell(row, 1).value = None


def leave_an_error(book: Workbook) -> None:
    book["Plan"]["A1"].value = "#REF!"


def round_in_a_formula(book: Workbook) -> None:
    change(book, "Plan", lambda formula: f"=ROUND({formula[1:]},0)")


def write_a_long_formula(book: Workbook) -> None:
    change(book, "Plan", lambda formula: formula + "+A1" * 120)


def type_over_a_formula(book: Workbook) -> None:
    book["Plan"][first_formula(book, "Plan")].value = 12.5


def paint_no_input(book: Workbook) -> None:
    book["Plan"]["E12"].fill = PatternFill("solid", fgColor="FFFFF4CC")


def drop_the_names(book: Workbook) -> None:
    book.defined_names.clear()


def drop_a_unit(book: Workbook) -> None:
    row = next(row for row in book["Results"].iter_rows() if row[0].value == "Reserve")
    row[2].value = None


def drop_from_summary(words: str) -> Callable[[Workbook], None]:
    return lambda book: drop(book, "Summary", words)


def drop_from_about(words: str) -> Callable[[Workbook], None]:
    return lambda book: drop(book, "About", words)


def drop(book: Workbook, sheet: str, words: str) -> None:
    """Empty every cell of the first column that has these words."""
    found = [row[0] for row in book[sheet].iter_rows() if words in str(row[0].value)]
    assert found
    for cell in found:
        cell.value = None


def begin_with_the_mean(book: Workbook) -> None:
    sheet = book["Summary"]
    row = next(row for row in range(1, 40) if sheet.cell(row, 1).value == "Figure")
    sheet.cell(row + 1, 1).value = "Reserve"


def take_the_colour_off(book: Workbook) -> None:
    book["Plan"].conditional_formatting = ConditionalFormattingList()


BREAKS: tuple[tuple[str, Callable[[Workbook], None]], ...] = (
    ("opens-on-the-first-sheet", open_on_the_second_sheet),
    ("nothing-hidden", hide_a_row),
    ("nothing-hidden", hide_a_sheet),
    ("no-merged-cells", merge_cells),
    ("prints-on-a4", print_upright),
    ("headings-stay-on-screen", let_headings_go),
    ("protected-without-a-password", take_the_protection_off),
    ("protected-without-a-password", set_a_password),
    ("years-keep-their-columns", move_the_years),
    ("content-begins-at-the-first-cell", leave_the_first_cell_blank),
    ("headings-have-no-gaps", leave_a_heading_blank),
    ("properties-say-what-it-is-and-in-which-language", say_no_language),
    ("each-table-has-a-name-that-is-read-aloud", drop_the_names_of_tables),
    ("only-allowed-numbers-in-formulas", type_a_number_into_a_formula),
    ("only-old-functions", use_a_new_function),
    ("rounding-by-format-only", round_in_a_formula),
    ("no-if-within-an-if", nest_ifs),
    ("formulas-are-short", write_a_long_formula),
    ("one-formula-per-row", change_one_year_only),
    ("one-formula-per-row", change_one_trial_only),
    ("one-formula-per-row", type_over_a_formula),
    ("no-error-values", leave_an_error),
    ("inputs-are-open-and-all-else-is-locked", unlock_a_formula),
    ("inputs-are-open-and-all-else-is-locked", lock_an_input),
    ("inputs-are-open-and-all-else-is-locked", paint_no_input),
    ("inputs-have-unit-mark-and-source", drop_a_source),
    ("inputs-are-restricted", lift_the_limits),
    ("numbers-are-typed-on-assumptions-alone", type_over_a_formula),
    ("inputs-have-names", drop_the_names),
    ("the-cover-says-what-it-is", drop_from_summary("made 2026-01-02")),
    ("the-cover-says-what-it-is", drop_from_summary("Only the investments are uncertain")),
    ("about-has-every-section", drop_from_about("Not modelled")),
    ("about-has-every-section", drop_from_about("Colours")),
    ("about-has-every-section", drop_from_about("Risk drivers")),
    ("the-run-is-on-record", drop_from_about("SHA-256")),
    ("the-run-is-on-record", drop_from_about("Seed")),
    ("uncertainty-is-most-prominent", begin_with_the_mean),
    ("labels-are-unique-and-have-units", repeat_a_label),
    ("labels-are-unique-and-have-units", drop_a_unit),
    ("the-master-check-stands-on-every-sheet", drop_the_master_check),
    ("the-master-check-shows-its-verdict", take_the_colour_off),
    ("signs-are-stated", drop_the_signs),
)


def first_formula(book: Workbook, sheet: str) -> str:
    """Return the address of the first formula in the base year's column."""
    return next(
        cell.coordinate
        for row in book[sheet].iter_rows(min_row=9, min_col=5, max_col=5)
        for cell in row
        if str(cell.value).startswith("=")
    )


def change(book: Workbook, sheet: str, how: Callable[[str], str]) -> None:
    cell = book[sheet][first_formula(book, sheet)]
    cell.value = how(str(cell.value))


@pytest.mark.parametrize(("rule", "broken"), BREAKS)
def test_a_broken_rule_is_seen(
    rule: str, broken: Callable[[Workbook], None], english: Path, tmp_path: Path
) -> None:
    book = openpyxl.load_workbook(english)
    broken(book)
    assert list(RULES[rule](book))


def test_every_rule_has_a_workbook_that_breaks_it() -> None:
    assert {rule for rule, _ in BREAKS} == set(RULES)
    own = {"no-links-and-no-macros", "charts-are-native", "words-have-room"}
    assert set(LACKS) | own == set(FILE_RULES)


LACKS = {
    "every-formula-has-a-saved-value": (rb"(?<=</f>)<v>[0-9.]+</v>", b""),
    "the-message-says-how-probable-it-is": (rb"\(\d+[^)]*%\)", b"()"),
    "every-chart-has-an-alternative-text": (rb"descr=", b"title="),
    "figures-fit-their-columns": (rb'(<col min="4" max="4" width=")[0-9.]+', rb"\g<1>1"),
}


@pytest.mark.parametrize("rule", LACKS)
def test_what_a_file_lacks_is_seen(rule: str, english: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    pattern, instead = LACKS[rule]
    with zipfile.ZipFile(english) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            target.writestr(name, re.sub(pattern, instead, source.read(name), count=1))
    assert list(FILE_RULES[rule](broken))


def test_a_workbook_without_charts_or_with_pictures_is_seen(english: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(english)
    for sheet in book.worksheets:
        sheet._charts = []  # type: ignore[attr-defined]
    book.save(tmp_path / "bare.xlsx")
    assert list(FILE_RULES["charts-are-native"](tmp_path / "bare.xlsx"))


def test_a_link_to_another_file_is_seen(english: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(english)
    book["About"]["A1"].hyperlink = "https://example.org"
    book.save(tmp_path / "linked.xlsx")
    assert list(FILE_RULES["no-links-and-no-macros"](tmp_path / "linked.xlsx"))


@pytest.mark.parametrize(("aligned", "other"), [("left", "F12"), ("right", "D12")])
def test_words_that_are_cut_off_are_seen(
    english: Path, tmp_path: Path, aligned: str, other: str
) -> None:
    book = openpyxl.load_workbook(english)
    sheet = book["Plan"]
    sheet["E12"].value = "not by 2034, nor by any other year"
    sheet["E12"].alignment = Alignment(horizontal=aligned)
    sheet[other].value = 1
    book.save(tmp_path / "cut.xlsx")
    found = FILE_RULES["words-have-room"](tmp_path / "cut.xlsx")
    assert [told[:8] for told in found] == ["Plan!E12"]
