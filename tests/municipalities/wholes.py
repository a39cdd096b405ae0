"""Totals and wholes that nothing calls so, or only in some years, and rows that stand twice."""

from municipalities.writing import Written

WHOLES = (
    Written(
        name="da-total-kun-i-eet-aar",
        kind="csv",
        text="""\
Kode;Navn;2026;2025;2024
101;Grundskyld;312345;302344;292343
102;Dækningsafgift;101234;96234;91234
;Skatter;413579;398578;383577
201;Gebyrer;51234;53234;52234
202;Leje;21111;22111;23111
;Takster;72345;75345;75345
;DRIFT;0;473923;""",
        totals={2024: 458_922, 2025: 473_923, 2026: 485_924},
        lines=4,
    ),
    Written(
        name="de-erste-zeile-ohne-wort",
        kind="csv",
        text="""\
Produkt;Bezeichnung;Ansatz 2026;Ansatz 2027
;Stadt Musterhausen;7201050;7301070
111;Gemeindeorgane;5000150;5050160
211;Grundschulen;2200900;2250910""",
        comes_out="either",
        totals={2026: 7_201_050, 2027: 7_301_070},
        lines=2,
    ),
    Written(
        name="es-ultima-fila-en-blanco",
        kind="csv",
        text="""\
Programa;Denominación;2026;2027
132;Policía local;1250000,25;1260000,35
135;Protección civil;600000,25;610000,45
;;1850000,5;1870000,8""",
        comes_out="either",
        totals={2026: 1_850_000.5, 2027: 1_870_000.8},
        lines=2,
    ),
    Written(
        name="en-authorities-and-classes-2026",
        kind="csv",
        text="""\
Code,Local authority,Class,Net budget 2026
E01,Northby,L,49456
E02,Southby,M,76485
E03,Eastby,L,85238
E04,Westby,M,80005
,,,
,ENGLAND,,291184
,CLASS BREAKDOWN,,
,LONDON,L,134694
,METROPOLITAN,M,156490
,,,
Notes,,,""",
        comes_out="either",
        totals={2026: 291_184},
        lines=4,
    ),
    Written(
        name="no-hele-landet-foerst",
        kind="csv",
        text="""\
Kommunenr;Kommune;Budsjett 2026;Budsjett 2027
;Hele landet;3245678;3345679
0301;Østby;1200100;1250100
1103;Vestby;1045578;1095579
4601;Nordby;1000000;1000000""",
        comes_out="either",
        totals={2026: 3_245_678, 2027: 3_345_679},
        lines=3,
    ),
    Written(
        name="da-raekke-to-gange",
        kind="csv",
        text="""\
Konto;Tekst;Budget 2026;Budget 2027
5.30.26;Hjemmehjælp;1850123;1900124
5.30.27;Pleje;800125;800126
5.30.27;Pleje;800125;800126
5.57.73;Kontanthjælp;900127;910128
I alt;;3550375;3610378""",
        comes_out="either",
        totals={2026: 3_550_375, 2027: 3_610_378},
        lines=3,
        doubted=True,
    ),
    Written(
        name="pl-a-column-for-each-level",
        kind="csv",
        text="""\
Dział;Rozdział;§;Nazwa;Plan 2026
801;;;Oświata;300
;80101;;Szkoły;200
;;4010;Wynagrodzenia;150
;;4110;Składki;50
;80104;;Przedszkola;100
;;4010;Wynagrodzenia;100
Razem;;;;300""",
        comes_out="read",
        totals={2026: 300},
        lines=3,
        codes=("801.80101.4010", "801.80101.4110", "801.80104.4010"),
    ),
    Written(
        name="is-result-below-two-totals",
        kind="csv",
        text="""\
í þús.kr.;;
Rekstrarreikningur;2025;2026
Útsvar;1000;1100
Jöfnunarsjóður;500;520
Tekjur samtals;1500;1620
Laun;800;850
Annar kostnaður;600;650
Gjöld samtals;1400;1500
Rekstrarniðurstaða;100;120""",
        comes_out="read",
        totals={2025: -100_000, 2026: -120_000},
        lines=4,
    ),
    Written(
        name="en-units-below-the-years",
        kind="csv",
        text="""\
,2025/26,2026/27
,£m,£m
Adults,102.2,105.3
Children,52.0,53.1
Total,154.2,158.4""",
        comes_out="read",
        totals={2026: 154.2e6, 2027: 158.4e6},
        lines=2,
    ),
    Written(
        name="da-pivot-med-en-raekke-i-en-gruppe",
        kind="csv",
        text="""\
Rækkenavne;Sum af 2026;Sum af 2027
Børn;2012;2040
Skoler;1207;1230
Dagtilbud;805;810
Kultur;431;433
Bibliotek;431;433
Hovedtotal;2443;2473""",
        comes_out="read",
        totals={2026: 2443, 2027: 2473},
        lines=3,
        doubted=True,
    ),
    Written(
        name="da-pivot-i-tre-niveauer",
        kind="csv",
        text="""\
Rækkenavne;Sum af 2026
Drift;2443
Børn;2012
Skoler;1207
Dagtilbud;805
Kultur;431
Bibliotek;431
Anlæg;900
Teknik;900
Veje;523
Park;377
Hovedtotal;3343""",
        comes_out="read",
        totals={2026: 3343},
        lines=5,
        doubted=True,
    ),
    Written(
        name="da-pivot-uden-hovedtotal",
        kind="csv",
        text="""\
Rækkenavne;Sum af 2026;Sum af 2027
Børn;2012;2040
Skoler;1207;1230
Dagtilbud;805;810
Kultur;431;433
Bibliotek;431;433""",
        comes_out="asked",
        totals={2026: 2443, 2027: 2473},
        lines=3,
    ),
    Written(
        name="da-pivot-med-en-linje-uden-gruppe",
        kind="csv",
        text="""\
Række;2026
Børn;2012
Skoler;1207
Dagtilbud;805
Kultur;431
Bibliotek;431
Kirke;17
Hovedtotal;2460""",
        comes_out="read",
        totals={2026: 2460},
        lines=4,
        doubted=True,
    ),
    Written(
        name="da-begge-nedenunder-nord-og-syd",
        kind="csv",
        text="""\
Område;Bydel;Budget 2026
Skoler;Nord;1200
Ældre;Nord;900
Veje;Nord;300
Kultur;Nord;410
Skoler;Syd;1210
Ældre;Syd;905
Veje;Syd;300
Kultur;Syd;400
Skoler;Begge;2410
Ældre;Begge;1805
Veje;Begge;600
Kultur;Begge;810""",
        comes_out="read",
        totals={2026: 5625},
        lines=8,
        doubted=True,
    ),
    Written(
        name="da-alle-under-hver-linje",
        kind="csv",
        text="""\
Kode;Bydel;Område;Budget 2026;Budget 2027
1;Nord;Skoler;1200;1207
2;Syd;Skoler;1210;1216
0;Alle;Skoler;2410;2423
1;Nord;Ældre;900;907
2;Syd;Ældre;905;911
0;Alle;Ældre;1805;1818
1;Nord;Veje;300;307
2;Syd;Veje;300;306
0;Alle;Veje;600;613""",
        comes_out="read",
        totals={2026: 4815, 2027: 4854},
        lines=6,
        plain=True,
    ),
    Written(
        name="da-nord-og-syd-ved-siden-af-samlet",
        kind="csv",
        text="""\
Budget 2026
Område;Distrikt Nord;Distrikt Syd;Samlet
Skoler;1200;1210;2410
Ældre;900;905;1805
Veje;300;300;600""",
        comes_out="read",
        totals={2026: 4815},
        lines=3,
        plain=True,
    ),
    Written(
        name="da-et-aar-over-nord-syd-og-sum",
        kind="csv",
        text="""\
Område;2026;;
;Nord;Syd;Sum
Skoler;1200;1210;2410
Ældre;900;905;1805
Veje;300;300;600""",
        comes_out="read",
        totals={2026: 4815},
        lines=3,
        plain=True,
    ),
)
