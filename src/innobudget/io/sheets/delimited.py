"""Text files with delimiters as cells. Every cell is text."""

import csv
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import get_args

from innobudget.domain.reading import Delimiter, Encoding
from innobudget.errors import InputError, where
from innobudget.io.sheets.cells import Sheet
from innobudget.io.sheets.encodings import decode, unreadable
from innobudget.io.sheets.refusals import too_large
from innobudget.io.sheets.scanning.extent import CELLS, COLUMNS
from innobudget.messages import say

DELIMITERS: tuple[Delimiter, ...] = get_args(Delimiter)
SAMPLE_LINES = 300
LINES_IN_A_CELL = 30
FIELD_LIMIT = 1 << 20
EXPECTED = say("quotes that are closed on the same row")


def read_delimited(
    path: Path, content: bytes, *, encoding: Encoding | None, delimiter: Delimiter | None
) -> Sheet:
    """Read a text file as one sheet of text cells, as the user says or as it looks."""
    found = decode(path, content, encoding)
    csv.field_size_limit(FIELD_LIMIT)
    rows: list[tuple[str | None, ...]] = []
    cells = 0
    try:
        delimiter = delimiter or _delimiter(found.text)
        for fields in csv.reader(_lines(found.text), delimiter=delimiter):
            _check_quotes(path, len(rows), fields)
            cells += len(fields)
            if cells > CELLS or len(fields) > COLUMNS:
                raise _too_many(path, len(rows) + 1, len(fields), cells)
            rows.append(tuple(field or None for field in fields))
    except csv.Error as error:
        raise _unreadable(path, len(rows), str(error)) from None
    except MemoryError:
        raise too_large(
            path.name, say("a text that takes more memory than there is"), say("less")
        ) from None
    return Sheet(
        file=path.name,
        rows=tuple(rows),
        encoding=found.encoding,
        delimiter=delimiter,
        doubts=found.doubts,
    )


def _too_many(path: Path, row: int, fields: int, cells: int) -> InputError:
    found = say(
        "row {row:,} with {fields:,} fields, {cells:,} so far", row=row, fields=fields, cells=cells
    )
    most = say("at most {cells:,} in all and {fields:,} in a row", cells=CELLS, fields=COLUMNS)
    return too_large(path.name, found, most)


def _lines(text: str) -> Iterator[str]:
    """Yield lines as spreadsheets end them: signs within a line that also end one do not."""
    return iter(StringIO(text.replace("\0", ""), newline=""))


def _delimiter(text: str) -> Delimiter:
    """Choose the delimiter that gives most rows the same number of fields, two or more.

    In a file with semicolons and decimal commas both split every row alike: the order of
    `DELIMITERS` decides then.
    """
    sample = list(islice(_lines(text), SAMPLE_LINES))

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
            raise _unreadable(
                path, row, say("a quoted text of many lines: {text!r}…", text=text[:40])
            )


def _unreadable(path: Path, row: int, found: str) -> InputError:
    return InputError([unreadable(where(path.name, row=row + 1), found, EXPECTED)])
