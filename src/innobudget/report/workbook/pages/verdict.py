"""The verdict: as the run, changed by the reader, or an error; never an error itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from innobudget.domain.budget import HALF_AN_ORE
from innobudget.messages import Text, marks
from innobudget.report.tables import Cell, Figure, Page, PageTable, Role, Row, text
from innobudget.report.words import answers, sheets, verdicts
from innobudget.report.words.numbers import (
    AMOUNT_IN_MILLIONS,
    AMOUNT_IN_UNITS,
    amount,
    currency_name,
    frequency,
    number,
    percent,
    rounded,
)
from innobudget.report.workbook.edition import Edition
from innobudget.report.workbook.formulas import Known
from innobudget.report.workbook.live import Live
from innobudget.report.workbook.pages.input_checks import CHANGED, ORDER, TOLD
from innobudget.report.workbook.references import VALUE_COLUMN

LISTS = ("checks", "inputs")
"""What there is a numbered row of for each."""
SKIPPED = "–"
"""What stands beside a check that asks nothing of a workbook that was changed."""
STATES = ("run", "changed", "error")
HEADLINE = "checks.headline0"
NAMED = 3
"""How many changes the verdict names."""


def status(checked: Page, passed: str, between: str = "") -> Row:
    """Return the line that says on every sheet how the workbook stands."""
    overall = checked.tables[0].rows[0].cells[VALUE_COLUMN]
    return Row(
        cells=(
            Cell(
                value=None if overall is None else overall.value,
                role=Role.CHECK,
                formula="[checks.all@value]",
                good=passed,
                between=between,
            ),
        )
    )


def changed_prefix(edition: Edition) -> str:
    """Return how the verdict begins when something is changed."""
    return edition.say(verdicts.STATE_CHANGED, names="\0").split("\0")[0].strip()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text that follows cells: what it says now, and its formula."""

    value: str
    formula: str = ""

    @classmethod
    def of(cls, edition: Edition, phrase: Text, **parts: tuple[str, str] | str) -> "Sentence":
        """Put values and the formulas that give them into a phrase."""
        told = {name: part if isinstance(part, str) else part[0] for name, part in parts.items()}
        written = {
            name: part if isinstance(part, str) else f'"&{part[1]}&"'
            for name, part in parts.items()
        }
        return cls(edition.say(phrase, **told), f'"{edition.say(phrase, **written)}"')


def verdict(
    edition: Edition, sizes: tuple[int, int], live: Sequence[Live], failed: int
) -> PageTable:
    """Lay out the one answer, and what it is made of; sizes: how many checks and inputs."""
    standing = "error" if failed else "run"
    said = _verdicts(edition, f"inputs.1..inputs.{sizes[1]}")
    every, typed = (f"{name}.1..{name}.{size}" for name, size in zip(LISTS, sizes, strict=True))
    passed, skipped = (f"COUNTIF([{every}@value],{value})" for value in ("1", f'"{SKIPPED}"'))
    state = "IF([checks.unusable@value]+[checks.failed@value]>0,1+1,MIN(1,[checks.changed@value]))"
    rows = [
        _line(
            edition,
            ("all", verdicts.ALL_CHECKS),
            Sentence(said[standing].value, _chosen("said")),
            Role.CHECK,
        ),
        _count(edition, ("state", verdicts.STATE), state, STATES.index(standing)),
        _count(edition, ("changed", verdicts.INPUTS_CHANGED), f"SUM([{typed}@{CHANGED}])"),
        _count(edition, ("unusable", verdicts.INPUTS_UNUSABLE), f"COUNTIF([{typed}@value],0)"),
        _count(edition, ("count", verdicts.CHECKS_COUNT), "", sizes[0]),
        _count(
            edition,
            ("failed", verdicts.CHECKS_FAILED),
            f"[checks.count@value]-{passed}-{skipped}",
            failed,
        ),
    ]
    cannot = Sentence(edition.say(verdicts.CANNOT))
    rows.append(_line(edition, ("cannot", verdicts.CANNOT_NAME), cannot, Role.GIVEN))
    for place in range(1, NAMED + 1):
        nth = _number(place)
        found = f"INDEX([{typed}@{TOLD}],MATCH({nth},[{typed}@{ORDER}],0))"
        named = Sentence("", f'IF([checks.changed@value]>={nth},{found},"")')
        rows.append(_line(edition, (f"change{place}", verdicts.CHANGE_NAMED), named, number=place))
    reserve = next(figure.now.period for figure in live if figure.key == "reserve")
    rows += _written_figures(edition, float(reserve or 0))
    rows += _states(edition, "said", said)
    for place, sentences in enumerate(_headlines(edition, live)):
        rows += _states(edition, f"headline{place}", sentences)
    return edition.table("", rows)


