"""Findings: what the figures say decides the sentence, in both languages, never overstated."""

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest

from conftest import a_scenario, an_effect, an_investment
from innobudget.domain.facts import Fact, Followup
from innobudget.domain.influence import Influence, Sensitivity, Tornado, VarianceShares
from innobudget.domain.investment import Stage
from innobudget.domain.named_figures import Figures
from innobudget.domain.results import BookedToAchieved, Results, WayOut, WaysOut
from innobudget.domain.scenario import Language
from innobudget.domain.uncertainty import Choice, Uniform
from innobudget.engine.simulation import simulate
from innobudget.report.figures.chart import Chart
from innobudget.report.figures.investments import investments
from innobudget.report.findings.areas import areas_finding
from innobudget.report.findings.budget import booked_finding, gap_finding, verdict
from innobudget.report.findings.cases import advise, cases_finding
from innobudget.report.findings.causes import driver_finding, driver_name
from innobudget.report.findings.payback import payback_finding
from innobudget.report.findings.saying import Finding
from innobudget.report.findings.service import both_finding, service_finding
from innobudget.report.findings.steps import steps_finding
from innobudget.report.findings.teller import (
    Teller,
    fitting_scale,
    short,
    table_scale,
    told_apart,
)
from innobudget.report.findings.ways_out import ways_finding, ways_told
from innobudget.report.terminal import run_summary
from innobudget.report.words.numbers import NARROW_SPACE, frequency, percent, told, unit_of
from town import care, desk, town

BASE = simulate(town(), trials=500).results()
DAY = dt.date(2026, 1, 1)


def teller(results: Results, language: Language) -> Teller:
    return Teller(results=results, language=language, date=DAY)


def said(finding: Finding) -> tuple[str, str]:
    return finding.title.replace(NARROW_SPACE, " "), finding.lead.replace(NARROW_SPACE, " ")


def changed(figures: Figures, **changes: Any) -> Any:  # noqa: ANN401 - figures of the same kind
    return type(figures)({**figures, **changes})


def portfolio(**changes: Any) -> Results:  # noqa: ANN401 - any field of an outcome
    return replace(BASE, portfolio=changed(BASE.portfolio, **changes))


def test_that_nothing_is_left_over_is_not_said_where_it_rarely_is() -> None:
    """In 3 of 100 futures 80 is left over in each of three years; in no other anything."""
    case = an_investment(
        stages=(Stage(),),
        benefit_factor=Choice(choice=((0.2, 0.97), (1.0, 0.03))),
        booked={2027: 20.0},
    )
    results = simulate(a_scenario(case), trials=1_000).results()
    assert results.portfolio.gap_period.p05 == 0
    assert "nothing is left over" not in said(gap_finding(teller(results, "en")))[1]
    assert "Nothing is missing" not in run_summary(teller(results, "en"))
    gap = replace(results.portfolio.gap_period, mean=0.0, sd=0.0)
    even = replace(results, portfolio=changed(results.portfolio, gap_period=gap))
    assert "nothing is left over" in said(gap_finding(teller(even, "en")))[1]
    assert "Nothing is missing" in run_summary(teller(even, "en"))


def assert_says(function: Any, results: Results, danish: str, english: str) -> None:  # noqa: ANN401
    assert said(function(teller(results, "da")))[0] == danish
    assert said(function(teller(results, "en")))[0] == english


@pytest.mark.parametrize(
    ("met", "danish", "english"),
    [
        (1.0, "Ja, i alle forløb", "Yes, in every future"),
        (0.996, "Praktisk talt sikkert: >99 pct.", "Practically certain: >99 %"),
        (0.8, "Sandsynligt: 80 pct.", "Likely: 80 %"),
        (0.7996, "Snarere ja: 79,96 pct.", "Rather yes: 79.96 %"),
        (0.63, "Snarere ja: 63 pct.", "Rather yes: 63 %"),
        (0.5, "Uvist: 50 pct.", "Open: 50 %"),
        (0.3, "Snarere nej: 30 pct.", "Rather not: 30 %"),
        (0.14, "Usandsynligt: 14 pct.", "Unlikely: 14 %"),
        (0.003, "Praktisk talt udelukket: <1 pct.", "Practically no chance: <1 %"),
        (0.0, "Nej, i ingen forløb", "No, in no future"),
    ],
)
def test_booked_savings(met: float, danish: str, english: str) -> None:
    assert_says(
        booked_finding,
        portfolio(probability_booked_met_period=met),
        f"Indfries alle indregnede besparelser i 2026–2029? {danish}",
        f"Do all booked savings of 2026–2029 come? {english}",
    )


def test_where_nothing_is_booked_that_is_said() -> None:
    assert_says(
        booked_finding,
        portfolio(
            plan=replace(BASE.portfolio.plan, booked=(0.0,) * 6),
            probability_booked_met_period=None,
        ),
        "Der er ikke indregnet besparelser i 2026–2029",
        "No savings are booked in 2026–2029",
    )


