"""Names of the files that charts are written to; known before anything is drawn."""

STEMS = (
    "overview",
    "booked-savings",
    "budget-gap",
    "booked-to-achieved",
    "by-year-and-area",
    "investments",
    "risk-drivers",
    "cumulative",
    "double-bottom-line",
)
"""Of a run's charts, in reading order."""
FOLLOWUP_STEMS = ("then-and-now", "why-it-changed")
"""Of a follow-up's further charts, which come after the overview."""
COMPARISON_STEMS = ("scenarios", "safe-saving", "paired-differences")
"""Of a comparison's."""
CHOICE_STEMS = ("core-cases", "frontier", "pooling")
"""Of a choice's."""
PAGES = "report.pdf"
RECORD = "charts.json"
MEMO = "memo.docx"


def run_files(*, svg: bool) -> tuple[str, ...]:
    """Return every name that charts of a run may give a file, as SVG too or not."""
    return (*comparison_files((*STEMS, *FOLLOWUP_STEMS), svg=svg), PAGES)


def comparison_files(stems: tuple[str, ...] = COMPARISON_STEMS, *, svg: bool) -> tuple[str, ...]:
    """Return every name that charts of a comparison may give a file, as SVG too or not."""
    forms = (".png", ".svg") if svg else (".png",)
    return (*(f"{stem}{form}" for stem in stems for form in forms), RECORD)
