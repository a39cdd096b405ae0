"""The command line, called as a user does, in this process."""

import os
import signal
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import MappingProxyType

import pytest

from innobudget.cli import main

DAY = {"SOURCE_DATE_EPOCH": "1767225600"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


def call(
    *words: str | Path, cwd: Path | None = None, day: Mapping[str, str] = MappingProxyType(DAY)
) -> Ended:
    """Call the command line; what it makes of signals and of the environment is undone."""
    held = BytesIO(), BytesIO()
    out, err = (TextIOWrapper(buffer, write_through=True) for buffer in held)
    former = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    status = 0
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "argv", ["innobudget", *map(str, words)])
        for name, value in {**day, "LANGUAGE": os.environ.get("LANGUAGE", "en")}.items():
            patch.setenv(name, value)
        if cwd is not None:
            patch.chdir(cwd)
        try:
            main()
        except SystemExit as ended:
            status = int(ended.code or 0)
        finally:
            for number, handler in former.items():
                signal.signal(number, handler)
    said, told = (buffer.getvalue().decode("utf-8") for buffer in held)
    return Ended(returncode=status, stdout=said, stderr=told)
