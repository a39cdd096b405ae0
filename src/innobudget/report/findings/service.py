"""Better and cheaper, or cheaper and worse: what becomes of service."""

from dataclasses import dataclass
from math import sqrt

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.results import InvestmentOutcome, QualityOutcome, Results
from innobudget.report.findings.measured import level_with_first
from innobudget.report.findings.saying import Finding, Saying
from innobudget.report.findings.teller import Teller
from innobudget.report.words import causes as words
from innobudget.report.words.numbers import number

POINT = 0.01
"""A lead of less than one per cent, as chances are written, is none."""
MOVED = 0.005
"""From this share of the way to its target on an indicator has moved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BothLines:
    """One investment's saving and service in the budget period's last year."""

    about: InvestmentOutcome
    """The investment."""
    number: int
    """Which of its indicators: the least likely to reach its target."""
    both: float | None
    """Probability that target and booking are met; None where nothing is booked."""
    target: float
    """Probability that the target is reached."""

    @property
    def indicator(self) -> QualityOutcome:
        """That indicator."""
        return self.about.quality[self.number]


def both_lines(results: Results) -> list[BothLines]:
    """Return the investments with an indicator, the likeliest to meet both first."""
    last = results.scenario.horizon.period - 1
    found = []
    for about in results.investments:
        if about.quality:
            number_, weakest = min(
                enumerate(about.quality), key=lambda item: item[1].probability_target[last]
            )
            booked = about.outcome.plan.booked[last]
            both = weakest.probability_both[last] if booked > HALF_AN_ORE else None
            target = weakest.probability_target[last]
            found.append(BothLines(about=about, number=number_, both=both, target=target))
    return sorted(found, key=lambda item: (item.both is None, -(item.both or 0.0), -item.target))


def way_gone(indicator: QualityOutcome, year: int) -> float:
    """Return the mean share of the way to its target; below 0: away from it."""
    whole = indicator.target - indicator.baseline
    return (indicator.value[year].mean - indicator.baseline) / whole if whole else 0.0


def indicators(results: Results) -> list[QualityOutcome]:
    """Return every service indicator."""
    return [indicator for found in results.investments for indicator in found.quality]


def moved(results: Results) -> tuple[int, int]:
    """Count the indicators that move towards their target and away from it, on average."""
    last = results.scenario.horizon.period - 1
    ways = [way_gone(indicator, last) for indicator in indicators(results)]
    return sum(way >= MOVED for way in ways), sum(way <= -MOVED for way in ways)


def all_fall(results: Results) -> bool:
    """Say whether every service indicator moves away from its target, on average."""
    return 0 < len(indicators(results)) == moved(results)[1]


def _saves(results: Results) -> bool:
    return bool(results.portfolio.saving_period.mean > HALF_AN_ORE)


def _best(results: Results) -> BothLines:
    return both_lines(results)[0]


def _level(results: Results) -> list[BothLines]:
    """Return the investments that none is clearly ahead of, in the scenario's order."""
    rows = [row for row in both_lines(results) if row.both is not None]
    count = _count_level(results, [row.both or 0.0 for row in rows])
    return sorted(rows[:count], key=lambda row: results.investments.index(row.about))


def _count_level(results: Results, chances: list[float]) -> int:
    """Count the probabilities, the highest first, that are level with it for who reads them."""
    trials = results.scenario.sampled.trials
    told = [(chance, sqrt(chance * (1 - chance) / trials)) for chance in chances]
    alike = sum(chances[0] - chance < POINT for chance in chances)
    return max(level_with_first(told), alike) if told else 0


def _likeliest(results: Results) -> bool:
    """Say whether one investment clearly is the likeliest to reach its target."""
    return (
        _best(results).target > 0
        and _count_level(results, [row.target for row in both_lines(results)]) == 1
    )


def _any_booked(results: Results) -> bool:
    return _best(results).both is not None


def _above_half(results: Results) -> int:
    return sum((row.both or 0.0) > 0.5 for row in both_lines(results))


BOTH = (
    Saying(words.WORSE_SERVICE, lambda r: all_fall(r) and _saves(r)),
    Saying(words.WORSE_UNPAID, all_fall),
    Saying(words.NO_TARGET, lambda r: all(row.target == 0 for row in both_lines(r))),
    Saying(words.BOTH_UNBOOKED, lambda r: not _any_booked(r)),
    Saying(words.BOTH_NEVER, lambda r: _best(r).both == 0),
    Saying(words.BOTH_ONLY, lambda r: len(both_lines(r)) == 1),
    Saying(words.BOTH_TIED, lambda r: len(_level(r)) > 1),
    Saying(words.BOTH_BEST, _any_booked),
)
LEADS = (
    Saying(words.FALLING_LEAD, all_fall),
    Saying(words.UNBOOKED_LEAD, lambda r: not _any_booked(r) and _likeliest(r)),
    Saying(
        words.BOTH_LEAD, lambda r: len(both_lines(r)) > 1 and _any_booked(r) and _above_half(r) > 0
    ),
)
SERVICE = (
    Saying(words.SERVICE_UNKNOWN, lambda r: not indicators(r)),
    Saying(words.SERVICE_SAME, lambda r: moved(r) == (0, 0)),
    Saying(words.SERVICE_ONE, lambda r: len(indicators(r)) == 1),
    Saying(words.SERVICE_DOWN, lambda r: moved(r)[0] == 0),
    Saying(words.SERVICE_UP, lambda r: moved(r)[1] == 0),
    Saying(words.SERVICE_MIXED, lambda r: min(moved(r)) > 0),
)


def both_finding(teller: Teller) -> Finding:
    """Say whether an investment is both better and cheaper."""
    rows = both_lines(teller.results)
    best = rows[0]
    level = _level(teller.results) or [best]
    return teller.find(
        BOTH,
        LEADS,
        year=teller.period_years[-1],
        name=teller.name(level[0].about.id),
        answer=teller.answer(best.both or 0.0),
        frequency=teller.often(best.target),
        count=_above_half(teller.results),
        of=len(rows),
        down=moved(teller.results)[1],
        all=len(indicators(teller.results)),
    )


def service_finding(teller: Teller) -> Finding:
    """Say in one line what becomes of service."""
    found = indicators(teller.results)
    up, down = moved(teller.results)
    told: dict[str, object] = {}
    if found:
        value = found[0].value[len(teller.period_years) - 1].mean
        far = abs(found[0].target - found[0].baseline)
        decimals = 0 if far >= 10 else 1 if far >= 1 else 2
        for name, figure in (
            ("now", found[0].baseline),
            ("then", value),
            ("target", found[0].target),
        ):
            told[name] = number(figure, teller.language, decimals)
        told["indicator"] = found[0].indicator
    year = teller.period_years[-1]
    return teller.find(SERVICE, up=up, down=down, all=len(found), year=year, **told)
