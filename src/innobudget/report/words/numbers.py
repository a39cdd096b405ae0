"""Figures as each language writes them: 1.234,5 and 63 pct., or 1,234.5 and 63 %.

Probabilities are said on one scale of words, wherever people read one.
"""

import datetime as dt
from decimal import ROUND_HALF_UP, Decimal

from innobudget.domain.scenario import Language
from innobudget.messages import KRONER, PERCENT, fifteen_figures, figure, say

MINUS = "\N{MINUS SIGN}"
NARROW_SPACE = "\N{NO-BREAK SPACE}"
BILLION = 1_000_000_000
MILLION = 1_000_000
THOUSAND = 1_000

AMOUNT_IN_MILLIONS = say("{currency} {number} million")
AMOUNT_IN_BILLIONS = say("{currency} {number} billion")
AMOUNT_IN_UNITS = say("{currency} {number}")
UNIT_BILLIONS = say("{currency} billion")
UNIT_MILLIONS = say("{currency} million")
UNIT_THOUSANDS = say("{currency} 1,000")
PRICE_BASIS = say("{year} prices")
FREQUENCY = say("{count} out of 10")
FREQUENCY_ABOVE = say("more than {count} out of 10")
FREQUENCY_BELOW = say("almost {count} out of 10")
FREQUENCY_NONE = say("no")
FREQUENCY_ALL = say("all")
RARE = (
    (0.005, say("fewer than 1 in 100")),
    (0.015, say("about 1 in 100")),
    (0.045, say("fewer than 1 in 20")),
    (0.055, say("about 1 in 20")),
)
"""What is said below each probability: it agrees with the same in whole per cent."""
COMMON = ((0.99, say("at least 99 out of 100")), (0.95, say("at least 19 out of 20")))
"""What is said from each probability on."""
MONTHS = (
    say("January"),
    say("February"),
    say("March"),
    say("April"),
    say("May"),
    say("June"),
    say("July"),
    say("August"),
    say("September"),
    say("October"),
    say("November"),
    say("December"),
)
SCALE = (
    (0.01, say("practically no chance")),
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
DAY = say("{day} {month} {year}")
EXACTLY = 0.005
"""How far a probability may be from a tenth and still be called so."""


def rounded(value: float, decimals: int) -> float:
    """Round to so many decimals, halves away from 0, as spreadsheets do.

    Examples
    --------
    >>> rounded(2.25, 1), rounded(-998_500.0, -3), round(2.25, 1)
    (2.3, -999000.0, 2.2)

    """
    return float(fifteen_figures(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def rounded_whole(value: float) -> int:
    """Round to a whole number, halves away from 0."""
    return int(rounded(value, 0))


def three_figures(value: float) -> float:
    """Round to three figures, halves away from 0, as spreadsheets do.

    Examples
    --------
    >>> three_figures(998_500.0), three_figures(-0.12345), three_figures(0.0)
    (999000.0, -0.123, 0.0)

    """
    return rounded(value, 2 - fifteen_figures(value).adjusted())


def number(value: float, language: Language, decimals: int = 0) -> str:
    """Write a number with thousands separated; a minus that rounds to zero is left out.

    Examples
    --------
    >>> number(-1234.56, "da", 1), number(1234.56, "en", 1), number(-0.01, "en")
    ('−1.234,6', '1,234.6', '0')

    """
    text = figure(abs(value), f",.{decimals}f", language)
    sign = MINUS if value < 0 and any(digit in "123456789" for digit in text) else ""
    return sign + text


def percent(fraction: float, language: Language, decimals: int = 0) -> str:
    """Write a fraction in per cent: `63 pct.` or `63 %`.

    What is neither impossible nor certain is never rounded to 0 or 100, and what is below 1 or
    above 99 is said to be, as the words of probability have their limits there.

    Examples
    --------
    >>> percent(0.634, "da").replace(NARROW_SPACE, " "), percent(0.9999, "en", 1)[:5]
    ('63 pct.', '>99.9')

    """
    smallest = 10.0**-decimals
    sign, value = "", round(100 * fraction, 9)
    if 0 < fraction < 1 and value < smallest:
        sign, value = "<", smallest
    elif 0 < fraction < 1 and value > 100 - smallest:
        sign, value = ">", 100 - smallest
    text = PERCENT(language, number=sign + number(value, language, decimals))
    return text.replace(" ", NARROW_SPACE)


def frequency(probability: float, language: Language) -> str:
    """Write a probability as a count of ten futures: `8 ud af 10`, `godt 8 ud af 10`.

    What is a little more or less than a tenth is said to be; what is neither impossible nor
    certain is never called so.

    Examples
    --------
    >>> frequency(0.80, "da"), frequency(0.84, "da"), frequency(0.78, "en")
    ('8 ud af 10', 'godt 8 ud af 10', 'almost 8 out of 10')
    >>> frequency(0.003, "en"), frequency(0.996, "da"), frequency(1.0, "en")
    ('fewer than 1 in 100', 'mindst 99 ud af 100', 'all')

    """
    if probability in (0, 1):
        return (FREQUENCY_ALL if probability else FREQUENCY_NONE)(language)
    for limit, phrase in RARE:
        if probability < limit:
            return phrase(language)
    for limit, phrase in COMMON:
        if probability >= limit:
            return phrase(language)
    count = min(max(rounded_whole(10 * probability), 1), 9)
    off = probability - count / 10
    phrase = FREQUENCY_ABOVE if off > EXACTLY else FREQUENCY_BELOW
    return (FREQUENCY if abs(off) <= EXACTLY else phrase)(language, count=count)


def currency_name(code: str, language: Language) -> str:
    """Return what people write for a currency code: `kr.` for DKK in Danish, else the code."""
    return KRONER(language) if code == KRONER else code


def amount(value: float, currency: str, language: Language) -> str:
    """Write an amount [currency] in a sentence: in millions from one on, else with three figures.

    Examples
    --------
    >>> amount(45_230_000, "DKK", "da").replace(NARROW_SPACE, " ")
    '45,2 mio. kr.'
    >>> amount(-45_230, "DKK", "en").replace(NARROW_SPACE, " ")
    'DKK −45,200'

    """
    name = currency_name(currency, language)
    shown = three_figures(value) if abs(value) >= THOUSAND else value
    if abs(shown) >= MILLION:
        text = AMOUNT_IN_MILLIONS(
            language, number=number(value / MILLION, language, 1), currency=name
        )
    else:
        text = AMOUNT_IN_UNITS(language, number=number(shown, language), currency=name)
    return text.replace(" ", NARROW_SPACE)


def told(value: float, currency: str, language: Language) -> str:
    """Write an amount [currency] to be read at a glance: three figures, or whole millions.

    Examples
    --------
    >>> told(107_308_893, "DKK", "da").replace(NARROW_SPACE, " ")
    '107 mio. kr.'
    >>> told(45_000_000, "DKK", "da").replace(NARROW_SPACE, " ")
    '45 mio. kr.'
    >>> told(-45_230, "DKK", "en").replace(NARROW_SPACE, " ")
    'DKK −45,200'
    >>> told(23_850_000, "DKK", "en").replace(NARROW_SPACE, " ")
    'DKK 23.9 million'

    """
    shown = three_figures(value)
    if BILLION <= abs(shown) < 10 * BILLION:
        shown = rounded(value, -6)
    unit = next((size for size in (10 * BILLION, MILLION) if abs(shown) >= size), 1)
    phrase = {1: AMOUNT_IN_UNITS, MILLION: AMOUNT_IN_MILLIONS}.get(unit, AMOUNT_IN_BILLIONS)
    unit = min(unit, BILLION)
    figure = shown / unit
    decimals = next((n for n in range(2) if figure == round(figure, n)), 2)
    text = phrase(
        language,
        number=number(figure, language, decimals if unit > 1 else 0),
        currency=currency_name(currency, language),
    )
    return text.replace(" ", NARROW_SPACE)


def in_unit(value: float, currency: str, language: Language, *, unit: float, decimals: int) -> str:
    """Write an amount [currency] in a unit that was chosen; thousands in whole kroner.

    Examples
    --------
    >>> in_unit(53.2e6, "DKK", "en", unit=1e6, decimals=0).replace(NARROW_SPACE, " ")
    'DKK 53 million'
    >>> in_unit(52_500, "DKK", "da", unit=1e3, decimals=1).replace(NARROW_SPACE, " ")
    '52.500 kr.'

    """
    phrase = {BILLION: AMOUNT_IN_BILLIONS, MILLION: AMOUNT_IN_MILLIONS}.get(int(unit))
    size, shown = (1, 0) if unit == THOUSAND else (unit, decimals)
    written, name = number(value / size, language, shown), currency_name(currency, language)
    text = (phrase or AMOUNT_IN_UNITS)(language, number=written, currency=name)
    return text.replace(" ", NARROW_SPACE)


def unit_of(largest: float, currency: str, language: Language) -> tuple[float, str]:
    """Return the unit that suits figures of a size [currency], and its name.

    Examples
    --------
    >>> unit_of(45_000_000, "DKK", "da"), unit_of(900, "DKK", "en")
    ((1000000, 'mio. kr.'), (1, 'DKK'))

    """
    if abs(largest) >= 10 * BILLION:
        return BILLION, UNIT_BILLIONS(language, currency=currency_name(currency, language))
    if abs(largest) >= MILLION:
        return MILLION, millions(currency, language)
    if abs(largest) >= 10 * THOUSAND:
        return THOUSAND, thousands(currency, language)
    return 1, currency_name(currency, language)


def millions(currency: str, language: Language) -> str:
    """Name the unit of figures in millions: `mio. kr.`."""
    return UNIT_MILLIONS(language, currency=currency_name(currency, language))


def thousands(currency: str, language: Language) -> str:
    """Name the unit of figures in thousands: `1.000 kr.`."""
    return UNIT_THOUSANDS(language, currency=currency_name(currency, language))


def price_basis(year: int, language: Language) -> str:
    """Name the prices that amounts are in: `2025-p/l`."""
    return PRICE_BASIS(language, year=year)


def day(date: dt.date, language: Language) -> str:
    """Write a date: `1. marts 2026` or `1 March 2026`.

    Examples
    --------
    >>> day(dt.date(2026, 3, 1), "da"), day(dt.date(2026, 3, 1), "en")
    ('1. marts 2026', '1 March 2026')

    """
    return DAY(language, day=date.day, month=MONTHS[date.month - 1](language), year=date.year)


def chance_word(probability: float, language: Language) -> str:
    """Say a probability in words.

    Examples
    --------
    >>> [chance_word(p, "en") for p in (0.0, 0.009, 0.16, 0.39, 0.5, 0.79)]
    ['no, in no future', 'practically no chance', 'unlikely', 'rather not', 'open', 'rather yes']
    >>> [chance_word(p, "da") for p in (0.8, 0.995, 1.0)]
    ['sandsynligt', 'praktisk talt sikkert', 'ja, i alle forløb']

    """
    if probability in (0, 1):
        return (ALWAYS if probability else NEVER)(language)
    return next(phrase(language) for limit, phrase in SCALE if probability < limit)
