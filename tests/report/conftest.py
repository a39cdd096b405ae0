"""The town's workbook, written once."""

from pathlib import Path

import pytest

from innobudget.domain.scenario import Language
from innobudget.engine.simulation import Simulation, simulate
from town import town, written

LANGUAGES: tuple[Language, ...] = ("en", "da")


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
