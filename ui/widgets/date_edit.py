"""A calendar day, typed in any digits or picked in the user's calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCalendar, QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from models.localisation.languages import CalendarName
from ui import icons, language, theme
from ui.language import _
from ui.widgets.buttons import LinkButton
from ui.widgets.editor import Editor


class DateEdit(Editor[date | None]):
    """A day or None. What cannot be read as a day stays in the field and is reported."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(None, parent)
        self.line = QLineEdit()
        self.line.setMaxLength(40)
        # In a right-to-left field the parts of a day would change places.
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.line.editingFinished.connect(self.commit)
        self._pick = QAction(self)
        self._pick.triggered.connect(self.open_calendar)
        icons.set_icon(self._pick, "plan", "quiet", theme.ICON)
        self._hold(self.line)
        self.retranslate()
        self._align()

    def retranslate(self) -> None:
        """Show the day in the calendar of the current language."""
        self._pick.setText(_("Pick a day"))
        self._pick.setToolTip(_("Pick a day (Alt+Down)"))
        # A day in pale letters would look like one that was entered.
        self._show_placeholder()
        super().retranslate()

    def _show_placeholder(self) -> None:
        # What cannot be typed into asks for nothing.
        self.line.setPlaceholderText("" if self.line.isReadOnly() else _("Year, month, day"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with Alt+Down, as choice boxes do."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> DayPopup:
        """Open the calendar under the field and return it."""
        popup = DayPopup(self._value, self)
        popup.picked.connect(self._take)
        popup.adjustSize()
        edge = self.rect().bottomRight() if self.isRightToLeft() else self.rect().bottomLeft()
        corner = self.mapToGlobal(edge) + QPoint(
            -popup.width() if self.isRightToLeft() else 0, theme.space(1)
        )
        area = self.screen().availableGeometry()
        corner.setX(max(area.left(), min(corner.x(), area.right() - popup.width())))
        if corner.y() + popup.height() > area.bottom():
            corner.setY(self.mapToGlobal(QPoint(0, 0)).y() - popup.height() - theme.space(1))
        popup.move(corner)
        popup.show()
        popup.calendar.setFocus()
        return popup

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of direction."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def _align(self) -> None:
        rtl = self.isRightToLeft()
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self.line.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        position = QLineEdit.ActionPosition
        self.line.removeAction(self._pick)
        self.line.addAction(self._pick, position.LeadingPosition if rtl else position.TrailingPosition)

    def _take(self, day: date | None) -> None:
        self.line.setText("" if day is None else language.current().date(day))
        self.commit()
        self.line.setFocus()

    def _read(self) -> date | None:
        typed = self.line.text().strip()
        return language.current().parse_date(typed) if typed else None

    def _show(self, value: date | None) -> None:
        self.line.setText("" if value is None else language.current().date(value))

    def _lock(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)
        self._show_placeholder()
        self._pick.setVisible(not read_only)


class DayPopup(QFrame):
    """The calendar with its two short ways, today and no day; closes itself when one was taken."""

    picked = Signal(object)

    def __init__(self, day: date | None, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "popup")
        self.calendar = QCalendarWidget()
        _dress(self.calendar, day or date.today())
        self.calendar.activated.connect(self._take)
        self.calendar.clicked.connect(self._take)
        self.today = LinkButton(_("Today"))
        self.today.clicked.connect(self._take_today)
        self.nothing = LinkButton(_("No date"))
        self.nothing.clicked.connect(self._take_nothing)
        foot = QHBoxLayout()
        foot.addWidget(self.today)
        foot.addStretch()
        foot.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.space(2), theme.space(2), theme.space(2), theme.space(2))
        layout.addWidget(self.calendar)
        layout.addLayout(foot)

    def _take(self, day: QDate) -> None:
        self._close_with(date(day.year(), day.month(), day.day()))

    def _take_today(self) -> None:
        self._close_with(date.today())

    def _take_nothing(self) -> None:
        self._close_with(None)

    def _close_with(self, day: date | None) -> None:
        self.picked.emit(day)
        self.close()


def _dress(calendar: QCalendarWidget, day: date) -> None:
    """Give the calendar the user's months, week and weekend, and our colours."""
    speech, inks = language.current(), theme.colours()
    calendar.setLocale(QLocale())
    if speech.calendar is CalendarName.JALALI:
        calendar.setCalendar(QCalendar(QCalendar.System.Jalali))
    calendar.setSelectedDate(QDate(day.year, day.month, day.day))
    calendar.setFirstDayOfWeek(Qt.DayOfWeek(speech.row.first_weekday + 1))
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
    calendar.setMinimumSize(theme.space(78), theme.space(66))
    head = QTextCharFormat()
    head.setForeground(QColor(inks.quiet))
    head.setBackground(QColor(inks.raised))
    calendar.setHeaderTextFormat(head)
    for weekday in range(7):
        ink = QTextCharFormat()
        ink.setForeground(QColor(inks.broken_text if weekday in speech.row.weekend else inks.text))
        calendar.setWeekdayTextFormat(Qt.DayOfWeek(weekday + 1), ink)
    _arrows(calendar)


def _arrows(calendar: QCalendarWidget) -> None:
    """Replace the style's black arrows, which vanish on a dark ground."""
    for name, picture in (("qt_calendar_prevmonth", "leading"), ("qt_calendar_nextmonth", "trailing")):
        button = calendar.findChild(QToolButton, name)
        if isinstance(button, QToolButton):
            icons.set_icon(button, picture, "text", theme.ICON)
