"""What each answer to a question would give: the file is read on as if it had been said."""

from collections.abc import Callable

from pydantic import ValidationError

from innobudget.domain.reading import BudgetReading, ReadingCandidate
from innobudget.errors import InputError
from innobudget.io.mapping import (
    BudgetMapping,
    QuestionError,
    Said,
    mapping_of,
    merged,
    nested,
    said_by,
)

MOST_QUESTIONS = 6
MOST_CANDIDATES = 4
MOST_CELLS = 500_000
"""So many are read for answers beyond the proposed one: each takes a reading. [cells]"""
Read = Callable[[BudgetMapping], BudgetReading]
"""Reads the file with a mapping; raises the question that is left."""


def follow(
    question: QuestionError, wishes: BudgetMapping, read: Read, *, cells: int
) -> tuple[dict[str, object], list[str], tuple[ReadingCandidate, ...]]:
    """Answer a question, and those that come after it, as is proposed.

    Returns the keys that answer all of them, the sentences of the later ones, and what each
    answer to the first would give. `cells` are those of the file.
    """
    proposal, later, outcome = _follow(question.proposal, wishes, read)
    answers = [question.proposal, *question.others][
        : max(min(MOST_CANDIDATES, MOST_CELLS // max(cells, 1)), 1)
    ]
    found = []
    for answer in answers if question.proposal else ():
        if answer is not question.proposal:
            _, _, outcome = _follow(answer, wishes, read)
        if outcome is not None:
            year = outcome.budget_year or 0
            total = outcome.totals.get(year, 0.0)
            found.append(
                ReadingCandidate(answer=dict(answer), lines=outcome.lines, year=year, total=total)
            )
    return proposal, later, tuple(found)


def _follow(
    answer: Said, wishes: BudgetMapping, read: Read
) -> tuple[dict[str, object], list[str], BudgetReading | None]:
    """Read on with an answer and the proposed ones after it, as far as that goes."""
    proposal = dict(answer)
    later: list[str] = []
    for _ in range(MOST_QUESTIONS):
        if any(value is None for value in proposal.values()):
            break  # the user must say it
        try:
            said = mapping_of(merged(said_by(wishes), nested(proposal)))
            return proposal, later, read(said)
        except (InputError, ValidationError):
            break
        except QuestionError as question:
            more = merged(proposal, question.proposal)
            if question.verdict == "refused" or more == proposal:
                break
            later.append(question.reason)
            proposal = more
    return proposal, later, None
