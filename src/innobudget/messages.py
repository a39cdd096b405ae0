"""Messages: made in English where they arise, said in the reader's language where they are shown.

English stands in the code; every other language is a catalogue, a file below `locale/`.
"""

import gettext
import os
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache
from locale import windows_locale
from pathlib import Path
from typing import Self

ENGLISH = "en"
DOUBLE_STOP = re.compile(r"(?<=\w)\.\.(?![\w./\\])")
"""An abbreviation's stop, as of `pct.`, ends the sentence too."""
DOMAIN = "innobudget"
CATALOGUES = Path(__file__).with_name("locale")
SYSTEM = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Environment variables that say which language somebody reads, the first that is set wins."""


class Text(str):
    """A message: by itself it is English; called with a language, it is said in that.

    It keeps its template and the values in it, which may be messages themselves, since most
    problems are found before it is known which language the user reads.
    """

    __slots__ = ("_forms", "_values")
    _forms: tuple[str, ...]
    _values: dict[str, object]

    def __new__(cls, forms: tuple[str, ...], values: dict[str, object]) -> Self:
        """Make a message.

        Parameters
        ----------
        forms
            Its English template; two where its words depend on the value `count`.
        values
            What stands in the template, by name; none: its braces are just braces.

        """
        text = super().__new__(cls, _said(forms, values, ENGLISH))
        text._forms, text._values = forms, values
        return text

    def __call__(self, language: str, **values: object) -> str:
        """Return the message in a language, with more values put in."""
        return _said(self._forms, {**self._values, **values}, language)

    def of(self, **values: object) -> "Text":
        """Return the message with values put in, where a table holds its template."""
        return Text(self._forms, {**self._values, **values} if self._values else values)

    def renamed(self, names: Mapping[str, str]) -> "Text":
        """Return the message with the keys in it called as they are where it is read.

        Examples
        --------
        >>> say("one of: {known}", known=["outlay", "grant"]).renamed({"grant": "tilskud"})
        'one of: outlay, tilskud'

        """
        return Text(self._forms, {key: _named(value, names) for key, value in self._values.items()})

    def __reduce__(self) -> tuple[type["Text"], tuple[object, ...]]:
        """Return what it is made of again, in another process."""
        return Text, (self._forms, self._values)


AS_THEY_ARE = frozenset({str, Text, int, bool})
"""What a template writes as English does, without looking at it."""


def _named(value: object, names: Mapping[str, str]) -> object:
    match value:
        case Text():
            return value.renamed(names)
        case str():
            return names.get(value, value)
        case list() | tuple():
            return [_named(part, names) for part in value]
    return value


def say(template: str, /, **values: object) -> Text:
    """Make a message of a template and the values of its `{names}`.

    A list is told with commas, or with what stands behind the colon; figures written with
    `,`, `f`, `n` or `%` are told as the language writes them, others as files have them.

    Examples
    --------
    >>> grant = say("a grant of {grant:,.0f}", grant=1250.0)
    >>> grant, grant("da")
    ('a grant of 1,250', 'et tilskud på 1.250')

    """
    return Text((template,), values)


def counted(one: str, many: str, count: int, /, **values: object) -> Text:
    """Make a message whose words depend on a count, which stands in it as `{count}`.

    Examples
    --------
    >>> counted("{count} line", "{count} lines", 3)
    '3 lines'

    """
    return Text((one, many), {**values, "count": count})


def linked(separator: str, parts: Sequence[object]) -> Text:
    """Make one message of several, with a separator that is no word between them."""
    return Text((f"{{parts:{separator}}}",), {"parts": parts})


def in_full(amount: float, currency: str) -> Text:
    """Write an amount [currency] as problems have it: whole, whatever unit a file is in."""
    name = KRONER if currency == KRONER else currency
    return say("{currency} {amount:,.0f}", currency=name, amount=amount)


def either(parts: Sequence[object]) -> object:
    """Name things of which one is meant."""
    *others, last = parts
    return say("{one} or {other}", one=either(others), other=last) if others else last


def write(wanted: object) -> Text:
    """Say what is to be written, as files have it."""
    return say("write {wanted}", wanted=wanted)


def listed(parts: Sequence[object], most: int) -> Text:
    """Name the first of some things, and count the others."""
    if len(parts) <= most:
        return linked(", ", parts)
    return say("{names} and {count} more", names=parts[:most], count=len(parts) - most)


def said(text: object, language: str) -> str:
    """Return a text in a language; what is no message, such as a file's own words, as it is."""
    return text(language) if isinstance(text, Text) else str(text)


