"""The language that the program speaks, and the commands in it."""

import gettext
import os
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from typer.core import TyperCommand, TyperGroup

from innobudget.messages import CATALOGUES, DOMAIN, ENGLISH, languages, say

TITLE, CODES = say("Examples:"), say("Exit codes:")
FAULT = "2"
STATUS = {
    "0": say("done"),
    "1": say("a fault of innobudget itself"),
    FAULT: say("something is wrong with what was given; each fault is told with its remedy"),
    "130": say("interrupted; nothing was written"),
}
NO = {
    "verify": say("the report is not as it was written, or gives other figures, or cannot be read"),
    "budget": say("the file is no budget, or leaves a question open; told with its remedy"),
}
"""What 2 says of commands that answer a question."""
EXAMPLES = {
    "demo": ("demo", "demo example --language en --trials 20000"),
    "new": ("new town", "new asked.xlsx --followup town/scenario.toml"),
    "budget": (
        "budget town/budget.xlsx",
        "budget town/budget.xlsx --write-mapping town/mapping.toml --csv town/budget.csv",
    ),
    "check": ("check town/scenario.toml", "check town/scenario.xlsx --strict"),
    "run": (
        "run town/scenario.toml",
        "run town/scenario.toml --trials 20000 --out reports/draft --no-charts",
        "run town/scenario.toml --stress delay=1 --memo --language en",
    ),
    "verify": ("verify reports/scenario",),
    "compare": ("compare example/scenarios/odense.toml example/scenarios/odense-careful.toml",),
    "roll": ("roll town/scenario.toml --base-year 2027 --budget town/budget.xlsx --out next.toml",),
    "choose": ("choose example/scenarios/odense.toml --no-workbook",),
    "break-even": ("break-even town/scenario.toml booking.share",),
    "sweep": (
        "sweep town/scenario.toml --set booking.share=0.5,0.75,1 --out shares.csv",
        "sweep town/scenario.toml --seeds 1-5 --out seeds.xlsx",
    ),
    "convert": ("convert town/scenario.toml town/form.xlsx",),
}
"""By command; the folder `town` and the example are made by the first of them."""


def told_at_the_end(command: str, language: str) -> str:
    """Return examples and exit codes of a command; of the program where there is no such one."""
    shown = EXAMPLES.get(command, [EXAMPLES[name][0] for name in ("demo", "new", "run")])
    examples = [f"  innobudget {words}" for words in shown]
    status = {**STATUS, FAULT: NO.get(command, STATUS[FAULT])}
    codes = [f"  {code:5}{told(language)}" for code, told in status.items()]
    return "\n".join(["", TITLE(language), *examples, "", CODES(language), *codes])


USAGE = say("Usage:")
TYPER = (
    *(say("Arguments"), say("Options"), say("Commands"), say("default: {default}")),
    say("required"),
)
"""What typer writes by itself around our help texts."""


class Command(TyperCommand):
    """A command whose help is in the user's language."""

    language = ENGLISH

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - typer's
        """Return the help with its examples; typer writes the first word in English only."""
        return _helped(self.language, ctx, super().get_help(ctx))


class Commands(TyperGroup):
    """The commands together."""

    language = ENGLISH

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - typer's
        """Return the help, as above."""
        return _helped(self.language, ctx, super().get_help(ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - typer's
        """Find the command that is meant.

        Raises
        ------
        InputError
            If there is none.

        """
        if args[0] not in self.commands and not args[0].startswith("-"):
            from innobudget.cli.usage import no_such_command  # noqa: PLC0415 - seldom needed

            raise no_such_command(args[0], list(self.commands))
        return super().resolve_command(ctx, args)


def _helped(language: str, ctx: Any, text: str) -> str:  # noqa: ANN401 - typer's
    return f"{text.replace(USAGE, USAGE(language), 1)}\n{told_at_the_end(ctx.info_name, language)}"


def chosen_language(words: Sequence[str]) -> str | None:
    """Return the language that a command line asks for; None: none, or one that is not known.

    It is needed before the words are understood, for help and for what is wrong with them.
    """
    pairs = [*pairwise([*words, ""]), *(word.partition("=")[::2] for word in words)]
    said = (word for name, word in pairs if name == "--language")
    return next((word for word in said if word in languages()), None)


def all_texts(command: Any) -> Iterator[str]:  # noqa: ANN401 - typer's
    """Yield every English text of a command's help, and of all below it."""
    for each, options in _all(command):
        yield from (each.help, each.options_metavar)
        yield from (option.help for option in options if option.help)


def _all(command: Any) -> Iterator[tuple[Any, list[Any]]]:  # noqa: ANN401 - typer's
    """Yield a command and all below it, each with its options and arguments."""
    context = command.context_class(command, **command.context_settings)
    for each in (command, *getattr(command, "commands", {}).values()):
        own = context if each is command else each.context_class(each, parent=context)
        yield each, [*each.params, each.get_help_option(own)]


def speak(command: Command | Commands, language: str) -> None:
    """Put a command's help, and all below it, into a language."""
    gettext.textdomain(DOMAIN)  # from which typer takes its own words
    gettext.bindtextdomain(DOMAIN, str(CATALOGUES))
    os.environ["LANGUAGE"] = language
    for each, options in _all(command):
        each.language = language
        each.help = say(each.help)(language)
        each.options_metavar = say(each.options_metavar)(language)
        for option in options:
            option.help = option.help and say(option.help)(language)
