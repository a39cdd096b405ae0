"""What the command line may say instead of the scenario."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import cast, get_args

from innobudget.domain.checks import check_scenario
from innobudget.domain.scenario import Language, Sampled, Sampling, Scenario, Stress
from innobudget.domain.stressing import NONE, stress_doubt
from innobudget.errors import InputError, Problem, nearest, where
from innobudget.messages import language_for, linked, say, write

WORKBOOK_TRIALS = 1_000
"""Trials that the workbook computes from, unless more or fewer are asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """What the command line may say instead of the scenario."""

    trials: int | None = None
    """Number of possible futures."""
    seed: int | None = None
    """What the random numbers start from."""
    sampling: str | None = None
    """How the draws are spread."""
    precision: float | None = None
    """Standard error that the probability that the bookings hold is to have at most."""
    threads: int | None = None
    """How many blocks are drawn at a time; None: the processors there are."""
    cluster: str | None = None
    """Address of a dask scheduler, or `local`; None: threads of this process."""
    out: Path | None = None
    """Folder of the report; None: `reports/` and the scenario file's stem."""
    language: str | None = None
    """Of workbook, charts and summary."""
    charts: bool = True
    """Whether to draw charts."""
    svg: bool = False
    """Whether to write each chart as SVG too."""
    workbook: bool = True
    """Whether to write the workbook."""
    html: bool = True
    """Whether to write report.html."""
    public: bool = False
    """Whether what may be published is put apart, without what `[publish]` leaves out."""
    memo: bool = False
    """Whether to write the page that is pasted into a case for the committee."""
    stress: tuple[str, ...] = ()
    """What turns out worse, as in `delay=1`."""
    strict: bool = False
    """Whether doubts count as faults."""
    workbook_trials: int = WORKBOOK_TRIALS
    """How many trials the workbook holds."""
    keep: bool = False
    """Whether the report that the folder holds is moved to `earlier/` instead of replaced."""
    inputs: bool = True
    """Whether the report's copy of its inputs holds the budget file too."""
    command: Sequence[str] = ()
    """The words of the command line, for the record."""

    @property
    def recorded(self) -> Sequence[str]:
        """The words of the command line that reports tell: paths are not to be published."""
        return () if self.public else self.command

    @property
    def page(self) -> bool:
        """Whether report.html is written: it is made of the charts."""
        return self.html and self.charts


def with_options(scenario: Scenario, options: RunOptions) -> Scenario:
    """Let the command line's words stand instead of the scenario's.

    Raises
    ------
    InputError
        With every option that is out of range.

    """
    scenario = scenario.published if options.public else scenario
    own, assumptions = scenario.sampled, scenario.assumptions
    if options.language is not None:
        assumptions = replace(assumptions, language=known_language(options.language))
    sampled = Sampled(
        trials=own.trials if options.trials is None else options.trials,
        seed=own.seed if options.seed is None else options.seed,
        sampling=own.sampling if options.sampling is None else cast("Sampling", options.sampling),
    )
    stress, slips = _stressed(scenario.stress, options.stress)
    changed = replace(scenario, assumptions=assumptions, sampled=sampled, stress=stress)
    if sampled == own and not options.stress:
        return changed  # what was read has been checked
    faults = [
        *slips,
        *(replace(fault, place=_option(fault)) for fault in check_scenario(changed)),
    ]
    if faults:
        raise InputError(faults)
    return changed if not options.stress else replace(changed, doubts=_doubts(changed))


def _option(fault: Problem) -> str:
    name = "stress" if fault.path[:1] == ("stress",) else fault.path[-1]
    return where(say("command line"), option=f"--{name}")


def _stressed(stress: Stress, written: Sequence[str]) -> tuple[Stress, list[Problem]]:
    """Lay what the command line says is worse over what the scenario says."""
    faults = []
    for text in written:
        key, _, value = text.partition("=")
        known = [item.name for item in fields(Stress)]
        try:
            stress = replace(stress, **{key: float(value)})
        except (TypeError, ValueError):
            near = nearest(key, known)
            faults.append(
                Problem(
                    code="stress-form",
                    place=where(say("command line"), option="--stress"),
                    found=f'"{text}"',
                    expected=say("delay=1, benefit=0.67 or outlay=1.2, each after --stress"),
                    remedy=write(f"--stress {near}=…") if near else say("write one of these"),
                )
            )
    return stress, faults


def _doubts(scenario: Scenario) -> tuple[Problem, ...]:
    """Return the doubts with that about the stress anew."""
    others = tuple(doubt for doubt in scenario.doubts if doubt.path != ("stress",))
    if scenario.stress == NONE:
        return others
    place = where(say("command line"), option="--stress")
    return (*others, replace(stress_doubt(scenario.stress), place=place))


def refuse_doubts(scenarios: Iterable[Scenario], options: RunOptions) -> None:
    """Take doubts for faults, where that is asked for.

    Raises
    ------
    InputError
        With every doubt about the scenarios.

    """
    doubts = dict.fromkeys(doubt for scenario in scenarios for doubt in scenario.doubts)
    if options.strict and doubts:
        raise InputError(doubts)


def known_language(written: str) -> Language:
    """Return a language of the command line.

    Raises
    ------
    InputError
        When it is none of those that reports have.

    """
    for known in get_args(Language):
        if written == known:
            return cast("Language", known)
    raise InputError([unknown_word("--language", written, get_args(Language))])


def language_of(chosen: str | None, stated: object = None) -> Language:
    """Return the language to speak: as chosen, else as a file states, else the system's.

    Raises
    ------
    InputError
        When one is chosen that there is not.

    """
    if chosen is not None:
        return known_language(chosen)
    return cast("Language", language_for(stated))


def target_fault(word: str, target: Path, wanted: object = None) -> Problem:
    """Say that a file to be written is of no form that is `wanted`; None: that it is there."""
    line = say("command line")
    return Problem(
        code="target-exists" if wanted is None else "target-form",
        place=where(line, option=word) if word.startswith("-") else linked(", ", (line, word)),
        found=str(target),
        expected=say("a name that is not taken")
        if wanted is None
        else say("a file of type {suffix}", suffix=wanted),
        remedy=say("choose another name"),
    )


def unknown_word(option: str, written: str, known: Iterable[str]) -> Problem:
    """Say that a word of the command line is none of those that there are."""
    return Problem(
        code="unknown-word",
        place=where(say("command line"), option=option),
        found=f'"{written}"',
        expected=say("one of: {known}", known=[f'"{one}"' for one in known]),
        remedy=say("choose one of them"),
    )


def taken(option: str, target: Path) -> Problem:
    """Say that what an option is to write would replace something else."""
    return Problem(
        code="target-exists",
        place=where(say("command line"), option=option),
        found=say("{target}, which holds something else", target=target),
        expected=say("a name that is not taken"),
        remedy=say("choose another name, or move the file away"),
    )
