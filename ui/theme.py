"""The look: palettes and the style sheet are data (resources/theme), this applies them."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from string import Template
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from dxdesk.paths import RESOURCES
from ui import fonts

FOLDER = RESOURCES / "theme"
SMALLEST, LARGEST = 0.85, 2.0
ZOOMS = (0.85, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
_SIZE = re.compile(r"(?<![\w#.])(\d+(?:\.\d+)?)(px|pt)\b")


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `#rrggbb`. What a soft colour backs is written in its strong one or in `text`."""

    key: str
    label: str
    ink: str
    """Folder of the small drawings (arrows, ticks) that show on this theme."""
    window: str
    surface: str
    sunken: str
    text: str
    muted: str
    line: str
    field_border: str
    accent: str
    on_accent: str
    accent_soft: str
    link: str
    focus: str
    side: str
    side_text: str
    side_focus: str
    side_active: str
    side_active_text: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    good: str
    good_soft: str
    info: str
    info_soft: str
    disabled: str
    bar_received: str
    bar_resolved: str
    danger_fill: str
    on_danger: str


@cache
def themes() -> Mapping[str, Theme]:
    data = tomllib.loads((FOLDER / "palettes.toml").read_text(encoding="utf-8"))
    return MappingProxyType({key: Theme(key=key, **values) for key, values in data.items()})


def apply(app: QApplication, theme: Theme, *, zoom: float = 1.0) -> None:
    """Dress the whole program; *zoom* enlarges type and spacing alike.

    What it already wears is left on: a style sheet set anew polishes every widget again.
    """
    if (app.property("theme"), app.property("zoom")) == (theme, zoom):
        return
    app.setProperty("theme", theme)
    app.setProperty("zoom", zoom)
    app.setStyle("Fusion")
    app.setPalette(_palette(theme))
    app.setFont(fonts.base(zoom))
    app.setStyleSheet(style_sheet(theme, zoom=zoom))


def style_sheet(theme: Theme, *, zoom: float = 1.0) -> str:
    text = (FOLDER / "window.qss").read_text(encoding="utf-8")
    colors = {f.name: getattr(theme, f.name) for f in fields(Theme)}
    icons = (RESOURCES / "icons" / theme.ink).as_posix()
    return Template(_zoomed(text, zoom)).substitute(colors, icons=icons)


def _zoomed(text: str, zoom: float) -> str:
    def scaled(match: re.Match[str]) -> str:
        size = float(match[1]) * zoom
        return f"{size:.2f}pt" if match[2] == "pt" else f"{max(round(size), 1 if size else 0)}px"

    return _SIZE.sub(scaled, text)


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, color in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.sunken),
        (role.Text, theme.text),
        (role.Button, theme.surface),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.on_accent),
        (role.Highlight, theme.accent_soft),
        (role.HighlightedText, theme.text),
        (role.Link, theme.link),
        (role.LinkVisited, theme.link),
        (role.ToolTipBase, theme.text),
        (role.ToolTipText, theme.surface),
        (role.PlaceholderText, theme.muted),
        (role.Accent, theme.accent),
    ):
        palette.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.disabled))
    return palette


def of_system() -> Theme:
    """As the system is now: high contrast, dark or light; light where it does not say."""
    if QGuiApplication.instance() is None:
        return themes()["light"]
    hints = QGuiApplication.styleHints()
    return themes()[key_for(hints.colorScheme(), hints.accessibility().contrastPreference())]


def key_for(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> str:
    if contrast is Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if scheme is Qt.ColorScheme.Dark else "light"


def announce(chosen: Theme | None) -> None:
    """Tell the system's own parts (title bar, file dialogs) to be dark or light too.

    None lets them be as the system is.
    """
    hints = QGuiApplication.styleHints()
    if chosen is None:
        hints.unsetColorScheme()
    else:
        dark = chosen.ink == "light"
        hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)


def current() -> Theme:
    """The theme the program wears now."""
    app = QApplication.instance()
    theme = app.property("theme") if app else None
    return theme if isinstance(theme, Theme) else themes()["light"]


def zoom_now() -> float:
    app = QApplication.instance()
    zoom = app.property("zoom") if app else None
    return float(zoom) if isinstance(zoom, float) else 1.0


def scaled(pixels: float) -> int:
    """*pixels* under the chosen zoom, for what the style sheet cannot set."""
    return round(pixels * zoom_now())


def tone(name: str) -> QColor:
    """Colour of the theme by its name: `danger`, `warning`, `good`, `info`, `muted` and so on."""
    return QColor(getattr(current(), name))
