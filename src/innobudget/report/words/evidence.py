"""What figures are called that evidence is about, by their keys in a scenario."""

from collections.abc import Mapping

from innobudget.messages import Text, say
from innobudget.report.words import followup, labels, sheets

FIGURES: Mapping[str, Text] = {
    "name": say("Name"),
    "track": labels.TRACK,
    "owner": say("Owner"),
    "benefit_owner": followup.BENEFIT_OWNER,
    "measures": say("Measures that make up for what is missing"),
    "area": labels.AREA,
    "cofinancing": sheets.COFINANCING,
    "disruption_budgeted": sheets.DISRUPTION_BUDGETED,
    "enabled": say("Whether it is counted"),
    "assumption": sheets.MARK,
    "booked": labels.BOOKED,
    "rebooked": followup.CORRECTED,
    "owner_estimate": say("What the benefit owner expects"),
    **sheets.QUANTITIES,
    "outlay": sheets.STAGE_OUTLAY,
    "capital_outlay": sheets.STAGE_CAPITAL,
    "disruption": sheets.STAGE_DISRUPTION,
    "grant": sheets.STAGE_GRANT,
    "outlay_line": say("Budget line of the outlay"),
    "success": sheets.STAGE_SUCCESS,
    "line": say("Budget line"),
    "kind": say("Kind"),
    "side": say("Income or expenditure"),
    "amount": sheets.FULL_AMOUNT,
    "share": sheets.FULL_SHARE,
    "from": sheets.FIRST_YEAR,
    "ramp": sheets.RAMP,
    "years": say("How many years it lasts"),
    "certain": say("Whether it is certain"),
    "beneficiary": say("Who gains"),
    "gain": say("What is gained"),
    "refund": sheets.REFUND,
    "indicator": say("Indicator"),
    "unit": sheets.UNIT,
    "baseline": sheets.BASELINE,
    "target": sheets.TARGET,
    "loads": say("How strongly it acts"),
}
"""The last part of the key of a figure."""
LOAD = say("How strongly it acts on {quantity}")
