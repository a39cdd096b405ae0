"""How probabilities are said: one scale of words, wherever people read one."""

from innobudget.domain.scenario import Language
from innobudget.report.words.phrase import Phrase

SCALE = (
    (0.01, Phrase(en="practically none", da="praktisk talt udelukket")),
    (0.20, Phrase(en="unlikely", da="usandsynligt")),
    (0.40, Phrase(en="rather not", da="snarere nej")),
    (0.60, Phrase(en="open", da="uvist")),
    (0.80, Phrase(en="rather yes", da="snarere ja")),
    (0.99, Phrase(en="likely", da="sandsynligt")),
    (1.00, Phrase(en="practically certain", da="praktisk talt sikkert")),
)
"""What is said below each probability."""
NEVER = Phrase(en="no, in no future", da="nej, i ingen forløb")
ALWAYS = Phrase(en="yes, in every future", da="ja, i alle forløb")
ANSWER = Phrase(en="{word}: {chance}", da="{word}: {chance}")
ANSWER_OFTEN = Phrase(
    en="{word}: in {frequency} futures ({chance})", da="{word}: i {frequency} forløb ({chance})"
)


def chance_word(probability: float, language: Language) -> str:
    """Say a probability in words.

    Examples
    --------
    >>> [chance_word(p, "en") for p in (0.0, 0.009, 0.16, 0.39, 0.5, 0.79)]
    ['no, in no future', 'practically none', 'unlikely', 'rather not', 'open', 'rather yes']
    >>> [chance_word(p, "da") for p in (0.8, 0.995, 1.0)]
    ['sandsynligt', 'praktisk talt sikkert', 'ja, i alle forløb']

    """
    if probability in (0, 1):
        return (ALWAYS if probability else NEVER)(language)
    return next(phrase(language) for limit, phrase in SCALE if probability < limit)
