"""What the reports of a comparison say: findings, labels, chart, sheets."""

from collections.abc import Mapping

from innobudget.messages import Text, say

# Findings

KRONE = say("krone")
MOST = say("{best} buys most safe saving: {value} per {krone}")
MOST_TIED = say("{best} buy most safe saving, about the same: {value} per {krone}")
MOST_ALONE = say("{best} buys {value} of safe saving per {krone}; the others lay nothing out")
SAME = say("{best} buy about the same safe saving: {value} per {krone}")
NONE_SAFE = say("No outlay buys any safe saving in {period}")
NO_OUTLAY = say("No scenario lays anything out in {period}: nothing can be said per {krone}")
MORE_OFTEN = say("It saves more per {krone} than {other} {often}.")
MORE_OFTEN_OF_MANY = say("It saves more per {krone} than each of the others {at_least}.")
EACH_MORE_OFTEN = say("Each of them saves more per {krone} than each of the others {at_least}.")
BUT_LESS_OFTEN = say("But {other} saves more per {krone} {often}.")
ORDER_SURE = say("More futures would give the same order ({sure} certain).")
ORDER_UNSURE = say(
    "{trials} futures do not settle the order of {first} and {second} ({sure} certainty): run more."
)
ORDER_OF_ONE_TRIAL = say("A single future does not say how sure the order is.")
WITHOUT_OUTLAY = say("Without outlay in {period}, so nothing is said per {krone}: {names}.")
THE_SAME = say("about even")
AND = say("{first} and {last}")
ALL_OF = say("all {count} scenarios")
SOME_OF = say("{count} of the scenarios")
BUDGET_HOLDS_BEST = say("The budget of {period} holds best with {best}: {often}")
BUDGET_HOLDS_ALIKE = say(
    "The budget of {period} holds about equally often with every scenario: {often}"
)
BUDGET_HOLDS_EQUALLY = say(
    "The budget of {period} holds equally often with every scenario: {often}"
)
IN_EVERY = say("in every future")
IN_NO = say("in no future")
IN_SHARE = say("in {chance} of the futures")
IN_AT_LEAST = say("in at least {chance} of the futures")
SAME_CASES = say("The same cases, booked in two ways: {one} holds in {holds}, {other} in {less}")
BUT_SERVICE_FALLS = say("{told}, but service falls")
BUT_SERVICE_FALLS_OF = say("{told}, but service falls ({names})")
SERVICE_UP = say("rises {count} of {of}")
SERVICE_DOWN = say("falls {count} of {of}")
SERVICE_SAME = say("unchanged")
POINTS = say("{points} points")
WORTH_MOST = say("{best} is worth most: NPV {value} on average")
WORTH_TIED = say("{best} are worth most, about the same: NPV {value} on average")
WORTH_SAME = say("{best} are worth about the same: NPV {value} on average")
WORTH_NOTHING = say("No scenario is worth its money: {best} loses least, NPV {value} on average")
WORTH_NOT_RANKED = say("Kroner of different budgets are not ranked: they say which is larger")
WORTH_MORE = say("It is worth more than {other} {often}.")
WORTH_MORE_OF_MANY = say("It is worth more than each of the others {at_least}.")
EACH_WORTH_MORE = say("Each of them is worth more than each of the others {at_least}.")
HOLD = say("The booked savings come best with {names}: in full in {chance}; {others}")
HOLD_OTHER = say("{other} {chance} ({points} points fewer, ±{error})")
HOLD_TIED = say(
    "The booked savings come best with {names}, about the same: in full in {chance}; {others}"
)
HOLD_ALIKE = say("The booked savings come in full in {chance} with {names}, about the same")
HOLD_ALONE = say(
    "The booked savings come in full in {chance} with {names}; the others book nothing"
)
NOTHING_BOOKED = say("Nothing is booked in {period}")

# Then and now

THEN_HOLDS = say(
    "Then and now: the probability that the budget of {period} holds was {then} ({first}), and is "
    "{now} ({last})"
)
THEN_PER_KRONE = say(
    "Then and now: safe saving per {krone} was {then} ({first}), and is {now} ({last})"
)
THEN_WORTH = say("Then and now: NPV was {then} on average ({first}), and is {now} ({last})")
THEN_LOWER = say("It is lower now {lower}.")
THEN_HIGHER = say("It is higher now {higher}.")
THEN_BOOKINGS = say(
    "Then and now: the probability that the booked savings come in full was {then} ({first}), and "
    "is {now} ({last})"
)

COUNTED = say(
    "Only money from {year} on counts: neither what was spent before nor service quality."
)

# Terminal

HEADING = say("{count} scenarios in the same {trials} futures, seed {seed}, {sampling}")
NAMED = say("{id}: {name}")
DOUBTS = say(
    "To know before you trust it: {count}, see comparison.json or the workbook's sheet About."
)

# Labels

SAVING_MEAN = say("Saving, mean")
OUTLAY_MEAN = say("Outlay, mean")
SAFE_SAVING = say("Safe saving, {confidence}")
PER_KRONE_SAFE = say("Safe saving per {krone} of outlay")
STANDARD_ERROR = say("± standard error")
MET = say("The booked savings hold")
HOLDS = say("The budget holds")
RESERVE = say("Reserve, {confidence} safe")
NPV_MEAN = say("NPV, mean")
MORE_THAN = say("{best} saves more per {krone} than")
DASH = "\N{EN DASH}"

# Charts

DECISION_SHOWN = say(
    "Probability that the budget of {period} holds, %; reserve and safe booking in % of what "
    "is booked; service indicators that move towards or away from their target."
)
DECISION_PICTURE = say(
    "One bar per scenario with the probability that the budget holds, red below the wanted "
    "confidence; beside it reserve, safe booking, service and the difference to the surest."
)
HOLDS_COLUMN = say("budget\nholds")
LESS_COLUMN = say("against the\nsurest")
THEN_COLUMN = say("against\nthen")
THEN_PICTURE = say(
    "One bar per scenario with the probability that the budget holds, red below the wanted "
    "confidence; beside it reserve, safe booking, service and the difference to the first known."
)
RESERVE_COLUMN = say("reserve")
BOOKING_COLUMN = say("safe\nbooking")
SERVICE_COLUMN = say("service")

SAFE_SHOWN = say("Saving of {period} per {krone} of expected outlay in the same years")
SAFE_PICTURE = say(
    "One bar per scenario, the best on top: what eight in ten futures save per {krone}, with "
    "the middle future and the safe saving marked."
)
SAFE_COLUMN = say("{confidence} safe")
BEATEN_COLUMN = say("{best}\nsaves more in")
WORTH_SHOWN = say(
    "NPV of {best} minus that of the other, future by future, {unit}, {prices}. Right of zero "
    "{best} is worth more."
)
WORTH_PICTURE = say(
    "One bar per other scenario: the difference in NPV in eight of ten futures, with the middle "
    "one marked and a line at zero."
)
WORTH_COLUMN = say("{best}\nworth more in")
NOW_COLUMN = say("worth more\nnow in")
MIDDLE = say("Middle future")
LOW = say("P10")
HIGH = say("P90")
SCENARIO = say("Scenario")
TABLE: Mapping[str, Text] = {"met": MET, "holds": HOLDS, "reserve": RESERVE}
"""Of the terminal, by key of the measure; of others their names."""
MEASURES: Mapping[str, Text] = {"reserve": RESERVE, "safe_saving": SAFE_SAVING}
"""Of scenarios side by side, by key of the measure; of others their names."""
