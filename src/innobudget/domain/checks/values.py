"""What is wrong with single values, in the user's words instead of pydantic's."""

import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from pydantic_core import ErrorDetails, ValidationError

from innobudget.domain.checks.places import IN_FILES, Keys
from innobudget.domain.checks.written import NUMBER, as_number, put_together, written_right
from innobudget.domain.investment import UNCERTAIN
from innobudget.domain.scenario import Horizon
from innobudget.domain.uncertainty import DISTRIBUTIONS
from innobudget.errors import Problem, nearest
from innobudget.messages import Text, either, linked, say, write

FORMS = {
    "Uniform": say("{ uniform = [lowest, highest] }"),
    "Triangular": say("{ triangular = [lowest, most likely, highest] }"),
    "Pert": say("{ pert = [lowest, most likely, highest] }, with or without shape = 4"),
    "Normal": say("{ normal = [mean, sd] }, with or without min and max"),
    "Lognormal": say("{ lognormal = [mean, sd] }"),
    "Percentiles": say("{ p10 = …, p50 = …, p90 = … }, with or without min and max"),
    "Choice": say("{ choice = [[value, probability], …] }"),
    "float": say("a number, or how it is spread, such as { pert = [0.9, 1.0, 1.6] }"),
}
TYPES = {
    "float_type": say("a number"),
    "int_type": say("a whole number"),
    "bool_type": say("true or false"),
    "string_type": say('text in quotes, as in "Fredericia"'),
    "mapping_type": say("something by year or by name, as in { 2026 = 1_000 }"),
    "dict_type": say("something by year or by name, as in { 2026 = 1_000 }"),
    "dataclass_type": say("several keys, each with its value"),
    "dataclass_exact_type": say("several keys, each with its value"),
    "tuple_type": say("one or more values, as in [0.5, 1.0]"),
    "too_short": say("at least one entry"),
    "finite_number": say("a finite number"),
    "int_parsing": say("a calendar year, as in 2026"),
    **dict.fromkeys(
        ("date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact"),
        say("a date, as in 2026-08-31"),
    ),
}
LIMITS = {
    "greater_than_equal": ("ge", say("a value of at least {limit}")),
    "greater_than": ("gt", say("a value above {limit}")),
    "less_than_equal": ("le", say("a value of at most {limit}")),
    "less_than": ("lt", say("a value below {limit}")),
}
EITHER = {
    **dict.fromkeys(UNCERTAIN, tuple(FORMS)),
    "begun": ("int", "bool"),
    "stage": ("int", "str"),
}
"""Keys whose values have one of several forms, which pydantic names on the way to a fault."""
LONGEST = 100
PERCENT_LIMITS = (1, 1.5, 10)
"""Upper limits of shares, of bookings and of rates: what is beyond is likely per cent."""


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
        if step == "[key]" or (keys and step in EITHER.get(str(keys[-1]), ())):
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


def value_problem(
    error: ErrorDetails, known: Collection[str] = (), homes: Sequence[str] = ()
) -> Problem:
    """Say what pydantic found.

    Parameters
    ----------
    error
        Its finding.
    known
        Keys of the table that it was found in.
    homes
        Tables that have a key which this one has not.

    """
    if error["type"] == "unexpected_keyword_argument":
        return _unknown_key(error, known, homes)
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
    found = linked(": ", (as_written(error["input"]), problem.found))
    return replace(problem, path=path_in_file(error["loc"]), found=found)


CORRECTED = say("correct its name, or make it a note: # before it")
"""How an unknown key is mended that is like none."""


def _unknown_key(error: ErrorDetails, known: Collection[str], homes: Sequence[str]) -> Problem:
    key = str(error["loc"][-1])
    near = nearest(key, known)
    form = next((FORMS[str(step)] for step in reversed(error["loc"]) if step in FORMS), None)
    right = near or form
    return _problem(
        error,
        "unknown-key",
        say("one of: {known}", known=[*known]),
        say("move it to {table}", table=either(homes))
        if homes
        else write(right)
        if right
        else CORRECTED,
        found=say("the key {key}", key=key),
    )


