"""The many ways in which accounting systems export a budget."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from hypothesis import strategies as st

from exports.words import WORDS, Words

ROW_SIDES = ("column", "column-negative", "letters", "numbers")
"""Each row is of one side, which a column says."""
CODED = ("code", "classes")
"""The first digit of a code says the side: a head in words, or only what the lines are called."""
ONCE = ("title", "file")
"""One year, which no header says."""
LONG = ("rows", "dates", "groups")
"""A row for each year."""
FOR_ACCOUNTS = (
    *("levels", "shown", "below", "single", "skipped", "partial", "of_which", "sides", "totals"),
    *(
        "total_word",
        "total_gap",
        "area",
        "correction",
        "sounding",
        "pasted",
        "hidden",
        "code_at",
        "constant",
    ),
    *("gaps", "paired"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One way of exporting; each field is a quirk, its first choice the plainest."""

    seed: int = 0
    kind: str = "csv"
    numeric: bool = False
    language: str = "da"
    years: int = 2
    years_at: str = "columns"
    year_form: str = "{}"
    code_word: str = ""
    year_word: str = ""
    amount_word: str = ""
    newest_first: bool = False
    unit: int = -1
    cents: bool = False
    levels: int = 1
    breadth: int = 3
    widths: tuple[int, ...] = (2, 2, 2, 1, 1, 1)
    codes: str = "dotted"
    code_at: str = "apart"
    outline: bool = False
    """A column for each level, said once above what is under it, as pivot tables print."""
    shown: str = "leaves"
    below: bool = False
    single: bool = False
    skipped: bool = False
    partial: bool = False
    of_which: str = ""
    totals: str = ""
    total_word: str = "word"
    total_gap: str = ""
    total_in_code: bool = False
    sides: str = ""
    area: str = ""
    gaps: str = ""
    correction: bool = False
    sounding: bool = False
    row_numbers: bool = False
    constant: bool = False
    paired: bool = False
    change: bool = False
    percent: bool = False
    pasted: str = ""
    hidden: str = ""
    authorities: str = ""

    def made_possible(self) -> "Export":
        """Return the export with what can't go together, or can't be decided, taken out."""
        possible = self
        for rule in (_authorities, _outline, _codes, _years, _sides, _shown, _rows):
            possible = replace(possible, **rule(possible))
        return possible

    @property
    def words(self) -> Words:
        """The words of its language."""
        return WORDS[self.language]

    @property
    def caption(self) -> tuple[str, float]:
        """What the file says of its unit, and what it is."""
        units = self.words.units
        return units[self.unit % len(units)] if self.unit >= 0 else ("", 1.0)

    @property
    def all_years(self) -> tuple[int, ...]:
        """The calendar years, ascending."""
        return tuple(range(2027 - self.years, 2027))


def _authorities(export: Export) -> dict[str, Any]:
    """A list of authorities is flat."""
    if not export.authorities:
        return {}
    plain = {item.name: item.default for item in fields(Export) if item.name in FOR_ACCOUNTS}
    return {**plain, "codes": "undotted", "breadth": 9}


def _outline(export: Export) -> dict[str, Any]:
    """A pivot print has no gaps between levels; a total stands under the label that it is of."""
    if not export.outline or export.levels == 1:
        return {"outline": False}
    rows = {"below": True, "skipped": False, "partial": False, "of_which": "", "area": ""}
    rows |= {"shown": "leaves" if export.shown == "leaves" else "all"}
    rows |= {"codes": "dotted" if export.codes in ("none", "running") else export.codes}
    rows |= {"totals": "last" if export.totals else "", "total_word": "word", "code_at": "name"}
    long = "groups" if export.years_at in LONG else export.years_at
    return {**rows, "years_at": long, "sides": "" if export.sides in CODED else export.sides}


def _years(export: Export) -> dict[str, Any]:
    years = 1 if export.years_at in ONCE else export.years
    return {"years": years, "change": export.change and years > 1 and export.years_at == "columns"}


def _codes(export: Export) -> dict[str, Any]:
    """Without codes a single child is its parent said twice, and one year's sum may be chance."""
    if export.codes == "running":
        apart = "apart" if export.code_at == "columns" else export.code_at
        return {"levels": 1, "breadth": 12, "code_at": apart}
    if export.codes == "none":
        bare: dict[str, Any] = {"single": False, "partial": False, "skipped": False, "pasted": ""}
        columns = "columns" if export.years_at in ONCE else export.years_at
        few = {"levels": min(export.levels, 2), "years": max(export.years, 2)}
        return {**bare, **few, "code_at": "apart", "years_at": columns}
    if export.code_at == "columns":
        return {"shown": "leaves", "of_which": ""}
    return {}


