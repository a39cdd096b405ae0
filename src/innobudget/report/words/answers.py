"""What stands on the sheets that answer: Results, Investments, Summary, Risk drivers."""

from collections.abc import Mapping

from innobudget.messages import Text, say

# Results

RESULTS_PURPOSE = say(
    "How every measure is distributed over the run's {trials} trials. Blue figures are "
    "simulated; they change only with a new run."
)
RESULTS_PARTS = say(
    "Tracks, areas and kinds are worked out by the run alone, on all its trials and in the prices "
    "that stand above; only the figures of the portfolio lead to where this workbook does it."
)
RESULTS_ERRORS = say(
    "Standard error: how far the figure of another seed would typically be from this one; that "
    "of the reserve is also that of the safe booking."
)
TRACK_PART = say("Track: {name}")
AREA_PART = say("Area: {name}")
KIND_PART = say("Kind: {name}")
STANDARD_ERROR = say("standard error")
STATISTICS: Mapping[str, Text] = {
    "mean": say("mean"),
    "standard_error": say("standard error of the mean"),
    "sd": say("standard deviation"),
    **{
        f"p{percent:02}": say("P{percent}", percent=percent)
        for percent in (5, 10, 25, 50, 75, 90, 95)
    },
}
OTHERS = say("Gains that are in no budget figure")
GAP_AT_CONFIDENCE = say("Budget gap that is not exceeded with the chosen confidence")

# Investments

INVESTMENTS_PURPOSE = say(
    "One row per investment; the one that contributes most to the hole comes first. Numbers "
    "before names are the same on all sheets."
)
BOOKED_PERIOD = say("Booked {period}")
ACHIEVED_PERIOD = say("Realised {period}, mean")
SAFE_PERIOD = say("Safe booking of the case by itself {period}")
SAFE_ALONE = say("Safe booking of the case by itself, unspent outlay counted in")
MET_PERIOD = say("Met with probability, {period}")
HOLE = say("Contribution to the hole")
OPEN_HOLE = say("Missing in {open}, mean")
PAYBACK_MEDIAN = say("Paid back (median)")
NEVER = say("not by {year}")
NPV_SHORT = say("NPV")
RANKING = say("Ranking")
TARGET_SHORT = say("Target")
INDICATOR = say("Indicator")
QUALITY = say("Service quality")
TARGET_REACHED = say("probability of reaching the target")
OPEN_NOTE = say(
    "Missing in {open}: the investment's mean gap in the years that can still be changed; of one "
    "that was stopped or does not work at least what it has booked and does not save."
)
HOLE_NOTE = say(
    "Contribution to the hole: the investment's mean gap over {period} in the trials where "
    "the portfolio has a hole."
)

# Summary

MET_MESSAGE = say("The booked savings of {period} hold in {frequency} futures ({probability}).")
NOTHING_BOOKED_MESSAGE = say(
    "No savings are booked in {period}; the budget holds with probability {probability}."
)
RESERVE_MESSAGE = say("A reserve of {reserve} makes the budget hold with {confidence} confidence.")
NO_RESERVE_MESSAGE = say("The budget holds with {confidence} confidence without a reserve.")
SUMMARY_PURPOSE = say(
    "The answer in one screen. Blue figures come from {trials} simulated futures (the run), "
    "made {date} by innobudget {version}, seed {seed}."
)
SUMMARY_FOLLOW = say(
    "To follow a figure: “From” leads to the sheet Results, from there on to What-if and "
    "Trials or to Plan, and to Assumptions, where every input has its source. To change figures: "
    "What-if."
)
SUMMARY_CAVEAT = say(
    "Where the money's figures come from: {marks}. Only the investments are uncertain, "
    "the rest of the budget is not; contents, colours, what is not modelled, words: the sheet "
    "About."
)
PERCENTILES_READ = say(
    "P10, P50, P90: 1, 5 and 9 in 10 futures are at or below. What-if: the same from the trials "
    "in this workbook, with every change; as long as there is none, it is rarely more than twice "
    "± off the run, which does not follow changes."
)
DO_NOT_ADD_UP = say(
    "Reserves and safe bookings of the years do not add up to those of {period}, nor do "
    "percentiles: bad years seldom come together. A safe booking below 0: even with nothing "
    "booked, outlay and running costs are too often dearer than planned."
)
HOW_TO_READ = say("How to read this sheet")
KEY_FIGURES = say("Key figures")
BAND: Mapping[str, Text] = {
    "p10": say("P10 (low)"),
    "p50": say("P50 (middle)"),
    "p90": say("P90 (high)"),
}
BY_YEAR = say("Year by year")
CHART_SAVINGS = say("Booked saving against the realised range")
CHART_SAVINGS_ALT = say(
    "Columns of the booked saving per year with lines for P10, P50 and P90 of the realised saving."
)
CHART_CUMULATIVE = say("When is the money back? Cumulative net effect")
CHART_CUMULATIVE_ALT = say(
    "Lines for P10, P50 and P90 of the cumulative net effect per year; above zero it is paid back."
)

