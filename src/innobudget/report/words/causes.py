"""What the charts find about investments and uncertainties: titles, and the sentence below."""

from innobudget.messages import say

# Which investment to look at?

NO_HOLE = say("No investment leaves a hole in the budget of {period}")
SAFE_AS_IT_IS = say("No booking needs lowering: the budget of {period} holds in {holds} of futures")
BOOK_LATER = say("Book {name} later: only from {year} on {booked} is {confidence} safe")
BOOK_LESS = say("Book {name} lower: {booked} is booked in {last}, {safe} is {confidence} safe")
BOOK_NOTHING = say("Book nothing of {name} yet: none of {booked} in {last} is {confidence} safe")
BOOK_NO_MORE = say("Take {name} out of the budget: {booked} is booked in {year}, and none comes")
CASE_COSTS = say("Look at the costs of {name}: {excess} above the budget on average")
LOOK_AT = say("Look at {name} first: on average it lacks {mean} in {open}")
NONE_LACKS = say("No investment lacks money on average in {open}, the years that can be changed")
LOOK_AT_UNEVEN = say("Look at {name} first: it lacks most when money is missing")
ONLY_CASE = say("There is only one investment: {name}")
TIED_CASES = say("{name} and {rival} lack about the same when money is missing")
MANY_TIED = say("{count} investments lack about the same when money is missing")
TIED_CASES_OPEN = say("{name} and {rival} lack about the same in {open}")
MANY_TIED_OPEN = say("{count} investments lack about the same in {open}")
HOLE_LEAD_TIED = say("When money is missing in {period}, the hole is {total} on average.")
HOLE_LEAD_ONE = say("When money is missing in {period}, it is {own} on average.")
HOLE_LEAD = say(
    "When money is missing in {period}, {name} stands for {own} of the hole of {total}."
)
HOLE_LEAD_OFFSET = say(
    "When money is missing in {period}, {name} lacks {own}; the others have {rest} left over."
)
OPEN_LEAD = say(
    "In {open}, which can still be changed, {name} lacks {own} on average; all together lack "
    "{total}."
)
OPEN_LEAD_OVER = say(
    "In {open}, which can still be changed, {name} lacks {own} on average; in all {over} is left "
    "over."
)
OPEN_LEAD_TIED = say("In {open}, which can still be changed, {total} is missing on average in all.")
OPEN_LEAD_ONE = say("In {open}, which can still be changed, {own} is missing on average.")
NO_CASE_SAVES = say("no investment has booked or realised a saving in {year}")
ONE_CASE = say("there is only one investment")

# Who bears the hole?

AREA_BEARS = say("{name} bears {own} of the mean hole of {total}")
AREA_BEARS_ALL = say("{name} bears the whole mean hole of {total}")
NOT_PLACED_BEARS = say("{own} of the mean hole is placed on no committee")
AREA_LACKS = say("{name} lacks {own} on average; other committees have money left over")
MANY_AREAS_TIED = say("{count} committees lack about the same on average")
AREAS_TIED = say("{name} and {rival} lack about the same on average")
NO_AREA_LACKS = say("No committee lacks money on average in {period}")
YEAR_LEAD = say("The largest reserve of a single year is {reserve} in {year}.")
YEARS_TIED_LEAD = say("No single year clearly needs the largest reserve: it is {reserve} at most.")
NO_YEAR_LEAD = say("No year needs a reserve.")
NO_YEAR_NO_AREA = say("no year needs a reserve and no committee lacks money")

# What matters most?

DRIVER_MISSING = say("{name} matters most: {bad} is missing when it goes badly")
DRIVER_SURPLUS = say("{name} matters most: only {bad} is left over when it goes badly")
DRIVER_EVEN = say("{name} matters most: nothing is left over when it goes badly")
DRIVER_WELL = say("When it goes well, {good} is missing.")
DRIVER_WELL_OVER = say("When it goes well, {good} is left over.")
DRIVERS_TIED = say("No single uncertainty clearly matters most for the hole")
DRIVERS_TIED_OVER = say("No single uncertainty clearly matters most for what is left over")
SHARE_LEAD = say("By itself it explains {share} of the uncertainty about the budget of {period}.")
NOTHING_UNCERTAIN = say("nothing in this scenario is uncertain")
MONEY_CERTAIN = say("nothing that is uncertain changes the money of the budget")

# Why?

MISSING = say("{missing} is missing of the {booked} that is booked")
MISSING_ALL = say("{missing} is missing, all counted in; {booked} is booked")
MISSING_MORE = say("{missing} is missing: more than the {booked} that is booked")
MISSING_UNBOOKED = say("{missing} is missing on average though no saving is booked")
LEFT_OVER = say("{missing} is left over on average, all counted in")
EVEN = say("What is lost and what is gained are about even on average")
LOST_LEAD = say("Lost: {parts}.")
GAINED_LEAD = say("Gained: {parts}.")
PART = say("{name} ({amount})")
NOTHING_HAPPENS = say("nothing is lost on the way")
PARTS = {
    "unbooked": say("planned, not booked"),
    "failure": say("stopped and failed"),
    "benefit": say("smaller effect"),
    "delay": say("delay"),
    "outlay": say("dearer implementation"),
    "disruption": say("running-in beyond the budget"),
}
"""What is lost; `unbooked` is gained unless more is booked than planned."""
GAINED_PARTS = {
    "unbooked": PARTS["unbooked"],
    "failure": say("running costs not incurred"),
    "benefit": say("larger effect"),
    "delay": say("costs that come later"),
    "outlay": say("implementation not spent"),
    "disruption": say("running-in not spent"),
}
OVERBOOKED = say("booked beyond the plan")

# Better and cheaper?

WORSE_SERVICE = say("Cheaper, but worse: service falls in {year}")
WORSE_UNPAID = say("Service falls in {year}")
NO_TARGET = say("No investment reaches its service target in {year}")
BOTH_NEVER = say("No investment is both better and cheaper in {year} in any future")
BOTH_BEST = say("Better and cheaper in {year}? {answer} for the best, {name}")
BOTH_TIED = say("Better and cheaper in {year}? {answer} for the best")
BOTH_ONLY = say("Is {name} both better and cheaper in {year}? {answer}")
BOTH_UNBOOKED = say("No investment with a service target has booked a saving for {year}")
BOTH_LEAD = say("{count} of {of} are both in more than half of the futures.")
FALLING_LEAD = say("On average {down} of {all} indicators move away from their target.")
UNBOOKED_LEAD = say("Most likely to reach its target is {name}: in {frequency} futures.")
NO_INDICATOR_MOVES = say("no service indicator changes by {year} in 8 out of 10 futures")
NO_INDICATORS = say("no investment names a service indicator")

# Service in one line

SERVICE_ONE = say(
    "Service: {indicator} goes from {now} to {then} in {year} on average (target {target})."
)
SERVICE_UP = say(
    "Service improves: {up} of {all} indicators move towards their target by {year} on average."
)
SERVICE_DOWN = say(
    "Service falls: {down} of {all} indicators move away from their target by {year}."
)
SERVICE_MIXED = say("Service: {up} of {all} indicators improve by {year} on average, {down} fall.")
SERVICE_SAME = say("Service does not change on average by {year}.")
SERVICE_UNKNOWN = say("Service: no indicator is named.")
