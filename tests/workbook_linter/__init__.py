"""What a careful reader of spreadsheets would hold against a workbook of ours.

The rules are those of FAST, ICAEW and the UK's Analysis Function that a program can check.
"""

from pathlib import Path

import openpyxl

from workbook_linter import archive, content, formulas, inputs, sheets

RULES = {
    rule.__name__.replace("_", "-"): rule
    for module in (sheets, formulas, inputs, content)
    for rule in module.RULES
}
FILE_RULES = {rule.__name__.replace("_", "-"): rule for rule in archive.RULES}


def lint(path: Path) -> dict[str, list[str]]:
    """Return what breaks each rule, by the rule's name; rules that hold are left out."""
    book = openpyxl.load_workbook(path)
    found = {name: list(rule(book)) for name, rule in RULES.items()}
    found |= {name: list(rule(path)) for name, rule in FILE_RULES.items()}
    return {name: told for name, told in found.items() if told}
