"""Exports in which years, amounts, codes and sides are told by what stands in their columns."""

from municipalities.writing import Written

ROLES = (
    Written(
        name="at-jahr-konto-wert",
        kind="csv",
        text="""\
Jahr;Land;Kennziffer;Haushalt;Ansatz;Konto;Text;Wert
2026;Nordland;40404;Ergebnis;010;510;Geldbezüge;156000,40
2026;Nordland;40404;Ergebnis;010;728;Leistungen;62100,00
2026;Nordland;40404;Ergebnis;211;510;Geldbezüge;7000,55
2026;Nordland;40404;Ergebnis;211;614;Instandhaltung;26800,00
2026;Nordland;40404;Ergebnis;820;728;Leistungen;73700,25""",
        comes_out="either",
        totals={2026: 325_601.2},
        lines=5,
    ),
    Written(
        name="es-largo-anos",
        kind="csv",
        text="""\
AÑO;CENTRO;CAPITULO;DESCRIPCION;CANTIDAD
2024;001;1;Sueldos;110000
2024;001;2;Energía;42000
2024;002;1;Sueldos;99000
2025;001;1;Sueldos;120000
2025;001;2;Energía;44000
2025;002;1;Sueldos;98000""",
        comes_out="either",
        totals={2024: 251_000, 2025: 262_000},
        lines=3,
    ),
    Written(
        name="en-fiscal-year-rows",
        kind="csv",
        text="""\
BUDGET FISCAL YEAR,DEPARTMENT NAME,ACCOUNT,AMOUNT
2025,Police,5110,1204500.50
2025,Fire,5110,904500.25
2026,Police,5110,1304500.75
2026,Fire,5110,914500.00""",
        comes_out="either",
        totals={2025: 2_109_000.75, 2026: 2_219_000.75},
        lines=2,
    ),
    Written(
        name="is-ar-einu-sinni",
        kind="csv",
        text="""\
;í þús. kr.;;
Ar;Sveitarfelag;Lykill;Total
2026;1000 Vik;Laun;51200
;;Annar kostnaður;8300
;1000 Vik Total;;59500
;2000 Hof;Laun;41100
;;Annar kostnaður;7200
;2000 Hof Total;;48300
2026 Total;;;107800
2025;1000 Vik;Laun;50100
;;Annar kostnaður;8100
;1000 Vik Total;;58200
;2000 Hof;Laun;40300
;;Annar kostnaður;7000
;2000 Hof Total;;47300
2025 Total;;;105500""",
        comes_out="either",
        totals={2025: 105_500_000, 2026: 107_800_000},
        lines=4,
    ),
    Written(
        name="no-dato-i-radene",
        kind="csv",
        text="""\
Tidspunkt;Tjeneste;Beløp i 1000
2025-12-31;Skole;51234
2025-12-31;Helse;61234
2026-12-31;Skole;52345
2026-12-31;Helse;62345""",
        comes_out="either",
        totals={2025: 112_468_000, 2026: 114_690_000},
        lines=2,
    ),
    Written(
        name="en-expense-revenue-letters",
        kind="csv",
        text="""\
Fiscal_Year,Department,Category,Amount,ExpenseRevenue
2026,Parks,Labor,500123,E
2026,Parks,Supplies,120456,E
2026,Finance,Property tax,430789,R
2026,Finance,Grants,160012,R""",
        comes_out="either",
        totals={2026: 29_778},
        lines=4,
        spent={2026: 620_579},
    ),
    Written(
        name="da-u-i",
        kind="csv",
        text="""\
Konto;Tekst;U/I;2026
5.30.26;Hjemmehjælp;U;1850000
5.30.26;Brugerindtægter;I;250000
5.57.73;Kontanthjælp;U;900000""",
        totals={2026: 2_500_000},
        lines=3,
        spent={2026: 2_750_000},
    ),
    Written(
        name="de-aufwand-ertrag",
        kind="csv",
        text="""\
Produkt;Bezeichnung;A/E;Ansatz 2026
11101;Gemeindeorgane;A;5000150
11101;Sonstige Erträge;E;120000
21101;Grundschulen;A;2200900
21101;Zuwendungen;E;850000""",
        comes_out="either",
        totals={2026: 6_231_050},
        lines=4,
        spent={2026: 7_201_050},
    ),
    Written(
        name="fr-depenses-recettes",
        kind="csv",
        text="""\
Compte;Libellé;Sens;Budget 2026
60611;Eau;Dépense;45600
64111;Rémunérations;Dépense;812300
70632;Entrées de piscine;Recette;123400
73111;Impôts directs;Recette;654300""",
        totals={2026: 80_200},
        lines=4,
        spent={2026: 857_900},
    ),
    Written(
        name="no-sides-of-numbers",
        kind="csv",
        text="""\
Konto;Tekst;Art;Budsjett 2026
10;Skole;21;512300
10;Salg;22;12300
20;Helse;21;712400
20;Egenandel;22;82400""",
        comes_out="asked",
    ),
    Written(
        name="sv-kostnader-minus-intakter",
        kind="csv",
        text="""\
Belopp i tkr;;;
Nämnd;Intäkter 2026;Kostnader 2026;Budget netto
Barnnämnden;12300;-812400;-800100
Socialnämnden;45600;-645700;-600100""",
        totals={2026: 1_400_200_000},
        lines=2,
    ),
    Written(
        name="pl-dochody-wydatki-w-kolumnach",
        kind="csv",
        text="""\
w tys. zł;;;
Dział;Nazwa;Dochody 2026;Wydatki 2026
600;Transport;1200;34560
801;Oświata;5600;98760
Razem;;6800;133320""",
        totals={2026: 126_520_000},
        lines=2,
    ),
    Written(
        name="en-change-beside-years",
        kind="csv",
        text="""\
Department,FY 27,FY 26,FY 25,FY 26 VS FY 27
Fire,120500,118200,110300,2300
Parks,60250,61100,58700,-850
Streets,90750,88400,85200,2350""",
        totals={2025: 254_200, 2026: 267_700, 2027: 271_500},
        lines=3,
    ),
    Written(
        name="da-aendring-og-procent",
        kind="csv",
        text="""\
Udvalg;Regnskab 2024;Budget 2025;Ændring;Ændring i %
Skoleudvalget;812345;823456;11111;1,4
Teknikudvalget;412345;402345;-10000;-2,4""",
        totals={2024: 1_224_690, 2025: 1_225_801},
        lines=2,
    ),
    Written(
        name="it-migliaia",
        kind="csv",
        text="""\
(migliaia di euro);;
Missione;Descrizione;Previsione 2026
01;Servizi istituzionali;23451
04;Istruzione;12304""",
        totals={2026: 35_755_000},
        lines=2,
    ),
    Written(
        name="fi-milj",
        kind="csv",
        text="""\
milj. euroa;
Lautakunta;Talousarvio 2026
Sivistyslautakunta;54,32
Tekninen lautakunta;12,35""",
        totals={2026: 66_670_000},
        lines=2,
    ),
    Written(
        name="pl-tys-zl",
        kind="csv",
        text="""\
w tys. zł;;
Dział;Nazwa;Plan 2026
600;Transport;34560
801;Oświata;98760""",
        totals={2026: 133_320_000},
        lines=2,
    ),
    Written(
        name="fr-k-euros",
        kind="csv",
        text="""\
Budget primitif (k€);;
Chapitre;Libellé;2026
011;Charges générales;45670
012;Personnel;98760""",
        totals={2026: 144_430_000},
        lines=2,
    ),
    Written(
        name="nl-raekkenumre-og-vaste-code",
        kind="csv",
        text="""\
Nr;Gemeente;Taakveld;Omschrijving;Begroting 2026
1;0363;0.1;Bestuur;1204500
2;0363;0.4;Overhead;3302000
3;0363;6.1;Samenkracht;9123000""",
        totals={2026: 13_629_500},
        lines=3,
    ),
    Written(
        name="de-produktliste",
        kind="csv",
        text="""\
11;Innere Verwaltung
12;Ordnung
21;Schulen
31;Soziales
36;Jugend""",
        comes_out="refused",
    ),
    Written(
        name="en-mapping-of-codes",
        kind="csv",
        text="""\
Old code,New code,Description
5110,51100,Salaries
5210,52100,Supplies
4110,41100,Property tax""",
        comes_out="refused",
    ),
    Written(
        name="at-ansatz-over-codes",
        kind="csv",
        text="""\
Finanzjahr;Gkz;Gemeinde;Ansatz;Konto;Text;EUR
2025;60101;Graz;010;500;Bezüge;1200.50
2025;60101;Graz;211;400;Lehrmittel;340
2026;60101;Graz;010;500;Bezüge;1300
2026;60101;Graz;211;400;Lehrmittel;350""",
        comes_out="read",
        totals={2025: 1540.5, 2026: 1650},
        lines=2,
    ),
    Written(
        name="da-country-said-once",
        kind="csv",
        text="""\
"Budgetter efter område og tid";;;
"Enhed: 1.000 kr.";;;
;;2024;2025
Hele landet;1 Drift;300;330
;3 Anlæg;30;33
Nordby;1 Drift;200;220
;3 Anlæg;20;22
Sydby;1 Drift;100;110
;3 Anlæg;10;11""",
        comes_out="asked",
        totals={2024: 330_000, 2025: 363_000},
    ),
    Written(
        name="da-parts-and-their-total-in-columns",
        kind="csv",
        text="""\
Udvalg;Løn 2026;Varer 2026;I alt 2026
Teknik;100;50;150
Børn;400;120;520""",
        comes_out="read",
        totals={2026: 670},
        lines=2,
    ),
    Written(
        name="hu-round-amounts-of-one-width",
        kind="csv",
        text="""\
Év;Kód;Megnevezés;Összeg
2023;011130;Igazgatás;12000
2023;013350;Vagyon;54000
2024;011130;Igazgatás;13000
2024;013350;Vagyon;56000""",
        comes_out="asked",
        totals={2023: 66_000, 2024: 69_000},
        lines=2,
    ),
    Written(
        name="en-trace-of-changes",
        kind="csv",
        text="""\
Timestamp,User,Row,Field,Old value,New value
2025-01-03 10:00:12,jd,12,amount,100,120
2025-01-03 10:04:55,jd,13,amount,200,220
2025-01-04 09:10:02,ak,14,amount,300,330""",
        comes_out="refused",
        totals={},
    ),
    Written(
        name="es-sum-over-years",
        kind="csv",
        text="""\
Código;Concepto;2024;2025;Acumulado 2024-2025
1;Personal;100;110;210
2;Bienes;50;55;105""",
        comes_out="read",
        totals={2024: 150, 2025: 165},
        lines=2,
    ),
    Written(
        name="pt-receita-e-despesa",
        kind="csv",
        text="""\
em milhares de euros;;;
Classificação;Designação;Receita 2025;Despesa 2025
01;Impostos;5000,00;
02;Pessoal;;3000,00
03;Bens;;1500,00""",
        comes_out="read",
        totals={2025: -500_000},
        lines=3,
    ),
    Written(
        name="us-two-departments-with-names",
        kind="csv",
        text="""\
Dept Code;Department;Account;Account Name;2025 Budget;2026 Budget
10;Police;5000;Salaries;90123;91123
10;Police;5010;Supplies;1234;1250
20;Fire;5000;Salaries;80456;81456
20;Fire;5010;Supplies;2345;2400""",
        comes_out="read",
        totals={2025: 174_158, 2026: 176_229},
        lines=4,
    ),
    Written(
        name="no-blocks-with-headers-of-their-own",
        kind="csv",
        text="""\
Tall i 1000 kr;;
Skole;2025;2026
Lønn;100;110
Varer;20;25
Sum;120;135
;;
Helse;2025;2026
Lønn;200;210
Varer;30;35
Sum;230;245""",
        comes_out="read",
        totals={2025: 350_000, 2026: 380_000},
        lines=4,
    ),
    Written(
        name="de-accounts-that-run-like-years",
        kind="csv",
        text="""\
Konto;Bezeichnung;Betrag
2011;Gehälter;50000,00
2012;Löhne;40000,00
2013;Beiträge;10000,00""",
        comes_out="asked",
        totals={},
    ),
    Written(
        name="da-area-once-for-an-accounts-years",
        kind="csv",
        text="""\
Konto;Tekst;Udvalg;År;Beløb
04;Hjemmehjælp;Ældre;2025-12-31;1403757
04;Hjemmehjælp;;2026-12-31;6000491
05;Folkeskoler;Børn;2025-12-31;1812516
05;Folkeskoler;;2026-12-31;4914648""",
        comes_out="read",
        totals={2025: 3_216_273, 2026: 10_915_139},
        lines=2,
    ),
    Written(
        name="pl-blocks-of-income-and-expenditure-2026",
        kind="csv",
        text="""\
Dochody;Dział;Plan
Podatki;756;5000
Dotacje;758;3000
;;
Wydatki;Dział;Plan
Oświata;801;4000
Drogi;600;3500""",
        comes_out="read",
        totals={2026: -500},
        lines=4,
    ),
    Written(
        name="en-months-in-a-column-of-years",
        kind="csv",
        text="""\
YearMonth,Dept,Amount
202511,Police,3120
202511,Fire,1870
202512,Police,3340
202512,Fire,1910
202601,Police,3410
202601,Fire,1990""",
        comes_out="read",
        totals={2025: 10_240, 2026: 5_400},
    ),
    Written(
        name="br-unidade-com-ponto",
        kind="csv",
        text="""\
Órgão;Unidade;Função;Descrição;Dotação Inicial 2026
10 - Câmara;10.01;01;Vencimentos;R$ 1.234.567,89
10 - Câmara;10.01;01;Material;R$ 234.567,10
12 - Educação;12.01;12;Vencimentos;R$ 9.234.567,01
12 - Educação;12.01;12;Material;R$ 834.567,00""",
        totals={2026: 11_538_269},
        lines=4,
    ),
    Written(
        name="nl-perioden",
        kind="csv",
        text="""\
Taakveld;Naam;Perioden;Waarde
0.1;Bestuur;2025JJ00;801234
0.1;Bestuur;2026JJ00;811234
6.1;Samenkracht;2025JJ00;904567
6.1;Samenkracht;2026JJ00;914567""",
        totals={2025: 1_705_801, 2026: 1_725_801},
        lines=2,
    ),
    *(
        Written(
            name=f"{adopted}-{spent}".casefold(),
            kind="csv",
            text=f"""\
Year;Place;What;Amount
2025;A;{adopted};1801234
2025;A;{spent};1799345
2025;B;{adopted};702345
2025;B;{spent};722345
2026;A;{adopted};1903456
2026;A;{spent};1703456
2026;B;{adopted};804567
2026;B;{spent};801567""",
            comes_out="asked",
            totals={2025: 2_503_579, 2026: 2_708_023},
            lines=2,
        )
        for adopted, spent in (("TA", "TP"), ("BP", "CA"), ("Inicial", "Liquidado"), ("Old", "New"))
    ),
    Written(
        name="en-two-places-that-are-no-versions",
        kind="csv",
        text="""\
Year;What;Place;Amount
2025;Pay;North;1801234
2025;Pay;South;1299345
2025;Food;North;702345
2025;Food;South;422345
2026;Pay;North;1903456
2026;Pay;South;1303456
2026;Food;North;804567
2026;Food;South;401567""",
        totals={2025: 4_225_269, 2026: 4_413_046},
        lines=4,
    ),
)
