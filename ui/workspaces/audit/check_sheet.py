"""One line of the checklist: what to show, how to look, what was picked, and how it was found."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.content.improvement import audit_model
from models.domain.gates.criterion import Place, place
from models.domain.records.audit import CHECK_RESULTS, AuditCheck
from models.domain.records.charter import Promise
from models.domain.records.choices import STEPS
from models.domain.registers import register_of
from models.localisation.text import shortened
from models.services.auditing.checklist import look_of
from models.services.auditing.fieldwork import DRAWS, Draw, draws_for, sampled
from ui import icons, theme
from ui.language import _, current
from ui.panels.record_fields import RecordFields
from ui.registers.evidence_strip import EvidenceStrip
from ui.theme import TextRole, Tone
from ui.widgets.buttons import Button, ChipButton, LinkButton, SecondaryButton
from ui.widgets.chip import Chip
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel, WrapLabel
from ui.widgets.long_text import LongText
from ui.widgets.tile_choice import Tile, TileChoice
from ui.workspaces.audit.fieldwork import Fieldwork
from ui.workspaces.audit.keys import LETTERS

_MOST_SAMPLES = 8
_ROWS = 2


class SampleButton(SecondaryButton):
    """Something that was picked; it leads to its record, as long as that goes by the same name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(small=True, parent=parent)
        self.place: Place | None = None
        self.hide()

    def show_sample(self, line: str, where: Place | None) -> None:
        """Show something else."""
        self.place = where
        self.setText(shortened(line))
        self.set_icon("forward" if where else "")
        tooltip = line if where else _("{line} — nothing goes by this name any more.").format(line=line)
        self.setToolTip(tooltip)
        self.setAccessibleName(tooltip)


