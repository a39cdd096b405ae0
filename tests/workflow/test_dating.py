"""The date of a report is today's, or the one that is asked for."""

from datetime import UTC, datetime

import pytest

from innobudget.errors import InputError
from innobudget.workflow.dating import LAST_SECOND, moment


def test_the_moment_is_the_one_that_is_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert moment() == datetime(1970, 1, 2, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(LAST_SECOND))
    assert moment().year == 9999
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert moment().tzinfo == UTC


@pytest.mark.parametrize(
    "epoch", ["", "now", "-1", "1e9", "1.5", str(LAST_SECOND + 1), "9" * 5000, "\u0663"]
)
def test_what_is_no_date_is_refused(monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(InputError, match="date-epoch"):
        moment()
