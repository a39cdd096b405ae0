"""Lines whose account code heads those of others: `5.30` above `5.30.26` and `5.30.27`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from innobudget.domain.budget import parse_code
from innobudget.io.reconciliation.stack import Candidate, Total, tolerance


@dataclass(slots=True, kw_only=True)
class Heads:
    """What was found among the codes, by positions."""

    totals: dict[int, Total] = field(default_factory=dict)
    """Lines that add up the lines under their code."""
    unsure: dict[int, tuple[int, int]] = field(default_factory=dict)
    """First and last line under a code, by a line of that code that is not their sum."""


def find_heads(codes: Sequence[str], candidates: Sequence[Candidate], precision: float) -> Heads:
    """Find lines that add up the lines under their code, right below or right above them.

    Codes of digits only are heads by their first digits, as in Spanish or Swedish plans of
    accounts; that alone is weak, so such a line is a total only where the arithmetic agrees.
    """
    if len({(code.count("."), len(code) if code.isdigit() else 0) for code in codes}) < 2:
        return Heads()
    parts = [_parts(code) for code in codes]
    beginnings = {code[:end] for code in set(parts) for end in range(1, len(code))}
    heads = {at for at, code in enumerate(parts) if code in beginnings}
    found = Heads()
    for at in sorted(heads):
        blocks = [block for block in (_under(parts, at, 1), _under(parts, at, -1)) if block]
        sums = [[line for line in block if line not in heads] for block in blocks]
        fitting = [lines for lines in sums if lines and _fits(candidates, at, lines, precision)]
        if fitting or (sums and candidates[at].flagged):
            lines = (fitting or sums)[0]
            found.totals[at] = Total(lines=dict.fromkeys(lines, 1), agrees=bool(fitting))
        elif blocks and any(candidates[at].amounts) and "." in codes[blocks[0][0]]:
            found.unsure[at] = min(blocks[0]), max(blocks[0])
    return found


def _parts(code: str) -> tuple[str, ...]:
    """Return what a code is compared by: parts, or digits; without the first part's zeros."""
    if code.isdigit():
        return tuple(code)
    first, *rest = parse_code(code)
    return (first.lstrip("0") or first, *rest)


def _under(parts: Sequence[tuple[str, ...]], head: int, step: int) -> list[int]:
    """Return the lines next to a head, below or above it, whose codes it begins."""
    return list(_walk(parts, head, step))


def _walk(parts: Sequence[tuple[str, ...]], head: int, step: int) -> Iterator[int]:
    code, at = parts[head], head + step
    while 0 <= at < len(parts) and len(parts[at]) > len(code) and parts[at][: len(code)] == code:
        yield at
        at += step


def _fits(
    candidates: Sequence[Candidate], head: int, lines: Sequence[int], precision: float
) -> bool:
    amounts = np.array(candidates[head].amounts)
    total = np.sum([candidates[line].amounts for line in lines], axis=0)
    allowed = tolerance(len(lines), precision) + 1e-9 * (1 + float(np.abs(amounts).max()))
    return bool((np.abs(total - amounts) <= allowed).all())
