"""Text files with delimiters: encoding, delimiter, fields. Every cell is text."""

import csv
from collections import Counter
from pathlib import Path

from innobudget.errors import InputError, Problem
from innobudget.io.sheets.cells import Sheet

DELIMITERS = (";", "\t", "|", ",")
SAMPLE_LINES = 300
LINES_IN_A_CELL = 30
FIELD_LIMIT = 1 << 20


def read_delimited(path: Path, content: bytes) -> Sheet:
    """Read a text file as one sheet of text cells."""
    text = _decode(path, content)
    delimiter = _delimiter(text)
    csv.field_size_limit(FIELD_LIMIT)
    rows: list[tuple[str | None, ...]] = []
    try:
        for fields in csv.reader(text.splitlines(keepends=True), delimiter=delimiter):
            _check_quotes(path, len(rows), fields)
            rows.append(tuple(field or None for field in fields))
    except csv.Error as error:
        raise _unreadable(path, len(rows), str(error)) from None
    return Sheet(file=path.name, rows=tuple(rows))


def _decode(path: Path, content: bytes) -> str:
    for bom, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if content.startswith(bom):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n")
        raise _unreadable(path, line, f"the byte {content[error.start]:#04x}") from None


def _delimiter(text: str) -> str:
    """Choose the delimiter that gives most rows the same number of fields, two or more.

    In a file with semicolons and decimal commas both split every row alike: the order of
    `DELIMITERS` decides then.
    """
    sample = text.splitlines(keepends=True)[:SAMPLE_LINES]

    def share(delimiter: str) -> float:
        widths = [len(fields) for fields in csv.reader(sample, delimiter=delimiter) if fields]
        counts = Counter(width for width in widths if width > 1)
        return max(counts.values(), default=0) / max(len(widths), 1)

    shares = {delimiter: share(delimiter) for delimiter in DELIMITERS}
    best = max(shares.values())
    return next(delimiter for delimiter in DELIMITERS if shares[delimiter] >= best - 0.1)


def _check_quotes(path: Path, row: int, fields: list[str]) -> None:
    for text in fields:
        if text.count("\n") > LINES_IN_A_CELL:
            raise _unreadable(path, row, f"a quoted text of many lines: {text[:40]!r}…")


def _unreadable(path: Path, row: int, found: str) -> InputError:
    return InputError(
        [
            Problem(
                code="text-unreadable",
                place=f"{path.name}, row {row + 1}",
                found=found,
                expected="text in UTF-8 or Windows-1252, quotes closed on the same row",
                remedy="save the file as CSV UTF-8 from Excel, or as xlsx",
            )
        ]
    )
