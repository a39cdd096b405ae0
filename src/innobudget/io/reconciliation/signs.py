"""Which sign expenditure has, from the file's own words and its arithmetic."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile
from math import fsum, isclose

from innobudget.domain.reading import Sign
from innobudget.errors import Problem
from innobudget.io.layouts.layout import Layout, name_of_column
from innobudget.io.mapping import QuestionError
from innobudget.io.reconciliation.totals import Totals
from innobudget.io.sheets import Sheet
from innobudget.io.tables.table import TableRow
from innobudget.io.wording.columns import counts_up
from innobudget.io.wording.labels import (
    is_danish,
    parse_direction,
    refine_kind,
    says_result,
    speaks_of_income,
)
from innobudget.messages import say

NEARLY_ALL = 0.8
SOME = 0.05
"""Positive income of less than this share of the money is a doubt, and no question."""
FEW = 6
"""The most texts of a column that may say what a row is of a line, such as income."""
CHARTED = ({"4*", "5*"}, {"6*", "7*"}, {"4*", "5*", "6*", "7*"})
"""Classes of the German charts of accounts, income 4 and 6, and of the French one, income 7."""
WORDS_OF = {1: "expenditure", -1: "income"}


def settle_sign(
    sheet: Sheet,
    layout: Layout,
    *,
    rows: Sequence[TableRow],
    known: Sign | None,
    every: Sequence[TableRow],
) -> tuple[Sign, tuple[Problem, ...]]:
    """Return the sign, and the doubt where only custom says it.

    Directions say it, else the words of the lines, else custom: Danish municipalities write
    expenditure positive, which with their codes is no doubt unless the file holds more income.
    Where all amounts have one sign, and no line speaks of income, they are expenditure.

    Raises
    ------
    QuestionError
        If nearly all amounts are negative and nothing says whether that is income, or positive
        and under some codes income by their words.

    """
    decided = known or decide_sign(rows) or _sign_of_headers(layout, rows)
    decided = decided or sign_of_words(rows) or sign_of_words(every)
    if decided:
        return decided, ()
    plain = [row for row in rows if not any(map(says_result, row.labels))]
    if sign_of_most(plain) == "expenditure-positive" and not _added_up(plain, rows, every):
        _check_income(sheet, layout, plain)
    amounts = [amount for row in rows for amount in row.amounts.values()]
    danish = sum(is_danish(row.code) for row in rows) * 2 > len(rows)
    earned = any(map(_earns, (row for row in rows if sum_of(row) > 0)))
    if danish and fsum(amounts) >= 0 and not earned:
        return "expenditure-positive", ()
    kinds = [refine_kind(None, row.code) for row in rows]
    financing = kinds.count("financing") * 2 > len(kinds)  # Danish taxes, grants, loans: income
    if sign_of_most(rows) == "expenditure-negative" and not financing:
        answers: list[Mapping[str, object]] = [
            {"sign": sign} for sign in ("expenditure-negative", "expenditure-positive")
        ]
        first, other = answers[::-1] if _all_income(rows) else answers
        raise QuestionError(
            say(
                "nearly all amounts are negative, and nothing says whether they are "
                "expenditure or income"
            ),
            proposal=first,
            others=[other],
        )
    both = any(amount > 0 for amount in amounts) and any(amount < 0 for amount in amounts)
    charted = any({*groups} in CHARTED for _, groups in _groups(sheet, layout, plain))
    if not both and not charted and not any(map(_earns, every)):
        return "expenditure-positive", ()
    doubt = Problem(
        code="sign-not-said",
        place=sheet.place(),
        found=say("nothing that says which amounts are income"),
        expected=say("expenditure positive and income negative: read so"),
        remedy=say("if it is the other way round, set sign = 'expenditure-negative'"),
    )
    return "expenditure-positive", (doubt,)


def _added_up(
    plain: Sequence[TableRow], rows: Sequence[TableRow], every: Sequence[TableRow]
) -> bool:
    """Say whether totals, on one or two levels, add up all rows, and none of them income alone."""
    whole, lines = fsum(map(sum_of, plain)), {row.row for row in rows}
    stated = fsum(map(sum_of, every)) - fsum(map(sum_of, rows))
    income = fsum(sum_of(row) for row in plain if _earns(row))
    apart = any(isclose(sum_of(row), income) for row in every if row.row not in lines)
    return not apart and any(isclose(stated, level * whole) for level in (1, 2))


def _sign_of_headers(layout: Layout, rows: Sequence[TableRow]) -> Sign | None:
    """Return the sign where all columns of amounts say by their headers that they are income."""
    headers = [layout.headers[at] for at in layout.amount_columns]
    if not headers or any(parse_direction(text) >= 0 or says_result(text) for text in headers):
        return None
    return "expenditure-negative" if fsum(map(sum_of, rows)) > 0 else "expenditure-positive"


def sides_not_said(sheet: Sheet, rows: Sequence[TableRow], sign: Sign) -> Iterator[Problem]:
    """Doubt the sheets, among several, whose rows alone do not say what is income."""
    if not sheet.parts or sign != "both-positive":
        return
    said = {sheet.part(row.row).name for row in rows if direction_of(row)}
    for part in sheet.parts:
        if part.name not in said and any(sheet.part(row.row) == part for row in rows):
            yield Problem(
                code="sign-not-said",
                place=sheet.place(part.start),
                found=say(
                    "a sheet that does not say which amounts are income, beside sheets that do"
                ),
                expected=say("expenditure: read so"),
                remedy=say("if it holds income, say so in the file, in a column or above the rows"),
            )


def _earns(row: TableRow) -> bool:
    """Say whether a row speaks of income alone."""
    words = (label for label in row.labels if len(label) > 1)
    return side_in_words(row) <= 0 and any(map(speaks_of_income, words))


def _check_income(sheet: Sheet, layout: Layout, rows: Sequence[TableRow]) -> None:
    """Ask about income that is written positive, beside expenditure that other codes begin.

    Raises
    ------
    QuestionError
        With the beginnings of the codes of income as a proposal.

    """
    whole = fsum(map(sum_of, rows))
    for column, groups in _groups(sheet, layout, rows):
        money = {key: fsum(map(sum_of, own)) for key, own in groups.items()}
        income = [
            key
            for key, own in groups.items()
            if 2 * fsum(sum_of(row) for row in own if _earns(row)) > money[key]
            and not any(side_in_words(row) > 0 for row in own)
        ]
        share = fsum(money[key] for key in income)
        spends = any(_spends(row) for key in groups.keys() - income for row in groups[key])
        if income and share >= SOME * whole and spends:
            raise QuestionError(
                say(
                    "nearly all amounts are positive, and those of lines such as {label} are "
                    "income by words or codes: {income:,.2f} of {whole:,.2f}, all years together",
                    label=next(
                        text
                        for row in rows
                        if _earns(row)
                        for text in row.labels
                        if speaks_of_income(text)
                    ),
                    income=share,
                    whole=whole,
                ),
                proposal={"direction": {"income": {name_of_column(layout, column): income}}},
                others=({"sign": "expenditure-positive"},),
            )


def _spends(row: TableRow) -> bool:
    """Say whether a row speaks of expenditure, or has a Danish code that is none of financing."""
    danish = is_danish(row.code) and refine_kind(None, row.code) != "financing"
    return side_in_words(row) > 0 or danish


def _groups(
    sheet: Sheet, layout: Layout, rows: Sequence[TableRow]
) -> Iterator[tuple[int, Mapping[str, Sequence[TableRow]]]]:
    """Yield rows by how their codes begin, and by the few texts of a column, with the column."""
    worded = []
    for column in layout.labels if rows else ():
        texts = [sheet.text(row.row, column) for row in rows]
        ends = zip(min(texts), max(texts), strict=False)
        begun = 1 + len([*takewhile(lambda pair: pair[0] == pair[1], ends)])
        coded = all(text[:1].isdecimal() for text in texts) and not counts_up(texts)
        few = 1 < len(set(texts)) <= FEW and len(set(texts)) * 2 <= len(texts)
        groups: dict[str, list[TableRow]] = defaultdict(list)
        for text, row in zip(texts, rows, strict=True):
            groups[f"{text[:begun]}*" if coded else text].append(row)
        if coded and len(groups) > 1:
            yield column, {key: groups[key] for key in sorted(groups)}
        elif few and all(texts):
            worded.append((column, groups))
    yield from worded


def sign_of_words(rows: Sequence[TableRow]) -> Sign | None:
    """Decide the sign from lines that call themselves income or expenditure, where both do.

    Where only income does, nearly all other lines are expenditure; alone, it is negative.
    """
    said = [(side_in_words(row), fsum(row.amounts.values())) for row in rows]
    income, spent = (fsum(sum_ for side, sum_ in said if side == wanted) for wanted in (-1, 1))
    if income and not spent:
        others = [sum_ for side, sum_ in said if not side and sum_]
        above = sum(sum_ > 0 for sum_ in others)
        if max(above, len(others) - above) >= NEARLY_ALL * len(others):
            spent = 2 * above - len(others) or -min(income, 0.0)
    gross = {side: fsum(abs(sum_) for own, sum_ in said if own == side) for side in (1, -1)}
    mixed = abs(income) < NEARLY_ALL * gross[-1] or abs(spent) < NEARLY_ALL * gross[1]
    if mixed:  # changes, up and down
        return None
    if income < 0 < spent:
        return "expenditure-positive"
    return "expenditure-negative" if spent < 0 < income else None


def _all_income(rows: Sequence[TableRow]) -> bool:
    """Say whether lines that call themselves income are negative as all others, or more so."""
    said = [(side_in_words(row), sum_of(row)) for row in rows]
    income, spent = (fsum(sum_ for side, sum_ in said if side == wanted) for wanted in (-1, 1))
    return income < min(spent, 0)


def sum_of(row: TableRow) -> float:
    """Return the sum of a row's amounts."""
    return fsum(row.amounts.values())


