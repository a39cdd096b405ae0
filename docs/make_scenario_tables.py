"""Fill the tables of docs/concepts/scenarios.md: `python docs/make_scenario_tables.py`.

A table stands between `<!-- table NAME -->` and `<!-- end -->`; NAME is `overview`, `payback` or a
scenario file's stem. Amounts are mio. kr.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from statistics import mean

import innobudget as ib
from innobudget.domain.named_figures import Figures
from innobudget.domain.results import Plan

HERE = Path(__file__).parent
PAGE = HERE / "concepts" / "scenarios.md"
SCENARIOS = HERE.parent / "scenarios"
TABLE = re.compile(r"(<!-- table (\S+) -->\n).*?(<!-- end -->)", re.DOTALL)
TRIALS = 20_000
MILLION = 1e6
SMALL = 10
"""Below so many mio. kr. a table shows two decimals."""
ROUNDED = 0.005
"""What rounding to whole per cent would turn into never or always."""
SIDE_BY_SIDE = (
    "odense",
    "odense-careful",
    "fredericia",
    "silkeborg",
    "randers",
    "thisted",
    "viborg",
    "aalborg",
    "plain-cuts",
)
"""Scenarios that `innobudget compare` can set beside each other."""
COMPARED = (*SIDE_BY_SIDE, "silkeborg-trivsel", "copenhagen-2020")
FOLLOWED = ("odense-followup",)
"""What happened to one of them since it was adopted."""
STATED_PAYBACK = {"bc01": 6, "bc02": 6, "bc03": 2, "bc04": 6, "bc05": 5, "bc06": None}
"""Years, from the city's own paper."""


@cache
def simulated(name: str) -> ib.Result:
    """Simulate a scenario with as many trials as its expected figures are made from."""
    return ib.simulate(ib.load_scenario(SCENARIOS / f"{name}.toml"), trials=TRIALS)


def table(name: str) -> str:
    """Return one table of the page, a line per row."""
    match name:
        case "overview":
            return _markdown(_overview())
        case "payback":
            return _markdown(_payback_rows())
        case _:
            return _markdown(_yearly(name))


def filled(page: str) -> str:
    """Return the page with every table made anew."""
    return TABLE.sub(lambda found: f"{found[1]}\n{table(found[2])}\n{found[3]}", page)


def _overview() -> Iterable[Sequence[str]]:
    yield (
        "scenario",
        "outlay",
        "booked",
        "achieved",
        "booked savings hold",
        "budget holds",
        "safe booking",
        "NPV (8 of 10)",
        "NPV > 0",
        "paid back (8 of 10)",
        "service",
    )
    for name in COMPARED:
        result = simulated(name)
        found, last = result.portfolio, result.scenario.horizon.period - 1
        outlay = sum(spread.mean for spread in found.measures["outlay"])
        booked, saving = found.plan.booked[last], found.measures["saving"][last].mean
        npv = found.npv
        middle, low, high = (_amount(x, (npv.p10, npv.p90)) for x in (npv.mean, npv.p10, npv.p90))
        yield (
            f"[{name}](../../scenarios/{name}.toml)",
            *(_amount(amount, (outlay, booked, saving)) for amount in (outlay, booked, saving)),
            _percent(found.probability_booked_met_period),
            _percent(found.probability_budget_holds_period),
            _safe(found.safe_booking.share_period),
            f"{middle} ({low} to {high})",
            _percent(found.probability_npv_positive),
            _paid_back(found.payback),
            _percent(_service(result)),
        )


def _safe(share: float | None) -> str:
    """Write nothing where nothing is planned, and none where the budget fails even unbooked."""
    return "none" if share is not None and share <= 0 else _percent(share)


def _service(result: ib.Result) -> float:
    """Return how far towards their targets the indicators are in the last year, on average."""
    return mean(
        (found.value[-1].mean - found.baseline) / (found.target - found.baseline)
        for investment in result.results.investments
        for found in investment.quality
    )


def _yearly(name: str) -> Iterable[Sequence[str]]:
    result = simulated(name)
    found, horizon = result.portfolio, result.scenario.horizon
    shown = [*range(horizon.period), len(horizon.years) - 1]
    saving = found.measures["saving"]
    rows = {
        "planned": found.plan.saving,
        "booked": found.plan.booked,
        "achieved, mean": [spread.mean for spread in saving],
        "one in ten at most": [spread.p10 for spread in saving],
        "one in ten at least": [spread.p90 for spread in saving],
    }
    scale = [amount for amounts in rows.values() for amount in amounts]
    yield "mio. kr.", *(str(horizon.years[position]) for position in shown)
    for label, amounts in rows.items():
        yield label, *(_amount(amounts[position], scale) for position in shown)
    met = found.probability_booked_met
    yield "booked savings met", *(_percent(met[position]) for position in shown)


def _payback_rows() -> Iterable[Sequence[str]]:
    result = simulated("copenhagen-2020")
    first = result.scenario.horizon.base_year
    yield (
        "proposal",
        "investment",
        "saving a year",
        "stated, years",
        "investment / saving",
        "plan, years",
        "simulated, years (8 of 10)",
        "paid back in the stated years",
        "not in 15 years",
    )
    for investment in result.results.investments:
        plan, payback = investment.outcome.plan, investment.outcome.payback
        outlay, saving, stated = sum(plan.outlay), plan.saving[-1], STATED_PAYBACK[investment.id]
        within = sum(p for year, p in payback.years.items() if year - first <= (stated or 0))
        yield (
            investment.id.upper(),
            _amount(outlay, ()),
            _amount(saving, ()),
            "–" if stated is None else str(stated),
            f"{outlay / saving:.1f}",
            str(planned_payback(plan)),
            _paid_back(payback, since=first),
            "–" if stated is None else _percent(within),
            _percent(payback.never),
        )


def planned_payback(plan: Plan) -> int:
    """Years until the plan's cumulative net effect is at or above zero for good."""
    net = [saving - outlay for saving, outlay in zip(plan.saving, plan.outlay, strict=True)]
    below = [year for year, total in enumerate(accumulate(net)) if total < 0]
    return below[-1] + 1 if below else 0


def _paid_back(payback: Figures, since: int = 0) -> str:
    middle, early, late = (
        "later" if year is None else str(year - since)
        for year in (payback.p50, payback.p10, payback.p90)
    )
    return f"{middle} ({early} to {late})"


def _amount(amount: float, scale: Iterable[float]) -> str:
    largest = max(map(abs, scale), default=MILLION * SMALL) / MILLION
    rounded = round(amount / MILLION, 2 if largest < SMALL else 1) + 0.0
    return f"{rounded:,.{2 if largest < SMALL else 1}f}".replace("-", "−")


def _percent(share: float | None) -> str:
    """Never write certainty for what is only nearly certain."""
    if share is None:
        return "–"
    if 0 < share < ROUNDED or 1 - ROUNDED < share < 1:
        return "< 1 %" if share < ROUNDED else "> 99 %"
    return f"{100 * share:.0f} %".replace("-", "−")


def _markdown(rows: Iterable[Sequence[str]]) -> str:
    head, *body = rows
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "".join(f"| {' | '.join(row)} |\n" for row in (head, rule, *body))


def main() -> None:
    """Write the page with its tables made anew."""
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(filled(page), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
