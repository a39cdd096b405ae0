"""The value at which a target is just met, as a director is told it."""

from collections.abc import Mapping

from innobudget.domain.scenario import Language, Scenario
from innobudget.engine.break_even import BreakEven, Crossing, Target
from innobudget.messages import Text, say
from innobudget.report.layout_text import plain
from innobudget.report.voice import span
from innobudget.report.words.numbers import number, percent

TARGETS: Mapping[Target, Text] = {
    "budget holds": say(
        "the budget of {period} holds with {confidence} probability, outlay included"
    ),
    "booked met": say("what is booked in {period} comes with {confidence} probability"),
    "npv": say("the mean net present value is not below 0"),
}
QUESTION = say("{key} from {low} to {high}: where {target}?")
MET_UP_TO = say("It does up to {at} ({interval}).")
MET_FROM = say("It does from {at} on ({interval}).")
INTERVAL = say("between {low} and {high}, as far as {trials} futures tell")
BEFORE = say("before {value}")
BEYOND = say("beyond {value}")
ALWAYS = say("Every value between {low} and {high} does.")
NEVER = say("No value between {low} and {high} does.")
"""A target may be met in several stretches: each change is told."""
FOR_ALL = say(
    "One share of all planned savings is booked, whatever the investments have booked now."
)


def break_even_text(found: BreakEven, scenario: Scenario, language: Language) -> str:
    """Say up to which value, or from which on, a target is met."""
    low, high = (_value(end, language) for end in found.between)
    horizon = scenario.horizon
    target = TARGETS[found.target](
        language,
        period=span(horizon.years[: horizon.period]),
        confidence=percent(scenario.assumptions.confidence, language),
    )
    lines = [QUESTION(language, key=found.key, low=low, high=high, target=target)]
    if not found.crossings:
        phrase = ALWAYS if found.met_at_first else NEVER
        lines.append(phrase(language, low=low, high=high))
    for crossing in found.crossings:
        phrase = MET_UP_TO if crossing.met_below else MET_FROM
        interval = _interval(crossing, found, scenario, language)
        lines.append(phrase(language, at=_value(crossing.at, language), interval=interval))
    if found.key == "booking.share" and any(item.is_booked_apart for item in scenario.enabled):
        lines.append(FOR_ALL(language))
    return plain(lines)


def _interval(crossing: Crossing, found: BreakEven, scenario: Scenario, language: Language) -> str:
    first, last = (_value(end, language) for end in found.between)
    low, high = BEFORE(language, value=first), BEYOND(language, value=last)
    return INTERVAL(
        language,
        low=low if crossing.low is None else _value(crossing.low, language),
        high=high if crossing.high is None else _value(crossing.high, language),
        trials=number(scenario.sampled.trials, language),
    )


def _value(value: float, language: Language) -> str:
    return number(value, language, 3).rstrip("0").rstrip(",.")
