"""What was typed about one investment; its bookings are typed on What-if."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from math import inf

from innobudget.domain.facts import AMOUNT_NAMES
from innobudget.domain.investment import Effect, Investment, Stage
from innobudget.domain.known_course import KnownCourse
from innobudget.engine.plan import by_year
from innobudget.messages import Text
from innobudget.report.planning import measured, realised
from innobudget.report.tables import Cell, Figure, Role, Row, amount, amounts, figures
from innobudget.report.words import labels, sheets
from innobudget.report.workbook.edition import Edition, Entry
from innobudget.report.workbook.pages.evidence import evidence_rows, figure_of, with_evidence
from innobudget.report.workbook.pages.quantities import quantity_rows

STAGE_AMOUNTS = {
    "outlay": sheets.STAGE_OUTLAY,
    "capital_outlay": sheets.STAGE_CAPITAL,
    "disruption": sheets.STAGE_DISRUPTION,
    "grant": sheets.STAGE_GRANT,
}
Known = Mapping[str, frozenset[int]]
"""The years of facts that the plan of a case is held against, by kind: see `measured`."""
OUTLAYS = ("outlay", "capital_outlay")
EFFECT_FIGURES = ("amount", "share", "from", "years", "refund", "ramp")
NOT_NEGATIVE, NOT_POSITIVE, PART = (0.0, inf), (-inf, 0.0), (0.0, 1.0)
EARLIEST = 1900
"""First year that may be typed, where chance does not limit it. [calendar year]"""


def from_scenario(edition: Edition, table: str) -> str:
    """Say which file and table a figure comes from."""
    source = edition.scenario.source
    if not source:
        return edition.say(sheets.BUILT_IN_CODE)
    return edition.say(sheets.FROM_SCENARIO, file=source, table=table)


def case_rows(edition: Edition, number: int, investment: Investment) -> Iterator[Row]:
    """Lay out the inputs of the investment that has this number in the workbook, with names.

    Beside each stands what it rests on, and below them once more with reason, name and date.
    """
    rows = _case_rows(edition, number, investment)
    for row in rows:
        named = with_name(edition, row) if row.key else row
        yield with_evidence(edition, investment.evidence, figure_of(row.key), named)
    yield from evidence_rows(edition, investment.evidence, investment)


def with_name(edition: Edition, row: Row) -> Row:
    """Name the inputs of a row after its key: `case1_effect2_amount`, one name for all years."""
    cells = (
        replace(cell, name=name_of(edition, row.key))
        if cell is not None and cell.role is Role.INPUT
        else cell
        for cell in row.cells
    )
    return replace(row, cells=tuple(cells))


def name_of(edition: Edition, key: str) -> str:
    """Return the defined name of an input: `case1_booked` of `1.booked`."""
    words = []
    for place, part in enumerate(key.split(".")):
        word, number = part.rstrip("0123456789"), part[len(part.rstrip("0123456789")) :]
        known = word or ("line" if place else "case")
        words.append(edition.say(sheets.NAME_PARTS[known]) + number)
    return "_".join(words)


def _case_rows(edition: Edition, number: int, investment: Investment) -> Iterator[Row]:
    known = measured(edition.scenario, investment)
    yield from _scalars(edition, number, investment, known)
    for position, stage in enumerate(investment.stages, start=1):
        key = f"{number}.stage{position}"
        yield from _stage(edition, key, (investment, stage, position), known)
    for position, effect in enumerate(investment.effects, start=1):
        yield from _effect(edition, number, investment, (effect, position), known)
    source = from_scenario(edition, f"investment {investment.id}")
    yield from quantity_rows(edition, investment, source)
    yield from _quality(edition, number, investment)
    yield from _realised(edition, number, investment)


def _entry(
    edition: Edition, investment: Investment, phrase: Text, detail: str = "", unit: str = ""
) -> Entry:
    return Entry(
        phrase,
        detail=detail,
        unit=unit or edition.unit,
        mark=labels.MARKS[investment.assumption],
        source=from_scenario(edition, f"investment {investment.id}"),
    )


def _scalars(edition: Edition, number: int, investment: Investment, known: Known) -> Iterator[Row]:
    """Yield what holds for all stages, where they have money that it acts on."""
    if has_money(investment, "outlay") or has_money(investment, "capital_outlay"):
        value = _typed(investment.cofinancing, Figure.FINE_SHARE, PART)
        is_closed = not known.keys().isdisjoint(OUTLAYS)
        yield edition.row(
            f"{number}.cofinancing",
            _entry(edition, investment, sheets.COFINANCING, unit=sheets.SHARE),
            value=replace(value, role=Role.GIVEN) if is_closed else value,
        )
    if has_money(investment, "disruption"):
        yield edition.row(
            f"{number}.budgeted",
            _entry(edition, investment, sheets.DISRUPTION_BUDGETED, unit=sheets.YES_NO),
            value=replace(
                _typed(int(investment.disruption_budgeted), Figure.COUNT, PART), choices=(0, 1)
            ),
        )


def has_money(investment: Investment, field: str) -> bool:
    """Say whether any stage has money of a kind."""
    return any(any(getattr(stage, field).values()) for stage in investment.stages)


def _typed(value: float | None, figure: Figure, limits: tuple[float, float]) -> Cell:
    return Cell(value=value, figure=figure, role=Role.INPUT, limits=limits)


def within(cells: Iterable[Cell], limits: tuple[float, float]) -> tuple[Cell, ...]:
    """Hold inputs within limits."""
    return tuple(replace(cell, limits=limits) for cell in cells)


def _stage(
    edition: Edition, key: str, placed: tuple[Investment, Stage, int], known: Known
) -> Iterator[Row]:
    investment, stage, position = placed
    name = edition.stage(stage, position)
    for field, phrase in STAGE_AMOUNTS.items():
        values = by_year(getattr(stage, field), edition.scenario.horizon)
        if values.any():
            closed = set(_closed_years(edition, (investment, stage, position), field, known))
            cells = within(amounts(values.tolist(), Role.INPUT), NOT_NEGATIVE)
            yield edition.row(
                f"{key}.{field}",
                _entry(edition, investment, phrase, name),
                years=tuple(
                    replace(cell, role=Role.GIVEN) if year in closed else cell
                    for year, cell in zip(edition.years, cells, strict=True)
                ),
            )
    yield edition.row(
        f"{key}.success",
        _entry(edition, investment, sheets.STAGE_SUCCESS, name, sheets.SHARE),
        value=Cell(value=stage.success, figure=Figure.SHARE, role=Role.GIVEN),
    )


def _closed_years(
    edition: Edition, placed: tuple[Investment, Stage, int], field: str, known: Known
) -> Iterator[int]:
    """Yield the years whose amount is no input: facts are held against it, or it goes nowhere."""
    investment, stage, position = placed
    kinds = OUTLAYS if field == "grant" else (field,)
    if field == "grant":
        paid = {year for outlay in stage.outlays.values() for year in outlay if outlay[year]}
        yield from set(edition.years) - paid
    if KnownCourse(investment=investment).reached(position - 1):
        for kind in kinds:
            yield from known.get(kind, ())


def _effect(
    edition: Edition,
    number: int,
    investment: Investment,
    numbered: tuple[Effect, int],
    known: Known,
) -> Iterator[Row]:
    """Yield an effect's figures; those of what is in no budget figure are only told."""
    effect, position = numbered
    closed = _closed_figures(effect, known)
    marked = replace(investment, assumption=effect.assumption or investment.assumption)
    entry = partial(_entry, edition, marked)
    name = edition.effect(effect, position)
    for field, phrase, unit, cell in _figures(edition, number, investment, effect):
        yield edition.row(
            f"{number}.effect{position}.{field}",
            entry(phrase, name, unit),
            value=replace(cell, role=Role.GIVEN) if field in closed else cell,
        )
    steps = _steps(edition, number, effect)
    if "ramp" in closed:
        steps = (replace(cell, role=Role.GIVEN) for cell in steps)
    yield edition.row(
        f"{number}.effect{position}.ramp",
        entry(sheets.RAMP, name, sheets.RAMP_UNIT),
        years=tuple(steps),
    )


