"""Years: every scenario year by year, and its differences from the first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from innobudget.domain.comparison import Difference, Paired, Standing
from innobudget.domain.standpoint import AmountName
from innobudget.report.comparison.edition import PERCENTILES, ComparisonEdition, Shown, cell
from innobudget.report.tables import Cell, Figure, Page, Role, Row
from innobudget.report.words import answers, labels
from innobudget.report.words import comparison_sheets as words

MEANS: tuple[AmountName, ...] = ("saving", "outlay", "net_effect", "budget_gap")
PAIRED: tuple[AmountName, ...] = ("saving", "net_effect")


def years(edition: ComparisonEdition) -> Page:
    """Lay out one table per scenario, and one per difference from the first."""
    first, *others = edition.standings
    tables = [
        edition.table(edition.called(item), _scenario(edition, item)) for item in edition.standings
    ]
    for item in others:
        found, _ = edition.comparison.difference(item.id, first.id)
        title = edition.say(
            words.DIFFERENCE_FROM, name=edition.called(item), first=edition.first_name
        )
        rows = tuple(_difference(edition, (item, first), found))
        tables.append(edition.table(title, rows))
    return Page(
        key="years",
        name=edition.say(words.NAMES["years"]),
        notes=(edition.say(words.YEARS_PURPOSE, first=edition.first_name), *edition.notes),
        headings=edition.year_headings(),
        widths=edition.widths,
        tables=tuple(tables),
        charts=(
            edition.by_year(
                (words.CHART_NET, words.CHART_NET_ALT),
                measure="net_effect",
                block="years",
                years="years.headings",
            ),
            edition.by_year(
                (words.CHART_GAP, words.CHART_GAP_ALT),
                measure="budget_gap",
                block="years",
                years="years.headings",
            ),
        ),
    )


def _scenario(edition: ComparisonEdition, item: Standing) -> Iterator[Row]:
    outcome = item.portfolio
    booked = outcome.plan.booked
    yield _row(edition, _measure(edition, item, "booked", labels.BOOKED(edition.language)), booked)
    for name in MEANS:
        spreads = outcome.measures[name]
        label = _told(edition, name, "mean")
        means = [spread.mean for spread in spreads]
        yield _row(edition, _measure(edition, item, name, label), means)
        if name == "saving":
            for statistic in PERCENTILES:
                measure = _measure(
                    edition, item, f"{name}.{statistic}", _told(edition, name, statistic)
                )
                values = [getattr(spread, statistic) for spread in spreads]
                yield edition.simulated(measure, [None, *values])
    measure = _measure(edition, item, "met", edition.say(labels.PROBABILITY_BOOKED_MET))
    share = replace(measure, figure=Figure.FINE_SHARE)
    period = outcome.probability_booked_met_period
    yield edition.simulated(share, [period, *outcome.probability_booked_met])


def _difference(
    edition: ComparisonEdition, pair: tuple[Standing, Standing], found: Difference
) -> Iterator[Row]:
    item, first = pair
    for name in PAIRED:
        paired: Sequence[Paired] = getattr(found, name)
        key = f"years.{edition.key(item)}.{name}"
        formula = f"[{key}]-[years.{edition.key(first)}.{name}]"
        measure = _measure(edition, item, f"{name}.minus", _told(edition, name, "mean"))
        means = [
            one.mean - other.mean
            for one, other in zip(
                item.portfolio.measures[name], first.portfolio.measures[name], strict=True
            )
        ]
        yield _row(edition, measure, means, formula)
        label = edition.say(labels.MEASURES[name])
        yield from edition.paired(replace(measure, label=label), paired, PERCENTILES)


def _measure(edition: ComparisonEdition, item: Standing, name: str, label: str) -> Shown:
    return Shown(key=f"years.{edition.key(item)}.{name}", label=label)


def _told(edition: ComparisonEdition, name: AmountName, statistic: str) -> str:
    measure = edition.say(labels.MEASURES[name])
    told = edition.say(answers.STATISTICS[statistic])
    return edition.say(words.STATISTIC, measure=measure, statistic=told)


def _row(
    edition: ComparisonEdition, measure: Shown, values: Sequence[float], formula: str = ""
) -> Row:
    """Return amounts by year, and their sum over the budget period before them."""
    period = sum(values[: edition.scenario.horizon.period])
    total = f"SUM([{measure.key}@period])"
    role = Role.CALCULATED if formula else Role.SIMULATED
    cells: list[Cell | None] = [
        cell(Figure.AMOUNT, period, role=Role.CALCULATED, formula=total),
        *(cell(Figure.AMOUNT, value, role=role, formula=formula) for value in values),
    ]
    return edition.row(measure, cells)
