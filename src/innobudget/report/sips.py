"""Some of a run's trials as SIPs, which other models add to theirs trial by trial.

References
----------
SIPmath 3.0, ProbabilityManagement.org: a library of SIPs as JSON. Field names follow its public
schema and example library and the keys that its Python writer gives.

"""

from collections.abc import Iterator

import numpy as np

from innobudget.domain.results import Results
from innobudget.engine.flows import Array
from innobudget.engine.plan import plan_investment
from innobudget.engine.trials import Trials
from innobudget.report.voice import RunRecord
from innobudget.report.words import publication as words
from innobudget.report.words.numbers import price_basis

INDEX = {"name": "index", "function": "Index", "arguments": {"counter": "PM_Index"}}
"""What picks the value of a trial."""


def sips_document(results: Results, trials: Trials, made: RunRecord) -> dict[str, object]:
    """Return saving, outlay and budget gap of each investment and year, trial by trial.

    Amounts are in whole currency units; a positive gap is a hole. All SIPs of a library have
    the trials in the same order, so that they may be added.
    """
    scenario = results.scenario
    assumptions, sampled = scenario.assumptions, scenario.sampled
    provenance = words.SIP_PROVENANCE(
        assumptions.language,
        name=assumptions.name,
        shown=len(trials.numbers),
        trials=sampled.trials,
        seed=sampled.seed,
        version=made.version,
        currency=assumptions.currency,
        prices=price_basis(assumptions.price_level or assumptions.base_year, assumptions.language),
    )
    return {
        "name": assumptions.name,
        "objectType": "sipModel",
        "libraryType": "SIPmath_3_0",
        "dateCreated": made.date.strftime("%m-%d-%Y"),
        "provenance": provenance,
        "U01": {"rng": [INDEX]},
        "sips": [
            _sip(name, values, assumptions.currency) for name, values in _all(results, trials)
        ],
        "version": "1",
    }


def _all(results: Results, trials: Trials) -> Iterator[tuple[str, Array]]:
    scenario = results.scenario
    for item, weights in zip(scenario.enabled, trials.weights, strict=True):
        total = plan_investment(scenario, item).total
        amounts = {
            "saving": weights.T @ total.saving,
            "outlay": weights.T @ total.outlay,
            "gap": total.budgeted_net - weights.T @ total.net_effect,
        }
        for name, values in amounts.items():
            for year, column in zip(scenario.horizon.years, values.T, strict=True):
                yield f"{item.id} {name} {year}", column


def _sip(name: str, values: Array, unit: str) -> dict[str, object]:
    values = np.round(values, 6) + 0.0  # millionths, and no -0
    return {
        "name": name,
        "function": "SIP_Array",
        "ref": {"source": "rng", "name": INDEX["name"]},
        "arguments": {"type": "array", "value": values.tolist()},
        "metadata": {"unit": unit, "mean": float(values.mean()), "count": len(values)},
    }
