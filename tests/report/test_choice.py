"""A choice as charts and sentences: what they say holds, and stands in choose.json."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from conftest import a_scenario, an_effect, an_investment
from innobudget.domain.choosing import Choosing, Pool
from innobudget.domain.chosen import Chosen
from innobudget.domain.investment import Investment, Stage
from innobudget.domain.scenario import Language
from innobudget.domain.uncertainty import Uniform
from innobudget.engine.choosing.choose import choose
from innobudget.io.choice import choice_document
from innobudget.report.chart_files import CHOICE_STEMS, comparison_files
from innobudget.report.choice.charts import build_charts, write_charts
from innobudget.report.choice.teller import ChoiceTeller
from innobudget.report.choice.terminal import choice_summary

DAY = dt.date(2026, 1, 1)


def a_case(name: str, outlay: float, saving: float, **changes: Any) -> Investment:  # noqa: ANN401 - of the case
    return an_investment(
        name,
        **{
            "name": name.title(),
            "stages": (Stage(outlay={2026: outlay}, success=0.9),),
            "effects": (an_effect(amount=saving),),
            "benefit_factor": Uniform(uniform=(0.3, 1.3)),
            **changes,
        },
    )


def chosen_from(**choice: Any) -> Chosen:  # noqa: ANN401 - of the choice
    cases = (
        a_case("care", 50_000, 60_000, area="Elderly"),
        a_case("desk", 40_000, 30_000),
        a_case("park", 30_000, 18_000),
        a_case("slow", 90_000, 20_000),
    )
    asked = Choosing(**{"pools": (Pool(name="Innovation", total=100_000.0),), **choice})
    return choose(a_scenario(*cases, choice=asked, sampling="random"), choosing_trials=512)


@pytest.fixture(scope="module")
def chosen() -> Chosen:
    return chosen_from()


def at(document: Any, pointer: str) -> Any:  # noqa: ANN401 - any JSON value
    for key in pointer.strip("/").split("/"):
        document = document[int(key)] if isinstance(document, list) else document[key]
    return document


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_chart_is_written_and_told(
    chosen: Chosen, language: Language, tmp_path: Path
) -> None:
    names = write_charts(ChoiceTeller(chosen=chosen, language=language), tmp_path, DAY, svg=True)
    assert (
        set(names)
        == set(comparison_files(CHOICE_STEMS, svg=True))
        == {p.name for p in tmp_path.iterdir()}
    )
    record = json.loads((tmp_path / "charts.json").read_text(encoding="utf-8"))
    assert all(chart["title"] and chart["alt"] for chart in record["charts"])


def test_every_plotted_figure_stands_in_the_file(chosen: Chosen) -> None:
    document = choice_document(chosen, version="1")
    for chart in build_charts(ChoiceTeller(chosen=chosen, language="en")):
        for series in chart.series:
            if series.how:
                continue
            found = [at(document, pointer) for pointer in series.source]
            assert tuple(found) == series.values


def test_with_nothing_chosen_there_is_the_chart_of_cases_alone() -> None:
    found = chosen_from(objective="npv", pools=(Pool(total=0.0),))
    (chart,) = build_charts(ChoiceTeller(chosen=found, language="en"))
    assert chart.stem == "core-cases"
    assert "Best: none of the cases." in choice_summary(ChoiceTeller(chosen=found, language="en"))


def test_what_is_told_of_the_choice_holds(chosen: Chosen) -> None:
    teller = ChoiceTeller(chosen=chosen, language="en")
    core = [case.id for case in chosen.cases if case.standing == "core"]
    assert core
    first, *others = teller.whatever_happens()
    assert first == (
        f"{len(core)} case{'s belong' if len(core) > 1 else ' belongs'} in it, also if "
        f"{'their' if len(core) > 1 else 'its'} own benefit turns out a third smaller: "
        f"{teller.names(core)}."
    )
    depends = [case for case in chosen.cases if case.standing == "depends"]
    assert len([line for line in others if line.startswith("  ")]) == len(depends)
    pooling = chosen.pooling
    assert pooling is not None
    assert ("only" in teller.pooling()) == (pooling.one > pooling.cases)


def test_a_limit_that_is_missed_on_fresh_trials_is_told(chosen: Chosen) -> None:
    found = chosen_from(find={2028: 20_000.0})
    (limit,) = found.choice.limits
    missed = replace(
        found,
        choice=replace(
            found.choice, limits=(replace(limit, probability=0.79),), missed_on_fresh=(limit.name,)
        ),
    )
    told = choice_summary(ChoiceTeller(chosen=missed, language="en"))
    assert "On other futures the limit of DKK 20,000 in 2028 is missed: kept to in 79.0 %" in told


def test_a_case_that_is_out_says_what_it_breaks() -> None:
    found = chosen_from(objective="npv", payback_at_most=2.0)
    told = choice_summary(ChoiceTeller(chosen=found, language="en"))
    assert "Slow (payback over 2 years)" in told
