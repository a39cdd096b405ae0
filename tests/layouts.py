"""The many ways in which finance departments write budgets, and budgets to write."""

from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st

from innobudget.domain.budget import Budget, BudgetLine, Kind

Cell = str | float | None
Row = list[Cell]

WORDS = {
    "da": ("Funktion", "Navn", "Udvalg", "Dranst", "Udgift/indtægt", "År", "Beløb"),
    "en": ("Code", "Description", "Committee", "Kind", "Direction", "Year", "Amount"),
}
TOTALS = ("I alt", "Total", "Sum", "Summe", "Totaal", "Celkem", "Tilsammen", "Hovedtotal")
UNITS = {1.0: "Beløb i hele kr.", 1e3: "1.000 kr.", 1e6: "mio. kr."}
LARGEST = {1.0: 900_000_000, 1e3: 900_000, 1e6: 900}
KINDS: dict[str, Kind] = {"1": "operating", "2": "refund", "3": "capital"}
NAMES = (
    "Hjemmehjælp",
    "Skoler; folkeskolen",
    "Veje, drift",
    "Bibliotek",
    "Dagpleje",
    "Børn & unge",
)
AREAS = ("Ældreudvalget", "Skoleudvalget", "Teknik- og miljøudvalget")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One way of writing a budget; each field is a quirk of real files."""

    seed: int
    kind: str
    encoding: str
    delimiter: str
    decimal: str
    thousands: str
    minus: str
    suffix: str
    zero: str
    newline: str
    unit: float
    unit_in_header: bool
    language: str
    year_label: str
    long: bool
    titles: int
    gap: bool
    two_header_rows: bool
    area_first: bool
    area_filled_down: bool
    note_column: bool
    share_column: bool
    deviation_column: bool
    accounts_before: bool
    column_numbers: bool
    subtotals: str
    total_word: str
    worded: bool
    grand_total: bool
    header_again: bool
    empty_rows: bool
    footnote: bool
    trailing_rows: int
    direction: str
    hidden_sheet: bool
    cover_sheet: bool
    numbers_as_text: bool
    decimals: int
    years: int
    per_area: int
    areas: int
    padded: bool
    corrected: bool
    sum_column: bool
    per_head_column: bool
    price_level: bool
    relative_years: bool
    sides: str
    heads: bool
    parts: bool
    code_in_name: bool
    merged_header: bool
    sections: bool

    @property
    def wide_sides(self) -> bool:
        """Whether a year has columns of expenditure and income."""
        return self.sides != "none" and not self.long and self.direction == "none"

    @property
    def counted(self) -> bool:
        """Whether years count from the budget year: `B`, `BO1`."""
        return self.relative_years and not self.long and self.years > 1 and not self.wide_sides

    @property
    def revised(self) -> bool:
        """Whether a corrected budget stands beside each year's own, which is a question."""
        dated = "udget" in self.year_label and not self.counted
        return self.corrected and dated and not self.long and not self.wide_sides

    @property
    def in_sections(self) -> bool:
        """Whether areas are section lines and no column."""
        return self.sections and self.areas > 1 and self.direction == "none"


STYLES = st.builds(
    Style,
    seed=st.integers(0, 2**32),
    kind=st.sampled_from(["csv", "xlsx", "xlsb"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    delimiter=st.sampled_from([";", "\t", ",", "|"]),
    decimal=st.sampled_from([",", "."]),
    thousands=st.sampled_from(["", "sign", " ", "\u00a0"]),
    minus=st.sampled_from(["before", "after", "parentheses"]),
    suffix=st.sampled_from(["", " kr."]),
    zero=st.sampled_from(["0", "-", ""]),
    newline=st.sampled_from(["\n", "\r\n"]),
    unit=st.sampled_from(sorted(UNITS)),
    unit_in_header=st.booleans(),
    language=st.sampled_from(sorted(WORDS)),
    year_label=st.sampled_from(["B{}", "Budget {}", "{}", "B {}", "budget_{}"]),
    long=st.booleans(),
    titles=st.integers(0, 3),
    gap=st.booleans(),
    two_header_rows=st.booleans(),
    area_first=st.booleans(),
    area_filled_down=st.booleans(),
    note_column=st.booleans(),
    share_column=st.booleans(),
    deviation_column=st.booleans(),
    accounts_before=st.booleans(),
    column_numbers=st.booleans(),
    subtotals=st.sampled_from(["none", "below", "above"]),
    total_word=st.sampled_from(TOTALS),
    worded=st.booleans(),
    grand_total=st.booleans(),
    header_again=st.booleans(),
    empty_rows=st.booleans(),
    footnote=st.booleans(),
    trailing_rows=st.integers(0, 3),
    direction=st.sampled_from(["none", "signed", "both-positive"]),
    hidden_sheet=st.booleans(),
    cover_sheet=st.booleans(),
    numbers_as_text=st.booleans(),
    decimals=st.integers(0, 2),
    years=st.integers(1, 5),
    per_area=st.integers(2, 5),
    areas=st.integers(1, 3),
    padded=st.booleans(),
    corrected=st.booleans(),
    sum_column=st.booleans(),
    per_head_column=st.booleans(),
    price_level=st.booleans(),
    relative_years=st.booleans(),
    sides=st.sampled_from(["none", "two", "net"]),
    heads=st.booleans(),
    parts=st.booleans(),
    code_in_name=st.booleans(),
    merged_header=st.booleans(),
    sections=st.booleans(),
)


def a_random_budget(style: Style) -> Budget:
    """Return the budget that a style's seed makes, in whole currency units."""
    chance = Random(style.seed)  # noqa: S311 - any numbers will do
    years = tuple(range(2025, 2025 + style.years))
    lines: list[BudgetLine] = []
    for area in AREAS[: style.areas]:
        for place in range(style.per_area):
            code = (str(chance.randint(2, 6)), str(chance.randint(50, 56)), str(10 + len(lines)))
            dranst = chance.choice("113") if style.direction == "none" else "1"
            income = style.direction != "none" and place == 1
            amounts = {year: _amount(chance, style, income=income) for year in years}
            lines.append(
                BudgetLine(
                    code=code,
                    name=NAMES[chance.randrange(len(NAMES))],
                    area=area,
                    kind=KINDS[dranst],
                    amounts=amounts,
                )
            )
    return Budget(lines=tuple(lines), years=years)


def _amount(chance: Random, style: Style, *, income: bool) -> float:
    if chance.random() < 0.08:
        return 0.0
    size = LARGEST[style.unit]
    stated = round(chance.uniform(size / 10, size), style.decimals)
    if income:
        stated = -stated / 2
    return round(round(stated, style.decimals) * style.unit, 4)
