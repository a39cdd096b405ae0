"""Levels of account codes: a code that begins others heads them, if the figures bear it out.

`5` / `5.30` / `5.30.26`, `01` / `011` / `0111`, `0530` / `053026`: with dots or without, one child
or many, some levels missing in between. Every head is compared with what stands under it, from
the deepest level up and year by year; years in which nothing stands do not count.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Self, get_args

from innobudget.io.reconciliation.rounding import Whole, tolerance
from innobudget.io.wording.codes import Parts, parents

MOST = 4
"""So many heads that are a sum stand against one that is less than what is under it."""
Fit = Literal["equal", "part", "over", "blank", "empty"]
"""How a head stands to what is under it: its sum; more or less than it; blank where that has
figures; or nothing above nothing."""
FITS = get_args(Fit)
ANY = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A row whose code begins others."""

    lines: tuple[int, ...]
    """Positions of the lines under it."""
    rest: Whole
    """What it has more than they. [last digit of the file]"""
    fit: Fit


@dataclass(slots=True, kw_only=True)
class Levels:
    """What was found among the codes, by positions."""

    heads: dict[int, Head] = field(default_factory=dict)
    dotted: bool = False
    """True where the codes themselves show their levels."""

    @property
    def hold(self) -> bool:
        """True where the figures bear levels out, for most heads."""
        equal = len(self.of("equal"))
        return equal > 0 and equal >= MOST * len(self.of("over"))

    def of(self, *fits: Fit) -> list[int]:
        """Return the heads that stand so to what is under them."""
        return [at for at, head in self.heads.items() if head.fit in fits]


def by_columns(labels: Sequence[Sequence[str]]) -> list[Parts]:
    """Return codes that stand in several columns, of which heads leave the last ones empty.

    Examples
    --------
    >>> by_columns([("5", "", "Care"), ("5", "30", "Home care"), ("5", "32", "Homes")])
    [('5',), ('5', '30'), ('5', '32')]

    """
    filled = [{at for at, text in enumerate(own) if text} for own in zip(*labels, strict=True)]
    chain = [column for column in range(len(filled)) if filled[column]][:1]
    for column in range(chain[0] + 1 if chain else 0, len(filled)):
        if filled[column] and filled[column] < filled[chain[-1]]:
            chain.append(column)
    return [tuple(own[at] for at in chain if own[at]) for own in labels]


def find_levels(
    parts: Sequence[Parts], keys: Sequence[Hashable], amounts: Sequence[Whole], *, dotted: bool
) -> Levels:
    """Find the heads among rows, and how each stands to what is under it.

    Parameters
    ----------
    parts
        The code of each row, in parts by which it may begin others; empty where it has none.
    keys
        What else tells rows apart: their area, kind and side. A head's lines have its own, or
        stand right below or above it.
    amounts
        Of each row by year.
    dotted
        True where the codes themselves show their levels.

    """
    found = Levels(dotted=dotted)
    if len({len(code) for code in parts if code}) < 2:
        return found
    tree = _Tree.of(parts, keys)
    values = list(amounts)
    headed = set(tree.above.values())
    heads = [at for at, code in enumerate(parts) if code in headed]
    for at in sorted(heads, key=lambda at: -len(parts[at])):
        options = [_head(at, below, values, found.heads) for below in tree.below(at)]
        head = min(options, key=lambda head: FITS.index(head.fit), default=None)
        if head is None:
            continue
        found.heads[at] = head
        if head.fit in ("equal", "blank"):
            pairs = zip(values[at], head.rest, strict=True)
            values[at] = tuple(own or own - rest for own, rest in pairs)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tree:
    """Which codes begin others, and the rows right under them."""

    parts: Sequence[Parts]
    keys: Sequence[Hashable]
    above: Mapping[Parts, Parts]
    """The longest other code that begins each code."""
    under: Mapping[tuple[Parts, Hashable], Sequence[int]]
    """Rows by the code above them, alone and with their key."""
    rows: Counter[tuple[Parts, Hashable]]
    """Number of rows of each code, alone and with each key."""

    @classmethod
    def of(cls, parts: Sequence[Parts], keys: Sequence[Hashable]) -> Self:
        above = parents(parts)
        under: dict[tuple[Parts, Hashable], list[int]] = defaultdict(list)
        for at, code in enumerate(parts):
            if code in above:
                under[above[code], keys[at]].append(at)
                under[above[code], ANY].append(at)
        rows: Counter[tuple[Parts, Hashable]] = Counter(zip(parts, keys, strict=True))
        rows.update((code, ANY) for code in parts)
        return cls(parts=parts, keys=keys, above=above, under=under, rows=rows)

    def below(self, at: int) -> Iterator[Sequence[int]]:
        """Yield the rows one level below a head: beside it, with its key, all of them."""
        for step in (1, -1):
            if own := list(self._beside(at, step)):
                yield own
        for key in (self.keys[at], ANY):
            place = self.parts[at], key
            if self.rows[place] == 1 and place in self.under:
                yield self.under[place]

    def _beside(self, at: int, step: int) -> Iterator[int]:
        code, line = self.parts[at], at + step
        while 0 <= line < len(self.parts) and self.parts[line][: len(code)] == code:
            own = self.parts[line]
            if len(own) == len(code):
                return
            if self.above[own] == code:
                yield line
            line += step


def _head(
    at: int, below: Sequence[int], values: Sequence[Whole], heads: Mapping[int, Head]
) -> Head:
    sums = [sum(own) for own in zip(*(values[line] for line in below), strict=True)]
    rest = tuple(own - sum_ for own, sum_ in zip(values[at], sums, strict=True))
    lines = tuple(leaf for line in below for leaf in _leaves(line, heads))
    allowed = tolerance(len(lines), 1.0)
    said = [(own, sum_) for own, sum_ in zip(values[at], sums, strict=True) if own]
    if not said:
        fit: Fit = "blank" if any(sums) else "empty"
    elif all(abs(own - sum_) <= allowed for own, sum_ in said):
        fit = "equal"
    elif all(sum_ * own >= 0 and abs(sum_) <= abs(own) + allowed for own, sum_ in said):
        fit = "part"
    else:
        fit = "over"
    return Head(lines=lines, rest=rest, fit=fit)


def _leaves(line: int, heads: Mapping[int, Head]) -> tuple[int, ...]:
    """Return the lines that a row stands for: those under it, itself where it has a rest."""
    head = heads.get(line)
    if head is None:
        return (line,)
    return head.lines if head.fit in ("equal", "blank", "empty") else (*head.lines, line)
