"""The reports of a result, and the record of what made them."""

import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import innobudget
from innobudget.domain.scenario import Scenario
from innobudget.engine.trials import sample_trials
from innobudget.io.report_folder import digest, writing
from innobudget.report import workbook
from innobudget.report.figures import files
from innobudget.report.findings.teller import Teller
from innobudget.report.record import RunRecord
from innobudget.workflow.result import Result

WORKBOOK_TRIALS = 1_000


def run_record(scenario: Scenario, command: Sequence[str] = ()) -> RunRecord:
    """Record what makes the report of one scenario."""
    return record({file.name: digest(file) for file in scenario.files}, command)


def record(inputs: Mapping[str, str], command: Sequence[str] = ()) -> RunRecord:
    """Record what makes a report: version, date, command line and input files.

    The date is today's, or that of `SOURCE_DATE_EPOCH` where it is set, so that a report can
    be made again to the byte.

    References
    ----------
    https://reproducible-builds.org/specs/source-date-epoch/

    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.now(UTC) if epoch is None else datetime.fromtimestamp(int(epoch), UTC)
    return RunRecord(
        version=innobudget.__version__,
        date=moment.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None),
        command=" ".join(["innobudget", *command]) if command else "",
        inputs=inputs,
    )


def write_workbook(
    result: Result,
    path: str | Path,
    *,
    made: RunRecord | None = None,
    trials: int = WORKBOOK_TRIALS,
) -> None:
    """Write the workbook of a result, in the scenario's language.

    Parameters
    ----------
    result
        From `simulate`.
    path
        The file to write, ending in .xlsx.
    made
        What made it; absent: this version, today.
    trials
        How many of the result's trials its sheets Trials and What-if hold.

    Raises
    ------
    OutputError
        When the file cannot be written.

    """
    record = made or run_record(result.scenario)
    language = result.scenario.assumptions.language
    with writing(Path(path)):
        workbook.write_workbook(
            result.results,
            Path(path),
            language=language,
            made=record,
            sample=sample_trials(result.simulation, trials),
        )


def write_charts(
    result: Result, folder: str | Path, *, made: RunRecord | None = None, svg: bool = False
) -> tuple[str, ...]:
    """Draw the charts of a result into a folder, in the scenario's language.

    One PNG a chart, report.pdf with all of them and their tables, and charts.json with
    titles, alternative texts and the plotted figures.

    Parameters
    ----------
    result
        From `simulate`.
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
    record = made or run_record(result.scenario)
    with writing(Path(folder)):
        Path(folder).mkdir(parents=True, exist_ok=True)
        teller = Teller(
            results=result.results,
            language=result.scenario.assumptions.language,
            date=record.date.date(),
        )
        return files.write_charts(teller, Path(folder), svg=svg)
