"""Budgets as Norwegian and Swedish municipalities write them."""

from municipalities.writing import Written

NORDIC = (
    Written(
        name="enheter-i-radene",
        kind="csv",
        text="""\
Tiltak;Enhet;2026;2027
Skole;1000 kr;5000;5100
Helse;mill. kr;12,5;13,0""",
        comes_out="asked",
        totals={2026: 5_000_000, 2027: 5_100_000},
        lines=1,
    ),
    Written(
        name="enhet-i-kolonne",
        kind="csv",
        text="""\
Tiltak;Enhet;2026;2027
Skole;1000 kr;5000;5100
Helse;1000 kr;12,5;13,0""",
        totals={2026: 5_012_500, 2027: 5_113_000},
        lines=2,
    ),
    Written(
        name="okonomiplan",
        text="""\
Driftsbudsjett 2025 og økonomiplan 2025–2028
Tall i 1000 kr
Rammeområde|Regnskap 2023|Oppr. budsjett 2024|Rev. budsjett 2024|Budsjett 2025|2026|2027|2028
Oppvekst|500|510|515|520|530|540|550
Helse|600|610|615|620|630|640|650
Sum rammeområder|1100|1120|1130|1140|1160|1180|1200""",
        comes_out="asked",
        totals={
            2023: 1_100_000,
            2024: 1_120_000,
            2025: 1_140_000,
            2026: 1_160_000,
            2027: 1_180_000,
            2028: 1_200_000,
        },
        lines=2,
    ),
    Written(
        name="bevilgningsoversikt",
        text="""\
Bevilgningsoversikt drift (§ 5-4)
Beløp i 1000|Budsjett 2025|Budsjett 2026
Rammetilskudd|-1000|-1010
Inntekts- og formuesskatt|-2000|-2020
Eiendomsskatt|-100|-100
Sum generelle driftsinntekter|-3100|-3130
Sum bevilgninger drift, netto|2800|2830
Avskrivninger|200|210
Sum netto driftsutgifter|3000|3040
Brutto driftsresultat|-100|-90
Renteutgifter|50|60
Netto driftsresultat|-50|-30""",
        totals={2025: -50_000, 2026: -30_000},
        lines=6,
    ),
    Written(
        name="resultatrakning",
        text="""\
Resultaträkning, tkr|Bokslut 2023|Budget 2024|Budget 2025|Plan 2026|Plan 2027
Verksamhetens intäkter|200|210|220|230|240
Verksamhetens kostnader|-1500|-1550|-1600|-1650|-1700
Avskrivningar|-50|-50|-50|-50|-50
Verksamhetens nettokostnader|-1350|-1390|-1430|-1470|-1510
Skatteintäkter|1000|1050|1100|1150|1200
Generella statsbidrag|380|390|400|410|420
Finansnetto|-10|-10|-10|-10|-10
Årets resultat|20|40|60|80|100""",
        totals={2023: -20_000, 2024: -40_000, 2025: -60_000, 2026: -80_000, 2027: -100_000},
        lines=6,
    ),
    Written(
        name="namnder",
        text="""\
Driftbudget (mnkr)
Nämnd|Budget 2025|Budget 2026
Kommunstyrelsen|-120.5|-125.5
Barn- och utbildningsnämnden|-800.2|-820.2
Socialnämnden|-700.1|-710.1
Summa nämnder|-1620.8|-1655.8""",
        comes_out="asked",
        totals={2025: 1_620_800_000, 2026: 1_655_800_000},
        lines=3,
    ),
    Written(
        name="no-formal",
        text="""\
Kommunedirektørens forslag til budsjett 2026
Budsjettskjema 1B
Tall i hele tusen
Tjenesteområde|Ansvar|Regnskap 2024|Budsjett 2025|Budsjett 2026|Plan 2027
Skole|1000|100|105|110|115
Barnehage|1100|200|205|210|215
Sum||300|310|320|330""",
        totals={2024: 300_000, 2025: 310_000, 2026: 320_000, 2027: 330_000},
        lines=2,
    ),
    Written(
        name="sv-flerarsplan",
        text="""\
Flerårsplan 2026-2028
Belopp i tkr
Nämnd/verksamhet|Utfall 2024|Budget 2025|Budget 2026|Plan 2027|Plan 2028
Barn- och utbildningsnämnden|500000|510000|520000|530000|540000
Socialnämnden|400000|410000|420000|430000|440000
Summa|900000|920000|940000|960000|980000""",
        totals={
            2024: 900_000_000,
            2025: 920_000_000,
            2026: 940_000_000,
            2027: 960_000_000,
            2028: 980_000_000,
        },
        lines=2,
    ),
    Written(
        name="sv-intakter-kostnader",
        text="""\
tkr
Nämnd|Intäkter 2025|Kostnader 2025|Netto 2025
Skola|100|-1100|-1000
Vård|200|-2200|-2000
Summa|300|-3300|-3000""",
        totals={2025: 3_000_000},
        lines=2,
    ),
)
