"""Every figure that reaches a user is as it was when somebody last looked at it."""

import pytest

from dumping import GOLDEN, dumped


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return dict(dumped())


def test_every_golden_file_is_filled(files: dict[str, str]) -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(files)


@pytest.mark.parametrize("name", sorted(path.name for path in GOLDEN.iterdir()))
def test_what_users_read_is_as_reviewed(files: dict[str, str], name: str) -> None:
    reviewed = (GOLDEN / name).read_text(encoding="utf-8")
    assert files[name] == reviewed, "run: python tests/golden.py, and review the difference"
