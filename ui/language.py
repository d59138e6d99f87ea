"""The language that the window speaks at the moment, and its installation into Qt."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from models.localisation.language import Language, load_language
from models.localisation.languages import language_rows
from ui import icons

_KEYS = "QShortcut"


class CatalogueTranslator(QTranslator):
    """Lets Qt's own widgets find their texts in our catalogue, before Qt's."""

    # An empty text, or the source itself, would hide Qt's own translation behind it.
    def translate(
        self, context: str, source: str, _disambiguation: str | None = None, _count: int = -1
    ) -> str | None:
        """Return the catalogue's text, or None so that the next translator is asked."""
        if context == _KEYS:
            # Keys are called as they are printed on keyboards, in every country.
            return source
        text = current().gettext(source) if source else source
        return text if text != source else None

    def isEmpty(self) -> bool:  # noqa: N802
        """Say that there are texts: Qt leaves out a translator without any."""
        return False


_language: Language | None = None
# Qt does not own a translator; one that Python collects would vanish from under it.
_installed: list[QTranslator] = []


@cache
def _first_language() -> Language:
    return load_language(language_rows()[0].code)


def current() -> Language:
    """Return the language set last, or the first one offered."""
    return _language or _first_language()


def set_current(language: Language) -> None:
    """Make the whole application speak a language, at once and also while it runs.

    Every widget gets a LanguageChange before this returns, but where the language is spoken already.
    """
    global _language
    if language is _language and _installed:
        return
    _language = language
    QLocale.setDefault(_locale(language))
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if language.is_rtl else Qt.LayoutDirection.LeftToRight
    )
    _install_translators(app, language)
    for window in app.topLevelWidgets():
        window.setLocale(QLocale())
    icons.refresh()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)


def _locale(language: Language) -> QLocale:
    locale = QLocale(language.code)
    # Qt knows no locale for a language of ours that exists for tests only.
    return locale if locale.language() != QLocale.Language.C else QLocale(QLocale.Language.English)


def _install_translators(app: QApplication, language: Language) -> None:
    for old in _installed:
        app.removeTranslator(old)
    _installed.clear()
    qt_texts = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if qt_texts.load(f"qtbase_{language.code}", folder):
        _installed.append(qt_texts)
    _installed.append(CatalogueTranslator())
    for translator in _installed:
        app.installTranslator(translator)


def _(message: str) -> str:
    """Return the message in the current language."""
    return current().gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the message for a number of things in the current language."""
    return current().ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """Return the message as meant in a context, in the current language."""
    return current().pgettext(context, message)
