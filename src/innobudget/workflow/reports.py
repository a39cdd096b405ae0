"""The reports of a run or a comparison, and the record of what made them."""

import platform
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import innobudget
from innobudget.domain.scenario import Language, Publish, Scenario
from innobudget.engine.trials import sample_trials
from innobudget.io.former_report import MAKER
from innobudget.io.input_copies import InputCopies
from innobudget.io.output import digest, staged_file, writing
from innobudget.io.report_folder import Written
from innobudget.report.findings.teller import Teller
from innobudget.report.terminal import files_text
from innobudget.report.voice import RunRecord
from innobudget.workflow.comparison import Comparison
from innobudget.workflow.dating import moment
from innobudget.workflow.options import WORKBOOK_TRIALS, RunOptions
from innobudget.workflow.result import Result

if TYPE_CHECKING:
    from innobudget.report.figures.chart import Chart

PACKAGES = (
    *("numpy", "scipy", "pandas", "pydantic", "openpyxl", "python-calamine"),
    *("xlsxwriter", "matplotlib", "jinja2", "python-docx"),
)
REPEATED = ("trials", "seed", "sampling", "precision", "language", "stress")
"""Options that the figures depend on."""


def run_record(scenarios: Sequence[Scenario], command: Sequence[str] = ()) -> RunRecord:
    """Record what makes a report: version, date, command line and input files.

    The date is today's, or that of `SOURCE_DATE_EPOCH` where it is set, so that a report can
    be made again to the byte.

    Raises
    ------
    InputError
        If `SOURCE_DATE_EPOCH` is no number of seconds that is a date.

    References
    ----------
    https://reproducible-builds.org/specs/source-date-epoch/

    """
    return RunRecord(
        version=innobudget.__version__,
        date=moment().replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None),
        command=" ".join(["innobudget", *command]) if command else "",
        inputs=_digests(file for scenario in scenarios for file in scenario.files),
        sender=_sender(scenarios[0].publish),
    )


def _sender(publish: Publish) -> Mapping[str, str]:
    told = {"company": publish.owner, "manager": publish.contact}
    return {name: words for name, words in told.items() if words}


def sources(scenarios: Sequence[Scenario], files: Sequence[Path]) -> Mapping[str, object]:
    """Return what a report is of, for its manifest: names of scenarios and of their files."""
    names = [scenario.assumptions.name for scenario in scenarios]
    return {
        "scenario": names[0] if len(names) == 1 else names,
        "from": [file.stem for file in files],
    }


def versions(made: RunRecord) -> Mapping[str, object]:
    """Return what made a report, for its manifest: programs, date, and command line."""
    return {
        "maker": MAKER,
        "version": made.version,
        "date": made.date.date().isoformat(),
        "command": made.command,
        "python": platform.python_version(),
        "packages": packages(),
    }


def record_of(
    scenario: Scenario, made: RunRecord, dimensions: Sequence[str]
) -> Mapping[str, object]:
    """Return how the figures of a run or a comparison were drawn, and by what, for its manifest."""
    return {
        **versions(made),
        "trials": scenario.sampled.trials,
        "seed": scenario.sampled.seed,
        "sampling": scenario.sampled.sampling,
        "language": scenario.assumptions.language,
        "dimensions": list(dimensions),
        "inputs": dict(made.inputs),
    }


def packages() -> Mapping[str, str]:
    """Return the versions of the packages that figures and reports are made with."""
    return {name: version(name) for name in PACKAGES}


def repeated(options: RunOptions, copies: InputCopies) -> Mapping[str, object]:
    """Return what it takes to run the copied inputs again, for a manifest."""
    given = {name: getattr(options, name) for name in REPEATED}
    given["public"] = options.public or None
    return {
        "scenarios": list(copies.scenarios),
        "options": {name: value for name, value in given.items() if value not in (None, ())},
        "left_out": dict(copies.left_out),
    }


def told_of(written: Written, folder: Path, language: Language) -> str:
    """Say in a few lines what a command left behind."""
    return files_text(
        language,
        str(folder),
        files=written.files,
        removed=written.removed,
        kept=None if written.kept is None else str(folder / written.kept),
    )


