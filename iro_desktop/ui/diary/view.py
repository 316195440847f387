"""The diary: a month, a week or a list of what is due and booked, and what clashes in it."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.i18n import ntr, tr
from iro_desktop.services.changed import Changed
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.diary.bar import BACK_KEYS, FORTH_KEYS, MODE_KEYS, TODAY_KEYS, DiaryBar
from iro_desktop.ui.diary.calendars_card import CalendarsCard
from iro_desktop.ui.diary.conflicts_card import ConflictsCard
from iro_desktop.ui.diary.day_list import DayList
from iro_desktop.ui.diary.legend import Legend
from iro_desktop.ui.diary.month_grid import MonthGrid
from iro_desktop.ui.diary.page import DiaryPage, EntryLine, Mode
from iro_desktop.ui.diary.presenter import TOPICS, DiaryPresenter
from iro_desktop.ui.diary.siblings_card import SiblingsCard
from iro_desktop.ui.diary.week_columns import WeekColumns
from iro_desktop.ui.widgets.invitation import Invitation
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.side_by_side import SideBySide
from iro_desktop.ui.widgets.surfaces import PageHeader, ScrollPage
from iro_desktop.ui.widgets.words import Words

WIDEST = 1500


class DiaryView(QWidget):
    """`child_opened` and `review_opened` carry an id; `import_wanted` asks for a caseload.

    `paper_wanted` carries an Explanation to be printed or saved, `invitations_wanted` the id of a
    review to ask people to.
    """

    child_opened = Signal(str)
    review_opened = Signal(str)
    import_wanted = Signal()
    paper_wanted = Signal(object)
    invitations_wanted = Signal(str)

    def __init__(
        self, presenter: DiaryPresenter, calendars: CalendarsCard, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter, self.calendars = presenter, calendars
        self._is_stale = True
        self._said = ""
        self._header = PageHeader(tr("Diary"))
        self._made_up = Banner(tr("This caseload is made up: nobody in it exists."))
        self.bar = DiaryBar()
        self._hidden = Words("", "small")
        self._legend = Legend()
        self.month, self.week, self.list = MonthGrid(), WeekColumns(), DayList()
        self.conflicts, self.siblings = ConflictsCard(), SiblingsCard()
        presenter.show_on(self)
        accessibility.name(self, tr("Diary"))
        self._lay_out()
        self._connect()
        self._bind_keys()

    # What the desk asks of a screen

    def refresh(self) -> None:
        """Read the diary again."""
        self._is_stale = False
        self._presenter.refresh()

    def leave(self) -> bool:
        """Nothing is typed here that is kept."""
        return True

    def on_changed(self, change: Changed) -> None:
        """Read again, now or when next seen, if what changed is shown here."""
        if not change.topics & TOPICS:
            return
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def show_page(self, page: DiaryPage) -> None:
        """Show this part of the diary. The focus stays where it was, as far as that is there."""
        had_focus = self._has_focus_inside()
        self._stack.setCurrentIndex(0 if page.has_caseload else 1)
        self.invitation.show_for(begins_records=page.begins_records)
        self._header.set_subtitle(page.summary)
        self._made_up.setVisible(page.all_made_up)
        self.bar.show_page(page)
        self._hidden.setText(
            ntr(
                "The filters keep {number} entry back.",
                "The filters keep {number} entries back.",
                page.hidden,
            )
        )
        self._hidden.setVisible(page.hidden > 0)
        self._show_days(page)
        self.conflicts.show_lines(page.conflicts)
        self.siblings.show_families(page.siblings, page.today)
        self.calendars.show_known(page.calendar)
        if had_focus and not self._has_focus_inside():
            self.bar.modes[page.mode].setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(tr("{title}: {summary}", title=page.title, summary=page.summary))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _show_days(self, page: DiaryPage) -> None:
        widgets: dict[Mode, MonthGrid | WeekColumns | DayList] = {
            Mode.MONTH: self.month,
            Mode.WEEK: self.week,
            Mode.LIST: self.list,
        }
        front = widgets[page.mode]
        front.show_page(page)
        left = next((one for one in widgets.values() if one.isVisible()), None)
        moves_focus = left not in {None, front} and self._has_focus_inside(left)
        front.show()
        if moves_focus and not front.focus_day(page.anchor):
            self.bar.modes[page.mode].setFocus(Qt.FocusReason.OtherFocusReason)
        for widget in widgets.values():
            widget.setVisible(widget is front)
        self._legend.setVisible(page.mode is Mode.MONTH)
        self.setFocusProxy(self.bar.modes[page.mode])

    def _say(self, words: str) -> None:
        """Tell a screen reader what came, once."""
        before, self._said = self._said, words
        if self.isVisible() and words != before:
            accessibility.announce(self, words)

    # What is asked here

    def _on_entry_opened(self, line: EntryLine) -> None:
        if line.review is not None:
            self.review_opened.emit(line.review)
        else:
            self.child_opened.emit(line.child)

    def _on_day_opened(self, day: dt.date) -> None:
        self._presenter.open_day(day)
        self._page.ensure_laid_out()
        self.list.focus_day(day)

    def _on_explanation_wanted(self, line: EntryLine) -> None:
        """Show the entry in the list, with all that explains its day."""
        self._presenter.open_day(line.day)
        row = self.list.explain(line)
        if row is not None:
            self._page.show_soon(row)

    def _on_calendar_file_wanted(self, review: str) -> None:
        self.calendars.ask_where(ReviewId(review))

    def _on_mode_wanted(self, mode: str) -> None:
        self._presenter.look_at(Mode(mode))

    def _on_today_wanted(self) -> None:
        today = self._presenter.today
        self._presenter.go_to(today)
        self.month.go_to(today)

    def _on_day_wanted(self, day: dt.date) -> None:
        """Show where a conflict lies, in the month or the week one is looking at."""
        self._presenter.go_to(day)
        for widget in (self.month, self.week, self.list):
            if widget.isVisible():
                widget.focus_day(day)

    def _on_moved(self, day: dt.date) -> None:
        self._presenter.go_to(day)
        place = self.month.visualRect(self.month.currentIndex()).center()
        seen = self.month.mapTo(cast("QWidget", self._page.widget()), place)
        self._page.ensureVisible(seen.x(), seen.y(), 0, theme.scaled(90))

    def _has_focus_inside(self, widget: QWidget | None = None) -> bool:
        focused, inside = QApplication.focusWidget(), widget or self
        return focused is not None and (focused is widget or inside.isAncestorOf(focused))

    # Layout

    def _lay_out(self) -> None:
        beneath = SideBySide(shares=(1, 1))
        beneath.add_first(self.conflicts)
        beneath.add_second(self.siblings)
        self._page = DiaryScroll(widest=WIDEST)
        self._page.add(self._header, self._made_up, self.bar, self._hidden, self._legend)
        self._page.add(self.month, self.week, self.list, beneath, self.calendars)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._page)
        words = tr("The diary fills with the reviews of the children in your care.")
        self.invitation = Invitation("calendar-days", tr("No children yet"), words)
        self.invitation.import_wanted.connect(self.import_wanted)
        self._stack.addWidget(self.invitation)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        presenter = self._presenter
        self.bar.mode_wanted.connect(self._on_mode_wanted)
        self.bar.step_wanted.connect(presenter.step)
        self.bar.today_wanted.connect(self._on_today_wanted)
        self.bar.conflicts_wanted.connect(self.conflicts.focus_first)
        self.bar.calendars_wanted.connect(self.calendars.focus_first)
        self.bar.kind_chosen.connect(presenter.choose_kind)
        self.bar.area_chosen.connect(presenter.choose_area)
        self.bar.whose_chosen.connect(presenter.choose_whose)
        self.month.moved.connect(self._on_moved)
        self.month.day_opened.connect(self._on_day_opened)
        for widget in (self.month, self.week, self.list):
            widget.entry_opened.connect(self._on_entry_opened)
        for widget in (self.month, self.week):
            widget.explanation_wanted.connect(self._on_explanation_wanted)
        self.list.paper_wanted.connect(self.paper_wanted)
        self.list.invitations_wanted.connect(self.invitations_wanted)
        self.list.calendar_file_wanted.connect(self._on_calendar_file_wanted)
        self.conflicts.child_opened.connect(self.child_opened)
        self.conflicts.day_wanted.connect(self._on_day_wanted)
        self.siblings.child_opened.connect(self.child_opened)

    def _bind_keys(self) -> None:
        for mode, keys in MODE_KEYS.items():
            self._bind(keys, partial(self._presenter.look_at, mode))
        self._bind(BACK_KEYS, partial(self._presenter.step, -1))
        self._bind(FORTH_KEYS, partial(self._presenter.step, 1))
        self._bind(TODAY_KEYS, self._on_today_wanted)

    def _bind(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)


class DiaryScroll(ScrollPage):
    """A page that can be asked to take its measure at once."""

    def ensure_laid_out(self) -> None:
        """Give what was just added its place, so that it can be scrolled to."""
        content: QWidget | None = self.widget()  # PySide's own types leave out the None
        layout = content.layout() if content is not None else None
        if layout is not None:
            layout.activate()

    def show_soon(self, widget: QWidget) -> None:
        """Bring all of a widget into view once it has its place; of a high one, its top."""
        QTimer.singleShot(0, widget, partial(self._bring, widget))

    def _bring(self, widget: QWidget) -> None:
        top = widget.mapTo(cast("QWidget", self.widget()), QPoint(0, 0)).y()
        around, bar = theme.space(24), self.verticalScrollBar()
        end = top + widget.height() + around - self.viewport().height()
        bar.setValue(min(top - around, max(bar.value(), end)))
