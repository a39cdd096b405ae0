"""What a memo says besides what reports say anyway."""

from innobudget.messages import say

MEANING = say("What it says")
BASIS = say(
    "{source}. The figures say how sure the booked savings are, not what will happen. Each can be "
    "followed to its source in the workbook of the same run (innobudget {version})."
)
EXAMPLE = say("The figures of the cases are illustrative, at least in part.")
