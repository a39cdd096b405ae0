"""What the charts find about the budget and the payback: titles, and the sentence below."""

from innobudget.report.words.phrase import Phrase

# The verdict on the budget

BUDGET_ALWAYS = Phrase(
    en="The budget of {period} holds in every future",
    da="Budgettet for {period} holder i alle forløb",
)
BUDGET_HOLDS = Phrase(
    en="The budget of {period} holds in {holds} of the futures",
    da="Budgettet for {period} holder i {holds} af forløbene",
)
BUDGET_HOLDS_THOUGH = Phrase(
    en="The budget of {period} holds, although not all savings come",
    da="Budgettet for {period} holder, selv om ikke alt indfries",
)
BUDGET_HOLDS_WORSE = Phrase(
    en="The budget of {period} holds, but service falls",
    da="Budgettet for {period} holder, men servicen falder",
)
BUDGET_EDGE = Phrase(
    en="The budget of {period} is on the edge: it holds in {holds} of the futures",
    da="Budgettet for {period} er på grænsen: det holder i {holds} af forløbene",
)
BUDGET_UNSURE = Phrase(
    en="The budget of {period} is not safe: it holds in {holds} of the futures",
    da="Budgettet for {period} er usikkert: det holder i {holds} af forløbene",
)
COSTS_MORE = Phrase(
    en="Costs exceed the budget: {missing} is missing on average",
    da="Udgifterne bliver større end budgetteret: {missing} mangler i gennemsnit",
)
SAVES_LATER = Phrase(
    en="Savings come later than budgeted: {missing} is missing on average",
    da="Besparelserne kommer senere end budgetteret: {missing} mangler i gennemsnit",
)
SAVES_LESS = Phrase(
    en="Savings are smaller than booked: {missing} is missing on average",
    da="Besparelserne bliver mindre end indregnet: {missing} mangler i gennemsnit",
)
MONEY_MISSING = Phrase(
    en="{missing} is missing on average in the budget of {period}",
    da="Der mangler {missing} i gennemsnit i budgettet for {period}",
)
DOES_IT_HOLD = Phrase(
    en="Does the budget of {period} hold? {answer}.",
    da="Holder budgettet for {period}? {answer}.",
)

# Will the booked savings come?

COSTS_BOOKED = Phrase(
    en="The budget of {period} has booked running costs of {cost}, not savings",
    da="I budgettet for {period} er der indregnet driftsudgifter på {cost}, ikke besparelser",
)
COSTS_LEAD = Phrase(
    en="In {frequency} futures they are no larger; the average is {cost_mean}.",
    da="I {frequency} forløb bliver de ikke større; gennemsnittet er {cost_mean}.",
)
COSTS_LEAD_SAVED = Phrase(
    en="In {frequency} futures they are no larger; on average {mean} is saved.",
    da="I {frequency} forløb bliver de ikke større; i gennemsnit spares der {mean}.",
)
DO_THEY_COME = Phrase(
    en="Do all booked savings of {period} come? {answer}",
    da="Indfries alle indregnede besparelser i {period}? {answer}",
)
NOTHING_BOOKED = Phrase(
    en="No savings are booked in {period}", da="Der er ikke indregnet besparelser i {period}"
)
BOOKED_LEAD = Phrase(
    en="{booked} is booked; {mean} comes on average, and all of it in {frequency} futures.",
    da="{booked} er indregnet; {mean} opnås i gennemsnit, og det hele i {frequency} forløb.",
)
BOOKED_LEAD_NOTHING = Phrase(
    en="{booked} is booked, and nothing comes on average.",
    da="{booked} er indregnet, og intet opnås i gennemsnit.",
)
BOOKED_LEAD_COST = Phrase(
    en="{booked} is booked; on average it becomes an extra cost of {cost_mean}.",
    da="{booked} er indregnet; i gennemsnit bliver det en merudgift på {cost_mean}.",
)
NOTHING_ACHIEVED_LEAD = Phrase(
    en="No saving is realised on average either.", da="I gennemsnit opnås der heller ingen."
)
NOTHING_BOOKED_LEAD = Phrase(en="{mean} is realised on average.", da="{mean} opnås i gennemsnit.")
NOTHING_BOOKED_LEAD_COST = Phrase(
    en="On average it becomes an extra cost of {cost_mean}.",
    da="I gennemsnit bliver det en merudgift på {cost_mean}.",
)

# How big can the hole be?