def sign_of_most(rows: Sequence[TableRow]) -> Sign | None:
    """Return the sign that nearly all money has, as if it were expenditure."""
    amounts = [amount for row in rows for amount in row.amounts.values()]
    net, gross = fsum(amounts), fsum(map(abs, amounts))
    if abs(net) <= NEARLY_ALL * gross:
        return None
    return "expenditure-positive" if net > 0 else "expenditure-negative"


def decide_sign(rows: Sequence[TableRow]) -> Sign | None:
    """Decide the sign from the rows' directions; None where nothing says them.

    Income that is mostly negative beside positive expenditure: expenditure is positive.
    Both mostly positive: the direction alone tells them apart.
    """
    spent, earned = (
        [amount for row in rows if direction_of(row) == side for amount in row.amounts.values()]
        for side in (1, -1)
    )
    if any(spent) and sum(spent) <= 0:
        return "expenditure-negative"
    if any(earned):
        return "both-positive" if sum(earned) > 0 else "expenditure-positive"
    return "expenditure-positive" if any(spent) else None


def side_in_words(row: TableRow) -> int:
    """Return 1 for a row that calls itself expenditure, -1 for income, else 0."""
    return _side_of(row.labels)


@lru_cache(maxsize=1 << 16)
def _side_of(labels: tuple[str, ...]) -> int:
    sides = {parse_direction(label) for label in labels if len(label) > 1}
    return (1 in sides) - (-1 in sides)


