"""Rows of a table → lines and totals, or a question where they cannot be told apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from innobudget.io.layouts.layout import Layout
from innobudget.io.reconciliation.heads import find_heads
from innobudget.io.reconciliation.hidden import find_hidden_totals
from innobudget.io.reconciliation.signs import decide_sign, direction_of
from innobudget.io.reconciliation.stack import Candidate, Total
from innobudget.io.reconciliation.totals import Totals, find_totals
from innobudget.io.sheets import Sheet
from innobudget.io.tables.precision import precision_of
from innobudget.io.tables.table import TableRow
from innobudget.io.wording.questions import QuestionError
from innobudget.io.wording.totals import is_grand

SHOWN = 3
EMPTY_ROWS = 3


def split_totals(sheet: Sheet, layout: Layout, rows: Sequence[TableRow]) -> Totals:
    """Find the totals among the rows: sheet by sheet, in a long table year by year.

    Raises
    ------
    QuestionError
        If rows add up others to the last digit and nothing says whether they are totals.

    """
    long = not layout.amounts
    turned = decide_sign(rows) == "both-positive"
    codes = [row.code for row in rows]
    coded = "line" in layout.columns and any(codes)
    numbered = _count_up(codes)
    factors = [-1 if turned and direction_of(row) < 0 else 1 for row in rows]
    found = _Split()
    for group, positions in _groups(sheet, rows, long=long):
        found.take(
            positions,
            [rows[at] for at in positions],
            [
                _Signed(
                    candidate=Candidate(
                        labels=rows[at].labels,
                        coded=bool(codes[at]) if coded else None,
                        numbered=numbered,
                        amounts=tuple(factors[at] * rows[at].amounts.get(y, 0.0) for y in group),
                        flagged=rows[at].flagged,
                    ),
                    factor=factors[at],
                )
                for at in positions
            ],
        )
    for _, run in groupby(range(len(rows)), lambda at: sheet.parts and sheet.part(rows[at].row)):
        _check_tail(sheet, rows, list(run), found)
    if found.hidden or found.unsure:
        raise _question(sheet, layout, rows, found)
    return Totals(
        totals=found.totals,
        repeats=found.repeats,
        unmarked=frozenset(found.unmarked),
        named=frozenset(found.named),
    )


def _groups(
    sheet: Sheet, rows: Sequence[TableRow], *, long: bool
) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the years and the positions of rows to look at together: those of one sheet."""
    years = sorted({year for row in rows for year in row.amounts})
    for _, run in groupby(range(len(rows)), lambda at: sheet.parts and sheet.part(rows[at].row)):
        own = list(run)
        for group in [[year] for year in years] if long else [years]:
            positions = [at for at in own if not long or group[0] in rows[at].amounts]
            if positions:
                yield group, positions


def _count_up(codes: Sequence[str]) -> bool:
    """Say whether codes only number the rows: 1, 2, 3."""
    numbers = [int(code) for code in codes if code.isdecimal() and len(code) < 19]
    return len(numbers) == len(codes) > 2 and all(b == a + 1 for a, b in pairwise(numbers))


