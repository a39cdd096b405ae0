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

# Trials

TRIALS_PURPOSE = Phrase(
    en="{count} of the run's trials, all equally likely, spread evenly over the portfolio's "
    "budget gap of the budget period. What-if computes from them.",
    da="{count} af kørslens simuleringer, alle lige sandsynlige og spredt jævnt efter "
    "budgetperiodens samlede manglende indfrielse og merudgifter. Regn selv beregner ud fra dem.",
)
TRIALS_READING = Phrase(
    en="One row per trial. To the right, in blue, the run's own figures per investment, year and "
    "kind (blank: zero); to the left what follows from them and from the settings on What-if.",
    da="En række pr. simulering. Til højre, i blåt, kørslens egne tal pr. case, år og art "
    "(tom: nul); til venstre det, der følger af dem og af indstillingerne på Regn selv.",
)
TRIAL = Phrase(en="Trial of the run", da="Simulering nr.")
SAVING_PERIOD = Phrase(en="Saving in the budget period", da="Besparelse i budgetperioden")
GAP_PERIOD = Phrase(en="Budget gap in the budget period", da="Hul i budgetperioden")
PAID_BACK_FROM = Phrase(en="Paid back from", da="Tjent hjem fra")
TRIAL_BLOCKS: Mapping[str, Phrase] = {
    "saving": Phrase(en="All savings", da="Besparelse i alt"),
    "net_effect": Phrase(en="Net effect", da="Nettovirkning"),
    "budget_gap": Phrase(en="Budget gap", da="Hul"),
    "cumulative_net": Phrase(en="Net effect so far", da="Netto til og med"),
}
CASE_NUMBER = Phrase(en="Investment number", da="Case nr.")
WEIGHT = Phrase(en="Factor from What-if", da="Faktor fra Regn selv")
DISCOUNT_FACTOR = Phrase(en="Discount factor", da="Diskonteringsfaktor")
BUDGETED_NET = Phrase(en="Net effect in the budget", da="Nettovirkning i budgettet")

# What-if

WHATIF_PURPOSE = Phrase(
    en="Change the yellow cells: probabilities, percentiles and reserve follow at once, computed "
    "from the sheet Trials. Put them back to the scenario's values to return.",
    da="Ret de gule celler: sandsynligheder, percentiler og reserve følger med det samme, beregnet "
    "ud fra arket Simuleringer. Sæt dem tilbage til scenariets værdier for at vende tilbage.",
)
WHATIF_SCALES = Phrase(
    en="Scales change what happens, not what the budget has adopted. An investment that is "
    "switched off is neither in the budget nor carried out.",
    da="Faktorerne ændrer, hvad der sker, ikke det vedtagne budget. En case, der er slået fra, er "
    "hverken i budgettet eller gennemført.",
)
WHATIF_ERRORS = Phrase(
    en="±: standard error of a figure from so many trials.",
    da="±: standardfejl for et tal ud fra så mange simuleringer.",
)
CONTROLS = Phrase(en="Settings", da="Indstillinger")
USE = Phrase(en="Use", da="Brug")
IN_SCENARIO = Phrase(en="In the scenario", da="I scenariet")
BLANK_AS_SCENARIO = Phrase(en="blank: as in the scenario", da="tom: som i scenariet")
NAME_SHARE = Phrase(en="what_if_booking_share", da="regn_selv_indregningsgrad")
NAME_CONFIDENCE = Phrase(en="what_if_confidence", da="regn_selv_sikkerhedsniveau")
NAME_RATE = Phrase(en="what_if_discount_rate", da="regn_selv_kalkulationsrente")
AT_START = Phrase(en="All settings are as in the scenario", da="Alt er som i scenariet")
SAMPLING_TITLE = Phrase(en="How exact What-if is", da="Hvor præcist Regn selv er")
TRIALS_USED = Phrase(en="Trials used", da="Anvendte simuleringer")
RANK_ERROR = Phrase(
    en="Standard error of the rank of {statistic}", da="Rangens standardfejl, {statistic}"
)
WHATIF_CASES = Phrase(en="Investments on and off", da="Cases til og fra")
SWITCH = Phrase(en="Switched on (1/0)", da="Slået til (1/0)")
SAVING_SCALE = Phrase(en="Saving times", da="Besparelse gange")
OUTLAY_SCALE = Phrase(en="Outlay times", da="Udgift gange")
SAVING_USED = Phrase(en="Saving counts", da="Besparelse tæller")
OUTLAY_USED = Phrase(en="Outlay counts", da="Udgift tæller")
ANSWER = Phrase(en="The answer for {period}", da="Svaret for {period}")
WHATIF_FIGURE = Phrase(en="What-if", da="Regn selv")
PLUS_MINUS = Phrase(en="±", da="±")
RUN_FIGURE = Phrase(en="The run", da="Kørslen")
WHATIF_NOW = Phrase(
    en="Portfolio, What-if with its present settings",
    da="Alle cases, Regn selv med de aktuelle indstillinger",
)
WHATIF_YEARLY = Phrase(en="Year by year", da="År for år")
WHATIF_BUDGET = Phrase(
    en="In the budget, with these settings", da="I budgettet med disse indstillinger"
)
BUDGETED_SPENDING = Phrase(
    en="Budgeted outlay and disruption", da="Budgetteret implementering og indkøring"
)
TOTAL = Phrase(en="in all", da="i alt")
PERCENTILE_SHOWN: Mapping[str, Phrase] = {
    "p10": Phrase(en="Low percentile, P10", da="Lav percentil, P10"),
    "p50": Phrase(en="Middle percentile, P50", da="Midterste percentil, P50"),
    "p90": Phrase(en="High percentile, P90", da="Høj percentil, P90"),
}
CHECK_ERRORS = Phrase(
    en="What-if may be off the run by (standard errors)",
    da="Regn selv må afvige fra kørslen med (standardfejl)",
)

