"""The language and the theme in which the whole program appears, as the user chose them."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from models.localisation.language import Language, load_language
from models.localisation.languages import CalendarName, all_language_rows, language_rows
from models.services.preferences import Look
from ui import icons, language, theme
from ui.choices import Choices
from ui.theme import Theme

_ICON = 64


class Dress(QObject):
    """Follows the user's choices, and the computer's where the user left it to the computer.

    Signals:
        language_ending: another language comes now; numbers and days being typed are still in this one.
    """

    language_ending = Signal()

    def __init__(self, application: QApplication, choices: Choices) -> None:
        super().__init__(application)
        self._application = application
        self._choices = choices
        self._worn: tuple[Theme, Language] | None = None
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.put_on)
        choices.changed.connect(self.put_on)
        self.put_on()

    def choose_language(self, code: str) -> None:
        """Speak another language from now on."""
        self._choices.change(language=code)

    def put_on(self) -> None:
        """Appear as chosen; where nothing changed, nothing happens."""
        wanted = (self._wanted_theme(), self._wanted_language())
        worn, self._worn = self._worn, wanted
        if worn is None or worn[0] is not wanted[0]:
            theme.apply_theme(self._application, wanted[0])
            self._application.setWindowIcon(icons.icon("manshur", "primary", _ICON))
        if worn is None or worn[1] is not wanted[1]:
            self.language_ending.emit()
            language.set_current(wanted[1])

    def _wanted_theme(self) -> Theme:
        look = self._choices.now.look
        if look == Look.SYSTEM:
            is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return Theme.DARK if is_dark else Theme.LIGHT
        return Theme(look)

    def _wanted_language(self) -> Language:
        chosen = self._choices.now
        known = {row.code for row in all_language_rows()}
        code = chosen.language if chosen.language in known else language_of_system()
        calendar = CalendarName(chosen.calendar) if chosen.calendar in tuple(CalendarName) else None
        return load_language(code, calendar)


def language_of_system() -> str:
    """Return the code of the language the computer speaks, or of the first one offered."""
    offered = [row.code for row in language_rows()]
    spoken = (tag.partition("-")[0] for tag in QLocale.system().uiLanguages())
    return next((code for code in spoken if code in offered), offered[0])
