"""What stands on the sheets of a choice's workbook."""

from collections.abc import Mapping

from innobudget.messages import Text, say

NAMES: Mapping[str, Text] = {
    "choice": say("Choice"),
    "booking": say("Booking"),
    "frontier": say("Frontier"),
    "knowledge": say("Gates and knowledge"),
    "trials": say("Trials"),
    "about": say("About"),
}
SHEETS: Mapping[str, Text] = {
    "choice": say("Cases with switches: what other portfolios use of the pools and give."),
    "booking": say("What is safe to book of each case and committee, beside what is booked now."),
    "frontier": say("The portfolios that none beats in both outlay and objective."),
    "knowledge": say("What it is worth to be able to stop, and to know beforehand."),
    "trials": say("What each case saves in {count} simulations; the switches add it up."),
    "about": say("What made the workbook, and what to know before it is trusted."),
}
CHOICE_PURPOSE = say(
    "Set a switch to 1 or 0: outlay, pools, savings and the probability that the budget holds "
    "follow. The last two are of {count} simulations, so they differ a little from the choice's."
)
UNITS = say("Amounts in {unit}.")
SWITCHED = say("With the switches as they stand")
CASES = say("Cases")
SWITCH = say("Switch")
BREAKS = say("Breaks alone")
KEEPS = say("keeps to all")
MEAN_SAVING = say("Saving {period}, mean")
SAFE_SAVING = say("Saving {period} reached with the confidence, {count:,} simulations")
HOLDS = say("The budget of {period} holds, as booked now, {count:,} simulations")
NPV = say("Net present value, mean")
POOL_IN = say("{name} {year}")
POOL_USED = say("Used of {name}")
WITHIN = say("within")
EXCEEDED = say("exceeded")
BOOKING_PURPOSE = say(
    "Each case's expectation less its part of the common reserve, year by year. A share below 0 "
    "costs more than it is safe to promise; what is unspent outlay is no saving to deduct."
)
PROPOSED = say("Safe to book, by case")
UNSPENT = say("Of which outlay not spent")
BY_COMMITTEE = say("Safe to book, by committee")
NOW = say("Booked now, by case")
NOW_BY_COMMITTEE = say("Booked now, by committee")
COMMITTEE = say("Committee")
NOTHING_IN = say("Nothing is chosen, so there is nothing to book.")
FRONTIER_PURPOSE = say("By rising planned outlay; the choice is marked.")
FRONTIER_NONE = say("Too many portfolios were allowed to compare each: there is no frontier.")
PORTFOLIO = say("Portfolio")
THE_CHOICE = say("the choice")
KNOWLEDGE_PURPOSE = say(
    "Each case by itself: the values are never added up. Those of cases that exclude or require "
    "others hang together."
)
GATES = say("Gates")
KNOWLEDGE = say("Knowledge")
STAGE = say("before stage {stage}")
OUTLAY_AVOIDED = say("Outlay avoided, mean")
DAMAGE_AVOIDED = say("Damage avoided, mean")
WORKS = say("A pilot may cost at most")
EVERYTHING = say("Knowing everything may cost at most")
TIED = say("hangs together with others")
TRIALS_PURPOSE = say("One row per simulation; the first columns are the sums of what is switched.")
TRIAL = say("Simulation")
SAVED = say("Saving")
KEPT = say("Left of the budget")
OF_CASE = say("{measure}: {case}")
YES_NO = say("1: in, 0: out")
"""Unit of a switch."""