def test_booked_running_costs_are_not_called_savings() -> None:
    plan = replace(BASE.portfolio.plan, booked=(-50_000.0,) * 6)
    results = portfolio(plan=plan, probability_booked_met_period=0.4)
    assert_says(
        booked_finding,
        results,
        "I budgettet for 2026–2029 er der indregnet driftsudgifter på 200.000 kr., ikke "
        "besparelser",
        "The budget of 2026–2029 has booked running costs of DKK 200,000, not savings",
    )


@pytest.mark.parametrize(
    ("reserve", "holds", "danish", "english"),
    [
        (
            107_308_893.0,
            0.17,
            "En reserve på 107 mio. kr. giver 80 pct. sikkerhed i 2026–2029",
            "A reserve of DKK 107 million makes the budget of 2026–2029 80 % safe",
        ),
        (
            0.0,
            0.93,
            "Budgettet for 2026–2029 holder uden reserve i 93 pct. af forløbene",
            "The budget of 2026–2029 holds without reserve in 93 % of futures",
        ),
        (
            0.0,
            1.0,
            "Budgettet for 2026–2029 holder uden reserve i alle forløb",
            "The budget of 2026–2029 holds without a reserve in every future",
        ),
    ],
)
def test_reserve(reserve: float, holds: float, danish: str, english: str) -> None:
    results = portfolio(reserve_period=reserve, probability_budget_holds_period=holds)
    assert_says(gap_finding, results, danish, english)


def test_the_mean_below_the_reserve_is_missing_or_left_over() -> None:
    gap = BASE.portfolio.gap_period
    for mean, end in (
        (56e6, "; gennemsnittet af alle er 56 mio. kr."),
        (-3e6, ", men i gennemsnit er 3 mio. kr. til overs."),
    ):
        results = portfolio(
            reserve_period=1e6,
            probability_budget_holds_period=0.17,
            gap_period=replace(gap, mean=mean),
        )
        lead = said(gap_finding(teller(results, "da")))[1]
        assert lead == f"Uden reserve mangler der penge i godt 8 ud af 10 forløb{end}"


def paid(years: dict[int, float], never: float, *percentiles: int | None) -> Figures:
    p10, p50, p90 = percentiles
    return Figures({"years": years, "never": never, "p10": p10, "p50": p50, "p90": p90})


@pytest.mark.parametrize(
    ("payback", "danish", "english"),
    [
        (
            paid({2028: 1.0}, 0.0, 2028, 2028, 2028),
            "Pengene er tjent hjem i 2028 i alle forløb",
            "The money is back in 2028 in every future",
        ),
        (
            paid({2027: 0.05, 2028: 0.93}, 0.02, 2028, 2028, 2028),
            "Pengene er tjent hjem i 2028 i godt 9 ud af 10 forløb",
            "The money is back in 2028 in more than 9 out of 10 futures",
        ),
        (
            paid({2027: 0.1, 2028: 0.5, 2029: 0.3}, 0.1, 2027, 2028, 2029),
            "Pengene er tjent hjem i 2028; i 9 ud af 10 forløb i 2027–2029",
            "The money is back in 2028; in 9 out of 10 futures in 2027–2029",
        ),
        (
            paid({2027: 0.1, 2029: 0.6}, 0.3, 2027, 2029, None),
            "Pengene er tjent hjem i 2029; i 3 ud af 10 forløb efter 2031 eller aldrig",
            "The money is back in 2029; in 3 out of 10 futures after 2031 or never",
        ),
        (
            paid({2029: 0.4}, 0.6, 2029, None, None),
            "Er pengene tjent hjem ved udgangen af 2031? Uvist: 40 pct.",
            "Is the money back by the end of 2031? Open: 40 %",
        ),
        (
            paid({}, 1.0, None, None, None),
            "Er pengene tjent hjem ved udgangen af 2031? Nej, i ingen forløb",
            "Is the money back by the end of 2031? No, in no future",
        ),
    ],
)
def test_payback(payback: Figures, danish: str, english: str) -> None:
    assert_says(payback_finding, portfolio(payback=payback), danish, english)


def with_case(number: int, *, hole: float | None, **changes: Any) -> Results:  # noqa: ANN401
    found = [replace(item, gap_when_hole=0.0) for item in BASE.investments]
    own = changed(found[number].outcome, **changes)
    found[number] = replace(found[number], gap_when_hole=hole, outcome=own)
    return replace(BASE, investments=tuple(found))


def booked(number: int, amount: float) -> dict[str, Any]:
    plan = BASE.investments[number].outcome.plan
    return {"plan": replace(plan, booked=(0.0, amount, amount, amount, amount, amount))}


def safe_by_year(*amounts: float) -> dict[str, Any]:
    found = BASE.investments[0].outcome.safe_booking
    return {"safe_booking": changed(found, amount=(*amounts, 0.0, 0.0))}


