"""Where in a scenario something stands, in words."""

from collections.abc import Mapping

from innobudget.errors import where

Keys = tuple[str | int, ...]
"""Keys and positions from the top of a scenario file down to a value: `("investment", 0, "id")`."""

ENTRIES = frozenset({"stage", "effect", "quality", "fact", "evidence", "group", "pool"})
"""Arrays of tables within an investment, and within the choice."""
IN_FILES = {
    "assumptions": "scenario",
    "sampled": "simulation",
    "drivers": "driver",
    "investments": "investment",
    "stages": "stage",
    "effects": "effect",
    "facts": "fact",
    "groups": "group",
    "pools": "pool",
    "start": "from",
}
"""Keys of scenario files whose fields have another name."""


def in_words(keys: Keys, ids: Mapping[Keys, str]) -> str:
    """Return a path as people read it; `ids` has the id of every entry that has one.

    Examples
    --------
    >>> in_words(("investment", 0, "effect", 1, "line"), {("investment", 0): "care"})
    '[[investment]] "care", [[investment.effect]] 2, key line'
    >>> in_words(("scenario", "horizon"), {})
    '[scenario], key horizon'
    >>> in_words(("choice", "pool", 0, "amount", "2026"), {})
    '[[choice.pool]] 1, key amount.2026'

    """
    parts = []
    table, *rest = keys or ("",)
    if len(rest) > 1 and rest[0] in ENTRIES:
        table, rest = f"{table}.{rest[0]}", rest[1:]
    while rest and isinstance(rest[0], int):
        entry = keys[: len(keys) - len(rest) + 1]
        parts.append(
            f'[[{table}]] "{ids[entry]}"' if entry in ids else f"[[{table}]] {rest[0] + 1}"
        )
        rest = rest[1:]
        if len(rest) > 1 and rest[0] in ENTRIES:
            table, rest = f"{table}.{rest[0]}", rest[1:]
    if not parts:
        parts.append(f"[{table}]" if table else "")
    names = [str(key) for key in rest if isinstance(key, str)]
    if not names:
        return ", ".join(parts)
    return where(", ".join(parts), key=".".join(names))
