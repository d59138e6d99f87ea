"""What every field of a form has in common: a value, a problem, and the fact that the user finished."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.domain.errors import AppError
from ui import language, theme

Value = TypeVar("Value")


class Editor(QWidget, Generic[Value]):
    """A field of a form.

    `edited` is emitted when the user has finished a change and `value` is valid; `typed` whenever another
    letter stands in a field for text. What cannot be read stays as it was typed, is told by `problem` and
    `problem_changed`, and leaves the last valid value in place.
    A subclass hands its control to `_hold` and overrides `_read`, `_show` and `_lock`.
    """

    edited = Signal()
    typed = Signal()
    problem_changed = Signal(str)

    def __init__(self, empty: Value, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = empty
        self._error: AppError | None = None
        self._control: QWidget = self
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(1))

    def _hold(self, control: QWidget) -> None:
        """Put the control into the editor; it takes the focus for it."""
        self._control = control
        self.layout_().addWidget(control)
        self.setFocusProxy(control)

    def layout_(self) -> QVBoxLayout:
        """Return the editor's own layout."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        return layout

    def value(self) -> Value:
        """Return the last valid value."""
        return self._value

    def set_value(self, value: Value) -> None:
        """Show a value, without any signal of an edit."""
        self._value = value
        self._set_error(None)
        self._show(value)

    def commit(self) -> None:
        """Take what stands in the field, as if the user had just left it."""
        try:
            value = self._read()
        except AppError as error:
            self._set_error(error)
            return
        self._set_error(None)
        changed = value != self._value
        self._value = value
        self._show(value)
        if changed:
            self.edited.emit()

    def is_pending(self) -> bool:
        """Whether something stands in the field that has not been taken as its value."""
        try:
            return self._read() != self._value
        except AppError:
            return True

    def standing(self) -> Value:
        """Return what stands in the field, taken or not; the last valid value where it cannot be read."""
        try:
            return self._read()
        except AppError:
            return self._value

    def problem(self) -> str:
        """Return the sentence to show beside the field, "" when what stands in it can be read."""
        return self._error.sentence(language.current()) if self._error else ""

    def set_read_only(self, read_only: bool) -> None:
        """Allow reading and copying only, or editing again."""
        self._lock(read_only)

    def set_name(self, name: str) -> None:
        """Tell assistive technology what the field is about."""
        self.setAccessibleName(name)
        self._control.setAccessibleName(name)

    def set_broken(self, broken: bool) -> None:
        """Draw the field as one that needs attention."""
        theme.set_property(self._control, "state", "broken" if broken else "")

    def retranslate(self) -> None:
        """Show value and problem again in the current language; what was typed wrongly stays."""
        if self._error is None:
            self._show(self._value)
        else:
            self.problem_changed.emit(self.problem())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _set_error(self, error: AppError | None) -> None:
        before, self._error = self.problem(), error
        if self.problem() != before:
            self.set_broken(error is not None)
            self.problem_changed.emit(self.problem())

    def _read(self) -> Value:
        raise NotImplementedError

    def _show(self, value: Value) -> None:
        raise NotImplementedError

    def _lock(self, read_only: bool) -> None:
        self._control.setEnabled(not read_only)
