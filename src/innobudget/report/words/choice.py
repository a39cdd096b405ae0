"""What is said about choosing among cases."""

from collections.abc import Mapping

from innobudget.domain.choosing import Objective, Standing
from innobudget.messages import Text, counted, say

OBJECTIVES: Mapping[Objective, Text] = {
    "safe-saving": say("the saving of {period} that is reached with {confidence} certainty"),
    "saving": say("the mean saving of {period}"),
    "npv": say("the mean net present value"),
    "least-outlay": say("the smallest planned outlay"),
}
CHECKED = say("To choose among, for {objective}:")
CASE = say("Case")
POOL = say("{name}, of {amount}")
PLAN_PAYBACK = say("Payback by the plan, years")
NEVER = say("never")
ALONE = say("{case} alone breaks: {rules}")
DECIDED = say("What is always in breaks: {rules}")

# Which cases, whatever happens

HEADING = say("{name}: {cases} to choose among, {trials} futures, seed {seed}")
CORE = counted(
    "{count} case belongs in it, also if its own benefit turns out a third smaller: {names}.",
    "{count} cases belong in it, also if their own benefit turns out a third smaller: {names}.",
    2,
    names=[],
)
NO_CORE = say("There is no case that belongs in it whatever happens.")
ALWAYS = say("Decided beforehand: {names}.")
DEPENDS = say("It depends:")
OUT = say("Not in it, whatever happens: {names}.")
FAILS = say("{name} ({rules})")
PAYBACK_OVER = say("payback over {years:n} years")
FALLS_OUT = say("{name} falls out {when}")
COMES_IN = say("{name} comes in {when}")
WHEN: Mapping[str, Text] = {
    "delay": say("if everything comes a year late"),
    "outlay": say("if every outlay is a fifth dearer"),
    "pools-0.8": say("if the pools are a fifth smaller"),
    "pools-1.2": say("if the pools are a fifth larger"),
}
"""By name of the stress; those of one case's benefit stand below."""
OWN_LESS: Mapping[float, Text] = {
    0.67: say("if its own benefit is a third smaller"),
    0.5: say("if its own benefit is half"),
}
OTHER_LESS: Mapping[float, Text] = {
    0.67: say("if the benefit of {case} is a third smaller"),
    0.5: say("if the benefit of {case} is half"),
}
OR = say("{one}, or {other}")
UNMET = say("Nothing keeps to the limits {when}.")

# The best, and what is beside it

BEST = say("Best: {names}, for {outlay} of planned outlay: {objective} is {value}.")
BEST_OUTLAY = say("Cheapest: {names}, for {outlay} of planned outlay.")
BEST_NONE = say("Best: none of the cases.")
AT_CHOICE = say("On the simulations that it was chosen on it was {at_choice}: {difference} {side}.")
FLATTERED = say("The best of many flatters itself.")
SIDES = (say("less"), say("more"))
"""Than the choice, or than on the run's own simulations."""
PROVED = counted(
    "{count} allowed portfolio was looked at.",
    "All {count} allowed portfolios were compared.",
    2,
)
NOT_PROVED = say("Too many portfolios are allowed to compare each: best found, not proved.")
BOUND = say("A solver says that none exceeds {bound}.")
SECOND = say("Second: {names}, {difference} {side} (± {error}).")
SECOND_ALIKE = say("As good as that: {names} ({difference} {side}, ± {error}).")
SECOND_SAME = say("Worth the same: {names}.")
SECOND_MORE = say(
    "Second when chosen, but on these futures {difference} {side} (± {error}): {names}."
)
SWAP = say("{into} instead of {out}")
WITH = say("with {names}")
WITHOUT = say("without {names}")
THE_SAME = say("the same cases")
NONE = say("none")
OTHERS = say("By {objective} it would be: {names}.")
NO_SAVING = say("Nothing is saved in {period} by {names}: this objective does not see them.")
MISSED = say("On other futures {name} is missed: kept to in {probability} of them.")
HOLDS = say("As booked now, the budget of {period} holds with {probability} probability.")
POOL_NUMBER = say("pool {number}")
FIND_IN = say("the demand of {amount} in {year}")
HOLE_OF = say("the ceiling of {amount} on the hole")
POOL_USED = say("Pool {name}: {used} of {amount} used.")

# Booking and knowledge

POOLING = say(
    "Together {one} can be booked in {period} with {confidence} certainty, costs counted in; if "
    "each case holds its own reserve, only {cases}."
)
POOLING_NOT = say(
    "Together {one} can be booked in {period} with {confidence} certainty, costs counted in; one "
    "reserve for all is worth nothing here: case by case it is {cases}."
)
SAFE_ALONE = say("{one} can be booked in {period} with {confidence} certainty, costs counted in.")
NOTHING_SAFE = say(
    "Nothing can be booked with {confidence} certainty: together {one}, case by case {cases}."
)
PILOT = say("A pilot that settles whether {name} works is worth {value} at most.")
GATES = say("To be able to stop {name} in time saves {value} of outlay on average.")
FRESH = say(
    "The figures are of other simulations than those that the choice was made on; that the "
    "estimates themselves are optimistic they do not catch."
)
AGAINST = say("{name} ({names}): {value}, {difference} {side} than the choice (± {error}).")
BREAKS = say("It breaks {rules}.")

# Table

CLASS = say("Standing")
STANDINGS: Mapping[Standing, Text] = {
    "core": say("core"),
    "depends": say("depends"),
    "out": say("out"),
    "always": say("decided"),
}
IS_CHOSEN = say("Chosen")
YES = say("yes")
OUTLAY = say("Planned outlay")
SAVING = say("Saving {period}, mean")
PAYBACK_YEARS = say("Payback, years")
SAFE_IN = say("To book {year}")
TOTAL = say("Together")
PARTS = say(
    "To book: each case's part of what can be booked together in each year by itself, {confidence} "
    "safe. The years add up to {sum}, which holds over {period} with {chance} probability."
)

# Charts

CASES_SHOWN = say("Filled: in the choice by {objective}; empty: not; blank: not asked.")
CASES_PICTURE = say(
    "A row of squares for each case, one for each thing that could turn out otherwise."
)
AS_ASSUMED = say("as\nassumed")
WORLDS: Mapping[str, Text] = {
    "delay": say("a year\nlater"),
    "outlay": say("outlay\n× 1.2"),
    "pools-0.8": say("pools\n× 0.8"),
    "pools-1.2": say("pools\n× 1.2"),
}
OWN_WORLDS: Mapping[float, Text] = {
    0.67: say("own\nbenefit\n× 0.67"),
    0.5: say("own\nbenefit\n× 0.5"),
}
FRONTIER_TITLE = say("For {outlay} of planned outlay {objective} is {value}")
FRONTIER_SHOWN = say(
    "Portfolios that none beats in both planned outlay (across) and objective (upright), {unit}. "
    "Diamond: the choice."
)
FRONTIER_PICTURE = say("A line that rises from left to right, with its largest steps numbered.")
STEP = say("Step")
POOLING_SHOWN = say("Safe to book in {period} with {confidence} certainty, {unit}.")
POOLING_PICTURE = say("Three bars, one for each way to hold the reserve.")
RESERVE_HELD = say("Reserve")
LEVELS: Mapping[str, Text] = {
    "one": say("One reserve for all"),
    "committees": say("One for each committee"),
    "cases": say("One for each case"),
}
