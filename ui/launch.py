"""The first moments: the window is painted, and only then the program behind it is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from models.services.preferences import Look, PreferenceFile
from models.services.program import NAME
from models.services.user_folders import UserFolders, user_folders
from ui import quick_start
from ui.colours import COLOURS, IS_FUSION, Theme
from ui.main_window import MainWindow

if TYPE_CHECKING:
    from models.commands import WindowOptions

_SETTLED_AFTER_MS = 3_000
_MIDDLE = 128


def run(options: WindowOptions) -> int:
    """Show the window and return the exit code when it is closed."""
    # Asked for as an argument a style costs nothing; one set later comes with all constants of styles.
    application = QApplication([NAME, "-style", "fusion"])
    application.setProperty(IS_FUSION, True)
    application.setApplicationName(NAME)
    application.setDesktopFileName(NAME)
    folders = user_folders(options.data_dir)
    preferences = PreferenceFile(folders.preferences)
    application.setPalette(_ground(application, preferences.now.look))
    window = MainWindow()
    window.painted.connect(lambda: _load(application, window, folders, preferences, options))
    window.restore(preferences.now.geometry)
    QTimer.singleShot(_SETTLED_AFTER_MS, quick_start.settle)
    return application.exec()


def _ground(application: QApplication, look: str) -> QPalette:
    """Return the palette in which an empty window has the colour of the pages to come."""
    if look == Look.SYSTEM:
        is_dark = application.palette().window().color().lightness() < _MIDDLE
        look = Look.DARK if is_dark else Look.LIGHT
    return QPalette(QColor(COLOURS[Theme(look)].surface))


def _load(
    application: QApplication,
    window: MainWindow,
    folders: UserFolders,
    preferences: PreferenceFile,
    options: WindowOptions,
) -> None:
    from ui.app import App
    from ui.messages import FailureHandler

    failures = FailureHandler(folders.logs, application)
    failures.install()
    application.aboutToQuit.connect(failures.remove)
    app = App(application, window, failures, folders, preferences, options)
    # What is left of the company before is deleted only when control returns to the event loop.
    app.opener.opened.connect(lambda: QTimer.singleShot(0, quick_start.settle_again))
    app.begin()
