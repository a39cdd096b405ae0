"""Bring the catalogues below src/innobudget/locale up to date with the messages of the code.

Translations are kept, messages that are gone are dropped, new ones stand there untranslated.
`python docs/make_catalogue.py da` also starts a language that there is not yet.
"""

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from struct import pack

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from typer.main import get_command

from innobudget.cli.commands import app
from innobudget.cli.spoken import all_texts
from innobudget.io.scenario_file.editor_schema import field_words
from innobudget.io.scenario_file.schema import TABLES
from innobudget.io.scenario_workbook.layout import SHEETS
from innobudget.messages import CATALOGUES, DOMAIN

SOURCE = CATALOGUES.parent
FORMS = {"say": 1, "counted": 2}
"""How many templates each function takes."""
NOISE = ('"Project', '"Report', '"POT', '"PO-', '"Last', '"Language-', '"Generated')
"""Lines of the header that say nothing, or something else every day."""
HEADER = "Content-Type: text/plain; charset=utf-8\nPlural-Forms: {forms}\n"
MAGIC, START = 0x950412DE, 28
"""Of a file as gettext reads it: its first number, and where its tables begin. [bytes]"""
Message = str | tuple[str, str]


def messages() -> dict[Message, list[str]]:
    """Return every message of the code and the files that it stands in."""
    found: dict[Message, list[str]] = defaultdict(list)
    for message, place in _messages():
        if message and place not in found[message]:
            found[message].append(place)
    return found


def _messages() -> Iterator[tuple[Message, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        for message in _said_in(ast.parse(path.read_text(encoding="utf-8"))):
            yield message, path.relative_to(SOURCE).as_posix()
    for text in all_texts(get_command(app)):
        yield text, "cli/commands.py"
    for sheet in SHEETS:
        table = TABLES.get("benefit" if sheet == "correlation" else sheet)
        for words in field_words(table).values() if table else ():
            yield words, "io/scenario_file/schema.py"


def _said_in(tree: ast.AST) -> Iterator[Message]:
    """Yield the templates that stand in a module as they are; what is computed is none."""
    for call in ast.walk(tree):
        match call:
            case ast.Call(func=ast.Name(id=name), args=[*given]) if name in FORMS:
                forms = [text.value for text in given if isinstance(text, ast.Constant)]
                match forms[: FORMS[name]]:
                    case [str(one)]:
                        yield one
                    case [str(one), str(many)]:
                        yield one, many


def file_of(language: str, form: str = "po") -> Path:
    """Return a catalogue's file."""
    return CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.{form}"


def made_anew(language: str) -> Catalog:
    """Return a language's catalogue with the messages of the code and the translations it has."""
    path = file_of(language)
    old = Catalog(locale=language)
    if path.exists():
        with path.open("rb") as file:
            old = read_po(file, locale=language)
    new = Catalog(
        locale=language,
        domain=DOMAIN,
        project="innobudget",
        header_comment="# Messages of innobudget; see CONTRIBUTING.md.",
        fuzzy=False,
    )
    for message, places in messages().items():
        known = old.get(message)
        new.add(message, known.string if known else None, [(place, 0) for place in places])
    return new


def po_text(catalogue: Catalog) -> bytes:
    """Return a catalogue as people edit it."""
    out = BytesIO()
    write_po(out, catalogue, width=100, include_lineno=False, sort_by_file=True)
    lines = out.getvalue().decode().splitlines()
    kept = (line for line in lines if not line.startswith(NOISE))
    return ("\n".join(kept).rstrip() + "\n").encode()


def mo_bytes(catalogue: Catalog) -> bytes:
    """Return a catalogue as the program reads it."""
    texts = {b"": HEADER.format(forms=catalogue.plural_forms).encode()}
    for message in catalogue:
        if message.id and message.string:
            texts[_forms(message.id)] = _forms(message.string)
    keys, values = zip(*sorted(texts.items()), strict=True)
    size = len(texts)
    at = START + 16 * size
    tables = []
    for part in (*keys, *values):
        tables.append(pack("<2I", len(part), at))
        at += len(part) + 1
    start = pack("<7I", MAGIC, 0, size, START, START + 8 * size, 0, START + 16 * size)
    return start + b"".join(tables) + b"\0".join((*keys, *values)) + b"\0"


def _forms(text: str | Sequence[str]) -> bytes:
    return "\0".join([text] if isinstance(text, str) else text).encode()


def main(wanted: list[str]) -> None:
    """Write the catalogues of some languages, or of all that there are."""
    for language in wanted or sorted(path.name for path in CATALOGUES.iterdir()):
        catalogue = made_anew(language)
        file_of(language).parent.mkdir(parents=True, exist_ok=True)
        file_of(language).write_bytes(po_text(catalogue))
        file_of(language, "mo").write_bytes(mo_bytes(catalogue))
        missing = [message.id for message in catalogue if message.id and not message.string]
        sys.stdout.write(f"{language}: {len(catalogue)} messages, {len(missing)} untranslated\n")


if __name__ == "__main__":
    main(sys.argv[1:])
