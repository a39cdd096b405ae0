"""What stands in the workbook only: names, units, notes, Assumptions and Plan."""

from collections.abc import Mapping

from innobudget.report.words.phrase import Phrase

NAMES: Mapping[str, Phrase] = {
    "summary": Phrase(en="Summary", da="Resumé"),
    "assumptions": Phrase(en="Assumptions", da="Forudsætninger"),
    "budget": Phrase(en="Budget", da="Budget"),
    "plan": Phrase(en="Plan", da="Plan"),
    "appropriations": Phrase(en="Appropriations", da="Bevilling"),
    "results": Phrase(en="Results", da="Resultater"),
    "investments": Phrase(en="Investments", da="Cases"),
    "drivers": Phrase(en="Risk drivers", da="Risikofaktorer"),
    "whatif": Phrase(en="What-if", da="Regn selv"),
    "trials": Phrase(en="Trials", da="Simuleringer"),
    "checks": Phrase(en="Checks", da="Afstemning"),
    "about": Phrase(en="About", da="Om"),
}

# Columns and units

UNIT = Phrase(en="Unit", da="Enhed")
MARK = Phrase(en="Mark", da="Kildetype")
SOURCE = Phrase(en="Source", da="Kilde")
VALUE = Phrase(en="Value", da="Værdi")
FIGURE = Phrase(en="Figure", da="Nøgletal")
FROM = Phrase(en="From", da="Hentet fra")
SEE_ALSO = Phrase(en="Worked out on", da="Regnet ud på")
ITEM = Phrase(en="Item", da="Post")
ASSUMPTION = Phrase(en="Assumption", da="Forudsætning")
UNCERTAINTY = Phrase(en="Uncertainty", da="Usikkerhed")
DETAIL = Phrase(en="Detail", da="Specifikation")
SHARE = Phrase(en="per cent", da="pct.")
YES_NO = Phrase(en="1 = yes, 0 = no", da="1 = ja, 0 = nej")
FACTOR = Phrase(en="factor", da="faktor")
YEAR_UNIT = Phrase(en="year", da="år")
YEARS_UNIT = Phrase(en="years", da="år")
COUNT_UNIT = Phrase(en="number", da="antal")
WORDS_UNIT = Phrase(en="text", da="tekst")
CHOSEN = Phrase(en="chosen", da="valgt")
FROM_SCENARIO = Phrase(en="{file}, {table}", da="{file}, {table}")
BUILT_IN_CODE = Phrase(en="scenario built in code", da="scenarie bygget i kode")
FROM_PROGRAM = Phrase(en="innobudget's own convention", da="innobudgets egen konvention")
FROM_BUDGET = Phrase(en="budget file {file}", da="budgetfil {file}")

# What may be typed

WRONG_INPUT = Phrase(en="This value is not possible", da="Værdien er ikke mulig")
ONE_OF = Phrase(en="Type one of: {choices}.", da="Skriv en af: {choices}.")
A_NUMBER = Phrase(en="Type a number.", da="Skriv et tal.")
A_NUMBER_WITHIN = Phrase(
    en="Type a number from {low} to {high}.", da="Skriv et tal fra {low} til {high}."
)

# Defined names of inputs

NAME_PARTS: Mapping[str, Phrase] = {
    "case": Phrase(en="case", da="case"),
    "stage": Phrase(en="stage", da="fase"),
    "effect": Phrase(en="effect", da="virkning"),
    "outlay": Phrase(en="outlay", da="udgift_drift"),
    "capital_outlay": Phrase(en="capital_outlay", da="udgift_anlæg"),
    "grant": Phrase(en="grant", da="tilskud"),
    "disruption": Phrase(en="disruption", da="indkøring"),
    "success": Phrase(en="success", da="succes"),
    "cofinancing": Phrase(en="cofinancing", da="medfinansiering"),
    "budgeted": Phrase(en="disruption_budgeted", da="indkøring_i_budgettet"),
    "amount": Phrase(en="amount", da="beløb"),
    "share": Phrase(en="share", da="andel"),
    "ramp": Phrase(en="phase_in", da="indfasning"),
    "refund": Phrase(en="refund", da="refusion"),
    "booked": Phrase(en="booked", da="indregnet"),
    "file": Phrase(en="budget", da="budget"),
    "line": Phrase(en="line", da="linje"),
    "other": Phrase(en="other_lines", da="øvrige_linjer"),
    "total": Phrase(en="all_lines", da="alle_linjer"),
}
NAMES_OF_CELLS: Mapping[str, Phrase] = {
    "base_year": Phrase(en="base_year", da="budgetår"),
    "horizon": Phrase(en="horizon", da="antal_år"),
    "discount_rate": Phrase(en="discount_rate", da="kalkulationsrente"),
    "confidence": Phrase(en="confidence", da="sikkerhedsniveau"),
    "booking_share": Phrase(en="booking_share", da="indregningsgrad"),
    "p10": Phrase(en="low_percentile", da="lav_percentil"),
    "p50": Phrase(en="middle_percentile", da="midterste_percentil"),
    "p90": Phrase(en="high_percentile", da="høj_percentil"),
    "check_errors": Phrase(en="allowed_errors", da="tilladte_fejl"),
    "tolerance": Phrase(en="tolerance", da="tolerance"),
    "file_last": Phrase(en="file_last_year", da="filens_sidste_år"),
    "growth": Phrase(en="budget_growth", da="budgetvækst"),
    "already": Phrase(en="already_in_budget", da="allerede_i_budgettet"),
    "whatif.share": Phrase(en="what_if_booking_share", da="regn_selv_indregningsgrad"),
    "whatif.confidence": Phrase(en="what_if_confidence", da="regn_selv_sikkerhedsniveau"),
    "whatif.rate": Phrase(en="what_if_discount_rate", da="regn_selv_kalkulationsrente"),
    "whatif.start": Phrase(en="as_in_scenario", da="som_i_scenariet"),
    "whatif.n": Phrase(en="trials_used", da="simuleringer"),
    "whatif.rank.p10": Phrase(en="rank_error_low", da="rangfejl_lav"),
    "whatif.rank.p50": Phrase(en="rank_error_middle", da="rangfejl_midterste"),
    "whatif.rank.p90": Phrase(en="rank_error_high", da="rangfejl_høj"),
    "whatif.rank.confidence": Phrase(en="rank_error_confidence", da="rangfejl_sikkerhed"),
}
"""Cells that many formulas draw on."""

