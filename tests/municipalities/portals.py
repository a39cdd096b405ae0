"""Budgets as portals of open data publish them, and exports that they are made from."""

from municipalities.writing import Written

LINES_WITHOUT_FIGURES = """\
Finanzplan;Ergebnis;Ansatz 2025;Ansatz 2026
1 - Zuwendungen;-7012;-7400;-8876
2 - Einzahlungen aus Verkäufen;-315;;
3 - Einzahlungen aus Anteilen;;;
4 - Beiträge;-602;-655;-731
5 - Summe der Einzahlungen;-7929;-8055;-9607
6 - Baumaßnahmen;407;15436;15066
7 - Erwerb beweglicher Sachen;165;356;307
8 - Auszahlungen für Anteile;;;
9 - Zuschüsse;19;180;181
10 - Summe der Auszahlungen;591;15972;15554
11 = Saldo;-7338;7917;5947"""
VERSIONS = """\
Jahr;Version;Richtung;Bezeichnung;Betrag
2025;Rechnung;Ausgaben;Schule;512
2025;Rechnung;Einnahmen;Steuern;1017
2026;Rechnung;Ausgaben;Schule;533
2026;Rechnung;Einnahmen;Steuern;1031
2026;Ansatz;Ausgaben;Schule;540
2026;Ansatz;Einnahmen;Steuern;1049
2027;Ansatz;Ausgaben;Schule;561
2027;Ansatz;Einnahmen;Steuern;1063"""
NUMBERED = """\
Jahr;Kapitel;Titel;Zweck;Ansatz 2026
2026;01010;01100;Lohnsteuer;5011
2026;01010;11101;Gebühren;403
2026;01020;23102;Erstattungen vom Bund;212
2026;01020;35903;Entnahme aus der Rücklage;31
2026;01010;42201;Bezüge;3507
2026;01010;51102;Geschäftsbedarf;411
2026;01020;68303;Zuschüsse;1102
2026;01020;81104;Fahrzeuge;214
2026;01020;91905;Zuführung;423"""
SIDES = {"AUSG": ("PERS", "KONSU", "INVES", "ZINSE"), "EINN": ("STEUE", "KONSU", "INVES", "LFA")}
KINDS = [f"{side}.{kind}" for side, kinds in SIDES.items() for kind in kinds]
MANY_KINDS = "\n".join(f"{kind};Titel {at};{at * 7 + 1011}" for at in range(7) for kind in KINDS)
"""Every kind as often, and so as much income as expenditure."""
PORTALS = (
    Written(
        name="zeilen-ohne-betraege",
        kind="csv",
        text=LINES_WITHOUT_FIGURES,
        totals={2025: 7917, 2026: 5947},
        spent={2025: 15972, 2026: 15554},
        lines=5,
        plain=True,
    ),
    Written(
        name="department-called-revenue",
        text="""\
Department|FY2026
Parks||
Salaries|5011
Supplies|403
Revenue||
Salaries|1213
Supplies|77
Streets||
Salaries|3117
Supplies|655""",
        totals={2026: 5011 + 403 - 1213 - 77 + 3117 + 655},
        doubted=True,
    ),
    Written(
        name="versions-of-some-years",
        kind="csv",
        text=VERSIONS,
        comes_out="asked",
        totals={2026: 540 - 1049, 2027: 561 - 1063},
        lines=2,
    ),
    Written(
        name="each-year-and-its-sides-in-brackets",
        kind="csv",
        text="""\
Produkt;Bezeichnung;Ergebnis 2025 (Erträge);Ergebnis 2025 (Aufwendungen);Ergebnis 2025 (Saldo);\
Ansatz 2026 (Erträge);Ansatz 2026 (Aufwendungen);Ansatz 2026 (Saldo)
1101;Rat;12;-403;415;13;-411;-398
1102;Schulen;207;-5011;5218;211;-5103;-4892
1103;Straßen;31;-1213;1244;33;-1222;-1189""",
        comes_out="asked",
        totals={2025: 6377, 2026: 6479},
        spent={2025: 6627, 2026: 6736},
        lines=3,
    ),
    Written(
        name="numbers-of-programs",
        kind="csv",
        text="Ano;Funcion;Total\n2025;Justicia;3.91882914E8\n2025;Cultura;7.1E7\n2025;Paz;0\n"
        "2026;Justicia;3.99882914E8\n2026;Cultura;7.2E7\n2026;Paz;0",
        totals={2025: 462_882_914, 2026: 471_882_914},
        lines=3,
    ),
    Written(
        name="decimals-in-every-number",
        kind="csv",
        text="ORG,PROG,DESCRIPCION,CREDITOS INICIALES,MODIFICACIONES\n"
        "4.0,01100.0,Intereses,3164134.5,-1161958.75\n4.0,01102.0,Prestamos,500012.5,\n"
        "5.0,01103.0,Gastos,627903.5,\n5.0,01104.0,Otros,25.0,3.5",
        comes_out="asked",
    ),
    Written(
        name="years-without-a-header",
        kind="csv",
        text="10000,0101,Retribuciones,3190432.34,3181034.96,2026\n"
        "10012,0101,Paga extra,0,49469.50,2026\n10012,0703,Otras,1400000,764519.26,2026\n"
        "94102,0703,Fianzas,50433.12,19476.45,2026",
        comes_out="asked",
        totals={2026: 4640865.46},
        doubted=True,
    ),
    Written(
        name="year-of-the-budget-as-a-column",
        kind="csv",
        text="Begrotingsjaar;Omschrijving;Ontwerpbegroting;Vastgestelde begroting;Realisatie\n"
        "2026;De Koning;40;41;\n2026;Staten-Generaal;1381;1402;\n2026;Justitie;1157;1173;\n"
        "2026;Defensie;605;611;",
        comes_out="asked",
        totals={2026: 3183},
        doubted=True,
        lines=4,
    ),
    Written(
        name="halls-beside-each-other",
        kind="csv",
        text="Profitcenter;Bezeichnung;Plan 2026\n80249;Platzanlage;1510\n"
        "80250;SH Schule;403\n80251;Bad;2207",
        totals={2026: 4120},
        lines=3,
        plain=True,
    ),
    Written(
        name="numbers-that-begin-others-by-chance",
        kind="csv",
        text="Codigo;Descripcion;2026\n1;Landa;22514\n12;Hiri;3788805\n3;Trakzio;1452408\n"
        "34;Alokatze;5100000\n26;Iragarki;100\n263;Eraikin;100\n4;Lurra;19\n47;Zerga;19855\n"
        "5;Ura;51\n59;Kirol;2100403",
        comes_out="asked",
        totals={2026: 12_484_255},
        lines=10,
    ),
    Written(
        name="the-only-row-of-a-group",
        kind="csv",
        text="hallinnonala_id;kustannuspaikka;2025;2026\n21;Määrärahat yhteensä;148;146\n"
        "24;Ulkoasiainhallinto;4007;3909\n24;Yhteistyö;6641;6503\n24;Muut;1361;2441\n"
        "25;Oikeuslaitos;6502;6401\n25;Syyttäjät;2581;2841\n26;Poliisi;9503;9507\n"
        "26;Muut;3941;6171",
        totals={2025: 34684, 2026: 37919},
        lines=8,
        doubted=True,
    ),
    Written(
        name="codes-as-programs-write-them",
        kind="csv",
        text="Esercizio;CF Soggetto;Comune;Titolo;Previsioni definitive\n"
        "2026;80140110588.0;Roma;Tributi;17342340.64\n2026;80140110588.0;Roma;Contributi;403.12\n"
        "2026;80140110588.0;Roma;Altre;1600000.00\n2026;80140110588.0;Roma;Mutui;120.50",
        comes_out="either",
        totals={2026: 18_942_864.26},
        lines=4,
    ),
    Written(
        name="kinds-that-all-say-a-side",
        kind="csv",
        text=f"Aggregat;Zweck;Anschlag 2026\n{MANY_KINDS}",
        totals={2026: 0},
        spent={2026: 4 * sum(at * 7 + 1011 for at in range(7))},
        lines=56,
        plain=True,
    ),
    Written(
        name="years-of-old-credits",
        kind="csv",
        text="Codigo;Descripcion;Año;Pto inicial;Oblig. recon.\n1022;Resto;2019;0;12\n"
        "31;Aula;2025;403;391\n32;Calle;2025;2011;1977\n31;Aula;2026;417;402\n"
        "32;Calle;2026;2113;2098",
        comes_out="asked",
        totals={2025: 2414, 2026: 2530},
        doubted=True,
    ),
    Written(
        name="years-in-rows-and-lines-below-a-total",
        kind="csv",
        text="Jahr;Bereich;Konto;Saldo\n2025;A;Löhne;407\n2025;A;Material;305\n"
        "2025;A;Summe;712\n2025;B;Löhne;53\n2026;A;Löhne;411\n2026;A;Material;313\n"
        "2026;A;Summe;724\n2026;B;Löhne;61",
        totals={2025: 765, 2026: 785},
        lines=3,
    ),
    Written(
        name="balance-sheet-among-flows",
        kind="csv",
        text="Bereich;Konto;Name;2025;2026\n[1] Aktiven;100;Kasse;7669;7701\n"
        "[2] Passiven;200;Kredite;3011;3113\n[3] Aufwand;300;Löhne;5107;5203\n"
        "[3] Aufwand;310;Material;1409;1511",
        totals={2025: 17196, 2026: 17528},
        doubted=True,
    ),
    Written(
        name="gruppierungsplan",
        kind="csv",
        text=NUMBERED,
        comes_out="asked",
        totals={2026: 0},
        spent={2026: 5657},
        lines=9,
    ),
    Written(
        name="zinsen-negativ-unter-finanzertraegen",
        kind="csv",
        text="""\
Konten,Nr.,Arten,Ergebnis 2025,Ergebnis 2026
"441, 442",1,Leistungsentgelte,"8.012,40","8.407,10"
41,2,+ Zuwendungen,"1.301,00","1.411,50"
,3,= Erträge,"9.313,40","9.818,60"
50,4,Personalaufwendungen,"5.201,00","5.510,30"
53,5,+ Transferaufwendungen,"4.002,20","4.113,00"
,6,= Aufwendungen,"9.203,20","9.623,30"
,7,= Ergebnis der laufenden Verwaltungstätigkeit (= 3 / 6),"110,20","195,30"
46,8,+ Finanzerträge,"71,10","62,20"
55,9,- Zinsen und sonstige Finanzaufwendungen,"-24,30","-43,10"
,10,= Finanzergebnis (= 8 und 9),"46,80","19,10"
,11,= Jahresergebnis (= 7 und 10),157,"214,40"
""",
        totals={2025: -157.0, 2026: -214.4},
        spent={2025: 9203.2 + 24.3, 2026: 9623.3 + 43.1},
        lines=6,
        plain=True,
    ),
    Written(
        name="lists-of-accounts-beside-the-amounts",
        kind="csv",
        text="""\
jahr,kontenbereich,art,produkt,produktname,ist_ergebnis_eur
2026,"441, 442, 446",Entgelte,111005,Liegenschaften,34549.95
2026,"441, 442, 446",Entgelte,126001,Feuerwehr,1210.50
2026,"441, 442, 446",Entgelte,424000,Freibad,88012.30""",
        totals={2026: 123_772.75},
        lines=3,
    ),
    Written(
        name="cs-vynosy-a-naklady",
        text="""\
položka (v tis. Kč)|Rozpočet 2025|Rozpočet 2026
Výnosy - z poplatků|2058163|2069675
Výnosy - z reklamy|85730|86755
CELKOVÉ VÝNOSY|2143893|2156430
Náklady - materiál|31584|26305
Náklady - služby|841029|869101
Náklady - mzdy|1271280|1261024
CELKOVÉ NÁKLADY|2143893|2156430""",
        comes_out="either",
        totals={2025: 0, 2026: 0},
        spent={2025: 2_143_893_000, 2026: 2_156_430_000},
        lines=5,
    ),
    Written(
        name="nl-salarissen-baten-en-lasten-2026",
        kind="csv",
        text="""\
Gemeente;Taakveld;L1.1 Salarissen en sociale lasten;Baten;Lasten;Provincie;Inwonertal
Noord;0.1 Bestuur;1440.5;592.0;2849.5;Zuid;5684
Noord;0.61 OZB;12.5;9041.0;151.5;Zuid;5684
Zuid;0.1 Bestuur;1380.0;477.5;2655.0;Oost;4911
Zuid;0.61 OZB;9.0;8112.5;149.0;Oost;4911
West;0.1 Bestuur;990.0;402.0;2041.5;Oost;3127""",
        comes_out="asked",
        totals={2026: 2849.5 + 151.5 + 2655 + 149 + 2041.5 - 592 - 9041 - 477.5 - 8112.5 - 402},
        spent={2026: 7846.5},
        doubted=True,
    ),
    Written(
        name="ebenen-in-buchstaben",
        kind="csv",
        text="""\
Code,Bezeichnung,Ebene,Ertraege_2026_EUR,Aufwendungen_2026_EUR,OrdentlErgebnis_2026_EUR,\
Einzahlungen_Invest_2026_EUR,Auszahlungen_Invest_2026_EUR
0301,Leistungen für Schulen,PG,3535630,42903040,-39367410,7364450,139437520
0302,Zentrale Leistungen,PG,997820,15697530,-14699710,,2900
03,Schulträgeraufgaben,PB,4533450,58600570,-54067120,7364450,139440420
0501,Grundsicherung,PG,197969720,227488530,-29518810,,4000
0504,Wohngeld,PG,3000,2921960,-2918960,,
05,Soziale Leistungen,PB,197972720,230410490,-32437770,,4000""",
        comes_out="asked",
        totals={2026: 54_067_120 + 32_437_770},
        spent={2026: 58_600_570 + 230_410_490},
        lines=4,
        doubted=True,
    ),
    Written(
        name="nl-nummers-binnen-hoofdstukken",
        kind="csv",
        text="""\
Hoofdstuk;Nr;Artikel;2025;2026
II;1;Beleid II1;911;918
II;2;Beleid II2;1835;1843
III;1;Beleid III1;1229;1238
III;2;Beleid III2;2445;2452
V;1;Beleid V1;932;940
V;2;Beleid V2;1825;1834
VI;1;Beleid VI1;1489;1496
VI;2;Beleid VI2;2913;2921
VII;1;Beleid VII1;2211;2220
VII;2;Beleid VII2;4331;4338
VIII;1;Beleid VIII1;3431;3439
VIII;2;Beleid VIII2;6745;6754
X;1;Beleid X1;1458;1465
X;2;Beleid X2;2773;2781
IX;1;Belastingen;90104;91877
IX;2;Uitgaven van de dienst;2013;2041""",
        totals={2025: 126645, 2026: 128557},
    ),
)
