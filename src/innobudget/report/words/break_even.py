"""What is said about the value at which a target is just met."""

from collections.abc import Mapping

from innobudget.domain.break_even import Target
from innobudget.messages import Text, say

TARGETS: Mapping[Target, Text] = {
    "budget holds": say(
        "the budget of {period} holds with {confidence} probability, outlay included"
    ),
    "booked met": say("what is booked in {period} comes with {confidence} probability"),
    "npv": say("the mean net present value is not below 0"),
}
QUESTION = say("{key} from {low} to {high}: where {target}?")
MET_UP_TO = say("It does up to {at} ({interval}).")
MET_FROM = say("It does from {at} on ({interval}).")
INTERVAL = say("between {low} and {high}, as far as {trials} futures tell")
BEFORE = say("before {value}")
BEYOND = say("beyond {value}")
ALWAYS = say("Every value between {low} and {high} does.")
NEVER = say("No value between {low} and {high} does.")
"""A target may be met in several stretches: each change is told."""
