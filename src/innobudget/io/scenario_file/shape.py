"""A document against the shape of scenario files: every fault, and the rest without them."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from innobudget.domain.checks.places import ENTRIES, Keys, in_words
from innobudget.domain.checks.values import (
    CORRECTED,
    TYPES,
    as_written,
    findings,
    path_in_file,
    value_problem,
)
from innobudget.domain.checks.written import BEGINS_WITH_A_YEAR, NUMBER, POINTED, put_together
from innobudget.domain.investment import UNCERTAIN
from innobudget.errors import Problem, nearest, where
from innobudget.io.scenario_file.changing import SET
from innobudget.io.scenario_file.merging import BY_ID, SINGLE_STAGE
from innobudget.io.scenario_file.schema import ScenarioFile, adapter, homes_of, known_keys
from innobudget.io.toml.places import DecimalText, Node
from innobudget.messages import Text, linked, say, write

ROUNDS = 8
TEXT = TYPES["string_type"]
NUMBERS = (TYPES["float_type"], TYPES["int_type"])
ASSIGNED = re.compile(r'write \w+ = ("[^"]*"|\{.*\}|\[.*\]|[^",]+)')
"""A remedy that is a key and its value; the key is in a form the heading of the cell."""
STAND_IN = {"name": "", "base_year": 2000, "horizon": 100}
"""What a scenario table without its required keys goes on with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What can be used of a document."""

    root: Node
    """The document without its faults; every node's `keys` are those of the whole."""
    file: ScenarioFile | None
    """Its content; None: too little is left."""
    faults: tuple[Problem, ...]
    """What was left out, and why; paths lead through the whole document."""
    broken: tuple[Keys, ...]
    """Paths of all that is at fault, also of keys that are missing because misspelt."""


def read_shape(whole: Node) -> Shape:
    """Check a document, leave out what is at fault, and read the rest."""
    faults = list(_stages_twice(whole))
    root = whole.without(fault.path for fault in faults)
    file = None
    for number in range(ROUNDS):
        try:
            file = adapter().validate_json(json.dumps(root.plain(), default=str))
            break
        except ValidationError as error:
            details = findings(error)
        faults += _told_once(root, [d for d in details if number == 0 or d["type"] != "missing"])
        root = _with_stand_ins(
            root.without(frozenset(_at_fault(root, detail) for detail in details))
        )
    broken = tuple(fault.path for fault in faults)
    return Shape(root=root, file=file, faults=tuple(_without_echoes(faults)), broken=broken)


def _told_once(root: Node, details: Iterable[ErrorDetails]) -> Iterable[Problem]:
    """Say what is wrong with each value; of several findings about one, the first."""
    told: dict[Keys, Problem] = {}
    for detail in details:
        homes = homes_of(str(detail["loc"][-1])) if detail["loc"] else []
        said = _one_bracket(detail) or value_problem(
            _as_typed(root, detail), known_keys(detail["loc"]), homes
        )
        problem = in_whole(root, _cut_by_commas(root, said))
        keys = problem.path if detail["type"] == "missing" else _at_fault(root, detail)
        told.setdefault(keys, problem)
    return told.values()


def _as_typed(root: Node, detail: ErrorDetails) -> ErrorDetails:
    """Return a finding with the value as the file has it: `5.30` and not 5.3."""
    node = root.at(path_in_file(detail["loc"]))
    if node is None or not isinstance(node.value, DecimalText):
        return detail
    return {**detail, "input": node.value}


def _cut_by_commas(root: Node, problem: Problem) -> Problem:
    """Return a finding about one number of a list with the list that decimal commas have cut."""
    list_of_it = root.at(problem.path[:-1])
    whole = put_together(list_of_it.plain()) if list_of_it is not None else []
    if not whole or problem.code != "out-of-range":
        return problem
    found = as_written(list_of_it.plain() if list_of_it else ())
    return replace(problem, found=found, remedy=write(as_written(whole)))


def _one_bracket(detail: ErrorDetails) -> Problem | None:
    """Say that `[investment]` stands for `[[investment]]`."""
    keys = path_in_file(detail["loc"])
    name = str(keys[-1]) if keys else ""
    if name not in BY_ID | ENTRIES or not isinstance(detail["input"], dict):
        return None
    header = name if name in BY_ID else f"{keys[0]}.{name}"
    return Problem(
        code="wrong-type",
        path=keys,
        found=say("[{header}], a single table", header=header),
        expected=say("two brackets around a table of which there may be several"),
        remedy=write(f"[[{header}]]"),
    )


def in_whole(root: Node, problem: Problem) -> Problem:
    """Return a problem with its path through a document that left nothing out."""
    keys = problem.path
    if keys[2:3] == ("stage",) and root.at(keys[:3]) is None:
        keys = (*keys[:2], *keys[4:])  # the only stage, written in the investment itself
    nodes = root.along(keys)
    return replace(problem, path=(*nodes[-1].keys, *keys[len(nodes) - 1 :]), place="")


