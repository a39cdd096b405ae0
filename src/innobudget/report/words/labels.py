"""Names that workbook and charts share."""

from collections.abc import Mapping

from innobudget.domain.budget import Kind, Side
from innobudget.domain.investment import Beneficiary, Gain, Mark
from innobudget.domain.measures import AmountName
from innobudget.report.words.phrase import Phrase

PLANNED = Phrase(en="Planned saving", da="Forudsat besparelse")
BOOKED = Phrase(en="Booked saving", da="Indregnet besparelse")
ACHIEVED = Phrase(en="Realised saving (simulated)", da="Opnået besparelse (simuleret)")
OUTLAY = Phrase(en="Outlay", da="Implementeringsudgift")
DISRUPTION = Phrase(en="Disruption", da="Indkøringsudgift")
RESERVE = Phrase(en="Reserve", da="Risikoreserve")
SAFE_BOOKING = Phrase(en="Safe booking", da="Forsigtigt indregningsniveau")
BOOKING_SHARE = Phrase(en="Booking share", da="Indregningsgrad")
CONFIDENCE = Phrase(en="Confidence", da="Sikkerhedsniveau")
DISCOUNT_RATE = Phrase(en="Discount rate", da="Kalkulationsrente")
PAYBACK = Phrase(en="Payback year", da="Tjent hjem i")
NPV = Phrase(en="Net present value", da="Nettonutidsværdi")
MEAN = Phrase(en="Mean (expected)", da="Gennemsnit (sandsynlighedsvægtet)")
FULFILMENT = Phrase(en="Fulfilment", da="Indfrielsesgrad")
PORTFOLIO = Phrase(en="Portfolio", da="Alle cases")
NOT_PLACED = Phrase(en="not placed", da="ikke placeret")
INVESTMENT = Phrase(en="Investment", da="Investeringscase")
TRACK = Phrase(en="Track", da="Innovationsspor")
AREA = Phrase(en="Area", da="Bevillingsområde")
KIND = Phrase(en="Kind", da="Styringsområde")
STAGE = Phrase(en="Stage", da="Fase")
YEAR = Phrase(en="Year", da="År")
PERIOD = Phrase(en="Budget period {first}–{last}", da="Budgetperioden {first}–{last}")
PROBABILITY_BOOKED_MET = Phrase(
    en="Probability that the booked saving is met",
    da="Sandsynlighed for at den indregnede besparelse indfries",
)
PROBABILITY_BUDGET_HOLDS = Phrase(
    en="Probability that the budget holds", da="Sandsynlighed for at budgettet holder"
)
PROBABILITY_GAP = Phrase(
    en="Probability of a budget gap", da="Sandsynlighed for en budgetudfordring"
)
PROBABILITY_SUCCESS = Phrase(en="Probability of success", da="Sandsynlighed for succes")

NPV_POSITIVE = Phrase(
    en="Probability that the NPV is above 0", da="Sandsynlighed for positiv nutidsværdi"
)

MEASURE_NAMES: Mapping[str, Phrase] = {
    "met": PROBABILITY_BOOKED_MET,
    "holds": PROBABILITY_BUDGET_HOLDS,
    "gap": PROBABILITY_GAP,
    "fulfilment.mean": Phrase(en="Fulfilment, mean", da="Indfrielsesgrad, gennemsnit"),
    "fulfilment.p10": Phrase(en="Fulfilment, P10", da="Indfrielsesgrad, P10"),
    "fulfilment.p50": Phrase(en="Fulfilment, P50", da="Indfrielsesgrad, P50"),
    "fulfilment.95": Phrase(
        en="Probability that at least 95 % is realised",
        da="Sandsynlighed for at mindst 95 pct. indfries",
    ),
    "reserve": RESERVE,
    "safe": SAFE_BOOKING,
    "safe.share": Phrase(
        en="Safe booking over planned saving",
        da="Forsigtigt indregningsniveau, andel af forudsat",
    ),
    "npv.positive": NPV_POSITIVE,
}
"""By key of the measure."""
MEASURES: Mapping[AmountName, Phrase] = {
    "saving": ACHIEVED,
    "outlay": OUTLAY,
    "disruption": DISRUPTION,
    "net_effect": Phrase(en="Net effect", da="Nettovirkning"),
    "cumulative_net": Phrase(en="Cumulative net effect", da="Akkumuleret nettovirkning"),
    "budget_gap": Phrase(en="Budget gap", da="Manglende indfrielse og merudgifter"),
}
MEASURES_SHORT: Mapping[str, Phrase] = {
    "saving": Phrase(en="Saving", da="Besparelse"),
    "outlay": OUTLAY,
    "disruption": DISRUPTION,
}
SIDES: Mapping[Side, Phrase] = {
    "expenditure": Phrase(en="expenditure", da="udgift"),
    "income": Phrase(en="income", da="indtægt"),
    "both": Phrase(en="expenditure and income", da="udgift og indtægt"),
}
KINDS: Mapping[Kind, Phrase] = {
    "operating": Phrase(en="Operating", da="Serviceudgifter (drift)"),
    "transfer": Phrase(en="Transfers", da="Overførselsudgifter"),
    "capital": Phrase(en="Capital", da="Anlæg"),
    "refund": Phrase(en="State refund", da="Statsrefusion"),
    "utility": Phrase(en="Utility", da="Brugerfinansieret"),
    "financing": Phrase(en="Financing", da="Finansiering"),
}
MARKS: Mapping[Mark, Phrase] = {
    "sourced": Phrase(en="sourced", da="dokumenteret"),
    "estimate": Phrase(en="estimate", da="skøn"),
    "illustrative": Phrase(en="illustrative", da="eksempeltal"),
}
BENEFICIARIES: Mapping[Beneficiary, Phrase] = {
    "municipality": Phrase(en="Municipality", da="Kommunen"),
    "region": Phrase(en="Region", da="Regionen"),
    "state": Phrase(en="State", da="Staten"),
    "citizens": Phrase(en="Citizens", da="Borgerne"),
}
GAINS: Mapping[Gain, Phrase] = {
    "cash": Phrase(en="Cash", da="Penge"),
    "time": Phrase(en="Time freed", da="Frigjort tid"),
    "avoided": Phrase(en="Expenditure avoided", da="Undgåede udgifter"),
}
