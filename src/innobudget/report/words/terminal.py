"""What the command line says about a run and a check."""

from collections.abc import Mapping

from innobudget.report.words.phrase import Phrase

HEADING = Phrase(
    en="{name}: {cases}, {trials}, seed {seed}", da="{name}: {cases}, {trials}, startværdi {seed}"
)
CASES = Phrase(en="{count} investments", da="{count} cases")
ONE_CASE = Phrase(en="1 investment", da="1 case")
TRIALS = Phrase(en="{count} futures", da="{count} forløb")
ONE_TRIAL = Phrase(en="1 future", da="1 forløb")
BOOKED_HOLD = Phrase(
    en="Do the booked savings hold? {answer}: {met} that all of {booked} is realised in "
    "{first}–{last}.",
    da="Holder de indregnede besparelser? {answer}: {met} for, at alle {booked} indfries i "
    "{first}–{last}.",
)
NOTHING_BOOKED = Phrase(
    en="Nothing is booked in {first}–{last}.", da="Der er ikke indregnet noget i {first}–{last}."
)
BUDGET_HOLDS = Phrase(
    en="Does the budget hold, outlay included? {holds}.",
    da="Holder budgettet, når udgifterne er med? {holds}.",
)
PLUS_MINUS = Phrase(en=" (±{points} points)", da=" (±{points} procentpoint)")
PLUS_MINUS_AFTER = Phrase(
    en=" (±{points} points after {trials})", da=" (±{points} procentpoint efter {trials})"
)
MISSING = Phrase(
    en="How much is missing? {mean} on average (8 out of 10 futures: from {low} to {high}).",
    da="Hvor meget mangler? {mean} i gennemsnit (8 ud af 10 forløb: fra {low} til {high}).",
)
NOT_MISSING = Phrase(
    en="How much is missing? Nothing on average: {mean} is left over (8 out of 10 futures: "
    "from {low} to {high}).",
    da="Hvor meget mangler? Intet i gennemsnit: {mean} er til overs (8 ud af 10 forløb: "
    "fra {low} til {high}).",
)
NOTHING_MISSING = Phrase(
    en="How much is missing? Nothing is missing and nothing is left over.",
    da="Hvor meget mangler? Intet mangler, og intet er til overs.",
)
SHORT = Phrase(en="{amount} missing", da="{amount} i underskud")
OVER = Phrase(en="{amount} left over", da="{amount} i overskud")
RESERVE = Phrase(
    en="What reserve makes it {confidence} safe? {reserve} over {first}–{last}.",
    da="Hvilken reserve giver {confidence} sikkerhed? {reserve} over {first}–{last}.",
)
NO_RESERVE = Phrase(
    en="What reserve makes it {confidence} safe? None.",
    da="Hvilken reserve giver {confidence} sikkerhed? Ingen.",
)
CASE_FIRST = Phrase(
    en="Which investment to look at first? {finding}.",
    da="Hvilken case bør ses på først? {finding}.",
)
WHEN_BACK = Phrase(
    en="When is it paid back? {finding}.", da="Hvornår er pengene tjent hjem? {finding}."
)
CHANCE_IN_WORDS = Phrase(en="{word}, {frequency}", da="{word}, {frequency}")
ANSWERED = Phrase(en="{answer}: {chance}", da="{answer}: {chance}")
CHANCE = Phrase(en="{percent} probability", da="{percent} sandsynlighed")
TABLE = Phrase(en="{unit}, {prices}", da="{unit}, {prices}")
EXPECTED = Phrase(en="Realised, mean", da="Opnået, gennemsnit")
RANGE_LOW = Phrase(en="  one in ten is below", da="  hver tiende er under")
RANGE_HIGH = Phrase(en="  one in ten is above", da="  hver tiende er over")
BOOKED = Phrase(en="Booked saving", da="Indregnet besparelse")
PROBABILITY = Phrase(en="Comes in full, probability", da="Fuld indfrielse, sandsynlighed")
GAP = Phrase(en="Missing (− left over), mean", da="Mangler (− til overs), gennemsnit")
RESERVE_ROW = Phrase(en="Reserve, {confidence} safe", da="Reserve, {confidence} sikker")
MEASURES: Mapping[str, Phrase] = {"met": PROBABILITY, "reserve": RESERVE_ROW}
"""Of the table, by key of the measure; of others their names."""
WRITTEN = Phrase(en="Written to {folder}: {files}", da="Skrevet til {folder}: {files}")
REMOVED = Phrase(
    en="Removed with the earlier report: {files}", da="Fjernet med den tidligere rapport: {files}"
)
KEPT = Phrase(
    en="The earlier report is kept in {folder}.", da="Den tidligere rapport er gemt i {folder}."
)
DOUBTS = Phrase(
    en="{count} things to know before you trust it:", da="{count} ting at vide før brug:"
)
NO_DOUBTS = Phrase(en="Nothing doubtful was found.", da="Der er ikke fundet noget tvivlsomt.")
ONE_DOUBT = Phrase(en="1 thing to know before you trust it:", da="1 ting at vide før brug:")

CHECK_HEADING = Phrase(
    en="{name}: {cases}, {first}–{last}, {unit}, {prices}",
    da="{name}: {cases}, {first}–{last}, {unit}, {prices}",
)
BUDGET_READ = Phrase(
    en="Budget: {file}, {lines} lines in {areas} areas, {first}–{last}, unit {unit}",
    da="Budget: {file}, {lines} linjer i {areas} områder, {first}–{last}, enhed {unit}",
)
NO_BUDGET = Phrase(en="Budget: none; savings are tied to no line", da="Budget: intet; ingen linjer")
FALLS_ON = Phrase(en="falls on {lines}", da="falder på {lines}")
NOT_ON = Phrase(en=", not on {lines}", da=", ikke på {lines}")
OF_INCOME = Phrase(en=" (income)", da=" (indtægt)")
FALLS_ON_NONE = Phrase(en="falls on no line", da="falder ikke på nogen linje")
STANDS_ON = Phrase(
    en="outlay and disruption stand on {lines}",
    da="implementerings- og indkøringsudgift står på {lines}",
)
GRANTS = Phrase(
    en="grants, which its own outlay is less: {amounts}",
    da="tilskud, som er trukket fra implementeringsudgiften: {amounts}",
)
PLANNED_ROW = Phrase(en="planned", da="forudsat")
BOOKED_ROW = Phrase(en="booked", da="indregnet")
BY_HAND = Phrase(
    en="success {success} × mean factor {factor}; late by 0, 1, … years: {lag}",
    da="succes {success} × middelfaktor {factor}; forsinket 0, 1, … år: {lag}",
)
MORE_BOOKED = Phrase(
    en="booked above planned in {years}", da="indregnet over det forudsatte i {years}"
)
TAKEN = Phrase(
    en="Lines that all investments together take the most of:",
    da="Linjer som casene tilsammen tager mest af:",
)
TAKEN_LINE = Phrase(
    en="{line} {name}: {share} in {year}, by {investments}",
    da="{line} {name}: {share} i {year}, af {investments}",
)
TOTAL = Phrase(en="All", da="I alt")
BY_HAND_ROW = Phrase(en="calculated by hand", da="regnet i hånden")
