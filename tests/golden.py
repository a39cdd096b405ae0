"""What is expected: of every example scenario its figures and what its charts say, of every
kind of chart its drawing, of a small town every figure that reaches a user.

`python tests/golden.py` writes scenarios/<name>.expected.csv, scenarios/<name>.sentences.txt,
tests/report/golden/ and tests/golden/ anew; the difference is reviewed like code.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path

from drawings import DAY, DRAWINGS, drawings
from dumping import write_dump, write_texts
from innobudget.domain.results import Results, Spread
from innobudget.engine.simulation import simulate
from innobudget.io.scenarios import load_scenario
from innobudget.report.figures import build_charts
from innobudget.report.findings.teller import Teller
from innobudget.report.words.numbers import NARROW_SPACE

SCENARIOS = Path(__file__).resolve().parent.parent / "scenarios"
TRIALS = 20_000
ERRORS = 4
"""How many standard errors a figure may be off: a false alarm in 16,000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One figure that a scenario is expected to give."""

    figure: str
    year: str
    value: float
    tolerance: float


def key_figures(results: Results) -> Iterator[Expected]:
    """Yield the figures that carry a scenario's message, each with its sampling error."""
    outcome, years = results.portfolio, results.scenario.horizon.years
    for position, year in enumerate(years):
        yield Expected(
            figure="booked", year=str(year), value=outcome.plan.booked[position], tolerance=0.005
        )
        yield _mean("saving", str(year), outcome.measures["saving"][position])
        yield _mean("budget_gap", str(year), outcome.measures["budget_gap"][position])
        met = outcome.probability_booked_met[position]
        if met is not None:
            yield _probability("probability_booked_met", str(year), met)
    yield _mean("npv", "", outcome.npv)
    yield _probability("probability_npv_positive", "", outcome.probability_npv_positive)
    holds = outcome.probability_budget_holds_period
    yield _probability("probability_budget_holds_period", "", holds)
    yield Expected(
        figure="reserve_period",
        year="",
        value=outcome.reserve_period,
        tolerance=ERRORS * 2 * outcome.gap_period.sd / sqrt(TRIALS),
    )
    for found in results.investments:
        yield _mean(f"npv of {found.id}", "", found.outcome.npv)


@cache
def simulated(path: Path) -> Results:
    """Simulate a scenario as its expected figures were made."""
    return simulate(load_scenario(path), trials=TRIALS).results()


def expected_path(path: Path) -> Path:
    """Return where a scenario's expected figures stand."""
    return path.with_suffix(".expected.csv")


def read_expected(path: Path) -> list[Expected]:
    """Read the expected figures of a scenario."""
    with expected_path(path).open(encoding="utf-8", newline="") as file:
        return [
            Expected(
                figure=row["figure"],
                year=row["year"],
                value=float(row["value"]),
                tolerance=float(row["tolerance"]),
            )
            for row in csv.DictReader(file)
        ]


def _mean(figure: str, year: str, spread: Spread) -> Expected:
    tolerance = ERRORS * spread.sd / sqrt(TRIALS) + 0.005
    return Expected(figure=figure, year=year, value=spread.mean, tolerance=tolerance)


def _probability(figure: str, year: str, value: float) -> Expected:
    tolerance = ERRORS * sqrt(max(value * (1 - value), 1 / TRIALS) / TRIALS)
    return Expected(figure=figure, year=year, value=value, tolerance=tolerance)


def sentences(results: Results) -> str:
    """Return what the charts of a scenario say, in both languages."""
    lines = []
    for language in ("da", "en"):
        for chart in build_charts(Teller(results=results, language=language, date=DAY))[0]:
            lines += [f"[{language} {chart.stem}]", chart.finding.title, chart.subtitle, ""]
    return "\n".join(lines).replace(NARROW_SPACE, " ")


def sentences_path(path: Path) -> Path:
    """Return where a scenario's sentences stand."""
    return path.with_suffix(".sentences.txt")


def main() -> None:
    """Write everything that is expected."""
    write_dump()
    write_texts(DRAWINGS, drawings())
    for path in sorted(SCENARIOS.glob("*.toml")):
        results = simulated(path)
        sentences_path(path).write_text(sentences(results), encoding="utf-8", newline="\n")
        rows = list(key_figures(results))
        with expected_path(path).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["figure", "year", "value", "tolerance"])
            for row in rows:
                writer.writerow([row.figure, row.year, f"{row.value:.6g}", f"{row.tolerance:.3g}"])
        print(f"{expected_path(path).name}: {len(rows)} figures")


if __name__ == "__main__":
    main()
