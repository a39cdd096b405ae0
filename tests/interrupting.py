"""A run that is interrupted once it draws trials: it says so on a terminal of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence

import pytest

needs_a_terminal = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no SIGINT for one process"
)


AS_FROM_A_TERMINAL = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from innobudget.cli import main
sys.argv[0] = "innobudget"
main()
"""
"""Runs the command line with Ctrl-C as usual, also where whoever runs the tests ignores it, as
shells do for what they start in the background."""


def interrupted(words: Sequence[str], by: signal.Signals = signal.SIGINT) -> tuple[int, str]:
    """Return the exit status of a command that is interrupted while it works, and what it said."""
    ours, theirs = os.openpty()
    command = [sys.executable, "-c", AS_FROM_A_TERMINAL, *words]
    environment = {**os.environ, "TERM": "xterm"}
    with subprocess.Popen(command, stderr=theirs, env=environment) as running:
        os.close(theirs)
        said = b""
        while part := _read(ours):
            if b"simulating" not in said and b"simulating" in said + part:
                running.send_signal(by)
            said += part
    os.close(ours)
    return running.returncode, said.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux: nobody writes any more
        return b""
