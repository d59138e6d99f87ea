"""Texts to read at leisure: selectable, in reading width, in the direction of the language."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from models.services.reading import Passage
from ui import theme
from ui.language import current
from ui.theme import TextRole

_WIDEST = 820


class ReadingView(QTextBrowser):
    """Shows passages; no link in it leads anywhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._passages: tuple[Passage, ...] = ()
        self._nothing = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("kind", "reading")
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)

    def show_passages(self, passages: Iterable[Passage], nothing: str = "") -> None:
        """Show other passages from their beginning; where there are none, say `nothing`."""
        self._passages, self._nothing = tuple(passages), nothing
        self._write()

    def passages(self) -> tuple[Passage, ...]:
        """Return what is shown."""
        return self._passages

    def go_to(self, at: int) -> None:
        """Bring a passage to the upper edge, counted from 0."""
        self.scrollToAnchor(_anchor(at))

    def _write(self) -> None:
        option = QTextOption()
        rtl = current().is_rtl
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        document = self.document()
        document.setDefaultTextOption(option)
        document.setDefaultFont(theme.font())
        document.setDocumentMargin(theme.space(5))
        document.setDefaultStyleSheet(_style())
        shown = (
            "".join(f"<a name='{_anchor(at)}'></a>{_html(one)}" for at, one in enumerate(self._passages))
            or f"<p class='quiet'>{escape(self._nothing)}</p>"
        )
        direction = "rtl" if rtl else "ltr"
        self.setHtml(f"<html><body dir='{direction}'>{_directed(shown, direction)}</body></html>")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep lines at a length that can be read, and the scroll bar at the edge."""
        spare = max(0, self.width() - _WIDEST)
        self.setViewportMargins(*((spare, 0, 0, 0) if self.isRightToLeft() else (0, 0, spare, 0)))
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._passages:
            at = self.verticalScrollBar().value()
            self._write()
            self.verticalScrollBar().setValue(at)


def _directed(html: str, direction: str) -> str:
    # Qt takes the direction of a block from the block itself, not from what surrounds it.
    for tag in ("p", "ul", "li"):
        html = html.replace(f"<{tag}", f"<{tag} dir='{direction}'")
    return html


def _anchor(at: int) -> str:
    return f"passage-{at}"


def _html(passage: Passage) -> str:
    if passage.is_section:
        return f"<p class='section'>{escape(passage.heading)}</p>"
    mark = f"<span class='mark'>{escape(passage.mark)}</span>  " if passage.mark else ""
    parts = [f"<p class='heading'>{mark}{escape(passage.heading)}</p>" if passage.heading else ""]
    parts += [f"<p>{escape(line)}</p>" for line in passage.text.split("\n") if line]
    if passage.points:
        points = "".join(f"<li>{escape(point)}</li>" for point in passage.points)
        parts.append(f"<ul>{points}</ul>")
    if passage.note:
        parts.append(f"<p class='quiet'>{escape(passage.note)}</p>")
    return "".join(parts)


def _style() -> str:
    inks = theme.colours()
    small, title = (theme.font(role).pointSizeF() for role in (TextRole.SMALL, TextRole.TITLE))
    return (
        f"body {{ color: {inks.text}; }}"
        f"p {{ margin-top: 0px; margin-bottom: 2px; line-height: 145%; }}"
        f".section {{ font-size: {title}pt; font-weight: 600; color: {inks.primary}; }}"
        f".section {{ margin-top: 26px; margin-bottom: 0px; }}"
        f".heading {{ font-weight: 600; margin-top: 14px; margin-bottom: 0px; }}"
        f".mark {{ color: {inks.primary}; }}"
        f".quiet {{ color: {inks.quiet}; font-size: {small}pt; }}"
        f"ul {{ margin-top: 2px; margin-bottom: 6px; }} li {{ margin-bottom: 2px; line-height: 145%; }}"
    )
