"""Appropriations as a file that a budget office can load: one line per change and year."""

import csv
from collections.abc import Sequence
from io import StringIO
from itertools import groupby

from innobudget.domain.budget import Side
from innobudget.domain.csv_text import protect
from innobudget.domain.results import Results
from innobudget.domain.scenario import Language
from innobudget.messages import marks, say
from innobudget.report.appropriations import BOOKED, Appropriation, appropriations, still_to_book
from innobudget.report.words import labels, workings

COLUMNS = (
    say("line"),
    say("name"),
    say("area"),
    say("kind"),
    say("investment"),
    say("change"),
    say("lasts"),
    say("year"),
    say("amount"),
    say("side"),
)
FINE = 1_000
"""Parts of a currency unit that amounts are counted in before they are rounded: whole numbers,
so that no sum depends on its order."""

Path = tuple[object, ...]
"""Which sums an amount is part of: from the largest to its own."""


def appropriations_csv(results: Results, language: Language) -> str:
    """Return appropriations.csv: `;` between columns in Danish, `,` in English.

    Amounts are whole currency units with the budget's signs: a booked saving is negative.
    Where the budget file is after the bookings, only what it does not hold is listed. Years
    without a change are left out; what stands on no line of the budget comes last.
    """
    file = StringIO()
    writer = csv.writer(
        file, delimiter=";" if marks(language)[1] == "," else ",", lineterminator="\r\n"
    )
    writer.writerow([phrase(language) for phrase in COLUMNS])
    changes = sorted(appropriations(results), key=lambda change: change.account.line is None)
    found: dict[tuple[str, ...], list[int]] = {}
    for change, amounts in zip(changes, _whole_by_year(results, changes), strict=True):
        words = tuple(protect(word) for word in _words(results, change, language))
        before = found.get(words, [0] * len(amounts))
        found[words] = [one + other for one, other in zip(before, amounts, strict=True)]
    for words, amounts in found.items():
        for year, amount in zip(results.scenario.horizon.years, amounts, strict=True):
            if amount:
                writer.writerow([*words[:-1], year, amount, words[-1]])
    return file.getvalue()


def _whole_by_year(results: Results, changes: Sequence[Appropriation]) -> list[list[int]]:
    """Round what is still to be booked of each change to whole units, by year. [currency]

    Sums hold: of the year's savings and running costs and of its spending, and within these
    of each investment, its savings or its running costs, and each effect.
    """
    paths = [
        (
            change.change in BOOKED,
            change.investment,
            change.change,
            change.effect or 0,
            number,
        )
        for number, change in enumerate(changes)
    ]
    rows = [still_to_book(results.scenario, change).tolist() for change in changes]
    years = [
        whole_units(paths, [row[year] for row in rows])
        for year in range(results.scenario.horizon.length)
    ]
    return [[year[number] for year in years] for number in range(len(changes))]


def whole_units(paths: Sequence[Path], amounts: Sequence[float]) -> list[int]:
    """Round amounts to whole numbers so that every sum of them is its own amount rounded.

    The largest remainders go up, level by level: each sum, and each amount, is the whole
    number just below or just above it. The sums of the first level are rounded to the nearest.

    Parameters
    ----------
    paths
        For each amount the sums that it is part of, from the largest to itself; all of one
        length, each of them once.
    amounts
        To be rounded.

    Examples
    --------
    >>> whole_units([("a", 1), ("a", 2), ("a", 3)], [33.4, 33.3, 33.3])
    [34, 33, 33]

    """
    fine = [round(amount * FINE) for amount in amounts]
    found = [0] * len(fine)

    def spread(members: list[int], depth: int, total: int) -> None:
        if depth == len(paths[members[0]]):
            found[members[0]] = total
            return
        parts = _parts(members, paths, depth)
        exact = [sum(fine[member] for member in part) for part in parts]
        for part, whole in zip(parts, _shared_out(exact, total), strict=True):
            spread(part, depth + 1, whole)

    for part in _parts(list(range(len(fine))), paths, 0) if fine else []:
        exact = sum(fine[member] for member in part)
        spread(part, 1, (2 * exact + FINE) // (2 * FINE))
    return found


def _parts(members: list[int], paths: Sequence[Path], depth: int) -> list[list[int]]:
    order = {paths[member][depth]: place for place, member in reversed([*enumerate(members)])}
    ordered = sorted(members, key=lambda member: order[paths[member][depth]])
    return [[*part] for _, part in groupby(ordered, key=lambda member: paths[member][depth])]


def _shared_out(exact: Sequence[int], total: int) -> list[int]:
    """Share a whole total out over its parts: the largest remainders are rounded up."""
    low = [part // FINE for part in exact]
    up = sorted(range(len(exact)), key=lambda place: -(exact[place] % FINE))
    for place in up[: total - sum(low)]:
        low[place] += 1
    return low


def _words(results: Results, change: Appropriation, language: Language) -> list[str]:
    line = change.account.line
    investment = results.scenario.enabled[change.investment - 1]
    lasts = workings.PERMANENT if change.permanent else workings.TEMPORARY
    side: Side = "income" if line is not None and line.is_income else "expenditure"
    return [
        labels.NOT_PLACED(language) if line is None else line.id,
        _why_nowhere(change, language) if line is None else line.name,
        change.account.area or "",
        labels.KINDS[change.account.kind](language),
        investment.title,
        workings.CHANGES[change.change](language),
        lasts(language),
        "" if line is None else labels.SIDES[side](language),
    ]


def _why_nowhere(change: Appropriation, language: Language) -> str:
    if change.change not in BOOKED:
        return workings.NAMES_NO_LINE(language, key="outlay_line")
    if change.effect is None:
        return workings.BOOKED_TOO_EARLY(language)
    return workings.NAMES_NO_LINE(language, key="line")
