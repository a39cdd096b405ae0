"""What the charts find: titles, and the sentence below them. Good and bad news in own words."""

from innobudget.report.words.phrase import Phrase

LOW = Phrase(en="only {chance} probability", da="kun {chance} sandsynlighed")
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

# Which investment carries the risk?

NO_CASE_IN_HOLE = Phrase(
    en="No investment leaves a hole in the budget of {period}",
    da="Ingen case giver hul i budgettet for {period}",
)
BOOK_LATER = Phrase(
    en="Book {name} later: {first_share} of its booking is realised in {first}, {last_share} in "
    "{last}",
    da="Indregn {name} senere: {first_share} af det indregnede opnås i {first}, {last_share} i "
    "{last}",
)
BOOK_LESS = Phrase(
    en="Book {name} lower: {booked} is booked in {year}, {safe} is {confidence} safe",
    da="Indregn {name} lavere: {booked} er indregnet i {year}, {safe} er {confidence} sikkert",
)
BOOK_NOTHING = Phrase(
    en="Book nothing of {name} yet: {booked} is booked in {year}, nothing is {confidence} safe",
    da="Indregn ikke {name} endnu: {booked} er indregnet i {year}, intet er {confidence} sikkert",
)
COSTS_MORE = Phrase(
    en="{name} leaves the largest hole: its outlay and disruption exceed the plan",
    da="{name} giver det største hul: udgifterne bliver større end planlagt",
)
HOLE_LEAD_ONE = Phrase(
    en="When money is missing in {period}, it is {own} on average.",
    da="Når der mangler penge i {period}, er det {own} i gennemsnit.",
)
HOLE_LEAD = Phrase(
    en="When money is missing in {period}, this investment lacks {own}, all together {total}.",
    da="Når der mangler penge i {period}, mangler denne case {own}, alle tilsammen {total}.",
)
NO_HOLE_LEAD = Phrase(
    en="{booked} is booked and {mean} is realised on average in {period}.",
    da="{booked} er indregnet, og {mean} opnås i gennemsnit i {period}.",
)

# What matters most?

DRIVER_HOLE = Phrase(
    en="{name} matters most: {good} is missing when it goes well, {bad} when it goes badly",
    da="{name} betyder mest: {good} mangler, når det går godt, {bad} når det går skidt",
)
DRIVER_BOTH = Phrase(
    en="{name} matters most: {good} is left over when it goes well, {bad} is missing when it goes "
    "badly",
    da="{name} betyder mest: {good} er til overs, når det går godt, {bad} mangler, når det går "
    "skidt",
)
DRIVER_SURPLUS = Phrase(
    en="{name} matters most: {good} is left over when it goes well, only {bad} when it goes badly",
    da="{name} betyder mest: {good} er til overs, når det går godt, kun {bad} når det går skidt",
)
SHARE_LEAD = Phrase(
    en="By itself it explains {share} of the uncertainty about the budget of {period}.",
    da="Alene forklarer den {share} af usikkerheden om budgettet for {period}.",
)
NOTHING_UNCERTAIN = Phrase(
    en="nothing in this scenario is uncertain", da="intet i dette scenarie er usikkert"
)

# Why?

