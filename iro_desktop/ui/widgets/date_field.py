"""A date typed as people write one, said back in words, or picked from a calendar."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.date_words import (
    ENGLISH_DAYS,
    ENGLISH_MOMENTS,
    ENGLISH_MONTHS,
    DateWords,
    read_date,
)
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.iconed import IconButton
from iro_desktop.ui.widgets.words import Words

WIDTH_IN_LETTERS, LEAST_IN_LETTERS = 24, 14
_POPUP = (
    Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
)


class DateField(Field):
    """A date, as ISO text. What cannot be read as one stays as typed, and says so once left."""

    def __init__(self, today: Callable[[], dt.date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._words = screen_date_words()
        self._line = _DayLine()
        self._line.setPlaceholderText(tr("day month year"))
        self._line.textEdited.connect(self._on_typed)
        self._button = IconButton(tr("Choose a date from a calendar"), "calendar")
        self._button.setProperty("kind", "edged")
        self._button.clicked.connect(self.open_calendar)
        self._said = Words("", "small")
        self._calendar: CalendarPopup | None = None
        self._lay_out()
        self._hold(self._line, self._button)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.space(6))
        row.addWidget(self._line)
        row.addWidget(self._button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(4))
        layout.addLayout(row)
        layout.addWidget(self._said)
        self._said.hide()

    @override
    def value(self) -> str | None:
        day = self.date()
        return day.isoformat() if day else None

    def date(self) -> dt.date | None:
        """The date that stands in the field, None when there is none or it cannot be read."""
        return read_date(self._line.text(), self._today(), self._words)

    @override
    def is_unread(self) -> bool:
        return bool(self._line.text().strip()) and self.date() is None

    @override
    def set_value(self, value: AnswerValue) -> None:
        text = value if isinstance(value, str) else ""
        day = read_date(text, self._today())
        if day is None or day != self.date():
            self._line.setText(_short(day) if day else text)
        self._say()
        self._judge()

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._line.setReadOnly(read_only)
        self._button.setVisible(not read_only)

    @override
    def set_names(self, name: str, description: str = "") -> None:
        hint = tr("For example 4 May 2026, today, or +2w for two weeks from today")
        accessibility.name(self._line, name, accessibility.sentence(description, hint))
        accessibility.name(self._button, tr("Choose from a calendar: {question}", question=name))

    def open_calendar(self) -> None:
        """Show a month beneath the field."""
        if self._calendar is None:
            self._calendar = CalendarPopup(self)
            self._calendar.calendar.clicked.connect(self._on_picked)
            self._calendar.calendar.activated.connect(self._on_picked)
        day = self.date() or self._today()
        self._calendar.open_at(self._line, day, self._today())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
            and not self._line.isReadOnly()
        ):
            self.open_calendar()
            return True
        return super().eventFilter(watched, event)

    def _on_typed(self) -> None:
        self._say()
        if self._line.text().strip() == "" or self.date() is not None:
            self._set_problem("")
        self.answer_changed.emit()

    def _on_picked(self, picked: QDate) -> None:
        if self._calendar is not None:
            self._calendar.close()
        self.set_value(picked.toString(Qt.DateFormat.ISODate))
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.answer_changed.emit()

    @override
    def _on_left(self) -> None:
        day = self.date()
        if day is not None:
            self._line.setText(_short(day))
        self._judge()

    def _judge(self) -> None:
        problem = tr("Write a date, for example 4 May 2026") if self.is_unread() else ""
        self._set_problem(problem)

    def _say(self) -> None:
        day = self.date()
        self._said.setText(_long(day) if day else "")
        self._said.setVisible(day is not None)


class _DayLine(QLineEdit):
    """As wide as a long date where there is room for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * WIDTH_IN_LETTERS
        return QSize(width, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * LEAST_IN_LETTERS
        return QSize(width, super().minimumSizeHint().height())


class CalendarPopup(QFrame):
    """A month to choose a day from. Escape closes it without choosing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, _POPUP)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("popup")
        self.calendar = QCalendarWidget()
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        accessibility.name(self.calendar, tr("Calendar"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.calendar)
        self.calendar.setMinimumSize(theme.scaled(320), theme.scaled(270))

    def open_at(self, line: QLineEdit, day: dt.date, today: dt.date) -> None:
        """Open beneath a line, at a day; today is marked."""
        self._dress(today)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        below = line.mapToGlobal(QPoint(0, line.height() + 4))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            below.setX(below.x() + line.width() - self.width())
        self.move(below)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _dress(self, today: dt.date) -> None:
        plain, heading, marked = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        plain.setForeground(theme.colour("text"))
        heading.setForeground(theme.colour("muted"))
        heading.setBackground(theme.colour("surface"))
        self.calendar.setHeaderTextFormat(heading)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        marked.setForeground(theme.colour("primary"))
        marked.setFontWeight(700)
        self.calendar.setDateTextFormat(QDate(), QTextCharFormat())
        self.calendar.setDateTextFormat(QDate(today.year, today.month, today.day), marked)


def screen_date_words() -> DateWords:
    """Names of months, days and moments in the screen's language, English ones beside them."""
    locale = QLocale()
    months, days = dict(ENGLISH_MONTHS), dict(ENGLISH_DAYS)
    for length in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
        months |= {locale.monthName(n, length).lower().rstrip("."): n for n in range(1, 13)}
        days |= {locale.dayName(n, length).lower().rstrip("."): n - 1 for n in range(1, 8)}
    moments = dict(ENGLISH_MOMENTS)
    moments |= {
        tr("yesterday").lower(): -1,
        tr("today").lower(): 0,
        tr("tomorrow").lower(): 1,
    }
    return DateWords(months, days, moments)


def _short(day: dt.date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def _long(day: dt.date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")
