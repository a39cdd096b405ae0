"""The budget of an edition: which lines change, and what numbers they have in the workbook."""

from dataclasses import dataclass
from itertools import groupby

import numpy as np

from innobudget.domain.budget import BudgetLine, Kind
from innobudget.domain.planned import Account
from innobudget.engine.flows import Array
from innobudget.report.appropriations import Appropriation, line_amounts, possible_changes
from innobudget.report.words import labels, workings
from innobudget.report.workbook.edition import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Lines that no investment touches, added up."""

    area: str | None
    """Committee or policy area; None: not placed."""
    kind: Kind
    """Which ceiling they count under."""
    count: int
    """How many lines."""
    amounts: Array
    """By year; expenditure positive. [currency]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """What of the budget the workbook shows."""

    changes: tuple[Appropriation, ...]
    """Every change."""
    numbered: tuple[Account, ...]
    """Accounts that change; the first has number 1."""
    others: tuple[Other, ...]
    """The rest of the file."""

    @classmethod
    def of(cls, edition: Edition) -> "Accounts":
        """Find lines that change, and add up the others by area and kind."""
        scenario = edition.scenario
        changes = possible_changes(scenario)
        accounts = _unique([change.account for change in changes])
        touched = {id(account.line) for account in accounts if account.is_in_file}
        lines = () if scenario.budget is None else scenario.budget.lines
        rest = sorted(
            (line for line in lines if id(line) not in touched),
            key=lambda line: (line.area or "", line.kind),
        )
        others = []
        for (area, kind), found in groupby(rest, key=lambda line: (line.area, line.kind)):
            members = list(found)
            amounts = np.sum([line_amounts(scenario, line) for line in members], axis=0)
            others.append(Other(area=area, kind=kind, count=len(members), amounts=amounts))
        return cls(changes=changes, numbered=accounts, others=tuple(others))

    def number(self, account: Account) -> int:
        """Return the number of an account."""
        return next(
            number
            for number, found in enumerate(self.numbered, start=1)
            if found.identity == account.identity
        )

    @property
    def lines(self) -> tuple[tuple[int, BudgetLine], ...]:
        """Lines of the file that change, with their numbers."""
        return tuple(
            (number, account.line)
            for number, account in enumerate(self.numbered, start=1)
            if account.line is not None and account.is_in_file
        )


def _unique(accounts: list[Account]) -> tuple[Account, ...]:
    """Return each account once: lines of the file first, then what it has none for."""
    found = {account.identity: account for account in accounts}
    return tuple(sorted(found.values(), key=lambda account: not account.is_in_file))


def account_name(edition: Edition, account: Account) -> str:
    """Return what people call an account."""
    if account.line is not None:
        return f"{account.line.id} {account.line.name}".strip()
    return edition.say(workings.NO_LINE_IN_FILE)


def area_name(edition: Edition, area: str | None) -> str:
    """Return what people call an area."""
    return edition.say(labels.NOT_PLACED) if area is None else area
