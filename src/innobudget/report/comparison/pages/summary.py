"""Summary: the answer, the figures side by side, and the differences."""

from collections.abc import Iterator
from dataclasses import replace

from innobudget.messages import Text
from innobudget.report import theme
from innobudget.report.comparison.compared import ComparedFigure, lines
from innobudget.report.comparison.edition import PERCENTILES, ComparisonEdition, Shown, cell
from innobudget.report.comparison.measured import same_money, share_ahead
from innobudget.report.findings.teller import capital, joined
from innobudget.report.tables import (
    Cell,
    ChartKind,
    Figure,
    NativeChart,
    NativeSeries,
    Page,
    PageTable,
    Role,
    Row,
    text,
)
from innobudget.report.words import answers, sheets
from innobudget.report.words import comparison as common
from innobudget.report.words import comparison_sheets as words
from innobudget.report.workbook.pages.summary import cover
from innobudget.report.workbook.references import VALUE_COLUMN


def summary(edition: ComparisonEdition) -> Page:
    """Lay out message, figures side by side, differences and who beats whom."""
    findings = edition.findings
    first = edition.first_name
    per_krone, worth = findings.most_per_krone(), findings.worth()
    headings = edition.scenario_headings()
    told = [
        (words.SIDE_BY_SIDE(edition.language, period=findings.period), "", _side_by_side(edition)),
        (
            edition.say(words.MINUS_FIRST, first=first),
            edition.say(words.MINUS_NOTE),
            _minus_first(edition),
        ),
        (
            edition.say(words.IN_EVERY_FUTURE),
            edition.say(words.IN_EVERY_FUTURE_NOTE, first=first),
            _in_every_future(edition),
        ),
        (
            edition.say(words.BEATS),
            edition.say(words.BEATS_NOTE),
            _matrix(edition, "per_krone", "saving_per_krone"),
        ),
    ]
    if same_money(edition.comparison):
        rows = _matrix(edition, "worth", "npv")
        told.append((edition.say(words.WORTH_MORE), edition.say(words.WORTH_MORE_NOTE), rows))
    tables = [
        edition.table(title, rows, note=note, headings=headings, key=f"summary.{place}")
        for place, (title, note, rows) in enumerate(told)
    ]
    return Page(
        key="summary",
        name=edition.say(words.NAMES["summary"]),
        title=edition.say(words.TITLE, count=len(edition.standings)),
        message=joined(findings.decision().sentence, per_krone.sentence),
        notes=(
            *filter(None, (per_krone.lead, worth.sentence, worth.lead)),
            *cover(edition, edition.comparison.scenarios),
            findings.counted(),
            edition.say(words.SAME_FUTURES),
            *edition.notes,
        ),
        widths=edition.widths,
        tables=(*tables, _by_year(edition)),
        charts=tuple(_charts(edition)),
        charts_column=VALUE_COLUMN + len(edition.standings) + 1,
    )


def _shown(edition: ComparisonEdition, line: ComparedFigure) -> Shown:
    label = edition.say(line.phrase, confidence=edition.chance(edition.confidence))
    return Shown(key=f"side.{line.key}", label=label, figure=line.figure, better=line.better)


def _side_by_side(edition: ComparisonEdition) -> Iterator[Row]:
    """Yield each figure of every scenario; the ratio follows from safe saving and outlay."""
    for line in lines():
        values = [line.value(item) for item in edition.standings]
        shown, is_ratio = _shown(edition, line), line.key == "ratio"
        yield edition.row(
            shown,
            [
                cell(
                    line.figure,
                    value,
                    role=Role.CALCULATED if is_ratio else Role.SIMULATED,
                    formula="[side.safe_saving]/[side.outlay]" if is_ratio else "",
                )
                for value in values
            ],
        )
    service = Shown(
        key="side.service",
        label=capital(edition.say(common.SERVICE_COLUMN)),
        figure=Figure.TEXT,
        better=words.HIGHER,
    )
    yield edition.row(service, [text(edition.findings.service(item)) for item in edition.standings])


