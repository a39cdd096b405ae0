"""What the reports of a comparison say: findings, labels, chart, sheets."""

from collections.abc import Mapping

from innobudget.messages import Text, say

# Findings

KRONE = say("krone")
MOST = say(
    "{best} buys most safe saving, {value} per {krone}, and saves more per {krone} than {other} "
    "in {chance} of the futures"
)
MOST_OF_MANY = say(
    "{best} buys most safe saving, {value} per {krone}, and saves more per {krone} than each of "
    "the others in at least {chance} of the futures"
)
MOST_BUT_LESS_OFTEN = say(
    "{best} buys most safe saving, {value} per {krone}, but {other} saves more per {krone} in "
    "{chance} of the futures"
)
LIKE = say("{best} (about like {tied})")
LIKE_MORE = say("{best} (and {count} more)")
THE_SAME = say("about even")
IN_FUTURES = say("{other} in {chance}")
AND = say("{first} and {last}")
MOST_ALONE = say("{best} buys {value} of safe saving per {krone}; the others lay nothing out")
SAME = say("{names} buy about the same safe saving, {value} per {krone}")
NONE_SAFE = say("No outlay buys any safe saving in {period}")
NO_OUTLAY = say("No scenario lays anything out in {period}: nothing can be said per {krone}")
BUDGET_HOLDS_BEST = say("The budget of {period} holds best with {best}: in {chance} of the futures")
BUDGET_HOLDS_ALIKE = say(
    "The budget of {period} holds in about {chance} of the futures in every scenario"
)
SAME_CASES = say("The same cases, booked in two ways: {one} holds in {holds}, {other} in {less}")
BUT_SERVICE_FALLS = say("{told}, but service falls")
BUT_SERVICE_FALLS_OF = say("{told}, but service falls ({names})")
SERVICE_UP = say("rises {count} of {of}")
SERVICE_DOWN = say("falls {count} of {of}")
SERVICE_SAME = say("unchanged")
POINTS = say("{points} points")
WITHOUT_OUTLAY = say("Without outlay in {period}, so nothing is said per {krone}: {names}.")
ORDER_SURE = say("More trials would give the same order ({chance} certain).")
ORDER_UNSURE = say(
    "{trials} trials do not settle the order of {first} and {second} ({chance} certainty): "
    "run more."
)
ORDER_OF_ONE_TRIAL = say("A single trial does not say how sure the order is.")

COUNTED = say(
    "Only money from {year} on counts: neither what was spent before nor service quality."
)

# Terminal

HEADING = say("{count} scenarios in the same {trials} futures, seed {seed}, {sampling}")
WORTH = say(
    "Which is worth most? {best}: NPV {value} on average, more than {others} of the futures."
)
WORTH_SAME = say("Which is worth most? {names} are worth about the same: NPV {value} on average.")
HOLD = say("Whose booked savings hold best? {best}: {chance}; {others}.")
HOLD_OTHER = say("{other} {chance} ({points} points fewer, ±{error})")
HOLD_OTHER_SAME = say("{other} about the same")
HOLD_ALIKE = say("Whose booked savings hold best? {names}: {chance}, about the same.")
NOTHING_BOOKED = say("Whose booked savings hold best? Nothing is booked in {period}.")
HOLD_ALONE = say(
    "Whose booked savings hold best? {best}: {chance}; the others have booked nothing."
)
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
WORTH_TITLE = say(
    "{best} is worth most: NPV {value} on average, and more than {other} in {chance} of the futures"
)
WORTH_TITLE_OF_MANY = say(
    "{best} is worth most: NPV {value} on average, and more than each of the others in at least "
    "{chance} of the futures"
)
WORTH_TITLE_SAME = say("{names} are worth about the same: NPV {value} on average")
WORTH_SHOWN = say(
    "NPV of {best} minus that of the other, future by future, {unit}, {prices}. Right of zero "
    "{best} is worth more."
)
WORTH_PICTURE = say(
    "One bar per other scenario: the difference in NPV in eight of ten futures, with the middle "
    "one marked and a line at zero."
)
WORTH_COLUMN = say("{best}\nworth more in")
MIDDLE = say("Middle future")
LOW = say("P10")
HIGH = say("P90")
SCENARIO = say("Scenario")
TABLE: Mapping[str, Text] = {"met": MET, "holds": HOLDS, "reserve": RESERVE}
"""Of the terminal, by key of the measure; of others their names."""
MEASURES: Mapping[str, Text] = {"reserve": RESERVE, "safe_saving": SAFE_SAVING}
"""Of scenarios side by side, by key of the measure; of others their names."""
