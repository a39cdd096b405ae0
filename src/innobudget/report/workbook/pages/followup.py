"""Follow-up: what was booked, what is realised, what is expected now, case by case."""

from collections.abc import Iterator, Sequence
from datetime import date

from innobudget.domain.followed import CaseFollowup, WalkStep
from innobudget.domain.investment import Investment
from innobudget.domain.known_course import KnownCourse
from innobudget.domain.results import Outcome, Spread
from innobudget.report.findings.followup import followed
from innobudget.report.tables import (
    Cell,
    Figure,
    Page,
    PageTable,
    Role,
    Row,
    amounts,
    heading,
    text,
)
from innobudget.report.words import followup as words
from innobudget.report.words import labels, sheets
from innobudget.report.words.numbers import day, number
from innobudget.report.workbook.edition import WORDS_WIDE, Edition, Entry

COLUMNS = 13
"""Of the tables with one row for each case."""


def followup(edition: Edition) -> Page:
    """Lay out the cases in the year of the follow-up and in the budget period, then the years."""
    found = followed(edition.results)
    now = edition.scenario.horizon.position(found.as_of.year)
    period = edition.scenario.horizon.period
    return Page(
        key="followup",
        name=edition.say(sheets.FOLLOWED["followup"]),
        title=edition.say(words.TITLE, day=day(found.as_of, edition.language)),
        notes=(
            edition.say(words.PURPOSE),
            edition.say(words.SIGNS),
            edition.say(sheets.UNITS, unit=edition.unit, prices=edition.prices),
        ),
        widths=(*WORDS_WIDE, *(15,) * max(COLUMNS - 3, len(edition.years) + 1)),
        tables=(
            _cases(edition, f"{found.as_of.year}", "now", slice(now, now + 1)),
            _cases(edition, edition.period, "period", slice(0, period)),
            _walk(edition, found.walk),
            _years(edition),
        ),
    )


def _cases(edition: Edition, told: str, key: str, years: slice) -> PageTable:
    """Lay out one row for each case and their total, of a year or of the budget period."""
    results, found = edition.results, followed(edition.results)
    rows = [
        _case(edition, f"followup.{key}.{number}", number, years)
        for number in range(1, len(results.investments) + 1)
    ]
    whole = results.portfolio
    total = f"SUM([{rows[0].key}..{rows[-1].key}])"
    original = sum(sum(case.original_booked[years]) for case in found.cases)
    realised = [_realised(case, years) for case in found.cases]
    money = (original, sum(whole.plan.booked[years]), sum(filter(None, realised)))
    rows.append(
        Row(
            key=f"followup.{key}.total",
            cells=(
                text(edition.say(labels.PORTFOLIO)),
                None,
                text(edition.unit),
                None,
                *amounts(money, Role.TOTAL, total),
                *_forecast(whole, years),
                *_deviation(sum(whole.plan.booked[years]), _expected(whole, years).mean),
            ),
        )
    )
    names = (
        words.BENEFIT_OWNER,
        words.STATUS,
        words.STAGE,
        words.ORIGINAL,
        words.CORRECTED,
        words.REALISED,
        words.FORECAST,
        words.FORECAST_LOW,
        words.FORECAST_HIGH,
        words.DEVIATION,
        words.DEVIATION_SHARE,
        words.INDICATOR,
    )
    head = (edition.say(labels.INVESTMENT), *(edition.say(name) for name in names))
    return PageTable(
        title=edition.say(words.CASES_OF, years=told),
        headings=tuple(heading(name) for name in head),
        rows=tuple(rows),
    )


def _case(edition: Edition, key: str, position: int, years: slice) -> Row:
    own = edition.investments[position - 1]
    outcome = edition.results.investments[position - 1].outcome
    case = followed(edition.results).cases[position - 1]
    booked = sum(case.corrected_booked[years])
    money = (sum(case.original_booked[years]), booked, _realised(case, years))
    return Row(
        key=key,
        cells=(
            text(edition.case(position)),
            text(case.benefit_owner),
            text(edition.say(words.COLOURS[case.colour])),
            text(_stage(edition, own)),
            *amounts(money, Role.SIMULATED),
            *_forecast(outcome, years),
            *_deviation(booked, _expected(outcome, years).mean),
            text(_indicator(edition, own)),
        ),
    )


def _expected(outcome: Outcome, years: slice) -> Spread:
    """Return the saving of a year, or of the budget period."""
    if years.stop - years.start == 1:
        spread: Spread = outcome.measures["saving"][years.start]
        return spread
    whole: Spread = outcome.saving_period
    return whole


def _forecast(outcome: Outcome, years: slice) -> tuple[Cell, ...]:
    found = _expected(outcome, years)
    return amounts((found.mean, found.p10, found.p90), Role.SIMULATED)


def _deviation(booked: float, expected: float) -> tuple[Cell, ...]:
    """Return forecast less corrected budget, and the same as a share of it."""
    share = (expected - booked) / booked if booked else None
    return (
        *amounts((expected - booked,), Role.CALCULATED, "[own@H]-[own@F]"),
        Cell(
            value=share,
            figure=Figure.SHARE,
            role=Role.CALCULATED,
            formula='IF([own@F]=0,"",[own@K]/[own@F])',
        ),
    )


