"""A Danish session has no English in it: commands, help, faults, doubts and questions."""

import re
import sys
from pathlib import Path

import pytest

from innobudget.cli.command_line import main
from innobudget.errors import InputError, describe
from innobudget.io.budgets import read_budget
from innobudget.io.mapping_text import mapping_text
from innobudget.io.scenarios import load_scenario
from innobudget.report.reading import reading_text
from municipalities.danish_headers import DANISH_HEADERS
from municipalities.danish_rows import DANISH_ROWS
from municipalities.danish_totals import DANISH_TOTALS
from municipalities.danish_years import DANISH_YEARS
from municipalities.exports import EXPORTS
from municipalities.levels import LEVELS
from municipalities.no_budgets import NO_BUDGETS
from municipalities.wholes import WHOLES
from municipalities.writing import Written

TESTS = Path(__file__).parent
CASES = sorted(path.parent for path in TESTS.glob("errors/*/scenario.toml"))
ENGLISH = re.compile(
    r"\b(the|of|and|which|that|is|are|it|this|with|not|write|has|have|than|was|were|be|its|their"
    r"|as|or|an|no|in|one|instead|found|expected|simulate|figures)\b",
    re.IGNORECASE,
)
KEYS = re.compile(
    r"\"[^\"]*\"|'[^']*'|`[^`]*`|\[[^\]]*\]|\{[^}]*\}|--[\w-]+|\S+\.\w+|nøgle \S+|\b[A-Z]+\b"
)
"""What stays English: words of files, keys, options and types."""
SCENARIO = """
[scenario]
name = "Byen"
base_year = 2026
horizon = 4
language = "da"
[simulation]
trials = 1000
[[investment]]
id = "pleje"
name = "Pleje"
outlay = { 2026 = 1000 }
delay = { choice = [[0, 0.5], [1, 0.5]] }
[[investment.effect]]
amount = 900
from = 2027
"""


def english_in(text: str) -> list[str]:
    """Return the lines of a text in which English words are left."""
    return [line for line in text.split("\n") if ENGLISH.search(KEYS.sub(" ", line))]


@pytest.fixture
def said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> "Session":
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "byen.toml").write_text(SCENARIO, encoding="utf-8")
    return Session(monkeypatch, capsys)


