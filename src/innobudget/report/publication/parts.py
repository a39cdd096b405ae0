"""What a page is made of, before it is HTML."""

from dataclasses import dataclass
from typing import Literal

from innobudget.domain.scenario import Language

Cells = tuple[str, ...]
"""Texts, and figures as `chart.Told`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A sentence or two."""

    text: str
    """What it says."""
    role: Literal["message", "lead", "text"] = "text"
    """How much it says."""
    kind: Literal["paragraph"] = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Sentences of one kind."""

    title: str
    """In words; empty: none."""
    items: Cells
    """One sentence each."""
    kind: Literal["listing"] = "listing"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigures:
    """Figures to be read at a glance: each with what it is, and how often where it is a chance."""

    items: tuple[tuple[str, str, str, int, str], ...]
    """Figure, what it is, how often, in how many of ten (-1: no chance), what is wrong with it."""
    kind: Literal["key"] = "key"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """A table with a heading for each column and each row."""

    caption: str
    """What it shows."""
    headings: Cells
    """Of the columns, none empty."""
    rows: tuple[Cells, ...]
    """The first cell of each is its heading."""
    note: str = ""
    """How to read it."""
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Words and what is said of each."""

    title: str
    """What they are about; empty: the section says it."""
    items: tuple[tuple[str, str], ...]
    """Word and meaning."""
    kind: Literal["terms"] = "terms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart with what it shows in words and in numbers."""

    id: str
    """Begins every id of the drawing."""
    title: str
    """What it shows, short."""
    svg: str
    """The drawing, with title and description; nothing else of a page is taken as HTML."""
    caption: str
    """What supports the sentence, and what is plotted."""
    source: str
    """Scenario, trials, seed and date."""
    table: DataTable
    """Its figures."""
    kind: Literal["picture"] = "picture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slider:
    """A share that can be moved, and what it means; it looks up what stands in a table too."""

    label: str
    """What is moved."""
    steps: tuple[tuple[int, str], ...]
    """Per cent, and what is said of it, in rising order."""
    start: int
    """Where it stands at first. [per cent]"""
    kind: Literal["slider"] = "slider"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picker:
    """Cases that can be put together, and what is said of those that were worked out."""

    label: str
    """What is picked."""
    cases: tuple[tuple[str, str, bool], ...]
    """Id, what it is called, and whether it is picked at first."""
    known: tuple[tuple[str, str], ...]
    """Ids of a portfolio with spaces between, as `cases` has them in order; what it gives."""
    unknown: str
    """Said of every other."""
    start: str
    """Said at first."""
    kind: Literal["picker"] = "picker"


Block = Prose | Listing | KeyFigures | DataTable | Terms | Picture | Slider | Picker


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the page that the contents list."""

    id: str
    """Where a link leads."""
    title: str
    """Its heading."""
    blocks: tuple[Block, ...]
    """In reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A whole page."""

    language: Language
    """Of every sentence that innobudget says."""
    title: str
    """What it is about, in the scenario's words."""
    about: Cells
    """Sender, contact, date, and on how much it rests."""
    sections: tuple[Section, ...]
    """In reading order."""
    foot: str
    """What made it."""
