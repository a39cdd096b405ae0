"""What stands on the sheets that answer: Results, Investments, Summary, Risk drivers."""

from collections.abc import Mapping

from innobudget.report.words.phrase import Phrase

# Results

RESULTS_PURPOSE = Phrase(
    en="How every measure is distributed over the run's {trials} trials. Blue figures are "
    "simulated; they change only with a new run.",
    da="Hvordan hvert mål fordeler sig over kørslens {trials} simuleringer. Blå tal er "
    "simulerede og ændres kun ved en ny kørsel.",
)
RESULTS_ERRORS = Phrase(
    en="Standard error: how far the figure of another seed would typically be from this one; that "
    "of the reserve is also that of the safe booking.",
    da="Standardfejl: hvor langt tallet med en anden startværdi typisk ville ligge fra dette; "
    "risikoreservens er også det forsigtige indregningsniveaus.",
)
TRACK_PART = Phrase(en="Track: {name}", da="Spor: {name}")
AREA_PART = Phrase(en="Area: {name}", da="Område: {name}")
KIND_PART = Phrase(en="Kind: {name}", da="Styringsområde: {name}")
STANDARD_ERROR = Phrase(en="standard error", da="standardfejl")
STATISTICS: Mapping[str, Phrase] = {
    "mean": Phrase(en="mean", da="gennemsnit"),
    "standard_error": Phrase(en="standard error of the mean", da="gennemsnittets standardfejl"),
    "sd": Phrase(en="standard deviation", da="standardafvigelse"),
    **{
        f"p{percent:02}": Phrase(en=f"P{percent}", da=f"P{percent}")
        for percent in (5, 10, 25, 50, 75, 90, 95)
    },
}
OTHERS = Phrase(
    en="Gains that are in no budget figure", da="Gevinster, der ikke indgår i budgettal"
)
PAID_BACK_BY = Phrase(
    en="Probability of being paid back by that year",
    da="Sandsynlighed for at være tjent hjem senest det år",
)
GAP_AT_CONFIDENCE = Phrase(
    en="Budget gap that is not exceeded with the chosen confidence",
    da="Manglende indfrielse og merudgifter ved sikkerhedsniveauet",
)

# Investments

