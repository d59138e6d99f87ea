"""What a promise still lacks: a chip for each open point, and what to do about the one that is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.content.promises import charter_model
from models.domain.ids import RecordId
from models.domain.marking import N_
from models.domain.promise_quality import Judgement, Point, Standing
from ui import icons, theme
from ui.language import _, current, ngettext
from ui.theme import TextRole, Tone
from ui.widgets.buttons import ChipButton, SecondaryButton
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import WrapLabel

_NAMES: Mapping[Point, str] = {
    Point.NUMBER: N_("Number"),
    Point.UNIT: N_("Unit"),
    Point.TIME_LIMIT: N_("Time limit"),
    Point.CONDITIONS: N_("Conditions"),
    Point.LIMITS: N_("Limits"),
    Point.REMEDY: N_("Remedy"),
    Point.OWNER: N_("Owner"),
    Point.INDICATOR: N_("Indicator"),
    Point.LENGTH: N_("Too long"),
    Point.VAGUE: N_("Vague word"),
    Point.LEGAL: N_("Legal check"),
    Point.TARGET: N_("Target"),
}
_SIGNS: Mapping[Standing, tuple[str, str]] = {
    Standing.OPEN: ("warning", "late"),
    Standing.UNKNOWN: ("circle-question-mark", "quiet"),
}
_CHIP_ICON = 14
_MOST_SHOWN = 4


class QualityPanel(QWidget):
    """Shows how a promise stands in the twelve points.

    Signals:
        mend_requested: the `Judgement` whose point is to be mended.
    """

    mend_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._judgements: Sequence[Judgement] = ()
        self._unmet: Mapping[Point, Judgement] = {}
        self._promise: RecordId | None = None
        self._chosen: Point | None = None
        self._is_locked = False
        self._is_all_shown = False
        self._board = FlowBox(theme.space(1.5), self)
        self.chips = {point: self._chip(point) for point in Point}
        self.more_chip = ChipButton(parent=self._board)
        self.more_chip.clicked.connect(self._show_all)
        self._board.add(self.more_chip)
        # What is met closes the line.
        self.met_chip = ChipButton(parent=self._board)
        icons.set_icon(self.met_chip, "good", "good", _CHIP_ICON, gap=theme.space(1))
        self.met_chip.setCheckable(True)
        self.met_chip.clicked.connect(self._show_met)
        self._board.add(self.met_chip)
        self.reason = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.mend_button = SecondaryButton(small=True)
        self.mend_button.clicked.connect(self._mend)
        line = QHBoxLayout()
        line.setSpacing(theme.space(3))
        line.addWidget(self.reason, 1)
        line.addWidget(self.mend_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(self._board)
        column.addLayout(line)

    def _chip(self, point: Point) -> ChipButton:
        chip = ChipButton(parent=self._board)
        chip.setCheckable(True)
        chip.setProperty("point", point.value)
        chip.clicked.connect(self._choose)
        chip.hide()
        self._board.add(chip)
        return chip

    def show_judgements(self, promise: RecordId, judgements: Sequence[Judgement]) -> None:
        """Show how a promise stands now; the point that was chosen stays so while it is open."""
        is_other, self._promise = promise != self._promise, promise
        self._is_all_shown = self._is_all_shown and not is_other
        self._judgements = judgements
        self._unmet = {one.point: one for one in judgements if one.standing is not Standing.MET}
        for point, judgement in self._unmet.items():
            icons.set_icon(self.chips[point], *_SIGNS[judgement.standing], _CHIP_ICON, gap=theme.space(1))
        is_looked_at = self._chosen in self._unmet or (self._chosen is None and self._unmet)
        if is_other or not is_looked_at:
            self._choose_first()
        self._word()

    def _show_all(self) -> None:
        hidden = [self.chips[point] for point in self._unmet if self.chips[point].isHidden()]
        self._is_all_shown = True
        self._word()
        # The chip that was pressed is gone, and the focus must not go astray with it.
        if hidden:
            hidden[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chips(self) -> None:
        """Show a few open points at a time, the chosen one always: twelve at once would frighten."""
        few = [*self._unmet][:_MOST_SHOWN]
        has_more = not self._is_all_shown and len(self._unmet) > _MOST_SHOWN + 1
        for point, chip in self.chips.items():
            is_shown = not has_more or point in few or point is self._chosen
            chip.setVisible(point in self._unmet and is_shown)
        left = sum(self.chips[point].isHidden() for point in self._unmet)
        more = ngettext("{count} more point", "{count} more points", left)
        self.more_chip.setText(more.format(count=current().number(left)))
        self.more_chip.setVisible(left > 0)

    def _choose_first(self) -> None:
        self._chosen = next(iter(self._unmet), None)

    def _choose(self) -> None:
        chip = self.sender()
        assert isinstance(chip, ChipButton)
        self._chosen = Point(chip.property("point"))
        self.met_chip.setChecked(False)
        self._word()

    def _show_met(self) -> None:
        self._chosen = None
        if not self.met_chip.isChecked():
            self._choose_first()
        self._word()

    def unmet(self) -> Sequence[Judgement]:
        """Return the points that are open or not known, in their order."""
        return tuple(self._unmet.values())

    def chosen(self) -> Judgement | None:
        """Return the point that is explained, None where what is met is listed."""
        return self._unmet.get(self._chosen) if self._chosen is not None else None

    def _word(self) -> None:
        speech, chosen = current(), self.chosen()
        for point, chip in self.chips.items():
            chip.setText(_(_NAMES[point]))
            chip.setChecked(point is self._chosen)
        self._show_chips()
        total = len(self._judgements)
        done = speech.number(total - len(self._unmet))
        self.met_chip.setText(_("{count} of {total} good").format(count=done, total=speech.number(total)))
        self.met_chip.setChecked(chosen is None)
        self.reason.setText(self._said_of_met() if chosen is None else _said_of(chosen))
        is_open = chosen is not None and chosen.standing is Standing.OPEN
        theme.set_property(self.reason, "tone", (Tone.LATE if is_open else Tone.QUIET).value)
        self.mend_button.setText(_(_verb(chosen)) if chosen else "")
        self.mend_button.setVisible(chosen is not None and not self._is_locked and _can_mend(chosen))

    def _said_of_met(self) -> str:
        if not self._unmet:
            return _("Nothing is missing in this promise.")
        met = {one.point.value for one in self._judgements if one.standing is Standing.MET}
        texts = [check.text.best(current().code) for check in charter_model().checks if check.id in met]
        return current().join(texts)

    def _mend(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.mend_requested.emit(chosen)

    def set_read_only(self, read_only: bool) -> None:
        """Leave it at showing what is missing."""
        self._is_locked = read_only
        self._word()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word()


def _said_of(judgement: Judgement) -> str:
    return judgement.reason.worded(current()) if judgement.reason is not None else ""


def _verb(judgement: Judgement) -> str:
    if judgement.field:
        return N_("Go there")
    if judgement.point is Point.INDICATOR and judgement.indicator is None:
        return N_("Make indicator")
    return N_("Enter figure") if judgement.standing is Standing.UNKNOWN else N_("Open indicator")


def _can_mend(judgement: Judgement) -> bool:
    return bool(judgement.field or judgement.indicator or judgement.point is Point.INDICATOR)
