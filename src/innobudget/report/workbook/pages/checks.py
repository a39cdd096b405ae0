"""Checks: what must agree, each with its tolerance, and one answer for them all."""

from collections.abc import Callable, Iterator

from innobudget.report.tables import Cell, Figure, Page, Role, Row, Table, heading, text
from innobudget.report.words import answers, labels, sheets, workings
from innobudget.report.words.phrase import Phrase
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.layout import FIRST_YEAR_COLUMN, letters
from innobudget.report.workbook.pages.trials import columns_of

MEANS = ("saving", "budget_gap", "npv")
PERCENTILES = ("saving", "budget_gap", "cumulative_net", "npv")
WITHOUT_YEARS = ("npv",)
WITHOUT_PERIOD = ("cumulative_net",)


def status(edition: Edition) -> Row:
    """Return the line that says on every sheet whether all checks pass."""
    return Row(
        cells=(
            Cell(
                value=edition.say(workings.ALL_PASS),
                role=Role.CHECK,
                formula="[checks.all@value]",
            ),
        )
    )


def checks(edition: Edition, pages: tuple[Page, ...]) -> Page:
    """Lay out every check: 1 where it holds, and the differences that it looks at."""
    keys = {row.key for page in pages for table in page.tables for row in table.rows}
    made = _Checks(edition)
    tables = (
        (workings.CHECK_PLAN, made.plan()),
        (workings.CHECK_PARTS, made.parts()),
        (workings.CHECK_BUDGET, made.budget(keys)),
        (workings.CHECK_WHATIF, made.what_if()),
    )
    found = tuple(
        Table(title=edition.say(title), rows=rows)
        for title, rows in ((title, tuple(rows)) for title, rows in tables)
        if rows
    )
    rows = [row for table in found for row in table.rows]
    return Page(
        key="checks",
        name=edition.say(sheets.NAMES["checks"]),
        title=edition.say(sheets.NAMES["checks"]),
        notes=(
            edition.say(workings.CHECKS_PURPOSE),
            edition.say(workings.CHECKS_READING),
            edition.say(sheets.UNITS, unit=edition.unit, prices=edition.prices),
        ),
        headings=(
            *(heading(word) for word in ("", "", edition.say(sheets.UNIT))),
            heading(edition.say(workings.HOLDS), Figure.AMOUNT),
            *(heading(year, Figure.YEAR) for year in edition.years),
            heading(edition.period, Figure.AMOUNT),
            heading(edition.say(workings.TOLERANCE_HEADING), Figure.AMOUNT),
        ),
        widths=(*edition.widths(), 13, 13),
        tables=(_all(edition, (rows[0].key, rows[-1].key)), *found),
    )


def _all(edition: Edition, ends: tuple[str, str]) -> Table:
    passed, failed = edition.say(workings.ALL_PASS), edition.say(workings.SOME_FAIL)
    return Table(
        title="",
        rows=(
            Row(
                key="checks.all",
                cells=(
                    text(edition.say(workings.ALL_CHECKS)),
                    None,
                    None,
                    Cell(
                        value=passed,
                        role=Role.CHECK,
                        formula=f'IF(MIN([{ends[0]}..{ends[1]}@value])=1,"{passed}","{failed}")',
                    ),
                ),
            ),
        ),
    )


