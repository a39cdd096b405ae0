"""What the charts find about investments and uncertainties: titles, and the sentence below."""

from innobudget.report.words.phrase import Phrase

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
HOLE_LEAD_OFFSET = Phrase(
    en="When money is missing in {period}, this investment lacks {own}; the others have {rest} "
    "left over.",
    da="Når der mangler penge i {period}, mangler denne case {own}; de øvrige har {rest} "
    "til overs.",
)
NO_HOLE_LEAD = Phrase(
    en="{booked} is booked and {mean} is realised on average in {period}.",
    da="{booked} er indregnet, og {mean} opnås i gennemsnit i {period}.",
)

# What matters most?

DRIVER_HOLE = Phrase(
    en="{name} matters most: {good} is missing when it goes well, {bad} when it goes badly",
    da="{name} betyder mest: {good} mangler, når det går godt, {bad}, når det går skidt",
)
DRIVER_BOTH = Phrase(
    en="{name} matters most: {good} is left over when it goes well, {bad} is missing when it goes "
    "badly",
    da="{name} betyder mest: {good} er til overs, når det går godt, {bad} mangler, når det går "
    "skidt",
)
DRIVER_SURPLUS = Phrase(
    en="{name} matters most: {good} is left over when it goes well, only {bad} when it goes badly",
    da="{name} betyder mest: {good} er til overs, når det går godt, kun {bad}, når det går skidt",
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