def _closed_figures(effect: Effect, known: Known) -> frozenset[str]:
    """Return which figures of an effect are no inputs: in no budget, or held against by facts."""
    if not effect.is_own_cash or "saving" in known:
        return frozenset(EFFECT_FIGURES)
    is_timed = "begun" in known and not effect.is_running_cost
    return frozenset({"from", "ramp"} if is_timed else ())


def _steps(edition: Edition, number: int, effect: Effect) -> Iterator[Cell]:
    """Yield the phase-in, a figure for each year of the effect; open are those that can be seen."""
    last = edition.years[-1] - effect.start
    if effect.years is not None:
        last = min(last, effect.years - 1)
    first = edition.years[0] - effect.start - edition.sample.axes[number - 1].lags + 1
    for step in range(min(edition.across, max(last + 1, len(effect.ramp)))):
        yield Cell(
            value=effect.ramp[step] if step < len(effect.ramp) else None,
            figure=Figure.SHARE,
            role=Role.INPUT if first <= step <= last else Role.GIVEN,
            limits=NOT_NEGATIVE,
            optional=step > 0,
        )


def _figures(
    edition: Edition, number: int, investment: Investment, effect: Effect
) -> Iterator[tuple[str, Text, str, Cell]]:
    """Yield the figures of an effect that have one value: field, phrase, unit, cell."""
    if effect.share is not None:
        cell = _typed(effect.share, Figure.FINE_SHARE, PART)
        yield "share", sheets.FULL_SHARE, sheets.SHARE, cell
    else:
        phrase, limits = sheets.FULL_AMOUNT, NOT_NEGATIVE
        if effect.is_running_cost:
            phrase, limits = sheets.RUNNING_COST, NOT_POSITIVE
        cell = replace(amount(effect.amount, Role.INPUT), limits=limits)
        yield "amount", phrase, edition.unit, cell
    first = _typed(
        effect.start, Figure.YEAR, (_earliest(edition, number, investment), edition.years[-1])
    )
    yield "from", sheets.FIRST_YEAR, sheets.YEAR_UNIT, first
    lasts = replace(_typed(effect.years, Figure.COUNT, (1.0, inf)), optional=True)
    yield "years", sheets.DURATION, sheets.YEARS_UNIT, lasts
    if effect.refund:
        yield "refund", sheets.REFUND, sheets.SHARE, _typed(effect.refund, Figure.FINE_SHARE, PART)


