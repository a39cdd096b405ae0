"""Rows of a table → lines and totals, or a question where they cannot be told apart."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from innobudget.io.layouts.layout import Layout
from innobudget.io.mapping import Nesting
from innobudget.io.reconciliation.asking import check_tail, hidden_question, nesting_question
from innobudget.io.reconciliation.dimensions import find_wholes
from innobudget.io.reconciliation.levels import Levels, by_columns, find_levels
from innobudget.io.reconciliation.rounding import digits, unit_of
from innobudget.io.reconciliation.signs import decide_sign, direction_of
from innobudget.io.reconciliation.sums import TELLING, Candidate, Total
from innobudget.io.reconciliation.totals import Search, Totals
from innobudget.io.sheets import Sheet
from innobudget.io.tables.table import TableRow, precision_of
from innobudget.io.wording.columns import (
    Parts,
    counts_up,
    depths_of,
    outline,
    parts_of,
    without_zeros,
)
from innobudget.io.wording.labels import is_whole, says_total
from innobudget.messages import linked, say

REST = say("not broken down")


def split_totals(
    sheet: Sheet, layout: Layout, rows: list[TableRow], nesting: Nesting = "recognise"
) -> Totals:
    """Find the totals among the rows: by codes, then sheet by sheet by words and sums.

    What a code has more than the codes under it becomes a line of its own, a row at the end.

    Parameters
    ----------
    sheet, layout
        Where the rows stand.
    rows
        Every row with figures; rests are added to them.
    nesting
        What the user says of codes that begin others and are not their sum.

    Raises
    ------
    QuestionError
        If rows add up others to the last digit and nothing says whether they are totals.

    """
    numbered = counts_up([row.code for row in rows])
    turned = decide_sign(rows) == "both-positive"
    factors = [-1 if turned and direction_of(row) < 0 else 1 for row in rows]
    years = sorted({year for row in rows for year in row.amounts})
    shown = _candidates(rows, factors, years, numbered=numbered)
    precision = precision_of(rows)
    unit = unit_of([row.amounts for row in shown], precision)
    wholes = _wholes(rows)
    groups = [[at for at in group if at not in wholes] for group in _groups(sheet, rows)]
    levels, nested, unsure = Levels(), set[int](), list[int]()
    for group in groups if not numbered else ():
        own = _levels_of(group, rows, shown, unit)
        for at in own.placed:  # whatever words it has, it is no total of others
            shown[at] = replace(shown[at], labels=("line",) * len(shown[at].labels), coded=True)
        holding, open_ = _nested(own, shown, nesting, group, unit)
        levels.heads.update(own.heads)
        nested |= holding
        unsure += open_
    rests = _parted(levels, nested, shown)
    heads = wholes | {at: _total(levels, at, rests) for at in nested}
    left = _left(groups, nested, rests)
    for at in rests:
        rows.append(_rest_of(rows[at], levels.heads[at].rest, years, factors[at] * unit))
        factors.append(factors[at])
        shown.append(_rest(shown[at], levels.heads[at].rest, unit))
    searches = [Search(shown, order, precision, heads) for order in left]
    every = [search.totals() for search in searches]
    hidden, sums = dict[int, Sequence[int]](), set[int]()
    for found, search in zip(every, searches, strict=True):
        sure, weak = search.hidden(found)
        hidden.update(sorted(sure.items()))
        sums |= weak
    totals = heads | {at: total for found in every for at, total in found.totals.items()}
    split = Totals(
        totals={at: _signed(at, total, factors) for at, total in totals.items()},
        repeats={at: of for found in every for at, of in found.repeats.items()},
        unmarked=frozenset(_unnamed(wholes, rows)).union(*(found.unmarked for found in every)),
        named=frozenset[int]().union(*(found.named for found in every)),
        proven=all(found.proven for found in every),
        sums=frozenset(sums),
        rests=rests,
    )
    for positions in groups:
        check_tail(sheet, layout, rows, positions, split)
    if hidden:
        anew = partial(Search, precision=precision, heads=heads)
        raise hidden_question(sheet, layout, rows, _behind(hidden, shown, left, anew))
    if unsure:
        raise nesting_question(sheet, rows, {at: levels.heads[at] for at in unsure})
    return split


def _behind(
    hidden: Mapping[int, Sequence[int]],
    shown: Sequence[Candidate],
    orders: Sequence[Sequence[int]],
    search: Callable[[Sequence[Candidate], Sequence[int]], Search],
) -> Mapping[int, Sequence[int]]:
    """Return what adds up others, and what does once these are totals: all is asked at once."""
    every, new = dict(hidden), dict(hidden)
    while new:
        marked = [replace(row, flagged=row.flagged or at in every) for at, row in enumerate(shown)]
        again = [search(marked, order) for order in orders]
        found = [own.hidden(own.totals())[0] for own in again]
        new = {at: of for own in found for at, of in own.items() if at not in every}
        every |= new
    return every


def _wholes(rows: Sequence[TableRow]) -> dict[int, Total]:
    """Return the rows that a column calls a whole, with the rows of its parts."""
    return {
        at: Total(lines=dict.fromkeys(parts, 1), agrees=True)
        for of in reversed(find_wholes(rows).values())
        for at, parts in of.items()
    }


def _unnamed(wholes: Collection[int], rows: Sequence[TableRow]) -> Sequence[int]:
    """Return the first of some wholes that no word calls so, nor a label that it lacks."""
    named = {at for at in wholes if any(not text or is_whole(text) for text in rows[at].labels)}
    return sorted({*wholes} - named)[:1]


def _levels_of(
    group: Sequence[int], rows: Sequence[TableRow], shown: Sequence[Candidate], unit: float
) -> Levels:
    """Return the levels of the codes of some rows, by the positions of these."""
    own = [rows[at] for at in group]
    keys = [tuple(row.texts.get(role, "") for role in ("area", "kind", "direction")) for row in own]
    amounts = [tuple([round(amount / unit) for amount in shown[at].amounts]) for at in group]
    worded = [any(map(says_total, row.labels)) for row in own]
    blank = [
        [""] * len(row.labels) if said else row.labels
        for row, said in zip(own, worded, strict=True)
    ]
    levels = find_levels(by_columns(blank), keys, amounts, dotted=True)
    if not levels.hold:
        parts, dotted = parts_of([row.code for row in own])
        levels = find_levels(parts, keys, amounts, dotted=dotted)
        filled = Levels() if levels.heads else find_levels(without_zeros(parts), keys, amounts)
        if any(len(head.lines) > 1 for head in filled.heads.values()) and filled.all_equal:
            levels = filled
    if not levels.hold:
        found = [
            replace(find_levels(places, keys, amounts), placed=placed)
            for places, placed in _outlines(own, worded)
        ]
        outlined = [new for new in found if new.are_outline(amounts)]
        levels = max(outlined, key=lambda new: len(new.of("equal")), default=levels)
    heads = {
        group[at]: replace(head, lines=tuple(group[line] for line in head.lines))
        for at, head in levels.heads.items()
    }
    return replace(levels, heads=heads, placed=[group[at] for at in levels.placed])


def _outlines(
    rows: Sequence[TableRow], worded: Sequence[bool]
) -> Iterator[tuple[list[Parts], list[int]]]:
    """Yield the outlines that rows may be of, with those that have a place in it.

    A column holds their depths, or a row with a code holds those without one below it; words of a
    total may be a line's, and the last row a total without words.
    """
    codes = [row.code for row in rows]
    again = ["", *codes]  # a code that stands once was carried down
    held = [int(code in ("", above)) for code, above in zip(codes, again, strict=False)]
    first = held.index(0) if 0 in held else len(held)
    below: list[int | None] = [*[None] * first, *held[first:]]
    columns = zip(*(row.labels for row in rows), strict=True)
    for depths in filter(any, (*map(depths_of, columns), below)):
        bare = [None if said else depth for depth, said in zip(depths, worded, strict=True)]
        whole = (bare, depths) if bare != depths else (depths,)
        ways = (*whole, *([*way[:-1], None] for way in whole))
        for places in filter(None, map(outline, ways)):
            yield places, [at for at, place in enumerate(places) if place]


def _candidates(
    rows: Sequence[TableRow], factors: Sequence[int], years: Sequence[int], *, numbered: bool
) -> list[Candidate]:
    """Return what finding totals needs of rows; words in the place of most rows' codes are none."""
    filled = [row.code for row in rows if row.code]
    digits = sum(map(_has_digit, filled)) * 2 > len(filled)
    return [
        Candidate(
            labels=row.labels,
            coded=None
            if numbered or not filled
            else (_has_digit(row.code) if digits else bool(row.code)),
            amounts=tuple([factor * row.amounts.get(year, 0.0) for year in years]),
            flagged=row.flagged,
            missing=not row.columns.keys() <= row.amounts.keys(),
        )
        for row, factor in zip(rows, factors, strict=True)
    ]


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _groups(sheet: Sheet, rows: Sequence[TableRow]) -> list[list[int]]:
    """Return the positions of rows to look at together: those of one sheet, unless it is a year."""
    found: dict[str, list[int]] = {}
    years: dict[str, set[int]] = defaultdict(set)
    for at, row in enumerate(rows):
        name = sheet.part(row.row).name if sheet.parts else ""
        found.setdefault(name, []).append(at)
        years[name].update(row.amounts)
    apart = sum(map(len, years.values())) == len(set().union(*years.values()))
    return [[*range(len(rows))]] if apart else list(found.values())


