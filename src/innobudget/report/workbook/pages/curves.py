"""Chart figures: what the charts draw that is on no other sheet, live where a formula can do it."""

from collections.abc import Iterator, Sequence

import numpy as np

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.rebooking import open_years
from innobudget.domain.results import BookingChoice, WayOut
from innobudget.engine.what_if import WhatIf
from innobudget.messages import Text
from innobudget.report.tables import Cell, Figure, Page, PageTable, Role, Row, Value
from innobudget.report.words import answers, causes, labels, sheets, workings
from innobudget.report.words.numbers import percent
from innobudget.report.workbook.edition import WORDS_WIDE, Edition, Entry
from innobudget.report.workbook.references import FIRST_YEAR_COLUMN, letters
from innobudget.report.workbook.trial_columns import TrialColumns

STEPS = {
    "booked": labels.BOOKED,
    **{key: answers.STEP.of(name=name) for key, name in causes.PARTS.items()},
    "achieved": answers.STEP_ACHIEVED,
    "after_costs": answers.STEP_AFTER_COSTS,
    "missing": answers.STEP_MISSING,
}
"""From booked to missing, as in results.json."""
LIVE_STEPS = {
    "booked": "[plan.booked@value]",
    "unbooked": "[plan.saving@value]-[plan.booked@value]",
    "achieved": "[whatif.saving.mean@value]",
    "after_costs": "[plan.booked@value]-[whatif.budget_gap.mean@value]",
    "missing": "[whatif.budget_gap.mean@value]",
}
"""Those that What-if knows."""


def curves(edition: Edition, now: WhatIf, columns: TrialColumns) -> Page:
    """Lay out steps, ways out, booking choice and exceedance."""
    return Page(
        key="curves",
        name=edition.say(sheets.NAMES["curves"]),
        notes=(
            edition.say(answers.CURVES_PURPOSE, period=edition.period),
            edition.say(sheets.SIGNS_CASES),
            edition.units,
        ),
        widths=(*WORDS_WIDE, *(16,) * 6),
        tables=tuple(_Curves(edition, now, columns).tables()),
    )


