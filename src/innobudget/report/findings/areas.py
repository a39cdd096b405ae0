"""Who bears the hole, and which year needs the largest reserve."""

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.results import PartOutcome, Results, Spread
from innobudget.report.findings.measured import lacking_areas, level_with_first, mean_gap
from innobudget.report.findings.saying import Finding, Saying
from innobudget.report.findings.teller import Teller, short
from innobudget.report.words import causes as words
from innobudget.report.words import labels


def _largest_year(results: Results) -> float:
    return float(max(results.portfolio.reserve[: results.scenario.horizon.period]))


def _others_have_over(results: Results) -> bool:
    largest: Spread = lacking_areas(results)[0].outcome.gap_period
    return largest.mean > mean_gap(results) + HALF_AN_ORE


def level_areas(results: Results) -> list[PartOutcome]:
    """Return the areas that another seed could put first, in the order of the results."""
    found = lacking_areas(results)
    if not found:
        return []
    gaps = [part.outcome.gap_period for part in found]
    level = level_with_first([(gap.mean, gap.standard_error or 0.0) for gap in gaps])
    return [part for part in results.areas if part in found[:level]]


def _tied(results: Results, count: int) -> bool:
    return len(level_areas(results)) >= count


def _year_stands_out(results: Results) -> bool:
    """Say whether another seed would give the same year the largest reserve."""
    period = results.scenario.horizon.period
    reserves = results.portfolio.reserve[:period]
    errors = results.standard_errors
    unsure = errors.reserve[:period] if errors else (0.0,) * period
    ranked = sorted(zip(reserves, unsure, strict=True), reverse=True)
    return level_with_first(ranked) == 1


AREAS = (
    Saying(words.NO_AREA_LACKS, lambda r: not lacking_areas(r)),
    Saying(words.MANY_AREAS_TIED, lambda r: _tied(r, 3)),
    Saying(words.AREAS_TIED, lambda r: _tied(r, 2)),
    Saying(words.NOT_PLACED_BEARS, lambda r: lacking_areas(r)[0].name is None),
    Saying(words.AREA_LACKS, _others_have_over),
    Saying(words.AREA_BEARS_ALL, lambda r: len(lacking_areas(r)) == 1),
    Saying(words.AREA_BEARS, lambda r: bool(lacking_areas(r))),
)
YEARS = (
    Saying(words.NO_YEAR_LEAD, lambda r: _largest_year(r) <= HALF_AN_ORE),
    Saying(words.YEAR_LEAD, lambda r: r.scenario.horizon.period > 1 and _year_stands_out(r)),
    Saying(words.YEARS_TIED_LEAD, lambda r: not _year_stands_out(r)),
)


def areas_finding(teller: Teller) -> Finding:
    """Say which committee bears the hole, and which year needs the largest reserve."""
    found = lacking_areas(teller.results)
    level = level_areas(teller.results)
    names = [area_name(teller, part.name) for part in level]
    reserves = teller.results.portfolio.reserve[: len(teller.period_years)]
    largest = max(range(len(reserves)), key=reserves.__getitem__)
    return teller.find(
        AREAS,
        YEARS,
        name=names[0] if names else "",
        rival=names[-1] if names else "",
        count=len(names),
        own=teller.money(found[0].outcome.gap_period.mean if found else 0.0),
        total=teller.money(mean_gap(teller.results)),
        period=teller.period,
        reserve=teller.money(reserves[largest]),
        year=teller.period_years[largest],
    )


def area_name(teller: Teller, name: str | None) -> str:
    """Return what an area is called; what names none is said so."""
    return short(name) if name else teller.say(labels.NOT_PLACED)
