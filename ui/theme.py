"""Every colour, size and font of the application, and the style sheet made of them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtCore import QDir, Qt, QTemporaryDir
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from ui import icons

_RESOURCES = Path(__file__).parent.parent / "resources"
FAMILY = "Vazirmatn"

# Logical pixels.
RADIUS = 8
CONTROL = 36
ICON = 18
NAVIGATION_WIDTH = 232
PANEL_WIDTH = 300


class Theme(StrEnum):
    """Light or dark."""

    LIGHT = "light"
    DARK = "dark"


class Tone(StrEnum):
    """What a text or a mark means, told by its colour and never by that alone."""

    TEXT = "text"
    QUIET = "quiet"
    PRIMARY = "primary"
    ACCENT = "accent"
    GOOD = "good"
    LATE = "late"
    BROKEN = "broken"


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


@dataclass(frozen=True)
class Colours:
    """The inks of one theme, as "#RRGGBB".

    `…_text` is for words on surface, raised or the tint of the same name; the plain one is for marks.
    """

    surface: str
    raised: str
    hover: str
    line: str
    edge: str
    text: str
    quiet: str
    primary: str
    primary_hover: str
    on_primary: str
    primary_tint: str
    accent: str
    accent_text: str
    accent_tint: str
    good: str
    good_text: str
    good_tint: str
    late: str
    late_text: str
    late_tint: str
    broken: str
    broken_text: str
    broken_tint: str

    def word(self, tone: Tone) -> str:
        """Return the colour in which words of that tone are legible."""
        return {
            Tone.TEXT: self.text,
            Tone.QUIET: self.quiet,
            Tone.PRIMARY: self.primary,
            Tone.ACCENT: self.accent_text,
            Tone.GOOD: self.good_text,
            Tone.LATE: self.late_text,
            Tone.BROKEN: self.broken_text,
        }[tone]

    def tint(self, tone: Tone) -> str:
        """Return the ground on which words of that tone stand in a chip or a notice."""
        return {
            Tone.TEXT: self.hover,
            Tone.QUIET: self.hover,
            Tone.PRIMARY: self.primary_tint,
            Tone.ACCENT: self.accent_tint,
            Tone.GOOD: self.good_tint,
            Tone.LATE: self.late_tint,
            Tone.BROKEN: self.broken_tint,
        }[tone]


_COLOURS = {
    Theme.LIGHT: Colours(
        surface="#FAF9F6",
        raised="#FFFFFF",
        hover="#F3F1EC",
        line="#E4E1DA",
        edge="#8B9398",
        text="#1E2528",
        quiet="#5B6469",
        primary="#0F6E73",
        primary_hover="#0B5B5F",
        on_primary="#FFFFFF",
        primary_tint="#E3F0EF",
        accent="#B7791F",
        accent_text="#8A5710",
        accent_tint="#FBF0DC",
        good="#2F7D4F",
        good_text="#27693F",
        good_tint="#E4F2E9",
        late="#B7791F",
        late_text="#8A5710",
        late_tint="#FBF0DC",
        broken="#B3392F",
        broken_text="#B3392F",
        broken_tint="#FBE6E3",
    ),
    Theme.DARK: Colours(
        surface="#171A1C",
        raised="#1F2326",
        hover="#2A2F33",
        line="#343A3E",
        edge="#737C81",
        text="#ECEAE4",
        quiet="#A4ADB1",
        primary="#4FB3B5",
        primary_hover="#6CC0C2",
        on_primary="#06292B",
        primary_tint="#1E3335",
        accent="#E0A94A",
        accent_text="#E0A94A",
        accent_tint="#3A2E18",
        good="#6CC08D",
        good_text="#6CC08D",
        good_tint="#1D3327",
        late="#E0A94A",
        late_text="#E0A94A",
        late_tint="#3A2E18",
        broken="#EF8A80",
        broken_text="#EF8A80",
        broken_tint="#3F2422",
    ),
}
_theme = Theme.LIGHT


def current_theme() -> Theme:
    """Return the theme that was applied last."""
    return _theme


def colours(theme: Theme | None = None) -> Colours:
    """Return the inks of a theme, or of the present one."""
    return _COLOURS[theme or _theme]


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
    """Dress the whole application, also while it runs."""
    global _theme
    _theme = theme
    inks = colours()
    _load_fonts()
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setFont(font())
    app.setPalette(_palette(inks))
    icons.set_inks(_icon_inks(inks))
    app.setStyleSheet(_style_sheet(theme))


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
