"""The folder without Python does what it starts Python for: it reads a workbook apart."""

import json
import subprocess
import sys

from innobudget.io.sheets import apart
from innobudget.workflow.reports import PACKAGES
from test_cli import BUDGET, ROOT


def started(*words: str, given: bytes = b"") -> bytes:
    """Run the folder's program as it is before it is packed."""
    command = [sys.executable, str(ROOT / "bundle" / "start.py"), *words]
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout


def test_the_program_says_its_version() -> None:
    assert started("--version").startswith(b"innobudget ")


def test_the_folder_leaves_out_nothing_that_a_report_is_made_with() -> None:
    spec = (ROOT / "bundle" / "innobudget.spec").read_text(encoding="utf-8")
    left_out = spec.partition("UNUSED = [")[2].partition("\n]")[0]
    assert "distributed" in left_out
    assert [name for name in PACKAGES if f'"{name}"' in left_out] == []


def test_the_program_draws_where_a_python_would() -> None:
    module = "innobudget.workflow.chart_process"
    command = [sys.executable, str(ROOT / "bundle" / "start.py"), "-P", "-m", module]
    done = subprocess.run(command, input=b"", capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")  # asked for nothing


def test_the_program_reads_a_workbook_where_a_python_would() -> None:
    words = ("-P", "values.py", "calamine", str(apart.MEMORY), str(apart.SECONDS))
    first, *rows = map(json.loads, started(*words, given=BUDGET.read_bytes()).splitlines())
    assert first["name"] == "Budget"
    assert rows
