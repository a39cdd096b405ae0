"""Which column says which rows are income: in words, in letters, or in two values that balance."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import fsum

from innobudget.io.layouts.layout import Layout, name_of_column
from innobudget.io.mapping import QuestionError
from innobudget.io.sheets import Sheet, Value, text_of
from innobudget.io.wording.columns import Parts, depths_of, outline, parents, parts_of
from innobudget.io.wording.labels import (
    is_side,
    names_both,
    parse_direction,
    parse_kind,
    says_result,
    says_total,
    sides_of_pair,
)
from innobudget.io.wording.numerals import NumberStyle, read_number
from innobudget.messages import say

WORDS = 6
"""The most ways in which a column says income or expenditure, and kinds beside them."""
MOST_TEXTS = 200
DIGITS = 3
BALANCED = 1e-9
TELLING = 6
"""Sums of so many digits do not balance by chance."""
SHORT = 2
"""Letters and codes of a side have no more signs."""
_CODE = re.compile(r"\d+|[A-Za-z]\d[\d.]*")
MINUS = frozenset("-−–")
SIGNS = MINUS | {"+", ""}
"""Signs in a column of their own, beside amounts without one; a blank is a plus."""
Lines = Sequence[tuple[Sequence[Value], float]]
"""Rows with their first amount. [unit of the file]"""


def says_directions(sheet: Sheet, layout: Layout, column: int) -> bool:
    """Say whether most cells of a column say income or expenditure, or kinds beside the two.

    One kind more, such as transfers; several only beside the two words themselves.
    """
    counts: Counter[str] = Counter()
    others: set[str] = set()
    rows = 0
    for row in map(sheet.rows.__getitem__, layout.rows_of(sheet)):
        text = text_of(row[column]) if column < len(row) else ""
        if text and not parse_direction(text):
            others.add(text)
            if len(others) > WORDS - 2:
                return False
        counts[text] += 1
        rows += any(row)
    del counts[""]
    known = counts.keys() - others
    sides = {parse_direction(text) for text in known}
    plain = len(known) == 2 and (len(others) == 1 or all(map(is_side, known)))
    kinds = not others or (plain and counts.total() >= 2 * len(counts))
    few = len(counts) <= WORDS or (not others and len(counts) * WORDS <= counts.total())
    return sides == {1, -1} and kinds and few and counts.total() * 2 > rows


def with_sides(sheet: Sheet, layout: Layout, style: NumberStyle) -> Layout:
    """Return a layout that says which texts of a column of two values are which side.

    Raises
    ------
    QuestionError
        Where two values part the amounts and nothing says which of them is income.

    """
    if layout.sides:
        return layout
    column = layout.columns.get("direction")
    lines = _lines(sheet, layout, style)
    for at in layout.labels if column is None else (column,):
        texts = {} if _is_outline(lines, at) else _texts(lines, at)
        _check_third(layout, at, texts)
        sums = _sums(lines, texts)
        told = all(map(parse_direction if at == column else parse_kind, sums))
        if len(sums) == 2 and not (told and at in (column, layout.columns.get("kind"))):
            found = _decided(sheet, layout, at, sums)
            if found.sides:
                return found
    return layout


def _is_outline(lines: Lines, column: int) -> bool:
    """Say whether a column holds the depths of rows, of which most add up those below them."""
    texts = [text_of(row[column]) if column < len(row) else "" for row, _ in lines]
    codes = outline(depths_of(texts))
    under: dict[Parts, list[float]] = defaultdict(list)
    for code, (_, value) in zip(codes, lines, strict=False):
        under[code[:-1]].append(value)
    heads = [
        (value, under[code])
        for code, (_, value) in zip(codes, lines, strict=False)
        if code in under and code
    ]
    equal = sum(abs(value - fsum(below)) <= len(below) for value, below in heads)
    return equal > 1 and equal * 2 > len(heads)


def _lines(sheet: Sheet, layout: Layout, style: NumberStyle) -> Lines:
    """Return the rows with a first amount, and that; not those that call themselves totals."""
    shown = layout.amount_columns[:1]
    reads = (
        (row, read_number(row[at], style))
        for row in map(sheet.rows.__getitem__, layout.rows_of(sheet))
        for at in shown
        if at < len(row)
    )
    found = [(row, value) for row, value in reads if isinstance(value, float)]
    labels = range(min(layout.labels, default=0), max(layout.labels, default=-1) + 1)
    words = {cell for row, _ in found for cell in row[labels.start : labels.stop]}
    totals = {word for word in words if isinstance(word, str) and says_total(word.strip())}
    return [line for line in found if totals.isdisjoint(line[0])]


def _sums(lines: Lines, texts: Mapping[str, float]) -> Mapping[str, float]:
    """Return the sums of texts that are two, or of how they begin, if that is in two ways.

    Where a minus is all that stands there, and no amount has its own sign, of blanks too.
    """
    found = dict(texts)
    blank = {"": found.pop("")} if "" in found else {}
    if len(found) == 1 and MINUS.issuperset(found):
        unsigned = all(value >= 0 for _, value in lines)
        return {**blank, **found} if blank and unsigned else {}
    wide = {len(text) for text in found if text.isdecimal()}  # codes have one width, amounts many
    if len(found) > 2 and len(wide) < 2 and all(map(_CODE.fullmatch, found)):
        for size in range(1, DIGITS + 1):
            begun: dict[str, float] = defaultdict(float)
            for text, sum_ in found.items():
                begun[f"{text[:size]}*"] += sum_
            if len(begun) == 2:
                return begun
    return found if len(found) == 2 else {}


def _texts(lines: Lines, column: int) -> Mapping[str, float]:
    """Return the sum of every text of a column; nothing where it has too many."""
    found: dict[str, float] = defaultdict(float)
    for row, value in lines:
        found[text_of(row[column]) if column < len(row) else ""] += value
        if len(found) > MOST_TEXTS:
            return {}
    return found


def _check_third(layout: Layout, column: int, sums: Mapping[str, float]) -> None:
    """Ask about letters of the two sides beside a third letter, over amounts without signs.

    Raises
    ------
    QuestionError
        With the rows of the two sides as a proposal.

    """
    letters = all(len(text) == 1 and text.isalpha() for text in sums)
    if len(sums) != 3 or not letters or any(map(parse_direction, sums)):
        return
    for third in sums:
        sides = sides_of_pair([text for text in sums if text != third], layout.headers[column])
        if sides and all(sum_ > 0 for sum_ in sums.values()):
            question = _question(layout, column, sums, sides)
            header = name_of_column(layout, column)
            question.proposal = {**question.proposal, "keep": {header: sorted(sides)}}
            raise question


def _decided(sheet: Sheet, layout: Layout, column: int, sums: Mapping[str, float]) -> Layout:
    """Take the sides that letters say; ask where only the figures say that there are two."""
    header = layout.headers[column]
    both = names_both(header) and not says_result(header)  # `Net revenue expenditure` is neither
    named = column == layout.columns.get("direction") or both
    begun = {text.rstrip("*"): text for text in sums}
    sides = {begun[text]: side for text, side in sides_of_pair(begun, header).items()}
    one, other = (abs(sum_) for sum_ in sums.values())
    told = len(f"{one:.0f}".rstrip("0")) >= TELLING
    balanced = told and abs(one - other) <= BALANCED * one
    if sides and (named or balanced):
        found = tuple((column, text, side) for text, side in sides.items())
        roles = {role: at for role, at in layout.columns.items() if at != column}
        return replace(layout, columns={**roles, "direction": column}, sides=found)
    same = all(len(text) == SHORT and text.isdecimal() and text[0] != "0" for text in begun)
    likely = balanced or sides or SIGNS.issuperset(sums)
    likely = likely or (same and _says_both_of_one(sheet, layout, column))
    likely = likely and not _has_names(sheet, layout, column)
    likely = likely and (bool(sides) or not _tells_heads(sheet, layout, column))
    if named or ((sides or all(len(text) <= SHORT for text in begun)) and likely):
        raise _question(layout, column, sums, sides)
    return layout


def _says_both_of_one(sheet: Sheet, layout: Layout, column: int) -> bool:
    """Say whether rows of one account code have either value of a column."""
    line = layout.columns.get("line")
    if line is None or column in layout.columns.values():
        return False
    seen: dict[str, set[str]] = defaultdict(set)
    for row in layout.rows_of(sheet):
        if (text := sheet.text(row, line)) and (side := sheet.text(row, column)):
            seen[text].add(side[:SHORT])
    return any(len(sides) > 1 for sides in seen.values())


def _has_names(sheet: Sheet, layout: Layout, column: int) -> bool:
    """Say whether each value has a name of its own beside it, which is none of a side."""
    rows = [row for row in layout.rows_of(sheet) if sheet.text(row, column)]
    for at in layout.labels:
        pairs = {(sheet.text(row, column), sheet.text(row, at)) for row in rows}
        names = {name for _, name in pairs if any(map(str.isalpha, name))}
        if at != column and len(pairs) == len(names) == 2:
            return not any(map(parse_direction, names))
    return False


def _tells_heads(sheet: Sheet, layout: Layout, column: int) -> bool:
    """Say whether one value is that of codes which begin others, and none else: `PB`, `PG`."""
    line = layout.columns.get("line")
    texts = [] if line is None else [sheet.text(row, line) for row in layout.rows_of(sheet)]
    codes, _ = parts_of(texts)
    heads = {*parents(codes).values()}
    told = {
        (sheet.text(row, column), code in heads)
        for row, code in zip(layout.rows_of(sheet), codes, strict=False)
        if code
    }
    return len(heads) > 1 and len(told) == 2 and len({text for text, _ in told}) == 2


def _question(
    layout: Layout, column: int, sums: Mapping[str, float], sides: Mapping[str, int]
) -> QuestionError:
    header = name_of_column(layout, column)
    one, *_, other = sorted(sums, key=lambda text: -sides.get(text, 0))  # expenditure first
    told = [say("{text!r}: {sum:,.2f}", text=text, sum=sum_) for text, sum_ in sums.items()]
    answers: Sequence[Mapping[str, object]] = [
        {"direction": {"income": {header: [income]}, "expenditure": {header: [spent]}}}
        for spent, income in ((one, other), (other, one))
    ]
    neither = {"direction": {"expenditure": {header: ["*"]}}}
    return QuestionError(
        say(
            "column {header!r} parts the amounts ({told}): which is income, "
            "which expenditure, or neither",
            header=header,
            told=told,
        ),
        proposal=answers[0],
        others=[answers[1], neither],
    )
