"""Who bears the hole, and which year needs the largest reserve."""

from math import hypot

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.results import Results, Spread
from innobudget.report.findings.measured import beyond, lacking_areas, mean_gap
from innobudget.report.findings.teller import Finding, Saying, Teller, short
from innobudget.report.words import causes as words
from innobudget.report.words import labels


def _largest_year(results: Results) -> float:
    return float(max(results.portfolio.reserve[: results.scenario.horizon.period]))


def _others_have_over(results: Results) -> bool:
    largest: Spread = lacking_areas(results)[0].outcome.gap_period
    return largest.mean > mean_gap(results) + HALF_AN_ORE


def _areas_tied(results: Results) -> bool:
    found = lacking_areas(results)
    if len(found) == 1 or not found:
        return False
    first, *others = found
    one, other = first.outcome.gap_period, others[0].outcome.gap_period
    error = hypot(one.standard_error or 0.0, other.standard_error or 0.0)
    return beyond(one.mean - other.mean, error) == 0


AREAS = (
    Saying(words.NO_AREA_LACKS, lambda r: not lacking_areas(r)),
    Saying(words.AREAS_TIED, _areas_tied),
    Saying(words.NOT_PLACED_BEARS, lambda r: lacking_areas(r)[0].name is None),
    Saying(words.AREA_LACKS, _others_have_over),
    Saying(words.AREA_BEARS_ALL, lambda r: len(lacking_areas(r)) == 1),
    Saying(words.AREA_BEARS, lambda r: bool(lacking_areas(r))),
)
YEARS = (
    Saying(words.YEAR_LEAD, lambda r: _largest_year(r) > HALF_AN_ORE),
    Saying(words.NO_YEAR_LEAD, lambda r: _largest_year(r) <= HALF_AN_ORE),
)


def areas_finding(teller: Teller) -> Finding:
    """Say which committee bears the hole, and which year needs the largest reserve."""
    found = lacking_areas(teller.results)
    names = [area_name(teller, part.name) for part in found[:2]]
    if _areas_tied(teller.results):  # of a tie no seed decides the order
        names.sort()
    reserves = teller.results.portfolio.reserve[: len(teller.period_years)]
    largest = max(range(len(reserves)), key=reserves.__getitem__)
    return teller.find(
        AREAS,
        YEARS,
        name=names[0] if names else "",
        rival=names[-1] if names else "",
        own=teller.money(found[0].outcome.gap_period.mean if found else 0.0),
        total=teller.money(mean_gap(teller.results)),
        period=teller.period,
        reserve=teller.money(reserves[largest]),
        year=teller.period_years[largest],
    )


def area_name(teller: Teller, name: str | None) -> str:
    """Return what an area is called; what names none is said so."""
    return short(name) if name else teller.say(labels.NOT_PLACED)
