"""What was understood of a file, as a commented mapping that the user corrects and keeps."""

import json
from collections.abc import Iterator, Sequence
from typing import get_args

from innobudget.domain.reading import BudgetReading, Encoding
from innobudget.io.mapping import BudgetMapping, Said, nested, said_by, table_of

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
    *("sheet", "encoding", "delimiter", "header_row", "last_row", "year", "base_year", "unit"),
    *("sign", "decimal", "missing", "totals", "nesting"),
)
FILTERS = ("keep", "leave_out", "total_rows", "direction.income", "direction.expenditure")


def mapping_text(reading: BudgetReading, given: BudgetMapping | None = None) -> str:
    """Return a mapping in TOML that says what was understood.

    Where the reading asks a question, the proposed answer stands in the mapping for the user to
    confirm; what the mapping says that the file was read with (`given`) is kept.
    """
    said, asked = said_by(given or BudgetMapping()), nested(reading.proposal)
    lines = [HEAD.format(file=_one_line(reading.file))]
    if reading.reason:
        lines += [f"# {reading.verdict}: {_one_line(reading.reason)}"]
        lines += ["# Confirm the lines marked so.", ""] if reading.proposal else [""]
    lines += _scalars(reading, said, asked)
    if headers := [_one_line(header) for header in reading.headers if header]:
        lines += [f"seen = {_value(headers)}  # its headers: later changes are reported"]
    lines += _filters(said, asked)
    lines += _columns(reading, said, asked)
    lines += _comments(reading)
    return "\n".join(lines).rstrip() + "\n"


def _scalars(reading: BudgetReading, said: Said, asked: Said) -> Iterator[str]:
    keys = ("encoding", "delimiter", "header_row", "unit", "sign")
    known = {"sheet": reading.sheets or reading.sheet} | {
        key: getattr(reading, key) for key in keys
    }
    doubted = any(doubt.code == "encoding-unsure" for doubt in reading.doubts)
    for key in SCALARS:
        if key in asked:
            value = asked[key]
            off = "# " if value is None else ""
            if key != "sheet" or value is not None:
                yield f"{off}{key} = {_value(value)}  # confirm"
        elif key in said:
            yield f"{key} = {_value(said[key])}"
        elif known.get(key) is not None:
            off = "" if key == "sheet" or known[key] in UNPROVEN else "# "
            confirm = "  # confirm" if key == "encoding" and doubted else ""
            yield f"{off}{key} = {_value(known[key])}{confirm}"


def _filters(said: Said, asked: Said) -> Iterator[str]:
    for key in FILTERS:
        proposed, filters = table_of(asked, key), dict(table_of(said, key))
        for header, texts in proposed.items():
            filters[header] = [*filters.get(header, ()), *texts]
        if filters:
            yield f"\n[{key}]" + ("  # confirm" if proposed else "")
            for header, texts in filters.items():
                yield f"{_value(header)} = {_value(list(dict.fromkeys(texts)))}"


def _columns(reading: BudgetReading, said: Said, asked: Said) -> Iterator[str]:
    yield "\n[columns]"
    roles = {role: header for role, header in reading.columns.items() if not role.isdecimal()}
    kept, proposed = dict(table_of(said, "columns")), dict(table_of(asked, "columns"))
    amounts, confirmed = kept.pop("amounts", {}), proposed.pop("amounts", {})
    for extra in (kept, proposed):
        roles = {role: own for role, own in roles.items() if own not in extra.values()}
        roles.update(extra)
    yield from (f"{role} = {_value(header)}" for role, header in roles.items())
    if confirmed or amounts:
        yield "\n[columns.amounts]" + ("  # confirm" if confirmed else "")
        for year, header in (confirmed or amounts).items():
            off = "" if isinstance(year, int) else "# "
            yield f"{off}{year} = {_value(header)}"
    else:
        for role, header in reading.columns.items():
            if role.isdecimal():
                yield f"# amounts.{role} = {_value(header)}"


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
