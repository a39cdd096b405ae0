"""What must agree to the unit: inputs, plan and run, parts and whole, budget and changes."""

from collections.abc import Iterator

import numpy as np

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.messages import Text
from innobudget.report.tables import Figure
from innobudget.report.words import followup, labels, sheets, verdicts
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.formulas import Formula, constant
from innobudget.report.workbook.pages.sampling_checks import Check


def plan_checks(edition: Edition) -> Iterator[Check]:
    """Compare what Plan gives now with what was simulated."""
    for field, phrase in (
        ("saving", labels.PLANNED),
        ("booked", labels.BOOKED),
        ("outlay", sheets.PLAN_OUTLAY),
        ("disruption", sheets.PLAN_DISRUPTION),
    ):
        yield _same(
            edition,
            phrase,
            f"[plan.{field}]-[results.plan.{field}]",
            f"[plan.{field}@value]-[results.plan.{field}@value]",
            compared=verdicts.PLAN_IS_RUN,
            of_run=True,
        )


def reserve_checks(edition: Edition) -> Iterator[Check]:
    """Compare the reserve with the gap that leaves the safe booking."""
    differences = (
        f"[results.reserve{at}]-MAX(0,[results.gap_at_confidence{at}])" for at in ("", "@value")
    )
    yield _same(edition, labels.RESERVE, *differences, compared=verdicts.RESERVE_IS_GAP)


def part_checks(edition: Edition) -> Iterator[Check]:
    """Add up tracks, areas and kinds."""
    found = edition.results
    for division, parts, phrase in (
        ("track", found.tracks, verdicts.TRACKS_ADD_UP),
        ("area", found.areas, verdicts.AREAS_ADD_UP),
        ("kind", found.kinds, verdicts.KINDS_ADD_UP),
    ):
        total = "+".join(
            f"[results.{division}{number}.net_effect.mean]" for number in range(1, len(parts) + 1)
        )
        difference = f"{total}-[results.net_effect.mean]"
        yield _same(edition, phrase, difference, compared=verdicts.NET_EFFECT_MEAN)


def budget_checks(edition: Edition, keys: set[str]) -> Iterator[Check]:
    """Compare the budget with its file, and bookings with the plan."""
    checks = (
        (verdicts.APPROPRIATIONS_ARE_BOOKED, "[appropriations.saving]+[plan.booked]"),
        (verdicts.BOOKED_ON_LINES, "[appropriations.rest]"),
        (
            verdicts.APPROPRIATIONS_ARE_SPENT,
            "[appropriations.spending]-[plan.outlay]-[plan.disruption]",
        ),
        (verdicts.BUDGET_CHANGES, "[budget.change]-[appropriations.net]"),
        (verdicts.BUDGET_IS_FILE, "[budget.file]-[budget.read]"),
    )
    for phrase, formula in checks:
        if "budget.file" not in formula or "budget.file" in keys:
            of_run = phrase in (verdicts.BOOKED_ON_LINES, verdicts.BUDGET_IS_FILE)
            yield _same(edition, phrase, formula, of_run=of_run)


def followup_checks(edition: Edition) -> Iterator[Check]:
    """Compare the walk with the forecast, and the gap with what becomes of it."""
    found = edition.results.followup
    if found is None:
        return
    for phrase, parts in (
        (followup.WALK_ADDS_UP, "[followup.walk.forecast@value]"),
        (followup.REST_ADDS_UP, "[followup.walk.realised@value]+[followup.walk.expected@value]"),
    ):
        yield _same(edition, phrase, for_period=f"{parts}-[results.saving.mean@value]")
    if found.lost_room is not None:
        gap = "[results.budget_gap.mean]-[followup.years.lost]-[followup.years.left]"
        yield _same(edition, followup.LOST_ADDS_UP, gap)


def _same(  # noqa: PLR0913 - what is compared, and how
    edition: Edition,
    label: Text,
    by_year: str = "",
    for_period: str = "",
    *,
    compared: Text = verdicts.ADDS_UP,
    of_run: bool = False,
) -> Check:
    """Return the check that differences are nothing."""
    values = np.zeros(len(edition.years) * bool(by_year) + bool(for_period))
    by_year, for_period = (told and f"ABS({told})" for told in (by_year, for_period))
    return Check(
        label=edition.say(label),
        compared=edition.say(compared),
        unit=edition.unit,
        figure=Figure.FINE,
        difference=Formula(values=values, by_year=by_year, for_period=for_period),
        tolerance=constant(HALF_AN_ORE / 1000, "[tolerance@value]"),
        of_run=of_run,
    )
