"""The value at which a target is just met, as a director is told it."""

from innobudget.domain.break_even import BreakEven, Crossing
from innobudget.domain.scenario import Language, Scenario
from innobudget.report.layout_text import plain
from innobudget.report.voice import span
from innobudget.report.words import break_even as words
from innobudget.report.words.numbers import number, percent


def break_even_text(found: BreakEven, scenario: Scenario, language: Language) -> str:
    """Say up to which value, or from which on, a target is met."""
    low, high = (_value(end, language) for end in found.between)
    horizon = scenario.horizon
    target = words.TARGETS[found.target](
        language,
        period=span(horizon.years[: horizon.period]),
        confidence=percent(scenario.assumptions.confidence, language),
    )
    lines = [words.QUESTION(language, key=found.key, low=low, high=high, target=target)]
    if not found.crossings:
        phrase = words.ALWAYS if found.met_at_first else words.NEVER
        lines.append(phrase(language, low=low, high=high))
    for crossing in found.crossings:
        phrase = words.MET_UP_TO if crossing.met_below else words.MET_FROM
        interval = _interval(crossing, found, scenario, language)
        lines.append(phrase(language, at=_value(crossing.at, language), interval=interval))
    return plain(lines)


def _interval(crossing: Crossing, found: BreakEven, scenario: Scenario, language: Language) -> str:
    first, last = (_value(end, language) for end in found.between)
    low, high = words.BEFORE(language, value=first), words.BEYOND(language, value=last)
    return words.INTERVAL(
        language,
        low=low if crossing.low is None else _value(crossing.low, language),
        high=high if crossing.high is None else _value(crossing.high, language),
        trials=number(scenario.sampled.trials, language),
    )


def _value(value: float, language: Language) -> str:
    return number(value, language, 3).rstrip("0").rstrip(",.")
