"""Findings: what the figures say decides the sentence, in both languages, never overstated."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from conftest import a_scenario
from innobudget.domain.figures import Figures
from innobudget.domain.influence import Influence, Sensitivity, Tornado, VarianceShares
from innobudget.domain.results import BookedToAchieved, Payback, Results
from innobudget.domain.scenario import Language
from innobudget.engine.simulation import simulate
from innobudget.report.findings.budget import booked_finding, choice_finding, gap_finding
from innobudget.report.findings.cases import advise, both_finding, cases_finding
from innobudget.report.findings.causes import driver_finding, driver_name, steps_finding
from innobudget.report.findings.payback import message, payback_finding
from innobudget.report.findings.teller import Finding, Teller, short
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


def assert_says(function: Any, results: Results, danish: str, english: str) -> None:  # noqa: ANN401
    assert said(function(teller(results, "da")))[0] == danish
    assert said(function(teller(results, "en")))[0] == english


@pytest.mark.parametrize(
    ("met", "danish", "english"),
    [
        (
            1.0,
            "De indregnede besparelser i 2026–2029 indfries fuldt ud i alle simulerede forløb",
            "The booked savings of 2026–2029 come in full in every simulated future",
        ),
        (
            0.996,
            (
                "De indregnede besparelser i 2026–2029 holder: >99 pct. sandsynlighed for fuld "
                "indfrielse"
            ),
            "The booked savings of 2026–2029 hold: >99 % probability that they come in full",
        ),
        (
            0.8,
            (
                "De indregnede besparelser i 2026–2029 holder: 80 pct. sandsynlighed for fuld "
                "indfrielse"
            ),
            "The booked savings of 2026–2029 hold: 80 % probability that they come in full",
        ),
        (
            0.7996,
            (
                "De indregnede besparelser i 2026–2029 er ikke sikre: 79,96 pct. sandsynlighed for "
                "fuld indfrielse"
            ),
            (
                "The booked savings of 2026–2029 are not safe: 79.96 % probability that they "
                "come in "
                "full"
            ),
        ),
        (
            0.63,
            (
                "De indregnede besparelser i 2026–2029 er ikke sikre: 63 pct. sandsynlighed for "
                "fuld "
                "indfrielse"
            ),
            "The booked savings of 2026–2029 are not safe: 63 % probability that they come in full",
        ),
        (
            0.14,
            (
                "De indregnede besparelser i 2026–2029 holder næppe: kun 14 pct. sandsynlighed for "
                "fuld indfrielse"
            ),
            (
                "The booked savings of 2026–2029 are unlikely to hold: only 14 % probability "
                "that they "
                "come in full"
            ),
        ),
        (
            0.003,
            (
                "De indregnede besparelser i 2026–2029 holder næppe: kun <1 pct. sandsynlighed for "
                "fuld indfrielse"
            ),
            (
                "The booked savings of 2026–2029 are unlikely to hold: only <1 % probability "
                "that they "
                "come in full"
            ),
        ),
        (
            0.0,
            "De indregnede besparelser i 2026–2029 indfries ikke fuldt ud i noget simuleret forløb",
            "The booked savings of 2026–2029 do not come in full in any simulated future",
        ),
        (
            None,
            "Der er ikke indregnet besparelser i 2026–2029",
            "No savings are booked in 2026–2029",
        ),
    ],
)
def test_booked_savings(met: float | None, danish: str, english: str) -> None:
    assert_says(booked_finding, portfolio(probability_booked_met_period=met), danish, english)


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
            (
                "Budgettet for 2026–2029 kræver en reserve på 107 mio. kr. for at holde med 80 "
                "pct. "
                "sikkerhed"
            ),
            (
                "The budget of 2026–2029 needs a reserve of DKK 107 million to hold with 80 % "
                "confidence"
            ),
        ),
        (
            0.0,
            0.93,
            "Budgettet for 2026–2029 holder uden reserve: 93 pct. sandsynlighed",
            "The budget of 2026–2029 holds without a reserve: 93 % probability",
        ),
        (
            0.0,
            1.0,
            "Budgettet for 2026–2029 holder uden reserve i alle simulerede forløb",
            "The budget of 2026–2029 holds without a reserve in every simulated future",
        ),
    ],
)
def test_reserve(reserve: float, holds: float, danish: str, english: str) -> None:
    results = portfolio(reserve_period=reserve, probability_budget_holds_period=holds)
    assert_says(gap_finding, results, danish, english)


def test_the_mean_below_the_reserve_is_missing_or_left_over() -> None:
    gap = BASE.portfolio.gap_period
    for mean, lead in (
        (56e6, "Uden reserve mangler der penge i godt 8 ud af 10 forløb; gennemsnittet er 56 "),
        (-3e6, "Uden reserve mangler der penge i godt 8 ud af 10 forløb, selv om 3 mio. kr. er "),
    ):
        results = portfolio(
            reserve_period=1e6,
            probability_budget_holds_period=0.17,
            gap_period=replace(gap, mean=mean),
        )
        assert said(gap_finding(teller(results, "da")))[1].startswith(lead)


def paid(years: dict[int, float], never: float, *percentiles: int | None) -> Payback:
    p10, p50, p90 = percentiles
    return Payback(years=years, never=never, p10=p10, p50=p50, p90=p90)


@pytest.mark.parametrize(
    ("payback", "danish", "english"),
    [
        (
            paid({2028: 1.0}, 0.0, 2028, 2028, 2028),
            "Pengene er tjent hjem i 2028 i alle simulerede forløb",
            "The money is back in 2028 in every simulated future",
        ),
        (
            paid({2027: 0.05, 2028: 0.93}, 0.02, 2028, 2028, 2028),
            "Pengene er tjent hjem i 2028 i godt 9 ud af 10 forløb",
            "The money is back in 2028 in more than 9 out of 10 futures",
        ),
        (
            paid({2027: 0.1, 2028: 0.5, 2029: 0.3}, 0.1, 2027, 2028, 2029),
            "Pengene er tjent hjem i 2028; i 9 ud af 10 forløb mellem 2027 og 2029",
            "The money is back in 2028; in 9 out of 10 futures between 2027 and 2029",
        ),
        (
            paid({2027: 0.1, 2029: 0.6}, 0.3, 2027, 2029, None),
            "Pengene er tjent hjem i 2029, men i 3 ud af 10 forløb ikke inden udgangen af 2031",
            "The money is back in 2029, but in 3 out of 10 futures not by the end of 2031",
        ),
        (
            paid({2029: 0.4}, 0.6, 2029, None, None),
            (
                "Det er usikkert, om pengene er tjent hjem ved udgangen af 2031: 60 pct. "
                "sandsynlighed for, at de ikke er det"
            ),
            (
                "It is uncertain whether the money is back by the end of 2031: 60 % probability "
                "that it is not"
            ),
        ),
        (
            paid({2029: 0.3}, 0.7, 2029, None, None),
            (
                "Pengene er næppe tjent hjem ved udgangen af 2031: 70 pct. sandsynlighed for, at "
                "de "
                "ikke er det"
            ),
            "The money is unlikely to be back by the end of 2031: 70 % probability that it is not",
        ),
        (
            paid({}, 1.0, None, None, None),
            "Pengene er ikke tjent hjem ved udgangen af 2031 i noget simuleret forløb",
            "The money is not back by the end of 2031 in any simulated future",
        ),
    ],
)
def test_payback(payback: Payback, danish: str, english: str) -> None:
    assert_says(payback_finding, portfolio(payback=payback), danish, english)


@pytest.mark.parametrize(
    ("share", "danish", "english"),
    [
        (
            0.3549,
            (
                "Indregn højst 35 pct. af de forudsatte besparelser, så holder budgettet for "
                "2026–2029 "
                "med 80 pct. sikkerhed"
            ),
            (
                "Book at most 35 % of the planned savings, and the budget of 2026–2029 holds with "
                "80 % confidence"
            ),
        ),
        (
            0.3599,
            (
                "Indregn højst 35 pct. af de forudsatte besparelser, så holder budgettet for "
                "2026–2029 "
                "med 80 pct. sikkerhed"
            ),
            (
                "Book at most 35 % of the planned savings, and the budget of 2026–2029 holds with "
                "80 % confidence"
            ),
        ),
        (
            0.004,
            (
                "Under 1 pct. af de forudsatte besparelser kan indregnes, hvis budgettet for "
                "2026–2029 "
                "skal holde med 80 pct. sikkerhed"
            ),
            (
                "Less than 1 % of the planned savings can be booked if the budget of 2026–2029 "
                "is to "
                "hold with 80 % confidence"
            ),
        ),
        (
            None,
            "Der er ingen forudsatte besparelser i 2026–2029 at indregne",
            "No savings are planned in 2026–2029 that could be booked",
        ),
    ],
)
def test_booking_choice(share: float | None, danish: str, english: str) -> None:
    assert_says(choice_finding, replace(BASE, safe_booking_share=share), danish, english)


def test_a_share_above_all_or_below_nothing_says_what_then_holds() -> None:
    choices = tuple(
        changed(choice, probability_budget_holds_period={0.0: 0.13, 1.0: 0.91}.get(choice.share, 0))
        for choice in BASE.booking_choice
    )
    results = replace(BASE, booking_choice=choices)
    assert_says(
        choice_finding,
        replace(results, safe_booking_share=1.2),
        "Alle forudsatte besparelser kan indregnes: så holder budgettet for 2026–2029 med "
        "91 pct. sandsynlighed",
        "All planned savings can be booked: the budget of 2026–2029 then holds with 91 % "
        "probability",
    )
    assert_says(
        choice_finding,
        replace(results, safe_booking_share=-0.4),
        "Ingen indregning er sikker: selv uden indregnede besparelser er der kun 13 pct. "
        "sandsynlighed for, at budgettet for 2026–2029 holder",
        "No booking is safe: even without booked savings there is only 13 % probability that the "
        "budget of 2026–2029 holds",
    )


def with_case(number: int, *, hole: float | None, **changes: Any) -> Results:  # noqa: ANN401
    found = [replace(item, gap_when_hole=0.0) for item in BASE.investments]
    own = changed(found[number].outcome, **changes)
    found[number] = replace(found[number], gap_when_hole=hole, outcome=own)
    return replace(BASE, investments=tuple(found))


def booked(number: int, amount: float) -> dict[str, Any]:
    plan = BASE.investments[number].outcome.plan
    return {"plan": replace(plan, booked=(0.0, amount, amount, amount, amount, amount))}


def fulfilled(*means: float | None) -> dict[str, Any]:
    fulfilment = BASE.investments[0].outcome.fulfilment
    return {"fulfilment": changed(fulfilment, mean=(*means, None, None))}


def safe(amount: float) -> dict[str, Any]:
    return {"safe_booking": changed(BASE.investments[0].outcome.safe_booking, amount=(amount,) * 6)}


@pytest.mark.parametrize(
    ("results", "danish", "english"),
    [
        (
            with_case(
                0, hole=5e6, **booked(0, 45e6), **fulfilled(None, 0.2, 0.5, 0.7), **safe(24e6)
            ),
            (
                "Indregn Care at home lavere: 45 mio. kr. er indregnet i 2029, 24 mio. kr. er 80 "
                "pct. "
                "sikkert"
            ),
            (
                "Book Care at home lower: DKK 45 million is booked in 2029, DKK 24 million is 80 % "
                "safe"
            ),
        ),
        (
            with_case(
                0, hole=5e6, **booked(0, 45e6), **fulfilled(None, 0.2, 0.5, 0.7), **safe(-1.0)
            ),
            (
                "Indregn ikke Care at home endnu: 45 mio. kr. er indregnet i 2029, intet er 80 "
                "pct. "
                "sikkert"
            ),
            (
                "Book nothing of Care at home yet: DKK 45 million is booked in 2029, nothing is "
                "80 % "
                "safe"
            ),
        ),
        (
            with_case(0, hole=5e6, **fulfilled(None, 0.3, 0.8, 0.959)),
            "Indregn Care at home senere: 30 pct. af det indregnede opnås i 2027, 95 pct. i 2029",
            "Book Care at home later: 30 % of its booking is realised in 2027, 95 % in 2029",
        ),
        (
            with_case(1, hole=5e6, **fulfilled(None, None, None, None)),
            "One desk giver det største hul: udgifterne bliver større end planlagt",
            "One desk leaves the largest hole: its outlay and disruption exceed the plan",
        ),
        (
            with_case(0, hole=None),
            "Ingen case giver hul i budgettet for 2026–2029",
            "No investment leaves a hole in the budget of 2026–2029",
        ),
    ],
)
def test_which_case_to_book_less_or_later(results: Results, danish: str, english: str) -> None:
    assert_says(cases_finding, results, danish, english)


def test_nobody_is_advised_against_where_there_is_no_hole() -> None:
    assert advise(with_case(0, hole=None)) is None
    assert advise(with_case(0, hole=-4.0)) is None


def moved(quantity: str, low: float, high: float) -> Results:
    shares = VarianceShares(npv=0.1, budget_gap=0.46, budget_gap_by_year=(0.1,) * 6)
    tornado = Tornado(npv=(0.0, 0.0), budget_gap=(low, high))
    item = Influence(
        quantity=quantity, share_of_variance=shares, standard_error=shares, tornado=tornado
    )
    found = Sensitivity(influences=(item,), interactions=shares, interactions_error=shares)
    return replace(BASE, sensitivity=found)


@pytest.mark.parametrize(
    ("results", "danish", "english"),
    [
        (
            moved("care.success.2", 112e6, 45.8e6),
            (
                "Om Care at home kommer videre fra All, betyder mest: 45,8 mio. kr. mangler, når "
                "det "
                "går godt, 112 mio. kr., når det går skidt"
            ),
            (
                "Whether Care at home passes All matters most: DKK 45.8 million is missing when it "
                "goes well, DKK 112 million when it goes badly"
            ),
        ),
        (
            moved("driver.hiring", -2e6, 7e6),
            (
                "Hiring betyder mest: 2 mio. kr. er til overs, når det går godt, 7 mio. kr. "
                "mangler, "
                "når det går skidt"
            ),
            (
                "Hiring matters most: DKK 2 million is left over when it goes well, DKK 7 "
                "million is "
                "missing when it goes badly"
            ),
        ),
        (
            moved("correlation.benefit.Digital", -9e6, -1e6),
            (
                "Fælles for Digital: effektens størrelse betyder mest: 9 mio. kr. er til overs, "
                "når "
                "det går godt, kun 1 mio. kr., når det går skidt"
            ),
            (
                "Common to Digital: size of the effect matters most: DKK 9 million is left over "
                "when "
                "it goes well, only DKK 1 million when it goes badly"
            ),
        ),
    ],
)
def test_what_matters_most(results: Results, danish: str, english: str) -> None:
    assert_says(driver_finding, results, danish, english)
    assert said(driver_finding(teller(results, "en")))[1] == (
        "By itself it explains 46 % of the uncertainty about the budget of 2026–2029."
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
    whole = {"booked": 200e6, "achieved": 140e6, "after_costs": 143e6, "unbooked": 0.0}
    parts = {"failure": -40e6, "benefit": -15e6, "delay": -5e6, "outlay": 3e6, "disruption": 0.0}
    return replace(BASE, booked_to_achieved=BookedToAchieved(**{**whole, **parts, **changes}))


@pytest.mark.parametrize(
    ("results", "danish", "english"),
    [
        (
            steps(),
            (
                "143 mio. kr. er tilbage af 200 mio. kr. indregnet: mest går tabt ved stop og "
                "fejlslag, 40 mio. kr."
            ),
            (
                "DKK 143 million is left of DKK 200 million booked: most is lost to stopped and "
                "failed investments, DKK 40 million"
            ),
        ),
        (
            steps(delay=-90e6, after_costs=-7e6),
            (
                "Af 200 mio. kr. indregnet er intet tilbage, 7 mio. kr. mangler: mest går tabt ved "
                "forsinkelse, 90 mio. kr."
            ),
            (
                "Of DKK 200 million booked nothing is left, DKK 7 million is missing: most is "
                "lost to "
                "delay, DKK 90 million"
            ),
        ),
        (
            steps(after_costs=250e6),
            (
                "250 mio. kr. er tilbage, mere end de 200 mio. kr. indregnet, selv om 40 mio. "
                "kr. går "
                "tabt ved stop og fejlslag"
            ),
            (
                "DKK 250 million is left, more than the DKK 200 million booked, although DKK 40 "
                "million is lost to stopped and failed investments"
            ),
        ),
        (
            steps(failure=0.0, benefit=0.0, delay=0.0, after_costs=200e6),
            "Intet går tabt undervejs: 200 mio. kr. er tilbage af 200 mio. kr. indregnet",
            "Nothing is lost on the way: DKK 200 million is left of DKK 200 million booked",
        ),
        (
            steps(booked=0.0, after_costs=-1e6),
            (
                "Der er ikke indregnet nogen nettobesparelse; i gennemsnit bliver det −1 mio. kr., "
                "udgifter medregnet"
            ),
            "No net saving is booked; on average it comes to DKK −1 million, costs included",
        ),
    ],
)
def test_where_it_is_lost(results: Results, danish: str, english: str) -> None:
    assert_says(steps_finding, results, danish, english)


def test_the_next_causes_follow_in_order() -> None:
    assert said(steps_finding(teller(steps(), "da")))[1] == (
        "Yderligere 15 mio. kr. går tabt ved mindre effekt og 5 mio. kr. ved forsinkelse."
    )
    assert said(steps_finding(teller(steps(delay=0.0), "en")))[1] == (
        "A further DKK 15 million is lost to smaller effect."
    )


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
            "Bedre og billigere på én gang er usandsynligt i 2029: 22 pct. for den bedste case",
            "Better and cheaper at once is unlikely in 2029: 22 % for the best investment",
        ),
        (
            with_both(0.61, 0.1, None),
            "1 af 3 cases bliver snarest både bedre og billigere i 2029",
            "1 of 3 investments is more likely than not both better and cheaper in 2029",
        ),
        (
            with_both(0.61, 0.7, 0.1),
            "2 af 3 cases bliver snarest både bedre og billigere i 2029",
            "2 of 3 investments are more likely than not both better and cheaper in 2029",
        ),
        (
            with_both(0.61, 0.7),
            "Alle 2 cases bliver snarest både bedre og billigere i 2029",
            "All 2 investments are more likely than not both better and cheaper in 2029",
        ),
        (
            with_both(0.61),
            "Care at home bliver snarest både bedre og billigere i 2029: 61 pct. sandsynlighed",
            (
                "Care at home is more likely than not both better and cheaper in 2029: 61 % "
                "probability"
            ),
        ),
        (
            with_both(0.3),
            "Care at home bliver næppe både bedre og billigere i 2029: 30 pct. sandsynlighed",
            "Care at home is unlikely to be both better and cheaper in 2029: 30 % probability",
        ),
        (
            with_both(0.0, 0.0),
            "Ingen case er både bedre og billigere i 2029 i noget simuleret forløb",
            "No investment is both better and cheaper in 2029 in any simulated future",
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


@pytest.mark.parametrize(
    ("met", "never", "danish", "english"),
    [
        (
            0.9,
            0.1,
            (
                "De indregnede besparelser holder, og pengene kommer hjem: 90 pct. sandsynlighed "
                "for besparelserne, tjent hjem i 2028"
            ),
            (
                "The booked savings hold and the money comes back: 90 % probability of the "
                "savings, back in 2028"
            ),
        ),
        (
            0.14,
            0.1,
            (
                "Pengene kommer hjem, men ikke så hurtigt som budgetteret: kun 14 pct. "
                "sandsynlighed for de indregnede besparelser"
            ),
            (
                "The money comes back, but not as fast as budgeted: only 14 % probability of the "
                "booked savings"
            ),
        ),
        (
            0.63,
            0.1,
            (
                "Pengene kommer hjem, men de indregnede besparelser er ikke sikre: 63 pct. "
                "sandsynlighed for fuld indfrielse"
            ),
            (
                "The money comes back, but the booked savings are not safe: 63 % probability that "
                "they come in full"
            ),
        ),
        (
            0.9,
            0.3,
            (
                "De indregnede besparelser holder, men investeringen er usikker: 90 pct. "
                "sandsynlighed for besparelserne, pengene er ikke sikkert hjemme i 2031"
            ),
            (
                "The booked savings hold, but the investment may not pay: 90 % probability of the "
                "savings, the money is not safely back by 2031"
            ),
        ),
        (
            0.0,
            0.3,
            (
                "Hverken de indregnede besparelser eller tilbagebetalingen er sikker: ingen "
                "sandsynlighed for besparelserne, pengene er ikke sikkert hjemme i 2031"
            ),
            (
                "Neither the booked savings nor the payback is safe: no probability of the "
                "savings, the money is not safely back by 2031"
            ),
        ),
        (
            None,
            0.1,
            "Ingen besparelse er indregnet, og pengene er tjent hjem i 2028",
            "No saving is booked, and the money comes back in 2028",
        ),
        (
            None,
            0.3,
            "Ingen besparelse er indregnet, og pengene er ikke sikkert hjemme i 2031",
            "No saving is booked, and the money is not safely back by 2031",
        ),
    ],
)
def test_the_message(met: float | None, never: float, danish: str, english: str) -> None:
    payback = paid({2028: 1 - never}, never, 2028, 2028, 2028 if never <= 0.1 else None)
    results = portfolio(probability_booked_met_period=met, payback=payback)
    assert_says(message, results, danish, english)


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
        "1,23 mia. kr.",
        "−2,5 mio. kr.",
    ]
    units = [unit_of(size, "DKK", "en") for size in (0, 9_999, 10_000, 1e6, 2e9, 2e10)]
    assert [unit for unit, _ in units] == [1, 1, 1e3, 1e6, 1e6, 1e9]


def test_a_period_of_one_year_is_one_year() -> None:
    one = simulate(a_scenario(horizon=1, trials=5)).results()
    assert teller(one, "da").period == "2026"
    assert said(gap_finding(teller(one, "en")))[0].startswith("The budget of 2026 ")


def test_long_names_are_cut_at_their_colon_or_at_a_word() -> None:
    assert short("Livskvalitet: rehabilitering") == "Livskvalitet"
    assert short("a" * 60) == "a" * 48 + "…"
    assert short("word " * 20) == "word " * 8 + "word…"
    assert short(": only a colon") == ": only a colon"


def test_both_investments_of_the_town_are_told_by_name() -> None:
    names = {teller(BASE, "en").name(found.id) for found in BASE.investments}
    assert names == {care().name, desk().name}
