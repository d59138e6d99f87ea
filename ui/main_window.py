"""The window itself, as light as can be: it stands on the screen before anything else is imported."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

_SIZE = QSize(1280, 720)
_SMALLEST = QSize(960, 600)
_NARROW_SCREEN = 1440


class MainWindow(QMainWindow):
    """Shows one scene at a time: the start page, or the frame of an open company.

    Signals:
        painted: the window stands on the screen for the first time.
        closing: the window is about to close; nothing can be shown any more.
    """

    painted = Signal()
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_painted = False
        self._scenes = QStackedWidget()
        self.setCentralWidget(self._scenes)
        self.setMinimumSize(_SMALLEST)
        self.resize(_SIZE)

    @property
    def stage(self) -> QWidget:
        """The parent of scenes: what is built in its place is styled only once."""
        return self._scenes

    def show_scene(self, scene: QWidget) -> None:
        """Show a widget instead of what was there, which is gone when this returns."""
        before = self._scenes.currentWidget()
        self._scenes.addWidget(scene)
        self._scenes.setCurrentWidget(scene)
        if before is not None:
            self._scenes.removeWidget(before)
            before.deleteLater()
            # What it shows is about to be closed: it must not live on until the next turn of the loop.
            QCoreApplication.sendPostedEvents(before, QEvent.Type.DeferredDelete.value)

    def scene(self) -> QWidget | None:
        """Return what is shown, None before anything is."""
        return self._scenes.currentWidget()

    def restore(self, geometry: str) -> None:
        """Stand where the window stood last; the first time it fills a small screen."""
        known = QByteArray.fromBase64(geometry.encode("ascii", "ignore"))
        if geometry and self.restoreGeometry(known):
            self.show()
            return
        if self.screen().availableGeometry().width() <= _NARROW_SCREEN:
            self.showMaximized()
        else:
            self.show()

    def geometry_text(self) -> str:
        """Return where the window stands, for `restore`."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell, after the first time, that the window stands."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell it while everything is still there."""
        self.closing.emit()
        super().closeEvent(event)
