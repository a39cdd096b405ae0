# ruff: noqa: E501 - rows as a spreadsheet has them
"""Exports of whole ledgers, as open data portals publish them."""

from municipalities.writing import Written

EXPORTS = (
    Written(
        name="es-codigos-y-descripciones-2026",
        kind="csv",
        encoding="cp1252",
        text="""\
Centro;Descripción centro;Sección;Descripción sección;Programa;Descripción programa;Capítulo;Descripción capítulo;Importe
001;AYUNTAMIENTO;102;ALCALDÍA;91201;GOBIERNO;1;PERSONAL;1.234.567,89
001;AYUNTAMIENTO;102;ALCALDÍA;91201;GOBIERNO;2;BIENES CORRIENTES;234.567,11
001;AYUNTAMIENTO;112;HACIENDA;93100;TRIBUTOS;1;PERSONAL;345.678,00
501;INSTITUTO DE DEPORTE;501;DEPORTE;34201;INSTALACIONES;6;INVERSIONES;1.500.000,50""",
        comes_out="either",
        totals={2026: 3_314_813.5},
        lines=4,
    ),
    Written(
        name="ca-any-import",
        kind="csv",
        text="""\
Any;Capítol;Descripció;Import
2025;1;Despeses de personal;451234567,89
2025;2;Despeses en béns;623456789,01
2025;4;Transferències corrents;987654321,10
2026;1;Despeses de personal;461234567,89
2026;2;Despeses en béns;633456789,01
2026;4;Transferències corrents;997654321,10""",
        comes_out="either",
        totals={2025: 2_062_345_678, 2026: 2_092_345_678},
        lines=3,
    ),
    Written(
        name="en-expense-revenue-signed",
        kind="csv",
        text="""\
Program,Service,Expense/Revenue,Category Name,2026
Parks,Urban Forestry,Expenses,Salaries,1234567.25
Parks,Urban Forestry,Expenses,Materials,234567.75
Parks,Urban Forestry,Revenues,User fees,-134567.50
Fire,Rescue,Expenses,Salaries,5234567.00
Fire,Rescue,Revenues,Transfers,-34567.25""",
        totals={2026: 6_534_567.25},
        lines=5,
        spent={2026: 6_703_702},
    ),
    Written(
        name="fr-exercice-sens-section",
        kind="csv",
        text="""\
Exercice;Sens;Section;Chapitre;Libellé;Montant
2026;D;F;011;Charges à caractère général;4567000,50
2026;D;F;012;Charges de personnel;9876000,25
2026;D;I;21;Immobilisations;1234000,00
2026;R;F;73;Impôts et taxes;12345000,75
2026;R;I;13;Subventions;456000,00""",
        comes_out="either",
        totals={2026: 2_876_000},
        lines=5,
        spent={2026: 15_677_000.75},
    ),
    Written(
        name="it-competenza-e-cassa",
        kind="csv",
        text="""\
Missione;Descrizione;Previsione 2026 competenza;Previsione 2026 cassa
01;Servizi istituzionali;2345100;2545100
04;Istruzione;1230450;1330450""",
        comes_out="asked",
    ),
    Written(
        name="pl-plan-i-wykonanie",
        kind="csv",
        text="""\
Dział;Rozdział;Nazwa;Plan 2026;Wykonanie 2026
600;60016;Drogi gminne;3006100;1506100
801;80101;Szkoły podstawowe;9876500;4976500""",
        comes_out="asked",
    ),
    Written(
        name="fi-toimintakate",
        kind="csv",
        text="""\
1 000 euroa;;
;Talousarvio 2026;Suunnitelma 2027
Toimintatulot;12345;12445
Toimintamenot;-54321;-55321
Toimintakate;-41976;-42876""",
        comes_out="either",
        totals={2026: 41_976_000, 2027: 42_876_000},
        lines=2,
    ),
    Written(
        name="de-ertraege-negativ",
        kind="csv",
        text="""\
Produkt;Sachkonto;Bezeichnung;Ansatz 2026;Ansatz 2027
11101;501100;Dienstbezüge;5000150;5050150
11101;448800;Erträge aus Kostenerstattung;-120000;-121000
21101;527100;Lernmittel;200900;201900
21101;414100;Zuweisungen (Erträge);-850000;-851000""",
        totals={2026: 4_231_050, 2027: 4_280_050},
        lines=4,
    ),
    Written(
        name="et-tuhat-eurot",
        kind="csv",
        text="""\
tuhat eurot;;
Konto;Nimetus;2026 eelarve
09;Haridus;54321
0911;Lasteaiad;20321
0921;Põhikoolid;34000
04;Majandus;12345
0451;Teed;12345""",
        totals={2026: 66_666_000},
        lines=3,
    ),
    Written(
        name="no-funksjon-og-art",
        kind="csv",
        text="""\
År;Kommunenr;Funksjon;Art;Tekst;Beløp
2026;4601;202;010;Fastlønn;45123400
2026;4601;202;600;Brukerinntekter;-1234500
2026;4601;215;010;Fastlønn;5123400
2026;4601;253;010;Fastlønn;35123400
2026;4601;253;700;Refusjon fra staten (inntekt);-8234500""",
        comes_out="either",
        totals={2026: 75_901_200},
        lines=5,
    ),
    Written(
        name="da-landet-regioner-kommuner",
        kind="csv",
        text="""\
Kode;Område;Budget 2026;Budget 2027
000;Hele landet;9445678;9545679
084;Region Øst;5445678;5545679
101;Østby;3200100;3250100
147;Skovby;2245578;2295579
085;Region Vest;4000000;4000000
461;Vestby;2500250;2500350
607;Fjordby;1499750;1499650""",
        comes_out="either",
        totals={2026: 9_445_678, 2027: 9_545_679},
        lines=4,
    ),
    Written(
        name="sv-utfall-och-budget-rader",
        kind="csv",
        text="""\
Ar;Namnd;Verksamhet;Budget_tkr
2025;Barnnämnden;Förskola;412300
2025;Barnnämnden;Grundskola;812400
2025;Socialnämnden;Hemtjänst;645700
2026;Barnnämnden;Förskola;422300
2026;Barnnämnden;Grundskola;822400
2026;Socialnämnden;Hemtjänst;655700""",
        comes_out="either",
        totals={2025: 1_870_400_000, 2026: 1_900_400_000},
        lines=3,
    ),
    Written(
        name="de-kontenklassen",
        kind="csv",
        text="""\
Kontenklasse;Bezeichnung;Ansatz 2026;Ansatz 2025
40;Steuern und ähnliche Abgaben;5250000;5200000
41;Zuwendungen und allgemeine Umlagen;3000123;2950123
50;Personalaufwendungen;4310000;4210000
52;Aufwendungen für Sach- und Dienstleistungen;4000222;3900222
;Ergebnis;60099;-39901""",
        comes_out="either",
        totals={2026: 60_099, 2025: -39_901},
        spent={2026: 8_310_222, 2025: 8_110_222},
        lines=4,
    ),
    Written(
        name="da-aar-over-to-kolonner",
        kind="csv",
        text="""\
;;2024;2025;;2026;
Konto;Tekst;Netto;Udgift;Indtægt;Udgift;Indtægt
10;Skoler;400001;500123;-100020;510123;-110020
20;Veje;250001;300456;-50100;310456;-60100""",
        totals={2024: 650_002, 2025: 650_459, 2026: 650_459},
        spent={2024: 650_002, 2025: 800_579, 2026: 820_579},
        lines=2,
    ),
    Written(
        name="da-udgift-indtaegt-netto",
        kind="csv",
        text="""\
Konto;Tekst;Udgift 2026;Indtægt 2026;Netto 2026
10;Skoler;500123;100020;400103
20;Veje;300456;50100;250356
;I alt;800579;150120;650459""",
        totals={2026: 650_459},
        spent={2026: 800_579},
        lines=2,
    ),
    Written(
        name="da-sider-ved-siden-af-aaret",
        kind="csv",
        text="""\
Konto;Tekst;2026;Indtægt;Udgift
10;Skoler;400001;100020;500021
20;Veje;250001;50100;300101""",
        totals={2026: 650_002},
        lines=2,
        doubted=True,
    ),
    Written(
        name="da-enheder-i-raekken-under-aarene",
        kind="csv",
        text="""\
Konto;Tekst;2025;2026
;;1.000 kr.;1.000 kr.
10;Skoler;500;510
20;Veje;300;310""",
        totals={2025: 800_000, 2026: 820_000},
        lines=2,
    ),
    Written(
        name="da-et-aar-under-det-andet",
        kind="csv",
        text="""\
Budget 2025;;
Konto;Tekst;Beløb
10;Skoler;500123
20;Veje;300456
Budget 2026;;
Konto;Tekst;Beløb
10;Skoler;510123
20;Veje;310456""",
        totals={2025: 800_579, 2026: 820_579},
        lines=2,
    ),
    Written(
        name="da-fortegn-i-en-kolonne",
        kind="csv",
        text="""\
Konto;Tekst;+/-;Beløb 2026
10;Løn;+;500123
20;Takster;-;200123
30;Varer;+;100456""",
        comes_out="asked",
        totals={2026: 400_456},
        lines=3,
    ),
    Written(
        name="da-kun-minus-i-en-kolonne",
        kind="csv",
        text="""\
Konto;Tekst;Fortegn;Beløb 2026
10;Løn;;500123
20;Takster;-;200123
30;Varer;;100456""",
        comes_out="asked",
        totals={2026: 400_456},
        lines=3,
    ),
    Written(
        name="en-transfers-beside-revenue-and-expense",
        kind="csv",
        text="""\
Year;Type;Account;Amount
2025;Revenue;Taxes;900123
2025;Expense;Wages;600123
2025;Transfer;Reserve;100000
2026;Revenue;Taxes;910123
2026;Expense;Wages;610123
2026;Transfer;Reserve;100000""",
        comes_out="asked",
        totals={2025: -300_000, 2026: -300_000},
        lines=2,
    ),
    Written(
        name="da-skatter-i-hver-by",
        kind="csv",
        text="""\
Kommune;Art;2026;2027
0101 Nordby;Skatter;1200;1210
;Udgifter;800;810
0101 Nordby i alt;;2000;2020
0102 Sydby;Skatter;300;310
;Udgifter;500;510
0102 Sydby i alt;;800;820""",
        totals={2026: 2_800, 2027: 2_840},
        lines=4,
    ),
)
