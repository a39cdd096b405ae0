"""What is said of a follow-up: what is expected now, why, and how each case stands."""

from collections.abc import Mapping

from innobudget.domain.followed import Colour
from innobudget.messages import Text, counted, say

AS_OF = say("Follow-up as of {day}: {cases}.")
FALLEN = say("The expectation for {period} has fallen to {now} from {adopted}; {booked} is booked")
RISEN = say("The expectation for {period} has risen to {now} from {adopted}; {booked} is booked")
AS_BEFORE = say("The expectation for {period} is {now}, as when it was adopted; {booked} is booked")
MOST_OF_IT = say("Most of it: {cause}.")
LARGEST = say("The largest single cause: {cause}.")
LOW = say("What has happened lay in the lowest tenth of what the budget reckoned with.")
HIGH = say("What has happened lay in the highest tenth of what the budget reckoned with.")
STOPPED_IN_TIME = say("{case} was stopped in time: {outlay} was not spent.")
LOST = say("By {year} {lost} (P90 {most}) of savings is given up and must be found elsewhere.")
RECORD_OF_ONE = say("The one fact on an amount lay where eight in ten should.")
RECORD = say("Of {count} facts on amounts {inside} lay where eight in ten should.")

LATE = say("{case} began {late} years late")
LATE_ONE = say("{case} began a year late")
ON_TIME = say("{case} has begun as planned")
NOT_BEGUN = say("{case} has not begun")
PASSED = say("{case} passed a stage")
STOPPED = say("{case} was stopped")
FAILED = say("{case} does not work in operation")
SAVES_LESS = say("{case} saves less than expected")
SAVES_LESS_OR_LATER = say("{case} saves less than expected, or later")
SAVES_MORE = say("{case} saves more than expected")
SAVES_MORE_OR_SOONER = say("{case} saves more than expected, or sooner")
COSTS = say("what {case} has cost so far")
MOVED = say("what others tell of {case}")
ASSUMED = say("changed assumptions about {case}")

COLOURS: Mapping[Colour, Text] = {
    "green": say("green"),
    "yellow": say("yellow"),
    "red": say("red"),
    "blue": say("stopped in time"),
    "grey": say("nothing booked"),
}
COUNTED: Mapping[Colour, Text] = {
    "green": counted("{count} green", "{count} green", 0),
    "yellow": counted("{count} yellow", "{count} yellow", 0),
    "red": counted("{count} red", "{count} red", 0),
    "blue": say("{count} stopped in time"),
    "grey": say("{count} nothing booked"),
}
"""So many cases of a colour."""

# The sheets of a follow-up

TITLE = say("Follow-up as of {day}")
PURPOSE = say("What was booked, what is realised so far, and what is expected now, case by case.")
SIGNS = say("Signs: savings are positive; a deviation below 0 is missing of the corrected budget.")
SIGNS_FACTS = say("Signs: as in the scenario; savings and outlays are positive.")
CASES_OF = say("The cases, {years}")
BENEFIT_OWNER = say("Benefit owner")
STAGE = say("Stage")
STATUS = say("Status")
ORIGINAL = say("Original budget")
CORRECTED = say("Corrected budget")
REALISED = say("Realised to date")
FORECAST = say("Forecast, mean")
FORECAST_LOW = say("Forecast, P10")
FORECAST_HIGH = say("Forecast, P90")
DEVIATION = say("Deviation")
DEVIATION_SHARE = say("Deviation in per cent")
INDICATOR = say("Indicator so far")
NAMELESS = say("Stage {number}")
STAGE_PASSED = say("{stage}: passed")
STAGE_STOPPED = say("{stage}: stopped")
WALK = say("Why has the expectation of {period} changed?")
AMOUNT = say("Amount")
STEPS: Mapping[str, Text] = {
    "booked": say("Booked as adopted"),
    "adopted": say("To the expectation as adopted"),
    "assumptions": say("Changed assumptions"),
    "forecast": say("Expected now"),
    "realised": say("Of this realised"),
    "expected": say("Of this still expected"),
}
KNOWN_BY = say("Known by {day}")
THEN_AND_NOW = say("Then and now, by year")
AS_ADOPTED = say("Saving as adopted")
AS_NOW = say("Saving as expected now")
STATISTIC: Mapping[str, Text] = {
    "mean": say("{of}, mean"),
    "p10": say("{of}, P10"),
    "p50": say("{of}, P50"),
    "p90": say("{of}, P90"),
}
GAP = say("Budget gap, mean")
LOST_ROOM = say("Lost room: bookings given up, mean")
GAP_LEFT = say("Budget gap that is left then, mean")
FACTS_PURPOSE = say("Every fact, what it bounds, and where in the adopted range it lies.")
FACTS_RANGE = say("A blank end is open. Of a stage the ends are percentiles.")
ALL_FACTS = say("All facts")
FACT = say("Fact")
KNOWN_FROM = say("Known from")
QUANTITY = say("Bounds")
LOWEST = say("At least")
HIGHEST = say("At most")
PERCENTILE = say("Place in the adopted range")
TRACK_RECORD = say("The municipality's own track record")
TRACK_NOTE = say("Told from ten facts on; it is shown, and never applied.")
FACTS_ON_AMOUNTS = say("Facts on amounts and indicators")
INSIDE = say("Of these between the tenth and the ninetieth percentile; near 80 per cent is right")
STAGES_KNOWN = say("Stages whose result is known")
BRIER = say("Brier score of the stages; 0 is right every time")
BEGUN_IN = say("begun in {year}")
BEGUN_NOT = say("not begun")
AMOUNT_OF_YEAR = say("{name} of {year}: {amount}")
AMOUNT_TO_DATE = say("{name} of {year} so far: {amount}")
EARLIER = say("{quantity}, known from an earlier year")
WALK_ADDS_UP = say("The walk adds up to the forecast")
REST_ADDS_UP = say("Realised and still expected add up to the forecast")
LOST_ADDS_UP = say("The gap is what is given up and what is left")

SHEETS: Mapping[str, Text] = {
    "followup": say("What was booked, what is realised and what is expected now, case by case."),
    "facts": say("What is known, what it bounds, and where in the adopted ranges it lies."),
}
"""What is on each of its sheets."""

# The charts of a follow-up

THEN_SHOWN = say(
    "Yearly saving as expected when adopted and now: 8 out of 10 futures; {unit}, {prices}."
)
THEN_PICTURE = say(
    "For each year two bars from the tenth to the ninetieth percentile, as adopted and now, each "
    "with its median; an outline for the corrected budget, a narrow bar for what is realised."
)
WALK_SHOWN = say("Saving of {period}, from booked to expected now, {unit}, {prices}.")
WALK_PICTURE = say(
    "Bars below each other: what was booked, then each change, red where the expectation falls "
    "and green-blue where it rises, down to what is expected now."
)
THEN = say("as adopted")
NOW = say("expected now")
SO_FAR = say("realised so far")
BY_DAY = say("{day}: {cause}")
