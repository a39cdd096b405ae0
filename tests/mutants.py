"""Plant small faults one at a time, and see whether the tests find them.

`python tests/mutants.py FOLDER` works in a copy of the project. It runs the tests once to learn
which of them reach which lines, draws a sample of faults, and for each runs the tests that reach
it, the quickest first. What is not found within the time limit of such a run counts as survived,
so the share that is found can only be too low. Broken off, it goes on where it was.
"""

import argparse
import ast
import importlib
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import coverage
import pytest

from planting import Mutant, mutants

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = Path("src", "innobudget")
ROOMS = ("domain", "engine", "report", "workflow")
KNOWN = (
    *("numpy", "scipy.stats", "scipy.special", "pandas", "openpyxl", "xlsxwriter"),
    *("matplotlib.figure", "pydantic", "typer.testing", "jsonschema", "formualizer", "ironcalc"),
)
"""Loaded once for all runs, which are forks of this process."""
LONGEST = 30
"""Processor time of the tests of one run, by what they took when they were watched. [s]"""
PATIENCE = 4
"""How many times its processor time a run may last, or it waits for ever."""
LONGEST_RECORDING = 14_400
"""Processor time of all tests. [s]"""
WANTED, FAILED = 0.9, 3
RECORDINGS = "reach"
FOUND = {"found", "endless"}
MEMORY = 8 << 30  # a fault that asks for more is found


class Recorder:
    """Notes which lines each test reaches and how long it takes; a file for each file of tests."""

    def __init__(self, copy: Path) -> None:
        self._copy = copy
        self._rooms = [str(copy / PACKAGE / room) for room in ROOMS]
        self._failed: set[str] = set()
        self._seconds: dict[str, float] = {}
        self._watch: coverage.Coverage | None = None

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(
        self, item: pytest.Item, nextitem: pytest.Item | None
    ) -> Iterator[None]:
        """Watch a test."""
        if self._watch is None:
            self._watch = coverage.Coverage(data_file=None, source=self._rooms, config_file=False)
            # A file of tests may reach none of the rooms, and warnings are errors here.
            self._watch.set_option("run:disable_warnings", ["no-data-collected"])
            self._watch.start()
        self._watch.switch_context(item.nodeid)
        begun = time.process_time()
        done = yield
        self._seconds[item.nodeid] = time.process_time() - begun
        if nextitem is None or nextitem.path != item.path:
            self._write(self._watch, item.path)
        return done

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a failure: such a test finds nothing."""
        if report.failed:
            self._failed.add(report.nodeid)

    def _write(self, watch: coverage.Coverage, path: Path) -> None:
        watch.stop()
        numbers = {test: number for number, test in enumerate(self._seconds)}
        data = watch.get_data()
        lines = {
            str(Path(file).relative_to(self._copy)): {
                line: [numbers[test] for test in tests if test in numbers]
                for line, tests in data.contexts_by_lineno(file).items()
            }
            for file in data.measured_files()
        }
        seconds = {
            test: None if test in self._failed else took for test, took in self._seconds.items()
        }
        told = recording_of(self._copy, path)
        told.write_text(json.dumps({"seconds": seconds, "lines": lines}), encoding="utf-8")
        self._watch, self._seconds = None, {}


def recording_of(copy: Path, tests: Path) -> Path:
    """Return the file that has what a file of tests reaches."""
    return copy / RECORDINGS / f"{'+'.join(tests.relative_to(copy).parts)}.json"


class Chosen:
    """Runs the chosen tests alone, in their order."""

    def __init__(self, tests: list[str]) -> None:
        self.tests = {test: place for place, test in enumerate(tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave the others out."""
        chosen = [item for item in items if item.nodeid in self.tests]
        items[:] = sorted(chosen, key=lambda item: self.tests[item.nodeid])


