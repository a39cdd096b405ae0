"""What is on each sheet, for the contents on About."""

from collections.abc import Mapping

from innobudget.messages import Text, say

CONTENTS = say("Contents")
SHEETS: Mapping[str, Text] = {
    "summary": say("The answer in one screen: the message, key figures, the years, two charts."),
    "assumptions": say(
        "Every figure that was typed, with unit, mark and source. Yellow cells may be changed."
    ),
    "budget": say(
        "The budget lines that investments touch, before and after; the other lines in sums."
    ),
    "plan": say("What every investment costs and saves before any chance, by formulas."),
    "appropriations": say("What goes into the budget system, line by line."),
    "results": say("How every measure is distributed, for the portfolio, tracks, areas and kinds."),
    "investments": say("One row per investment, the biggest contribution to the hole first."),
    "drivers": say("Which uncertainty moves the hole and the value most."),
    "whatif": say(
        "Try it: booking share, confidence, discount rate, and each investment on or off."
    ),
    "trials": say("The simulated futures that What-if computes from, one row each."),
    "checks": say("What must agree, and whether it does."),
    "about": say("Contents, the run, colours, doubts, conventions, what is not modelled, words."),
}