def safe(amount: float) -> dict[str, Any]:
    return {"safe_booking": changed(BASE.investments[0].outcome.safe_booking, amount=(amount,) * 6)}


def yearly(outcome: Figures, **means: float) -> dict[str, Any]:
    """Return measures that are sure, with the same mean in every year."""
    measures = {**outcome.measures}
    for name, mean in means.items():
        sure = replace(outcome.measures[name][0], mean=mean, p95=mean, standard_error=0.0)
        measures[name] = (sure,) * 6
    return {"measures": measures}


def costing(number: int, *, hole: float, excess: float) -> Results:
    """Return a case whose saving comes as booked, and whose costs exceed the budget."""
    found = BASE.investments[number].outcome
    plan = replace(found.plan, booked=(0.0,) * 6)
    gap = replace(found.gap_period, mean=excess, standard_error=0.0)
    measures = yearly(found, saving=0.0, budget_gap=excess / 4)
    return with_case(number, hole=hole, plan=plan, gap_period=gap, **measures, **safe(-5))


@pytest.mark.parametrize(
    ("results", "danish", "english"),
    [
        (
            with_case(0, hole=5e6, **booked(0, 45e6), **safe(24e6)),
            (
                "Indregn Care at home lavere: 45 mio. kr. er indregnet i 2029, 24 mio. kr. er 80 "
                "pct. sikkert"
            ),
            (
                "Book Care at home lower: DKK 45 million is booked in 2029, DKK 24 million is 80 % "
                "safe"
            ),
        ),
        (
            with_case(0, hole=5e6, **booked(0, 45e6), **safe(-1.0)),
            "Indregn ikke Care at home endnu: intet af 45 mio. kr. i 2029 er 80 pct. sikkert",
            "Book nothing of Care at home yet: none of DKK 45 million in 2029 is 80 % safe",
        ),
        (
            with_case(0, hole=5e6, **booked(0, 45e6), **safe_by_year(0.0, 20e6, 44e6, 46e6)),
            "Indregn Care at home senere: først fra 2029 er 45 mio. kr. 80 pct. sikkert",
            "Book Care at home later: only from 2029 on DKK 45 million is 80 % safe",
        ),
        (
            costing(1, hole=5e6, excess=4e6),
            "Se på udgifterne i One desk: de bliver 4 mio. kr. større end budgetteret",
            "Look at the costs of One desk: DKK 4 million above the budget on average",
        ),
        (
            replace(
                with_case(0, hole=None),
                portfolio=changed(BASE.portfolio, probability_budget_holds_period=1.0),
            ),
            "Ingen case giver hul i budgettet for 2026–2029",
            "No investment leaves a hole in the budget of 2026–2029",
        ),
    ],
)
def test_what_to_do_about_a_case(results: Results, danish: str, english: str) -> None:
    assert_says(cases_finding, results, danish, english)


def test_nobody_is_advised_where_the_budget_holds_as_wanted() -> None:
    worst = with_case(0, hole=5e6, **booked(0, 45e6), **safe(24e6))
    assert advise(worst) is not None
    sure = replace(worst, portfolio=changed(worst.portfolio, probability_budget_holds_period=0.81))
    assert advise(sure) is None
    assert said(cases_finding(teller(sure, "en")))[0].startswith("No booking needs lowering")


@pytest.mark.parametrize(
    ("year", "figures", "way", "lacks"),
    [
        (2028, safe(24e6), "less", ""),
        (2029, safe(24e6), "look", "DKK 5 million in 2026–2029"),
        (2026, safe_by_year(0.0, 20e6, 44e6, 46e6), "later", ""),
        (2028, safe_by_year(0.0, 20e6, 44e6, 46e6), "look", "DKK 2 million in 2029"),
    ],
)
def test_a_follow_up_advises_nothing_about_years_that_are_budgeted(
    year: int, figures: dict[str, Any], way: str, lacks: str
) -> None:
    own = BASE.investments[0].outcome
    figures = {**figures, **yearly(own, budget_gap=2e6), **booked(0, 45e6)}
    worst = with_case(0, hole=5e6, gap_period=replace(own.gap_period, mean=5e6), **figures)
    later = followed(worst, year)
    advice = advise(later)
    assert advice is not None
    assert advice.way == way
    title, _ = said(cases_finding(teller(later, "en")))
    assert (f"first: on average it lacks {lacks}" in title) == (way == "look")


def followed(results: Results, year: int) -> Results:
    followup = Followup(as_of=dt.date(year, 8, 31))
    return replace(results, scenario=replace(results.scenario, followup=followup))


STOPPED = (Fact(on=dt.date(2027, 3, 31), stage=1, passed=False),)


