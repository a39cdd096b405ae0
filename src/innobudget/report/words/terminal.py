"""What the command line says about a run and a check."""

from innobudget.report.words.phrase import Phrase

HEADING = Phrase(
    en="{name}: {investments} investments, {trials} trials, seed {seed}",
    da="{name}: {investments} cases, {trials} simuleringer, frø {seed}",
)
BOOKED_HOLD = Phrase(
    en="Do the booked savings hold? {frequency}: {met} that all of {booked} is realised in "
    "{first}–{last}.",
    da="Holder de indregnede besparelser? {frequency}: {met} for at alle {booked} indfries i "
    "{first}–{last}.",
)
NOTHING_BOOKED = Phrase(
    en="Nothing is booked in {first}–{last}.", da="Der er ikke indregnet noget i {first}–{last}."
)
BUDGET_HOLDS = Phrase(
    en="Does the budget hold, outlay included? {holds}.",
    da="Holder budgettet, udgifterne med? {holds}.",
)
MISSING = Phrase(
    en="How much is missing? {mean} on average (80 % of trials: {low} to {high}).",
    da="Hvor meget mangler? {mean} i gennemsnit (80 pct. af simuleringerne: {low} til {high}).",
)
NOT_MISSING = Phrase(
    en="How much is missing? Nothing on average: {mean} is left over (80 % of trials: {low} "
    "missing to {high} left over).",
    da="Hvor meget mangler? Intet i gennemsnit: {mean} er til overs (80 pct. af simuleringerne: "
    "{low} mangler til {high} er til overs).",
)
RESERVE = Phrase(
    en="What reserve makes it {confidence} safe? {reserve} over {first}–{last}.",
    da="Hvilken reserve giver {confidence} sikkerhed? {reserve} over {first}–{last}.",
)
NO_RESERVE = Phrase(
    en="What reserve makes it {confidence} safe? None.",
    da="Hvilken reserve giver {confidence} sikkerhed? Ingen.",
)
BOOK_LESS = Phrase(
    en="Which case to book less? {name}: {booked} booked over {first}–{last}, {safe} is "
    "{confidence} safe.",
    da="Hvilken case bør indregnes lavere? {name}: {booked} indregnet over {first}–{last}, "
    "{safe} er {confidence} sikkert.",
)
BOOK_LATER = Phrase(
    en="Which case to book later? {name}: {first_share} of the booking is realised in {first}, "
    "{last_share} in {last}.",
    da="Hvilken case bør indregnes senere? {name}: {first_share} af det indregnede indfries i "
    "{first}, {last_share} i {last}.",
)
BOOK_NO_LESS = Phrase(
    en="Which case to book less or later? None.",
    da="Hvilken case bør indregnes lavere eller senere? Ingen.",
)
PAID_BACK = Phrase(
    en="When is it paid back? {year} (80 % of trials: {early} to {late}).",
    da="Hvornår er pengene tjent hjem? {year} (80 pct. af simuleringerne: {early} til {late}).",
)
NOT_PAID_BACK = Phrase(
    en="When is it paid back? More likely than not after {last}: {never} that it is not before.",
    da="Hvornår er pengene tjent hjem? Snarest efter {last}: {never} for at det ikke sker før.",
)
AFTER_HORIZON = Phrase(en="after {last}", da="efter {last}")
CHANCE = Phrase(en="{percent} probability", da="{percent} sandsynlighed")
TABLE = Phrase(en="{unit}, {prices}", da="{unit}, {prices}")
EXPECTED = Phrase(en="Realised, mean", da="Opnået, gennemsnit")
RANGE_LOW = Phrase(en="  one in ten is below", da="  hver tiende er under")
RANGE_HIGH = Phrase(en="  one in ten is above", da="  hver tiende er over")
BOOKED = Phrase(en="Booked saving", da="Indregnet besparelse")
PROBABILITY = Phrase(en="Probability of that", da="Sandsynlighed for det")
GAP = Phrase(en="Budget gap, mean", da="Manglende, gennemsnit")
RESERVE_ROW = Phrase(en="Reserve, {confidence} safe", da="Reserve, {confidence} sikker")
WRITTEN = Phrase(en="Written to {folder}: {files}", da="Skrevet til {folder}: {files}")
DOUBTS = Phrase(en="{count} to know before you trust it:", da="{count} at vide før brug:")

CHECK_HEADING = Phrase(
    en="{name}: {investments} investments, {first}–{last}, {unit}, {prices}",
    da="{name}: {investments} cases, {first}–{last}, {unit}, {prices}",
)
BUDGET_READ = Phrase(
    en="Budget: {file}, {lines} lines in {areas} areas, {first}–{last}, unit {unit}",
    da="Budget: {file}, {lines} linjer i {areas} områder, {first}–{last}, enhed {unit}",
)
NO_BUDGET = Phrase(en="Budget: none; savings are tied to no line", da="Budget: intet; ingen linjer")
FALLS_ON = Phrase(en="falls on {lines}", da="falder på {lines}")
FALLS_ON_NONE = Phrase(en="falls on no line", da="falder ikke på nogen linje")
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
