"""One line of the checklist at a time, beside the list of all by step."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.domain.gates.criterion import place
from models.domain.ids import RecordId
from models.domain.records.choices import STEPS
from models.localisation.text import shortened
from ui import theme
from ui.language import _, current
from ui.panels.auditor_list import AskedLine, AuditorList
from ui.registers.news import News
from ui.theme import TextRole, Tone
from ui.widgets.buttons import PrimaryButton, SecondaryButton
from ui.widgets.labels import WrapLabel
from ui.widgets.line import thin_line
from ui.widgets.notice_bar import NoticeKind
from ui.widgets.page_scroll import PageScroll
from ui.workspaces.audit.check_sheet import CheckSheet
from ui.workspaces.audit.fieldwork import Fieldwork
from ui.workspaces.audit.keys import result_key

_LIST_WIDTH = theme.space(80)
_LONGEST = 160


class _Lines(AuditorList):
    """Leaves the keys that answer to the workspace, instead of looking for a line that begins so."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass a key on that means a result."""
        if result_key(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class CheckPage(QWidget):
    """Shows the lines of the fieldwork and leads through them.

    Signals:
        place_requested: the `Place` of a record that is looked at, or of a finding.
        open_requested: a piece of evidence is to be opened.
    """

    place_requested = Signal(object)
    open_requested = Signal(object)

    def __init__(self, fieldwork: Fieldwork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fieldwork = fieldwork
        self.list = _Lines(self)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.sheet = CheckSheet(fieldwork, self)
        self._scroll = PageScroll(self.sheet, self)
        self.previous_button = SecondaryButton(icon="back", parent=self)
        self.next_button = PrimaryButton(icon="next", parent=self)
        self.finding_button = SecondaryButton(icon="flag", parent=self)
        self.hint = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.space(5), theme.space(2), theme.space(5), theme.space(1))
        foot.setSpacing(theme.space(2.5))
        foot.addWidget(self.previous_button)
        foot.addWidget(self.next_button)
        foot.addStretch(1)
        foot.addWidget(self.finding_button)
        self.hint.setContentsMargins(theme.space(5), 0, theme.space(5), theme.space(2))
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self._scroll, 1)
        main.addLayout(foot)
        main.addWidget(self.hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.space(3), 0, theme.space(3))
        row.setSpacing(theme.space(3))
        # Margins stay where they are in a mirrored window; a space goes along.
        row.addSpacing(theme.space(3))
        row.addWidget(self.list)
        row.addWidget(thin_line(is_upright=True))
        row.addLayout(main, 1)

    def _connect(self) -> None:
        self.list.question_chosen.connect(self._choose)
        self.list.answer_wanted.connect(self.sheet.focus)
        self.sheet.finished.connect(self.go_to_next_unanswered)
        self.sheet.place_requested.connect(self.place_requested)
        self.sheet.open_requested.connect(self.open_requested)
        self.previous_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_to_next_unanswered)
        self.finding_button.clicked.connect(self.make_finding)
        self._fieldwork.changed.connect(self.refresh)
        self._fieldwork.moved.connect(self._move)

    def take_result(self, result: str) -> None:
        """Take a key that means a result; in the list it goes down after that, as in a spreadsheet."""
        if self.list.hasFocus():
            self._fieldwork.give(result)
            self.list.go_on(1)
        else:
            self.sheet.give(result)

    def go_back(self) -> None:
        """Show the line before."""
        self.commit()
        self._fieldwork.step(-1)

    def go_on(self) -> None:
        """Show the line behind."""
        self.commit()
        self._fieldwork.step(1)

    def go_to_next_unanswered(self) -> None:
        """Show the next line without a result, or say that there is none."""
        self.commit()
        if not self._fieldwork.go_to_next_unanswered():
            progress = self._fieldwork.progress
            done = progress.done == progress.total
            text = _("Every line has a result.") if done else _("This is the last line without a result.")
            self._fieldwork.told.emit(News(text, NoticeKind.GOOD if done else NoticeKind.INFO))

    def make_finding(self) -> None:
        """Make a finding of the line shown, or show the one that was made."""
        self.commit()
        finding = self._fieldwork.make_finding() or self._fieldwork.finding()
        if finding is not None:
            self.place_requested.emit(place(finding, "grade"))

    def commit(self) -> None:
        """Take what is being typed."""
        self.sheet.fields.commit()

    def focus(self, field: str = "") -> None:
        """Give the focus to the results of the line, or to another field."""
        self.sheet.focus(field)

    def _choose(self, check_id: str) -> None:
        self.commit()
        self._fieldwork.go(RecordId(check_id))

    def _move(self) -> None:
        focus = self.window().focusWidget() or self
        had_results = self.sheet.results.isAncestorOf(focus)
        self.sheet.show_other()
        self.refresh()
        if had_results:
            self.sheet.focus()

    def refresh(self) -> None:
        """Show the lines and the one that is looked at as they are now."""
        if not self.isVisible():
            return
        check = self._fieldwork.check
        lines = [
            AskedLine(
                one.id,
                _(STEPS[one.step]) if one.step else _("All steps"),
                shortened(one.question, _LONGEST),
                one.result,
            )
            for one in self._fieldwork.checks
        ]
        self.list.show_questions(lines, check.id if check is not None else None)
        self.sheet.refresh()
        self._word_finding()

    def _word_finding(self) -> None:
        check, finding = self._fieldwork.check, self._fieldwork.finding()
        is_open = not self._fieldwork.company.is_read_only
        lacks = check is not None and check.result in ("partly", "no")
        self.finding_button.setVisible(finding is not None or (lacks and is_open))
        if finding is not None:
            self.finding_button.setText(_("Show finding {no}").format(no=current().island(finding.no)))
        else:
            self.finding_button.setText(_("Make a finding"))
        self.finding_button.set_icon("forward" if finding is not None else "flag")

    def retranslate(self) -> None:
        """Show everything in the current language."""
        self.list.setAccessibleName(_("Checklist"))
        self.previous_button.setText(_("Previous"))
        self.next_button.setText(_("Next without result"))
        self.next_button.setToolTip(_("Go to the next line without a result (Enter on a result)"))
        self.hint.setText(_("Keys: Y or 1 shown, P or 2 partly, N or 3 not shown, S or 4 not looked at."))
        self.sheet.retranslate()
        self.refresh()