def two_cases(old: float, stopped: float, *, unspent: float = 0.0) -> Results:
    """Return a case that lacked savings before 2028, and one that is stopped and still booked."""
    stages = (Stage(success=0.7), Stage(capital_outlay={2028: unspent}))
    actual = (Fact(on=dt.date(2027, 12, 31), year=2027, saving=0.0),)
    cases = (
        an_investment(
            "old",
            stages=(Stage(),),
            effects=(an_effect(amount=50e6),),
            benefit_factor=Uniform(uniform=(0.0, 1.0)),
            booked={2027: old, 2028: 0.0},
            facts=actual,
        ),
        an_investment(
            "stopped",
            stages=stages,
            effects=(an_effect(amount=10e6),),
            booked={2027: stopped},
            facts=STOPPED,
        ),
    )
    followup = Followup(as_of=dt.date(2027, 12, 31))
    return simulate(a_scenario(*cases, followup=followup, trials=256)).results()


@pytest.mark.parametrize("unspent", [0.0, 80e6])
def test_a_follow_up_first_looks_at_what_is_missing_in_the_years_that_are_open(
    unspent: float,
) -> None:
    """What the stopped case does not build any more brings none of its savings back."""
    results = two_cases(90e6, 10e6, unspent=unspent)
    assert_says(
        cases_finding,
        results,
        "Tag stopped ud af budgettet: 10 mio. kr. er indregnet i 2029, og intet af det kommer",
        "Take stopped out of the budget: DKK 10 million is booked in 2029, and none comes",
    )
    _, lead = said(cases_finding(teller(results, "en")))
    assert lead.startswith("In 2028–2029, which can still be changed, stopped lacks DKK 20 million")
    chart = investments(teller(results, "en"))
    assert isinstance(chart, Chart)
    assert [row[0] for row in chart.table.rows] == ["stopped", "old"]
    assert chart.table.headings[-1] == "missing in 2028–2029"


def test_what_one_ceiling_has_left_over_is_told_beside_what_another_lacks() -> None:
    apart = two_cases(90e6, 10e6, unspent=80e6)
    lead = said(gap_finding(teller(apart, "en")))[1]
    assert lead.endswith(
        "Ceilings are apart: Operating lacks DKK 119 million on average, while Capital has DKK 80 "
        "million left over."
    )
    assert "mens Anlæg har 80 mio. kr. til overs." in said(gap_finding(teller(apart, "da")))[1]
    assert "Ceilings are apart" in run_summary(teller(apart, "en"))
    assert "Ceilings" not in run_summary(teller(two_cases(90e6, 10e6), "en"))


def test_a_follow_up_looks_at_no_case_where_nothing_is_missing_in_the_years_that_are_open() -> None:
    assert_says(
        cases_finding,
        two_cases(90e6, 0.0),
        "Ingen case mangler penge i gennemsnit i 2028–2029, som er de år, der kan ændres",
        "No investment lacks money on average in 2028–2029, the years that can be changed",
    )


def test_cases_that_lack_about_the_same_are_told_as_a_tie() -> None:
    alike = tuple(replace(item, gap_when_hole=5e4) for item in BASE.investments)
    title, _ = said(cases_finding(teller(replace(BASE, investments=alike), "en")))
    assert title == "Care at home and One desk lack about the same when money is missing"


def moved(quantity: str, low: float, high: float) -> Results:
    shares = VarianceShares(npv=0.1, budget_gap=0.46, budget_gap_by_year=(0.1,) * 6)
    tornado = Tornado(npv=(0.0, 0.0), budget_gap=(low, high))
    item = Influence(
        quantity=quantity, share_of_variance=shares, standard_error=shares, tornado=tornado
    )
    smaller = Tornado(npv=(0.0, 0.0), budget_gap=(0.0, 0.1 * abs(high - low)))
    others = (replace(item, quantity="desk.cost", tornado=smaller),)
    found = Sensitivity(influences=(item, *others), interactions=shares, interactions_error=shares)
    return replace(BASE, sensitivity=found)


@pytest.mark.parametrize(
    ("results", "danish", "english"),
    [
        (
            moved("care.success.2", 112e6, 45.8e6),
            (
                "Om Care at home kommer videre fra All, betyder mest: 112 mio. kr. mangler, når "
                "det går dårligt"
            ),
            (
                "Whether Care at home passes All matters most: DKK 112 million is missing when it "
                "goes badly"
            ),
        ),
        (
            moved("driver.hiring", -2e6, 7e6),
            "Hiring betyder mest: 7 mio. kr. mangler, når det går dårligt",
            "Hiring matters most: DKK 7 million is missing when it goes badly",
        ),
        (
            moved("correlation.benefit.Digital", -9e6, -1e6),
            (
                "Fælles for Digital: effektens størrelse betyder mest: kun 1 mio. kr. er til "
                "overs, når det går dårligt"
            ),
            (
                "Common to Digital: size of the effect matters most: only DKK 1 million is left "
                "over when it goes badly"
            ),
        ),
    ],
)
def test_what_matters_most(results: Results, danish: str, english: str) -> None:
    assert_says(driver_finding, results, danish, english)
    assert said(driver_finding(teller(results, "en")))[1].endswith(
        "By itself it explains 46 % of the uncertainty about the budget of 2026–2029."
    )


