"""What is like a quirk of a published budget, and none: parts, units, sides and counts."""

from municipalities.writing import Written

REREAD = (
    Written(
        name="parts-with-numbers-of-their-own",
        kind="csv",
        text="Konto;Navn;2026\n10;Skoler;5000\n11;heraf løn;3000\n20;Veje;2000\n"
        "21;heraf asfalt;900",
        totals={2026: 7000},
    ),
    Written(
        name="numbered-sides",
        kind="csv",
        text="Post;2026\n1 Indtægter;\n2 Skatter;5011\n3 Tilskud;2203\n4 Udgifter;\n5 Skoler;4023\n"
        "6 Veje;3112\n7 Renter;111",
        totals={2026: 32},
        spent={2026: 7246},
    ),
    Written(
        name="unit-in-a-cell-of-its-own",
        kind="csv",
        text="Enhed:;1000;kr.\nKonto;Navn;2026\n10;Skoler;5011\n20;Veje;3122",
        totals={2026: 8_133_000},
    ),
    Written(
        name="internal-revenue",
        kind="csv",
        text="Category;Service;2026\nInternal Revenue;Recoveries;8132\nExpenditure;Schools;5124\n"
        "Expenditure;Roads;3123",
        totals={2026: 115},
        spent={2026: 8247},
    ),
    Written(
        name="posts-beside-money",
        kind="csv",
        text="Department;FTE;FY2026\nSchools;12;501122\nRoads;7;311233\nParks;3;91177",
        totals={2026: 903_532},
    ),
    Written(
        name="what-is-in-use",
        kind="csv",
        text="Codigo;Servicio;Estado;2026\n10;Escuelas;Activo;5011\n20;Calles;Activo;3122",
        totals={2026: 8133},
        plain=True,
    ),
)
