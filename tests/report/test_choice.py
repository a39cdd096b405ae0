"""A choice as charts and sentences: what they say holds, and stands in choose.json."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from conftest import a_scenario, an_effect, an_investment
from innobudget.domain.choosing import Choosing, Pool, Standing
from innobudget.domain.chosen import Alternative, Chosen, Gate
from innobudget.domain.evidence import Mark
from innobudget.domain.investment import Investment, Stage
from innobudget.domain.scenario import Language
from innobudget.domain.uncertainty import Uniform
from innobudget.engine.choosing.choose import choose
from innobudget.io.choice import choice_document
from innobudget.report.chart_files import CHOICE_STEMS, comparison_files
from innobudget.report.choice.charts import build_charts, write_charts
from innobudget.report.choice.teller import ChoiceTeller
from innobudget.report.choice.terminal import choice_summary
from innobudget.report.words.numbers import NARROW_SPACE

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


@pytest.mark.parametrize(
    ("outlay", "saving", "unit"),
    [(5e7, 1e5, "DKK million"), (1e5, 5e7, "DKK million"), (1e5, 2e5, "DKK 1,000")],
)
def test_the_largest_amount_of_any_case_decides_the_unit_of_the_table(
    outlay: float, saving: float, unit: str
) -> None:
    cases = (a_case("care", outlay, saving), a_case("desk", 2e5, 1e5))
    asked = Choosing(objective="npv", pools=(Pool(total=3e5),))
    found = choose(a_scenario(*cases, choice=asked, sampling="random"), choosing_trials=512)
    told = choice_summary(ChoiceTeller(chosen=found, language="en")).replace(NARROW_SPACE, " ")
    assert f"\n{unit}  Standing" in told


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


@pytest.mark.parametrize(
    ("difference", "error", "told"),
    [
        (-5_000.0, 9_000.0, "As good as that: with Slow (DKK 5,000 more, ± DKK 9,000)."),
        (5_000.0, 9_000.0, "As good as that: with Slow (DKK 5,000 less, ± DKK 9,000)."),
        (5_000.0, 1_000.0, "Second: with Slow, DKK 5,000 less (± DKK 1,000)."),
        (0.0, 0.0, "Worth the same: with Slow."),
    ],
)
def test_a_second_best_is_told_with_the_side_that_it_is_on(
    chosen: Chosen, difference: float, error: float, told: str
) -> None:
    other = Alternative(
        chosen=(*chosen.choice.chosen, "slow"), difference=difference, standard_error=error
    )
    found = replace(chosen, choice=replace(chosen.choice, second=other))
    said = [*ChoiceTeller(chosen=found, language="en").beside()]
    assert told in [sentence.replace(NARROW_SPACE, " ") for sentence in said]


def test_a_dearer_second_best_of_least_outlay_costs_more() -> None:
    found = chosen_from(objective="least-outlay", find={2028: 5_000.0})
    (second, *_) = ChoiceTeller(chosen=found, language="en").beside()
    assert " more (±" in second


THIRD, HALF = (f"benefit-{size}-of-care" for size in (0.67, 0.5))


@pytest.mark.parametrize(
    ("stresses", "told"),
    [
        ((THIRD, HALF), "if its own benefit is a third smaller"),
        ((HALF,), "if its own benefit is half"),
        (
            (THIRD, HALF, "delay"),
            "if its own benefit is a third smaller, or if everything comes a year late",
        ),
        (
            ("pools-0.8", "pools-1.2", THIRD),
            "if the pools are a fifth smaller, or if the pools are a fifth larger",
        ),
        (
            (THIRD.replace("care", "desk"), HALF),
            "if the benefit of Desk is a third smaller, or if its own benefit is half",
        ),
    ],
)
def test_on_what_a_case_depends_is_told_by_two_reasons_and_once_of_each_benefit(
    chosen: Chosen, stresses: tuple[str, ...], told: str
) -> None:
    teller = ChoiceTeller(chosen=chosen, language="en")
    care, _, _, slow = chosen.cases
    assert teller.depends(replace(care, depends_on=stresses)) == f"Care falls out {told}"
    other = teller.depends(replace(slow, depends_on=("delay",)))
    assert other == "Slow comes in if everything comes a year late"


def test_a_title_keeps_the_full_stop_of_a_currency_and_leaves_out_long_names(
    chosen: Chosen,
) -> None:
    teller = ChoiceTeller(chosen=chosen, language="da")
    assert teller.as_title(teller.pooling()).endswith("kr.")
    assert not ChoiceTeller(chosen=chosen, language="en").headline.endswith(".")
    named = replace(
        chosen,
        cases=tuple(replace(case, standing="core") for case in chosen.cases),
        scenario=replace(
            chosen.scenario,
            investments=tuple(
                replace(item, name=f"{item.id} {'and its neighbours ' * 9}")
                for item in chosen.scenario.investments
            ),
        ),
    )
    title = ChoiceTeller(chosen=named, language="en").headline
    assert title.endswith("a third smaller")


def test_a_single_case_has_nobody_to_share_a_reserve_with() -> None:
    found = chosen_from(at_most=1)
    assert len(found.choice.chosen) == 1
    teller = ChoiceTeller(chosen=found, language="en")
    assert "pooling" not in [chart.stem for chart in build_charts(teller)]
    assert "reserve" not in teller.pooling()


@pytest.mark.parametrize("mark", ["illustrative", "estimate"])
def test_the_first_chart_says_where_figures_are_an_example(chosen: Chosen, mark: Mark) -> None:
    items = tuple(replace(item, assumption=mark) for item in chosen.scenario.investments)
    marked = replace(chosen, scenario=replace(chosen.scenario, investments=items))
    first, *others = build_charts(ChoiceTeller(chosen=marked, language="en"))
    assert bool(first.badge) == (mark == "illustrative")
    assert not any(chart.badge for chart in others)


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
    assert "On other futures the demand of DKK 20,000 in 2028 is missed: kept to in 79.0 %" in told


def test_a_case_that_is_out_says_what_it_breaks() -> None:
    found = chosen_from(objective="npv", payback_at_most=2.0)
    told = choice_summary(ChoiceTeller(chosen=found, language="en"))
    assert "Slow (payback over 2 years)" in told


def test_what_is_safe_in_each_year_is_told_apart_from_what_is_safe_in_the_period(
    chosen: Chosen,
) -> None:
    teller = ChoiceTeller(chosen=chosen, language="en")
    safe = chosen.safe_booking
    assert safe is not None
    told = f"{teller.parts()} {teller.pooling()}"
    assert f"The years add up to {teller.money(safe.by_year_sum)}, which holds" in told
    assert f"with {teller.chance(safe.probability_of_sum)} probability." in told
    assert f"{teller.money(safe.period)} can be booked in {teller.period}" in told
    assert teller.parts().replace(NARROW_SPACE, " ") in choice_summary(teller)
    assert ChoiceTeller(chosen=replace(chosen, safe_booking=None), language="en").parts() == ""


def test_no_pilot_and_no_gate_is_told_of_a_case_that_is_out_whatever_happens(
    chosen: Chosen,
) -> None:
    def told(standing: Standing) -> tuple[str, str]:
        cases = tuple(
            replace(case, standing=standing if case.id == "park" else "out", evpi_works=1e4)
            for case in chosen.cases
        )
        gates = (Gate(id="park", stage=2, outlay_avoided=5e3, damage_avoided=0.0),)
        found = replace(chosen, cases=cases, gates=gates)
        teller = ChoiceTeller(chosen=found, language="en")
        return teller.pilot(), teller.gates()

    assert told("out") == ("", "")
    assert all("Park" in sentence for sentence in told("depends"))
