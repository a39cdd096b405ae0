"""The two charts that Summary and What-if both show, each from its own rows."""

from collections.abc import Iterator

from innobudget.domain.standpoint import AmountName
from innobudget.messages import Text
from innobudget.report import theme
from innobudget.report.tables import ChartKind, NativeChart, NativeSeries
from innobudget.report.words import answers, labels
from innobudget.report.words.numbers import number
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.formulas import PERCENTILES


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
        description=_told(edition, answers.CHART_SAVINGS_ALT, "saving"),
        kind=ChartKind.COLUMNS_AND_LINES,
        series=(columns, *band("saving")),
        categories=years,
        unit=edition.unit,
    )
    yield NativeChart(
        title=edition.say(answers.CHART_CUMULATIVE),
        description=_told(edition, answers.CHART_CUMULATIVE_ALT, "cumulative_net"),
        kind=ChartKind.LINES,
        series=band("cumulative_net"),
        categories=years,
        unit=edition.unit,
    )


def _told(edition: Edition, picture: Text, measure: AmountName) -> str:
    """Say how a chart looks and what the run gave, for those who cannot see it."""
    outcome = edition.results.portfolio

    def written(amount: float) -> str:
        return number(amount / 1000, edition.language)

    years = zip(edition.years, outcome.plan.booked, outcome.measures[measure], strict=True)
    figures = "; ".join(
        edition.say(
            answers.OF_A_YEAR if measure == "saving" else answers.RANGE_OF_A_YEAR,
            year=year,
            booked=written(booked),
            **{name: written(getattr(spread, name)) for name in PERCENTILES},
        )
        for year, booked, spread in years
    )
    told = edition.say(answers.IN_THE_RUN, figures=figures, unit=edition.unit)
    return f"{edition.say(picture)} {told}"
