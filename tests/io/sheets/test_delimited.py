"""A text file of more cells than any budget is refused before it fills the memory."""

from contextlib import suppress
from pathlib import Path

import pytest

from innobudget.errors import InputError
from innobudget.io.budgets import read_budget
from innobudget.io.sheets import delimited, read_sheets


def test_a_text_of_endless_cells_or_fields_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "b.csv"
    path.write_text("a;b\n" + ";" * 3000, encoding="utf-8")
    with pytest.raises(InputError, match="row 2 with 3,001 fields"):
        read_sheets(path)
    monkeypatch.setattr(delimited, "CELLS", 5)
    path.write_text("a;b\n" * 3, encoding="utf-8")
    with pytest.raises(InputError, match="file-too-large"):
        read_sheets(path)


def test_a_field_of_a_million_letters_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "b.csv"
    path.write_text(f'a;b\n1;"{"x" * (1 << 21)}"\n', encoding="utf-8")
    with pytest.raises(InputError, match="field larger than field limit"):
        read_sheets(path)


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\x0b", "\x0c", "\x1c"])
def test_signs_within_a_line_do_not_end_it(tmp_path: Path, sign: str) -> None:
    path = tmp_path / "b.csv"
    path.write_text(f"a;b{sign}c\n1;2\n", encoding="utf-8")
    (sheet,) = read_sheets(path)
    assert sheet.rows == (("a", f"b{sign}c"), ("1", "2"))


@pytest.mark.parametrize("code", ["5\u00b9", "\u00b2", "9" * 5000, "\u0663"])
def test_digits_that_are_no_numbers_are_read_or_told(tmp_path: Path, code: str) -> None:
    path = tmp_path / "b.csv"
    rows = "".join(f"{code};{version};{code};{n}\n" for n, version in enumerate(("1", code)))
    path.write_text(f"Konto;Bog;{code};2025\n{rows}", encoding="utf-8")
    with suppress(InputError):
        assert read_budget(path).verdict
