"""What only the text of a scenario shows: thousands with a dot, ids that nothing below knows."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from innobudget.domain.checks.written import THOUSANDS
from innobudget.domain.investment import STAGE_TABLES
from innobudget.errors import Problem, nearest
from innobudget.io.scenario_file.merging import Document
from innobudget.io.toml.places import DecimalText, Node
from innobudget.messages import counted, either, listed, say, write

AMOUNTS = frozenset({*STAGE_TABLES, "booked", "amount", "unit", "baseline", "target"})
"""Keys whose numbers are counted in whole units more often than not."""
CONTENT = {
    "investment": ("outlay", "capital_outlay", "disruption", "stage", "effect"),
    "driver": ("loads",),
}
"""What an entry of a variant has when it is a new one; without it, its id is likely misspelt."""
SHOWN = 5


def dotted_thousands(document: Document) -> Iterator[Problem]:
    """Doubt amounts such as `9.000`, of each file as one: to TOML they are nine.

    A file with decimals of another length writes decimals, and means what it says.
    """
    written: dict[Path, list[Node]] = defaultdict(list)
    for node in _amounts(document.root):
        written[node.file].append(node)
    for first, *others in written.values():
        if not all(THOUSANDS.fullmatch(node.value.text) for node in (first, *others)):
            continue
        text = first.value.text
        more = (
            counted("; {count} more is like it", "; {count} more are like it", len(others))
            if others
            else ""
        )
        yield Problem(
            code="dotted-thousands",
            path=first.keys,
            found=say(
                "{text}, which is {number:g}{more}", text=text, number=float(text), more=more
            ),
            expected=say("amounts without a dot between thousands, which here begins the decimals"),
            remedy=say(
                "write {thousands} if thousands are meant, {number} if not",
                thousands=text.replace(".", "_"),
                number=f"{float(text):g}",
            ),
        )


def _amounts(node: Node) -> Iterator[Node]:
    """Yield every amount with a decimal point."""
    inner = node.value
    if isinstance(inner, dict | list):
        for item in inner.values() if isinstance(inner, dict) else inner:
            yield from _amounts(item)
    elif isinstance(inner, DecimalText) and AMOUNTS.intersection(map(str, node.keys[-2:])):
        yield node


def unknown_ids(document: Document) -> Iterator[Problem]:
    """Find entries of a variant that change nothing below it and are nothing by themselves."""
    files = document.files
    for table, content in CONTENT.items():
        entries = document.root.at((table,))
        if entries is None or not isinstance(entries.value, list):
            continue
        for entry in entries.value:
            below = files[files.index(entry.file) + 1 :] if entry.file in files else ()
            name = entry.at(("id",))
            if not below or name is None or _stands_in(entry, below):
                continue
            if any(entry.at((key,)) for key in content):
                continue
            known = [_id(other) for other in entries.value if _stands_in(other, below)]
            if known and name.value not in known:
                yield _unknown_id(name, known, below, either((content[0], content[-1])))


def _stands_in(entry: Node, files: tuple[Path, ...]) -> bool:
    inner = entry.value.values() if isinstance(entry.value, dict) else ()
    return entry.file in files or any(node.file in files for node in inner)


def _id(entry: Node) -> str:
    name = entry.at(("id",))
    return str(name.value) if name else ""


def _unknown_id(name: Node, known: list[str], below: tuple[Path, ...], content: object) -> Problem:
    near = nearest(str(name.value), known)
    some = listed([*dict.fromkeys([*([near] if near else []), *known])], SHOWN)
    return Problem(
        code="extends-unknown-id",
        path=name.keys,
        found=say(
            '"{name}", which {files} does not have, without {content} of its own',
            name=name.value,
            files=[file.name for file in below],
            content=content,
        ),
        expected=say("one of: {known}", known=some),
        remedy=write(f'"{near}"')
        if near
        else say("correct the id, or write {content}", content=content),
    )
