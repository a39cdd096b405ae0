"""What stands in a comparison's workbook only."""

from collections.abc import Mapping

from innobudget.messages import Text, say
from innobudget.report.words import sheets, workings

NAMES: Mapping[str, Text] = {
    "summary": sheets.NAMES["summary"],
    "years": say("Years"),
    "inputs": say("What differs"),
    "checks": sheets.NAMES["checks"],
    "about": sheets.NAMES["about"],
}
SHEETS: Mapping[str, Text] = {
    **workings.SHEETS,
    "summary": say("The answer in one screen: the figures side by side, differences, two charts."),
    "years": say("Every scenario year by year, its differences from the first, two charts."),
    "inputs": say("What the scenarios assume differently, with the figures of each."),
}
TITLE = say("Comparison of {count} scenarios")
SAME_FUTURES = say(
    "All scenarios meet the same futures, so a difference is taken in every one of them and "
    "then summarised."
)
SIGNS = say(
    "Signs: savings are positive, outlay is positive money out, a positive budget gap is a "
    "hole. A difference is a scenario minus {first}."
)
SIDE_BY_SIDE = say("Side by side, {period}")
MINUS_FIRST = say("Minus {first}")
MINUS_NOTE = say(
    "The differences of the figures above. ± is a standard error: what the number of futures "
    "leaves open, found trial by trial, so what the scenarios share is not in it."
)
IN_EVERY_FUTURE = say("The difference in every future")
IN_EVERY_FUTURE_NOTE = say(
    "How the difference to {first} is distributed: these are no differences of percentiles."
)
BEATS = say("Who saves more per {krone}")
BEATS_NOTE = say(
    "In how many futures the scenario of the row saves more per {krone} of expected outlay than "
    "that of the column."
)
WORTH_MORE = say("Who is worth more")
WORTH_MORE_NOTE = say(
    "In how many futures the scenario of the row has a higher NPV than that of the column."
)
BETTER_IS = say("Better is")
HIGHER = say("higher")
LOWER = say("lower")
NEITHER = say("a matter of choice")
OF_SIZE = say("says which is larger")
RATIO = say("{unit} per {krone}")
PROBABILITY_HIGHER = say("{measure}: higher in this share of the futures")
PROBABILITY_LOWER = say("{measure}: lower in this share of the futures")
STATISTIC = say("{measure}, {statistic}")
ERROR = say("{measure}, ±")
SAVING = say("Realised saving")
GAP = say("Budget gap")
GAP_MEAN = say("Budget gap, mean")
PER_KRONE = say("Saving per {krone} of expected outlay")
CHART_RATIO_ALT = say("Columns of the safe saving per {krone} of outlay, one for each scenario.")
CHART_HOLDS_ALT = say("Columns of the probability that the budget holds, one for each scenario.")
CHART_NET = say("Net effect year by year, mean")
CHART_NET_ALT = say("Lines of the mean net effect per year, one for each scenario.")
CHART_GAP = say("Budget gap year by year, mean")
CHART_GAP_ALT = say("Lines of the mean budget gap per year, one for each scenario.")
CHART_YEARS = say("Saving year by year, mean")
CHART_YEARS_ALT = say("Lines of the mean saving per year, one for each scenario.")
YEARS_PURPOSE = say(
    "Every year of each scenario, and its difference from {first}. The mean difference follows "
    "from the means; its percentiles are those of the difference in every future. The charts "
    "stand at the bottom."
)
DIFFERENCE_FROM = say("{name} minus {first}")
INPUTS_PURPOSE = say(
    "What the scenarios assume differently, and nothing else. An empty cell: the scenario does "
    "not have it. The figures are in the scenario files."
)
IN_COMMON = say("The whole scenario")
CASES = say("Investments")
NOTHING_DIFFERS = say("The scenarios assume the same.")
CASE_COUNT = say("Investments that are simulated")
DRIVER = say("Shared cause: {id}")
PLANNED_ALL = say("Planned saving, all years")
PLANNED_PERIOD = say("Planned saving, {period}")
BOOKED_PERIOD = say("Booked saving, {period}")
OUTLAY_ALL = say("Planned outlay, all years")
OTHERWISE = say("Something else (lines, years, stages, marks, indicators)")
DIFFERS = say("differs from the first")
CHECKS_PURPOSE = say(
    "What must agree, by formulas. 1: it holds; 0: it does not. The figures are differences."
)
CHECK_YEARS = say("Years add up to the period")
CHECK_PAIRED = say("Differences of means are means of differences")
CHECK_SHARES = say("Higher and lower are no more than all futures")
DIFFERENCE = say("Difference")
HOW_COMPARED = say("How scenarios are compared")
ABOUT_SAFE = (
    say("Safe saving"),
    say(
        "What the saving of the budget period reaches with the chosen confidence; per {krone}: "
        "over the expected outlay of the same years."
    ),
)
ABOUT_PAIRED = (
    say("The same futures"),
    say(
        "The first scenario's seed, trials and sampling hold for all. Draws belong to names: an "
        "investment that two scenarios have alike does exactly the same in both."
    ),
)
ABOUT_ERROR = (
    say("Standard error (±)"),
    say(
        "What the number of futures leaves open, right for the sampling used. It says nothing "
        "of whether the assumptions are right."
    ),
)
