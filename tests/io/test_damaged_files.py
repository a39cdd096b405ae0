"""Whatever a file holds, it is read, or refused in words that stand on their lines.

Some examples of each kind by default; thousands with `HYPOTHESIS_PROFILE=nightly`.
"""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import examples
from damaging import in_bytes, in_package, in_table, in_toml
from innobudget.errors import InputError
from innobudget.io.budgets import read_budget
from innobudget.io.canonical import canonical_text
from innobudget.io.scenario_workbook.writing import write_scenario_workbook
from innobudget.io.scenarios import load_scenario
from innobudget.io.toml.files import read_toml
from innobudget.workflow.convert import UNDATED
from sheet_files import DANISH, write_csv, write_xlsb, write_xlsx

FILES = Path(__file__).parent / "files"
SCENARIO = Path(__file__).parent / "scenario_file" / "every-key.toml"
texts = settings(max_examples=examples(30))
workbooks = settings(max_examples=examples(8))
randoms = st.randoms(use_true_random=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a whole file of each kind."""
    made = tmp_path_factory.mktemp("whole")
    write_csv(made / "budget.csv", DANISH)
    write_xlsx(made / "budget.xlsx", DANISH)
    write_xlsb(made / "budget.xlsb", DANISH)
    for name in ("budget.ods", "budget.xls"):
        (made / name).write_bytes((FILES / name).read_bytes())
    document = read_toml(SCENARIO, expected="").plain()
    write_scenario_workbook(document, made / "scenario.xlsx", created=UNDATED)
    return made


def check(error: InputError) -> None:
    for problem in error.problems:
        assert problem.code
        assert problem.place
        assert all(line.isprintable() or "\xa0" in line for line in str(problem).splitlines())


def read(name: str, content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        try:
            if name.startswith("scenario"):
                load_scenario(path)
                return
            reading = read_budget(path)
        except InputError as error:
            check(error)
            return
        if reading.budget is not None:
            again = Path(folder) / "again.csv"
            again.write_text(canonical_text(reading.budget), encoding="utf-8", newline="")
            assert read_budget(again).budget is not None


@texts
@given(randoms)
def test_a_scenario_with_mistakes(random: Random) -> None:
    text = in_toml(SCENARIO.read_text(encoding="utf-8"), random)
    read("scenario.toml", text.encode("utf-8", "surrogatepass"))


@texts
@given(randoms)
def test_a_text_file_with_mistakes(folder: Path, random: Random) -> None:
    text = in_table((folder / "budget.csv").read_text(encoding="utf-8"), random)
    read("budget.csv", text.encode())


@workbooks
@given(randoms)
def test_a_damaged_scenario_workbook(folder: Path, random: Random) -> None:
    read("scenario.xlsx", in_package((folder / "scenario.xlsx").read_bytes(), random))


@workbooks
@given(randoms, st.sampled_from(["xlsx", "xlsb", "ods"]))
def test_a_damaged_package(folder: Path, random: Random, kind: str) -> None:
    read(f"budget.{kind}", in_package((folder / f"budget.{kind}").read_bytes(), random))


@workbooks
@given(randoms)
def test_a_damaged_old_workbook(folder: Path, random: Random) -> None:
    read("budget.xls", in_bytes((folder / "budget.xls").read_bytes(), random))
