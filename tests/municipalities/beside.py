"""Budgets beside whose amounts stand columns and titles that sound like other years' amounts."""

from municipalities.writing import Written

FROM_ELSEWHERE = (
    ("Udvalg;Overførsler fra staten 2026;Udgifter 2026", "overfoersler-fra-staten"),
    ("Område;Overførsel fra reserver 2026;Budget 2026", "overfoersel-fra-reserver"),
    ("Nämnd;Överföring från staten 2026;Kostnader 2026", "oeverfoering-fraan-staten"),
    ("Produkt;Übertrag aus Rücklagen 2026;Ansatz 2026", "uebertrag-aus-ruecklagen"),
    ("Service;Rollover relief 2026;Budget 2026", "rollover-relief"),
    ("Service;Reports 2026;Budget 2026", "reports"),
    ("Udvalg;Genbevilling 2026;Budget 2026", "genbevilling"),
)
CARRIED = (
    ("Område;Budget 2026;Overført fra 2025", "overfoert-fra-et-aar"),
    ("Område;Budget 2026;Overført 2025", "overfoert-og-et-aar"),
    ("Område;Budget 2026;Overførsel fra 2025", "overfoersel-fra-et-aar"),
    ("Service;Budget 2026;Carried forward 2025", "carried-forward"),
    ("Fonction;Budget 2026;Reports de crédits 2025", "reports-de-credits"),
)
NO_TITLES = (
    ("Budget 2026", "Jf. budgetaftale 2025"),
    ("Budget 2026", "Se budget 2025"),
    ("Budget 2026", "Forslag fra budget 2025"),
    ("Budget 2026", "Budget 2025 (til sammenligning)"),
    ("Budget 2026", "Budget 2025"),
    ("Budget 2026", "Regnskab 2024"),
    ("Budget 2026", "Konto 2010"),
    ("Lov 2024", "Lov 2025"),
    ("Aftale 2023", "Aftale 2024"),
    ("Igangsat 2024", "Igangsat 2025"),
    ("PL 2025", "PL 2026"),
    ("Konto 2010", "Konto 2030"),
    ("Budget 2024", "Budget 2026"),
)
"""What no year of the rows below it is, or not surely: other lines stand there."""
FOLLOWED_UP = (
    "Udvalg;Korrigeret budget 2026;Forbrug;Restbudget",
    "Område;Regulert budsjett 2026;Regnskap;Restbudsjett",
    "Service;Revised budget 2026;Spent;Budget remaining",
    "Service;Revised budget 2026;Spent;Budget used",
    "Udvalg;Forventet regnskab 2026;Udgift;Indtægt",
    "Udvalg;Forventet regnskab 2026;Budget;Afvigelse",
)
CODED = ("Budget code", "Budgetnr.", "Budgetkonto", "Haushaltsstelle")
BESIDE = (
    *(
        Written(name=name, kind="csv", text=f"{header}\nA;500;9500\nB;700;7507", comes_out="asked")
        for header, name in FROM_ELSEWHERE
    ),
    *(
        Written(
            name=name,
            kind="csv",
            text=f"{header}\nA;9500;500\nB;7507;700",
            totals={2026: 17007},
            lines=2,
            doubted=True,
        )
        for header, name in CARRIED
    ),
    *(
        Written(
            name=f"titler-{above}-{below}",
            kind="csv",
            text=f"{above}\nPost;Beløb\nSkole;500\nHal;417\n{below}\nVej;300\nPark;20",
            comes_out="asked",
        )
        for above, below in NO_TITLES
    ),
    Written(
        name="prisniveau-mellem-raekkerne",
        kind="csv",
        text="Budget 2026\nPost;Beløb\nSkole;500\nPrisniveau 2025\nVej;317",
        totals={2026: 817},
        lines=2,
        plain=True,
    ),
    Written(
        name="aar-alene-over-de-samme-linjer",
        kind="csv",
        text="Post;Beløb\n2026\nVej;300\nCykel;17\nPark;5\n2027\nVej;310\nCykel;19\nSti;4\nPark;5",
        totals={2026: 322, 2027: 338},
        plain=True,
    ),
    *(
        Written(
            name=f"opfoelgning-{header.rpartition(';')[2]}",
            kind="csv",
            text=f"{header}\nA;900;1010;-110\nB;1800;2100;-300\nC;307;107;200",
            totals={2026: 3007},
            lines=3,
        )
        for header in FOLLOWED_UP
    ),
    *(
        Written(
            name=f"koder-{header}",
            kind="csv",
            text=f"{header};Navn;Regnskab 2024\n1001;A;900\n1040;B;1800\n1002;C;307\n1077;D;45",
            totals={2024: 3052},
            lines=4,
        )
        for header in CODED
    ),
    Written(
        name="sider-foer-det-korrigerede",
        kind="csv",
        text="Område;Udgifter;Indtægter;Korrigeret budget 2026\nA;1000;-100;900\nB;2000;-193;1807",
        totals={2026: 2707},
        lines=2,
    ),
    Written(
        name="regnskabets-egne-sider",
        kind="csv",
        text="Navn;Regnskab 2024;Heraf udgifter;Heraf indtægter\nA;900;1000;-100\nB;1807;2000;-193",
        totals={2024: 2707},
        lines=2,
    ),
    Written(
        name="regnskab-og-et-budget-uden-aar",
        kind="csv",
        text="Område;Regnskab 2024;Budget\nSkole;900;1000\nÆldre;1800;2007",
        comes_out="asked",
    ),
    *(
        Written(
            name=f"linje-som-overskriften-{len(header)}-{len(row)}",
            kind="csv",
            text=f"{header}\nA;100;7\n{row}\nC;300;9",
            totals={2026: total, 2027: 2066},
            lines=3,
        )
        for header, row, total in (
            ("Udvalg;2026;2027", "Udvalg;2000;2050", 2400),
            ("Drift;2026;2027", "Drift;2010;2050", 2410),
        )
    ),
    Written(
        name="linje-som-overskriften-et-aar",
        kind="csv",
        text="Udvalg;2026\nA;100\nUdvalg;2000\nC;300",
        totals={2026: 2400},
        lines=3,
    ),
    Written(
        name="linje-som-en-del-af-overskriften",
        kind="csv",
        text="Udvalg;Navn;2026\nA;Skole;100\nUdvalg;;2025\nC;Vej;317",
        totals={2026: 2442},
        lines=3,
    ),
    Written(
        name="overskriften-igen-med-et-andet-aar",
        kind="csv",
        text="Udvalg;Navn;2026\nA;Skole;100\nUdvalg;Navn;2027\nC;Vej;317",
        comes_out="asked",
    ),
    Written(
        name="regnskab-og-skoen-og-et-budget-uden-aar",
        kind="csv",
        text="Område;Regnskab 2024;Forventet 2025;Budget\nA;900;990;1005\nB;1800;2007;2090",
        comes_out="asked",
    ),
    Written(
        name="overskriften-igen-med-et-fjernt-aar",
        kind="csv",
        text="Udvalg;Navn;2026\nA;Skole;100\nUdvalg;Navn;2000\nC;Vej;317",
        comes_out="asked",
    ),
)
