"""What stands on the sheets that show how: About, Trials, What-if, Checks, Budget."""

from collections.abc import Mapping

from innobudget.messages import Text, counted, say

# About

ABOUT_PURPOSE = say(
    "What made this workbook, what its words and signs mean, and what was found on reading."
)
RUN = say("The run")
SCENARIO = say("Scenario")
DESCRIPTION = say("Description")
SCENARIO_FILE = say("Scenario file")
BUDGET_FILE = say("Budget file")
NO_BUDGET = say("none: the savings are tied to no budget line")
VERSION = say("Made by innobudget")
DATE = say("Date")
COMMAND = say("Command line")
SHA256 = say("SHA-256 of {file}")
TRIALS_SHOWN = say("Of these on the sheet Trials")
SOURCE_NUMBER = say("Source {number}")
COLOURS = say("Colours")
COLOUR_INPUT = say("Input: may be changed, formulas follow")
COLOUR_GIVEN = say("Used by the simulation: a change asks for a new run")
COLOUR_CALCULATED = say("Calculated by a formula")
COLOUR_SIMULATED = say("Simulated by the run: changes only with a new run")
COLOUR_NOTE = say("Notes, and standard errors (±)")
COLOUR_TOTAL = say("A sum of what stands above")
COLOUR_GOOD = say("A check holds")
COLOUR_BAD = say("A check does not hold")
EXAMPLE = say("example")
CONVENTIONS = say("Conventions")
DOUBTS = say("Found on reading")
NO_DOUBTS = say("Nothing to remark.")
DOUBT = say("found {found}; expected {expected}; to fix: {remedy}")
NOT_MODELLED = say("Not modelled")
GLOSSARY = say("Words")

CONTENTS = say("Contents")
SHEETS: Mapping[str, Text] = {
    "summary": say("The answer in one screen: the message, key figures, the years, two charts."),
    "assumptions": say(
        "Every figure that was typed, with unit, mark and source. Yellow cells may be changed."
    ),
    "budget": say(
        "The budget lines that investments touch, before and after; the other lines in sums."
    ),
    "plan": say("What every investment costs and saves before any chance, by formulas."),
    "appropriations": say("What goes into the budget system, line by line."),
    "results": say("How every measure is distributed, for the portfolio, tracks, areas and kinds."),
    "investments": say("One row per investment, the biggest contribution to the hole first."),
    "drivers": say("Which uncertainty moves the hole and the value most."),
    "curves": say("What the charts draw: steps, ways out, booking choice, exceedance."),
    "whatif": say(
        "Try it: booking share, confidence, discount rate, and each investment on or off."
    ),
    "trials": say("The simulated futures that What-if computes from, one row each."),
    "checks": say("What must agree, and whether it does."),
    "about": say("Contents, the run, colours, doubts, conventions, what is not modelled, words."),
}

# Trials

TRIALS_PURPOSE = say(
    "{count} of the run's trials, all equally likely, spread evenly over the portfolio's "
    "budget gap of the budget period. What-if computes from them."
)
TRIALS_READING = say(
    "To the right, in blue, each trial's weights as they were drawn (blank: zero), and above them "
    "the plan's amounts for each year, by formulas from Plan. To the left what follows: a trial's "
    "saving, outlay or disruption is the sum of its weights times these amounts. Paid back from "
    "{late}: not within the years shown."
)
TRIAL = say("Year of the plan, trial of the run")
WEIGHT = say("{case}. {parts}")
WEIGHTS: Mapping[str, Text] = {
    "benefit": counted("saving, {count} year late", "saving, {count} years late", 0),
    "late_success": counted(
        "certain saving, {count} year late", "certain saving, {count} years late", 0
    ),
    "success": say("running cost"),
    "outlay": say("outlay, stage {count}"),
    "grant": say("grant, stage {count}"),
    "disruption": say("disruption, stage {count}"),
    "realised": say("realised"),
}
SAVING_PERIOD = say("Saving in the budget period")
GAP_PERIOD = say("Budget gap in the budget period")
PAID_BACK_FROM = say("Paid back from")
TRIAL_BLOCKS: Mapping[str, Text] = {
    "saving": say("All savings"),
    "net_effect": say("Net effect"),
    "budget_gap": say("Gap"),
    "cumulative_net": say("Net effect so far"),
}
DISCOUNT_FACTOR = say("Discount factor")
BUDGETED_NET = say("Net effect in the budget")

# What-if

