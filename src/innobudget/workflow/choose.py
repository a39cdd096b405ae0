"""One choice: read, choose, and leave a folder with the answer and a scenario to run."""

from dataclasses import dataclass, replace
from os.path import relpath
from pathlib import Path

from innobudget.domain.chosen import Chosen
from innobudget.domain.scenario import Scenario
from innobudget.engine.choosing.choose import choose
from innobudget.engine.choosing.telling import sample_cases
from innobudget.engine.work import Progress, Work
from innobudget.errors import InputError, Problem, speaking, where
from innobudget.io.choice import choice_document, chosen_toml
from innobudget.io.documents import json_text
from innobudget.io.input_copies import InputCopies, copy_inputs
from innobudget.io.output import writing
from innobudget.io.report_folder import open_report
from innobudget.io.report_place import Target
from innobudget.io.scenarios import load_scenario
from innobudget.messages import say
from innobudget.report.chart_files import CHOICE_STEMS, comparison_files
from innobudget.report.choice.teller import ChoiceTeller
from innobudget.report.choice.terminal import choice_summary
from innobudget.report.voice import RunRecord, doubts_text
from innobudget.workflow.options import RunOptions, refuse_doubts, with_options
from innobudget.workflow.publication import HTML, copy_public, public_names, require_public
from innobudget.workflow.reports import record_of, repeated, run_record, sources, told_of
from innobudget.workflow.run import REPORTS, Done
from innobudget.workflow.working import processors

CHOICE = "choose.json"
CHOSEN = "chosen.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked beside a run's options."""

    choosing_trials: int
    """How many other futures the choice is made on."""
    against: Path | None = None
    """A scenario whose enabled cases are held against the choice."""


def choose_cases(path: Path, options: RunOptions, asked: Asked, progress: Progress) -> Done:
    """Choose among the cases of a scenario file, and write the report.

    Raises
    ------
    InputError
        With every fault of the scenarios, the choice and the options, or of limits that no
        portfolio keeps to.
    OutputError
        With all that keeps the report from being written; the folder is then as it was before.

    """
    own = load_scenario(path)
    with speaking(own.assumptions.language):
        return _choose(own, path, options, asked, progress)


def decide(scenario: Scenario, against: Scenario | None, trials: int, work: Work) -> Chosen:
    """Choose, with another scenario's portfolio beside it.

    Raises
    ------
    InputError
        With every fault, cases that only the other scenario has included.

    """
    known = {item.id for item in scenario.enabled}
    foreign = [] if against is None else [item.id for item in against.enabled]
    foreign = [name for name in foreign if name not in known]
    if foreign:
        raise InputError([_foreign(foreign)])
    return choose(scenario, choosing_trials=trials, against=against, work=work)


def _choose(
    own: Scenario, path: Path, options: RunOptions, asked: Asked, progress: Progress
) -> Done:
    scenario = with_options(own, options)
    against = None if asked.against is None else load_scenario(asked.against)
    scenarios = [scenario, *([] if against is None else [against])]
    refuse_doubts(scenarios, options)
    require_public([scenario], [path], options)
    made = run_record([own, *scenarios[1:]], options.recorded)
    folder = options.out or REPORTS / f"choose-{path.stem}"
    of = sources([scenario], [path])
    with open_report(Target.folder(folder), of=of, keep=options.keep) as report:
        with writing(folder):
            copies = copy_inputs([own, *scenarios[1:]], report.staged, budgets=options.inputs)
        book = f"choose-{path.stem}.xlsx"
        published = [HTML, book, CHOICE]
        names = [CHOICE, CHOSEN, book, HTML, *comparison_files(CHOICE_STEMS, svg=options.svg)]
        report.require_free([*names, *copies.files, *public_names(published, options)])
        work = Work(threads=options.threads or processors(), progress=progress)
        chosen = decide(scenario, against, asked.choosing_trials, work)
        require_public([chosen.scenario], [path], options, simulated=True)
        teller = ChoiceTeller(chosen=chosen, language=scenario.assumptions.language)
        text = json_text(choice_document(chosen, version=made.version))
        with writing(folder):
            (report.staged / CHOICE).write_text(text, encoding="utf-8", newline="\n")
            if chosen.portfolio.enabled:
                toml = chosen_toml(chosen, _base(path, folder, copies), own.sampled)
                (report.staged / CHOSEN).write_text(toml, encoding="utf-8", newline="\n")
            _write(teller, report.staged, path.stem, options=options, made=made)
            if options.public:
                copy_public(report.staged, published)
        again = {**repeated(options, copies), "choosing_trials": asked.choosing_trials}
        record = record_of(scenario, made, chosen.dimensions)
        written = report.finish({**record, **of, "again": again})
    told = (choice_summary(teller), told_of(written, folder, teller.language))
    return Done(
        summary="\n\n".join((*told, doubts_text(teller.scenario))).rstrip(),
        json=text,
        folder=folder,
        files=written.files,
    )


def _write(
    teller: ChoiceTeller, staged: Path, stem: str, *, options: RunOptions, made: RunRecord
) -> None:
    """Write workbook, charts and page, where they are wanted."""
    from innobudget.report.choice.edition import ChoiceEdition

    edition = ChoiceEdition(
        chosen=teller.chosen,
        sample=sample_cases(teller.chosen, options.workbook_trials),
        language=teller.language,
        made=made,
    )
    if options.workbook:
        from innobudget.report.choice.pages import write_workbook

        write_workbook(edition, staged / f"choose-{stem}.xlsx")
    if options.page:
        from innobudget.report.publication.page import html_text
        from innobudget.report.publication.published_choice import published_choice

        chosen = replace(teller.chosen, scenario=teller.chosen.scenario.published)
        page = published_choice(replace(edition, chosen=chosen))
        (staged / HTML).write_text(html_text(page), encoding="utf-8", newline="\n")
    if options.charts:
        from innobudget.report.choice.charts import write_charts

        write_charts(teller, staged, made.date.date(), svg=options.svg)


def _base(path: Path, folder: Path, copies: InputCopies) -> str:
    """Return the scenario that the chosen one builds on: the report's copy, where it is whole."""
    if not copies.left_out:
        return copies.scenarios[0]
    return Path(relpath(path.resolve(), folder.resolve())).as_posix()


def _foreign(names: list[str]) -> Problem:
    return Problem(
        code="against-unknown",
        place=where(say("command line"), option="--against"),
        found=say("{names}, which the first scenario does not have enabled", names=names),
        expected=say("the same cases, of which some are enabled"),
        remedy=say("name a scenario that builds on the first, or add the cases there"),
    )
