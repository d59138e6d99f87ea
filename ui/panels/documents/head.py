"""The head of one document: what can be done with it, which edition is printed, and in which language."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.documents.blocks import State
from models.documents.builders.sheets import Edition
from models.localisation.languages import paper_language_name, paper_languages
from models.services import documents
from models.services.documents import DocumentRow
from ui import theme
from ui.language import _, current
from ui.panels.documents.issues import changed_since
from ui.panels.documents.listing import state_of
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import WrapLabel
from ui.widgets.more_button import MoreButton

_EDITION_LETTERS = 18
# To a box of choices, "" would be that nothing is chosen.
_CONTROLLED = "controlled"


class DocumentHead(QWidget):
    """The deeds of a document.

    Signals:
        approve_requested, issue_requested, print_requested, save_requested, open_requested: pressed.
        word_requested: the document is to be saved for going on in Word.
        changes_requested: the user wants to see what changed since the issued revision.
        language_chosen: the document is to be made in another language.
        edition_chosen: another edition of it is to be made.
    """

    approve_requested = Signal()
    issue_requested = Signal()
    print_requested = Signal()
    save_requested = Signal()
    open_requested = Signal()
    word_requested = Signal()
    changes_requested = Signal()
    language_chosen = Signal()
    edition_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: dict[str, str] = {}
        self._editions: dict[str, str] = {}
        self._row: DocumentRow | None = None
        self._languages = QButtonGroup(self)
        self.language_buttons = {
            key: self._language_button(paper_language_name(key)) for key in paper_languages()
        }
        self.edition_box = ChoiceBox(optional=False)
        self.edition_box.box.setMinimumContentsLength(_EDITION_LETTERS)
        self.edition_box.edited.connect(self._choose_edition)
        self._hint = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.approve_button = PrimaryButton(icon="approve")
        self.approve_button.clicked.connect(self.approve_requested)
        self.issue_button = PrimaryButton(icon="closed")
        self.issue_button.clicked.connect(self.issue_requested)
        self.issue_button.hide()
        self.print_button = SecondaryButton(icon="print")
        self.print_button.clicked.connect(self.print_requested)
        self.save_button = SecondaryButton(icon="save-as")
        self.save_button.clicked.connect(self.save_requested)
        self.open_button = SecondaryButton(icon="external-link")
        self.open_button.clicked.connect(self.open_requested)
        self.more_button = MoreButton()
        self.word_action = self.more_button.add_choice("file-text")
        self.word_action.triggered.connect(self.word_requested)
        self.more_button.hide()
        self._changed = WrapLabel()
        self.changes_button = LinkButton()
        self.changes_button.clicked.connect(self.changes_requested)
        self._changed_box = QFrame()
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
        deeds = FlowBox(theme.space(2))
        buttons = (self.approve_button, self.issue_button, self.print_button)
        for widget in (*buttons, self.save_button, self.open_button, self.more_button):
            deeds.add(widget)
        papers = FlowBox(theme.space(2))
        for choice in (self.edition_box, *self.language_buttons.values()):
            papers.add(choice)
        self._changed_box.setProperty("kind", "notice")
        self._changed_box.setProperty("notice", "warning")
        line = QHBoxLayout(self._changed_box)
        line.setContentsMargins(theme.space(3), theme.space(1), theme.space(2), theme.space(1))
        line.addWidget(self._changed, 1)
        line.addWidget(self.changes_button)
        self._changed_box.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(deeds)
        column.addWidget(papers)
        column.addWidget(self._hint)
        column.addWidget(self._changed_box)

    @property
    def language_code(self) -> str:
        """The language in which the document is made: the window's, unless another was chosen for it.

        Where two were chosen and the edition is made in one only, it is the window's too.
        """
        chosen = self._chosen.get(self._code, "")
        return chosen if chosen in self._languages_offered() else current().code

    @property
    def edition(self) -> Edition:
        """The edition that is made: the controlled document, unless another was chosen for it."""
        wanted = self._editions.get(self._code, "")
        return next(one for one in documents.editions(self._code) if one.key == wanted)

    @property
    def wanted(self) -> tuple[str, str, str]:
        """What is made: the document, its language and its edition, by their keys."""
        return self._code, self.language_code, self.edition.key

    @property
    def _code(self) -> str:
        return self._row.code if self._row else ""

    def _languages_offered(self) -> Sequence[str]:
        return documents.languages(self._code, self.edition.key)

    def show_row(self, row: DocumentRow) -> None:
        """Show how a document stands."""
        self._row = row
        self.approve_button.setVisible(row.state is State.DRAFT)
        self.issue_button.setVisible(row.state is State.APPROVED)
        self._changed_box.setVisible(bool(row.changed_since))
        self._changed.setText(changed_since(row.changed_since) if row.changed_since else "")
        self._show_editions()
        self._show_language()

    def offer_word(self, is_offered: bool) -> None:
        """Offer to save the document for Word, or not."""
        self.more_button.setVisible(is_offered)

    def choose_edition(self, key: str) -> None:
        """Let that edition of the document be made."""
        self._editions[self._code] = key
        self._show_editions()
        self._show_language()
        self.edition_chosen.emit()

    def choose_language(self, code: str) -> None:
        """Let the document be made in that language."""
        if self._row is not None:
            self._chosen[self._row.code] = code
        self._show_language()
        self.language_chosen.emit()

    def state(self) -> str:
        """Return the word that stands for the document's state."""
        return state_of(self._row)[0] if self._row else ""

    def _choose(self) -> None:
        for code, button in self.language_buttons.items():
            if button is self.sender():
                self.choose_language(code)

    def _choose_edition(self) -> None:
        chosen = self.edition_box.value()
        self.choose_edition("" if chosen == _CONTROLLED else chosen)

    def _show_editions(self) -> None:
        editions = documents.editions(self._code)
        self.edition_box.set_choices(Choice(one.key or _CONTROLLED, _(one.title)) for one in editions)
        self.edition_box.set_value(self.edition.key or _CONTROLLED)
        self.edition_box.setVisible(len(editions) > 1)
        self._hint.setText(_(self.edition.hint) if self.edition.hint else "")
        self._hint.setVisible(bool(self.edition.hint))

    def _show_language(self) -> None:
        offered = self._languages_offered()
        for key, one in self.language_buttons.items():
            one.setVisible(key in offered)
        button = self.language_buttons.get(self.language_code)
        if button is not None:
            button.setChecked(True)

    def retranslate(self) -> None:
        """Word the buttons; the document is shown again by the page."""
        for button in self.language_buttons.values():
            button.setAccessibleDescription(_("Language of the document"))
            button.setToolTip(_("Language of the document"))
        self.approve_button.setText(_("Approve…"))
        self.issue_button.setText(_("Issue"))
        self.print_button.setText(_("Print…"))
        self.save_button.setText(_("Save PDF…"))
        self.open_button.setText(_("Open PDF"))
        self.more_button.set_name(_("More"))
        self.word_action.setText(_("Save as Word…"))
        self.changes_button.setText(_("Show changes"))
        self.edition_box.set_name(_("Edition"))
        self._show_editions()
        self._show_language()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