WHATIF_PURPOSE = say(
    "Change the yellow cells here or on Assumptions: probabilities, percentiles, reserve and "
    "charts follow at once, computed from the sheet Trials. Only chance itself asks for a new run. "
    "Checks lists every change with the run's value."
)
WHATIF_SCALES = say(
    "Scales and delays change what happens, not what the budget has adopted; running costs and "
    "savings that are certain are not scaled. An investment that is switched off is neither in the "
    "budget nor carried out. In the run: 1, 100 % and 0 years."
)
WHATIF_ERRORS = say(
    "±: standard error of a figure from so many trials. The run's own figure, from all its "
    "trials and with the scenario's settings, stands beside; it does not change."
)
CONTROLS = say("Settings")
SETTING = say("Setting")
USE = say("Type here")
IN_SCENARIO = say("In the scenario")
SHARE_TOLD = say("of savings before running costs")
SHARE_TOLD_OPEN = say(
    "of savings before running costs from {year} on; what is booked for the years before stands"
)
SHARE_OF_NONE = say("every investment books its own")
SHARE_OF_NO_YEAR = say("every year is budgeted already")
CONFIDENCE_TOLD = say("that the budget holds")
RATE_TOLD = say("a year, real")
CASE_UNITS = say("1/0; per cent; years")
CASE_CONTROLS: Mapping[str, Text] = {
    "on": say("Switched on (1/0)"),
    "saving_times": say("Saving times"),
    "outlay_times": say("Outlay times"),
    "disruption_times": say("Disruption times"),
    "extra_delay": say("Extra years of delay"),
}
WHATIF_BOOKINGS = say("Booked per year")
WHATIF_BOOKINGS_NOTE = say(
    "A blank row: the booking share applies. An amount holds until a later year says otherwise, "
    "and is 0 before the first. Running costs are booked in full beside it."
)
WHATIF_BOOKINGS_OPEN = say(
    "No amount from {year} on: the booking share applies to these years. No amount before: the "
    "share in the scenario stands. An amount holds until a later year says otherwise, and is 0 "
    "before the first. Running costs are booked in full beside it."
)
WHATIF_BOOKINGS_CLOSED = say(
    "Every year is budgeted already: without amounts, what is booked stands. An amount holds until "
    "a later year says otherwise, and is 0 before the first. Running costs are booked in full "
    "beside it."
)
BOOKED_NET = say("{period}, net")
SAMPLING_TITLE = say("How exact What-if is")
SAMPLING_NOTE = say(
    "The ± of a percentile: how far off the percentiles are that lie a standard error of its "
    "rank above and below."
)
TRIALS_USED = say("Trials used")
RANK_ERROR = say("Standard error of the rank of {statistic}")
WHATIF_CASES = say("Investments on and off")
ANSWER = say("The answer")
WHATIF_FIGURE = say("What-if")
PLUS_MINUS = say("±")
WHATIF_NOW = say("Portfolio, What-if with its present settings")
WHATIF_BUDGET = say("In the budget, with these settings")
BUDGETED_SPENDING = say("Budgeted outlay and disruption")
TOTAL = say("in all")
PERCENTILE_SHOWN: Mapping[str, Text] = {
    "p10": say("Low percentile, P10"),
    "p50": say("Middle percentile, P50"),
    "p90": say("High percentile, P90"),
}
ALLOWED_UNIT = say("of what is allowed")
CHECK_ERRORS = say("What-if may be off the run by (standard errors)")

SUBJECT = say("Uncertain savings in a municipal budget: simulated by innobudget")

# Budget and appropriations

BUDGET_PURPOSE = say(
    "The lines that investments touch, before and after the booked savings; all other lines "
    "of the file in sums by area and kind. No.: the same line has the same number here and on the "
    "sheet Appropriations."
)
BUDGET_MISSING = say("The scenario has no budget file: only the changes are shown, on no line.")
BUDGET_LINE = say("Budget line")
ACCOUNT_NUMBER = say("No.")
NO_LINE_IN_FILE = say("no line in the budget file")
OTHER_LINES = say("Other lines ({count})")
IN_ALL = say("In all")
FILE_TOTAL = say("All lines of the file, added up on reading (control)")
AS_IN_FILE = say("Adopted budget, as in the file")
BEFORE_TITLE = say("Budget before these changes")
CHANGES_TITLE = say("Booked savings, outlays and disruptions")
AFTER_TITLE = say("Budget after")
FALLS_ON = say("Lines that an effect is a share of, or is split over")
FALLS_NOTE = say(
    "A share is taken of the sum; an amount is split by the sizes of the lines, without signs."
)
AREA_AND_KIND = say("Area, kind")
CASE_AND_EFFECT = say("Investment, effect")
LINES_SUM = say("Sum of these lines")
LINES_SIZE = say("Sum without signs")
FILE_LAST_YEAR = say("Last year taken from the file")
APPROPRIATIONS_PURPOSE = say(
    "What goes into the budget system, line by line; the same stands in appropriations.csv."
)
APPROPRIATIONS_HELD = say(
    "The budget file is after these changes. What it does not hold, because its last year goes "
    "on in the years after it, stands below and in appropriations.csv."
)
APPROPRIATIONS_WHOLE = say(
    "The file rounds to whole units of the currency, so that parts add up to their totals."
)
STILL_TO_BOOK = say("Still to be booked: what differs from what the budget file holds")
BOOKED_CHANGES = say("Booked savings")
SPENDING_CHANGES = say("Outlays and disruptions")
NET_CHANGE = say("Net change of the budget")
WHAT = say("What")
LASTS = say("Lasts")
PERMANENT = say("permanent")
TEMPORARY = say("temporary")
CHANGES: Mapping[str, Text] = {
    "saving": say("booked saving"),
    "running": say("running cost"),
    "outlay": say("outlay"),
    "disruption": say("disruption"),
}
BOOKED_TOO_EARLY = say("no saving is planned in the year")
NAMES_NO_LINE = say("the scenario names no budget line ({key})")
