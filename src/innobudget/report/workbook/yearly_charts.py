"""The two charts that Summary and What-if both show, each from its own rows."""

from collections.abc import Iterator

from innobudget.report import theme
from innobudget.report.tables import ChartKind, NativeChart, NativeSeries
from innobudget.report.words import answers, labels
from innobudget.report.workbook.edition import Edition


def yearly_charts(
    edition: Edition, *, booked: str, block: str, years: str
) -> Iterator[NativeChart]:
    """Draw booked against achieved savings, then the net effect so far, from a sheet's rows."""

    def band(measure: str) -> tuple[NativeSeries, ...]:
        colours = {"p90": theme.TURQUOISE, "p50": theme.DARK_BLUE, "p10": theme.LIGHT_BLUE}
        return tuple(
            NativeSeries(
                name=edition.say(answers.BAND[statistic]),
                key=f"{block}.{measure}.{statistic}",
                colour=colour,
            )
            for statistic, colour in colours.items()
        )

    columns = NativeSeries(name=edition.say(labels.BOOKED), key=booked, colour=theme.LIGHT_GREY)
    yield NativeChart(
        title=edition.say(answers.CHART_SAVINGS),
        description=edition.say(answers.CHART_SAVINGS_ALT),
        kind=ChartKind.COLUMNS_AND_LINES,
        series=(columns, *band("saving")),
        categories=years,
        unit=edition.unit,
    )
    yield NativeChart(
        title=edition.say(answers.CHART_CUMULATIVE),
        description=edition.say(answers.CHART_CUMULATIVE_ALT),
        kind=ChartKind.LINES,
        series=band("cumulative_net"),
        categories=years,
        unit=edition.unit,
    )
