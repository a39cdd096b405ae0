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
    ("Område;Budget 2026;Overførsel fra 2025", "overfoersel-fra-et-aar"),
    ("Service;Budget 2026;Carried forward 2025", "carried-forward"),
    ("Fonction;Budget 2026;Reports de crédits 2025", "reports-de-credits"),
)
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
)
