"""Figures as each language writes them: 1.234,5 and 63 pct., or 1,234.5 and 63 %."""

from innobudget.domain.scenario import Language
from innobudget.report.words.phrase import Phrase

MINUS = "\N{MINUS SIGN}"
NARROW_SPACE = "\N{NO-BREAK SPACE}"
MILLION = 1_000_000
THOUSAND = 1_000

AMOUNT_IN_MILLIONS = Phrase(en="{currency} {number} million", da="{number} mio. {currency}")
AMOUNT_IN_UNITS = Phrase(en="{currency} {number}", da="{number} {currency}")
UNIT_MILLIONS = Phrase(en="{currency} million", da="mio. {currency}")
UNIT_THOUSANDS = Phrase(en="{currency} 1,000", da="1.000 {currency}")
PRICE_BASIS = Phrase(en="{year} prices", da="{year}-p/l")
FREQUENCY = Phrase(en="{count} in 10", da="{count} ud af 10")
FREQUENCY_LOW = Phrase(en="fewer than 1 in 10", da="færre end 1 ud af 10")
FREQUENCY_HIGH = Phrase(en="more than 9 in 10", da="flere end 9 ud af 10")


def number(value: float, language: Language, decimals: int = 0) -> str:
    """Write a number with thousands separated; a minus that rounds to zero is left out.

    Examples
    --------
    >>> number(-1234.56, "da", 1), number(1234.56, "en", 1), number(-0.01, "en")
    ('−1.234,6', '1,234.6', '0')

    """
    text = f"{abs(value):,.{decimals}f}"
    sign = MINUS if value < 0 and any(digit in "123456789" for digit in text) else ""
    if language == "da":
        text = text.translate(str.maketrans(",.", ".,"))
    return sign + text


def percent(fraction: float, language: Language, decimals: int = 0) -> str:
    """Write a fraction in per cent: `63 pct.` or `63 %`.

    What is neither impossible nor certain is never rounded to 0 or 100.

    Examples
    --------
    >>> percent(0.634, "da").replace(NARROW_SPACE, " "), percent(0.9999, "en", 1)[:5]
    ('63 pct.', '>99.9')

    """
    sign = "pct." if language == "da" else "%"
    smallest = 10.0**-decimals
    value = 100 * fraction
    if 0 < fraction < 1 and value < smallest / 2:
        return f"<{number(smallest, language, decimals)}{NARROW_SPACE}{sign}"
    if 0 < fraction < 1 and value >= 100 - smallest / 2:
        return f">{number(100 - smallest, language, decimals)}{NARROW_SPACE}{sign}"
    return f"{number(value, language, decimals)}{NARROW_SPACE}{sign}"


def frequency(probability: float, language: Language) -> str:
    """Write a probability as a count of ten: `8 ud af 10`.

    Examples
    --------
    >>> frequency(0.81, "da"), frequency(0.01, "en")
    ('8 ud af 10', 'fewer than 1 in 10')

    """
    count = round(10 * probability)
    if count == 0 and probability > 0:
        return FREQUENCY_LOW(language)
    if count == 10 and probability < 1:
        return FREQUENCY_HIGH(language)
    return FREQUENCY(language, count=count)


def currency_name(code: str, language: Language) -> str:
    """Return what people write for a currency code: `kr.` for DKK in Danish, else the code."""
    return "kr." if code == "DKK" and language == "da" else code


def amount(value: float, currency: str, language: Language) -> str:
    """Write an amount [currency] in a sentence: in millions from one million on.

    Examples
    --------
    >>> amount(45_230_000, "DKK", "da").replace(NARROW_SPACE, " ")
    '45,2 mio. kr.'
    >>> amount(-45_230, "DKK", "en").replace(NARROW_SPACE, " ")
    'DKK −45,000'

    """
    name = currency_name(currency, language)
    if abs(value) >= MILLION:
        text = AMOUNT_IN_MILLIONS(
            language, number=number(value / MILLION, language, 1), currency=name
        )
    else:
        rounded = round(value, -3) if abs(value) >= THOUSAND else value
        text = AMOUNT_IN_UNITS(language, number=number(rounded, language), currency=name)
    return text.replace(" ", NARROW_SPACE)


def millions(currency: str, language: Language) -> str:
    """Name the unit of figures in millions: `mio. kr.`."""
    return UNIT_MILLIONS(language, currency=currency_name(currency, language))


def thousands(currency: str, language: Language) -> str:
    """Name the unit of figures in thousands: `1.000 kr.`."""
    return UNIT_THOUSANDS(language, currency=currency_name(currency, language))


def price_basis(year: int, language: Language) -> str:
    """Name the prices that amounts are in: `2025-p/l`."""
    return PRICE_BASIS(language, year=year)
