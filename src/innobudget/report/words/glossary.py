"""How to read the workbook: conventions, what is not modelled, and words."""

from innobudget.report.words import labels, sheets
from innobudget.report.words.phrase import Phrase

Pairs = tuple[tuple[Phrase, Phrase], ...]

CONVENTIONS: Pairs = (
    (
        Phrase(en="Signs", da="Fortegn"),
        Phrase(
            en="Savings are positive when net expenditure goes down; outlay and disruption are "
            "positive money out; a positive budget gap is a hole. Sheets that show the budget "
            "itself use the budget's signs, and say so.",
            da="Besparelser er positive, når nettoudgiften falder; udgifter er positive; positiv "
            "manglende indfrielse er et hul. Ark, der viser selve budgettet, bruger budgettets "
            "fortegn og siger det.",
        ),
    ),
    (
        Phrase(en="Units", da="Enheder"),
        Phrase(
            en="Amounts in thousands of the currency; the unit stands in every row.",
            da="Beløb i tusinder af valutaen; enheden står i hver række.",
        ),
    ),
    (
        Phrase(en="Price basis", da="Prisniveau"),
        Phrase(
            en="All amounts are in constant prices of the stated year.",
            da="Alle beløb er i faste priser i det angivne år.",
        ),
    ),
    (
        Phrase(en="Budget period", da="Budgetperiode"),
        Phrase(
            en="The budget year and the three estimate years, or the horizon if that is shorter.",
            da="Budgetåret og de tre budgetoverslagsår, eller hele beregningen, hvis den er "
            "kortere.",
        ),
    ),
    (
        Phrase(en="Discounting", da="Tilbagediskontering"),
        Phrase(
            en="The base year is year 0 and is not discounted.",
            da="Budgetåret er år 0 og tilbagediskonteres ikke.",
        ),
    ),
    (
        Phrase(en="Comparing amounts", da="Sammenligning af beløb"),
        Phrase(
            en="Amounts that differ by half a hundredth of a currency unit or less count as equal.",
            da="Beløb, der afviger en halv øre eller mindre, regnes for lige store.",
        ),
    ),
)
NOT_MODELLED: Pairs = (
    (
        Phrase(en="The rest of the budget", da="Resten af budgettet"),
        Phrase(
            en="Only the investments are uncertain; the other lines are taken as adopted.",
            da="Kun casene er usikre; de øvrige linjer tages som vedtaget.",
        ),
    ),
    (
        Phrase(en="Reactions", da="Reaktioner"),
        Phrase(
            en="Nobody intervenes when a saving fails: no new saving, no stop of later stages "
            "beyond those that the plan has.",
            da="Ingen griber ind, når en besparelse udebliver: ingen nye besparelser og ingen "
            "stop ud over planens faser.",
        ),
    ),
)
WORDS: Pairs = (
    (
        labels.PLANNED,
        Phrase(en="What the investment hopes to save.", da="Hvad casen regner med at spare."),
    ),
    (
        labels.BOOKED,
        Phrase(
            en="What the adopted budget has deducted as a direct consequence.",
            da="Hvad der er trukket ud af det vedtagne budget som direkte følge.",
        ),
    ),
    (
        labels.ACHIEVED,
        Phrase(
            en="What is saved in a simulated future.",
            da="Hvad der spares i en simuleret fremtid; realiseret er kun det, der står i "
            "regnskabet.",
        ),
    ),
    (
        labels.MEASURES["budget_gap"],
        Phrase(
            en="Booked minus realised saving, plus outlay and disruption above plan.",
            da="Indregnet minus opnået besparelse plus udgifter ud over planen.",
        ),
    ),
    (
        labels.RESERVE,
        Phrase(
            en="Money to set aside so that the budget holds with the chosen confidence.",
            da="Beløb, der skal sættes af, for at budgettet holder med det valgte "
            "sikkerhedsniveau.",
        ),
    ),
    (
        labels.SAFE_BOOKING,
        Phrase(
            en="The most that can be booked so that the budget holds with the chosen confidence.",
            da="Det meste, der kan indregnes, så budgettet holder med det valgte sikkerhedsniveau.",
        ),
    ),
    (
        labels.BOOKING_SHARE,
        Phrase(
            en="Booked over planned saving.",
            da="Indregnet i forhold til forudsat besparelse.",
        ),
    ),
    (
        labels.CONFIDENCE,
        Phrase(
            en="How sure the council wants to be that the budget holds.",
            da="Hvor sikkert byrådet vil være på, at budgettet holder.",
        ),
    ),
    (
        labels.FULFILMENT,
        Phrase(en="Realised over booked saving.", da="Opnået i forhold til indregnet besparelse."),
    ),
    (
        labels.DISRUPTION,
        Phrase(
            en="Extra operating cost while the change is made.",
            da="Ekstra driftsudgift, mens ændringen gennemføres.",
        ),
    ),
    (
        labels.MEASURES["net_effect"],
        Phrase(
            en="Saving less outlay and disruption; positive is money kept.",
            da="Besparelse minus implementerings- og indkøringsudgift.",
        ),
    ),
    (
        labels.STAGE,
        Phrase(
            en="A part of an investment that must succeed before the next one is begun.",
            da="En del af en case, der skal lykkes, før den næste begyndes.",
        ),
    ),
    (
        sheets.RAMP,
        Phrase(
            en="Share of the full-year saving reached in each year.",
            da="Hvor stor en andel af helårsvirkningen der nås i hvert år.",
        ),
    ),
    (
        sheets.OTHER_CAUSES,
        Phrase(
            en="Something that moves several uncertain quantities together.",
            da="Noget, der flytter flere usikre størrelser på én gang.",
        ),
    ),
    (
        Phrase(en="Correlation", da="Korrelation"),
        Phrase(
            en="How far the same quantity of several investments falls out alike, from 0 to 1.",
            da="I hvor høj grad samme størrelse falder ens ud i flere cases, fra 0 til 1.",
        ),
    ),
    (
        Phrase(en="PERT", da="PERT"),
        Phrase(
            en="A smooth spread from a lowest to a highest value, densest at the most likely one.",
            da="Jævn fordeling fra et laveste til et højeste tal, tættest ved det mest "
            "sandsynlige.",
        ),
    ),
    (
        sheets.SAMPLING,
        Phrase(
            en="How the trials are spread: sobol and latin-hypercube evenly, random by chance.",
            da="Hvordan simuleringerne er spredt: sobol og latin-hypercube jævnt, random helt "
            "tilfældigt.",
        ),
    ),
    (
        Phrase(en="± (standard error)", da="± (standardfejl)"),
        Phrase(
            en="How far a figure from so many trials is typically off.",
            da="Hvor langt et tal ud fra så mange simuleringer typisk er fra det rigtige.",
        ),
    ),
    (
        Phrase(en="P10, P50, P90", da="P10, P50, P90"),
        Phrase(
            en="One future in ten, five in ten and nine in ten lie below this figure.",
            da="En, fem og ni ud af ti fremtider ligger under tallet.",
        ),
    ),
    (
        labels.NPV,
        Phrase(
            en="All net effects of the horizon as one amount of the base year.",
            da="Alle årenes nettovirkninger omregnet til ét beløb i budgetåret.",
        ),
    ),
    (
        labels.PAYBACK,
        Phrase(
            en="The first year from which the cumulative net effect stays at or above zero; "
            "“not by”: none of the years shown.",
            da="Det første år, hvorfra den akkumulerede nettovirkning forbliver nul eller derover; "
            "»efter«: ikke i de viste år.",
        ),
    ),
)
