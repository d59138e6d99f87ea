"""One model promise: what it says in every language, its remedy and how it is measured."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from models.domain.records.charter import COMPARISONS
from models.domain.sentences import Sentence
from models.domain.text import LocalText
from models.localisation.languages import language_rows
from models.services.model_promises import Offer
from ui import theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.check_edit import CheckEdit
from ui.widgets.chip import Chip
from ui.widgets.labels import WrapLabel


class OfferRow(QFrame):
    """Can be ticked unless it was taken already; `ticked` tells that it was ticked or not."""

    ticked = Signal()

    def __init__(self, offer: Offer, *, is_locked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer = offer
        self.setProperty("kind", "card")
        self.box = CheckEdit(parent=self)
        self.box.edited.connect(self.ticked)
        self.taken = Chip(tone=Tone.GOOD, parent=self)
        self._texts = [(row.code, WrapLabel(parent=self)) for row in language_rows()]
        self._remedy = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self._measure = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        can_take = not (offer.is_taken or is_locked)
        self.box.setVisible(can_take)
        self.taken.setVisible(offer.is_taken)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(theme.space(1))
        for _code, label in self._texts:
            words.addWidget(label)
        words.addWidget(self.taken, 0, Qt.AlignmentFlag.AlignLeading)
        words.addStretch(1)
        more = QVBoxLayout()
        more.setSpacing(theme.space(1))
        more.addWidget(self._remedy)
        more.addWidget(self._measure)
        more.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3))
        grid.setHorizontalSpacing(theme.space(4))
        grid.addWidget(self.box, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(words, 0, 1)
        grid.addLayout(more, 0, 2)
        grid.setColumnStretch(1, 5)
        grid.setColumnStretch(2, 4)

    @property
    def is_ticked(self) -> bool:
        """Whether it is to be taken."""
        return not self.box.isHidden() and self.box.value()

    def tick(self, is_ticked: bool) -> None:
        """Tick it or not, where it can be ticked."""
        if not self.box.isHidden():
            self.box.set_value(is_ticked)
            self.ticked.emit()

    def retranslate(self) -> None:
        """Say everything in the current language; the promise itself in all of them, that one first."""
        speech, model = current(), self.offer.model
        first = [label for _code, label in self._texts]
        codes = sorted((code for code, _label in self._texts), key=lambda code: code != speech.code)
        for label, code in zip(first, codes, strict=True):
            label.setText(model.text.get(code))
            if label is first[0]:
                theme.set_role(label, TextRole.BODY, strong=True)
            else:
                theme.set_role(label, TextRole.SMALL, Tone.QUIET)
        self.box.set_name(model.text.best(speech.code))
        self.taken.setText(_("Taken already"))
        self._remedy.setText(Sentence("If it is not kept: {remedy}", remedy=model.remedy).worded(speech))
        measured = model.indicators[0]
        self._measure.setText(
            Sentence(
                "Measured by {indicator}: {comparison} {target} {unit}",
                indicator=measured.name,
                comparison=Sentence(COMPARISONS[measured.comparison.value]),
                target=measured.target,
                unit=LocalText.of({speech.code: measured.unit.best(speech.code)}),
            ).worded(speech)
        )
