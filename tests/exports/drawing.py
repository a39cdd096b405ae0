"""The many ways in which accounting systems export a budget."""

from dataclasses import dataclass, fields, replace
from typing import Any

from hypothesis import strategies as st

from exports.words import WORDS, Words

ROW_SIDES = ("column", "column-negative", "letters", "numbers")
"""Each row is of one side, which a column says."""
LONG = ("rows", "dates", "groups")
"""A row for each year."""
FOR_ACCOUNTS = (
    *("levels", "shown", "below", "single", "skipped", "partial", "of_which", "sides", "totals"),
    *("total_word", "total_gap", "area", "correction", "pasted", "hidden", "code_at", "constant"),
    *("gaps", "paired"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One way of exporting; each field is a quirk, its first choice the plainest."""

    seed: int = 0
    kind: str = "csv"
    language: str = "da"
    years: int = 2
    years_at: str = "columns"
    year_form: str = "{}"
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
    shown: str = "leaves"
    below: bool = False
    single: bool = False
    skipped: bool = False
    partial: bool = False
    of_which: str = ""
    totals: str = ""
    total_word: str = "word"
    total_gap: str = ""
    sides: str = ""
    area: str = ""
    gaps: str = ""
    correction: bool = False
    row_numbers: bool = False
    constant: bool = False
    paired: bool = False
    change: bool = False
    percent: bool = False
    pasted: str = ""
    hidden: bool = False
    authorities: str = ""

    def made_possible(self) -> "Export":
        """Return the export with what can't go together, or can't be decided, taken out."""
        possible = self
        for rule in (_authorities, _years, _codes, _sides, _shown, _rows):
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


def _years(export: Export) -> dict[str, Any]:
    years = 1 if export.years_at == "title" else export.years
    return {"years": years, "change": export.change and years > 1 and export.years_at == "columns"}


def _codes(export: Export) -> dict[str, Any]:
    """Without codes a single child is its parent said twice, and a part is as good as a line."""
    if export.codes == "running":
        return {"levels": 1, "breadth": 12}
    if export.codes == "none":
        bare: dict[str, Any] = {"single": False, "partial": False, "skipped": False, "pasted": ""}
        return {**bare, "code_at": "apart", "levels": min(export.levels, 2)}
    if export.code_at == "columns":
        return {"shown": "leaves", "of_which": ""}
    return {}


def _sides(export: Export) -> dict[str, Any]:
    """Rows of one side have totals by side; two groups, one per side, have a result."""
    if export.sides == "code" and export.levels == 1:
        return {"sides": ""}
    worded = {"totals": "last" if export.totals else "", "total_word": "word"}
    if export.sides in ROW_SIDES:
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
    """Only a total shows whether hidden rows belong; csv files hide none."""
    hidden = export.hidden and export.kind != "csv"
    pasted = "row" if export.pasted and export.years_at in LONG else export.pasted
    totals = "last" if hidden and not export.totals else export.totals
    return {"hidden": hidden, "pasted": pasted, "totals": totals}


EXPORTS = st.builds(
    Export,
    seed=st.integers(0, 9999),
    kind=st.sampled_from(["csv", "csv", "xlsx"]),
    language=st.sampled_from(list(WORDS)),
    years=st.integers(1, 4),
    years_at=st.sampled_from(["columns"] * 3 + ["rows", "rows", "dates", "groups", "title"]),
    year_form=st.sampled_from(["{}", "budget {}", "B{}", "FY {}", "31.12.{}"]),
    year_word=st.sampled_from(["", "Ar", "Haushaltsjahr", "AÑO", "Periode", "F1"]),
    amount_word=st.sampled_from(["", "Wert", "Cantidad", "Total", "Sum of Value"]),
    newest_first=st.booleans(),
    unit=st.integers(-1, 3),
    cents=st.booleans(),
    levels=st.sampled_from([1, 2, 2, 3, 3, 4, 5, 6]),
    breadth=st.integers(2, 4),
    widths=st.sampled_from(
        [(2, 2, 2, 1, 1, 1), (1, 1, 1, 1, 1, 1), (2, 1, 1, 1, 1, 1), (1, 2) * 3]
    ),
    codes=st.sampled_from(
        ["dotted", "undotted", "undotted", "zeros", "trailing", "running", "none"]
    ),
    code_at=st.sampled_from(["apart", "name", "columns"]),
    shown=st.sampled_from(["leaves", "all", "all", "some"]),
    below=st.booleans(),
    single=st.booleans(),
    skipped=st.booleans(),
    partial=st.booleans(),
    of_which=st.sampled_from(["", "", "word", "code"]),
    totals=st.sampled_from(["", "first", "last", "both", "groups", "groups-only"]),
    total_word=st.sampled_from(["word", "place", "other", "blank"]),
    total_gap=st.sampled_from(["", "blank", "zero"]),
    sides=st.sampled_from(
        ["", "", "sign", "negative", "code", "amounts", "amounts-negative", *ROW_SIDES]
    ),
    area=st.sampled_from(["", "column", "once"]),
    gaps=st.sampled_from(["", "", "blank", "zero", "dash"]),
    correction=st.booleans(),
    row_numbers=st.booleans(),
    constant=st.booleans(),
    paired=st.booleans(),
    change=st.booleans(),
    percent=st.booleans(),
    pasted=st.sampled_from(["", "", "", "row", "block"]),
    hidden=st.booleans(),
    authorities=st.sampled_from(["", "", "", "", "", "first", "last", "missing", "classes"]),
).map(Export.made_possible)
