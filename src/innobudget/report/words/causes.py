"""What the charts find about investments and uncertainties: titles, and the sentence below."""

from innobudget.report.words.phrase import Phrase

# Which investment to look at?

NO_HOLE = Phrase(
    en="No investment leaves a hole in the budget of {period}",
    da="Ingen case giver hul i budgettet for {period}",
)
SAFE_AS_IT_IS = Phrase(
    en="No booking needs to be lower: the budget holds in {holds} of the futures",
    da="Ingen case behøver indregnes lavere: budgettet holder i {holds} af forløbene",
)
BOOK_LATER = Phrase(
    en="Book {name} later: only from {year} on {booked} is {confidence} safe",
    da="Indregn {name} senere: først fra {year} er {booked} {confidence} sikkert",
)
BOOK_LESS = Phrase(
    en="Book {name} lower: {booked} is booked in {last}, {safe} is {confidence} safe",
    da="Indregn {name} lavere: {booked} er indregnet i {last}, {safe} er {confidence} sikkert",
)
BOOK_NOTHING = Phrase(
    en="Book nothing of {name} yet: none of {booked} in {last} is {confidence} safe",
    da="Indregn ikke {name} endnu: intet af {booked} i {last} er {confidence} sikkert",
)
CASE_COSTS = Phrase(
    en="Look at the costs of {name}: they exceed the budget by {excess} on average",
    da="Se på udgifterne i {name}: de bliver {excess} større end budgetteret",
)
LOOK_AT = Phrase(
    en="Look at {name} first: on average it lacks {mean} in {period}",
    da="Se først på {name}: i gennemsnit mangler den {mean} i {period}",
)
LOOK_AT_UNEVEN = Phrase(
    en="Look at {name} first: it lacks most when money is missing",
    da="Se først på {name}: den mangler mest, når der mangler penge",
)
TIED_CASES = Phrase(
    en="{name} and {rival} lack about the same when money is missing",
    da="{name} og {rival} mangler omtrent lige meget, når der mangler penge",
)
MANY_TIED = Phrase(
    en="{count} investments lack about the same when money is missing",
    da="{count} cases mangler omtrent lige meget, når der mangler penge",
)
HOLE_LEAD_ONE = Phrase(
    en="When money is missing in {period}, it is {own} on average.",
    da="Når der mangler penge i {period}, er det {own} i gennemsnit.",
)
HOLE_LEAD = Phrase(
    en="When money is missing in {period}, {name} stands for {own} of the hole of {total}.",
    da="Når der mangler penge i {period}, står {name} for {own} af hullet på {total}.",
)
HOLE_LEAD_OFFSET = Phrase(
    en="When money is missing in {period}, {name} lacks {own}; the others have {rest} left over.",
    da="Når der mangler penge i {period}, mangler {name} {own}; de øvrige har {rest} til overs.",
)
ONE_CASE = Phrase(en="there is only one investment", da="der er kun én case")

# Who bears the hole?

AREA_BEARS = Phrase(
    en="{name} bears {own} of the mean hole of {total}",
    da="{name} bærer {own} af det gennemsnitlige hul på {total}",
)
AREA_BEARS_ALL = Phrase(
    en="{name} bears the whole mean hole of {total}",
    da="{name} bærer hele det gennemsnitlige hul på {total}",
)
NOT_PLACED_BEARS = Phrase(
    en="{own} of the mean hole is placed on no committee",
    da="{own} af det gennemsnitlige hul er ikke placeret på noget udvalg",
)
AREA_LACKS = Phrase(
    en="{name} lacks {own} on average; other committees have money left over",
    da="{name} mangler {own} i gennemsnit; andre udvalg har penge til overs",
)
AREAS_TIED = Phrase(
    en="{name} and {rival} lack about the same on average",
    da="{name} og {rival} mangler omtrent lige meget i gennemsnit",
)
NO_AREA_LACKS = Phrase(
    en="No committee lacks money on average in {period}",
    da="Intet udvalg mangler penge i gennemsnit i {period}",
)
YEAR_LEAD = Phrase(
    en="The largest reserve of a single year is {reserve} in {year}.",
    da="Den største reserve for et enkelt år er {reserve} i {year}.",
)
NO_YEAR_LEAD = Phrase(en="No year needs a reserve.", da="Intet år kræver en reserve.")
NO_YEAR_NO_AREA = Phrase(
    en="no year needs a reserve and no committee lacks money",
    da="intet år kræver en reserve, og intet udvalg mangler penge",
)

# What matters most?

DRIVER_MISSING = Phrase(
    en="{name} matters most: {bad} is missing when it goes badly",
    da="{name} betyder mest: {bad} mangler, når det går dårligt",
)
DRIVER_SURPLUS = Phrase(
    en="{name} matters most: only {bad} is left over when it goes badly",
    da="{name} betyder mest: kun {bad} er til overs, når det går dårligt",
)
DRIVER_EVEN = Phrase(
    en="{name} matters most: nothing is left over when it goes badly",
    da="{name} betyder mest: intet er til overs, når det går dårligt",
)
DRIVER_WELL = Phrase(
    en="When it goes well, {good} is missing.", da="Når det går godt, mangler der {good}."
)
DRIVER_WELL_OVER = Phrase(
    en="When it goes well, {good} is left over.", da="Når det går godt, er {good} til overs."
)
DRIVERS_TIED = Phrase(
    en="No single uncertainty clearly matters most for the hole",
    da="Ingen enkelt usikkerhed betyder klart mest for hullet",
)
SHARE_LEAD = Phrase(
    en="By itself it explains {share} of the uncertainty about the budget of {period}.",
    da="Alene forklarer det {share} af usikkerheden om budgettet for {period}.",
)
NOTHING_UNCERTAIN = Phrase(
    en="nothing in this scenario is uncertain", da="intet i dette scenarie er usikkert"
)
MONEY_CERTAIN = Phrase(
    en="nothing that is uncertain changes the money of the budget",
    da="intet af det usikre ændrer pengene i budgettet",
)

