"""Rows of a table → lines and totals, or a question where they cannot be told apart."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from innobudget.io.layouts.layout import Layout
from innobudget.io.mapping import Nesting
from innobudget.io.reconciliation.asking import (
    check_tail,
    hidden_question,
    nesting_question,
)
from innobudget.io.reconciliation.levels import Head, Levels, find_levels
from innobudget.io.reconciliation.rounding import unit_of, wholes
from innobudget.io.reconciliation.signs import decide_sign, direction_of
from innobudget.io.reconciliation.sums import Candidate, Total
from innobudget.io.reconciliation.totals import Totals, find_hidden, find_totals
from innobudget.io.sheets import Sheet
from innobudget.io.tables.precision import precision_of
from innobudget.io.tables.table import TableRow
from innobudget.io.wording.codes import counts_up
from innobudget.io.wording.directions import parse_direction

REST = "not broken down"


def split_totals(
    sheet: Sheet, layout: Layout, rows: list[TableRow], nesting: Nesting = "recognise"
) -> Totals:
    """Find the totals among the rows, sheet by sheet.

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
    turned = decide_sign(rows) == "both-positive"
    factors = [-1 if turned and direction_of(row) < 0 else 1 for row in rows]
    found = _Split(rows=rows, factors=factors, nesting=nesting)
    filled = [row.code for row in rows if row.code]
    digits = sum(map(_has_digit, filled)) * 2 > len(filled)
    coded = bool(filled) and not counts_up([row.code for row in rows])
    years = sorted({year for row in rows for year in row.amounts})
    groups = _groups(sheet, rows)
    for positions in groups:
        shown = [
            Candidate(
                labels=rows[at].labels,
                coded=_is_coded(rows[at].code, digits=digits) if coded else None,
                amounts=tuple(factors[at] * rows[at].amounts.get(year, 0.0) for year in years),
                flagged=rows[at].flagged,
                missing=not rows[at].columns.keys() <= rows[at].amounts.keys(),
            )
            for at in positions
        ]
        found.take(years, positions, shown)
    split = Totals(
        totals=found.totals,
        repeats=found.repeats,
        unmarked=frozenset(found.unmarked),
        named=frozenset(found.named),
        rests=found.rests,
    )
    for positions in groups:
        check_tail(sheet, layout, rows, positions, split)
    if found.hidden:
        raise hidden_question(sheet, layout, rows, found.hidden)
    if found.unsure:
        raise nesting_question(sheet, rows, found.unsure)
    return split


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _is_coded(code: str, *, digits: bool) -> bool:
    """Say whether a row has a code, where most have digits: words in its place are none."""
    return _has_digit(code) if digits else bool(code)


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


