"""All portfolios of some cases, by this library and by plain NumPy; 40 cases by a solver."""

import time
from collections.abc import Callable, Mapping
from functools import partial
from statistics import median

import numpy as np

from benchmarks.page import table
from benchmarks.problem import Array
from innobudget.engine.choosing.rules import Portfolios, Rule, Rules
from innobudget.engine.choosing.search import Question, search
from innobudget.engine.choosing.solver import exchanged, start
from innobudget.engine.work import Work
from innobudget.messages import say

TRIALS = 4_096
CASES = (12, 14, 16)
MANY = 40
"""Cases of which no portfolio can be compared with every other."""
CONFIDENCE = 0.8
ROWS = 64
"""Portfolios that plain NumPy adds up at a time."""
GOAL = "0.5"
PLAIN = "plain NumPy, one thread, s"
THREADS = (2, 1)


def section(short: bool) -> str:
    """Measure both in turns, and return the table."""
    repeats = 1 if short else 3
    rows = [compared(cases, repeats) for cases in (CASES[:2] if short else CASES)]
    head = [
        "cases (portfolios)",
        PLAIN,
        "innobudget, 2 threads",
        "innobudget, 1 thread",
        "goal, 2 threads",
    ]
    return "\n\n".join([NOTE, table(head, rows), solved(repeats)])


def compared(cases: int, repeats: int) -> list[str]:
    """Return one row: seconds of plain NumPy, and the others' share of them."""
    question = a_question(cases)
    every = (np.arange(2**cases)[:, None] >> np.arange(cases) & 1).astype(np.uint8)
    ways: Mapping[str, Callable[[], float]] = {
        PLAIN: partial(plainly, question, every),
        **{str(threads): partial(quickly, question, every, threads) for threads in THREADS},
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    values = set()
    for _ in range(repeats):
        for name, way in ways.items():
            began = time.perf_counter()
            values.add(round(way(), 3))
            times[name].append(time.perf_counter() - began)
    if len(values) > 1:
        raise AssertionError(values)
    ratios = [
        median(one / other for one, other in zip(times[str(threads)], times[PLAIN], strict=True))
        for threads in THREADS
    ]
    label = f"{cases} ({2**cases:,})"
    return [label, f"{median(times[PLAIN]):.1f}", *(f"{ratio:.3f}" for ratio in ratios), GOAL]


def plainly(question: Question, every: Portfolios) -> float:
    """Find the best as one writes it down: a quantile of each portfolio's sum."""
    best = -np.inf
    for first in range(0, len(every), ROWS):
        sums = every[first : first + ROWS].astype(np.float64) @ question.saving[:-1]
        best = max(best, float(np.quantile(sums, 1 - CONFIDENCE, axis=1).max()))
    return best


def quickly(question: Question, every: Portfolios, threads: int) -> float:
    """Find the best, the second and the frontier by this library."""
    with Work(threads=threads).threaded() as mapper:
        best = search(question, every, mapper).best
    return -np.inf if best is None else best.value


def solved(repeats: int) -> str:
    """Time start and exchanges among 40 cases, on one thread."""
    question = a_question(MANY)
    takes, limit = question.outlay[:-1], 0.4 * float(question.outlay.sum())
    pool = Rule(kind="pool", name="pool", told=say("the pool"), takes=takes, limit=limit)
    rules = Rules(ids=tuple(f"c{number:02}" for number in range(MANY)), rules=(pool,))
    plain_question = a_question(CASES[0])
    every = (np.arange(2 ** CASES[0])[:, None] >> np.arange(CASES[0]) & 1).astype(np.uint8)
    ratios, seconds = [], []
    for _ in range(repeats):
        began = time.perf_counter()
        begun = start(question, rules)
        if begun is None:
            raise AssertionError(rules)
        with Work().threaded() as mapper:
            exchanged(question, rules, begun.portfolio, mapper)
        seconds.append(time.perf_counter() - began)
        began = time.perf_counter()
        plainly(plain_question, every)
        ratios.append(seconds[-1] / (time.perf_counter() - began))
    return SOLVED.format(cases=MANY, seconds=median(seconds), ratio=median(ratios), plain=CASES[0])


def a_question(cases: int) -> Question:
    """Return cases that work or not, of very different sizes."""
    rng = np.random.default_rng(cases)
    saving: Array = rng.lognormal(3, 1, (cases + 1, TRIALS)) * 1e6
    saving *= rng.random((cases + 1, TRIALS)) < rng.uniform(0.3, 1.0, (cases + 1, 1))
    saving[-1] = 0.0
    return Question(
        objective="safe-saving",
        confidence=CONFIDENCE,
        outlay=np.append(rng.uniform(1, 10, cases) * 1e6, 0.0),
        means=saving.mean(axis=1),
        saving=saving,
    )


NOTE = f"""All portfolios of some cases on {TRIALS:,} trials, for the one whose saving is largest
with 80 % confidence. Plain NumPy adds up each portfolio and takes its quantile; this library also
finds the second best and the frontier. In turns in one run; its columns are shares of plain
NumPy's time, pair by pair."""
SOLVED = """{cases} cases within a pool of two fifths of their outlay, by a solver's start and
exchanges, on one thread: {seconds:.1f} s, {ratio:.2f} of plain NumPy's comparison of {plain}
cases."""
