"""Changes that a reader may make to a workbook, and the scenario that each of them means."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook.workbook import Workbook

from conftest import a_line, an_effect, an_investment
from innobudget.domain.investment import Effect, Investment, Stage
from innobudget.domain.results import Results
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Choice, Pert, Uniform
from innobudget.engine.simulation import Simulation, simulate
from innobudget.engine.trials import draw_again, sample_trials
from innobudget.engine.what_if import WhatIf, what_if
from innobudget.report.tables import Figure
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.formulas import Known
from innobudget.report.workbook.live_figures import live_figures
from recalculation import IronCalc, Value, formulas, typed_into
from town import MADE, care, desk, town
from workbook_linter.reading import is_input

COUNT = 40
"""Trials in the workbook."""
ENOUGH_FIGURES = 200
"""Of What-if that are compared after each change."""
FIGURES = {
    "booked": ("What-if", "Booked saving", "in all"),
    "saving": ("What-if", "Realised saving (simulated), mean", "What-if"),
    "gap": ("What-if", "Budget gap, mean", "What-if"),
    "cumulative": ("What-if", "Cumulative net effect, P50", "What-if"),
    "npv": ("What-if", "Net present value 2026–2031, mean", "What-if"),
    "reserve": (
        "What-if",
        "Budget gap that is not exceeded with the chosen confidence",
        "What-if",
    ),
    "budget": ("Budget", "In all", ""),
}
"""Figures of the portfolio by their sheet, label and detail."""
Making = Callable[[Scenario], Scenario]
Cells = Mapping[tuple[str, str], Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Something typed into a workbook, and what it means."""

    name: str
    typed: Mapping[str, Any]
    """By defined name; of a row by the name and the place in it, `case1_booked:1`."""
    made: Making


def school() -> Investment:
    """Return grants, a certain saving, a delay within years, and a booking by the share."""
    return an_investment(
        "school",
        name="School paths",
        area="Children",
        cost_factor=Uniform(uniform=(0.8, 1.5)),
        disruption_factor=Uniform(uniform=(0.5, 2.5)),
        benefit_factor=Pert(pert=(0.4, 1.0, 1.2)),
        failure_factor=Uniform(uniform=(-0.3, 0.1)),
        delay=Uniform(uniform=(0.0, 2.5)),
        stages=(
            Stage(outlay={2026: 9_000.0}, grant={2026: 4_000.0}, success=0.9),
            Stage(
                outlay={2027: 12_000.0, 2028: 3_000.0},
                capital_outlay={2027: 6_000.0},
                grant={2027: 5_000.0},
                disruption={2027: 4_000.0, 2028: 2_000.0},
                outlay_line="3.22.01",
                success=0.8,
            ),
        ),
        effects=(
            an_effect(line="3.22.01", amount=30_000.0, start=2027, ramp=(0.3, 0.6, 1.0)),
            an_effect(line="3.22.01", amount=8_000.0, start=2028, certain=True, years=3),
            an_effect(line="3.22.01", amount=-3_000.0, start=2027),
        ),
    )


def scene() -> Scenario:
    """Return three cases on a budget: own bookings, a share, grants, what is certain."""
    cases = (replace(care(), booked={2027: 25_000.0, 2028: 35_000.0}), desk(), school())
    scenario = town(investments=cases, share=0.6)
    assert scenario.budget is not None
    apart = a_line("7.10.01", name="Roads", area="Roads")
    budget = replace(scenario.budget, lines=(*scenario.budget.lines, apart))
    return replace(scenario, budget=budget)


# What a change means


def case(number: int, **fields: Any) -> Making:  # noqa: ANN401 - any field of an investment
    def made(scenario: Scenario) -> Scenario:
        cases = list(scenario.investments)
        cases[number - 1] = replace(cases[number - 1], **fields)
        return replace(scenario, investments=tuple(cases))

    return made


