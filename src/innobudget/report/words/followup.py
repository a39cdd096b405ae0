"""What is said of a follow-up: what is expected now, why, and how each case stands."""

from collections.abc import Mapping

from innobudget.domain.followed import Colour
from innobudget.messages import Text, say

AS_OF = say("Follow-up as of {day}: {cases}.")
FALLEN = say("The expectation for {period} has fallen from {adopted} to {now}; {booked} is booked.")
RISEN = say("The expectation for {period} has risen from {adopted} to {now}; {booked} is booked.")
AS_BEFORE = say(
    "The expectation for {period} is {now}, as when it was adopted; {booked} is booked."
)
MOST_OF_IT = say("Most of it: {cause}.")
LARGEST = say("The largest single cause: {cause}.")
LOW = say("What has happened lay in the lowest tenth of what the budget reckoned with.")
HIGH = say("What has happened lay in the highest tenth of what the budget reckoned with.")
STOPPED_IN_TIME = say("{case} was stopped in time: {outlay} was not spent.")
LOST = say("By {year} {lost} (P90 {most}) of savings is given up and must be found elsewhere.")
RECORD = say("Of {count} facts on amounts {inside} lay where eight in ten should.")

LATE = say("{case} began {late} years late")
LATE_ONE = say("{case} began a year late")
ON_TIME = say("{case} has begun as planned")
NOT_BEGUN = say("{case} has not begun")
PASSED = say("{case} passed a stage")
STOPPED = say("{case} was stopped")
FAILED = say("{case} does not work in operation")
SAVES_LESS = say("{case} saves less than expected")
SAVES_MORE = say("{case} saves more than expected")
COSTS = say("what {case} has cost so far")
MOVED = say("what others tell of {case}")
ASSUMED = say("changed assumptions about {case}")

COLOURS: Mapping[Colour, Text] = {
    "green": say("green"),
    "yellow": say("yellow"),
    "red": say("red"),
    "blue": say("stopped in time"),
    "grey": say("nothing booked"),
}
COUNTED = say("{count} {colour}")
