"""Budget: the lines that investments touch, before and after, and the rest in sums."""

from collections.abc import Iterable, Iterator

import numpy as np

from innobudget.domain.planned import Account
from innobudget.engine.flows import Array
from innobudget.messages import Text
from innobudget.report.appropriations import goes_on, line_amounts, lines_of
from innobudget.report.planning import planned_effects
from innobudget.report.tables import Cell, Figure, Page, Role, Row, amounts, heading, text
from innobudget.report.words import labels, sheets, workings
from innobudget.report.workbook.accounts import Accounts, account_name, area_name
from innobudget.report.workbook.edition import Edition

PROJECTED = (
    "INDEX([{key}@years],MIN([budget.headings],[file_last@value])-[base_year@value]+1)"
    "*(1+[growth@value])^MAX(0,[budget.headings]-[file_last@value])"
)


def budget(edition: Edition, accounts: Accounts) -> Page:
    """Lay out the budget as in the file, what changes, and the budget after."""
    made = _Budget(edition, accounts)
    tables = [(workings.CHANGES_TITLE, made.changes())]
    if edition.scenario.budget is not None:
        tables = [
            (workings.AS_IN_FILE, made.file()),
            (workings.BEFORE_TITLE, made.before()),
            *tables,
            (workings.AFTER_TITLE, made.after()),
        ]
    shown = [edition.table(title, found) for title, rows in tables if (found := tuple(rows))]
    falls = tuple(made.falls())
    if falls:
        shown.append(
            edition.table(
                workings.FALLS_ON,
                falls,
                note=workings.FALLS_NOTE,
                headings=_headings(edition, workings.CASE_AND_EFFECT),
            )
        )
    return Page(
        key="budget",
        name=edition.say(sheets.NAMES["budget"]),
        notes=(
            edition.say(
                workings.BUDGET_MISSING
                if edition.scenario.budget is None
                else workings.BUDGET_PURPOSE
            ),
            edition.say(sheets.SIGNS_BUDGET),
            edition.units,
        ),
        above=(edition.budget_years,),
        headings=_headings(edition, workings.AREA_AND_KIND),
        widths=edition.widths(),
        tables=tuple(shown),
    )


def _headings(edition: Edition, second: Text) -> tuple[Cell, ...]:
    return (
        *edition.heads((workings.BUDGET_LINE, second, sheets.UNIT)),
        heading(edition.say(workings.ACCOUNT_NUMBER), Figure.COUNT),
        *(heading(year, Figure.YEAR) for year in edition.years),
    )


