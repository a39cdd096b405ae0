"""A folder of reports, or a table: complete or as it was before, and nothing of anybody's lost.

A run holds the folder from before it simulates, writes into a work folder in the same file
system, and lets everything in at once. What a person changed, another program has open, or
another scenario left there, is refused before anything is simulated, or kept.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import count
from os.path import lexists
from pathlib import Path, PurePosixPath

from innobudget.errors import OutputError, Problem
from innobudget.io.claims import WORK, claimed
from innobudget.io.former_report import (
    EARLIER,
    FormerReport,
    changed_files,
    files_in_use,
    is_of,
    read_former,
    titles,
    unlisted_files,
)
from innobudget.io.moves import NEW, Moves, exchanged, move_in
from innobudget.io.output import digest, undisturbed, writing
from innobudget.io.report_place import Target, folder_not_ours, hold, require_place
from innobudget.messages import say

ASIDE = say(
    "choose another place with --out, or have the earlier report moved to earlier/ with --keep"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a command left behind."""

    files: tuple[str, ...]
    """Names of the files relative to the folder, the manifest last."""
    removed: tuple[str, ...]
    """Names of files of the former report that have no successor and are gone."""
    kept: str | None
    """Where the former report is; None: it was replaced, or there was none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReport:
    """A report that is being made, and that no other run can make meanwhile."""

    target: Target
    """Where it is to stand."""
    staged: Path
    """The folder that its files are written into."""
    keep: bool
    """Whether the former report is kept."""
    to_the_end: ExitStack
    """What is held until nothing of the work is left to do."""

    def require_free(self, names: Collection[str]) -> None:
        """Refuse names under which the folder holds a file that is nobody's but the user's.

        Raises
        ------
        OutputError
            With all of them.

        """
        root = self.target.root
        former = read_former(root, self.target.manifest)
        listed = former.all_files if former else {}
        foreign = [name for name in names if _is_taken(root, name, listed, self.staged)]
        if foreign:
            raise OutputError(*(_foreign(root / name) for name in foreign))

    def finish(self, record: Mapping[str, object] | None = None) -> Written:
        """Put the staged files in their place, with a manifest where there is a record.

        From here on nothing interrupts until the work folder is gone, so that whoever breaks
        off a run finds it undone, or done.

        Raises
        ------
        OutputError
            When a file is open or the user's own, or cannot be written; then everything is
            as it was.

        """
        self.to_the_end.enter_context(undisturbed())
        with writing(self.target.shown):
            names = self._listed(record)
            self.require_free(names)
            former = read_former(self.target.root, self.target.manifest)
            plan = self._plan(names, former)
            self._let_in(plan, former)
        gone = tuple(name for name in plan.former if name not in names and not plan.keep)
        return Written(files=names, removed=gone, kept=plan.aside if plan.keep else None)

    def _listed(self, record: Mapping[str, object] | None) -> tuple[str, ...]:
        """Return the staged files, with the manifest that lists them written and last."""
        staged = self.staged
        names = sorted(
            path.relative_to(staged).as_posix() for path in staged.rglob("*") if path.is_file()
        )
        if record is None:
            return tuple(names)
        listed = {name: digest(staged / name) for name in names}
        text = json.dumps({**record, "files": listed}, ensure_ascii=False, indent=1) + "\n"
        (staged / self.target.manifest).write_text(text, encoding="utf-8", newline="\n")
        return *names, self.target.manifest

    def _plan(self, names: tuple[str, ...], former: FormerReport | None) -> Moves:
        if former is None:
            return Moves(new=names, former={}, aside=EARLIER, keep=False)
        root = self.target.root
        in_use = files_in_use(root, former.all_files)
        if in_use:
            raise OutputError(_in_use(self.target, in_use))
        changed_meanwhile = bool(changed_files(root, former))
        return Moves(
            new=names,
            former=former.all_files,
            aside=_free(root, former.aside),
            keep=self.keep or changed_meanwhile,
        )

    def _let_in(self, plan: Moves, former: FormerReport | None) -> None:
        root, work = self.target.root, self.target.work
        if self.staged.parent == work:
            move_in(root, work, self.staged, plan)
        elif plan.keep or not _is_all_ours(root, former) or not exchanged(root, self.staged):
            with claimed(work, self.target.shown):
                move_in(root, work, self.staged, plan)


@contextmanager
def open_report(
    target: Target, *, of: Mapping[str, object] | None = None, keep: bool = False
) -> Iterator[OpenReport]:
    """Hold a folder or a table while its report is made; unless it is finished, nothing changes.

    Parameters
    ----------
    target
        Where the report is to stand. What a killed run left there is finished or cleared away.
    of
        What is simulated: those keys of the manifest that say so. None: nothing is.
    keep
        Whether the former report is kept, whatever became of it.

    Raises
    ------
    OutputError
        With everything that stands in the way: another run, a place that cannot be written, a
        folder that is not ours, a report of something else, files that were changed or are open.

    """
    with ExitStack() as to_the_end, ExitStack() as held:
        with writing(target.shown):
            require_place(target)
            work = hold(held, target)
            _require_ours(target, of=of, keep=keep)
            staged = work / NEW
            staged.mkdir()
        yield OpenReport(target=target, staged=staged, keep=keep, to_the_end=to_the_end)


def _require_ours(target: Target, *, of: Mapping[str, object] | None, keep: bool) -> None:
    root, former = target.root, read_former(target.root, target.manifest)
    if former is None or (target.table is not None and target.table not in former.files):
        if target.table is not None and (root / target.table).exists():
            raise OutputError(_foreign(root / target.table))
        if target.table is None and root.is_dir() and not _is_all_ours(root, None):
            raise OutputError(
                folder_not_ours(target, say("files that are no report of innobudget"))
            )
        return
    problems = []
    in_use = files_in_use(root, former.all_files)
    changed = changed_files(root, former)
    if in_use:
        problems.append(_in_use(target, in_use))
    if changed and not keep:
        problems.append(_changed(target, changed))
    if of is not None and not is_of(former.record, of) and not keep:
        problems.append(_of_another(target, titles(former.record), titles(of)))
    if problems:
        raise OutputError(*problems)


def _is_all_ours(root: Path, former: FormerReport | None) -> bool:
    """Say whether a folder holds nothing but a report's files, or nothing at all."""
    if not root.exists():
        return True
    if former is not None:
        return not unlisted_files(root, former)
    return all(path.name == f".{WORK}" for path in root.iterdir())


