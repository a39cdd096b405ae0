"""What the charts say: titles that are findings, subtitles, direct labels."""

from innobudget.report.words.phrase import Phrase

SOURCE = Phrase(
    en="{name}. {trials} simulated futures, seed {seed}, {date}.",
    da="{name}. {trials} simulerede forløb, frø {seed}, {date}.",
)
FIRST_TO_LAST = Phrase(en="{first}\N{EN DASH}{last}", da="{first}\N{EN DASH}{last}")

BOOKED_HOLD = Phrase(
    en="The booked savings of {period} are realised in full with {chance} probability",
    da="De indregnede besparelser i {period} indfries fuldt ud med {chance} sandsynlighed",
)
BOOKED_FAIL = Phrase(
    en="Only {chance} probability that the booked savings of {period} are realised in full",
    da="Kun {chance} sandsynlighed for, at de indregnede besparelser i {period} indfries fuldt ud",
)
BOOKED_NEVER = Phrase(
    en="The booked savings of {period} are not realised in full in any simulated future",
    da="De indregnede besparelser i {period} indfries ikke fuldt ud i noget simuleret forløb",
)
NOTHING_BOOKED = Phrase(
    en="No savings are booked in {period}", da="Der er ikke indregnet besparelser i {period}"
)
BOOKED_SUBTITLE = Phrase(
    en="Booked saving against what is realised, {unit}, {prices}. Above each year: the probability "
    "that it is realised in full.",
    da="Indregnet besparelse mod den opnåede, {unit}, {prices}. Over hvert år: sandsynligheden "
    "for, at den indfries fuldt ud.",
)
BOOKED = Phrase(en="booked", da="indregnet")
MEDIAN = Phrase(en="median", da="median")
EIGHT_IN_TEN = Phrase(en="8 in 10 futures", da="8 ud af 10 forløb")

RESERVE = Phrase(
    en="A reserve of {reserve} keeps the budget of {period} whole with {confidence} confidence",
    da="En reserve på {reserve} holder budgettet i {period} helt med {confidence} sikkerhed",
)
NO_RESERVE = Phrase(
    en="The budget of {period} holds with {holds} probability: no reserve is needed",
    da="Budgettet i {period} holder med {holds} sandsynlighed: der behøves ingen reserve",
)
GAP_SUBTITLE = Phrase(
    en="Probability that the budget gap of {period} is larger than an amount, {unit}, {prices}",
    da="Sandsynlighed for, at budgetudfordringen i {period} er større end et beløb, {unit}, "
    "{prices}",
)
GAP_AXIS = Phrase(en="Budget gap, {unit}", da="Budgetudfordring, {unit}")
HOLE = Phrase(en="hole: {chance}", da="hul: {chance}")
HOLDS = Phrase(en="budget holds:\n{chance}", da="budgettet holder:\n{chance}")
RESERVE_POINT = Phrase(
    en="reserve {reserve}:\nenough in at least {enough}",
    da="reserve {reserve}:\nnok i mindst {enough}",
)

PAID_BACK = Phrase(
    en="The money is back in {year}; in 8 of 10 futures between {early} and {late}",
    da="Pengene er tjent hjem i {year}; i 8 ud af 10 forløb mellem {early} og {late}",
)
PAID_BACK_OR_LATER = Phrase(
    en="The money is back in {year}, but with {never} probability not before {last} is over",
    da="Pengene er tjent hjem i {year}, men med {never} sandsynlighed ikke inden {last} er omme",
)
PAID_BACK_AT_ONCE = Phrase(
    en="The money is back in {year} in every simulated future",
    da="Pengene er tjent hjem i {year} i alle simulerede forløb",
)
NOT_PAID_BACK = Phrase(
    en="The money is more likely than not still out when {last} is over: {never} probability",
    da="Pengene er snarest ikke tjent hjem, når {last} er omme: {never} sandsynlighed",
)
CUMULATIVE_SUBTITLE = Phrase(
    en="Saving less outlay and disruption so far, {unit}, {prices}",
    da="Besparelse minus implementerings- og indkøringsudgifter til og med året, {unit}, {prices}",
)
HALF = Phrase(en="5 in 10", da="5 ud af 10")
NINE = Phrase(en="9 in 10", da="9 ud af 10")
PLAN = Phrase(en="plan", da="forudsat")
PAYBACK_MARK = Phrase(en="back in {year}", da="hjem i {year}")