def _realised(case: CaseFollowup, years: slice) -> float | None:
    known = [amount for amount in case.realised[years] if amount is not None]
    return sum(known) if known else None


def _stage(edition: Edition, own: Investment) -> str:
    """Say how far a case has come: the last stage that facts tell something of."""
    found = KnownCourse(investment=own).told
    return stage_told(edition, own, max(found), passed=found[max(found)][0]) if found else ""


def stage_told(edition: Edition, own: Investment, stage: int, *, passed: bool) -> str:
    """Say of a stage, counted from 0, whether it passed."""
    name = own.stages[stage].name or edition.say(words.NAMELESS, number=stage + 1)
    return edition.say(words.STAGE_PASSED if passed else words.STAGE_STOPPED, stage=name)


def _indicator(edition: Edition, own: Investment) -> str:
    signs = [fact for fact in KnownCourse(investment=own).facts if fact.indicator]
    if not signs:
        return ""
    units = {item.indicator: item.unit for item in own.quality}
    value = number(signs[-1].value or 0.0, edition.language, 1)
    return f"{signs[-1].indicator}: {value} {units[signs[-1].indicator or '']}".strip()


def _walk(edition: Edition, walk: Sequence[WalkStep]) -> PageTable:
    """Lay out the walk; its end is the sum of its steps."""
    rows: list[Row] = []
    for position, step in enumerate(walk):
        key = step_key(position, step)
        formulas = {
            "forecast": f"SUM([followup.walk.booked..{rows[-1].key if rows else ''}])",
            "expected": "[followup.walk.forecast]-[followup.walk.realised]",
        }
        formula = formulas.get(key, "")
        cells = amounts((step.amount,), Role.TOTAL if formula else Role.SIMULATED, formula)
        entry = Entry(label=step_told(edition, step.step), unit=edition.unit)
        rows.append(edition.line(f"followup.walk.{key}", entry, cells))
    return PageTable(
        title=edition.say(words.WALK, period=edition.period),
        headings=edition.headings_of([heading(edition.say(words.AMOUNT), Figure.AMOUNT)]),
        rows=tuple(rows),
    )


def step_key(position: int, step: WalkStep) -> str:
    """Return what the row of a step of the walk is called."""
    return step.step if step.step in words.STEPS else f"step{position}"


def step_told(edition: Edition, step: str) -> str:
    """Name a step of a walk."""
    known = words.STEPS.get(step)
    if known is not None:
        return edition.say(known)
    return edition.say(words.KNOWN_BY, day=day(date.fromisoformat(step), edition.language))


def _years(edition: Edition) -> PageTable:
    """Lay out then and now by year, and what becomes of the hole where bookings are given up."""
    return PageTable(
        title=edition.say(words.THEN_AND_NOW),
        headings=edition.headings(value=edition.period),
        rows=tuple(_yearly(edition)),
    )


def _yearly(edition: Edition) -> Iterator[Row]:
    found, whole = followed(edition.results), edition.results.portfolio
    for key, phrase, outcome in (
        ("adopted", words.AS_ADOPTED, found.adopted),
        ("now", words.AS_NOW, whole),
    ):
        for statistic, of in words.STATISTIC.items():
            told = edition.say(of, of=edition.say(phrase))
            spreads = outcome.measures["saving"]
            yield _row(
                edition, f"{key}.{statistic}", told, [getattr(s, statistic) for s in spreads]
            )
    positions = range(len(edition.years))
    original = [sum(case.original_booked[year] for case in found.cases) for year in positions]
    yield _row(edition, "original", edition.say(words.ORIGINAL), original)
    yield _row(edition, "corrected", edition.say(words.CORRECTED), whole.plan.booked)
    known = [[case.realised[year] for case in found.cases] for year in positions]
    realised = [sum(filter(None, year)) if set(year) != {None} else None for year in known]
    yield _row(edition, "realised", edition.say(words.REALISED), realised)
    if found.lost_room is not None and found.gap_rebudgeted is not None:
        gap = [spread.mean for spread in whole.measures["budget_gap"]]
        yield _row(edition, "gap", edition.say(words.GAP), gap)
        lost = [spread.mean for spread in found.lost_room]
        yield _row(edition, "lost", edition.say(words.LOST_ROOM), lost)
        left = [spread.mean for spread in found.gap_rebudgeted]
        formula = "[followup.years.gap]-[followup.years.lost]"
        yield _row(edition, "left", edition.say(words.GAP_LEFT), left, formula)


def _row(
    edition: Edition, key: str, told: str, values: Sequence[float | None], formula: str = ""
) -> Row:
    role = Role.CALCULATED if formula else Role.SIMULATED
    entry = Entry(label=told, unit=edition.unit)
    return edition.row(f"followup.years.{key}", entry, years=amounts(values, role, formula))
