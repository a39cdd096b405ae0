"""Somebody in a finance department fills in the Danish form, knowing nothing of TOML."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook

from form_filling import cell, empty, put
from innobudget.domain.evidence import Evidence
from innobudget.domain.scenario import Scenario
from innobudget.domain.uncertainty import Choice, Percentiles, Pert, Uniform
from innobudget.errors import InputError, describe
from innobudget.io.scenario_workbook.columns import columns_of
from innobudget.io.scenario_workbook.filled import column_key
from innobudget.io.scenario_workbook.layout import SHEETS
from innobudget.io.scenario_workbook.naming import naming
from innobudget.io.scenarios import load_scenario
from innobudget.messages import languages, said
from innobudget.workflow.new import new_folder

CASES = (
    {"id": "led", "navn": "LED i skoler", "bevillingsområde": "Børn", "grundlag": "Skøn "},
    {"id": "skaerm", "navn": "Skærmbesøg", "innovationsspor": "Ældre", "medtages": "JA"},
    {"id": "rute", "navn": "Ruteplan", "innovationsspor": "Ældre", "medtages": "FALSK"},
)
STAGES = (
    {"case": "led", "implementeringsudgift 2026": "1.200,5", "heraf anlæg 2026": 3000},
    {"case": "skaerm", "navn": "Pilot", "implementeringsudgift 2026": 400},
    {"case": "skaerm ", "navn": "Drift", "Implementeringsudgift  2027": "9 000"},
    {"case": "rute", "implementeringsudgift 2026": 250},
)
EFFECTS = (
    {"case": "led", "budgetlinje": "3.22.01", "helårsvirkning": 900, "fra år": "2027"},
    {"case": "skaerm", "budgetlinje": "5.30.*", "andel": "5 %", "fra år": 2028},
    {"case": "rute", "bevillingsområde": " Ældre", "helårsvirkning": 300, "fra år": 2027},
)
RANGES = (
    {"case": "led", "usikkert tal": "implementeringsudgift, faktor", "form": "PERT"}
    | {"lav": "0,85", "midt": 1, "høj": "1,6"},
    {"case": "led", "usikkert tal": "Gevinst, faktor", "form": "Fraktiler"}
    | {"lav": "50 %", "midt": 0.8, "høj": 1.05, "nedre grænse": 0},
    {"case": "skaerm", "usikkert tal": "forsinkelse", "form": "enkelte udfald"}
    | {"udfald 1": 0, "sandsynlighed 1": "60 %", "udfald 2": 1, "sandsynlighed 2": "40 %"},
    {"case": "rute", "usikkert tal": "gevinst, faktor", "form": "jævnt fordelt"}
    | {"lav": 0.5, "høj": 1},
)
EVIDENCE = (
    {"case": "led", "tal": "gevinst, faktor", "kilde": "Realdania 2023", "grundlag": "dokumenteret"}
    | {"af": "Teknik og Miljø", "dato": "31-08-2025"},
    {
        "case": "skaerm",
        "tal": "fase 2 implementeringsudgift",
        "bemærkning": "Tilbud fra leverandør",
    },
)


def form(folder: Path) -> tuple[Workbook, Path]:
    """Write the Danish form, and type three cases into it as a person would."""
    new_folder(folder, "da")
    path = folder / "scenarie.xlsx"
    (folder / "scenario.xlsx").rename(path)
    book = openpyxl.load_workbook(path)
    sheets = ("case", "fase", "virkning", "usikkerhed", "effektmål", "risikofaktor")
    empty(book, *sheets)
    typed = {"case": CASES, "fase": STAGES, "virkning": EFFECTS, "usikkerhed": RANGES}
    for sheet, rows in {**typed, "dokumentation": EVIDENCE}.items():
        for number, row in enumerate(rows, start=3):
            known = {
                " ".join(str(one.value).split()).casefold(): str(one.value)
                for one in book[sheet][1]
            }
            named = {known[" ".join(name.split()).casefold()]: row[name] for name in row}
            put(book, sheet, number, named)
    put(book, "scenarie", 3, {"sikkerhedsniveau": "80 %", "kalkulationsrente": "3,5 pct."})
    put(book, "indregning", 3, {"andel": "90 %", "allerede i budgettet": "NEJ"})
    return book, path


def read(book: Workbook, path: Path) -> Scenario:
    book.save(path)
    return load_scenario(path)


def test_what_a_person_types_is_understood(tmp_path: Path) -> None:
    book, path = form(tmp_path)
    book["case"].cell(1, 30, "Bemærkninger til os selv")
    book["case"].cell(3, 30, "spørg Kim")
    book.create_sheet("_kladde")["B7"] = "9.000?"
    scenario = read(book, path)
    led, screen, route = scenario.investments
    assert scenario.assumptions.confidence == 0.8
    assert scenario.assumptions.discount_rate == 0.035
    assert scenario.booking.share == 0.9
    assert (led.assumption, led.area) == ("estimate", "Børn")
    assert led.stages[0].outlay == {2026: 1_200_500}
    assert led.stages[0].capital_outlay == {2026: 3_000_000}
    assert led.cost_factor == Pert(pert=(0.85, 1, 1.6))
    assert led.benefit_factor == Percentiles(p10=0.5, p50=0.8, p90=1.05, min=0)
    assert led.effects[0].start == 2027
    assert [stage.outlay for stage in screen.stages] == [{2026: 400_000}, {2027: 9_000_000}]
    assert screen.effects[0].share == 0.05
    assert screen.delay == Choice(choice=((0, 0.6), (1, 0.4)))
    assert (route.enabled, route.benefit_factor) == (False, Uniform(uniform=(0.5, 1)))
    assert led.evidence == (
        Evidence(
            of="benefit_factor",
            source="Realdania 2023",
            mark="sourced",
            by="Teknik og Miljø",
            on=date(2025, 8, 31),
        ),
    )
    assert screen.evidence == (Evidence(of="stage.2.outlay", note="Tilbud fra leverandør"),)


def hide_row(book: Workbook) -> None:
    book["virkning"].row_dimensions[4].hidden = True


def hide_column(book: Workbook) -> None:
    book["case"].column_dimensions["B"].hidden = True


def hide_sheet(book: Workbook) -> None:
    book["dokumentation"].sheet_state = "hidden"


def rename(book: Workbook) -> None:
    book["usikkerhed"].title = "Usikkerheder"


def add_sheet(book: Workbook) -> None:
    book.create_sheet("Noter")["A1"] = "ring til Kim"


def two_of_one_name(book: Workbook) -> None:
    book["case"].cell(1, 30, "Navn")


def no_heading(book: Workbook) -> None:
    book["case"].cell(4, 30, "til os selv")


def formula(book: Workbook) -> None:
    cell(book, "fase", "implementeringsudgift 2026").value = "=2*600"


def types(sheet: str, heading: str, value: object, row: int = 3) -> Callable[[Workbook], None]:
    return lambda book: put(book, sheet, row, {heading: value})


SLIPS: tuple[tuple[Callable[[Workbook], None], str, str, str], ...] = (
    (hide_row, "virkning", "række 4", "vis det"),
    (hide_column, "case", "celle B1", "vis det"),
    (add_sheet, "Noter", "", "kald arket _Noter"),
    (two_of_one_name, "case", "celle AD1", "giv kolonnen"),
    (formula, "fase", "celle C3", "åbn filen"),
    (types("fase", "case", "skærm", 5), "fase", "celle A5", "skriv skaerm"),
    (types("fase", "case", None, 6), "fase", "celle A6", "skriv id'et"),
    (types("fase", "heraf anlæg 2026", "9.000", 4), "fase", "celle G4", "skriv tallet igen"),
    (types("fase", "heraf anlæg 2027", "50 %", 4), "fase", "celle H4", "skriv tallet igen"),
    (
        types("virkning", "helårsvirkning", "meget", 5),
        "virkning",
        "celle F5",
        "skriv et tal uden enhed",
    ),
    (types("virkning", "fra år", "næste år", 5), "virkning", "celle H5", "skriv et tal uden enhed"),
    (types("virkning", "side", "indtægter", 4), "virkning", "celle E4", "skriv en af"),
    (types("case", "medtages", "måske", 4), "case", "celle J4", "vælg det på listen"),
    (types("usikkerhed", "form", "klokke", 3), "usikkerhed", "celle C3", "vælg formen"),
    (types("usikkerhed", "høj", None, 4), "usikkerhed", "celle F4", "udfyld kolonnen høj"),
    (types("usikkerhed", "spredning", 2, 6), "usikkerhed", "celle G6", "vælg den form"),
    (types("dokumentation", "dato", "i går", 4), "dokumentation", "celle H4", "ret værdien"),
)


def test_every_slip_is_told_by_sheet_and_cell_in_danish_and_all_at_once(tmp_path: Path) -> None:
    book, path = form(tmp_path)
    for change, *_ in SLIPS:
        change(book)
    with pytest.raises(InputError) as caught:
        read(book, path)
    told = [
        (said(problem.place, "da"), said(problem.remedy, "da")) for problem in caught.value.problems
    ]
    missing = [
        (sheet, spot, remedy)
        for _, sheet, spot, remedy in SLIPS
        if not any(
            place.startswith(f'scenarie.xlsx, ark "{sheet}"')
            and f"{place}, ".find(f"{spot}, ") > 0
            and remedy in mended
            for place, mended in told
        )
    ]
    assert not missing, describe(caught.value.problems, "da")
    assert len(told) == len(SLIPS), describe(caught.value.problems, "da")


@pytest.mark.parametrize(
    ("change", "sheet", "remedy"),
    [
        (rename, "Usikkerheder", "kald arket usikkerhed"),
        (hide_sheet, "dokumentation", "vis det"),
        (no_heading, "case", "skriv overskriften"),
        (types("virkning", "helårsvirkning", 900, 2), "virkning", "flyt rækken"),
        (types("virkning", "budgetlinje", "3.22.10"), "virkning", "skriv 3.22.01"),
        (types("dokumentation", "tal", "gevinsten"), "dokumentation", "skriv"),
    ],
)
def test_a_slip_alone_is_told_too(
    tmp_path: Path, change: Callable[[Workbook], None], sheet: str, remedy: str
) -> None:
    book, path = form(tmp_path)
    change(book)
    with pytest.raises(InputError) as caught:
        read(book, path)
    (problem,) = caught.value.problems
    assert said(problem.place, "da").startswith(f'scenarie.xlsx, ark "{sheet}"')
    assert remedy in said(problem.remedy, "da")


def test_the_form_offers_words_ids_lines_and_areas(tmp_path: Path) -> None:
    new_folder(tmp_path, "da")
    book = openpyxl.load_workbook(tmp_path / "scenario.xlsx")
    offered = {str(rule.formula1) for rule in book["virkning"].data_validations.dataValidation}
    assert {"'case'!$A$3:$A$202", "'lister'!$A$2:$A$6", "'lister'!$C$2:$C$4", '"JA,NEJ"'} <= offered
    assert book["lister"]["A2"].value == "5.30.26"
    assert book["lister"]["C2"].value == "Ældre"


@pytest.mark.parametrize("language", [one for one in languages() if one != "en"])
@pytest.mark.parametrize("table", SHEETS)
def test_every_column_has_one_name_that_leads_back_to_it(table: str, language: str) -> None:
    names = naming(language)
    headings = {key: names.heading(table, key) for key in columns_of(table)}
    assert {key: column_key(table, heading) for key, heading in headings.items()} == {
        key: key for key in headings
    }


def test_three_cases_typed_by_a_person_can_be_run(tmp_path: Path) -> None:
    scenario = read(*form(tmp_path))
    assert (scenario.drivers, scenario.doubts) == ((), ())
    assert not any(item.quality for item in scenario.investments)
