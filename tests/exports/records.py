"""Which rows an export has, and in which order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Literal

from exports.accounts import Account, Book
from exports.drawing import CODED, ROW_SIDES

OTHER = {"de": "VERWALTUNG", "es": "AYUNTAMIENTO", "fr": "COMMUNE"}
"""A total row that no total word names; elsewhere `DRIFT`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row of the table: an account, or a total."""

    account: Account
    role: Literal["line", "parent", "part", "total", "class"] = "line"
    coded: bool = True
    gap: bool = False
    """A total that says nothing in the first year."""
    net: bool = False
    """A total of both sides."""


def records_of(book: Book) -> list[Record]:
    """Return the rows of an export."""
    export = book.export
    records = list(_accounts(book))
    if export.pasted:
        lines = [at for at, record in enumerate(records) if record.role == "line"]
        at = lines[len(lines) // 2]
        first = max(at - 1, 0) if export.pasted == "block" else at
        records[at + 1 : at + 1] = records[first : at + 1]
    totals = list(_totals(book))
    above = (
        totals if "first" in (export.totals, export.authorities) or export.totals == "both" else []
    )
    below = totals if above != totals or export.totals == "both" else []
    return [*above, *records, *below, *_classes(book)]


def _accounts(book: Book) -> Iterator[Record]:
    export, chance = book.export, Random(book.export.seed)  # noqa: S311 - any numbers will do
    for root in book.roots:
        shown = list(_shown(book, root, chance))
        if export.totals.startswith("groups") and root.children and export.sides not in ROW_SIDES:
            yield from (record for record in shown if record.account is not root)
            yield _total(book, root)
        else:
            yield from shown


def _shown(book: Book, account: Account, chance: Random) -> Iterator[Record]:
    export = book.export
    if not account.children:
        yield Record(account=account)
        yield from _of_which(book, account)
        return
    some = export.shown == "some" and chance.random() < 0.5
    seen = export.shown == "all" or account.partial or some
    head = [Record(account=account, role="parent")] * seen
    yield from () if export.below else head
    for child in account.children:
        yield from _shown(book, child, chance)
    yield from head if export.below else ()


def _of_which(book: Book, leaf: Account) -> Iterator[Record]:
    """Yield a part of the first line, which the line holds."""
    export = book.export
    if not export.of_which or leaf is not book.leaves[0] or leaf.income:
        return
    part = Account(
        code=(*leaf.code, "9"),
        name=f"{export.words.of_which} {export.words.spending[-1].lower()}",
        area=leaf.area,
        spent={year: round(a * 0.4, book.decimals) for year, a in leaf.spent.items()},
        earned=dict.fromkeys(book.years, 0.0),
    )
    yield Record(account=part, role="part", coded=export.of_which == "code")


def _totals(book: Book) -> Iterator[Record]:
    export, words = book.export, book.export.words
    if not export.authorities and export.totals in ("", "groups-only"):
        return
    if export.sides not in ROW_SIDES:
        yield _total(book, book.sum_of(book.roots, _total_name(book)), net=True)
        return
    for income, name in ((False, words.spent), (True, words.earned)):
        own = [leaf for leaf in book.leaves if leaf.income == income]
        if own:
            account = book.sum_of(own, f"{words.total} {name}")
            account.income = income
            yield Record(account=account, role="total", coded=False)


def _total_name(book: Book) -> str:
    export, words = book.export, book.export.words
    if export.authorities:
        return words.country
    if export.sides in CODED:
        return words.result
    names = {"word": words.total, "place": f"{words.area[:4]}by", "blank": ""}
    return names.get(export.total_word, OTHER.get(export.language, "DRIFT"))


def _total(book: Book, account: Account, *, net: bool = False) -> Record:
    gap = bool(book.export.total_gap) and len(book.years) > 1
    return Record(account=account, role="total", coded=False, gap=gap, net=net)


def _classes(book: Book) -> Iterator[Record]:
    """Yield what authorities of one class have together."""
    if book.export.authorities == "classes":
        classes: list[tuple[str, Sequence[Account]]] = [("L", book.roots[::2])]
        for name, own in (*classes, ("M", book.roots[1::2])):
            account = book.sum_of(own, f"{book.export.words.area} {name}")
            yield Record(account=account, role="class", coded=False)
