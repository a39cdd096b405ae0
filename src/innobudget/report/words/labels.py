"""Names that workbook and charts share."""

from collections.abc import Mapping

from innobudget.domain.budget import Kind, Side
from innobudget.domain.evidence import Mark
from innobudget.domain.investment import Beneficiary, Gain
from innobudget.domain.standpoint import AmountName
from innobudget.messages import Text, say

PLANNED = say("Planned saving")
BOOKED = say("Booked saving")
ACHIEVED = say("Realised saving (simulated)")
OUTLAY = say("Outlay")
DISRUPTION = say("Disruption")
RESERVE = say("Reserve")
SAFE_BOOKING = say("Safe booking")
BOOKING_SHARE = say("Booking share")
CONFIDENCE = say("Confidence")
DISCOUNT_RATE = say("Discount rate")
PAYBACK = say("Payback year")
NPV = say("Net present value")
FULFILMENT = say("Fulfilment")
PORTFOLIO = say("Portfolio")
NOT_PLACED = say("not placed")
INVESTMENT = say("Investment")
TRACK = say("Track")
AREA = say("Area")
KIND = say("Kind")
STAGE = say("Stage")
YEAR = say("Year")
PERIOD = say("Budget period {period}")
PROBABILITY_BOOKED_MET = say("Probability that the booked saving is met")
PROBABILITY_BUDGET_HOLDS = say("Probability that the budget holds")
PROBABILITY_GAP = say("Probability of a budget gap")
PROBABILITY_SUCCESS = say("Probability of success")

NPV_POSITIVE = say("Probability that the NPV is above 0")

MEASURE_NAMES: Mapping[str, Text] = {
    "met": PROBABILITY_BOOKED_MET,
    "holds": PROBABILITY_BUDGET_HOLDS,
    "gap": PROBABILITY_GAP,
    "fulfilment.mean": say("Fulfilment, mean"),
    "fulfilment.p10": say("Fulfilment, P10"),
    "fulfilment.p50": say("Fulfilment, P50"),
    "fulfilment.95": say("Probability that at least 95 % is realised"),
    "reserve": RESERVE,
    "safe": SAFE_BOOKING,
    "safe.share": say("Safe booking over planned saving"),
    "safe_saving": say("Saving that is reached with the wanted confidence"),
    "npv.positive": NPV_POSITIVE,
    "payback.by": say("Probability of being paid back by that year"),
    "payback.p10": say("Payback year, P10"),
    "payback.p50": say("Payback year, P50"),
    "payback.p90": say("Payback year, P90"),
    "payback.never": say("Probability of not being paid back within the horizon"),
}
"""By key of the measure."""
MEASURES: Mapping[AmountName, Text] = {
    "saving": ACHIEVED,
    "outlay": OUTLAY,
    "disruption": DISRUPTION,
    "net_effect": say("Net effect"),
    "cumulative_net": say("Cumulative net effect"),
    "budget_gap": say("Budget gap"),
}
SIDES: Mapping[Side, Text] = {
    "expenditure": say("expenditure"),
    "income": say("income"),
    "both": say("expenditure and income"),
}
KINDS: Mapping[Kind, Text] = {
    "operating": say("Operating"),
    "transfer": say("Transfers"),
    "capital": say("Capital"),
    "refund": say("State refund"),
    "utility": say("Utility"),
    "financing": say("Financing"),
}
MARKS: Mapping[Mark, Text] = {
    "sourced": say("sourced"),
    "estimate": say("estimate"),
    "illustrative": say("illustrative"),
}
BENEFICIARIES: Mapping[Beneficiary, Text] = {
    "municipality": say("Municipality"),
    "region": say("Region"),
    "state": say("State"),
    "citizens": say("Citizens"),
}
GAINS: Mapping[Gain, Text] = {
    "cash": say("Cash"),
    "time": say("Time freed"),
    "avoided": say("Expenditure avoided"),
}
