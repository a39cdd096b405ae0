"""How a budget spreadsheet was read, on one screen."""

from collections.abc import Iterator, Sequence

from innobudget.domain.reading import BudgetReading, ControlTotal
from innobudget.errors import describe
from innobudget.report.layout_text import aligned
from innobudget.report.words.numbers import number

SHOWN = 12


def reading_text(reading: BudgetReading) -> str:
    """Say what was read, what it adds up to, what was left out and what is doubtful."""
    if reading.verdict != "budget":
        return "\n".join(_question(reading))
    parts = [
        _what(reading),
        _totals(reading),
        _control_totals(reading.control_totals),
        _left_out(reading),
        _doubts(reading),
        _how_to_change(),
    ]
    return "\n\n".join("\n".join(part) for part in map(list, parts) if part)


def _how_to_change() -> list[str]:
    return [
        "To change this reading: --write-mapping mapping.toml, correct it, --mapping mapping.toml."
    ]


def _question(reading: BudgetReading) -> Iterator[str]:
    refused = reading.verdict == "refused"
    yield f"{reading.file}: {'no budget' if refused else 'needs a mapping'}"
    yield f"  {reading.reason}"
    if reading.proposal:
        yield "\nA mapping could say:"
        for key, value in reading.proposal.items():
            yield f"  {key} = {'…' if value is None else value}"
    if reading.candidates:
        yield "\nIt would give:"
        for found in reading.candidates:
            said = ", ".join(f"{key} = {value}" for key, value in found.answer.items())
            total = number(found.total, "en")
            yield f"  {said}: {found.lines} lines, net {total} in {found.year}"
    if not refused:
        yield f"\nTo answer: innobudget budget {reading.file} --write-mapping mapping.toml,"
        yield "correct and confirm it, then give it as --mapping mapping.toml."


def _what(reading: BudgetReading) -> Iterator[str]:
    sheet = f', sheet "{reading.sheet}"' if reading.sheet else ""
    several = "sheets " + ", ".join(f'"{name}"' for name in reading.sheets)
    yield (
        f"{reading.file}, {several}"
        if reading.sheets
        else f"{reading.file}{sheet}, {reading.range}"
    )
    year = reading.budget_year or reading.years[-1]
    unit = f"{number(reading.unit or 1, 'en')} {reading.currency or ''}".rstrip()
    net = number(reading.totals[year], "en")
    yield f"  {reading.lines} lines, net {net} in {year}, unit {unit}"
    columns = [f"{meaning} = {header!r}" for meaning, header in reading.columns.items()]
    fields = "a tab" if reading.delimiter == "\t" else f"'{reading.delimiter}'"
    text = [["  text", f"{reading.encoding}, {fields} between fields"]]
    yield from aligned(
        [
            *(text if reading.encoding else []),
            ["  lines", f"{reading.lines} in {reading.areas} areas"],
            ["  years", ", ".join(map(str, reading.years))],
            ["  unit", f"{number(reading.unit or 1, 'en')} {reading.currency or ''}".rstrip()],
            ["  prices", f"of {reading.price_level}" if reading.price_level else "not said"],
            ["  sign", str(reading.sign)],
            ["  header", f"row {reading.header_row}: {', '.join(columns)}"],
            ["  blank", f"{reading.blanks} cells read as nothing budgeted"],
        ],
        right=False,
    )


def _totals(reading: BudgetReading) -> list[str]:
    rows = [["", *map(str, reading.years)]]
    for label, amounts in reading.totals_by_direction.items():
        rows.append([f"  {label}", *(number(amounts[year], "en") for year in reading.years)])
    rows.append(["  net", *(number(reading.totals[year], "en") for year in reading.years)])
    return aligned(rows)


def _control_totals(totals: Sequence[ControlTotal]) -> list[str]:
    if not totals:
        return ["No totals in the file to compare with."]
    wrong = [total for total in totals if not total.within_rounding]
    text = f"{len(totals)} totals in the file, {len(totals) - len(wrong)} agree with the lines."
    rows = [["place", "label", "year", "stated", "read", "difference"]]
    rows += [
        [
            total.place,
            total.label,
            str(total.year),
            number(total.stated, "en"),
            number(total.read, "en"),
            number(total.difference, "en"),
        ]
        for total in wrong[:SHOWN]
    ]
    return [text, *(f"  {row}" for row in aligned(rows))] if wrong else [text]


def _left_out(reading: BudgetReading) -> list[str]:
    if not reading.left_out:
        return []
    rows = [f"  {left.place}: {left.reason}" for left in reading.left_out[:SHOWN]]
    more = len(reading.left_out) - SHOWN
    return ["Left out:", *rows, *([f"  … and {more} more"] if more > 0 else [])]


def _doubts(reading: BudgetReading) -> list[str]:
    return ["Doubts:", describe(reading.doubts)] if reading.doubts else ["No doubts."]
