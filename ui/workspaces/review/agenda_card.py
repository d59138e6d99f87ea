"""One item of the agenda: what the records say, a small chart, and what was said about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.domain.records.audit import Review, ReviewInput
from models.domain.reported import Count, Mood, Report, Reported
from models.services.company import OpenCompany
from models.services.reviewing import AgendaItem
from ui import icons, theme
from ui.language import _, current
from ui.panels.record_fields import RecordFields
from ui.theme import TextRole, Tone
from ui.widgets.buttons import SecondaryButton
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.count_bars import CountBar, CountBars
from ui.widgets.labels import WrapLabel
from ui.widgets.row_button import PressableRow
from ui.widgets.showing import show_if

_SIGNS: Mapping[Mood, tuple[str, Tone]] = {
    Mood.PLAIN: ("circle", Tone.QUIET),
    Mood.GOOD: ("good", Tone.GOOD),
    Mood.LATE: ("warning", Tone.LATE),
    Mood.BROKEN: ("error", Tone.BROKEN),
}
_SMALL = theme.ICON - 2


class FigureRow(PressableRow):
    """One sentence of the figures; pressing it leads to the records that it counts.

    Signals:
        place_requested: the `Place`.
    """

    place_requested = Signal(object)

    def __init__(self, reported: Reported, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reported = reported
        sign, tone = _SIGNS[reported.mood]
        mark = QLabel(self)
        icons.set_icon(mark, sign, tone.value, _SMALL)
        text = reported.sentence.worded(current())
        words = WrapLabel(text, TextRole.SMALL, Tone.TEXT, self)
        for label in (mark, words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.space(1), theme.space(0.5), theme.space(1), theme.space(0.5))
        line.setSpacing(theme.space(2))
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        self.setAccessibleName(text)
        self.setToolTip(_("Show the records"))
        self.clicked.connect(self._go)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the lines that this width needs."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.room().heightForWidth(self.width()))

    def _go(self) -> None:
        self.place_requested.emit(self.reported.place)


class AgendaCard(Card):
    """Figures above, the note below.

    Signals:
        place_requested: a `Place` that a figure leads to.
        figures_wanted: the figures are to be written into the empty note.
        typed: something is being typed in a note.
    """

    place_requested = Signal(object)
    figures_wanted = Signal(object)
    typed = Signal()

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._company = company
        self._item: AgendaItem | None = None
        self.rows: list[FigureRow] = []
        self.notes: list[RecordFields] = []
        self.chip = Chip()
        self.set_trailing(self.chip)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.chart = CountBars(self)
        self._said = QVBoxLayout()
        self._said.setSpacing(theme.space(2))
        self.write_button = SecondaryButton(icon="edit", small=True, parent=self)
        self.write_button.clicked.connect(self._ask)
        foot = QHBoxLayout()
        foot.addWidget(self.write_button)
        foot.addStretch(1)
        self.body.addLayout(self._lines)
        self.add(self.chart)
        self.body.addLayout(self._said)
        self.body.addLayout(foot)

    @property
    def item(self) -> AgendaItem:
        """What the card shows."""
        assert self._item is not None
        return self._item

    def show_item(self, number: int, item: AgendaItem, review: Review) -> None:
        """Show an item of a review's agenda; its number counts from 1."""
        self._item = item
        speech = current()
        title = _("{number}. {text}").format(
            number=speech.number(number), text=item.topic.text.best(speech.code)
        )
        self.set_title(title)
        self._show_figures(item.report)
        self._show_notes(item.notes or (ReviewInput(review=review.id, topic=item.topic.id),), review)
        self._show_state()
        is_empty = not item.is_discussed and bool(item.report.lines)
        self.write_button.setVisible(is_empty and not self._company.is_read_only)
        self.write_button.setText(_("Write down the figures"))
        self.write_button.setAccessibleDescription(title)

    def _show_state(self) -> None:
        if not self.item.is_discussed:
            self.chip.set_chip(_("Not discussed yet"), Tone.LATE)
        elif self.item.lacks_numbers:
            self.chip.set_chip(_("No number in the note"), Tone.LATE)
        else:
            self.chip.set_chip(_("Written down"), Tone.GOOD)

    def _show_figures(self, report: Report) -> None:
        said = [row.accessibleName() for row in self.rows]
        wanted = [one.sentence.worded(current()) for one in report.lines]
        if said != wanted or [row.reported for row in self.rows] != list(report.lines):
            for row in self.rows:
                row.hide()
                row.deleteLater()
            self.rows = [FigureRow(one, self) for one in report.lines]
            for row in self.rows:
                row.place_requested.connect(self.place_requested)
                self._lines.addWidget(row)
        self.chart.setAccessibleName(_("Figures of this item"))
        self.chart.show_bars([_bar(one) for one in report.charted])
        show_if(self.chart, bool(report.charted))

    def _show_notes(self, notes: Sequence[ReviewInput], review: Review) -> None:
        while len(self.notes) < len(notes):
            fields = RecordFields(self._company, ReviewInput, ("note",), self)
            fields.typed.connect(self.typed)
            self._said.addWidget(fields.row("note"))
            self.notes.append(fields)
        for at, fields in enumerate(self.notes):
            fields.row("note").setVisible(at < len(notes))
            if at < len(notes):
                self._show_note(fields, notes[at], review)

    @staticmethod
    def _show_note(fields: RecordFields, note: ReviewInput, review: Review) -> None:
        """Show a note; one that is not saved yet keeps its place and what is being typed there."""
        shown = fields.record
        is_blank = isinstance(shown, ReviewInput) and not shown.note and fields.is_new
        is_same = isinstance(shown, ReviewInput) and (shown.review, shown.topic) == (review.id, note.topic)
        if not (is_blank and is_same and not note.note):
            fields.show(note)

    def _ask(self) -> None:
        self.commit()
        self.figures_wanted.emit(self.item)

    def commit(self) -> None:
        """Take what is being typed."""
        for fields in self.notes:
            fields.commit()

    def focus_note(self, note: object = None) -> None:
        """Give the focus to a note, the first one where the id is none of them."""
        known = [one for one in self.notes if one.record is not None and one.record.id == note]
        (known or self.notes)[0].focus("note")

    def retranslate(self) -> None:
        """Word the fields in the current language; `show_item` words the rest."""
        for fields in self.notes:
            fields.retranslate()


def _bar(one: Count) -> CountBar:
    speech, tone = current(), _SIGNS[one.mood][1]
    is_plain = one.mood is Mood.PLAIN
    return CountBar(
        one.name.worded(speech), one.number, speech.number(one.number), Tone.PRIMARY if is_plain else tone
    )
