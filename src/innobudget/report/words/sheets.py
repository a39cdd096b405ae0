"""What stands in the workbook only: names, units, notes, Assumptions and Plan."""

from collections.abc import Mapping

from innobudget.messages import Text, counted, say

NAMES: Mapping[str, Text] = {
    "summary": say("Summary"),
    "assumptions": say("Assumptions"),
    "budget": say("Budget"),
    "plan": say("Plan"),
    "appropriations": say("Appropriations"),
    "results": say("Results"),
    "investments": say("Investments"),
    "drivers": say("Risk drivers"),
    "curves": say("Chart figures"),
    "whatif": say("What-if"),
    "trials": say("Trials"),
    "checks": say("Checks"),
    "about": say("About"),
}

FOLLOWED: Mapping[str, Text] = {
    "summary": NAMES["summary"],
    "followup": say("Follow-up"),
    "facts": say("Facts"),
    **NAMES,
}
"""Of a follow-up, which has two more."""

# Columns and units

UNIT = say("Unit")
MARK = say("Mark")
SOURCE = say("Source")
VALUE = say("Value")
FIGURE = say("Figure")
FROM = say("From")
SEE_ALSO = say("Worked out on")
ITEM = say("Item")
ASSUMPTION = say("Assumption")
UNCERTAINTY = say("Uncertainty")
DETAIL = say("Detail")
BUDGET_YEAR = say("B")
ESTIMATE_YEAR = say("BE{number}")
LATER_YEARS = say("after")
SHARE = say("per cent")
YES_NO = say("1 = yes, 0 = no")
FACTOR = say("factor")
YEAR_UNIT = say("year")
YEARS_UNIT = say("years")
COUNT_UNIT = say("number")
WORDS_UNIT = say("text")
CHOSEN = say("chosen")
FROM_SCENARIO = say("{file}, {table}")
BUILT_IN_CODE = say("scenario built in code")
FROM_PROGRAM = say("innobudget's own convention")
FROM_BUDGET = say("budget file {file}")

# What may be typed

WRONG_INPUT = say("This value is not possible")
ONE_OF = say("Type one of: {choices}.")
A_NUMBER = say("Type a number.")
A_NUMBER_WITHIN = say("Type a number from {low} to {high}.")
A_NUMBER_FROM = say("Type a number of at least {low}.")
A_NUMBER_TO = say("Type a number of at most {high}.")
NEW_RUN_TITLE = say("Asks for a new run")
NEW_RUN = say(
    "Only the simulation uses this: change it in the scenario, and run that again. No formula here "
    "would follow."
)

# Defined names of inputs

NAME_PARTS: Mapping[str, Text] = {
    "case": say("case"),
    "stage": say("stage"),
    "effect": say("effect"),
    "outlay": say("outlay"),
    "capital_outlay": say("capital_outlay"),
    "grant": say("grant"),
    "disruption": say("disruption"),
    "success": say("success"),
    "cofinancing": say("cofinancing"),
    "budgeted": say("disruption_budgeted"),
    "amount": say("amount"),
    "share": say("share"),
    "ramp": say("phase_in"),
    "refund": say("refund"),
    "from": say("first_year"),
    "years": say("duration"),
    "booked": say("booked"),
    "on": say("switched_on"),
    "saving_times": say("saving_times"),
    "outlay_times": say("outlay_times"),
    "disruption_times": say("disruption_times"),
    "extra_delay": say("extra_delay"),
    "file": say("budget"),
    "line": say("line"),
    "other": say("other_lines"),
    "total": say("all_lines"),
}
NAMES_OF_CELLS: Mapping[str, Text] = {
    "base_year": say("base_year"),
    "horizon": say("horizon"),
    "first_open_year": say("first_open_year"),
    "stress_years": say("stress_years"),
    "stress_part": say("stress_part"),
    "discount_rate": say("discount_rate"),
    "confidence": say("confidence"),
    "booking_share": say("booking_share"),
    "p10": say("low_percentile"),
    "p50": say("middle_percentile"),
    "p90": say("high_percentile"),
    "check_errors": say("allowed_errors"),
    "tolerance": say("tolerance"),
    "file_last": say("file_last_year"),
    "growth": say("budget_growth"),
    "already": say("already_in_budget"),
    "whatif.n": say("trials_used"),
    "whatif.rank.p10": say("rank_error_low"),
    "whatif.rank.p50": say("rank_error_middle"),
    "whatif.rank.p90": say("rank_error_high"),
    "whatif.rank.confidence": say("rank_error_confidence"),
}
"""Cells that many formulas draw on."""

# Notes on units and signs

UNITS = say("Amounts in {unit}, {prices}. Cells hold full precision; rounding is by format only.")
SIGNS_CASES = say(
    "Signs: savings are positive, outlay and disruption are positive money out; "
    "a positive budget gap is a hole in the adopted budget."
)
SIGNS_BUDGET = say(
    "Signs: expenditure is positive, income is negative; a booked saving is negative."
)

# Assumptions

