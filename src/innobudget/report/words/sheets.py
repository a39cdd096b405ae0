"""What stands in the workbook only: names, units, notes, Assumptions and Plan."""

from collections.abc import Mapping

from innobudget.messages import Text, say

NAMES: Mapping[str, Text] = {
    "summary": say("Summary"),
    "assumptions": say("Assumptions"),
    "budget": say("Budget"),
    "plan": say("Plan"),
    "appropriations": say("Appropriations"),
    "results": say("Results"),
    "investments": say("Investments"),
    "drivers": say("Risk drivers"),
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
    "booked": say("booked"),
    "file": say("budget"),
    "line": say("line"),
    "other": say("other_lines"),
    "total": say("all_lines"),
}
NAMES_OF_CELLS: Mapping[str, Text] = {
    "base_year": say("base_year"),
    "horizon": say("horizon"),
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
    "whatif.share": say("what_if_booking_share"),
    "whatif.confidence": say("what_if_confidence"),
    "whatif.rate": say("what_if_discount_rate"),
    "whatif.start": say("as_in_scenario"),
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
    "changed: all formulas follow. Grey cells drive the simulation alone: a change there "
    "asks for a new run."
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
RAMP = say("Phase-in")
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

PLAN_PURPOSE = say(
    "What every investment costs and saves before any chance, by formulas from Assumptions."
)
PLAN_OUTLAY = say("Planned outlay")
PLAN_DISRUPTION = say("Planned disruption in the budget")
PLAN_STAGE_OUTLAY = say("Outlay, operating")
PLAN_STAGE_CAPITAL = say("Outlay, capital")
PLAN_EFFECT = say("Effect on")
BOOKED_GIVEN = say("Booked saving, before running costs")
PLAN_RUNNING = say("of which running costs")
