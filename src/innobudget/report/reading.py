"""How a budget spreadsheet was read, on one screen."""

from collections.abc import Iterator
from dataclasses import dataclass

from innobudget.domain.reading import BudgetReading, ControlTotal
from innobudget.domain.scenario import Language
from innobudget.errors import describe
from innobudget.messages import Text, counted, said, say
from innobudget.report.layout_text import aligned
from innobudget.report.words.numbers import number
from innobudget.report.words.terminal import AREAS, LINES, LINES_IN_AREAS

SHOWN = 12
DIRECTIONS = {"expenditure": say("expenditure"), "income": say("income")}
NET = say("{lines}, net {net} in {year}")
HOW_TO_CHANGE = say(
    "To change this reading: --write-mapping mapping.toml, correct it, --mapping mapping.toml."
)
HOW_TO_ANSWER = say(
    "To answer: innobudget budget {file} --write-mapping mapping.toml,\n"
    "correct and confirm it, then give it as --mapping mapping.toml."
)


def reading_text(reading: BudgetReading, language: Language) -> str:
    """Say what was read, what it adds up to, what was left out and what is doubtful."""
    told = _Reading(reading, language)
    if reading.verdict != "budget":
        return "\n".join(told.question())
    parts = [
        told.what(),
        told.totals(),
        told.control_totals(),
        told.left_out(),
        told.doubts(),
        [HOW_TO_CHANGE(language)],
    ]
    return "\n\n".join("\n".join(part) for part in map(list, parts) if part)


def _lines(count: int) -> Text:
    return LINES.of(count=count)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A reading, told in a language."""

    reading: BudgetReading
    language: Language

    def question(self) -> Iterator[str]:
        reading, tell = self.reading, self._tell
        refused = reading.verdict == "refused"
        verdict = say("{file}: no budget") if refused else say("{file}: needs a mapping")
        yield tell(verdict, file=reading.file)
        yield f"  {said(reading.reason, self.language)}"
        if reading.proposal:
            yield f"\n{tell(say('A mapping could say:'))}"
            for key, value in reading.proposal.items():
                yield f"  {key} = {'…' if value is None else value}"
        if reading.candidates:
            yield f"\n{tell(say('It would give:'))}"
            for found in reading.candidates:
                answer = ", ".join(f"{key} = {value}" for key, value in found.answer.items())
                net = tell(
                    NET, lines=_lines(found.lines), net=self._number(found.total), year=found.year
                )
                yield f"  {answer}: {net}"
        if not refused:
            yield f"\n{tell(HOW_TO_ANSWER, file=reading.file)}"

    def what(self) -> Iterator[str]:
        reading, tell = self.reading, self._tell
        parts = [reading.file]
        if reading.sheets:
            parts.append(
                tell(say("sheets {names}"), names=[f'"{name}"' for name in reading.sheets])
            )
        elif reading.sheet:
            parts.append(tell(say('sheet "{at}"'), at=reading.sheet))
        yield ", ".join(parts if reading.sheets else [*parts, str(reading.range)])
        year = reading.budget_year or reading.years[-1]
        unit = f"{self._number(reading.unit or 1)} {reading.currency or ''}".rstrip()
        net = tell(
            NET, lines=_lines(reading.lines), net=self._number(reading.totals[year]), year=year
        )
        yield f"  {tell(say('{net}, unit {unit}'), net=net, unit=unit)}"
        yield from aligned(
            [[f"  {tell(label)}", text] for label, text in self._facts(unit)], right=False
        )

    def _facts(self, unit: str) -> Iterator[tuple[Text, str]]:
        reading, tell = self.reading, self._tell
        if reading.encoding:
            between = say("a tab") if reading.delimiter == "\t" else f"'{reading.delimiter}'"
            fields = say("{encoding}, {delimiter} between fields")
            yield say("text"), tell(fields, encoding=reading.encoding, delimiter=between)
        yield (
            say("lines"),
            tell(LINES_IN_AREAS, lines=_lines(reading.lines), areas=AREAS.of(count=reading.areas)),
        )
        yield say("years"), ", ".join(map(str, reading.years))
        yield say("unit"), unit
        level = reading.price_level
        yield say("prices"), tell(say("of {year}", year=level) if level else say("not said"))
        yield say("sign"), str(reading.sign)
        columns = [f"{meaning} = {header!r}" for meaning, header in reading.columns.items()]
        header = say("row {row}: {columns}", row=reading.header_row, columns=columns)
        yield say("header"), tell(header)
        blank = counted(
            "{count} cell read as nothing budgeted",
            "{count} cells read as nothing budgeted",
            reading.blanks,
        )
        yield say("blank"), tell(blank)

    def totals(self) -> list[str]:
        reading = self.reading
        rows = [["", *map(str, reading.years)]]
        sums = {DIRECTIONS[name]: of for name, of in reading.totals_by_direction.items()}
        for label, amounts in {**sums, say("net"): reading.totals}.items():
            figures = [self._number(amounts[year]) for year in reading.years]
            rows.append([f"  {self._tell(label)}", *figures])
        return aligned(rows)

    def control_totals(self) -> list[str]:
        totals = self.reading.control_totals
        if not totals:
            return [self._tell(say("No totals in the file to compare with."))]
        wrong = [total for total in totals if not total.within_rounding]
        text = counted(
            "{count} total in the file, {agree} agrees with the lines.",
            "{count} totals in the file, {agree} agree with the lines.",
            len(totals),
            agree=len(totals) - len(wrong),
        )
        labels = say("place"), say("label"), say("year"), say("stated"), say("read")
        rows = [[self._tell(label) for label in (*labels, say("difference"))]]
        rows += [self._control_total(total) for total in wrong[:SHOWN]]
        return [self._tell(text), *(f"  {row}" for row in aligned(rows) if wrong)]

    def _control_total(self, total: ControlTotal) -> list[str]:
        words = [said(total.place, self.language), said(total.label, self.language)]
        figures = map(self._number, (total.stated, total.read, total.difference))
        return [*words, str(total.year), *figures]

    def left_out(self) -> list[str]:
        left_out = self.reading.left_out
        if not left_out:
            return []
        rows = [
            f"  {said(left.place, self.language)}: {said(left.reason, self.language)}"
            for left in left_out[:SHOWN]
        ]
        more = len(left_out) - SHOWN
        hidden = [f"  {self._tell(say('… and {count} more', count=more))}"] if more > 0 else []
        return [self._tell(say("Left out:")), *rows, *hidden]

    def doubts(self) -> list[str]:
        doubts = self.reading.doubts
        if not doubts:
            return [self._tell(say("No doubts."))]
        return [self._tell(say("Doubts:")), describe(doubts, self.language)]

    def _tell(self, text: Text, **values: object) -> str:
        return text(self.language, **values)

    def _number(self, value: float) -> str:
        return number(value, self.language)
