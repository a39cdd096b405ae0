"""What the reports of a comparison say: findings, labels, chart, sheets."""

from collections.abc import Mapping

from innobudget.report.words.phrase import Phrase

# Findings

KRONE = Phrase(en="krone", da="krone")
MOST = Phrase(
    en="{best} buys most safe saving, {value} per {krone}, and saves more per {krone} than {other} "
    "in {chance} of the futures",
    da="{best} køber mest sikker besparelse, {value} pr. {krone}, og sparer mere pr. {krone} end "
    "{other} i {chance} af forløbene",
)
MOST_OF_MANY = Phrase(
    en="{best} buys most safe saving, {value} per {krone}, and saves more per {krone} than each of "
    "the others in at least {chance} of the futures",
    da="{best} køber mest sikker besparelse, {value} pr. {krone}, og sparer mere pr. {krone} end "
    "hvert af de andre i mindst {chance} af forløbene",
)
MOST_BUT_LESS_OFTEN = Phrase(
    en="{best} buys most safe saving, {value} per {krone}, but {other} saves more per {krone} in "
    "{chance} of the futures",
    da="{best} køber mest sikker besparelse, {value} pr. {krone}, men {other} sparer mere pr. "
    "{krone} i {chance} af forløbene",
)
LIKE = Phrase(en="{best} (about like {tied})", da="{best} (omtrent som {tied})")
LIKE_MORE = Phrase(en="{best} (and {count} more)", da="{best} (og {count} til)")
THE_SAME = Phrase(en="about even", da="omtrent ens")
IN_FUTURES = Phrase(en="{other} in {chance}", da="{other} i {chance}")
AND = Phrase(en="{first} and {last}", da="{first} og {last}")
MOST_ALONE = Phrase(
    en="{best} buys {value} of safe saving per {krone}; the others lay nothing out",
    da="{best} køber {value} sikker besparelse pr. {krone}; de andre har ingen udgift",
)
SAME = Phrase(
    en="{names} buy about the same safe saving, {value} per {krone}",
    da="{names} køber omtrent den samme sikre besparelse, {value} pr. {krone}",
)
NONE_SAFE = Phrase(
    en="No outlay buys any safe saving in {period}",
    da="Ingen udgift køber sikker besparelse i {period}",
)
NO_OUTLAY = Phrase(
    en="No scenario lays anything out in {period}: nothing can be said per {krone}",
    da="Intet scenarie har udgifter i {period}: der kan intet siges pr. {krone}",
)
BUDGET_HOLDS_BEST = Phrase(
    en="The budget of {period} holds best with {best}: in {chance} of the futures",
    da="Budgettet for {period} holder bedst med {best}: i {chance} af forløbene",
)
BUDGET_HOLDS_ALIKE = Phrase(
    en="The budget of {period} holds in about {chance} of the futures in every scenario",
    da="Budgettet for {period} holder i omtrent {chance} af forløbene i alle scenarier",
)
SAME_CASES = Phrase(
    en="The same cases, booked in two ways: {one} holds in {holds}, {other} in {less}",
    da="Samme cases, indregnet på to måder: {one} holder i {holds}, {other} i {less}",
)
BUT_SERVICE_FALLS = Phrase(en="{told}, but service falls", da="{told}, men servicen falder")
BUT_SERVICE_FALLS_OF = Phrase(
    en="{told}, but service falls ({names})", da="{told}, men servicen falder ({names})"
)
SERVICE_UP = Phrase(en="rises {count} of {of}", da="stiger {count} af {of}")
SERVICE_DOWN = Phrase(en="falls {count} of {of}", da="falder {count} af {of}")
SERVICE_SAME = Phrase(en="unchanged", da="uændret")
POINTS = Phrase(en="{points} points", da="{points} point")
WITHOUT_OUTLAY = Phrase(
    en="Without outlay in {period}, so nothing is said per {krone}: {names}.",
    da="Uden udgift i {period}, så der siges intet pr. {krone}: {names}.",
)
ORDER_SURE = Phrase(
    en="More trials would give the same order ({chance} certain).",
    da="Flere simuleringer ville give samme rækkefølge ({chance} sikkert).",
)
ORDER_UNSURE = Phrase(
    en="{trials} trials do not settle the order of {first} and {second} ({chance} certainty): "
    "run more.",
    da="{trials} simuleringer afgør ikke rækkefølgen af {first} og {second} ({chance} sikkerhed): "
    "kør flere.",
)
ORDER_OF_ONE_TRIAL = Phrase(
    en="A single trial does not say how sure the order is.",
    da="En enkelt simulering siger ikke, hvor sikker rækkefølgen er.",
)

