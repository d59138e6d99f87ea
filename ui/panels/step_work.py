"""The work of a step: a tab for each of its registers and sheets, built when it is first shown."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.domain.gates.criterion import Place
from models.domain.register import Register
from models.services.company import OpenCompany
from models.services.steps import Tab, prepared, tab_of, tabs
from ui.language import _
from ui.panels.documents.control_sheet import ControlSheet
from ui.registers import RegisterView, SheetView
from ui.widgets.buttons import LinkButton
from ui.widgets.card import Card
from ui.widgets.flow_tabs import FlowTabs
from ui.workspace import Workspace
from ui.workspace_catalogue import WORKSPACES


class _Bodies(QStackedWidget):
    """Asks for no more room than the tab in front: a workspace behind it has the whole page to itself."""

    def sizeHint(self) -> QSize:
        """Return the size that the tab in front wants."""
        front = self.currentWidget()
        return front.sizeHint() if front is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the size that the tab in front needs."""
        front = self.currentWidget()
        return front.minimumSizeHint() if front is not None else super().minimumSizeHint()


class StepWork(Card):
    """Shows one register at a time and takes what is being typed before another one.

    Signals:
        told: news of a register. open_requested: a file is to be opened.
        place_requested: a `Place` that a workspace leads to.
        shown: another tab is in front.
        document_toggled: the document beside a workspace was opened or closed.
        tasks_requested, guide_requested: tasks and gate, or the guide, are to be opened or closed.
    """

    told = Signal(object)
    open_requested = Signal(object)
    place_requested = Signal(object)
    shown = Signal()
    document_toggled = Signal(bool)
    tasks_requested = Signal()
    guide_requested = Signal()

    def __init__(self, company: OpenCompany, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._company = company
        self._number = number
        self._tabs = {tab.key: tab for tab in tabs(number)}
        self._bodies: dict[str, Any] = {}
        self._has_document = True
        self.tabs = FlowTabs(self)
        self.tabs.take_keys()
        self.tabs.chosen.connect(self.show_tab)
        self.tasks_button = LinkButton(icon="tasks", parent=self.tabs)
        self.guide_button = LinkButton(icon="guide", parent=self.tabs)
        self.tasks_button.clicked.connect(self.tasks_requested)
        self.guide_button.clicked.connect(self.guide_requested)
        for button in (self.tasks_button, self.guide_button):
            self.tabs.add_trailing(button)
        self._stack = _Bodies(self)
        self.set_flush(True)
        self.body.setSpacing(0)
        self.add(self.tabs)
        self.add(self._stack, 1)
        self.retranslate()
        self.show_tab(self.tabs.current())

    def show_tab(self, key: str) -> None:
        """Show the tab of that key."""
        self.commit()
        self.tabs.set_current(key)
        self._stack.setCurrentWidget(self._body(key))
        self._stack.updateGeometry()
        self.tasks_button.setVisible(self.is_wide)
        self.shown.emit()

    @property
    def is_wide(self) -> bool:
        """Whether the current tab is a workspace, which wants the width of the page."""
        return isinstance(self.current_body(), Workspace)

    def show_document(self, is_open: bool) -> None:
        """Open or close the document beside every workspace, without any signal."""
        self._has_document = is_open
        for body in self._bodies.values():
            if isinstance(body, Workspace):
                body.show_document(is_open)

    def current_body(self) -> Any:
        """Return the view of the current tab."""
        return self._body(self.tabs.current())

    def tab_keys(self) -> list[str]:
        """Return the keys of all tabs in their order."""
        return list(self._tabs)

    def built(self) -> list[str]:
        """Return the keys of the tabs that have been shown."""
        return list(self._bodies)

    def reveal(self, place: Place) -> None:
        """Show a place that is found in one of the tabs; any other is left aside."""
        tab = tab_of(self._number, place, self._company)
        if tab is None:
            return
        self.show_tab(tab.key)
        body, new = self._body(tab.key), prepared(place, self._company)
        if new is not None and isinstance(body, RegisterView | Workspace):
            body.show_new(new, place.field)
        elif isinstance(body, Workspace):
            body.reveal(place)
        else:
            body.show_place(place.record, place.field)

    def commit(self) -> None:
        """Take what is being typed."""
        body = self._bodies.get(self.tabs.current())
        if body is not None:
            body.commit()

    def _body(self, key: str) -> Any:
        if key not in self._bodies:
            self._bodies[key] = self._made(self._tabs[key])
            self._stack.addWidget(self._bodies[key])
        return self._bodies[key]

    def _made(self, tab: Tab) -> QWidget:
        if tab.document:
            return ControlSheet(self._company, tab.document, parent=self._stack)
        view = self._workspace(tab.key) or self._view(tab.register)
        view.told.connect(self.told)
        view.open_requested.connect(self.open_requested)
        return view

    def _workspace(self, key: str) -> Workspace | None:
        factory = WORKSPACES.get(key)
        if factory is None:
            return None
        workspace = factory(self._company, self._stack)
        workspace.place_requested.connect(self.place_requested)
        workspace.show_document(self._has_document)
        workspace.document_toggled.connect(self.show_document)
        workspace.document_toggled.connect(self.document_toggled)
        return workspace

    def _view(self, register: Register) -> RegisterView | SheetView:
        # Made where it stands: a widget that is moved later is dressed twice.
        if register.is_sheet:
            return SheetView(self._company, register, self._stack)
        return RegisterView(self._company, register, self._stack)

    def retranslate(self) -> None:
        """Word tabs and buttons; the views word themselves."""
        self.tasks_button.setText(_("Tasks"))
        self.tasks_button.setToolTip(_("The tasks of this step, and what is needed to close it"))
        self.guide_button.setText(_("Guide"))
        self.guide_button.setToolTip(_("Why, how, examples and mistakes to avoid"))
        self.tabs.set_tabs((key, _(tab.title)) for key, tab in self._tabs.items())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give a key that the tabs did not want to the workspace in front."""
        body = self.current_body()
        if not (isinstance(body, Workspace) and body.take_key(event)):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
