"""How far the work has come, on a terminal."""

import os
import sys
from contextlib import ExitStack
from time import monotonic
from typing import TYPE_CHECKING

import typer

from innobudget.messages import language_for, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer._click._termui_impl import ProgressBar

PATIENCE = 0.7
"""How long work may last before a progress bar appears. [s]"""
STEPS = 100
SIMULATING = say("simulating")


class ShownProgress:
    """A bar with the remaining time on a terminal's standard error, once the work lasts."""

    def __init__(self, *, quiet: bool, language: str | None) -> None:
        """Show nothing yet; nothing at all where it is to be quiet."""
        on_terminal = sys.stderr is not None and sys.stderr.isatty()
        self._shown = not quiet and on_terminal and os.environ.get("TERM") != "dumb"
        self._language = language_for(language)
        self._began = monotonic()
        self._open = ExitStack()
        self._bar: ProgressBar[int] | None = None

    def __enter__(self) -> "Callable[[float], None]":
        return self._advance

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def _advance(self, share: float) -> None:
        if not self._shown or monotonic() - self._began < PATIENCE:
            return
        if self._bar is None:
            label = SIMULATING(self._language)
            bar = typer.progressbar(length=STEPS, label=label, file=sys.stderr)
            self._bar = self._open.enter_context(bar)
        self._bar.update(max(0, round(share * STEPS) - self._bar.pos))
