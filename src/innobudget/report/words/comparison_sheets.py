"""What stands in a comparison's workbook only."""

from collections.abc import Mapping

from innobudget.report.words import contents, sheets
from innobudget.report.words.phrase import Phrase

NAMES: Mapping[str, Phrase] = {
    "summary": sheets.NAMES["summary"],
    "years": Phrase(en="Years", da="År for år"),
    "inputs": Phrase(en="What differs", da="Hvad er forskelligt"),
    "checks": sheets.NAMES["checks"],
    "about": sheets.NAMES["about"],
}
SHEETS: Mapping[str, Phrase] = {
    **contents.SHEETS,
    "summary": Phrase(
        en="The answer in one screen: the figures side by side, differences, two charts.",
        da="Svaret på én skærm: tallene side om side, forskelle og to diagrammer.",
    ),
    "years": Phrase(
        en="Every scenario year by year, its differences from the first, two charts.",
        da="Hvert scenarie år for år, forskellene til det første og to diagrammer.",
    ),
    "inputs": Phrase(
        en="What the scenarios assume differently, with the figures of each.",
        da="Det, scenarierne forudsætter forskelligt, med tallene for hvert.",
    ),
}
TITLE = Phrase(en="Comparison of {count} scenarios", da="Sammenligning af {count} scenarier")
SAME_FUTURES = Phrase(
    en="All scenarios meet the same futures, so a difference is taken in every one of them and "
    "then summarised.",
    da="Alle scenarier møder de samme forløb, så en forskel tages i hvert af dem og sammenfattes "
    "derefter.",
)
SIGNS = Phrase(
    en="Signs: savings are positive, outlay is positive money out, a positive budget gap is a "
    "hole. A difference is a scenario minus {first}.",
    da="Fortegn: besparelser er positive, udgifter er positive, et positivt hul er penge, der "
    "mangler. En forskel er et scenarie minus {first}.",
)
SIDE_BY_SIDE = Phrase(en="Side by side, {period}", da="Side om side, {period}")
MINUS_FIRST = Phrase(en="Minus {first}", da="Minus {first}")
MINUS_NOTE = Phrase(
    en="The differences of the figures above. ± is a standard error: what the number of futures "
    "leaves open, found trial by trial, so what the scenarios share is not in it.",
    da="Forskellene mellem tallene ovenfor. ± er en standardfejl: det, som antallet af forløb "
    "lader stå åbent, fundet forløb for forløb, så det fælles ikke er med.",
)
IN_EVERY_FUTURE = Phrase(en="The difference in every future", da="Forskellen i hvert enkelt forløb")
IN_EVERY_FUTURE_NOTE = Phrase(
    en="How the difference to {first} is distributed: these are no differences of percentiles.",
    da="Hvordan forskellen til {first} fordeler sig: det er ikke forskelle mellem percentiler.",
)
BEATS = Phrase(en="Who saves more per {krone}", da="Hvem sparer mest pr. {krone}")
BEATS_NOTE = Phrase(
    en="In how many futures the scenario of the row saves more per {krone} of expected outlay than "
    "that of the column.",
    da="I hvor mange forløb rækkens scenarie sparer mere pr. {krone} forventet udgift end "
    "kolonnens.",
)
WORTH_MORE = Phrase(en="Who is worth more", da="Hvem er mest værd")
WORTH_MORE_NOTE = Phrase(
    en="In how many futures the scenario of the row has a higher NPV than that of the column.",
    da="I hvor mange forløb rækkens scenarie har højere nettonutidsværdi end kolonnens.",
)
BETTER_IS = Phrase(en="Better is", da="Bedst er")
HIGHER = Phrase(en="higher", da="højere")
LOWER = Phrase(en="lower", da="lavere")
NEITHER = Phrase(en="a matter of choice", da="et valg")
RATIO = Phrase(en="{unit} per {krone}", da="{unit} pr. {krone}")
PROBABILITY_HIGHER = Phrase(
    en="{measure}: higher in this share of the futures",
    da="{measure}: højere i denne andel af forløb",
)
PROBABILITY_LOWER = Phrase(
    en="{measure}: lower in this share of the futures",
    da="{measure}: lavere i denne andel af forløb",
)
STATISTIC = Phrase(en="{measure}, {statistic}", da="{measure}, {statistic}")
ERROR = Phrase(en="{measure}, ±", da="{measure}, ±")
SAVING = Phrase(en="Saving", da="Opnået besparelse")
GAP = Phrase(en="Budget gap", da="Manglende indfrielse og merudgifter")
GAP_MEAN = Phrase(en="Budget gap, mean", da="Manglende indfrielse og merudgifter, gennemsnit")
NPV = Phrase(en="NPV", da="Nettonutidsværdi")
PER_KRONE = Phrase(
    en="Saving per {krone} of expected outlay", da="Besparelse pr. {krone} forventet udgift"
)
CHART_RATIO = Phrase(
    en="Safe saving per {krone} of outlay", da="Sikker besparelse pr. {krone} udgift"
)
CHART_RATIO_ALT = Phrase(
    en="Columns of the safe saving per {krone} of outlay, one for each scenario.",
    da="Søjler med den sikre besparelse pr. {krone} udgift, én for hvert scenarie.",
)
CHART_NPV_ALT = Phrase(
    en="Columns of the mean NPV, one for each scenario.",
    da="Søjler med den gennemsnitlige nettonutidsværdi, én for hvert scenarie.",
)
CHART_NET = Phrase(en="Net effect year by year, mean", da="Nettovirkning år for år, gennemsnit")
CHART_NET_ALT = Phrase(
    en="Lines of the mean net effect per year, one for each scenario.",
    da="Linjer med den gennemsnitlige nettovirkning pr. år, én for hvert scenarie.",
)
CHART_GAP = Phrase(
    en="Budget gap year by year, mean",
    da="Manglende indfrielse og merudgifter år for år, gennemsnit",
)
CHART_GAP_ALT = Phrase(
    en="Lines of the mean budget gap per year, one for each scenario.",
    da="Linjer med gennemsnittet af manglende indfrielse og merudgifter pr. år, én for hvert "
    "scenarie.",
)
CHART_YEARS = Phrase(en="Saving year by year, mean", da="Opnået besparelse år for år, gennemsnit")
CHART_YEARS_ALT = Phrase(
    en="Lines of the mean saving per year, one for each scenario.",
    da="Linjer med den gennemsnitlige besparelse pr. år, én for hvert scenarie.",
)
YEARS_PURPOSE = Phrase(
    en="Every year of each scenario, and its difference from {first}. The mean difference follows "
    "from the means; its percentiles are those of the difference in every future. The charts "
    "stand at the bottom.",
    da="Hvert år i hvert scenarie og forskellen til {first}. Den gennemsnitlige forskel følger af "
    "gennemsnittene; percentilerne er forskellens i hvert enkelt forløb. Diagrammerne "
    "står nederst.",
)
DIFFERENCE_FROM = Phrase(en="{name} minus {first}", da="{name} minus {first}")
INPUTS_PURPOSE = Phrase(
    en="What the scenarios assume differently, and nothing else. An empty cell: the scenario does "
    "not have it. The figures are in the scenario files.",
    da="Det, scenarierne forudsætter forskelligt, og intet andet. En tom celle: scenariet har det "
    "ikke. Tallene står i scenariefilerne.",
)
IN_COMMON = Phrase(en="The whole scenario", da="Hele scenariet")
CASES = Phrase(en="Investments", da="Cases")
NOTHING_DIFFERS = Phrase(
    en="The scenarios assume the same.", da="Scenarierne forudsætter det samme."
)
CASE_COUNT = Phrase(en="Investments that are simulated", da="Cases i simuleringen")
BUDGET_FILE = Phrase(en="Budget file", da="Budgetfil")
GROWTH = Phrase(
    en="Growth past the budget file's last year", da="Vækst efter budgetfilens sidste år"
)
DRIVER = Phrase(en="Shared cause: {id}", da="Fælles risikofaktor: {id}")
CORRELATION = Phrase(en="Correlation of {quantity}", da="Korrelation: {quantity}")
PLANNED_ALL = Phrase(en="Planned saving, all years", da="Forudsat besparelse, alle år")
PLANNED_PERIOD = Phrase(en="Planned saving, {period}", da="Forudsat besparelse, {period}")
BOOKED_PERIOD = Phrase(en="Booked saving, {period}", da="Indregnet besparelse, {period}")
OUTLAY_ALL = Phrase(en="Planned outlay, all years", da="Planlagt implementeringsudgift, alle år")
OTHERWISE = Phrase(
    en="Something else (lines, years, stages, marks, indicators)",
    da="Andet (linjer, år, faser, kildetyper, effektmål)",
)
DIFFERS = Phrase(en="differs from the first", da="afviger fra det første")
CHECKS_PURPOSE = Phrase(
    en="What must agree, by formulas. 1: it holds; 0: it does not. The figures are differences.",
    da="Hvad der skal stemme, med formler. 1: det stemmer; 0: det gør det ikke. Tallene er "
    "forskelle.",
)
CHECK_YEARS = Phrase(en="Years add up to the period", da="Årene giver perioden")
CHECK_PAIRED = Phrase(
    en="Differences of means are means of differences",
    da="Forskelle mellem gennemsnit er gennemsnit af forskelle",
)
CHECK_SHARES = Phrase(
    en="Higher and lower are no more than all futures",
    da="Højere og lavere er ikke mere end alle forløb",
)
DIFFERENCE = Phrase(en="Difference", da="Forskel")
HOW_COMPARED = Phrase(en="How scenarios are compared", da="Sådan sammenlignes scenarier")
ABOUT_SAFE = (
    Phrase(en="Safe saving", da="Sikker besparelse"),
    Phrase(
        en="What the saving of the budget period reaches with the chosen confidence; per {krone}: "
        "over the expected outlay of the same years.",
        da="Det, som besparelsen i budgetperioden når op på med det valgte sikkerhedsniveau; pr. "
        "{krone}: i forhold til den forventede udgift i de samme år.",
    ),
)
ABOUT_PAIRED = (
    Phrase(en="The same futures", da="De samme forløb"),
    Phrase(
        en="The first scenario's seed, trials and sampling hold for all. Draws belong to names: an "
        "investment that two scenarios have alike does exactly the same in both.",
        da="Det første scenaries startværdi, antal simuleringer og udtræksmetode gælder for alle. "
        "Udtræk hører til navne: en case, der er ens i to scenarier, går præcis ens i begge.",
    ),
)
ABOUT_ERROR = (
    Phrase(en="Standard error (±)", da="Standardfejl (±)"),
    Phrase(
        en="What the number of futures leaves open, right for the sampling used. It says nothing "
        "of whether the assumptions are right.",
        da="Det, som antallet af forløb lader stå åbent, rigtigt for den anvendte udtræksmetode. "
        "Den siger intet om, hvorvidt forudsætningerne er rigtige.",
    ),
)
