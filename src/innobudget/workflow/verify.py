"""Whether a report is as it was written, and whether its inputs still give its figures."""

import json
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

import innobudget
from innobudget.engine.work import Progress, Work
from innobudget.errors import ComparisonError, InputError, Problem
from innobudget.io.choice import choice_document
from innobudget.io.documents import Document, comparison_document, json_text, results_document
from innobudget.io.former_report import (
    MANIFEST,
    FormerReport,
    changed_files,
    missing_files,
    read_former,
    titles,
    unlisted_files,
)
from innobudget.io.input_copies import INPUTS
from innobudget.io.moves import inside
from innobudget.io.output import digest, writing
from innobudget.io.report_place import Target, settle
from innobudget.io.scenarios import load_scenario
from innobudget.messages import say
from innobudget.report import verification as words
from innobudget.report.verification import Again, Verification, differences, verification_text
from innobudget.workflow.choose import CHOICE, decide
from innobudget.workflow.compare import COMPARISON, loaded
from innobudget.workflow.comparison import compare
from innobudget.workflow.options import RunOptions, language_of, with_options
from innobudget.workflow.reports import packages
from innobudget.workflow.run import RESULTS, simulated
from innobudget.workflow.working import processors

VERSION = "innobudget"
"""The key of results.json that says which version wrote it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Repeat:
    """What a manifest says of how its report is made again."""

    scenarios: tuple[str, ...]
    options: RunOptions
    left_out: Mapping[str, str]
    choosing_trials: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What is said of a report."""

    text: str
    """In a few lines."""
    holds: bool
    """Whether every file is as written and the inputs give the same figures."""


def verify_folder(
    folder: Path, *, threads: int | None, language: str | None, progress: Progress
) -> Verified:
    """Compare a report with its manifest, and its figures with those of its inputs, run again.

    A report that a killed run left between two states is brought into the new one first.

    Raises
    ------
    InputError
        When the folder holds no report.
    OutputError
        When another run is writing there, or what one left cannot be finished.

    """
    language_of(language)
    target = Target.folder(folder)
    settle(target)
    with writing(folder):
        former = read_former(target.root)
        if former is None:
            raise InputError([_no_report(folder)])
        found = _files(folder, target.root, former)
    again = _again(
        target.root, former, found, Work(threads=threads or processors(), progress=progress)
    )
    found = replace(found, again=again)
    spoken = language_of(language, former.record.get("language"))
    return Verified(text=verification_text(found, spoken), holds=found.holds)


def _files(folder: Path, root: Path, former: FormerReport) -> Verification:
    record = former.record
    return Verification(
        folder=str(folder),
        names=titles(record),
        date=str(record.get("date")),
        version=str(record.get("version")),
        files=len(former.files),
        changed=changed_files(root, former),
        missing=missing_files(root, former),
        beside=unlisted_files(root, former),
        versions=list(_other_versions(record)),
    )


def _other_versions(record: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    now = {"innobudget": innobudget.__version__, "Python": platform.python_version(), **packages()}
    written = record.get("packages")
    then = written if isinstance(written, dict) else {}
    then = {"innobudget": record.get("version"), "Python": record.get("python"), **then}
    for name, version in now.items():
        if then.get(name, version) != version:
            yield name, str(then[name]), version


def _again(root: Path, former: FormerReport, found: Verification, work: Work) -> Again:
    """Run the copied inputs again, where they are all there, and compare the figures."""
    try:
        repeat = TypeAdapter(_Repeat).validate_python(former.record["again"])
    except (KeyError, ValidationError):
        return Again(told=words.NOT_SAID)
    obstacle = _obstacle(root, repeat, found)
    if obstacle is not None:
        return obstacle
    try:
        text = json_text(_figures([root / name for name in repeat.scenarios], repeat, work))
    except (InputError, ComparisonError) as error:
        return Again(told=words.REFUSED, problems=error.problems)
    return _compared(root, former, found, text)


def _obstacle(root: Path, repeat: _Repeat, found: Verification) -> Again | None:
    """Say why inputs cannot be run again; None: they can."""
    if not repeat.scenarios or not all(map(inside, (*repeat.scenarios, *repeat.left_out))):
        return Again(told=words.NOT_SAID)
    if any(name.startswith(f"{INPUTS}/") for name in (*found.changed, *found.missing)):
        return Again(told=words.INPUTS_CHANGED)
    for place, written in repeat.left_out.items():
        if not ((root / place).is_file() and digest(root / place) == written):
            return Again(told=words.LEFT_OUT, file=place, digest=written)
    return None


def _figures(paths: Sequence[Path], repeat: _Repeat, work: Work) -> Document:
    """Return the figures that scenario files give, as the command that made them writes them."""
    version, options = innobudget.__version__, repeat.options
    if repeat.choosing_trials is not None:
        scenario, *others = map(load_scenario, paths)
        against = others[0] if others else None
        chosen = decide(with_options(scenario, options), against, repeat.choosing_trials, work)
        return choice_document(chosen, version=version)
    if len(paths) > 1:
        scenarios = loaded(paths, options)
        found = compare(scenarios, threads=work.threads, progress=work.progress).found
        return comparison_document(found, version=version)
    scenario = with_options(load_scenario(paths[0]), options)
    result = simulated(scenario, options, work=work)
    return results_document(result.results, version=version)


def _compared(root: Path, former: FormerReport, found: Verification, text: str) -> Again:
    """Hold the figures that come out now against those that were written."""
    file = next((name for name in (RESULTS, CHOICE) if name in former.files), COMPARISON)
    is_changed = file in (*found.changed, *found.missing)
    if sha256(text.encode()).hexdigest() == former.files.get(file):
        told = words.SAME_AS_WRITTEN_ONCE if is_changed else words.SAME
        return Again(told=told, holds=True, file=file)
    if is_changed or file not in former.files:
        return Again(told=words.DIFFERENT, file=file)
    then = json.loads((root / file).read_text(encoding="utf-8"))
    others = list(differences(then, json.loads(text)))
    figures = [other for other in others if other.place != VERSION]
    if others and not figures:
        return Again(told=words.SAME_FIGURES, holds=True, file=file)
    return Again(told=words.DIFFERENT, file=file, differences=figures)


def _no_report(folder: Path) -> Problem:
    return Problem(
        code="no-report",
        place=str(folder),
        found=say("no {file} of innobudget", file=MANIFEST),
        expected=say("a folder that `innobudget run` or `innobudget compare` left"),
        remedy=say("name the folder of a report"),
    )
