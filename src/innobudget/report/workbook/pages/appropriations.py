"""Appropriations: what goes into the budget system, by formulas from Plan and Budget."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from innobudget.engine.flows import Array
from innobudget.report.appropriations import BOOKED, Appropriation, lines_of, still_to_book
from innobudget.report.planning import planned_effects
from innobudget.report.tables import (
    Cell,
    Figure,
    Page,
    PageTable,
    Role,
    Row,
    amounts,
    heading,
    text,
)
from innobudget.report.words import labels, sheets, workings
from innobudget.report.workbook.accounts import Accounts, account_name, area_name
from innobudget.report.workbook.edition import Edition, Entry


def appropriations(edition: Edition, accounts: Accounts) -> Page:
    """Lay out booked savings, then outlays and disruptions, each with its total."""
    numbered = list(enumerate(accounts.changes, start=1))
    tables = []
    for key, phrase, members in (
        ("saving", workings.BOOKED_CHANGES, True),
        ("spending", workings.SPENDING_CHANGES, False),
    ):
        items = [item for item in numbered if (item[1].change in BOOKED) == members]
        rows = [_row(edition, accounts, number, change) for number, change in items]
        if members:
            rows.append(_rest(edition, "rest", _not_on_lines([number for number, _ in items])))
        rows.append(_total(edition, key, [change.amounts for _, change in items], rows))
        tables.append(edition.table(phrase, rows))
    net = _total(edition, "net", [change.amounts for change in accounts.changes], [])
    tables.append(edition.table("", (net,)))
    already = edition.scenario.booking.already_in_budget
    if already and edition.scenario.budget is not None:
        tables.append(_still_to_book(edition, accounts))
    after = (labels.AREA, labels.KIND, workings.WHAT, workings.LASTS)
    purpose = workings.APPROPRIATIONS_HELD if already else workings.APPROPRIATIONS_PURPOSE
    return Page(
        key="appropriations",
        name=edition.say(sheets.NAMES["appropriations"]),
        notes=(
            edition.say(purpose),
            edition.say(workings.APPROPRIATIONS_WHOLE),
            edition.say(sheets.SIGNS_BUDGET),
            edition.units,
        ),
        headings=(
            *edition.heads((workings.BUDGET_LINE, labels.INVESTMENT, sheets.UNIT)),
            heading(edition.say(workings.ACCOUNT_NUMBER), Figure.COUNT),
            *(heading(year, Figure.YEAR) for year in edition.years),
            *edition.heads(after),
        ),
        widths=(*edition.widths(), 30, 24, 24, 14),
        tables=tuple(tables),
    )


def _still_to_book(edition: Edition, accounts: Accounts) -> PageTable:
    """Return what differs from what the budget file holds, where that is after the bookings."""
    scenario = edition.scenario
    found = [
        (number, change, left)
        for number, change in enumerate(accounts.changes, start=1)
        if (left := still_to_book(scenario, change)).any() or not change.amounts.any()
    ]
    rows = [
        replace(
            _row(
                edition,
                accounts,
                number,
                replace(change, amounts=left),
                _left(str(number), lasting=change.change in BOOKED),
            ),
            key=f"appropriations.left{number}",
        )
        for number, change, left in found
    ]
    rows.append(_rest(edition, "left.rest", _left("rest", lasting=True)))
    rows.append(_total(edition, "left", [left for _, _, left in found], rows))
    return edition.table(workings.STILL_TO_BOOK, rows)


def _left(number: str, *, lasting: bool) -> str:
    """Return the formula of what a budget file that is after the bookings does not hold."""
    own, year, last = f"[appropriations.{number}]", "[appropriations.headings]", "[file_last@value]"
    if not lasting:
        return f"IF({year}<={last},0,{own})"
    held = f"INDEX([appropriations.{number}@years],{last}-[base_year@value]+1)"
    return f"IF({year}<={last},0,{own}-{held}*(1+[growth@value])^({year}-{last}))"


def _row(
    edition: Edition, accounts: Accounts, number: int, change: Appropriation, formula: str = ""
) -> Row:
    account = change.account
    words = (
        area_name(edition, account.area),
        edition.say(labels.KINDS[account.kind]),
        _what(edition, change),
        edition.say(workings.PERMANENT if change.permanent else workings.TEMPORARY),
    )
    formula = formula or _formula(edition, accounts, number)
    cells = (
        Cell(value=accounts.number(account), figure=Figure.COUNT),
        *amounts(change.amounts.tolist(), Role.CALCULATED, formula),
        *map(text, words),
    )
    entry = Entry(account_name(edition, account), detail=edition.case(change.investment))
    return edition.line(f"appropriations.{number}", entry, cells)


def _what(edition: Edition, change: Appropriation) -> str:
    """Say what a change is, and of which effect where the investment has several."""
    told = edition.say(workings.CHANGES[change.change])
    effects = edition.investments[change.investment - 1].effects
    if change.effect is None or len(effects) < 2:
        return told
    return f"{told}, {edition.say(sheets.EFFECT_NUMBER, number=change.effect)}"


def _total(edition: Edition, key: str, parts: Sequence[Array], rows: Sequence[Row]) -> Row:
    values = sum(parts, np.zeros(len(edition.years))).tolist()
    if key == "net":
        formula = "[appropriations.saving]+[appropriations.spending]"
    else:
        formula = f"SUM([{rows[0].key}..{rows[-1].key}])" if rows else "0"
    entry = Entry(workings.NET_CHANGE if key == "net" else workings.IN_ALL)
    cells = (None, *amounts(values, Role.TOTAL, formula))
    return edition.line(f"appropriations.{key}", entry, cells)


def _formula(edition: Edition, accounts: Accounts, number: int) -> str:
    change = accounts.changes[number - 1]
    case = change.investment
    if change.money is not None:
        own = "all" if change.money == "disruption" else "own"
        parts = "+".join(
            f"[plan.{case}.stage{position}.{change.money}.{own}]" for position in change.stages
        )
        return f"[{case}.budgeted@value]*({parts})" if own == "all" else parts
    if change.effect is None:
        return _left_over(accounts, number)
    saving = f"[plan.{case}.effect{change.effect}]"
    positive = f"([plan.{case}.saving]-[plan.{case}.running])"
    given = f"IF({positive}=0,0,[plan.{case}.gross]*MAX(0,{saving})/{positive})"
    return f"-({given}+MIN(0,{saving})){_portion(edition, change)}"


def _portion(edition: Edition, change: Appropriation) -> str:
    """Return the factor that splits an effect over its lines; nothing where it has but one."""
    scenario = edition.scenario
    investment = edition.investments[change.investment - 1]
    planned = planned_effects(scenario, investment)[(change.effect or 1) - 1]
    lines = lines_of(scenario, planned)
    if len(lines) < 2 or change.account.line is None:
        return ""
    position = next(n for n, line in enumerate(lines, start=1) if line is change.account.line)
    key = f"fall.{change.investment}.{change.effect}"
    span = f"[{key}.1..{key}.{len(lines)}]"
    return f"*IF([{key}.size]=0,1/COUNT({span}),ABS([{key}.{position}])/[{key}.size])"


def _left_over(accounts: Accounts, number: int) -> str:
    """Return what is booked in years without planned savings."""
    change = accounts.changes[number - 1]
    case = change.investment
    others = [
        position
        for position, other in enumerate(accounts.changes, start=1)
        if other.investment == case and other.change in BOOKED and position != number
    ]
    booked = f"-[plan.{case}.booked]"
    if not others:
        return booked
    return f"{booked}-SUM([appropriations.{others[0]}..appropriations.{others[-1]}])"


def _not_on_lines(numbers: Sequence[int]) -> str:
    """Return what is typed on What-if in years without planned savings: nothing in the run."""
    rows = f"SUM([appropriations.{numbers[0]}..appropriations.{numbers[-1]}])" if numbers else "0"
    return f"-[plan.booked]-{rows}"


def _rest(edition: Edition, key: str, formula: str) -> Row:
    nothing = amounts((0.0,) * len(edition.years), Role.CALCULATED, formula)
    why = text(edition.say(workings.BOOKED_TOO_EARLY))
    cells = (None, *nothing, None, None, why)
    return edition.line(f"appropriations.{key}", Entry(workings.NO_LINE_IN_FILE), cells)