def effect(number: int, position: int, **fields: Any) -> Making:  # noqa: ANN401 - any field
    def made(scenario: Scenario) -> Scenario:
        effects: list[Effect] = list(scenario.investments[number - 1].effects)
        effects[position - 1] = replace(effects[position - 1], **fields)
        return case(number, effects=tuple(effects))(scenario)

    return made


def stage(number: int, position: int, **fields: Any) -> Making:  # noqa: ANN401 - any field
    def made(scenario: Scenario) -> Scenario:
        stages = list(scenario.investments[number - 1].stages)
        stages[position - 1] = replace(stages[position - 1], **fields)
        return case(number, stages=tuple(stages))(scenario)

    return made


def assumed(**fields: Any) -> Making:  # noqa: ANN401 - any field of the assumptions
    return lambda scenario: replace(scenario, assumptions=replace(scenario.assumptions, **fields))


def share(value: float) -> Making:
    return lambda scenario: replace(scenario, booking=replace(scenario.booking, share=value))


def line(place: int, year: int, amount: float) -> Making:
    def made(scenario: Scenario) -> Scenario:
        assert scenario.budget is not None
        lines = list(scenario.budget.lines)
        lines[place] = replace(lines[place], amounts={**lines[place].amounts, year: amount})
        return replace(scenario, budget=replace(scenario.budget, lines=tuple(lines)))

    return made


def grown(growth: float) -> Making:
    def made(scenario: Scenario) -> Scenario:
        assert scenario.budget is not None
        return replace(scenario, budget=replace(scenario.budget, growth=growth))

    return made


def scaled(quantity: Any, factor: float) -> Any:  # noqa: ANN401 - any uncertain quantity
    """Return an uncertain quantity times a factor."""
    match quantity:
        case Uniform(uniform=(low, high)):
            return Uniform(uniform=(factor * low, factor * high))
        case Pert(pert=points):
            return Pert(pert=tuple(factor * point for point in points))  # type: ignore[arg-type]
        case _:
            return factor * quantity


def later(delay: Any, years: int) -> Any:  # noqa: ANN401 - any uncertain quantity
    """Return a delay of so many years more."""
    match delay:
        case Choice(choice=pairs):
            return Choice(choice=tuple((value + years, chance) for value, chance in pairs))
        case Uniform(uniform=(low, high)):
            return Uniform(uniform=(low + years, high + years))
        case _:
            return delay + years


def times(number: int, fields: tuple[str, ...], factor: float) -> Making:
    def made(scenario: Scenario) -> Scenario:
        own = scenario.investments[number - 1]
        changed = {field: scaled(getattr(own, field), factor) for field in fields}
        return case(number, **changed)(scenario)

    return made


def delayed(number: int, years: int) -> Making:
    def made(scenario: Scenario) -> Scenario:
        own = scenario.investments[number - 1]
        return case(number, delay=later(own.delay, years))(scenario)

    return made


SAVING = ("benefit_factor", "failure_factor")


