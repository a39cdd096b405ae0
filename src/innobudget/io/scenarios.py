"""A scenario file → a Scenario."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from innobudget.domain.budget import Budget
from innobudget.domain.checks import check_scenario, doubts_about
from innobudget.domain.checks.places import Keys
from innobudget.domain.rebooking import booked_by_share
from innobudget.domain.scenario import Scenario
from innobudget.errors import InputError, Problem
from innobudget.io.extends import read_document, stated_language
from innobudget.io.scenario_file.budget_table import read_budget_table
from innobudget.io.scenario_file.building import build
from innobudget.io.scenario_file.changing import BOOKING_SHARE, Changes, with_changes
from innobudget.io.scenario_file.merging import Document
from innobudget.io.scenario_file.schema import BudgetTable
from innobudget.io.scenario_file.shape import in_whole, place, read_shape
from innobudget.io.scenario_file.slips import dotted_thousands, unknown_ids
from innobudget.io.toml.places import Node
from innobudget.messages import say

NEEDS: dict[str, tuple[Keys, ...]] = {
    "facts-without-followup": (("followup",),),
    "outside-horizon": (("scenario", "base_year"), ("scenario", "horizon")),
    "missing-amount": (("scenario", "base_year"), ("scenario", "horizon"), ("budget",)),
    "budget-years": (("scenario", "base_year"), ("scenario", "horizon"), ("budget",)),
    "line-without-budget": (("budget",),),
    "no-such-line": (("budget",),),
    "no-line-of-side": (("budget",),),
    "outlay-line": (("budget",),),
    "unknown-investment": (("investment", "*", "id"), ("investment", "*", "track")),
    "more-than-all": (("scenario", "base_year"), ("scenario", "unit"), ("budget",)),
    "amount-too-large": (("scenario", "unit"),),
    "delay-beyond-horizon": (("scenario", "horizon"),),
    "no-investment": (("investment", "*", "id"), ("investment", "*", "enabled")),
}
"""What a check relies on; where that is itself at fault, its findings are no news."""
BESIDE = {"grant-above-outlay": 2, "more-than-all": 1}
"""Checks that rely on all that stands in a table: so many steps above where they find something."""


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
    (scenario,) = load_variants(Path(path), [{}])
    return scenario


def load_variants(path: Path, variants: Sequence[Changes]) -> list[Scenario]:
    """Read a scenario in several variants, each with some keys set anew.

    Parameters
    ----------
    path
        The scenario file.
    variants
        New values by path, as in `booking.share`, for each variant.

    Raises
    ------
    InputError
        With every fault of every variant, each with its place.

    """
    document = read_document(path)
    budgets = Budgets()
    scenarios: list[Scenario] = []
    faults: list[Problem] = []
    for changes in variants:
        changed, lost = with_changes(document, changes)
        faults += lost
        try:
            scenario = _scenario(changed, budgets)
            if scenario.followup is not None and BOOKING_SHARE in changes:
                scenario = _by_share(document, changes, budgets, scenario)
            scenarios.append(scenario)
        except InputError as error:
            faults += error.problems
    if faults:
        raise InputError(faults).about(stated_language(document.root))
    return [replace(scenario, source=path.name) for scenario in scenarios]


def foundation(path: Path) -> Path:
    """Return the file that a scenario builds on in the end: itself where it extends none.

    Raises
    ------
    InputError
        If a file cannot be read.

    """
    return read_document(path).files[-1].resolve()


FOLLOWUP = ("followup",)
STANDING = frozenset({"stage", "quantity"})
"""Facts that need no plan of past years, and so no scenario that was adopted."""


class Budgets:
    """Budgets that were read, so that variants that share one do not read it again."""

    def __init__(self) -> None:
        """Have read none."""
        self._read: list[tuple[object, tuple[Budget, tuple[Path, ...]]]] = []

    def of(self, table: BudgetTable, root: Node) -> tuple[Budget, tuple[Path, ...]]:
        """Return the budget that a table names, and its files."""
        folders = [root.along(("budget", key))[-1].file.parent for key in ("file", "mapping")]
        for known, found in self._read:
            if known == (table, folders):
                return found
        self._read.append(((table, folders), read_budget_table(table, root)))
        return self._read[-1][1]


def _by_share(
    document: Document, changes: Changes, budgets: Budgets, changed: Scenario
) -> Scenario:
    """Return a follow-up with a booking share for the years that can still be booked anew."""
    others = {path: value for path, value in changes.items() if path != BOOKING_SHARE}
    before = _scenario(with_changes(document, others)[0], budgets)
    shared = booked_by_share(before, changed.booking.share)
    own = {path.split(".")[1] for path in others if "booked" in path.split(".")[2:3]}
    pairs = zip(before.investments, shared.investments, strict=True)
    investments = tuple(item if item.id in own else other for item, other in pairs)
    return replace(shared, investments=investments, doubts=changed.doubts)


def _scenario(document: Document, budgets: Budgets) -> Scenario:
    shape = read_shape(document.root)
    if shape.file is None:
        raise InputError(_in_order((*shape.faults, *unknown_ids(document)), document))
    faults = [*shape.faults, *unknown_ids(document)]
    budget, files = None, document.files
    if shape.file.budget is not None:
        try:
            budget, read = budgets.of(shape.file.budget, shape.root)
            files = (*files, *read)
        except InputError as error:
            faults += [replace(fault, path=fault.path or ("budget",)) for fault in error.problems]
    scenario = replace(build(shape.file, shape.root, document.units), budget=budget, files=files)
    if scenario.followup is not None:
        from innobudget.io.tabled_facts import Tabled  # noqa: PLC0415 - few scenarios have facts

        scenario, lost = _followed(scenario, document, budgets)
        prices = shape.file.budget.price_index if shape.file.budget else {}
        tabled = Tabled(scenario=scenario, root=shape.root, prices=prices)
        scenario = tabled.read()
        faults += [*lost, *tabled.faults]
        scenario = replace(scenario, files=(*files, *tabled.files), doubts=tuple(tabled.doubts))
    found = [in_whole(shape.root, fault) for fault in check_scenario(scenario)]
    broken = _Broken([*shape.broken, *(fault.path for fault in faults)])
    faults += [fault for fault in found if broken.leaves(fault)]
    if faults:
        raise InputError(_in_order(faults, document))
    said = (*scenario.doubts, *doubts_about(scenario))
    own = [in_whole(shape.root, doubt) for doubt in said]
    own += dotted_thousands(document)
    doubts = (*(budget.doubts if budget else ()), *_in_order(own, document))
    return replace(scenario, doubts=doubts)


def _followed(
    scenario: Scenario, document: Document, budgets: Budgets
) -> tuple[Scenario, list[Problem]]:
    """Set beside a follow-up what was adopted: the nearest file below that is none."""
    beneath = next(
        (file for file in document.files[1:] if read_document(file).root.at(FOLLOWUP) is None), None
    )
    if beneath is not None:
        adopted = _scenario(read_document(beneath), budgets)
        return replace(scenario, adopted=replace(adopted, source=beneath.name)), []
    needing = [
        ("investment", number, "fact", position)
        for number, item in enumerate(scenario.investments)
        for position, fact in enumerate(item.facts)
        if not STANDING.issuperset(fact.kinds)
    ]
    return scenario, [
        Problem(
            code="followup-without-extends",
            path=path,
            found=say("a fact, and no scenario that was adopted"),
            expected=say("extends = … in [scenario], which names what is followed up"),
            remedy=say("keep the adopted scenario as it is, and let this one extend it"),
        )
        for path in needing[:1]
    ]


class _Broken:
    """Paths of what is at fault: findings that rely on it are no news."""

    def __init__(self, paths: Iterable[Keys]) -> None:
        self._paths = frozenset(paths)
        self._above = {path[:length] for path in self._paths for length in range(len(path) + 1)}
        self._any: dict[Keys, bool] = {}

    def leaves(self, problem: Problem) -> bool:
        """Say whether a finding would stand if what is broken were mended."""
        table = problem.path[: len(problem.path) - BESIDE.get(problem.code, 0)]
        return not any(map(self._meets, (problem.path, table, *NEEDS.get(problem.code, ()))))

    def _meets(self, keys: Keys) -> bool:
        """Say whether a path leads through one that is broken, or the other way round."""
        if "*" not in keys:
            above = (keys[:length] in self._paths for length in range(len(keys) + 1))
            return keys in self._above or any(above)
        if keys not in self._any:
            self._any[keys] = any(_meet(keys, path) for path in self._paths)
        return self._any[keys]


def _meet(relied_on: Keys, faulty: Keys) -> bool:
    """Say whether one path leads through the other; `*` is any position."""
    return all(key in {"*", step} for key, step in zip(relied_on, faulty, strict=False))


def _in_order(problems: Iterable[Problem], document: Document) -> list[Problem]:
    """Return problems with their places, in the order of the files and their lines."""
    files = [*document.units]

    def position(problem: Problem) -> tuple[int, tuple[int, int, int]]:
        node = document.root.along(problem.path)[-1]
        return files.index(node.file), node.spot.order

    return [place(document.root, problem) for problem in sorted(problems, key=position)]
