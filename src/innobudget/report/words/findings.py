"""What the charts find: titles, and the sentence below them. Good and bad news in own words."""

from innobudget.report.words.phrase import Phrase

LOW = Phrase(en="only {chance} probability", da="kun {chance} sandsynlighed")
LOW_HALF = Phrase(en="{chance} probability", da="{chance} sandsynlighed")
LOW_NONE = Phrase(en="no probability", da="ingen sandsynlighed")

# Will the booked savings come?

COSTS_BOOKED = Phrase(
    en="The budget of {period} has booked running costs of {cost}, not savings",
    da="I budgettet for {period} er der indregnet driftsudgifter på {cost}, ikke besparelser",
)
COSTS_LEAD = Phrase(
    en="They are no larger in {frequency} futures; the average is {mean}.",
    da="De bliver ikke større i {frequency} forløb; gennemsnittet er {mean}.",
)

BOOKED_ALWAYS = Phrase(
    en="The booked savings of {period} come in full in every simulated future",
    da="De indregnede besparelser i {period} indfries fuldt ud i alle simulerede forløb",
)
BOOKED_HOLD = Phrase(
    en="The booked savings of {period} hold: {chance} probability that they come in full",
    da="De indregnede besparelser i {period} holder: {chance} sandsynlighed for fuld indfrielse",
)
BOOKED_UNSURE = Phrase(
    en="The booked savings of {period} are not safe: {chance} probability that they come in full",
    da="De indregnede besparelser i {period} er ikke sikre: {chance} sandsynlighed for fuld "
    "indfrielse",
)
BOOKED_FAIL = Phrase(
    en="The booked savings of {period} are unlikely to hold: only {chance} probability that they "
    "come in full",
    da="De indregnede besparelser i {period} holder næppe: kun {chance} sandsynlighed for fuld "
    "indfrielse",
)
BOOKED_NEVER = Phrase(
    en="The booked savings of {period} do not come in full in any simulated future",
    da="De indregnede besparelser i {period} indfries ikke fuldt ud i noget simuleret forløb",
)
NOTHING_BOOKED = Phrase(
    en="No savings are booked in {period}", da="Der er ikke indregnet besparelser i {period}"
)
BOOKED_LEAD = Phrase(
    en="{booked} is booked; {mean} comes on average, and all of it in {frequency} futures.",
    da="{booked} er indregnet; {mean} opnås i gennemsnit, og det hele i {frequency} forløb.",
)
NOTHING_ACHIEVED_LEAD = Phrase(
    en="No saving is realised on average either.", da="I gennemsnit opnås der heller ingen."
)
NOTHING_BOOKED_LEAD = Phrase(en="{mean} is realised on average.", da="{mean} opnås i gennemsnit.")

# How big can the hole be?

RESERVE = Phrase(
    en="The budget of {period} needs a reserve of {reserve} to hold with {confidence} confidence",
    da="Budgettet for {period} kræver en reserve på {reserve} for at holde med {confidence} "
    "sikkerhed",
)
NO_RESERVE = Phrase(
    en="The budget of {period} holds without a reserve: {holds} probability",
    da="Budgettet for {period} holder uden reserve: {holds} sandsynlighed",
)
NO_RESERVE_EVER = Phrase(
    en="The budget of {period} holds without a reserve in every simulated future",
    da="Budgettet for {period} holder uden reserve i alle simulerede forløb",
)
RESERVE_LEAD = Phrase(
    en="Without a reserve, money is missing in {frequency} futures; the average is {mean}.",
    da="Uden reserve mangler der penge i {frequency} forløb; gennemsnittet er {mean}.",
)
RESERVE_LEAD_SURPLUS = Phrase(
    en="Without a reserve, money is missing in {frequency} futures, though on average {mean} is "
    "left over.",
    da="Uden reserve mangler der penge i {frequency} forløb, selv om {mean} er til overs i "
    "gennemsnit.",
)
NO_RESERVE_LEAD = Phrase(
    en="Money is missing in {frequency} futures; on average {mean} is left over.",
    da="Der mangler penge i {frequency} forløb; i gennemsnit er {mean} til overs.",
)
NO_RESERVE_LEAD_GAP = Phrase(
    en="Money is missing in {frequency} futures; the average is {mean}.",
    da="Der mangler penge i {frequency} forløb; gennemsnittet er {mean}.",
)
NO_RESERVE_LEAD_EXACT = Phrase(
    en="Nothing is missing and nothing is left over.", da="Intet mangler, og intet er til overs."
)

# When is the money back?

