"""What only the user can say about a file."""

from typing import Literal


class QuestionError(Exception):
    """The file alone does not say enough for a budget, or is none."""

    def __init__(
        self, reason: str, verdict: Literal["needs-mapping", "refused"] = "needs-mapping"
    ) -> None:
        """Keep the sentence for the user."""
        super().__init__(reason)
        self.reason = reason
        self.verdict = verdict
