"""Rows that hold several versions of a year, a whole beside its parts, or further kinds."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet

from innobudget.io.layouts.layout import Layout, name_of_column
from innobudget.io.layouts.years import PREFERRED
from innobudget.io.mapping import QuestionError
from innobudget.io.sheets import column_letters
from innobudget.io.tables.table import TableRow
from innobudget.io.wording.columns import normalise
from innobudget.io.wording.labels import (
    is_country,
    is_whole,
    parse_direction,
    parse_kind,
    says_total,
)
from innobudget.io.wording.periods import parse_period, parse_version
from innobudget.messages import say

FEW = 60
MOST_BOOKS, SEVERAL_LINES, LIKE, MOSTLY = 3, 4, 0.1, 0.75
"""Two or three texts are versions where three in four lines, of four or more, differ by a tenth."""


def check_versions(
    layout: Layout, rows: Sequence[TableRow], *, by_amounts: bool, parts: Collection[int]
) -> None:
    """Ask which version to read where a year has several in the rows.

    `parts` are the places of columns whose texts are parts of a whole, by arithmetic. Proposed
    are the latest book and, for each year, the version nearest to the council's own decision.
    Words say it, or like amounts for the same lines, unless sheets are compared so.
    """
    columns = [
        (place, layout.headers[column])
        for place, column in enumerate(layout.labels)
        if column not in dict(layout.keep)
    ]
    roles = {layout.columns.get(role) for role in ("line", "direction")}
    alike = {at for at, column in enumerate(layout.labels) if by_amounts and column not in roles}
    alike -= {*parts}
    worded = {place for place, header in columns if _is_version(header, place, rows)}
    columns = [
        (place, header)
        for place, header in columns
        if place in worded or (place in alike and _are_alike(place, rows))
    ]
    proposal: dict[str, list[str]] = {}
    every: dict[str, list[str]] = {}
    told = []
    for place, header in columns:
        texts = _texts_by_year(place, rows)
        if all(len(found) < 2 for found in texts.values()):
            continue
        wanted = _wanted(texts)
        rows = [row for row in rows if row.labels[place] in wanted]
        proposal[header] = wanted
        held = every[header] = sorted(set().union(*texts.values()))
        like = "" if place in worded else say(", with like amounts for the same lines")
        told.append(
            say("column {header!r} holds {held}{like}", header=header, held=held, like=like)
        )
    if proposal:
        raise QuestionError(
            say("the rows seem to hold several versions of one year: {told:; }", told=told),
            proposal={"keep": proposal},
            others=({"keep": every},),
        )


def check_dated(layout: Layout, rows: Sequence[TableRow]) -> None:
    """Ask about years that one column of texts says in turns: `FY16 estimate`, `FY17 request`.

    Raises
    ------
    QuestionError
        With that column as the one of the years.

    """
    amounts = layout.amount_columns
    dated = "year" in layout.columns or any(parse_period(layout.headers[at]) for at in amounts)
    for place, column in enumerate(() if dated else layout.labels):
        texts = Counter(row.labels[place] for row in rows)
        periods = {text: period for text in texts if (period := parse_period(text))}
        years = {period.year for period in periods.values() if period.year}
        told = sum(texts[text] for text in periods)
        if len(years) > 1 and told * 2 >= len(rows) and min(map(texts.__getitem__, periods)) > 1:
            header = name_of_column(layout, column)
            amount = {"amount": name_of_column(layout, amounts[0])} if len(amounts) == 1 else {}
            raise QuestionError(
                say(
                    "the texts of column {header!r} say years: {texts}",
                    header=header,
                    texts=[*map(repr, periods)],
                ),
                proposal={"columns": {"year": header, **amount}},
            )


def check_levels(layout: Layout, rows: Sequence[TableRow]) -> None:
    """Ask about rows that hold a whole beside its parts: a country beside its municipalities.

    Such a row has every label that the others have and does not stand beside its parts, so it
    was not found as a total: only the text of one column says that it holds the others.
    """
    proposal: dict[str, list[str]] = {}
    for place, column in enumerate(layout.labels):
        texts = dict.fromkeys(row.labels[place] for row in rows)
        whole = [text for text in texts if is_whole(text)]
        parts = len(texts) - len(whole) - ("" in texts)
        if not whole or parts < 1 or not _are_dimension(rows, place, set(whole)):
            continue
        proposal[layout.headers[column] or column_letters(column)] = whole
    if proposal:
        told = [
            say("column {header!r} holds {held}", header=header, held=[*map(repr, whole)])
            for header, whole in proposal.items()
        ]
        raise QuestionError(
            say("the rows hold a whole beside its parts: {told:; }", told=told),
            proposal={"leave_out": proposal},
        )


def check_directions(rows: Sequence[TableRow], header: str) -> None:
    """Ask about a direction column with a third kind of figure, such as commitments.

    Raises
    ------
    QuestionError
        With the texts that mean expenditure or income as a proposal.

    """
    texts = dict.fromkeys(row.texts.get("direction", "") for row in rows)
    known = [text for text in texts if parse_direction(text)]
    others = [text for text in texts if text and not parse_direction(text)]
    if known and others:
        raise QuestionError(
            say(
                "column {header!r} holds {others} besides income and expenditure: adding "
                "them up would count money twice",
                header=header,
                others=[*map(repr, others)],
            ),
            proposal={"keep": {header: known}},
        )


def _are_dimension(rows: Sequence[TableRow], place: int, whole: AbstractSet[str]) -> bool:
    """Say whether rows of the whole have the labels of the others, several of them."""
    members = [row for row in rows if row.labels[place] in whole]
    others = [row for row in rows if not any(map(says_total, row.labels))]
    filled = Counter(tuple(map(bool, row.labels)) for row in others).most_common(1)
    elsewhere = {_elsewhere(row, place) for row in others}
    again = sum(_elsewhere(row, place) in elsewhere for row in members)
    full = all([tuple(map(bool, row.labels))] == [usual for usual, _ in filled] for row in members)
    named = any(is_country(text) for text in whole)
    return full and len(rows[0].labels) > 1 and (named or again * 2 > len(members) > 1)


def _elsewhere(row: TableRow, place: int) -> tuple[str, ...]:
    return (*row.labels[:place], *row.labels[place + 1 :])


def _is_version(header: str, place: int, rows: Sequence[TableRow]) -> bool:
    texts = {row.labels[place] for row in rows} - {""}
    if not 1 < len(texts) <= FEW:
        return False
    if "version" in normalise(header).split():
        return True
    versions = {parse_version(text.casefold()) for text in texts}
    return len(texts) <= 8 and "other" not in versions and len(versions) > 1


def _are_alike(place: int, rows: Sequence[TableRow]) -> bool:
    """Say whether most lines stand there once for each of two or three texts, with like amounts."""
    texts = {row.labels[place] for row in rows}
    known = any(parse_kind(text) or any(map(str.isdecimal, text)) for text in texts)
    if known or not 1 < len(texts) <= MOST_BOOKS:
        return False
    lines: dict[tuple[object, ...], list[float]] = defaultdict(list)
    for row in rows:
        for year, amount in row.amounts.items():
            lines[(*_elsewhere(row, place), year)].append(amount)
    told = [own for own in lines.values() if any(own)]
    again = [own for own in told if len(own) == len(texts)]
    like = sum(max(own) - min(own) <= LIKE * max(map(abs, own)) for own in again)
    return len(again) >= SEVERAL_LINES and min(like / MOSTLY, len(again) * 2) >= len(told)


def _texts_by_year(place: int, rows: Sequence[TableRow]) -> Mapping[int, list[str]]:
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for row in rows:
        for year in row.amounts:
            found[year][row.labels[place]] = None
    return {year: list(texts) for year, texts in found.items()}


def _wanted(texts: Mapping[int, Sequence[str]]) -> list[str]:
    """Return the latest of numbered books, else each year's preferred version.

    One alone where a year would have two of those: accounts of 2025 beside a budget of 2026, for
    which there are accounts, too.
    """
    every = list(dict.fromkeys(text for found in texts.values() for text in found))
    if all(text.isdecimal() and len(text) < 10 for text in every):
        return [max(every, key=int)]
    order = {text: PREFERRED.index(parse_version(text.casefold())) for text in every}
    best = dict.fromkeys(min(found, key=order.__getitem__) for found in texts.values())
    clash = any(len(best.keys() & {*found}) > 1 for found in texts.values())
    return [min(best, key=order.__getitem__)] if clash else list(best)