def single_changes() -> Iterator[Change]:
    """Yield one change of every kind of input, extremes included."""

    def change(name: str, typed: Mapping[str, Any], made: Making) -> Change:
        return Change(name=name, typed=typed, made=made)

    yield change("confidence 95 %", {"confidence": 0.95}, assumed(confidence=0.95))
    yield change("confidence 0.1 %", {"confidence": 0.001}, assumed(confidence=0.001))
    yield change("discount rate 8 %", {"discount_rate": 0.08}, assumed(discount_rate=0.08))
    yield change("discount rate 0", {"discount_rate": 0}, assumed(discount_rate=0.0))
    yield change("discount rate below 0", {"discount_rate": -0.2}, assumed(discount_rate=-0.2))
    yield change("half booked", {"booking_share": 0.5}, share(0.5))
    yield change("nothing booked by the share", {"booking_share": 0}, share(0.0))
    yield change("booked above the plan", {"booking_share": 1.4}, share(1.4))
    for number, most in ((1, 3), (2, 6), (3, 2)):
        off = {f"case{number}_switched_on": 0}
        yield change(f"case {number} off", off, case(number, enabled=False))
        for factor in (0, 0.5, 2, 10):
            typed = {f"case{number}_saving_times": factor}
            yield change(f"saving {number} x {factor}", typed, times(number, SAVING, factor))
        typed = {f"case{number}_outlay_times": 2}
        yield change(f"outlay {number} doubled", typed, times(number, ("cost_factor",), 2))
        for years in (1, most):  # the library knows no delay beyond the horizon
            typed = {f"case{number}_extra_delay": years}
            yield change(f"case {number} {years} later", typed, delayed(number, years))
    for number in (1, 3):
        typed = {f"case{number}_disruption_times": 2}
        made = times(number, ("disruption_factor",), 2)
        yield change(f"disruption {number} doubled", typed, made)
    yield from _bookings(change)
    yield from _stages(change)
    yield from _effects(change)
    yield change("a line halved", {"budget_line3:1": 400}, line(2, 2027, 400_000.0))
    yield change("a line at zero", {"budget_line3:0": 0}, line(2, 2026, 0.0))
    yield change("another line", {"budget_line1:2": 0}, line(0, 2028, 0.0))
    yield change("growth 4 %", {"budget_growth": 0.04}, grown(0.04))


def _bookings(change: Callable[..., Change]) -> Iterator[Change]:
    yield change(
        "case 1 booked at 20,000 from year two",
        {"case1_booked:1": 20, "case1_booked:2": None},
        case(1, booked={2027: 20_000.0}),
    )
    yield change(
        "case 2 with a booking of its own",
        {"case2_booked:2": 30},
        case(2, booked={2028: 30_000.0}),
    )
    yield change(
        "a booking that ends",
        {"case1_booked:4": 0},
        case(1, booked={2027: 25_000.0, 2028: 35_000.0, 2030: 0.0}),
    )
    yield change(
        "case 1 by the share",
        {"case1_booked:1": None, "case1_booked:2": None},
        case(1, booked=None),
    )
    yield change(
        "a booking before any saving",
        {"case1_booked:0": 5},
        case(1, booked={2026: 5_000.0, 2027: 25_000.0, 2028: 35_000.0}),
    )


def _stages(change: Callable[..., Change]) -> Iterator[Change]:
    yield change("outlay doubled", {"case2_stage1_outlay:0": 80}, _outlay(2, 1, {2026: 80_000.0}))
    yield change("outlay at zero", {"case1_stage1_outlay:0": 0}, _outlay(1, 1, {2026: 0.0}))
    yield change("outlay a year more", {"case1_stage2_outlay:3": 7}, _outlay(1, 2, {2029: 7e3}))
    yield change(
        "capital outlay",
        {"case1_stage2_capital_outlay:1": 25},
        stage(1, 2, capital_outlay={2027: 25_000.0}),
    )
    yield change(
        "disruption doubled on Assumptions",
        {"case3_stage2_disruption:1": 8, "case3_stage2_disruption:2": 4},
        stage(3, 2, disruption={2027: 8_000.0, 2028: 4_000.0}),
    )
    yield change(
        "disruption in the budget",
        {"case1_disruption_budgeted": 1},
        case(1, disruption_budgeted=True),
    )
    yield change(
        "disruption out of it", {"case3_disruption_budgeted": 0}, case(3, disruption_budgeted=False)
    )
    yield change("co-financing", {"case2_cofinancing": 0.6}, case(2, cofinancing=0.6))
    yield change(
        "co-financing beside a grant", {"case3_cofinancing": 0.2}, case(3, cofinancing=0.2)
    )
    yield change("a smaller grant", {"case3_stage1_grant:0": 1}, stage(3, 1, grant={2026: 1e3}))
    yield change(
        "a grant to two kinds of outlay",
        {"case3_stage2_grant:0": 9},
        stage(3, 2, grant={2027: 9e3}),
    )
    yield change(
        "a grant to nothing",
        {"case3_stage1_outlay:0": 0},
        stage(3, 1, outlay={2026: 0.0}, grant={}),
    )


