"""Picture four sheets of the example's workbook: `python docs/make_gallery.py`.

Needs LibreOffice and poppler; the picture is docs/workbook.png.
"""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

import innobudget as ib

HERE = Path(__file__).parent
SHEETS = ("Resumé", "Regn selv", "Risikofaktorer", "Cases")
DPI = 110
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


def main() -> None:
    """Write the workbook, print it, and put four pages together."""
    scenario = ib.load_scenario(HERE.parent / "scenarios" / "odense.toml")
    result = ib.simulate(scenario)
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


if __name__ == "__main__":
    main()
