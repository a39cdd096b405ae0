"""A budget year as a finance officer plays it through, with the files of docs/year.md."""

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from calling import call
from test_cli import QUICK, ROOT

PAGE = (ROOT / "docs" / "year.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(?:text|toml)\n(.*?)```", PAGE, flags=re.DOTALL)
BUDGET, SCENARIO, BOOKED, DIFFERS = BLOCKS
YEARS = range(2026, 2032)

Key = tuple[str, str, str, str, int]
"""Line, kind, case, change, year."""
OPERATING, CAPITAL = "Serviceudgifter (drift)", "Anlæg"
SAVING, RUNNING, OUTLAY = "indregnet besparelse", "afledt driftsudgift", "implementeringsudgift"
DISRUPTION = "indkøringsudgift"


def written(folder: Path, scenario: str = SCENARIO) -> Path:
    """Write the page's budget and a scenario into a folder."""
    (folder / "budget.csv").write_text(BUDGET, encoding="utf-8")
    path = folder / "town.toml"
    path.write_text(scenario, encoding="utf-8")
    return path


def run(folder: Path, scenario: str) -> str:
    """Run a scenario and return its appropriations."""
    path = written(folder, scenario)
    done = call("run", path, *QUICK, "--out", folder / "out", "--no-charts")
    assert done.returncode == 0, done.stderr
    raw = (folder / "out" / "appropriations.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "a Danish Excel needs the mark to read æøå"
    return raw.decode("utf-8-sig").replace("\r\n", "\n")


def amounts(text: str) -> dict[Key, int]:
    """Return every amount by where and what it is; none may stand there twice."""
    found: dict[Key, int] = {}
    for row in csv.DictReader(StringIO(text), delimiter=";"):
        key = (row["linje"], row["styringsområde"], row["case"], row["ændring"], int(row["år"]))
        assert key not in found
        found[key] = int(row["beløb"])
    return found


def by_hand() -> Iterator[tuple[Key, int]]:
    """Calculate every booked amount from the scenario, with pencil and paper."""
    own = {2027: 9_000_000, 2028: 10_000_000, 2029: 10_000_000, 2030: 12_000_000, 2031: 12_000_000}
    for year, booked in own.items():
        home_care = {2028: 3_333_333, 2029: 3_333_333}.get(year, booked // 3)  # 100 of 300
        yield ("5.30.26", OPERATING, "Rehabilitering", SAVING, year), -home_care
        yield ("5.30.27", OPERATING, "Rehabilitering", SAVING, year), -(booked - home_care)
        yield ("6.45.51", OPERATING, "Rehabilitering", RUNNING, year), 800_000
    for year in range(2026, 2031):
        yield ("5.30.28", OPERATING, "Madservice", SAVING, year), -300_500  # half of 601,000
    # 3,000,000 x 0.75 - 750,000 and 1,000,000 x 0.75 - 250,000
    yield ("6.45.51", OPERATING, "Rehabilitering", OUTLAY, 2026), 1_500_000
    yield ("6.45.51", CAPITAL, "Rehabilitering", OUTLAY, 2026), 500_000
    yield ("6.45.51", OPERATING, "Rehabilitering", DISRUPTION, 2027), 500_000
    yield ("ikke placeret", OPERATING, "Madservice", OUTLAY, 2026), 100_000
    yield ("ikke placeret", OPERATING, "Madservice", OUTLAY, 2030), 40_000


def test_every_amount_of_the_booking_file_is_what_a_pencil_gives(tmp_path: Path) -> None:
    text = run(tmp_path, SCENARIO)
    assert amounts(text) == dict(by_hand())
    assert text == BOOKED


def test_a_year_adds_up_to_what_the_run_says_is_booked(tmp_path: Path) -> None:
    found = amounts(run(tmp_path, SCENARIO))
    plan = json.loads((tmp_path / "out" / "results.json").read_text())["plan"]
    for position, year in enumerate(YEARS):
        of_year = {key: amount for key, amount in found.items() if key[-1] == year}
        booked = -sum(amount for key, amount in of_year.items() if key[3] in {SAVING, RUNNING})
        spent = sum(amount for key, amount in of_year.items() if key[3] in {OUTLAY, DISRUPTION})
        assert booked == pytest.approx(plan["booked"][position], abs=1)
        planned = plan["outlay"][position] + plan["disruption"][position]
        assert spent == pytest.approx(planned, abs=1)


def test_what_stands_on_no_line_comes_last_and_says_which_key_is_missing(tmp_path: Path) -> None:
    rows = run(tmp_path, SCENARIO).splitlines()
    assert [row.startswith("ikke placeret;") for row in rows] == [False] * (len(rows) - 2) + [
        True
    ] * 2
    assert "outlay_line" in rows[-1]


def test_a_budget_that_already_has_the_bookings_is_told_only_what_differs(tmp_path: Path) -> None:
    already = SCENARIO.replace("share = 0.5", "share = 0.5\nalready_in_budget = true")
    text = run(tmp_path, already)
    assert amounts(text) == {
        # 12 instead of the 10 mio. kr. that the lines of 2029 go on with, 1 to 2
        ("5.30.26", OPERATING, "Rehabilitering", SAVING, 2030): -666_667,
        ("5.30.26", OPERATING, "Rehabilitering", SAVING, 2031): -666_667,
        ("5.30.27", OPERATING, "Rehabilitering", SAVING, 2030): -1_333_333,
        ("5.30.27", OPERATING, "Rehabilitering", SAVING, 2031): -1_333_333,
        # the higher income of 2029 goes on, and has ended in 2031
        ("5.30.28", OPERATING, "Madservice", SAVING, 2031): 300_500,
        ("ikke placeret", OPERATING, "Madservice", OUTLAY, 2030): 40_000,
    }
    assert text == DIFFERS


def test_the_hand_calculation_shows_lines_of_income_and_where_outlay_stands(
    tmp_path: Path,
) -> None:
    done = call("check", written(tmp_path))
    assert done.returncode == 0
    told = done.stdout
    lines = "5.30.26 Hjemmehjælp; 5.30.27 Plejehjem, ikke på 5.30.28 Egenbetaling (indtægt)"
    assert f"falder på {lines}" in told
    assert "falder på 5.30.28 Egenbetaling (indtægt)" in told
    assert "indkøringsudgift står på 6.45.51 Administration" in told
    assert re.search(r"tilskud, .*: 2026 1\.000", told)
    assert lines in PAGE.replace("\n", " ")


def test_an_effect_on_income_alone_is_refused_until_it_says_so(tmp_path: Path) -> None:
    done = call("check", written(tmp_path, SCENARIO.replace('  side = "income"\n', "")))
    assert done.returncode == 2
    assert "no-line-of-side" in done.stderr
    assert 'side = "income"' in done.stderr


KEEPS = "--keep" in call("run", "--help").stdout


@pytest.mark.skipif(not KEEPS, reason="run has no --keep")
def test_a_workbook_that_somebody_changed_survives_the_next_run(tmp_path: Path) -> None:
    run(tmp_path, SCENARIO)
    out = tmp_path / "out"
    book = load_workbook(out / "town.xlsx")
    book["Regn selv"]["D8"] = 0.8
    book.save(out / "town.xlsx")
    changed = (out / "town.xlsx").read_bytes()
    again = ("run", tmp_path / "town.toml", *QUICK, "--out", out, "--no-charts")
    refused = call(*again)
    assert refused.returncode != 0
    assert "town.xlsx" in refused.stderr
    assert (out / "town.xlsx").read_bytes() == changed
    kept = call(*again, "--keep")
    assert kept.returncode == 0, kept.stderr
    assert changed in [path.read_bytes() for path in out.glob("earlier/*/town.xlsx")]
    same = call("verify", out)
    assert same.returncode == 0, same.stderr
