"""Labels that show any text as it is, at the leading edge, whatever script it is in."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme
from ui.theme import TextRole, Tone
from ui.widgets.mirroring import reads_from_right

_FORCED = (Qt.TextFlag.TextForceLeftToRight.value, Qt.TextFlag.TextForceRightToLeft.value)


class PlainLabel(QLabel):
    """A label that never reads its text as markup and keeps to the leading edge of the page."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        tone: Tone = Tone.TEXT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._edge = Qt.AlignmentFlag.AlignLeading
        theme.set_role(self, role, tone)
        self._align()
        self.setText(text)

    def set_centred(self, centred: bool = True) -> None:
        """Stand in the middle instead of at the leading edge."""
        self._edge = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeading
        self._align()

    def set_at_end(self) -> None:
        """Stand at the trailing edge."""
        self._edge = Qt.AlignmentFlag.AlignTrailing
        self._align()

    def _align(self) -> None:
        # By itself a label goes to the side of its text's script: an English name strays in a Persian page.
        edge = self._edge
        if edge != Qt.AlignmentFlag.AlignHCenter:
            at_left = self.isRightToLeft() == (edge == Qt.AlignmentFlag.AlignTrailing)
            side = Qt.AlignmentFlag.AlignLeft if at_left else Qt.AlignmentFlag.AlignRight
            edge = side | Qt.AlignmentFlag.AlignAbsolute
        self.setAlignment(edge | Qt.AlignmentFlag.AlignVCenter)

    def reads_from_right(self) -> bool:
        """Return whether the text shown reads from right to left."""
        return reads_from_right(self.text(), self.isRightToLeft())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the text in its direction: by itself a label takes that of the first letter."""
        painter = QPainter(self)
        self.drawFrame(painter)
        painter.setPen(self.palette().color(self.foregroundRole()))
        # Only a label with a buddy has a letter to press.
        mnemonic = Qt.TextFlag.TextHideMnemonic.value if self.buddy() else 0
        flags = self.alignment().value | _FORCED[self.reads_from_right()] | mnemonic
        painter.drawText(self.contentsRect(), flags, self.text())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()


class WrapLabel(PlainLabel):
    """A text that takes as many lines as it needs."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        tone: Tone = Tone.TEXT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, role, tone, parent)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show another text."""
        super().setText(text)
        self._claim_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the lines that this width needs."""
        super().resizeEvent(event)
        self._claim_height()

    def changeEvent(self, event: QEvent) -> None:
        """Ask for the lines that another font needs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._claim_height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines: QLabel shifts right-to-left ones by the blank at which they break."""
        layout = self._lines()
        spare = (self.contentsRect().height() - layout.boundingRect().height()) / 2
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(self.contentsRect().topLeft()) + QPointF(0, max(spare, 0)))
        painter.end()

    def _lines(self) -> QTextLayout:
        """Return the text, broken into lines of the label's width."""
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        directions = Qt.LayoutDirection
        from_right = self.reads_from_right()
        option.setTextDirection(directions.RightToLeft if from_right else directions.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font(), self)
        layout.setTextOption(option)
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.contentsRect().width())
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def _claim_height(self) -> None:
        # Layouts ask for the height at a width only down to the first parent that does not: text was cut.
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            # QLabel.heightForWidth is never less than the minimum set before.
            self.setMinimumHeight(ceil(self._lines().boundingRect().height()))


class ElidedLabel(PlainLabel):
    """One line, shortened with an ellipsis where there is no room; the whole text is its tooltip then."""

    def __init__(
        self,
        text: str = "",
        role: TextRole = TextRole.BODY,
        tone: Tone = Tone.TEXT,
        middle: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._whole = ""
        self._mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        super().__init__(text, role, tone, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show a text; line breaks become spaces."""
        self._whole = " ".join(text.split("\n"))
        self.setAccessibleName(self._whole)
        self._elide()
        self.updateGeometry()

    def whole_text(self) -> str:
        """Return the text without any shortening."""
        return self._whole

    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        return QSize(
            self.fontMetrics().horizontalAdvance(self._whole) + theme.space(1), super().sizeHint().height()
        )

    def minimumSizeHint(self) -> QSize:
        """Return the size of a few letters."""
        return QSize(self.fontMetrics().horizontalAdvance("…") * 3, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten for the new width."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, self._mode, max(self.width(), 0))
        super().setText(shown)
        # A tooltip guesses whether its text is markup; this form makes it plain.
        self.setToolTip(plain_tooltip(self._whole) if shown != self._whole else "")


def plain_tooltip(text: str) -> str:
    """Return the text in a form that a tooltip shows letter by letter, wrapped at a legible width."""
    if not text:
        return ""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{safe}</qt>"
