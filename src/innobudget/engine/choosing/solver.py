"""Beyond what can be compared one by one: a solver gives a start, exchanges improve it.

A solver is never believed. What it returns is rounded, held against every rule, and its
objective recomputed in our own arithmetic; an upper bound that a portfolio of ours exceeds is
thrown away. Solvers have called suboptimal answers optimal: SciPy issue 22812; HiGHS issues
1213, 2158, 3073.

References
----------
Rockafellar and Uryasev (2000), Journal of Risk 2(3), 21-41: the mean of the worst trials as a
linear programme.

"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy import sparse

from innobudget.engine.choosing.rules import Portfolios, Rules
from innobudget.engine.choosing.search import ALIKE, Found, Question, search
from innobudget.engine.flows import Array
from innobudget.engine.work import Mapper

SECONDS = 60.0
"""That a solver may take."""
START_TRIALS = 1_000
"""From which a start is found."""
TINY = 1e-300
"""Stands for the size of a rule that no case takes anything of."""
REPAIR_TRIALS = 1_024
"""On which limits are approached that no portfolio near meets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A portfolio that breaks no rule, and what no other can exceed."""

    portfolio: Portfolios
    """Shape (case,)."""
    bound: float | None = None
    """As a solver says; None: it was not asked for one, or did not tell the truth."""


def start(question: Question, rules: Rules) -> Start | None:
    """Return where to begin; None: a solver finds nothing that breaks no rule.

    Where only means count, a solver maximises them; else the mean of the worst trials stands
    for the percentile, which it is stricter than: a start, and no bound.
    """
    exact = question.is_sum and not question.conditions
    found, bound = _solved(_Programme.of(question, rules) if exact else _tails(question, rules))
    if found is None or not rules.allow(found[None])[0]:
        found, bound = _solved(_Programme.feasible(rules))[0], None
    if found is None or not rules.allow(found[None])[0]:
        empty = np.zeros(len(rules.ids), np.uint8)
        return Start(portfolio=empty) if rules.allow(empty[None])[0] else None
    if not exact or bound is None:
        return Start(portfolio=found)
    whole = bound + float(question.means[-1])
    is_true = question.value(found) <= whole + ALIKE
    return Start(portfolio=found, bound=whole if is_true else None)


def exchanged(question: Question, rules: Rules, portfolio: Portfolios, mapper: Mapper) -> Found:
    """Exchange up to two cases for up to two others, by the exact measure, until none helps.

    The portfolio breaks no rule. Where neither it nor any near meets the limits, what comes
    nearest to them is gone on from.
    """
    now, value, short = portfolio, -np.inf, np.inf
    while True:
        near = neighbours(now)
        near = near[rules.allow(near)]
        found = search(question, near, mapper)
        if found.best is None:
            now, missed = _nearest(question.first(REPAIR_TRIALS), near)
            if missed >= short - ALIKE:
                return found
            short = missed
        elif found.best.value <= value + ALIKE:
            return found
        else:
            now, value = found.best.portfolio, found.best.value


def neighbours(portfolio: Portfolios) -> Portfolios:
    """Return a portfolio and all that differ by up to two cases out and two in."""
    ways = []
    for side in (np.flatnonzero(portfolio), np.flatnonzero(portfolio == 0)):
        moves = [(), *combinations(side.tolist(), 1), *combinations(side.tolist(), 2)]
        flips = np.zeros((len(moves), len(portfolio)), np.uint8)
        for row, move in zip(flips, moves, strict=True):
            row[list(move)] = 1
        ways.append(flips)
    out, into = ways
    flips = (out[:, None, :] | into[None, :, :]).reshape(-1, len(portfolio))
    return np.asarray(flips ^ portfolio, np.uint8)


def _nearest(question: Question, portfolios: Portfolios) -> tuple[Portfolios, float]:
    """Return the portfolio that misses the limits by least, and by how much in all."""
    whole = np.hstack([portfolios, np.ones((len(portfolios), 1), np.uint8)]).astype(np.float64)
    short = np.zeros(len(portfolios))
    step = max(1, 2**18 // question.trials)
    for first in range(0, len(portfolios), step):
        rows = slice(first, first + step)
        for own in question.conditions:
            reached = question.percentiles(whole[rows] @ own.amounts)
            short[rows] += np.maximum(own.least - reached, 0.0)
    place = int(short.argmin())
    return portfolios[place], float(short[place])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Programme:
    """Minimise `costs @ x` where `matrix @ x <= most`; the first variables are cases."""

    cases: int
    costs: Array
    matrix: sparse.csr_array
    most: Array
    free: int = 0
    """How many of the variables after the cases may be below 0."""

    @classmethod
    def of(cls, question: Question, rules: Rules) -> "_Programme":
        """Maximise a mean within the rules."""
        return cls(
            cases=len(rules.ids),
            costs=-question.means[:-1],
            matrix=sparse.csr_array(rules.takes),
            most=rules.limits,
        )

    @classmethod
    def feasible(cls, rules: Rules) -> "_Programme":
        """Ask for any portfolio within the rules."""
        return cls(
            cases=len(rules.ids),
            costs=np.zeros(len(rules.ids)),
            matrix=sparse.csr_array(rules.takes),
            most=rules.limits,
        )


def _tails(question: Question, rules: Rules) -> _Programme:
    """Let the mean of the worst trials stand for the percentile of objective and limits.

    After the cases stands one threshold for each tail, then what each trial falls short of it.
    """
    cut = question.first(START_TRIALS)
    tails = [] if question.is_sum else [cut.saving]
    tails += [own.amounts for own in cut.conditions]
    unit = max(float(np.abs(amounts).max()) for amounts in tails) or 1.0
    cases, trials, count = len(rules.ids), cut.trials, len(tails)
    weight = 1 / ((1 - question.confidence) * trials)
    size = cases + count * (1 + trials)
    costs = np.zeros(size)
    blocks, most = [_wide(sparse.csr_array(rules.takes), size)], [rules.limits]
    for number, amounts in enumerate(tails):
        first = cases + count + number * trials
        eta, own = cases + number, slice(first, first + trials)
        blocks.append(_shortfalls(amounts / unit, (eta, first), size))
        most.append(amounts[-1] / unit)
        mean = np.zeros(size)
        mean[eta], mean[own] = 1.0, weight
        if number == 0 and not question.is_sum:
            costs = mean
        else:
            blocks.append(sparse.csr_array(mean[None]))
            condition = cut.conditions[number - (not question.is_sum)]
            most.append(np.array([-condition.least / unit]))
    if question.is_sum:
        costs[:cases] = -question.means[:-1]
    return _Programme(
        cases=cases,
        costs=costs,
        matrix=sparse.csr_array(sparse.vstack(blocks)),
        most=np.concatenate(most),
        free=count,
    )


def _shortfalls(amounts: Array, at: tuple[int, int], size: int) -> sparse.csr_array:
    """Return rows that keep each trial's variable above its loss less the threshold."""
    eta, first = at
    trials = amounts.shape[1]
    parts = [
        _wide(sparse.csr_array(-amounts[:-1].T), eta),
        sparse.csr_array(-np.ones((trials, 1))),
        sparse.csr_array((trials, first - eta - 1)),
        -sparse.eye_array(trials, format="csr"),
    ]
    return _wide(sparse.csr_array(sparse.hstack(parts)), size)


