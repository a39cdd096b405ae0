"""Results: every measure's distribution, for the portfolio and its parts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from innobudget.domain import measures
from innobudget.domain.measures import Measure, Measured
from innobudget.domain.results import AMOUNTS, PERCENTILES, Outcome, Spread
from innobudget.report.tables import Cell, Figure, Page, Role, Row, amount, amounts, figures
from innobudget.report.words import answers, labels, sheets, workings
from innobudget.report.words.numbers import number
from innobudget.report.workbook.edition import Edition, Entry
from innobudget.report.workbook.live import Live
from innobudget.report.workbook.references import FIRST_YEAR_COLUMN, VALUE_COLUMN
from innobudget.report.workbook.trial_columns import SINGLE, TrialColumns

PLANS = {
    "saving": labels.PLANNED,
    "booked": labels.BOOKED,
    "outlay": sheets.PLAN_OUTLAY,
    "disruption": sheets.PLAN_DISRUPTION,
}
FIGURES = {"currency": Figure.AMOUNT, "share": Figure.SHARE, "year": Figure.YEAR}
"""How a measure is shown, by its unit."""
FINE = ("standard_error", "sd", "p05", "p25", "p75", "p95")
"""Statistics that fold away."""
READ_OFF = dict.fromkeys(("met", "fulfilment", "safe_saving"), "saving")
"""What of each trial a measure is read off, where that is not the budget gap."""
STATISTICS = ("mean", "standard_error", "sd", *PERCENTILES)


def results(edition: Edition, live: tuple[Live, ...], columns: TrialColumns) -> Page:
    """Lay out the simulated figures, one row for each measure and statistic of each part."""
    trials = number(edition.scenario.sampled.trials, edition.language)
    tables = [
        edition.table(name, _outlined(key, _outcome(edition, key, outcome)))
        for key, name, outcome in _parts(edition)
    ]
    tables[0] = replace(tables[0], rows=tuple(_followed(tables[0].rows, live, columns)))
    if len(tables) > 1:
        tables[1] = replace(tables[1], note=edition.say(answers.RESULTS_PARTS))
    now = tuple(figure.shown(edition) for figure in live)
    tables.insert(1, edition.table(workings.WHATIF_NOW, now))
    others = tuple(_others(edition))
    if others:
        tables.append(edition.table(answers.OTHERS, others))
    return Page(
        key="results",
        name=edition.say(sheets.NAMES["results"]),
        notes=(
            edition.say(answers.RESULTS_PURPOSE, trials=trials),
            edition.say(answers.RESULTS_ERRORS),
            edition.say(sheets.SIGNS_CASES),
            edition.units,
        ),
        above=(edition.budget_years,),
        headings=edition.headings(value=edition.period, detail=sheets.SEE_ALSO),
        widths=edition.widths(),
        tables=tuple(tables),
    )


def _outlined(part: str, rows: Iterable[Row]) -> Iterator[Row]:
    """Let the rows of a part fold away below its title, and of the portfolio the finer figures."""
    for row in rows:
        fine = row.key.rpartition(".")[2] in FINE
        yield replace(row, level=int(part != "results" or fine))


def _followed(rows: Iterable[Row], live: tuple[Live, ...], columns: TrialColumns) -> Iterator[Row]:
    """Let the portfolio's figures lead to where the workbook works them out, or to the trials."""
    worked_out = {figure.key: figure for figure in live}
    for row in rows:
        key = row.key.removeprefix("results.")
        head = key.partition(".")[0]
        if head == "plan":
            yield _leading_to(row, key, VALUE_COLUMN)
        elif key in worked_out:
            column = VALUE_COLUMN if worked_out[key].now.for_period else FIRST_YEAR_COLUMN
            yield _leading_to(row, f"whatif.{key}", column)
        else:
            block = head if head in (*AMOUNTS, *SINGLE) else READ_OFF.get(head, "budget_gap")
            yield _leading_to(row, "trials.headings", columns.place(block))


def _leading_to(row: Row, key: str, column: int) -> Row:
    label, _, *others = row.cells
    return replace(row, cells=(label, Cell(value="", target=(key, column)), *others))


def _parts(edition: Edition) -> Iterator[tuple[str, str, Outcome]]:
    found = edition.results
    yield "results", edition.say(labels.PORTFOLIO), found.portfolio
    nowhere = edition.say(labels.NOT_PLACED)
    divisions = {
        "track": (answers.TRACK_PART, found.tracks),
        "area": (answers.AREA_PART, found.areas),
    }
    for division, (phrase, parts) in divisions.items():
        for position, part in enumerate(parts, start=1):
            name = edition.say(phrase, name=part.name or nowhere)
            yield f"results.{division}{position}", name, part.outcome
    for position, part in enumerate(found.kinds, start=1):
        kind = next((told for key, told in labels.KINDS.items() if key == part.name), None)
        name = nowhere if kind is None else edition.say(kind)
        yield (f"results.kind{position}", edition.say(answers.KIND_PART, name=name), part.outcome)


