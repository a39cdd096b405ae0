"""One comparison: read, simulate in the same futures, and leave a folder of reports."""

from collections.abc import Sequence
from pathlib import Path

from innobudget.domain.scenario import Scenario
from innobudget.engine.work import Progress
from innobudget.errors import InputError, Problem
from innobudget.io.comparison import comparison_document
from innobudget.io.report_folder import check_folder, write_folder
from innobudget.io.results import json_text
from innobudget.io.scenarios import load_scenario
from innobudget.report.comparison.terminal import comparison_summary, comparison_written
from innobudget.workflow.comparison import compare
from innobudget.workflow.options import RunOptions, refuse_doubts, with_options
from innobudget.workflow.reports import run_record, write_charts, write_workbook
from innobudget.workflow.run import REPORTS, Done, manifest


def compare_scenarios(paths: Sequence[Path], options: RunOptions, progress: Progress) -> Done:
    """Compare scenario files and write the report; the options hold for all of them.

    Raises
    ------
    ComparisonError
        With every reason why the scenarios cannot be compared.
    InputError
        With every fault of the scenarios, their budgets and the options.
    OutputError
        When the folder is not ours or cannot be written; it is then as it was before.

    """
    first, *others = _loaded(paths)
    scenarios = [with_options(first, options), *others]
    name = "-".join(["compare", *(path.stem for path in paths)])
    refuse_doubts(scenarios, options)
    folder = options.out or REPORTS / name
    check_folder(folder)
    made = run_record(scenarios, options.command)
    comparison = compare(scenarios, threads=options.threads, progress=progress)
    found = comparison.found
    text = json_text(comparison_document(found, version=made.version))

    def write(staged: Path) -> None:
        (staged / "comparison.json").write_text(text, encoding="utf-8", newline="\n")
        if options.workbook:
            write_workbook(comparison, staged / f"{name}.xlsx", made=made)
        if options.charts:
            write_charts(comparison, staged, made=made, svg=options.svg)

    told = manifest(found.scenarios[0], made, found.dimensions)
    told = {**told, "scenario": [scenario.assumptions.name for scenario in scenarios]}
    files = write_folder(folder, write, told)
    language = found.scenarios[0].assumptions.language
    written = comparison_written(found, language, str(folder), files)
    return Done(
        summary=f"{comparison_summary(found, language)}\n\n{written}",
        json=text,
        folder=folder,
        files=files,
    )


def _loaded(paths: Sequence[Path]) -> list[Scenario]:
    found: list[Scenario] = []
    faults: list[Problem] = []
    for path in paths:
        try:
            found.append(load_scenario(path))
        except InputError as error:
            faults += error.problems
    if faults:
        raise InputError(faults)
    return found
