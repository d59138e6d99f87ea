"""One question of an auditor: what to show, where it stands, what was seen, and the verdict."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.content.improvement import audit_model
from models.domain.gates.criterion import Place
from models.domain.records.audit import CHECK_RESULTS, AuditCheck
from models.domain.registers import register_of
from models.services.auditing.questions import ORIGINS, Origin, Sample
from models.services.auditor import Asked
from models.services.company import OpenCompany
from ui import theme
from ui.language import _, current
from ui.panels.auditor_list import SIGNS
from ui.registers.evidence_strip import EvidenceStrip
from ui.theme import TextRole, Tone
from ui.widgets.buttons import Button, LinkButton, SecondaryButton
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.field_row import FieldRow
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel, WrapLabel
from ui.widgets.long_text import LongText

_DRAWN = frozenset({Origin.PROMISE, Origin.RECORD, Origin.MODEL})
_MOST_SAMPLES = 6


class SampleButton(SecondaryButton):
    """Something to look at."""

    def __init__(self) -> None:
        super().__init__(small=True)
        self.place: Place | None = None
        self.hide()

    def show_sample(self, sample: Sample) -> None:
        """Show something else."""
        text = sample.words(current())
        self.place = sample.place
        self.setText(text)
        self.setAccessibleName(_("Show {place}").format(place=text))


class AuditorQuestion(Card):
    """Shows a question in an audit; what the user does goes up by signal.

    Signals:
        place_requested: the `Place` of something to look at.
        answered: the name of a field of the check, and its value.
        action_requested: a corrective action is to be made, or the one there is to be shown.
        moved: by how many questions to go on.
        open_requested: an `Evidence` record. told: `News`.
    """

    place_requested = Signal(object)
    answered = Signal(str, str)
    action_requested = Signal()
    moved = Signal(int)

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._company = company
        self._asked: Asked | None = None
        self.origin = Chip(tone=Tone.PRIMARY)
        self._prompt = PlainLabel(tone=Tone.QUIET)
        self.words = WrapLabel(role=TextRole.TITLE)
        self._look = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self._samples = FlowBox(theme.space(2))
        # Made once and for all: the Tab key follows the order in which things are made.
        self._sample_buttons = tuple(SampleButton() for _number in range(_MOST_SAMPLES))
        self.answer = LongText(rows=4)
        self.answer_row = FieldRow("", self.answer)
        self._verdict_label = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.verdicts: Mapping[str, Button] = {
            result: SecondaryButton(icon=SIGNS[result][0]) for result in CHECK_RESULTS
        }
        self.strip = EvidenceStrip(company)
        self.back = SecondaryButton(icon="back")
        self.forward = SecondaryButton(icon="forward")
        self.action = LinkButton(icon="add")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._prompt, 1)
        head.addWidget(self.origin)
        verdicts = FlowBox(theme.space(2))
        for button in self.verdicts.values():
            button.setCheckable(True)
            verdicts.add(button)
        foot = FlowBox(theme.space(2))
        for part in (self.back, self.forward, self.action):
            foot.add(part)
        self.body.setSpacing(theme.space(2))
        self.body.addLayout(head)
        self.add(self.words)
        self.add(self._look)
        self.add(self._samples)
        for sample in self._sample_buttons:
            self._samples.add(sample)
        self.body.addSpacing(theme.space(2))
        self.add(self.answer_row)
        self.add(self._verdict_label)
        self.add(verdicts)
        self.body.addSpacing(theme.space(2))
        self.add(self.strip)
        self.body.addStretch(1)
        self.add(foot)

    def _connect(self) -> None:
        for button in self.verdicts.values():
            button.clicked.connect(self._judge)
        for sample in self._sample_buttons:
            sample.clicked.connect(self._show_sample)
        self.answer.edited.connect(self._tell_answer)
        self.action.clicked.connect(self.action_requested)
        self.back.clicked.connect(self._go_back)
        self.forward.clicked.connect(self._go_on)

    @property
    def samples(self) -> tuple[SampleButton, ...]:
        """The buttons that lead to what there is to look at."""
        return tuple(button for button in self._sample_buttons if not button.isHidden())

    def show_asked(self, asked: Asked, *, has_action: bool) -> None:
        """Show a question; what is being typed about the same one stays."""
        is_other = self._asked is None or self._asked.check.id != asked.check.id
        self._asked = asked
        self._word(asked, has_action=has_action)
        self._fill_samples(asked)
        for result, button in self.verdicts.items():
            button.setChecked(asked.check.result == result)
        if is_other or not self.answer.is_pending():
            self.answer_row.set_problem("")
            self.answer.set_value(asked.check.evidence)
        self.answer.set_read_only(self._company.is_read_only)
        if is_other:
            self.strip.show_subject(register_of(AuditCheck).code, asked.check.id)

    def refuse(self, sentence: str) -> None:
        """Say why the answer is not kept."""
        self.answer_row.set_problem(sentence)

    def _word(self, asked: Asked, *, has_action: bool) -> None:
        self._prompt.setText(audit_model().prompt.best(current().code))
        self.origin.set_chip(_(ORIGINS[asked.origin]), Tone.PRIMARY)
        self.words.setText(asked.words(current()))
        is_drawn = asked.origin in _DRAWN
        self._look.setText(_("Look at this, drawn by lot for today:") if is_drawn else _("Look at this:"))
        self._verdict_label.setText(_("Verdict"))
        for result, button in self.verdicts.items():
            button.setText(_(CHECK_RESULTS[result]))
        self.answer_row.set_label(_("Your answer, and what was seen"))
        self.back.setText(_("Previous question"))
        self.forward.setText(_("Next question"))
        self.action.setText(_("Show the corrective action") if has_action else _("Make a corrective action"))
        self.action.set_icon("forward" if has_action else "add")

    def _fill_samples(self, asked: Asked) -> None:
        for at, button in enumerate(self._sample_buttons):
            if at < len(asked.samples):
                button.show_sample(asked.samples[at])
            button.setVisible(at < len(asked.samples))
        for part in (self._look, self._samples):
            part.setVisible(bool(asked.samples))

    def _show_sample(self) -> None:
        button = self.sender()
        if isinstance(button, SampleButton):
            self.place_requested.emit(button.place)

    def verdict(self) -> str:
        """Return the verdict that is pressed, "" for none."""
        return next((result for result, button in self.verdicts.items() if button.isChecked()), "")

    def _judge(self) -> None:
        for result, button in self.verdicts.items():
            if button is self.sender():
                self.answered.emit("result", result if button.isChecked() else "")

    def _tell_answer(self) -> None:
        self.answered.emit("evidence", self.answer.value())

    def _go_back(self) -> None:
        self.moved.emit(-1)

    def _go_on(self) -> None:
        self.moved.emit(1)

    def write(self) -> None:
        """Give the focus to the answer."""
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)