def test_where_money_is_left_over_whatever_happens_no_hole_is_spoken_of() -> None:
    over = moved("care.cost", -9e6, -1e6)
    first, *_ = over.sensitivity.influences
    alike = tuple(replace(item, tornado=first.tornado) for item in over.sensitivity.influences)
    tied = replace(over, sensitivity=replace(over.sensitivity, influences=alike))
    assert_says(
        driver_finding,
        tied,
        "Ingen enkelt usikkerhed betyder klart mest for det, der er til overs",
        "No single uncertainty clearly matters most for what is left over",
    )


def test_every_input_of_a_run_has_a_name_in_words() -> None:
    for language in ("da", "en"):
        own = teller(BASE, language)
        names = [driver_name(own, item.quantity) for item in BASE.sensitivity.influences]
        assert len(set(names)) == len(names) > 8
        for name in names:
            assert "driver." not in name
            assert "correlation" not in name


def steps(**changes: float) -> Results:
    parts = {
        "unbooked": 3e6,
        "failure": -40e6,
        "benefit": -15e6,
        "delay": -5e6,
        "outlay": 3e6,
        "disruption": 0.0,
        **changes,
    }
    booked_ = parts.pop("booked", 200e6)
    missing = -sum(parts.values())
    found = BookedToAchieved(
        booked=booked_, achieved=0.0, after_costs=booked_ - missing, missing=missing, **parts
    )
    plan = replace(BASE.portfolio.plan, booked=(booked_, 0, 0, 0, 0, 0))
    return replace(portfolio(plan=plan), booked_to_achieved=found)


@pytest.mark.parametrize(
    ("results", "danish", "english"),
    [
        (
            steps(),
            "Der mangler 54 mio. kr., når alt er talt med; 200 er indregnet",
            "DKK 54 million is missing, all counted in; 200 is booked",
        ),
        (
            steps(outlay=0.0),
            "Der mangler 57 mio. kr. af de 200, der er indregnet",
            "DKK 57 million is missing of the 200 that is booked",
        ),
        (
            steps(outlay=103e6),
            "46 mio. kr. er til overs i gennemsnit, når alt er talt med",
            "DKK 46 million is left over on average, all counted in",
        ),
        (
            steps(booked=0.0, delay=-95e6),
            "Der mangler 144 mio. kr. i gennemsnit, selv om ingen besparelse er indregnet",
            "DKK 144 million is missing on average though no saving is booked",
        ),
        (
            steps(outlay=57e6),
            "Det tabte og det vundne går omtrent lige op i gennemsnit",
            "What is lost and what is gained are about even on average",
        ),
    ],
)
def test_what_is_missing_of_the_booked(results: Results, danish: str, english: str) -> None:
    assert_says(steps_finding, results, danish, english)


def test_the_parts_of_what_is_missing_add_up_as_written() -> None:
    assert said(steps_finding(teller(steps(), "da")))[1] == (
        "Tabt: stop og fejlslag (40), mindre effekt (15), forsinkelse (5). "
        "Vundet: forudsat, men ikke indregnet (3), implementering, der ikke bruges (3)."
    )
    halves = steps(failure=-40.5e6, benefit=-15.5e6, delay=-5.5e6, outlay=3.5e6)
    title, lead = said(steps_finding(teller(halves, "en")))
    assert title == "DKK 55 million is missing, all counted in; 200 is booked"
    lost, gained = (sum(map(int, re.findall(r"\((\d+)\)", part))) for part in lead.split(" Gained"))
    assert lost - gained == 55


def test_a_small_portfolio_is_told_in_kroner() -> None:
    small = steps(**dict.fromkeys(("unbooked", "failure", "benefit", "outlay"), 0.0), booked=0.0)
    found = replace(small.booked_to_achieved, delay=-52_500.0, missing=52_500.0)
    title, lead = said(steps_finding(teller(replace(small, booked_to_achieved=found), "da")))
    assert title.startswith("Der mangler 52.500 kr. i gennemsnit")
    assert lead == "Tabt: forsinkelse (52.500)."


def with_both(*chances: float | None) -> Results:
    """Return as many investments with an indicator as there are chances of both."""
    pattern = BASE.investments[0]
    found = []
    for chance in chances:
        (quality,) = pattern.quality
        own = replace(quality, probability_both=(None, None, None, chance, None, None))
        found.append(replace(pattern, quality=(own,)))
    return replace(BASE, investments=tuple(found))