def _nested(
    levels: Levels, shown: Sequence[Candidate], nesting: Nesting, group: Sequence[int], unit: float
) -> tuple[set[int], list[int]]:
    """Return the codes that hold those that they begin, and those of which it must be asked.

    Sums do. Of others the user says it; or the file's own totals agree in one of the two readings
    only; or most codes are sums, and these are broken down in part. Digits that happen to begin
    others, and less money than they have, are no levels.
    """
    own = {at: [round(amount / unit) for amount in shown[at].amounts] for at in levels.heads}
    chance = {at for at in own if nesting == "flat" and digits(own[at]) < TELLING}
    nested = {*levels.of("equal")} - chance | {at for at in own if shown[at].flagged}
    nested.update(levels.of("empty") if levels.dotted or levels.hold else ())
    open_ = [at for at in levels.of("part", "over") if at not in nested]
    if nesting != "recognise" or not open_:
        return nested | set(open_ if nesting == "nested" else ()), []
    proofs = []
    for heads in (nested | set(open_), nested):
        rests = _parted(levels, heads, shown)
        rows = [*shown, *(_rest(shown[at], levels.heads[at].rest, unit) for at in rests)]
        (order,) = _left([group], heads, rests)
        proofs.append(Search(rows, order, unit).totals().proven)
    if proofs[0] if proofs[0] != proofs[1] else levels.hold:
        return nested | set(open_), []
    only_part = all(levels.heads[at].fit == "part" for at in open_)
    asked = only_part or levels.dotted or bool(levels.of("equal"))
    return nested, open_ if asked and proofs[0] == proofs[1] else []


