"""From booked to missing: what is lost and gained on the way, in parts that add up."""

from math import floor

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.results import BookedToAchieved, Results
from innobudget.messages import Text
from innobudget.report.findings.measured import booked
from innobudget.report.findings.saying import Finding, Saying
from innobudget.report.findings.teller import Scale, Teller
from innobudget.report.words import causes as words
from innobudget.report.words.numbers import MILLION, rounded_whole

TELLING = 0.1
"""Less than this of a million is written in smaller units. [1]"""
STEPS = ("unbooked", "failure", "benefit", "delay", "outlay", "disruption")
"""From booked to what is left, in the order in which things happen."""


def steps_of(found: BookedToAchieved) -> list[tuple[str, float]]:
    """Return the steps that are not nothing, with their amounts; gains are positive. [currency]"""
    steps = [(key, getattr(found, key)) for key in STEPS]
    return [(key, amount) for key, amount in steps if abs(amount) > HALF_AN_ORE]


def written_steps(found: BookedToAchieved, scale: Scale) -> dict[str, float]:
    """Round booked, steps and missing as they are written, so that they add up. [currency]

    Rounded by the largest remainder: none is off by a whole last digit.
    """
    unit = scale.unit / 10**scale.decimals
    exact = {key: amount / unit for key, amount in steps_of(found)}
    whole = {key: floor(amount) for key, amount in exact.items()}
    missing = rounded_whole(found.missing / unit)
    up = -missing - sum(whole.values())
    by_remainder = sorted(exact, key=lambda key: whole[key] - exact[key])
    for key in by_remainder[: max(up, 0)]:
        whole[key] += 1
    found_ = {"booked": rounded_whole(found.booked / unit), **whole, "missing": missing}
    return {key: amount * unit for key, amount in found_.items()}


def step_name(key: str, amount: float) -> Text:
    """Return what a step is called in a sentence, as a loss or as a gain."""
    if amount > 0:
        return words.GAINED_PARTS[key]
    return words.OVERBOOKED if key == "unbooked" else words.PARTS[key]


def _missing(results: Results) -> float:
    return results.booked_to_achieved.missing


def _of_booked(results: Results) -> bool:
    return _shown(results) and 0 < _missing(results) <= booked(results) + HALF_AN_ORE


def _costs(results: Results) -> bool:
    """Say whether what is missing is made of more than savings."""
    return any(key in COSTS for key, _ in steps_of(results.booked_to_achieved))


def _shown(results: Results) -> bool:
    """Say whether what is missing is more than a hundredth of what it is made of."""
    found = results.booked_to_achieved
    largest = max((abs(amount) for _, amount in steps_of(found)), default=0.0)
    return abs(found.missing) > max(HALF_AN_ORE, 0.01 * largest)


COSTS = {"outlay", "disruption"}
"""Steps that are no part of what is booked."""
STEPS_SAID = (
    Saying(words.MISSING, lambda r: _of_booked(r) and not _costs(r)),
    Saying(words.MISSING_ALL, _of_booked),
    Saying(words.MISSING_MORE, lambda r: _shown(r) and _missing(r) > booked(r) > HALF_AN_ORE),
    Saying(words.MISSING_UNBOOKED, lambda r: _shown(r) and _missing(r) > 0),
    Saying(words.LEFT_OVER, lambda r: _shown(r) and _missing(r) < 0),
    Saying(words.EVEN, lambda r: not _shown(r)),
)
LOST = (Saying(words.LOST_LEAD, lambda r: any(a < 0 for _, a in steps_of(r.booked_to_achieved))),)
GAINED = (
    Saying(words.GAINED_LEAD, lambda r: any(a > 0 for _, a in steps_of(r.booked_to_achieved))),
)


def steps_scale(teller: Teller) -> Scale:
    """Return how the steps from booked to missing are written."""
    found = teller.results.booked_to_achieved
    scale = teller.scale([found.booked, found.missing, *(a for _, a in steps_of(found))])
    small = scale.unit == MILLION and HALF_AN_ORE < abs(found.missing) < TELLING * scale.unit
    return teller.scale([found.missing]) if small else scale


def steps_finding(teller: Teller) -> Finding:
    """Say what is missing of the booked, and what it is made of."""
    scale = steps_scale(teller)
    written = written_steps(teller.results.booked_to_achieved, scale)
    amounts = {key: written[key] for key, _ in steps_of(teller.results.booked_to_achieved)}
    total = teller.find(
        STEPS_SAID,
        missing=scale.told(abs(written["missing"])),
        booked=teller.brief(written["booked"], scale),
    )
    sides = [
        teller.find(sayings, parts=parts)
        for sayings, sign in ((LOST, -1), (GAINED, 1))
        if (parts := _listed(teller, amounts, scale, sign))
    ]
    lead = " ".join(side.title for side in sides)
    return Finding(total.title, lead, (*total.said, *(one for side in sides for one in side.said)))


def _listed(teller: Teller, amounts: dict[str, float], scale: Scale, sign: int) -> str:
    """Name the steps of one sign with their amounts, the largest first."""
    own = sorted(
        ((key, amount) for key, amount in amounts.items() if amount * sign > 0),
        key=lambda item: -abs(item[1]),
    )
    return ", ".join(
        teller.say(
            words.PART,
            name=teller.say(step_name(key, amount)),
            amount=teller.brief(abs(amount), scale),
        )
        for key, amount in own
    )
