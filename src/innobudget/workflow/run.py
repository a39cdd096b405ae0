"""One run: read, simulate, and leave a folder of reports with the record of what made it."""

import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

from innobudget.domain.scenario import Scenario
from innobudget.engine.simulation import Simulation, simulate
from innobudget.engine.work import Progress, Work
from innobudget.io.report_folder import MAKER, check_folder, write_folder
from innobudget.io.results import json_text, results_document
from innobudget.io.scenarios import load_scenario
from innobudget.report.appropriations_csv import appropriations_csv
from innobudget.report.findings.teller import Teller
from innobudget.report.record import RunRecord
from innobudget.report.terminal import run_summary, written_text
from innobudget.workflow.options import RunOptions, refuse_doubts, with_options
from innobudget.workflow.reports import run_record, write_charts, write_workbook
from innobudget.workflow.result import Result
from innobudget.workflow.until import MOST_TRIALS, Wish, simulate_until
from innobudget.workflow.working import working

PACKAGES = ("numpy", "scipy", "pandas", "pydantic", "openpyxl", "xlsxwriter", "matplotlib")
REPORTS = Path("reports")
APPROPRIATIONS = "appropriations.csv"
PORTFOLIO_WORK = 0.2
"""About how much of a run's drawing is the portfolio's, for the progress bar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a run left behind."""

    summary: str
    """The answers in a few lines."""
    json: str
    """The content of results.json."""
    folder: Path
    """Where the report is."""
    files: tuple[str, ...]
    """Names of its files, the manifest last."""


def run_scenario(path: Path, options: RunOptions, progress: Progress) -> Done:
    """Simulate a scenario file and write its report.

    Raises
    ------
    InputError
        With every fault of the scenario, its budget and the options.
    OutputError
        When the folder is not ours or cannot be written; it is then as it was before.

    """
    scenario = with_options(load_scenario(path), options)
    refuse_doubts([scenario], options)
    made = run_record([scenario], options.command)
    check_folder(options.out or REPORTS / path.stem)
    with working(options.cluster, options.threads, scenario.sampled.trials) as work:
        result = _result(scenario, options, work=work, progress=progress)
        return _report(result, path.stem, options=options, made=made)


def _result(scenario: Scenario, options: RunOptions, *, work: Work, progress: Progress) -> Result:
    work = replace(work, progress=lambda share: progress(PORTFOLIO_WORK * share))
    return Result(
        simulation=_simulate(scenario, options, work),
        progress=lambda share: progress(PORTFOLIO_WORK + (1 - PORTFOLIO_WORK) * share),
    )


def _report(result: Result, stem: str, *, options: RunOptions, made: RunRecord) -> Done:
    folder = options.out or REPORTS / stem
    results, language = result.results, result.scenario.assumptions.language
    refuse_doubts([results.scenario], options)
    text = json_text(results_document(results, version=made.version))

    def write(staged: Path) -> None:
        (staged / "results.json").write_text(text, encoding="utf-8", newline="\n")
        if options.workbook:
            file = staged / f"{stem}.xlsx"
            write_workbook(result, file, made=made, trials=options.workbook_trials)
            (staged / APPROPRIATIONS).write_text(
                appropriations_csv(results, language),
                encoding="utf-8-sig",
                newline="",
            )
        if options.charts:
            write_charts(result, staged, made=made, svg=options.svg)

    dimensions = result.simulation.draws.dimensions
    files = write_folder(folder, write, manifest(result.scenario, made, dimensions))
    teller = Teller(results=results, language=language, date=made.date.date())
    told = run_summary(teller, precise=options.precision is not None)
    return Done(
        summary=f"{told}\n\n{written_text(results, str(folder), files)}",
        json=text,
        folder=folder,
        files=files,
    )


def _simulate(scenario: Scenario, options: RunOptions, work: Work) -> Simulation:
    if options.precision is None:
        return simulate(scenario, work=work)
    most = MOST_TRIALS if options.trials is None else options.trials
    return simulate_until(scenario, Wish(precision=options.precision, most=most), work)


def manifest(
    scenario: Scenario, made: RunRecord, dimensions: Sequence[str]
) -> Mapping[str, object]:
    """Return what made a report, for its manifest."""
    return {
        "maker": MAKER,
        "version": made.version,
        "date": made.date.date().isoformat(),
        "command": made.command,
        "python": platform.python_version(),
        "packages": {name: version(name) for name in PACKAGES},
        "scenario": scenario.assumptions.name,
        "trials": scenario.sampled.trials,
        "seed": scenario.sampled.seed,
        "sampling": scenario.sampled.sampling,
        "dimensions": list(dimensions),
        "inputs": dict(made.inputs),
    }
