"""What stands in the charts beside their findings: what is shown, labels, descriptions."""

from collections.abc import Mapping

from innobudget.messages import Text, counted, say

SOURCE = say("{name} · {trials} simulated futures, seed {seed} · {date}")
SOURCE_ONE = say("{name} · 1 simulated future, seed {seed} · {date}")
RED = say("Red: below the wanted {confidence}.")

# Names that charts share

BOOKED = say("booked")
MEDIAN = say("middle future")
EIGHT_IN_TEN = say("8 out of 10 futures")
HALF = say("half of the futures")
PLAN = say("plan")
SAFE = say("{confidence} safe")
MEAN = say("mean")
REST_OF = say("booked {booked}, realised {mean} on average")
REST = counted("{count} other", "{count} others together", 0)
YEAR = say("Year")
CASE = say("investment")
P10 = say("1 in 10 is at most")
P90 = say("1 in 10 is at least")

# Booked savings

BOOKED_SHOWN = say("Yearly saving, booked and realised (simulated), {unit}, {prices}.")
PROBABILITY_ROW = say("Probability that the booked saving comes in full, %")
BUDGET_PERIOD = say("budget period")
BOOKED_PICTURE = say(
    "Outlined columns show the booked saving of each year, bars what is realised in 8 out of 10 "
    "futures, dots the middle future; above each year stands the probability that the booked "
    "saving comes in full."
)
MET = say("Comes in full")

# Budget gap

GAP_SHOWN = say("How sure the budget of {period} is with a reserve, {unit}, {prices}.")
GAP_AXIS = say("reserve, {unit} →")
RESERVE_POINT = say("{chance}: {reserve}")
GAP_PICTURE = say(
    "A rising curve shows how sure the budget is with a reserve of each amount, red below the "
    "wanted confidence; the reserves for 80, 90 and 95 % are marked."
)
CERTAINTY = say("Budget holds")
RESERVE_HEADING = say("reserve")

# Cumulative

CUMULATIVE_SHOWN = say(
    "Saving less outlay and disruption up to and including each year, {unit}, {prices}"
)
PAYBACK_MARK = say("back in {year}")
CUMULATIVE_PICTURE = say(
    "A fan over the years shows the cumulative net effect: the middle future as a line, half "
    "and 8 out of 10 futures as bands, the plan as a broken line; the payback year is marked on "
    "the zero line."
)

# Investments

CASES_SHOWN = say("Saving in {year}, {unit}, {prices}; sorted by contribution to the hole")
CASES_SHOWN_OPEN = say("Saving in {year}, {unit}, {prices}; sorted by what is missing in {open}")
HOLE_COLUMN = say("missing when\nmoney is")
OPEN_COLUMN = say("missing in\n{open}")
CASES_PICTURE = say(
    "One row per investment, the largest contribution to the hole first: a frame for the "
    "booked saving, a bar for 8 out of 10 futures, a dot for the middle future, a diamond for "
    "what is safe."
)

# Risk drivers

DRIVERS_SHOWN = say(
    "Missing on average in {period} in the tenth of futures where each goes best and worst, "
    "{unit}, {prices}"
)
GOES_WELL = say("goes well")
GOES_BADLY = say("goes badly")
DRIVERS_PICTURE = say(
    "One bar per uncertainty, the largest first, from what is missing on average where it goes "
    "well to what is missing where it goes badly."
)
DRIVER = say("Uncertainty")
SMALLER_DRIVERS = say("{count} others move it less.")
SMALLER_DRIVER = say("1 other moves it less.")
OWN_QUANTITIES = {
    "cost": say("{name}: what it costs"),
    "disruption": say("{name}: cost of running in"),
    "success": say("{name}: whether it works"),
    "stage": say("{name}: whether {stage} passes"),
    "benefit": say("{name}: size of the effect"),
    "failure": say("{name}: harm if it fails"),
    "delay": say("{name}: how late it comes"),
}
TITLE_QUANTITIES = {
    "cost": say("What {name} costs"),
    "disruption": say("The cost of running in {name}"),
    "success": say("Whether {name} works"),
    "stage": say("Whether {name} passes {stage}"),
    "benefit": say("The size of the effect of {name}"),
    "failure": say("The harm if {name} fails"),
    "delay": say("How late {name} comes"),
}
STAGE = say("stage {number}")
SHARED_QUANTITIES = {
    "benefit": say("size of the effect"),
    "cost": say("cost"),
    "delay": say("delay"),
    "success": say("success"),
}
COMMON_TO_ALL = say("Common to all: {quantity}")
COMMON_TO_TRACK = say("Common to {track}: {quantity}")

