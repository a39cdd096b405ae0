"""What is wrong with single values, in the user's words instead of pydantic's."""

import json
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from pydantic_core import ErrorDetails, ValidationError

from innobudget.domain.checks.places import Keys
from innobudget.domain.uncertainty import DISTRIBUTIONS
from innobudget.errors import Problem, nearest

UNCERTAIN = frozenset(
    {"cost_factor", "disruption_factor", "benefit_factor", "failure_factor", "delay"}
)
FORMS = {
    "Uniform": "{ uniform = [lowest, highest] }",
    "Triangular": "{ triangular = [lowest, most likely, highest] }",
    "Pert": "{ pert = [lowest, most likely, highest] }, with or without shape = 4",
    "Normal": "{ normal = [mean, sd] }, with or without min and max",
    "Lognormal": "{ lognormal = [mean, sd] }",
    "Percentiles": "{ p10 = …, p50 = …, p90 = … }, with or without min and max",
    "Choice": "{ choice = [[value, probability], …] }",
    "float": "a number, or a distribution such as { pert = [0.9, 1.0, 1.6] }",
}
TYPES = {
    "float_type": "a number",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "string_type": 'text in quotes, as in "Fredericia"',
    "mapping_type": "a table, as in { 2026 = 1_000 }",
    "dict_type": "a table, as in { 2026 = 1_000 }",
    "dataclass_type": "a table with keys",
    "dataclass_exact_type": "a table with keys",
    "tuple_type": "a list, as in [0.5, 1.0]",
    "too_short": "at least one entry",
    "finite_number": "a finite number",
    "int_parsing": "a calendar year, as in 2026",
}
LIMITS = {
    "greater_than_equal": ("ge", "of at least"),
    "greater_than": ("gt", "above"),
    "less_than_equal": ("le", "of at most"),
    "less_than": ("lt", "below"),
}
IN_FILES = {
    "assumptions": "scenario",
    "sampled": "simulation",
    "drivers": "driver",
    "investments": "investment",
    "stages": "stage",
    "effects": "effect",
    "start": "from",
}
"""Keys of scenario files whose fields have another name."""
LONGEST = 100


def as_written(value: object) -> str:
    """Return a value as a scenario file has it, cut where it is long.

    Examples
    --------
    >>> as_written({"pert": [0.9, 1, "x"]})
    '{ pert = [0.9, 1, "x"] }'

    """
    match value:
        case dict():
            text = (
                f"{{ {', '.join(f'{key} = {as_written(item)}' for key, item in value.items())} }}"
            )
        case list() | tuple():
            text = f"[{', '.join(map(as_written, value))}]"
        case str():
            text = json.dumps(value, ensure_ascii=False)
        case bool():
            text = str(value).lower()
        case _:
            text = str(value)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def path_in_file(location: tuple[int | str, ...]) -> Keys:
    """Return the keys of a scenario file that lead to where pydantic found a fault."""
    keys: list[int | str] = []
    for step in location:
        if step == "[key]" or (keys and keys[-1] in UNCERTAIN and step in FORMS):
            continue
        keys.append(IN_FILES.get(str(step), step))
    return tuple(keys)


def findings(error: ValidationError) -> list[ErrorDetails]:
    """Return what pydantic found, without lists that are short for their bad entries only."""
    return [
        detail
        for detail in error.errors(include_url=False)
        if detail["type"] != "too_short" or not detail["input"]
    ]


def value_problem(error: ErrorDetails, known: Collection[str] = ()) -> Problem:
    """Say what pydantic found; `known` has the keys of the table that it was found in."""
    if error["type"] == "unexpected_keyword_argument":
        return _unknown_key(error, known)
    return SPEAKERS.get(error["type"], _wrong_type)(error)


def _problem(
    error: ErrorDetails, code: str, expected: str, remedy: str, *, found: str = ""
) -> Problem:
    return Problem(
        code=code,
        path=path_in_file(error["loc"]),
        found=found or as_written(error["input"]),
        expected=expected,
        remedy=remedy,
    )


def _refused(error: ErrorDetails) -> Problem:
    """Pass on what a constructor said."""
    raised = error["ctx"]["error"]
    problem: Problem = raised.problem
    found = f"{as_written(error['input'])}: {problem.found}"
    return replace(problem, path=path_in_file(error["loc"]), found=found)


def _unknown_key(error: ErrorDetails, known: Collection[str]) -> Problem:
    key = str(error["loc"][-1])
    near = nearest(key, known)
    return _problem(
        error,
        "unknown-key",
        f"one of: {', '.join(known)}",
        f"write {near}" if near else "delete it",
        found=f"the key {key}",
    )


def _missing(error: ErrorDetails) -> Problem:
    *table, key = error["loc"]
    if isinstance(key, int):
        return _wrong_type(error)
    expected = f"the key {key}" if table else f"the table [{key}]"
    return _problem(
        error, "missing-key", expected, f"add {key} = …" if table else "add it", found="nothing"
    )


def _id_form(error: ErrorDetails) -> Problem:
    return _problem(
        error,
        "id-form",
        "lower-case letters a-z, digits and hyphens",
        "write a short id such as led-lights, and the words as name",
    )


def _unknown_distribution(error: ErrorDetails) -> Problem:
    near = next((key for word in error["input"] if (key := nearest(word, DISTRIBUTIONS))), None)
    return _problem(
        error,
        "distribution",
        f"a number, or a table with one of: {', '.join(DISTRIBUTIONS)}",
        f"write {FORMS[DISTRIBUTIONS[near].__name__]}" if near else "write one of these",
    )


def _unknown_word(error: ErrorDetails) -> Problem:
    expected = str(error["ctx"]["expected"])
    words = re.findall(r"'([^']*)'", expected) or [expected]
    near = nearest(str(error["input"]), words)
    return _problem(
        error,
        "unknown-word",
        f"one of: {', '.join(words)}",
        f"write {near}" if near else "write one of these",
    )


def _out_of_range(error: ErrorDetails) -> Problem:
    key, words = LIMITS[error["type"]]
    limit, value = error["ctx"][key], error["input"]
    is_share = limit == 1 and key in {"le", "lt"} and "loads" not in error["loc"]
    percent = is_share and isinstance(value, int | float) and 1 < value <= 100
    return _problem(
        error,
        "out-of-range",
        f"a value {words} {limit:{'_.0f' if limit >= 10_000 else 'g'}}",
        f"write {value / 100:g} for {value:g} %" if percent else "correct the value",
    )


def _wrong_type(error: ErrorDetails) -> Problem:
    form = next((FORMS[str(step)] for step in reversed(error["loc"]) if step in FORMS), None)
    if form is not None and error["type"] != "finite_number":
        return _problem(error, "distribution", form, "write it in this form")
    expected = TYPES.get(error["type"], "another value")
    return _problem(error, "wrong-type", expected, "correct the value")


SPEAKERS: Mapping[str, Callable[[ErrorDetails], Problem]] = {
    "value_error": _refused,
    "missing": _missing,
    "union_tag_invalid": _unknown_distribution,
    "literal_error": _unknown_word,
    "string_pattern_mismatch": _id_form,
    **dict.fromkeys(LIMITS, _out_of_range),
}
"""By pydantic's name of the fault."""