def place(whole: Node, problem: Problem) -> Problem:
    """Return a problem with file, line, table and key in words."""
    if problem.place:
        return problem
    node = whole.along(problem.path)[-1]
    entry = problem.path[:2]
    name = whole.at((*entry, "id")) if entry and entry[0] in BY_ID else None
    ids: dict[Keys, str] = {}
    if name is not None and isinstance(name.value, str):
        ids[entry] = name.value
    if node.is_typed_in_cells:
        return _in_cells(node, problem)
    if node.file.name.startswith(SET) and problem.remedy == CORRECTED:
        problem = replace(problem, remedy=say("write one of these"))
    words = node.spot.words if node.keys else ""
    parts = [node.file.name, words, in_words(problem.path, ids)]
    return replace(problem, place=linked(", ", list(filter(None, parts))))


def _in_cells(node: Node, problem: Problem) -> Problem:
    """Return a problem with its place and remedy for somebody who types into a spreadsheet."""
    names = [str(key) for key in problem.path if isinstance(key, str)][1:]
    called = [node.spot.names.get(name, name) for name in names if name not in ENTRIES]
    column = " ".join(called) if node.spot.column is None else node.spot.column
    parts = list(filter(None, (node.file.name, node.spot.words)))
    place = where(linked(", ", parts), **({"column": column} if column else {}))
    if problem.code == "missing-key" and column:
        return replace(
            problem,
            place=place,
            expected=say("a value in the column {column}", column=column),
            remedy=say("fill in the column {column}", column=column),
        )
    is_truth = problem.code == "wrong-type" and problem.expected == TYPES["bool_type"]
    said: tuple[str, ...] = (problem.expected, _mended_in_cells(node, problem))
    if is_truth:
        said = (say("yes or no"), say("choose it from the list"))
    expected, remedy = (
        text.renamed(node.spot.names) if isinstance(text, Text) else text for text in said
    )
    return replace(problem, place=place, expected=expected, remedy=remedy)


def _mended_in_cells(node: Node, problem: Problem) -> str:
    """Return a remedy without brackets, quotes and marks that only a text file has."""
    value = node.value
    remedy: str = problem.remedy
    assigned = ASSIGNED.fullmatch(remedy)
    if assigned:
        remedy = write(assigned[1].strip('"'))
    match problem.code:
        case "stage-twice":
            remedy = say("move it to the row of that stage on the sheet {sheet}", sheet="stage")
        case "missing-actual":
            remedy = say(
                "add a row for each to the sheet {sheet}; until then they are simulated",
                sheet="fact",
            )
        case "wrong-type" if isinstance(value, int | float) and problem.expected == TEXT:
            remedy = say("type it with ' before it, so that it stays text")
        case "wrong-type" | "distribution" if isinstance(value, str):
            if NUMBER.fullmatch(value) or POINTED.fullmatch(value):
                remedy = say("type the number anew in a cell that is not formatted as text")
            elif problem.expected in NUMBERS and not BEGINS_WITH_A_YEAR.fullmatch(value):
                remedy = say("type a number, without a unit")
        case "unknown-key":
            remedy = say("correct the heading, or write note before it if the column holds notes")
    return remedy


def _without_echoes(faults: Sequence[Problem]) -> Iterator[Problem]:
    """Leave out keys that are missing because they are misspelt, or because `extends` is."""
    misspelt: dict[Keys, list[str]] = defaultdict(list)
    for fault in faults:
        if fault.code == "unknown-key":
            misspelt[fault.path[:-1]].append(str(fault.path[-1]))
    is_lost = any("extends" in names for names in misspelt.values())
    for fault in faults:
        *table, key = fault.path or ("",)
        if fault.code == "missing-key" and is_lost:
            continue
        if fault.code != "missing-key" or not nearest(str(key), misspelt[tuple(table)]):
            yield fault


def _at_fault(root: Node, detail: ErrorDetails) -> Keys:
    """Return the path, in the whole document, of the least that is left out for a fault."""
    keys = path_in_file(detail["loc"])
    distribution = next((n for n, key in enumerate(keys) if n and key in UNCERTAIN), None)
    if distribution is not None:
        keys = keys[: distribution + 1]
    elif detail["type"] == "missing":
        keys = keys[:-1]
    while len(keys) > 1 and isinstance(keys[-1], int) and keys[-2] not in BY_ID | ENTRIES:
        keys = keys[:-1]
    return root.along(keys)[-1].keys


def _with_stand_ins(root: Node) -> Node:
    """Add what every scenario needs, so that the rest can be read."""
    scenario = root.at(("scenario",)) or Node({}, root.file, root.spot, ("scenario",))
    needed = {
        key: Node(value, scenario.file, scenario.spot, ("scenario", key))
        for key, value in STAND_IN.items()
    }
    table = replace(scenario, value={**needed, **scenario.value})
    return replace(root, value={**root.value, "scenario": table})


def _stages_twice(whole: Node) -> Iterator[Problem]:
    """Find investments that write their stages and those of a single one."""
    entries = whole.at(("investment",))
    if entries is None or not isinstance(entries.value, list):
        return
    for entry in entries.value:
        stage = entry.at(("stage",))
        for key in sorted(SINGLE_STAGE):
            short = entry.at((key,))
            if short and stage and isinstance(stage.value, list) and stage.value:
                yield Problem(
                    code="stage-twice",
                    path=short.keys,
                    found=say(
                        "{key} beside the stage at {place}",
                        key=key,
                        place=stage.value[0].spot.words,
                    ),
                    expected=say("{key} in the stage that it belongs to", key=key),
                    remedy=say("move {key} into an [[investment.stage]]", key=key),
                )
