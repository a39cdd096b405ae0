"""What stands in the charts beside their findings: what is shown, labels, descriptions."""

from innobudget.report.words.phrase import Phrase

SOURCE = Phrase(
    en="{name} · {trials} simulated futures, seed {seed} · {date}",
    da="{name} · {trials} simulerede forløb, startværdi {seed} · {date}",
)
SOURCE_ONE = Phrase(
    en="{name} · 1 simulated future, seed {seed} · {date}",
    da="{name} · 1 simuleret forløb, startværdi {seed} · {date}",
)
FIRST_TO_LAST = Phrase(en="{first}\N{EN DASH}{last}", da="{first}\N{EN DASH}{last}")
RED = Phrase(en="Red: below the wanted {confidence}.", da="Rødt: under de ønskede {confidence}.")

# Names that charts share

BOOKED = Phrase(en="booked", da="indregnet")
MEDIAN = Phrase(en="middle future", da="midterste forløb")
EIGHT_IN_TEN = Phrase(en="8 out of 10 futures", da="8 ud af 10 forløb")
HALF = Phrase(en="half of the futures", da="halvdelen af forløbene")
PLAN = Phrase(en="plan", da="planen")
SAFE = Phrase(en="{confidence} safe", da="{confidence} sikkert")
MEAN = Phrase(en="mean", da="gennemsnit")
REST_OF = Phrase(
    en="booked {booked}, realised {mean} on average",
    da="indregnet {booked}, opnås {mean} i gennemsnit",
)
REST = Phrase(en="{count} others together", da="{count} øvrige tilsammen")
YEAR = Phrase(en="Year", da="År")
CASE = Phrase(en="Investment", da="Case")
P10 = Phrase(en="1 in 10 is below", da="1 ud af 10 er under")
P90 = Phrase(en="1 in 10 is above", da="1 ud af 10 er over")

# Booked savings

BOOKED_SHOWN = Phrase(
    en="Yearly saving, booked and realised (simulated), {unit}, {prices}.",
    da="Årlig besparelse, indregnet og opnået (simuleret), {unit}, {prices}.",
)
PROBABILITY_ROW = Phrase(
    en="Probability that the booked saving comes in full, %",
    da="Sandsynlighed for fuld indfrielse, pct.",
)
BUDGET_PERIOD = Phrase(en="budget period", da="budgetperioden")
BOOKED_PICTURE = Phrase(
    en="Outlined columns show the booked saving of each year, bars what is realised in 8 out of 10 "
    "futures, dots the middle future; above each year stands the probability that the booked "
    "saving comes in full.",
    da="Rammer viser årets indregnede besparelse, bjælker hvad der opnås i 8 ud af 10 forløb, "
    "prikker det midterste forløb; over hvert år står sandsynligheden for fuld indfrielse.",
)
MET = Phrase(en="Comes in full", da="Fuld indfrielse")

# Budget gap

GAP_SHOWN = Phrase(
    en="How sure the budget of {period} is with a reserve, {unit}, {prices}.",
    da="Hvor sikkert budgettet for {period} er med en reserve, {unit}, {prices}.",
)
GAP_AXIS = Phrase(en="reserve, {unit} →", da="reserve, {unit} →")
RESERVE_POINT = Phrase(en="{chance}: {reserve}", da="{chance}: {reserve}")
GAP_PICTURE = Phrase(
    en="A rising curve shows how sure the budget is with a reserve of each amount, red below the "
    "wanted confidence; the reserves for 80, 90 and 95 % are marked.",
    da="En stigende kurve viser, hvor sikkert budgettet er med en reserve af hver størrelse, rød "
    "under den ønskede sikkerhed; reserverne for 80, 90 og 95 pct. er markeret.",
)
CERTAINTY = Phrase(en="Budget holds", da="Budgettet holder")
RESERVE_HEADING = Phrase(en="Reserve", da="Reserve")

# Cumulative

CUMULATIVE_SHOWN = Phrase(
    en="Saving less outlay and disruption up to and including each year, {unit}, {prices}",
    da="Besparelse minus implementerings- og indkøringsudgifter til og med året, {unit}, {prices}",
)
PAYBACK_MARK = Phrase(en="back in {year}", da="tjent hjem i {year}")
CUMULATIVE_PICTURE = Phrase(
    en="A fan over the years shows the cumulative net effect: the middle future as a line, half "
    "and 8 out of 10 futures as bands, the plan as a broken line; the payback year is marked on "
    "the zero line.",
    da="En vifte over årene viser den akkumulerede nettovirkning: det midterste forløb som linje, "
    "halvdelen og 8 ud af 10 forløb som bånd, planen som stiplet linje; året, hvor pengene er "
    "tjent hjem, er markeret på nullinjen.",
)

# Investments

