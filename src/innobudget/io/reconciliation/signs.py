"""Which sign expenditure has, from the file's own words and its arithmetic."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import fsum

from innobudget.domain.reading import Sign
from innobudget.errors import Problem
from innobudget.io.reconciliation.totals import Totals
from innobudget.io.sheets import Sheet
from innobudget.io.tables.table import TableRow
from innobudget.io.wording.directions import parse_direction
from innobudget.io.wording.kinds import is_danish, refine_kind
from innobudget.io.wording.questions import QuestionError
from innobudget.io.wording.totals import says_result

NEARLY_ALL = 0.8
WORDS_OF = {1: "expenditure", -1: "income"}


def settle_sign(
    place: str, rows: Sequence[TableRow], known: Sign | None, every: Sequence[TableRow]
) -> tuple[Sign, tuple[Problem, ...]]:
    """Return the sign, and the doubt where only custom says it.

    Directions say it, else the words of the lines, else custom: Danish municipalities write
    expenditure positive, which with their codes is no doubt unless the file holds more income.
    Where all amounts have one sign, and no line speaks of income, they are expenditure.

    Raises
    ------
    QuestionError
        If nearly all amounts are negative and nothing says whether that is income.

    """
    decided = known or decide_sign(rows)
    if decided:
        return decided, ()
    worded = sign_of_words(rows) or sign_of_words(every)
    if worded:
        return worded, ()
    amounts = [amount for row in rows for amount in row.amounts.values()]
    danish = sum(is_danish(row.code) for row in rows) * 2 > len(rows)
    earned = any(parse_direction(" ".join(row.labels)) < 0 for row in rows if sum_of(row) > 0)
    if danish and fsum(amounts) >= 0 and not earned:
        return "expenditure-positive", ()
    if sign_of_most(rows) == "expenditure-negative" and not _is_financing(rows):
        raise QuestionError(
            "nearly all amounts are negative, and nothing says whether they are expenditure or "
            "income",
            proposal={"sign": "expenditure-negative"},
        )
    both = any(amount > 0 for amount in amounts) and any(amount < 0 for amount in amounts)
    if not both and not any(parse_direction(" ".join(row.labels)) < 0 for row in every):
        return "expenditure-positive", ()
    doubt = Problem(
        code="sign-not-said",
        place=place,
        found="nothing that says which amounts are income",
        expected="expenditure positive and income negative: read so",
        remedy="if it is the other way round, set sign = 'expenditure-negative'",
    )
    return "expenditure-positive", (doubt,)


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
                found="a sheet that does not say which amounts are income, beside sheets that do",
                expected="expenditure: read so",
                remedy="if it holds income, say so in the file, in a column or above the rows",
            )


def _is_financing(rows: Sequence[TableRow]) -> bool:
    """Say whether the lines are Danish taxes, grants and loans, which are income."""
    kinds = [refine_kind(None, row.code) for row in rows]
    return kinds.count("financing") * 2 > len(kinds)


def sign_of_words(rows: Sequence[TableRow]) -> Sign | None:
    """Decide the sign from lines that call themselves income or expenditure, where both do.

    Where only income does, nearly all other lines are expenditure; alone, it is negative.
    """
    said = [(parse_direction(" ".join(row.labels)), fsum(row.amounts.values())) for row in rows]
    income, spent = (fsum(sum_ for side, sum_ in said if side == wanted) for wanted in (-1, 1))
    if income and not spent:
        others = [sum_ for side, sum_ in said if not side and sum_]
        above = sum(sum_ > 0 for sum_ in others)
        if max(above, len(others) - above) >= NEARLY_ALL * len(others):
            spent = 2 * above - len(others) or -min(income, 0.0)
    if income < 0 < spent:
        return "expenditure-positive"
    return "expenditure-negative" if spent < 0 < income else None


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
    if not any("direction" in row.texts for row in rows):
        return None
    income = _balance(rows, -1)
    expenditure = _balance(rows, 1)
    if income is None and expenditure is None:
        return None
    if expenditure is None:
        return "expenditure-positive" if income == -1 else "both-positive"
    if expenditure == -1:
        return "expenditure-negative"
    return "both-positive" if income == 1 else "expenditure-positive"


def _balance(rows: Iterable[TableRow], direction: int) -> int | None:
    """Return the sign that most of the money of a direction has."""
    amounts = [
        amount for row in rows if direction_of(row) == direction for amount in row.amounts.values()
    ]
    if not any(amounts):
        return None
    return 1 if sum(amounts) > 0 else -1


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
            f"column {header!r} holds {', '.join(map(repr, others))} besides income and "
            "expenditure: adding them up would count money twice",
            proposal={"keep": {header: known}},
        )


def directions_from_totals(rows: Sequence[TableRow], totals: Totals) -> list[TableRow]:
    """Give rows a direction where totals say it.

    `result = income - expenditure` with both written positive: the arithmetic parts the lines
    in two groups, and the words of the totals say which group is income. Without such a
    result, the words of totals of income and of expenditure say it of the lines under them.
    """
    if decide_sign(rows) is not None:
        return list(rows)
    signs: dict[int, int] = {}
    for total in totals.totals.values():
        if total.agrees and len(set(total.lines.values())) > 1:
            signs.update(total.lines)
    income = _income_sign(rows, totals, signs) if signs else 0
    sides = {position: -1 if s == income else 1 for position, s in signs.items()}
    sides = sides or _sides_of_totals(rows, totals)
    if not sides:
        return list(rows)
    return [
        replace(row, texts={**row.texts, "direction": WORDS_OF[sides[position]]})
        if position in sides
        else row
        for position, row in enumerate(rows)
    ]


def _sides_of_totals(rows: Sequence[TableRow], totals: Totals) -> dict[int, int]:
    """Return the side of each line under a total of income or of expenditure, where both are."""
    sides: dict[int, int] = {}
    for position, total in sorted(totals.totals.items(), key=lambda item: len(item[1].lines)):
        label = " ".join(rows[position].labels)
        side = 0 if says_result(label) else parse_direction(label)
        for line in total.lines if side else ():
            sides.setdefault(line, side)
    return sides if len(set(sides.values())) > 1 else {}


def _income_sign(rows: Sequence[TableRow], totals: Totals, signs: Mapping[int, int]) -> int:
    """Return the sign of the group whose words say income."""
    votes = 0
    for position, row in enumerate(rows):
        said = parse_direction(" ".join(row.labels))
        total = totals.totals.get(position)
        lines = total.lines if total else {position: 1}
        own = {signs[line] for line in lines if line in signs}
        if said and len(own) == 1:
            votes -= said * own.pop()
    return 1 if votes >= 0 else -1
