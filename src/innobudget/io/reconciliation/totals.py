"""Which rows are totals of other rows, by words and by arithmetic.

Rows are taken one by one onto a stack. A row that may be a total and adds up the top of the
stack takes those rows' place, so that totals of totals are found as well. Totals may stand
below their lines or above them: both ways are tried, and the one that agrees more often is
taken.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from innobudget.io.reconciliation.rounding import tolerance
from innobudget.io.reconciliation.settling import (
    Totals,
    adding_up,
    settle_unmatched,
    with_results,
)
from innobudget.io.reconciliation.stack import Candidate, Stack, Total
from innobudget.io.wording.labels import is_country, says_result, says_total

OUTLINE_ROWS = 2000
"""Where more rows than these leave their totals unexplained, only many digits are looked at."""
TRIED = 10
CLOSE = 0.02
CLOSE_MISSING = 0.2
"""How far a row without a code may be from the sum of all coded ones and be their total."""


def find_totals(candidates: Sequence[Candidate], precision: float) -> Totals:
    """Find the rows that add up others.

    Where marked totals cover not every line, rows that lack a label are tried as totals of a
    single row, then rows that nothing marks as totals of the rows beside them; they are if
    every marked total agrees then, and every line is covered.
    """
    kinds = _kinds(candidates)
    found = _find_marked(candidates, kinds, precision)
    whole = _whole_row(candidates, precision)
    own = found.totals.get(whole) if whole is not None else None
    settled = own and own.agrees and all(candidates[line].coded for line in own.lines)
    if whole is not None and not settled:
        return _beside_whole(candidates, whole, precision)
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


def is_proven(candidates: Sequence[Candidate], precision: float) -> bool:
    """Say whether the file's own totals agree, one of them with every line."""
    kinds = _kinds(candidates)
    return "said" in kinds and _is_whole(_find_marked(candidates, kinds, precision), kinds)


def is_whole(found: Totals, candidates: Sequence[Candidate]) -> bool:
    """Say whether the totals that were found agree, and cover every line, in words."""
    kinds = _kinds(candidates)
    return "said" in kinds and _is_whole(found, kinds)


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
    marked = Totals(totals=clean, repeats=repeats, named=named - clean.keys())
    covering = settle_unmatched(candidates, marked, precision)
    return with_results(candidates, kinds, covering, precision)


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


def _whole_row(candidates: Sequence[Candidate], precision: float) -> int | None:
    """Return a row without a code that is nearly the sum of all rows with one.

    A country is the total of its authorities whatever it differs by, and never of other rows
    without a code.
    """
    coded = [row for row in candidates if row.coded]
    if len(coded) * 2 <= len(candidates) or len(coded) < 2:
        return None
    sums = [sum(own) for own in zip(*(row.amounts for row in coded), strict=True)]
    most = CLOSE_MISSING if any(row.missing for row in coded) else CLOSE
    for at, row in enumerate(candidates):
        pairs = [(own, sum_) for own, sum_ in zip(row.amounts, sums, strict=True) if own]
        if row.coded is not False or not pairs:
            continue
        apart = max(abs(own - sum_) / abs(own) for own, sum_ in pairs)
        exact = all(abs(own - sum_) <= tolerance(len(coded), precision) for own, sum_ in pairs)
        if not exact and (apart <= most or any(map(is_country, row.labels))):
            return at
    return None


def _beside_whole(candidates: Sequence[Candidate], whole: int, precision: float) -> Totals:
    """Find the totals among the other rows; those that add up to the whole divide it once more."""
    rest = [at for at in range(len(candidates)) if at != whole]
    found = find_totals([candidates[at] for at in rest], precision)
    totals = {
        rest[at]: Total(lines={rest[of]: s for of, s in own.lines.items()}, agrees=own.agrees)
        for at, own in found.totals.items()
    }
    left = [rest[at] for at in found.lines(len(rest))]
    lines = dict.fromkeys((at for at in left if candidates[at].coded), 1)
    totals[whole] = Total(lines=lines, agrees=False)
    repeats = {rest[at]: rest[of] for at, of in found.repeats.items()}
    others = [at for at in left if not candidates[at].coded]
    repeats |= dict.fromkeys(adding_up(others, candidates, whole, precision), whole)
    return Totals(
        totals=totals,
        repeats=repeats,
        unmarked=frozenset(rest[at] for at in found.unmarked),
        named=frozenset(rest[at] for at in found.named),
    )


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
