"""The workbook says what the results say, in both languages, and keeps texts as texts."""

import re
import zipfile
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter.worksheet import CellNumberTuple

from conftest import a_budget, a_line, a_scenario, an_effect, an_investment
from innobudget.domain.drivers import Correlation, Driver
from innobudget.domain.scenario import Language, Scenario
from innobudget.domain.uncertainty import Uniform
from innobudget.engine.simulation import Simulation, simulate
from innobudget.engine.trials import sample_trials
from innobudget.errors import OutputError
from innobudget.report.tables import Figure
from innobudget.report.words import sheets
from innobudget.report.words.numbers import NARROW_SPACE, amount
from innobudget.report.workbook.accounts import Accounts
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.filling import PlainWorksheet
from innobudget.report.workbook.formulas import ONE, Formula
from innobudget.report.workbook.live import Live
from innobudget.report.workbook.pages.sampling_checks import Check
from innobudget.report.workbook.pages.verdict import verdict
from town import DOUBT, MADE, town, written

ODD_NAMES = (
    "=1+1",
    "+45",
    "-1",
    "@here",
    "{=1}",
    "http://example.org",
    "internal:Plan!A1",
    "tab\there",
    "two\nlines",
    "\N{SNOWMAN} \N{GRINNING FACE}",
    "control\x01character",
    "<r><t>rich</t></r>",
    "<r>&broken</r>",
    "_x0041_ & <b>",
    "  blanks around  ",
    "n" * 300,
    "many words " * 28,
)


def rows(sheet: Worksheet) -> dict[str, list[object]]:
    """Return the rows of a sheet by their label; the first of several with one label."""
    found: dict[str, list[object]] = {}
    for row in sheet.iter_rows(values_only=True):
        if isinstance(row[0], str):
            found.setdefault(row[0], list(row[1:]))
    return found


def texts(path: Path) -> set[object]:
    book = openpyxl.load_workbook(path)
    return {
        cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type in ("s", "inlineStr")
    }


def test_standard_errors_stand_below_the_main_probabilities_and_the_reserve(
    english: Path, simulation: Simulation
) -> None:
    errors = simulation.results().standard_errors
    assert errors is not None
    found = rows(openpyxl.load_workbook(english, data_only=True)["Results"])
    for label, period, years, unit in (
        (
            "Probability that the booked saving is met",
            errors.probability_booked_met_period,
            errors.probability_booked_met,
            1,
        ),
        (
            "Probability that the budget holds",
            errors.probability_budget_holds_period,
            errors.probability_gap,
            1,
        ),
        ("Reserve", errors.reserve_period, errors.reserve, 1000),
    ):
        told = [value for value in found[f"{label}, standard error"] if not isinstance(value, str)]
        expected = [error / unit for error in (period, *years) if error is not None]
        assert [value for value in told if value is not None] == pytest.approx(expected)


@pytest.mark.parametrize("language", ["en", "da"])
def test_sheets_have_the_names_of_the_language(
    simulation: Simulation, tmp_path: Path, language: Language
) -> None:
    book = openpyxl.load_workbook(written(simulation, tmp_path, language))
    expected = [phrase(language) for phrase in sheets.NAMES.values()]
    assert book.sheetnames == [name for name in expected if name in book.sheetnames]
    assert expected[0] == book.sheetnames[0]
    assert expected[-1] == book.sheetnames[-1]


def test_summary_shows_the_figures_of_the_results(english: Path, simulation: Simulation) -> None:
    found = rows(openpyxl.load_workbook(english, data_only=True)["Summary"])
    outcome = simulation.portfolio()
    assert found["Realised saving (simulated), mean"][3:] == pytest.approx(
        [spread.mean / 1000 for spread in outcome.measures["saving"]]
    )
    assert found["Reserve"][2] == pytest.approx(outcome.reserve_period / 1000)
    assert found["Probability that the budget holds"][2] == pytest.approx(
        outcome.probability_budget_holds_period
    )


def test_summary_figures_are_formulas_that_lead_to_results(english: Path) -> None:
    sheet = openpyxl.load_workbook(english)["Summary"]
    reserve = next(row for row in sheet.iter_rows() if row[0].value == "Reserve")
    assert str(reserve[3].value).startswith("=Results!$D")
    assert reserve[1].hyperlink is not None
    assert str(reserve[1].value) == str(reserve[1].hyperlink.location)


def test_plan_has_the_figures_of_the_engine(english: Path, simulation: Simulation) -> None:
    found = rows(openpyxl.load_workbook(english, data_only=True)["Plan"])
    plan = simulation.portfolio().plan
    for label, values in (
        ("Planned saving", plan.saving),
        ("Booked saving", plan.booked),
        ("Planned outlay", plan.outlay),
        ("Planned disruption in the budget", plan.disruption),
    ):
        assert found[label][3:9] == pytest.approx([value / 1000 for value in values]), label


def test_plan_holds_formulas_only(english: Path) -> None:
    sheet = openpyxl.load_workbook(english)["Plan"]
    typed = [
        cell.coordinate
        for row in sheet.iter_rows(min_row=10, min_col=4)
        for cell in row
        if cell.data_type == "n" and cell.value is not None
    ]
    assert typed == []


