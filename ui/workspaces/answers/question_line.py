"""One question of the sheet that is being entered."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from models.domain.records.feedback import SurveyQuestion
from models.localisation.answer_words import said
from models.services.survey.answer_keys import keys_of
from models.services.survey.answer_reading import DASH
from ui import theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.chip import Chip
from ui.widgets.labels import ElidedLabel, PlainLabel, WrapLabel

_NUMBER_WIDTH = theme.space(8)
_MOST_SHOWN = 40


class QuestionLine(QFrame):
    """Number, question and answer; the one that is asked now is tinted and says its keys.

    Signals:
        pressed: the place of the question.
    """

    pressed = Signal(int)

    def __init__(self, place: int, question: SurveyQuestion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.question = question
        self.number = PlainLabel(tone=Tone.QUIET)
        self.number.setFixedWidth(_NUMBER_WIDTH)
        self.text = ElidedLabel()
        self.answer = Chip()
        self.keys = WrapLabel(role=TextRole.SMALL, tone=Tone.PRIMARY)
        self.keys.hide()
        words = QVBoxLayout()
        words.setSpacing(theme.space(0.5))
        words.addWidget(self.text)
        words.addWidget(self.keys)
        self.room = words
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(3), theme.space(1.5), theme.space(3), theme.space(1.5))
        row.setSpacing(theme.space(2))
        row.addWidget(self.number)
        row.addLayout(words, 1)
        row.addWidget(self.answer)
        self.retranslate()

    def show_answer(self, answer: str, *, is_current: bool, is_passed: bool) -> None:
        """Show the answer so far, and whether the question is the one that is asked."""
        self.setProperty("kind", "notice" if is_current else "")
        theme.set_property(self, "notice", "info" if is_current else "")
        self.keys.setVisible(is_current)
        theme.set_role(self.text, TextRole.BODY, strong=is_current)
        given = answer not in ("", DASH)
        shown = said(self.question, answer, current())
        if len(shown) > _MOST_SHOWN:
            shown = shown[:_MOST_SHOWN] + "…"
        self.answer.set_chip(shown if given else DASH, Tone.GOOD if given else Tone.QUIET)
        self.answer.setVisible(given or is_passed)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask this question."""
        super().mousePressEvent(event)
        self.pressed.emit(self.place)

    def retranslate(self) -> None:
        """Word the question and its keys in the current language."""
        speech = current()
        self.number.setText(speech.number(self.place + 1))
        self.text.setText(self.question.text.best(speech.code) or _("Not named yet"))
        self.keys.setText(keys_in_words(self.question))


def keys_in_words(question: SurveyQuestion) -> str:
    """Return a sentence that says which keys answer a question."""
    speech = current()
    if question.type == "open":
        return _("Write the answer and press Enter; leave it empty for none.")
    keys = keys_of(question, speech)
    if question.type in ("yes_no", "choice"):
        meant = [
            _("{key} = {answer}").format(
                key=speech.digits(key), answer=speech.isolate(said(question, answer, speech))
            )
            for key, answer in keys.items()
            if key.isdecimal()
        ]
        return _("{keys} · Space: no answer").format(keys=" · ".join(meant))
    first, *_between, last = keys
    if last.isdecimal():
        sentence = _("Keys {first} to {last} · Space: no answer")
        return sentence.format(first=speech.digits(first), last=speech.digits(last))
    sentence = _("Keys {first} to {last}, + for {ten} · Space: no answer")
    return sentence.format(first=speech.digits(first), last=speech.number(9), ten=speech.number(10))