class Reach:
    """Which tests reach which lines, and how long they take."""

    def __init__(self, importers: Mapping[str, set[str]] | None = None) -> None:
        """Take who imports each module: modules, and files of tests."""
        self.seconds: dict[str, float] = {}
        self._lines: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._importers = importers or {}

    def add(self, recording: dict[str, Any]) -> None:
        """Add what the tests of one file reach; those that fail reach nothing."""
        names = list(recording["seconds"])
        self.seconds |= {test: own for test, own in recording["seconds"].items() if own is not None}
        for file, lines in recording["lines"].items():
            for line, tests in lines.items():
                self._lines[file][int(line)].update(names[number] for number in tests)

    def tests(self, mutant: Mutant, longest: int) -> list[str]:
        """Return the tests that can find it, as many as the time allows. [s]

        What a module fixture, a cache or the import of a module runs is seen in the first test
        only, or in none. Therefore those that reach the line are followed by the others of their
        files, by those that reach anything of the module, and by those that reach who imports it.
        """
        at_line = self._lines[mutant.path][mutant.line]
        users = self._importers.get(mutant.path, set())
        found: dict[str, None] = {}
        for tests in (
            at_line,
            self._of({test.partition("::")[0] for test in at_line}),
            self._anywhere(mutant.path),
            self._of(users).union(*map(self._anywhere, users)),
        ):
            found |= dict.fromkeys(
                sorted(tests & self.seconds.keys(), key=lambda test: (self.seconds[test], test))
            )
        return list(_within(found, self.seconds, longest))

    def _of(self, files: set[str]) -> set[str]:
        return {test for test in self.seconds if test.partition("::")[0] in files}

    def _anywhere(self, path: str) -> set[str]:
        return set().union(*self._lines[path].values())


def _within(tests: Iterable[str], seconds: dict[str, float], left: float) -> Iterator[str]:
    for test in tests:
        left -= seconds[test]
        if left < 0:
            return
        yield test


def importers(copy: Path) -> Mapping[str, set[str]]:
    """Return by module the modules and files of tests that import it or something of it."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in (*(copy / PACKAGE).rglob("*.py"), *(copy / "tests").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ImportFrom) and node.module:
                for name in (node.module, *(f"{node.module}.{item.name}" for item in node.names)):
                    module = PACKAGE.parent.joinpath(*name.split(".")).with_suffix(".py")
                    found[str(module)].add(str(path.relative_to(copy)))
    return found


def copied(folder: Path) -> Path:
    """Copy what belongs to the project."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard"],  # noqa: S607 - wherever git is
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    for name in filter(None, names):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