def _missing(error: ErrorDetails) -> Problem:
    *table, key = error["loc"]
    if isinstance(key, int):
        return _wrong_type(error)
    expected = say("the key {key}", key=key) if table else say("a part [{key}]", key=key)
    remedy = say("add {key} = …", key=key) if table else say("add it")
    return _problem(error, "missing-key", expected, remedy, found=say("nothing"))


def _id_form(error: ErrorDetails) -> Problem:
    return _problem(
        error,
        "id-form",
        say("lower-case letters a-z, digits and hyphens"),
        say("write a short id such as led-lights, and the words as name"),
    )


def _unknown_distribution(error: ErrorDetails) -> Problem:
    near = next((key for word in error["input"] if (key := nearest(word, DISTRIBUTIONS))), None)
    return _problem(
        error,
        "distribution",
        say("a number, or one of: {names}", names=[*DISTRIBUTIONS]),
        write(FORMS[DISTRIBUTIONS[near].__name__]) if near else say("write one of these"),
    )


def _unknown_word(error: ErrorDetails) -> Problem:
    expected = str(error["ctx"]["expected"])
    words = re.findall(r"'([^']*)'", expected) or [expected]
    near = nearest(str(error["input"]), words)
    plain = all(word[:1].isalnum() for word in words)
    return _problem(
        error,
        "unknown-word",
        say("one of: {known}", known=words if plain else [f"'{word}'" for word in words]),
        write(near) if near else say("write one of these"),
    )


def _out_of_range(error: ErrorDetails) -> Problem:
    key, wanted = LIMITS[error["type"]]
    limit, value = error["ctx"][key], error["input"]
    is_share = limit in PERCENT_LIMITS and key in {"le", "lt"} and "loads" not in error["loc"]
    percent = is_share and isinstance(value, int | float) and 1 < value <= 100
    return _problem(
        error,
        "out-of-range",
        wanted.of(limit=f"{limit:{'_.0f' if limit >= 10_000 else 'g'}}"),
        (
            say("write {share:g} for {percent:n} %", share=value / 100, percent=value)
            if percent
            else say("correct the value")
        ),
    )


def _text_length(error: ErrorDetails) -> Problem:
    most = error.get("ctx", {}).get("max_length")
    expected = say("a text") if most is None else say("at most {count} characters", count=most)
    remedy = say("write a text, or leave the key out") if most is None else say("shorten it")
    return _problem(error, "text-length", expected, remedy)


def _wrong_type(error: ErrorDetails) -> Problem:
    form = next((FORMS[str(step)] for step in reversed(error["loc"]) if step in FORMS), None)
    if form is not None and error["type"] != "finite_number":
        is_number = isinstance(error["input"], str) and NUMBER.fullmatch(error["input"])
        remedy = as_number(error["input"]) if is_number else say("write it in this form")
        whole = put_together(error["input"])
        remedy = write(as_written(whole)) if len(whole) > 1 else remedy
        return _problem(error, "distribution", form, remedy)
    expected = TYPES.get(error["type"], say("another value"))
    return _problem(error, "wrong-type", expected, written_right(error["type"], error["input"]))


SPEAKERS: Mapping[str, Callable[[ErrorDetails], Problem]] = {
    "value_error": _refused,
    "missing": _missing,
    "union_tag_invalid": _unknown_distribution,
    "literal_error": _unknown_word,
    "string_pattern_mismatch": _id_form,
    "string_too_short": _text_length,
    "string_too_long": _text_length,
    **dict.fromkeys(LIMITS, _out_of_range),
}
"""By pydantic's name of the fault."""


def year_within(first: int, last: int) -> Text:
    """Say between which years a year is wanted; of a single one, that."""
    if first == last:
        return say("the year {year}", year=first)
    return say("a year from {first} to {last}", first=first, last=last)


def outside_horizon(horizon: Horizon, path: Keys, year: int, remedy: str) -> Problem:
    """Say that a year is none of those that a scenario looks at."""
    return Problem(
        code="outside-horizon",
        path=(*path, str(year)),
        found=say("the year {year}", year=year),
        expected=year_within(horizon.base_year, horizon.last_year),
        remedy=remedy,
    )
