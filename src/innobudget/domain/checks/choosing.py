"""Faults of `[choice]`: those of the file itself, and those that only choosing meets."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.domain.checks.places import Keys, in_words
from innobudget.domain.checks.values import outside_horizon
from innobudget.domain.choosing import Choosing
from innobudget.domain.planned import booked_saving
from innobudget.domain.scenario import Scenario
from innobudget.errors import Problem, nearest
from innobudget.messages import linked, say, write

MOST_CASES = 60
"""To choose among: of more, some are to be fixed first."""
FEWEST_IN_TAIL = 100
"""Trials beyond a percentile from which on it tells something."""


def check_choice(scenario: Scenario) -> Iterator[Problem]:
    """Yield what is wrong with `[choice]`, whatever is enabled."""
    choice = scenario.choice
    if choice is None:
        return
    yield from _names(scenario, choice)
    yield from _contradictions(choice)
    yield from _years(scenario, choice)
    yield from _pools(choice)
    yield from _objective(choice)


def check_choosing(scenario: Scenario) -> Iterator[Problem]:
    """Yield what keeps `innobudget choose` from choosing, in a scenario without faults."""
    choice = scenario.choice
    if choice is None:
        yield Problem(
            code="no-choice",
            path=("scenario",),
            found=say("no [choice]"),
            expected=say("a table that says what is chosen, and within which limits"),
            remedy=say("add [choice], with at_most = … or a [[choice.pool]]"),
        )
        return
    enabled = {item.id for item in scenario.enabled}
    named: dict[Keys, tuple[str, ...]] = {
        ("cases",): choice.cases or (),
        ("always",): choice.always,
        **{("requires", key): ids for key, ids in choice.requires.items()},
    }
    for path, ids in named.items():
        for number, name in enumerate(ids):
            if name not in enabled:
                yield Problem(
                    code="case-disabled",
                    path=("choice", *path, number),
                    found=say('"{name}", which has enabled = false', name=name),
                    expected=say("an investment that is enabled"),
                    remedy=say("write enabled = true there, or name another here"),
                )
    number = len(choosable(scenario, choice))
    if not number or number > MOST_CASES:
        yield Problem(
            code="cases-to-choose",
            path=("choice", "always" if not number and choice.cases is None else "cases"),
            found=say("{number} cases to choose among", number=number),
            expected=say("from 1 to {most}", most=MOST_CASES),
            remedy=say("let some of them be chosen")
            if not number
            else say("decide about some beforehand: name those in always, or disable them"),
        )
    if choice.hole_at_most is not None and not _is_booked(scenario):
        yield Problem(
            code="hole-unbooked",
            path=("choice", "hole_at_most"),
            found=say("hole_at_most, and nothing booked"),
            expected=say("savings that the budget has deducted: without, there is no hole"),
            remedy=say("write booked or [booking] share, or judge the plan without a hole"),
        )


def check_tail(scenario: Scenario, choosing_trials: int) -> Iterator[Problem]:
    """Yield too few trials for the percentile that is asked for."""
    beyond = min(scenario.assumptions.confidence, 1 - scenario.assumptions.confidence)
    options = {"--choosing-trials": choosing_trials, "--trials": scenario.sampled.trials}
    for option, trials in options.items():
        if trials * beyond < FEWEST_IN_TAIL - 1e-9:
            least = round(FEWEST_IN_TAIL / beyond)
            yield Problem(
                code="few-in-tail",
                place=option,
                found=say("{trials:,} trials", trials=trials),
                expected=say("at least {least:,}, of which 100 are in the tail", least=least),
                remedy=say("choose {least:,} or more", least=least),
            )


def placed(scenario: Scenario, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems of a choice with their places in words."""

    def place(problem: Problem) -> str:
        parts = (scenario.source, in_words(problem.path, {}))
        return problem.place or linked(", ", list(filter(None, parts)))

    return tuple(replace(problem, place=place(problem)) for problem in problems)


def choosable(scenario: Scenario, choice: Choosing) -> tuple[str, ...]:
    """Return the ids to choose among, in order."""
    among = {item.id for item in scenario.enabled} - set(choice.always)
    return tuple(sorted(among if choice.cases is None else among & set(choice.cases)))


def _is_booked(scenario: Scenario) -> bool:
    return any(
        abs(amount) > HALF_AN_ORE
        for investment in scenario.enabled
        for amount in booked_saving(scenario, investment).values()
    )


def _names(scenario: Scenario, choice: Choosing) -> Iterator[Problem]:
    ids = {item.id for item in scenario.investments}
    wider = {item.track_name for item in scenario.investments} | ids
    wider |= {item.area for item in scenario.investments if item.area is not None}
    one = say("the id of an investment")
    for name in choice.requires:
        if name not in ids:
            yield _unknown(name, sorted(ids), ("choice", "requires", name), one)
    any_of = say("the id, the track or the area of an investment")
    for keys, names in _lists(choice).items():
        known, expected = (wider, any_of) if keys[-1] == "applies_to" else (ids, one)
        for name, times in Counter(names).items():
            if name not in known:
                yield _unknown(name, sorted(known), ("choice", *keys), expected)
            if times > 1:
                yield Problem(
                    code="case-twice",
                    path=("choice", *keys),
                    found=say("{name} more than once", name=name),
                    expected=say("each name once"),
                    remedy=say("take out what is too many, or name the one that was meant"),
                )