class Session:
    """Runs command lines in this process, and returns all that is said."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, words: str, *, language: str | None = "da") -> str:
        chosen = [] if language is None else ["--language", language]
        self._monkeypatch.setattr(sys, "argv", ["innobudget", *words.split(), *chosen])
        with pytest.raises(SystemExit):
            main()
        return "".join(self._capsys.readouterr())


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_each_problem_is_told_in_danish(folder: Path) -> None:
    try:
        found = load_scenario(folder / "scenario.toml").doubts
    except InputError as error:
        found = error.problems
    assert english_in(describe(found, "da")) == []


@pytest.mark.parametrize(
    "command",
    ["", "run", "sweep", "compare", "verify", "check", "budget", "convert", "new", "demo"],
)
def test_help_is_danish(command: str, said: Session) -> None:
    text = said(f"{command} --help")
    assert text.startswith("Brug:")
    assert english_in(text) == []


@pytest.mark.parametrize(
    "words",
    [
        *(
            "run",
            "rn",
            "run byen.toml --trials ti",
            "run byen.toml --trails 3",
            "run a.toml b.toml",
        ),
        *("run byen.toml --json=3", "run byen.toml --threads 0", "run byen.toml --precision 0.9"),
        *("run nej.toml", "check .", "new .", "convert byen.toml byen.csv"),
        *("sweep byen.toml --set booking.shre=1 --out t.csv", "sweep --out t.txt --seeds a-b"),
        *(
            f"check {300 * 'a'}.toml",
            "budget .",
            "budget byen.toml/x.csv",
            "run byen.toml --out /proc",
        ),
        *("compare byen.toml --no-charts", "verify .", "run byen.toml --sampling alt"),
    ],
)
def test_what_is_wrong_is_told_in_danish(words: str, said: Session) -> None:
    text = said(words)
    assert "fundet" in text
    assert english_in(text) == []


def test_a_scenarios_own_language_is_spoken_where_none_is_chosen(said: Session) -> None:
    text = said("check byen.toml", language=None)
    assert "Pleje" in text
    assert english_in(text) == []
    for right, wrong in [("horizon = 4", "horizon = 0"), ("horizon = 4", "horizon = fire")]:
        Path("byen.toml").write_text(SCENARIO.replace(right, wrong), encoding="utf-8")
        assert "fundet" in said("check byen.toml", language=None)
        assert "found" in said("check byen.toml", language="en")
    Path("barn.toml").write_text(
        '[scenario]\nname = "x"\nlanguage = "da"\nextends = "nej.toml"', encoding="utf-8"
    )
    assert "fundet" in said("run barn.toml", language=None)


def test_the_systems_language_is_spoken_where_no_file_says_one(
    said: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "da")
    assert "fundet" in said("check nej.toml", language=None)


def test_a_run_and_what_follows_it_are_danish(said: Session) -> None:
    told = [
        said("run byen.toml --no-charts --no-workbook --out ud"),
        said("verify ud"),
        said("sweep byen.toml --set booking.share=0.5,1 --out tabel.csv"),
        said("convert byen.toml byen.xlsx"),
    ]
    assert english_in("\n".join(told)) == []


def test_a_new_folder_is_danish_and_runs(said: Session) -> None:
    assert english_in(said("new by")) == []
    files = Path("by/scenario.toml").read_text(encoding="utf-8")
    comments = [line.partition("#")[2] for line in files.split("\n")]
    assert english_in("\n".join(comments)) == []
    assert "Plejehjem" in said("check by/scenario.toml", language=None)
    assert english_in(said("check by/scenario.xlsx", language=None)) == []


EVERY = [
    case
    for case in (
        *(*DANISH_HEADERS, *DANISH_YEARS, *DANISH_ROWS, *DANISH_TOTALS),
        *(*NO_BUDGETS, *LEVELS, *WHOLES, *EXPORTS),
    )
    if not case.name.startswith("en-")
]
"""Files that have no English words of their own."""
BUDGETS = {
    "asks for years": "Konto;Navn;Beløb\n1;Skoler;100\n2;Veje;200\n",
    "asks for amounts": "Konto;Navn;År;Antal;Andre\n1;Skoler;2026;105,5;7,5\n2;Veje;2026;200;8,5\n",
    "asks for a version": "Konto;Navn;Vedtaget 2026;Korrigeret 2026\n1;Skoler;100;105\n",
    "asks and doubts": "Navn;B 2026;B 2027\nSkoler;-185;-190\nVeje;-90;-91\nI alt;-296;-301\n",
    "doubts": "Konto;Navn;B 2026;B 2027;Note\n1;Skoler;185;i.o.\n2;Veje;-90;-91;x\n;I alt;96;99;\n"
    ";;;;\n;Heraf løn;5;6;\n",
    "refused": "Konto;Navn\n1;Skoler\n2;Veje\n",
}
"""Small files that are asked about, doubted or refused."""


def told_of(said: "Session", words: str) -> str:
    """Return what is said of a budget, and the comments of the mapping that is written of it."""
    text = said(f"budget {words} --write-mapping m.toml")
    lines = Path("m.toml").read_text(encoding="utf-8").split("\n")
    Path("m.toml").rename("given.toml")
    return "\n".join([text, *(line.partition("#")[2] for line in lines)])


@pytest.mark.parametrize("name", BUDGETS)
def test_a_budget_its_doubts_questions_and_mapping_are_danish(name: str, said: Session) -> None:
    Path("by.csv").write_text(BUDGETS[name], encoding="utf-8")
    told = [told_of(said, "by.csv"), told_of(said, "by.csv --mapping given.toml")]
    assert "Sådan læser innobudget" in told[0]
    assert english_in("\n".join(told)) == []


def about(path: Path) -> str:
    """Return what is said of a file, and the comments of its mapping; or what is wrong."""
    try:
        reading = read_budget(path)
    except InputError as error:
        return error.told("da")
    lines = mapping_text(reading, None, "da").split("\n")
    return "\n".join([reading_text(reading, "da"), *(line.partition("#")[2] for line in lines)])


@pytest.mark.parametrize("case", EVERY, ids=lambda case: case.name)
def test_what_municipalities_write_is_spoken_of_in_danish(case: Written, tmp_path: Path) -> None:
    assert english_in(about(case.write(tmp_path))) == []


def test_faults_of_a_mapping_are_danish(said: Session) -> None:
    Path("by.csv").write_text(BUDGETS["doubts"], encoding="utf-8")
    for text in (
        'shet = "x"\nunit = "many"\nencoding = "latin9"\nheader_row = -1\nyear = 26\n',
        'sheet = "Drift"\n',
        "sheet = \n",
        '[columns]\nline = "Kont"\n',
        'year = 2030\n[columns]\namount = "Kontrol"\n',
    ):
        Path("m.toml").write_text(text, encoding="utf-8")
        told = said("budget by.csv --mapping m.toml")
        assert "fundet" in told
        assert english_in(told) == []
    assert english_in(said("budget by.csv --mapping nej.toml")) == []


@pytest.mark.parametrize(
    "mapping",
    [
        'unit = 5\nlast_row = 3\n[keep]\nArt = ["Udgift"]\n',
        'sign = "expenditure-negative"\nseen = ["Konto", "Tekst"]\n',
        'header_row = 3\n[columns]\namounts = { 2030 = "D" }\n',
        'totals = "none"\n[columns]\namounts = { 2030 = "B 2026" }\n',
    ],
)
def test_doubts_about_a_mapping_are_danish(mapping: str, said: Session) -> None:
    Path("by.csv").write_text(
        "Beløb i 1.000 kr.\nKonto;Navn;Art;B 2026;B 2027\n1;Skoler;Udgift;1850,5;1850,7\n"
        "2;Gæld;Indtægt;90,25;91,5\n3;Veje;Udgift;912,75;913,25\n",
        encoding="utf-8",
    )
    Path("m.toml").write_text(mapping, encoding="utf-8")
    told = said("budget by.csv --mapping m.toml")
    assert "Tvivl:" in told
    assert english_in(told) == []
