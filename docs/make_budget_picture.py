"""Draw what `innobudget budget` says about the example as `docs/budget-reading.svg`."""

from html import escape
from pathlib import Path

from innobudget.workflow.budget import read_budget_file

PROJECT = Path(__file__).parents[1]
WIDTH = 150
LINE = 18


def main() -> None:
    """Write the picture."""
    said = read_budget_file(PROJECT / "data" / "odense" / "2025" / "budget.xlsx").text
    lines = ["$ innobudget budget data/odense/2025/budget.xlsx", *said.splitlines()]
    height = LINE * (len(lines) + 2)
    rows = "\n".join(
        f'<text x="16" y="{LINE * (at + 1) + 10}" xml:space="preserve">'
        f"{escape(line[:WIDTH])}</text>"
        for at, line in enumerate(lines)
    )
    (PROJECT / "docs" / "budget-reading.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="{height}" '
        f'font-family="DejaVu Sans Mono, monospace" font-size="13" fill="#222">\n'
        f'<rect width="100%" height="100%" fill="#fafafa"/>\n{rows}\n</svg>\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
