"""One comparison: read, simulate in the same futures, and leave a folder of reports."""

from collections.abc import Sequence
from pathlib import Path

from innobudget.domain.scenario import Scenario
from innobudget.engine.work import Progress
from innobudget.errors import InputError, Problem, speaking
from innobudget.io.documents import comparison_document, json_text
from innobudget.io.input_copies import copy_inputs
from innobudget.io.output import writing
from innobudget.io.report_folder import open_report
from innobudget.io.report_place import Target
from innobudget.io.scenarios import load_scenario
from innobudget.report.chart_files import comparison_files
from innobudget.report.comparison.terminal import comparison_summary, comparison_written
from innobudget.workflow.comparison import compare
from innobudget.workflow.options import RunOptions, refuse_doubts, with_options
from innobudget.workflow.publication import (
    HTML,
    copy_public,
    public_names,
    require_public,
    write_html,
)
from innobudget.workflow.reports import (
    record_of,
    repeated,
    run_record,
    sources,
    told_of,
    write_charts,
    write_workbook,
)
from innobudget.workflow.run import REPORTS, Done

COMPARISON = "comparison.json"


def compare_scenarios(paths: Sequence[Path], options: RunOptions, progress: Progress) -> Done:
    """Compare scenario files and write the report; the options hold for all of them.

    Raises
    ------
    ComparisonError
        With every reason why the scenarios cannot be compared.
    InputError
        With every fault of the scenarios, their budgets and the options.
    OutputError
        With all that keeps the report from being written; the folder is then as it was before.

    """
    scenarios = loaded(paths, options)
    with speaking(scenarios[0].assumptions.language):
        return _compare(scenarios, paths, options, progress)


def _compare(
    scenarios: Sequence[Scenario], paths: Sequence[Path], options: RunOptions, progress: Progress
) -> Done:
    name = "-".join(["compare", *(path.stem for path in paths)])
    refuse_doubts(scenarios, options)
    require_public(scenarios, paths, options)
    folder = options.out or REPORTS / name
    made = run_record(scenarios, options.recorded)
    of = sources(scenarios, paths)
    with open_report(Target.folder(folder), of=of, keep=options.keep) as report:
        with writing(folder):
            copies = copy_inputs(scenarios, report.staged, budgets=options.inputs)
        charts = comparison_files(svg=options.svg) if options.charts else ()
        book = [f"{name}.xlsx"] if options.workbook else []
        page = [HTML] if options.page else []
        published = [*page, *book, COMPARISON]
        names = [COMPARISON, *charts, *copies.files, *book, *page]
        report.require_free([*names, *public_names(published, options)])
        comparison = compare(scenarios, threads=options.threads, progress=progress)
        refuse_doubts(comparison.found.scenarios, options)
        require_public(comparison.found.scenarios, paths, options, simulated=True)
        text = json_text(comparison_document(comparison.found, version=made.version))
        with writing(folder):
            (report.staged / COMPARISON).write_text(text, encoding="utf-8", newline="\n")
            if options.workbook:
                write_workbook(comparison, report.staged / f"{name}.xlsx", made=made)
            if options.charts:
                write_charts(comparison, report.staged, made=made, svg=options.svg)
            if options.page:
                write_html(comparison, report.staged / HTML, made=made)
            if options.public:
                copy_public(report.staged, published)
        language = scenarios[0].assumptions.language
        summary = comparison_summary(comparison.found, language)
        found = comparison.found
        record = record_of(found.scenarios[0], made, found.dimensions)
        written = report.finish({**record, **of, "again": repeated(options, copies)})
    told = comparison_written(comparison.found, language, told_of(written, folder, language))
    return Done(
        summary=f"{summary}\n\n{told}",
        json=text,
        folder=folder,
        files=written.files,
    )


def loaded(paths: Sequence[Path], options: RunOptions) -> list[Scenario]:
    """Read the scenarios that are compared, with the options laid over the first one.

    Raises
    ------
    InputError
        With every fault of all of them.

    """
    found: list[Scenario] = []
    faults: list[Problem] = []
    language = None
    for path in paths:
        try:
            found.append(load_scenario(path))
        except InputError as error:
            faults += error.problems
            language = language or error.language
    if faults:
        raise InputError(faults).about(language)
    first, *others = found
    with speaking(first.assumptions.language):
        return [with_options(first, options), *others]