def _outcome(edition: Edition, key: str, outcome: Outcome) -> Iterator[Row]:
    length = edition.scenario.horizon.period
    for field, phrase in PLANS.items():
        years = getattr(outcome.plan, field)
        told = (f"{key}.plan.{field}", edition.say(phrase))
        yield _figures(edition, told, (years, sum(years[:length])), Figure.AMOUNT)
    for money in AMOUNTS:
        whole = measures.WHOLES.get(money)
        period = None if whole is None else outcome[whole.name]
        name = (f"{key}.{money}", edition.say(labels.MEASURES[money]))
        yield from _statistics(edition, name, outcome.measures[money], period)
    for measure in measures.MEASURES:
        if measure.key == "safe" and key == "results":
            yield _gap_at_confidence(edition, outcome)
        if not measure.horizon:
            yield from _measured(edition, key, outcome, measure)
    yield from _worth(edition, key, outcome)


def _statistics(
    edition: Edition, named: tuple[str, str], yearly: Sequence[Spread], period: Spread | None
) -> Iterator[Row]:
    key, name = named
    for statistic in STATISTICS:
        told = (f"{key}.{statistic}", f"{name}, {edition.say(answers.STATISTICS[statistic])}")
        years = tuple(getattr(spread, statistic) for spread in yearly)
        whole = None if period is None else getattr(period, statistic)
        yield _figures(edition, told, (years, whole), Figure.AMOUNT)


def _measured(edition: Edition, key: str, outcome: Outcome, measure: Measure) -> Iterator[Row]:
    """Yield a measure; of the portfolio also how sure it is, where scenarios are compared by it."""
    if not (measure.year or measure.period):
        return
    label, errors = edition.say(labels.MEASURE_NAMES[measure.key]), edition.results.standard_errors
    figure = FIGURES[measure.unit]
    yield _figures(edition, (f"{key}.{measure.key}", label), measure.values(outcome), figure)
    if key == "results" and measure.compared and errors is not None:
        told = f"{label}, {edition.say(answers.STANDARD_ERROR)}"
        figure = Figure.FINEST_SHARE if figure is Figure.SHARE else figure
        row = f"{key}.{measure.key}.standard_error"
        yield _figures(edition, (row, told), measure.errors(errors), figure)


def _figures(edition: Edition, told: tuple[str, str], values: Measured, figure: Figure) -> Row:
    """Return a row, of which a key and a label are told, with figures by year and of the period."""
    (key, label), (years, period) = told, values
    made = (
        partial(amounts, role=Role.SIMULATED)
        if figure is Figure.AMOUNT
        else partial(figures, figure=figure, role=Role.SIMULATED)
    )
    (value,) = made((period,))
    if figure is Figure.YEAR and period is None:
        value = replace(value, value=edition.say(answers.NEVER, year=edition.years[-1]))
    entry = Entry(label, unit=edition.unit_of(figure))
    return edition.row(key, entry, value=value, years=made(years))


def _gap_at_confidence(edition: Edition, outcome: Outcome) -> Row:
    """Return booked less safe booking: the gap that is not exceeded with the confidence."""
    safe, booked = outcome.safe_booking, outcome.plan.booked
    period = sum(booked[: edition.scenario.horizon.period]) - safe.amount_period
    formula = "[results.plan.booked@value]-[results.safe@value]"
    years = (one - other for one, other in zip(booked, safe.amount, strict=True))
    return edition.row(
        "results.gap_at_confidence",
        Entry(answers.GAP_AT_CONFIDENCE),
        value=amount(period, Role.CALCULATED, formula),
        years=amounts(years, Role.CALCULATED, "[results.plan.booked]-[results.safe]"),
    )


def _worth(edition: Edition, key: str, outcome: Outcome) -> Iterator[Row]:
    yield from _statistics(edition, (f"{key}.npv", edition.net_present_value), (), outcome.npv)
    for measure in measures.MEASURES:
        if measure.horizon:
            yield from _measured(edition, key, outcome, measure)


def _others(edition: Edition) -> Iterator[Row]:
    for found in edition.results.beneficiaries:
        if (found.name, found.gain) == ("municipality", "cash"):
            continue
        who = edition.say(labels.BENEFICIARIES[found.name])
        gain = edition.say(labels.GAINS[found.gain])
        spreads = {
            "planned": found.planned,
            **{
                statistic: tuple(getattr(spread, statistic) for spread in found.saving)
                for statistic in ("mean", "p10", "p50", "p90")
            },
        }
        for statistic, values in spreads.items():
            told = answers.STATISTICS.get(statistic, labels.PLANNED)
            entry = Entry(f"{who}, {gain}: {edition.say(told)}")
            yield edition.row(
                f"results.{found.name}.{found.gain}.{statistic}",
                entry,
                years=amounts(values, Role.SIMULATED),
            )