def headline(edition: Edition, live: Sequence[Live], checked: Page) -> tuple[Row, ...]:
    """Return the sentences of the first sheet, in the state that the workbook is in."""
    stands = checked.tables[0].rows[1].cells[VALUE_COLUMN]
    state = "error" if stands is not None and stands.value else "run"
    return tuple(
        Row(
            cells=(
                Cell(
                    value=said[state].value, role=Role.MESSAGE, formula=_chosen(f"headline{place}")
                ),
            )
        )
        for place, said in enumerate(_headlines(edition, live))
    )


def _number(count: int) -> str:
    return "+".join(("1",) * count)


def _chosen(name: str) -> str:
    """Return the formula of what is said in the state that the workbook is in."""
    first, last = (f"checks.{name}.{state}" for state in (STATES[0], STATES[-1]))
    return f"INDEX([{first}..{last}@value],[checks.state@value]+1)"


def _verdicts(edition: Edition, typed: str) -> Mapping[str, Sentence]:
    """Return the verdict of each state."""
    others = "".join(
        f'&IF([checks.changed@value]>{_number(n - 1)},"; "&[checks.change{n}@value],"")'
        for n in range(2, NAMED + 1)
    )
    more = f'&IF([checks.changed@value]>{_number(NAMED)},"; …","")'
    names = ("", f"[checks.change1@value]{others}{more}")
    found = ("", f"INDEX([{typed}@A],MATCH(0,[{typed}@value],0))")
    unusable = Sentence.of(edition, verdicts.STATE_UNUSABLE, name=found)
    failed = edition.say(verdicts.SOME_FAIL)
    return {
        "run": Sentence(edition.say(verdicts.AS_RUN)),
        "changed": Sentence.of(edition, verdicts.STATE_CHANGED, names=names),
        "error": Sentence(failed, f'IF([checks.unusable@value]>0,{unusable.formula},"{failed}")'),
    }


def _headlines(edition: Edition, live: Sequence[Live]) -> Iterator[Mapping[str, Sentence]]:
    """Yield the sentences of the first sheet by state, and what they are made of."""
    known = {figure.key: figure.now.period for figure in live}

    def share(value: Known, cell: str) -> tuple[str, str]:
        told = rounded(100 * value, 0) if isinstance(value, float) else 0.0
        return f"{told:.0f}", f"ROUND(100*MAX(0,{cell}),0)"  # a blank is no number, and 0 here

    met, holds = (share(known[key], f"[whatif.{key}@value]") for key in ("met", "holds"))
    confidence = edition.scenario.assumptions.confidence
    reserve_now = float(known["reserve"] or 0)
    nothing = Sentence.of(edition, verdicts.NOTHING_CHANGED, period=edition.period, holds=holds)
    booked = Sentence.of(edition, verdicts.MET_CHANGED, period=edition.period, met=met)
    reserve = Sentence.of(
        edition,
        verdicts.RESERVE_CHANGED,
        reserve=_in_millions(edition, reserve_now),
        confidence=share(confidence, "[confidence@value]"),
    )
    first, second = run_sentences(edition)
    changed = Sentence(
        (nothing if known["met"] is None else booked).value,
        f'IF([whatif.met@value]="",[{HEADLINE}.nothing@value],[{HEADLINE}.booked@value])',
    )
    wrong = Sentence(edition.say(verdicts.SOME_FAIL), "[checks.said.error@value]")
    yield {"run": Sentence(first), "changed": changed, "error": wrong} | {
        "nothing": nothing,
        "booked": booked,
    }
    yield {"run": Sentence(second), "changed": reserve, "error": Sentence("", '""')}


