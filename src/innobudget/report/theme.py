"""How reports look: colours, fonts, number formats; the only place with looks.

References
----------
Government Analysis Function, Data visualisation: colours,
https://analysisfunction.civilservice.gov.uk/policy-store/data-visualisation-colours-in-charts/

"""

DARK_BLUE = "#12436D"
TURQUOISE = "#28A197"
DARK_PINK = "#801650"
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
GAP_COLOUR = DARK_PINK
"""A hole in the budget, and the reserve against it."""

CHART_FONT = "DejaVu Sans"
"""Ships with matplotlib and has æ, ø, å, −, ≥ and Δ."""
