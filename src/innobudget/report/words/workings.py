"""What stands on the sheets that show how: About, Trials, What-if, Checks, Budget."""

from collections.abc import Mapping

from innobudget.report.words import labels
from innobudget.report.words.phrase import Phrase

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
TRIALS_SHOWN = Phrase(en="Of these on the sheet Trials", da="Heraf på arket Simuleringer")
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
COLOUR_SIMULATED = Phrase(
    en="Simulated by the run: changes only with a new run",
    da="Simuleret i kørslen: ændres kun ved en ny kørsel",
)
COLOUR_NOTE = Phrase(en="Notes, and standard errors (±)", da="Noter og standardfejl (±)")
COLOUR_TOTAL = Phrase(en="A sum of what stands above", da="En sum af det, der står over")
COLOUR_GOOD = Phrase(en="A check holds", da="En afstemning stemmer")
COLOUR_BAD = Phrase(en="A check does not hold", da="En afstemning stemmer ikke")
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
    "kind (blank: zero), drawn from the quantities on Assumptions; to the left what follows from "
    "them and from the settings on What-if. Paid back from {late}: not within the years shown.",
    da="En række pr. simulering. Til højre, i blåt, kørslens egne tal pr. case, år og art "
    "(tom: nul), trukket ud fra Forudsætninger; til venstre det, der følger af dem og af "
    "indstillingerne på Regn selv. Tjent hjem fra {late}: ikke inden for de viste år.",
)
TRIAL = Phrase(en="Trial of the run", da="Simulering nr.")
SAVING_PERIOD = Phrase(en="Saving in the budget period", da="Besparelse i budgetperioden")
GAP_PERIOD = Phrase(en="Budget gap in the budget period", da="Hul i budgetperioden")
PAID_BACK_FROM = Phrase(en="Paid back from", da="Tjent hjem fra")
TRIAL_BLOCKS: Mapping[str, Phrase] = {
    "saving": Phrase(en="All savings", da="Besparelse i alt"),
    "net_effect": Phrase(en="Net effect", da="Netto"),
    "budget_gap": Phrase(en="Budget gap", da="Hul"),
    "cumulative_net": Phrase(en="Net effect so far", da="Netto til og med"),
}
CASE_COLUMN = Phrase(en="inv. {number}", da="case {number}")
CASE_NUMBER = Phrase(en="Investment number", da="Case nr.")
WEIGHT = Phrase(en="Factor from What-if", da="Faktor fra Regn selv")
DISCOUNT_FACTOR = Phrase(en="Discount factor", da="Diskonteringsfaktor")
BUDGETED_NET = Phrase(en="Net effect in the budget", da="Nettovirkning i budgettet")

# What-if

