"""How a command ends: its exit status, and what may interrupt it until when."""

import signal
from types import FrameType
from typing import NoReturn

FAULT_OF_INPUT = 2
INTERRUPTED = 130
SIGNALS = (signal.SIGINT, signal.SIGTERM)


def end_as_by_ctrl_c() -> None:
    """Let SIGTERM, by which schedulers and systems that shut down end a process, be as Ctrl-C."""
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:  # else whoever started us said so
        signal.signal(signal.SIGTERM, _interrupt)


def work_is_done() -> None:
    """Let nothing interrupt the last words: what was asked for stands in its place."""
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
