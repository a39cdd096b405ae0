"""Sentences that carry what they claim, so that a test can hold them to the results."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from innobudget.domain.results import Results
from innobudget.messages import Text

Subject = TypeVar("Subject")
"""What sentences are about: results, or a comparison."""


@dataclass(frozen=True)
class Said(Generic[Subject]):
    """A sentence, and what it claims: it is said where that holds."""

    phrase: Text
    """The sentence."""
    claim: Callable[[Subject], bool]
    """What it says of the subject, in full, as a test of it."""


Saying = Said[Results]
"""A sentence about the results of one scenario."""


class Finding(NamedTuple):
    """What a chart says."""

    title: str
    """The finding, with its number."""
    lead: str
    """Sentences that support it; may be empty."""
    said: tuple[Said[Any], ...] = ()
    """The sentences of both, with what they claim."""

    @property
    def sentence(self) -> str:
        """The title with a stop, where it does not end in an abbreviation's or a question's."""
        return self.title if self.title.endswith((".", "?")) else f"{self.title}."


def first_true(choice: Sequence[Said[Subject]], subject: Subject) -> Said[Subject] | None:
    """Return the first sentence of a choice whose claim holds; None: none does."""
    return next((saying for saying in choice if saying.claim(subject)), None)


def chosen(
    subject: Subject, titles: Sequence[Said[Subject]], *leads: Sequence[Said[Subject]]
) -> list[Said[Subject]]:
    """Return the first title whose claim holds, and the first of each choice of leads.

    Raises
    ------
    StopIteration
        No title holds: some case is not thought of.

    """
    title = next(saying for saying in titles if saying.claim(subject))
    return [title, *filter(None, (first_true(choice, subject) for choice in leads))]
