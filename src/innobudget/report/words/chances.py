"""How probabilities are said: one scale of words, wherever people read one."""

from innobudget.domain.scenario import Language
from innobudget.messages import say

SCALE = (
    (0.01, say("practically none")),
    (0.20, say("unlikely")),
    (0.40, say("rather not")),
    (0.60, say("open")),
    (0.80, say("rather yes")),
    (0.99, say("likely")),
    (1.00, say("practically certain")),
)
"""What is said below each probability."""
NEVER = say("no, in no future")
ALWAYS = say("yes, in every future")
ANSWER = say("{word}: {chance}")
ANSWER_OFTEN = say("{word}: in {frequency} futures ({chance})")


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