class _Budget:
    """Builds the rows of one edition's budget."""

    def __init__(self, edition: Edition, accounts: Accounts) -> None:
        self._edition, self._accounts = edition, accounts
        self._scenario = edition.scenario
        self._zero = np.zeros(len(edition.years))

    def _row(
        self, key: str, words: tuple[str, str], values: Array, formula: str, number: int = 0
    ) -> Row:
        role = Role.TOTAL if key.count(".") == 1 else Role.CALCULATED
        label, area = words
        account = Cell(value=number, figure=Figure.COUNT) if number else None
        told = map(text, (label, area, self._edition.unit))
        return Row(key=key, cells=(*told, account, *amounts(values.tolist(), role, formula)))

    def _words(self, account: Account) -> tuple[str, str]:
        kind = self._edition.say(labels.KINDS[account.kind])
        area = area_name(self._edition, account.area)
        return account_name(self._edition, account), f"{area}, {kind}"

    def _sum(self, key: str, rows: Iterable[Row], values: Array) -> Row:
        found = list(rows)
        formula = f"SUM([{found[0].key}..{found[-1].key}])" if found else "0"
        return self._row(key, (self._edition.say(workings.IN_ALL), ""), values, formula)

    def _change(self, number: int) -> Array:
        return np.asarray(
            sum(
                (
                    change.amounts
                    for change in self._accounts.changes
                    if self._accounts.number(change.account) == number
                ),
                self._zero,
            )
        )

    def _others(self, table: str, formula: str) -> Iterator[Row]:
        for number, other in enumerate(self._accounts.others, start=1):
            kind = self._edition.say(labels.KINDS[other.kind])
            area = area_name(self._edition, other.area)
            words = (self._edition.say(workings.OTHER_LINES, count=other.count), f"{area}, {kind}")
            yield self._row(
                f"budget.{table}.other{number}", words, other.amounts, formula.format(n=number)
            )

    def file(self) -> Iterator[Row]:
        """Yield the file's lines along the horizon, and its total in two ways."""
        rows = [
            self._row(
                f"budget.file.{number}",
                self._words(self._accounts.numbered[number - 1]),
                line_amounts(self._scenario, line),
                PROJECTED.format(key=f"file.{number}"),
                number,
            )
            for number, line in self._accounts.lines
        ]
        rows.extend(self._others("file", PROJECTED.replace("{key}", "file.other{n}")))
        yield from rows
        total = file_total(self._edition)
        yield self._sum("budget.file", rows, total)
        words = (self._edition.say(workings.FILE_TOTAL), "")
        yield self._row("budget.read", words, total, PROJECTED.format(key="file.total"))

    def _held(self, number: int) -> Array:
        """Return what of an account's changes the file holds already. [currency]"""
        already = float(self._scenario.booking.already_in_budget)
        return already * goes_on(self._scenario, self._change(number))

    def before(self) -> Iterator[Row]:
        """Yield the lines that change, without the booked savings."""
        for number, line in self._accounts.lines:
            values = line_amounts(self._scenario, line) - self._held(number)
            yield self._row(
                f"budget.before.{number}",
                self._words(self._accounts.numbered[number - 1]),
                values,
                f"[budget.file.{number}]-{_held(number)}",
                number,
            )

    def changes(self) -> Iterator[Row]:
        """Yield what every account changes by."""
        last = len(self._accounts.changes)
        rows = [
            self._row(
                f"budget.change.{number}",
                self._words(account),
                self._change(number),
                f"SUMIF([appropriations.1..appropriations.{last}@value],"
                f"[budget.change.{number}@value],[appropriations.1..appropriations.{last}])",
                number,
            )
            for number, account in enumerate(self._accounts.numbered, start=1)
        ]
        rows.append(self._rest("change", "[appropriations.rest]"))
        yield from rows
        total = sum((change.amounts for change in self._accounts.changes), self._zero)
        yield self._sum("budget.change", rows, np.asarray(total))

    def _rest(self, table: str, formula: str) -> Row:
        """Return what is booked on What-if in years without planned savings, on no line."""
        say = self._edition.say
        words = (say(workings.NO_LINE_IN_FILE), say(workings.BOOKED_TOO_EARLY))
        return self._row(f"budget.{table}.rest", words, self._zero, formula)

    def after(self) -> Iterator[Row]:
        """Yield the budget after booked savings, outlays and disruptions."""
        total = self._zero
        rows = []
        for number, account in enumerate(self._accounts.numbered, start=1):
            values, formula = self._change(number), f"[budget.change.{number}]"
            if self._scenario.budget is not None:
                values = values - self._held(number)
                formula += f"-{_held(number)}"
            if account.line is not None and account.is_in_file:
                values = values + line_amounts(self._scenario, account.line)
                formula = f"[budget.before.{number}]+[budget.change.{number}]"
            total = total + values
            rows.append(
                self._row(f"budget.after.{number}", self._words(account), values, formula, number)
            )
        rows.extend(self._others("after", "[budget.file.other{n}]"))
        held = "" if self._scenario.budget is None else f"-{_held('rest')}"
        rows.append(self._rest("after", f"[budget.change.rest]{held}"))
        yield from rows
        total = total + sum((other.amounts for other in self._accounts.others), self._zero)
        yield self._sum("budget.after", rows, total)

    def falls(self) -> Iterator[Row]:
        """Yield the lines that each effect falls on, their sum and their size."""
        numbers = {id(line): number for number, line in self._accounts.lines}
        used = {(change.investment, change.effect) for change in self._accounts.changes}
        for case, investment in enumerate(self._edition.investments, start=1):
            for position, planned in enumerate(
                planned_effects(self._scenario, investment), start=1
            ):
                lines = lines_of(self._scenario, planned)
                if not lines or (case, position) not in used:
                    continue
                if len(lines) < 2 and planned.effect.share is None:
                    continue
                key = f"fall.{case}.{position}"
                base = np.array([line_amounts(self._scenario, line) for line in lines])
                effect = self._edition.say(sheets.EFFECT_NUMBER, number=position)
                name = f"{self._edition.case(case)}, {effect}"
                for number, (line, values) in enumerate(zip(lines, base, strict=True), start=1):
                    yield self._row(
                        f"{key}.{number}",
                        (f"{line.id} {line.name}", name),
                        values,
                        f"[budget.file.{numbers[id(line)]}]",
                        numbers[id(line)],
                    )
                span = f"[{key}.1..{key}.{len(lines)}]"
                yield self._row(
                    f"{key}.base",
                    (self._edition.say(workings.LINES_SUM), name),
                    base.sum(axis=0),
                    f"SUM({span})",
                )
                yield self._row(
                    f"{key}.size",
                    (self._edition.say(workings.LINES_SIZE), name),
                    np.abs(base).sum(axis=0),
                    f'SUMIF({span},">0")-SUMIF({span},"<0")',
                )


def _held(number: int | str) -> str:
    """Return the formula of what the file holds already of an account's changes."""
    return f"[already@value]*{PROJECTED.format(key=f'budget.change.{number}')}"


def file_total(edition: Edition) -> Array:
    """Add up all lines of the budget file along the horizon. [currency]"""
    scenario = edition.scenario
    lines = () if scenario.budget is None else scenario.budget.lines
    return np.asarray(
        sum((line_amounts(scenario, line) for line in lines), np.zeros(len(edition.years)))
    )
