"""Five whys as a chain: each answer is what the next question asks about."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.localisation.text import shortened
from ui import theme
from ui.language import _, current
from ui.theme import TextRole, Tone
from ui.widgets.buttons import LinkButton
from ui.widgets.editor import Editor
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel, WrapLabel
from ui.widgets.long_text import LongText

_FIRST = 5
_LONGEST_SUBJECT = 90


class WhyLine(QWidget):
    """One question and the field of its answer."""

    def __init__(self, number: int, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.mark = PlainLabel(role=TextRole.SMALL, tone=Tone.PRIMARY, parent=self)
        self.mark.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.mark.setFixedWidth(theme.space(5))
        self.question = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET, parent=self)
        self.answer = LongText(rows=1, limit=limit, parent=self)
        self.answer.area.set_single_line()
        self.question.setBuddy(self.answer)
        texts = QVBoxLayout()
        texts.setSpacing(theme.space(1))
        texts.addWidget(self.question)
        texts.addWidget(self.answer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(1))
        row.addWidget(self.mark)
        row.addLayout(texts, 1)

    def ask(self, subject: str) -> None:
        """Ask why that is so; "" for what nobody has said yet."""
        speech = current()
        self.mark.setText(speech.number(self._number))
        about = shortened(" ".join(subject.split()), _LONGEST_SUBJECT).rstrip(" .؟?!")
        text = _("Why: {subject}?").format(subject=speech.isolate(about)) if about else _("Why?")
        self.question.setText(text)
        self.answer.set_name(text)


class WhyChain(Editor[tuple[str, ...]]):
    """The answers to a chain of whys; empty ones in between do not count.

    Signals: `root_offered` with the last answer, to be taken as the root cause.
    """

    root_offered = Signal(str)

    def __init__(self, limit: int = 100_000, parent: QWidget | None = None) -> None:
        super().__init__((), parent)
        self._limit = limit
        self._subject = ""
        self._is_locked = False
        self.lines: list[WhyLine] = []
        self._box = QWidget(self)
        self._column = QVBoxLayout(self._box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(2))
        self.more_button = LinkButton(icon="add", parent=self)
        self.root_button = LinkButton(icon="target", parent=self)
        self.more_button.clicked.connect(self._add)
        self.root_button.clicked.connect(self._offer)
        buttons = FlowBox(theme.space(1), self)
        buttons.add(self.more_button)
        buttons.add(self.root_button)
        self._control = self._box
        self.layout_().addWidget(self._box)
        self.layout_().addWidget(buttons)
        self._make(1)
        self._ask()

    def set_subject(self, problem: str) -> None:
        """Say what the first question asks about."""
        if problem != self._subject:
            self._subject = problem
            self._ask()

    def _make(self, count: int) -> None:
        while len(self.lines) < count:
            line = WhyLine(len(self.lines) + 1, self._limit, self._box)
            line.answer.edited.connect(self.commit)
            line.answer.typed.connect(self._follow_typing)
            line.answer.set_read_only(self._is_locked)
            self._column.addWidget(line)
            line.show()
            self.lines.append(line)
        self.setFocusProxy(self.lines[0].answer)

    def _add(self) -> None:
        self._make(len(self.lines) + 1)
        self._ask()
        self.lines[-1].answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> None:
        answers = self._read()
        if answers:
            self.commit()
            self.root_offered.emit(answers[-1])
        else:
            self.lines[0].answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_typing(self) -> None:
        self._ask()
        self.typed.emit()

    def _ask(self) -> None:
        """Let each question ask about the answer before it; the next one stands open up to the fifth."""
        subject = self._subject
        wanted = min(len(self._read()) + 1, _FIRST)
        self._make(max(wanted, 1))
        for line in self.lines:
            line.ask(subject)
            subject = line.answer.standing()
        self.more_button.setText(_("Ask why once more"))
        self.root_button.setText(_("Take the last as root cause"))
        has_answer = bool(self._read())
        self.root_button.setVisible(has_answer and not self._is_locked)
        self.more_button.setVisible(has_answer and not self._is_locked and len(self.lines) >= _FIRST)

    def _read(self) -> tuple[str, ...]:
        answers = (line.answer.standing() for line in self.lines)
        return tuple(answer for answer in answers if answer)

    def _show(self, value: tuple[str, ...]) -> None:
        if value == self._read():
            self._ask()
            return
        while len(self.lines) > max(len(value), 1):
            line = self.lines.pop()
            line.hide()
            line.deleteLater()
        self._make(len(value))
        for place, line in enumerate(self.lines):
            line.answer.set_value(value[place] if place < len(value) else "")
        self._ask()

    def _lock(self, read_only: bool) -> None:
        self._is_locked = read_only
        for line in self.lines:
            line.answer.set_read_only(read_only)
        self._ask()

    def set_name(self, name: str) -> None:
        """Tell assistive technology what the chain is about; each answer is named by its question."""
        self.setAccessibleName(name)

    def set_broken(self, broken: bool) -> None:
        """Draw the answers as ones that need attention."""
        for line in self.lines:
            line.answer.set_broken(broken)

    def retranslate(self) -> None:
        """Word the questions in the current language."""
        super().retranslate()
        self._ask()
