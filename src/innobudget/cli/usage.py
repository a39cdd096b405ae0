"""A command line that cannot be understood, told like any other fault."""

import re
from typing import Any

from pydantic import ValidationError

from innobudget.domain.checks.values import LIMITS, as_written
from innobudget.errors import InputError, Problem, nearest, where
from innobudget.messages import Text, linked, say, write

Told = tuple[object, object, object]
"""What was found, what is expected, and how to mend it."""
KINDS = {"int_parsing": say("a whole number"), "float_parsing": say("a number")}
"""What pydantic misses, where an option's words are no number."""
COMMAND_LINE = say("command line")


def usage_problem(error: Any) -> Problem:  # noqa: ANN401 - of typer's own classes
    """Say what is wrong with a command line, of which typer says it in English alone."""
    context, kind = error.ctx, type(error).__name__
    name = getattr(error, "option_name", "")
    place: str = where(COMMAND_LINE, option=name) if name else COMMAND_LINE
    helped = say("see {command} --help", command=context.command_path if context else "innobudget")
    if kind == "NoSuchOption":
        told = _no_such_option(name, context, helped)
    elif kind == "BadOptionUsage":
        told = _argument_of_option("requires" in error.message)
    elif kind in {"MissingParameter", "BadParameter"}:
        place = _place(error.param)
        told = _value(error, helped)
    else:
        extra = re.match(r".*\((.*)\)$", error.message)
        told = (extra[1] if extra else error.message, say("nothing more"), helped)
    found, expected, remedy = (one if isinstance(one, str) else str(one) for one in told)
    return Problem(code="command-line", place=place, found=found, expected=expected, remedy=remedy)


def no_such_command(name: str, known: list[str]) -> InputError:
    """Return the error of a command that there is not, with those that there are."""
    near = nearest(name, known)
    problem = Problem(
        code="command-line",
        place=COMMAND_LINE,
        found=say("the command {name}", name=name),
        expected=say("one of: {known}", known=known),
        remedy=write(near) if near else say("choose one of them"),
    )
    return InputError([problem])


def _no_such_option(name: str, context: Any, helped: Text) -> Told:  # noqa: ANN401 - typer's
    options = context.command.params if context else ()
    known = [name for option in options for name in option.opts if name.startswith("--")]
    near = nearest(name.strip("-"), [option.strip("-") for option in known])
    return (
        say("the option {name}", name=name),
        say("one of: {known}", known=known) if known else say("an option of the command"),
        write(f"--{near}") if near else helped,
    )


def _argument_of_option(needs_one: bool) -> Told:
    if needs_one:
        return say("nothing"), say("a value"), say("write it after the option")
    return say("a value"), say("nothing after the option"), say("leave the value out")


def _place(option: Any) -> str:  # noqa: ANN401 - typer's
    if option.opts[0].startswith("-"):
        return where(COMMAND_LINE, option=option.opts[0])
    return linked(", ", (COMMAND_LINE, option.metavar or option.name))


def _value(error: Any, helped: Text) -> Told:  # noqa: ANN401 - typer's
    if not isinstance(error.__cause__, ValidationError):
        return say("nothing"), error.param.help or say("a value"), helped
    fault = error.__cause__.errors(include_url=False)[0]
    expected: object = KINDS.get(fault["type"], say("a value"))
    if fault["type"] in LIMITS:
        key, limited = LIMITS[fault["type"]]
        expected = limited.of(limit=fault["ctx"][key])
    return as_written(fault["input"]), expected, say("correct the value")
