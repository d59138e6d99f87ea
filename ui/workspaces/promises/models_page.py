"""The model promises of the trades: choose a trade, look at them, take some or all."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.content.promises import charter_model
from models.domain.errors import AppError
from models.domain.records.charter import Promise
from models.domain.records.organisation import Organisation
from models.services.company import Change, OpenCompany
from models.services.model_promises import offers, taken, trades
from ui import icons, theme
from ui.language import _, current, ngettext
from ui.registers.news import News
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from ui.widgets.choice_box import Choice, ChoiceBox
from ui.widgets.labels import PlainLabel, WrapLabel
from ui.widgets.line import thin_line
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.page_scroll import PageScroll
from ui.workspaces.promises.offer_row import OfferRow

_TRADE_WIDTH = theme.space(60)


class ModelsPage(QWidget):
    """Signals: told with `News`; left when the user goes back to the promises."""

    told = Signal(object)
    left = Signal()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self.rows: list[OfferRow] = []
        self.back_button = LinkButton(icon="back", parent=self)
        self.trade_label = PlainLabel(tone=Tone.QUIET, parent=self)
        self.trade = ChoiceBox(optional=False, parent=self)
        self.trade_label.setBuddy(self.trade)
        self._sign = QLabel(self)
        icons.set_icon(self._sign, "idea", "accent", theme.ICON)
        self._hint = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        content = QWidget(self)
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(theme.space(5), theme.space(1), theme.space(5), theme.space(4))
        self._list.setSpacing(theme.space(2.5))
        self._scroll = PageScroll(content, self)
        self.take_button = PrimaryButton(icon="add", parent=self)
        self.all_button = SecondaryButton(parent=self)
        self._lay_out()
        self._connect()
        self.destroyed.connect(company.subscribe(self._follow))
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(3), theme.space(2.5), theme.space(5), theme.space(2.5))
        head.setSpacing(theme.space(3))
        head.addWidget(self.back_button)
        head.addStretch(1)
        head.addWidget(self.trade_label)
        head.addWidget(self.trade)
        self.trade.setFixedWidth(_TRADE_WIDTH)
        hint = QHBoxLayout()
        hint.setContentsMargins(theme.space(5), theme.space(3), theme.space(5), theme.space(3))
        hint.setSpacing(theme.space(2))
        hint.addWidget(self._sign)
        hint.addWidget(self._hint, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.space(5), theme.space(3), theme.space(5), theme.space(3))
        foot.setSpacing(theme.space(2))
        foot.addWidget(self.take_button)
        foot.addWidget(self.all_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(thin_line(parent=self))
        column.addLayout(hint)
        column.addWidget(self._scroll, 1)
        column.addWidget(thin_line(parent=self))
        column.addLayout(foot)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.trade.edited.connect(self.refresh)
        self.take_button.clicked.connect(self.take)
        self.all_button.clicked.connect(self.choose_all)
        leave = QShortcut(QKeySequence("Escape"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.left)

    def begin(self) -> None:
        """Show the models of the company's trade, or of the one that was looked at last."""
        own = self._company.sheet(Organisation).sector
        if not self.trade.value():
            self.trade.set_value(own if own in trades() else next(iter(trades())))
        self.refresh()

    def focus_first(self) -> None:
        """Give the choice of the trade the focus."""
        self.trade.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trade(self, key: str) -> None:
        """Show the models of a trade."""
        self.trade.set_value(key)
        self.refresh()

    def refresh(self) -> None:
        """Show the models of the trade chosen, and which of them the company has."""
        while (item := self._list.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        content, is_locked = self._scroll.widget(), self._company.is_read_only
        found = offers(trades()[self.trade.value()], self._company)
        self.rows = [OfferRow(offer, is_locked=is_locked, parent=content) for offer in found]
        for row in self.rows:
            row.ticked.connect(self._word_buttons)
            self._list.addWidget(row)
        self._list.addStretch(1)
        self._word_buttons()

    def chosen(self) -> list[OfferRow]:
        """Return the rows that are ticked."""
        return [row for row in self.rows if row.is_ticked]

    def choose_all(self) -> None:
        """Tick all that can be taken, or none where all of them are ticked."""
        left = [row for row in self.rows if not row.box.isHidden()]
        is_all = len(self.chosen()) == len(left)
        for row in left:
            row.tick(not is_all)

    def take(self) -> None:
        """Save what is ticked as promises with their indicators, in one step that can be undone."""
        chosen = self.chosen()
        if not chosen:
            said = _("Tick the promises that you can keep.")
            self.told.emit(News(said, NoticeKind.INFO))
            return
        trade = trades()[self.trade.value()]
        records = taken(trade, [row.offer.model for row in chosen], self._company)
        try:
            self._company.save_all(records)
        except AppError as error:
            self.told.emit(News(error.sentence(current()), NoticeKind.ERROR))
            return
        count = sum(isinstance(record, Promise) for record in records)
        sentence = ngettext("{count} promise was taken.", "{count} promises were taken.", count)
        text = sentence.format(count=current().number(count))
        self.told.emit(News(text, NoticeKind.GOOD, can_undo=True))
        self.left.emit()

    def _follow(self, change: Change) -> None:
        if self.isVisible() and (not change.edits or change.touches(Promise)):
            self.refresh()

    def _word_buttons(self) -> None:
        is_open = any(not row.box.isHidden() for row in self.rows)
        count = len(self.chosen())
        taking = ngettext("Take {count} promise", "Take {count} promises", count)
        self.take_button.setText(
            taking.format(count=current().number(count)) if count else _("Take promises")
        )
        self.all_button.setText(_("Choose all or none"))
        for button in (self.take_button, self.all_button):
            button.setVisible(is_open)

    def retranslate(self) -> None:
        """Say everything in the current language."""
        speech = current()
        self.back_button.setText(_("Promises"))
        self.back_button.setToolTip(_("Back to the list (Escape)"))
        self.trade_label.setText(_("Trade"))
        self.trade.set_name(_("Trade"))
        self.trade.set_choices(Choice(key, trade.name.best(speech.code)) for key, trade in trades().items())
        self._hint.setText(charter_model().target_hint.best(speech.code))
        for row in self.rows:
            row.retranslate()
        self._word_buttons()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
