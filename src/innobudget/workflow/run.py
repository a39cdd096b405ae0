"""One run: read, simulate, and leave a folder of reports with the record of what made it."""

from dataclasses import dataclass, replace
from pathlib import Path

from innobudget.domain.scenario import Scenario
from innobudget.engine.simulation import Simulation, simulate
from innobudget.engine.work import Progress, Work
from innobudget.errors import speaking
from innobudget.io.documents import json_text, results_document
from innobudget.io.input_copies import copy_inputs
from innobudget.io.output import writing
from innobudget.io.report_folder import open_report
from innobudget.io.report_place import Target
from innobudget.io.scenarios import load_scenario
from innobudget.report.appropriations_csv import appropriations_csv
from innobudget.report.chart_files import MEMO, run_files
from innobudget.report.findings.teller import Teller
from innobudget.report.terminal import run_summary
from innobudget.report.voice import RunRecord, doubts_text
from innobudget.workflow.chart_process import Pictures, drawing
from innobudget.workflow.options import RunOptions, refuse_doubts, with_options
from innobudget.workflow.publication import (
    HTML,
    SIPS,
    copy_public,
    public_names,
    published_edition,
    require_public,
    write_sips,
)
from innobudget.workflow.reports import (
    record_of,
    repeated,
    run_record,
    sources,
    told_of,
    write_memo,
    write_workbook,
)
from innobudget.workflow.result import Result
from innobudget.workflow.until import MOST_TRIALS, Wish, simulate_until
from innobudget.workflow.working import processors, working

REPORTS = Path("reports")
RESULTS = "results.json"
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
        With all that keeps the report from being written; the folder is then as it was before.

    """
    own = load_scenario(path)
    with speaking(own.assumptions.language):
        return _run(with_options(own, options), path, options, progress)


def _run(scenario: Scenario, path: Path, options: RunOptions, progress: Progress) -> Done:
    refuse_doubts([scenario], options)
    require_public([scenario], [path], options)
    made = run_record([scenario], options.recorded)
    name = f"{path.stem}-stressed" if options.stress else path.stem
    folder = options.out or REPORTS / name
    of = sources([scenario], [path])
    with open_report(Target.folder(folder), of=of, keep=options.keep) as report:
        with writing(folder):
            copies = copy_inputs([scenario], report.staged, budgets=options.inputs)
        charts = run_files(svg=options.svg) if options.charts else ()
        book = [f"{path.stem}.xlsx"] if options.workbook else []
        page = [HTML] if options.page else []
        memo = [MEMO] if options.memo else []
        published = [*page, *book, RESULTS, SIPS]
        names = [RESULTS, APPROPRIATIONS, *charts, *memo, *copies.files, *book, *page]
        report.require_free([*names, *public_names(published, options)])
        apart = options.charts and (options.threads or processors()) > 1
        with (
            drawing(apart=apart) as artist,
            working(options.cluster, options.threads, scenario.sampled.trials) as work,
        ):
            result = simulated(scenario, options, work=replace(work, progress=progress))
            refuse_doubts([result.results.scenario], options)
            require_public([result.results.scenario], [path], options, simulated=True)
            text = json_text(results_document(result.results, version=made.version))
            with writing(folder):
                if options.charts:
                    artist.begin(_pictures(result, report.staged, options=options, made=made))
                (report.staged / RESULTS).write_text(text, encoding="utf-8", newline="\n")
                _write(result, report.staged, path.stem, options=options, made=made)
                if options.charts:
                    artist.finish()
                if options.public:
                    copy_public(report.staged, published)
        summary = run_summary(_teller(result, made), precise=options.precision is not None)
        record = record_of(result.scenario, made, result.simulation.draws.dimensions)
        written = report.finish({**record, **of, "again": repeated(options, copies)})
    files = told_of(written, folder, result.scenario.assumptions.language)
    return Done(
        summary=f"{summary}\n\n{files}\n\n{doubts_text(result.results.scenario)}".rstrip(),
        json=text,
        folder=folder,
        files=written.files,
    )


def simulated(scenario: Scenario, options: RunOptions, *, work: Work) -> Result:
    """Simulate a scenario with its portfolio and its parts; the options say how precisely."""
    told = work.progress or (lambda _: None)
    work = replace(work, progress=lambda share: told(PORTFOLIO_WORK * share))
    return Result(
        simulation=_simulate(scenario, options, work),
        progress=lambda share: told(PORTFOLIO_WORK + (1 - PORTFOLIO_WORK) * share),
    )


def _write(
    result: Result, staged: Path, stem: str, *, options: RunOptions, made: RunRecord
) -> None:
    """Write everything but results.json, what is drawn, the inputs and the manifest."""
    text = appropriations_csv(result.results, result.scenario.assumptions.language)
    (staged / APPROPRIATIONS).write_text(text, encoding="utf-8-sig", newline="")
    if options.workbook:
        file = staged / f"{stem}.xlsx"
        trials = options.workbook_trials
        write_workbook(result, file, made=made, trials=trials, charts=options.charts)
    if options.public:
        write_sips(result, staged / SIPS, made=made, trials=options.workbook_trials)
    if options.memo:
        write_memo(result, staged / MEMO, made)


def _pictures(result: Result, staged: Path, *, options: RunOptions, made: RunRecord) -> Pictures:
    page = (published_edition(result, made), staged / HTML) if options.page else None
    return Pictures(teller=_teller(result, made), folder=staged, svg=options.svg, page=page)


def _teller(result: Result, made: RunRecord) -> Teller:
    language = result.scenario.assumptions.language
    return Teller(results=result.results, language=language, date=made.date.date())


def _simulate(scenario: Scenario, options: RunOptions, work: Work) -> Simulation:
    if options.precision is None:
        return simulate(scenario, work=work)
    most = MOST_TRIALS if options.trials is None else options.trials
    return simulate_until(scenario, Wish(precision=options.precision, most=most), work)