IN_THE_RUN = say("In the run, {unit}: {figures}.")
OF_A_YEAR = say("{year}: booked {booked}, P10 {p10}, P50 {p50}, P90 {p90}")
RANGE_OF_A_YEAR = say("{year}: P10 {p10}, P50 {p50}, P90 {p90}")

# Risk drivers

DRIVERS_PURPOSE = say(
    "Which uncertainty moves the hole and the value most; the most important comes first. "
    "All figures are simulated."
)
TORNADO = say("If it falls out low, if it falls out high (tornado)")
TORNADO_NOTE = say(
    "Mean outcome in the lowest and in the highest tenth of each input; the gap is that of "
    "{period}."
)
LOW_END = say("low end")
HIGH_END = say("high end")
VARIANCE = say("Share of the budget gap's variance")
NPV_VARIANCE = say("Share of the NPV's variance, per cent")
VARIANCE_NOTE = say("What each input explains by itself; the rest needs several together.")
INTERACTIONS = say("Several together (interactions)")
SHARED_CAUSE = say("shared cause")

# Chart figures

CURVES_PURPOSE = say(
    "What the charts draw that stands on no other sheet, of {period}. Blue figures are the run's; "
    "those of What-if follow every change."
)
CHARTS_TITLE = say("Where the charts' figures stand")
CHARTS_NOTE = say(
    "Each series of the report's charts by the file of its picture. A click in the column From "
    "leads to its cells; the column Chart beside those leads back."
)
DRAWN = say("Chart and series")
CHART = say("Chart")
STEPS_TITLE = say("From booked to missing, on average")
STEP = say("Step: {name}")
STEP_ACHIEVED = say("Achieved, mean")
STEP_AFTER_COSTS = say("Left after all steps, mean")
STEP_MISSING = say("Missing, mean budget gap")
WAYS_TITLE = say("Ways out of a budget that is not safe, in the run")
WAYS_TITLE_OPEN = say("Ways out in the run: bookings change from {year} on")
WAYS: Mapping[str, Text] = {
    "reserve": say("A reserve is set aside"),
    "book_less": say("Less is booked of every saving"),
    "book_later": say("Every saving is booked a year later"),
}
WAY_PRICE = say("Price")
SAFE_SHARE_TITLE = say("How much may be booked, one share for all")
SAFE_SHARE = say("Largest booking share at which the budget holds with the chosen confidence")
CHOICE_TITLE = say("Booking choice: one share for all savings, running costs in full")
CHOICE_TITLE_OPEN = say(
    "Booking choice: one share for all savings from {year} on, running costs in full; what is "
    "booked for the years before stands"
)
CHOICE = say("If this share is booked")
HOLDS_RUN = say("Budget holds, run")
HOLDS_NOW = say("Budget holds, What-if")
MET_RUN = say("Booked savings hold, run")
MET_NOW = say("Booked savings hold, What-if")
EXCEEDANCE_TITLE = say("How big the gap can be (exceedance)")
EXCEEDANCE = say("Budget gap that is exceeded with this probability")
EXCEEDED = say("Probability")
CASES_BY_YEAR = say("Year by year, each by itself")
CASES_NOTE = say(
    "What an investment can safely book by itself; percentiles and safe bookings of several do not "
    "add up. Below 0: even with nothing booked it costs more than the budget has for it that "
    "often. Outlay that is not spent counts as room for a booking."
)
SAVING_STATISTIC = say("Realised saving, {statistic}")
BOTH_REACHED = say("probability of saving as booked and target reached")
SWING = say("Swing of the gap")
PLAN_CUMULATIVE = say("Planned net effect so far")
