"""What the command line may say instead of the scenario."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast, get_args

from innobudget.domain.checks import check_scenario
from innobudget.domain.scenario import Language, Sampled, Sampling, Scenario
from innobudget.errors import InputError, Problem, where
from innobudget.messages import language_for, say

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


def with_options(scenario: Scenario, options: RunOptions) -> Scenario:
    """Let the command line's words stand instead of the scenario's.

    Raises
    ------
    InputError
        With every option that is out of range.

    """
    own, assumptions = scenario.sampled, scenario.assumptions
    if options.language is not None:
        assumptions = replace(assumptions, language=known_language(options.language))
    sampled = Sampled(
        trials=own.trials if options.trials is None else options.trials,
        seed=own.seed if options.seed is None else options.seed,
        sampling=own.sampling if options.sampling is None else cast("Sampling", options.sampling),
    )
    changed = replace(scenario, assumptions=assumptions, sampled=sampled)
    if sampled == own:
        return changed  # what was read has been checked
    faults = [
        replace(fault, place=where(say("command line"), option=f"--{fault.path[-1]}"))
        for fault in check_scenario(changed)
    ]
    if faults:
        raise InputError(faults)
    return changed


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
    raise InputError(
        [
            Problem(
                code="unknown-word",
                place=where(say("command line"), option="--language"),
                found=f'"{written}"',
                expected=say(
                    "one of: {known}", known=[f'"{known}"' for known in get_args(Language)]
                ),
                remedy=say("choose one of them"),
            )
        ]
    )


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


def taken(option: str, target: Path) -> Problem:
    """Say that what an option is to write would replace something else."""
    return Problem(
        code="target-exists",
        place=where(say("command line"), option=option),
        found=say("{target}, which holds something else", target=target),
        expected=say("a name that is not taken"),
        remedy=say("choose another name, or move the file away"),
    )
