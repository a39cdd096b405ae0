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
LEFT_OUT = Phrase(en="Left out: {charts} ({reason}).", da="Udeladt: {charts} ({reason}).")

# Names that charts share

BOOKED = Phrase(en="booked", da="indregnet")
MEDIAN = Phrase(en="middle future", da="midterste forløb")
EIGHT_IN_TEN = Phrase(en="8 out of 10 futures", da="8 ud af 10 forløb")
HALF = Phrase(en="half of the futures", da="halvdelen af forløbene")
NINE_IN_TEN = Phrase(en="9 out of 10 futures", da="9 ud af 10 forløb")
PLAN = Phrase(en="plan", da="planen")
SAFE = Phrase(en="{confidence} safe", da="{confidence} sikkert")
MEAN = Phrase(en="mean", da="gennemsnit")
REST = Phrase(en="{count} others together", da="{count} øvrige tilsammen")
YEAR = Phrase(en="Year", da="År")
CASE = Phrase(en="Investment", da="Case")
P10 = Phrase(en="1 in 10 is below", da="1 ud af 10 er under")
P90 = Phrase(en="1 in 10 is above", da="1 ud af 10 er over")
PROBABILITY = Phrase(en="Probability", da="Sandsynlighed")

# Booked savings

BOOKED_SHOWN = Phrase(
    en="Yearly saving, booked and realised (simulated), {unit}, {prices}",
    da="Årlig besparelse, indregnet og opnået (simuleret), {unit}, {prices}",
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
    en="Probability that more is missing in {period} than the amount below, {unit}, {prices}",
    da="Sandsynlighed for, at der i {period} mangler mere end beløbet nedenfor, {unit}, {prices}",
)
GAP_AXIS = Phrase(en="missing, {unit} →", da="mangler, {unit} →")
SURPLUS_AXIS = Phrase(en="← left over", da="← til overs")
HOLE_POINT = Phrase(en="{chance}:\nmoney is missing", da="{chance}:\nder mangler penge")
RESERVE_POINT = Phrase(
    en="reserve of {reserve}:\nenough in {enough} futures",
    da="reserve på {reserve}:\nnok i {enough} forløb",
)
RESERVE_SHORT = Phrase(en="reserve {reserve}", da="reserve {reserve}")
GAP_PICTURE = Phrase(
    en="A falling curve shows how probable it is that more than an amount is missing; marked are "
    "the probability that anything is missing and the reserve.",
    da="En faldende kurve viser, hvor sandsynligt det er, at der mangler mere end et beløb; "
    "markeret er sandsynligheden for, at der overhovedet mangler penge, og reserven.",
)
AMOUNT_HEADING = Phrase(en="More is missing than", da="Der mangler mere end")

# Cumulative

CUMULATIVE_SHOWN = Phrase(
    en="Saving less outlay and disruption up to and with each year, {unit}, {prices}",
    da="Besparelse minus implementerings- og indkøringsudgifter til og med året, {unit}, {prices}",
)
PAYBACK_MARK = Phrase(en="back in {year}", da="hjemme i {year}")
CUMULATIVE_PICTURE = Phrase(
    en="A fan over the years shows the cumulative net effect: the middle future as a line, half "
    "and 9 out of 10 futures as bands, the plan as a broken line; the payback year is marked on "
    "the zero line.",
    da="En vifte over årene viser den akkumulerede nettovirkning: det midterste forløb som linje, "
    "halvdelen og 9 ud af 10 forløb som bånd, planen som stiplet linje; året, hvor pengene er "
    "tjent hjem, er markeret på nullinjen.",
)

# Booking choice

CHOICE_SHOWN = Phrase(
    en="Probability that the budget of {period} holds, if all investments are booked at one share "
    "of their planned savings",
    da="Sandsynlighed for, at budgettet for {period} holder, hvis alle cases indregnes med samme "
    "andel af de forudsatte besparelser",
)
CHOICE_AXIS = Phrase(
    en="booked share of the planned savings", da="indregnet andel af de forudsatte besparelser"
)
SAFE_SHARE = Phrase(en="at most {share}", da="højst {share}")
NOW_POINT = Phrase(
    en="now: {share} booked,\nholds with {holds}",
    da="nu: {share} indregnet,\nholder med {holds}",
)
CHOICE_PICTURE = Phrase(
    en="A curve shows how the probability that the budget holds falls with the booked share; "
    "marked are the share that is safe and what is booked now.",
    da="En kurve viser, hvordan sandsynligheden for, at budgettet holder, falder med den "
    "indregnede andel; markeret er den sikre andel og det, der er indregnet nu.",
)
SHARE_HEADING = Phrase(en="Booked share", da="Indregnet andel")
HOLDS_HEADING = Phrase(en="Budget holds", da="Budgettet holder")

# Investments

CASES_SHOWN = Phrase(
    en="Saving in {year}, {unit}, {prices}; sorted by contribution to the hole",
    da="Besparelse i {year}, {unit}, {prices}; sorteret efter bidrag til hullet",
)
HOLE_COLUMN = Phrase(en="missing in\n{period}", da="mangler i\n{period}")
CASES_PICTURE = Phrase(
    en="One row per investment, the largest contribution to the hole first: a frame for the "
    "booked saving, a bar for 8 out of 10 futures, a dot for the middle future, a diamond for "
    "what is safe.",
    da="En række pr. case, det største bidrag til hullet først: en ramme for den indregnede "
    "besparelse, en bjælke for 8 ud af 10 forløb, en prik for det midterste forløb, en rude for "
    "det sikre.",
)
HOLE_HEADING = Phrase(en="Missing in {period}", da="Mangler i {period}")

