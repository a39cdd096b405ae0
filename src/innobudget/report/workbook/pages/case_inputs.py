"""What was typed about one investment."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from innobudget.domain.investment import Investment, Stage
from innobudget.domain.rebooking import booked_savings
from innobudget.engine.plan import by_year
from innobudget.messages import Text
from innobudget.report.planning import PlannedEffect, planned_effects
from innobudget.report.tables import Cell, Figure, Role, Row, amounts, figures
from innobudget.report.words import labels, sheets
from innobudget.report.words.distributions import describe
from innobudget.report.workbook.edition import Edition, Entry

STAGE_AMOUNTS = {
    "outlay": sheets.STAGE_OUTLAY,
    "capital_outlay": sheets.STAGE_CAPITAL,
    "disruption": sheets.STAGE_DISRUPTION,
    "grant": sheets.STAGE_GRANT,
}


def from_scenario(edition: Edition, table: str) -> str:
    """Say which file and table a figure comes from."""
    source = edition.results.scenario.source
    if not source:
        return edition.say(sheets.BUILT_IN_CODE)
    return edition.say(sheets.FROM_SCENARIO, file=source, table=table)


def case_rows(edition: Edition, number: int, investment: Investment) -> Iterator[Row]:
    """Lay out the inputs of the investment that has this number in the workbook, with names."""
    rows = _case_rows(edition, number, investment)
    return (with_name(edition, row) if row.key else row for row in rows)


def with_name(edition: Edition, row: Row) -> Row:
    """Name the inputs of a row after its key: `case1_effect2_amount`, one name for all years."""
    cells = (
        replace(cell, name=_name(edition, row.key))
        if cell is not None and cell.role is Role.INPUT
        else cell
        for cell in row.cells
    )
    return replace(row, cells=tuple(cells))


def _name(edition: Edition, key: str) -> str:
    words = []
    for place, part in enumerate(key.split(".")):
        word, number = part.rstrip("0123456789"), part[len(part.rstrip("0123456789")) :]
        known = word or ("line" if place else "case")
        words.append(edition.say(sheets.NAME_PARTS[known]) + number)
    return "_".join(words)


def _case_rows(edition: Edition, number: int, investment: Investment) -> Iterator[Row]:
    yield from _scalars(edition, number, investment)
    for position, stage in enumerate(investment.stages, start=1):
        yield from _stage(edition, f"{number}.stage{position}", (investment, stage, position))
    for position, planned in enumerate(
        planned_effects(edition.results.scenario, investment), start=1
    ):
        named = (planned, effect_name(edition, planned, position))
        yield from _effect(edition, f"{number}.effect{position}", investment, named)
    if investment.is_booked_apart:
        booked = booked_savings(edition.results.scenario, investment)
        yield edition.row(
            f"{number}.booked",
            _entry(edition, investment, sheets.BOOKED_GIVEN),
            years=amounts(list(booked.values()), Role.INPUT),
        )
    yield from _quantities(edition, investment)
    yield from _quality(edition, number, investment)


def _entry(
    edition: Edition, investment: Investment, phrase: Text, detail: str = "", unit: str = ""
) -> Entry:
    return Entry(
        label=edition.say(phrase),
        detail=detail,
        unit=unit or edition.unit,
        mark=edition.say(labels.MARKS[investment.assumption]),
        source=from_scenario(edition, f"investment {investment.id}"),
    )


def _scalars(edition: Edition, number: int, investment: Investment) -> Iterator[Row]:
    yield edition.row(
        f"{number}.cofinancing",
        _entry(edition, investment, sheets.COFINANCING, unit=edition.say(sheets.SHARE)),
        value=Cell(
            value=investment.cofinancing,
            figure=Figure.FINE_SHARE,
            role=Role.INPUT,
            limits=(0.0, 1.0),
        ),
    )
    yield edition.row(
        f"{number}.budgeted",
        _entry(edition, investment, sheets.DISRUPTION_BUDGETED, unit=edition.say(sheets.YES_NO)),
        value=Cell(
            value=int(investment.disruption_budgeted),
            figure=Figure.COUNT,
            role=Role.INPUT,
            choices=(0, 1),
        ),
    )


def stage_name(edition: Edition, stage: Stage, position: int) -> str:
    """Return what people call a stage."""
    return stage.name or edition.say(sheets.STAGE_NUMBER, number=position)


def _stage(edition: Edition, key: str, placed: tuple[Investment, Stage, int]) -> Iterator[Row]:
    investment, stage, position = placed
    name = stage_name(edition, stage, position)
    for field, phrase in STAGE_AMOUNTS.items():
        values = by_year(getattr(stage, field), edition.results.scenario.horizon)
        if values.any():
            yield edition.row(
                f"{key}.{field}",
                _entry(edition, investment, phrase, name),
                years=amounts(values.tolist(), Role.INPUT),
            )
    yield edition.row(
        f"{key}.success",
        _entry(edition, investment, sheets.STAGE_SUCCESS, name, edition.say(sheets.SHARE)),
        value=Cell(value=stage.success, figure=Figure.SHARE, role=Role.GIVEN),
    )


def effect_name(edition: Edition, planned: PlannedEffect, position: int) -> str:
    """Say which effect it is, where it falls, and who has it where that is not our own cash."""
    effect = planned.effect
    where = " ".join(
        part
        for part in (
            effect.line,
            effect.area,
            None if effect.kind is None else edition.say(labels.KINDS[effect.kind]),
            None if effect.side == "expenditure" else f"({edition.say(labels.SIDES[effect.side])})",
        )
        if part
    )
    told = [f"{position}. {where or edition.say(sheets.NO_LINE)}"]
    if not effect.is_own_cash:
        told.append(edition.say(labels.BENEFICIARIES[effect.beneficiary]))
        told.append(edition.say(labels.GAINS[effect.gain]))
    if effect.certain:
        told.append(edition.say(sheets.CERTAIN_EFFECT))
    return ", ".join(told)


def _effect(
    edition: Edition, key: str, investment: Investment, named: tuple[PlannedEffect, str]
) -> Iterator[Row]:
    planned, name = named
    effect = planned.effect
    share = edition.say(sheets.SHARE)
    marked = replace(investment, assumption=effect.assumption or investment.assumption)
    entry = partial(_entry, edition, marked)
    if effect.share is not None:
        yield edition.row(
            f"{key}.share",
            entry(sheets.FULL_SHARE, name, share),
            value=Cell(value=effect.share, figure=Figure.FINE_SHARE, role=Role.INPUT),
        )
    else:
        phrase = sheets.RUNNING_COST if effect.is_running_cost else sheets.FULL_AMOUNT
        (cell,) = amounts((effect.amount,), Role.INPUT)
        yield edition.row(f"{key}.amount", entry(phrase, name), value=cell)
    yield edition.row(
        f"{key}.ramp",
        entry(sheets.RAMP, name, share),
        years=figures(planned.ramp.tolist(), Figure.SHARE, Role.INPUT),
    )
    if effect.refund:
        yield edition.row(
            f"{key}.refund",
            entry(sheets.REFUND, name, share),
            value=Cell(value=effect.refund, figure=Figure.FINE_SHARE, role=Role.INPUT),
        )


def _quantities(edition: Edition, investment: Investment) -> Iterator[Row]:
    for field, phrase in sheets.QUANTITIES.items():
        unit = sheets.YEARS_UNIT if field == "delay" else sheets.FACTOR
        told = describe(getattr(investment, field), edition.language)
        yield edition.row(
            "",
            _entry(edition, investment, phrase, unit=edition.say(unit)),
            value=Cell(value=told, role=Role.GIVEN),
        )


def _quality(edition: Edition, number: int, investment: Investment) -> Iterator[Row]:
    for position, quality in enumerate(investment.quality, start=1):
        for field, phrase in (("baseline", sheets.BASELINE), ("target", sheets.TARGET)):
            value = getattr(quality, field)
            yield edition.row(
                f"{number}.quality{position}.{field}",
                _entry(edition, investment, phrase, quality.indicator, quality.unit or "–"),
                value=Cell(value=value, figure=Figure.FACTOR, role=Role.GIVEN),
            )
