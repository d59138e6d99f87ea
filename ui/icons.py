"""Line icons from resources/icons: tinted for the theme, mirrored where the reading direction asks for it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

FOLDER = Path(__file__).parent.parent / "resources" / "icons"
# Lucide draws with 2; beside Vazirmatn at 400 a thinner line has the same weight as the letters.
_STROKE = "1.75"
_REMEMBERED = "manshurIcon"

_inks: dict[str, str] = {}
_pixmaps: dict[tuple[str, str, int, float, int], QPixmap] = {}
Target: TypeAlias = QAbstractButton | QAction | QLabel


@cache
def _rows() -> tuple[frozenset[str], dict[str, str]]:
    """Return the file names that are mirrored, and the file name of each meaning."""
    table = tomllib.loads((FOLDER / "icons.toml").read_text(encoding="utf-8"))
    return frozenset(table["mirrored"]), table["meanings"]


def names() -> tuple[str, ...]:
    """Return every name that `icon` takes: meanings, then file names, each group sorted."""
    return (*sorted(_rows()[1]), *sorted(path.stem for path in FOLDER.glob("*.svg")))


def set_inks(inks: Mapping[str, str]) -> None:
    """Take the colour of each role and draw every icon that is in use again."""
    _inks.clear()
    _inks.update(inks)
    _source.cache_clear()
    refresh()


def svg(name: str, colour: str) -> str:
    """Return the icon as SVG text in one colour.

    Raises:
        FileNotFoundError: no icon has that name.
    """
    return _source(_rows()[1].get(name, name)).replace("currentColor", colour)


@cache
def _source(file_name: str) -> str:
    text = (FOLDER / f"{file_name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', f'stroke-width="{_STROKE}"')


def is_mirrored(name: str) -> bool:
    """Whether the icon is drawn flipped at the moment."""
    mirrored, meanings = _rows()
    return meanings.get(name, name) in mirrored and _is_rtl()


def _is_rtl() -> bool:
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def pixmap(name: str, role: str = "text", size: int = 18, ratio: float = 0, gap: int = 0) -> QPixmap:
    """Return the icon as it is painted, kept until theme or direction change.

    Args:
        name: a meaning from icons.toml, or the name of a file.
        role: whose ink is used: text, quiet, primary, on_primary, accent, good, late or broken.
        size: of the square it is drawn for, in logical pixels.
        ratio: device pixels a logical pixel; 0 stands for the highest of the application's screens.
        gap: empty room after the icon, in reading direction.
    """
    key = (name, role, size, ratio or _ratio(), gap)
    if key not in _pixmaps:
        _pixmaps[key] = _drawn(*key)
    return _pixmaps[key]


def _drawn(name: str, role: str, size: int, ratio: float, gap: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # only a program that draws pays for it

    picture = QPixmap(round((size + gap) * ratio), round(size * ratio))
    picture.fill(QColor(Qt.GlobalColor.transparent))
    side = picture.height()
    painter = QPainter(picture)
    painter.translate(picture.width() - side if _is_rtl() else 0, 0)
    if is_mirrored(name):
        painter.setTransform(QTransform(-1, 0, 0, 1, side, 0), True)
    drawing = QSvgRenderer(QByteArray(svg(name, _inks.get(role, "#808080")).encode()))
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _ratio() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


def icon(name: str, role: str = "text", size: int = 18, gap: int = 0) -> QIcon:
    """Return the icon for buttons, actions and models; arguments as for `pixmap`."""
    made = QIcon(pixmap(name, role, size, gap=gap))
    made.addPixmap(pixmap(name, "quiet", size, gap=gap), QIcon.Mode.Disabled)
    return made


def set_icon(target: Target, name: str, role: str = "text", size: int = 18, gap: int = 0) -> None:
    """Show the icon on a button, an action or a label, and again whenever theme or direction change.

    An empty name takes the icon away.
    """
    target.setProperty(_REMEMBERED, [name, role, size, gap])
    _draw(target, name, role, size, gap)


def _draw(target: Target, name: str, role: str, size: int, gap: int) -> None:
    if isinstance(target, QLabel):
        target.setPixmap(pixmap(name, role, size, gap=gap) if name else QPixmap())
        return
    target.setIcon(icon(name, role, size, gap) if name else QIcon())
    if isinstance(target, QAbstractButton):
        target.setIconSize(QSize(size + gap, size))


def refresh() -> None:
    """Draw every remembered icon again, in the present theme and direction."""
    _pixmaps.clear()
    if not isinstance(QApplication.instance(), QApplication):
        return
    for widget in QApplication.allWidgets():
        for target in (widget, *widget.actions()):
            remembered = target.property(_REMEMBERED)
            if remembered and isinstance(target, QAbstractButton | QAction | QLabel):
                name, role, size, gap = remembered
                _draw(target, name, role, size, gap)