INVESTMENTS_PURPOSE = Phrase(
    en="One row per investment; the one that contributes most to the hole comes first. Numbers "
    "before names are the same on all sheets.",
    da="En række pr. case; den, der bidrager mest til hullet, står først. Numrene før navnene er "
    "de samme på alle ark.",
)
BOOKED_PERIOD = Phrase(en="Booked {period}", da="Indregnet {period}")
ACHIEVED_PERIOD = Phrase(en="Realised {period}, mean", da="Opnået {period}, gennemsnit")
SAFE_PERIOD = Phrase(en="Safe booking {period}", da="Forsigtigt niveau {period}")
MET_PERIOD = Phrase(en="Met with probability, {period}", da="Indfries med sandsynlighed, {period}")
HOLE = Phrase(en="Contribution to the hole", da="Bidrag til hullet")
SUCCESS_SHORT = Phrase(en="Probability of success", da="Sandsynlighed for succes")
PAYBACK_MEDIAN = Phrase(en="Paid back (median)", da="Tjent hjem (median)")
NEVER = Phrase(en="not by {year}", da="efter {year}")
NPV_SHORT = Phrase(en="NPV", da="Nutidsværdi")
RANKING = Phrase(en="Ranking", da="Rangordning")
TARGET_SHORT = Phrase(en="Target", da="Mål")
INDICATOR = Phrase(en="Indicator", da="Effektmål")
QUALITY = Phrase(en="Service quality", da="Serviceniveau og kvalitet")
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
MET_MESSAGE_FREE = Phrase(
    en="The booked savings of {period} hold in {frequency} futures ({probability}); "
    "the budget holds with {confidence} confidence without a reserve.",
    da="De indregnede besparelser i {period} indfries i {frequency} fremtider ({probability}); "
    "budgettet holder med {confidence} sikkerhed uden risikoreserve.",
)
NOTHING_BOOKED_MESSAGE_FREE = Phrase(
    en="No savings are booked in {period}; the budget holds with probability {probability}, "
    "and needs no reserve for {confidence} confidence.",
    da="Der er ikke indregnet besparelser i {period}; budgettet holder med sandsynligheden "
    "{probability} og kræver ingen risikoreserve for at nå {confidence} sikkerhed.",
)
NOTHING_BOOKED_MESSAGE = Phrase(
    en="No savings are booked in {period}; the budget holds with probability {probability}, "
    "and a reserve of {reserve} makes it hold with {confidence} confidence.",
    da="Der er ikke indregnet besparelser i {period}; budgettet holder med sandsynligheden "
    "{probability}, og en risikoreserve på {reserve} får det til at holde med {confidence} "
    "sikkerhed.",
)
SUMMARY_PURPOSE = Phrase(
    en="The answer in one screen. Blue figures come from {trials} simulated futures (the run), "
    "made {date} by innobudget {version}, seed {seed}.",
    da="Svaret på én skærm. Blå tal kommer fra {trials} simulerede fremtider (kørslen), dannet "
    "{date} af innobudget {version}, startværdi {seed}.",
)
SUMMARY_FOLLOW = Phrase(
    en="To follow a figure: “From” leads to the sheet Results, from there on to What-if and "
    "Trials or to Plan, and to Assumptions, where every input has its source. To change figures: "
    "What-if.",
    da="Følg et tal: »Hentet fra« fører til arket Resultater, derfra videre til Regn selv og "
    "Simuleringer eller til Plan og til Forudsætninger, hvor hvert input har sin kilde. Ret tal: "
    "Regn selv.",
)
SUMMARY_CAVEAT = Phrase(
    en="Investments by the source of their figures: {marks}. Only the investments are uncertain, "
    "the rest of the budget is not; contents, colours, what is not modelled, words: the sheet "
    "About.",
    da="Cases efter kildetype: {marks}. Kun casene er usikre, resten af budgettet er det ikke; "
    "indhold, farver, forbehold og ordforklaring: arket Om.",
)
PERCENTILES_READ = Phrase(
    en="P10, P50, P90: 1, 5 and 9 in 10 futures lie below. What-if: the same from the trials in "
    "this workbook, with its settings; it is rarely more than twice ± off the run.",
    da="P10, P50, P90: 1, 5 og 9 ud af 10 fremtider ligger under. Regn selv: det samme ud fra "
    "projektmappens egne simuleringer og indstillinger; det er sjældent mere end to gange ± fra "
    "kørslen.",
)
KEY_FIGURES = Phrase(en="Key figures", da="Nøgletal")
BAND: Mapping[str, Phrase] = {
    "p10": Phrase(en="P10 (low)", da="P10 (lav)"),
    "p50": Phrase(en="P50 (middle)", da="P50 (midt)"),
    "p90": Phrase(en="P90 (high)", da="P90 (høj)"),
}
BY_YEAR = Phrase(en="Year by year", da="År for år")
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

# Risk drivers

DRIVERS_PURPOSE = Phrase(
    en="Which uncertainty moves the hole and the value most; the most important comes first. "
    "All figures are simulated.",
    da="Hvilken usikkerhed der flytter hullet og værdien mest; den vigtigste står først. "
    "Alle tal er simulerede.",
)
TORNADO = Phrase(
    en="If it falls out low, if it falls out high (tornado)",
    da="Hvis den falder lavt ud, hvis den falder højt ud (tornado)",
)
TORNADO_NOTE = Phrase(
    en="Mean outcome in the lowest and in the highest tenth of each input; the gap is that of "
    "{period}.",
    da="Gennemsnitligt udfald i den laveste og den højeste tiendedel af hver usikkerhed; hullet "
    "er for {period}.",
)
LOW_END = Phrase(en="low end", da="lav ende")
HIGH_END = Phrase(en="high end", da="høj ende")
VARIANCE = Phrase(en="Share of the budget gap's variance", da="Andel af variansen i hullet")
NPV_VARIANCE = Phrase(
    en="Share of the NPV's variance, per cent", da="Andel af nutidsværdiens varians, pct."
)
VARIANCE_NOTE = Phrase(
    en="What each input explains by itself; the rest needs several together.",
    da="Hvad hver usikkerhed forklarer alene; resten kræver flere sammen.",
)
INTERACTIONS = Phrase(en="Several together (interactions)", da="Flere sammen (samspil)")
SHARED_CAUSE = Phrase(en="shared cause", da="fælles risikofaktor")
