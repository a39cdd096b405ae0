"""Which lines of a budget are meant by a code or a name that fits none of them."""

import re

from innobudget.domain.budget import Budget
from innobudget.errors import nearest

NOT_OF_CODES = re.compile(r"[^\w*]+")
"""Whatever people put between the parts of a code."""


def wanted_lines(budget: Budget, key: str, word: str) -> str:
    """Return `key = "…"` as it is likely meant: a pattern, a code, an area; empty: no idea.

    Parameters
    ----------
    budget
        Whose lines are meant.
    key
        What is written: `area`, or one that takes a line.
    word
        Its value, which fits nothing.

    """
    of_lines = "line" if key == "area" else key
    pattern = _pattern(budget, word)
    if pattern:
        return f'{of_lines} = "{pattern}"'
    names = {line.name: line.id for line in budget.lines if line.name}
    codes = [line.id for line in budget.lines]
    if key == "area":
        area, line = nearest(word, budget.areas), nearest(word, names)
        found = ("area", area) if area else ("line", names[line] if line else None)
    else:
        exact = next((area for area in budget.areas if area.casefold() == word.casefold()), None)
        line = nearest(word, names)
        code = names[line] if line else nearest(word, codes)
        found = ("area", exact) if exact and key == "line" else (key, code)
    return f'{found[0]} = "{found[1]}"' if found[1] else ""


def _pattern(budget: Budget, word: str) -> str | None:
    """Return a code or a pattern of it that fits lines: `5.30` is `5.30.*` where lines go on."""
    code = NOT_OF_CODES.sub(".", word.replace("*", "")).strip(".")
    forms = (code, f"{code}.*", f"*.{code}", f"*.{code}.*") if code else ()
    return next((form for form in forms if budget.select(line=form)), None)
