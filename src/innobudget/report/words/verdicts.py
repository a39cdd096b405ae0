"""What the sheet Checks says: checks, inputs, and the verdict on every sheet."""

from collections.abc import Mapping

from innobudget.messages import Text, say

CHECKS_PURPOSE = say(
    "What must agree, by formulas. 1: it holds; 0: it does not; –: it is asked of the run alone, "
    "and something has been changed since."
)
CHECKS_READING = say(
    "The figures are differences; those of What-if in per cent of what is allowed, {errors} "
    "standard errors of so many plain trials."
)
CHECK = say("Check")
HOLDS = say("Holds")
TOLERANCE_HEADING = say("Tolerance")
ALL_CHECKS = say("All checks together")
ALL_PASS = say("All checks pass.")
SOME_FAIL = say("Error: a check fails, see the sheet Checks.")
AS_RUN = say("As the run: nothing is changed, and every check holds.")
STATE_CHANGED = say("Changed by you: {names}")
STATE_UNUSABLE = say(
    "Error: {name} is no number that can be used here; the figures by year take the run's instead, "
    "see the sheet Checks."
)
CANNOT = say("cannot be computed")
CANNOT_NAME = say("said in place of figures while an input cannot be used")
STATE = say("State (0: as the run, 1: changed, 2: error)")
STATES: Mapping[str, Text] = {
    "run": say("said as the run"),
    "changed": say("said when something is changed"),
    "error": say("said when something is wrong"),
    "nothing": say("said of changes when nothing is booked"),
    "booked": say("said of changes when something is booked"),
}
INPUTS_CHANGED = say("Inputs that differ from the run")
INPUTS_UNUSABLE = say("Inputs that cannot be used")
CHECKS_COUNT = say("Checks in all")
CHECKS_FAILED = say("Checks that fail")
CHANGE_NAMED = say("Change {number}")
MET_CHANGED = say(
    "With your changes, the booked savings of {period} hold with a probability of {met} % "
    "(What-if, from the trials in this workbook)."
)
NOTHING_CHANGED = say(
    "With your changes, no savings are booked in {period}; the budget holds with a probability of "
    "{holds} % (What-if, from the trials in this workbook)."
)
RESERVE_CHANGED = say(
    "A reserve of {reserve} makes the budget hold with {confidence} % confidence."
)
INPUTS_TITLE = say("Every input: whether it can be used, and whether it is changed")
INPUTS_NOTE = say(
    "1: a number that can be used; 0: blank, text, or outside what is allowed, and the run's "
    "figures are used instead. These do not move: type them into the cell that the link leads to, "
    "and it is as the run again."
)
INPUT = say("Input")
WHERE = say("Stands in")
USABLE = say("Can be used")
USED_TITLE = say("What formulas use of the inputs, and what the run had")
USED_NOTE = say(
    "Every formula draws on these rows: the inputs as they are typed, or the run's figures while "
    "an input of the row cannot be used."
)
USED_NAME = say("{name}_used")
THOUSANDS_MARK = say("What this program writes between thousands")
DECIMAL_MARK = say("What it writes before decimals")
RESERVE_IN_MILLIONS = say("Reserve in millions, as it is said")
RESERVE_IN_UNITS = say("Reserve in full, as it is said")
LOWEST_ALLOWED = say("Lowest")
HIGHEST_ALLOWED = say("Highest")
CHANGED = say("Changed")
CHANGE_NUMBER = say("Which change")
TOLD = say("Called")
CHECK_PLAN = say("The plan is the one that was simulated")
CHECK_PARTS = say("Parts add up")
CHECK_BUDGET = say("The budget adds up")
GIVEN_AS_RUN = say("Grey cells of Assumptions that are changed")
GIVEN_ASKS = say("Against the run: a change asks for a new one")
ROWS_UNIT = say("rows")
GIVEN_TITLE = say("Grey cells of Assumptions, as the run had them")
GIVEN_NOTE = say(
    "1: as the run had them; 0: changed since. The trials hold what these cells said: put them "
    "back, or change the scenario and run it again."
)
CHECK_WHATIF = say("What-if agrees with the run")
PLAN_IS_RUN = say("Plan against the run")
TRACKS_ADD_UP = say("Tracks add up to the portfolio")
AREAS_ADD_UP = say("Areas add up to the portfolio")
KINDS_ADD_UP = say("Kinds add up to the portfolio")
NET_EFFECT_MEAN = say("mean net effect")
ADDS_UP = say("sum against sum")
RESERVE_IS_GAP = say("the gap at the confidence, or 0")
BUDGET_IS_FILE = say("The budget shown is all of the file")
APPROPRIATIONS_ARE_BOOKED = say("Appropriations hold all booked savings")
BOOKED_ON_LINES = say("Nothing is booked in years without planned savings")
APPROPRIATIONS_ARE_SPENT = say("Appropriations hold all budgeted outlay")
BUDGET_CHANGES = say("The budget changes by what is appropriated")
WHATIF_IS_RUN = say("What-if against the run")