def language_for(*wanted: object) -> str:
    """Return the first of some languages that there is; without any, that of the user's system."""
    known = next((one for one in wanted if isinstance(one, str) and one in languages()), None)
    return known or system_language()


def system_language() -> str:
    """Return the language that the user's system is set to; English where there is no other."""
    wanted = [os.environ[name] for name in SYSTEM if os.environ.get(name)]
    if sys.platform == "win32" and not wanted:
        from ctypes import windll  # noqa: PLC0415 - only on Windows

        wanted = [windows_locale.get(windll.kernel32.GetUserDefaultUILanguage(), "")]
    first = wanted[0].split(":") if wanted else []
    codes = (name.replace("-", "_").split("_")[0].split(".")[0].lower() for name in first)
    return next((code for code in codes if code in languages()), ENGLISH)


@cache
def languages() -> tuple[str, ...]:
    """Return English and the languages that there is a catalogue of."""
    found = CATALOGUES.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return (ENGLISH, *sorted(path.parent.parent.name for path in found))


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, CATALOGUES, [language], fallback=True)


def _said(forms: tuple[str, ...], values: dict[str, object], language: str) -> str:
    one, many = forms[0], forms[-1]
    if len(forms) > 1:  # alike in English, as {count} green, they may differ in another language
        count = values["count"]
        template = _catalogue(language).ngettext(one, many, count if isinstance(count, int) else 2)
    else:
        template = one if language == ENGLISH else _catalogue(language).gettext(one)
    if not values:
        return template
    if language == ENGLISH and AS_THEY_ARE.issuperset(map(type, values.values())):
        return template.format_map(values)  # for speed: what is wrapped below says the same
    told = {name: _Value(value, language) for name, value in values.items()}
    return DOUBLE_STOP.sub(".", template.format_map(told))


@dataclass(frozen=True, slots=True, repr=False)
class _Value:
    """A value on its way into a template."""

    value: object
    language: str

    def __repr__(self) -> str:
        return repr(said(self.value, self.language) if isinstance(self.value, str) else self.value)

    def __format__(self, spec: str) -> str:
        if isinstance(self.value, str):
            return format(said(self.value, self.language), spec)
        if isinstance(self.value, list | tuple):
            return (spec or ", ").join(said(part, self.language) for part in self.value)
        return figure(self.value, spec, self.language)


def figure(value: object, spec: str, language: str) -> str:
    """Write a figure as a format says, with a language's marks where people are to read it.

    Decimals are rounded as spreadsheets do, halves away from 0.

    Examples
    --------
    >>> [figure(1234.5, spec, "da") for spec in (",.1f", "g", "n")], figure(0.165, ".0%", "da")
    (['1.234,5', '1234.5', '1234,5'], '17 pct.')

    """
    if isinstance(value, float) and spec.endswith(("f", "%")):
        with localcontext(rounding=ROUND_HALF_UP):
            text = format(fifteen_figures(value), spec.replace("_", ","))
        text = text.replace(",", "_") if "_" in spec else text
    else:
        text = format(value, spec)
    if language == ENGLISH or not ("," in spec or spec.endswith(("f", "n", "%"))):
        return text
    thousands, decimals = marks(language)
    text = text.translate({ord(","): thousands, ord("."): decimals})
    return PERCENT(language, number=text.removesuffix("%")) if spec.endswith("%") else text


def fifteen_figures(value: float) -> Decimal:
    """Return a number as spreadsheets know it when they round: 2.25, whatever the last bits."""
    return Decimal(f"{value:.15g}")


def marks(language: str) -> tuple[str, str]:
    """Return what a language writes between thousands, and before decimals."""
    written = THOUSANDS_AND_DECIMALS(language)
    return written[1], written[5]


THOUSANDS_AND_DECIMALS = say("1,234.5")
"""How the language writes this figure: the marks are taken from there."""
PERCENT = say("{number} %")
KRONER = say("DKK")