def test_formulas_call_inputs_by_their_names(english: Path) -> None:
    book = openpyxl.load_workbook(english)
    told = " ".join(
        str(cell.value)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    )
    for name in ("booking_share_used", "confidence_used", "budget_growth_used", "base_year"):
        assert re.search(rf"\b{name}\b", told), name


def test_inputs_are_unlocked_and_everything_else_is_locked(english: Path) -> None:
    book = openpyxl.load_workbook(english)
    assert all(sheet.protection.sheet for sheet in book.worksheets)
    unlocked = {
        sheet.title
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    }
    assert unlocked - {"What-if", "About"} == {
        "Assumptions"
    }  # About shows what an input looks like


def test_every_input_has_unit_mark_and_source(english: Path) -> None:
    sheet = openpyxl.load_workbook(english)["Assumptions"]
    for row in sheet.iter_rows():
        if any(not cell.protection.locked for cell in row):
            assert row[2].value, row[0].value
            assert row[-2].value, row[0].value
            assert row[-1].value, row[0].value


def test_doubts_and_hashes_stand_on_about(english: Path) -> None:
    found = rows(openpyxl.load_workbook(english)["About"])
    assert found[f"{DOUBT.place} [{DOUBT.code}]"][0] == (
        f"found {DOUBT.found}; expected {DOUBT.expected}; to fix: {DOUBT.remedy}"
    )
    assert found["SHA-256 of town.toml"][0] == "0" * 64
    assert found["Command line"][0] == "innobudget run scenarios/town.toml"


