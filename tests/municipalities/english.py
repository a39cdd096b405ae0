# ruff: noqa: E501 - rows as a spreadsheet has them
"""Budgets as British, Irish and American municipalities write them."""

from municipalities.writing import Written

ENGLISH = (
    Written(
        name="gross-net",
        merged=("B3:D3", "E3:G3", "A3:A4"),
        text="""\
Revenue Budget 2025/26
£000
Service|2024/25|||2025/26
|Gross Expenditure|Gross Income|Net Expenditure|Gross Expenditure|Gross Income|Net Expenditure
Adults|1000|-200|800|1100|-210|890
Children|2000|-300|1700|2100|-310|1790
Total Services|3000|-500|2500|3200|-520|2680""",
        totals={2025: 2_500_000, 2026: 2_680_000},
        lines=2,
    ),
    Written(
        name="simple",
        kind="csv",
        text="""\
Directorate,Service,2024/25 Original Budget (£),2025/26 Original Budget (£)
Place,Highways,"1,234,567","1,300,000"
Place,Parking,"(234,567)","(250,000)"
People,Schools,"5,000,000","5,100,000"
,Total,"6,000,000","6,150,000"
""",
        totals={2025: 6_000_000, 2026: 6_150_000},
        lines=3,
    ),
    Written(
        name="table-b",
        merged=("B2:E2", "F2:G2"),
        text="""\
Table B: Expenditure and Income for 2025 and Estimated Outturn for 2024
|2025||||2024
Division and Services|Expenditure Adopted|Expenditure Estimated|Income Adopted|Income Estimated|Expenditure Outturn|Income Outturn
A01 Housing Maintenance|1000|1010|200|210|900|190
A02 Housing Assessment|500|510|50|60|450|40""",
        comes_out="asked",
        totals={2024: 1_120, 2025: 1_250},
        lines=2,
    ),
    Written(
        name="departments",
        kind="csv",
        text="""\
Department,FY2023 Actual,FY2024 Adopted,FY2024 Amended,FY2025 Proposed,% Change
Police,"$1,000,000","$1,100,000","$1,150,000","$1,200,000",9.1%
Fire,"$2,000,000","$2,100,000","$2,150,000","$2,200,000",4.8%
TOTAL GENERAL FUND,"$3,000,000","$3,200,000","$3,300,000","$3,400,000",6.3%""",
        comes_out="asked",
        totals={2023: 3_000_000, 2024: 3_200_000, 2025: 3_400_000},
        lines=2,
    ),
    Written(
        name="uk-directorate",
        text="""\
Medium Term Financial Plan
All figures in £'000
Directorate|2024/25 Budget|Growth|Savings|2025/26 Budget
Adults|1000|50|-20|1030
Children|2000|60|-10|2050
Net Budget|3000|110|-30|3080""",
        totals={2025: 3_000_000, 2026: 3_080_000},
        lines=2,
    ),
    Written(
        name="us-ledger",
        kind="csv",
        text="""\
Fund,Dept,Account,Description,2023 Actual,2024 Adopted,2025 Adopted
100,10,5110,Salaries,"1,234,567.89","1,300,000.00","1,400,000.00"
100,10,5210,Supplies,"12,345.67","13,000.00","14,000.00"
100,10,4110,Property tax revenue,"(2,000,000.00)","(2,100,000.00)","(2,200,000.00)"
""",
        totals={2023: -753_086.44, 2024: -787_000, 2025: -786_000},
        lines=3,
    ),
    Written(
        name="ie-service-division",
        text="""\
Annual Budget 2026 - Table A
Summary by Service Division|Expenditure €|Income €|Budget Net Expenditure 2026 €|Estimated Net Expenditure Outturn 2025 €
Housing and Building|1000|800|200|190
Roads|2000|1500|500|480""",
        totals={2025: 670, 2026: 700},
        lines=2,
    ),
    Written(
        name="outturn-2024",
        kind="csv",
        text="""\
ONS Code,Local authority,Class,Employees,Running Expenses,Total Expenditure,Sales,Other Income,\
Total Income,Net Current Expenditure
E06000001,Hartlepool,UA,3021,4102,7123,911,1204,2115,5008
E07000008,Cambridge,SD,1203,2044,3247,702,1310,2012,1235
E10000003,Cambridgeshire,SC,8044,9120,17164,3011,2207,5218,11946""",
        comes_out="asked",
        totals={2024: 18_189},
        spent={2024: 27_534},
        doubted=True,
        lines=3,
    ),
    Written(
        name="all-other-is-the-rest",
        kind="csv",
        text="""\
Bureau,Account,2025,2026
Treasury,Grants,50110,51230
Treasury,All other payments,7012,7123
Treasury,Salaries,20333,21044
Schools,Grants,8017,8126
Schools,All other payments,912,935
Schools,Salaries,91230,93011
Roads,Grants,3011,3122
Roads,All other payments,655,671
Roads,Salaries,40117,41228""",
        totals={2025: 221_397, 2026: 226_490},
        lines=9,
    ),
)
