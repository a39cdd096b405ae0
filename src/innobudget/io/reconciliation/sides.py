"""Which sign expenditure has: as rows say, else by charts of accounts or custom; or a question."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile
from math import fsum, isclose

from innobudget.domain.reading import Sign
from innobudget.errors import Problem
from innobudget.io.layouts.layout import Layout, name_of_column
from innobudget.io.mapping import QuestionError
from innobudget.io.reconciliation.signs import (
    all_income,
    decide_sign,
    direction_of,
    earns,
    is_named_side,
    side_in_words,
    sign_of_most,
    sign_of_words,
    sum_of,
)
from innobudget.io.sheets import Sheet
from innobudget.io.tables.table import TableRow, matches
from innobudget.io.wording.columns import counts_up, side_called
from innobudget.io.wording.labels import (
    is_danish,
    refine_kind,
    says_result,
    speaks_of_income,
)
from innobudget.messages import say

SOME = 0.05
"""Positive income of less than this share of the money is a doubt, and no question."""
FEW, SPEAKING = 6, 6
"""The most texts of a column that say what rows are; one row in so many speaks of income."""
CHARTS = (
    *(("5", "4"), ("7", "6"), ("57", "46"), ("6", "7"), ("3", "4"), ("35", "46")),
    *(("4567", "3"), ("456789", "0123"), ("012345", "6789")),
)  # fmt: skip
"""First digits of accounts of expenditure and of income: German, French, Swiss; Swedish and
Finnish, German states', Norwegian."""
FEW_CLASSES = 4
"""Of more classes, the first digits may as well be those of functions."""
CHAPTER, CHAPTERS, PAIRED = 3000, range(3000, 6000), range(3000, 5000)
"""A Norwegian chapter of income is that of its expenditure and 3000, mostly; not one of taxes."""
MOSTLY = 0.8
_CODE = re.compile(r"(?!00+$)\d[^,]*")  # `0000` is none
_SLASHED = re.compile(r"[1256]/")
"""Austrian codes: 1 and 5 are expenditure, 2 and 6 income."""


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
    decided = known or decide_sign(rows) or sign_of_words(rows) or sign_of_words(every)
    decided = decided or _sign_of_headers(layout, rows)
    if decided:
        return decided, ()
    plain = [row for row in rows if not any(map(says_result, row.labels))]
    alone = is_named_side(sheet) or _added_up(plain, rows, every)
    if sign_of_most(plain) == "expenditure-positive" and not alone:
        _check_income(sheet, layout, plain)
    amounts = [amount for row in rows for amount in row.amounts.values()]
    danish = sum(is_danish(row.code) for row in rows) * 2 > len(rows)
    earned = any(map(earns, (row for row in rows if sum_of(row) > 0)))
    if danish and fsum(amounts) >= 0 and not earned:
        return "expenditure-positive", ()
    kinds = [refine_kind(None, row.code) for row in rows]
    financing = kinds.count("financing") * 2 > len(kinds)  # Danish taxes, grants, loans: income
    if sign_of_most(rows) == "expenditure-negative" and not financing:
        raise _negative_question(rows)
    both = any(amount > 0 for amount in amounts) and any(amount < 0 for amount in amounts)
    charted = any(map(_is_chart, (groups for _, groups in _groups(sheet, layout, plain))))
    if not both and not charted and not any(map(earns, every)):
        return "expenditure-positive", ()
    doubt = Problem(
        code="sign-not-said",
        place=sheet.place(),
        found=say("nothing that says which amounts are income"),
        expected=say("expenditure positive and income negative: read so"),
        remedy=say("if it is the other way round, set sign = 'expenditure-negative'"),
    )
    return "expenditure-positive", (doubt,)


def _sign_of_headers(layout: Layout, rows: Sequence[TableRow]) -> Sign | None:
    """Return the sign where all columns of amounts are called income, and none has both signs."""
    sides = {side_called(layout.headers[at]) for at in layout.amount_columns}
    whole = fsum(map(sum_of, rows))
    if sides != {-1} or abs(whole) < fsum(abs(sum_of(row)) for row in rows):
        return None
    return "expenditure-negative" if whole > 0 else "expenditure-positive"


def _negative_question(rows: Sequence[TableRow]) -> QuestionError:
    """Ask what negative amounts are; the likelier answer by the words of the rows first."""
    answers: list[Mapping[str, object]] = [
        {"sign": "expenditure-negative"},
        {"sign": "expenditure-positive"},
    ]
    first, other = answers[::-1] if all_income(rows) else answers
    return QuestionError(
        say(
            "nearly all amounts are negative, and nothing says whether they are "
            "expenditure or income"
        ),
        proposal=first,
        others=[other],
    )


def _added_up(
    plain: Sequence[TableRow], rows: Sequence[TableRow], every: Sequence[TableRow]
) -> bool:
    """Say whether a total, or all on one or two levels, add up all rows, and none income alone."""
    whole, lines = fsum(map(sum_of, plain)), {row.row for row in rows}
    totals = [sum_of(row) for row in every if row.row not in lines]
    income = fsum(sum_of(row) for row in plain if earns(row))
    if any(isclose(total, income) for total in totals):
        return False
    return any(isclose(own, whole) for own in (*totals, fsum(totals), fsum(totals) / 2))


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


