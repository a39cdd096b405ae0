"""The language that the program speaks, and the commands in it."""

import gettext
import os
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from typer.core import TyperCommand, TyperGroup

from innobudget.cli.examples import told_at_the_end
from innobudget.messages import CATALOGUES, DOMAIN, ENGLISH, languages, say

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
        text = super().get_help(ctx).replace(USAGE, USAGE(self.language), 1)
        return f"{text}\n{told_at_the_end(ctx.info_name, self.language)}"


class Commands(TyperGroup):
    """The commands together."""

    language = ENGLISH

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401 - typer's
        """Return the help, as above."""
        text = super().get_help(ctx).replace(USAGE, USAGE(self.language), 1)
        return f"{text}\n{told_at_the_end(ctx.info_name, self.language)}"

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