@dataclass(slots=True, kw_only=True)
class _Split:
    """What was found so far, by the positions of the rows."""

    rows: list[TableRow]
    factors: list[int]
    """-1 for income that is written positive beside positive expenditure."""
    nesting: Nesting
    totals: dict[int, Total] = field(default_factory=dict)
    repeats: dict[int, int] = field(default_factory=dict)
    hidden: dict[int, tuple[int, int]] = field(default_factory=dict)
    unsure: dict[int, Head] = field(default_factory=dict)
    rests: dict[int, int] = field(default_factory=dict)
    """Lines that are the rest of a head, by the head."""
    unmarked: set[int] = field(default_factory=set)
    named: set[int] = field(default_factory=set)

    def take(
        self, years: Sequence[int], positions: Sequence[int], shown: Sequence[Candidate]
    ) -> None:
        """Find the totals among some rows: first by their codes, then by words and sums."""
        rows = [self.rows[at] for at in positions]
        precision = precision_of(rows)
        amounts = wholes([row.amounts for row in shown], precision)
        codes = [] if shown[0].coded is None else [row.code for row in rows]
        levels = find_levels(codes, [_key(row) for row in rows], amounts)
        nested = set(levels.of("equal")) | {at for at in levels.heads if shown[at].flagged}
        nested.update(levels.of("empty") if levels.dotted or levels.hold else ())
        open_ = [at for at in levels.of("part", "over") if at not in nested]
        shown = self._turned(positions, shown, levels)
        unit = unit_of([row.amounts for row in shown], precision)
        if open_ and self._are_nested(levels, open_, nested, shown, unit):
            nested.update(open_)
        elif open_ and self._must_ask(levels, open_):
            self.unsure.update((positions[at], levels.heads[at]) for at in open_)
        parted = [at for at in nested if levels.heads[at].fit == "part" and not shown[at].flagged]
        for at in parted:
            self._add_rest(positions[at], years, levels.heads[at].rest, unit)
        for at in nested:
            lines = [
                self.rests.get(positions[line], positions[line])
                for line in (*levels.heads[at].lines, *([at] if at in parted else []))
            ]
            agrees = levels.heads[at].fit != "over"
            self._add(positions[at], dict.fromkeys(lines, 1), agrees=agrees)
        self._take_rest(
            [
                self.rests.get(positions[at], positions[at])
                for at in _left(len(rows), nested, parted)
            ],
            _without(shown, levels, nested, parted, unit),
            precision,
        )

    def _turned(
        self, positions: Sequence[int], shown: Sequence[Candidate], levels: Levels
    ) -> list[Candidate]:
        """Return rows with income negative, where codes called so head it, beside expenditure."""
        sides = {
            at: parse_direction(" ".join(self.rows[positions[at]].labels)) for at in levels.tops
        }
        under = {line for at in levels.tops for line in levels.heads[at].lines}
        positive = all(amount >= 0 for at in under for amount in shown[at].amounts)
        if not ({1, -1} <= set(sides.values()) and positive):
            return list(shown)
        lines = {line for at, side in sides.items() if side < 0 for line in levels.heads[at].lines}
        heads = [at for at, head in levels.heads.items() if set(head.lines[:1]) & lines]
        for at in heads:
            own = levels.heads[at]
            levels.heads[at] = replace(own, rest=tuple(-amount for amount in own.rest))
        turned = lines.union(heads)
        for at in turned:
            self.factors[positions[at]] *= -1
        return [
            replace(row, amounts=tuple(-amount for amount in row.amounts)) if at in turned else row
            for at, row in enumerate(shown)
        ]

    def _take_rest(
        self, positions: Sequence[int], shown: Sequence[Candidate], precision: float
    ) -> None:
        found = find_totals(shown, precision)
        for at, total in found.totals.items():
            lines = {positions[line]: s for line, s in total.lines.items()}
            self._add(positions[at], lines, agrees=total.agrees)
        self.repeats.update((positions[at], positions[of]) for at, of in found.repeats.items())
        self.unmarked.update(positions[at] for at in found.unmarked)
        self.named.update(positions[at] for at in found.named)
        left = found.lines(len(shown))
        hidden = find_hidden(shown, left, precision, proven=found.proven)
        for at, under in sorted(hidden.items()):
            self.hidden[positions[at]] = positions[min(under)], positions[max(under)]

    def _are_nested(
        self,
        levels: Levels,
        open_: Sequence[int],
        nested: set[int],
        shown: Sequence[Candidate],
        unit: float,
    ) -> bool:
        """Say whether heads that are not the sum of what is under them hold it even so.

        The user says it; or the file's own totals agree in one of the two readings only; or all
        other heads are sums, and these are broken down in part.
        """
        if self.nesting != "recognise":
            return self.nesting == "nested"
        all_heads = nested | set(open_)
        parted = [at for at in open_ if levels.heads[at].fit == "part"]
        proofs = [
            find_totals(_without(shown, levels, heads, own, unit), unit).proven
            for heads, own in ((all_heads, parted), (nested, []))
        ]
        if proofs[0] != proofs[1]:
            return proofs[0]
        return levels.hold

    def _must_ask(self, levels: Levels, open_: Sequence[int]) -> bool:
        """Say whether it is open if codes hold what is under them.

        Digits that happen to begin others, and less money than they have, are no levels.
        """
        only_part = all(levels.heads[at].fit == "part" for at in open_)
        return self.nesting == "recognise" and (
            only_part or levels.dotted or bool(levels.of("equal"))
        )

    def _add_rest(self, head: int, years: Sequence[int], rest: Sequence[int], unit: float) -> None:
        """Add a line for what a code has more than the codes under it."""
        row = self.rows[head]
        named = row.texts.get("name", "")
        amounts = {
            year: self.factors[head] * amount * unit
            for year, amount in zip(years, rest, strict=True)
            if year in row.amounts and (amount or row.amounts[year])
        }
        texts = {**row.texts, "name": f"{named}, {REST}" if named else REST}
        self.rests[head] = len(self.rows)
        self.rows.append(replace(row, texts=texts, amounts=amounts))
        self.factors.append(self.factors[head])

    def _add(self, at: int, lines: Mapping[int, int], *, agrees: bool) -> None:
        own = self.factors[at]
        signed = {line: own * s * self.factors[line] for line, s in lines.items()}
        self.totals[at] = Total(lines=signed, agrees=agrees)


def _key(row: TableRow) -> Hashable:
    """Return what tells rows of one code apart."""
    return tuple(row.texts.get(role, "") for role in ("area", "kind", "direction"))


def _left(count: int, nested: set[int], parted: Iterable[int]) -> list[int]:
    kept = set(parted)
    return [at for at in range(count) if at not in nested or at in kept]


def _without(
    shown: Sequence[Candidate],
    levels: Levels,
    nested: set[int],
    parted: Sequence[int],
    unit: float,
) -> list[Candidate]:
    """Return the rows that are left when heads are totals: their rests in place of them."""
    own = set(parted)
    return [
        replace(shown[at], amounts=tuple(part * unit for part in levels.heads[at].rest))
        if at in own
        else shown[at]
        for at in _left(len(shown), nested, parted)
    ]
