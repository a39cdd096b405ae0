"""The town's workbook, written once."""

from pathlib import Path

import pytest

from innobudget.domain.results import Results
from innobudget.domain.scenario import Language
from town import results_of, town, written

LANGUAGES: tuple[Language, ...] = ("en", "da")


@pytest.fixture(scope="session")
def results() -> Results:
    return results_of(town())


@pytest.fixture(scope="session", params=LANGUAGES)
def workbook(
    request: pytest.FixtureRequest, results: Results, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    return written(results, tmp_path_factory.mktemp("workbook"), request.param)


@pytest.fixture(scope="session")
def english(results: Results, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(results, tmp_path_factory.mktemp("english"), "en")
