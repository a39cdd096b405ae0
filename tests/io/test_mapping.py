from pathlib import Path

import pytest

from innobudget.errors import InputError
from innobudget.io.mapping import BudgetMapping, MappedColumns, read_mapping


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mapping.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_mapping_says_where_things_stand(tmp_path: Path) -> None:
    text = """
    sheet = "Drift"
    header_row = 4
    unit = 1_000
    sign = "expenditure-negative"
    [columns]
    line = "Funktion"
    amounts = { 2025 = "B2025" }
    """

    assert read_mapping(written(tmp_path, text)) == BudgetMapping(
        sheet="Drift",
        header_row=4,
        unit=1000,
        sign="expenditure-negative",
        columns=MappedColumns(line="Funktion", amounts={2025: "B2025"}),
    )


def test_all_faults_of_a_mapping_are_told_with_the_nearest_key(tmp_path: Path) -> None:
    path = written(tmp_path, 'shet = "Drift"\nunit = "many"\n[columns]\nnavn = "x"\n')

    with pytest.raises(InputError) as caught:
        read_mapping(path)

    problems = {problem.place: problem for problem in caught.value.problems}
    assert problems["mapping.toml, key shet"].remedy == "write sheet"
    assert problems["mapping.toml, key unit"].found == '"many"'
    assert problems["mapping.toml, key columns.navn"].code == "mapping-key-unknown"


def test_a_mapping_that_is_missing_or_no_toml_is_one_block(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="mapping-missing"):
        read_mapping(tmp_path / "none.toml")
    with pytest.raises(InputError, match="mapping-unreadable"):
        read_mapping(written(tmp_path, "sheet = "))


def test_a_value_that_is_no_choice_is_told_with_the_choices(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_mapping(written(tmp_path, 'encoding = "latin9"\ndelimiter = ";;"\n'))
    expected = {problem.place: problem.expected for problem in caught.value.problems}
    assert expected["mapping.toml, key encoding"].startswith("one of: utf-8, utf-16, cp1252")
    assert expected["mapping.toml, key delimiter"].startswith("one of: ';'")