PAID_BACK_ALWAYS = Phrase(
    en="The money is back in {year} in every simulated future",
    da="Pengene er tjent hjem i {year} i alle simulerede forløb",
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
NOT_PAID_BACK = Phrase(
    en="The money is unlikely to be back by the end of {last}: {never} probability that it is not",
    da="Pengene er næppe tjent hjem ved udgangen af {last}: {never} sandsynlighed for, at de ikke "
    "er det",
)
MAY_NOT_BE_PAID_BACK = Phrase(
    en="It is uncertain whether the money is back by the end of {last}: {never} probability that "
    "it is not",
    da="Det er usikkert, om pengene er tjent hjem ved udgangen af {last}: {never} sandsynlighed "
    "for, at de ikke er det",
)
NEVER_PAID_BACK = Phrase(
    en="The money is not back by the end of {last} in any simulated future",
    da="Pengene er ikke tjent hjem ved udgangen af {last} i noget simuleret forløb",
)
NOTHING_SPENT = Phrase(
    en="No money is put in that must come back", da="Der er ingen udgifter at tjene hjem"
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
VALUE_LEAD = Phrase(
    en="The net present value is above zero in {frequency} futures.",
    da="Nettonutidsværdien er positiv i {frequency} forløb.",
)

# How closely should budget and innovation be tied?

BOOK_AT_MOST = Phrase(
    en="Book at most {share} of the planned savings, and the budget of {period} holds with "
    "{confidence} confidence",
    da="Indregn højst {share} af de forudsatte besparelser, så holder budgettet for {period} med "
    "{confidence} sikkerhed",
)
BOOK_ALL = Phrase(
    en="All planned savings can be booked: the budget of {period} then holds with {holds} "
    "probability",
    da="Alle forudsatte besparelser kan indregnes: så holder budgettet for {period} med {holds} "
    "sandsynlighed",
)
BOOK_NONE = Phrase(
    en="No booking is safe: even without booked savings there is {low} that the budget of {period} "
    "holds",
    da="Ingen indregning er sikker: selv uden indregnede besparelser er der {low} for, at "
    "budgettet for {period} holder",
)
BOOK_HARDLY = Phrase(
    en="Less than 1 % of the planned savings can be booked if the budget of {period} is to hold "
    "with {confidence} confidence",
    da="Under 1 pct. af de forudsatte besparelser kan indregnes, hvis budgettet for {period} skal "
    "holde med {confidence} sikkerhed",
)
NOTHING_TO_BOOK = Phrase(
    en="No savings are planned in {period} that could be booked",
    da="Der er ingen forudsatte besparelser i {period} at indregne",
)
BOOKED_NOW_LEAD = Phrase(
    en="Now {share} is booked, one by one: the budget holds in {frequency} futures.",
    da="Nu er {share} indregnet, fordelt på cases: budgettet holder i {frequency} forløb.",
)

NOTHING_NOW_LEAD = Phrase(
    en="Now nothing is booked: the budget holds in {frequency} futures.",
    da="Nu er intet indregnet: budgettet holder i {frequency} forløb.",
)

# The overview

GOOD_GOOD = Phrase(
    en="The booked savings hold and the money comes back: {chance} probability of the savings, "
    "back in {year}",
    da="De indregnede besparelser holder, og pengene kommer hjem: {chance} sandsynlighed for "
    "besparelserne, tjent hjem i {year}",
)
GOOD_BAD = Phrase(
    en="The booked savings hold, but the investment may not pay: {chance} probability of the "
    "savings, the money is not safely back by {last}",
    da="De indregnede besparelser holder, men investeringen er usikker: {chance} sandsynlighed for "
    "besparelserne, pengene er ikke sikkert hjemme i {last}",
)
BAD_GOOD = Phrase(
    en="The money comes back, but not as fast as budgeted: {low} of the booked savings",
    da="Pengene kommer hjem, men ikke så hurtigt som budgetteret: {low} for de indregnede "
    "besparelser",
)
UNSURE_GOOD = Phrase(
    en="The money comes back, but the booked savings are not safe: {low} that they come in full",
    da="Pengene kommer hjem, men de indregnede besparelser er ikke sikre: {low} for fuld "
    "indfrielse",
)
BAD_BAD = Phrase(
    en="Neither the booked savings nor the payback is safe: {low} of the savings, the money is "
    "not safely back by {last}",
    da="Hverken de indregnede besparelser eller tilbagebetalingen er sikker: {low} for "
    "besparelserne, pengene er ikke sikkert hjemme i {last}",
)
NONE_FREE = Phrase(
    en="Nothing is booked, and nothing is spent that must come back",
    da="Intet er indregnet, og der er ingen udgifter at tjene hjem",
)
NONE_GOOD = Phrase(
    en="No saving is booked, and the money comes back in {year}",
    da="Ingen besparelse er indregnet, og pengene er tjent hjem i {year}",
)
NONE_BAD = Phrase(
    en="No saving is booked, and the money is not safely back by {last}",
    da="Ingen besparelse er indregnet, og pengene er ikke sikkert hjemme i {last}",
)
