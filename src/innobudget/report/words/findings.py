"""What the charts find about the budget and the payback: titles, and the sentence below."""

from innobudget.messages import say

# The verdict on the budget

BUDGET_ALWAYS = say("The budget of {period} holds in every future")
BUDGET_HOLDS = say("The budget of {period} holds in {holds} of the futures")
BUDGET_HOLDS_THOUGH = say("The budget of {period} holds, although not all savings come")
BUDGET_HOLDS_WORSE = say("The budget of {period} holds, but service falls")
BUDGET_EDGE = say("The budget of {period} is on the edge: it holds in {holds} of the futures")
BUDGET_UNSURE = say("The budget of {period} holds in {holds} of futures; wanted is {confidence}")
# What is missing is the whole of it: the cause is told of its largest part.
COSTS_MORE = say("Costs exceed the budget: {missing} is missing on average, all counted in")
SAVES_LATER = say(
    "Savings come later than budgeted: {missing} is missing on average, all counted in"
)
SAVES_LESS = say("Savings are smaller than booked: {missing} is missing on average, all counted in")
MONEY_MISSING = say("{missing} is missing on average in the budget of {period}")
DOES_IT_HOLD = say("Does the budget of {period} hold? {answer}.")

# Will the booked savings come?

COSTS_BOOKED = say("The budget of {period} has booked running costs of {cost}, not savings")
COSTS_LEAD = say("In {frequency} futures they are no larger; the average is {cost_mean}.")
COSTS_LEAD_LARGER = say("In every future they are larger; the average is {cost_mean}.")
COSTS_LEAD_SAVED = say("In {frequency} futures they are no larger; on average {mean} is saved.")
DO_THEY_COME = say("Do all booked savings of {period} come? {answer}")
NOTHING_BOOKED = say("No savings are booked in {period}")
BOOKED_LEAD = say(
    "{booked} is booked; {mean} comes on average, and all of it in {frequency} futures."
)
BOOKED_LEAD_NEVER = say("{booked} is booked; {mean} comes on average, in no future all of it.")
BOOKED_LEAD_NOTHING = say("{booked} is booked, and nothing comes on average.")
BOOKED_LEAD_COST = say("{booked} is booked; on average it becomes an extra cost of {cost_mean}.")
NOTHING_ACHIEVED_LEAD = say("No saving is realised on average either.")
NOTHING_BOOKED_LEAD = say("{mean} is realised on average.")
NOTHING_BOOKED_LEAD_COST = say("On average it becomes an extra cost of {cost_mean}.")

# How big can the hole be?

RESERVE = say("A reserve of {reserve} makes the budget of {period} {confidence} safe")
NO_RESERVE = say("The budget of {period} holds without reserve in {holds} of futures")
NO_RESERVE_EVER = say("The budget of {period} holds without a reserve in every future")
GAP_LEAD = say(
    "Without a reserve money is missing in {frequency} futures; the average of all is {mean}."
)
GAP_LEAD_SURPLUS = say(
    "Without a reserve money is missing in {frequency} futures, though on average {mean} is "
    "left over."
)
CEILINGS = say(
    "Ceilings are apart: {lacking} lacks {amount} on average, while {over} has {rest} left over."
)
GAP_LEAD_NEVER = say("On average {mean} is left over.")
GAP_LEAD_EXACT = say("Nothing is missing and nothing is left over.")

# When is the money back?

PAID_BACK_ALWAYS = say("The money is back in {year} in every future")
PAID_BACK_IN = say("The money is back in {year} in {frequency} futures")
PAID_BACK = say("The money is back in {year}; in {frequency} futures in {early}\N{EN DASH}{late}")
PAID_BACK_OR_LATER = say(
    "The money is back in {year}; in {frequency} futures after {last} or never"
)
IS_IT_BACK = say("Is the money back by the end of {last}? {answer}")
PLAN_LEAD = say("By plan it is back in {year}: {frequency} futures manage that.")
PLAN_MISSED_LEAD = say("By plan it is back in {year}: that comes true in no future.")
PLAN_NEVER_LEAD = say("By plan it is not back by the end of {last} either.")
PLAN_NEVER_THOUGH_LEAD = say("By plan it would not be back by the end of {last}.")
NOTHING_SPENT = say("almost never is more spent than saved")
NOTHING_SPENT_ANSWER = say("Almost never is more spent than saved")

# Why charts are left out

NO_SAVINGS = say("no saving is booked and none is realised")
NO_GAP = say("nothing is missing or left over in any future")

NO_CURVE = say("the budget holds without a reserve in at least 99 out of 100 futures")

# Three ways out

WAY_RESERVE = say("Set {price} aside")
WAY_LESS = say("Book {booked} instead of {now}")
WAY_NOTHING = say("Book no savings")
WAY_LATER = say("Book everything a year later")
WAY_REST_LATER = say("Book the rest a year later")
WAY_PRICE = say("{price} less; holds in {holds}")
WAY_RESERVE_PRICE = say("holds in {holds} of the futures")
NO_WAY_NEEDED = say("The budget holds with the wanted {confidence}: no way out is needed.")
WAYS_HEADING = say("Ways out, {period}")
WAYS_OVER = say("The years {period} are over: nothing can be set aside for them any more.")
WAYS_NOT_TOLD = say("Futures as few as these do not tell what makes the budget safe.")
