"""Where things are."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROBLEM = ROOT / "tests" / "reference" / "reference-problem.toml"
KNOWN = PROBLEM.with_suffix(".expected.json")
ODENSE = ROOT / "scenarios" / "odense.toml"
FOLLOWUP = ROOT / "scenarios" / "odense-followup.toml"
PAGE = ROOT / "benchmarks" / "README.md"
