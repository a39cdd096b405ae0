"""What each help ends with: examples, which can be tried one after the other, and exit codes."""

from innobudget.messages import Text, say

TITLE, CODES = say("Examples:"), say("Exit codes:")
STATUS = (
    ("0", say("done")),
    ("1", say("a fault of innobudget itself")),
    ("2", say("something is wrong with what was given; each fault is told with its remedy")),
    ("130", say("interrupted; nothing was written")),
)
NO = {
    "verify": say("the report is not as it was written, or gives other figures, or cannot be read"),
    "budget": say("the file is no budget, or leaves a question open; told with its remedy"),
}
"""What 2 says of commands that answer a question."""
EXAMPLES = {
    "demo": ("demo", "demo example --language en --trials 20000"),
    "new": ("new town", "new asked.xlsx --followup town/scenario.toml"),
    "budget": (
        "budget town/budget.xlsx",
        "budget town/budget.xlsx --write-mapping town/mapping.toml --csv town/budget.csv",
    ),
    "check": ("check town/scenario.toml", "check town/scenario.xlsx --strict"),
    "run": (
        "run town/scenario.toml",
        "run town/scenario.toml --trials 20000 --out reports/draft --no-charts",
        "run town/scenario.toml --stress delay=1 --memo --language en",
    ),
    "verify": ("verify reports/scenario",),
    "compare": ("compare example/scenarios/odense.toml example/scenarios/odense-careful.toml",),
    "roll": ("roll town/scenario.toml --base-year 2027 --budget town/budget.xlsx --out next.toml",),
    "choose": ("choose example/scenarios/odense.toml --no-workbook",),
    "break-even": ("break-even town/scenario.toml booking.share",),
    "sweep": (
        "sweep town/scenario.toml --set booking.share=0.5,0.75,1 --out shares.csv",
        "sweep town/scenario.toml --seeds 1-5 --out seeds.xlsx",
    ),
    "convert": ("convert town/scenario.toml town/form.xlsx",),
}
"""By command; the folder `town` and the example are made by the first of them."""


def told_at_the_end(command: str, language: str) -> str:
    """Return examples and exit codes of a command; of the program where there is no such one."""
    shown = EXAMPLES.get(command, [EXAMPLES[name][0] for name in ("demo", "new", "run")])
    examples = [f"  innobudget {words}" for words in shown]
    codes = [f"  {code:5}{_meaning(command, code, told)(language)}" for code, told in STATUS]
    return "\n".join(["", TITLE(language), *examples, "", CODES(language), *codes])


def _meaning(command: str, code: str, told: Text) -> Text:
    return NO.get(command, told) if code == "2" else told