COUNTED = Phrase(
    en="Only money from {year} on counts: neither what was spent before nor service quality.",
    da="Kun penge fra {year} og frem tæller: hverken det, der er brugt før, eller serviceniveauet.",
)

# Terminal

HEADING = Phrase(
    en="{count} scenarios in the same {trials} futures, seed {seed}, {sampling}",
    da="{count} scenarier i de samme {trials} simulerede forløb, startværdi {seed}, {sampling}",
)
WORTH = Phrase(
    en="Which is worth most? {best}: NPV {value} on average, more than {others} of the futures.",
    da="Hvad er mest værd? {best}: nettonutidsværdi {value} i gennemsnit, mere end {others} "
    "af forløbene.",
)
WORTH_SAME = Phrase(
    en="Which is worth most? {names} are worth about the same: NPV {value} on average.",
    da="Hvad er mest værd? {names} er omtrent lige meget værd: nettonutidsværdi {value} i "
    "gennemsnit.",
)
HOLD = Phrase(
    en="Whose booked savings hold best? {best}: {chance}; {others}.",
    da="Hvis indregnede besparelser holder bedst? {best}: {chance}; {others}.",
)
HOLD_OTHER = Phrase(
    en="{other} {chance} ({points} points fewer, ±{error})",
    da="{other} {chance} ({points} point færre, ±{error})",
)
HOLD_OTHER_SAME = Phrase(en="{other} about the same", da="{other} omtrent det samme")
HOLD_ALIKE = Phrase(
    en="Whose booked savings hold best? {names}: {chance}, about the same.",
    da="Hvis indregnede besparelser holder bedst? {names}: {chance}, omtrent det samme.",
)
NOTHING_BOOKED = Phrase(
    en="Whose booked savings hold best? Nothing is booked in {period}.",
    da="Hvis indregnede besparelser holder bedst? Der er ikke indregnet noget i {period}.",
)
HOLD_ALONE = Phrase(
    en="Whose booked savings hold best? {best}: {chance}; the others have booked nothing.",
    da="Hvis indregnede besparelser holder bedst? {best}: {chance}; de andre har ikke indregnet "
    "noget.",
)
NAMED = Phrase(en="{id}: {name}", da="{id}: {name}")
DOUBTS = Phrase(
    en="To know before you trust it: {count}, see comparison.json or the workbook's sheet About.",
    da="At vide før brug: {count}, se comparison.json eller arket Om.",
)

# Labels

SAVING_MEAN = Phrase(en="Saving, mean", da="Opnået besparelse, gennemsnit")
OUTLAY_MEAN = Phrase(en="Outlay, mean", da="Implementeringsudgift, gennemsnit")
SAFE_SAVING = Phrase(en="Safe saving, {confidence}", da="Sikker besparelse, {confidence}")
PER_KRONE_SAFE = Phrase(
    en="Safe saving per {krone} of outlay", da="Sikker besparelse pr. {krone} udgift"
)
STANDARD_ERROR = Phrase(en="± standard error", da="± standardfejl")
BOOKED = Phrase(en="Booked saving", da="Indregnet besparelse")
MET = Phrase(en="The booked savings hold", da="De indregnede besparelser indfries")
HOLDS = Phrase(en="The budget holds", da="Budgettet holder")
RESERVE = Phrase(en="Reserve, {confidence} safe", da="Risikoreserve, {confidence} sikker")
NPV_MEAN = Phrase(en="NPV, mean", da="Nettonutidsværdi, gennemsnit")
NPV_POSITIVE = Phrase(
    en="Probability that the NPV is above 0", da="Sandsynlighed for positiv nutidsværdi"
)
MORE_THAN = Phrase(en="{best} saves more per {krone} than", da="{best} sparer mere pr. {krone} end")
DASH = "\N{EN DASH}"

# Charts

