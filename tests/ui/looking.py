"""Looking through the window: what is too wide for it, and what never passed through the catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTableView,
    QWidget,
)

from models.domain.fields import Record
from models.domain.registers import REGISTERS
from models.domain.text import LocalText
from models.localisation.languages import all_language_rows, language_pairs, paper_language_name
from models.services.company import OpenCompany
from tests.content.content_texts import texts
from tests.e2e.program import Program, let_live
from tests.scenes import Scene
from ui.widgets.labels import ElidedLabel

OPEN, CLOSE = "⟦", "⟧"
_MARKS = re.compile("[\u200e\u200f\u2066-\u2069\ufeff]")
_ISLAND = re.compile("[\u2066\u2068].*?\u2069", re.DOTALL)
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_JOINTS = re.compile(r" · |: |\n|, |\. |[()]")
_FIELDS, _NUMBERS = re.compile(r"\{\w+\}"), re.compile(r"\d+")
_ELLIPSIS = "…"
_SLACK = 20
"""Pixels that words longer than those of any language may ask for beyond their room."""
_SETTLED_MS = 20
_LOOKS = 25


def look_at(scene: Scene, program: Program, check: Callable[[], list[str]]) -> list[str]:
    """Bring a scene about and return what the check finds in it."""
    found: list[str] = []

    def look() -> None:
        found.extend(f"{scene.name}: {one}" for one in _lasting(check))
        while (over := QApplication.activePopupWidget() or QApplication.activeModalWidget()) is not None:
            over.close()

    if scene.is_dialog:
        QTimer.singleShot(0, program.window, look)
    scene.act(program)
    if not scene.is_dialog:
        look()
    return found


def _lasting(check: Callable[[], list[str]]) -> list[str]:
    """Return what a check finds once the window has come to rest: layouts may ask for room again."""
    for _look in range(_LOOKS):
        let_live(_SETTLED_MS)
        found = check()
        if not found:
            break
    return found


def visible() -> Iterator[QWidget]:
    """Yield every widget that can be seen in some window."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            yield window
            yield from (one for one in window.findChildren(QWidget) if one.isVisible() and _is_ours(one))


def _is_ours(widget: QWidget) -> bool:
    """Return whether the program words a widget itself: the names of months come from Qt."""
    around: QWidget | None = widget
    while around is not None and not isinstance(around, QCalendarWidget):
        around = around.parentWidget()
    return around is None


def scrolled_sideways() -> list[str]:
    """Return what is wider than the room it has."""
    return [
        f"{_path(one)}: {one.horizontalScrollBar().maximum()} px too wide"
        for one in visible()
        if isinstance(one, QAbstractScrollArea) and one.horizontalScrollBar().maximum() > _SLACK
    ]


def untranslated(known: str) -> list[str]:
    """Return the texts on the screen that bypassed the catalogue.

    known: all texts that are a user's or the content's, joined.
    """
    found = []
    for widget in visible():
        found += [f"{_path(widget)}: {text}" for text in _texts(widget) if _strange(text, known)]
    return found


def known_texts(company: OpenCompany) -> str:
    """Return the texts of the content, of a company and of languages, joined for `untranslated`."""
    words = [text for found in texts() for text in found.texts.values()]
    words += [word for row in all_language_rows() for word in (row.code, row.name)]
    words += [paper_language_name(pair) for pair in language_pairs()]
    for register in REGISTERS:
        for record in company.all(register.record):
            words += _words_of(record)
    # The content names numbers by fields.
    words += [_FIELDS.sub("#", word) for word in words if "{" in word]
    return "\n".join(" ".join(word.split()) for word in words)


def _words_of(record: Record) -> Iterator[str]:
    for value in vars(record).values():
        if isinstance(value, LocalText):
            yield from (text for _code, text in value.items())
        elif isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (one for one in value if isinstance(one, str))


def _texts(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, ElidedLabel):
        yield widget.whole_text()
    elif isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QMenu):
        yield from (action.text() for action in widget.actions())
    elif isinstance(widget, QTableView):
        heads, model = widget.horizontalHeader(), widget.model()
        for column in range(model.columnCount()):
            if not heads.isSectionHidden(column):
                yield str(model.headerData(column, Qt.Orientation.Horizontal))
    yield widget.accessibleName()


def _strange(text: str, known: str) -> bool:
    """Return whether words stand outside the catalogue's brackets that are nobody's own."""
    bare = _MARKS.sub("", _without_brackets(_ISLAND.sub("", text)))
    parts = _JOINTS.split(bare)
    plain = [" ".join(part.split()).rstrip(f"{_ELLIPSIS}.") for part in parts if _LETTERS.search(part)]
    return any(part not in known and _NUMBERS.sub("#", part) not in known for part in plain)


def _without_brackets(text: str) -> str:
    """Return what stands outside the brackets, which may stand inside each other."""
    depth = 0
    outside: list[str] = []
    for letter in text:
        depth += letter == OPEN
        if letter == CLOSE and not depth:
            # The rest of words that were cut to the width of a head.
            outside.clear()
        elif not depth:
            outside.append(letter)
        depth = max(0, depth - (letter == CLOSE))
    return "".join(outside)


def _path(widget: QWidget) -> str:
    """Return where a widget stands, by the names of the classes around it."""
    names: list[str] = []
    around: QWidget | None = widget
    while around is not None and len(names) < 4:
        names.append(type(around).__name__)
        around = around.parentWidget()
    return " < ".join(names)