@pytest.mark.parametrize(
    ("results", "danish", "english"),
    [
        (
            with_both(0.22, 0.1),
            "Bedre og billigere i 2029? Snarere nej: 22 pct. for den bedste, Care at home",
            "Better and cheaper in 2029? Rather not: 22 % for the best, Care at home",
        ),
        (
            with_both(0.61),
            "Bliver Care at home både bedre og billigere i 2029? Snarere ja: 61 pct.",
            "Is Care at home both better and cheaper in 2029? Rather yes: 61 %",
        ),
        (
            with_both(0.0, 0.0),
            "Ingen case er både bedre og billigere i 2029 i noget forløb",
            "No investment is both better and cheaper in 2029 in any future",
        ),
        (
            with_both(None),
            "Ingen case med effektmål har indregnet en besparelse i 2029",
            "No investment with a service target has booked a saving for 2029",
        ),
    ],
)
def test_better_and_cheaper(results: Results, danish: str, english: str) -> None:
    assert_says(both_finding, results, danish, english)


def falling() -> Results:
    """Return results whose only indicator moves away from its target."""
    found = with_both(0.3).investments[0]
    (quality,) = found.quality
    value = tuple(replace(spread, mean=quality.baseline - 5) for spread in quality.value)
    own = replace(quality, value=value, probability_target=(0.0,) * 6)
    return replace(BASE, investments=(replace(found, quality=(own,)),))


def test_cheaper_and_worse_is_said_of_service_and_budget() -> None:
    assert_says(
        both_finding,
        falling(),
        "Billigere, men dårligere: servicen falder i 2029",
        "Cheaper, but worse: service falls in 2029",
    )
    sure = changed(falling().portfolio, probability_budget_holds_period=1.0)
    assert_says(
        verdict,
        replace(falling(), portfolio=sure),
        "Budgettet for 2026–2029 holder, men servicen falder",
        "The budget of 2026–2029 holds, but service falls",
    )
    assert_says(
        service_finding,
        falling(),
        "Service: Alone går fra 20 til 15 i 2029 i gennemsnit (mål 45).",
        "Service: Alone goes from 20 to 15 in 2029 on average (target 45).",
    )


def judged(holds: float, met: float | None, gap: float, *, last: float = 0.0) -> Results:
    """Return results whose hole comes from savings; the last year's level is off by `last`."""
    outcome = BASE.portfolio
    saving = outcome.measures["saving"]
    level = replace(saving[-1], mean=outcome.plan.booked[-1] + last, standard_error=1.0)
    errors = BASE.standard_errors
    assert errors is not None
    found = replace(
        BASE.booked_to_achieved,
        achieved=BASE.booked_to_achieved.booked - gap,
        outlay=0.0,
        disruption=0.0,
    )
    return replace(
        portfolio(
            probability_budget_holds_period=holds,
            probability_booked_met_period=met,
            gap_period=replace(outcome.gap_period, mean=gap, standard_error=1.0),
            measures={**outcome.measures, "saving": (*saving[:-1], level)},
        ),
        booked_to_achieved=found,
        standard_errors=changed(errors, probability_budget_holds_period=0.002),
    )


@pytest.mark.parametrize(
    ("results", "danish", "english"),
    [
        (
            judged(0.93, 0.9, -5e6),
            "Budgettet for 2026–2029 holder i 93 pct. af forløbene",
            "The budget of 2026–2029 holds in 93 % of the futures",
        ),
        (
            judged(0.88, 0.39, -5e6),
            "Budgettet for 2026–2029 holder, selv om ikke alt indfries",
            "The budget of 2026–2029 holds, although not all savings come",
        ),
        (
            judged(0.802, 0.9, -5e6),
            "Budgettet for 2026–2029 er på grænsen: det holder i 80 pct. af forløbene",
            "The budget of 2026–2029 is on the edge: it holds in 80 % of the futures",
        ),
        (
            judged(0.7, 0.9, -5e6),
            "Budgettet for 2026–2029 holder i 70 pct. af forløbene; ønsket er 80 pct.",
            "The budget of 2026–2029 holds in 70 % of futures; wanted is 80 %",
        ),
        (
            judged(0.19, 0.16, 53e6, last=5.0),
            (
                "Besparelserne kommer senere end budgetteret: 53 mio. kr. mangler i gennemsnit"
                ", alt medregnet"
            ),
            (
                "Savings come later than budgeted: DKK 53 million is missing on average, all "
                "counted in"
            ),
        ),
        (
            judged(0.19, 0.16, 53e6, last=-5.0),
            (
                "Besparelserne bliver mindre end indregnet: 53 mio. kr. mangler i gennemsnit"
                ", alt medregnet"
            ),
            "Savings are smaller than booked: DKK 53 million is missing on average, all counted in",
        ),
        (
            judged(0.19, 0.16, 53e6),
            "Der mangler 53 mio. kr. i gennemsnit i budgettet for 2026–2029",
            "DKK 53 million is missing on average in the budget of 2026–2029",
        ),
        (
            judged(1.0, None, -1.0),
            "Budgettet for 2026–2029 holder i alle forløb",
            "The budget of 2026–2029 holds in every future",
        ),
    ],
)
def test_the_verdict(results: Results, danish: str, english: str) -> None:
    assert_says(verdict, results, danish, english)