def test_names_from_files_stay_texts_and_whole(tmp_path: Path) -> None:
    odd = [
        an_investment(f"odd-{number}", name=name, track=name, owner=name)
        for number, name in enumerate(ODD_NAMES)
    ]
    path = written(simulate(a_scenario(*odd, name=ODD_NAMES[0], trials=10)), tmp_path)
    # openpyxl leaves what Excel reads as one character as it is written
    found = {str(text).replace("_x0001_", "\x01").replace("_x005F_", "_") for text in texts(path)}
    for number, name in enumerate(ODD_NAMES, start=1):
        assert {f"{number}. {name}", name} <= found
    linked = [
        (cell, cell.hyperlink)
        for sheet in openpyxl.load_workbook(path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.hyperlink is not None
    ]
    for _, link in linked:
        assert not link.target
        assert not any(name in str(link.location) for name in ODD_NAMES)
    # only our own: contents on About, where figures come from, and the charts that draw them
    others = [cell for cell, _ in linked if cell.coordinate[0] not in "AB"]
    assert others
    assert all(str(cell.value).endswith(".png") for cell in others)


def test_what_cases_have_in_common_stands_among_the_assumptions(tmp_path: Path) -> None:
    uncertain = Uniform(uniform=(0.8, 1.2))
    cases = [
        an_investment(name, benefit_factor=uncertain, cost_factor=uncertain)
        for name in ("care", "desk")
    ]
    prices = Driver(id="prices", name="Pay and prices", applies_to=("desk",), loads={"cost": -0.6})
    scenario = a_scenario(
        *cases,
        drivers=(prices,),
        correlation={"benefit": Correlation(within_track=0.5, across_tracks=0.2)},
        trials=64,
    )
    path = written(simulate(scenario), tmp_path)
    found = rows(openpyxl.load_workbook(path, data_only=True)["Assumptions"])
    (together,) = (row for label, row in found.items() if label.startswith("Correlation"))
    assert "0.5" in str(together)
    assert "0.2" in str(together)
    assert "desk" in str(found["Pay and prices"])
    assert "-0.6" in str(found["Pay and prices"])


def test_same_results_give_the_same_bytes(simulation: Simulation, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    first, second = written(simulation, tmp_path), written(simulation, tmp_path / "again")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_no_workbook_holds_what_is_no_number(tmp_path: Path, number: float) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet(worksheet_class=PlainWorksheet)
        cell = CellNumberTuple(number, book.add_format())
        with pytest.raises(ValueError, match=str(number)):
            sheet.place(0, 0, cell)


@pytest.mark.parametrize("place", [(1_048_576, 0), (0, 16_384)])
def test_a_sheet_that_would_be_too_large_is_refused(tmp_path: Path, place: tuple[int, int]) -> None:
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
        sheet = book.add_worksheet("Trials", worksheet_class=PlainWorksheet)
        with pytest.raises(OutputError, match="workbook-size"):
            sheet.place(*place, CellNumberTuple(1.0, book.add_format()))


def test_one_investment_one_year_one_trial_and_no_budget_will_do(tmp_path: Path) -> None:
    scenario = a_scenario(an_investment(effects=()), horizon=1, trials=1)
    path = written(simulate(scenario), tmp_path)
    found = rows(openpyxl.load_workbook(path, data_only=True)["About"])
    assert found["Budget file"][0] == "none: the savings are tied to no budget line"


def test_nothing_booked_is_said_in_the_message(tmp_path: Path) -> None:
    path = written(simulate(replace(town(share=0.0), investments=town().investments[1:])), tmp_path)
    sheet = openpyxl.load_workbook(path, data_only=True)["Summary"]
    assert str(sheet["A2"].value).startswith("No savings are booked in 2026–2029")


def test_risk_drivers_show_every_influence_most_important_first(
    english: Path, simulation: Simulation
) -> None:
    sheet = openpyxl.load_workbook(english)["Risk drivers"]
    influences = sorted(
        simulation.results().sensitivity.influences,
        key=lambda item: -abs(item.tornado.budget_gap[1] - item.tornado.budget_gap[0]),
    )
    start = next(row[0].row for row in sheet.iter_rows() if str(row[3].value).startswith("Budget"))
    for row, influence in enumerate(influences, start=int(start or 0) + 1):
        ends = [sheet.cell(row, column).value for column in range(4, 8)]
        tornado = influence.tornado
        assert ends == pytest.approx([x / 1000 for x in (*tornado.budget_gap, *tornado.npv)])


def test_bars_that_lie_have_their_first_name_on_top_and_no_other_chart_is_turned(
    english: Path,
) -> None:
    with zipfile.ZipFile(english) as book:
        names = [name for name in book.namelist() if name.startswith("xl/charts/chart")]
        charts = [book.read(name).decode("utf-8") for name in names]
    lying = ['<c:barDir val="bar"/>' in chart for chart in charts]
    turned = [
        'val="maxMin"' in re.findall(r"<c:catAx>.*?</c:scaling>", chart, re.DOTALL)[0]
        for chart in charts
    ]
    assert turned == lying
    measured = [re.findall(r"<c:valAx>.*?</c:valAx>", chart, re.DOTALL)[0] for chart in charts]
    assert all("majorGridlines" in axis and 'val="minMax"' in axis for axis in measured)
    assert {True, False} == set(lying)


@pytest.mark.parametrize(("differences", "holds"), [((0.0, 1.0), True), ((0.0, 1.5), False)])
def test_a_check_holds_if_every_difference_is_allowed(
    differences: tuple[float, ...], holds: bool
) -> None:
    check = Check(
        label="",
        compared="",
        unit="",
        figure=Figure.FINE,
        difference=Formula(values=np.array(differences)),
        tolerance=ONE,
    )
    assert check.holds is holds


@cache
def plain(language: Language) -> Edition:
    return edition_of(a_scenario(), language)


def edition_of(scenario: Scenario, language: Language = "en") -> Edition:
    simulated = simulate(scenario, trials=8)
    sample = sample_trials(simulated, 8)
    return Edition(results=simulated.results(), language=language, made=MADE, sample=sample)


def test_other_lines_are_added_up_once_for_each_area_and_kind_placed_or_not() -> None:
    lines = [
        a_line(
            f"{number}",
            area=area,
            kind=kind,
            amounts=dict.fromkeys(range(2026, 2030), 10.0**number),
        )
        for number, (area, kind) in enumerate(
            (
                ("Roads", "capital"),
                (None, "operating"),
                ("Elderly", "operating"),
                ("Roads", "operating"),
                (None, "operating"),
                ("Elderly", "operating"),
                (None, "capital"),
            )
        )
    ]
    touched = an_investment(effects=(an_effect(line="2"),))
    accounts = Accounts.of(edition_of(a_scenario(touched, budget=a_budget(*lines))))
    assert [line.id for _, line in accounts.lines] == ["2"]
    assert [
        (found.area, found.kind, found.count, found.amounts[0]) for found in accounts.others
    ] == [
        (None, "capital", 1, 1_000_000.0),
        (None, "operating", 2, 10_010.0),
        ("Elderly", "operating", 1, 100_000.0),
        ("Roads", "capital", 1, 1.0),
        ("Roads", "operating", 1, 1_000.0),
    ]


RESERVES = (
    *(0.0, 4.4, 99.4, 99.6, 450.0, 999.4, 999.6, 1_000.0, 9_994.0, 9_996.0, 45_230.0),
    *(99_940.0, 99_960.0, 123_456.0, 999_400.0, 999_600.0, 1_000_400.0, 1_049_000.0, 12_345_678.0),
)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("reserve", RESERVES)
def test_a_changed_reserve_is_said_as_the_run_says_its_own(
    reserve: float, language: Language
) -> None:
    now = Formula(values=np.array([reserve]), for_period="reserve")
    live = [
        Live(key=key, label="", figure=Figure.AMOUNT, now=now, error=now, run=now)
        for key in ("met", "holds", "reserve")
    ]
    table = verdict(plain(language), (1, 1), live, 0)
    said = {row.key: cell.value for row in table.rows for *_, cell in [row.cells] if cell}
    whole = said["checks.headline1.changed"]
    assert isinstance(whole, str)
    written = amount(reserve, "DKK", language).replace(NARROW_SPACE, " ")
    assert f" {written} " in whole.replace(NARROW_SPACE, " ")
