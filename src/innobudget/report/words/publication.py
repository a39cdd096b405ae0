"""What stands in report.html only: headings, the words around figures and tables."""

from innobudget.messages import say

SKIP = say("Skip to content")
CONTENTS = say("Contents")
RESTS_ON = say(
    "This report rests on {trials} simulations; it says how sure the figures are, not what will "
    "happen."
)
OF_DATE = say("Made {date}.")
SENDER = say("Sender: {owner}")
CONTACT = say("Contact: {contact}")
IN_NUMBERS = say("The figure in numbers")
CAPTION = say("The figure in numbers: {title}")
WHAT = say("What")
SHARE_OF_TEN = say("{often} futures")
BELOW = say("below the wanted {confidence}")
NOT_ACCESSIBLE = say("This printed edition is not accessible; read report.html.")
MADE_BY = say("Made by innobudget {version}.")
BOOKING = say("How much can be booked?")
BOOKING_INTRO = say(
    "One share of all planned savings is booked, whatever the investments have booked now: "
    "{booked}, with which the budget holds with {holds} probability."
)
BOOKING_INTRO_OPEN = say(
    "One share of all planned savings from {year} on is booked, whatever the investments have "
    "booked now; what is booked for the years before stands. Now: {booked}, with which the budget "
    "holds with {holds} probability."
)
BOOKING_LABEL = say("Share of the planned savings that is booked")
BOOKING_TOLD = say(
    "If {share} is booked, the budget holds with {holds} probability; {booked} are booked."
)
BOOKING_COLUMNS = (
    say("Share booked"),
    say("Booked, {unit}"),
    say("The budget holds"),
    say("The booked comes in full"),
)
BOOKING_CAPTION = say("What a booking share means, {period}")
CASES = say("The investments")
ASSUMPTIONS = say("Assumptions")
ASSUMPTIONS_INTRO = say(
    "Every figure that goes into the simulation, with its unit, source and mark. Amounts in "
    "{unit}, {prices}."
)
MADE = say("How it was made")
PICKED = say("What do other investments give?")
PICKED_LABEL = say("Investments")
PICKED_TOLD = say("Planned outlay {outlay}; {objective}: {value}.")
PICKED_UNKNOWN = say("These together break a rule or a limit.")
FURTHER = say("What else was found")
SIP_PROVENANCE = say(
    "{name}: {shown} of {trials} trials, seed {seed}, innobudget {version}; {currency}, {prices}; "
    "trials of another seed are independent of these"
)

# The long description of a chart

AXES = say("by {rows}, from {first} to {last}")
ONLY = say("{rows} {first}")
EXTREMES = say("highest {high} ({at_high}), lowest {low} ({at_low}).")
COMPARED = say("{one} is above {other} in {count} out of {rows} rows.")
