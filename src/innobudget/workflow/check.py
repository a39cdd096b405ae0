"""Everything but the simulation."""

from pathlib import Path

from innobudget.errors import speaking
from innobudget.io.scenarios import load_scenario
from innobudget.report.check import check_text
from innobudget.workflow.options import RunOptions, refuse_doubts, with_options


def check_file(path: Path, options: RunOptions) -> str:
    """Read a scenario and its budget, and say what follows before any chance.

    Raises
    ------
    InputError
        With every fault of the scenario and its budget, doubts included where they count as such.

    """
    own = load_scenario(path)
    with speaking(own.assumptions.language):
        scenario = with_options(own, options)
        refuse_doubts([scenario], options)
    return check_text(scenario)
