"""One comparison: read, simulate in the same futures, and leave a folder of reports."""

from collections.abc import Sequence
from os.path import commonpath
from pathlib import Path

from innobudget.domain.scenario import Scenario
from innobudget.engine.work import Progress
from innobudget.io.comparison import comparison_document
from innobudget.io.report_folder import check_folder, digest, write_folder, writing
from innobudget.io.results import json_text
from innobudget.io.scenarios import load_scenario
from innobudget.report.comparison.charts import write_charts
from innobudget.report.comparison.terminal import comparison_summary, comparison_written
from innobudget.report.comparison.workbook import write_workbook
from innobudget.report.record import RunRecord
from innobudget.workflow.comparison import Comparison, compare
from innobudget.workflow.options import RunOptions, with_options
from innobudget.workflow.reports import record
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
    first, *others = map(load_scenario, paths)
    scenarios = [with_options(first, options), *others]
    name = "-".join(["compare", *(path.stem for path in paths)])
    folder = options.out or REPORTS / name
    check_folder(folder)
    comparison = compare(scenarios, threads=options.threads, progress=progress)
    found = comparison.found
    made = record(input_digests(scenarios), options.command)
    text = json_text(comparison_document(found, version=made.version))

    def write(staged: Path) -> None:
        (staged / "comparison.json").write_text(text, encoding="utf-8", newline="\n")
        if options.workbook:
            write_comparison_workbook(comparison, staged / f"{name}.xlsx", made=made)
        if options.charts:
            write_comparison_charts(comparison, staged, made=made, svg=options.svg)

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


def write_comparison_workbook(
    comparison: Comparison, path: str | Path, *, made: RunRecord | None = None
) -> None:
    """Write the workbook of a comparison, in the first scenario's language.

    Parameters
    ----------
    comparison
        From `compare`.
    path
        The file to write, ending in .xlsx.
    made
        What made it; absent: this version, today.

    Raises
    ------
    OutputError
        When the file cannot be written.

    """
    found = comparison.found
    language = found.scenarios[0].assumptions.language
    made = made or record(input_digests(found.scenarios))
    with writing(Path(path)):
        write_workbook(found, Path(path), language=language, made=made)


def write_comparison_charts(
    comparison: Comparison, folder: str | Path, *, made: RunRecord | None = None, svg: bool = False
) -> tuple[str, ...]:
    """Draw the charts of a comparison into a folder, in the first scenario's language.

    Parameters
    ----------
    comparison
        From `compare`.
    folder
        Made when it is missing; files of the same names are replaced.
    made
        What made them; absent: this version, today.
    svg
        Whether to write each chart as SVG too.

    Returns
    -------
    tuple
        Names of the files.

    Raises
    ------
    OutputError
        When the folder cannot be written.

    """
    found = comparison.found
    language = found.scenarios[0].assumptions.language
    made = made or record(input_digests(found.scenarios))
    with writing(Path(folder)):
        Path(folder).mkdir(parents=True, exist_ok=True)
        return write_charts(found, Path(folder), language=language, date=made.date.date(), svg=svg)


def input_digests(scenarios: Sequence[Scenario]) -> dict[str, str]:
    """Return the SHA-256 of every input file, by its path from the folder that holds them all."""
    files = sorted({file.resolve() for scenario in scenarios for file in scenario.files})
    if not files:
        return {}
    top = commonpath([file.parent for file in files])
    return {file.relative_to(top).as_posix(): digest(file) for file in files}