# Checks

CHECKS_PURPOSE = Phrase(
    en="What must agree, by formulas. 1: it holds; 0: it does not.",
    da="Hvad der skal stemme, med formler. 1: det stemmer; 0: det gør det ikke.",
)
CHECKS_READING = Phrase(
    en="The figures are differences; those of What-if are what is left beyond the sampling error "
    "that is allowed. While its settings are changed, What-if is not compared with the run.",
    da="Tallene er forskelle; for Regn selv det, der er ud over den tilladte stikprøvefejl. "
    "Når indstillingerne er ændret, sammenlignes Regn selv ikke med kørslen.",
)
HOLDS = Phrase(en="Holds", da="Stemmer")
TOLERANCE_HEADING = Phrase(en="Tolerance", da="Tolerance")
ALL_CHECKS = Phrase(en="All checks together", da="Alle afstemninger samlet")
ALL_PASS = Phrase(en="All checks pass.", da="Alle afstemninger stemmer.")
SOME_FAIL = Phrase(
    en="A check fails: see the sheet Checks.", da="En afstemning stemmer ikke: se arket Afstemning."
)
CHECK_PLAN = Phrase(en="The plan is the one that was simulated", da="Planen er den simulerede")
CHECK_PARTS = Phrase(en="Parts add up", da="Delene giver helheden")
CHECK_BUDGET = Phrase(en="The budget adds up", da="Budgettet stemmer")
CHECK_WHATIF = Phrase(en="What-if agrees with the run", da="Regn selv stemmer med kørslen")
PLAN_IS_RUN = Phrase(en="Plan against the run", da="Plan mod kørslen")
TRACKS_ADD_UP = Phrase(en="Tracks add up to the portfolio", da="Sporene giver tilsammen det hele")
AREAS_ADD_UP = Phrase(en="Areas add up to the portfolio", da="Områderne giver tilsammen det hele")
KINDS_ADD_UP = Phrase(
    en="Kinds add up to the portfolio", da="Styringsområderne giver tilsammen det hele"
)
NET_EFFECT_MEAN = Phrase(en="mean net effect", da="gennemsnitlig nettovirkning")
ADDS_UP = Phrase(en="sum against sum", da="sum mod sum")
BUDGET_IS_FILE = Phrase(
    en="The budget shown is all of the file", da="Det viste budget er hele budgetfilen"
)
APPROPRIATIONS_ARE_BOOKED = Phrase(
    en="Appropriations hold all booked savings", da="Bevilling har alle indregnede besparelser"
)
APPROPRIATIONS_ARE_SPENT = Phrase(
    en="Appropriations hold all budgeted outlay", da="Bevilling har alle budgetterede udgifter"
)
BUDGET_CHANGES = Phrase(
    en="The budget changes by what is appropriated", da="Budgettet ændres med bevillingerne"
)
WHATIF_IS_RUN = Phrase(en="What-if against the run", da="Regn selv mod kørslen")

# Budget and appropriations