def write_workbook(
    found: Result | Comparison,
    path: str | Path,
    *,
    made: RunRecord | None = None,
    trials: int = WORKBOOK_TRIALS,
    charts: bool = True,
) -> None:
    """Write the workbook of a run or a comparison, in its (first) scenario's language.

    Parameters
    ----------
    found
        From `simulate` or `compare`.
    path
        The file to write, ending in .xlsx; an earlier one is replaced once the new one is whole.
    made
        What made it; absent: this version, today.
    trials
        How many of a run's trials its sheets Trials and What-if hold; a comparison's workbook
        has no such sheets.
    charts
        Whether a run's workbook leads to the figures of the report's charts; without, none need
        be made.

    Raises
    ------
    OutputError
        When the file cannot be written.

    """
    from innobudget.report.comparison import workbook as comparison_workbook
    from innobudget.report.workbook import writing
    from innobudget.report.workbook.edition import Edition

    made = made or run_record(_scenarios(found))
    with staged_file(Path(path)) as staged:
        if isinstance(found, Comparison):
            comparison_workbook.write_workbook(
                found.found, staged, language=_language(found), made=made
            )
        else:
            edition = Edition(
                results=found.results,
                language=_language(found),
                made=made,
                sample=sample_trials(found.simulation, trials),
                charts=_charts(found, made) if charts else (),
            )
            writing.write_workbook(edition, staged)


def _charts(found: Result, made: RunRecord) -> Sequence["Chart"]:
    from innobudget.report.figures import build_charts

    teller = Teller(results=found.results, language=_language(found), date=made.date.date())
    return build_charts(teller)[0]


def write_charts(
    found: Result | Comparison,
    folder: str | Path,
    *,
    made: RunRecord | None = None,
    svg: bool = False,
    html: bool = False,
) -> tuple[str, ...]:
    """Draw the charts of a run or a comparison, in its (first) scenario's language.

    One PNG a chart, and charts.json with titles, alternative texts and the plotted figures;
    of a run also report.pdf with all charts and their tables.

    Parameters
    ----------
    found
        From `simulate` or `compare`.
    folder
        Made when it is missing; files of the same names are replaced.
    made
        What made them; absent: this version, today.
    svg
        Whether to write each chart as SVG too.
    html
        Whether report.html stands beside them; report.pdf of a run then refers to it.

    Returns
    -------
    tuple
        Names of the files.

    Raises
    ------
    OutputError
        When the folder cannot be written.

    """
    from innobudget.report.comparison import charts as comparison_charts
    from innobudget.report.figures import files

    folder, language = Path(folder), _language(found)
    date = (made or run_record(_scenarios(found))).date.date()
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if isinstance(found, Comparison):
            return comparison_charts.write_charts(
                found.found, folder, language=language, date=date, svg=svg
            )
        teller = Teller(results=found.results, language=language, date=date)
        return files.write_charts(teller, folder, svg=svg, html=html)


def write_memo(found: Result, path: Path, made: RunRecord) -> None:
    """Write the page about a run that is pasted into a case, in the scenario's language."""
    from innobudget.report import memo

    language, date = _language(found), made.date.date()
    memo.write_memo(Teller(results=found.results, language=language, date=date), path, made)


def _scenarios(found: Result | Comparison) -> Sequence[Scenario]:
    return found.found.scenarios if isinstance(found, Comparison) else [found.scenario]


def _language(found: Result | Comparison) -> Language:
    return _scenarios(found)[0].assumptions.language


def _digests(files: Iterable[Path]) -> dict[str, str]:
    """Return the SHA-256 of each file by its name, with the folders that tell all of them apart."""
    paths = sorted({file.resolve() for file in files})
    names = next(
        names
        for parts in count(1)
        if len(set(names := ["/".join(path.parts[-parts:]) for path in paths])) == len(paths)
    )
    return {name: digest(path) for name, path in zip(names, paths, strict=True)}
