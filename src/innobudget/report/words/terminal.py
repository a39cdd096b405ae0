"""What the command line says about a run and a check."""

from collections.abc import Mapping

from innobudget.messages import Text, counted, say

HEADING = say("{name}: {cases}, {trials}, seed {seed}")
CASES = say("{count} investments")
ONE_CASE = say("1 investment")
TRIALS = say("{count} futures")
ONE_TRIAL = say("1 future")
BOOKED_HOLD = say(
    "Do the booked savings hold? {answer}: {met} that all of {booked} is realised in {period}."
)
NOTHING_BOOKED = say("Nothing is booked in {period}.")
BUDGET_HOLDS = say("Does the budget hold, outlay included? {holds}.")
PLUS_MINUS = say(" (±{points} points)")
PLUS_MINUS_AFTER = say(" (±{points} points after {trials})")
MISSING = say("How much is missing? {mean} on average (8 out of 10 futures: from {low} to {high}).")
NOT_MISSING = say(
    "How much is missing? Nothing on average: {mean} is left over (8 out of 10 futures: "
    "from {low} to {high})."
)
NOTHING_MISSING = say("How much is missing? Nothing is missing and nothing is left over.")
SHORT = say("{amount} missing")
OVER = say("{amount} left over")
RESERVE = say("What reserve makes it {confidence} safe? {reserve} over {period}.")
NO_RESERVE = say("What reserve makes it {confidence} safe? None.")
CASE_FIRST = say("Which investment to look at first? {finding}.")
WHEN_BACK = say("When is it paid back? {finding}.")
CHANCE_IN_WORDS = say("{word}, {frequency}")
ANSWERED = say("{answer}: {chance}")
CHANCE = say("{percent} probability")
TABLE = say("{unit}, {prices}")
EXPECTED = say("Realised, mean")
RANGE_LOW = say("  one in ten is below")
RANGE_HIGH = say("  one in ten is above")
PROBABILITY = say("Comes in full, probability")
GAP = say("Missing (− left over), mean")
RESERVE_ROW = say("Reserve, {confidence} safe")
MEASURES: Mapping[str, Text] = {"met": PROBABILITY, "reserve": RESERVE_ROW}
"""Of the table, by key of the measure; of others their names."""
WRITTEN = say("Written to {folder}: {files}")
REMOVED = say("Removed with the earlier report: {files}")
KEPT = say("The earlier report is kept in {folder}.")
DOUBTS = say("{count} things to know before you trust it:")
NO_DOUBTS = say("Nothing doubtful was found.")
ONE_DOUBT = say("1 thing to know before you trust it:")

CHECK_HEADING = say("{name}: {cases}, {years}, {unit}, {prices}")
LINES = counted("{count} line", "{count} lines", 0)
AREAS = counted("{count} area", "{count} areas", 0)
LINES_IN_AREAS = say("{lines} in {areas}")
BUDGET_READ = say("Budget: {file}, {lines} in {areas}, {years}, unit {unit}")
NO_BUDGET = say("Budget: none; savings are tied to no line")
FALLS_ON = say("falls on {lines}")
NOT_ON = say(", not on {lines}")
OF_INCOME = say(" (income)")
FALLS_ON_NONE = say("falls on no line")
STANDS_ON = say("outlay and disruption stand on {lines}")
GRANTS = say("grants, which its own outlay is less: {amounts}")
PLANNED_ROW = say("planned")
BOOKED_ROW = say("booked")
BY_HAND = say("success {success} × mean factor {factor}; late by 0, 1, … years: {lag}")
MORE_BOOKED = say("booked above planned in {years}")
TAKEN = say("Lines that all investments together take the most of:")
TAKEN_LINE = say("{line} {name}: {share} in {year}, by {investments}")
TOTAL = say("All")
BY_HAND_ROW = say("calculated by hand")