def _parted(levels: Levels, nested: Collection[int], shown: Sequence[Candidate]) -> dict[int, int]:
    """Return the positions, at the end, of what codes have more than the codes under them."""
    parted = [at for at in nested if levels.heads[at].fit == "part" and not shown[at].flagged]
    return {at: len(shown) + number for number, at in enumerate(parted)}


def _left(
    groups: Sequence[Sequence[int]], nested: Collection[int], rests: Mapping[int, int]
) -> list[list[int]]:
    """Return the rows that are left when codes are totals: their rests in place of them."""
    return [
        [rests.get(at, at) for at in group if at not in nested or at in rests] for group in groups
    ]


def _total(levels: Levels, at: int, rests: Mapping[int, int]) -> Total:
    head = levels.heads[at]
    lines = (*head.lines, *([at] if at in rests else ()))
    under = dict.fromkeys((rests.get(line, line) for line in lines), 1)
    return Total(lines=under, agrees=head.fit != "over")


def _rest(head: Candidate, rest: Sequence[int], unit: float) -> Candidate:
    return replace(head, amounts=tuple([part * unit for part in rest]))


def _rest_of(row: TableRow, rest: Sequence[int], years: Sequence[int], unit: float) -> TableRow:
    """Return a line for what a code has more than the codes under it."""
    named = row.texts.get("name", "")
    amounts = {
        year: amount * unit
        for year, amount in zip(years, rest, strict=True)
        if year in row.amounts and (amount or row.amounts[year])
    }
    texts = {**row.texts, "name": linked(", ", (named, REST)) if named else REST}
    return replace(row, texts=texts, amounts=amounts)


def _signed(at: int, total: Total, factors: Sequence[int]) -> Total:
    """Return a total with the signs that the file's own amounts are added with."""
    signs = {line: factors[at] * s * factors[line] for line, s in total.lines.items()}
    return replace(total, lines=signs)
