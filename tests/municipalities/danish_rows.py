"""Danish budgets: labels, sections and units."""

from municipalities.writing import Written

DANISH_ROWS = (
    Written(
        name="fodnoter",
        kind="csv",
        text="""\
Funktion;Navn;Budget 2026;BO 2027
05.30.26;Hjemmehjælp;2.345 *;2.400
05.30.27;Plejehjem;1.234¹;1.250
05.30.28;Hjælpemidler;1.234 1);1.111
05.30.29;Andet;500;510
* foreløbig""",
        totals={2026: 5_313, 2027: 5_271},
        lines=4,
    ),
    Written(
        name="title-with-thousand",
        text="""\
Budget 2026: plads til 1.000 nye boliger
Udvalg|Budget 2025|Budget 2026
Teknik|100000|110000
Kultur|200000|210000""",
        totals={2025: 300_000, 2026: 320_000},
        lines=2,
    ),
    Written(
        name="lost-zero-dotless-numbers",
        text="""\
Funktion|Navn|B2026
53026|Hjemmehjælp|1000
2820|Park|2000
55773|Kontanthjælp|3000""",
        totals={2026: 6_000},
        lines=3,
        codes=("5.30.26", "0.28.20", "5.57.73"),
    ),
    Written(
        name="sep-line",
        kind="csv",
        text="""\
sep=;
Funktion;Navn;B2026
5.30.26;Hjemmehjælp;1.000,50
5.30.27;Pleje;2.000,50""",
        totals={2026: 3_001},
        lines=2,
    ),
    Written(
        name="expenditure-negative",
        text="""\
1.000 kr.
Område|Type|Budget 2026|Budget 2027
Skole|Udgifter|-1000|-1010
Skole|Indtægter|100|110
Ældre|Udgifter|-2000|-2020
Ældre|Indtægter|200|210
I alt||-2700|-2710""",
        totals={2026: 2_700_000, 2027: 2_710_000},
        lines=4,
    ),
    Written(
        name="long-version-rows",
        kind="csv",
        text="""\
Kommune;Funktion;Version;År;Beløb
461;5.30.26;Oprindeligt budget;2025;1000
461;5.30.26;Korrigeret budget;2025;1100
461;5.30.27;Oprindeligt budget;2025;2000
461;5.30.27;Korrigeret budget;2025;2200""",
        comes_out="asked",
        totals={2025: 3_000},
        lines=2,
    ),
    Written(
        name="statbank-long",
        kind="csv",
        text="""\
kommune;funktion;dranst;art;tid;indhold
Hele landet;5.30.26 Hjemmehjælp;Driftskonti;Netto;2025;300
Odense;5.30.26 Hjemmehjælp;Driftskonti;Netto;2025;100
Randers;5.30.26 Hjemmehjælp;Driftskonti;Netto;2025;200
Hele landet;5.30.27 Pleje;Driftskonti;Netto;2025;700
Odense;5.30.27 Pleje;Driftskonti;Netto;2025;300
Randers;5.30.27 Pleje;Driftskonti;Netto;2025;400""",
        comes_out="asked",
        totals={2025: 1_000},
        lines=4,
    ),
    Written(
        name="million-decimals-text",
        text="""\
mio. kr.
Udvalg|B2026
Teknik|1,5
Kultur|2,25
I alt|3,75""",
        totals={2026: 3_750_000},
        lines=2,
    ),
    Written(
        name="dk-udvalg-fill-down",
        kind="csv",
        encoding="cp1252",
        text="""\
Udvalg;Politikområde;Tekst;Regnskab 2024;Budget 2025;Budget 2026
Økonomiudvalget;Administration;Løn;1.000;1.100;1.200
;;Øvrig drift;500;510;520
;IT;Licenser;300;310;320
Kulturudvalget;Biblioteker;Løn;200;210;220
;;Materialer;100;110;120
I alt;;;2.100;2.240;2.380""",
        totals={2024: 2_100, 2025: 2_240, 2026: 2_380},
        lines=5,
    ),
    Written(
        name="two-versions-rows-adjacent",
        text="""\
1.000 kr.
Udvalg|Version|2026|2027
Teknik|Budgetforslag|100|110
Teknik|Vedtaget budget|90|95
Kultur|Budgetforslag|200|210
Kultur|Vedtaget budget|190|195""",
        comes_out="asked",
        totals={2026: 280_000, 2027: 290_000},
        lines=2,
    ),
    Written(
        name="unit-conflict-magnitude",
        text="""\
Budget 2026 (mio. kr.)
Udvalg|B2026
Teknik|123456789
Kultur|223456789""",
        comes_out="asked",
        totals={2026: 346_913_578},
        lines=2,
    ),
    Written(
        name="thousands-over-whole",
        text="""\
1.000 kr.
Udvalg|B2026|B2027
Teknik|1234567000|1234567000
Kultur|2234567000|2234567000
Ældre|5234567000|5234567000""",
        comes_out="asked",
        totals={2026: 8_703_701_000, 2027: 8_703_701_000},
        lines=3,
    ),
    Written(
        name="sheet-per-year",
        text="""\
Funktion|Navn|B2025
2.28.22|Veje|100
3.32.50|Bib|150""",
        second="""\
Funktion|Navn|B2026
2.28.22|Veje|110
3.32.50|Bib|160""",
        comes_out="asked",
        totals={2026: 270},
        lines=2,
    ),
    Written(
        name="heraf-under-en-linje-uden-tal",
        kind="csv",
        text="""\
Område;2026
Skole;
heraf løn;700123
heraf varer;300456
Vej;2000789
heraf løn;100123""",
        totals={2026: 3_001_368},
        lines=3,
    ),
    Written(
        name="et-aar-over-to-tabeller",
        kind="csv",
        text="""\
Drift
Område;2026
Børn;1207
Ældre;905
Drift i alt;2112

Anlæg
Område;2026
Ny skole;511
Ny bro;303
Anlæg i alt;814""",
        totals={2026: 2926},
        lines=4,
        plain=True,
    ),
    Written(
        name="et-aar-over-indtaegter-og-udgifter",
        kind="csv",
        text="""\
Indtægter
Post;2026
Skatter;5011
Tilskud;1507
Indtægter i alt;6518

Udgifter
Post;2026
Børn;4203
Ældre;2001
Udgifter i alt;6204
Resultat;314""",
        totals={2026: -314},
        spent={2026: 6204},
        lines=4,
        plain=True,
    ),
    Written(
        name="sider-i-to-tabeller-ved-siden-af-hinanden",
        kind="csv",
        text="""\
Udgift;2026;2027;;Indtægt;2026;2027
Skoler;1207;1210;;Skatter;2011;2100
Ældre;903;905;;Tilskud;509;510""",
        totals={2026: -410, 2027: -495},
        spent={2026: 2110, 2027: 2115},
        lines=4,
    ),
)
