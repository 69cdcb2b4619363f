"""The look is data: every theme keeps the contrasts of WCAG 2.1, every size grows with the zoom."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from dxdesk.paths import RESOURCES
from ui import theme

THEMES = theme.themes()
ON_PAGES = ("window", "surface", "sunken")
TEXTS = [
    *((ink, ground) for ink in ("text", "muted") for ground in ON_PAGES),
    *((ink, ground) for ink in ("danger", "warning", "good", "info") for ground in ON_PAGES),
    *((f"{ink}", f"{ink}_soft") for ink in ("danger", "warning", "good", "info")),
    *(("text", f"{tone}_soft") for tone in ("danger", "warning", "good", "info", "accent")),
    ("link", "surface"),
    ("link", "window"),
    ("on_accent", "accent"),
    ("on_danger", "danger_fill"),
    ("side_text", "side"),
    ("side_active_text", "side_active"),
]
SHAPES = [
    *(("field_border", ground) for ground in ON_PAGES),
    *(("focus", ground) for ground in ON_PAGES),
    ("side_focus", "side"),
    *((bar, "surface") for bar in ("bar_received", "bar_resolved")),
    ("disabled", "surface"),
]


def luminance(color: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    shown = QColor(color)
    red, green, blue = shown.redF(), shown.greenF(), shown.blueF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", THEMES)
def test_words_can_be_read_in_every_theme(name: str) -> None:
    worn = THEMES[name]
    assert {
        (ink, ground): round(contrast(getattr(worn, ink), getattr(worn, ground)), 2)
        for ink, ground in TEXTS
        if contrast(getattr(worn, ink), getattr(worn, ground)) < 4.5
    } == {}


@pytest.mark.parametrize("name", THEMES)
def test_borders_of_fields_and_the_focus_can_be_seen_in_every_theme(name: str) -> None:
    worn = THEMES[name]
    assert {
        (ink, ground): round(contrast(getattr(worn, ink), getattr(worn, ground)), 2)
        for ink, ground in SHAPES
        if contrast(getattr(worn, ink), getattr(worn, ground)) < 3
    } == {}


def test_contrast_is_measured_as_the_standard_measures_it() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("name", THEMES)
def test_every_colour_is_one(name: str) -> None:
    colors = [getattr(THEMES[name], f.name) for f in fields(theme.Theme)][3:]
    assert [color for color in colors if not re.fullmatch("#[0-9a-f]{6}", color)] == []


@pytest.mark.parametrize("name", THEMES)
def test_every_drawing_that_the_style_sheet_names_is_there(name: str) -> None:
    named = re.findall(r'url\("(.+?)"\)', theme.style_sheet(THEMES[name]))
    assert len(named) >= 5
    assert [path for path in named if not path.startswith(RESOURCES.as_posix())] == []
    assert [path for path in named if not Path(path).is_file()] == []


def test_type_and_spacing_grow_together() -> None:
    sheet = theme.style_sheet(THEMES["light"], zoom=2.0)
    once = theme.style_sheet(THEMES["light"])
    assert "font-size: 17.00pt" in once
    assert "font-size: 34.00pt" in sheet
    assert "padding: 6px 14px" in once
    assert "padding: 12px 28px" in sheet


def test_a_line_never_vanishes_when_type_is_made_smaller() -> None:
    assert "1px solid" in theme.style_sheet(THEMES["light"], zoom=0.5)
