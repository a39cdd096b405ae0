"""What a sweep varies, from the command line and from a grid file."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

from innobudget.errors import InputError, Problem, nearest, where
from innobudget.io.extends import read_own
from innobudget.io.scenario_file.changing import Changes
from innobudget.io.toml.files import require_countable
from innobudget.io.toml.places import DecimalText, placed
from innobudget.messages import say, write

KEYS = ("scenarios", "seeds", "set")
WORD = re.compile(r"[A-Za-z][\w-]*")
SEEDS = re.compile(r"(\d{1,18})(?:-(\d{1,18}))?", re.ASCII)
DECIMAL = re.compile(r"\d{1,2},\d+", re.ASCII)
"""Two whole numbers, or one with a decimal comma."""
MOST_RUNS = 100_000
"""Of one sweep: what is more has been mistyped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Scenarios x variants x seeds."""

    scenarios: tuple[Path, ...] = ()
    """Their files."""
    seeds: tuple[int, ...] = ()
    """Absent: each scenario's own."""
    values: Mapping[str, Sequence[Any]]
    """Values by path of the key that is set anew, as in `booking.share`."""
    faults: tuple[Problem, ...] = ()
    """What was left out as wrong: whoever reads the scenarios has more to say."""
    doubts: tuple[Problem, ...] = ()
    """What may be meant otherwise."""

    @property
    def variants(self) -> list[Changes]:
        """Return every combination of the values, the last key changing fastest."""
        return [dict(zip(self.values, row, strict=True)) for row in product(*self.values.values())]


def read_grid(
    scenarios: Sequence[Path], *, seeds: str | None, settings: Sequence[str], file: Path | None
) -> Grid:
    """Read what is to be varied.

    Parameters
    ----------
    scenarios
        Scenario files of the command line; those of the grid file come after them.
    seeds
        Numbers and ranges, as in `1-20,42`.
    settings
        `KEY=VALUE,VALUE…` each; values as TOML writes them, words without quotes.
    file
        A grid file with any of the keys `scenarios`, `seeds` and `set`.

    Raises
    ------
    InputError
        If the grid file cannot be read, or there are more runs than can be meant; what else is
        wrong with its content is in `faults`.

    """
    faults: list[Problem] = []
    grid = Grid(values={})
    if file is not None:
        grid = _from_file(file, faults)
    own = [parsed for text in settings if (parsed := _setting(text, faults))]
    counts = Counter([*grid.values, *(key for key, _ in own)])
    faults += [_twice(key) for key, count in counts.items() if count > 1]
    grid = replace(
        grid,
        scenarios=(*scenarios, *grid.scenarios),
        seeds=grid.seeds if seeds is None else _seeds(seeds, _option("--seeds"), faults),
        values={**grid.values, **dict(own)},
    )
    faults += _whole(grid)
    if any(fault.code == "grid-size" for fault in faults):
        raise InputError(faults)  # before anything is made of so many runs
    return replace(grid, faults=tuple(faults), doubts=tuple(_decimal_commas(settings)))


def _whole(grid: Grid) -> Iterator[Problem]:
    runs = len(grid.scenarios) * max(1, len(grid.seeds))
    for values in grid.values.values():
        runs *= len(values)
    if not grid.scenarios:
        yield _problem(
            "grid-empty",
            "SCENARIO",
            say("no scenario"),
            say("at least one"),
            say("name a scenario"),
        )
    if runs > MOST_RUNS:
        found, expected = say("{runs:,} runs", runs=runs), say("at most {most:,}", most=MOST_RUNS)
        yield _problem("grid-size", say("the grid"), found, expected, say("vary less at a time"))
    if grid.seeds and "simulation.seed" in grid.values:
        yield _twice("simulation.seed")


def _decimal_commas(settings: Sequence[str]) -> Iterator[Problem]:
    """Doubt `booking.share=0,5`: two values, by the comma that parts values."""
    for text in settings:
        written = text.partition("=")[2]
        if DECIMAL.fullmatch(written):
            first, second = written.split(",")
            yield _problem(
                "grid-comma",
                _option("--set"),
                say(
                    '"{text}": two values, {first} and {second}',
                    text=text,
                    first=first,
                    second=second,
                ),
                say("one value with a decimal point, if {written} is one number", written=written),
                say(
                    "write {first}.{second} if it is one number, else a space after the comma",
                    first=first,
                    second=second,
                ),
            )