def _is_taken(root: Path, name: str, listed: Collection[str], staged: Path) -> bool:
    """Say whether something of the user's stands under a name, or where its folder is to be."""
    path, new = root / name, staged / name
    above = [root / parent for parent in PurePosixPath(name).parents]
    if any(lexists(folder) and not folder.is_dir() for folder in above):
        return True
    if name in listed or not lexists(path):
        return False
    return not (path.is_file() and new.is_file() and digest(path) == digest(new))


def _free(root: Path, aside: str) -> str:
    """Return a name that nothing has yet."""
    names = (aside if number == 1 else f"{aside}-{number}" for number in count(1))
    return next(name for name in names if not (root / name).exists())


def _foreign(path: Path) -> Problem:
    return Problem(
        code="folder-not-ours",
        place=str(path),
        found=say("a file that no manifest of innobudget lists"),
        expected=say("only files of earlier reports under the names of the new one"),
        remedy=say("move it away, or choose another place with --out"),
    )


def _in_use(target: Target, names: Collection[str]) -> Problem:
    return Problem(
        code="report-open",
        place=str(target.shown),
        found=say(
            "files that another program has open, or that are protected: {names}", names=[*names]
        ),
        expected=say("files that can be replaced or moved"),
        remedy=say("close them, or choose another place with --out"),
    )


def _changed(target: Target, names: Collection[str]) -> Problem:
    return Problem(
        code="report-changed",
        place=str(target.shown),
        found=say("files that were changed after innobudget wrote them: {names}", names=[*names]),
        expected=say("the files of the earlier report as they were written"),
        remedy=ASIDE,
    )


def _of_another(target: Target, former: Collection[str], wanted: Collection[str]) -> Problem:
    return Problem(
        code="report-of-another",
        place=str(target.shown),
        found=say("a report of {former}", former=[*former]),
        expected=say("a report of {wanted}, or a new or empty folder", wanted=[*wanted]),
        remedy=ASIDE,
    )
