"""Danish budgets: years, versions and other columns."""

from municipalities.writing import Written

DANISH_YEARS = (
    Written(
        name="sections-ui-rows",
        text="""\
Bevillingsoversigt, budget 2026-2029
1.000 kr.
||2026|2027|2028|2029
Økonomiudvalget
Administration|U|1000|1010|1020|1030
Administration|I|-100|-110|-120|-130
Kulturudvalget
Biblioteker|U|300|310|320|330
Biblioteker|I|-20|-20|-20|-20
Nettodrift i alt||1180|1190|1200|1210""",
        totals={2026: 1_180_000, 2027: 1_190_000, 2028: 1_200_000, 2029: 1_210_000},
        lines=4,
    ),
    Written(
        name="stacked-tables",
        text="""\
Drift
Funktion|Navn|B2026|B2027
5.30.26|Hjemmehjælp|1000|1010
5.30.27|Pleje|2000|2010
Drift i alt||3000|3020

Anlæg
Funktion|Navn|B2026|B2027
0.28.20|Park|150|250
2.28.22|Vej|350|450
Anlæg i alt||500|700

Finansiering
Funktion|Navn|B2026|B2027
7.68.90|Skat|-3300|-3500
Finansiering i alt||-3300|-3500""",
        totals={2026: 200, 2027: 220},
        lines=5,
        kinds=("operating", "operating", "capital", "capital", "financing"),
    ),
    Written(
        name="pl-headers",
        text="""\
1.000 kr.
Udvalg|2026-pl Budget 2025|2026-pl Budget 2026|2026-pl Overslag 2027
Teknik|100|110|120
Kultur|200|210|220""",
        totals={2025: 300_000, 2026: 320_000, 2027: 340_000},
        lines=2,
    ),
    Written(
        name="pl-after",
        text="""\
1.000 kr.
Udvalg|Budget 2025 (2026-pl)|Budget 2026 (2026-pl)|Overslag 2027 (2026-pl)
Teknik|100|110|120
Kultur|200|210|220""",
        totals={2025: 300_000, 2026: 320_000, 2027: 340_000},
        lines=2,
    ),
    Written(
        name="change-columns",
        text="""\
1.000 kr.
Udvalg|Budget 2025|Budget 2026|Stigning 2025-2026|Udvikling 25-26|Vækst 2025-26 (pct.)
Teknik|100|110|10|10|0.1
Kultur|200|210|10|10|0.05""",
        totals={2025: 300_000, 2026: 320_000},
        lines=2,
    ),
    Written(
        name="per-head-column",
        text="""\
1.000 kr.
Udvalg|Budget 2025|Budget 2026|Kr. pr. indb. 2026|Udgift pr. barn 2026
Teknik|100|110|10|10
Kultur|200|210|10|10""",
        totals={2025: 300_000, 2026: 320_000},
        lines=2,
    ),
    Written(
        name="sum-over-years",
        text="""\
Forslag til anlæg
Nr.|Projekt|2026|2027|2028|2029|Sum 2026-29
1|Skole|10|20|30|40|100
2|Vej|5|5|5|5|20""",
        totals={2026: 15, 2027: 25, 2028: 35, 2029: 45},
        lines=2,
    ),
    Written(
        name="months",
        text="""\
Konto|Navn|Jan 2026|Feb 2026|Mar 2026
5.30.26|Hjælp|10|20|30
5.30.27|Pleje|10|20|30""",
        comes_out="asked",
        totals={2026: 120},
        lines=2,
    ),
    Written(
        name="fte",
        text="""\
1.000 kr.
Enhed|Budget 2026|Årsværk 2026
Skole|1000|20.5
Ældre|2000|40.5""",
        totals={2026: 3_000_000},
        lines=2,
    ),
    Written(
        name="two-units-columns",
        text="""\
Område|Budget 2025 (mio. kr.)|Budget 2026 (1.000 kr.)
Skole|1|1100
Ældre|2|2100""",
        comes_out="asked",
        totals={2025: 3_000_000},
        lines=2,
    ),
    Written(
        name="accounts-gap-budget",
        text="""\
1.000 kr.
Udvalg|Regnskab 2023|Budget 2025|Budget 2026
Teknik|90|100|110
Kultur|190|200|210""",
        totals={2025: 300_000, 2026: 320_000},
        lines=2,
    ),
    Written(
        name="serviceramme-overblik",
        text="""\
Budgetoverblik 2026-2029
(mio. kr. i 2026-priser)
|R 2024|VB 2025|B 2026|BO 2027|BO 2028|BO 2029
Serviceudgifter|3000.1|3100.2|3200.3|3210.4|3220.5|3230.6
Indkomstoverførsler|900.1|910.2|920.3|930.4|940.5|950.6
Anlægsudgifter|200|210|220|230|240|250""",
        totals={
            2024: 4_100_200_000,
            2025: 4_220_400_000,
            2026: 4_340_600_000,
            2027: 4_370_800_000,
            2028: 4_401_000_000,
            2029: 4_431_200_000,
        },
        lines=3,
    ),
    Written(
        name="zero-col-and-blank-year",
        text="""\
1.000 kr.
Udvalg|B2026|B2027|B2028
Teknik|100|0|
Kultur|200|0|""",
        totals={2026: 300_000, 2027: 0, 2028: 0},
        lines=2,
    ),
    Written(
        name="decimal-point-thousand-comma-dk",
        kind="csv",
        text="""\
Udvalg,Bevilling,B2026,B2027
Teknik,Veje,"1,234,567","1,300,000"
Kultur,Museer,"234,567","240,000"
""",
        totals={2026: 1_469_134, 2027: 1_540_000},
        lines=2,
    ),
    Written(
        name="ambiguous-only",
        kind="csv",
        text="""\
Udvalg;B2026;B2027
Teknik;1.234;1.300
Kultur;234;240""",
        totals={2026: 1_468, 2027: 1_540},
        lines=2,
    ),
    Written(
        name="previous-year-headers",
        text="""\
1.000 kr.
Udvalg|Budget 2025 oprindeligt|Budget 2025 korrigeret|Budgetforslag 2026
Teknik|100|105|110
Kultur|200|205|210""",
        comes_out="asked",
        totals={2025: 300_000, 2026: 320_000},
        lines=2,
    ),
    Written(
        name="bf-headers",
        text="""\
1.000 kr.
Udvalg|R2024|B2025|BF2026|BO2027|BO2028|BO2029
Teknik|90|100|110|111|112|113""",
        totals={
            2024: 90_000,
            2025: 100_000,
            2026: 110_000,
            2027: 111_000,
            2028: 112_000,
            2029: 113_000,
        },
        lines=1,
    ),
    Written(
        name="bo1",
        text="""\
Budget 2026
1.000 kr.
Udvalg|B|BO1|BO2|BO3
Teknik|100|101|102|103
Kultur|200|201|202|203""",
        totals={2026: 300_000, 2027: 302_000, 2028: 304_000, 2029: 306_000},
        lines=2,
    ),
    Written(
        name="pct-cells-number",
        text="""\
1.000 kr.
Udvalg|B2025|B2026|Afv.|Afv. %
Teknik|100|110|10|0.1
Kultur|200|210|10|0.05""",
        totals={2025: 300_000, 2026: 320_000},
        lines=2,
    ),
    *(
        Written(
            name=f"da-enhed-for-hver-kolonne-{number}",
            kind="csv",
            text=f"""\
Område;{first};{second}
Skole;1234567;1345
Vej;2345678;2456""",
            comes_out="asked",
        )
        for number, (first, second) in enumerate(
            (("2025 (kr.)", "2026 (t.kr.)"), ("2025 DKK", "2026 TDKK"))
        )
    ),
    Written(
        name="da-fodnote-ved-aaret",
        kind="csv",
        text="""\
Område;2026 1);2027*
Skole;1234567;1334567
Vej;345678;355678
1) Foreløbig;;""",
        totals={2026: 1_580_245, 2027: 1_690_245},
        lines=2,
    ),
    Written(
        name="sv-kronor-per-elev-i-raderna",
        kind="csv",
        text="""\
Kommun;Mått;2025;2026
Norrby;Kostnad grundskola, kr/elev;112345;115678
Norrby;Kostnad äldreomsorg, kr/inv;23456;24567""",
        totals={2025: 135_801, 2026: 140_245},
        doubted=True,
        lines=2,
    ),
    Written(
        name="aar-som-titler-mellem-raekkerne",
        kind="csv",
        text="""\
Område;Beløb
Budget 2026;
Skoler;1200
Ældre;900
I alt;2100
Budget 2027;
Skoler;1250
Ældre;930
I alt;2180""",
        totals={2026: 2100, 2027: 2180},
        lines=2,
        plain=True,
    ),
    Written(
        name="aar-som-titler-over-hver-tabel",
        kind="csv",
        text="""\
Budget 2026
Område;Udgifter;Indtægter
Skoler;1200;200
Ældre;900;100

Budget 2027
Område;Udgifter;Indtægter
Skoler;1250;210
Ældre;930;110""",
        totals={2026: 1800, 2027: 1860},
        spent={2026: 2100, 2027: 2180},
        lines=2,
        plain=True,
    ),
    Written(
        name="aar-i-titler-med-andre-ord",
        kind="csv",
        text="""\
Budget 2026
Område;Beløb
Skoler;1200
Ældre;900
Overført fra 2025
Skoler;50
Ældre;30""",
        comes_out="asked",
        totals={2026: 2100},
        lines=2,
        doubted=True,
    ),
    Written(
        name="aarets-sider-ved-siden-af-et-regnskab",
        kind="csv",
        text="""\
Budget 2026
Område;Udgifter;Indtægter;Netto;Regnskab 2024
Skoler;1200;-200;1000;980
Ældre;900;-100;800;790
Veje;307;0;307;310""",
        totals={2026: 2107},
        spent={2026: 2407},
        lines=3,
        plain=True,
    ),
    Written(
        name="budgettet-ved-siden-af-regnskaber",
        kind="csv",
        text="""\
Budget 2026
Område;Budget;Regnskab 2024;Forventet regnskab 2025
Skoler;1200;980;1100
Ældre;907;790;820
Veje;305;310;300""",
        totals={2026: 2412},
        lines=3,
        plain=True,
    ),
    Written(
        name="sidste-aars-budget-ved-siden-af",
        kind="csv",
        text="""\
Budget 2026
Område;Sidste års budget;Budget
Skoler;1150;1200
Ældre;880;900
Veje;300;317""",
        totals={2026: 2417},
        lines=3,
        plain=True,
    ),
    Written(
        name="oprindeligt-budget-ved-siden-af",
        kind="csv",
        text="""\
Område;Oprindeligt budget;Budget 2026
Skoler;1150;1200
Ældre;880;900
Veje;300;317""",
        totals={2026: 2417},
        lines=3,
        plain=True,
    ),
    Written(
        name="samme-aar-to-gange-over-to-tabeller",
        kind="csv",
        text="""\
Navn;2026;2027;Projekt;2026;2027
Skoler;1200;1210;Ny skole;500;400
Ældre;900;910;Bro;300;0
Veje;150;150;;;""",
        comes_out="asked",
        totals={2026: 2250, 2027: 2270},
        lines=3,
        doubted=True,
    ),
    Written(
        name="budget-og-det-overfoerte",
        kind="csv",
        text="""\
Område;Budget 2026;Overført fra 2025;I alt til rådighed
Børn;1250;50;1300
Ældre;920;10;930""",
        totals={2026: 2170},
        lines=2,
        doubted=True,
    ),
    Written(
        name="maaneder-ved-siden-af-budgettet",
        kind="csv",
        text="""\
Område;Jan;Feb;Mar;Apr;Maj;Jun;Jul;Aug;Sep;Okt;Nov;Dec;Budget 2026
Børn;10;10;10;10;10;10;10;10;10;10;10;11;121
Ældre;20;20;20;20;20;20;20;20;20;20;20;27;247""",
        totals={2026: 368},
        lines=2,
        plain=True,
    ),
    Written(
        name="aaret-over-navnene",
        kind="csv",
        text="""\
Budget 2026;Mio. kr.
Skoler;5,1
Ældre;2,5
Veje;0,9
I alt;8,5""",
        totals={2026: 8_500_000},
        lines=3,
        plain=True,
    ),
    Written(
        name="aaret-over-navnene-ved-siden-af-sider",
        kind="csv",
        text="""\
Driftsbudget 2026;Udgifter;Indtægter
Skoler;5000;100
Ældre;2500;50
Veje;913;10""",
        totals={2026: 8253},
        spent={2026: 8413},
        lines=3,
        plain=True,
    ),
    Written(
        name="regnskab-og-budgetter-som-titler",
        kind="csv",
        text="""\
Regnskab 2024
Område;Beløb
Børn;1100
Ældre;800

Budget 2025
Område;Beløb
Børn;1150
Ældre;850

Budget 2026
Område;Beløb
Børn;1200
Ældre;907""",
        totals={2024: 1900, 2025: 2000, 2026: 2107},
        lines=2,
        plain=True,
    ),
)
