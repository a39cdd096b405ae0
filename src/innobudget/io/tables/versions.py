"""Rows that hold several versions of the same year, side by side or book by book."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from innobudget.io.tables.layout import Layout
from innobudget.io.tables.table import TableRow
from innobudget.io.tables.years import PREFERRED
from innobudget.io.wording.columns import normalise
from innobudget.io.wording.periods import parse_version
from innobudget.io.wording.questions import QuestionError

FEW = 60


def check_versions(layout: Layout, rows: Sequence[TableRow]) -> None:
    """Ask which version to read where a year has several in the rows.

    Raises
    ------
    QuestionError
        With the latest book and, for each year, the version nearest to the council's own
        decision as a proposal.

    """
    kept = {column for column, _ in layout.keep}
    columns = [
        (place, column)
        for place, column in enumerate(layout.labels)
        if column not in kept and _is_version_column(layout.headers[column], place, rows)
    ]
    proposal: dict[str, list[str]] = {}
    told = []
    for place, column in columns:
        texts = _texts_by_year(place, rows)
        if all(len(found) < 2 for found in texts.values()):
            continue
        header = layout.headers[column]
        wanted = _wanted(texts)
        rows = [row for row in rows if row.labels[place] in wanted]
        proposal[header] = wanted
        told.append(f"column {header!r} holds {', '.join(sorted(set().union(*texts.values())))}")
    if proposal:
        raise QuestionError(
            "the rows hold several versions of one year: " + "; ".join(told),
            proposal={"keep": proposal},
        )


def _is_version_column(header: str, place: int, rows: Sequence[TableRow]) -> bool:
    texts = {row.labels[place] for row in rows} - {""}
    if not 1 < len(texts) <= FEW:
        return False
    if "version" in normalise(header).split():
        return True
    versions = {parse_version(text.casefold()) for text in texts}
    return len(texts) <= 8 and "other" not in versions and len(versions) > 1


def _texts_by_year(place: int, rows: Sequence[TableRow]) -> Mapping[int, list[str]]:
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for row in rows:
        for year in row.amounts:
            found[year][row.labels[place]] = None
    return {year: list(texts) for year, texts in found.items()}


def _wanted(texts: Mapping[int, Sequence[str]]) -> list[str]:
    """Return the latest of numbered books, else each year's preferred version."""
    every = list(dict.fromkeys(text for found in texts.values() for text in found))
    if all(text.isdigit() for text in every):
        return [max(every, key=int)]
    return list(dict.fromkeys(_best_of_years(texts)))


def _best_of_years(texts: Mapping[int, Sequence[str]]) -> Iterator[str]:
    for found in texts.values():
        yield min(found, key=lambda text: PREFERRED.index(parse_version(text.casefold())))
