"""The line over the page: what is shown, when it was saved, undo, redo, search, language, menu."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QWidget

from models.localisation.languages import language_rows
from ui import icons, theme
from ui.actions import Actions
from ui.language import _, current
from ui.search.field import HeaderSearch
from ui.theme import TextRole, Tone
from ui.widgets.buttons import IconButton, SecondaryButton
from ui.widgets.labels import ElidedLabel
from ui.widgets.showing import show_if

HEIGHT = 56


class LanguageButton(SecondaryButton):
    """Names the language one can switch to in its own script; where there are several, opens their list."""

    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_icon("language")
        self.clicked.connect(self._choose)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the other language."""
        others = self._others()
        if len(others) == 1:
            self.setText(others[0][1])
        else:
            self.setText(current().row.name)
        self.setToolTip(_("Switch the language"))
        self.setAccessibleName(_("Switch the language: {language}").format(language=self.text()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _others(self) -> list[tuple[str, str]]:
        return [(row.code, row.name) for row in language_rows() if row.code != current().code]

    def _choose(self) -> None:
        others = self._others()
        if len(others) == 1:
            self.language_chosen.emit(others[0][0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for code, name in others:
            menu.addAction(name).setData(code)
        menu.triggered.connect(self._take)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _take(self, action: QAction) -> None:
        self.language_chosen.emit(str(action.data()))


class ActionButton(IconButton):
    """An icon button that is pressed for an action and looks as enabled as it is."""

    def __init__(self, icon: str, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(icon, parent=parent)
        self._action = action
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.set_name(self._action.toolTip())
        self.setAccessibleName(self._action.text())
        self.setEnabled(self._action.isEnabled())


class Header(QFrame):
    """Title and subtitle at the leading end, what is always at hand at the trailing end."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "header")
        self.setFixedHeight(HEIGHT)
        self._title = ElidedLabel(role=TextRole.TITLE)
        self._subtitle = ElidedLabel(tone=Tone.QUIET)
        self._saved_at: datetime | None = None
        self._saved_sign = QLabel()
        self._saved = ElidedLabel(tone=Tone.QUIET, role=TextRole.SMALL)
        icons.set_icon(self._saved_sign, "check", "quiet", 16)
        self.undo = ActionButton("undo", actions["undo"])
        self.redo = ActionButton("redo", actions["redo"])
        self.search = HeaderSearch(actions["search"])
        self.language = LanguageButton()
        self.menu = ActionButton("more", actions["menu"])
        self._lay_out()
        self.set_saved(None)

    def _lay_out(self) -> None:
        self._saved.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.space(5.5), 0, theme.space(5.5), 0)
        line.setSpacing(theme.space(2))
        line.addWidget(self._title)
        line.addSpacing(theme.space(1))
        line.addWidget(self._subtitle)
        line.addStretch(1)
        line.addWidget(self._saved_sign)
        line.addWidget(self._saved)
        line.addSpacing(theme.space(2))
        for widget in (self.undo, self.redo, self.search, self.language, self.menu):
            line.addWidget(widget)

    def set_heading(self, title: str, subtitle: str) -> None:
        """Show what page it is and a quiet line beside it."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)

    def heading(self) -> tuple[str, str]:
        """Return title and subtitle."""
        return self._title.whole_text(), self._subtitle.whole_text()

    def set_saved(self, moment: datetime | None) -> None:
        """Tell when something was saved last; None while nothing was."""
        self._saved_at = moment
        show_if(self._saved, moment is not None)
        show_if(self._saved_sign, moment is not None)
        if moment is not None:
            self._saved.setText(_("Saved {time}").format(time=current().time(moment)))

    def saved_text(self) -> str:
        """Return what is said of saving, "" while nothing was saved."""
        return self._saved.whole_text() if self._saved_at is not None else ""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.set_saved(self._saved_at)
