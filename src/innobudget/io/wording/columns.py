"""Which column is what, by the words in its header."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, get_args

Role = Literal["line", "name", "area", "kind", "year", "amount", "direction"]
ROLES: tuple[Role, ...] = get_args(Role)

WORDS: Mapping[Role, tuple[str, ...]] = {
    "line": (
        "line", "code", "funktion", "hovedfunktion", "function", "funktionsnr", "funktionsnummer",
        "funktionskode", "kontonr", "kontonummer", "konto", "account code", "account number",
        "account", "finanzposition", "profitcenter", "tjeneste", "funksjon", "tiltak", "paragraf",
        "economica", "económica", "económico", "capítulo", "programa", "sección",
        "artikel nummer", "teilplan", "omkostningssted", "sted", "delregnskab", "taakveld",
        "haushaltsstelle", "hhst", "kostenstelle", "fund code", "object code", "e code", "kode",
        "id", "nr",
    ),
    "name": (
        "name", "navn", "tekst", "betegnelse", "benævnelse", "kontonavn", "kontotekst",
        "funktionsnavn", "funktionstekst", "description", "beskrivelse", "teilplanzeile",
        "bezeichnung", "descripción", "descripcion", "název", "omschrijving", "text", "post",
        "forslag", "project name", "local authority", "account category", "resources",
        "resultatopgørelse", "wert",
    ),
    "area": (
        "area", "udvalg", "fagudvalg", "committee", "politikområde", "bevillingsområde",
        "policy area", "serviceområde", "sektor", "forvaltning", "afdeling", "department",
        "virksomhetsomraade", "virksomhetsområde", "avdeling", "centro gestor",
        "produktbereichsbezeichnung", "produktbereich", "naam begroting", "område",
        "rammeområde", "nämnd", "programma", "directorate", "dezernat", "teilhaushalt",
    ),
    "kind": ("kind", "dranst", "styringsområde", "drift anlæg", "udgiftstype", "bevillingstype"),
    "year": (
        "year", "år", "budgetår", "regnskabsår", "budget year", "fiscal year", "ejercicio",
        "jahr", "jaar", "rok", "årstal", "begrotingsjaar", "tid", "haushaltsjahr", "regnskapsår",
    ),
    "amount": (
        "amount", "beløb", "belob", "beloep", "beløp", "value", "data value", "importe", "betrag",
        "bedrag", "total", "i alt", "budget", "netto", "nettobeløb", "kr", "dkk", "nok", "sek",
        "indhold", "belopp", "verdi", "værdi", "waarde", "částka",
    ),
    "direction": (
        "direction", "indtægt udgift", "udgift indtægt", "udgifter indtægter", "u i", "i u",
        "inntekt utgift", "ein aus", "einnahme ausgabe", "account type", "v u o", "retning",
        "lasten baten", "l b", "baten lasten", "intäkt kostnad", "gastos ingresos",
        "ingresos gastos",
    ),
}  # fmt: skip
"""Header words by role, the most telling first."""

_TEXT_OF_CODE = re.compile(r"[ ]?(?:tekst|navn|text|name|bezeichnung|betegnelse)$")
_NOTE = re.compile(
    r"bemærk|anmærk|note\b|noter\b|komment|comment|remark|merknad|anm\b|anmerk|bemerk|opmerking"
    r"|toelichting|observacion|poznámk"
)
_MONEY = re.compile(
    r"(?:kosten|kostnad(?:er)?|omkostning(?:er)?|udgift(?:er)?|utgift(?:er)?|ausgaben?|aufwand"
    r"|aufwendungen|auszahlung(?:en)?|uitgaven|gastos?|výdaje|náklady|expenditures?|expenses?"
    r"|costs?|spending|indtægt(?:er)?|inntekt(?:er)?|intäkt(?:er)?|einnahmen?|erträge|income"
    r"|revenues?|ingresos?|příjmy|amounts?|beløb|beløp|belopp|betrag|bedrag|importe|částka"
    r"|sum(?:me|ma|men)?|totale?[rnt]?|alt|gesamt|celkem|netto|brutto|saldo|rest|budget"
    r"|budsjett|ramme|investition(?:en)?|investering(?:er)?)$"
)
_CODE = re.compile(r"(?:^line|code|kode|nr|nummer|number|id)$")
_CURRENCY = frozenset(
    {"kr", "dkk", "nok", "sek", "eur", "euro", "gbp", "usd", "czk", "kč"}
    | {"t", "tkr", "teur", "mio", "mill", "mia", "i", "in"}
)
_CAMEL = re.compile(r"(?<=[a-zæøå])(?=[A-ZÆØÅ])")
_SIGNS = re.compile(r"[^\w%+]+|_+")


@lru_cache(maxsize=1 << 16)
def normalise(header: str) -> str:
    """Return a header in small letters, its words apart by single spaces.

    Examples
    --------
    >>> normalise("BudgetYear"), normalise("tjeneste-tekst"), normalise(" EIN/AUS ")
    ('budget year', 'tjeneste tekst', 'ein aus')

    """
    return " ".join(_SIGNS.sub(" ", _CAMEL.sub(" ", header)).casefold().split())


def is_note(header: str) -> bool:
    """Say whether a header announces remarks, which name no line."""
    return bool(_NOTE.match(normalise(header)))


def says_code(header: str) -> bool:
    """Say whether a header says itself that codes or numbers stand under it.

    Examples
    --------
    >>> says_code("Kontonr."), says_code("Konto")
    (True, False)

    """
    return bool(_CODE.search(normalise(header)))


def announces_money(header: str) -> bool:
    """Say whether the last word of a header, its currency left out, is one for amounts.

    Examples
    --------
    >>> announces_money("Gesamtkosten (EUR)"), announces_money("Kostenstelle")
    (True, False)

    """
    words = [word for word in normalise(header).split() if word not in _CURRENCY]
    words = [word for word in words if not word.isdigit()]
    return bool(words) and bool(_MONEY.search(words[-1]))


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
    for role in ("direction", "kind", "year", "line", "area", "name", "amount"):
        ranked = (
            (*rank, column)
            for column, word in enumerate(words)
            if column not in used and (rank := _rank(word, WORDS[role])) is not None
        )
        best = min(ranked, default=None)
        if best is not None:
            found[role] = best[-1]
            used.add(best[-1])
    _pair_texts(words, found, used)
    return found


def _rank(word: str, wanted: tuple[str, ...]) -> tuple[int, int] | None:
    """Return how well a header fits: an equal one first, then one that begins so."""
    if not word:
        return None
    for place, text in enumerate(wanted):
        if word == text:
            return 0, place
    for place, text in enumerate(wanted):
        if len(text) > 2 and word.startswith(f"{text} ") and not _TEXT_OF_CODE.search(word):
            return 1, place
    return None


def _pair_texts(words: Sequence[str], found: dict[Role, int], used: set[int]) -> None:
    """Prefer the text that stands beside a code: `tjeneste-tekst` for `tjeneste`."""
    pairs: tuple[tuple[Role, Role], ...] = (("line", "name"), ("area", "area"))
    for role, target in pairs:
        if role not in found:
            continue
        code = words[found[role]]
        for column, word in enumerate(words):
            stem = _TEXT_OF_CODE.sub("", word)
            free = column not in used or column == found.get(target)
            if free and stem != word and stem and code in (stem, stem.removesuffix("s")):
                found[target] = column
                break
