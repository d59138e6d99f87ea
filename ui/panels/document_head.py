"""The head of one document: its name and state, the language of the paper, and what can be made of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.localisation.languages import language_rows
from models.services.documents import DocumentRow
from ui import theme
from ui.language import _, current
from ui.panels.document_list import particulars, state_of
from ui.theme import TextRole, Tone
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import ElidedLabel, PlainLabel, WrapLabel


class DocumentHead(Card):
    """Signals: the PDF is to be saved or opened, in the language that is chosen here."""

    save_requested = Signal()
    open_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._chosen: dict[str, str] = {}
        self._code = ""
        self._title = WrapLabel(role=TextRole.TITLE)
        self._chip = Chip()
        self._detail = ElidedLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self._label = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self._status = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self._languages = QButtonGroup(self)
        self.language_buttons = {row.code: self._language_button(row.name) for row in language_rows()}
        self.save_button = PrimaryButton(icon="save-as")
        self.save_button.clicked.connect(self.save_requested)
        self.open_button = SecondaryButton(icon="external-link")
        self.open_button.clicked.connect(self.open_requested)
        self._lay_out()
        self.retranslate()

    def _language_button(self, name: str) -> QPushButton:
        button = QPushButton(name)
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setProperty("kind", "chip")
        button.clicked.connect(self._choose)
        self._languages.addButton(button)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        head.addWidget(self._title, 1)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.space(0.5))
        words.addLayout(head)
        words.addWidget(self._detail)
        deeds = FlowBox(theme.space(2))
        for widget in (self._label, *self.language_buttons.values(), self.save_button, self.open_button):
            deeds.add(widget)
        deeds.add(self._status)
        self.body.setSpacing(theme.space(3))
        self.body.addLayout(words)
        self.add(deeds)

    @property
    def language_code(self) -> str:
        """The language in which the document is made: the window's, unless another was chosen for it."""
        return self._chosen.get(self._code, current().code)

    def show_row(self, row: DocumentRow) -> None:
        """Show how a document stands."""
        self._code = row.code
        self._title.setText(row.title.best(current().code))
        self._detail.setText(particulars(row))
        self._chip.set_chip(*state_of(row))
        self._show_language()

    def choose_language(self, code: str) -> None:
        """Let the document be made in that language."""
        self._chosen[self._code] = code
        self._show_language()

    def state(self) -> str:
        """Return the word that stands for the document's state."""
        return self._chip.text()

    @property
    def is_busy(self) -> bool:
        """Whether a PDF is being made."""
        return bool(self._status.text())

    def set_busy(self, is_busy: bool) -> None:
        """Say that a PDF is being made."""
        self._status.setText(_("Making the PDF…") if is_busy else "")

    def _choose(self) -> None:
        for code, button in self.language_buttons.items():
            if button is self.sender():
                self.choose_language(code)

    def _show_language(self) -> None:
        button = self.language_buttons.get(self.language_code)
        if button is not None:
            button.setChecked(True)

    def retranslate(self) -> None:
        """Word the buttons; the document is shown again by the page."""
        self._label.setText(_("Language of the document"))
        for button in self.language_buttons.values():
            button.setAccessibleDescription(_("Language of the document"))
        self.save_button.setText(_("Save PDF…"))
        self.open_button.setText(_("Open PDF"))
        self._show_language()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
