"""Every check that a change must pass: format, lint, types, imports, tests.

Run it with the project's own Python: `python tests/run_checks.py`.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
BESIDE = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
)
TESTS = ("pytest", "-q", "-n", "auto", "--dist", "worksteal")
"""Tests beside each other stay in one process, which makes what they share once."""


def is_passed(words: Sequence[str], *, held_back: bool = True) -> bool:
    """Run a check; what it says comes at once, or held back until it is over."""
    output = subprocess.PIPE if held_back else None
    command = [str(BIN / words[0]), *words[1:]]
    done = subprocess.run(command, cwd=ROOT, check=False, stdout=output, stderr=output)
    said = (done.stdout or b"") + (done.stderr or b"")
    sys.stdout.buffer.write(f"\n== {' '.join(words)}\n".encode() + said)
    sys.stdout.flush()
    return done.returncode == 0


def main() -> int:
    """Run all checks, and return 0 when every one passed.

    Most have one thread: one after the other they would leave the other processors idle.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # some tests start Python, again and again
    with ThreadPoolExecutor() as pool:
        beside = pool.map(is_passed, BESIDE)
        passed = [is_passed(TESTS, held_back=False), *beside]
    names = zip((TESTS, *BESIDE), passed, strict=True)
    failed = [words[0] for words, is_right in names if not is_right]
    if failed:
        print(f"failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
