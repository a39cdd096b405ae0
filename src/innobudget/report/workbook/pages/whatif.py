"""What-if: controls, and what they do to the figures at once."""

from collections.abc import Iterator

from innobudget.engine.plan import plan_investment
from innobudget.engine.what_if import WhatIf
from innobudget.report import theme
from innobudget.report.tables import (
    Cell,
    Chart,
    ChartKind,
    Figure,
    Page,
    Role,
    Row,
    Series,
    Table,
    amounts,
    heading,
    text,
)
from innobudget.report.words import labels, sheets
from innobudget.report.words.phrase import Phrase
from innobudget.report.workbook.edition import Edition, Entry, period_sum
from innobudget.report.workbook.live_figures import PERCENTILES, Live, rank_error
from innobudget.report.workbook.pages.trials import columns_of

LARGEST_FACTOR = 10.0


def whatif(edition: Edition, now: WhatIf, found: tuple[Live, ...]) -> Page:
    """Lay out controls, answer, budget and yearly figures."""
    return Page(
        key="whatif",
        name=edition.say(sheets.NAMES["whatif"]),
        title=edition.say(sheets.NAMES["whatif"]),
        notes=(
            edition.say(sheets.WHATIF_PURPOSE),
            edition.say(sheets.WHATIF_SCALES),
            edition.say(sheets.SIGNS_CASES),
            edition.say(sheets.UNITS, unit=edition.unit, prices=edition.prices),
        ),
        widths=edition.widths(),
        tables=(
            _controls(edition),
            _cases(edition),
            _answer(edition, found),
            Table(
                title=edition.say(sheets.WHATIF_YEARLY),
                note=edition.say(sheets.WHATIF_ERRORS),
                headings=edition.headings(value=edition.period),
                key="whatif.headings",
                rows=tuple(row for figure in found for row in figure.rows(edition)),
            ),
            _budget(edition, now),
            Table(title=edition.say(sheets.SAMPLING_TITLE), rows=tuple(_sampling(edition))),
        ),
        charts_column=9,
        charts=tuple(_charts(edition)),
    )


def _controls(edition: Edition) -> Table:
    assumptions = edition.results.scenario.assumptions
    share = edition.say(sheets.SHARE)

    def control(key: str, phrase: Phrase, cell: Cell, scenario: Cell | None) -> Row:
        return Row(
            key=key,
            cells=(
                text(edition.say(phrase)),
                text(edition.say(sheets.BLANK_AS_SCENARIO)) if scenario is None else None,
                text(share),
                cell,
                scenario,
            ),
        )

    def setting(value: float | None, limits: tuple[float, float], name: Phrase) -> Cell:
        return Cell(
            value=value,
            figure=Figure.FINE_SHARE,
            role=Role.INPUT,
            limits=limits,
            name=edition.say(name),
        )

    def scenario(value: float, key: str) -> Cell:
        return Cell(
            value=value,
            figure=Figure.FINE_SHARE,
            role=Role.CALCULATED,
            formula=f"[{key}@value]",
        )

    rate, confidence = assumptions.discount_rate, assumptions.confidence
    rows = (
        control(
            "whatif.share",
            labels.BOOKING_SHARE,
            setting(None, (0.0, LARGEST_FACTOR), sheets.NAME_SHARE),
            None,
        ),
        control(
            "whatif.confidence",
            labels.CONFIDENCE,
            setting(confidence, (0.0, 1.0), sheets.NAME_CONFIDENCE),
            scenario(confidence, "confidence"),
        ),
        control(
            "whatif.rate",
            labels.DISCOUNT_RATE,
            setting(rate, (-0.5, 1.0), sheets.NAME_RATE),
            scenario(rate, "discount_rate"),
        ),
        _start(edition),
    )
    words = ("", "", edition.say(sheets.UNIT))
    return Table(
        title=edition.say(sheets.CONTROLS),
        headings=(
            *(heading(word) for word in words),
            heading(edition.say(sheets.USE), Figure.AMOUNT),
            heading(edition.say(sheets.IN_SCENARIO), Figure.AMOUNT),
        ),
        rows=rows,
    )