class _Curves:
    """Builds the tables of one edition."""

    def __init__(self, edition: Edition, now: WhatIf, columns: TrialColumns) -> None:
        self._edition, self._now, self._results = edition, now, edition.results
        self._period = slice(0, columns.period)
        self._closed = slice(0, open_years(edition.scenario)[self._period].count(False))
        self._open = slice(self._closed.stop, columns.period)
        self._gaps, self._realised = columns.all("gap_period"), columns.all("saving_period")
        self._gap = now.budget_gap[:, self._period].sum(axis=1)
        self._saving = now.saving[:, self._period].sum(axis=1)

    def tables(self) -> Iterator[PageTable]:
        """Yield steps, ways out, safe share, booking choice and exceedance."""
        edition = self._edition
        now = (workings.RUN, workings.WHATIF_FIGURE)
        ways = (labels.BOOKED, answers.WAY_PRICE, labels.PROBABILITY_BUDGET_HOLDS)
        holds, met = (answers.HOLDS_RUN, answers.HOLDS_NOW), (answers.MET_RUN, answers.MET_NOW)
        choice = (labels.BOOKING_SHARE, labels.BOOKED, *holds, *met)
        ways_title = edition.of_bookings(answers.WAYS_TITLE, answers.WAYS_TITLE_OPEN)
        choice_title = edition.of_bookings(answers.CHOICE_TITLE, answers.CHOICE_TITLE_OPEN)
        words = edition.heads((sheets.FIGURE, sheets.DETAIL, sheets.UNIT))
        for title, numbers, rows in (
            (answers.STEPS_TITLE, now, self._steps()),
            (ways_title, ways, self._ways()),
            (answers.SAFE_SHARE_TITLE, now, self._safe_share()),
            (choice_title, choice, self._choices()),
            (answers.EXCEEDANCE_TITLE, (answers.EXCEEDED, *now), self._exceedance()),
        ):
            headings = (*words, *edition.heads(numbers, Figure.AMOUNT))
            yield edition.table(title, rows, headings=headings)

    def _row(
        self,
        key: str,
        told: tuple[Text, str],
        cells: Sequence[Cell | None],
        unit: Text | None = None,
    ) -> Row:
        label, detail = told
        entry = Entry(label, detail=detail, unit=unit)
        return self._edition.line(f"curves.{key}", entry, cells)

    def _percent(self, share: float) -> str:
        return percent(share, self._edition.language)

    def _steps(self) -> Iterator[Row]:
        found, plan = self._results.booked_to_achieved, self._results.portfolio.plan
        booked, planned = (sum(each[self._period]) for each in (plan.booked, plan.saving))
        missing = float(self._gap.mean())
        values = {
            "booked": booked,
            "unbooked": planned - booked,
            "achieved": float(self._saving.mean()),
            "after_costs": booked - missing,
            "missing": missing,
        }
        for key, label in STEPS.items():
            live = _live(values[key] / 1000, LIVE_STEPS[key]) if key in values else None
            cells = (_run(getattr(found, key)), live)
            yield self._row(f"step.{key}", (label, ""), cells)

    def _ways(self) -> Iterator[Row]:
        for key, label in answers.WAYS.items():
            way: WayOut | None = getattr(self._results.ways_out, key)
            if way is not None:
                holds = _run(way.probability_budget_holds_period, Figure.SHARE)
                cells = (_run(way.booked), _run(way.price), holds)
                yield self._row(f"way.{key}", (label, ""), cells)

    def _safe_share(self) -> Iterator[Row]:
        (savings, of_savings), (stands, of_stands) = self._savings, self._stands
        gap = float(np.quantile(self._gap, self._now.confidence))
        booked = float(self._now.booked[self._period].sum())
        share: Value = (booked - gap - stands) / savings if abs(savings) > HALF_AN_ORE else ""
        safe = f"([whatif.safe@value]-{of_stands})/{of_savings}"
        formula = f'IF(ABS({of_savings})<=[tolerance@value],"",{safe})'
        run = _run(self._results.safe_booking_share, Figure.FINE_SHARE)
        cells = (run, _live(share, formula, Figure.FINE_SHARE))
        yield self._row("safe_share", (answers.SAFE_SHARE, ""), cells, sheets.SHARE)

    @property
    def _savings(self) -> tuple[float, str]:
        """What a share books a part of: the period's savings before running costs. [currency]"""
        saving = sum(self._results.portfolio.plan.saving[self._open])
        running = float(self._now.running[self._open].sum())
        formula = f"({self._planned('saving', self._open)}-{self._planned('running', self._open)})"
        return saving - running, formula

    @property
    def _stands(self) -> tuple[float, str]:
        """What is booked whatever the share: running costs, and closed years. [currency]"""
        running = float(self._now.running[self._open].sum())
        formula = self._planned("running", self._open)
        if not self._closed.stop:
            return running, formula
        closed = float(self._now.booked[self._closed].sum())
        return closed + running, f"({self._planned('booked', self._closed)}+{formula})"

    def _planned(self, field: str, years: slice) -> str:
        """Return a formula for some of the period's years."""
        if years == self._period:
            return f"[plan.{field}@value]"
        first, last = (letters(FIRST_YEAR_COLUMN + n) for n in (years.start, years.stop - 1))
        return f"SUM([plan.{field}@{first}:{last}])" if years.start < years.stop else "0"

    def _choices(self) -> Iterator[Row]:
        for number, choice in enumerate(self._results.booking_choice):
            yield self._choice(number, choice)

    def _choice(self, number: int, choice: BookingChoice) -> Row:
        (savings, of_savings), (stands, of_stands) = self._savings, self._stands
        booked = choice.share * savings + stands
        shift = float(self._now.booked[self._period].sum()) - booked
        holds = float((self._gap <= HALF_AN_ORE + shift).mean())
        met: Value = float((self._saving >= booked - HALF_AN_ORE).mean())
        if abs(booked) <= HALF_AN_ORE:
            met = ""
        limit = "[tolerance@value]+[plan.booked@value]-[own@E]"
        counted = f"SUMPRODUCT(({self._realised}>=[own@E]-[tolerance@value])*1)/[whatif.n@value]"
        cells = (
            _run(choice.share, Figure.SHARE),
            _live(booked / 1000, f"[own@D]*{of_savings}+{of_stands}"),
            _run(choice.probability_budget_holds_period, Figure.SHARE),
            _live(holds, f"SUMPRODUCT(({self._gaps}<={limit})*1)/[whatif.n@value]", Figure.SHARE),
            _run(choice.probability_booked_met_period, Figure.SHARE),
            _live(met, f'IF(ABS([own@E])<=[tolerance@value],"",{counted})', Figure.SHARE),
        )
        return self._row(f"choice{number}", (answers.CHOICE, self._percent(choice.share)), cells)

    def _exceedance(self) -> Iterator[Row]:
        below = [1 - point.probability for point in self._results.exceedance]
        gaps = np.quantile(self._gap, below).tolist()
        formula = f"PERCENTILE({self._gaps},1-[own@D])"
        for number, (point, gap) in enumerate(zip(self._results.exceedance, gaps, strict=True)):
            share, now = _run(point.probability, Figure.SHARE), _live(gap / 1000, formula)
            told = (answers.EXCEEDANCE, self._percent(point.probability))
            yield self._row(f"exceeded{number}", told, (share, _run(point.budget_gap), now))


def _run(value: float | None, figure: Figure = Figure.AMOUNT) -> Cell | None:
    if value is None:
        return None
    scaled = value / 1000 if figure is Figure.AMOUNT else value
    return Cell(value=scaled, figure=figure, role=Role.SIMULATED)


def _live(value: Value, formula: str, figure: Figure = Figure.AMOUNT) -> Cell:
    return Cell(value=value, figure=figure, role=Role.CALCULATED, formula=formula)