def direction_of(row: TableRow) -> int:
    """Return 1 for expenditure, -1 for income, 0 where the row does not say."""
    return parse_direction(row.texts.get("direction", ""))


def expenditure_factor(row: TableRow, sign: Sign) -> int:
    """Return what a row's amounts are multiplied by so that expenditure is positive."""
    if sign == "expenditure-negative":
        return -1
    if sign == "both-positive":
        return direction_of(row) or 1
    return 1


def directions_from_totals(rows: Sequence[TableRow], totals: Totals) -> list[TableRow]:
    """Give rows a direction where totals say it.

    `result = income - expenditure` with both written positive: the arithmetic parts the lines
    in two groups, and the words of rows and totals say which group is income. Without such a
    result, the words of totals of income and of expenditure say it of the lines under them.
    """
    if decide_sign(rows) is not None:
        return list(rows)
    own = {at: total.lines for at, total in totals.totals.items()}
    signs: dict[int, int] = {}
    for total in totals.totals.values():
        if total.agrees and len(set(total.lines.values())) > 1:
            signs.update(total.lines)
    votes = 0
    for at, row in enumerate(rows) if signs else ():
        groups = {signs[line] for line in own.get(at, {at: 1}) if line in signs}
        votes += side_in_words(row) * groups.pop() if len(groups) == 1 else 0
    sides = {at: s if votes > 0 else -s for at, s in signs.items()}
    if not signs:
        for at in sorted(own, key=lambda at: len(own[at])):
            side = 0 if says_result(" ".join(rows[at].labels)) else side_in_words(rows[at])
            for line in own[at] if side else ():
                sides.setdefault(line, side)
        most = len(sides) * 2 > len(totals.lines(len(rows)))  # `Fællesudgifter` is one's name
        sides = sides if most and len(set(sides.values())) > 1 else {}
    return [
        replace(row, texts={**row.texts, "direction": WORDS_OF[sides[at]]}) if at in sides else row
        for at, row in enumerate(rows)
    ]
