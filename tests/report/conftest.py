"""The town's workbook, written once."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from openpyxl.worksheet import _reader

from innobudget.domain.scenario import Language
from innobudget.engine.simulation import Simulation, simulate
from town import town, written

LANGUAGES: tuple[Language, ...] = ("en", "da")


@pytest.fixture(autouse=True, scope="module")
def _own_workbooks_are_parsed_in_c() -> Iterator[None]:
    """Spare workbooks of ours the slower parser, which is for files that may be meant to harm."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_reader, "iterparse", ET.iterparse)
        yield


@pytest.fixture(scope="session")
def simulation() -> Simulation:
    return simulate(town())


@pytest.fixture(scope="session", params=LANGUAGES)
def workbook(
    request: pytest.FixtureRequest, simulation: Simulation, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    return written(simulation, tmp_path_factory.mktemp("workbook"), request.param)


@pytest.fixture(scope="session")
def english(simulation: Simulation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(simulation, tmp_path_factory.mktemp("english"), "en")