# Risk drivers

DRIVERS_SHOWN = Phrase(
    en="Mean budget gap of {period} in the tenth of futures where each goes best and worst, "
    "{unit}, {prices}",
    da="Gennemsnitlig mangel i {period} i den tiendedel af forløbene, hvor hver går bedst og "
    "værst, {unit}, {prices}",
)
GOES_WELL = Phrase(en="goes well", da="går godt")
GOES_BADLY = Phrase(en="goes badly", da="går skidt")
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
    en="From the booked saving of {period} to what is left of it on average, {unit}, {prices}",
    da="Fra den indregnede besparelse i {period} til det, der er tilbage i gennemsnit, {unit}, "
    "{prices}",
)
STEPS = {
    "booked": Phrase(en="Booked saving", da="Indregnet besparelse"),
    "unbooked": Phrase(en="Planned, not booked", da="Forudsat, men ikke indregnet"),
    "failure": Phrase(en="Stopped and failed investments", da="Stop og fejlslag"),
    "benefit": Phrase(en="Smaller effect", da="Mindre effekt"),
    "delay": Phrase(en="Delay", da="Forsinkelse"),
    "achieved": Phrase(en="Realised saving, mean", da="Opnået besparelse, gennemsnit"),
    "outlay": Phrase(en="Dearer implementation", da="Dyrere implementering"),
    "disruption": Phrase(en="Dearer running-in", da="Dyrere indkøring"),
    "after_costs": Phrase(en="Left, costs included", da="Tilbage, udgifter medregnet"),
}
GAINED_STEPS = {
    "unbooked": STEPS["unbooked"],
    "failure": Phrase(en="Running costs saved by stops", da="Sparet drift ved stop"),
    "benefit": Phrase(en="Larger effect", da="Større effekt"),
    "delay": Phrase(en="Delayed running costs", da="Udskudte udgifter"),
    "outlay": Phrase(en="Implementation not spent", da="Ikke brugt til implementering"),
    "disruption": Phrase(en="Running-in not spent", da="Ikke brugt til indkøring"),
}
OVERBOOKED = Phrase(en="Booked beyond plan", da="Indregnet ud over planen")
STEPS_PICTURE = Phrase(
    en="A waterfall: bars from the booked saving, step by step with what is lost and gained, to "
    "what is left.",
    da="Et vandfald: bjælker fra den indregnede besparelse, trin for trin med det tabte og det "
    "vundne, til det, der er tilbage.",
)
STEP = Phrase(en="Step", da="Trin")

# Double bottom line

BOTH_SHOWN = Phrase(
    en="Saving in {year} as a share of the booked, and indicator as a share of the way to its "
    "target: 8 out of 10 futures (bar), middle future (dot)",
    da="Besparelse i {year} i pct. af den indregnede og effektmål i pct. af vejen til målet: "
    "8 ud af 10 forløb (bjælke), midterste forløb (prik)",
)
CHEAPER = Phrase(en="cheaper: % of booked", da="billigere: pct. af indregnet")
BETTER = Phrase(en="better: % of way to target", da="bedre: pct. af vejen til målet")
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

# Overview

KEY_MET = Phrase(
    en="probability that the booked savings of {period} come in full",
    da="sandsynlighed for, at de indregnede besparelser i {period} indfries",
)
KEY_RESERVE = Phrase(
    en="in reserve for the budget to hold with {confidence} confidence",
    da="i reserve, for at budgettet holder med {confidence} sikkerhed",
)
KEY_MATURE = Phrase(
    en="expected yearly saving when mature ({year}); {booked} is booked",
    da="forventet årlig besparelse, når alt virker ({year}); {booked} er indregnet",
)
KEY_PAYBACK = Phrase(en="the money is back {range}", da="er pengene tjent hjem {range}")
KEY_PAYBACK_RANGE = Phrase(en="({often}: {early} to {late})", da="({often}: {early} til {late})")
KEY_PAYBACK_OPEN = Phrase(
    en="({often} not by the end of {last})", da="({often} ikke inden udgangen af {last})"
)
KEY_PAYBACK_SURE = Phrase(en="(in every future)", da="(i alle forløb)")
KEY_NEVER = Phrase(
    en="probability that the money is back by the end of {last}",
    da="sandsynlighed for, at pengene er tjent hjem ved udgangen af {last}",
)
KEY_NOTHING_SPENT = Phrase(en="is spent that must come back", da="er der af udgifter at tjene hjem")
KEY_HOLDS = Phrase(
    en="probability that the budget of {period} holds",
    da="sandsynlighed for, at budgettet for {period} holder",
)
SMALL_BOOKED = Phrase(en="Yearly saving, {unit}", da="Besparelse pr. år, {unit}")
SMALL_GAP = Phrase(en="How much may be missing?", da="Hvor meget kan der mangle?")
SMALL_CUMULATIVE = Phrase(en="Net effect so far, {unit}", da="Samlet nettovirkning, {unit}")
AMOUNTS_IN = Phrase(en="Amounts in {prices}.", da="Beløb i {prices}.")
OVERVIEW_PICTURE = Phrase(
    en="Four key figures above three small charts: booked and realised saving per year, the "
    "probability that more than an amount is missing, and the cumulative net effect.",
    da="Fire nøgletal over tre små diagrammer: indregnet og opnået besparelse pr. år, "
    "sandsynligheden for, at der mangler mere end et beløb, og den akkumulerede nettovirkning.",
)
KEY_FIGURE = Phrase(en="Key figure", da="Nøgletal")
NO_AMOUNT = Phrase(en="nothing", da="intet")
PAGE = Phrase(en="{page} of {pages}", da="{page} af {pages}")
