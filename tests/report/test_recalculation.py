"""Every saved value is what its formula gives, as three independent engines say."""

from pathlib import Path

import pytest

from recalculation import (
    SOFFICE,
    by_formualizer,
    by_ironcalc,
    by_libreoffice,
    change_saved_value,
    differences,
    formulas,
)

needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def test_formualizer_agrees_with_every_saved_value(workbook: Path) -> None:
    assert len(formulas(workbook)) > 100
    assert differences(workbook, by_formualizer(workbook)) == []


def test_ironcalc_agrees_with_every_saved_value(workbook: Path) -> None:
    assert differences(workbook, by_ironcalc(workbook)) == []


@needs_libreoffice
def test_libreoffice_agrees_with_every_saved_value(workbook: Path, tmp_path: Path) -> None:
    assert differences(workbook, by_libreoffice(workbook, tmp_path)) == []


def test_a_wrong_saved_value_is_found(english: Path, tmp_path: Path) -> None:
    wrong = change_saved_value(english, tmp_path / "wrong.xlsx")
    assert len(differences(wrong, by_formualizer(wrong))) == 1
    assert len(differences(wrong, by_ironcalc(wrong))) == 1


@needs_libreoffice
def test_libreoffice_finds_a_wrong_saved_value(english: Path, tmp_path: Path) -> None:
    wrong = change_saved_value(english, tmp_path / "wrong.xlsx")
    assert len(differences(wrong, by_libreoffice(wrong, tmp_path))) == 1
