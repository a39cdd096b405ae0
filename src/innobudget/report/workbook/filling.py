"""Lines of a sheet → cells of the file, each in the look of its meaning."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from math import isfinite
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter
from xlsxwriter.core import Core
from xlsxwriter.format import Format
from xlsxwriter.packager import Packager
from xlsxwriter.worksheet import CellFormulaTuple, CellNumberTuple, Worksheet

from innobudget.domain.scenario import Language
from innobudget.errors import OutputError, Problem
from innobudget.messages import say
from innobudget.report import theme
from innobudget.report.tables import Cell, Figure, Role, Simulated, Value
from innobudget.report.workbook.charts import chart_place, insert_chart
from innobudget.report.workbook.layout import LaidSheet, SheetLine, printed_pages
from innobudget.report.workbook.references import CellPlace, References, letters, quoted
from innobudget.report.workbook.validation import allowed, untouched

PAPER_A4 = 9
ALL_CELLS = "A1:XFD1048576"
RICH_TEXT = ("<r>", "</r>")
"""XlsxWriter takes text between these for its own markup, and writes it as it is."""
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
"""Characters that XML has no room for."""
PLAIN = (int, float)
"""What a formula may give that is written as it is."""
MAY_DO = ("objects", "format_columns", "format_rows", "format_cells", "autofilter", "sort")
"""On a protected sheet; without `objects`, Excel cannot trace what a formula draws on."""


class PlainWorksheet(Worksheet):  # type: ignore[misc]
    """A sheet whose numbers and formulas, nearly all there is, are written as they are.

    XlsxWriter looks for the functions of later Excels in every formula and for signs to escape
    in every address, one after another, which takes half of the time. Ours are those of
    Excel 2007; the linter in tests sees to it.
    """

    def place(self, line: int, column: int, cell: CellNumberTuple | CellFormulaTuple) -> None:
        """Put a cell into its row; the row before is written then, as for cells of other kinds."""
        if isinstance(cell, CellNumberTuple) and not isfinite(cell.number):
            raise ValueError(cell.number)  # which damages a workbook
        if self._check_dimensions(line, column):
            raise OutputError(_too_large(self.name))
        if line > self.previous_row:
            self._write_single_row(line)
        self.table[line][column] = cell

    def _write_cell(self, row: int, col: int, cell: Any) -> None:  # noqa: ANN401 - its signature
        if isinstance(cell, CellNumberTuple):
            inside, value = "", f"{cell.number:.16G}"
        elif isinstance(cell, CellFormulaTuple) and type(cell.value) in PLAIN:
            inside, value = f"<f>{escape(cell.formula)}</f>", cell.value
        else:
            super()._write_cell(row, col, cell)
            return
        style = cell.format._get_xf_index()  # noqa: SLF001 - the library's own way
        self.fh.write(f'<c r="{letters(col)}{row + 1}" s="{style}">{inside}<v>{value}</v></c>')


def _too_large(sheet: str) -> Problem:
    return Problem(
        code="workbook-size",
        place=say('sheet "{at}"', at=sheet),
        found=say("more rows or columns than a sheet can have"),
        expected=say("at most 1,048,576 rows and 16,384 columns"),
        remedy=say("take a shorter horizon or fewer cases, or write --no-workbook"),
    )


class _Core(Core):  # type: ignore[misc]
    """A file's properties with the language that it speaks, which screen readers need."""

    def _write_dc_title(self) -> None:
        super()._write_dc_title()
        self._xml_data_element("dc:language", self.properties["language"])


class _Packager(Packager):  # type: ignore[misc]
    def _write_core_file(self) -> None:
        core = _Core()
        core._set_properties(self.workbook.doc_properties)  # noqa: SLF001 - the library's own hook
        core._set_xml_writer(self._filename("docProps/core.xml"))  # noqa: SLF001
        core._assemble_xml_file()  # noqa: SLF001