def _outlay(number: int, position: int, amounts: Mapping[int, float]) -> Making:
    def made(scenario: Scenario) -> Scenario:
        own = scenario.investments[number - 1].stages[position - 1]
        return stage(number, position, outlay={**own.outlay, **amounts})(scenario)

    return made


def _effects(change: Callable[..., Change]) -> Iterator[Change]:
    yield change("amount", {"case1_effect1_amount": 150}, effect(1, 1, amount=150_000.0))
    yield change("amount at zero", {"case1_effect1_amount": 0}, effect(1, 1, amount=0.0))
    yield change("running cost", {"case1_effect2_amount": -9}, effect(1, 2, amount=-9_000.0))
    yield change("certain saving", {"case3_effect2_amount": 2}, effect(3, 2, amount=2_000.0))
    yield change("share of lines", {"case2_effect1_share": 0.08}, effect(2, 1, share=0.08))
    yield change("refund", {"case2_effect2_refund": 0.1}, effect(2, 2, refund=0.1))
    for name, number, position in (("", 1, 1), ("a share ", 2, 1), ("running cost ", 3, 3)):
        for year in (2020, 2026, 2028, 2031):
            typed = {f"case{number}_effect{position}_first_year": year}
            yield change(f"{name}from {year}", typed, effect(number, position, start=year))
    yield change(
        "a slower phase-in",
        {"case1_effect1_phase_in:0": 0.1, "case1_effect1_phase_in:1": 0.4,
         "case1_effect1_phase_in:2": 0.9},
        effect(1, 1, ramp=(0.1, 0.4, 0.9)),
    )  # fmt: skip
    yield change(
        "a phase-in with a gap",
        {"case1_effect1_phase_in:1": None, "case1_effect1_phase_in:3": 1},
        effect(1, 1, ramp=(0.5, 0.5, 0.5, 1.0)),
    )
    yield change("a shorter phase-in", {"case3_effect1_phase_in:2": None},
                 effect(3, 1, ramp=(0.3, 0.6)))  # fmt: skip
    yield change("it ends", {"case1_effect1_duration": 2}, effect(1, 1, years=2))
    yield change("it lasts", {"case2_effect2_duration": None}, effect(2, 2, years=None))
    yield change("a year more", {"case3_effect2_duration": 4}, effect(3, 2, years=4))


def changes() -> tuple[Change, ...]:
    """Return every change alone, and each with the one some places on."""
    alone = tuple(single_changes())
    apart = len(alone) // 2 - 1
    pairs = (
        Change(
            name=f"{one.name} and {other.name}",
            typed={**one.typed, **other.typed},
            made=lambda scenario, one=one, other=other: other.made(one.made(scenario)),  # type: ignore[misc]
        )
        for one, other in zip(alone[::2], alone[apart::2], strict=False)
        if not {name.split(":")[0] for name in one.typed}
        & {name.split(":")[0] for name in other.typed}
    )
    return (*alone, *pairs)


