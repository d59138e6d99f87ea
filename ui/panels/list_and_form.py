"""Records of one register at the leading side, and beside them the form of the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from models.content import titles as content_titles
from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.register import Register
from models.localisation.display import Display
from models.services import starters
from models.services.company import Change, OpenCompany
from models.services.editing import new_record
from ui import language, theme
from ui.language import _
from ui.registers.bin_menu import BinButton
from ui.registers.form import RecordForm
from ui.registers.news import News, farewell
from ui.registers.slices import Slices
from ui.theme import TextRole
from ui.widgets.buttons import IconButton, SecondaryButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.entry_list import Entry, EntryList
from ui.widgets.labels import ElidedLabel
from ui.widgets.notice_bar import NoticeKind

LIST_WIDTH = theme.space(86)

Entries = Callable[[], Sequence[Entry]]
Beginnings = Callable[[str], Record]


class ListAndForm(QWidget):
    """Chooses, adds, edits and deletes the records of a register.

    entries: what is listed; the key of a record's entry is its id. begun: returns the new record for an
    entry that stands for something not entered yet; first_field: where one begins to fill it in. head, top
    and foot: room for more, above the form, above the list and below it.

    Signals:
        told: `News`.
        open_requested: an `Evidence` record, to be opened with the system's program.
        shown: the record in the form, new or known.
        named: something that stands in the form has changed.
    """

    told = Signal(object)
    open_requested = Signal(object)
    shown = Signal(object)
    named = Signal()

    def __init__(
        self,
        company: OpenCompany,
        register: Register,
        entries: Entries,
        begun: Beginnings | None = None,
        first_field: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._company = company
        self._register = register
        self._entries = entries
        self._begun = begun
        self._first_field = first_field
        self._key = ""
        self.list = EntryList(self)
        self.add_button = SecondaryButton(icon="add", small=True, parent=self)
        self.bin_button = BinButton(company, register, self)
        self.title = ElidedLabel(parent=self)
        theme.set_role(self.title, TextRole.TITLE)
        self.delete_button = IconButton("delete", role="quiet", parent=self)
        self.head = QHBoxLayout()
        self.top = QVBoxLayout()
        self.foot = QVBoxLayout()
        self.sides = QStackedWidget(self)
        self.beside = QStackedWidget(self.sides)
        self._form = RecordForm(company, register, self.beside)
        self._slices: Slices[RecordForm] = Slices(self)
        self._is_begun = False
        self.empty = EmptyState(icon=f"step-{register.step}", parent=self.sides)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _build_form(self) -> None:
        if not self._is_begun:
            self._is_begun = True
            self._slices.start(self._form.build(), self._fill_form)

    def _fill_form(self, form: RecordForm) -> None:
        # Fields that came into a form on the screen would be shown, and take the focus, only later.
        for row in form.board.rows.values():
            row.show()
        form.show_record(form.record)

    @property
    def form(self) -> RecordForm:
        """The form, ready for use."""
        self._build_form()
        self._slices.finish()
        return self._form

    def add_below(self, widget: QWidget) -> None:
        """Let something that belongs to the record stand below its fields."""
        self._form.add_below(widget)

    def put_under(self, field: str, widget: QWidget) -> None:
        """Let something that belongs to a field of the record stand under it."""
        self._form.board.put_under(field, widget)

    def _lay_out(self) -> None:
        leading = QWidget(self)
        leading.setFixedWidth(LIST_WIDTH)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(theme.space(3), theme.space(2), theme.space(3), theme.space(2))
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.bin_button)
        buttons.addStretch(1)
        column = QVBoxLayout(leading)
        column.setContentsMargins(0, theme.space(1), 0, 0)
        column.setSpacing(0)
        column.addLayout(self.top)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        column.addLayout(self.foot)
        # Takes the room only where there is no list that does.
        column.addStretch()
        line = QFrame(self)
        line.setProperty("kind", "line")
        line.setFixedWidth(1)
        self.beside.addWidget(self._form)
        self.sides.addWidget(self._trailing_side())
        self.sides.addWidget(self.empty)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(leading)
        row.addWidget(line)
        row.addWidget(self.sides, 1)

    def _trailing_side(self) -> QWidget:
        side = QWidget(self.sides)
        self.head.setContentsMargins(theme.space(5), theme.space(3), theme.space(4), 0)
        self.head.setSpacing(theme.space(2))
        self.head.addWidget(self.title, 1)
        self.head.addWidget(self.delete_button)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.head)
        column.addWidget(self.beside, 1)
        return side

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._enter)
        self.add_button.clicked.connect(self.add)
        self.delete_button.clicked.connect(self.delete_shown)
        self.empty.action_requested.connect(self.add)
        self.empty.example_requested.connect(self.fill_from_model)
        self._form.told.connect(self.told)
        self._form.open_requested.connect(self.open_requested)
        self._form.named.connect(self.named)
        self._form.gone.connect(self._show_first)
        self.destroyed.connect(self._company.subscribe(self._follow))
        for keys, deed in (("Ctrl+N", self.add), ("Escape", self._leave)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    @property
    def record(self) -> Record | None:
        """The record in the form; None while there is none."""
        return self._form.record if self.sides.currentIndex() == 0 else None

    @property
    def is_new(self) -> bool:
        """Whether nothing of the record in the form was saved yet."""
        return self._form.is_new

    def show_record(self, record_id: RecordId | None = None, field: str | None = None) -> None:
        """Show a record, the first one without an id; with a field, even "" for the first, go there."""
        record = self._company.find(self._register.record, record_id)
        if record is None:
            self._show_first()
        else:
            self._show(record)
        if field is not None and self.record is not None:
            self.beside.setCurrentWidget(self.form)
            self.form.show_field(field)
        elif field is not None:
            self.empty.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_new(self, record: Record, field: str = "") -> None:
        """Show a new record, which is saved with its first entry."""
        if not self._company.is_read_only:
            self.commit()
            self._show(record)
            self.beside.setCurrentWidget(self.form)
            self.form.show_field(field)

    def add(self) -> None:
        """Begin a new record."""
        self.show_new(new_record(self._register, self._company))

    def delete_shown(self) -> None:
        """Move the record in the form to the bin and show the one that takes its place."""
        record = self.record
        if record is None or self._form.is_new:
            return
        after = self._neighbour_of(record.id)
        try:
            self._company.delete([record])
        except AppError as error:
            self.told.emit(News(error.sentence(language.current()), NoticeKind.ERROR))
            return
        self._choose(after)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        display = Display(self._company, language.current(), content_titles.title)
        self.told.emit(farewell([record], display))

    def _neighbour_of(self, record_id: RecordId) -> str:
        keys = [entry.key for entry in self.list.entries]
        at = keys.index(record_id) if record_id in keys else 0
        return next(iter([*keys[at + 1 :], *reversed(keys[:at])]), "")

    def fill_from_model(self) -> None:
        """Save the model's entries that are not there yet."""
        try:
            made = starters.starter(self._register, self._company, language.current(), date.today())
            self._company.save_all(made)
        except AppError as error:
            self.told.emit(News(error.sentence(language.current()), NoticeKind.ERROR))
        self._show_first()

    def commit(self) -> None:
        """Take what is being typed."""
        if self.record is not None:
            self._form.commit()

    def _choose(self, key: str) -> None:
        self.commit()
        record = self._company.find(self._register.record, RecordId(key))
        if record is not None:
            self._show(record)
        elif self._begun is not None and key in {entry.key for entry in self._entries()}:
            self._show(self._begun(key), key)
        else:
            self._show_first()

    def _enter(self, key: str) -> None:
        if self.list.current() != key or self.record is None:
            self._choose(key)
        self.form.show_field(self._first_field if self.is_new else "")

    def _leave(self) -> None:
        self.commit()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, record: Record, key: str = "") -> None:
        self.sides.setCurrentIndex(0)
        self._key = key
        self._form.show_record(record)
        self.refresh()
        self.shown.emit(record)

    def _show_first(self) -> None:
        self.refresh()
        first = next(iter(self._company.all(self._register.record)), None)
        listed = [entry.key for entry in self.list.entries]
        record = self._company.find(self._register.record, RecordId(listed[0])) if listed else first
        if record is not None:
            self._show(record)
        elif listed and self._begun is not None:
            self._show(self._begun(listed[0]), listed[0])
        else:
            self.sides.setCurrentIndex(1)
            self.shown.emit(None)

    def refresh(self) -> None:
        """Show list and buttons as they are now."""
        self.list.show_entries(self._entries())
        self.list.setVisible(bool(self.list.entries))
        if self.record is not None:
            self.list.choose(self._key if self.is_new else self.record.id)
        is_open = not self._company.is_read_only
        # Where there is nothing yet, the empty state has the button.
        self.add_button.setVisible(is_open and bool(self.list.entries))
        self.delete_button.setVisible(is_open and not self._form.is_new)
        self._name()

    def _name(self) -> None:
        if self._form.is_new:
            listed = {entry.key: entry.title for entry in self.list.entries}
            name = listed.get(self._key, "") or _("New entry")
        else:
            name = Display(self._company, language.current(), content_titles.title).name(self._form.record)
        self.title.setText(" ".join(name[:200].split()))

    def _follow(self, change: Change) -> None:
        if not change.edits or change.touches(self._register.record):
            if self.record is None and self._entries():
                self._show_first()
            else:
                self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Call everything by its present name; the form comes while the list is looked at."""
        super().showEvent(event)
        self.refresh()
        QTimer.singleShot(0, self, self._build_form)

    def retranslate(self) -> None:
        """Word everything in the current language."""
        starter = _("Start from the model") if starters.has_starter(self._register) else ""
        if self._company.is_read_only:
            self.empty.set_texts(_(self._register.about))
        else:
            self.empty.set_texts(_(self._register.about), _(self._register.add), starter)
        self.add_button.setText(_(self._register.add))
        self.add_button.setToolTip(_("{text} (Ctrl+N)").format(text=_(self._register.add)))
        self.delete_button.set_name(_("Move to the bin"))
        self.list.setAccessibleName(_(self._register.title))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
