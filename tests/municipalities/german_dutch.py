"""Budgets as German and Dutch municipalities write them."""

from municipalities.writing import Written

GERMAN_DUTCH = (
    Written(
        name="ergebnishaushalt",
        text="""\
Ergebnishaushalt (in EUR)
Nr.|Ertrags- und Aufwandsarten|Ergebnis 2023|Ansatz 2024|Ansatz 2025|Planung 2026
1|Steuern und ähnliche Abgaben|1000|1100|1200|1300
2|Zuwendungen|500|550|600|650
3|Ordentliche Erträge|1500|1650|1800|1950
4|Personalaufwendungen|-700|-750|-800|-850
5|Sachaufwendungen|-600|-650|-700|-750
6|Ordentliche Aufwendungen|-1300|-1400|-1500|-1600
7|Ordentliches Ergebnis|200|250|300|350""",
        totals={2023: -200, 2024: -250, 2025: -300, 2026: -350},
        lines=4,
    ),
    Written(
        name="kameral",
        kind="csv",
        text="""\
HHSt;Bezeichnung;Ansatz 2025;Ansatz 2024;Rechnungsergebnis 2023;VE 2025
0.0000.1000;Verwaltungsgebühren;12.000;11.000;10.500,25;0
0.0000.4000;Aufwendungen ehrenamtl. Tätigkeit;50.000;49.000;48.250,75;10.000
0.0200.4100;Bezüge der Beamten;150.000;149.000;148.250,00;0""",
        totals={2023: 207_001, 2024: 209_000, 2025: 212_000},
        lines=3,
    ),
    Written(
        name="taakvelden",
        text="""\
Begroting 2025 (bedragen x € 1.000)
Taakveld|Omschrijving|Lasten 2025|Baten 2025|Saldo 2025|Lasten 2026|Baten 2026|Saldo 2026
0.1|Bestuur|1000|100|-900|1100|110|-990
0.4|Overhead|2000|200|-1800|2100|210|-1890
6.1|Samenkracht|3000|300|-2700|3100|310|-2790
Totaal||6000|600|-5400|6300|630|-5670""",
        totals={2025: 5_400_000, 2026: 5_670_000},
        lines=3,
    ),
    Written(
        name="programma-rows",
        text="""\
Bedragen x € 1.000
Programma|Lasten/Baten|Rekening 2023|Begroting 2024|Begroting 2025
1 Bestuur|Lasten|1000|1100|1200
1 Bestuur|Baten|100|110|120
2 Sociaal|Lasten|2000|2100|2200
2 Sociaal|Baten|300|310|320""",
        totals={2023: 2_600_000, 2024: 2_780_000, 2025: 2_960_000},
        lines=4,
    ),
    Written(
        name="de-doppik-signed",
        text="""\
Teilergebnishaushalt 2025 (Beträge in EUR)
Konto|Bezeichnung|Ansatz 2024|Ansatz 2025|Plan 2026
40110000|Grundsteuer A|-100000|-110000|-120000
41110000|Schlüsselzuweisungen|-500000|-510000|-520000
50110000|Dienstbezüge|700000|710000|720000
52110000|Unterhaltung|50000|51000|52000
|Ergebnis|150000|141000|132000""",
        totals={2024: 150_000, 2025: 141_000, 2026: 132_000},
        lines=4,
    ),
    Written(
        name="nl-iv3",
        kind="csv",
        text="""\
Gemeente;Jaar;Taakveld;Categorie;L/B;Bedrag
0363;2025;0.1;1.1;L;1000
0363;2025;0.1;3.8;B;100
0363;2025;6.1;4.3.1;L;5000
0363;2025;6.1;4.3.1;B;500""",
        totals={2025: 5_400},
        lines=4,
    ),
    Written(
        name="t-headers",
        text="""\
Begroting 2025 (x € 1.000)
Programma|t-2|t-1|t|t+1|t+2|t+3
Bestuur|10|11|12|13|14|15
Sociaal|20|21|22|23|24|25""",
        totals={2023: 30_000, 2024: 32_000, 2025: 34_000, 2026: 36_000, 2027: 38_000, 2028: 40_000},
        lines=2,
    ),
    Written(
        name="at-ansatz-ueber-codes",
        kind="csv",
        encoding="cp1252",
        text="""\
Haushaltsjahr;Ansatz;Ansatz_Text;Konto;Konto_Text;VA 2026;VA 2025
2026;0100;Zentralamt;5000;Geldbezüge;97300,50;87570,40
2026;0100;Zentralamt;6190;Instandhaltung;54800,20;49320,10
2026;2110;Volksschulen;5000;Geldbezüge;41203,00;40111,00
2026;2110;Volksschulen;6190;Instandhaltung;22107,75;21004,25""",
        totals={2025: 198_005.75, 2026: 215_411.45},
        lines=4,
    ),
)
