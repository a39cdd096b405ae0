"""Values that are typed otherwise than files have them, as they are likely meant."""

import re

from innobudget.messages import Text, say, write

THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}")
"""Nine thousand as Danes write it, and nine as scenario files do."""
BEGINS_WITH_A_YEAR = re.compile(r"\d{4}(-\d\d-\d\d.*|\s*[/–-]\s*(\d\d|\d{4}))")
"""A date, or a year that is no calendar year: `2025/26`."""
POINTED = re.compile(r"[+-]?\d+\.\d+")
"""A number with a decimal point."""
NUMBER = re.compile(r"\s*([+-]?)(\d+|\d{1,3}(?:[.\s]\d{3})+)(?:,(\d+))?\s*(%|pct\.?)?\s*")
"""Sign, whole part, decimals and per cent, as people write them."""
AMBIGUOUS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
"""A thousand and more to some, three decimals to others."""


def written_right(wanted: str, value: object) -> Text:
    """Return how a value of another kind is likely meant to be written."""
    remedy = say("correct the value")
    match wanted, value:
        case "string_type", int() | float():
            remedy = say('put it in quotes: "{value}"', value=value)
        case "bool_type", _:
            remedy = say("write true for yes, false for no")
        case "int_type", float() if value.is_integer():
            remedy = _as_whole(value)
        case (("int_type" | "int_parsing"), str()) if BEGINS_WITH_A_YEAR.fullmatch(value):
            remedy = say("write the year alone: {year}", year=value[:4])
        case (("float_type" | "int_type"), str()):
            remedy = as_number(value)
        case (("mapping_type" | "dict_type"), int() | float()):
            remedy = say("write the year before it, as in {{ 2026 = {value} }}", value=value)
        case (("mapping_type" | "dict_type" | "dataclass_type"), str()) if "=" in value:
            remedy = write(f"{{ {value.strip('{} ')} }}")
        case "tuple_type", int() | float() | str():
            remedy = _as_list(str(value))
    return remedy


def put_together(values: object) -> list[float]:
    """Return a list whose numbers decimal commas have cut in two; empty: it is none.

    Examples
    --------
    >>> put_together([0, 5, 0, 95, 1, 1]), put_together([0.5, 1]), put_together([50, 100])
    ([0.5, 0.95, 1.1], [], [])

    """
    if not isinstance(values, list | tuple) or len(values) % 2 or not values:
        return []
    whole, decimals = values[::2], values[1::2]
    are_cut = {*map(type, values)} == {int} and {*whole} <= {0, 1} and min(decimals) >= 0
    return [float(f"{a}.{b}") for a, b in zip(whole, decimals, strict=True)] if are_cut else []


def _as_list(text: str) -> Text:
    """Return how a list in words is written.

    Examples
    --------
    >>> _as_list("0,7 0.8; 1"), _as_list("slowly")
    ('write [0.7, 0.8, 1]', 'write it as a list, as in [0.5, 1.0]')

    """
    numbers = []
    for part in re.split(r"[;\s]+", text.strip("[]() ")):
        found = NUMBER.fullmatch(part)
        if found is None and not POINTED.fullmatch(part):
            return say("write it as a list, as in [0.5, 1.0]")
        numbers.append(_plain(found) if found else part)
    return write(f"[{', '.join(numbers)}]")


def _as_whole(value: float) -> Text:
    """Return how a whole number is written; `4.000` may be four or four thousand."""
    if not THOUSANDS.fullmatch(str(value)):
        return write(f"{value:.0f}")
    return say(
        "write {number:.0f}, or {thousands:_.0f} if thousands are meant",
        number=value,
        thousands=1000 * value,
    )


def _plain(found: re.Match[str]) -> str:
    """Return a number without marks between thousands, with a decimal point."""
    sign, whole, decimals, percent = found.groups()
    digits = re.sub(r"[\s.]", "", whole)
    if percent:
        return f"{float(f'{sign}{digits}.{decimals or 0}') / 100:.4g}"
    return f"{sign}{digits}{f'.{decimals}' if decimals else ''}"


def number_in(text: str, *, percent: bool) -> float | None:
    """Return the number that somebody typed as words; None: it is none, or may be two.

    Parameters
    ----------
    text
        As it was typed.
    percent
        Whether per cent may stand behind it.

    Examples
    --------
    >>> number_in("0,85", percent=False), number_in("50 %", percent=True)
    (0.85, 0.5)
    >>> number_in("9.000", percent=False), number_in("50 %", percent=False)
    (None, None)

    """
    found = NUMBER.fullmatch(text)
    if AMBIGUOUS.fullmatch(text.strip()) or (found and found[4] and not percent):
        return None
    number = float(_plain(found)) if found else None
    if number is None and POINTED.fullmatch(text.strip()):
        number = float(text)
    return int(number) if number is not None and number.is_integer() else number


def as_number(text: str) -> Text:
    """Return how a number in words is written: Danish ones have their comma turned to a point.

    Examples
    --------
    >>> as_number("9.000"), as_number("1.234,5"), as_number("0,8"), as_number("80 %")
    ('write 9_000 if thousands are meant, 9.000 if not', 'write 1234.5', 'write 0.8', 'write 0.8')

    """
    found = NUMBER.fullmatch(text)
    if found is None:
        return say("write a number, with a point before decimals and without a unit")
    if not found[4] and THOUSANDS.fullmatch(text.strip()):
        return say(
            "write {thousands} if thousands are meant, {number} if not",
            thousands=text.strip().replace(".", "_"),
            number=text.strip(),
        )
    return write(_plain(found))
