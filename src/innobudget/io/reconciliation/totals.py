"""Which rows are totals of other rows, by words and by arithmetic.

Rows are taken one by one onto a stack. A row that may be a total and adds up the top of the
stack takes those rows' place, so that totals of totals are found as well. Totals may stand
below their lines or above them: both ways are tried, and the one that agrees more often is
taken.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from innobudget.io.reconciliation.stack import Candidate, Stack, Total, tolerance
from innobudget.io.wording.totals import says_result, says_total

OUTLINE_ROWS = 2000
"""Where more rows than these leave their totals unexplained, only many digits are looked at."""
TRIED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What was found among the rows, by their positions."""

    totals: Mapping[int, Total]
    """Totals."""
    repeats: Mapping[int, int] = field(default_factory=dict)
    """Rows that divide a total once more, by that total."""
    unmarked: frozenset[int] = frozenset()
    """Totals that nothing marks: the marked ones agree only because of them."""
    named: frozenset[int] = frozenset()
    """Lines whose words say total: marked totals agree only because they are lines."""

    def lines(self, count: int) -> list[int]:
        """Return the positions that are lines."""
        return [at for at in range(count) if at not in self.totals and at not in self.repeats]


def find_totals(candidates: Sequence[Candidate], precision: float) -> Totals:
    """Find the rows that add up others.

    Where marked totals cover not every line, rows that lack a label are tried as totals of a
    single row, then rows that nothing marks as totals of the rows beside them; they are if
    every marked total agrees then, and every line is covered.
    """
    kinds = _kinds(candidates)
    found = _find_marked(candidates, kinds, precision)
    few = len(candidates) <= OUTLINE_ROWS
    if few and "said" in kinds and not _is_whole(found, kinds):
        alone = ["alone" if kind.startswith("lacking") else kind for kind in kinds]
        single = _find_marked(candidates, alone, precision)
        if _is_whole(single, kinds):
            return single
        maybe = ["maybe" if kind == "line" else kind for kind in kinds]
        outline = _find_marked(candidates, maybe, precision)
        if _is_whole(outline, kinds):
            lines = {at for at, kind in enumerate(kinds) if kind == "line"}
            return replace(outline, unmarked=frozenset(lines & outline.totals.keys()))
    return found


def _is_whole(found: Totals, kinds: Sequence[str]) -> bool:
    """Say whether every marked total agrees and every line is covered by one."""
    marked = [total for at, total in found.totals.items() if kinds[at] == "said"]
    covered = {line for total in marked for line in total.lines}
    return all(total.agrees for total in marked) and covered.issuperset(found.lines(len(kinds)))


