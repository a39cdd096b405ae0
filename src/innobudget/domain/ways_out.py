"""What would make an unsafe budget safe, at what price."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """What would make the budget of the period safer, on the same trials."""

    booked: float
    """Booked saving of the budget period with it. [currency]"""
    price: float
    """Money set aside, or booked saving given up, over the budget period. [currency]"""
    probability_budget_holds_period: float
    """That the budget of the period holds with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysOut:
    """Three ways out of a budget that is not safe; None: there is no such way."""

    reserve: WayOut
    """Set the period's reserve aside; its price is 0 where none is needed."""
    book_less: WayOut | None
    """Book of every saving the same smaller part, so that the budget holds with the chosen
    confidence, or nothing where no part is safe; None: it is safe as it is, or nothing is
    booked."""
    book_later: WayOut | None
    """Book every saving a year later; None: nothing is booked in the period."""
