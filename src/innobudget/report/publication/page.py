"""A publication as one HTML file: no request to anywhere, and nothing lost without scripts."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from innobudget.report.figures.chart import Told
from innobudget.report.publication.parts import Publication, Section, Terms
from innobudget.report.publication.sections import tables_of
from innobudget.report.tables import Page
from innobudget.report.words import publication as words
from innobudget.report.words import workings
from innobudget.report.words.numbers import day, number
from innobudget.report.workbook.edition import Speaker

PARTS = Path(__file__).with_name("page")
"""The template with its style and its script."""
REREAD = (workings.CONTENTS, workings.COLOURS)
"""Tables of the workbook's last sheet that are about the workbook itself."""


def publication(edition: Speaker, sections: tuple[Section, ...]) -> Publication:
    """Put sections together to a page, with who publishes it and on what it rests."""
    scenario, publish = edition.scenario, edition.scenario.publish
    said = {words.SENDER: publish.owner, words.CONTACT: publish.contact}
    trials = number(scenario.sampled.trials, edition.language)
    about = [
        *(
            phrase(edition.language, owner=value, contact=value)
            for phrase, value in said.items()
            if value
        ),
        edition.say(words.OF_DATE, date=day(edition.made.date.date(), edition.language)),
        edition.say(words.RESTS_ON, trials=trials),
    ]
    return Publication(
        language=edition.language,
        title=publish.title or scenario.assumptions.name,
        about=tuple(about),
        sections=sections,
        foot=edition.say(words.MADE_BY, version=edition.made.version),
    )


def made_sections(about: Page, edition: Speaker) -> Iterator[Section]:
    """Yield what the workbook's last sheet tells: what is not modelled, how it was made, words.

    The command line is left out: it is not the report's input, and its paths are not public.
    """
    command = edition.say(workings.COMMAND)
    titles = {
        "not-modelled": (workings.NOT_MODELLED,),
        "words": (workings.GLOSSARY, workings.CONVENTIONS),
    }
    tables = tables_of(about, edition.language)
    found = {
        own.title: replace(own, items=tuple(item for item in own.items if item[0] != command))
        for own in tables
        if isinstance(own, Terms)
    }
    left = {title: own for title, own in found.items() if title not in map(edition.say, REREAD)}
    for key, phrases in titles.items():
        own = tuple(left.pop(edition.say(phrase)) for phrase in phrases)
        if key == "words":
            made = tuple(left.values())
            yield Section(id="made", title=edition.say(words.MADE), blocks=made)
        yield Section(id=key, title=edition.say(phrases[0]), blocks=own)


def html_text(page: Publication) -> str:
    """Return the page as the text of a file."""
    style, script = ((PARTS / name).read_text("utf-8") for name in ("style.css", "script.js"))
    return _template().render(
        page=page,
        words={
            name.lower(): getattr(words, name)(page.language)
            for name in ("SKIP", "CONTENTS", "IN_NUMBERS")
        },
        style=style,
        script=script,
        policy=_policy(style, script),
    )


def _policy(style: str, script: str) -> str:
    """Allow this style and this script, and nothing else."""
    hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    allowed = {
        "default-src": "'none'",
        "style-src": f"'sha256-{hashes[0]}'",
        "script-src": f"'sha256-{hashes[1]}'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{what} {where}" for what, where in allowed.items())


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(PARTS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.tests["told"] = lambda value: isinstance(value, Told)
    environment.filters["plain"] = _plain
    return environment.get_template("page.html.jinja")


def _plain(value: float) -> str:
    """Write a figure as machines read it, without the dust of sums."""
    return f"{round(value, 6):.15g}"
