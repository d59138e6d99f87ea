"""What is handed out and shown at a session: slides and quiz made from the charter, the sheet to sign."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.domain.records.training import TrainingSession
from models.services.company import OpenCompany
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.labels import WrapLabel

if TYPE_CHECKING:
    from ui.panels.documents.work import Source


class MaterialCard(Card):
    """Buttons that save slides and quiz in the language of the window.

    Signals: told gives a `Notice`.
    """

    told = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(icon="guide", parent=parent)
        self._company = company
        self._about = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.slides = SecondaryButton(parent=self)
        self.quiz = SecondaryButton(parent=self)
        self.slides.clicked.connect(partial(self._save, "slides"))
        self.quiz.clicked.connect(partial(self._save, "quiz"))
        self.add(self._about)
        line = QHBoxLayout()
        line.addWidget(self.slides)
        line.addWidget(self.quiz)
        line.addStretch(1)
        self.body.addLayout(line)

    def _save(self, name: str) -> None:
        """Ask where, and save a piece of material there."""
        # Who only looks at the plan does not wait for what makes documents.
        from models.services.training import material

        which, code = material.Material(name), current().code
        source = partial(material.render, self._company.snapshot(), which, code)
        _save(self, self.told.emit, source, material.file_name(self._company, which, code))

    def retranslate(self) -> None:
        """Word the card in the current language."""
        self.set_title(_("Slides and quiz"))
        self._about.setText(_("Made from your charter as it stands now."))
        self.slides.setText(_("Slides…"))
        self.slides.setToolTip(_("Save slides about your promises as a PDF"))
        self.quiz.setText(_("Quiz…"))
        self.quiz.setToolTip(_("Save a quiz about your promises as a PDF, with the right answers at its end"))


class SheetButton(SecondaryButton):
    """Saves the attendance sheet of one session, to be printed and signed; told gives a `Notice`."""

    told = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(icon="print", parent=parent)
        self._company = company
        self._session: TrainingSession | None = None
        self.clicked.connect(self._save)

    def show_session(self, session: TrainingSession | None) -> None:
        """Be about another session; without one there is no button."""
        self._session = session
        self.setVisible(session is not None)

    def _save(self) -> None:
        """Ask where, and save the sheet there."""
        if self._session is None:
            return
        from models.services.training import material

        code = current().code
        source = partial(material.render_sheet, self._company.snapshot(), self._session.id, code)
        _save(self, self.told.emit, source, material.sheet_name(self._company, self._session, code))

    def retranslate(self) -> None:
        """Word the button in the current language."""
        self.setText(_("Attendance sheet…"))
        self.setToolTip(_("Save the sheet of this session as a PDF, to be printed and signed"))


def _save(owner: QWidget, tell: Callable[[object], object], source: Source, name: str) -> None:
    """Ask where a PDF goes, and save it there beside the window's thread."""
    from ui.panels.documents.files import DocumentFiles
    from ui.panels.documents.work import ask_for_target

    target = ask_for_target(owner, name)
    if target is None:
        return
    files = owner.findChild(DocumentFiles)
    if files is None:
        files = DocumentFiles(owner)
        files.notice_requested.connect(tell)
    files.save(source, target)
