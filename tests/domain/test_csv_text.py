"""No word of a csv file is a formula, and none is changed for good."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innobudget.domain.csv_text import protect, unprotect

BLANKS = [" ", "\t", "\r", "\n", "\xa0", "\u200b", "\u202e", "\u2066", "\ufeff", "\x00", "\x1f"]
SIGNS = [*"=+-@", *"\uff1d\uff0b\uff0d\uff20"]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", ["", *BLANKS, "".join(BLANKS)])
def test_what_begins_a_formula_is_protected(before: str, sign: str) -> None:
    assert protect(f"{before}{sign}1").startswith("'")


@pytest.mark.parametrize("text", ["\tx", "\rx", "\nx"])
def test_what_ends_a_cell_is_protected(text: str) -> None:
    assert protect(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Navn", "5.30.26", "a=b", "'t Zand", "½"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert protect(text) == text


@given(st.text(st.one_of(st.sampled_from([*BLANKS, *SIGNS, "'"]), st.characters())))
def test_what_was_protected_comes_back(text: str) -> None:
    assert unprotect(protect(text)) == text
