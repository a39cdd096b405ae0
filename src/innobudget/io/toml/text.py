"""Plain values as TOML."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

BARE = re.compile(r"[A-Za-z0-9_-]+")


def toml_value(value: Any) -> str:  # noqa: ANN401 - whatever TOML can hold
    r"""Write a value on one line.

    Examples
    --------
    >>> toml_value({"pert": [0.9, 1, 1.6], "note": 'a "b"'})
    '{ pert = [0.9, 1, 1.6], note = "a \\"b\\"" }'

    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, Mapping):
        inner = ", ".join(f"{toml_key(key)} = {toml_value(item)}" for key, item in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(toml_value, value))}]"
    return repr(value)


def toml_key(key: str) -> str:
    """Write a key, in quotes where it needs them."""
    return key if BARE.fullmatch(key) else toml_value(key)


def toml_document(document: Mapping[str, Any]) -> str:
    """Write a scenario's tables: `[scenario]`, `[[investment]]`, `[[investment.stage]]`."""
    return "\n".join(_table(document, ())).strip() + "\n"


def _table(table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    inner: list[tuple[str, Any]] = []
    for key, value in table.items():
        entries = isinstance(value, list) and value and all(isinstance(v, Mapping) for v in value)
        if entries or (not path and isinstance(value, Mapping)):
            inner.append((key, value))
        else:
            yield f"{toml_key(key)} = {toml_value(value)}"
    for key, value in inner:
        name = ".".join(map(toml_key, (*path, key)))
        if isinstance(value, Mapping):
            yield f"\n[{name}]"
            yield from _table(value, (*path, key))
        else:
            for entry in value:
                yield f"\n[[{name}]]"
                yield from _table(entry, (*path, key))
