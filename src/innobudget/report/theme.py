"""How reports look: colours, fonts, number formats; the only place with looks.

References
----------
Government Analysis Function, Data visualisation: colours,
https://analysisfunction.civilservice.gov.uk/policy-store/data-visualisation-colours-in-charts/

"""

from collections.abc import Mapping

from innobudget.report.tables import Figure, Role

DARK_BLUE = "#12436D"
TURQUOISE = "#28A197"
DARK_PINK = "#801650"
RED = "#B3001B"
ORANGE = "#F46A25"
DARK_GREY = "#3D3D3D"
LIGHT_PURPLE = "#A285D1"
MID_BLUE = "#2073BC"
LIGHT_BLUE = "#6BACE6"
LIGHT_GREY = "#BFBFBF"
WHITE = "#FFFFFF"

PLAN_COLOUR = DARK_GREY
"""What is planned or booked; drawn as an outline."""
OUTCOME_COLOUR = DARK_BLUE
"""What is simulated; drawn solid."""

# Workbook

INPUT_FILL = "#FFF4CC"
"""Cells where a number may be typed."""
GIVEN_FILL = "#F2F2F2"
"""Typed figures that only a new run can follow."""
HEADING_FILL = DARK_BLUE
SIMULATED_INK = MID_BLUE
"""Figures from the run's trials."""
INPUT_INK = "#7A4B00"
GOOD_FILL = "#D5EFEC"
BETWEEN_FILL = "#FFE2B8"
"""What is neither: changed by whoever reads it."""
BAD_FILL = "#F3D6E4"

CHART_BELOW, CHART_BESIDE, CHART_GAP = (700, 330), (560, 235), 12
"""Width and height of a native chart below or beside tables, and the room between two. [pixels]"""

NUMBER_FORMATS: Mapping[Figure, str] = {
    Figure.TEXT: "@",
    Figure.AMOUNT: "#,##0;-#,##0;0",
    Figure.SHARE: "0 %",
    Figure.FINE_SHARE: "0.0 %",
    Figure.FINEST_SHARE: "0.00 %",
    Figure.FACTOR: "0.00",
    Figure.FINE: "0.0#######",
    Figure.COUNT: "#,##0",
    Figure.VERDICT: "0",
    Figure.YEAR: "0",
}
ROLE_FORMATS: Mapping[Role, Mapping[str, str | int | bool]] = {
    Role.LABEL: {},
    Role.TITLE: {"bold": True, "font_size": 16, "font_color": DARK_BLUE},
    Role.SECTION: {"bold": True, "font_size": 12, "font_color": DARK_BLUE},
    Role.HEADING: {
        "bold": True,
        "font_color": WHITE,
        "bg_color": HEADING_FILL,
        "valign": "vcenter",
    },
    Role.NOTE: {"font_color": DARK_GREY, "italic": True},
    Role.MESSAGE: {"bold": True, "font_size": 13},
    Role.INPUT: {
        "bg_color": INPUT_FILL,
        "font_color": INPUT_INK,
        "border": 1,
        "border_color": LIGHT_GREY,
        "locked": False,
    },
    Role.GIVEN: {"bg_color": GIVEN_FILL, "font_color": INPUT_INK},
    Role.CALCULATED: {},
    Role.TOTAL: {"bold": True, "top": 1},
    Role.SIMULATED: {"font_color": SIMULATED_INK},
    Role.CHECK: {"bold": True},
}


def cell_format(role: Role, figure: Figure) -> dict[str, str | int | bool]:
    """Return the workbook's format of a cell, in XlsxWriter's words."""
    words = figure is Figure.TEXT
    broken = role is Role.HEADING or (role is Role.LABEL and words)
    spaced = {"indent": 1} if broken and words else {}
    return {
        "valign": "top",
        "align": "left" if words else "right",
        "num_format": NUMBER_FORMATS[figure],
        **ROLE_FORMATS[role],
        **({"text_wrap": True} if broken else {}),
        **spaced,
    }


# Charts

CHART_DPI = 200
PRINT_MARGIN = 32.0
"""From the canvas's edges to what is drawn. [points]"""
TITLE_SIZES = (28.0, 24.0, 21.0)
"""The largest that fits is used. [points]"""
LEAD_SIZE = 18.0
SHOWN_SIZE = 16.0
LABEL_SIZE = 16.0
"""Nothing but the source line is smaller: it is read at the back row, 13.3 inches wide."""
SOURCE_SIZE = 12.0
FIGURE_SIZE = 32.0
"""Of the overview's key figures. [points]"""
GRID_COLOUR = "#DADADA"
SHADE_COLOUR = "#F1F1F1"
RANGE_COLOUR = "#4A8CC9"
"""What eight in ten futures give, around the dark middle."""
FAN_COLOURS = ("#C9DDF0", "#7FB0DE")
"""From the outermost band inwards; the band's edges are drawn in `MID_BLUE`."""
BELOW_COLOUR = RED
"""Below the wanted confidence; nothing else is red."""
LOSS_COLOUR = "#B04A12"
"""What is lost or missing; always hatched, so that it differs in grey too."""
BETTER_COLOUR = "#238F86"
"""What is gained or safe."""
SAFE_COLOUR = BETTER_COLOUR
"""The safe booking: a diamond with a dark outline."""
