"""Pages of the shipped scenarios, read back as an HTML parser that forgives nothing has them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element

import html5lib
import numpy as np

from innobudget.domain.choosing import Choosing, Pool
from innobudget.domain.results import Results
from innobudget.domain.scenario import Language, Scenario
from innobudget.engine.choosing.choose import choose
from innobudget.engine.choosing.telling import sample_cases
from innobudget.engine.comparison import compare
from innobudget.engine.simulation import simulate
from innobudget.engine.trials import Trials, draw_again
from innobudget.io.scenarios import load_scenario
from innobudget.report.choice.edition import ChoiceEdition
from innobudget.report.comparison.edition import ComparisonEdition
from innobudget.report.publication.page import html_text
from innobudget.report.publication.published_choice import published_choice
from innobudget.report.publication.published_comparison import published_comparison
from innobudget.report.publication.published_run import published_run
from innobudget.report.voice import RunRecord
from innobudget.report.workbook.edition import Edition

SCENARIOS = Path(__file__).resolve().parents[1] / "scenarios"
NAMES = tuple(sorted(path.stem for path in SCENARIOS.glob("*.toml")))
LANGUAGES: tuple[Language, ...] = ("da", "en")
TRIALS = 1_000
MADE = RunRecord(version="0", date=dt.datetime(2026, 1, 1), inputs={"budget.xlsx": "0" * 64})  # noqa: DTZ001 - as reports have it
XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
PAIR = ("odense", "odense-careful")
CHOSEN = "silkeborg"


class Run(NamedTuple):
    """What a page is made of."""

    results: Results
    """The figures."""
    sample: Trials
    """One of the trials."""


@cache
def run_of(name: str) -> Run:
    """Simulate a shipped scenario."""
    return simulated(load_scenario(SCENARIOS / f"{name}.toml"))


def simulated(scenario: Scenario) -> Run:
    """Simulate a scenario in few trials."""
    simulation = simulate(scenario, trials=min(TRIALS, scenario.sampled.trials))
    return Run(simulation.results(), draw_again(simulation, np.zeros(1, np.intp)))


def page_of(run: Run, language: Language) -> str:
    """Return the page of a run."""
    edition = Edition(results=run.results, sample=run.sample, made=MADE, language=language)
    return html_text(published_run(edition))


@cache
def text_of(name: str, language: Language) -> str:
    """Return a page: of a shipped scenario, of two compared, of a choice."""
    if name == "compared":
        found = compare([load_scenario(SCENARIOS / f"{one}.toml") for one in PAIR], trials=TRIALS)
        edition = ComparisonEdition(comparison=found, language=language, made=MADE)
        return html_text(published_comparison(edition))
    if name == "chosen":
        return _chosen(language)
    return page_of(run_of(name), language)


def _chosen(language: Language) -> str:
    scenario = load_scenario(SCENARIOS / f"{CHOSEN}.toml")
    pool = Choosing(pools=(Pool(name="Pulje", total=20_000_000.0),))
    sampled = replace(scenario.sampled, trials=TRIALS)
    asked = replace(scenario, choice=scenario.choice or pool, sampled=sampled)
    chosen = choose(asked, choosing_trials=512)
    edition = ChoiceEdition(
        chosen=chosen, sample=sample_cases(chosen, 10), language=language, made=MADE
    )
    return html_text(published_choice(edition))


PAGES = (*NAMES, "compared", "chosen")


@cache
def parsed(name: str, language: Language) -> Element:
    """Return a page's root; a fault of its HTML raises."""
    return read(text_of(name, language))


def read(text: str) -> Element:
    """Parse HTML; a fault raises."""
    parser = html5lib.HTMLParser(strict=True)
    root: Element = parser.parse(text)
    return root


def tag(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def found(root: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of some names, in reading order."""
    return (element for element in root.iter() if tag(element) in names)


def words(element: Element) -> str:
    """Return what an element says, spaces as one."""
    return " ".join("".join(element.itertext()).split())