# Why?

MISSING = Phrase(
    en="{missing} is missing of the {booked} that is booked",
    da="Der mangler {missing} af de {booked}, der er indregnet",
)
MISSING_UNBOOKED = Phrase(
    en="{missing} is missing on average though no saving is booked",
    da="Der mangler {missing} i gennemsnit, selv om ingen besparelse er indregnet",
)
LEFT_OVER = Phrase(
    en="{missing} is left over on average, all counted in",
    da="{missing} er til overs i gennemsnit, når alt er talt med",
)
EVEN = Phrase(
    en="What is lost and what is gained are about even on average",
    da="Det tabte og det vundne går omtrent lige op i gennemsnit",
)
LOST_LEAD = Phrase(en="Lost: {parts}.", da="Tabt: {parts}.")
GAINED_LEAD = Phrase(en="Gained: {parts}.", da="Vundet: {parts}.")
PART = Phrase(en="{name} {amount}", da="{name} {amount}")
NOTHING_HAPPENS = Phrase(en="nothing is lost on the way", da="intet går tabt undervejs")
PARTS = {
    "unbooked": Phrase(en="planned, not booked", da="forudsat, men ikke indregnet"),
    "failure": Phrase(en="stopped and failed", da="stop og fejlslag"),
    "benefit": Phrase(en="smaller effect", da="mindre effekt"),
    "delay": Phrase(en="delay", da="forsinkelse"),
    "outlay": Phrase(en="dearer implementation", da="dyrere implementering"),
    "disruption": Phrase(en="dearer running-in", da="dyrere indkøring"),
}
"""What is lost; `unbooked` is gained unless more is booked than planned."""
GAINED_PARTS = {
    "unbooked": PARTS["unbooked"],
    "failure": Phrase(en="running costs not incurred", da="sparet drift ved stop"),
    "benefit": Phrase(en="larger effect", da="større effekt"),
    "delay": Phrase(en="costs that come later", da="udskudte udgifter"),
    "outlay": Phrase(en="implementation not spent", da="implementering, der ikke bruges"),
    "disruption": Phrase(en="running-in not spent", da="indkøring, der ikke bruges"),
}
OVERBOOKED = Phrase(en="booked beyond the plan", da="indregnet ud over planen")

# Better and cheaper?

WORSE_SERVICE = Phrase(
    en="Cheaper, but worse: service falls in {year}",
    da="Billigere, men dårligere: servicen falder i {year}",
)
WORSE_UNPAID = Phrase(en="Service falls in {year}", da="Servicen falder i {year}")
NO_TARGET = Phrase(
    en="No investment reaches its service target in {year}", da="Ingen case når sit mål i {year}"
)
BOTH_NEVER = Phrase(
    en="No investment is both better and cheaper in {year} in any future",
    da="Ingen case er både bedre og billigere i {year} i noget forløb",
)
BOTH_BEST = Phrase(
    en="Both better and cheaper in {year}? {answer} for the best, {name}",
    da="Både bedre og billigere i {year}? {answer} for den bedste, {name}",
)
BOTH_TIED = Phrase(
    en="Both better and cheaper in {year}? {answer} for the best",
    da="Både bedre og billigere i {year}? {answer} for de bedste",
)
BOTH_ONLY = Phrase(
    en="Is {name} both better and cheaper in {year}? {answer}",
    da="Bliver {name} både bedre og billigere i {year}? {answer}",
)
BOTH_UNBOOKED = Phrase(
    en="No investment with a service target has booked a saving for {year}",
    da="Ingen case med effektmål har indregnet en besparelse i {year}",
)
BOTH_LEAD = Phrase(
    en="{count} of {of} are both in more than half of the futures.",
    da="{count} af {of} er begge dele i over halvdelen af forløbene.",
)
FALLING_LEAD = Phrase(
    en="On average {down} of {all} indicators move away from their target.",
    da="I gennemsnit bevæger {down} af {all} effektmål sig væk fra målet.",
)
UNBOOKED_LEAD = Phrase(
    en="Most likely to reach its target is {name}: in {frequency} futures.",
    da="Størst sandsynlighed for at nå målet har {name}: i {frequency} forløb.",
)
NO_INDICATORS = Phrase(
    en="no investment names a service indicator", da="ingen case har et effektmål"
)

# Service in one line

SERVICE_ONE = Phrase(
    en="Service: {indicator} goes from {now} to {then} in {year} on average (target {target}).",
    da="Service: {indicator} går fra {now} til {then} i {year} i gennemsnit (mål {target}).",
)
SERVICE_UP = Phrase(
    en="Service improves: {up} of {all} indicators move towards their target by {year} on average.",
    da="Servicen stiger: {up} af {all} effektmål nærmer sig målet i {year} i gennemsnit.",
)
SERVICE_DOWN = Phrase(
    en="Service falls: {down} of {all} indicators move away from their target by {year}.",
    da="Servicen falder: {down} af {all} effektmål fjerner sig fra målet i {year} i gennemsnit.",
)
SERVICE_MIXED = Phrase(
    en="Service: {up} of {all} indicators improve by {year} on average, {down} fall.",
    da="Service: {up} af {all} effektmål nærmer sig målet i {year} i gennemsnit, {down} falder.",
)
SERVICE_SAME = Phrase(
    en="Service does not change on average by {year}.",
    da="Servicen ændrer sig ikke i gennemsnit i {year}.",
)
SERVICE_UNKNOWN = Phrase(
    en="Service: no indicator is named.", da="Service: intet effektmål er nævnt."
)