def _wide(matrix: sparse.csr_array, columns: int) -> sparse.csr_array:
    """Return a matrix with columns of zeros added."""
    rows, own = matrix.shape
    return sparse.csr_array(sparse.hstack([matrix, sparse.csr_array((rows, columns - own))]))


def _solved(programme: _Programme) -> tuple[Portfolios | None, float | None]:
    """Ask HiGHS, and return its portfolio, rounded, and its bound on the maximum."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - seldom needed

    scale = float(np.abs(programme.costs).max(initial=0.0)) or 1.0
    size = len(programme.costs)
    matrix = programme.matrix
    rows = np.maximum(abs(matrix).max(axis=1).toarray().ravel(), TINY)
    lowest, highest = np.zeros(size), np.full(size, np.inf)
    lowest[programme.cases : programme.cases + programme.free] = -np.inf
    highest[: programme.cases] = 1.0
    found = milp(
        programme.costs / scale,
        integrality=np.where(np.arange(size) < programme.cases, 1, 0),
        bounds=Bounds(lowest, highest),
        constraints=LinearConstraint(
            sparse.diags_array(1 / rows) @ matrix, -np.inf, programme.most / rows
        ),
        options={"time_limit": SECONDS, "mip_rel_gap": 0.0},
    )
    if found.x is None:
        return None, None
    bound = getattr(found, "mip_dual_bound", None)
    portfolio = np.rint(found.x[: programme.cases]).clip(0, 1).astype(np.uint8)
    return portfolio, None if bound is None else -scale * float(bound)
