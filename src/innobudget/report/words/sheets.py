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
WHOSE = Phrase(en="{beneficiary}, {gain}", da="{beneficiary}, {gain}")
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
PLAN_RUNNING = Phrase(en="of which running costs", da="heraf afledte driftsudgifter")
PLAN_NET = Phrase(en="Planned net effect", da="Planlagt nettovirkning")