def _earliest(edition: Edition, number: int, investment: Investment) -> int:
    """Return the first year that an effect may begin in.

    Where a delay has no end, the trials tell only the delays that its years of today show.
    """
    if not edition.sample.axes[number - 1].is_cut:
        return EARLIEST
    starts = [effect.start for effect in investment.effects]
    starts += [indicator.start for indicator in investment.quality]
    return min([edition.years[0], *starts])


def _quality(edition: Edition, number: int, investment: Investment) -> Iterator[Row]:
    for position, quality in enumerate(investment.quality, start=1):
        for field, phrase in (("baseline", sheets.BASELINE), ("target", sheets.TARGET)):
            value = getattr(quality, field)
            yield edition.row(
                f"{number}.quality{position}.{field}",
                _entry(edition, investment, phrase, quality.indicator, quality.unit or "–"),
                value=Cell(value=value, figure=Figure.FACTOR, role=Role.GIVEN),
            )


def _realised(edition: Edition, number: int, investment: Investment) -> Iterator[Row]:
    """Yield what facts say has been realised, and of what part of each year."""
    for key, (values, parts) in realised(edition.results.scenario, investment).items():
        name = edition.say(AMOUNT_NAMES[key])
        facts = [fact for fact in investment.facts if fact.kind == key]
        source = "; ".join(dict.fromkeys(fact.source for fact in facts if fact.source))
        known = [part or None for part in parts.tolist()]
        told = [value if part else None for value, part in zip(values.tolist(), known, strict=True)]
        shares = figures(known, Figure.FINE_SHARE, Role.GIVEN)
        for field, phrase, unit, cells in (
            ("actual", sheets.REALISED, edition.unit, amounts(told, Role.GIVEN)),
            ("part", sheets.REALISED_PART, edition.say(sheets.SHARE), shares),
        ):
            entry = _entry(edition, investment, phrase, name, unit)
            entry = replace(entry, source=source or entry.source)
            yield edition.row(f"{number}.{field}.{key}", entry, years=cells)
