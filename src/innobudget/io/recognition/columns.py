"""Which column is what, by the words in its header."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal, get_args

Role = Literal["line", "name", "area", "kind", "year", "amount", "direction", "version"]
ROLES: tuple[Role, ...] = get_args(Role)

WORDS: Mapping[Role, tuple[str, ...]] = {
    "line": (
        "line", "code", "funktion", "function", "funktionsnr", "funktionsnummer", "funktionskode",
        "kontonr", "kontonummer", "konto", "account code", "account number", "account",
        "finanzposition", "profitcenter", "tjeneste", "funksjon", "tiltak", "paragraf",
        "economica", "económica", "artikel nummer", "teilplan", "omkostningssted", "sted",
        "delregnskab", "fund code", "object code", "e code", "kode", "id", "nr",
    ),
    "name": (
        "name", "navn", "tekst", "betegnelse", "benævnelse", "kontonavn", "kontotekst",
        "funktionsnavn", "funktionstekst", "description", "beskrivelse", "bezeichnung",
        "teilplanzeile", "descripción", "descripcion", "název", "omschrijving", "text", "post",
        "forslag", "project name", "local authority", "account category", "resources",
        "resultatopgørelse", "wert",
    ),
    "area": (
        "area", "udvalg", "fagudvalg", "committee", "politikområde", "bevillingsområde",
        "policy area", "serviceområde", "sektor", "forvaltning", "afdeling", "department",
        "virksomhetsomraade", "virksomhetsområde", "avdeling", "centro gestor",
        "produktbereichsbezeichnung", "produktbereich", "naam begroting", "område",
    ),
    "kind": ("kind", "dranst", "styringsområde", "drift anlæg", "udgiftstype", "bevillingstype"),
    "year": (
        "year", "år", "budgetår", "regnskabsår", "budget year", "fiscal year", "ejercicio",
        "jahr", "jaar", "rok", "begrotingsjaar", "årstal",
    ),
    "amount": (
        "amount", "beløb", "belob", "beloep", "beløp", "value", "data value", "importe", "betrag",
        "bedrag", "total", "i alt", "budget", "netto", "nettobeløb", "kr", "dkk", "nok", "sek",
    ),
    "direction": (
        "direction", "indtægt udgift", "udgift indtægt", "udgifter indtægter", "u i", "i u",
        "inntekt utgift", "ein aus", "einnahme ausgabe", "account type", "v u o", "retning",
    ),
    "version": ("version", "data version", "budgetversion", "budget version", "fase"),
}  # fmt: skip
"""Header words by role, the most telling first."""

_NAME_OF = re.compile(r"[ ]?(?:tekst|navn|text|name|bezeichnung|betegnelse)$")
_CAMEL = re.compile(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])")
_SIGNS = re.compile(r"[^\w%]+|_+")


def normalise(header: str) -> str:
    """Return a header in small letters, its words apart by single spaces.

    Examples
    --------
    >>> normalise("BudgetYear"), normalise("tjeneste-tekst"), normalise(" EIN/AUS ")
    ('budget year', 'tjeneste tekst', 'ein aus')

    """
    return " ".join(_SIGNS.sub(" ", _CAMEL.sub(" ", header)).casefold().split())


def find_columns(headers: Sequence[str], taken: frozenset[int]) -> dict[Role, int]:
    """Give each role the column whose header says it best.

    Parameters
    ----------
    headers
        One text per column.
    taken
        Columns that hold a year's amounts.

    Returns
    -------
    dict
        Column by role, for the roles that a header names.

    """
    words = [normalise(header) for header in headers]
    found: dict[Role, int] = {}
    used = set(taken)
    for role in ("direction", "version", "kind", "year", "line", "area", "name", "amount"):
        ranked = (
            (rank, column)
            for column, word in enumerate(words)
            if column not in used and (rank := _rank(word, WORDS[role])) is not None
        )
        best = min(ranked, default=None)
        if best is not None:
            found[role] = best[1]
            used.add(best[1])
    _pair_names(words, found, taken)
    return found


def _rank(word: str, wanted: tuple[str, ...]) -> tuple[int, int] | None:
    """Return how well a header fits: an equal one first, then one that begins so."""
    if not word:
        return None
    for place, text in enumerate(wanted):
        if word == text:
            return 0, place
    for place, text in enumerate(wanted):
        if len(text) > 2 and word.startswith(f"{text} ") and not _NAME_OF.search(word):
            return 1, place
    return None


def _pair_names(words: Sequence[str], found: dict[Role, int], taken: frozenset[int]) -> None:
    """Prefer the text that stands beside a code: `tjeneste-tekst` for `tjeneste`."""
    for role, target in (("line", "name"), ("area", "area")):
        column = found.get(role)  # type: ignore[call-overload] # both are roles
        if column is None:
            continue
        for other, word in enumerate(words):
            stem = _NAME_OF.sub("", word)
            if (
                other != column
                and other not in taken
                and stem != word
                and _same(stem, words[column])
            ):
                found[target] = other  # type: ignore[index] # both are roles


def _same(stem: str, word: str) -> bool:
    return bool(stem) and (stem == word or stem.removesuffix("s") == word)
