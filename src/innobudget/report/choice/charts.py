"""A choice as charts: what belongs in it whatever happens, what it costs, what pooling is worth."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from innobudget.domain.chosen import CaseDecision, FrontierPoint
from innobudget.report import theme
from innobudget.report.chart_files import CHOICE_STEMS
from innobudget.report.choice.teller import ChoiceTeller
from innobudget.report.drawing import lettering
from innobudget.report.drawing.axes import SAFE_MARK, amounts_below, with_amounts_left
from innobudget.report.drawing.canvas import Canvas, Ink, Mark, Place, Rectangle, Stroke
from innobudget.report.drawing.panel import limits
from innobudget.report.drawing.rows import Rows
from innobudget.report.figures.chart import Chart, ChartTable, Series
from innobudget.report.figures.files import Origin, write_pictures
from innobudget.report.findings.saying import Finding
from innobudget.report.findings.teller import Scale, fitting_scale
from innobudget.report.words import choice as words
from innobudget.report.words.numbers import MINUS, NARROW_SPACE

NUMBERED = 8
"""Steps of the frontier that are told beside it."""
TOLD = 330.0
"""Width of what is told of them. [points]"""
NAMES = 340.0
"""Of cases, at most. [points]"""
SIDE = 0.34
"""Half of a square of the cases' chart, as a share of a row."""


def write_charts(
    teller: ChoiceTeller, folder: Path, date: dt.date, *, svg: bool = False
) -> tuple[str, ...]:
    """Write the charts of a choice into a folder that exists; return the files' names."""
    name = teller.scenario.assumptions.name
    origin = Origin(name, teller.language, teller.source_of(name, date))
    return write_pictures(build_charts(teller), folder, origin, svg=svg)


def build_charts(teller: ChoiceTeller) -> tuple[Chart, ...]:
    """Return the charts that there is something to draw for."""
    return (_cases(teller), *_frontier(teller), *_pooling(teller))


def _cases(teller: ChoiceTeller) -> Chart:
    """Return the chart of cases by stress: filled where a case is chosen."""
    order = ("always", "core", "depends", "out")
    cases = sorted(
        teller.chosen.cases,
        key=lambda case: (order.index(case.standing), not _is_in(teller, case), -case.npv),
    )
    columns = _columns(teller)
    rows = [[_in_world(teller, case, name) for name in columns] for case in cases]
    headings = (teller.say(words.CASE), *columns.values())
    signs = {True: teller.say(words.YES), False: "–", None: ""}
    return Chart(
        stem=CHOICE_STEMS[0],
        finding=Finding(teller.headline, ""),
        shown=teller.say(words.CASES_SHOWN, objective=teller.objective),
        picture=teller.say(words.CASES_PICTURE),
        table=ChartTable(
            tuple(heading.replace("\n", " ") for heading in headings),
            tuple(
                (teller.titles[case.id], *(signs[cell] for cell in row))
                for case, row in zip(cases, rows, strict=True)
            ),
        ),
        series=(
            Series(
                "chosen",
                tuple(float(_is_in(teller, case)) for case in cases),
                ("/choice/chosen",),
                "1 where the case is in the list",
            ),
        ),
        draw=lambda canvas, room: _draw_cases(teller, (canvas, room), cases, (columns, rows)),
        badge=teller.badge_of([teller.scenario]),
    )


def _is_in(teller: ChoiceTeller, case: CaseDecision) -> bool:
    return case.id in (*teller.chosen.choice.chosen, *teller.chosen.choice.always)


def _columns(teller: ChoiceTeller) -> dict[str, str]:
    """Return what each column is of: the choice, every stress of all, own benefits."""
    found = {"": teller.say(words.AS_ASSUMED)}
    for stress in teller.chosen.stresses:
        if stress.case is None:
            found[stress.name] = teller.say(words.WORLDS[stress.name])
    if any(stress.case for stress in teller.chosen.stresses):
        found |= {f"benefit-{size}": teller.say(told) for size, told in words.OWN_WORLDS.items()}
    return found


