"""What stands in the workbook only."""

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
LINES_BUDGET = Phrase(en="Budget of these lines", da="Budget på disse linjer")
RUNNING_COST = Phrase(en="Running cost, full year", da="Afledt driftsudgift, helår")
RAMP = Phrase(en="Phase-in", da="Indfasning")
REFUND = Phrase(en="State refund", da="Statens refusionsandel")
CERTAIN_EFFECT = Phrase(en="certain when it works", da="sikker ved succes")
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

# Results

RESULTS_PURPOSE = Phrase(
    en="How every measure is distributed over the run's {trials} trials. Blue figures are "
    "simulated; they change only with a new run.",
    da="Hvordan hvert mål fordeler sig over kørslens {trials} simuleringer. Blå tal er "
    "simulerede og ændres kun ved en ny kørsel.",
)
PART = Phrase(en="Part", da="Del")
PERIOD_HEADING = Phrase(en="{period}", da="{period}")
TRACK_PART = Phrase(en="Track: {name}", da="Spor: {name}")
AREA_PART = Phrase(en="Area: {name}", da="Område: {name}")
KIND_PART = Phrase(en="Kind: {name}", da="Styringsområde: {name}")
STATISTICS: Mapping[str, Phrase] = {
    "mean": Phrase(en="mean", da="gennemsnit"),
    "standard_error": Phrase(en="standard error of the mean", da="gennemsnittets standardfejl"),
    "sd": Phrase(en="standard deviation", da="standardafvigelse"),
    **{
        f"p{percent:02}": Phrase(en=f"P{percent}", da=f"P{percent}")
        for percent in (5, 10, 25, 50, 75, 90, 95)
    },
}
MEASURE_STATISTIC = Phrase(en="{measure}, {statistic}", da="{measure}, {statistic}")
OTHERS = Phrase(
    en="Gains that are in no budget figure", da="Gevinster, der ikke indgår i budgettal"
)
FULFILMENT: Mapping[str, Phrase] = {
    "mean": Phrase(en="Fulfilment, mean", da="Indfrielsesgrad, gennemsnit"),
    "p10": Phrase(en="Fulfilment, P10", da="Indfrielsesgrad, P10"),
    "p50": Phrase(en="Fulfilment, P50", da="Indfrielsesgrad, P50"),
}
PAYBACK_PROBABILITY = Phrase(
    en="Probability of being paid back in that year (first figure: not at all)",
    da="Sandsynlighed for at være tjent hjem i året (første tal: slet ikke)",
)
FULFILMENT_95 = Phrase(
    en="Probability that at least 95 % is realised",
    da="Sandsynlighed for at mindst 95 pct. indfries",
)
SAFE_SHARE = Phrase(
    en="Safe booking over planned saving", da="Forsigtigt indregningsniveau, andel af forudsat"
)
OTHERS_GAIN = Phrase(
    en="Savings of {beneficiary} ({gain}), in no budget figure",
    da="Gevinst hos {beneficiary} ({gain}), indgår ikke i budgettal",
)

# Investments

INVESTMENTS_PURPOSE = Phrase(
    en="One row per investment; the one that contributes most to the hole comes first.",
    da="En række pr. case; den, der bidrager mest til hullet, står først.",
)
RANK = Phrase(en="Rank", da="Nr.")
BOOKED_PERIOD = Phrase(en="Booked {period}", da="Indregnet {period}")
ACHIEVED_PERIOD = Phrase(en="Realised {period}, mean", da="Opnået {period}, gennemsnit")
SAFE_PERIOD = Phrase(en="Safe booking {period}", da="Forsigtigt niveau {period}")
MET_PERIOD = Phrase(en="Met with probability, {period}", da="Indfries med sandsynlighed, {period}")
HOLE = Phrase(en="Contribution to the hole", da="Bidrag til hullet")
NPV_STATISTIC = Phrase(en="NPV, {statistic}", da="Nettonutidsværdi, {statistic}")
NPV_POSITIVE = Phrase(
    en="Probability that the NPV is above 0", da="Sandsynlighed for positiv nutidsværdi"
)
SUCCESS_SHORT = Phrase(en="Probability of success", da="Sandsynlighed for succes")
PAYBACK_MEDIAN = Phrase(en="Paid back (median)", da="Tjent hjem (median)")
NEVER = Phrase(en="not by {year}", da="ikke før {year}")
NPV_SHORT = Phrase(en="NPV", da="Nutidsværdi")
RANKING = Phrase(en="Ranking", da="Rangordning")
TARGET_SHORT = Phrase(en="Target", da="Mål")
QUALITY = Phrase(en="Service quality", da="Serviceniveau og kvalitet")
QUALITY_STATISTIC = Phrase(en="{indicator}, {statistic}", da="{indicator}, {statistic}")
TARGET_REACHED = Phrase(en="probability of reaching the target", da="sandsynlighed for at nå målet")
HOLE_NOTE = Phrase(
    en="Contribution to the hole: the investment's mean gap over {period} in the trials where "
    "the portfolio has a hole.",
    da="Bidrag til hullet: casens gennemsnitlige manglende indfrielse og merudgifter i {period} "
    "i de simuleringer, hvor der samlet er et hul.",
)

