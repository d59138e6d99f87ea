"""Buttons in the few shapes that the application uses."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui import icons, theme
from ui.theme import TextRole


class Button(QPushButton):
    """A button with a verb on it and perhaps an icon before the verb."""

    kind = ""
    ink = "text"

    def __init__(self, text: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setProperty("kind", self.kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if icon:
            self.set_icon(icon)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show a text in which "&" is a letter like any other."""
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)

    def set_icon(self, name: str) -> None:
        """Show an icon before the text; "" takes it away."""
        icons.set_icon(self, name, self.ink, theme.ICON, gap=theme.space(1))


class PrimaryButton(Button):
    """The one thing to do here; never greyed out."""

    kind = "primary"
    ink = "on_primary"


class SecondaryButton(Button):
    """Something else that can be done here; small ones stand inside rows."""

    def __init__(
        self, text: str = "", icon: str = "", small: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, icon, parent)
        self.setProperty("compact", "true" if small else "")


class LinkButton(Button):
    """A quiet button without an edge."""

    kind = "link"
    ink = "primary"


class ChipButton(Button):
    """A small choice among others, such as a filter."""

    kind = "chip"
    ink = "quiet"

    def __init__(self, text: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, icon, parent)
        self.setFont(theme.font(TextRole.SMALL))


class DangerButton(Button):
    """Something that takes a thing away."""

    kind = "danger"
    ink = "broken"


class IconButton(QToolButton):
    """A button with an icon only; its name is told by the tooltip and to assistive technology."""

    def __init__(self, icon: str, name: str = "", role: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.setProperty("kind", "icon")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_icon(icon)
        self.set_name(name)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        icons.set_icon(self, name, self._role, theme.ICON)

    def set_name(self, name: str) -> None:
        """Say what the button does."""
        self.setToolTip(name)
        self.setAccessibleName(name)
