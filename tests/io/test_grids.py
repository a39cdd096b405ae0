"""What a sweep varies is known, and its size, before anything is made of it."""

from pathlib import Path

import pytest

from innobudget.errors import InputError
from innobudget.io.grids import Grid, read_grid

SCENARIO = Path("town.toml")


def grid(*settings: str, seeds: str | None = None) -> Grid:
    return read_grid([SCENARIO], seeds=seeds, settings=settings, file=None)


def test_a_sweep_of_more_runs_than_are_meant_is_never_built() -> None:
    many = ",".join(map(str, range(400)))
    with pytest.raises(InputError, match="grid-size"):
        grid(f"a.b={many}", f"a.c={many}", f"a.d={many}", f"a.e={many}", f"a.f={many}")
    with pytest.raises(InputError, match="grid-size"):
        grid(seeds=",".join(f"{first}-{first + 99_999}" for first in range(0, 10**8, 10**5)))


@pytest.mark.parametrize(("setting", "doubted"), [("a.b=0,5", True), ("a.b=0, 5", False)])
def test_what_may_be_a_decimal_comma_is_doubted(setting: str, doubted: bool) -> None:
    found = grid(setting)
    assert found.values == {"a.b": [0, 5]}
    assert [doubt.code for doubt in found.doubts] == (["grid-comma"] if doubted else [])


@pytest.mark.parametrize("seeds", ["", "x", "1-", "-1", "5-1", "9" * 30, "9" * 5000, "\u0663"])
def test_wrong_seeds_are_told(seeds: str) -> None:
    assert [fault.code for fault in grid(seeds=seeds).faults] == ["grid-seeds"]


@pytest.mark.parametrize(
    "setting",
    ["", "=1", "a.b", "a.b=", "a.b=[", f"a.b={'[' * 3000}", "a.b=" + "9" * 30, "a.b=" + "9" * 5000],
)
def test_wrong_settings_are_told(setting: str) -> None:
    assert [fault.code for fault in grid(setting).faults] == ["grid-set"]