def in_fork(copy: Path, work: Callable[[], int], limit: int) -> int | None:
    """Return what a piece of work in a process of its own returns; None: it took too long.

    The limit [s] is processor time, whatever else the machine does; whoever waits for ever uses
    none, and is ended later.
    """
    child = os.fork()
    if not child:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        quiet = os.open(copy / "log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream in (1, 2):
            os.dup2(quiet, stream)
        os.chdir(copy)
        sys.path.insert(0, str(copy / "src"))
        os.environ["PYTHONPATH"] = str(copy / "src")
        code = FAILED
        try:
            code = work()
        finally:
            os._exit(code)
    until = time.monotonic() + PATIENCE * limit
    pid, status = 0, 0
    while not pid and time.monotonic() < until:
        time.sleep(0.05)
        pid, status = os.waitpid(child, os.WNOHANG)
    if not pid:
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
    ended = os.waitstatus_to_exitcode(status)
    return ended if pid and ended >= 0 else None


def tested(plugin: object, *options: str) -> int:
    """Run tests in this process."""
    quiet = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--basetemp=temporary"]
    return int(pytest.main([*quiet, *options], plugins=[plugin]))


def recorded(copy: Path, asked: list[str]) -> Reach:
    """Run the tests that were not run yet, and return what each of all reaches."""
    named = [copy / name for name in asked or ["tests"]]
    files = [file for path in named for file in (sorted(path.rglob("test_*.py")) or [path])]
    left = [str(file) for file in files if not recording_of(copy, file).exists()]
    (copy / RECORDINGS).mkdir(exist_ok=True)
    if left:
        ended = in_fork(copy, lambda: tested(Recorder(copy), *left), limit=LONGEST_RECORDING)
        if ended not in {0, 1}:  # 1: some fail
            sys.exit(f"the tests broke off: {copy / 'log'}")
    reach = Reach(importers(copy))
    for path in sorted((copy / RECORDINGS).iterdir()):
        reach.add(json.loads(path.read_text(encoding="utf-8")))
    return reach


def drawn(copy: Path, number: int, seed: int) -> list[Mutant]:
    """Return a sample of the faults that can be planted, the same for the same seed."""
    every = [
        mutant
        for room in ROOMS
        for path in sorted((copy / PACKAGE / room).rglob("*.py"))
        for mutant in mutants(str(path.relative_to(copy)), path.read_bytes())
    ]
    return random.Random(seed).sample(every, min(number, len(every)))  # noqa: S311 - no secret


def verdict(copy: Path, mutant: Mutant, reach: Reach, longest: int) -> str:
    """Plant a fault, run the tests that can find it, and take it out again."""
    tests = reach.tests(mutant, longest)
    if not tests:
        return "unreached"
    path = copy / mutant.path
    source, was = path.read_bytes(), path.stat()
    path.write_bytes(mutant.planted(source))
    os.utime(path, (was.st_atime, was.st_mtime + 10))  # or Python takes what it compiled before
    files = sorted({test.partition("::")[0] for test in tests})

    def run() -> int:
        sys.dont_write_bytecode = True
        return tested(Chosen(tests), "-x", *files)

    try:
        ended = in_fork(copy, run, limit=60 + 3 * longest)
    finally:
        path.write_bytes(source)
        os.utime(path, (was.st_atime, was.st_mtime))
    return {None: "endless", 0: "survived", 5: "unreached"}.get(ended, "found")


def main() -> int:
    """Print every fault and whether it was found; return 1 if too few were."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="for the copy; one that is there is used again")
    parser.add_argument("--number", type=int, default=240)
    parser.add_argument("--seed", type=int, default=16)
    parser.add_argument("--rooms", nargs="*", default=ROOMS, help="whose faults of the sample")
    parser.add_argument("--seconds", type=int, default=LONGEST, help="of tests for each fault")
    parser.add_argument("--again", action="store_true", help="try what was not found once more")
    parser.add_argument("--tests", nargs="*", default=[], help="that may find them; absent: all")
    asked = parser.parse_args()
    copy = asked.folder.resolve()
    if not copy.exists():
        copied(copy)
    for name in KNOWN:
        importlib.import_module(name)
    reach = recorded(copy, asked.tests)
    verdicts = copy / "verdicts.txt"
    known = verdicts.read_text(encoding="utf-8").splitlines() if verdicts.exists() else []
    said = {told: word for word, told in (line.split(maxsplit=1) for line in known)}
    done = FOUND if asked.again else {*FOUND, "survived", "unreached"}
    for mutant in drawn(copy, asked.number, asked.seed):
        if said.get(str(mutant)) not in done and mutant.path.split("/")[2] in asked.rooms:
            said[str(mutant)] = verdict(copy, mutant, reach, asked.seconds)
            with verdicts.open("a", encoding="utf-8") as file:
                file.write(f"{said[str(mutant)]:9} {mutant}\n")
    return counted(said)


def counted(said: dict[str, str]) -> int:
    """Print what survived, and how many were found by room; return 1 if they are too few."""
    rooms: dict[str, list[bool]] = defaultdict(list)
    for told, word in said.items():
        found = word in FOUND
        rooms[told.split("/")[2]].append(found)
        rooms["all"].append(found)
        if not found:
            print(f"{word:9} {told}")
    for room, every in sorted(rooms.items()):
        print(f"{room:9} {sum(every)} of {len(every)} found: {sum(every) / len(every):.1%}")
    return int(sum(rooms["all"]) < WANTED * len(rooms["all"]))


if __name__ == "__main__":
    sys.exit(main())