def _minus_first(edition: ComparisonEdition) -> Iterator[Row]:
    first, *others = edition.standings
    for line in lines():
        shown = _shown(edition, line)
        key = shown.key
        measure = replace(shown, key=f"minus.{key}")
        base = line.value(first)
        cells: list[Cell | None] = [None]
        errors: list[Cell | None] = [None]
        for item in others:
            value = line.value(item)
            both = None if value is None or base is None else value - base
            formula = f"[{key}]-[{key}@value]"
            cells.append(cell(measure.figure, both, role=Role.CALCULATED, formula=formula))
            found, _ = edition.comparison.difference(item.id, first.id)
            error = None if both is None else line.error(found)
            errors.append(cell(_fine(measure.figure), error, role=Role.NOTE))
        yield edition.row(measure, cells)
        told = replace(
            measure,
            key=f"error.{key}",
            label=edition.say(words.ERROR, measure=measure.label),
            figure=_fine(measure.figure),
            better=None,
        )
        yield edition.row(told, errors)


def _in_every_future(edition: ComparisonEdition) -> Iterator[Row]:
    first, *others = edition.standings
    differences = [edition.comparison.difference(item.id, first.id)[0] for item in others]
    measures: tuple[tuple[str, Text, Text, Figure], ...] = (
        ("saving_period", words.SAVING, words.HIGHER, Figure.AMOUNT),
        ("saving_per_krone", words.PER_KRONE, words.HIGHER, Figure.FACTOR),
        ("budget_gap_period", words.GAP, words.LOWER, Figure.AMOUNT),
        ("npv", answers.NPV_SHORT, words.HIGHER, Figure.AMOUNT),
    )
    for name, phrase, better, figure in measures:
        shown = Shown(key=f"paired.{name}", label=edition.say(phrase), figure=figure, better=better)
        found = [getattr(item, name) for item in differences]
        yield from edition.paired(shown, found, ("mean", *PERCENTILES))


def _matrix(edition: ComparisonEdition, key: str, name: str) -> Iterator[Row]:
    for item in edition.standings:
        measure = Shown(
            key=f"matrix.{key}.{edition.key(item)}",
            label=edition.called(item),
            figure=Figure.FINE_SHARE,
        )
        shares = [
            None if item is other else share_ahead(edition.comparison, item, other, name)
            for other in edition.standings
        ]
        yield edition.simulated(measure, shares)


def _by_year(edition: ComparisonEdition) -> PageTable:
    """Return the mean saving year by year; every figure points at the sheet of years."""
    rows = []
    for item in edition.standings:
        spreads = item.portfolio.measures["saving"]
        key = f"years.{edition.key(item)}.saving"
        measure = Shown(key=f"summary.{key}", label=edition.called(item))
        values = [item.portfolio.saving_period.mean, *(spread.mean for spread in spreads)]
        cells = [
            cell(Figure.AMOUNT, value, formula=f"[{key}@value]" if place == 0 else f"[{key}]")
            for place, value in enumerate(values)
        ]
        rows.append(edition.row(measure, cells))
    return edition.table(
        words.CHART_YEARS, rows, headings=edition.year_headings(), key="summary.years"
    )


def _charts(edition: ComparisonEdition) -> Iterator[NativeChart]:
    """Yield what an outlay buys, or how sure the budget is where none has one; then the years."""
    ratio = bool(edition.comparison.ranking)
    title = edition.say(common.PER_KRONE_SAFE if ratio else common.HOLDS)
    krone = edition.say(words.RATIO, unit=edition.currency)
    key = "side.ratio" if ratio else "side.holds"
    yield NativeChart(
        title=title,
        description=edition.say(words.CHART_RATIO_ALT if ratio else words.CHART_HOLDS_ALT),
        kind=ChartKind.COLUMNS,
        series=(NativeSeries(name=title, key=key, colour=theme.DARK_BLUE),),
        categories="summary.0",
        unit=krone if ratio else edition.say(sheets.SHARE),
        columns=edition.scenario_columns,
        figure=Figure.FACTOR if ratio else Figure.SHARE,
    )
    yield edition.by_year(
        (words.CHART_YEARS, words.CHART_YEARS_ALT),
        measure="saving",
        block="summary.years",
        years="summary.years",
    )


def _fine(figure: Figure) -> Figure:
    """Return how a standard error is shown: with the decimals that it has."""
    return Figure.FINE if figure is Figure.FACTOR else figure
