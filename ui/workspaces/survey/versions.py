"""The surveys of a company with their versions, and what holds of the one that is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.domain.ids import RecordId
from models.domain.records.feedback import Survey
from models.domain.registers import register_of
from models.domain.survey.versions import FIRST_VERSION, family
from models.services.company import OpenCompany
from models.services.survey.design import sheets_of, surveys_in_order
from ui import theme
from ui.language import _, current, ngettext
from ui.registers.bin_menu import BinButton
from ui.theme import TextRole
from ui.widgets.buttons import SecondaryButton
from ui.widgets.entry_list import Entry, EntryList
from ui.widgets.labels import WrapLabel

_WIDTH = theme.space(50)


class SurveyList(QWidget):
    """The versions, the newest first; a button begins another survey.

    Signals:
        chosen: the id of the version to be shown.
        new_requested: another survey is to be begun.
    """

    chosen = Signal(str)
    new_requested = Signal()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self.setFixedWidth(_WIDTH)
        self.list = EntryList(self)
        self.add_button = SecondaryButton(icon="add", small=True, parent=self)
        self.bin_button = BinButton(company, register_of(Survey), self)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2))
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        foot.addWidget(self.bin_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space(2), 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.chosen)
        self.add_button.clicked.connect(self.new_requested)

    def show_surveys(self, chosen: RecordId | None) -> None:
        """Show the surveys as they are now."""
        self.list.show_entries(self._entry(one) for one in surveys_in_order(self._company))
        self.list.choose(chosen or "")
        self.add_button.setVisible(not self._company.is_read_only)

    def _entry(self, survey: Survey) -> Entry:
        sheets = sheets_of(self._company, survey.id)
        said = ngettext("{count} answer", "{count} answers", sheets).format(count=current().number(sheets))
        state = said if sheets else _("not asked yet")
        title = survey.title.best(current().code)
        return Entry(survey.id, version_name(survey), " · ".join(filter(None, (state, title))))

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self.list.setAccessibleName(_("Surveys and their versions"))
        self.add_button.setText(_("New survey"))


class VersionBar(QFrame):
    """Says that answers came in with the version shown, or that another one replaced it.

    Signals:
        version_requested: the next version is to be made.
    """

    version_requested = Signal()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self.setProperty("kind", "notice")
        theme.set_property(self, "notice", "info")
        self.text = WrapLabel(role=TextRole.SMALL, parent=self)
        self.button = SecondaryButton(icon="copy", small=True, parent=self)
        self.button.clicked.connect(self.version_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2))
        row.setSpacing(theme.space(3))
        row.addWidget(self.text, 1)
        row.addWidget(self.button)

    def show_survey(self, survey: Survey) -> None:
        """Say what holds of a version."""
        sheets = sheets_of(self._company, survey.id)
        versions = family(self._company, survey)
        said = [self._said_of_answers(sheets)] if sheets else []
        if versions[-1].id != survey.id:
            said.append(_("{name} replaced it.").format(name=current().isolate(version_name(versions[-1]))))
        self.text.setText(" ".join(said))
        self.button.setText(_("Make a new version"))
        self.button.setVisible(not self._company.is_read_only)
        self.setVisible(bool(said))

    @staticmethod
    def _said_of_answers(sheets: int) -> str:
        sentence = ngettext(
            "{count} answer came in with this version; its questions stay as they were asked.",
            "{count} answers came in with this version; its questions stay as they were asked.",
            sheets,
        )
        return sentence.format(count=current().number(sheets))


def version_name(survey: Survey) -> str:
    """Return the code of a survey with its version."""
    speech = current()
    return _("{code}, version {version}").format(
        code=speech.island(survey.no or "–"), version=speech.number(survey.version or FIRST_VERSION)
    )
