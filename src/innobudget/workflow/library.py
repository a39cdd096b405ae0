"""Scenario and budget files as values, for the library."""

from pathlib import Path

from innobudget.domain.budget import Budget
from innobudget.domain.scenario import Scenario
from innobudget.io import budgets, scenarios


def load_scenario(path: str | Path) -> Scenario:
    """Read a scenario file and the budget that it names.

    Parameters
    ----------
    path
        A TOML file as docs/concepts/scenario.md describes it.

    Returns
    -------
    Scenario
        Amounts in whole currency units.

    Raises
    ------
    InputError
        With every fault of the scenario and its budget, each with file and line.

    """
    return scenarios.load_scenario(path)


def load_budget(path: str | Path) -> Budget:
    """Read a municipality's budget spreadsheet.

    Parameters
    ----------
    path
        A spreadsheet or a text file, recognised by its content.

    Returns
    -------
    Budget
        Amounts in whole currency units, expenditure positive, income negative.

    Raises
    ------
    InputError
        With every fault of the file, and where the file is no budget or needs a mapping.

    """
    return budgets.load_budget(Path(path))
