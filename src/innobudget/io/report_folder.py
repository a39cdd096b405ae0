"""A folder of reports, or a single file: complete or untouched.

Files are staged beside the folder and renamed into it one by one, the manifest last. Only
files that the folder's earlier manifest lists are ever replaced or removed.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EACCES, ENOTDIR
from hashlib import sha256
from os import W_OK, access, strerror
from pathlib import Path
from tempfile import TemporaryDirectory

from innobudget.errors import OutputError, Problem

MANIFEST = "manifest.json"
MAKER = "innobudget"

Writer = Callable[[Path], None]
"""Writes one or more files into the folder that it is given."""


def check_folder(folder: Path) -> None:
    """Refuse a folder that holds files and is not ours, or that cannot be made.

    Raises
    ------
    OutputError
        When it is a file, or not empty without a manifest of ours, or nothing can be written
        where it is to stand.

    """
    with writing(folder):
        _require_place(folder / MANIFEST if folder.is_dir() else folder)
        taken = folder.exists() and not (folder.is_dir() and not any(folder.iterdir()))
    if taken and _listed(folder) is None:
        raise OutputError(
            Problem(
                code="folder-not-ours",
                place=str(folder),
                found="files that are no report of innobudget"
                if folder.is_dir()
                else "a file of that name",
                expected=f"a new or empty folder, or one with a {MANIFEST} of innobudget",
                remedy="choose another folder with --out",
            )
        )


def write_folder(folder: Path, write: Writer, manifest: Mapping[str, object]) -> tuple[str, ...]:
    """Write a report so that the folder is complete or as it was before.

    Parameters
    ----------
    folder
        Made when it is missing.
    write
        Writes every file but the manifest into a folder beside it.
    manifest
        What made the report; the written files and their SHA-256 are added.

    Returns
    -------
    tuple
        Names of the written files, the manifest last.

    Raises
    ------
    OutputError
        When the folder is not ours, or cannot be written.

    """
    check_folder(folder)
    with writing(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as staged:
            write(Path(staged))
            names = sorted(path.name for path in Path(staged).iterdir())
            record = {**manifest, "files": {name: digest(Path(staged, name)) for name in names}}
            text = json.dumps(record, ensure_ascii=False, indent=1) + "\n"
            Path(staged, MANIFEST).write_text(text, encoding="utf-8", newline="\n")
            _move_in(Path(staged), folder, names)
    return *names, MANIFEST


@contextmanager
def writing(target: Path) -> Iterator[None]:
    """Say in one block why a file or folder cannot be written.

    Raises
    ------
    OutputError
        For whatever the operating system refuses.

    """
    try:
        yield
    except OSError as error:
        raise OutputError(_unwritable(target, error)) from error


@contextmanager
def staged_file(target: Path) -> Iterator[Path]:
    """Provide a path to write a file at; it takes its place once it is whole.

    Raises
    ------
    OutputError
        For whatever the operating system refuses.

    """
    with (
        writing(target),
        TemporaryDirectory(prefix=f".{target.stem}-", dir=target.parent) as folder,
    ):
        staged = Path(folder, target.name)
        yield staged
        require_replaceable(target)
        staged.replace(target)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return sha256(path.read_bytes()).hexdigest()


def _move_in(staged: Path, folder: Path, names: list[str]) -> None:
    folder.mkdir(exist_ok=True)
    earlier = _listed(folder) or set()
    for name in names:
        if name not in earlier and (folder / name).exists():
            raise OutputError(_foreign(folder, name))
    for name in earlier | set(names):
        require_replaceable(folder / name)
    for name in (*names, MANIFEST):
        (staged / name).replace(folder / name)
    for name in earlier - set(names):
        (folder / name).unlink(missing_ok=True)


def require_replaceable(path: Path) -> None:
    """Fail before anything is replaced when a file is open, or its folder cannot be written."""
    _require_place(path)
    with suppress(FileNotFoundError), path.open("r+b"):
        pass


def _require_place(path: Path) -> None:
    """Fail where the lowest folder that there is above a path takes no files."""
    parents = path.absolute().parents
    above = next((parent for parent in parents if parent.exists()), parents[-1])
    if not above.is_dir():
        raise NotADirectoryError(ENOTDIR, strerror(ENOTDIR), str(above))
    if not access(above, W_OK):
        raise PermissionError(EACCES, strerror(EACCES), str(above))


def _listed(folder: Path) -> set[str] | None:
    """Return the files that the folder's manifest lists; None: not ours."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if manifest.get("maker") != MAKER:
            return None
        return {name for name in manifest["files"] if Path(name).name == name}
    except (OSError, ValueError, AttributeError, KeyError, TypeError):
        return None


def _foreign(folder: Path, name: str) -> Problem:
    return Problem(
        code="folder-not-ours",
        place=str(folder / name),
        found=f"a file that the folder's {MANIFEST} does not list",
        expected="only files of earlier reports under the names of the new one",
        remedy="move it away, or choose another folder with --out",
    )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _unwritable(target: Path, error: OSError) -> Problem:
    refused = Path(error.filename or target)
    if refused.parent == target.parent and refused.name.startswith(f".{target.stem}-"):
        refused = target.parent  # where the staged files were to stand
    is_open = isinstance(error, PermissionError) and _is_file(refused)
    return Problem(
        code="not-written",
        place=str(target),
        found=f"a file where a folder is needed: {refused}"
        if isinstance(error, FileExistsError | NotADirectoryError)
        else f"{refused.name or refused}: {error.strerror or error}",
        expected="a place that can be written",
        remedy="close the file in Excel, or choose another place"
        if is_open
        else "choose another place",
    )