# Booked to achieved

STEPS_SHOWN = say(
    "From the booked saving of {period} to what is missing of it on average, {unit}, {prices}"
)
STEP_MISSING = say("Missing")
STEP_LEFT_OVER = say("Left over")
STEPS_PICTURE = say(
    "A waterfall: from the booked saving, step by step with what is lost (hatched) and gained, "
    "to what is missing of it."
)
STEP = say("Step")

# Double bottom line

BOTH_SHOWN = say(
    "Saving in {year} as a share of the booked, and indicator as a share of the way to its "
    "target: 8 out of 10 futures (bar), middle future (dot)."
)
OF_SEVERAL = say("Of several indicators: the one least likely to reach its target.")
CHEAPER = say("% of booked")
BETTER = say("% of way to target")
BOTH = say("both")
NOTHING_BOOKED_HERE = say("nothing booked")
BOTH_PICTURE = say(
    "One row per investment: a bar for the saving as a share of the booked, a bar for the "
    "indicator as a share of the way to its target, and the probability of both."
)
INDICATOR = say("Indicator")
MORE_CASES = say("{count} more are not shown.")
MORE_CASE = say("1 more is not shown.")

# By year and area

AREAS_SHOWN = say("Amounts in {unit}, {prices}. What is missing is hatched.")
RESERVE_BY_YEAR = say("Reserve, {confidence} safe")
MEAN_BY_AREA = say("Missing on average, {period}")
AREAS_PICTURE = say(
    "Left one bar per year with the reserve that makes it safe; right one bar per committee "
    "with what it lacks or has left over on average."
)
AREA = say("Committee or year")

# Overview

KEY_HOLDS = say("the budget holds: {word}")
KEY_MET = say("all booked savings come: {word}")
KEY_NONE = say("no savings are booked")
KEY_RESERVE = say("in reserve makes it {confidence} safe")
KEY_PAYBACK = say("is when the money is back; the plan says {planned}")
KEY_PAYBACK_UNPLANNED = say("is when the money is back; not planned by {last}")
KEY_NEVER = say("the money is back by {last}: {word}")
KEY_NOTHING_SPENT = say("has to be earned back")
SMALL_BOOKED = say("Saving per year")
SMALL_GAP = say("How sure with a reserve?")
SMALL_BAR = say("The booked, {period}")
BAR_BOOKED = say("booked: {amount}")
BAR_SAFE = say("safe: {amount}")
BAR_UNCERTAIN = say("uncertain: {amount}")
BAR_MISSING = say("missing on average: {amount}")
BAR_OVER = say("left over on average: {amount}")
NOTHING_HERE = say("No savings are booked.")
NO_RESERVE_HERE = say("No reserve is needed for\n99 out of 100 futures.")
AMOUNTS_IN = say("Charts in {unit}, {prices}.")
OVERVIEW_PICTURE = say(
    "Four key figures above three small charts: booked and realised saving per year, what of "
    "the booked is safe, uncertain and missing, and how sure the budget is with a reserve; below "
    "them ways out with their price."
)
KEY_FIGURE = say("Key figure")
NO_AMOUNT = say("nothing")
NO_SAVINGS = say("no")
LEFT_OUT = say("Left out: {chart}")
ILLUSTRATIVE = say("illustrative figures")
PAGE = say("{page} of {pages}")

QUESTIONS: Mapping[str, Text] = {
    "overview": say("The answer"),
    "then-and-now": say("What was expected, and what is expected now?"),
    "why-it-changed": say("Why has the expectation changed?"),
    "booked-savings": say("Will the savings come?"),
    "budget-gap": say("How big can the hole be?"),
    "booked-to-achieved": say("Why is money missing?"),
    "by-year-and-area": say("Which year and which committee?"),
    "investments": say("Which investment?"),
    "risk-drivers": say("Which uncertainty matters most?"),
    "cumulative": say("When is the money back?"),
    "double-bottom-line": say("Better and cheaper?"),
    "scenarios": say("Which scenario holds?"),
    "safe-saving": say("What is a krone worth?"),
    "paired-differences": say("Which is worth most?"),
    "core-cases": say("Which investments belong in it?"),
    "frontier": say("What does more money buy?"),
    "pooling": say("What is one common reserve worth?"),
}
"""What a chart answers, by the stem of its files."""