def test_dearer_outlay_is_named_where_it_makes_the_hole() -> None:
    results = judged(0.19, 0.5, 53e6)
    costs = replace(
        results.booked_to_achieved, achieved=results.booked_to_achieved.booked, outlay=-53e6
    )
    assert_says(
        verdict,
        replace(results, booked_to_achieved=costs),
        "Udgifterne bliver større end budgetteret: 53 mio. kr. mangler i gennemsnit, alt medregnet",
        "Costs exceed the budget: DKK 53 million is missing on average, all counted in",
    )


def test_each_way_out_has_its_price_and_certainty() -> None:
    ways = WaysOut(
        reserve=WayOut(booked=196e6, price=104e6, probability_budget_holds_period=0.8),
        book_less=WayOut(booked=92e6, price=104e6, probability_budget_holds_period=0.8),
        book_later=WayOut(booked=123e6, price=73e6, probability_budget_holds_period=0.63),
    )
    results = replace(judged(0.19, 0.16, 53e6), ways_out=ways)
    told_ = [
        (way.what.replace(NARROW_SPACE, " "), way.price.replace(NARROW_SPACE, " "), way.low)
        for way in ways_told(teller(results, "da"))
    ]
    assert told_ == [
        ("Sæt 104 mio. kr. i reserve", "holder i 80 pct. af forløbene", False),
        (
            "Indregn 92 i stedet for 196 mio. kr.",
            "104 mio. kr. mindre; holder i 80 pct.",
            False,
        ),
        ("Indregn alt et år senere", "73 mio. kr. mindre; holder i 63 pct.", True),
    ]
    assert ways_told(teller(judged(0.93, 0.9, -5e6), "da")) == []


def test_no_reserve_is_offered_for_years_that_are_over() -> None:
    results = judged(0.19, 0.16, 53e6)
    horizon = results.scenario.horizon
    last = horizon.years[horizon.period - 1]
    for year, over in ((last, False), (last + 1, True)):
        followup = Followup(as_of=dt.date(year, 8, 31))
        later = replace(results, scenario=replace(results.scenario, followup=followup))
        assert ("are over" in ways_finding(teller(later, "en")).title) is over
        assert (ways_told(teller(later, "en")) == []) is over


def with_areas(*gaps: float, unplaced: bool = False) -> Results:
    names = ("Children", "Elderly", "Finance")
    found = [
        replace(
            BASE.areas[0],
            name=None if unplaced and not number else names[number],
            outcome=changed(
                BASE.areas[0].outcome,
                gap_period=replace(BASE.portfolio.gap_period, mean=gap, standard_error=1.0),
            ),
        )
        for number, gap in enumerate(gaps)
    ]
    whole = replace(BASE.portfolio.gap_period, mean=sum(gaps))
    return replace(portfolio(gap_period=whole), areas=tuple(found))


@pytest.mark.parametrize(
    ("results", "danish"),
    [
        (with_areas(5e6, 3e6), "Children bærer 5 mio. kr. af det gennemsnitlige hul på 8 mio. kr."),
        (with_areas(5e6), "Children bærer hele det gennemsnitlige hul på 5 mio. kr."),
        (
            with_areas(5e6, -3e6),
            "Children mangler 5 mio. kr. i gennemsnit; andre udvalg har penge til overs",
        ),
        (with_areas(5.0, 5.5), "Children og Elderly mangler omtrent lige meget i gennemsnit"),
        (with_areas(-5e6), "Intet udvalg mangler penge i gennemsnit i 2026–2029"),
        (
            with_areas(5e6, unplaced=True),
            "5 mio. kr. af det gennemsnitlige hul er ikke placeret på noget udvalg",
        ),
    ],
)
def test_who_bears_the_hole(results: Results, danish: str) -> None:
    assert said(areas_finding(teller(results, "da")))[0] == danish


@pytest.mark.parametrize(
    ("probability", "danish", "english"),
    [
        (0.0, "ingen", "no"),
        (0.003, "færre end 1 ud af 100", "fewer than 1 in 100"),
        (0.02, "færre end 1 ud af 20", "fewer than 1 in 20"),
        (0.07, "knap 1 ud af 10", "almost 1 out of 10"),
        (0.1, "1 ud af 10", "1 out of 10"),
        (0.14, "godt 1 ud af 10", "more than 1 out of 10"),
        (0.6, "6 ud af 10", "6 out of 10"),
        (0.66, "knap 7 ud af 10", "almost 7 out of 10"),
        (0.94, "godt 9 ud af 10", "more than 9 out of 10"),
        (0.95, "mindst 19 ud af 20", "at least 19 out of 20"),
        (0.996, "mindst 99 ud af 100", "at least 99 out of 100"),
        (1.0, "alle", "all"),
    ],
)
def test_frequencies(probability: float, danish: str, english: str) -> None:
    assert (frequency(probability, "da"), frequency(probability, "en")) == (danish, english)


