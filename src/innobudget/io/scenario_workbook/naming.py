"""What sheets, columns and words of a scenario workbook are called: in English like their keys."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from innobudget.messages import languages

OWNER = "investment"
"""Heading and sheet: which investment a row belongs to, and where the investments stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """The names of one language."""

    sheets: Mapping[str, str]
    """By key of the table."""
    columns: Mapping[str, str]
    """By key, wherever a table has no name of its own for it."""
    own: Mapping[str, Mapping[str, str]]
    """By table and key."""
    words: Mapping[str, str]
    """Of what may stand in a cell, by the word of scenario files."""

    def sheet(self, table: str) -> str:
        """Return what a table's sheet is called."""
        return self.sheets.get(table, table)

    def heading(self, table: str, column: str) -> str:
        """Return what a column is called; `outlay 2026` is a key and what follows it."""
        key, *below = column.split(" ")
        name = self.own.get(table, {}).get(key) or self.columns.get(key, key)
        return " ".join([name, *(self.heading(key, inner) for inner in below)])

    def figure(self, path: str) -> str:
        """Return what a figure is called that evidence is about: `stage.2.outlay`."""
        first, *rest = path.split(".")
        if not rest:
            return self.words.get(path) or self.heading(OWNER, path)
        inner = (part if part.isdecimal() else self.heading(first, part) for part in rest)
        return " ".join([self.heading("", first), *inner])

    def word(self, word: str) -> str:
        """Return what a word of scenario files is called."""
        return self.words.get(word, word)

    def of_table(self, table: str, keys: Iterable[str]) -> dict[str, str]:
        """Return what everything is called that may be said about a table."""
        headings = {key: self.heading(table, key) for key in keys}
        return {**self.sheets, **self.words, **headings}


@cache
def naming(language: str) -> Naming:
    """Return the names of a language; the keys themselves where it has none."""
    file = files(__package__).joinpath("names", f"{language}.toml")
    found = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return Naming(**{part: found.get(part, {}) for part in ("sheets", "columns", "own", "words")})


@cache
def spoken_by(sheets: frozenset[str]) -> Naming:
    """Return the names by which most of some sheets are called."""
    tables = {*sheet_keys().values()}
    return max(
        map(naming, languages()),
        key=lambda names: len(sheets & {plain(names.sheet(table)) for table in tables}),
    )


@cache
def sheet_keys() -> Mapping[str, str]:
    """Return the tables by every name that their sheets have."""
    named = (naming(language).sheets for language in languages())
    return {plain(name): key for names in named for key, name in names.items()}


@cache
def column_keys(table: str) -> Mapping[str, tuple[str, ...]]:
    """Return the keys by every name that a table's columns have; one name may be of several."""
    found: list[tuple[str, str]] = []
    for names in map(naming, languages()):
        own = names.own.get(table, {})
        others = ((key, name) for key, name in names.columns.items() if key not in own)
        found += [*own.items(), *others]
    return _by_name(found)


@cache
def word_keys() -> Mapping[str, tuple[str, ...]]:
    """Return the words of scenario files by every name that they have."""
    return _by_name(pair for names in map(naming, languages()) for pair in names.words.items())


def _by_name(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, name in pairs:
        found[plain(name)] = (*found.get(plain(name), ()), key)
    return found


def plain(text: str) -> str:
    """Return a name without what people do not mean by it: capitals, blanks around and doubled."""
    return " ".join(text.split()).casefold()
