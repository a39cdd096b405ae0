"""Where one number just meets a target."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from innobudget.engine.break_even import Key, Target, break_even, keys_of
from innobudget.engine.work import Progress, Work
from innobudget.errors import InputError, Problem, nearest, speaking, where
from innobudget.io.scenarios import load_scenario
from innobudget.messages import listed, say, write
from innobudget.report.break_even import break_even_text
from innobudget.workflow.options import RunOptions, refuse_doubts, unknown_word, with_options
from innobudget.workflow.working import processors

SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is varied, and what is to be met."""

    key: str
    """Which number."""
    between: tuple[float, float] | None = None
    """The range to look in; None: the number's own."""
    target: str = "budget holds"
    """What is to be met."""


def break_even_of(path: Path, sought: Sought, options: RunOptions, progress: Progress) -> str:
    """Say at which values of a number a scenario just meets a target.

    Raises
    ------
    InputError
        With every fault of the scenario and of what is sought.

    """
    own = load_scenario(path)
    with speaking(own.assumptions.language):
        scenario = with_options(own, options)
        refuse_doubts([scenario], options)
        keys = keys_of(scenario)
        faults, targets = _key_faults(sought, keys), get_args(Target)
        if sought.target not in targets:
            faults.append(unknown_word("--target", sought.target, targets))
        if faults:
            raise InputError(faults)
        work = Work(threads=options.threads or processors(), progress=progress)
        target = cast("Target", sought.target)
        found = break_even(scenario, keys[sought.key], target, between=sought.between, work=work)
    return break_even_text(found, scenario, scenario.assumptions.language)


def _key_faults(sought: Sought, known: Mapping[str, Key]) -> list[Problem]:
    if sought.key not in known:
        near = nearest(sought.key, known)
        return [
            Problem(
                code="break-even-key",
                place=where(say("command line"), argument="KEY"),
                found=f'"{sought.key}"',
                expected=say("one of: {known}", known=listed([*known], SHOWN)),
                remedy=write(near) if near else say("write one of these"),
            )
        ]
    low, high = sought.between or known[sought.key].between
    least, most = known[sought.key].limits
    if least <= low < high <= most:
        return []
    return [
        Problem(
            code="break-even-range",
            place=where(say("command line"), option="--between"),
            found=say("from {low:g} to {high:g}", low=low, high=high),
            expected=say(
                "the lower value first, both from {least:g} to {most:g}", least=least, most=most
            ),
            remedy=say("correct the values"),
        )
    ]
