"""What is said about choosing among cases."""

from collections.abc import Mapping

from innobudget.domain.choosing import Objective
from innobudget.messages import Text, say

OBJECTIVES: Mapping[Objective, Text] = {
    "safe-saving": say("the saving of {first}–{last} that is reached with {confidence} certainty"),
    "saving": say("the mean saving of {first}–{last}"),
    "npv": say("the mean net present value"),
    "least-outlay": say("the smallest planned outlay"),
}
CHECKED = say("To choose among, for {objective}:")
CASE = say("Case")
POOL = say("{name}, of {amount}")
PLAN_PAYBACK = say("payback by the plan, years")
NEVER = say("never")
ALONE = say("{case} alone breaks: {rules}")
DECIDED = say("What is always in breaks: {rules}")