class SpeakingWorkbook(xlsxwriter.Workbook):  # type: ignore[misc]
    """A workbook whose properties say its language; XlsxWriter writes all but that."""

    def set_properties(self, properties: dict[str, object]) -> None:
        """Set the properties of the file, its `language` among them."""
        super().set_properties(properties)
        self.doc_properties["language"] = properties["language"]

    def _get_packager(self) -> Packager:
        return _Packager()


@dataclass(kw_only=True)
class Writer:
    """One workbook on its way to a file."""

    book: xlsxwriter.Workbook
    """The file."""
    references: References
    """Where every row stands."""
    language: Language
    """Of what is said when a value cannot be typed."""
    formats: dict[tuple[Role, Figure], Format] = field(default_factory=dict)
    """Every format once."""
    fills: dict[str, Format] = field(default_factory=dict)
    """Every colour of a verdict once."""

    def fill(self, colour: str) -> Format:
        """Return a format that only fills the cell."""
        if colour not in self.fills:
            self.fills[colour] = self.book.add_format({"bg_color": colour})
        return self.fills[colour]

    @cached_property
    def faint(self) -> Format:
        """What cannot be computed while an input is no number: the verdict says so."""
        return self.book.add_format({"font_color": theme.LIGHT_GREY})

    def format(self, role: Role, figure: Figure) -> Format:
        """Return the format of a cell."""
        found = self.formats.get((role, figure))
        if found is None:
            found = self.book.add_format(theme.cell_format(role, figure))
            self.formats[role, figure] = found
        return found

    def define_names(self, sheet: LaidSheet, number: int) -> None:
        """Give the cells of a sheet their names; cells of a line may share one.

        The table of the sheet that has this number has a name, too, by which programs that
        read aloud find its row and column headings.
        """
        name_of = quoted(sheet.page.name)
        width = sheet.page.printed_columns or len(sheet.page.widths)
        first, last = f"A{sheet.heading + 1}", f"{letters(width - 1)}{sheet.end}"
        region = f"TitleRegion1.{first}.{last}.{number}"
        self.book.define_name(region, f"={name_of}!$A${sheet.heading + 1}")
        for line in sheet.lines:
            found: dict[str, list[int]] = {}
            for column, cell in enumerate(line.cells):
                if cell is not None and cell.name:
                    found.setdefault(cell.name, []).append(column)
            for name, columns in found.items():
                ends = (f"${letters(at)}${line.number + 1}" for at in (columns[0], columns[-1]))
                area = ":".join(dict.fromkeys(ends))
                self.book.define_name(name, f"={name_of}!{area}")


def fill_sheet(writer: Writer, sheet: LaidSheet) -> None:
    """Add a sheet to the workbook, top to bottom."""
    page = sheet.page
    worksheet = writer.book.add_worksheet(page.name, worksheet_class=PlainWorksheet)
    _set_up(sheet, worksheet)
    for column, width in enumerate(page.widths):
        worksheet.set_column(column, column, width)
    for line in sheet.lines:
        if line.height is not None or line.level:
            worksheet.set_row(line.number, line.height, None, {"level": line.level})
        for column, cell in enumerate(line.cells):
            if cell is not None:
                _write_cell(writer, worksheet, cell, CellPlace(page.key, line.number, column))
        if line.simulated is not None:
            _write_simulated(writer, worksheet, line.number, line.simulated)
        _restrict(writer, worksheet, line)
    worksheet.conditional_format(
        sheet.start, 0, sheet.end, len(page.widths) - 1, {"type": "errors", "format": writer.faint}
    )
    for position, chart in enumerate(page.charts):
        insert_chart(writer, worksheet, chart, chart_place(sheet, position))