# Summary

MET_MESSAGE = Phrase(
    en="The booked savings of {period} hold in {frequency} futures ({probability}); "
    "a reserve of {reserve} makes the budget hold with {confidence} confidence.",
    da="De indregnede besparelser i {period} indfries i {frequency} fremtider ({probability}); "
    "en risikoreserve på {reserve} får budgettet til at holde med {confidence} sikkerhed.",
)
NOTHING_BOOKED_MESSAGE = Phrase(
    en="No savings are booked in {period}; the budget holds with probability {probability}, "
    "and a reserve of {reserve} makes it hold with {confidence} confidence.",
    da="Der er ikke indregnet besparelser i {period}; budgettet holder med sandsynligheden "
    "{probability}, og en risikoreserve på {reserve} får det til at holde med {confidence} "
    "sikkerhed.",
)
SUMMARY_PURPOSE = Phrase(
    en="The answer in one screen. Blue figures come from {trials} simulated futures.",
    da="Svaret på én skærm. Blå tal kommer fra {trials} simulerede fremtider.",
)
KEY_FIGURES = Phrase(en="Key figures", da="Nøgletal")
KEY_FIGURES_OF = Phrase(en="Key figures, {period}", da="Nøgletal for {period}")
BY_YEAR = Phrase(en="Year by year", da="År for år")
GAP_MEAN = Phrase(en="Budget gap, mean", da="Manglende indfrielse og merudgifter, gennemsnit")
CHART_SAVINGS = Phrase(
    en="Booked saving against the realised range", da="Indregnet besparelse og opnået spænd"
)
CHART_SAVINGS_ALT = Phrase(
    en="Columns of the booked saving per year with lines for P10, P50 and P90 of the realised "
    "saving.",
    da="Søjler med indregnet besparelse pr. år og linjer for P10, P50 og P90 af den opnåede "
    "besparelse.",
)
CHART_CUMULATIVE = Phrase(
    en="When is the money back? Cumulative net effect",
    da="Hvornår er pengene tjent hjem? Akkumuleret nettovirkning",
)
CHART_CUMULATIVE_ALT = Phrase(
    en="Lines for P10, P50 and P90 of the cumulative net effect per year; above zero it is "
    "paid back.",
    da="Linjer for P10, P50 og P90 af den akkumulerede nettovirkning pr. år; over nul er den "
    "tjent hjem.",
)

# About

ABOUT_PURPOSE = Phrase(
    en="What made this workbook, what its words and signs mean, and what was found on reading.",
    da="Hvad der har dannet projektmappen, hvad ord og fortegn betyder, og hvad der blev fundet "
    "ved indlæsning.",
)
RUN = Phrase(en="The run", da="Kørslen")
SCENARIO = Phrase(en="Scenario", da="Scenarie")
DESCRIPTION = Phrase(en="Description", da="Beskrivelse")
SCENARIO_FILE = Phrase(en="Scenario file", da="Scenariefil")
BUDGET_FILE = Phrase(en="Budget file", da="Budgetfil")
NO_BUDGET = Phrase(
    en="none: the savings are tied to no budget line",
    da="ingen: besparelserne er ikke knyttet til budgetlinjer",
)
VERSION = Phrase(en="Made by innobudget", da="Dannet af innobudget")
DATE = Phrase(en="Date", da="Dato")
COMMAND = Phrase(en="Command line", da="Kommando")
SHA256 = Phrase(en="SHA-256 of {file}", da="SHA-256 af {file}")
SOURCE_NUMBER = Phrase(en="Source {number}", da="Kilde {number}")
COLOURS = Phrase(en="Colours", da="Farver")
COLOUR_INPUT = Phrase(
    en="Input: may be changed, formulas follow", da="Input: kan ændres, formler følger med"
)
COLOUR_GIVEN = Phrase(
    en="Used by the simulation alone: a change asks for a new run",
    da="Bruges kun af simuleringen: en ændring kræver en ny kørsel",
)
COLOUR_CALCULATED = Phrase(en="Calculated by a formula", da="Beregnet med formel")
COLOUR_SIMULATED = Phrase(en="Simulated by the run", da="Simuleret i kørslen")
EXAMPLE = Phrase(en="example", da="eksempel")
CONVENTIONS = Phrase(en="Conventions", da="Konventioner")
DOUBTS = Phrase(en="Found on reading", da="Fundet ved indlæsning")
NO_DOUBTS = Phrase(en="Nothing to remark.", da="Intet at bemærke.")
DOUBT = Phrase(
    en="found {found}; expected {expected}; to fix: {remedy}",
    da="fundet: {found}; forventet: {expected}; løsning: {remedy}",
)
NOT_MODELLED = Phrase(en="Not modelled", da="Ikke med i modellen")
GLOSSARY = Phrase(en="Words", da="Ordforklaring")
