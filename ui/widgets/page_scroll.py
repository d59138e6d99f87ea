"""A page that may be taller than the window, never wider."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QWidget

from ui import theme


class PageScroll(QScrollArea):
    """Scrolls its content up and down, and brings the field with the focus into view.

    gap: how far a content without margins of its own stays away from the scroll bar.
    """

    def __init__(self, content: QWidget, parent: QWidget | None = None, gap: int = 0) -> None:
        super().__init__(parent)
        self._gap = gap
        # A viewport of Qt's making would be wrapped only after every class of widgets was looked at.
        self.setViewport(QWidget())
        content.setProperty("kind", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        content.setAutoFillBackground(False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        if gap:
            self.verticalScrollBar().rangeChanged.connect(self._keep_away)

    def minimumSizeHint(self) -> QSize:
        """Return the width that the content needs at least: nothing is cut at the side."""
        content = self.widget()
        width = content.minimumSizeHint().width() if content is not None else 0
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(width + bar + self._gap, super().minimumSizeHint().height())

    def _keep_away(self) -> None:
        """Leave the gap beside the scroll bar while there is one."""
        gap = self._gap if self.verticalScrollBar().maximum() else 0
        self.setViewportMargins(*((gap, 0, 0, 0) if self.isRightToLeft() else (0, 0, gap, 0)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of direction."""
        super().changeEvent(event)
        if self._gap and event.type() == QEvent.Type.LayoutDirectionChange:
            self._keep_away()

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self._bring_into_view()
            # What was shown just now has its place only afterwards.
            QTimer.singleShot(0, self, self._bring_into_view)

    def _bring_into_view(self) -> None:
        focus = self.window().focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self.ensureWidgetVisible(focus, 0, theme.space(6))


class SideScroll(PageScroll):
    """A column beside something else: as wide as wanted, and wider only where its content needs it."""

    def __init__(self, content: QWidget, width: int, parent: QWidget | None = None) -> None:
        self._wanted = width
        super().__init__(content, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        """Return the width wanted, or the one needed."""
        needed = super().minimumSizeHint()
        return QSize(max(needed.width(), self._wanted), needed.height())

    def sizeHint(self) -> QSize:
        """Return the same width."""
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another width when the content needs one."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
