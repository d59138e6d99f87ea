"""Where a person is named, each mention a way there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from models.content import titles
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.control import TaskState
from models.localisation.display import Display
from models.localisation.text import shortened
from models.services.company import OpenCompany
from models.services.references import Mention, mentions
from ui import theme
from ui.language import _, current
from ui.panels.tall_scroll import TallScroll
from ui.theme import TextRole, Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import WrapLabel

_MOST_LISTED = 20
_HEIGHT = theme.space(26)


class MentionButton(SecondaryButton):
    """The mentions in one register: the way to the only one, or a list of them."""

    place_requested = Signal(object)

    def __init__(self, found: Sequence[Mention], company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(small=True, parent=parent)
        self._found = found
        self._display = Display(company, current(), titles.title)
        self.setText(self._label())
        self.clicked.connect(self._press)

    def _label(self) -> str:
        title = _(self._found[0].register.title)
        if len(self._found) == 1:
            return f"{title} · {self._said(self._found[0])}"
        return _("{title} ({count})").format(title=title, count=current().number(len(self._found)))

    def _said(self, mention: Mention) -> str:
        """Return how the record is called and as what it names the person."""
        field = _(mention.spec.label)
        if mention.register.is_sheet:
            return field
        name = shortened(self._display.name(mention.record), 40)
        return _("{name}: {field}").format(name=current().isolate(name), field=field)

    def _press(self) -> None:
        if len(self._found) == 1:
            self.place_requested.emit(_place(self._found[0]))
        else:
            self.menu_of_mentions().popup(self.mapToGlobal(self.rect().bottomLeft()))

    def menu_of_mentions(self) -> QMenu:
        """Return the list of the mentions, newest first."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for mention in [*reversed(self._found)][:_MOST_LISTED]:
            menu.addAction(self._said(mention).replace("&", "&&")).setData(_place(mention))
        menu.triggered.connect(self._take)
        return menu

    def _take(self, action: QAction) -> None:
        self.place_requested.emit(action.data())


class MentionsFoot(QWidget):
    """Stands under a person's form; `place_requested` carries the place of a mention."""

    place_requested = Signal(object)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._person: RecordId | None = None
        self.buttons: list[MentionButton] = []
        self._title = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self._board = FlowBox(theme.space(2))
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._board)
        self._scroll = TallScroll(content)
        self._scroll.setMaximumHeight(_HEIGHT)
        line = QFrame()
        line.setProperty("kind", "line")
        line.setFixedHeight(1)
        words = QVBoxLayout()
        words.setContentsMargins(theme.space(5), theme.space(3), theme.space(5), theme.space(3))
        words.setSpacing(theme.space(2))
        words.addWidget(self._title)
        words.addWidget(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addLayout(words)
        self.hide()

    def show_person(self, person: RecordId | None) -> None:
        """Show where a person is named; nothing for None."""
        self._person = person
        self.refresh()

    def refresh(self) -> None:
        """Show the mentions as they are now."""
        for button in self.buttons:
            self._board.remove(button)
        self.buttons = []
        self.setVisible(self._person is not None)
        if self._person is None:
            return
        found = mentions(self._person, self._company)
        for _code, group in groupby(found, key=lambda mention: mention.register.code):
            self._add(MentionButton(list(group), self._company))
        self._title.setText(_("Named here:") if self.buttons else _("Not named anywhere yet."))
        self._scroll.setVisible(bool(self.buttons))

    def _add(self, button: MentionButton) -> None:
        button.place_requested.connect(self.place_requested)
        self.buttons.append(button)
        self._board.add(button)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()


def _place(mention: Mention) -> Place:
    content = mention.record.task if isinstance(mention.record, TaskState) else ""
    return Place(mention.register.code, mention.record.id, mention.spec.name, content)
