"""The commitments of the policy: kept, edited, dropped and put into order, and the model's to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.content import titles as content_titles
from models.content.documents import PolicyStatement as ModelStatement
from models.content.documents import model_policy
from models.domain.errors import AppError
from models.domain.fields import Record
from models.domain.ids import RecordId
from models.domain.records.commitment import PolicyStatement
from models.domain.registers import register_of
from models.localisation.display import Display
from models.services import commitment
from models.services.company import Change, OpenCompany
from ui import theme
from ui.language import _, current, ngettext
from ui.panels.statement_row import StatementRow
from ui.registers.bin_menu import BinButton
from ui.registers.news import News, farewell
from ui.theme import TextRole, Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.chip import Chip
from ui.widgets.labels import WrapLabel
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.ordered_rows import OrderedRows
from ui.widgets.row_button import OfferRow


class PolicyStatements(QWidget):
    """The statements in their order, how many are recommended, and the model statements left to take.

    Signals:
        told: `News`.
        typed: something is being typed in a statement; `draft` holds it.
    """

    told = Signal(object)
    typed = Signal()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._rows: dict[str, StatementRow] = {}
        self._open = ""
        self._new: PolicyStatement | None = None
        self._title = WrapLabel(role=TextRole.TITLE, parent=self)
        self.count = Chip(parent=self)
        self._advice = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.list = OrderedRows(self)
        self.add_button = SecondaryButton(icon="add", small=True, parent=self)
        self.bin_button = BinButton(company, register_of(PolicyStatement), self)
        self._offers_title = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.offers: list[OfferRow] = []
        self._offers = QVBoxLayout()
        self._lay_out()
        self.list.moved.connect(self.give_place)
        self.add_button.clicked.connect(self.add)
        self.destroyed.connect(company.subscribe(self._follow))
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.count)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addWidget(self.bin_button)
        foot.addStretch(1)
        self._offers.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addLayout(head)
        column.addWidget(self._advice)
        column.addWidget(self.list)
        column.addLayout(foot)
        column.addWidget(self._offers_title)
        column.addLayout(self._offers)

    # What is shown

    def refresh(self) -> None:
        """Show the statements as they are now."""
        statements = list(commitment.statements_in_order(self._company))
        saved = len(statements)
        if self._new is not None and all(one.id != self._new.id for one in statements):
            statements.append(self._new)
        else:
            self._new = None
        rows = [self._row(one) for one in statements]
        self._rows = {row.key: row for row in rows}
        self.list.show_rows(rows)
        for place, (row, one) in enumerate(zip(rows, statements, strict=True), start=1):
            row.show_statement(one, place)
            row.grip.setVisible(not self._company.is_read_only)
        if self._open not in self._rows:
            self._open = ""
        self.add_button.setVisible(not self._company.is_read_only)
        self._say_count(saved)
        self._offer()

    def _row(self, statement: PolicyStatement) -> StatementRow:
        known = self._rows.get(statement.id)
        if known is not None:
            return known
        row = StatementRow(self._company, statement, self.list)
        row.toggled.connect(self._toggle)
        row.typed.connect(self.typed)
        row.deletion_requested.connect(self._delete)
        return row

    def _say_count(self, count: int) -> None:
        speech, model = current(), model_policy()
        sentence = ngettext("{count} statement", "{count} statements", count)
        is_fine = model.at_least <= count <= model.at_most
        self.count.set_chip(sentence.format(count=speech.number(count)), Tone.GOOD if is_fine else Tone.LATE)
        self.count.setToolTip(
            _("{least} to {most} are recommended.").format(
                least=speech.number(model.at_least), most=speech.number(model.at_most)
            )
        )

    def _offer(self) -> None:
        left = [] if self._company.is_read_only else commitment.statements_to_take(self._company)
        self._offers_title.setVisible(bool(left))
        for row in self.offers:
            row.hide()
            row.deleteLater()
        self.offers = [OfferRow(one.text.best(current().code), self) for one in left]
        for row, one in zip(self.offers, left, strict=True):
            row.setToolTip(_("Take it into the policy"))
            row.clicked.connect(partial(self.take, one))
            self._offers.addWidget(row)
            # One that is not shown yet could not take the focus.
            row.show()

    # What can be done

    def take(self, model: ModelStatement) -> None:
        """Save a model statement at the end of the policy."""
        self._do(lambda: self._company.save(commitment.new_statement(self._company, model)))
        following = self.offers[0] if self.offers else self.add_button
        following.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Begin a statement of one's own."""
        if not self._company.is_read_only:
            self.show_new(commitment.new_statement(self._company))

    def show_new(self, record: Record) -> None:
        """Open a statement that is prepared for the user; it is saved with its first entry."""
        if isinstance(record, PolicyStatement):
            self._new = record
            self.refresh()
            self.focus(record.id)

    def give_place(self, key: str, place: int) -> None:
        """Give a statement another place, one step to undo."""
        statement = self._company.find(PolicyStatement, RecordId(key))
        if statement is not None and not self._company.is_read_only:
            self.commit()
            self._do(lambda: self._company.save_all(commitment.moved(statement, place, self._company)))

    def _delete(self) -> None:
        row = self.sender()
        if isinstance(row, StatementRow) and not self._company.is_read_only:
            self.drop(row.key)

    def drop(self, key: str) -> None:
        """Leave a statement out of the policy; it lies in the bin then."""
        statement = self._company.find(PolicyStatement, RecordId(key))
        if statement is None:
            self._give_up_new()
            return
        keys = list(self._rows)
        at = keys.index(statement.id)
        after = next(iter([*keys[at + 1 :], *reversed(keys[:at])]), "")
        display = Display(self._company, current(), content_titles.title)
        news = farewell([statement], display)
        self._do(lambda: self._company.delete([statement]))
        target = self._rows.get(after, self.add_button)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.told.emit(news)

    def _give_up_new(self) -> None:
        self._new = None
        self.refresh()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _do(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))

    def _toggle(self) -> None:
        row = self.sender()
        if isinstance(row, StatementRow):
            self.open("" if row.is_open else row.key)
            if self._new is not None and row.key == self._new.id:
                self._give_up_new()
            elif not row.is_open:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, key: str) -> None:
        """Open one statement for editing and close every other."""
        for row in self._rows.values():
            if row.is_open and row.key != key:
                row.open(False)
        self._open = key if key in self._rows else ""
        if self._open:
            row = self._rows[key]
            row.open(True)
            if row.fields is not None:
                row.fields.focus()

    def focus(self, record_id: RecordId | None = None) -> None:
        """Open a statement; without one, give the focus to the first, or to what begins one."""
        if record_id in self._rows:
            self.open(str(record_id))
            return
        first = next(iter(self._rows.values()), None) or next(iter(self.offers), self.add_button)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_row(self) -> StatementRow | None:
        """Return the row that is being edited, None for none."""
        return self._rows.get(self._open)

    def draft(self) -> Record | None:
        """Return the statement that is being edited as it would be saved now, None for none."""
        row = self.open_row()
        return row.fields.draft() if row is not None and row.fields is not None else None

    def row_with(self, widget: QWidget) -> StatementRow | None:
        """Return the row that a widget is, or is part of; None for none."""
        return next((row for row in self._rows.values() if row is widget or row.isAncestorOf(widget)), None)

    def rows(self) -> Sequence[StatementRow]:
        """Return the rows in their order."""
        return list(self._rows.values())

    def commit(self) -> None:
        """Take what is being typed."""
        row = self.open_row()
        if row is not None and row.fields is not None:
            row.fields.commit()

    def _follow(self, change: Change) -> None:
        if not change.edits or change.touches(PolicyStatement):
            self.refresh()

    def retranslate(self) -> None:
        """Word everything in the current language."""
        self._title.setText(_("Commitments of management"))
        self._advice.setText(model_policy().note.best(current().code))
        self.add_button.setText(_("Write your own"))
        self._offers_title.setText(_("From the model, not in your policy"))
        for row in self._rows.values():
            row.retranslate()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
