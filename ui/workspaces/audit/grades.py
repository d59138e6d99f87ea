"""What each grade of a finding means, the chosen one marked."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from models.content.improvement import audit_model
from ui import theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.labels import PlainLabel, WrapLabel


class GradeMeanings(QWidget):
    """A line for each grade: its name, and in which case it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grade = ""
        self.title = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.space(3))
        grid.setVerticalSpacing(theme.space(1.5))
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.title, 0, 0, 1, 2)
        self.lines: dict[str, tuple[WrapLabel, WrapLabel]] = {}
        for at, grade in enumerate(audit_model().finding_classes, 1):
            name, meaning = WrapLabel(parent=self), WrapLabel(parent=self)
            name.setFixedWidth(theme.space(40))
            self.lines[grade.id] = (name, meaning)
            grid.addWidget(name, at, 0)
            grid.addWidget(meaning, at, 1)
        self.retranslate()

    def show_grade(self, grade: str) -> None:
        """Mark the grade that is chosen."""
        self._grade = grade
        for key, (name, meaning) in self.lines.items():
            is_chosen = key == grade
            theme.set_role(name, TextRole.SMALL, Tone.PRIMARY if is_chosen else Tone.QUIET, strong=True)
            theme.set_role(meaning, TextRole.SMALL, Tone.TEXT if is_chosen else Tone.QUIET)

    def retranslate(self) -> None:
        """Show everything in the current language."""
        code = current().code
        self.title.setText(_("What the grades mean"))
        for grade in audit_model().finding_classes:
            name, meaning = self.lines[grade.id]
            name.setText(grade.name.best(code))
            meaning.setText(grade.meaning.best(code))
        self.show_grade(self._grade)
