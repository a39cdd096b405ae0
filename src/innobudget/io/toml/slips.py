"""Where a text stops being TOML, told as the slip that people make there."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from innobudget.errors import Problem, where
from innobudget.messages import Text, say, write

SHOWN = 100
_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_VALUE = re.compile(r"[^=\"']*=\s*(.*?)\s*(?:#.*)?")
_LIST_HEADER = re.compile(
    r"\s*\[\s*((?:[\w-]+\.)*(?:investment|driver|stage|effect|quality))\s*(?:\]|$)"
)
_DECIMAL_COMMA = re.compile(r"(?<![\w.,])([+-]?\d+),(\d+)(?![\w,])")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:[. ]\d{3})+(?![\w.])")
_PERCENT = re.compile(r"([+-]?\d+(?:[.,]\d+)?)\s*%")
_WORD = re.compile(r"[^\W\d][^\[\]{}=\"']*")
YES = frozenset({"true", "yes", "on", "ja", "sand", "sandt"})
NO = frozenset({"false", "no", "off", "nej", "falsk", "falskt"})
CURLY = "“”„‟’‘»«"


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where the reader of TOML gave up, and why."""

    reason: str
    line: str
    value: str
    """What stands after the first `=` of the line; empty: nothing."""


Slip = tuple[str, str]
"""What is expected, and how to mend it."""


def syntax_problem(file: str, text: str, message: str) -> Problem:
    """Say where a text stops being TOML.

    Parameters
    ----------
    file
        Its name.
    text
        As read.
    message
        Of tomllib.

    """
    at = _PLACE.search(message)
    lines = text.split("\n")
    number = int(at[1]) if at and at[1] else len(lines)
    if at is None and (long := re.search(r"\d{4000,}", text)):
        number = text.count("\n", 0, long.start()) + 1
    line = lines[number - 1].strip("\r")
    value = _VALUE.fullmatch(line)
    stop = _Stop(message[: at.start()] if at else message, line, value[1] if value else "")
    expected, remedy = next(slip for look in LOOKS if (slip := look(stop)))
    ended = at is not None and not at[1]
    return Problem(
        code="toml-syntax",
        place=where(file, line=number, **({"column": at[2]} if at and at[2] else {})),
        found=say("the end of the file")
        if ended
        else (line.strip()[:SHOWN] or say("an empty line")),
        expected=expected,
        remedy=remedy,
    )


def _instead(wanted: str, found: str) -> Text:
    return say("write {wanted} for {found}", wanted=wanted, found=found)


def _one_bracket(stop: _Stop) -> Slip | None:
    """`[investment]` written once more, or mixed with `[[investment]]`."""
    header = _LIST_HEADER.match(stop.line)
    if not header:
        return None
    return (
        say("two brackets around a table of which there may be several"),
        write(f"[[{header[1]}]]"),
    )


def _open_bracket(stop: _Stop) -> Slip | None:
    line = stop.line.strip()
    if not line.startswith("[") or "=" in line:
        return None
    name = line.strip("[] ")
    brackets = f"[[{name}]]" if line.startswith("[[") else f"[{name}]"
    twice = "twice" in stop.reason or "overwrite" in stop.reason
    if twice:
        return say("each table once"), say("keep one of the two, or put their keys together")
    return say("a table's name between brackets"), write(brackets)


def _twice(stop: _Stop) -> Slip | None:
    if "Cannot overwrite" in stop.reason or "twice" in stop.reason or "mutate" in stop.reason:
        return say("each key once in its table"), say("keep one of the two")
    return None


def _truth(stop: _Stop) -> Slip | None:
    word = stop.value.strip("\"' ").lower()
    if word in YES | NO:
        plain = "true" if word in YES else "false"
        return say("true or false, in small letters"), _instead(plain, stop.value)
    return None


def _percent(stop: _Stop) -> Slip | None:
    found = _PERCENT.match(stop.value)
    if not found:
        return None
    share = float(found[1].replace(",", ".")) / 100 if len(found[1]) < SHOWN else 0.0
    return say("a fraction, without a sign for percent"), _instead(f"{share:g}", found[0])


def _decimal_comma(stop: _Stop) -> Slip | None:
    found = _DECIMAL_COMMA.search(stop.value)
    if not found or "Unclosed" in stop.reason:
        return None
    return say("a decimal point"), _instead(f"{found[1]}.{found[2]}", found[0])


def _thousands(stop: _Stop) -> Slip | None:
    found = _GROUPED.match(stop.value)
    if not found:
        return None
    plain = re.sub("[. ]", "_", found[0])
    return say("a number without signs between its thousands, or _"), _instead(plain, found[0])


def _backslash(stop: _Stop) -> Slip | None:
    if "\\" not in stop.line or not any(word in stop.reason for word in ("scape", "hex", "Illeg")):
        return None
    return (
        say("a text without \\"),
        say("write paths with / instead of \\, as in data/budget.csv"),
    )


def _quotes(stop: _Stop) -> Slip | None:
    if any(mark in stop.line for mark in CURLY):
        return (
            say("straight quotes"),
            say('write " instead of the quotes that a word processor makes'),
        )
    return None


def _bare_text(stop: _Stop) -> Slip | None:
    if stop.reason == "Invalid value" and not stop.value:
        return (
            say("a value after ="),
            say("write the value, or # before the line until it is known"),
        )
    if stop.reason != "Invalid value" or not _WORD.fullmatch(stop.value):
        return None
    return say("text between quotes"), say('put text in quotes: "{text}"', text=stop.value[:SHOWN])


def _digits(stop: _Stop) -> Slip | None:
    if "digits" not in stop.reason:
        return None
    return say("a number of at most 18 digits"), say("write the number that is meant")


def _colon(stop: _Stop) -> Slip | None:
    if "Expected '='" not in stop.reason and stop.reason != "Invalid statement":
        return None
    return say("a key in small English letters, = and a value"), write("key = value")


BY_REASON = {
    r"Illegal character '\n'": (say("quotes that are closed"), say("close the quotes")),
    "Unclosed": (say("a bracket that is closed"), say("close the bracket")),
    "Unterminated": (say("quotes that are closed"), say("close the quotes")),
    "Unbalanced": (say("quotes that are closed"), say("close the quotes")),
    "Expected newline": (
        say("one key with its value on a line"),
        say("write one key = value a line"),
    ),
    "Invalid value": (say("a value"), say("put text in quotes, and write 0.5 for one half")),
    "Illegal": (say("letters that can be seen"), say("write the line anew")),
}


def _by_reason(stop: _Stop) -> Slip | None:
    return next((slip for part, slip in BY_REASON.items() if part in stop.reason), None)


def _other(stop: _Stop) -> Slip:
    return (
        say("TOML; its reader says: {reason}", reason=stop.reason),
        say("see what stands there"),
    )


LOOKS: tuple[Callable[[_Stop], Slip | None], ...] = (
    *(_one_bracket, _open_bracket, _twice, _digits, _truth, _backslash, _quotes),
    *(_percent, _decimal_comma, _thousands, _bare_text, _colon, _by_reason, _other),
)
"""From the plainest to the least plain; the last one always says something."""
