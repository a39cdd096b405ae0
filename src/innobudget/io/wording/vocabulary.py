"""The words of budgets, one file a language; every file of the folder is read, once.

A word stands alone; `*` lets letters go on before or after it, ` *` any words, and `#` is a
digit. Every group of words has an address where they were seen.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def languages() -> Mapping[str, Mapping[str, Any]]:
    """Return what each file says, by its name: the code of a language."""
    folder = files("innobudget.io") / "vocabulary"
    found = sorted((file for file in folder.iterdir()), key=lambda file: file.name)
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8"))
        for file in found
        if file.name.endswith(".toml")
    }


def lists(group: str, key: str) -> Iterator[tuple[Any, ...]]:
    """Yield the words of a meaning, language by language."""
    for said in languages().values():
        yield tuple(said.get(group, {}).get(key, ()))


def words(group: str, *keys: str) -> tuple[str, ...]:
    """Return the words of some meanings in every language."""
    return tuple(dict.fromkeys(word for key in keys for own in lists(group, key) for word in own))


def pattern(group: str, *keys: str, form: str = "{}") -> re.Pattern[str]:
    """Return what finds any word of some meanings in a text of small letters."""
    return re.compile(form.format(f"(?:{spelled(group, *keys)})"))


def spelled(group: str, *keys: str) -> str:
    """Return the words of some meanings as alternatives, longer ones first."""
    return spell(sorted(words(group, *keys), key=lambda word: (-len(word), word)))


def spell(said: Iterable[str]) -> str:
    """Return what finds any of some words as the files write them.

    Those that begin and end alike stand together, which halves the time to compile them.
    """
    alike: dict[str, list[str]] = defaultdict(list)
    for word in said:
        core = re.escape(word.strip("*")).replace(r"\ \#", r"\s?\d")
        if word.endswith(" *") or word.startswith("* "):
            ends = ".+" if word.startswith("*") else "", ".+" if word.endswith("*") else ""
        else:
            core = core.replace(r"\ ", r"\s+")
            ends = (
                "" if word.startswith("*") else r"(?<!\w)",
                "" if word.endswith("*") else r"(?!\w)",
            )
        alike["(?:{})".join(ends)].append(core)
    return "|".join(form.format("|".join(cores)) for form, cores in alike.items()) or r"(?!)"
