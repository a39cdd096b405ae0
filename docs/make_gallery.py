"""Picture the example's charts and four sheets of its workbook: `python docs/make_gallery.py`.

The charts are docs/gallery/<language>/, drawn of one run in both languages, and those of a
comparison docs/gallery/comparison/<language>/; with `--charts` nothing else is made. The workbook's
picture, docs/workbook.png, needs LibreOffice and poppler.
"""

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PIL.PngImagePlugin import PngInfo

import innobudget as ib
from innobudget.domain.scenario import Language
from innobudget.report.comparison.charts import write_charts
from innobudget.report.figures import files
from innobudget.report.findings.teller import Teller
from innobudget.report.words.numbers import NARROW_SPACE

HERE = Path(__file__).parent
SCENARIOS = HERE.parent / "scenarios"
COMPARED = ("odense", "odense-careful", "plain-cuts")
COMPARISON = "comparison"
"""Folder of their charts."""
SHEETS = ("Resumé", "Regn selv", "Risikofaktorer", "Cases")
DPI = 110
LANGUAGES: tuple[Language, ...] = ("da", "en")
DATE = dt.date(2026, 1, 1)
"""Stands in the charts' source line, so that they change only when their figures do."""
PAGE = """# Gallery

The charts of [odense.toml](../scenarios/odense.toml), whose figures are illustrative, in English
and Danish. `python docs/make_gallery.py --charts` makes pictures and page; a test holds them to the
code. The same for print: [English](gallery/en/report.pdf), [Danish](gallery/da/report.pdf).
"""
COMPARED_PAGE = """## Scenarios compared

The charts of `innobudget compare` with odense.toml,
[odense-careful.toml](../scenarios/odense-careful.toml), the same cases booked lower, and
[plain-cuts.toml](../scenarios/plain-cuts.toml).
"""
WIDE = 1_333
"""Width of a chart's picture: that of a slide on a screen. [dots]"""
DANISH = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>da-DK</value></prop></item></oor:items>
"""
"""LibreOffice writes figures as its user's country does."""


def first_page(pdf: Path, sheet: str) -> int:
    """Return the first page whose footer names a sheet."""
    text = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    for number, page in enumerate(text.split("\f"), start=1):
        lines = page.strip().splitlines()
        if lines and f" {sheet} " in lines[-1]:
            return number
    raise SystemExit(f"no page of sheet {sheet}")


def folder_of(subject: str, language: Language) -> Path:
    """Return where pictures of a run ("") or of the comparison stand."""
    return HERE / "gallery" / subject / language


def picture_charts(result: ib.Result, comparison: ib.Comparison) -> None:
    """Draw the charts in both languages, in the size of a screen, with their record."""
    for language in LANGUAGES:
        folder = emptied(folder_of("", language))
        teller = Teller(results=result.results, language=language, date=DATE)
        shrink(folder, files.write_charts(teller, folder))
        folder = emptied(folder_of(COMPARISON, language))
        shrink(folder, write_charts(comparison.found, folder, language=language, date=DATE))


def emptied(folder: Path) -> Path:
    """Return a folder that exists and holds no files."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    return folder


def shrink(folder: Path, names: Iterable[str]) -> None:
    """Bring pictures to the size of a screen; what they say for the blind stays."""
    for name in names:
        if name.endswith(".png"):
            with Image.open(folder / name) as drawn:
                told = PngInfo()
                for key in ("Title", "Description"):
                    told.add_itxt(key, drawn.info[key])
                size = (WIDE, round(WIDE * drawn.height / drawn.width))
                small = drawn.convert("RGB").resize(size, Image.Resampling.LANCZOS)
            palette = small.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
            palette.save(folder / name, optimize=True, pnginfo=told)


def write_page() -> None:
    """Write docs/gallery.md: every chart in both languages, with its title."""
    lines = [PAGE, *charts_shown(""), COMPARED_PAGE, *charts_shown(COMPARISON)]
    (HERE / "gallery.md").write_text("\n".join(lines), encoding="utf-8", newline="\n")


def charts_shown(subject: str) -> Iterator[str]:
    """Yield the lines that show each chart of a folder in both languages."""
    records = {
        language: json.loads((folder_of(subject, language) / files.RECORD).read_text("utf-8"))
        for language in LANGUAGES
    }
    for english, danish in zip(records["en"]["charts"], records["da"]["charts"], strict=True):
        yield from (f"## {english['file'].removesuffix('.png')}", "")
        for language, chart in (("en", english), ("da", danish)):
            title = chart["title"].replace(NARROW_SPACE, " ")
            picture = folder_of(subject, language) / chart["file"]
            yield from (f"![{title}]({picture.relative_to(HERE).as_posix()})", "")


def picture_workbook(result: ib.Result) -> None:
    """Write the workbook, print it, and put four pages together."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        book = folder / "odense.xlsx"
        ib.write_workbook(result, book)
        (folder / "profile" / "user").mkdir(parents=True)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.write_text(DANISH, encoding="utf-8")
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        office = ["soffice", profile, "--headless", "--convert-to", "pdf"]
        subprocess.run([*office, "--outdir", name, str(book)], capture_output=True, check=True)
        pages = []
        for sheet in SHEETS:
            page = str(first_page(book.with_suffix(".pdf"), sheet))
            stem = folder / page
            command = ["pdftoppm", "-r", str(DPI), "-f", page, "-l", page, "-png", "-singlefile"]
            subprocess.run([*command, str(book.with_suffix(".pdf")), str(stem)], check=True)
            pages.append(Image.open(stem.with_suffix(".png")).convert("RGB"))
        width, height = pages[0].size
        gallery = Image.new("RGB", (2 * width, 2 * height), "white")
        for place, picture in enumerate(pages):
            gallery.paste(picture, (place % 2 * width, place // 2 * height))
        gallery.quantize(256, dither=Image.Dither.NONE).save(HERE / "workbook.png", optimize=True)


def main() -> None:
    """Make what the command line asks for."""
    result = ib.simulate(ib.load_scenario(SCENARIOS / "odense.toml"))
    compared = [ib.load_scenario(SCENARIOS / f"{name}.toml") for name in COMPARED]
    picture_charts(result, ib.compare(compared))
    write_page()
    if "--charts" not in sys.argv[1:]:
        picture_workbook(result)


if __name__ == "__main__":
    main()
