"""Help ends with examples that run one after the other, and with the exit codes."""

import shlex
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from innobudget.cli import app, command_line
from innobudget.cli.spoken import EXAMPLES, speak
from innobudget.engine.work import Progress
from innobudget.workflow import demo
from innobudget.workflow.options import RunOptions
from innobudget.workflow.run import Done, run_scenario

SPARED = ("--trials=500", "--no-charts", "--no-workbook", "--choosing-trials=500")
"""Options that spare the tests time, where a command has them."""


def without_pictures(path: Path, options: RunOptions, progress: Progress) -> Done:
    return run_scenario(path, replace(options, charts=False, workbook=False), progress)


def test_every_command_has_examples() -> None:
    commands: Any = get_command(app)
    assert set(EXAMPLES) == set(commands.commands)


def test_the_examples_run_one_after_the_other_in_an_empty_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(demo, "run_scenario", without_pictures)
    commands: Any = get_command(app)
    for name, examples in EXAMPLES.items():
        known = {word for option in commands.commands[name].params for word in option.opts}
        spared = [word for word in SPARED if word.partition("=")[0].replace("no-", "") in known]
        for example in examples:
            monkeypatch.setattr(sys, "argv", ["innobudget", *shlex.split(example), *spared])
            with pytest.raises(SystemExit) as ended:
                command_line.main()
            assert ended.value.code == 0, (example, capsys.readouterr().err)
    assert {"shares.csv", "seeds.xlsx", "reports", "town"} < {p.name for p in tmp_path.iterdir()}


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", ["", *EXAMPLES])
def test_help_ends_with_examples_and_exit_codes(name: str, language: str) -> None:
    group: Any = get_command(app)
    speak(group, language)
    context = group.make_context("innobudget", [], resilient_parsing=True)
    command = group.commands[name] if name else group
    inner = command.make_context(name, [], parent=context, resilient_parsing=True)
    text = command.get_help(inner if name else context)
    wanted = EXAMPLES[name] if name else ("demo",)
    for example in wanted:
        assert f"\n  innobudget {example}\n" in text
    assert [line.split()[0] for line in text.splitlines()[-4:]] == ["0", "1", "2", "130"]