def _lists(choice: Choosing) -> Mapping[Keys, tuple[str, ...]]:
    """Return every list of names, by its place."""
    return {
        ("cases",): choice.cases or (),
        ("always",): choice.always,
        **{("requires", key): needed for key, needed in choice.requires.items()},
        **{("excludes", number): listed for number, listed in enumerate(choice.excludes)},
        **{
            ("group", number, "applies_to"): group.applies_to
            for number, group in enumerate(choice.groups)
        },
        **{
            ("pool", number, "applies_to"): pool.applies_to or ()
            for number, pool in enumerate(choice.pools)
        },
    }


def _unknown(name: str, known: list[str], keys: Keys, expected: str) -> Problem:
    near = nearest(name, known)
    return Problem(
        code="unknown-investment",
        path=keys,
        found=f'"{name}"',
        expected=expected,
        remedy=write(f'"{near}"') if near else say("correct the name"),
    )


def _contradictions(choice: Choosing) -> Iterator[Problem]:
    both = [name for name in choice.cases or () if name in choice.always]
    if both:
        yield Problem(
            code="case-twice",
            path=("choice", "always"),
            found=say("{names} in cases and in always", names=both),
            expected=say("each id in one of them"),
            remedy=say("name it in always alone, if it is decided"),
        )
    for key, needed in choice.requires.items():
        if key in needed:
            yield Problem(
                code="requires-itself",
                path=("choice", "requires", key),
                found=say("{name}, which requires itself", name=key),
                expected=say("other ids that it cannot do without"),
                remedy=say("name the others that it needs"),
            )
    for number, listed in enumerate(choice.excludes):
        decided = [name for name in dict.fromkeys(listed) if name in choice.always]
        if len(decided) > 1:
            yield Problem(
                code="always-excluded",
                path=("choice", "excludes", number),
                found=say("{names}, all of them always in", names=decided),
                expected=say("at most one case of each list"),
                remedy=say("name one of them at most in always"),
            )


def _years(scenario: Scenario, choice: Choosing) -> Iterator[Problem]:
    tables: dict[Keys, tuple[int, ...]] = {("choice", "find"): tuple(choice.find)}
    for number, pool in enumerate(choice.pools):
        tables["choice", "pool", number, "amount"] = tuple(pool.amount or ())
    horizon = scenario.horizon
    for keys, years in tables.items():
        for year in sorted(years):
            if year not in horizon:
                yield outside_horizon(horizon, keys, year, say("correct the year"))


def _pools(choice: Choosing) -> Iterator[Problem]:
    named = [pool.name for pool in choice.pools]
    for number, pool in enumerate(choice.pools):
        if pool.name and pool.name in named[:number]:
            yield Problem(
                code="pool-twice",
                path=("choice", "pool", number, "name"),
                found=say("{name}, which another pool is called", name=pool.name),
                expected=say("a name of its own for each pool, as reports know them by it"),
                remedy=say("give one of them another name"),
            )
        if (pool.amount is None) == (pool.total is None):
            yield Problem(
                code="pool-amount",
                path=("choice", "pool", number),
                found=say("neither amount nor total")
                if pool.amount is None
                else say("both amount and total"),
                expected=say("amount = { … } by year, or total = … over the horizon"),
                remedy=say("write one of them")
                if pool.amount is None
                else say("keep the one that binds"),
            )


def _objective(choice: Choosing) -> Iterator[Problem]:
    savings = choice.objective in {"saving", "safe-saving"}
    if savings and choice.at_most is None and not choice.pools:
        yield Problem(
            code="choice-unlimited",
            path=("choice", "objective"),
            found=say(
                'objective = "{objective}", and neither a pool nor at_most',
                objective=choice.objective,
            ),
            expected=say("a limit: this objective sees no cost, and nothing after the period"),
            remedy=say('add a [[choice.pool]] or at_most = …, or write objective = "npv"'),
        )
    if choice.objective == "least-outlay" and not choice.find:
        yield Problem(
            code="nothing-to-find",
            path=("choice", "objective"),
            found=say('objective = "least-outlay", and nothing to find'),
            expected=say("what the chosen cases are to save: else none of them is cheapest"),
            remedy=say("add find = { … } by year"),
        )
    if choice.hole_at_most is not None and choice.booking == "safe":
        yield Problem(
            code="hole-with-safe",
            path=("choice", "hole_at_most"),
            found=say('hole_at_most, and booking = "safe"'),
            expected=say("bookings as written: what is safe to book holds by construction"),
            remedy=say('write booking = "written", or ask for no limit to the hole'),
        )