def _setting(text: str, faults: list[Problem]) -> tuple[str, list[Any]] | None:
    key, equals, written = text.partition("=")
    values = _values(written)
    if equals and key.strip() and values:
        return key.strip(), values
    expected = say("KEY=VALUE or KEY=VALUE,VALUE…, as in booking.share=0.5,0.75,1")
    remedy = say("write values as in a scenario: 0.5, true, word, { pert = [1, 2, 3] }")
    faults.append(_problem("grid-set", _option("--set"), f'"{text}"', expected, remedy))
    return None


def _values(written: str) -> list[Any]:
    """Return values as TOML has them; where it has none, words without quotes."""
    for text in (written, ",".join(map(_quoted, written.split(",")))):
        try:
            values = tomllib.loads(f"values = [{text}]", parse_float=DecimalText)["values"]
            require_countable(placed(values, (), spots={}, file=Path("--set")))
        except (ValueError, RecursionError, InputError):
            continue
        return list(values)
    return []


def _quoted(word: str) -> str:
    bare = WORD.fullmatch(word.strip()) and word.strip() not in {"true", "false", "inf", "nan"}
    return f'"{word.strip()}"' if bare else word


def _seeds(written: object, place: str, faults: list[Problem]) -> tuple[int, ...]:
    parts = written if isinstance(written, list) else str(written).split(",")
    found: list[int] = []
    for part in parts:
        match = SEEDS.fullmatch(str(part).strip())
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if not first <= last < first + MOST_RUNS:
            expected = say(
                "numbers and rising ranges of at most {most:,}, as in 1-20,42", most=MOST_RUNS
            )
            faults.append(_problem("grid-seeds", place, f'"{part}"', expected, say("correct it")))
            continue
        found += range(first, last + 1)
        if len(found) > MOST_RUNS:
            break  # which `_whole` then says
    return tuple(dict.fromkeys(found))


def _from_file(file: Path, faults: list[Problem]) -> Grid:
    document = read_own(file).plain()
    for key in document:
        if key not in KEYS:
            near = nearest(key, KEYS)
            remedy = write(near) if near else say("correct its name")
            expected = say("one of: {known}", known=KEYS)
            faults.append(
                _problem("unknown-key", file.name, say("the key {key}", key=key), expected, remedy)
            )
    names, table = document.get("scenarios", []), document.get("set", {})
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        faults.append(_form(file, "scenarios", '["one.toml", "other.toml"]'))
        names = []
    values: dict[str, list[Any]] = {}
    for path, listed in _paths(table, ()) if isinstance(table, dict) else [("", table)]:
        if isinstance(listed, list) and listed:
            values[path] = listed
        else:
            key = f"set.{path}".rstrip(".")
            faults.append(_form(file, key, say("a list of values, as in [0.5, 1.0]")))
    seeds = document.get("seeds")
    return Grid(
        scenarios=tuple(file.parent / name for name in names),
        seeds=() if seeds is None else _seeds(seeds, where(file.name, key="seeds"), faults),
        values=values,
    )


def _paths(table: Mapping[str, Any], keys: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Yield path and values, whether a path is written in quotes or as tables in tables."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _paths(value, (*keys, key))
        else:
            yield ".".join((*keys, key)), value


def _option(name: str) -> str:
    return where(say("command line"), option=name)


def _form(file: Path, key: str, expected: str) -> Problem:
    place = where(file.name, key=key)
    return _problem(
        "wrong-type", place, say("something else"), expected, say("write it in this form")
    )


def _twice(key: str) -> Problem:
    found = say("{key} is varied twice", key=key)
    return _problem(
        "grid-twice", say("the grid"), found, say("each key once"), say("put its values together")
    )


def _problem(code: str, place: str, found: str, expected: str, remedy: str) -> Problem:
    return Problem(code=code, place=place, found=found, expected=expected, remedy=remedy)
