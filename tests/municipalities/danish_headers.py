# ruff: noqa: E501 - rows as a spreadsheet has them
"""Danish budgets: headers of one to three rows, tables beside each other."""

from municipalities.writing import Written

DANISH_HEADERS = (
    Written(
        name="three-header-rows-merged",
        merged=("D3:F3", "G3:I3", "A3:A4", "B3:B4", "C3:C4", "A5:A6"),
        text="""\
Furesø Kommune – Budget 2026
Beløb i 1.000 kr.|||||||||
Udvalg|Funktion|Tekst|Budget 2026|||Overslag 2027
|||Udgifter|Indtægter|Netto|Udgifter|Indtægter|Netto
Børneudvalget|3.22.01|Folkeskoler|1000|-200|800|1100|-210|890
|3.22.05|SFO|500|-100|400|520|-110|410
Ældreudvalget|5.30.26|Hjemmehjælp|700|-50|650|710|-60|650
I alt|||2200|-350|1850|2330|-380|1950""",
        totals={2026: 1_850_000, 2027: 1_950_000},
        lines=3,
    ),
    Written(
        name="separate-code-columns",
        kind="csv",
        encoding="cp1252",
        text="""\
Hovedkonto;Hovedfunktion;Funktion;Dranst;Ejerforhold;Gruppering;Art;Tekst;Regnskab 2024;Budget 2025;Budget 2026;BO 2027
5;30;26;1;1;001;1;Løn hjemmehjælp;1.200.000;1.300.000;1.400.000;1.500.000
5;30;26;1;1;002;7;Indtægter;-200.000;-210.000;-220.000;-230.000
5;57;73;2;1;001;8;Refusion;-900.000;-910.000;-920.000;-930.000
0;28;20;3;1;001;4;Grønne områder;100.000;110.000;120.000;130.000""",
        totals={2024: 200_000, 2025: 290_000, 2026: 380_000, 2027: 470_000},
        lines=4,
        codes=("5.30.26", "5.30.26", "5.57.73", "0.28.20"),
    ),
    Written(
        name="u-i-n-under-year",
        merged=("B1:D1", "E1:G1", "A1:A2"),
        text="""\
Sektor|2026|||2027
|U|I|N|U|I|N
Skoler|1000|-100|900|1100|-110|990
Ældre|2000|-200|1800|2100|-210|1890
I alt|3000|-300|2700|3200|-320|2880""",
        totals={2026: 2_700, 2027: 2_880},
        lines=2,
    ),
    Written(
        name="u-i-positive",
        merged=("B1:C1", "D1:E1", "A1:A2"),
        text="""\
Sektor|2026||2027
|Udgifter|Indtægter|Udgifter|Indtægter
Skoler|1000|100|1100|110
Ældre|2000|200|2100|210
I alt|3000|300|3200|320""",
        totals={2026: 2_700, 2027: 2_880},
        lines=2,
    ),
    Written(
        name="anlaeg",
        text="""\
Investeringsoversigt 2026-2029 (i 1.000 kr.)
Projekt nr.|Projektnavn|Udvalg|Rådighedsbeløb 2026|Rådighedsbeløb 2027|Rådighedsbeløb 2028|Rådighedsbeløb 2029|I alt 2026-2029
10012|Ny skole|Børneudvalget|5000|6000|0|0|11000
10013|Cykelsti|Teknikudvalget|500|600|700|800|2600
|I alt||5500|6600|700|800|13600""",
        totals={2026: 5_500_000, 2027: 6_600_000, 2028: 700_000, 2029: 800_000},
        lines=2,
    ),
    Written(
        name="code-and-name-in-one-cell",
        text="""\
Budget 2026, hele kr.
Funktion|Regnskab 2024|Budget 2025|Budget 2026
05.30.26 Personlig og praktisk hjælp|1000000|1100000|1200000
05.30.27 Pleje og omsorg|2000000|2100000|2200000
05.57.73 Kontanthjælp|3000000|3100000|3200000
I alt|6000000|6300000|6600000""",
        totals={2024: 6_000_000, 2025: 6_300_000, 2026: 6_600_000},
        lines=3,
        codes=("05.30.26", "05.30.27", "05.57.73"),
    ),
    Written(
        name="side-by-side-own-labels",
        merged=("A1:C1", "D1:F1"),
        text="""\
Udgifter|||Indtægter
Funktion|Navn|B2026|Funktion|Navn|B2026
5.30.26|Hjemmehjælp|1000|5.30.26|Egenbetaling|-110
5.30.27|Pleje|2000|5.30.27|Mellemkommunal|-220
I alt||3000|I alt||-330""",
        totals={2026: 2_670},
        lines=4,
    ),
    Written(
        name="side-by-side-blank-between",
        text="""\
Drift||||Anlæg
Navn|B2026|B2027||Navn|B2026|B2027
Hjemmehjælp|1000|1010||Park|110|111
Pleje|2000|2020||Vej|220|221
I alt|3000|3030||I alt|330|332""",
        totals={2026: 3_330, 2027: 3_362},
        lines=4,
    ),
    Written(
        name="merged-down-numbers-as-years",
        merged=("D1:F1", "A1:A2", "B1:B2"),
        text="""\
Udvalg|Bevilling|Budget|Budgetoverslag
||2026|2027|2028|2029
Teknik|Veje|100|110|120|130
Teknik|Parker|200|210|220|230
Kultur|Museer|300|310|320|330""",
        totals={2026: 600, 2027: 630, 2028: 660, 2029: 690},
        lines=3,
    ),
    Written(
        name="budget-and-share-blank-header",
        text="""\
1.000 kr.
Udvalg|B2025|B2026||
Teknik|100|110|0.1|x
Kultur|200|210|0.05|y""",
        totals={2025: 300_000, 2026: 320_000},
        lines=2,
    ),
    Written(
        name="two-rows-versions",
        text="""\
1.000 kr.
Udvalg|Oprindeligt budget|Korrigeret budget|Forventet regnskab
|2025|2025|2025
Teknik|100|110|111
Kultur|200|210|212""",
        comes_out="asked",
        totals={2025: 300_000},
        lines=2,
    ),
    Written(
        name="notes-column-numbers",
        text="""\
1.000 kr.
Note|Udvalg|B2026|B2027
1|Teknik|100|110
2|Kultur|200|210
|I alt|300|320""",
        totals={2026: 300_000, 2027: 320_000},
        lines=2,
    ),
    Written(
        name="total-column-and-rows",
        text="""\
1.000 kr.
Område|Drift 2026|Anlæg 2026|I alt 2026
Skole|100|20|120
Ældre|200|30|230
I alt|300|50|350""",
        comes_out="asked",
        totals={2026: 350_000},
        lines=2,
    ),
    Written(
        name="quotes-and-newlines",
        kind="csv",
        text="""\
"Udvalg";"Bevilling
(navn)";"Budget
2026";"Budget
2027"
"Teknik";"Veje;
og stier";"1.234.567";"1.300.000"
"Kultur";"Museer";"234.567";"240.000"
""",
        totals={2026: 1_469_134, 2027: 1_540_000},
        lines=2,
    ),
    Written(
        name="da-enhed-over-foerste-kolonne-alene",
        text="""\
Område|2026|2027
|i 1.000 kr.|
Skole|12345|13345
Vej|2345|2445""",
        merged=("B2:C2",),
        totals={2026: 14_690_000, 2027: 15_790_000},
        lines=2,
    ),
    Written(
        name="da-to-tabeller-med-hver-sit-aar",
        text="""\
2026|||2027|
Område|Beløb||Område|Beløb
Skole|1234567||Skole|1334567
Vej|345678||Vej|355678""",
        comes_out="either",
        totals={2026: 1_580_245, 2027: 1_690_245},
    ),
    Written(
        name="en-fiscal-year-before-thousands",
        kind="csv",
        text="""\
Line,Service,2026-27 £000
110,Early years,1234
120,Primary,2345""",
        totals={2027: 3_579_000},
        lines=2,
    ),
    Written(
        name="da-netto-ved-siden-af-brutto",
        kind="csv",
        text="""\
Område;Brutto 2026;Netto 2026
Skole;2345678;2000000
Vej;1345678;1300000""",
        comes_out="asked",
        totals={2026: 3_300_000},
        lines=2,
    ),
)