def _set_up(sheet: LaidSheet, worksheet: Worksheet) -> None:
    worksheet.hide_gridlines(2)
    worksheet.set_landscape()
    worksheet.set_paper(PAPER_A4)
    printed = sheet.page.printed_columns
    worksheet.fit_to_pages(printed_pages(sheet.page), 0)
    if printed:
        worksheet.print_area(0, 0, sheet.end - 1, printed - 1)
        worksheet.repeat_columns(0)
    worksheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    worksheet.set_footer("&L&F&C&A&R&P / &N")
    worksheet.repeat_rows(sheet.heading)
    worksheet.freeze_panes(sheet.scrolling, 1)
    worksheet.outline_settings(symbols_below=False)
    worksheet.protect("", dict.fromkeys(MAY_DO, True))
    worksheet.ignore_errors({"formula_range": ALL_CELLS, "number_stored_as_text": ALL_CELLS})


def _write_cell(writer: Writer, worksheet: PlainWorksheet, cell: Cell, place: CellPlace) -> None:
    style = writer.format(cell.role, cell.figure)
    at = (place.line, place.column)
    if cell.good is not None:
        for rule, colour in _verdicts(cell, f"{letters(place.column)}{place.line + 1}"):
            worksheet.conditional_format(
                *at, *at, {**rule, "format": writer.fill(colour), "stop_if_true": True}
            )
    if cell.target:
        address = writer.references.address(cell.target, cell.reach)
        worksheet.write_url(
            *at, f"internal:{address}", style, str(cell.value or address.replace("'", ""))
        )
    elif cell.formula:
        formula = writer.references.formula(cell.formula, place)
        worksheet.place(*at, CellFormulaTuple(formula, style, _saved(cell.value)))
    elif cell.value is None:
        worksheet.write_blank(*at, None, style)
    elif isinstance(cell.value, str):
        _write_text(worksheet, at, cell.value, style)
    else:
        worksheet.write_number(*at, cell.value, style)


def _verdicts(cell: Cell, address: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield what a verdict is held against, and the colour that it then has."""
    value = f'"{cell.good}"' if isinstance(cell.good, str) else cell.good
    yield {"type": "cell", "criteria": "==", "value": value}, theme.GOOD_FILL
    if cell.between:
        begins = f'=LEFT({address},{len(cell.between)})="{cell.between}"'
        yield {"type": "formula", "criteria": begins}, theme.BETWEEN_FILL
    yield {"type": "cell", "criteria": "!=", "value": value}, theme.BAD_FILL


def _saved(value: Value) -> Value:
    """Return a formula's value as a file may hold it: XlsxWriter sees to texts of its own only."""
    if value is None:
        return ""
    if isinstance(value, str):
        return CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", value)
    return value


def _write_text(worksheet: Worksheet, at: tuple[int, int], value: str, style: Format) -> None:
    if value.startswith(RICH_TEXT[0]) and value.endswith(RICH_TEXT[1]):
        worksheet.write_rich_string(*at, value[:1], style, value[1:], style)
    else:
        worksheet.write_string(*at, value, style)


def _write_simulated(
    writer: Writer, worksheet: PlainWorksheet, line: int, simulated: Simulated
) -> None:
    style = writer.format(Role.SIMULATED, Figure.FACTOR)
    for position in simulated.values.nonzero()[0].tolist():
        number = CellNumberTuple(float(simulated.values[position]), style)
        worksheet.place(line, simulated.column + position, number)


def _restrict(writer: Writer, worksheet: Worksheet, line: SheetLine) -> None:
    """Say what may be typed into the inputs of a line; neighbours share a rule."""

    def rule(numbered: tuple[int, Cell | None]) -> Any:  # noqa: ANN401 - a key to group by
        cell = numbered[1]
        if cell is None or cell.role not in (Role.INPUT, Role.GIVEN):
            return None
        return cell.role, cell.limits, cell.choices, cell.figure

    for found, members in groupby(enumerate(line.cells), rule):
        if found is not None:
            columns = [column for column, _ in members]
            cell = line.cells[columns[0]]
            if cell is not None:
                given = cell.role is Role.GIVEN
                worksheet.data_validation(
                    line.number,
                    columns[0],
                    line.number,
                    columns[-1],
                    untouched(writer.language) if given else allowed(cell, writer.language),
                )
