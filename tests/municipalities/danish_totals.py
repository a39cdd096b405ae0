"""Danish budgets: totals, results and what follows them."""

from municipalities.writing import Written

DANISH_TOTALS = (
    Written(
        name="result-statement",
        text="""\
Hovedoversigt til budget
Mio. kr.|R2024|B2025|B2026|BO2027|BO2028|BO2029
Skatter|-2000.5|-2100.5|-2200.5|-2300.5|-2400.5|-2500.5
Tilskud og udligning|-500|-510|-520|-530|-540|-550
Indtægter i alt|-2500.5|-2610.5|-2720.5|-2830.5|-2940.5|-3050.5
Serviceudgifter|1800|1850|1900|1950|2000|2050
Overførselsudgifter|500|510|520|530|540|550
Driftsudgifter i alt|2300|2360|2420|2480|2540|2600
Renter|5|6|7|8|9|10
Resultat af ordinær drift|-195.5|-244.5|-293.5|-342.5|-391.5|-440.5
Anlæg|150|160|170|180|190|200
Resultat af det skattefinansierede område|-45.5|-84.5|-123.5|-162.5|-201.5|-240.5""",
        totals={
            2024: -45_500_000,
            2025: -84_500_000,
            2026: -123_500_000,
            2027: -162_500_000,
            2028: -201_500_000,
            2029: -240_500_000,
        },
        lines=6,
        kinds=("financing", "financing", "operating", "transfer", "financing", "capital"),
    ),
    Written(
        name="hierarchical-codes",
        text="""\
Budget 2026, 1.000 kr.
Konto|Tekst|Budget 2026|Budget 2027
5|Sociale opgaver og beskæftigelse|3300|3330
5.30|Tilbud til ældre|3000|3020
5.30.26|Hjemmehjælp|1000|1010
5.30.27|Pleje|2000|2010
5.57|Kontante ydelser|300|310
5.57.73|Kontanthjælp|300|310
6|Fællesudgifter|700|710
6.45|Administration|700|710
6.45.50|Bygninger|200|205
6.45.51|Sekretariat|500|505""",
        totals={2026: 4_000_000, 2027: 4_040_000},
        lines=5,
    ),
    Written(
        name="three-levels-words",
        text="""\
1.000 kr.
Udvalg|Sektor|Bevilling|B2026|B2027
Økonomi|Adm|Løn|10|11
Økonomi|Adm|Drift|20|21
Økonomi|Adm i alt||30|32
Økonomi|IT|Licens|40|41
Økonomi|IT i alt||40|41
Økonomi i alt|||70|73
Kultur|Bib|Løn|5|6
Kultur|Bib|Bøger|6|7
Kultur|Bib i alt||11|13
Kultur i alt|||11|13
Hovedtotal|||81|86""",
        totals={2026: 81_000, 2027: 86_000},
        lines=5,
    ),
    Written(
        name="pivot-outline",
        text="""\
Rækkenavne|Sum af B2026|Sum af B2027
Økonomi|70|73
Løn|10|11
Drift|20|21
Licens|40|41
Kultur|11|13
Løn|5|6
Bøger|6|7
Hovedtotal|81|86""",
        totals={2026: 81, 2027: 86},
        lines=5,
    ),
    Written(
        name="total-wrong",
        text="""\
1.000 kr.
Udvalg|B2026|B2027
Teknik|100|110
Kultur|200|210
I alt|310|320""",
        totals={2026: 300_000, 2027: 320_000},
        lines=2,
    ),
    Written(
        name="total-first",
        text="""\
1.000 kr.
Udvalg|B2026|B2027
I alt|300|320
Teknik|100|110
Kultur|200|210""",
        totals={2026: 300_000, 2027: 320_000},
        lines=2,
    ),
    Written(
        name="heraf",
        text="""\
1.000 kr.
Udvalg|B2026|B2027
Teknik|100|110
heraf vintertjeneste|15|16
Kultur|200|210
heraf bibliotek|55|56
I alt|300|320""",
        totals={2026: 300_000, 2027: 320_000},
        lines=2,
    ),
    Written(
        name="heraf-no-total",
        text="""\
1.000 kr.
Udvalg|B2026|B2027
Teknik|100|110
heraf vintertjeneste|15|16
Kultur|200|210
- heraf bibliotek|55|56""",
        totals={2026: 300_000, 2027: 320_000},
        lines=2,
    ),
    Written(
        name="hidden-total-many-digits",
        text="""\
hele kr.
Navn|B2026|B2027
Løn|1234567|1244567
Drift|234567|235567
Administration|1469134|1480134
Bøger|345678|345679""",
        comes_out="asked",
        totals={2026: 1_814_812, 2027: 1_825_813},
        lines=3,
    ),
    Written(
        name="text-totals-in-middle-col",
        text="""\
1.000 kr.
Nr|Område|Konto|B2026
1|Skole|Løn|100
1|Skole|Drift|20
1|Skole|Sum Skole|120
2|Ældre|Løn|200
2|Ældre|Drift|30
2|Ældre|Sum Ældre|230
||Totalsum|350""",
        totals={2026: 350_000},
        lines=4,
    ),
    Written(
        name="footnote-numbers-after",
        text="""\
1.000 kr.
Udvalg|B2026|B2027
Teknik|100|110
Kultur|200|210
I alt|300|320

Indbyggertal|50000|50100""",
        comes_out="asked",
        totals={2026: 300_000, 2027: 320_000},
        lines=2,
    ),
    Written(
        name="negative-total-words",
        text="""\
1.000 kr.
Tekst|2026|2027
Skatteindtægter|-2000|-2010
Udligning|-500|-510
Driftsudgifter|2300|2310
Anlæg|150|160
Resultat|-50|-50""",
        totals={2026: -50_000, 2027: -50_000},
        lines=4,
    ),
    Written(
        name="resultat-opposite",
        text="""\
1.000 kr.
Tekst|2026|2027
Skatteindtægter|-2000|-2010
Driftsudgifter|1900|1910
Overskud|100|100""",
        totals={2026: -100_000, 2027: -100_000},
        lines=2,
    ),
    Written(
        name="statement-repeat-sections",
        text="""\
1.000 kr.
Tekst|2026|2027
Udgifter
Skole|100|110
Ældre|200|210
Indtægter
Skole|10|11
Ældre|20|21
Netto|270|288""",
        totals={2026: 270_000, 2027: 288_000},
        lines=4,
    ),
)
