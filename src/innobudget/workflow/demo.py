"""The example, from the installed package: its scenario, its budget and the report of both."""

from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from shutil import copyfile, copytree

from innobudget.engine.work import Progress
from innobudget.io.output import writing
from innobudget.io.report_folder import open_report
from innobudget.io.report_place import Target
from innobudget.messages import say
from innobudget.workflow.new import require_new_folder
from innobudget.workflow.options import RunOptions, language_of
from innobudget.workflow.run import REPORTS, Done, run_scenario

SCENARIOS = Path("scenarios")
SCENARIO = SCENARIOS / "odense.toml"
OTHER = SCENARIOS / "odense-careful.toml"
"""The same cases, booked lower: to compare."""
BUDGET = Path("data") / "odense" / "2025"


def demo_folder(folder: Path, options: RunOptions, progress: Progress) -> Done:
    """Write the example into a new folder and simulate it there; all of it, or nothing.

    Raises
    ------
    InputError
        If there is something in the folder, it is a file, or an option is out of range.
    OutputError
        If it cannot be written.

    """
    language = language_of(options.language)
    target = Target.folder(folder)
    require_new_folder(target)
    with open_report(target) as made:
        with writing(folder):
            (made.staged / SCENARIOS).mkdir()
            for scenario in (SCENARIO, OTHER):
                copyfile(example() / scenario, made.staged / scenario)
            copytree(example() / BUDGET, made.staged / BUDGET)
            report = made.staged / REPORTS / SCENARIO.stem
            run = replace(options, language=language, out=report)
            done = run_scenario(made.staged / SCENARIO, run, progress)
        made.finish()
    summary = done.summary.replace(str(made.staged), str(folder))
    told = say(
        "The example is {scenario}, with its budget in {budget}. Change it, then: "
        "innobudget run {scenario}",
        scenario=folder / SCENARIO,
        budget=folder / BUDGET,
    )
    return replace(
        done, summary=f"{summary}\n\n{told(language)}", folder=folder / REPORTS / SCENARIO.stem
    )


def example() -> Path:
    """Return the folder that holds the example: a part of the package, or the project itself."""
    package = Path(str(files("innobudget")))
    packed = package / "example"
    return packed if packed.is_dir() else package.parents[1]
