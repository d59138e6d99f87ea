"""A PDF as it will be printed: its pages one below the other, as large as the user wants them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from models.documents.finding import Hit
from ui import jobs, theme
from ui.jobs import Job
from ui.language import _
from ui.panels.documents.hits import PaperHits, on_screen
from ui.panels.documents.page_marks import PageMark, paint_marks
from ui.pdf_pages import page_picture

# Logical pixels to the point at 100 %.
_FULL_SIZE = 96 / 72
_STEPS = (0.25, 0.5, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0)
_GAP = theme.space(4)
# Pages kept beside those in view, to scroll without a white flash.
_AHEAD = 1
# Room left above and below an area that is brought into view.
_AROUND = theme.space(12)


class DocumentPreview(QAbstractScrollArea):
    """Shows the pages of a PDF; those in view are drawn beside the window's thread.

    Signals:
        moved: another page is in view, or it is shown in another size.
        renewed: another PDF is shown, or none.
    """

    moved = Signal()
    renewed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._content = b""
        self._sizes: Sequence[QSizeF] = ()
        self._zoom: float | None = None
        self._margin = 0.0
        self._pictures: dict[int, tuple[float, QImage]] = {}
        self._drawing: dict[int, tuple[float, Job[QImage]]] = {}
        self._message = ""
        self._marks: Sequence[PageMark] = ()
        self._hits = PaperHits()
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        self.retranslate()

    def show_pages(self, content: bytes, sizes: Sequence[QSizeF], *, is_same: bool = False) -> None:
        """Show the pages of a PDF; one with as many pages as the last one is shown at the same place.

        is_same: it is the last one, made again. It keeps its place with any number of pages, and what was
        seen of it until its pages are drawn.
        """
        if content == self._content:
            return
        stays = is_same or len(sizes) == len(self._sizes)
        self._cancel()
        if not stays:
            self._pictures = {}
        self._pictures = {at: (0.0, picture) for at, (_scale, picture) in self._pictures.items()}
        self._content, self._sizes, self._message = content, sizes, ""
        self._arrange()
        if not stays:
            self.verticalScrollBar().setValue(0)
        self._draw_missing()
        self.moved.emit()
        self.renewed.emit()

    def show_message(self, text: str) -> None:
        """Show a sentence where the pages would be."""
        self._cancel()
        self._pictures = {}
        self._content, self._sizes, self._message = b"", (), text
        self._arrange()
        self.moved.emit()
        self.renewed.emit()

    def show_hits(self, hits: Sequence[Hit], present: Hit | None) -> None:
        """Light up the places where a text was found, and bring the present one into view."""
        self._hits.show(hits, present)
        if present is not None and present.boxes:
            size = self._sizes[present.page]
            box = on_screen(present.boxes[0], self._places()[present.page], size)
            self._bring_into_view(box.toAlignedRect())
        self.viewport().update()

    def _bring_into_view(self, rect: QRect) -> None:
        """Scroll until a place can be seen; up and down it then has a third of the view above it."""
        bar, view = self.verticalScrollBar(), self.viewport()
        if rect.top() < bar.value() or rect.bottom() > bar.value() + view.height():
            bar.setValue(rect.top() - view.height() // 3)
        if rect.left() < 0 or rect.right() > view.width():
            astray = rect.center().x() - view.width() // 2
            side = self.horizontalScrollBar()
            side.setValue(side.value() + (-astray if self.isRightToLeft() else astray))

    def set_marks(self, marks: Sequence[PageMark]) -> None:
        """Mark areas of the pages, none to mark nothing."""
        self._marks = marks
        self.viewport().update()

    @property
    def marks(self) -> Sequence[PageMark]:
        """The areas that are marked."""
        return self._marks

    def bring_into_view(self, mark: PageMark) -> None:
        """Scroll no further than it takes to see an area."""
        places = self._places()
        if not 0 < mark.page <= len(places):
            return
        area = mark.on(places[mark.page - 1], self._sizes[mark.page - 1])
        bar = self.verticalScrollBar()
        lowest = area.bottom() + _AROUND - self.viewport().height()
        bar.setValue(round(min(max(bar.value(), lowest), area.top() - _AROUND)))

    @property
    def message(self) -> str:
        """What stands in place of the pages, "" while there are some."""
        return self._message

    @property
    def content(self) -> bytes:
        """The PDF that is shown, empty while there is none."""
        return self._content

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def page(self) -> int:
        """The page in the middle of the view, counted from 1; 0 while there is none."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        page = 0
        for at, place in enumerate(self._places()):
            if at == 0 or place.top() <= middle:
                page = at + 1
        return page

    def go_to(self, page: int) -> None:
        """Show the top of a page, counted from 1."""
        places = self._places()
        if places:
            top = places[min(max(page, 1), len(places)) - 1].top()
            self.verticalScrollBar().setValue(top - _GAP)

    @property
    def zoom(self) -> float:
        """How large the pages are shown; 1 is the size of the paper."""
        return self._zoom or self._fitting(self._sizes[0] if self._sizes else _A4)

    @property
    def fits_width(self) -> bool:
        """Whether the pages are as wide as the view."""
        return self._zoom is None

    def zoom_in(self) -> None:
        """Show the pages one step larger."""
        self._set_zoom(next((step for step in _STEPS if step > self.zoom + 0.01), _STEPS[-1]))

    def zoom_out(self) -> None:
        """Show the pages one step smaller."""
        self._set_zoom(next((step for step in reversed(_STEPS) if step < self.zoom - 0.01), _STEPS[0]))

    def fit_width(self) -> None:
        """Show the pages as wide as the view, also when its width changes."""
        self._set_zoom(None)

    def leave_margins(self, points: float) -> None:
        """Fit the width without so much of the paper at either side, where nothing is printed."""
        self._margin = points
        self._arrange()

    def _set_zoom(self, zoom: float | None) -> None:
        page = self.page
        self._zoom = zoom
        self._arrange()
        self.go_to(page)
        self._draw_missing()
        self.moved.emit()

    def scale_for(self, size: QSizeF) -> float:
        """Return how many dots of the screen a point of a page of that size takes."""
        return round((self._zoom or self._fitting(size)) * _FULL_SIZE * self.devicePixelRatioF(), 4)

    def _fitting(self, size: QSizeF) -> float:
        # The room of the scroll bar is always kept, so that its coming changes no size.
        gap = 0 if self._margin else _GAP
        room = self.width() - self.verticalScrollBar().sizeHint().width() - 2 * gap
        return max(room, 80) / ((size.width() - 2 * self._margin) * _FULL_SIZE)

    def _places(self) -> list[QRect]:
        """Return where each page stands, from the top of the first one; x is that in the view."""
        places, top = [], _GAP
        width = max(self.viewport().width(), self._breadth())
        bar = self.horizontalScrollBar()
        value = bar.maximum() - bar.value() if self.isRightToLeft() else bar.value()
        for size in self._sizes:
            zoom = (self._zoom or self._fitting(size)) * _FULL_SIZE
            across, down = round(size.width() * zoom), round(size.height() * zoom)
            places.append(QRect((width - across) // 2 - value, top, across, down))
            top += down + _GAP
        return places

    def _breadth(self) -> int:
        """Return the width over which pages of a chosen size are scrolled; 0 where they fit the view."""
        if self._zoom is None or not self._sizes:
            return 0
        return round(max(size.width() for size in self._sizes) * self._zoom * _FULL_SIZE) + 2 * _GAP

    def _arrange(self) -> None:
        view = self.viewport().size()
        places = self._places()
        height = places[-1].bottom() + _GAP if places else 0
        for bar, whole, seen in (
            (self.verticalScrollBar(), height, view.height()),
            (self.horizontalScrollBar(), self._breadth(), view.width()),
        ):
            bar.setRange(0, max(whole - seen, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(theme.space(6))
        self.viewport().update()

    def _scrolled(self) -> None:
        self._draw_missing()
        self.viewport().update()
        self.moved.emit()

    def _in_view(self) -> list[int]:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        return [
            at for at, place in enumerate(self._places()) if place.bottom() >= top and place.top() <= bottom
        ]

    def _draw_missing(self) -> None:
        """Let the pages in view and their neighbours be drawn, and forget all others."""
        seen = self._in_view()
        if not seen:
            return
        near = range(max(seen[0] - _AHEAD, 0), min(seen[-1] + _AHEAD, self.pages - 1) + 1)
        self._pictures = {at: kept for at, kept in self._pictures.items() if at in near}
        for at, (scale, job) in list(self._drawing.items()):
            if at not in near or scale != self.scale_for(self._sizes[at]):
                job.cancel()
                del self._drawing[at]
        for at in sorted(near, key=lambda page: page not in seen):
            scale = self.scale_for(self._sizes[at])
            if at not in self._drawing and self._pictures.get(at, (0.0,))[0] != scale:
                work = partial(_drawn, self._content, at, scale)
                job = jobs.start(work, owner=self, done=partial(self._take, at, scale))
                self._drawing[at] = (scale, job)

    def _take(self, at: int, scale: float, picture: QImage) -> None:
        self._drawing.pop(at, None)
        self._pictures[at] = (scale, picture)
        self.viewport().update()

    def _cancel(self) -> None:
        for _scale, job in self._drawing.values():
            job.cancel()
        self._drawing = {}

    @property
    def is_drawn(self) -> bool:
        """Whether every page in view is shown sharp."""
        return bool(self._sizes) and all(
            self._pictures.get(at, (0.0,))[0] == self.scale_for(self._sizes[at]) for at in self._in_view()
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pages in view; one that is not drawn yet as white paper."""
        painter = QPainter(self.viewport())
        inks = theme.colours()
        painter.fillRect(self.viewport().rect(), QColor(inks.line))
        if self._message:
            painter.setPen(QColor(inks.text))
            room = self.viewport().rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
            painter.drawText(
                room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap.value, self._message
            )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        places, top = self._places(), self.verticalScrollBar().value()
        for at in self._in_view():
            place = places[at].translated(QPoint(0, -top))
            painter.fillRect(place, Qt.GlobalColor.white)
            if at in self._pictures:
                painter.drawImage(place, self._pictures[at][1])
            paint_marks(painter, place, self._sizes[at], [one for one in self._marks if one.page == at + 1])
            self._hits.paint(painter, at, place, self._sizes[at])
        if self.hasFocus():
            painter.setPen(QPen(QColor(inks.primary), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys scroll the pages now."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page in view."""
        super().resizeEvent(event)
        self._arrange()
        self._draw_missing()
        self.moved.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the size with Ctrl and the wheel, as elsewhere."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
        else:
            super().wheelEvent(event)

    def retranslate(self) -> None:
        """Name the pages for assistive technology."""
        self.setAccessibleName(_("Pages of the document"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self.viewport().update()


_A4 = QSizeF(595, 842)


def _drawn(content: bytes, page: int, scale: float, job: Job[QImage]) -> QImage:
    job.stop_if_cancelled()
    return page_picture(content, page, scale)
