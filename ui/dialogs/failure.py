"""Telling the user of a bug."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QMessageBox, QWidget

from ui import icons, theme
from ui.language import _


class FailureAnswer(Enum):
    """What the user wants after a bug."""

    SAVE_REPORT = "save_report"


class FailureDialog(QMessageBox):
    """Says that the work is saved and offers a report."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIconPixmap(icons.pixmap("warning", "late", theme.space(10)))
        self.setWindowTitle(_("Something went wrong"))
        self.setText(_("Something went wrong in the program. What you entered is saved."))
        self.setInformativeText(
            _(
                "You can go on working. A report says what happened in the program, and nothing of what you "
                "entered; hand it to whoever looks after the program."
            )
        )
        self.setDetailedText(report)
        self.save = self.addButton(_("Save the report…"), QMessageBox.ButtonRole.ActionRole)
        self.go_on = self.addButton(_("Go on working"), QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(self.go_on)
        self.setEscapeButton(self.go_on)

    @classmethod
    def ask(cls, parent: QWidget | None, report: str) -> FailureAnswer | None:
        """Return what the user wants, None for nothing."""
        dialog = cls(report, parent)
        dialog.exec()
        return FailureAnswer.SAVE_REPORT if dialog.clickedButton() is dialog.save else None