@dataclass(slots=True, kw_only=True)
class _Split:
    """What was found so far, by the positions of the rows."""

    totals: dict[int, Total] = field(default_factory=dict)
    repeats: dict[int, int] = field(default_factory=dict)
    hidden: dict[int, tuple[int, int]] = field(default_factory=dict)
    unsure: dict[int, tuple[int, int]] = field(default_factory=dict)
    unmarked: set[int] = field(default_factory=set)
    named: set[int] = field(default_factory=set)

    def take(
        self, positions: Sequence[int], rows: Sequence[TableRow], signed: Sequence["_Signed"]
    ) -> None:
        """Find the totals among some rows: first by their codes, then by words and sums."""
        precision = precision_of(rows)
        heads = find_heads([row.code for row in rows], [row.candidate for row in signed], precision)
        self._add(positions, signed, heads.totals)
        self.unsure.update(
            (positions[at], _places(positions, run)) for at, run in heads.unsure.items()
        )
        kept = [at for at in range(len(rows)) if at not in heads.totals]
        positions, signed = [positions[at] for at in kept], [signed[at] for at in kept]
        candidates = [row.candidate for row in signed]
        found = find_totals(candidates, precision)
        self._add(positions, signed, found.totals)
        self.repeats.update((positions[at], positions[of]) for at, of in found.repeats.items())
        self.unmarked.update(positions[at] for at in found.unmarked)
        self.named.update(positions[at] for at in found.named)
        asked = find_hidden_totals(candidates, found.lines(len(candidates)), precision)
        self.hidden.update((positions[at], _places(positions, run)) for at, run in asked.items())

    def covers_all_above(self, total: int, first: int) -> bool:
        """Say whether every line from the first to a total belongs to it, and no other does."""
        above = set(range(first, total)) - self.totals.keys() - self.repeats.keys()
        return bool(above) and self.totals[total].lines.keys() == above

    def _add(
        self, positions: Sequence[int], signed: Sequence["_Signed"], totals: Mapping[int, Total]
    ) -> None:
        for at, total in totals.items():
            own = signed[at].factor
            lines = {
                positions[line]: own * s * signed[line].factor for line, s in total.lines.items()
            }
            self.totals[positions[at]] = Total(lines=lines, agrees=total.agrees)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signed:
    """A row as far as finding totals needs it."""

    candidate: Candidate
    factor: int
    """-1 for income that is written positive beside positive expenditure."""


def _places(positions: Sequence[int], run: tuple[int, int]) -> tuple[int, int]:
    return positions[run[0]], positions[run[1]]


def _check_tail(sheet: Sheet, rows: Sequence[TableRow], run: Sequence[int], found: _Split) -> None:
    """Ask about figures below the last total: below a grand total, far below, without a label.

    The rows of one sheet, a run of positions, are looked at.

    Raises
    ------
    QuestionError
        With the last total as the end of the table.

    """
    totals, repeats = found.totals, found.repeats
    last = max((at for at in run if at in totals and totals[at].agrees), default=None)
    if last is None:
        return
    after = [rows[at] for at in run if at > last and at not in repeats]
    if not after:
        return
    apart = after[0].row - rows[last].row > EMPTY_ROWS
    names = {"line", "name"} if sheet.parts else {"line", "name", "area"}
    unnamed = any(not row.texts.keys() & names for row in after)
    grand = any(map(is_grand, rows[last].labels)) and found.covers_all_above(last, run[0])
    if apart or unnamed or grand:
        last_row = rows[last].row + 1
        below = [sheet.row_name(row.row) for row in after]
        raise QuestionError(
            f"figures follow the last total ({rows[last].label}) in {sheet.place(after[0].row)}: "
            "lines of the budget, or notes beside it",
            proposal={"leave_out": {"row": below}} if sheet.parts else {"last_row": last_row},
        )


def _question(
    sheet: Sheet,
    layout: Layout,
    rows: Sequence[TableRow],
    found: _Split,
) -> QuestionError:
    told = [
        f"row {sheet.row_name(rows[at].row)} ({rows[at].label}) {says} rows "
        f"{sheet.row_name(rows[first].row)} to {sheet.row_name(rows[last].row)}"
        for says, runs in (
            ("is the sum of", found.hidden),
            ("heads, but is not the sum of,", found.unsure),
        )
        for at, (first, last) in list(runs.items())[:SHOWN]
    ]
    asked = [*found.hidden, *found.unsure]
    more = f", and {len(asked) - len(told)} more" if len(asked) > len(told) else ""
    return QuestionError(
        f"lines and totals cannot be told apart in {sheet.place()}: {'; '.join(told)}{more}",
        proposal={"total_rows": _texts_of(sheet, layout, rows, asked)},
    )


def _texts_of(
    sheet: Sheet, layout: Layout, rows: Sequence[TableRow], hidden: Iterable[int]
) -> dict[str, list[str]]:
    """Return the names of totals for a mapping, row numbers where lines share the names."""
    totals = [rows[at] for at in hidden]
    names = [row.texts.get("name", "") for row in totals]
    others = {row.texts.get("name", "") for row in rows if row not in totals}
    if all(names) and others.isdisjoint(names):
        return {layout.headers[layout.columns["name"]]: list(dict.fromkeys(names))}
    return {"row": [sheet.row_name(row.row) for row in totals]}
