"""A picture as small as its place, and a place for one that does not exist yet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import icons, theme


class Thumbnail(QWidget):
    """Shows a picture whole, in the middle of its place, or a dashed frame with an icon instead."""

    def __init__(self, size: QSize, icon: str = "image", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._picture = QPixmap()
        self.setFixedSize(size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: QPixmap) -> None:
        """Show a picture; a null one is none."""
        self._picture = picture
        self.update()

    @property
    def has_picture(self) -> bool:
        """Whether a picture is shown."""
        return not self._picture.isNull()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture with rounded corners, or the empty frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        corners = QPainterPath()
        corners.addRoundedRect(whole, theme.RADIUS / 2, theme.RADIUS / 2)
        inks = theme.colours()
        painter.fillPath(corners, QColor(inks.surface))
        if self.has_picture:
            painter.setClipPath(corners)
            size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            x, y = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
            painter.drawPixmap(x, y, size.width(), size.height(), self._picture)
            painter.setClipping(False)
        else:
            side = min(theme.space(6), self.height() // 2)
            sign = icons.pixmap(self._icon, "quiet", side, self.devicePixelRatioF())
            painter.drawPixmap((self.width() - side) // 2, (self.height() - side) // 2, sign)
        pen = QPen(QColor(inks.line if self.has_picture else inks.edge), 1)
        if not self.has_picture:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawPath(corners)
        painter.end()
