"""Uncertain quantities in words."""

from innobudget.domain.scenario import Language
from innobudget.domain.uncertainty import (
    Choice,
    Lognormal,
    Normal,
    Percentiles,
    Pert,
    Triangular,
    Uncertain,
    Uniform,
)
from innobudget.messages import Text, figure
from innobudget.report.words import sheets
from innobudget.report.words.numbers import percent


def describe(quantity: Uncertain, language: Language) -> str:
    """Say how an uncertain quantity is distributed.

    Examples
    --------
    >>> describe(Uniform(uniform=(0.5, 1.5)), "en")
    'uniform from 0.5 to 1.5'

    """
    match quantity:
        case Percentiles(p10=p10, p50=p50, p90=p90):
            told = _told(sheets.PERCENTILES, (p10, p50, p90), language)
        case Choice(choice=pairs):
            told = "; ".join(
                sheets.CHOICE(
                    language,
                    value=plain(value, language),
                    probability=percent(probability, language),
                )
                for value, probability in pairs
            )
        case float() | int():
            told = sheets.CERTAIN(language, value=plain(quantity, language))
        case _:
            told = _described_by_its_fields(quantity, language)
    if isinstance(quantity, Percentiles | Normal):
        told += _limits(quantity.min, quantity.max, language)
    return told


def _described_by_its_fields(
    quantity: Uniform | Triangular | Pert | Normal | Lognormal, language: Language
) -> str:
    match quantity:
        case Uniform(uniform=limits):
            return _told(sheets.UNIFORM, limits, language)
        case Triangular(triangular=points):
            return _told(sheets.TRIANGULAR, points, language)
        case Pert(pert=points):
            return _told(sheets.PERT, points, language)
        case Normal(normal=moments):
            return _told(sheets.NORMAL, moments, language)
        case Lognormal(lognormal=moments):
            return _told(sheets.LOGNORMAL, moments, language)


def plain(value: float, language: Language) -> str:
    """Write a factor with the decimals that it has."""
    return figure(float(value), ".6n", language)


def _told(phrase: Text, values: tuple[float, ...], language: Language) -> str:
    told = (plain(value, language) for value in values)
    return phrase(language, **dict(zip("abc", told, strict=False)))


def _limits(low: float | None, high: float | None, language: Language) -> str:
    return ("" if low is None else sheets.AT_LEAST(language, value=plain(low, language))) + (
        "" if high is None else sheets.AT_MOST(language, value=plain(high, language))
    )