LOST = Phrase(
    en="{after} is left of {booked} booked: most is lost to {cause}, {lost}",
    da="{after} er tilbage af {booked} indregnet: mest går tabt ved {cause}, {lost}",
)
NOTHING_LOST = Phrase(
    en="Nothing is lost on the way: {after} is left of {booked} booked",
    da="Intet går tabt undervejs: {after} er tilbage af {booked} indregnet",
)
LOST_YET_MORE = Phrase(
    en="{after} is left, more than the {booked} booked, although {lost} is lost to {cause}",
    da="{after} er tilbage, mere end de {booked} indregnet, selv om {lost} går tabt ved {cause}",
)
LOST_WITHOUT_BOOKING = Phrase(
    en="No net saving is booked; on average it comes to {after}, costs included",
    da="Der er ikke indregnet nogen nettobesparelse; i gennemsnit bliver det {after}, udgifter "
    "medregnet",
)
ALL_LOST = Phrase(
    en="Of {booked} booked nothing is left, {after} is missing: most is lost to {cause}, {lost}",
    da="Af {booked} indregnet er intet tilbage, {after} mangler: mest går tabt ved {cause}, {lost}",
)
CAUSES_LEAD = Phrase(
    en="A further {lost} is lost to {cause}.", da="Yderligere {lost} går tabt ved {cause}."
)
CAUSES_LEAD_TWO = Phrase(
    en="A further {lost} is lost to {cause} and {less} to {other}.",
    da="Yderligere {lost} går tabt ved {cause} og {less} ved {other}.",
)
CAUSES = {
    "failure": Phrase(en="stopped and failed investments", da="stop og fejlslag"),
    "benefit": Phrase(en="smaller effect", da="mindre effekt"),
    "delay": Phrase(en="delay", da="forsinkelse"),
    "outlay": Phrase(en="dearer implementation", da="dyrere implementering"),
    "disruption": Phrase(en="dearer running-in", da="dyrere indkøring"),
}

# Better and cheaper?

BOTH_NONE = Phrase(
    en="Better and cheaper at once is unlikely in {year}: {chance} for the best investment",
    da="Bedre og billigere på én gang er usandsynligt i {year}: {chance} for den bedste case",
)
BOTH_NOT = Phrase(
    en="{name} is unlikely to be both better and cheaper in {year}: {chance} probability",
    da="{name} bliver næppe både bedre og billigere i {year}: {chance} sandsynlighed",
)
BOTH_NEVER = Phrase(
    en="No investment is both better and cheaper in {year} in any simulated future",
    da="Ingen case er både bedre og billigere i {year} i noget simuleret forløb",
)
BOTH_SOME = Phrase(
    en="{count} of {of} investments are more likely than not both better and cheaper in {year}",
    da="{count} af {of} cases bliver snarest både bedre og billigere i {year}",
)
BOTH_ONE = Phrase(
    en="1 of {of} investments is more likely than not both better and cheaper in {year}",
    da="1 af {of} cases bliver snarest både bedre og billigere i {year}",
)
BOTH_ALL = Phrase(
    en="All {of} investments are more likely than not both better and cheaper in {year}",
    da="Alle {of} cases bliver snarest både bedre og billigere i {year}",
)
BOTH_ONLY = Phrase(
    en="{name} is more likely than not both better and cheaper in {year}: {chance} probability",
    da="{name} bliver snarest både bedre og billigere i {year}: {chance} sandsynlighed",
)
BOTH_UNBOOKED = Phrase(
    en="No investment with a service target has booked a saving for {year}",
    da="Ingen case med effektmål har indregnet en besparelse i {year}",
)
BOTH_LEAD = Phrase(
    en="Best is {name}: in {frequency} futures its target is reached and its booking met.",
    da="Bedst står {name}: i {frequency} forløb nås målet, og det indregnede indfries.",
)
UNBOOKED_LEAD = Phrase(
    en="Most likely to reach its target is {name}: in {frequency} futures.",
    da="Størst sandsynlighed for at nå målet har {name}: i {frequency} forløb.",
)
NO_INDICATORS = Phrase(
    en="no investment names a service indicator", da="ingen case har et effektmål"
)

# The overview

GOOD_GOOD = Phrase(
    en="The budget holds and the money comes back: {chance} probability of the booked savings, "
    "back in {year}",
    da="Budgettet holder, og pengene kommer hjem: {chance} sandsynlighed for de indregnede "
    "besparelser, tjent hjem i {year}",
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
BAD_BAD = Phrase(
    en="Neither the budget nor the investment is safe: {low} of the booked savings, the money is "
    "not safely back by {last}",
    da="Hverken budgettet eller investeringen er sikker: {low} for de indregnede besparelser, "
    "pengene er ikke sikkert hjemme i {last}",
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
