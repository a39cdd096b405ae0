"""Budgets as Spanish, Italian and Czech municipalities write them."""

from municipalities.writing import Written

SPANISH_CZECH = (
    Written(
        name="no-year-2025",
        kind="csv",
        encoding="cp1252",
        text="""\
Centro;Sección;Programa;Económico;Descripción;Créditos iniciales
001;110;91201;10000;RETRIBUCIONES BÁSICAS;1.234.567,89
001;110;91201;10001;OTRAS REMUNERACIONES;234.567,11
001;120;92001;22000;MATERIAL DE OFICINA;34.567,00""",
        comes_out="read",
        totals={2025: 1_503_702},
        lines=3,
    ),
    Written(
        name="operaciones",
        kind="csv",
        text="""\
PRESUPUESTO DE GASTOS
Capítulo;Denominación;Presupuesto 2026;Presupuesto 2025
1;GASTOS DE PERSONAL;12.345.678,12;11.000.000,00
2;GASTOS CORRIENTES;8.000.000,00;7.500.000,00
;OPERACIONES CORRIENTES;20.345.678,12;18.500.000,00
6;INVERSIONES REALES;3.000.000,00;2.500.000,00
;OPERACIONES DE CAPITAL;3.000.000,00;2.500.000,00
;TOTAL GASTOS;23.345.678,12;21.000.000,00""",
        totals={2025: 21_000_000, 2026: 23_345_678.12},
        lines=3,
    ),
    Written(
        name="capitulos",
        text="""\
ESTADO DE GASTOS
Capítulo|Descripción|Presupuesto 2024|Presupuesto 2025|Variación
1|Gastos de personal|1000|1100|100
2|Gastos corrientes|2000|2100|100
6|Inversiones reales|500|550|50
|TOTAL GASTOS|3500|3750|250""",
        totals={2024: 3_500, 2025: 3_750},
        lines=3,
    ),
    Written(
        name="ingresos-gastos",
        text="""\
PRESUPUESTO 2025 (en euros)
Capítulo|Descripción|Presupuesto 2025
|INGRESOS
1|Impuestos directos|3000
2|Impuestos indirectos|500
|TOTAL INGRESOS|3500
|GASTOS
1|Personal|1500
2|Bienes corrientes|1800
|TOTAL GASTOS|3300""",
        totals={2025: -200},
        lines=4,
    ),
    Written(
        name="rozpocet",
        text="""\
Rozpočet města na rok 2025 (v tis. Kč)
Paragraf|Položka|Text|Skutečnost 2023|Schválený rozpočet 2024|Návrh rozpočtu 2025
|1111|Daň z příjmů FO|1000|1100|1200
|1211|DPH|2000|2100|2200
Příjmy celkem|||3000|3200|3400
2212|5171|Silnice|1500|1600|1700
3111|5331|Mateřské školy|1400|1450|1500
Výdaje celkem|||2900|3050|3200
Saldo|||100|150|200""",
        totals={2023: -100_000, 2024: -150_000, 2025: -200_000},
        lines=4,
    ),
    Written(
        name="es-ingresos-gastos-cols",
        kind="csv",
        text="""\
Programa;Descripción;Ingresos 2025;Gastos 2025;Ingresos 2026;Gastos 2026
132;Seguridad;10.000,00;150.000,00;11.000,00;160.000,00
151;Urbanismo;50.000,00;70.000,00;51.000,00;71.000,00""",
        totals={2025: 160_000, 2026: 169_000},
        lines=2,
    ),
    Written(
        name="cs-polozky-bez-paragrafu-2026",
        kind="csv",
        text="""\
Paragraf;Položka;Název;Schválený rozpočet;Rozpočet po změnách
0000;1111;Daň z příjmů FO;5 000 123,00;5 100 000,00
0000;1211;Daň z přidané hodnoty;9 000 456,00;9 200 000,00
0000;4112;Neinvestiční přijaté transfery;700 789,00;700 000,00
3113;5331;Neinvestiční příspěvky školám;6 000 321,00;6 100 000,00
3639;5169;Nákup služeb;1 500 654,00;1 700 000,00
6171;5011;Platy zaměstnanců;5 500 987,00;5 600 000,00
6171;6121;Stavby;1 200 111,00;1 300 000,00""",
        comes_out="asked",
        totals={2026: 14_202_073 + 14_701_368},
        doubted=True,
        lines=7,
    ),
    Written(
        name="it-previsioni-abbreviate",
        kind="csv",
        text="""\
Esercizio Finanziario;Titolo;Descrizione;Riscos. in CR;Accert. in CC;Pre.  Def. in CC;Tot. Riscos.
2026;1;Tributi propri;120345,50;880123,25;901234,75;810222,00
2026;1;Fondi perequativi;20111,00;230456,00;231000,00;220333,40
2026;3;Vendita di beni;45200,10;310789,00;340500,50;250444,00
2026;4;Contributi agli investimenti;60007,00;120333,00;410250,00;99555,20""",
        comes_out="asked",
        totals={2026: 1_882_985.25},
        doubted=True,
        lines=4,
    ),
)