DECISION_SHOWN = Phrase(
    en="Probability that the budget of {period} holds, %; reserve and safe booking in % of what "
    "is booked; service indicators that move towards or away from their target.",
    da="Sandsynlighed for, at budgettet for {period} holder, pct.; reserve og sikker indregning i "
    "pct. af det indregnede; effektmål, der nærmer eller fjerner sig fra målet.",
)
DECISION_PICTURE = Phrase(
    en="One bar per scenario with the probability that the budget holds, red below the wanted "
    "confidence; beside it reserve, safe booking, service and the difference to the surest.",
    da="En bjælke pr. scenarie med sandsynligheden for, at budgettet holder, rød under den ønskede "
    "sikkerhed; ved siden af reserve, sikker indregning, service og forskellen til det sikreste.",
)
HOLDS_COLUMN = Phrase(en="budget\nholds", da="budgettet\nholder")
LESS_COLUMN = Phrase(en="against the\nsurest", da="mod det\nsikreste")
RESERVE_COLUMN = Phrase(en="reserve", da="reserve")
BOOKING_COLUMN = Phrase(en="safe\nbooking", da="sikker\nindregning")
SERVICE_COLUMN = Phrase(en="service", da="service")

SAFE_SHOWN = Phrase(
    en="Saving of {period} per {krone} of expected outlay in the same years",
    da="Besparelse i {period} pr. {krone} forventet udgift i de samme år",
)
SAFE_PICTURE = Phrase(
    en="One bar per scenario, the best on top: what eight in ten futures save per {krone}, with "
    "the middle future and the safe saving marked.",
    da="En bjælke pr. scenarie, det bedste øverst: hvad otte ud af ti forløb sparer pr. {krone}, "
    "med det midterste forløb og den sikre besparelse markeret.",
)
SAFE_COLUMN = Phrase(en="{confidence} safe", da="{confidence} sikkert")
BEATEN_COLUMN = Phrase(en="{best}\nsaves more in", da="{best}\nsparer mere i")
WORTH_TITLE = Phrase(
    en="{best} is worth most: NPV {value} on average, and more than {other} in {chance} of the "
    "futures",
    da="{best} er mest værd: nettonutidsværdi {value} i gennemsnit, og mere end {other} i {chance} "
    "af forløbene",
)
WORTH_TITLE_OF_MANY = Phrase(
    en="{best} is worth most: NPV {value} on average, and more than each of the others in at least "
    "{chance} of the futures",
    da="{best} er mest værd: nettonutidsværdi {value} i gennemsnit, og mere end hvert af de andre "
    "i mindst {chance} af forløbene",
)
WORTH_TITLE_SAME = Phrase(
    en="{names} are worth about the same: NPV {value} on average",
    da="{names} er omtrent lige meget værd: nettonutidsværdi {value} i gennemsnit",
)
WORTH_SHOWN = Phrase(
    en="NPV of {best} minus that of the other, future by future, {unit}, {prices}. Right of zero "
    "{best} is worth more.",
    da="Nettonutidsværdi af {best} minus det andet scenaries, forløb for forløb, {unit}, {prices}. "
    "Til højre for nul er {best} mest værd.",
)
WORTH_PICTURE = Phrase(
    en="One bar per other scenario: the difference in NPV in eight of ten futures, with the middle "
    "one marked and a line at zero.",
    da="En bjælke pr. andet scenarie: forskellen i nettonutidsværdi i otte ud af ti forløb, med "
    "det midterste markeret og en linje ved nul.",
)
WORTH_COLUMN = Phrase(en="{best}\nworth more in", da="{best}\nmest værd i")
MIDDLE = Phrase(en="Middle future", da="Midterste forløb")
LOW = Phrase(en="P10", da="P10")
HIGH = Phrase(en="P90", da="P90")
SCENARIO = Phrase(en="Scenario", da="Scenarie")
TABLE: Mapping[str, Phrase] = {"met": MET, "holds": HOLDS, "reserve": RESERVE}
"""Of the terminal, by key of the measure; of others their names."""
MEASURES: Mapping[str, Phrase] = {"reserve": RESERVE, "safe_saving": SAFE_SAVING}
"""Of scenarios side by side, by key of the measure; of others their names."""
