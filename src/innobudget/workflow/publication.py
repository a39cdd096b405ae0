"""What is put online: report.html, and the folder that holds only what may be published."""

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from innobudget.domain.scenario import Scenario
from innobudget.engine.trials import draw_again, sample_trials
from innobudget.errors import InputError, Problem, where
from innobudget.io.extends import read_document
from innobudget.io.output import staged_file
from innobudget.messages import say
from innobudget.report.voice import RunRecord
from innobudget.workflow.comparison import Comparison
from innobudget.workflow.options import RunOptions
from innobudget.workflow.reports import run_record
from innobudget.workflow.result import Result

if TYPE_CHECKING:
    from innobudget.report.publication.parts import Publication
    from innobudget.report.workbook.edition import Edition

HTML = "report.html"
SIPS = "trials.sip.json"
PUBLIC = "public"


def write_html(
    found: Result | Comparison, path: str | Path, *, made: RunRecord | None = None
) -> None:
    """Write the page of a run or a comparison, in its (first) scenario's language.

    Parameters
    ----------
    found
        From `simulate` or `compare`.
    path
        The file to write; an earlier one is replaced once the new one is whole.
    made
        What made it; absent: this version, today.

    Raises
    ------
    OutputError
        When the file cannot be written.

    """
    from innobudget.report.publication.page import html_text

    if isinstance(found, Comparison):
        page = _compared(found, made or run_record(found.found.scenarios))
    else:
        page = _run(found, made or run_record([found.scenario]))
    with staged_file(Path(path)) as staged:
        staged.write_text(html_text(page), encoding="utf-8", newline="\n")


def _run(found: Result, made: RunRecord) -> "Publication":
    from innobudget.report.publication.published_run import published_run

    return published_run(published_edition(found, made))


def published_edition(found: Result, made: RunRecord) -> "Edition":
    """Return what the page of a run tells: nothing that its scenario keeps to itself."""
    from innobudget.report.workbook.edition import Edition

    scenario = found.results.scenario.published
    return Edition(
        results=replace(found.results, scenario=scenario),
        sample=draw_again(found.simulation, np.zeros(1, np.intp)),
        language=scenario.assumptions.language,
        made=made,
    )


def _compared(found: Comparison, made: RunRecord) -> "Publication":
    from innobudget.report.comparison.edition import ComparisonEdition
    from innobudget.report.publication.published_comparison import published_comparison

    scenarios = tuple(scenario.published for scenario in found.found.scenarios)
    comparison = replace(found.found, scenarios=scenarios)
    language = scenarios[0].assumptions.language
    return published_comparison(
        ComparisonEdition(comparison=comparison, language=language, made=made)
    )


def write_sips(found: Result, path: Path, *, made: RunRecord, trials: int) -> None:
    """Write the trials of a run that its workbook holds too, as SIPs."""
    from innobudget.report.sips import sips_document

    document = sips_document(found.results, sample_trials(found.simulation, trials), made)
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def public_names(names: Iterable[str], options: RunOptions) -> list[str]:
    """Return where the files that may be published stand in a report; none without `--public`."""
    return [f"{PUBLIC}/{name}" for name in names] if options.public else []


def copy_public(folder: Path, names: Iterable[str]) -> None:
    """Copy files of a report into its folder of what may be published."""
    (folder / PUBLIC).mkdir(exist_ok=True)
    for name in names:
        shutil.copyfile(folder / name, folder / PUBLIC / name)


def require_public(
    scenarios: Sequence[Scenario],
    files: Sequence[Path],
    options: RunOptions,
    *,
    simulated: bool = False,
) -> None:
    """Refuse to put apart for publication what nobody stands for or what is still doubted.

    Only when everything is simulated every doubt is there, and can be held against those that
    are accepted.

    Raises
    ------
    InputError
        With all that is missing: doubts that nobody has accepted, a contact, marks, files.

    """
    if not options.public:
        return
    faults = [] if options.page and options.workbook else [_nothing_to_publish()]
    faults += [] if scenarios[0].publish.contact else [_no_contact(scenarios[0])]
    for scenario, file in zip(scenarios, files, strict=True):
        accepted = scenario.publish.accepted
        codes = {doubt.code for doubt in scenario.doubts}
        open_ = [doubt for doubt in scenario.doubts if doubt.code not in accepted]
        faults += [*open_, _not_accepted(open_, file)] if open_ else []
        strange = [code for code in accepted if simulated and code not in codes]
        faults += [_unknown(code, codes, file) for code in strange]
        faults += _unmarked(scenario, file)
    if faults:
        raise InputError(list(dict.fromkeys(faults)))


def _nothing_to_publish() -> Problem:
    return Problem(
        code="public-without-files",
        place=where(say("command line"), option="--public"),
        found=say("--no-html, --no-charts or --no-workbook beside it"),
        expected=say("report.html and the workbook, which are published"),
        remedy=say("leave the other option out"),
    )


def _no_contact(scenario: Scenario) -> Problem:
    return Problem(
        code="public-contact",
        place=where(scenario.source or say("scenario built in code"), key="publish.contact"),
        found=say("nothing"),
        expected=say("where readers of what is published can ask"),
        remedy=say('write contact = "…" in [publish]'),
    )


def _not_accepted(doubts: Sequence[Problem], file: Path) -> Problem:
    return Problem(
        code="public-accepted",
        place=where(file.name, key="publish.accepted"),
        found=say("not among them: {codes}", codes=sorted({doubt.code for doubt in doubts})),
        expected=say("every doubt mended, or accepted by name"),
        remedy=say("mend what is doubted, or name its code under accepted in [publish]"),
    )


def _unknown(code: str, codes: Iterable[str], file: Path) -> Problem:
    return Problem(
        code="public-accepted",
        place=where(file.name, key="publish.accepted"),
        found=say('"{code}", which is no doubt about this scenario', code=code),
        expected=say("one of: {codes}", codes=sorted(codes)) if codes else say("nothing"),
        remedy=say("correct the list"),
    )


def _unmarked(scenario: Scenario, file: Path) -> list[Problem]:
    """Find investments of which the file does not say where their figures come from."""
    root = read_document(file).root
    return [
        Problem(
            code="public-assumption",
            place=where(file.name, key=f"{item.id}.assumption"),
            found=say("nothing"),
            expected=say('"sourced", "estimate" or "illustrative", as readers are told'),
            remedy=say('write assumption = "…" of this investment'),
        )
        for number, item in enumerate(scenario.investments)
        if item.enabled and root.at(("investment", number, "assumption")) is None
    ]
