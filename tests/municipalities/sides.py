"""Exports whose rows have further kinds beside income and expenditure, or say them by a word."""

from municipalities.writing import Written

SIDES = (
    Written(
        name="nl-vier-soorten",
        kind="csv",
        text="""\
Artikel;Omschrijving;Soort;2026
11;Wegen;Verplichtingen;5000123
11;Wegen;Uitgaven;4100456
11;Wegen;Ontvangsten;300789
11;Wegen;Garanties;70012
12;Scholen;Verplichtingen;6000345
12;Scholen;Uitgaven;5200678
12;Scholen;Ontvangsten;410901
12;Scholen;Garanties;80234""",
        comes_out="asked",
        totals={2026: 8_589_444},
        spent={2026: 9_301_134},
        doubted=True,
        lines=4,
    ),
    Written(
        name="da-debet-kredit-og-et-bogstav-mere",
        kind="csv",
        text="""\
Funktion;Tekst;D/K;Budget 2026
5.30.26;Hjemmehjælp;D;1850123
5.30.26;Hjemmehjælp;K;250111
5.30.27;Pleje;D;800125
8.55.68;Afdrag;F;410222
8.55.70;Afdrag;F;90333""",
        comes_out="asked",
        totals={2026: 2_400_137},
        spent={2026: 2_650_248},
        lines=3,
    ),
    Written(
        name="da-skatter-og-udgifter-for-hver-by",
        kind="csv",
        text="""\
Kommune;Art;2026;2027
Nordby;Skatter;7701234;7801234
Nordby;Udgifter;7600123;7700124
Sydby;Skatter;6501345;6601345
Sydby;Udgifter;6700456;6800457""",
        comes_out="asked",
        totals={2026: 98_000, 2027: 98_002},
        spent={2026: 14_300_579, 2027: 14_500_581},
        lines=4,
    ),
    Written(
        name="da-konti-med-en-total-for-hver-side",
        kind="csv",
        text="""\
Konto;Tekst;2026
07.68.90;Skatter;500123
07.80.86;Tilskud og udligning;100456
;I alt;600579
03.22.01;Skoler;300111
05.30.26;Hjemmehjælp;250987
;I alt;551098""",
        comes_out="asked",
        totals={2026: -49_481},
        spent={2026: 551_098},
        lines=4,
    ),
    Written(
        name="da-skatter-der-er-udgifter-efter-totalen",
        kind="csv",
        text="""\
Område;Art;2026
Bygninger;Ejendomsskatter;301234
Bygninger;Udgifter;700123
Veje;Ejendomsskatter;101345
Veje;Udgifter;6700456
I alt;;7803158""",
        totals={2026: 7_803_158},
        lines=4,
    ),
    Written(
        name="nl-iv3-letters-voor-cijfers",
        kind="csv",
        text="""\
Taakveld;Categorie;2026
0.1;L1.1;801234
0.1;L3.8;402345
0.1;B3.6;103456
6.1;L3.8;904567
6.1;B2.2;205678
6.2;L1.1;306789""",
        comes_out="either",
        totals={2026: 2_105_801},
        spent={2026: 2_414_935},
        lines=6,
    ),
    Written(
        name="sv-intakter-kostnader-nettokostnad",
        kind="csv",
        text="""\
Budget 2026, belopp i tkr
Nämnd;Intäkter;Kostnader;Nettokostnad
Kommunstyrelsen;1234;-45678;-44444
Socialnämnden;2345;-98765;-96420
Kulturnämnden;345;-12345;-12000""",
        totals={2026: 152_864_000},
        spent={2026: 156_788_000},
        lines=3,
    ),
    Written(
        name="en-net-expenditure-beside-the-two",
        kind="csv",
        text="""\
Revenue Budget 2026/27 (£)
Service,Gross Expenditure,Gross Income,Net Expenditure
Adult care,"2,345,678","(345,678)","2,000,000"
Highways,"1,234,567","(34,567)","1,200,000"
""",
        totals={2027: 3_200_000},
        spent={2027: 3_580_245},
        lines=2,
    ),
    Written(
        name="da-indtaegter-over-udgifter-med-hver-sit-hoved",
        kind="csv",
        text="""\
Budget
INDTÆGTER
Post;2026;2027
Renter;301234;311234
Leje;101345;111345

UDGIFTER
Post;2026;2027
Skole;2801567;2901567
Vej;700678;710678""",
        totals={2026: 3_099_666, 2027: 3_189_666},
        spent={2026: 3_502_245, 2027: 3_612_245},
        lines=4,
    ),
    Written(
        name="da-bogstav-foran-aaret",
        kind="csv",
        text="""\
Funktion;Navn;U 2026;I 2026;U 2027;I 2027
3.22.01;Skoler;2801567;-101567;2901567;-111567
5.30.26;Hjemmehjælp;700678;-20678;710678;-30678""",
        totals={2026: 3_380_000, 2027: 3_470_000},
        spent={2026: 3_502_245, 2027: 3_612_245},
        lines=2,
    ),
    Written(
        name="es-ingresos-junto-a-gastos",
        text="""\
PRESUPUESTO 2026
ESTADO DE INGRESOS|||ESTADO DE GASTOS
Cap.|Denominación|Importe|Cap.|Denominación|Importe
1|Impuestos directos|3001234|1|Personal|4001345
2|Tasas|1201345|2|Bienes corrientes|901456
|Total ingresos|4202579||Total gastos|4902801""",
        totals={2026: 700_222},
        spent={2026: 4_902_801},
        lines=4,
    ),
    *(
        Written(
            name=f"{name}-{spent}-{earned}".casefold(),
            kind="csv",
            text=f"""\
Konto;Tekst;{header};2026
4010;A;{spent};1801234
4020;B;{earned};402345
4030;C;{spent};703456
4040;D;{spent};904567
5010;E;{earned};105678""",
            comes_out="either",
            totals={2026: 2_901_234},
            spent={2026: 3_409_257},
            lines=5,
        )
        for name, header, spent, earned in (
            ("de", "S/H", "S", "H"),
            ("de", "Kennzeichen", "Soll", "Haben"),
            ("en", "Type", "Debit", "Credit"),
            ("en", "D/C", "Dr", "Cr"),
            ("en", "Type", "EXP", "REV"),
            ("es", "Tipo", "Debe", "Haber"),
            ("nl", "Soort", "Af", "Bij"),
            ("fi", "Tyyppi", "Kulu", "Tuotto"),
        )
    ),
    Written(
        name="nl-voordeel-nadeel",
        kind="csv",
        text="""\
Programma;Saldo begroting 2026;V/N
Sociaal;12345678;N
Financiën;9345678;V
Ruimte;2345678;N""",
        totals={2026: 5_345_678},
        spent={2026: 14_691_356},
        lines=3,
    ),
    Written(
        name="de-soll-und-ist-nebeneinander",
        kind="csv",
        text="""\
kapitel;titel;titel-text;einnahmen-ausgaben;jahr;ist;soll
0111;11901;Gebühren;E;2026;4345;4321
0111;42201;Bezüge;A;2026;8766;8765
0611;51101;Geräte;A;2026;5680;5678""",
        comes_out="asked",
        totals={2026: 10_122},
        lines=3,
    ),
    Written(
        name="no-kapitler-av-inntekter",
        kind="csv",
        text="""\
Kap.;Post;Navn;Budsjett 2026
500;01;Driftsutgifter;420000
500;21;Spesielle driftsutgifter;13000
510;01;Driftsutgifter;1900000
3500;01;Ymse;12000
3510;02;Diverse;25000""",
        comes_out="asked",
        totals={2026: 2_296_000},
        spent={2026: 2_333_000},
        lines=5,
    ),
    Written(
        name="at-ansaetze-mit-1-und-2",
        kind="csv",
        text="""\
Ansatz;Konto;Text;VA 2026
1/010000;400;Verbrauchsgüter;1.200,50
1/010000;500;Bezüge;25.000,00
2/010000;817;Beiträge;3.000,00
1/211000;600;Energie;8.000,00
2/211000;861;Transfers;2.000,00""",
        comes_out="asked",
        totals={2026: 29_200.5},
        spent={2026: 34_200.5},
        lines=5,
    ),
    Written(
        name="no-artskonti",
        kind="csv",
        text="""\
Art;Navn;Budsjett 2026
010;Fastlønn;4200000
120;Forbruksmateriell;210000
370;Kjøp fra private;900000
600;Brukerbetalinger;350000
700;Refusjon fra staten;410000
810;Andre overføringer;55000""",
        comes_out="asked",
        totals={2026: 4_495_000},
        spent={2026: 5_310_000},
        lines=6,
    ),
    Written(
        name="de-steuern-und-negative-aufwendungen",
        kind="csv",
        text="""\
Nr.;Bezeichnung;Ansatz 2026
1;Steuern;5000,50
2;Personalaufwendungen;-2500
3;Sachaufwendungen;-1800
4;Transferaufwendungen;-500""",
        totals={2026: -200.5},
        spent={2026: 4800},
        lines=4,
        plain=True,
    ),
    Written(
        name="is-arid-yfir-nofnum",
        kind="csv",
        text="""\
Rekstur 2026;Tekjur;Gjöld;Nettó
Fræðslumál;-500;5000;4500
Félagsmál;-300;2500;2200
Samtals;-800;7500;6700""",
        totals={2026: 6700},
        spent={2026: 7500},
        lines=2,
        plain=True,
    ),
    Written(
        name="de-seiten-einmal-ueber-den-jahren",
        kind="csv",
        text="""\
Bereich;Aufwand;;Ertrag;
;2026;2027;2026;2027
Schulen;5000;5100;300;310
Soziales;9000;9100;4000;4100""",
        totals={2026: 9700, 2027: 9790},
        spent={2026: 14_000, 2027: 14_200},
        lines=2,
        plain=True,
    ),
    Written(
        name="fr-attenuations-de-produits",
        kind="csv",
        text="""\
Classification;Montant 2026
Charges de personnel;3600
Charges générales;1250
Atténuations de produits;45""",
        totals={2026: 4895},
        lines=3,
        plain=True,
    ),
)
