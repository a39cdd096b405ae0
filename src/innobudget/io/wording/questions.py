"""What only the user can say about a file, with an answer to confirm."""

from collections.abc import Mapping, Sequence
from typing import Literal


class QuestionError(Exception):
    """The file alone does not say enough for a budget, or is none."""

    def __init__(
        self,
        reason: str,
        verdict: Literal["needs-mapping", "refused"] = "needs-mapping",
        proposal: Mapping[str, object] | None = None,
        others: Sequence[Mapping[str, object]] = (),
    ) -> None:
        """Keep the sentence for the user, and the keys of mappings that may answer it."""
        super().__init__(reason)
        self.reason = reason
        self.verdict = verdict
        self.proposal = dict(proposal or {})
        self.others = tuple(others)
