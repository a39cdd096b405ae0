"""A scenario file → a Scenario."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from innobudget.domain.checks import check_scenario, doubts_about
from innobudget.domain.checks.places import Keys
from innobudget.domain.scenario import Scenario
from innobudget.errors import InputError, Problem
from innobudget.io.scenario_file.budget_table import read_budget_table
from innobudget.io.scenario_file.building import build
from innobudget.io.scenario_file.extends import Document, read_document
from innobudget.io.scenario_file.shape import in_whole, place, read_shape

NEEDS: dict[str, tuple[Keys, ...]] = {
    "outside-horizon": (("scenario", "base_year"), ("scenario", "horizon")),
    "missing-amount": (("scenario", "base_year"), ("scenario", "horizon"), ("budget",)),
    "budget-years": (("scenario", "base_year"), ("scenario", "horizon"), ("budget",)),
    "line-without-budget": (("budget",),),
    "no-such-line": (("budget",),),
    "unknown-investment": (("investment", "*", "id"), ("investment", "*", "track")),
    "no-investment": (("investment", "*", "id"), ("investment", "*", "enabled")),
}
"""What a check relies on; where that is itself at fault, its findings are no news."""


def load_scenario(path: Path | str) -> Scenario:
    """Read a scenario with its budget and everything that it extends.

    Parameters
    ----------
    path
        A TOML file; files that it names are found relative to it.

    Returns
    -------
    Scenario
        Amounts in whole currency units; what does not stop a run is in its `doubts`.

    Raises
    ------
    InputError
        With every fault of the scenario and its budget, each with its place.

    """
    document = read_document(Path(path))
    shape = read_shape(document.root)
    if shape.file is None:
        raise InputError(_in_order(shape.faults, document))
    faults = list(shape.faults)
    budget, files = None, document.files
    if shape.file.budget is not None:
        try:
            budget, read = read_budget_table(shape.file.budget, shape.root)
            files = (*files, *read)
        except InputError as error:
            faults += [replace(fault, path=fault.path or ("budget",)) for fault in error.problems]
    scenario = replace(build(shape.file, shape.root, document.units), budget=budget, files=files)
    found = [in_whole(shape.root, fault) for fault in check_scenario(scenario)]
    broken = [*shape.broken, *(fault.path for fault in faults)]
    faults += [fault for fault in found if _is_news(fault, broken)]
    if faults:
        raise InputError(_in_order(faults, document))
    own = [in_whole(shape.root, doubt) for doubt in doubts_about(scenario)]
    doubts = (*(budget.doubts if budget else ()), *_in_order(own, document))
    return replace(scenario, source=Path(path).name, doubts=doubts)


def _is_news(problem: Problem, broken: Iterable[Keys]) -> bool:
    """Say whether a finding would stand if what is broken were mended."""
    relied_on = (problem.path, *NEEDS.get(problem.code, ()))
    return not any(_meet(keys, faulty) for faulty in broken for keys in relied_on)


def _meet(relied_on: Keys, faulty: Keys) -> bool:
    """Say whether one path leads through the other; `*` is any position."""
    return all(key in {"*", step} for key, step in zip(relied_on, faulty, strict=False))


def _in_order(problems: Iterable[Problem], document: Document) -> list[Problem]:
    """Return problems with their places, in the order of the files and their lines."""

    def position(problem: Problem) -> tuple[int, int]:
        node = document.root.along(problem.path)[-1]
        return document.files.index(node.file), node.line

    return [place(document.root, problem) for problem in sorted(problems, key=position)]
