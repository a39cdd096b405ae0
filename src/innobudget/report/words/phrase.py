"""A text in both languages of the reports."""

import re
from dataclasses import dataclass

from innobudget.domain.scenario import Language
from innobudget.messages import said

DOUBLE_STOP = re.compile(r"\b(kr|pct)\.\.")
"""An abbreviation's stop ends the sentence too."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A label or a sentence, with `{names}` where figures and file texts are put in."""

    en: str
    """In English."""
    da: str
    """In Danish, as a finance department speaks."""

    def __call__(self, language: Language, **values: object) -> str:
        """Return the text in a language with the values put in.

        Examples
        --------
        >>> Phrase(en="{n} trials", da="{n} simuleringer")("da", n="1.000")
        '1.000 simuleringer'

        """
        text = self.da if language == "da" else self.en
        if not values:
            return text
        told = {name: said(value, language) for name, value in values.items()}
        return DOUBLE_STOP.sub(r"\1.", text.format(**told))
