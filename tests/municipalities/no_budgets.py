"""Files that are no budget, or of which only the user can say that they are."""

from municipalities.writing import Written

NO_BUDGETS = (
    Written(
        name="nogletal",
        text="""\
Nøgletal 2025
Område|2024|2025
Elever pr. klasse|21.5|21.7
Andel ældre med hjemmehjælp (%)|12.1|12.3
Antal biblioteksudlån pr. indbygger|5.1|5.2""",
        comes_out="refused",
    ),
    Written(
        name="posts-of-a-department",
        kind="csv",
        text="organization_FTE,Actuals,Approved_FY26,Amended_FY26\nAccounting,28,28,28\n"
        "Budget,6,6,7\nRevenue,36,38,38",
        comes_out="refused",
    ),
    Written(
        name="codelist",
        kind="csv",
        text="""\
Funktion;Navn
5.30.26;Hjemmehjælp
5.30.27;Pleje
5.57.73;Kontanthjælp""",
        comes_out="refused",
    ),
    Written(
        name="codelist-valid-years",
        kind="csv",
        text="""\
Kode;Navn;Gyldig fra;Gyldig til
53026;Hjemmehjælp;2018;2025
53027;Pleje;2018;2026
55773;Kontanthjælp;2007;2026""",
        comes_out="refused",
    ),
    Written(
        name="per-head",
        text="""\
Udgifter pr. indbygger i 2026-priser
Kommune|2025|2026
Odense|50000|51000
Randers|49000|49500""",
        comes_out="asked",
        totals={2025: 99_000, 2026: 100_500},
        lines=2,
    ),
    Written(
        name="percentages",
        text="""\
Andele i procent
Område|2025|2026
Skole|25.5|26
Ældre|30.5|31
Øvrige|44|43""",
        comes_out="refused",
    ),
    Written(
        name="population",
        text="""\
Befolkningsprognose
Alder|2025|2026|2027
0-5 år|5000|5100|5200
6-16 år|9000|9100|9200
17-64 år|50000|50100|50200
I alt|64000|64300|64600""",
        comes_out="refused",
    ),
    Written(
        name="staff",
        text="""\
Antal fuldtidsansatte
Afdeling|2025|2026
Skole|500.5|510.5
Ældre|900.5|910.5""",
        comes_out="refused",
    ),
    Written(
        name="taxrates",
        text="""\
Skatteprocenter
Kommune|2025|2026
Odense|24.5|24.5
Randers|26.0|26.0""",
        comes_out="refused",
    ),
)