class Changeable:
    """A workbook that things are typed into, and what is looked at in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        book = openpyxl.load_workbook(path)
        self.rows = {
            (str(cells[0].value), str(cells[1].value)): int(cells[0].row or 0)
            for cells in book["What-if"].iter_rows(max_col=2)
        }
        self.verdicts = [
            (sheet.title, cell.coordinate)
            for sheet in book.worksheets
            for (cell,) in sheet.iter_rows(max_col=1, max_row=12)
            if str(cell.value).startswith(("=Checks!$D$", "=$D$"))
        ]
        self.formulas = formulas(path)
        self._calc = IronCalc(path)
        self._after = max(
            int(cell.row or 0)
            for (cell,) in book["Budget"].iter_rows(max_col=1)
            if cell.value == "In all"
        )
        self.inputs = {
            name: [(sheet, address) for sheet, address in _cells_of(book, name)]
            for name in book.defined_names
        }

    def cells(self, typed: Mapping[str, Any]) -> dict[tuple[str, str], Any]:
        """Return the places and values of what is typed by name."""
        found = {}
        for named, value in typed.items():
            name, _, place = named.partition(":")
            found[self.inputs[name][int(place or 0)]] = value
        return found

    def after(self, typed: Mapping[str, Any]) -> Cells:
        """Return every formula's value after something was typed."""
        return self._calc.after(self.cells(typed), self.formulas)

    def typed_cells(self) -> Iterator[tuple[tuple[str, int], Value]]:
        """Yield every input by its name and its place in the row, with what stands there."""
        book = openpyxl.load_workbook(self.path)
        for name, cells in self.inputs.items():
            for place, (sheet, address) in enumerate(cells):
                cell = book[sheet][address]
                if is_input(cell):
                    yield (name, place), cell.value

    def figures(self, typed: Mapping[str, Any]) -> Mapping[str, tuple[float, ...]]:
        """Return some figures of the portfolio after something was typed."""
        places = {key: list(self._row(*row)) for key, row in FIGURES.items()}
        found = self._calc.after(
            self.cells(typed), [cell for row in places.values() for cell in row]
        )
        return {key: tuple(float(found[cell] or 0) for cell in row) for key, row in places.items()}

    def _row(self, sheet: str, label: str, detail: str) -> Iterator[tuple[str, str]]:
        row = self.rows[label, detail] if sheet == "What-if" else self._after
        return (
            (sheet, f"{letter}{row}")
            for letter in "DEFGHIJ"
            if (sheet, f"{letter}{row}") in self.formulas
        )

    def saved_with(self, typed: Mapping[str, Any], path: Path) -> Path:
        """Type something into a copy of the file."""
        return typed_into(self.path, self.cells(typed), path)

    def verdict(self, found: Cells) -> Value:
        """Return what the line at the top of every sheet says, the same on each."""
        (said,) = {found[place] for place in self.verdicts}
        return said


def _cells_of(book: Workbook, name: str) -> Iterator[tuple[str, str]]:
    for sheet, area in book.defined_names[name].destinations:
        left, top, right, bottom = range_boundaries(area.replace("$", ""))
        for row in book[sheet].iter_rows(min_col=left, min_row=top, max_col=right, max_row=bottom):
            yield from ((sheet, cell.coordinate) for cell in row)


def expected(change: Change, simulation: Simulation, results: Results) -> tuple[Edition, WhatIf]:
    """Return what the library computes from the same trials for the changed scenario."""
    run = simulate(change.made(simulation.scenario), dimensions=simulation.draws.dimensions)
    sample = draw_again(run, sample_trials(simulation, COUNT).numbers)
    results = replace(results, scenario=run.scenario)  # only what follows from the sample is asked
    edition = Edition(results=results, language="en", made=MADE, sample=sample)
    return edition, what_if(run.scenario, sample)


def off(made: tuple[Edition, WhatIf], book: Changeable, found: Cells) -> list[str]:
    """Say which figures of What-if are not those that the library computes."""
    told, compared = [], 0
    for figure in live_figures(*made):
        scale = 1000 if figure.figure is Figure.AMOUNT else 1
        for detail, estimate in (("What-if", figure.now), ("±", figure.error)):
            row = book.rows[figure.label, detail]
            wanted: dict[str, Known] = dict(zip("EFGHIJ", estimate.years, strict=False))
            if estimate.for_period:
                wanted["D"] = estimate.period
            for column, value in wanted.items():
                cell = found.get(("What-if", f"{column}{row}"))
                compared += 1
                if not _same(cell, value / scale if isinstance(value, float) else value):
                    told.append(f"{figure.key} {detail} {column}: {cell} for {value}")
    assert compared > ENOUGH_FIGURES
    return told


def _same(cell: Value, value: Known) -> bool:
    if isinstance(value, float) and isinstance(cell, int | float):
        # the spread of what is the same in every trial comes to some hundred-millionths
        return abs(cell - value) <= (1e-9 * max(1.0, abs(value)) if value else 1e-7)
    return (cell or "") == (value or "")