RESERVE = Phrase(
    en="A reserve of {reserve} makes the budget of {period} {confidence} safe",
    da="En reserve på {reserve} giver {confidence} sikkerhed i {period}",
)
NO_RESERVE = Phrase(
    en="The budget of {period} holds without a reserve in {holds} of the futures",
    da="Budgettet for {period} holder uden reserve i {holds} af forløbene",
)
NO_RESERVE_EVER = Phrase(
    en="The budget of {period} holds without a reserve in every future",
    da="Budgettet for {period} holder uden reserve i alle forløb",
)
GAP_LEAD = Phrase(
    en="Without a reserve money is missing in {frequency} futures; the average of all is {mean}.",
    da="Uden reserve mangler der penge i {frequency} forløb; gennemsnittet af alle er {mean}.",
)
GAP_LEAD_SURPLUS = Phrase(
    en="Without a reserve money is missing in {frequency} futures, though on average {mean} is "
    "left over.",
    da="Uden reserve mangler der penge i {frequency} forløb, men i gennemsnit er {mean} til overs.",
)
GAP_LEAD_NEVER = Phrase(
    en="On average {mean} is left over.", da="I gennemsnit er {mean} til overs."
)
GAP_LEAD_EXACT = Phrase(
    en="Nothing is missing and nothing is left over.", da="Intet mangler, og intet er til overs."
)

# When is the money back?

PAID_BACK_ALWAYS = Phrase(
    en="The money is back in {year} in every future",
    da="Pengene er tjent hjem i {year} i alle forløb",
)
PAID_BACK_IN = Phrase(
    en="The money is back in {year} in {frequency} futures",
    da="Pengene er tjent hjem i {year} i {frequency} forløb",
)
PAID_BACK = Phrase(
    en="The money is back in {year}; in {frequency} futures between {early} and {late}",
    da="Pengene er tjent hjem i {year}; i {frequency} forløb mellem {early} og {late}",
)
PAID_BACK_OR_LATER = Phrase(
    en="The money is back in {year}, but in {frequency} futures not by the end of {last}",
    da="Pengene er tjent hjem i {year}, men i {frequency} forløb ikke inden udgangen af {last}",
)
IS_IT_BACK = Phrase(
    en="Is the money back by the end of {last}? {answer}",
    da="Er pengene tjent hjem ved udgangen af {last}? {answer}",
)
PLAN_LEAD = Phrase(
    en="By plan it is back in {year}: {frequency} futures manage that.",
    da="Efter planen sker det i {year}: {frequency} forløb når det.",
)
PLAN_NEVER_LEAD = Phrase(
    en="By plan it is not back by the end of {last} either.",
    da="Efter planen sker det heller ikke inden udgangen af {last}.",
)
PLAN_NEVER_THOUGH_LEAD = Phrase(
    en="By plan it would not be back by the end of {last}.",
    da="Efter planen ville det ikke ske inden udgangen af {last}.",
)
NOTHING_SPENT = Phrase(
    en="no money is put in that must come back", da="der er ingen udgifter at tjene hjem"
)
NOTHING_SPENT_ANSWER = Phrase(
    en="No money is put in that must come back", da="Der er ingen udgifter at tjene hjem"
)

# Why charts are left out

NO_SAVINGS = Phrase(
    en="no saving is booked and none is realised",
    da="der er hverken indregnet eller opnået besparelser",
)
NO_GAP = Phrase(
    en="nothing is missing or left over in any future",
    da="intet mangler eller er til overs i noget forløb",
)

NO_CURVE = Phrase(
    en="the budget holds without a reserve in at least 99 out of 100 futures",
    da="budgettet holder uden reserve i mindst 99 ud af 100 forløb",
)

# Three ways out

WAY_RESERVE = Phrase(en="Set {price} aside", da="Sæt {price} i reserve")
WAY_LESS = Phrase(en="Book {booked} instead of {now}", da="Indregn {booked} i stedet for {now}")
WAY_NOTHING = Phrase(en="Book no savings", da="Indregn ingen besparelser")
WAY_LATER = Phrase(en="Book everything a year later", da="Indregn alt et år senere")
WAY_PRICE = Phrase(en="{price} less; holds in {holds}", da="{price} mindre; holder i {holds}")
WAY_RESERVE_PRICE = Phrase(en="holds in {holds} of the futures", da="holder i {holds} af forløbene")
NO_WAY_NEEDED = Phrase(
    en="The budget holds with the wanted {confidence}: no way out is needed.",
    da="Budgettet holder med de ønskede {confidence}: ingen udvej er nødvendig.",
)
WAYS_HEADING = Phrase(en="Ways out, {period}", da="Udveje, {period}")