def _sides(export: Export) -> dict[str, Any]:
    """Rows of one side have totals by side; two groups, one per side, have a result."""
    bare = export.levels == 1 or (export.sides == "classes" and export.codes == "none")
    if export.sides in CODED and bare:
        return {"sides": ""}
    worded = {"totals": "last" if export.totals else "", "total_word": "word"}
    if export.sides in (*ROW_SIDES, "classes"):
        return {**worded, "shown": "leaves"}
    if export.sides == "code":
        shown: dict[str, Any] = {"shown": "all", "below": False, "partial": False, "skipped": False}
        return {**worded, **shown}
    return {}


def _shown(export: Export) -> dict[str, Any]:
    if export.levels == 1 or export.shown == "leaves":
        return {"shown": "leaves", "partial": False, "skipped": False}
    return {}


def _rows(export: Export) -> dict[str, Any]:
    """Only a total shows whether what is hidden belongs; csv files hide nothing."""
    hidden = export.hidden if export.kind != "csv" else ""
    pasted = "row" if export.pasted and export.years_at in LONG else export.pasted
    totals = "last" if hidden and not export.totals else export.totals
    numbers = export.row_numbers and not pasted
    return {"hidden": hidden, "pasted": pasted, "totals": totals, "row_numbers": numbers}


SHAPES: dict[str, Sequence[Any]] = {
    "language": tuple(WORDS),
    "levels": (1, 2, 2, 3, 3, 4, 5, 6),
    "shown": ("all", "all", "leaves", "some"),
    "codes": ("dotted", "undotted", "undotted", "zeros", "trailing", "running", "none"),
    "years_at": ("columns", "columns", "columns", *LONG, "title", "file"),
    "totals": ("", "", "first", "last", "both", "groups", "groups-only"),
    "sides": ("", "", "sign", "negative", *CODED, "amounts", "amounts-negative", *ROW_SIDES),
    "unit": (-1, -1, 0, 1, 2, 3),
}
"""What every export has; the likelier stand twice."""
QUIRKS: dict[str, Sequence[Any]] = {
    "kind": ("xlsx",),
    "numeric": (True,),
    "years": (1, 3, 4),
    "year_form": ("budget {}", "B{}", "FY {}", "31.12.{}"),
    "code_word": ("Produkt", "Verksamhet", "Klasyfikacja", "Nr", "F2"),
    "year_word": ("Ar", "Haushaltsjahr", "AÑO", "Periode", "F1"),
    "amount_word": ("Wert", "Cantidad", "Total", "Sum of Value"),
    "newest_first": (True,),
    "cents": (True,),
    "breadth": (2, 4),
    "widths": ((1, 1, 1, 1, 1, 1), (2, 1, 1, 1, 1, 1), (1, 2, 1, 2, 1, 2)),
    "code_at": ("name", "columns"),
    "outline": (True,),
    "below": (True,),
    "single": (True,),
    "skipped": (True,),
    "partial": (True,),
    "of_which": ("word", "code"),
    "total_word": ("place", "other", "blank"),
    "total_gap": ("blank", "zero"),
    "total_in_code": (True,),
    "area": ("column", "once"),
    "gaps": ("blank", "zero", "dash"),
    "correction": (True,),
    "sounding": (True,),
    "row_numbers": (True,),
    "constant": (True,),
    "paired": (True,),
    "change": (True,),
    "percent": (True,),
    "pasted": ("row", "block"),
    "hidden": ("row", "column"),
    "authorities": ("first", "last", "missing", "classes"),
}
"""What some have."""
_ALL = [(name, value) for name, values in QUIRKS.items() for value in values]


def _export(seed: int, shape: Mapping[str, Any], quirks: Sequence[tuple[str, Any]]) -> Export:
    return Export(seed=seed, **{**shape, **dict(quirks)}).made_possible()


EXPORTS = st.builds(
    _export,
    st.integers(0, 9999),
    st.fixed_dictionaries({name: st.sampled_from(values) for name, values in SHAPES.items()}),
    st.lists(st.sampled_from(_ALL), max_size=8),
)
