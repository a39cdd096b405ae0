"""The folder without Python does what it starts Python for: it reads a workbook apart."""

import json
import subprocess
import sys

from innobudget.io.sheets import apart
from test_cli import BUDGET, ROOT


def started(*words: str, given: bytes = b"") -> bytes:
    """Run the folder's program as it is before it is packed."""
    command = [sys.executable, str(ROOT / "bundle" / "start.py"), *words]
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout


def test_the_program_says_its_version() -> None:
    assert started("--version").startswith(b"innobudget ")


def test_the_program_reads_a_workbook_where_a_python_would() -> None:
    words = ("-P", "values.py", "calamine", str(apart.MEMORY), str(apart.SECONDS))
    first, *rows = map(json.loads, started(*words, given=BUDGET.read_bytes()).splitlines())
    assert first["name"] == "Budget"
    assert rows