def _start(edition: Edition) -> Row:
    last = len(edition.investments)
    cases = f"[whatif.case1..whatif.case{last}@D:F]"
    formula = (
        "IF(AND(COUNT([whatif.share@value])=0,[whatif.confidence@value]=[confidence@value],"
        f"[whatif.rate@value]=[discount_rate@value],MIN({cases})=1,MAX({cases})=1),1,0)"
    )
    return Row(
        key="whatif.start",
        cells=(
            text(edition.say(sheets.AT_START)),
            None,
            text(edition.say(sheets.YES_NO)),
            Cell(value=1, figure=Figure.COUNT, role=Role.CALCULATED, formula=formula),
        ),
    )


def _sampling(edition: Edition) -> Iterator[Row]:
    """Yield the number of trials, and how far a percentile's rank may be off."""
    count = len(edition.sample.numbers)
    yield Row(
        key="whatif.n",
        cells=(
            text(edition.say(sheets.TRIALS_USED)),
            None,
            text(edition.say(sheets.COUNT_UNIT)),
            Cell(
                value=count,
                figure=Figure.COUNT,
                role=Role.CALCULATED,
                formula=f"COUNT({columns_of(edition).count})",
            ),
        ),
    )
    confidence = edition.results.scenario.assumptions.confidence
    shares = {**PERCENTILES, "confidence": confidence}
    for name, share in shares.items():
        cell = f"[{'whatif.confidence' if name == 'confidence' else name}@value]"
        told = edition.say(sheets.STATISTICS.get(name, labels.CONFIDENCE))
        yield Row(
            key=f"whatif.rank.{name}",
            cells=(
                text(edition.say(sheets.RANK_ERROR, statistic=told)),
                None,
                text(edition.say(sheets.SHARE)),
                Cell(
                    value=rank_error(share, count),
                    figure=Figure.FINE_SHARE,
                    role=Role.CALCULATED,
                    formula=f"SQRT({cell}*(1-{cell})/[whatif.n@value])",
                ),
            ),
        )


def _cases(edition: Edition) -> Table:
    def factor(limits: tuple[float, float]) -> Cell:
        return Cell(value=1.0, figure=Figure.SHARE, role=Role.INPUT, limits=limits)

    def used(formula: str) -> Cell:
        return Cell(value=1.0, figure=Figure.SHARE, role=Role.CALCULATED, formula=formula)

    rows = tuple(
        Row(
            key=f"whatif.case{number}",
            cells=(
                text(f"{number}. {investment.title}"),
                text(investment.track_name),
                text(edition.say(sheets.SHARE)),
                Cell(value=1, figure=Figure.COUNT, role=Role.INPUT, choices=(0, 1)),
                factor((0.0, LARGEST_FACTOR)),
                factor((0.0, LARGEST_FACTOR)),
                used(f"[whatif.case{number}@D]*[whatif.case{number}@-2]"),
                used(f"[whatif.case{number}@D]*[whatif.case{number}@-2]"),
            ),
        )
        for number, investment in enumerate(edition.investments, start=1)
    )
    words = (labels.INVESTMENT, labels.TRACK, sheets.UNIT)
    numbers = (
        sheets.SWITCH,
        sheets.SAVING_SCALE,
        sheets.OUTLAY_SCALE,
        sheets.SAVING_USED,
        sheets.OUTLAY_USED,
    )
    return Table(
        title=edition.say(sheets.WHATIF_CASES),
        headings=(
            *(heading(edition.say(word)) for word in words),
            *(heading(edition.say(word), Figure.AMOUNT) for word in numbers),
        ),
        rows=rows,
    )


