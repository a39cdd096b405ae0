"""No sentence of a comparison contradicts a figure of it, or another sentence.

As for one scenario, each sentence carries its claim; here it is held to the comparison whenever
it is said, and the figures in it are looked up again in another way.
"""

import re
from functools import cache
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import NIGHTLY, examples
from golden import SCENARIOS
from innobudget.domain.comparison import ComparisonResults, Standing
from innobudget.domain.scenario import Language, Scenario
from innobudget.domain.succession import in_turn
from innobudget.engine.comparison import compare
from innobudget.io.scenarios import load_scenario
from innobudget.report.comparison.charts import build_charts
from innobudget.report.comparison.findings import Findings
from innobudget.report.comparison.terminal import comparison_summary
from innobudget.report.comparison.then_and_now import chart_findings, findings_of
from innobudget.report.findings.saying import Finding
from innobudget.report.words import comparison as words
from innobudget.report.words.numbers import NARROW_SPACE, percent
from strategies import scenarios

LANGUAGES: tuple[Language, ...] = ("da", "en")
ALIKE = {words.BUDGET_HOLDS_ALIKE, words.BUDGET_HOLDS_EQUALLY}
UNLIKE = {words.BUDGET_HOLDS_BEST, words.SAME_CASES}
NOTHING = {words.NO_OUTLAY, words.NONE_SAFE}
EVEN = {words.SAME}
AHEAD = {
    words.MOST,
    words.MOST_TIED,
    words.MORE_OFTEN,
    words.MORE_OFTEN_OF_MANY,
    words.EACH_MORE_OFTEN,
    words.BUT_LESS_OFTEN,
}
UNRANKED = {words.WORTH_NOT_RANKED}
WORTH_EVEN = {words.WORTH_SAME}
WORTH_AHEAD = {
    words.WORTH_MOST,
    words.WORTH_TIED,
    words.WORTH_MORE,
    words.WORTH_MORE_OF_MANY,
    words.EACH_WORTH_MORE,
}
NEVER_BOTH = (
    (ALIKE, UNLIKE),
    (NOTHING, EVEN | AHEAD | {words.MOST_ALONE}),
    (EVEN, AHEAD),
    (UNRANKED, WORTH_EVEN | WORTH_AHEAD | {words.WORTH_NOTHING}),
    (WORTH_EVEN, WORTH_AHEAD),
    ({words.ORDER_SURE}, {words.ORDER_UNSURE, words.ORDER_OF_ONE_TRIAL}),
    ({words.MORE_OFTEN, words.MORE_OFTEN_OF_MANY, words.EACH_MORE_OFTEN}, {words.BUT_LESS_OFTEN}),
)
"""What is not said of one comparison."""


def told(found: ComparisonResults, language: Language) -> Findings:
    return findings_of(found, language, lambda item: item.id)


def all_findings(findings: Findings) -> dict[str, Finding]:
    return {
        "decision": findings.decision(),
        "per krone": findings.most_per_krone(),
        "worth": findings.worth(),
        "bookings": findings.bookings(),
    }


def holds_true(found: ComparisonResults) -> None:
    """Hold every sentence to the comparison, and to every other sentence."""
    for language in LANGUAGES:
        own = all_findings(told(found, language))
        phrases = set()
        for name, finding in own.items():
            for text in finding[:2]:
                assert not re.search(r"None|[{}]|\.\.|  |: *$|\(\)", text), (name, text)
            for saying in finding.said:
                assert saying.claim(found), (name, saying.phrase)
                phrases.add(saying.phrase)
        for some, others in NEVER_BOTH:
            assert not (phrases & some and phrases & others), phrases & (some | others)
        named_best_holds_best(found, own["decision"], language)
        falling_service_is_told(found, own, language)
        kroner_are_ranked_within_one_budget(found, language)


def named_best_holds_best(found: ComparisonResults, finding: Finding, language: Language) -> None:
    chances = [item.estimates.probability_budget_holds.value for item in found.standings]
    if finding.said[0].phrase == words.BUDGET_HOLDS_BEST and 0 < max(chances) < 1:
        assert percent(max(chances), language) in finding.title
    if finding.said[0].phrase == words.BUDGET_HOLDS_EQUALLY:
        assert len(set(chances)) == 1


def falls(standing: Standing) -> bool:
    return bool(standing.service) and max(standing.service) <= -0.005


def falling_service_is_told(
    found: ComparisonResults, own: dict[str, Finding], language: Language
) -> None:
    """Whichever scenario a title puts first by its id, it says where its service falls."""
    falling = [item for item in found.standings if falls(item)]
    table = comparison_summary(found, language).splitlines()[-1]
    assert len(re.findall("falls|falder", table)) >= len(falling)
    holds = max(found.standings, key=lambda item: item.estimates.probability_budget_holds.value)
    if holds in falling:
        assert re.search("service falls|servicen falder", own["decision"].title)
    if found.ranking and found.ranking[0] in falling:
        ratio = found.ranking[0].estimates.safe_saving_per_krone
        if ratio is not None and ratio.value > 0:
            assert re.search("service falls|servicen falder", own["per krone"].title)