WHATIF_PURPOSE = Phrase(
    en="Change the yellow cells: probabilities, percentiles, reserve and charts follow at once, "
    "computed from the sheet Trials. To return: empty the settings, put the investments at 1 and "
    "100 %.",
    da="Ret de gule celler: sandsynligheder, percentiler, reserve og diagrammer følger med det "
    "samme, beregnet ud fra arket Simuleringer. For at vende tilbage: tøm indstillingerne, og sæt "
    "cases til 1 og 100 %.",
)
WHATIF_SCALES = Phrase(
    en="Scales change what happens, not what the budget has adopted. An investment that is "
    "switched off is neither in the budget nor carried out.",
    da="Faktorerne ændrer, hvad der sker, ikke det vedtagne budget. En case, der er slået fra, er "
    "hverken i budgettet eller gennemført.",
)
WHATIF_ERRORS = Phrase(
    en="±: standard error of a figure from so many trials. The run's own figure, from all its "
    "trials and with the scenario's settings, stands beside; it does not change.",
    da="±: standardfejl for et tal ud fra så mange simuleringer. Ved siden af står kørslens eget "
    "tal ud fra alle dens simuleringer og scenariets indstillinger; det ændrer sig ikke.",
)
CONTROLS = Phrase(en="Settings", da="Indstillinger")
SETTING = Phrase(en="Setting", da="Indstilling")
USE = Phrase(en="Type here", da="Skriv her")
IN_SCENARIO = Phrase(en="In the scenario", da="I scenariet")
APPLIES = Phrase(en="Applies", da="Gælder")
BLANK_AS_SCENARIO = Phrase(
    en="Blank: as in the scenario. A booking share replaces every investment's own booking.",
    da="Tom: som i scenariet. En indregningsgrad erstatter alle casenes egne indregninger.",
)
SHARE_TOLD = Phrase(en="booked over planned", da="indregnet af forudsat")
NAME_TYPED = Phrase(en="{name}_typed", da="{name}_indtastet")
AT_START = Phrase(en="All settings are as in the scenario", da="Alt er som i scenariet")
SAMPLING_TITLE = Phrase(en="How exact What-if is", da="Hvor præcist Regn selv er")
SAMPLING_NOTE = Phrase(
    en="The ± of a percentile: how far off the percentiles are that lie a standard error of its "
    "rank above and below.",
    da="± for en percentil: afstanden til de percentiler, der ligger en standardfejl af dens rang "
    "over og under.",
)
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
ANSWER = Phrase(en="The answer", da="Svaret")
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
ALLOWED_UNIT = Phrase(en="of what is allowed", da="af det tilladte")
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
    en="The figures are differences; those of What-if in per cent of what is allowed, {errors} "
    "standard errors of so many plain trials. While its settings are changed, What-if is not "
    "compared with the run, and 0 % stands there.",
    da="Tallene er forskelle; for Regn selv i pct. af det tilladte, som er {errors} standardfejl "
    "for så mange simuleringer. Når indstillingerne er ændret, sammenlignes Regn selv ikke med "
    "kørslen, og der står 0 %.",
)
CHECK = Phrase(en="Check", da="Afstemning")
HOLDS = Phrase(en="Holds", da="Stemmer")
TOLERANCE_HEADING = Phrase(en="Tolerance", da="Tolerance")
ALL_CHECKS = Phrase(en="All checks together", da="Alle afstemninger samlet")
ALL_PASS = Phrase(en="All checks pass.", da="Alle afstemninger stemmer.")
SOME_FAIL = Phrase(
    en="A check fails: see the sheet Checks.", da="En afstemning stemmer ikke: se arket Afstemning."
)
CHECK_INPUTS = Phrase(en="No input is blank", da="Ingen inputcelle er tom")
BLANK_INPUTS = Phrase(en="cells without a number", da="celler uden tal")
BLANK_CASES = Phrase(en="{sheet}, switches and scales", da="{sheet}, cases til og fra")
NUMBERS_TYPED = Phrase(
    en="Numbers on this sheet when it was written", da="Antal tal på arket, da det blev dannet"
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
RESERVE_IS_GAP = Phrase(
    en="the gap at the confidence, or 0", da="hullet ved sikkerhedsniveauet, eller 0"
)
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

BEFORE_GRANTS = Phrase(en="Outlay before grants", da="Implementeringsudgift før tilskud")
TRIAL_FLOWS: Mapping[str, Phrase] = {
    **labels.MEASURES_SHORT,
    "grant": Phrase(en="Grant", da="Tilskud"),
}

# Budget and appropriations

BUDGET_PURPOSE = Phrase(
    en="The lines that investments touch, before and after the booked savings; all other lines "
    "of the file in sums by area and kind. No.: the same line has the same number here and on the "
    "sheet Appropriations.",
    da="De budgetlinjer, som casene rører ved, før og efter de indregnede besparelser; filens "
    "øvrige linjer er summeret pr. område og styringsområde. Nr.: samme linje har samme nummer her "
    "og på arket Bevilling.",
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
FILE_TOTAL = Phrase(
    en="All lines of the file, added up on reading (control)",
    da="Alle linjer i filen, summeret ved indlæsning (kontrol)",
)
AS_IN_FILE = Phrase(en="Adopted budget, as in the file", da="Vedtaget budget ifølge filen")
BEFORE_TITLE = Phrase(en="Budget before these changes", da="Budget før ændringerne")
CHANGES_TITLE = Phrase(
    en="Booked savings, outlays and disruptions",
    da="Indregnede besparelser, implementerings- og indkøringsudgifter",
)
AFTER_TITLE = Phrase(en="Budget after", da="Budget efter ændringerne")
FALLS_ON = Phrase(
    en="Lines that an effect is a share of, or is split over",
    da="Linjer, som en virkning er en andel af eller fordeles på",
)
FALLS_NOTE = Phrase(
    en="A share is taken of the sum; an amount is split by the sizes of the lines, without signs.",
    da="En andel regnes af summen; et beløb fordeles efter linjernes størrelse, uden fortegn.",
)
AREA_AND_KIND = Phrase(en="Area, kind", da="Bevillingsområde, styringsområde")
CASE_AND_EFFECT = Phrase(en="Investment, effect", da="Case, virkning")
LINES_SUM = Phrase(en="Sum of these lines", da="Sum af disse linjer")
LINES_SIZE = Phrase(en="Sum without signs", da="Sum uden fortegn")
FILE_LAST_YEAR = Phrase(en="Last year taken from the file", da="Sidste år fra filen")
APPROPRIATIONS_PURPOSE = Phrase(
    en="What goes into the budget system, line by line; the same stands in appropriations.csv.",
    da="Det, der skal ind i budgetsystemet, linje for linje; det samme står i appropriations.csv.",
)
APPROPRIATIONS_HELD = Phrase(
    en="The budget file is after these changes. What it does not hold, because its last year goes "
    "on in the years after it, stands below and in appropriations.csv.",
    da="Budgetfilen er efter disse ændringer. Det, den ikke har med, fordi dens sidste år føres "
    "videre i årene efter, står nederst og i appropriations.csv.",
)
APPROPRIATIONS_WHOLE = Phrase(
    en="The file rounds to whole units of the currency, so that parts add up to their totals.",
    da="Filen afrunder til hele enheder af valutaen, så delene summer til helheden.",
)
STILL_TO_BOOK = Phrase(
    en="Still to be booked: what differs from what the budget file holds",
    da="Mangler at blive indregnet: forskellen til det, budgetfilen allerede har",
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
    "running": Phrase(en="running cost", da="afledt driftsudgift"),
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
    Phrase(en="side", da="side"),
)
BOOKED_TOO_EARLY = Phrase(
    en="no saving is planned in the year", da="der er ikke forudsat besparelse i året"
)
NAMES_NO_LINE = Phrase(
    en="the scenario names no budget line ({key})",
    da="scenariet nævner ingen budgetlinje ({key})",
)
