"""Every check that a change must pass: format, lint, types, imports, tests.

Run it with the project's own Python: `python tests/run_checks.py`.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-q", "-n", "auto"),
)


def main() -> int:
    """Run all checks, and return 0 when every one passed."""
    failed = []
    for name, *options in CHECKS:
        print(f"== {name} {' '.join(options)}", flush=True)
        done = subprocess.run([str(BIN / name), *options], cwd=ROOT, check=False)
        if done.returncode:
            failed.append(name)
    if failed:
        print(f"failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
