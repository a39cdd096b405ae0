"""Faults of stages: the line that their money stands on, and what others pay of it."""

from collections.abc import Collection, Iterator, Sequence

from innobudget.domain.budget import HALF_AN_ORE, Budget, BudgetLine, Kind
from innobudget.domain.checks.effects import listed_lines, unmatched
from innobudget.domain.checks.places import Keys
from innobudget.domain.investment import Investment, Stage
from innobudget.domain.planned import outlay_lines
from innobudget.domain.scenario import Scenario
from innobudget.errors import Problem
from innobudget.messages import counted, say


def check_stages(scenario: Scenario) -> Iterator[Problem]:
    """Yield every fault of every stage."""
    for number, investment in enumerate(scenario.investments):
        for position, stage in enumerate(investment.stages):
            keys: Keys = ("investment", number, "stage", position)
            yield from _grant(investment, stage, (*keys, "grant"))
            if stage.outlay_line is not None:
                yield from _line(investment, stage, scenario.budget, (*keys, "outlay_line"))


def _line(
    investment: Investment, stage: Stage, budget: Budget | None, keys: Keys
) -> Iterator[Problem]:
    if budget is None:
        yield Problem(
            code="line-without-budget",
            path=keys,
            found=say(
                'outlay_line = "{outlay_line}", and no [budget]', outlay_line=stage.outlay_line
            ),
            expected=say("a [budget] whose file has that line"),
            remedy=say("add [budget] with file = …, whose lines outlay_line names"),
        )
        return
    if not budget.select(line=stage.outlay_line):
        names = [line.id for line in budget.lines]
        yield unmatched(stage.outlay_line or "", names, keys, budget)
        return
    needed: dict[Kind, bool] = {
        "operating": bool(stage.outlay or stage.disruption),
        "capital": bool(stage.capital_outlay),
    }
    for kind, is_needed in needed.items():
        found = outlay_lines(budget, investment, stage, kind)
        if is_needed and len(found) != 1:
            matched = found or budget.select(line=stage.outlay_line)
            yield _not_one(stage, kind, keys, found=len(found), matched=matched)


def _not_one(
    stage: Stage, kind: Kind, keys: Keys, *, found: int, matched: Sequence[BudgetLine]
) -> Problem:
    """Say that an amount that stands on one line would have none, or several to choose from."""
    capital = kind == "capital"
    money = say("capital outlay") if capital else say("operating outlay and disruption")
    number = counted("{count} line", "{count} lines", found) if found else say("no line")
    return Problem(
        code="outlay-line",
        path=keys,
        found=say(
            '{number} for {money}: outlay_line = "{pattern}" is {lines}',
            number=number,
            money=money,
            pattern=stage.outlay_line,
            lines=listed_lines(matched),
        ),
        expected=say("exactly one line of expenditure for {money}", money=money),
        remedy=_remedy(found, {line.id for line in matched}),
    )


def _remedy(found: int, codes: Collection[str]) -> str:
    if not found:
        return say("name a line of expenditure")
    if len(codes) > 1:
        return say("write the whole code of one of these")
    return say("say in area of the investment which of these lines of one code is meant")


def _grant(investment: Investment, stage: Stage, keys: Keys) -> Iterator[Problem]:
    """Find grants below 0, and those of more than what co-financing leaves of the outlay."""
    for year, grant in sorted(stage.grant.items()):
        outlay = sum(amounts.get(year, 0.0) for amounts in stage.outlays.values())
        own = (1 - investment.cofinancing) * outlay
        if grant < 0:
            yield Problem(
                code="grant-below-zero",
                path=(*keys, str(year)),
                found=say("a grant of {grant:,.0f}", grant=grant),
                expected=say("what others pay as a positive amount"),
                remedy=say("take the minus away"),
            )
        elif grant > max(own, 0.0) + HALF_AN_ORE:
            left = say(" after co-financing") if investment.cofinancing else ""
            yield Problem(
                code="grant-above-outlay",
                path=(*keys, str(year)),
                found=say(
                    "a grant of {grant:,.12g} in {year} to an outlay of {own:,.12g}{left}",
                    grant=grant,
                    year=year,
                    own=own,
                    left=left,
                ),
                expected=say("at most the stage's outlay of the same year"),
                remedy=say(
                    "write the grant in the years of the outlay that it pays for; what is above "
                    "it is no part of this case"
                ),
            )
