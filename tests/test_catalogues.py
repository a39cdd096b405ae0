"""Every catalogue is whole: each message of the code, nothing else, with the same values."""

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from string import Formatter
from typing import Any, get_args

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from make_catalogue import file_of, made_anew, messages, mo_bytes

from innobudget import messages as messaging
from innobudget.domain.scenario import Language
from innobudget.messages import languages
from innobudget.report.words import labels, numbers

SOURCE = Path(__file__).parents[1] / "src" / "innobudget"
CATALOGUES = languages()[1:]
"""English needs none."""


def catalogue(language: str) -> list[Message]:
    with file_of(language).open("rb") as file:
        return [message for message in read_po(file, locale=language) if message.id]


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def values_in(template: str) -> set[tuple[str, str, str | None]]:
    """Return names, formats and conversions; a template without values has just braces."""
    try:
        parts = Formatter().parse(template)
        return {
            (name, spec or "", how) for _, name, spec, how in parts if name and name.isidentifier()
        }
    except ValueError:
        return set()


def test_every_language_of_scenarios_can_be_spoken() -> None:
    assert set(languages()) == set(get_args(Language)) == {"en", *CATALOGUES}


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_message_is_translated_and_nothing_else(language: str) -> None:
    written = catalogue(language)
    assert {message.id for message in written} == set(messages()), "python docs/make_catalogue.py"
    assert [one.id for one in written if not all(forms(one.string)) or one.fuzzy] == []


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_translation_has_the_values_of_its_message(language: str) -> None:
    for message in catalogue(language):
        wanted = values_in(forms(message.id)[-1])
        for told in forms(message.string):
            assert values_in(told) == wanted, message.id


@pytest.mark.parametrize("language", CATALOGUES)
def test_edges_and_ends_of_lines_are_those_of_the_message(language: str) -> None:
    for message in catalogue(language):
        one, told = forms(message.id)[0], forms(message.string)[0]
        assert told.count("\n") == one.count("\n"), one
        end, last = (re.sub(r"(pct|kr|nr|no)\.$", "", text)[-1:] for text in (told, one))
        assert (told[0] == " ") == (one[0] == " "), one
        assert (end == ".") == (last == ".") or one.endswith("]"), one


@pytest.mark.parametrize("language", CATALOGUES)
def test_the_program_reads_what_people_edit(language: str) -> None:
    assert file_of(language, "mo").read_bytes() == mo_bytes(made_anew(language))


def test_a_third_language_is_a_third_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    swedish: Any = "sv"
    told = Catalog(locale=swedish)
    told.add(messaging.THOUSANDS_AND_DECIMALS, "1 234,5")
    told.add(numbers.FREQUENCY, "{count} av 10")
    path = tmp_path / "sv" / "LC_MESSAGES" / file_of("sv", "mo").name
    path.parent.mkdir(parents=True)
    path.write_bytes(mo_bytes(told))
    monkeypatch.setattr(messaging, "CATALOGUES", tmp_path)
    for cached in (messaging.languages, messaging._catalogue):
        cached.cache_clear()
        monkeypatch.setattr(messaging, cached.__name__, cached.__wrapped__)
    assert numbers.number(-1234.5, swedish, 1) == "−1 234,5"
    assert numbers.frequency(0.8, swedish) == "8 av 10"
    assert labels.RESERVE(swedish) == "Reserve"


def words_of(part: ast.AST, documents: set[int]) -> Iterator[str]:
    """Yield English words that stand in a module outside of messages and docstrings."""
    match part:
        case ast.Call(func=ast.Name(id="say" | "counted")):
            for value in part.keywords:
                yield from words_of(value.value, documents)
            return
        case ast.Constant(value=str(words)) if id(part) not in documents:
            yield from re.findall(r"\b[a-z]{2,} [a-z]{2,}\b", words)
    for inner in ast.iter_child_nodes(part):
        yield from words_of(inner, documents)


def docstrings(tree: ast.AST) -> set[int]:
    """Return the ids of the constants that are statements of their own."""
    return {
        id(part.value)
        for part in ast.walk(tree)
        if isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant)
    }


def test_nothing_is_said_in_english_alone() -> None:
    found = {}
    for path in SOURCE.rglob("*.py"):
        name = path.relative_to(SOURCE).as_posix()
        if not name.startswith(ENGLISH):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found[name] = list(words_of(tree, docstrings(tree)))
    assert {name: words for name, words in found.items() if words} == {}


ENGLISH = (
    "__init__.py",
    *("io/scenario_file/editor_schema.py", "io/toml/slips.py", "io/output.py"),
    *("io/toml/places.py", "workflow/cluster.py"),
    *("cli/commands", "cli/spoken.py", "cli/options.py"),
    *("engine/break_even.py", "workflow/break_even.py"),
    *("report/break_even.py", "report/choice/charts.py"),
    *("report/comparison", "report/figures", "report/workbook/layout.py"),
)
"""What programmers read, what other programs say, and help, which is translated as a whole."""
