"""What was understood of a file, as a commented mapping that the user corrects and keeps."""

import json
from collections.abc import Iterator, Sequence
from typing import get_args

from innobudget.domain.reading import BudgetReading, Encoding
from innobudget.io.mapping import BudgetMapping, Said, nested, said_by, table_of
from innobudget.messages import ENGLISH, said, say

HEAD = say(
    "How innobudget reads {file}.\n"
    "A key that stands here wins over what the program recognises by itself; a line that is\n"
    "deleted, or has a # before it, is recognised anew. Use it by --mapping, or name it in a\n"
    'scenario: [budget] mapping = "…". Next year\'s export of the same layout needs no new one.'
)
CONFIRM = say("confirm")
VERDICTS = {"needs-mapping": say("needs-mapping"), "refused": say("refused")}
MARKED = say("Confirm the lines marked so.")
SEEN = say("its headers: later changes are reported")
LEFT_OUT_SHOWN = 40
UNPROVEN = frozenset(get_args(Encoding)) - {"utf-8", "utf-16"}
"""Encodings that a file's bytes do not prove: kept for the next export, as the sheet is."""
SCALARS = (
    *("sheet", "encoding", "delimiter", "header_row", "last_row", "year", "base_year", "unit"),
    *("sign", "decimal", "missing", "totals", "nesting"),
)
FILTERS = ("keep", "leave_out", "total_rows", "direction.income", "direction.expenditure")


def mapping_text(
    reading: BudgetReading, given: BudgetMapping | None = None, language: str = ENGLISH
) -> str:
    """Return a mapping in TOML that says what was understood.

    Where the reading asks a question, the proposed answer stands in the mapping for the user to
    confirm; what the mapping says that the file was read with (`given`) is kept. Comments are in
    a language; the keys are the same in all.
    """
    kept, asked = said_by(given or BudgetMapping()), nested(reading.proposal)
    confirm = f"  # {CONFIRM(language)}"
    head = HEAD(language, file=_one_line(reading.file))
    lines = [*(f"# {line}" for line in head.split("\n")), ""]
    if reading.reason:
        verdict = said(VERDICTS.get(reading.verdict, reading.verdict), language)
        lines += [f"# {verdict}: {_one_line(said(reading.reason, language))}"]
        lines += [f"# {MARKED(language)}", ""] if reading.proposal else [""]
    lines += _scalars(reading, kept, asked, confirm)
    if headers := [_one_line(header) for header in reading.headers if header]:
        lines += [f"seen = {_value(headers)}  # {SEEN(language)}"]
    lines += _filters(kept, asked, confirm)
    lines += _columns(reading, kept, asked, confirm)
    lines += _comments(reading, language)
    return "\n".join(lines).rstrip() + "\n"


def _scalars(reading: BudgetReading, kept: Said, asked: Said, confirm: str) -> Iterator[str]:
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
                yield f"{off}{key} = {_value(value)}{confirm}"
        elif key in kept:
            yield f"{key} = {_value(kept[key])}"
        elif known.get(key) is not None:
            off = "" if key == "sheet" or known[key] in UNPROVEN else "# "
            unsure = confirm if key == "encoding" and doubted else ""
            yield f"{off}{key} = {_value(known[key])}{unsure}"


def _filters(kept: Said, asked: Said, confirm: str) -> Iterator[str]:
    for key in FILTERS:
        proposed, filters = table_of(asked, key), dict(table_of(kept, key))
        for header, texts in proposed.items():
            filters[header] = [*filters.get(header, ()), *texts]
        if filters:
            yield f"\n[{key}]" + (confirm if proposed else "")
            for header, texts in filters.items():
                yield f"{_value(header)} = {_value(list(dict.fromkeys(texts)))}"


def _columns(reading: BudgetReading, kept: Said, asked: Said, confirm: str) -> Iterator[str]:
    yield "\n[columns]"
    roles = {role: header for role, header in reading.columns.items() if not role.isdecimal()}
    said_so, proposed = dict(table_of(kept, "columns")), dict(table_of(asked, "columns"))
    amounts, confirmed = said_so.pop("amounts", {}), proposed.pop("amounts", {})
    for extra in (said_so, proposed):
        roles = {role: own for role, own in roles.items() if own not in extra.values()}
        roles.update(extra)
    yield from (f"{role} = {_value(header)}" for role, header in roles.items())
    if confirmed or amounts:
        yield "\n[columns.amounts]" + (confirm if confirmed else "")
        for year, header in (confirmed or amounts).items():
            off = "" if isinstance(year, int) else "# "
            yield f"{off}{year} = {_value(header)}"
    else:
        for role, header in reading.columns.items():
            if role.isdecimal():
                yield f"# amounts.{role} = {_value(header)}"


def _comments(reading: BudgetReading, language: str) -> Iterator[str]:
    def told(text: str) -> str:
        return _one_line(said(text, language))

    if reading.doubts:
        yield f"\n# {told(say('Not sure of:'))}"
        for doubt in reading.doubts[:LEFT_OUT_SHOWN]:
            why = f"{told(doubt.found)}; {told(doubt.remedy)}"
            yield f"#   {told(doubt.place)} [{doubt.code}]: {why}"
    if reading.left_out:
        yield f"\n# {told(say('Left out:'))}"
        for out in reading.left_out[:LEFT_OUT_SHOWN]:
            yield f"#   {told(out.place)}: {told(out.reason)}"
        more = len(reading.left_out) - LEFT_OUT_SHOWN
        if more > 0:
            yield f"#   {told(say('… and {count} more', count=more))}"


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