def _in_world(teller: ChoiceTeller, case: CaseDecision, name: str) -> bool | None:
    """Say whether a case is chosen in a world; None: that is not asked, or nothing is chosen."""
    if case.standing == "always":
        return True
    if not name:
        return _is_in(teller, case)
    own = f"{name}-of-{case.id}" if name.startswith("benefit") else name
    found = [stress for stress in teller.chosen.stresses if stress.name == own]
    chosen = found[0].chosen if found else None
    return None if chosen is None else case.id in chosen


def _draw_cases(
    teller: ChoiceTeller,
    place: tuple[Canvas, Rectangle],
    cases: Sequence[CaseDecision],
    told: tuple[dict[str, str], Sequence[Sequence[bool | None]]],
) -> None:
    canvas, room = place
    columns, found = told
    names = [teller.titles[case.id] for case in cases]
    rows = Rows.named(canvas, room.inset(top=62, bottom=6), names, widest=NAMES, tallest=44.0)
    each, high = rows.pictures.width / len(columns), rows.room.height / len(cases)
    half = min(high, 40.0) * SIDE
    for place_, heading in enumerate(columns.values()):
        x = rows.pictures.left + (place_ + 0.5) * each
        ink = Ink(bold=place_ == 0)
        canvas.text(Place(x, rows.room.top + 6), heading, ink, side="center", level="bottom")
        for number_, row in enumerate(found):
            y = rows.room.top - (number_ + 0.5) * high
            if row[place_] is None:
                continue
            corners = [(x - half, y - half), (x - half, y + half), (x + half, y + half)]
            corners.append((x + half, y - half))
            chosen = row[place_]
            fill = theme.OUTCOME_COLOUR if chosen else theme.WHITE
            edge = Stroke(colour=theme.OUTCOME_COLOUR if chosen else theme.LIGHT_GREY, width=1.6)
            canvas.area(corners, fill, edge=edge, name="chosen" if chosen else "out")


def _frontier(teller: ChoiceTeller) -> Iterator[Chart]:
    """Yield the chart of objective against outlay; none where there is no step."""
    points = teller.chosen.frontier
    if len(points) < 2:
        return
    values = [point.objective for point in points]
    scale = fitting_scale(values, teller.currency, teller.language)
    steps = [_step(teller, points, place) for place in range(len(points))]
    series = tuple(
        Series(
            f"frontier.{name}",
            tuple(getattr(point, name) for point in points),
            tuple(f"/frontier/{place}/{name}" for place in range(len(points))),
        )
        for name in ("outlay", "objective")
    )
    choice = teller.chosen.choice
    yield Chart(
        stem=CHOICE_STEMS[1],
        finding=Finding(
            teller.say(
                words.FRONTIER_TITLE,
                outlay=teller.money(choice.outlay),
                value=teller.money(choice.on_fresh_trials),
                objective=teller.objective,
            ),
            "",
        ),
        shown=teller.say(words.FRONTIER_SHOWN, unit=scale.name),
        picture=teller.say(words.FRONTIER_PICTURE),
        table=ChartTable.of(
            (teller.say(words.STEP), teller.say(words.OUTLAY), teller.objective),
            steps,
            *(one.cells(scale) for one in series),
        ),
        series=series,
        draw=lambda canvas, room: _draw_frontier(teller, (canvas, room), scale, steps),
    )


def _step(teller: ChoiceTeller, points: Sequence[FrontierPoint], place: int) -> str:
    """Say what a point of the frontier has more and less than the one before."""
    now, before = points[place].cases, points[place - 1].cases if place else ()
    into = [f"+{NARROW_SPACE}{teller.titles[name]}" for name in now if name not in before]
    out = [f"{MINUS}{NARROW_SPACE}{teller.titles[name]}" for name in before if name not in now]
    return "  ".join([*into, *out]) or teller.say(words.NONE)


