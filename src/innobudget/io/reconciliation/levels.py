"""Levels of account codes: a code that begins others heads them, if the figures bear it out.

`5` / `5.30` / `5.30.26`, `01` / `011` / `0111`, `0530` / `053026`: with dots or without, one child
or many, some levels missing in between. Every head is compared with what stands under it, from
the deepest level up and year by year; years in which nothing stands do not count.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from innobudget.io.reconciliation.rounding import Whole, digits, enough_digits, tolerance
from innobudget.io.wording.columns import Parts, parents

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
    placed: Sequence[int] = ()
    """Rows that an outline, and no code, gives a place: lines or heads."""

    @property
    def hold(self) -> bool:
        """True where the figures bear levels out, for most heads."""
        equal = len(self.of("equal"))
        return equal > 0 and equal >= MOST * len(self.of("over"))

    def are_outline(self, amounts: Sequence[Whole]) -> bool:
        """Say whether several heads, and nearly all, are sums of more digits than chance allows."""
        equal = [at for at in self.of("equal") if len(self.heads[at].lines) > 1]
        told = digits([number for at in equal for number in amounts[at]])
        most = len(self.of("equal")) >= MOST * len(self.of("part", "over"))
        return most and len(equal) > 1 and told >= enough_digits(len(amounts))

    @property
    def all_equal(self) -> bool:
        """True where every head is the sum of what is under it."""
        return len(self.of("equal", "empty")) == len(self.heads)

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
    parts: Sequence[Parts],
    keys: Sequence[Hashable],
    amounts: Sequence[Whole],
    *,
    dotted: bool = False,
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
    above = parents(parts)
    under: dict[tuple[Parts, Hashable], list[int]] = defaultdict(list)
    for at, code in enumerate(parts):
        if code in above:
            under[above[code], keys[at]].append(at)
            under[above[code], ANY].append(at)
    rows: Counter[tuple[Parts, Hashable]] = Counter(zip(parts, keys, strict=True))
    rows.update((code, ANY) for code in parts)
    values = list(amounts)
    headed = set(above.values())
    heads = [at for at, code in enumerate(parts) if code in headed]
    for at in sorted(heads, key=lambda at: -len(parts[at])):
        below = [list(_beside(parts, above, at, step)) for step in (1, -1)]
        places = [(parts[at], keys[at]), (parts[at], ANY)]
        below += [under[place] for place in places if rows[place] == 1]
        options = [_head(at, own, values, found.heads) for own in below if own]
        if not options:
            continue
        head = found.heads[at] = min(options, key=lambda head: FITS.index(head.fit))
        if head.fit in ("equal", "blank"):
            pairs = zip(values[at], head.rest, strict=True)
            values[at] = tuple(own or own - rest for own, rest in pairs)
    return found


def _beside(
    parts: Sequence[Parts], above: Mapping[Parts, Parts], at: int, step: int
) -> Iterator[int]:
    """Yield the rows one level below a head that stand right below or above it."""
    code, line = parts[at], at + step
    while 0 <= line < len(parts) and parts[line][: len(code)] == code != parts[line]:
        if above[parts[line]] == code:
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