ASSUMPTIONS_PURPOSE = say(
    "Every figure that was typed, with its unit, source and mark. Yellow cells may be "
    "changed: all formulas follow. Grey cells drive the simulation: a change there asks for "
    "a new run. Phase-in: its 1st, 2nd … year from the left; blank: as the year before."
)
GENERAL = say("In common")
BASE_YEAR = say("Base year (the budget year)")
HORIZON = say("Horizon")
PRICE_LEVEL = say("Price level")
FILE_PRICE_LEVEL = say("Price level that the budget file states")
ALREADY_IN_BUDGET = say("The budget file has the booked savings deducted")
GROWTH = say("Growth past the budget file's last year")
TRIALS = say("Trials in all")
SEED = say("Seed of the random numbers")
SAMPLING = say("Sampling")
TOLERANCE = say("Amounts are compared to")
OTHER_CAUSES = say("Shared causes")
CORRELATION = say("Correlation of {quantity}")
CORRELATED = say("within a track {within}, across tracks {across}")
APPLIES_TO = say("on {whom}: {loads}")
ALL_INVESTMENTS = say("all investments")
CASE_NOTE = say("Track: {track}. Owner: {owner}. Area: {area}.")
NOBODY = say("not stated")
COFINANCING = say("Co-financing (paid by others)")
DISRUPTION_BUDGETED = say("The adopted budget holds the disruption")
STAGE_OUTLAY = say("Outlay, operating (gross)")
STAGE_CAPITAL = say("Outlay, capital (gross)")
STAGE_DISRUPTION = say("Disruption by stage")
STAGE_GRANT = say("Grant to the outlay (paid by others in kroner)")
STAGE_SUCCESS = say("Probability of passing on")
STAGE_NUMBER = say("stage {number}")
FULL_AMOUNT = say("Full-year saving")
FULL_SHARE = say("Full-year saving, share of lines")
RUNNING_COST = say("Running cost, full year")
FIRST_YEAR = say("First year of the effect")
DURATION = say("Lasts so many years (blank: to the end)")
RAMP = say("Phase-in")
RAMP_UNIT = say("%: 1st, 2nd …")
RAMP_STEP = say("{number}th year")
TYPED_ON = say("typed on {sheet}")
REFUND = say("Share refunded by the state")
CERTAIN_EFFECT = say("certain when it works")
EFFECT_NUMBER = say("effect {number}")
NO_LINE = say("no budget line")
QUANTITIES: Mapping[str, Text] = {
    "cost_factor": say("Realised over planned outlay"),
    "disruption_factor": say("Realised over planned disruption"),
    "benefit_factor": say("Realised over planned saving, if it works"),
    "failure_factor": say("The same, if it fails in operation"),
    "delay": say("Delay of the saving"),
}
EVIDENCE = say("Evidence")
QUANTITY = say("Uncertain quantity")
FORM = say("Form")
OF_A_DISTRIBUTION = (
    say("Mean"),
    say("Low, or P10"),
    say("Likeliest, or middle"),
    say("High, or P90"),
    say("Lowest possible"),
    say("Highest possible"),
)
FORMS: Mapping[str, Text] = {
    "certain": say("certain"),
    "uniform": say("uniform between its ends"),
    "triangular": say("triangular between its ends"),
    "pert": say("PERT between its ends"),
    "normal": say("normal, standard deviation {sd}"),
    "lognormal": say("lognormal, standard deviation {sd}"),
    "percentiles": say("through three percentiles"),
    "choice": say("one of: {pairs}"),
}
"""What low, middle and high are is said by the form: ends and mode, or percentiles."""
QUANTITY_NAMES: Mapping[str, Text] = {
    "cost": say("outlay"),
    "disruption": say("disruption"),
    "success": say("success"),
    "benefit": say("saving"),
    "failure": say("failure"),
    "delay": say("delay"),
}
BASELINE = say("Indicator today")
TARGET = say("Indicator at full effect")
CERTAIN = say("{value} (certain)")
UNIFORM = say("uniform from {a} to {b}")
TRIANGULAR = say("triangular: lowest {a}, most likely {b}, highest {c}")
PERT = say("PERT: lowest {a}, most likely {b}, highest {c}")
NORMAL = say("normal: mean {a}, standard deviation {b}")
LOGNORMAL = say("lognormal: mean {a}, standard deviation {b}")
PERCENTILES = say("10 % below {a}, middle {b}, 10 % above {c}")
CHOICE = say("{value} with {probability}")
AT_LEAST = say(", at least {value}")
AT_MOST = say(", at most {value}")

# Plan

REALISED = say("Realised; it stands instead of what was simulated")
REALISED_PART = say("Part of the year that this is of")
STILL_SIMULATED = say("Still simulated, the realised apart")
FIRST_OPEN_YEAR = say("First year whose bookings can be changed")
IS_OPEN = say("Bookings can be changed")
OPEN_SHARE = say("Booking share that counts in the year")
PLAN_PURPOSE = say(
    "What every investment costs and saves before any chance, by formulas from Assumptions."
)
PLAN_LATE_NOTE = say(
    "Realised saving, so many years late: what a saving is if it works and comes late; the column "
    "of the period has the years of delay, those that What-if adds among them. Trials draws on it."
)
PLAN_HELD = say("Booking typed on What-if, blanks filled")
PLAN_FULL = say("Full-year saving, our part")
PLAN_STEPS = say("Phase-in, blanks filled")
PLAN_AGE = say("Years since the effect began")
PLAN_LATER = say("Realised saving, {count} years late and one more")
STRESS_YEARS = say("Stress: whole years that every saving comes later")
STRESS_PART = say("Stress: part of a year beside them")
PLAN_LATE = counted("Realised saving, {count} year late", "Realised saving, {count} years late", 0)
PLAN_OUTLAY = say("Planned outlay")
PLAN_DISRUPTION = say("Planned disruption in the budget")
PLAN_STAGE_OUTLAY = say("Outlay, operating")
PLAN_STAGE_CAPITAL = say("Outlay, capital")
PLAN_EFFECT = say("Effect on")
BOOKED_GIVEN = say("Booked saving, before running costs")
PLAN_RUNNING = say("of which running costs")
