"""What a workbook says about itself: cover, record, signs, units, checks, limits."""

import re
from collections.abc import Iterator

from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from workbook_linter.reading import ABOUT, CHECKS, TRIALS, cells, is_heading, top_texts

COVER = {
    "purpose": ("The answer in one screen", "Svaret på én skærm"),
    "date": (r"made \d{4}-\d\d-\d\d", r"dannet \d{4}-\d\d-\d\d"),
    "caveats": ("Only the investments are uncertain", "Kun casene er usikre"),
    "the way to About": ("the sheet About", "arket Om"),
}
"""What stands on the first sheet, in either language."""
SECTIONS = {
    "contents": ("Contents", "Indhold"),
    "colour key": ("Colours", "Farver"),
    "what is not modelled": ("Not modelled", "Ikke med i modellen"),
    "found on reading": ("Found on reading", "Fundet ved indlæsning"),
    "conventions": ("Conventions", "Konventioner"),
    "words": ("Words", "Ordforklaring"),
}
RECORD = {
    "version": ("Made by innobudget", "Dannet af innobudget"),
    "date": ("Date", "Dato"),
    "command line": ("Command line", "Kommando"),
    "seed": ("Seed of the random numbers", "Startværdi for tilfældige tal"),
    "trials": ("Trials", "Antal simuleringer"),
    "hashes": ("SHA-256 of", "SHA-256 af"),
}
"""Labels on About, in either language."""


def _about(book: Workbook) -> Worksheet:
    return next(sheet for sheet in book.worksheets if sheet.title in ABOUT)


def the_cover_says_what_it_is(book: Workbook) -> Iterator[str]:
    told = " ".join(top_texts(book.worksheets[0]))
    for what, phrases in COVER.items():
        if not any(re.search(phrase, told) for phrase in phrases):
            yield what


def about_has_every_section(book: Workbook) -> Iterator[str]:
    titles = {cell.value for cell in cells(_about(book)) if cell.column == 1}
    yield from (what for what, phrases in SECTIONS.items() if not titles & set(phrases))
    names = {sheet.title for sheet in book.worksheets}
    yield from (f"contents: {name}" for name in names - titles)


def the_run_is_on_record(book: Workbook) -> Iterator[str]:
    found = [str(row[0].value) for row in _about(book).iter_rows() if row[1].value]
    for what, phrases in RECORD.items():
        if not any(label.startswith(phrases) for label in found):
            yield what


def uncertainty_is_most_prominent(book: Workbook) -> Iterator[str]:
    """The first key figure is a probability."""
    sheet = book.worksheets[0]
    first = next(
        str(sheet.cell(row + 1, 1).value) for row in range(1, 30) if is_heading(sheet.cell(row, 1))
    )
    if not first.startswith(("Probability", "Sandsynlighed")):
        yield f"first figure {first}"


def labels_are_unique_and_have_units(book: Workbook) -> Iterator[str]:
    """No two rows of a table read alike, and each row of figures has a unit."""
    for sheet in book.worksheets:
        if sheet.title in TRIALS | ABOUT:
            continue
        known: set[tuple[object, ...]] = set()
        for row in sheet.iter_rows():
            figures = [
                cell for cell in row[3:] if cell.data_type in "nf" and cell.value is not None
            ]
            if row[0].font.b or not figures:
                known = set()
                continue
            label = tuple(
                cell.value for cell in row if cell.data_type == "s" and not cell.hyperlink
            )
            own = row[0].value and (row[2].value or sheet.title in CHECKS)
            if not own or label in known:
                yield f"{sheet.title} row {row[0].row}: {row[0].value}"
            known.add(label)


def the_master_check_stands_on_every_sheet(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        pattern = r"=((Checks|Afstemning)!)?\$D\$\d+"
        if not any(re.fullmatch(pattern, told) for told in top_texts(sheet)):
            yield sheet.title


def the_master_check_shows_its_verdict(book: Workbook) -> Iterator[str]:
    """Its colour tells."""
    for sheet in book.worksheets:
        coloured = {str(area.sqref) for area in sheet.conditional_formatting}
        if not any(re.fullmatch(r"A\d+", area) for area in coloured):
            yield sheet.title


def signs_are_stated(book: Workbook) -> Iterator[str]:
    for sheet in book.worksheets:
        if sheet.title in ABOUT | CHECKS:
            continue
        if not any(told.startswith(("Signs:", "Fortegn:")) for told in top_texts(sheet)):
            yield sheet.title


RULES = (
    the_cover_says_what_it_is,
    about_has_every_section,
    the_run_is_on_record,
    uncertainty_is_most_prominent,
    labels_are_unique_and_have_units,
    the_master_check_stands_on_every_sheet,
    the_master_check_shows_its_verdict,
    signs_are_stated,
)