BUDGET_PURPOSE = Phrase(
    en="The lines that investments touch, before and after the booked savings; all other lines "
    "of the file in sums by area and kind.",
    da="De budgetlinjer, som casene rører ved, før og efter de indregnede besparelser; filens "
    "øvrige linjer er summeret pr. område og styringsområde.",
)
BUDGET_MISSING = Phrase(
    en="The scenario has no budget file: only the changes are shown, on no line.",
    da="Scenariet har ingen budgetfil: kun ændringerne vises, uden linje.",
)
BUDGET_LINE = Phrase(en="Budget line", da="Budgetlinje")
ACCOUNT_NUMBER = Phrase(en="No.", da="Nr.")
NO_LINE_IN_FILE = Phrase(en="no line in the budget file", da="ingen linje i budgetfilen")
OTHER_LINES = Phrase(en="Other lines ({count})", da="Øvrige linjer ({count})")
IN_ALL = Phrase(en="In all", da="I alt")
FILE_TOTAL = Phrase(en="All lines of the file", da="Alle linjer i filen")
AS_IN_FILE = Phrase(en="Adopted budget, as in the file", da="Vedtaget budget ifølge filen")
BEFORE_TITLE = Phrase(en="Without the booked savings", da="Uden de indregnede besparelser")
CHANGES_TITLE = Phrase(
    en="Booked savings, outlays and disruptions",
    da="Indregnede besparelser, implementerings- og indkøringsudgifter",
)
AFTER_TITLE = Phrase(en="Budget after", da="Budget efter ændringerne")
FALLS_ON = Phrase(
    en="Lines that an effect is a share of, or is split over",
    da="Linjer, som en virkning er en andel af eller fordeles på",
)
LINES_SUM = Phrase(en="Sum of these lines", da="Sum af disse linjer")
LINES_SIZE = Phrase(en="Sum without signs", da="Sum uden fortegn")
FILE_LAST_YEAR = Phrase(en="Last year taken from the file", da="Sidste år fra filen")
NAME_GROWTH = Phrase(en="budget_growth", da="budgetvækst")
NAME_ALREADY = Phrase(en="already_in_budget", da="allerede_i_budgettet")
APPROPRIATIONS_PURPOSE = Phrase(
    en="What goes into the budget system, line by line; the same stands in appropriations.csv.",
    da="Det, der skal ind i budgetsystemet, linje for linje; det samme står i appropriations.csv.",
)
BOOKED_CHANGES = Phrase(en="Booked savings", da="Indregnede besparelser")
SPENDING_CHANGES = Phrase(en="Outlays and disruptions", da="Implementerings- og indkøringsudgifter")
NET_CHANGE = Phrase(en="Net change of the budget", da="Nettoændring af budgettet")
WHAT = Phrase(en="What", da="Hvad")
LASTS = Phrase(en="Lasts", da="Varighed")
PERMANENT = Phrase(en="permanent", da="varig")
TEMPORARY = Phrase(en="temporary", da="midlertidig")
CHANGES: Mapping[str, Phrase] = {
    "saving": Phrase(en="booked saving", da="indregnet besparelse"),
    "outlay": Phrase(en="outlay", da="implementeringsudgift"),
    "disruption": Phrase(en="disruption", da="indkøringsudgift"),
}
CSV_COLUMNS = (
    Phrase(en="line", da="linje"),
    Phrase(en="name", da="navn"),
    Phrase(en="area", da="område"),
    Phrase(en="kind", da="styringsområde"),
    Phrase(en="investment", da="case"),
    Phrase(en="change", da="ændring"),
    Phrase(en="lasts", da="varighed"),
    Phrase(en="year", da="år"),
    Phrase(en="amount", da="beløb"),
)

# Risk drivers

DRIVERS_PURPOSE = Phrase(
    en="Which uncertainty moves the hole and the value most; the most important comes first. "
    "All figures are simulated.",
    da="Hvilken usikkerhed der flytter hullet og værdien mest; den vigtigste står først. "
    "Alle tal er simulerede.",
)
TORNADO = Phrase(en="What its ends mean", da="Hvad yderpunkterne betyder")
TORNADO_NOTE = Phrase(
    en="Mean outcome in the lowest and in the highest tenth of each input; the gap is that of "
    "{period}.",
    da="Gennemsnitligt udfald i den laveste og den højeste tiendedel af hver usikkerhed; hullet "
    "er for {period}.",
)
LOW_END = Phrase(en="low end", da="lav ende")
HIGH_END = Phrase(en="high end", da="høj ende")
VARIANCE = Phrase(en="Share of the budget gap's variance", da="Andel af variansen i hullet")
NPV_VARIANCE = Phrase(en="Share of the NPV's variance", da="Andel af nutidsværdiens varians")
VARIANCE_NOTE = Phrase(
    en="What each input explains by itself; the rest needs several together.",
    da="Hvad hver usikkerhed forklarer alene; resten kræver flere sammen.",
)
INTERACTIONS = Phrase(en="Several together (interactions)", da="Flere sammen (samspil)")
SHARED_CAUSE = Phrase(en="shared cause", da="fælles risikofaktor")
