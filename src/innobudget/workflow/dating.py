"""The moment that a report is of.

Known before anything else is imported: parts of numpy read the same environment variable, and
end in a traceback where it is no number.
"""

import os
import re
from datetime import UTC, datetime

from innobudget.errors import InputError, Problem
from innobudget.messages import say

EPOCH = "SOURCE_DATE_EPOCH"
LAST_SECOND = 253_402_300_799
"""The end of the year 9999."""


def moment() -> datetime:
    """Return now, or what `SOURCE_DATE_EPOCH` says.

    Raises
    ------
    InputError
        If it is no number of seconds that is a date.

    """
    epoch = os.environ.get(EPOCH)
    if epoch is None:
        return datetime.now(UTC)
    if re.fullmatch(r"[0-9]{1,12}", epoch) and int(epoch) <= LAST_SECOND:
        return datetime.fromtimestamp(int(epoch), UTC)
    raise InputError(
        [
            Problem(
                code="date-epoch",
                place=say("environment variable {name}", name=EPOCH),
                found=f'"{epoch}"',
                expected=say("whole seconds since 1970, from 0 to {last:_}", last=LAST_SECOND),
                remedy=say("correct it, or unset it: then a report has the date of today"),
            )
        ]
    )