def _in_millions(edition: Edition, value: float) -> tuple[str, str]:
    """Return an amount as a sentence of the run says it, and the formula of the same."""
    language, (millions, units) = edition.language, _in_figures(edition, value)

    def said(number: str, *, in_millions: bool) -> str:
        phrase = AMOUNT_IN_MILLIONS if in_millions else AMOUNT_IN_UNITS
        currency = currency_name(edition.currency, language)
        return phrase(language, number=number, currency=currency)

    is_large = rounded(value / 1000, 0) >= 1000
    now = said(millions if is_large else units, in_millions=is_large)
    large, small = (
        '"' + said(f'"&[checks.reserve.{name}@value]&"', in_millions=name == "millions") + '"'
        for name in ("millions", "units")
    )
    return now, f"IF(ROUND([whatif.reserve@value],0)>=1000,{large},{small})"


def _in_figures(edition: Edition, value: float) -> tuple[str, str]:
    """Write an amount in millions, and with three figures of what is less."""
    step = next((step for step in (1000, 100, 10) if value >= 100 * step), 1)
    units = step * rounded(value / step, 0)
    millions = number(value / 1_000_000, edition.language, 1)
    return millions, number(units, edition.language)


def _written_figures(edition: Edition, value: float) -> Iterator[Row]:
    """Yield the marks of the program, and the reserve with those of the workbook's language."""
    thousands, decimals = marks(edition.language)
    for key, phrase, mark, written in (
        ("thousands", verdicts.THOUSANDS_MARK, ",", 'SUBSTITUTE(FIXED(1000,0),"1","")'),
        ("decimal", verdicts.DECIMAL_MARK, ".", "FIXED(0,1)"),
    ):
        said = Sentence(mark, f'""&SUBSTITUTE({written},"0","")')
        yield _line(edition, (key, phrase), said)
    own = 'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({0},{1},"_"),{2},"{3}"),"_","{4}")'
    cell, program = "[whatif.reserve@value]", ("[checks.thousands@value]", "[checks.decimal@value]")
    decimals_left = f"({cell}<100)+(100*{cell}<1000)+({cell}<1)"  # of thousands: three figures
    in_units = f'""&FIXED(1000*ROUND({cell},{decimals_left}),0)'
    millions, units = _in_figures(edition, value)
    for key, phrase, now, formula in (
        ("millions", verdicts.RESERVE_IN_MILLIONS, millions, f'""&FIXED({cell}/1000,1)'),
        ("units", verdicts.RESERVE_IN_UNITS, units, in_units),
    ):
        said = Sentence(now, own.format(formula, *program, decimals, thousands))
        yield _line(edition, (f"reserve.{key}", phrase), said)


def run_sentences(edition: Edition) -> tuple[str, str]:
    """Return the run's answer: how likely, and what reserve makes the budget hold."""
    outcome, assumptions = edition.results.portfolio, edition.scenario.assumptions
    language, met = edition.language, outcome.probability_booked_met_period
    if met is None:
        holds = percent(outcome.probability_budget_holds_period, language)
        first = edition.say(
            answers.NOTHING_BOOKED_MESSAGE, period=edition.period, probability=holds
        )
    else:
        first = edition.say(
            answers.MET_MESSAGE,
            period=edition.period,
            probability=percent(met, language),
            frequency=frequency(met, language),
        )
    free = outcome.reserve_period <= HALF_AN_ORE
    second = edition.say(
        answers.NO_RESERVE_MESSAGE if free else answers.RESERVE_MESSAGE,
        reserve=amount(outcome.reserve_period, assumptions.currency, language),
        confidence=percent(assumptions.confidence, language),
    )
    return first, second


def _states(edition: Edition, name: str, sentences: Mapping[str, Sentence]) -> Iterator[Row]:
    return (
        _line(edition, (f"{name}.{state}", verdicts.STATES[state]), sentence)
        for state, sentence in sentences.items()
    )


def _line(
    edition: Edition,
    named: tuple[str, Text],
    said: Sentence,
    role: Role = Role.CALCULATED,
    **values: object,
) -> Row:
    key, phrase = named
    told = Cell(value=said.value, role=role, formula=said.formula)
    return Row(key=f"checks.{key}", cells=(text(edition.say(phrase, **values)), None, None, told))


def _count(edition: Edition, named: tuple[str, Text], formula: str, value: int = 0) -> Row:
    key, phrase = named
    role = Role.CALCULATED if formula else Role.GIVEN
    cell = Cell(value=value, figure=Figure.COUNT, role=role, formula=formula)
    unit = text(edition.say(sheets.COUNT_UNIT))
    return Row(key=f"checks.{key}", cells=(text(edition.say(phrase)), None, unit, cell))