def _check_income(sheet: Sheet, layout: Layout, rows: Sequence[TableRow]) -> None:
    """Ask about income that is written positive, beside expenditure that other codes begin.

    Raises
    ------
    QuestionError
        With the beginnings of the codes of income as a proposal.

    """
    for column in layout.labels:
        codes = {row.row: text for row in rows if (text := sheet.text(row.row, column))}
        if begun := _begun_by_income({*codes.values()}):
            earned = [row for row in rows if matches(codes.get(row.row, ""), begun)]
            raise _income_question(layout, column, begun, earned, rows)
    for column, groups in _groups(sheet, layout, rows):
        money = {key: fsum(map(sum_of, own)) for key, own in groups.items()}
        names = _own_names(layout, column, rows)
        said = [
            key
            for key, own in groups.items()
            if 0 < money[key] < 2 * fsum(sum_of(row) for row in own if earns(row, names))
            and sum(earns(row, names) for row in own) * SPEAKING
            >= sum(bool(sum_of(row)) for row in own)
            and not any(side_in_words(row) > 0 for row in own)
        ]
        accounts = layout.columns.get("line", column) == column  # or of funds, programmes
        charted = _charted(groups, said, CHARTS if accounts else CHARTS[:-1]) if said else []
        income = charted or said
        share = fsum(money[key] for key in income)
        spends = any(_spends(row) for key in groups.keys() - income for row in groups[key])
        if income and share >= SOME * fsum(money.values()) and (charted or spends):
            earned = [row for key in income for row in groups[key]]
            raise _income_question(layout, column, income, earned, rows)


def _own_names(layout: Layout, column: int, rows: Sequence[TableRow]) -> list[int]:
    """Return the places of labels but those that only name the codes of other columns: a fund."""
    texts, own = [*zip(*(row.labels for row in rows), strict=True)], layout.labels.index(column)

    def names(code: int, name: int) -> bool:
        return len({*zip(texts[code], texts[name], strict=True)}) == len({*texts[code]})

    coded = [at for at, of in enumerate(texts) if at != own and all(map(str.isdecimal, of))]
    coded = [at for at in coded if len({*texts[at]}) < len(rows)]
    every = range(len(texts))
    others = {at for at in every for code in coded if at != code and names(code, at)}
    return [at for at in every if at not in others or names(own, at)]


def _begun_by_income(codes: Collection[str]) -> list[str]:
    """Return how codes of income begin, where their own numbers tell them from expenditure."""
    if codes and all(map(_SLASHED.match, codes)):
        begun = {code[:2] for code in codes}
        return sorted(f"{own}*" for own in begun if own in ("2/", "6/") and len(begun) > 1)
    numbers = {int(code) for code in codes} if all(map(str.isdecimal, codes)) else set()
    income = {number for number in numbers if number in CHAPTERS}
    spent = numbers - income
    paired = [number - CHAPTER in spent for number in income if number in PAIRED]
    few = sum(paired) < 2 or counts_up([*map(str, sorted(numbers))])
    if few or sum(paired) < MOSTLY * len(paired) or max(spent) > CHAPTER:
        return []
    others = [*map(str, spent)]
    return sorted({_beginning(str(number), others) for number in income})


def _beginning(code: str, others: Sequence[str]) -> str:
    """Return the fewest first signs of a code that no other begins with, and any behind them."""
    begun = (code[:size] for size in range(1, len(code)))
    own = (text for text in begun if not any(other.startswith(text) for other in others))
    return f"{next(own, code)}*"


def _charted(
    groups: Collection[str], income: Collection[str], charts: Sequence[tuple[str, str]]
) -> list[str]:
    """Return the groups of income in a chart of accounts which those found by words bear out."""
    for spent, earned in charts:
        mine = [key for key in groups if key.rstrip("*") in {*earned}]
        others = {key.rstrip("*") for key in groups} - {key.rstrip("*") for key in mine}
        main = {earned[0], f"{earned[0]}*"} & {*mine}  # else other digits mean other things
        if main and others and others <= {*spent} and {*income} <= {*mine}:
            return mine
    return []


def _is_chart(groups: Collection[str]) -> bool:
    """Say whether first digits are all the few classes of a chart of accounts."""
    found = {key.removesuffix("*") for key in groups if key.endswith("*")}
    return len(found) <= FEW_CLASSES and any(found == {*both[0], *both[1]} for both in CHARTS)


def _income_question(
    layout: Layout,
    column: int,
    begun: Sequence[str],
    earned: Sequence[TableRow],
    rows: Sequence[TableRow],
) -> QuestionError:
    """Ask whether rows with codes that begin so are income, naming the first that is."""
    told = (text for row in earned for text in row.labels if speaks_of_income(text))
    return QuestionError(
        say(
            "nearly all amounts are positive, and those of lines such as {label} are "
            "income by words or codes: {income:,.2f} of {whole:,.2f}, all years together",
            label=next(told, earned[0].label),
            income=fsum(map(sum_of, earned)),
            whole=fsum(map(sum_of, rows)),
        ),
        proposal={"direction": {"income": {name_of_column(layout, column): list(begun)}}},
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
        coded = all(map(_CODE.fullmatch, texts)) and not counts_up(texts)
        few = 1 < len(set(texts)) <= FEW and len(set(texts)) * 2 <= len(texts)
        groups: dict[str, list[TableRow]] = defaultdict(list)
        for text, row in zip(texts, rows, strict=True):
            groups[f"{text[:begun]}*" if coded and len(text) > begun else text].append(row)
        if coded and len(groups) > 1:
            yield column, {key: groups[key] for key in sorted(groups)}
        elif few and all(texts):
            worded.append((column, groups))
    yield from worded
