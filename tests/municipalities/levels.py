"""Budgets whose codes form levels: every level sums to the same figure, and counts once."""

from municipalities.writing import Written

LEVELS = (
    Written(
        name="da-kontoplan-uden-punkter",
        kind="csv",
        text="""\
Konto;Tekst;Budget 2026;Budget 2027
05;Sociale opgaver;4050000;4100000
0530;Tilbud til ældre;2650000;2700000
053026;Personlig hjælp;1850000;1900000
053027;Pleje;800000;800000
0557;Kontante ydelser;1400000;1400000
055773;Kontanthjælp;1400000;1400000
06;Administration;900000;910000
0645;Administrativ organisation;900000;910000
064551;Sekretariat;900000;910000""",
        totals={2026: 4_950_000, 2027: 5_010_000},
        lines=4,
    ),
    Written(
        name="da-kode-foran-navnet",
        kind="csv",
        text="""\
Bevilling;B2026;B2027
03 Kultur;120,5;121,5
031 Biblioteker;80,5;81,0
0311 Hovedbibliotek;60,5;61,0
0312 Filialer;20,0;20,0
032 Museer;40,0;40,5
04 Brand;15,5;15,5
041 Beredskab;15,5;15,5""",
        totals={2026: 136, 2027: 137},
        lines=4,
    ),
    Written(
        name="es-programas",
        kind="csv",
        text="""\
PRESUPUESTO DE GASTOS 2026
Programa;Denominación;Importe
1;SERVICIOS PÚBLICOS;1.850.000,50
13;Seguridad;1.850.000,50
132;Policía local;1.250.000,25
135;Protección civil;600.000,25
3;BIENES PREFERENTES;730.000,00
32;Educación;730.000,00
323;Colegios;730.000,00""",
        totals={2026: 2_580_000.5},
        lines=3,
    ),
    Written(
        name="de-produktplan",
        kind="csv",
        text="""\
Produkt;Bezeichnung;Ansatz 2026;Ansatz 2025
1;Zentrale Verwaltung;8100200;7900100
11;Innere Verwaltung;8100200;7900100
111;Verwaltungssteuerung;5000150;4900075
11101;Gemeindeorgane;5000150;4900075
112;Personalwesen;3100050;3000025
2;Schule und Kultur;2200900;2100800
21;Schulträgeraufgaben;2200900;2100800
211;Grundschulen;2200900;2100800""",
        totals={2025: 10_000_900, 2026: 10_301_100},
        lines=3,
    ),
    Written(
        name="it-missioni",
        kind="csv",
        text="""\
Codice;Descrizione;Previsione 2026;Previsione 2027
01;Servizi istituzionali;2345100;2400300
01.01;Organi istituzionali;345100;350300
01.02;Segreteria generale;2000000;2050000
04;Istruzione;1230450;1240550
04.02;Altri ordini di istruzione;1230450;1240550
Totale spese;;3575550;3640850""",
        totals={2026: 3_575_550, 2027: 3_640_850},
        lines=3,
    ),
    Written(
        name="sv-verksamhet",
        kind="csv",
        text="""\
Verksamhet;Benämning;Budget 2026
4;Pedagogisk verksamhet;91234000
40;Förskola;41230000
401;Förskola, kommunal;41230000
44;Grundskola;50004000
440;Grundskola F-9;48000000
443;Anpassad grundskola;2004000
5;Vård och omsorg;73215000
51;Äldreomsorg;73215000
510;Hemtjänst;73215000
Summa;;164449000""",
        totals={2026: 164_449_000},
        lines=4,
    ),
    Written(
        name="nb-funksjoner-nesten-alle",
        kind="csv",
        text="""\
Funksjon;Tekst;Budsjett 2026;Budsjett 2027
2;Oppvekst;745200;755200
202;Grunnskole;500100;505100
2021;Undervisning;450100;455100
2022;Skyss;50000;50000
215;SFO;245100;250100
3;Helse;612300;622300
Sum;;1357500;1377500""",
        totals={2026: 1_357_500, 2027: 1_377_500},
        lines=4,
    ),
    Written(
        name="is-malaflokkar",
        kind="csv",
        text="""\
í þús. kr.
Lykill;Heiti;Áætlun 2026
04;Fræðslumál;452310
0411;Leikskólar;202110
0421;Grunnskólar;250200
06;Íþróttir;98450
0611;Íþróttahús;98450""",
        totals={2026: 550_760_000},
        lines=3,
    ),
    Written(
        name="pl-dzial-rozdzial",
        kind="csv",
        text="""\
Klasyfikacja;Nazwa;Plan na 2026 rok
600;Transport;3456100
60016;Drogi gminne;3006100
60095;Pozostała działalność;450000
801;Oświata;9876500
80101;Szkoły podstawowe;9876500
Razem;;13332600""",
        totals={2026: 13_332_600},
        lines=3,
    ),
    Written(
        name="cs-paragrafy",
        kind="csv",
        text="""\
v tis. Kč
Paragraf;Název;Rozpočet 2026
22;Doprava;45210
2212;Silnice;30210
2219;Ostatní záležitosti;15000
31;Vzdělávání;88430
3111;Mateřské školy;88430""",
        totals={2026: 133_640_000},
        lines=3,
    ),
    Written(
        name="nl-taakvelden-met-punt",
        kind="csv",
        text="""\
Bedragen x € 1.000
Code;Omschrijving;Begroting 2026;Begroting 2027
0.;Bestuur;45120;46120
0.1.;Raad en college;12100;12300
0.4.;Overhead;33020;33820
6.;Sociaal domein;91230;92230
6.1.;Samenkracht;91230;92230
Totaal;;136350;138350""",
        totals={2026: 136_350_000, 2027: 138_350_000},
        lines=3,
    ),
    Written(
        name="en-departments-numbered",
        text="""\
Code|Description|FY26 Adopted
10|General government|4512300
1010|City council|512300
1020|City manager|4000000
20|Public safety|9321400
2010|Police|9321400""",
        totals={2026: 13_833_700},
        lines=3,
    ),
    Written(
        name="da-heraf-med-kode",
        kind="csv",
        text="""\
Konto;Tekst;Budget 2026
5.30;Ældre;2650000
5.30.1;heraf løn;1950000
5.38;Handicap;1234500
5.57;Ydelser;1400000
I alt;;5284500""",
        totals={2026: 5_284_500},
    ),
    Written(
        name="da-kun-nogle-underopdelt",
        kind="csv",
        text="""\
Konto;Tekst;Budget 2026;Budget 2027
0530;Ældre;2650000;2700000
053026;Hjemmehjælp;1850000;1900000
0538;Handicap;1234500;1234600
0557;Ydelser;1400000;1410000
055773;Kontanthjælp;900000;910000
055775;Sygedagpenge;200000;200000
;I alt;5284500;5344600""",
        totals={2026: 5_284_500, 2027: 5_344_600},
        lines=6,
    ),
    Written(
        name="en-lines-numbered-through",
        kind="csv",
        text="""\
No;Service;Budget 2026
1;Police;912345
2;Fire;812346
3;Parks;712347
4;Library;612348
5;Streets;512349
6;Sewers;412350
7;Water;312351
8;Housing;212352
9;Clerk;112353
10;Museum;92354
11;Theatre;82355
12;Pool;72356""",
        totals={2026: 4_858_206},
        lines=12,
    ),
    Written(
        name="fi-tehtavaalueet",
        kind="csv",
        text="""\
1 000 euroa;;
Tili;Nimi;Talousarvio 2026
10;Sivistys;54321
101;Varhaiskasvatus;20321
102;Perusopetus;34000
20;Tekninen;12345
201;Kadut;12345""",
        totals={2026: 66_666_000},
        lines=3,
    ),
    Written(
        name="fr-chapitres-dont",
        kind="csv",
        text="""\
en milliers d'euros;;
Chapitre;Libellé;Budget 2026
011;Charges à caractère général;45670
;dont énergie;12340
012;Charges de personnel;98760
65;Autres charges;23450
;Total;167880""",
        totals={2026: 167_880_000},
        lines=3,
    ),
    Written(
        name="da-kontoplan-i-kolonner",
        kind="csv",
        text="""\
Hovedkonto;Hovedfunktion;Funktion;Gruppering;Tekst;Budget 2025;Budget 2026
5;;;;Sociale opgaver;8500;8700
5;30;;;Tilbud til ældre;6500;6600
5;30;26;;Personlig hjælp;4000;4100
5;30;26;001;Løn;3000;3050
5;30;26;002;Øvrige;1000;1050
5;30;27;;Hjælpemidler;2500;2500
5;38;;;Voksne;2000;2100
5;38;50;;Botilbud;2000;2100
6;;;;Administration;1500;1600
6;45;;;Administrativ org.;1500;1600
6;45;50;;Bygninger;1500;1600""",
        totals={2025: 10_000, 2026: 10_300},
        lines=5,
    ),
    Written(
        name="de-produkthaushalt-i-spalten",
        kind="csv",
        text="""\
Produktbereich;Produktgruppe;Produkt;Bezeichnung;Ertrag 2026;Aufwand 2026
11;;;Innere Verwaltung;1.500.000;9.200.000
11;1101;;Steuerung;500.000;4.000.000
11;1101;110101;Rat;100.000;1.500.000
11;1101;110102;Verwaltung;400.000;2.500.000
11;1102;;Personal;1.000.000;5.200.000
11;1102;110201;Personalamt;1.000.000;5.200.000
21;;;Schulen;200.000;3.100.000
21;2101;;Grundschulen;200.000;3.100.000
21;2101;210101;Grundschule A;200.000;3.100.000""",
        totals={2026: 10_600_000},
        lines=4,
    ),
    Written(
        name="fr-fonctions-en-colonnes",
        kind="csv",
        text="""\
Fonction;Sous-fonction;Rubrique;Intitulé;Budget 2026
0;;;Services généraux;3000000
0;02;;Administration générale;2000000
0;02;020;Administration;1200000
0;02;022;Communication;800000
0;03;;Conseils;1000000
0;03;031;Conseil municipal;1000000
2;;;Enseignement;5000000
2;21;;Premier degré;5000000
2;21;211;Maternelles;2000000
2;21;212;Primaires;3000000""",
        totals={2026: 8_000_000},
        lines=5,
    ),
    Written(
        name="pl-dzial-rozdzial-paragraf",
        kind="csv",
        text="""\
Dział;Rozdział;Paragraf;Nazwa;Plan 2026
750;;;Administracja publiczna;1500000
750;75023;;Urzędy gmin;1500000
750;75023;4010;Wynagrodzenia;1200000
750;75023;4110;Składki;300000
801;;;Oświata;4000000
801;80101;;Szkoły podstawowe;3000000
801;80101;4010;Wynagrodzenia;3000000
801;80104;;Przedszkola;1000000
801;80104;4010;Wynagrodzenia;1000000""",
        totals={2026: 5_500_000},
        lines=4,
    ),
    Written(
        name="fi-tuloslaskelma",
        kind="csv",
        text="""\
Tuloslaskelma;TA 2025;TA 2026
Toimintatuotot;12000;12500
Toimintakulut;-52000;-54000
Toimintakate;-40000;-41500
Verotulot;30000;31000
Valtionosuudet;13000;13500
Vuosikate;3000;3000
Poistot;-2500;-2600
Tilikauden tulos;500;400""",
        comes_out="either",
        totals={2025: -500, 2026: -400},
        lines=5,
    ),
    Written(
        name="es-clasificacion-con-puntos",
        kind="csv",
        text="""\
Clasificación;Denominación;Crédito inicial 2026
1;GASTOS DE PERSONAL;3.500.000,00
12;Personal funcionario;2.000.000,00
120;Retribuciones básicas;1.200.000,00
120.00;Sueldos A1;700.000,00
120.01;Sueldos A2;500.000,00
121;Complementarias;800.000,00
13;Personal laboral;1.500.000,00
130;Laboral fijo;1.500.000,00
2;GASTOS CORRIENTES;1.000.000,00
22;Material;1.000.000,00
220;Oficina;1.000.000,00
TOTAL GASTOS;;4.500.000,00""",
        totals={2026: 4_500_000},
        lines=5,
    ),
    Written(
        name="br-codigos-cheios-de-zeros",
        kind="csv",
        text="""\
Código;Especificação;2026;2027
3.0.00.00;Despesas correntes;4701234,5;4811234,5
3.1.00.00;Pessoal;3501234,5;3601234,5
3.1.90.00;Aplicações diretas;3501234,5;3601234,5
3.1.90.11;Vencimentos;3000234,5;3100234,5
3.1.90.13;Obrigações;501000;501000
3.3.00.00;Outras despesas;1200000;1210000
3.3.90.30;Material;1200000;1210000
4.0.00.00;Despesas de capital;900123,25;910123,25
4.4.90.52;Equipamentos;900123,25;910123,25""",
        totals={2026: 5_601_357.75, 2027: 5_721_357.75},
        lines=4,
    ),
    Written(
        name="da-koder-med-nuller-der-ikke-er-niveauer",
        kind="csv",
        text="""\
Konto;Tekst;2026
1000;Skole;801234
1100;Vej;402345
1110;Park;103456
2000;Havn;904567""",
        totals={2026: 2_211_602},
        lines=4,
    ),
    *(
        Written(
            name=name,
            kind="csv",
            text=f"""\
{header}
A;1000123
  {part} x;700100
B;2000456
  {part} x;1500000""",
            totals={2026: 3_000_579},
            lines=2,
        )
        for name, header, part in (
            ("da-deraf", "Område;Budget 2026", "deraf"),
            ("da-hvoraf", "Område;Budget 2026", "- hvoraf"),
            ("no-hvorav", "Område;Budsjett 2026", "hvorav"),
            ("de-dav", "Bereich;Ansatz 2026", "dav."),
            ("en-thereof", "Service;Budget 2026", "thereof"),
        )
    ),
    Written(
        name="en-posts-among-amounts",
        kind="csv",
        text="""\
Department,Measure,FY26
Police,Amount,12345678
Police,FTE,110.5
Fire,Amount,8345678
Fire,FTE,80""",
        totals={2026: 20_691_546.5},
        doubted=True,
        lines=4,
    ),
    Written(
        name="da-andre-aar-i-tabellen-nedenunder",
        kind="csv",
        text="""\
Drift;2026;2027
Skole;1801234;1811234
Vej;702345;712345

Anlæg;2027;2028
Ny skole;5003456;6004567""",
        comes_out="asked",
        totals={2026: 2_503_579, 2027: 2_523_579},
        doubted=True,
        lines=2,
    ),
    Written(
        name="da-stjerner-ved-sap-totaler",
        kind="csv",
        text="""\
Profitcenter;Tekst;Budget 2026
4001;Nord;1801234
4002;Syd;702345
*;Skoler;2503579
5001;Vest;904567
5002;Øst;1105678
*;Pleje;2010245
**;Kommunen;4513824""",
        totals={2026: 4_513_824},
        lines=4,
    ),
)
