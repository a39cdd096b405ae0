"""Charts, their document and the page, drawn by another process while this one goes on.

It begins with the simulation, so that its libraries are loaded meanwhile. Ctrl-C reaches this one
alone, and the other ends with it, whatever the reason. Where it fails, this one draws, and says
what keeps both from it.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from innobudget.report.findings.teller import Teller

if TYPE_CHECKING:
    from innobudget.report.workbook.edition import Edition


class Pictures(NamedTuple):
    """What is drawn."""

    teller: Teller
    """The results, and how they are told."""
    folder: Path
    """Where the files go; it exists."""
    svg: bool
    """Whether each chart is written as SVG too."""
    page: "tuple[Edition, Path] | None"
    """What report.html tells, and where it goes; None: it is not wanted."""

    def draw(self) -> None:
        """Write the files."""
        from innobudget.report.figures.files import write_charts
        from innobudget.report.publication.page import html_text
        from innobudget.report.publication.published_run import published_run

        write_charts(self.teller, self.folder, svg=self.svg, html=self.page is not None)
        if self.page is not None:
            edition, path = self.page
            path.write_text(html_text(published_run(edition)), encoding="utf-8", newline="\n")


class Artist:
    """Whoever draws: a process that waits for what to draw, or this one."""

    def __init__(self, process: "subprocess.Popen[bytes] | None") -> None:
        """Know the process, if there is one."""
        self._process = process

    def begin(self, pictures: Pictures) -> None:
        """Let it draw."""
        self._pictures = pictures
        if self._process is not None and self._process.stdin is not None:
            with suppress(OSError):  # it has ended: `finish` draws
                self._process.stdin.write(pickle.dumps(pictures))
                self._process.stdin.flush()

    def finish(self) -> None:
        """Wait until all is drawn."""
        if self._process is None or self._process.wait():
            self._pictures.draw()


@contextmanager
def drawing(*, apart: bool) -> Iterator[Artist]:
    """Provide who draws, in a process of its own where that is wanted; nothing is left of it."""
    process = None
    if apart and sys.executable:  # where Python is a part of another program, there may be none
        paths = os.pathsep.join(str(Path(path)) for path in sys.path if path)
        with suppress(OSError):  # no room for another, or none is allowed
            process = subprocess.Popen(  # noqa: S603 - this Python, this module
                [sys.executable, "-P", "-m", __name__],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": paths},
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
    try:
        yield Artist(process)
    finally:
        if process is not None:
            process.kill()
            process.communicate()


def main() -> None:
    """Draw what is asked for on standard input; end with 1 where that fails."""
    try:
        for name in ("figures.files", "publication.page", "publication.published_run"):
            import_module(f"innobudget.report.{name}")
        pictures: Pictures = pickle.load(sys.stdin.buffer)  # noqa: S301 - from this program
        Thread(target=_end_with_the_other, daemon=True).start()
        pictures.draw()
    except Exception:  # noqa: BLE001 - whoever asked meets it too, and tells it
        sys.exit(1)


def _end_with_the_other() -> None:
    os.read(0, 1)
    os._exit(1)


if __name__ == "__main__":
    main()
