"""A command line that cannot be understood is told like any other fault."""

import pytest
from typer.main import get_command

from innobudget.cli.command_line import USAGE_ERROR
from innobudget.cli.commands import app
from innobudget.cli.usage import usage_problem
from innobudget.errors import InputError, Problem


def wrong_with(words: str) -> Problem:
    """Return what is wrong with a command line."""
    try:
        get_command(app).main(words.split(), standalone_mode=False)
    except InputError as error:
        return error.problems[0]
    except USAGE_ERROR as error:
        return usage_problem(error)
    raise AssertionError(words)


@pytest.mark.parametrize(
    ("words", "place", "found", "expected", "remedy"),
    [
        ("rnu", "", "the command rnu", "one of: run, sweep", "write run"),
        ("xyz", "", "the command xyz", "one of: run, sweep", "choose one of them"),
        ("run", ", SCENARIO", "nothing", "Scenario file (.toml)", "see "),
        ("run a b", "", "b", "nothing more", "see "),
        (
            "run a --trails 3",
            ", option --trails",
            "the option --trails",
            "--seed",
            "write --trials",
        ),
        ("run a --qqqq", ", option --qqqq", "the option --qqqq", "one of: --trials", "see "),
        ("run a --trials ten", ", option --trials", '"ten"', "a whole number", "correct the value"),
        ("run a --precision x", ", option --precision", '"x"', "a number", "correct the value"),
        ("run a --threads 0", ", option --threads", '"0"', "a value of at least 1", "correct"),
        ("run a --seed", ", option --seed", "nothing", "a value", "write it after the option"),
        ("run a --svg=3", ", option --svg", "a value", "nothing after the option", "leave"),
        ("sweep a", ", option --out", "nothing", "The table, .csv or .xlsx.", "see "),
    ],
)
def test_each_slip_says_what_is_meant(
    words: str, place: str, found: str, expected: str, remedy: str
) -> None:
    problem = wrong_with(words)
    assert problem.code == "command-line"
    assert problem.place == f"command line{place}"
    assert problem.found == found
    assert expected in problem.expected
    assert problem.remedy.startswith(remedy)
