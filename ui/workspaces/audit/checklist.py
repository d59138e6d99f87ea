"""The workspace of the checklist: made in one click, worked through by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from models.domain.fields import Record
from models.domain.gates.criterion import Place
from models.domain.ids import RecordId
from models.domain.records.audit import Audit, AuditCheck
from models.domain.registers import register
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current
from ui.registers import RegisterView
from ui.theme import TextRole, Tone
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import PlainLabel
from ui.widgets.mode_layout import ModeLayout
from ui.workspace import Workspace
from ui.workspaces.audit.check_page import CheckPage
from ui.workspaces.audit.check_table import ListPage
from ui.workspaces.audit.fieldwork import Fieldwork
from ui.workspaces.audit.keys import result_key
from ui.workspaces.audit.offers import OffersPage

CHECK, LIST, OFFERS, ALL = "check", "list", "offers", "all"
_MODES = ((CHECK, "circle-question-mark"), (LIST, "list"), (OFFERS, "list-checks"), (ALL, "table-2"))
_AUDIT_WIDTH = theme.space(60)
_FIELDWORK = frozenset({"result", "evidence", "samples", ""})


class ChecklistWorkspace(Workspace):
    """Prepares and works through the checklist of one audit; the register of all lines is the fourth way."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(company, parent)
        self.fieldwork = Fieldwork(company, self)
        self._layout = ModeLayout(self, _MODES)
        self.modes, self._stack = self._layout.modes, self._layout.pages
        self.answered = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.audits = ChoiceBox(optional=False)
        self.audits.setFixedWidth(_AUDIT_WIDTH)
        self.check_page = CheckPage(self.fieldwork, self._stack)
        self.empty = EmptyState(icon="step-8", parent=self._stack)
        self._later: dict[str, ListPage | OffersPage | RegisterView] = {}
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self._layout.add_beside(self.answered, self.audits)
        self._layout.add_pages(self.check_page, self.empty)

    def _connect(self) -> None:
        self.modes.chosen.connect(self.show_mode)
        self.audits.edited.connect(self._choose_audit)
        self.empty.action_requested.connect(self._begin)
        self.fieldwork.changed.connect(self._follow)
        self.fieldwork.told.connect(self.told)
        self.check_page.place_requested.connect(self.place_requested)
        self.check_page.open_requested.connect(self.open_requested)
        for keys, deed in (("Ctrl+PgUp", self.check_page.go_back), ("Ctrl+PgDown", self.check_page.go_on)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    @property
    def list_page(self) -> ListPage:
        """The checklist as a list, built when it is first shown."""
        page = self._later.get(LIST)
        if not isinstance(page, ListPage):
            page = ListPage(self.fieldwork, self._stack)
            page.opened.connect(self._show_line)
            self._keep(LIST, page)
        return page

    @property
    def offers_page(self) -> OffersPage:
        """What the checklist can be made of, built when it is first shown."""
        page = self._later.get(OFFERS)
        if not isinstance(page, OffersPage):
            page = OffersPage(self.fieldwork, self._stack)
            page.taken.connect(self._show_line)
            self._keep(OFFERS, page)
        return page

    @property
    def view(self) -> RegisterView:
        """The lines of all audits as a register, built when it is first shown."""
        page = self._later.get(ALL)
        if not isinstance(page, RegisterView):
            page = RegisterView(self.company, register("audit_check"), self._stack)
            page.told.connect(self.told)
            page.open_requested.connect(self.open_requested)
            self._keep(ALL, page)
        return page

    def _keep(self, key: str, page: ListPage | OffersPage | RegisterView) -> None:
        self._later[key] = page
        self._stack.addWidget(page)

    @property
    def mode(self) -> str:
        """How the checklist is looked at."""
        return self.modes.current()

    def show_mode(self, key: str) -> None:
        """Look at the checklist in another way; the line stays."""
        self.commit()
        self.modes.set_current(key)
        self.refresh()

    def _show_line(self) -> None:
        self.show_mode(CHECK)
        self.check_page.focus()

    def _begin(self) -> None:
        """Go to where an audit is planned, or show what can be asked in it."""
        if self.fieldwork.audit is None:
            self.place_requested.emit(Place("audit"))
        else:
            self.show_mode(OFFERS)
            self.offers_page.focus()

    def _choose_audit(self) -> None:
        self.commit()
        self.fieldwork.show_audit(RecordId(self.audits.value()))

    def refresh(self) -> None:
        """Show what fits the mode and what there is, as it is now."""
        self._refresh_page(self._show_page())

    def _follow(self) -> None:
        """Show what there is now; the page that was shown already follows by itself."""
        before = self._stack.currentWidget()
        page = self._show_page()
        if page is not before:
            self._refresh_page(page)

    def _refresh_page(self, page: QWidget) -> None:
        if isinstance(page, CheckPage | ListPage | OffersPage) and self.isVisible():
            page.refresh()

    def _show_page(self) -> QWidget:
        """Bring the page to the front that fits the mode and what there is, and return it."""
        audit, progress = self.fieldwork.audit, self.fieldwork.progress
        choices = tuple(Choice(one.id, one.title or _("Audit")) for one in self.fieldwork.audits)
        if choices != self.audits.choices():
            self.audits.set_choices(choices)
        self.audits.set_value(audit.id if audit is not None else "")
        self.audits.setVisible(len(choices) > 1)
        number = current().number
        text = _("{done} of {total} looked at")
        self.answered.setText(text.format(done=number(progress.done), total=number(progress.total)))
        self.answered.setVisible(bool(progress.total))
        page = self._page(has_audit=audit is not None, has_lines=bool(progress.total))
        self._stack.setCurrentWidget(page)
        return page

    def _page(self, *, has_audit: bool, has_lines: bool) -> QWidget:
        if self.mode == ALL:
            return self.view
        if self.mode == OFFERS and has_audit:
            return self.offers_page
        if has_lines:
            return self.check_page if self.mode == CHECK else self.list_page
        self._word_empty(has_audit=has_audit)
        return self.empty

    def _word_empty(self, *, has_audit: bool) -> None:
        because = self.company.read_only_because
        if because is not None:
            self.empty.set_texts(because.worded(current()))
        elif has_audit:
            about = _("The checklist is made from your own charter, indicators, gaps and overdue points.")
            self.empty.set_texts(about, _("Make the checklist"))
        else:
            about = _("A checklist belongs to an audit. Plan one first.")
            self.empty.set_texts(about, _(register("audit").add))

    def reveal(self, place: Place) -> None:
        """Bring a line into view; a place without one may name the audit by its id."""
        audit = self.company.find(Audit, RecordId(place.content))
        if place.record is None and audit is not None:
            self.fieldwork.show_audit(audit.id)
        self.show_place(place.record, place.field)

    def show_place(self, record_id: RecordId | None = None, field: str = "") -> None:
        """Show a line: its fieldwork, or its entry in the register for any other field."""
        self.commit()
        check = self.company.find(AuditCheck, record_id)
        if check is None:
            self.show_mode(self.mode if self.mode != ALL else CHECK)
            where = self.check_page if self._stack.currentWidget() is self.check_page else self.empty.action
            where.setFocus(Qt.FocusReason.OtherFocusReason)
        elif field in _FIELDWORK and check.audit is not None:
            self.fieldwork.show_check(check)
            self.show_mode(CHECK)
            self.check_page.focus(field)
        else:
            self.show_mode(ALL)
            self.view.show_place(record_id, field)

    def show_new(self, record: Record, field: str = "") -> None:
        """Open the form of a new line that is prepared for the user."""
        self.show_mode(ALL)
        self.view.show_new(record, field)

    def commit(self) -> None:
        """Take what is being typed."""
        if self.mode == ALL:
            self.view.commit()
        else:
            self.check_page.commit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Take a key that says how a line was found."""
        result = result_key(event)
        if not result or self._stack.currentWidget() is not self.check_page:
            return False
        self.check_page.take_result(result)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while something else was shown."""
        super().showEvent(event)
        self.refresh()

    def retranslate(self) -> None:
        """Show everything in the current language; what is being typed is taken first."""
        self.commit()
        self.modes.set_texts(
            (
                (CHECK, _("Line by line")),
                (LIST, _("List")),
                (OFFERS, _("Make the checklist")),
                (ALL, _("All lines")),
            )
        )
        self.audits.set_name(_("Audit"))
        self.check_page.retranslate()
        for page in self._later.values():
            if not isinstance(page, RegisterView):
                page.retranslate()
        self.refresh()