def _answer(edition: Edition, found: tuple[Live, ...]) -> Table:
    """Return the period figures with their sampling error and the run's figure beside them."""
    words = ("", "", edition.say(sheets.UNIT))
    numbers = (sheets.WHATIF_FIGURE, sheets.PLUS_MINUS, sheets.RUN_FIGURE)
    return Table(
        title=edition.say(sheets.ANSWER, period=edition.period),
        headings=(
            *(heading(word) for word in words),
            *(heading(edition.say(word), Figure.AMOUNT) for word in numbers),
        ),
        rows=tuple(figure.answer(edition) for figure in found if figure.is_answer),
    )


def _budget(edition: Edition, now: WhatIf) -> Table:
    scenario = edition.results.scenario
    last = len(edition.investments)
    booked, spending = [], []
    for number, investment in enumerate(edition.investments, start=1):
        flows = plan_investment(scenario, investment).total
        on, name = f"[whatif.case{number}@D]", f"{number}. {investment.title}"
        saving, running = f"[plan.{number}.saving]", f"[plan.{number}.running]"
        booked.append(
            _case_row(
                edition,
                (f"whatif.booked{number}", labels.BOOKED, name),
                flows.booked.tolist(),
                f"{on}*IF(COUNT([whatif.share@value])=0,[plan.{number}.booked],"
                f"[whatif.share@value]*({saving}-{running})+{running})",
            )
        )
        spending.append(
            _case_row(
                edition,
                (
                    f"whatif.spending{number}",
                    sheets.BUDGETED_SPENDING,
                    f"{number}. {investment.title}",
                ),
                (flows.planned_outlay + flows.budgeted_disruption).tolist(),
                f"{on}*([plan.{number}.outlay]+[plan.{number}.disruption])",
            )
        )
    total = edition.say(sheets.TOTAL)
    return Table(
        title=edition.say(sheets.WHATIF_BUDGET),
        headings=edition.headings(value=edition.period),
        rows=(
            *booked,
            _case_row(
                edition,
                ("whatif.booked", labels.BOOKED, total),
                now.booked.tolist(),
                f"SUM([whatif.booked1..whatif.booked{last}])",
            ),
            *spending,
            _case_row(
                edition,
                ("whatif.spending", sheets.BUDGETED_SPENDING, total),
                now.budgeted_spending.tolist(),
                f"SUM([whatif.spending1..whatif.spending{last}])",
            ),
        ),
    )


def _case_row(
    edition: Edition, told: tuple[str, Phrase, str], values: list[float], formula: str
) -> Row:
    key, phrase, detail = told
    role = Role.TOTAL if key in ("whatif.booked", "whatif.spending") else Role.CALCULATED
    return edition.row(
        key,
        Entry(label=edition.say(phrase), detail=detail, unit=edition.unit),
        value=period_sum(key, values, edition.results.scenario.horizon.period, role),
        years=amounts(values, role, formula),
    )


def _charts(edition: Edition) -> Iterator[Chart]:
    band = (("p10", theme.LIGHT_BLUE), ("p50", theme.DARK_BLUE), ("p90", theme.TURQUOISE))
    booked = Series(name=edition.say(labels.BOOKED), key="whatif.booked", colour=theme.LIGHT_GREY)
    told = (
        ("saving", ChartKind.COLUMNS_AND_LINES, sheets.CHART_SAVINGS, sheets.CHART_SAVINGS_ALT),
        (
            "cumulative_net",
            ChartKind.LINES,
            sheets.CHART_CUMULATIVE,
            sheets.CHART_CUMULATIVE_ALT,
        ),
    )
    for block, kind, title, description in told:
        lines = tuple(
            Series(
                name=edition.say(sheets.STATISTICS[statistic]),
                key=f"whatif.{block}.{statistic}",
                colour=colour,
            )
            for statistic, colour in band
        )
        yield Chart(
            title=edition.say(title),
            description=edition.say(description),
            kind=kind,
            series=(booked, *lines) if kind is ChartKind.COLUMNS_AND_LINES else lines,
            categories="whatif.headings",
            unit=edition.unit,
        )
