"""A field with its label above and its hint or problem below."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from ui import icons, theme
from ui.language import _
from ui.theme import TextRole, Tone
from ui.widgets.editor import Editor
from ui.widgets.labels import PlainLabel, WrapLabel


class FieldRow(QWidget):
    """Label, editor, and one sentence below: a problem, else a reminder, else the hint.

    A problem keeps the value from being saved, a reminder does not. The editor's own problem comes first.
    """

    def __init__(
        self,
        label: str,
        editor: Editor[Any],
        hint: str = "",
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._text = label
        self._hint = hint
        self._required = required
        self._problem = ""
        self._reminder = ""
        self.label = PlainLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self.label.setBuddy(editor)
        self._sign = QLabel()
        self._below = WrapLabel(role=TextRole.SMALL, tone=Tone.QUIET)
        self._foot = QWidget()
        self._lay_out()
        editor.problem_changed.connect(self._refresh)
        self.set_label(label)
        self._refresh()

    def _lay_out(self) -> None:
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(theme.space(1.5))
        foot.addWidget(self._sign)
        foot.addWidget(self._below, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(1))
        layout.addWidget(self.label)
        layout.addWidget(self.editor)
        layout.addWidget(self._foot)
        # Beside a taller row the field stays under its label; unlike a stretch this asks for no room itself.
        layout.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred))
        layout.setStretch(3, 1)

    def set_label(self, text: str) -> None:
        """Name the field."""
        self._text = text
        shown = _("{label} (required)").format(label=text) if self._required and text else text
        # A label with a buddy would take "&" for a shortcut.
        self.label.setText(shown.replace("&", "&&"))
        self.label.setVisible(bool(text))
        self.editor.set_name(shown)

    def set_hint(self, text: str) -> None:
        """Say in a sentence what belongs into the field."""
        self._hint = text
        self._refresh()

    def set_problem(self, text: str) -> None:
        """Show a problem that others have found with the value; "" takes it away."""
        if text != self._problem:
            self._problem = text
            self._refresh()

    def set_reminder(self, text: str) -> None:
        """Show what is still to be mended in a value that was saved; "" takes it away."""
        if text != self._reminder:
            self._reminder = text
            self._refresh()

    def problem(self) -> str:
        """Return the problem shown, "" when there is none."""
        return self.editor.problem() or self._problem

    def _refresh(self) -> None:
        problem = self.problem()
        said = problem or self._reminder
        tone, sign = (Tone.BROKEN, "error") if problem else (Tone.LATE, "warning")
        self._below.setText(said or self._hint)
        theme.set_property(self._below, "tone", (tone if said else Tone.QUIET).value)
        icons.set_icon(self._sign, sign, tone.value, 14)
        self._sign.setVisible(bool(said))
        self._foot.setVisible(bool(said or self._hint))
        self.editor.set_broken(bool(problem))
        self.editor.setAccessibleDescription(said or self._hint)
