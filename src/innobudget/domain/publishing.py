"""What a scenario says about being published: under which title, by whom, and what is left out."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

PersonColumn = Literal["owner", "benefit_owner", "source"]
"""What may name people, and may be left out; figures never are."""
LONGEST_TITLE = 120
"""[characters]"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish:
    """`[publish]`: the page of the report that is put online."""

    title: Annotated[str, Field(min_length=1, max_length=LONGEST_TITLE)] | None = None
    """Of the page; absent: the scenario's name."""
    owner: str = ""
    """Who sends it."""
    contact: str = ""
    """Where questions go; `--public` asks for it."""
    left_out: tuple[PersonColumn, ...] = ()
    """What is not published, since it may name people."""
    accepted: tuple[str, ...] = ()
    """Codes of doubts that were read and are accepted; reports tell them all the same."""