def _draw_frontier(
    teller: ChoiceTeller, place: tuple[Canvas, Rectangle], scale: Scale, steps: Sequence[str]
) -> None:
    canvas, room = place
    points = teller.chosen.frontier
    outlays, values = (
        [getattr(point, name) for point in points] for name in ("outlay", "objective")
    )
    panel = with_amounts_left(
        canvas,
        room.inset(right=TOLD + 24, bottom=42, top=12),
        across=limits([0.0, *outlays], above=0.06),
        upright=limits([0.0, *values], below=0.04, above=0.1),
        written=scale.tick,
    )
    amounts_below(panel, scale.tick)
    line = [*zip(outlays, values, strict=True)]
    panel.line(line, Stroke(colour=theme.OUTCOME_COLOUR, width=2.0), name="frontier")
    panel.marks(line, Mark(size=8), name="frontier.objective")
    chosen = [point for point in points if point.cases == teller.chosen.choice.chosen]
    for point in chosen:
        panel.marks([(point.outlay, point.objective)], SAFE_MARK, name="chosen")
    numbered = _numbered(teller, values)
    top = panel.room.top
    most = int(panel.room.height / len(numbered) / (theme.LABEL_SIZE * lettering.LINE))
    for row, at in enumerate(numbered, start=1):
        spot, bold = (outlays[at], values[at]), Ink(bold=True)
        panel.text(spot, str(row), bold, side="right", level="bottom", shift=(-5, 5))
        told = lettering.at_most(f"{row}  {steps[at]}", theme.LABEL_SIZE, TOLD, count=max(2, most))
        canvas.text(Place(room.right - TOLD, top), told, level="top")
        top -= lettering.height(told, theme.LABEL_SIZE) + 7


def _numbered(teller: ChoiceTeller, values: Sequence[float]) -> list[int]:
    """Return the largest steps of the frontier, that to the choice among them, in order."""
    gains = [after - before for before, after in pairwise(values)]
    largest = sorted(range(1, len(values)), key=lambda at: -gains[at - 1])[: NUMBERED - 1]
    chosen = [point.cases for point in teller.chosen.frontier].index(teller.chosen.choice.chosen)
    return sorted({*largest, *([chosen] if chosen else [])})


def _pooling(teller: ChoiceTeller) -> Iterator[Chart]:
    """Yield the chart of what can be booked by who holds the reserve; none of a single case."""
    found, choice = teller.chosen.pooling, teller.chosen.choice
    if found is None or len(choice.chosen) + len(choice.always) < 2:
        return
    levels = {"one": found.one, "committees": found.committees, "cases": found.cases}
    scale = fitting_scale(levels.values(), teller.currency, teller.language)
    names = [teller.say(words.LEVELS[name]) for name in levels]
    sources = tuple(f"/pooling/{name}" for name in levels)
    series = Series("pooling", tuple(levels.values()), sources)
    confidence = teller.chance(teller.confidence)
    yield Chart(
        stem=CHOICE_STEMS[2],
        finding=Finding(teller.as_title(teller.pooling()), ""),
        shown=teller.say(
            words.POOLING_SHOWN, unit=scale.name, confidence=confidence, period=teller.period
        ),
        picture=teller.say(words.POOLING_PICTURE),
        table=ChartTable.of(
            (teller.say(words.RESERVE_HELD), scale.name), names, series.cells(scale)
        ),
        series=(series,),
        draw=lambda canvas, room: _draw_pooling((canvas, room), names, [*levels.values()], scale),
    )


def _draw_pooling(
    place: tuple[Canvas, Rectangle], names: Sequence[str], values: Sequence[float], scale: Scale
) -> None:
    canvas, room = place
    rows = Rows.named(canvas, room.inset(top=20, bottom=34), names, widest=NAMES)
    panel = rows.panel(limits([0.0, *values], below=0.03, above=0.03), right=120)
    amounts_below(panel, scale.tick, lines=True, finest=0.0)
    for number_, value in enumerate(values):
        ends = (min(0.0, value), max(0.0, value))
        fill = theme.BETTER_COLOUR if value > 0 else theme.LOSS_COLOUR
        panel.box(ends, (number_ + 0.25, number_ + 0.75), fill, name="pooling")
    texts = [(scale.write(value), Ink(bold=True)) for value in values]
    rows.column(room.right, scale.name, texts)
