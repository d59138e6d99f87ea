"""Printing the form of a survey, and saving it, in any of its languages and sizes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from models.domain.records.feedback import Survey
from models.services.company import OpenCompany
from models.services.survey.forms import SMALL, WHOLE, both_languages, file_name, render
from ui import icons, theme
from ui.language import _
from ui.widgets.more_button import open_under

if TYPE_CHECKING:
    from ui.panels.documents.files import DocumentFiles


class FormMenu(QObject):
    """What can be done with a form; the single language is the one that is asked for when it opens.

    Signals:
        told: a `Notice` of what came of it.
    """

    told = Signal(object)

    def __init__(self, company: OpenCompany, owner: QWidget) -> None:
        super().__init__(owner)
        self._company = company
        self._owner = owner
        self._survey: Survey | None = None
        self._language_code = ""
        self._files: DocumentFiles | None = None
        self.menu = QMenu(owner)
        self.print = self._action("print", WHOLE)
        self.save = self._action("save-as", WHOLE)
        self.save_both = self._action("language", WHOLE)
        self.menu.addSeparator()
        self.print_small = self._action("print", SMALL)
        self.save_small = self._action("save-as", SMALL)
        self.print.triggered.connect(partial(self._print, WHOLE))
        self.save.triggered.connect(partial(self._save, WHOLE))
        self.save_both.triggered.connect(self._save_both)
        self.print_small.triggered.connect(partial(self._print, SMALL))
        self.save_small.triggered.connect(partial(self._save, SMALL))

    def _action(self, icon: str, edition: str) -> QAction:
        action = self.menu.addAction("")
        action.setObjectName(edition)
        icons.set_icon(action, icon, "quiet", theme.ICON)
        return action

    def open(self, button: QWidget, survey: Survey, language_code: str) -> None:
        """Offer under a button what can be done with the form of a survey."""
        self._survey, self._language_code = survey, language_code
        self.save_both.setVisible(bool(both_languages()))
        open_under(self.menu, button)

    def _print(self, edition: str) -> None:
        from models.documents.blocks import Paper
        from ui.printing import ask_for_printer

        survey = self._survey
        if survey is None:
            return
        printer = ask_for_printer(self._owner, file_name(survey, self._language_code, edition), Paper.A4)
        if printer is not None:
            self._made_files().print(self._source(survey, self._language_code, edition), printer)

    def _save(self, edition: str) -> None:
        self.save_form(self._language_code, edition)

    def _save_both(self) -> None:
        self.save_form(both_languages(), WHOLE)

    def save_form(self, language_code: str, edition: str) -> None:
        """Ask where the form goes, and save it there beside the window's thread."""
        from ui.panels.documents.work import ask_for_target

        survey = self._survey
        if survey is None:
            return
        target = ask_for_target(self._owner, file_name(survey, language_code, edition))
        if target is not None:
            self._made_files().save(self._source(survey, language_code, edition), target)

    def _source(self, survey: Survey, language_code: str, edition: str) -> partial[bytes]:
        return partial(render, self._company.snapshot(), survey.id, language_code, edition)

    def _made_files(self) -> DocumentFiles:
        from ui.panels.documents.files import DocumentFiles

        if self._files is None:
            self._files = DocumentFiles(self)
            self._files.notice_requested.connect(self.told)
        return self._files

    def retranslate(self) -> None:
        """Word the menu in the current language."""
        self.print.setText(_("Print…"))
        self.save.setText(_("Save as PDF…"))
        self.save_both.setText(_("Save in both languages, side by side…"))
        self.print_small.setText(_("Print two small forms on a sheet…"))
        self.save_small.setText(_("Save two small forms on a sheet…"))