def kroner_are_ranked_within_one_budget(found: ComparisonResults, language: Language) -> None:
    first, *others = found.scenarios
    if all(other.budget == first.budget for other in others):
        return
    stems = [chart.stem for chart in build_charts(chart_findings(found, language))]
    assert "paired-differences" not in stems
    answers = comparison_summary(found, language).split("\n\n")[1]
    assert not re.search("NPV|nettonutidsværdi|worth most|mest værd", answers)


@settings(max_examples=examples(15))
@given(st.lists(scenarios(at_most=2), min_size=2, max_size=3))
def test_no_sentence_of_random_scenarios_compared_contradicts_their_figures(
    compared: list[Scenario],
) -> None:
    holds_true(compare(compared))


@settings(max_examples=examples(8))
@given(scenarios(at_most=2), st.integers(1, 30))
def test_a_scenario_beside_itself_and_few_futures_have_sentences_that_hold_too(
    scenario: Scenario, trials: int
) -> None:
    holds_true(compare([scenario, scenario], trials=trials))


LOADED = [load_scenario(path) for path in sorted(SCENARIOS.glob("*.toml"))]
COMPARABLE = [one for one in LOADED if one.horizon == LOADED[0].horizon and one.followup is None]
"""Those that `innobudget compare` can set beside each other."""
PAIRS = [*(combinations(COMPARABLE, 2) if NIGHTLY else pairwise(COMPARABLE))]
"""By day each beside the next."""
GALLERY = ("odense", "odense-careful", "plain-cuts")


def stem(scenario: Scenario) -> str:
    return scenario.source.rpartition("/")[2].removesuffix(".toml")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: " and ".join(map(stem, pair)))
def test_no_sentence_of_two_shipped_scenarios_contradicts_their_figures(
    pair: tuple[Scenario, Scenario],
) -> None:
    holds_true(compare(pair, trials=1_000))


@cache
def of_the_gallery() -> ComparisonResults:
    return compare([one for one in COMPARABLE if stem(one) in GALLERY], trials=5_000)


def test_no_sentence_of_the_gallery_contradicts_its_figures() -> None:
    holds_true(of_the_gallery())


def test_no_sentence_of_six_municipalities_contradicts_their_figures() -> None:
    holds_true(compare([one for one in COMPARABLE if stem(one) not in GALLERY], trials=2_000))


def test_titles_of_comparisons_are_short() -> None:
    findings = chart_findings(of_the_gallery(), "da")
    for chart in build_charts(findings):
        title = chart.finding.title.replace(NARROW_SPACE, " ")
        for item in findings.comparison.standings:
            title = title.replace(findings.called(item), "Navn")
        assert len(title.split()) <= 15, title


CHOSEN = {*UNLIKE, *AHEAD, *WORTH_AHEAD, words.HOLD, words.HOLD_TIED, words.ORDER_SURE}
"""What is said of a choice only."""


def then_and_now() -> ComparisonResults:
    adopted, followup = (
        load_scenario(SCENARIOS / f"{name}.toml") for name in ("odense", "odense-followup")
    )
    return compare([followup, adopted], trials=1_000)


def test_an_adopted_budget_and_its_follow_up_are_then_and_now_and_no_choice() -> None:
    found = then_and_now()
    assert found.turns == ("odense", "odense-followup")
    holds_true(found)
    own = all_findings(told(found, "en"))
    assert not CHOSEN & {saying.phrase for finding in own.values() for saying in finding.said}
    now, then = found.standings
    chances = [percent(item.estimates.probability_budget_holds.value, "en") for item in (then, now)]
    assert own["decision"].title == (
        "Then and now: the probability that the budget of 2025–2028 holds was {} (odense), and is "
        "{} (odense-followup)".format(*chances)
    )
    assert re.search("lower now in .* of the futures", own["worth"].lead)
    for language in LANGUAGES:
        text = comparison_summary(found, language)
        assert not re.search("best|bedst|most|mest|saves more|sparer mere", text.split("\n", 3)[3])
    decision, _, worth = build_charts(told(found, "en"))
    assert [row[2] for row in decision.table.rows][1] == words.DASH
    assert [row[0] for row in worth.table.rows] == ["odense"]


def test_charts_show_what_was_known_first_on_top_and_what_is_now_against_it() -> None:
    _, safe, worth = build_charts(chart_findings(then_and_now(), "en"))
    assert [row[0].split(",")[-1].strip()[:8] for row in safe.table.rows] == [
        "illustra",
        "2. budge",
    ]
    assert worth.table.headings[-1].replace("\n", " ") == "worth more now in"


def test_what_is_no_same_budget_at_two_times_stays_a_choice() -> None:
    careful = load_scenario(SCENARIOS / "odense-careful.toml")
    followup = load_scenario(SCENARIOS / "odense-followup.toml")
    assert in_turn([careful, followup]) == ()
    assert in_turn([followup, followup]) == ()
    assert in_turn([careful, careful]) == ()
