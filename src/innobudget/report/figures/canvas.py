"""The frame that all charts share: message, what is shown, picture, source."""

import datetime as dt
from dataclasses import dataclass
from textwrap import fill, shorten, wrap

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from innobudget.domain.results import Results
from innobudget.domain.scenario import Language
from innobudget.report import theme
from innobudget.report.words import charts as words
from innobudget.report.words.numbers import (
    MILLION,
    THOUSAND,
    millions,
    number,
    percent,
    price_basis,
    thousands,
)
from innobudget.report.words.phrase import Phrase

TITLE_CHARACTERS = 66
SUBTITLE_CHARACTERS = 118
NAME_CHARACTERS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """What a chart is made from, and how it speaks."""

    results: Results
    """What it tells."""
    language: Language
    """In which language."""
    date: dt.date
    """When the report was made."""

    def say(self, phrase: Phrase, **values: object) -> str:
        """Return a phrase in the chart's language."""
        return phrase(self.language, **values)

    def chance(self, probability: float) -> str:
        """Return a probability in per cent, never rounded to certainty."""
        return percent(probability, self.language)

    @property
    def period(self) -> str:
        """The budget period: `2025-2028`."""
        horizon = self.results.scenario.horizon
        last = horizon.years[horizon.period - 1]
        return self.say(words.FIRST_TO_LAST, first=horizon.base_year, last=last)

    @property
    def prices(self) -> str:
        """The price basis of the amounts: `2025-p/l`."""
        assumptions = self.results.scenario.assumptions
        return price_basis(assumptions.price_level or assumptions.base_year, self.language)

    def unit(self, largest: float) -> tuple[float, str]:
        """Return the unit that suits amounts of a size, and its name. [currency]"""
        currency = self.results.scenario.assumptions.currency
        if abs(largest) >= MILLION:
            return MILLION, millions(currency, self.language)
        return THOUSAND, thousands(currency, self.language)

    def frame(self, title: str, subtitle: str) -> tuple[Figure, Axes]:
        """Return a figure with title, subtitle and source line, and the axes to draw on."""
        figure = Figure(figsize=theme.CHART_INCHES)
        figure.set_facecolor(theme.WHITE)
        figure.text(
            *theme.TITLE_PLACE, balanced(title, TITLE_CHARACTERS), **theme.TITLE_TEXT, gid="title"
        )
        figure.text(
            *theme.SUBTITLE_PLACE,
            balanced(subtitle, SUBTITLE_CHARACTERS),
            **theme.SUBTITLE_TEXT,
            gid="subtitle",
        )
        scenario = self.results.scenario
        source = self.say(
            words.SOURCE,
            name=shorten(scenario.assumptions.name, NAME_CHARACTERS, placeholder=" …"),
            trials=number(scenario.sampled.trials, self.language),
            seed=scenario.sampled.seed,
            date=self.date.isoformat(),
        )
        figure.text(*theme.SOURCE_PLACE, source, **theme.SOURCE_TEXT, gid="source")
        axes = figure.add_axes(theme.AXES_PLACE)
        axes.spines[["top", "right"]].set_visible(False)
        axes.tick_params(labelsize=theme.TICK_SIZE, colors=theme.DARK_GREY, length=0)
        axes.tick_params(axis="x", pad=theme.TICK_DISTANCE)
        for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
            label.set_fontfamily(theme.CHART_FONT)
        return figure, axes

    def amounts_across(self, axes: Axes) -> None:
        """Write the horizontal axis in the number format of the language."""
        axes.xaxis.set_major_locator(MaxNLocator(nbins=7, steps=[1, 2, 5, 10]))
        axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: self._tick(value)))

    def amounts_upright(self, axes: Axes) -> None:
        """Write the vertical axis in the number format of the language, with light lines."""
        axes.yaxis.set_major_locator(MaxNLocator(nbins=6, steps=[1, 2, 5, 10]))
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: self._tick(value)))
        axes.grid(axis="y", color=theme.LIGHT_GREY, linewidth=0.6, alpha=0.6)
        axes.set_axisbelow(True)

    def shares_upright(self, axes: Axes) -> None:
        """Write the vertical axis in per cent, from 0 to 100."""
        axes.set_ylim(0, 1)
        axes.set_yticks([0, 0.2, 0.4, 0.6, 0.8, 1.0])
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: self.chance(value)))
        axes.grid(axis="y", color=theme.LIGHT_GREY, linewidth=0.6, alpha=0.6)
        axes.set_axisbelow(True)

    def _tick(self, value: float) -> str:
        decimals = 0 if value == int(value) else 1
        return number(value, self.language, decimals)


def year_ticks(axes: Axes, years: tuple[int, ...]) -> None:
    """Write as many years below the axis as there is room for."""
    step = -(-len(years) // theme.MOST_YEARS)
    axes.set_xticks(years[::step], [str(year) for year in years[::step]])


def balanced(text: str, characters: int) -> str:
    r"""Break a text into as few lines as there is room for, of about the same length.

    Examples
    --------
    >>> balanced("one two three four", 14)
    'one two\nthree four'

    """
    lines = len(wrap(text, characters))
    narrowest = next(width for width in range(1, characters + 1) if len(wrap(text, width)) <= lines)
    return fill(text, narrowest)