CASES_SHOWN = Phrase(
    en="Saving in {year}, {unit}, {prices}; sorted by contribution to the hole",
    da="Besparelse i {year}, {unit}, {prices}; sorteret efter bidrag til hullet",
)
HOLE_COLUMN = Phrase(en="missing when\nmoney is", da="mangler, når\nder er hul")
CASES_PICTURE = Phrase(
    en="One row per investment, the largest contribution to the hole first: a frame for the "
    "booked saving, a bar for 8 out of 10 futures, a dot for the middle future, a diamond for "
    "what is safe.",
    da="En række pr. case, det største bidrag til hullet først: en ramme for den indregnede "
    "besparelse, en bjælke for 8 ud af 10 forløb, en prik for det midterste forløb, en rude for "
    "det sikre.",
)

# Risk drivers

DRIVERS_SHOWN = Phrase(
    en="Mean budget gap of {period} in the tenth of futures where each goes best and worst, "
    "{unit}, {prices}",
    da="Gennemsnitlig mangel i {period} i den tiendedel af forløbene, hvor hver går bedst og "
    "værst, {unit}, {prices}",
)
GOES_WELL = Phrase(en="goes well", da="går godt")
GOES_BADLY = Phrase(en="goes badly", da="går dårligt")
DRIVERS_PICTURE = Phrase(
    en="One bar per uncertainty, the largest first, from the mean gap where it goes well to the "
    "mean gap where it goes badly.",
    da="En bjælke pr. usikkerhed, den største først, fra den gennemsnitlige mangel, hvor den går "
    "godt, til den gennemsnitlige mangel, hvor den går skidt.",
)
DRIVER = Phrase(en="Uncertainty", da="Usikkerhed")
SMALLER_DRIVERS = Phrase(en="{count} others move it less.", da="{count} andre flytter det mindre.")
SMALLER_DRIVER = Phrase(en="1 other moves it less.", da="1 anden flytter det mindre.")
OWN_QUANTITIES = {
    "cost": Phrase(en="{name}: what it costs", da="{name}: prisen"),
    "disruption": Phrase(en="{name}: cost of running in", da="{name}: indkøringens pris"),
    "success": Phrase(en="{name}: whether it works", da="{name}: om det lykkes"),
    "stage": Phrase(en="{name}: whether {stage} passes", da="{name}: om {stage} lykkes"),
    "benefit": Phrase(en="{name}: size of the effect", da="{name}: effektens størrelse"),
    "failure": Phrase(en="{name}: harm if it fails", da="{name}: skaden ved fejlslag"),
    "delay": Phrase(en="{name}: how late it comes", da="{name}: hvor sent det virker"),
}
TITLE_QUANTITIES = {
    "cost": Phrase(en="What {name} costs", da="Prisen på {name}"),
    "disruption": Phrase(en="The cost of running in {name}", da="Indkøringen af {name}"),
    "success": Phrase(en="Whether {name} works", da="Om {name} lykkes,"),
    "stage": Phrase(en="Whether {name} passes {stage}", da="Om {name} kommer videre fra {stage},"),
    "benefit": Phrase(en="The size of the effect of {name}", da="Effektens størrelse i {name}"),
    "failure": Phrase(en="The harm if {name} fails", da="Skaden, hvis {name} slår fejl,"),
    "delay": Phrase(en="How late {name} comes", da="Hvor sent {name} virker,"),
}
STAGE = Phrase(en="stage {number}", da="fase {number}")
SHARED_QUANTITIES = {
    "benefit": Phrase(en="size of the effect", da="effektens størrelse"),
    "cost": Phrase(en="cost", da="prisen"),
    "delay": Phrase(en="delay", da="forsinkelse"),
    "success": Phrase(en="success", da="succes"),
}
COMMON_TO_ALL = Phrase(en="Common to all: {quantity}", da="Fælles for alle: {quantity}")
COMMON_TO_TRACK = Phrase(en="Common to {track}: {quantity}", da="Fælles for {track}: {quantity}")

# Booked to achieved

STEPS_SHOWN = Phrase(
    en="From the booked saving of {period} to what is missing of it on average, {unit}, {prices}",
    da="Fra den indregnede besparelse i {period} til det, der mangler i gennemsnit, {unit}, "
    "{prices}",
)
STEP_BOOKED = Phrase(en="Booked saving", da="Indregnet besparelse")
STEP_MISSING = Phrase(en="Missing", da="Mangler")
STEP_LEFT_OVER = Phrase(en="Left over", da="Til overs")
STEPS_PICTURE = Phrase(
    en="A waterfall: from the booked saving, step by step with what is lost (hatched) and gained, "
    "to what is missing of it.",
    da="Et vandfald: fra den indregnede besparelse, trin for trin med det tabte (skraveret) og det "
    "vundne, til det, der mangler af den.",
)
STEP = Phrase(en="Step", da="Trin")

# Double bottom line

