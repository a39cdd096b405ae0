"""Colours that the colour-blind can tell apart, that survive a grey printer, and that can be read.

References
----------
WCAG 2.2, contrast ratio: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
Machado, Oliveira, Fernandes (2009), A physiologically-based model for simulation of color vision
deficiency, IEEE TVCG 15(6): matrices for full severity.

"""

from itertools import combinations

import numpy as np
import pytest
from matplotlib.patches import Polygon
from numpy.typing import NDArray

from innobudget.report import theme
from innobudget.report.drawing import lettering
from innobudget.report.drawing.canvas import WIDTH, Canvas

Colour = NDArray[np.float64]

MACHADO = {
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
INKS = {
    "title": theme.DARK_BLUE,
    "text": theme.DARK_GREY,
    "below the wanted confidence": theme.BELOW_COLOUR,
    "outcome": theme.OUTCOME_COLOUR,
    "bands": theme.MID_BLUE,
}
SIGNS = {
    "plan": theme.PLAN_COLOUR,
    "outcome": theme.OUTCOME_COLOUR,
    "below the wanted confidence": theme.BELOW_COLOUR,
    "loss": theme.LOSS_COLOUR,
    "range": theme.RANGE_COLOUR,
    "better": theme.BETTER_COLOUR,
    "safe": theme.SAFE_COLOUR,
    "edge of the bands": theme.MID_BLUE,
}
SIDE_BY_SIDE = [
    (theme.LOSS_COLOUR, theme.BETTER_COLOUR),
    (theme.LOSS_COLOUR, theme.FAN_COLOURS[1]),
    (theme.BETTER_COLOUR, theme.FAN_COLOURS[1]),
    (theme.RANGE_COLOUR, theme.OUTCOME_COLOUR),
    (theme.FAN_COLOURS[0], theme.FAN_COLOURS[1]),
    (theme.FAN_COLOURS[1], theme.OUTCOME_COLOUR),
    (theme.BETTER_COLOUR, theme.OUTCOME_COLOUR),
    (theme.SAFE_COLOUR, theme.DARK_GREY),
    (theme.BELOW_COLOUR, theme.OUTCOME_COLOUR),
    (theme.DARK_GREY, theme.RANGE_COLOUR),
]
"""Fills that touch or are compared within one chart, with nothing but colour between them."""
TOLD_APART = 15.0
"""In CIELAB; a just noticeable difference is about 2.3."""


def linear(code: str) -> Colour:
    """Return a colour's linear light, 0 to 1."""
    parts = np.array([int(code[place : place + 2], 16) / 255 for place in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def luminance(light: Colour) -> float:
    return float(light @ [0.2126, 0.7152, 0.0722])


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(linear(one)), luminance(linear(other))))
    return (high + 0.05) / (low + 0.05)


def lab(light: Colour) -> Colour:
    """Return CIELAB for daylight D65."""
    to_xyz = np.array(
        [
            [0.4124564, 0.3575761, 0.1804375],
            [0.2126729, 0.7151522, 0.0721750],
            [0.0193339, 0.1191920, 0.9503041],
        ]
    )
    ratios = to_xyz @ light / np.array([0.95047, 1.0, 1.08883])
    x, y, z = np.where(ratios > 0.008856, np.cbrt(ratios), 7.787 * ratios + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def distance(one: str, other: str, matrix: Colour) -> float:
    seen = [lab(np.clip(matrix @ linear(code), 0, 1)) for code in (one, other)]
    return float(np.linalg.norm(seen[0] - seen[1]))


@pytest.mark.parametrize("name", INKS)
def test_text_can_be_read_on_white(name: str) -> None:
    assert contrast(INKS[name], theme.WHITE) >= 4.5


@pytest.mark.parametrize("name", SIGNS)
def test_signs_stand_out_from_white(name: str) -> None:
    assert contrast(SIGNS[name], theme.WHITE) >= 3


def test_grey_text_can_be_read_on_the_shade() -> None:
    assert contrast(theme.DARK_GREY, theme.SHADE_COLOUR) >= 7
    assert contrast(theme.DARK_GREY, theme.FAN_COLOURS[0]) >= 7


@pytest.mark.parametrize("pair", SIDE_BY_SIDE)
@pytest.mark.parametrize("sight", ["normal", *MACHADO])
def test_the_colour_blind_tell_neighbours_apart(pair: tuple[str, str], sight: str) -> None:
    matrix = np.array(MACHADO.get(sight, np.eye(3).tolist()))
    assert distance(*pair, matrix) >= TOLD_APART


@pytest.mark.parametrize("pair", SIDE_BY_SIDE)
def test_neighbours_differ_in_grey(pair: tuple[str, str]) -> None:
    assert contrast(*pair) >= 1.25


def test_only_the_source_line_is_smaller_than_what_the_back_row_reads() -> None:
    """Sizes are points of a slide 13.3 inches wide."""
    assert pytest.approx(13.33, abs=0.01) == WIDTH / 72
    sizes = {name: getattr(theme, name) for name in ("LEAD_SIZE", "SHOWN_SIZE", "LABEL_SIZE")}
    assert min(sizes.values()) >= 16
    assert theme.SOURCE_SIZE == 12
    assert min(theme.TITLE_SIZES) > theme.LEAD_SIZE
    assert list(theme.TITLE_SIZES) == sorted(theme.TITLE_SIZES, reverse=True)
    on_a4 = 595.0 / WIDTH
    assert min(sizes.values()) * on_a4 >= 9


def test_a_loss_is_hatched_so_that_it_differs_without_colour() -> None:
    canvas = Canvas.slide()
    corners = [(0.0, 0.0), (0.0, 9.0), (9.0, 9.0)]
    for fill in (theme.LOSS_COLOUR, theme.BETTER_COLOUR, theme.OUTCOME_COLOUR):
        canvas.area(corners, fill, name=fill)
    hatched = {patch.get_gid() for patch in canvas.figure.findobj(Polygon) if patch.get_hatch()}
    assert hatched == {theme.LOSS_COLOUR}


def test_the_fonts_are_those_that_ship_with_matplotlib() -> None:
    for bold in (False, True):
        path = lettering.font_file(bold=bold)
        assert path.is_file()
        assert "matplotlib" in path.parts
        assert lettering.font(12.0, bold=bold).get_name() == "DejaVu Sans"


def test_the_fonts_have_every_letter_that_reports_use() -> None:
    for one, other in combinations("æøåÆØÅ−≥≤Δ–…·←→<>%", 2):
        assert lettering.width(one + other, 10) > 0
        assert lettering.width(one, 10) == pytest.approx(
            lettering.width(one + other, 10) - lettering.width(other, 10)
        )


def test_text_is_broken_into_lines_that_fit_and_cut_only_where_it_must() -> None:
    text = "Sandsynligheden for, at de indregnede besparelser i 2026 indfries, er 63 pct."
    for room in (90.0, 150.0, 400.0):
        broken = lettering.wrapped(text, 15, room)
        assert lettering.width(broken, 15) <= room
        if "…" not in broken:
            assert broken.replace("\n", " ") == text
    cut = lettering.at_most(text, 15, 200, count=2)
    assert cut.count("\n") == 1
    assert cut.endswith("…")
    assert lettering.width(cut, 15) <= 200
    assert lettering.shortened("kort", 15, 200) == "kort"


def test_small_words_do_not_end_a_line() -> None:
    for room in range(60, 300, 7):
        for line in lettering.lines("tjent hjem i 2030 i 8 af 10", 12, room):
            assert not line.endswith((" i", " af"))
