"""Every colour, size and font of the application, and the style sheet made of them."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtCore import QDir, QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui import icons
from ui.colours import COLOURS, IS_FUSION
from ui.colours import Colours as Colours
from ui.colours import Theme as Theme
from ui.colours import Tone as Tone

_RESOURCES = Path(__file__).parent.parent / "resources"
FAMILY = "Vazirmatn"

# Logical pixels.
RADIUS = 8
CONTROL = 36
ICON = 18
NAVIGATION_WIDTH = 232
PANEL_WIDTH = 300


class TextRole(StrEnum):
    """The five sizes of text."""

    SMALL = "small"
    BODY = "body"
    TITLE = "title"
    HEADING = "heading"
    DISPLAY = "display"


_POINTS = {
    TextRole.SMALL: 9.5,
    TextRole.BODY: 11.0,
    TextRole.TITLE: 13.0,
    TextRole.HEADING: 16.0,
    TextRole.DISPLAY: 22.0,
}
_STRONG = frozenset({TextRole.TITLE, TextRole.HEADING, TextRole.DISPLAY})


_theme: Theme | None = None


class Herald(QObject):
    """Tells that every widget will be dressed anew, about a millisecond each, and that it is done."""

    redressing = Signal()
    redressed = Signal()


@cache
def herald() -> Herald:
    """Return the one herald of the program."""
    return Herald()


def current_theme() -> Theme:
    """Return the theme that was applied last."""
    return _theme or Theme.LIGHT


def colours(theme: Theme | None = None) -> Colours:
    """Return the inks of a theme, or of the present one."""
    return COLOURS[theme or current_theme()]


def space(steps: float) -> int:
    """Return a distance in logical pixels; one step is 4."""
    return round(4 * steps)


def font(role: TextRole = TextRole.BODY, strong: bool | None = None) -> QFont:
    """Return the font of a role; the three large roles are semi-bold unless told otherwise."""
    made = QFont(FAMILY)
    made.setPointSizeF(_POINTS[role])
    heavy = role in _STRONG if strong is None else strong
    made.setWeight(QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)
    return made


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2 counts it."""
    dark, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet reads, and let it take effect."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    # A widget polished before its first showing loses a font that it is given in between.
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def set_role(widget: QWidget, role: TextRole, tone: Tone = Tone.TEXT, strong: bool | None = None) -> None:
    """Give a label its size and its colour."""
    set_property(widget, "tone", tone.value)
    widget.setFont(font(role, strong))


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress the whole application, also while it runs; nothing happens where it is dressed so already."""
    global _theme
    # Setting the same sheet again would polish every widget that is alive.
    if _theme is theme:
        return
    herald().redressing.emit()
    _theme = theme
    inks = colours()
    _load_fonts()
    # Qt takes the argument that asks for a style out of the list; asking the style itself would cost more.
    if not app.property(IS_FUSION):
        app.setStyle("Fusion")
        app.setProperty(IS_FUSION, True)
    app.setFont(font())
    app.setPalette(_palette(inks))
    icons.set_inks(_icon_inks(inks))
    app.setStyleSheet(_style_sheet(theme))
    herald().redressed.emit()


@cache
def _load_fonts() -> None:
    for weight in ("Regular", "SemiBold"):
        QFontDatabase.addApplicationFont(str(_RESOURCES / "fonts" / f"{FAMILY}-{weight}.ttf"))


def _icon_inks(inks: Colours) -> dict[str, str]:
    names = ("text", "quiet", "primary", "on_primary", "accent", "good", "late", "broken")
    return {name: getattr(inks, name) for name in names}


def _palette(inks: Colours) -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette(QColor(inks.raised), QColor(inks.surface))
    rows = {
        inks.surface: (role.Window,),
        inks.raised: (role.Base, role.Button, role.ToolTipBase),
        inks.hover: (role.AlternateBase, role.Midlight),
        inks.line: (role.Mid, role.Light, role.Dark),
        inks.text: (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText),
        inks.quiet: (role.PlaceholderText,),
        inks.primary: (role.Highlight, role.Link, role.LinkVisited, role.Accent),
        inks.on_primary: (role.HighlightedText,),
    }
    for colour, roles in rows.items():
        for one in roles:
            palette.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, one, QColor(inks.quiet))
    return palette


@cache
def _picture_folder() -> QTemporaryDir:
    """Return a folder that lasts as long as the program: style sheets take pictures only from files."""
    return QTemporaryDir(QDir.tempPath() + "/manshur-style-XXXXXX")


def _picture(theme: Theme, name: str, colour: str) -> str:
    path = Path(_picture_folder().path()) / f"{theme}-{name}-{colour[1:]}.svg"
    if not path.exists():
        path.write_text(icons.svg(name, colour), encoding="utf-8")
    return path.as_posix()


@cache
def _style_sheet(theme: Theme) -> str:
    inks = colours(theme)
    pictures = {
        "picture_check": _picture(theme, "check", inks.on_primary),
        "picture_dash": _picture(theme, "minus", inks.on_primary),
        "picture_down": _picture(theme, "chevron-down", inks.quiet),
        "picture_up": _picture(theme, "chevron-up", inks.quiet),
        "picture_leading": _picture(theme, "chevron-left", inks.quiet),
        "picture_trailing": _picture(theme, "chevron-right", inks.quiet),
        "picture_close": _picture(theme, "x", inks.quiet),
        "picture_checked": _picture(theme, "check", inks.primary),
    }
    sizes = {
        "radius": RADIUS,
        "family": FAMILY,
        **{f"points_{role}": points for role, points in _POINTS.items()},
    }
    template = Template((_RESOURCES / "styles" / "manshur.qss").read_text(encoding="utf-8"))
    return template.substitute(asdict(inks), **sizes, **pictures)