# Notes on units and signs

UNITS = Phrase(
    en="Amounts in {unit}, {prices}. Cells hold full precision; rounding is by format only.",
    da="Beløb i {unit}, {prices}. Cellerne har fuld præcision; afrundingen er kun visning.",
)
SIGNS_CASES = Phrase(
    en="Signs: savings are positive, outlay and disruption are positive money out; "
    "a positive budget gap is a hole in the adopted budget.",
    da="Fortegn: besparelser er positive, udgifter er positive; positiv manglende "
    "indfrielse er et hul i det vedtagne budget.",
)
SIGNS_BUDGET = Phrase(
    en="Signs: expenditure is positive, income is negative; a booked saving is negative.",
    da="Fortegn: udgifter er positive, indtægter er negative; en indregnet besparelse er negativ.",
)

# Assumptions

ASSUMPTIONS_PURPOSE = Phrase(
    en="Every figure that was typed, with its unit, source and mark. Yellow cells may be "
    "changed: all formulas follow. Grey cells drive the simulation alone: a change there "
    "asks for a new run.",
    da="Alle indtastede tal med enhed, kilde og kildetype. Gule celler kan ændres, og alle "
    "formler følger med. Grå celler styrer kun simuleringen: ændres de, skal der køres på ny.",
)
GENERAL = Phrase(en="In common", da="Fælles forudsætninger")
BASE_YEAR = Phrase(en="Base year (the budget year)", da="Budgetår")
HORIZON = Phrase(en="Horizon", da="Antal år i beregningen")
PRICE_LEVEL = Phrase(en="Price level", da="Pris- og lønniveau")
FILE_PRICE_LEVEL = Phrase(
    en="Price level that the budget file states", da="Pris- og lønniveau ifølge budgetfilen"
)
ALREADY_IN_BUDGET = Phrase(
    en="The budget file has the booked savings deducted",
    da="Budgetfilen er efter de indregnede besparelser",
)
GROWTH = Phrase(
    en="Growth past the budget file's last year", da="Vækst efter budgetfilens sidste år"
)
TRIALS = Phrase(en="Trials", da="Antal simuleringer")
SEED = Phrase(en="Seed of the random numbers", da="Startværdi for tilfældige tal")
SAMPLING = Phrase(en="Sampling", da="Udtræksmetode")
TOLERANCE = Phrase(en="Amounts are compared to", da="Beløb sammenlignes med nøjagtigheden")
OTHER_CAUSES = Phrase(en="Shared causes", da="Fælles risikofaktorer")
CORRELATION = Phrase(en="Correlation of {quantity}", da="Korrelation: {quantity}")
CORRELATED = Phrase(
    en="within a track {within}, across tracks {across}",
    da="inden for et spor {within}, på tværs {across}",
)
APPLIES_TO = Phrase(en="on {whom}: {loads}", da="på {whom}: {loads}")
ALL_INVESTMENTS = Phrase(en="all investments", da="alle cases")
CASE_NOTE = Phrase(
    en="Track: {track}. Owner: {owner}. Area: {area}.",
    da="Spor: {track}. Ansvarlig: {owner}. Område: {area}.",
)
NOBODY = Phrase(en="not stated", da="ikke angivet")
COFINANCING = Phrase(en="Co-financing (paid by others)", da="Ekstern medfinansiering")
DISRUPTION_BUDGETED = Phrase(
    en="The adopted budget holds the disruption", da="Indkøringsudgiften er i budgettet"
)
STAGE_OUTLAY = Phrase(
    en="Outlay, operating (gross)", da="Implementeringsudgift, heraf drift (brutto)"
)
STAGE_CAPITAL = Phrase(
    en="Outlay, capital (gross)", da="Implementeringsudgift, heraf anlæg (brutto)"
)
STAGE_DISRUPTION = Phrase(en="Disruption by stage", da="Indkøringsudgift pr. fase")
STAGE_GRANT = Phrase(
    en="Grant to the outlay (paid by others in kroner)",
    da="Tilskud til implementeringsudgiften (betales af andre, i kroner)",
)
STAGE_SUCCESS = Phrase(en="Probability of passing on", da="Sandsynlighed for at gå videre")
STAGE_NUMBER = Phrase(en="stage {number}", da="fase {number}")
FULL_AMOUNT = Phrase(en="Full-year saving", da="Besparelse, helårsvirkning")
FULL_SHARE = Phrase(en="Full-year saving, share of lines", da="Besparelse, andel af budgetlinjer")
RUNNING_COST = Phrase(en="Running cost, full year", da="Afledt driftsudgift, helår")
RAMP = Phrase(en="Phase-in", da="Indfasning")
REFUND = Phrase(en="State refund", da="Statens refusionsandel")
CERTAIN_EFFECT = Phrase(en="certain when it works", da="sikker ved succes")
EFFECT_NUMBER = Phrase(en="effect {number}", da="virkning {number}")
NO_LINE = Phrase(en="no budget line", da="ingen budgetlinje")
QUANTITIES: Mapping[str, Phrase] = {
    "cost_factor": Phrase(
        en="Realised over planned outlay", da="Faktisk i forhold til planlagt udgift"
    ),
    "disruption_factor": Phrase(
        en="Realised over planned disruption", da="Faktisk i forhold til planlagt indkøring"
    ),
    "benefit_factor": Phrase(
        en="Realised over planned saving, if it works",
        da="Opnået i forhold til forudsat besparelse ved succes",
    ),
    "failure_factor": Phrase(
        en="The same, if it fails in operation", da="Det samme, hvis driften slår fejl"
    ),
    "delay": Phrase(en="Delay of the saving", da="Forsinkelse af besparelsen"),
}
QUANTITY_NAMES: Mapping[str, Phrase] = {
    "cost": Phrase(en="outlay", da="udgift"),
    "disruption": Phrase(en="disruption", da="indkøring"),
    "success": Phrase(en="success", da="succes"),
    "benefit": Phrase(en="saving", da="besparelse"),
    "failure": Phrase(en="failure", da="fejl i drift"),
    "delay": Phrase(en="delay", da="forsinkelse"),
}
BASELINE = Phrase(en="Indicator today", da="Effektmål, i dag")
TARGET = Phrase(en="Indicator at full effect", da="Effektmål, ved fuld virkning")
CERTAIN = Phrase(en="{value} (certain)", da="{value} (sikker)")
UNIFORM = Phrase(en="uniform from {a} to {b}", da="ligefordelt fra {a} til {b}")
TRIANGULAR = Phrase(
    en="triangular: lowest {a}, most likely {b}, highest {c}",
    da="trekant: lavest {a}, mest sandsynligt {b}, højest {c}",
)
PERT = Phrase(
    en="PERT: lowest {a}, most likely {b}, highest {c}",
    da="PERT: lavest {a}, mest sandsynligt {b}, højest {c}",
)
NORMAL = Phrase(
    en="normal: mean {a}, standard deviation {b}", da="normal: middel {a}, standardafvigelse {b}"
)
LOGNORMAL = Phrase(
    en="lognormal: mean {a}, standard deviation {b}",
    da="lognormal: middel {a}, standardafvigelse {b}",
)
PERCENTILES = Phrase(
    en="10 % below {a}, middle {b}, 10 % above {c}",
    da="10 pct. under {a}, midt {b}, 10 pct. over {c}",
)
CHOICE = Phrase(en="{value} with {probability}", da="{value} med {probability}")
AT_LEAST = Phrase(en=", at least {value}", da=", mindst {value}")
AT_MOST = Phrase(en=", at most {value}", da=", højst {value}")

# Plan

PLAN_PURPOSE = Phrase(
    en="What every investment costs and saves before any chance, by formulas from Assumptions.",
    da="Hvad hver case koster og sparer før usikkerhed, med formler fra Forudsætninger.",
)
PLAN_OUTLAY = Phrase(en="Planned outlay", da="Planlagt implementeringsudgift")
PLAN_DISRUPTION = Phrase(
    en="Planned disruption in the budget", da="Planlagt indkøringsudgift i budgettet"
)
PLAN_STAGE_OUTLAY = Phrase(en="Outlay, operating", da="Implementeringsudgift, heraf drift")
PLAN_STAGE_CAPITAL = Phrase(en="Outlay, capital", da="Implementeringsudgift, heraf anlæg")
PLAN_EFFECT = Phrase(en="Effect on", da="Virkning på")
BOOKED_GIVEN = Phrase(
    en="Booked saving, before running costs",
    da="Indregnet besparelse før afledte driftsudgifter",
)
PLAN_RUNNING = Phrase(en="of which running costs", da="heraf afledte driftsudgifter")