class CheckSheet(QWidget):
    """Shows the line of the fieldwork and takes what was seen.

    Signals:
        place_requested: the `Place` of a sample, a promise or a finding.
        open_requested: a piece of evidence is to be opened.
        finished: the user is done with this line.
    """

    place_requested = Signal(object)
    open_requested = Signal(object)
    finished = Signal()

    def __init__(self, fieldwork: Fieldwork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fieldwork = fieldwork
        self._is_drawing_again = False
        self.fields = RecordFields(fieldwork.company, AuditCheck, ("evidence",), self)
        self.step = Chip(tone=Tone.PRIMARY, parent=self)
        self.place_in_list = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.promise = LinkButton(icon="step-3", parent=self)
        self.prompt = PlainLabel(tone=Tone.QUIET, parent=self)
        self.words = WrapLabel(role=TextRole.TITLE, parent=self)
        self._sign = QLabel(self)
        icons.set_icon(self._sign, "idea", "accent", theme.ICON)
        self.look = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.results = TileChoice(self)
        self._samples_label = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self._samples = FlowBox(theme.space(2), self)
        # Made once and for all: the Tab key follows the order in which things are made.
        self.sample_buttons = tuple(SampleButton(self) for _number in range(_MOST_SAMPLES))
        self.again = LinkButton(icon="rotate-ccw", parent=self)
        self.draws: Mapping[Draw, Button] = {one: ChipButton(parent=self) for one in Draw}
        self.strip = EvidenceStrip(fieldwork.company, self)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.space(3))
        head.addWidget(self.step)
        head.addWidget(self.place_in_list)
        head.addStretch(1)
        head.addWidget(self.promise)
        look = QHBoxLayout()
        look.setSpacing(theme.space(2))
        look.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        look.addWidget(self.look, 1)
        for widget in (*self.sample_buttons, self.again, *self.draws.values()):
            self._samples.add(widget)
        editor = self.fields.row("evidence").editor
        assert isinstance(editor, LongText)
        editor.area.set_rows(_ROWS)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(5), theme.space(3.5), theme.space(5), theme.space(2))
        column.setSpacing(theme.space(2.5))
        column.addLayout(head)
        column.addWidget(self.prompt)
        column.addWidget(self.words)
        column.addLayout(look)
        column.addWidget(self._samples_label)
        column.addWidget(self._samples)
        column.addWidget(self.results)
        column.addWidget(self.fields.row("evidence"))
        column.addWidget(self.strip)
        column.addStretch(1)

    def _connect(self) -> None:
        self.results.chosen.connect(self.give)
        self.results.finished.connect(self.finished)
        self.promise.clicked.connect(self._show_promise)
        self.again.clicked.connect(self._draw_again)
        for sample in self.sample_buttons:
            sample.clicked.connect(self._show_sample)
        for draw in self.draws.values():
            draw.clicked.connect(self._draw)
        self.strip.told.connect(self._fieldwork.told)
        self.strip.open_requested.connect(self.open_requested)

    def give(self, result: str) -> None:
        """Say how the line was found."""
        self.fields.commit()
        self._fieldwork.give(result)
        self.results.focus()

    def focus(self, field: str = "") -> None:
        """Give the focus to the results, or to what was seen."""
        if field == "evidence":
            self.fields.focus(field)
        else:
            self.results.focus()

    def show_other(self) -> None:
        """Show another line; what was unfolded for the one before is folded."""
        self._is_drawing_again = False
        self.refresh()

    def refresh(self) -> None:
        """Show the line as it is now."""
        check, audit = self._fieldwork.check, self._fieldwork.audit
        if check is None or audit is None:
            return
        speech = current()
        self.step.set_chip(_(STEPS[check.step]) if check.step else _("All steps"), Tone.PRIMARY)
        text = _("{number} of {total}")
        total = len(self._fieldwork.checks)
        self.place_in_list.setText(
            text.format(number=speech.number(self._fieldwork.number), total=speech.number(total))
        )
        self.words.setText(check.question)
        look = look_of(self._fieldwork.company, audit, check).best(speech.code)
        self.look.setText(look)
        self.look.setVisible(bool(look))
        self._sign.setVisible(bool(look))
        self.results.set_value(check.result)
        self.results.set_read_only(self._fieldwork.company.is_read_only)
        self.fields.show(check)
        self.strip.show_subject(register_of(AuditCheck).code, check.id)
        self._show_link(check)
        self._show_samples(check)

    def _show_link(self, check: AuditCheck) -> None:
        """Lead to the promise by the name that it has now; the question keeps the words it was asked in."""
        promise = self._fieldwork.company.find(Promise, check.promise)
        self.promise.setVisible(promise is not None)
        if promise is not None:
            name = shortened(promise.text.best(current().code), 40)
            self.promise.setText(_("Promise: {name}").format(name=current().isolate(name)))

    def _show_samples(self, check: AuditCheck) -> None:
        found = sampled(check, self._fieldwork.company, current())
        for at, button in enumerate(self.sample_buttons):
            if at < len(found):
                line, record = found[at]
                button.show_sample(line, place(record) if record is not None else None)
            button.setVisible(at < len(found))
        is_open = not self._fieldwork.company.is_read_only
        self.again.setVisible(is_open and bool(found) and not self._is_drawing_again)
        offered = draws_for(check) if is_open and (not found or self._is_drawing_again) else ()
        for kind, draw in self.draws.items():
            draw.setVisible(kind in offered)
        self._samples_label.setText(_("Samples") if found else _("Pick by lot:"))
        self._samples_label.setVisible(bool(found or offered))
        self._samples.setVisible(bool(found or offered))

    def _draw(self) -> None:
        for kind, button in self.draws.items():
            if button is self.sender():
                self.fields.commit()
                self._is_drawing_again = False
                self._fieldwork.draw(kind)
                self.refresh()

    def _draw_again(self) -> None:
        self._is_drawing_again = True
        self.refresh()
        shown = next((one for one in self.draws.values() if not one.isHidden()), None)
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sample(self) -> None:
        button = self.sender()
        if isinstance(button, SampleButton) and button.place is not None:
            self.place_requested.emit(button.place)

    def _show_promise(self) -> None:
        check = self._fieldwork.check
        promise = self._fieldwork.company.find(Promise, check.promise) if check is not None else None
        if promise is not None:
            self.place_requested.emit(place(promise))

    def retranslate(self) -> None:
        """Word everything in the current language; the question keeps the language it was written in."""
        speech = current()
        self.results.set_tiles(
            Tile(
                result,
                speech.number(number),
                _(label),
                _("Key {letter}").format(letter=speech.island(LETTERS[result])),
            )
            for number, (result, label) in enumerate(CHECK_RESULTS.items(), 1)
        )
        self.prompt.setText(audit_model().prompt.best(speech.code))
        self.again.setText(_("Draw again"))
        self.again.setToolTip(_("Pick others by lot; those above are given up"))
        for kind, button in self.draws.items():
            button.setText(_(DRAWS[kind]))
        self.fields.retranslate()
        self.refresh()
