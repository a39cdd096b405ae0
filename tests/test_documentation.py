"""Documents say what is true: commands, keys, exports, examples."""

import datetime as dt
import json
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer
from comparison_schema import comparison_schema
from results_schema import results_schema

import innobudget as ib
from innobudget.cli import app
from innobudget.engine.simulation import simulate
from innobudget.io.scenarios import load_scenario
from innobudget.report.chart_files import STEMS
from innobudget.report.findings.teller import Teller
from innobudget.report.terminal import run_summary
from innobudget.report.words.numbers import NARROW_SPACE

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted(
    path
    for pattern in ("*.md", "docs/*.md", "docs/concepts/*.md", "docs/decisions/*.md")
    for path in ROOT.glob(pattern)
)


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_readme_names_every_command() -> None:
    commands = {command.name or command.callback.__name__ for command in app.registered_commands}  # type: ignore[union-attr]  # commands have callbacks
    assert commands == set(re.findall(r"`innobudget ([\w-]+) [A-Z …]+`", text("README.md")))


def test_public_names_are_sorted_and_can_be_loaded() -> None:
    assert ib.__all__ == sorted(ib.__all__)
    for name in ib.__all__:
        assert getattr(ib, name) is not None
        assert name in dir(ib)


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        ib.nothing  # noqa: B018 - that is the point


def test_the_readmes_library_example_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    (example,) = re.findall(r"```python\n(.*?)```", text("README.md"), flags=re.DOTALL)
    exec(example.replace("20_000", "200"), {})  # noqa: S102 - our own example
    printed = capsys.readouterr().out
    assert "livskvalitet" in printed
    assert "2034" in printed


def test_every_key_of_scenario_files_is_explained() -> None:
    schema = json.loads(text("docs/scenario.schema.json"))
    page = text("docs/concepts/scenario.md")
    explained = {"ScenarioTable", "Sampled", "Booking", "Driver", "InvestmentEntry", "Stage"}
    explained |= {"Effect", "QualityIndicator", "Pert", "Normal", "Percentiles", "Choice"}
    explained |= {"Followup", "Fact"}
    explained |= {"Choosing", "CaseGroup", "Pool", "Stress"}
    found = {name for name in schema["$defs"] if name in explained}
    assert found == explained
    for name in sorted(found):
        for key in schema["$defs"][name]["properties"]:
            assert re.search(rf"\b{key}\b", page), (name, key)


def test_every_key_of_the_results_is_explained() -> None:
    page = text("docs/concepts/results.md")
    keys = set(results_schema()["$defs"]["Outcome"]["properties"])
    for key in keys | set(results_schema()["properties"]):
        assert f"`{key}`" in page, key


def test_the_schemas_of_what_runs_write_are_current() -> None:
    assert json.loads(text("docs/results.schema.json")) == results_schema()
    assert json.loads(text("docs/comparison.schema.json")) == comparison_schema()


def test_every_key_of_comparisons_is_explained() -> None:
    page = text("docs/concepts/comparison.md")
    schema = comparison_schema()["$defs"]
    keys = {key for kind in ("Estimates", "Estimate") for key in schema[kind]["properties"]}
    for key in keys | set(comparison_schema()["properties"]):
        assert f"`{key}`" in page, key


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_the_site_has_every_page() -> None:
    settings = text("mkdocs.yml")
    for page in (ROOT / "docs").rglob("*.md"):
        decision = page.parent.name == "decisions" and page.name != "README.md"
        listed = text("docs/decisions/README.md") if decision else settings
        assert page.name in listed, page


def test_the_librarys_page_has_every_public_name() -> None:
    shown = re.findall(r"^::: innobudget\.(.+)\.(\w+)$", text("docs/api.md"), flags=re.MULTILINE)
    assert sorted(name for _, name in shown) == [name for name in ib.__all__ if name[0] != "_"]
    for module, name in shown:
        assert getattr(import_module(f"innobudget.{module}"), name) is getattr(ib, name)


def test_the_reports_page_and_the_readme_name_every_chart() -> None:
    for page in ("README.md", "docs/concepts/reports.md"):
        for stem in STEMS:
            assert f"`{stem}.png`" in text(page)


def test_the_gallerys_page_shows_every_chart_in_both_languages() -> None:
    page = text("docs/gallery.md")
    for folder in ("da", "en", "comparison/da", "comparison/en"):
        record = json.loads(text(f"docs/gallery/{folder}/charts.json"))
        for chart in record["charts"]:
            title = chart["title"].replace(NARROW_SPACE, " ")
            assert f"![{title}](gallery/{folder}/{chart['file']})" in page


def _options(command: Any) -> set[str]:  # noqa: ANN401 - typer's own type is private
    return {word for option in command.params for word in option.opts if word.startswith("--")}


def test_run_has_the_options_that_people_and_scripts_depend_on() -> None:
    group: Any = typer.main.get_command(app)
    run = _options(group.commands["run"])
    assert run >= {"--trials", "--seed", "--sampling", "--threads", "--out", "--language"}
    assert run >= {"--json", "--charts", "--svg", "--workbook", "--quiet"}
    assert _options(group.commands["budget"]) >= {"--csv", "--json", "--mapping"}


def test_no_document_or_source_names_a_place_of_one_machine_or_a_registry() -> None:
    places = re.compile(r"(?<![\w.])/(?:work|home|root|Users)/|pypi\.org|--index-url")
    for path in ROOT.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(ROOT).parts)
        if hidden or path.suffix not in {".py", ".md", ".toml", ".txt", ".json", ".csv"}:
            continue
        made = any(path.is_relative_to(ROOT / folder) for folder in ("build", "dist", "reports"))
        if made or path == Path(__file__):
            continue
        assert not places.search(path.read_text(encoding="utf-8")), path


def test_the_readme_shows_what_the_example_says() -> None:
    scenario = load_scenario(ROOT / "scenarios" / "odense.toml")
    results = simulate(scenario).results()
    told = run_summary(Teller(results=results, language="da", date=dt.date(2026, 1, 1)))
    shown = text("README.md").split("```text\n")[1].split("```")[0]
    assert shown.split() == told.split()
