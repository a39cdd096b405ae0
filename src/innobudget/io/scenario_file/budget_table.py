"""The `[budget]` table of a scenario → the budget, in base-year prices."""

from dataclasses import replace
from pathlib import Path

from innobudget.domain.budget import Budget, BudgetLine
from innobudget.errors import InputError, Problem, where
from innobudget.io.budgets import load_budget
from innobudget.io.contents import is_there, missing_file
from innobudget.io.mapping import BudgetMapping, overlay, read_mapping
from innobudget.io.scenario_file.schema import BudgetTable
from innobudget.io.toml.places import Node
from innobudget.messages import linked, say


def read_budget_table(table: BudgetTable, root: Node) -> tuple[Budget, tuple[Path, ...]]:
    """Read the budget that a scenario names.

    Returns
    -------
    tuple
        The budget, in prices of the base year, and the files that it was read from.

    Raises
    ------
    InputError
        With every fault of the budget file, or of the table.

    """
    path = _file(root, "file", table.file)
    mapping_path = None if table.mapping is None else _file(root, "mapping", table.mapping)
    mapping = BudgetMapping() if mapping_path is None else read_mapping(mapping_path)
    both, disagreements = overlay(table, mapping)
    budget = load_budget(path, both)
    unknown = sorted(set(table.price_index) - set(budget.years))
    if unknown:
        raise InputError([_unused_index(unknown, budget)])
    lines = tuple(_deflated(line, table) for line in budget.lines)
    budget = replace(
        budget,
        lines=lines,
        growth=table.growth,
        source=table.file,
        price_level=None if table.price_index else budget.price_level,
        doubts=(*disagreements, *budget.doubts),
    )
    return budget, (path, *([mapping_path] if mapping_path else []))


def _file(root: Node, key: str, written: str) -> Path:
    """Return a file that the table names, relative to the scenario that it stands in."""
    node = root.along(("budget", key))[-1]
    path = node.file.parent / written
    if not is_there(path):
        table = [] if node.is_typed_in_cells else ["[budget]"]
        spot = {"column" if node.is_typed_in_cells else "key": key}
        at = where(linked(", ", [node.file.name, node.spot.words, *table]), **spot)
        raise InputError([missing_file(path, place=at, written=written)])
    return path


def _deflated(line: BudgetLine, table: BudgetTable) -> BudgetLine:
    amounts = {
        year: amount / table.price_index.get(year, 1.0) for year, amount in line.amounts.items()
    }
    return replace(line, amounts=amounts)


def _unused_index(years: list[int], budget: Budget) -> Problem:
    return Problem(
        code="price-index-year",
        path=("budget", "price_index", str(years[0])),
        found=say("price levels of {years}", years=years),
        expected=say(
            "years of the budget file, {first} to {last}",
            first=budget.years[0],
            last=budget.years[-1],
        ),
        remedy=say("correct the years"),
    )
