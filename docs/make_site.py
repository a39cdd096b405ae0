"""Build the documentation as a site into build/site, and fail for any link that leads nowhere.

The pages are gathered in the places that they have in the project, so that links between them
stay as they are written; beside them stand the reports of the example in both languages.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "build" / "site-source"
GATHERED = (
    *("*.md", "LICENSE", "docs/**/*.md", "docs/**/*.png", "docs/**/*.svg", "docs/**/*.pdf"),
    *("docs/*.json", "benchmarks/*.md", "benchmarks/*.png", "benchmarks/*.svg"),
    *("scenarios/*.toml", "data/**/SOURCE.md", ".github/workflows/*.yml"),
)
LANGUAGES = {"da": "Dansk", "en": "English"}


def gather() -> None:
    """Copy every page and what it shows or links to."""
    shutil.rmtree(SOURCE, ignore_errors=True)
    for pattern in GATHERED:
        for path in ROOT.glob(pattern):
            target = SOURCE / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)


def add_reports() -> None:
    """Run the example in both languages, and write the page that leads to what it leaves."""
    lines = [
        "# The example's reports",
        "",
        "Made by `innobudget run scenarios/odense.toml --memo`.",
        "",
    ]
    for language, name in LANGUAGES.items():
        folder = SOURCE / "example" / language
        options = ["--memo", "--quiet", "--no-inputs", "--language", language, "--out"]
        place = folder.relative_to(ROOT).as_posix()  # the manifest names no place of a machine
        run("innobudget", "run", "scenarios/odense.toml", *options, place)
        lines += [f"## {name}", ""]
        files = sorted(path.name for path in folder.iterdir() if path.is_file())
        lines += [*(f"- [{file}]({language}/{file})" for file in files), ""]
    (SOURCE / "example" / "README.md").write_text("\n".join(lines), encoding="utf-8")


def run(module: str, *options: str) -> None:
    """Run a module of this Python's environment."""
    subprocess.run([sys.executable, "-m", module, *options], cwd=ROOT, check=True)


if __name__ == "__main__":
    gather()
    add_reports()
    run("mkdocs", "build", "--strict")
