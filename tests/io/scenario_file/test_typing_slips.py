"""What is typed wrong is told as it stands in the file, with how it is written."""

from pathlib import Path

import pytest

from innobudget.errors import InputError
from innobudget.io.scenarios import load_scenario

TYPED = """
[scenario]
name = "Typed"
base_year = 2026
horizon = 4

[[investment]]
id = "care"
enabled = true
name = "Care"
outlay = { 2026 = 5 }
delay = 0

[[investment.effect]]
amount = 10
from = 2027
ramp = [1.0]
"""


@pytest.mark.parametrize(
    ("right", "wrong", "code", "remedy"),
    [
        ("enabled = true", 'enabled = "ja"', "wrong-type", "write true for yes, false for no"),
        ('name = "Care"', "name = 5.30", "wrong-type", 'put it in quotes: "5.30"'),
        ("amount = 10", 'amount = "0,8"', "wrong-type", "write 0.8"),
        ("amount = 10", 'amount = "1.234.567,5"', "wrong-type", "write 1234567.5"),
        ("amount = 10", 'amount = "12 %"', "wrong-type", "write 0.12"),
        (
            "amount = 10",
            'amount = "many"',
            "wrong-type",
            "write a number, with a point before decimals and without a unit",
        ),
        (
            "amount = 10",
            'amount = "45.000"',
            "wrong-type",
            "write 45_000 if thousands are meant, 45.000 if not",
        ),
        (
            "horizon = 4",
            "horizon = 4.000",
            "wrong-type",
            "write 4, or 4_000 if thousands are meant",
        ),
        ("from = 2027", "from = 2027-01-01", "wrong-type", "write the year alone: 2027"),
        ("from = 2027", 'from = "2027/28"', "wrong-type", "write the year alone: 2027"),
        ("from = 2027", 'from = "2027–2028"', "wrong-type", "write the year alone: 2027"),
        ("ramp = [1.0]", "ramp = 0.5", "wrong-type", "write [0.5]"),
        ("ramp = [1.0]", 'ramp = "0,7 0,8; 1"', "wrong-type", "write [0.7, 0.8, 1]"),
        (
            "ramp = [1.0]",
            'ramp = "slowly"',
            "wrong-type",
            "write it as a list, as in [0.5, 1.0]",
        ),
        ("ramp = [1.0]", "ramp = [0,7, 0,85]", "out-of-range", "write [0.7, 0.85]"),
        ("ramp = [1.0]", "ramp = [50, 100]", "out-of-range", "write 0.5 for 50 %"),
        (
            "delay = 0",
            "delay = { pert = [0,5, 0,9, 1,1] }",
            "distribution",
            "write [0.5, 0.9, 1.1]",
        ),
        (
            "delay = 0",
            'booked = "2027 = 5"',
            "wrong-type",
            "write { 2027 = 5 }",
        ),
        ("horizon = 4", "horizon = 4.0", "wrong-type", "write 4"),
        (
            "outlay = { 2026 = 5 }",
            "outlay = 5",
            "wrong-type",
            "write the year before it, as in { 2026 = 5 }",
        ),
        ("delay = 0", 'delay = "2,5"', "distribution", "write 2.5"),
        ("horizon = 4", "horizon = 4\ndiscount_rate = 35", "out-of-range", "write 0.35 for 35 %"),
        ("horizon = 4", "horizon = 4\ntrials = 5", "unknown-key", "move it to [simulation]"),
        (
            "delay = 0",
            "ramp = [1]",
            "unknown-key",
            "move it to [[investment.effect]] or [[investment.quality]]",
        ),
        (
            "ramp = [1.0]",
            "outlay = { 2026 = 1 }",
            "unknown-key",
            "move it to [[investment]] or [[investment.stage]]",
        ),
        ("delay = 0", "foo = 1", "unknown-key", "correct its name, or make it a note: # before it"),
    ],
)
def test_a_slip_is_told_with_how_it_is_written(
    tmp_path: Path, right: str, wrong: str, code: str, remedy: str
) -> None:
    path = tmp_path / "typed.toml"
    assert right in TYPED
    path.write_text(TYPED.replace(right, wrong), encoding="utf-8")
    with pytest.raises(InputError) as raised:
        load_scenario(path)
    (fault,) = raised.value.problems
    assert (fault.code, fault.remedy) == (code, remedy)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("outlay = { 2026 = 5 }", "outlays = { 2026 = 5 }\ngrant = { 2026 = 5 }"),
        ("outlay = { 2026 = 5 }", 'outlay = { 2026 = "5 kr." }\ngrant = { 2026 = 5 }'),
    ],
)
def test_a_grant_to_an_outlay_that_could_not_be_read_is_no_fault_too(
    tmp_path: Path, right: str, wrong: str
) -> None:
    path = tmp_path / "typed.toml"
    path.write_text(TYPED.replace(right, wrong), encoding="utf-8")
    with pytest.raises(InputError) as raised:
        load_scenario(path)
    assert [fault.code for fault in raised.value.problems] in (["unknown-key"], ["wrong-type"])
