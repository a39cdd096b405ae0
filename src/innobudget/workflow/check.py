"""Everything but the simulation."""

from pathlib import Path

from innobudget.io.scenarios import load_scenario
from innobudget.report.check import check_text
from innobudget.workflow.options import RunOptions, with_options


def check_file(path: Path, language: str | None = None) -> str:
    """Read a scenario and its budget, and say what follows before any chance.

    Raises
    ------
    InputError
        With every fault of the scenario and its budget.

    """
    scenario = with_options(load_scenario(path), RunOptions(language=language))
    return check_text(scenario)