def _find_marked(candidates: Sequence[Candidate], kinds: Sequence[str], precision: float) -> Totals:
    """Find the totals among rows of known kinds.

    A row without an account code that says so in words is a total in any case; it covers the
    rows since the last total where nothing adds up. Rows that lack a label which most rows
    have are totals where most such rows add up the rows beside them, and so are rows with a
    code and words like `Sum felles`: else the words are a name.

    Parameters
    ----------
    candidates
        Every row with figures, in the order of the sheet.
    precision
        What the figures are rounded to. [unit of the file]

    """
    below, named = _best_stack(candidates, kinds, precision)
    settled = {at for at, total in below.totals.items() if total.agrees}
    if all(kind == "line" or at in settled or at in named for at, kind in enumerate(kinds)):
        return Totals(totals=below.totals, repeats=below.repeats(), named=named)
    order = range(len(candidates))
    above = _find_in(order[::-1], candidates, kinds, precision)
    first = above if above.agreements > below.agreements else below
    found = above.totals if first is above else below.totals
    named = above.named if first is above else named
    repeats = {} if first is above else below.repeats()
    left = [at for at in order if at not in found and at not in repeats]
    again = _find_in(left if first is above else left[::-1], candidates, kinds, precision)
    found = found | {at: total for at, total in again.totals.items() if total.agrees}
    clean = {
        at: replace(total, lines={at: s for at, s in total.lines.items() if at not in found})
        for at, total in found.items()
    }
    return _settle_unmatched(
        candidates, Totals(totals=clean, repeats=repeats, named=named - clean.keys()), precision
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What a stack found, by the positions in the sheet."""

    totals: dict[int, Total]
    agreements: int
    named: frozenset[int]


def _find_in(
    order: Sequence[int], candidates: Sequence[Candidate], kinds: Sequence[str], precision: float
) -> _Found:
    """Take rows onto a stack in an order: downwards or upwards, all or some."""
    stack, named = _best_stack(
        [candidates[at] for at in order], [kinds[at] for at in order], precision
    )
    totals = {
        order[at]: replace(total, lines={order[line]: s for line, s in total.lines.items()})
        for at, total in stack.totals.items()
    }
    return _Found(
        totals=totals, agreements=stack.agreements, named=frozenset(order[at] for at in named)
    )


def _kinds(candidates: Sequence[Candidate]) -> list[str]:
    """Say how much each row looks like a total."""
    columns = list(zip(*(row.labels for row in candidates), strict=True))
    texts = set().union(*columns)
    words = _Words(
        total=frozenset(filter(says_total, texts)), result=frozenset(filter(says_result, texts))
    )
    empty = words.total | {""}
    filled = [len(column) - sum(map(empty.__contains__, column)) for column in columns]
    keys = [
        column
        for column in range(len(columns))
        if len(candidates) > filled[column] and filled[column] * 2 >= len(candidates)
    ]
    return [_kind(candidate, keys, words) for candidate in candidates]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The texts of a table that speak of totals; each is looked at once."""

    total: frozenset[str]
    result: frozenset[str]


def _kind(candidate: Candidate, keys: Sequence[int], words: _Words) -> str:
    if candidate.flagged:
        return "flagged"
    labels = candidate.labels
    lacking = [str(key) for key in keys if not labels[key] or labels[key] in words.total]
    if not words.total.isdisjoint(labels):
        alone = sum(map(bool, labels)) == 1
        plain = candidate.coded is None and (lacking or alone)
        return "said" if plain or candidate.coded is False else "named"
    if not words.result.isdisjoint(labels) and (candidate.numbered or not candidate.coded):
        return "result"
    return f"lacking {' '.join(lacking)}" if lacking else "line"


def _best_stack(
    candidates: Sequence[Candidate], kinds: Sequence[str], precision: float
) -> tuple[Stack, frozenset[int]]:
    """Return the stack after taking rows for lines where most of their kind fit nothing.

    So is a marked total that nothing adds up to, where more totals agree then; such rows are
    returned beside the stack.
    """
    stack = _stack(candidates, kinds, precision)
    count = Counter(kind for kind, row in zip(kinds, candidates, strict=True) if any(row.amounts))
    explained = stack.agreed + Counter(kinds[at] for at in stack.repeats())
    names = {
        kind
        for kind in count
        if kind.startswith(("named", "lacking")) and explained[kind] * 2 < count[kind]
    }
    if names:
        kinds = ["line" if kind in names else kind for kind in kinds]
        stack = _stack(candidates, kinds, precision)
    named: frozenset[int] = frozenset()
    unmatched = [at for at, total in stack.totals.items() if not total.agrees]
    for at in unmatched[:TRIED] if len(candidates) <= OUTLINE_ROWS else ():
        if kinds[at] == "said":
            other = [*kinds[:at], "line", *kinds[at + 1 :]]
            trial = _stack(candidates, other, precision)
            if trial.agreements > stack.agreements:
                stack, kinds, named = trial, other, named | {at}
    return stack, named


def _stack(candidates: Sequence[Candidate], kinds: Sequence[str], precision: float) -> Stack:
    stack = Stack(candidates, precision)
    stack.run(kinds)
    return stack


def _settle_unmatched(candidates: Sequence[Candidate], found: Totals, precision: float) -> Totals:
    """Let totals that nothing beside them adds up to cover every line, where those do."""
    lines = found.lines(len(candidates))
    if not lines:
        return found
    everything = np.sum([candidates[line].amounts for line in lines], axis=0)
    allowed = tolerance(len(lines), precision) + 1e-9 * float(np.abs(everything).max(initial=0))
    totals = {
        at: Total(lines=dict.fromkeys(lines, 1), agrees=True)
        if not total.agrees
        and bool((np.abs(np.array(candidates[at].amounts) - everything) <= allowed).all())
        else total
        for at, total in found.totals.items()
    }
    return replace(found, totals=totals)
