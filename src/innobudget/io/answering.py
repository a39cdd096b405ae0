"""What each answer to a question would give: the file is read on as if it had been said."""

from collections.abc import Callable, Mapping
from dataclasses import asdict

from pydantic import TypeAdapter, ValidationError

from innobudget.domain.reading import BudgetReading, Candidate
from innobudget.errors import InputError
from innobudget.io.mapping import BudgetMapping, MappedColumns
from innobudget.io.wording.questions import QuestionError

MOST_QUESTIONS = 6
MOST_CANDIDATES = 4
Proposal = Mapping[str, object]
Read = Callable[[BudgetMapping], BudgetReading]
"""Reads the file with a mapping; raises the question that is left."""


def follow(
    question: QuestionError, wishes: BudgetMapping, read: Read
) -> tuple[dict[str, object], list[str], tuple[Candidate, ...]]:
    """Answer a question, and those that come after it, as is proposed.

    Returns
    -------
    tuple
        The keys that answer all of them, the sentences of the later ones, and what each
        answer to the first would give.

    """
    proposal, later, outcome = _follow(question.proposal, wishes, read)
    answers = [question.proposal, *question.others][:MOST_CANDIDATES]
    found = []
    for answer in answers if question.proposal else ():
        if answer is not question.proposal:
            _, _, outcome = _follow(answer, wishes, read)
        if outcome is not None:
            found.append(_candidate(answer, outcome))
    return proposal, later, tuple(found)


def _follow(
    answer: Proposal, wishes: BudgetMapping, read: Read
) -> tuple[dict[str, object], list[str], BudgetReading | None]:
    """Read on with an answer and the proposed ones after it, as far as that goes."""
    proposal = dict(answer)
    later: list[str] = []
    for _ in range(MOST_QUESTIONS):
        said = answered(wishes, proposal)
        if said is None:
            return proposal, later, None
        try:
            return proposal, later, read(said)
        except InputError:
            return proposal, later, None
        except QuestionError as question:
            merged = _merged(proposal, question.proposal)
            if question.verdict == "refused" or merged == proposal:
                return proposal, later, None
            later.append(question.reason)
            proposal = merged
    return proposal, later, None


def answered(wishes: BudgetMapping, proposal: Proposal) -> BudgetMapping | None:
    """Return a mapping with an answer laid over it; None where the answer leaves a gap."""
    if any(value is None for value in proposal.values()):
        return None
    said = _merged(_plain(wishes), proposal)
    columns = dict(_table(said.pop("columns", {})))
    amounts = said.pop("columns.amounts", None)
    if isinstance(amounts, Mapping):
        columns["amounts"] = amounts
    try:
        return TypeAdapter(BudgetMapping).validate_python({**said, "columns": columns})
    except ValidationError:
        return None


def _plain(wishes: BudgetMapping) -> dict[str, object]:
    """Return what a mapping says, as a file says it."""
    none, no_columns = asdict(BudgetMapping()), asdict(MappedColumns())
    said = {key: value for key, value in asdict(wishes).items() if value != none[key]}
    columns = asdict(wishes.columns)
    said["columns"] = {key: value for key, value in columns.items() if value != no_columns[key]}
    return said


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _merged(first: Proposal, second: Proposal) -> dict[str, object]:
    """Lay one answer over another; tables of rows and columns are put together."""
    both = {**first, **second}
    for key in first.keys() & second.keys():
        one, other = first[key], second[key]
        if isinstance(one, Mapping) and isinstance(other, Mapping) and key != "columns.amounts":
            both[key] = {**one, **other}
    return both


def _candidate(answer: Proposal, outcome: BudgetReading) -> Candidate:
    year = outcome.budget_year or 0
    return Candidate(
        answer=dict(answer), lines=outcome.lines, year=year, total=outcome.totals.get(year, 0.0)
    )