@pytest.mark.parametrize("thousandths", range(1001))
def test_a_frequency_never_overstates_nor_understates(thousandths: int) -> None:
    probability = thousandths / 1000
    words = frequency(probability, "en")
    if words in {"no", "all"}:
        assert probability == (words == "all")
        return
    count, whole = (int(word) for word in words.split() if word.isdigit())
    share = count / whole
    if words.startswith(("more than", "at least")):
        assert share <= probability
    elif words.startswith(("almost", "fewer than")):
        assert share > probability
    else:
        assert share == pytest.approx(probability, abs=0.0051)


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_probability_but_certainty_is_written_as_such(language: Language) -> None:
    for ten_thousandths in range(1, 10_000):
        text = percent(ten_thousandths / 10_000, language).split(NARROW_SPACE)[0]
        assert text not in {"0", "100"}


def test_amounts_read_at_a_glance_and_units_that_suit() -> None:
    written = [
        told(value, "DKK", "da").replace(NARROW_SPACE, " ")
        for value in (0, 450, 9_996, 45_230, 999_600, 1_234_567, 99_960_000, 1.234e9, -2.5e6)
    ]
    assert written == [
        "0 kr.",
        "450 kr.",
        "10.000 kr.",
        "45.200 kr.",
        "1 mio. kr.",
        "1,23 mio. kr.",
        "100 mio. kr.",
        "1.234 mio. kr.",
        "−2,5 mio. kr.",
    ]
    units = [unit_of(size, "DKK", "en") for size in (0, 9_999, 10_000, 1e6, 2e9, 2e10)]
    assert [unit for unit, _ in units] == [1, 1, 1e3, 1e6, 1e6, 1e9]


@pytest.mark.parametrize(
    ("largest", "in_chart", "in_table"),
    [
        (0.0, "0", "0"),
        (9_999.0, "9,999", "9,999"),
        (10_000.0, "10.0", "10,000"),
        (99_999.0, "100.0", "99,999"),
        (100_000.0, "100", "100"),
        (999_999.0, "1,000", "1,000"),
        (1_000_000.0, "1.00", "1,000"),
        (9_990_000.0, "9.99", "9,990"),
        (10_000_000.0, "10.0", "10.0"),
        (100_000_000.0, "100", "100.0"),
    ],
)
def test_the_largest_amount_of_a_chart_or_table_decides_unit_and_decimals(
    largest: float, in_chart: str, in_table: str
) -> None:
    for sizes in ((largest,), (-largest, largest / 1_000, 0.0)):
        assert fitting_scale(sizes, "DKK", "en").write(largest) == in_chart
        assert table_scale(sizes, "DKK", "en").write(largest) == in_table
    assert fitting_scale((), "DKK", "en").write(0.0) == "0"


@pytest.mark.parametrize(
    ("amount", "tick"),
    [
        (0.0, "0"),
        (2e6, "2"),
        (2.5e6, "2.5"),
        (0.25e6, "0.25"),
        (0.125e6, "0.125"),
        (1_250, "0.0013"),
    ],
)
def test_a_round_amount_of_an_axis_has_the_decimals_that_it_needs(amount: float, tick: str) -> None:
    assert fitting_scale((3e6,), "DKK", "en").tick(amount) == tick


def test_a_period_of_one_year_is_one_year() -> None:
    one = simulate(a_scenario(horizon=1, trials=5)).results()
    assert teller(one, "da").period == "2026"
    assert said(gap_finding(teller(one, "en")))[0].startswith("The budget of 2026 ")


def test_long_names_are_cut_at_their_colon_or_at_a_word() -> None:
    assert short("Livskvalitet: rehabilitering") == "Livskvalitet"
    assert short("a" * 60) == "a" * 48 + "…"
    assert short("word " * 20) == "word " * 8 + "word…"
    assert short(": only a colon") == ": only a colon"


def test_long_names_that_begin_alike_are_told_by_their_ends() -> None:
    long = "Sammenhængende velfærdsressourcer og rehabilitering på tværs af"
    given = [f"{long} Nord", f"{long} Syd", "Kort", f"{long[:50]}"]
    names = [name.replace(NARROW_SPACE, " ") for name in told_apart(given)]
    assert names == ["Sammenhængende… Nord", "Sammenhængende… Syd", "Kort", names[3]]
    assert len(set(names)) == 4


def test_both_investments_of_the_town_are_told_by_name() -> None:
    names = {teller(BASE, "en").name(found.id) for found in BASE.investments}
    assert names == {care().name, desk().name}


def test_names_that_are_alike_up_to_their_colon_are_told_in_full() -> None:
    alike = tuple(
        replace(item, name=f"Care: {part}")
        for item, part in zip(BASE.scenario.investments, ("home", "desk"), strict=True)
    )
    own = teller(replace(BASE, scenario=replace(BASE.scenario, investments=alike)), "en")
    assert [own.name(item.id) for item in alike] == ["Care: home", "Care: desk"]