class _Checks:
    """Builds the checks of one edition."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._columns = columns_of(edition)
        self._number = 0
        length = len(edition.years)
        self._period = letters(FIRST_YEAR_COLUMN + length)
        self._tolerance = letters(FIRST_YEAR_COLUMN + length + 1)

    def _row(
        self,
        told: tuple[str, str, Figure],
        *,
        years: str = "",
        period: str = "",
        tolerance: str = "[tolerance@value]",
    ) -> Row:
        """Return a check whose differences, by year and for the period, must be small."""
        self._number += 1
        key = f"checks.{self._number}"
        label, compared, figure = told
        spread = f"[{key}@{letters(FIRST_YEAR_COLUMN)}:{self._period}]"
        unit = self._edition.unit if figure is Figure.FINE else self._edition.say(sheets.SHARE)

        def difference(formula: str) -> Cell | None:
            if not formula:
                return None
            return Cell(value=0.0, figure=figure, role=Role.CALCULATED, formula=formula)

        return Row(
            key=key,
            cells=(
                text(label),
                text(compared),
                text(unit),
                Cell(
                    value=1,
                    figure=Figure.VERDICT,
                    role=Role.CHECK,
                    formula=f"IF(MAX({spread})<=[{key}@{self._tolerance}],1,0)",
                ),
                *(difference(years) for _ in self._edition.years),
                difference(period),
                Cell(
                    value=0.0 if tolerance == "0" else TOLERANCE_IN_THOUSANDS,
                    figure=Figure.FINE,
                    role=Role.CALCULATED,
                    formula=tolerance,
                ),
            ),
        )

    def plan(self) -> Iterator[Row]:
        """Compare what Plan gives now with what was simulated."""
        say = self._edition.say
        for field, phrase in (
            ("saving", labels.PLANNED),
            ("booked", labels.BOOKED),
            ("outlay", sheets.PLAN_OUTLAY),
            ("disruption", sheets.PLAN_DISRUPTION),
        ):
            yield self._row(
                (say(phrase), say(workings.PLAN_IS_RUN), Figure.FINE),
                years=f"ABS([plan.{field}]-[results.plan.{field}])",
                period=f"ABS([plan.{field}@value]-[results.plan.{field}@value])",
            )

    def parts(self) -> Iterator[Row]:
        """Add up tracks, areas and kinds."""
        found, say = self._edition.results, self._edition.say
        for division, parts, phrase in (
            ("track", found.tracks, workings.TRACKS_ADD_UP),
            ("area", found.areas, workings.AREAS_ADD_UP),
            ("kind", found.kinds, workings.KINDS_ADD_UP),
        ):
            total = "+".join(
                f"[results.{division}{number}.net_effect.mean]"
                for number in range(1, len(parts) + 1)
            )
            yield self._row(
                (say(phrase), say(workings.NET_EFFECT_MEAN), Figure.FINE),
                years=f"ABS({total}-[results.net_effect.mean])",
            )

    def budget(self, keys: set[str]) -> Iterator[Row]:
        """Compare the budget with its file, and bookings with the plan."""
        say = self._edition.say
        checks = (
            (workings.APPROPRIATIONS_ARE_BOOKED, "[appropriations.saving]+[plan.booked]"),
            (
                workings.APPROPRIATIONS_ARE_SPENT,
                "[appropriations.spending]-[plan.outlay]-[plan.disruption]",
            ),
            (workings.BUDGET_CHANGES, "[budget.change]-[appropriations.net]"),
            (workings.BUDGET_IS_FILE, "[budget.file]-[budget.read]"),
        )
        for phrase, formula in checks:
            if "budget.file" not in formula or "budget.file" in keys:
                yield self._row(
                    (say(phrase), say(workings.ADDS_UP), Figure.FINE), years=f"ABS({formula})"
                )

    def what_if(self) -> Iterator[Row]:
        """Compare What-if at its starting values with the run, within sampling error."""
        for key in MEANS:
            yield self._whatif(key, "mean", Figure.FINE, self._mean(key))
        for key in ("met", "holds", "npv.positive", "payback"):
            yield self._whatif(key, "", Figure.FINE_SHARE, self._share(key))
        for key in PERCENTILES:
            for statistic in ("p10", "p50", "p90"):
                yield self._whatif(key, statistic, Figure.FINE_SHARE, self._rank(key, statistic))

    def _whatif(
        self, key: str, statistic: str, figure: Figure, formula: Callable[[str], str]
    ) -> Row:
        say = self._edition.say
        phrases: dict[str, Phrase] = {
            "npv": labels.NPV,
            "met": labels.PROBABILITY_BOOKED_MET,
            "holds": labels.PROBABILITY_BUDGET_HOLDS,
            "npv.positive": answers.NPV_POSITIVE,
            "payback": answers.PAYBACK_PROBABILITY,
        }
        phrases.update(labels.MEASURES.items())
        label = say(phrases[key])
        if statistic:
            label = f"{label}, {say(answers.STATISTICS[statistic])}"
        without_years = key.startswith("npv")
        return self._row(
            (label, say(workings.WHATIF_IS_RUN), figure),
            years="" if without_years else f"[whatif.start@value]*{formula('')}",
            period="" if key in WITHOUT_PERIOD else f"[whatif.start@value]*{formula('@value')}",
            tolerance="0",
        )

    def _mean(self, key: str) -> Callable[[str], str]:
        def formula(at: str) -> str:
            return (
                f"MAX(0,ABS([whatif.{key}.mean{at}]-[results.{key}.mean{at}])-[tolerance@value]"
                f"-[check_errors@value]*[results.{key}.sd{at}]/SQRT([whatif.n@value]))"
            )

        return formula

    def _share(self, key: str) -> Callable[[str], str]:
        def formula(at: str) -> str:
            run, now = f"[results.{key}{at}]", f"[whatif.{key}{at}]"
            blank = f'ABS(({run}="")-({now}=""))'
            return (
                f'IF(OR({run}="",{now}=""),{blank},'
                f"MAX(0,ABS({now}-{run})-1/[whatif.n@value]"
                f"-[check_errors@value]*SQRT({run}*(1-{run})/[whatif.n@value])))"
            )

        return formula

    def _rank(self, key: str, statistic: str) -> Callable[[str], str]:
        """Compare the rank of the run's percentile with what its name says."""
        singles = {"saving": "saving_period", "budget_gap": "gap_period", "npv": "npv"}

        def formula(at: str) -> str:
            trials = self._columns.all(singles[key]) if at else self._columns.in_year(key)
            run = f"[results.{key}.{statistic}{at}]"
            allowed = f"[check_errors@value]*[whatif.rank.{statistic}@value]+1/[whatif.n@value]"
            below = f"SUMPRODUCT(({trials}<{run}-[tolerance@value])*1)/[whatif.n@value]"
            reached = f"SUMPRODUCT(({trials}<={run}+[tolerance@value])*1)/[whatif.n@value]"
            share = f"[{statistic}@value]"
            return f"MAX(0,{below}-{share}-({allowed}),{share}-{reached}-({allowed}))"

        return formula


TOLERANCE_IN_THOUSANDS = 0.005 / 1000
