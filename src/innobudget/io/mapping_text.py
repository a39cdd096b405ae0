"""What was understood of a file, as a commented mapping that the user corrects and keeps."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any, get_args

from innobudget.domain.reading import BudgetReading, Encoding
from innobudget.io.mapping import BudgetMapping, MappedColumns

HEAD = """\
# How innobudget reads {file}.
# A key that stands here wins over what the program recognises by itself; a line that is
# deleted, or has a # before it, is recognised anew. Use it by --mapping, or name it in a
# scenario: [budget] mapping = "…". Next year's export of the same layout needs no new one.
"""
LEFT_OUT_SHOWN = 40
UNPROVEN = frozenset(get_args(Encoding)) - {"utf-8", "utf-16"}
"""Encodings that a file's bytes do not prove: kept for the next export, as the sheet is."""
SCALARS = (
    "sheet",
    "encoding",
    "delimiter",
    "header_row",
    "last_row",
    "year",
    "base_year",
    "unit",
    "sign",
    "decimal",
    "missing",
    "totals",
    "nesting",
)


def mapping_text(reading: BudgetReading, given: BudgetMapping | None = None) -> str:
    """Return a mapping in TOML that says what was understood.

    Parameters
    ----------
    reading
        Of the file; where it asks a question, the proposed answer stands in the mapping for
        the user to confirm.
    given
        The mapping that the file was read with; what it says is kept.

    """
    said = _said(given or BudgetMapping())
    lines = [HEAD.format(file=_one_line(reading.file))]
    if reading.reason:
        lines += [f"# {reading.verdict}: {_one_line(reading.reason)}"]
        lines += ["# Confirm the lines marked so.", ""] if reading.proposal else [""]
    lines += _scalars(reading, said)
    lines += _seen(reading)
    lines += _filters(reading, said)
    lines += _columns(reading, said)
    lines += _comments(reading)
    return "\n".join(lines).rstrip() + "\n"


def _said(given: BudgetMapping) -> dict[str, object]:
    """Return the keys that a mapping has, those of its columns with their table's name."""
    none = BudgetMapping()
    said = {
        item.name: getattr(given, item.name)
        for item in fields(given)
        if getattr(given, item.name) != getattr(none, item.name)
    }
    said.pop("seen", None)
    direction = said.pop("direction", None)
    if direction is not None:
        said["direction"] = asdict(direction)
    columns = said.pop("columns", MappedColumns())
    said["columns"] = {
        item.name: text
        for item in fields(columns)
        if item.name != "amounts" and (text := getattr(columns, item.name)) is not None
    }
    if columns.amounts:
        said["columns.amounts"] = columns.amounts
    return said


def _scalars(reading: BudgetReading, said: Mapping[str, object]) -> Iterator[str]:
    known: dict[str, object] = {
        "sheet": reading.sheets or reading.sheet,
        "encoding": reading.encoding,
        "delimiter": reading.delimiter,
        "header_row": reading.header_row,
        "unit": reading.unit,
        "sign": reading.sign,
    }
    for key in SCALARS:
        if key in reading.proposal:
            value = reading.proposal[key]
            off = "# " if value is None else ""
            if key != "sheet" or value is not None:
                yield f"{off}{key} = {_value(value)}  # confirm"
        elif key in said:
            yield f"{key} = {_value(said[key])}"
        elif known.get(key) is not None:
            off = "" if key == "sheet" or known[key] in UNPROVEN else "# "
            unsure = key == "encoding" and _is_unsure(reading)
            yield f"{off}{key} = {_value(known[key])}" + ("  # confirm" if unsure else "")


def _is_unsure(reading: BudgetReading) -> bool:
    """Say whether a file's encoding is doubted, which it no longer is once a mapping says it."""
    return any(doubt.code == "encoding-unsure" for doubt in reading.doubts)


def _filters(reading: BudgetReading, said: Mapping[str, object]) -> Iterator[str]:
    for key in ("keep", "leave_out", "total_rows", "direction.income", "direction.expenditure"):
        proposed, kept = _nested(reading.proposal, key), _nested(said, key)
        filters: dict[str, list[str]] = {}
        for part in (kept, proposed):
            for header, texts in part.items():
                filters.setdefault(header, []).extend(texts)
        if filters:
            yield f"\n[{key}]" + ("  # confirm" if proposed else "")
            for header, texts in filters.items():
                yield f"{_value(header)} = {_value(list(dict.fromkeys(texts)))}"


def _nested(said: Mapping[str, object], key: str) -> Mapping[str, Any]:
    """Return a table, or a table in a table; an empty one where there is none."""
    found: object = said
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _columns(reading: BudgetReading, said: Mapping[str, object]) -> Iterator[str]:
    yield "\n[columns]"
    roles = {role: header for role, header in reading.columns.items() if not role.isdecimal()}
    for extra in (_nested(said, "columns"), _nested(reading.proposal, "columns")):
        roles = {role: own for role, own in roles.items() if own not in extra.values()}
        roles.update(extra)
    yield from (f"{role} = {_value(header)}" for role, header in roles.items())
    proposed, kept = reading.proposal.get("columns.amounts"), said.get("columns.amounts")
    if isinstance(proposed, Mapping):
        yield "\n[columns.amounts]  # confirm"
        for year, header in proposed.items():
            off = "" if isinstance(year, int) else "# "
            yield f"{off}{year} = {_value(header)}"
    elif isinstance(kept, Mapping):
        yield "\n[columns.amounts]"
        yield from (f"{year} = {_value(header)}" for year, header in kept.items())
    else:
        for role, header in reading.columns.items():
            if role.isdecimal():
                yield f"# amounts.{role} = {_value(header)}"


def _seen(reading: BudgetReading) -> Iterator[str]:
    headers = [_one_line(header) for header in reading.headers if header]
    if headers:
        yield f"seen = {_value(headers)}  # its headers: later changes are reported"


def _comments(reading: BudgetReading) -> Iterator[str]:
    if reading.doubts:
        yield "\n# Not sure of:"
        for doubt in reading.doubts[:LEFT_OUT_SHOWN]:
            said = f"{_one_line(doubt.found)}; {_one_line(doubt.remedy)}"
            yield f"#   {_one_line(doubt.place)} [{doubt.code}]: {said}"
    if reading.left_out:
        yield "\n# Left out:"
        for out in reading.left_out[:LEFT_OUT_SHOWN]:
            yield f"#   {_one_line(out.place)}: {_one_line(out.reason)}"
        more = len(reading.left_out) - LEFT_OUT_SHOWN
        if more > 0:
            yield f"#   … and {more} more"


def _value(value: object) -> str:
    """Write a value as TOML."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, float) and value.is_integer():
        return f"{int(value):_}"
    return "…" if value is None else str(value)


def _one_line(text: str) -> str:
    """Return a text that may stand in a comment: on one line, without control characters."""
    return "".join(letter if letter.isprintable() else "?" for letter in " ".join(text.split()))
