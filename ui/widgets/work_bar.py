"""A line that says how far a longer piece of work has come, with a button that gives it up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui import theme
from ui.jobs import Progress
from ui.language import _
from ui.theme import TextRole, Tone
from ui.widgets.buttons import IconButton
from ui.widgets.labels import ElidedLabel


class WorkBar(QWidget):
    """Hidden while nothing is under way; the bar only moves forward.

    Signals:
        cancel_requested: the work is no longer wanted.
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item = ElidedLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.bar = QProgressBar()
        self.bar.setFixedWidth(theme.space(30))
        self.cancel_button = IconButton("remove", role="quiet")
        self.cancel_button.clicked.connect(self.cancel_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        row.addWidget(self.item, 1)
        for widget in (self.bar, self.cancel_button):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()
        self.retranslate()

    def name_work(self, name: str) -> None:
        """Say for assistive technology what is under way."""
        self.bar.setAccessibleName(name)

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far the work has come; None when it has ended."""
        self.setVisible(progress is not None)
        if progress is not None:
            self.bar.setMaximum(progress.total)
            self.bar.setValue(progress.done)
            self.item.setText(progress.item)

    def retranslate(self) -> None:
        """Word the button."""
        self.cancel_button.set_name(_("Cancel"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