BOTH_SHOWN = Phrase(
    en="Saving in {year} as a share of the booked, and indicator as a share of the way to its "
    "target: 8 out of 10 futures (bar), middle future (dot).",
    da="Besparelse i {year} i pct. af den indregnede og effektmål i pct. af vejen til målet: "
    "8 ud af 10 forløb (bjælke), midterste forløb (prik).",
)
CHEAPER = Phrase(en="% of booked", da="pct. af indregnet")
BETTER = Phrase(en="% of way to target", da="pct. af vejen til mål")
BOTH = Phrase(en="both", da="begge dele")
NOTHING_BOOKED_HERE = Phrase(en="nothing booked", da="intet indregnet")
BOTH_PICTURE = Phrase(
    en="One row per investment: a bar for the saving as a share of the booked, a bar for the "
    "indicator as a share of the way to its target, and the probability of both.",
    da="En række pr. case: en bjælke for besparelsen i pct. af den indregnede, en bjælke for "
    "effektmålet i pct. af vejen til målet og sandsynligheden for begge dele.",
)
INDICATOR = Phrase(en="Indicator", da="Effektmål")
MORE_CASES = Phrase(en="{count} more are not shown.", da="{count} flere er ikke vist.")
MORE_CASE = Phrase(en="1 more is not shown.", da="1 mere er ikke vist.")

# By year and area

AREAS_SHOWN = Phrase(
    en="Amounts in {unit}, {prices}. What is missing is hatched.",
    da="Beløb i {unit}, {prices}. Det, der mangler, er skraveret.",
)
RESERVE_BY_YEAR = Phrase(en="Reserve, {confidence} safe", da="Reserve, {confidence} sikker")
MEAN_BY_AREA = Phrase(en="Missing on average, {period}", da="Mangler i gennemsnit, {period}")
AREAS_PICTURE = Phrase(
    en="Left one bar per year with the reserve that makes it safe; right one bar per committee "
    "with what it lacks or has left over on average.",
    da="Til venstre en søjle pr. år med den reserve, der gør det sikkert; til højre en bjælke pr. "
    "udvalg med det, det mangler eller har til overs i gennemsnit.",
)
AREA = Phrase(en="Committee or year", da="Udvalg eller år")
OTHER_AREAS = Phrase(en="{count} others together", da="{count} øvrige tilsammen")

# Overview

KEY_HOLDS = Phrase(
    en="the budget of {period} holds: {word}", da="budgettet {period} holder: {word}"
)
KEY_MET = Phrase(en="all booked savings come: {word}", da="alt indregnet indfries: {word}")
KEY_NONE = Phrase(en="no savings are booked", da="besparelser er indregnet")
KEY_RESERVE = Phrase(
    en="in reserve makes it {confidence} safe", da="i reserve giver {confidence} sikkerhed"
)
KEY_PAYBACK = Phrase(
    en="is when the money is back; the plan says {planned}",
    da="er pengene tjent hjem; efter planen {planned}",
)
KEY_PAYBACK_UNPLANNED = Phrase(
    en="is when the money is back; not planned by {last}",
    da="er pengene tjent hjem; efter planen ikke i {last}",
)
KEY_NEVER = Phrase(
    en="the money is back by {last}: {word}",
    da="tjent hjem i {last}: {word}",
)
KEY_NOTHING_SPENT = Phrase(en="is spent that must come back", da="er der af udgifter at tjene hjem")
SMALL_BOOKED = Phrase(en="Saving per year", da="Besparelse pr. år")
SMALL_GAP = Phrase(en="How sure with a reserve?", da="Hvor sikkert med en reserve?")
SMALL_BAR = Phrase(en="The booked, {period}", da="Det indregnede, {period}")
BAR_BOOKED = Phrase(en="booked: {amount}", da="indregnet: {amount}")
BAR_SAFE = Phrase(en="safe: {amount}", da="sikkert: {amount}")
BAR_UNCERTAIN = Phrase(en="uncertain: {amount}", da="uvist: {amount}")
BAR_MISSING = Phrase(en="missing on average: {amount}", da="mangler i snit: {amount}")
BAR_OVER = Phrase(en="left over on average: {amount}", da="til overs i snit: {amount}")
NOTHING_HERE = Phrase(en="No savings are booked.", da="Ingen besparelser er indregnet.")
NO_RESERVE_HERE = Phrase(
    en="No reserve is needed for\n99 out of 100 futures.",
    da="Ingen reserve er nødvendig\ni 99 ud af 100 forløb.",
)
AMOUNTS_IN = Phrase(en="Charts in {unit}, {prices}.", da="Diagrammer i {unit}, {prices}.")
OVERVIEW_PICTURE = Phrase(
    en="Four key figures above three small charts: booked and realised saving per year, what of "
    "the booked is safe, uncertain and missing, and how sure the budget is with a reserve; below "
    "them ways out with their price.",
    da="Fire nøgletal over tre små diagrammer: indregnet og opnået besparelse pr. år, hvad af det "
    "indregnede der er sikkert, uvist og mangler, og hvor sikkert budgettet er med en reserve; "
    "nederst udveje med deres pris.",
)
KEY_FIGURE = Phrase(en="Key figure", da="Nøgletal")
NO_AMOUNT = Phrase(en="nothing", da="intet")
NO_SAVINGS = Phrase(en="no", da="ingen")
LEFT_OUT = Phrase(en="Left out: {chart}", da="Udeladt: {chart}")
ILLUSTRATIVE = Phrase(en="illustrative figures", da="eksempeltal")
PAGE = Phrase(en="{page} of {pages}", da="{page} af {pages}")
