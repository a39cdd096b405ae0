"""How to read the workbook: conventions, what is not modelled, and words."""

from innobudget.messages import Text, say
from innobudget.report.words import labels, sheets

Pairs = tuple[tuple[Text, Text], ...]

CONVENTIONS: Pairs = (
    (
        say("Signs"),
        say(
            "Savings are positive when net expenditure goes down; outlay and disruption are "
            "positive money out; a positive budget gap is a hole. Sheets that show the budget "
            "itself use the budget's signs, and say so."
        ),
    ),
    (say("Units"), say("Amounts in thousands of the currency; the unit stands in every row.")),
    (say("Price basis"), say("All amounts are in constant prices of the stated year.")),
    (
        say("Budget period"),
        say("The budget year and the three estimate years, or the horizon if that is shorter."),
    ),
    (say("Discounting"), say("The base year is year 0 and is not discounted.")),
    (
        say("Comparing amounts"),
        say("Amounts that differ by half a hundredth of a currency unit or less count as equal."),
    ),
)
NOT_MODELLED: Pairs = (
    (
        say("The rest of the budget"),
        say("Only the investments are uncertain; the other lines are taken as adopted."),
    ),
    (
        say("Reactions"),
        say(
            "Nobody intervenes when a saving fails: no new saving, no stop of later stages "
            "beyond those that the plan has."
        ),
    ),
)
WORDS: Pairs = (
    (labels.PLANNED, say("What the investment hopes to save.")),
    (labels.BOOKED, say("What the adopted budget has deducted as a direct consequence.")),
    (labels.ACHIEVED, say("What is saved in a simulated future.")),
    (
        labels.MEASURES["budget_gap"],
        say("Booked minus realised saving, plus outlay and disruption above plan."),
    ),
    (
        labels.RESERVE,
        say("Money to set aside so that the budget holds with the chosen confidence."),
    ),
    (
        labels.SAFE_BOOKING,
        say("The most that can be booked so that the budget holds with the chosen confidence."),
    ),
    (labels.BOOKING_SHARE, say("Booked over planned saving.")),
    (labels.CONFIDENCE, say("How sure the council wants to be that the budget holds.")),
    (labels.FULFILMENT, say("Realised over booked saving.")),
    (labels.DISRUPTION, say("Extra operating cost while the change is made.")),
    (
        labels.MEASURES["net_effect"],
        say("Saving less outlay and disruption; positive is money kept."),
    ),
    (labels.STAGE, say("A part of an investment that must succeed before the next one is begun.")),
    (sheets.RAMP, say("Share of the full-year saving reached in each year.")),
    (sheets.OTHER_CAUSES, say("Something that moves several uncertain quantities together.")),
    (
        say("Correlation"),
        say("How far the same quantity of several investments falls out alike, from 0 to 1."),
    ),
    (
        say("PERT"),
        say("A smooth spread from a lowest to a highest value, densest at the most likely one."),
    ),
    (
        sheets.SAMPLING,
        say("How the trials are spread: sobol and latin-hypercube evenly, random by chance."),
    ),
    (say("± (standard error)"), say("How far a figure from so many trials is typically off.")),
    (
        say("P10, P50, P90"),
        say("One future in ten, five in ten and nine in ten are at or below this figure."),
    ),
    (labels.NPV, say("All net effects of the horizon as one amount of the base year.")),
    (
        labels.PAYBACK,
        say(
            "The first year from which the cumulative net effect stays at or above zero; "
            "“not by”: none of the years shown."
        ),
    ),
)
