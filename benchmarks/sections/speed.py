"""The reference problem by this library, by NumPy, by peers, and what the machine needs for it."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

from benchmarks.page import PEERS, table, versions
from benchmarks.processes import in_own_process

MODELS = "benchmarks.models"
SIZES = (1_000_000, 100_000)
SHORT_SIZES = (200_000, 20_000)
MANY = 15
"""Rounds of what goals are set for: single times of a twentieth of a second scatter by a third."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One way to compute the reference problem."""

    label: str
    """In the table."""
    function: str
    """Where it is."""
    rounds: int = 3
    """How often it is run."""
    slow: bool = False
    """Whether it runs the smaller size only, and its time is scaled for the larger."""


NUMPY = Model(label="straightforward NumPy", function="straightforward_numpy:simulate", rounds=MANY)
LIBRARY = "with_innobudget"
COMPETITORS = (
    Model(label="innobudget, one thread", function=f"{LIBRARY}:one_thread", rounds=MANY),
    Model(label="innobudget, two threads", function=f"{LIBRARY}:two_threads", rounds=MANY),
    NUMPY,
    Model(label="pandas", function="with_pandas:simulate"),
    Model(label="open-riskpy", function="with_riskpy:simulate"),
    Model(label="squigglepy", function="with_squigglepy:simulate"),
    Model(label="OpenTURNS", function="with_openturns:simulate"),
    Model(label="probabilit", function="with_probabilit:simulate", slow=True),
    Model(label="mcerp", function="with_mcerp:simulate", slow=True),
    Model(label="plain Python", function="plain_python:simulate", slow=True),
    Model(label="monaco", function="with_monaco:simulate", slow=True),
    Model(label="floor: draw 36 uniforms", function="floor:draw_uniforms", rounds=MANY),
    Model(label="floor: read and write 57 numbers", function="floor:move_bytes", rounds=MANY),
)
GOALS = {
    ("innobudget, one thread", 1_000_000): "0.25, 250 MB",
    ("innobudget, two threads", 1_000_000): "0.17, 250 MB",
    ("innobudget, one thread", 100_000): "0.40",
    ("innobudget, two threads", 100_000): "0.30",
}
"""What the times are to be at most, by label and trials."""
Runs = dict[tuple[str, int], list[dict[str, Any]]]
"""What each model gave, by label and trials, one per round."""


def section(short: bool) -> str:
    """Run all models in turns and return the tables."""
    sizes = SHORT_SIZES if short else SIZES
    runs: Runs = {}
    for number in range(1 if short else NUMPY.rounds):
        for model, trials in jobs(sizes, number):
            print(f"{number + 1}: {model.label}, {trials:,}", file=sys.stderr, flush=True)
            found = in_own_process(
                f"{MODELS}.timing:timed",
                f"{MODELS}.{model.function}",
                trials,
                number + 1,
            )
            runs.setdefault((model.label, trials), []).append(found)
    tables = [size_table(runs, trials, min(sizes)) for trials in sizes]
    return "\n\n".join([NOTE, *tables, f"Peers: {versions(PEERS)}."])


def jobs(sizes: tuple[int, ...], number: int) -> Iterator[tuple[Model, int]]:
    """Yield what one round runs."""
    for trials in sizes:
        for model in COMPETITORS:
            if number < model.rounds and not (model.slow and trials > min(sizes)):
                yield model, trials


def size_table(runs: Runs, trials: int, smaller: int) -> str:
    """Return the table of one number of trials."""
    base = runs[NUMPY.label, trials]
    rows = []
    for model in COMPETITORS:
        scaled = model.slow and trials > smaller
        found = runs[model.label, smaller if scaled else trials]
        cells = row(model.label, found, base, trials / smaller if scaled else 1.0)
        rows.append([*cells, GOALS.get((model.label, trials), "")])
    head = [f"{trials:,} trials", "median, s", "least, s", "processor, s", "times NumPy's", "range"]
    head += ["memory, MB", "goal"]
    return table(head, rows)


def row(
    label: str, found: list[dict[str, Any]], base: list[dict[str, Any]], by: float
) -> list[str]:
    """Return one model's row: its time, its ratio to NumPy's in the same round, its memory."""
    faults = [run["failed"] for run in found if "failed" in run]
    faults += ["; ".join(run["wrong"]) for run in found if run.get("wrong")]
    if faults:
        return [label, f"not counted: {faults[0]}", "", "", "", "", ""]
    seconds = [run["seconds"] * by for run in found]
    ratios = [own / other["seconds"] for own, other in zip(seconds, base, strict=False)]
    return [
        label if by == 1 else f"{label}, scaled",
        f"{median(seconds):.3f}",
        f"{min(seconds):.3f}",
        f"{by * median(run['processor'] for run in found):.3f}",
        f"{median(ratios):.2f}",
        f"{min(ratios):.2f} to {max(ratios):.2f}",
        "" if by > 1 else f"{median(run['memory'] for run in found):.0f}",
    ]


NOTE = """Nine investments, ten years; yearly net effect, cumulative, budget gap, NPV at 3.5 %,
the probability that the realised saving reaches the booked one, and seven percentiles of net,
cumulative and NPV for every year. innobudget gives more than that: saving, outlay, reserve, safe
booking, payback. Before a time counts, eight figures of the run must agree with the published ones
within four standard errors. Each model is written as its own documentation would; those that hand
out arrays are summarised by the same lines of NumPy. "Scaled": run with a tenth of the trials, its
time multiplied by ten. Memory is above that of the imports. The floor is what the problem needs
whoever computes it: 36 uniforms per trial by NumPy's generator, and eight bytes read and written
for each of them and for each of 21 outcomes."""
