"""The diary as it is looked at: a month, a week or a list, of some kinds, areas and IROs."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from typing import Protocol

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import ReviewKind
from iro_desktop.domain.timescales.explained import Holidays
from iro_desktop.domain.working_days import add_months
from iro_desktop.i18n import screen, tr
from iro_desktop.services import busy_calendar, diary, owner
from iro_desktop.services.bank_holidays import observed
from iro_desktop.services.busy_times import BusyTime
from iro_desktop.services.changed import Topic
from iro_desktop.services.diary import DiaryEntry, Filter, Standing
from iro_desktop.services.diary_conflicts import conflicts
from iro_desktop.services.rights import Rights
from iro_desktop.services.sibling_reviews import SiblingGroup, sibling_groups
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.diary.busy_hours import BusyHours, busy_hours, known_of_calendar
from iro_desktop.ui.diary.conflict_words import conflict_line
from iro_desktop.ui.diary.lines import LineMaker, summary_of
from iro_desktop.ui.diary.page import (
    Choice,
    ConflictLine,
    DayCell,
    DiaryPage,
    Mode,
    SiblingsLine,
    Whose,
)
from iro_desktop.ui.diary.sibling_words import siblings_line
from iro_desktop.ui.words.reviews import kind_of_review

TOPICS = frozenset({Topic.CASELOAD, Topic.CHILD, Topic.REVIEW})
DAYS_IN_A_WEEK = 7
_DAY = dt.timedelta(days=1)
_EARLIEST, _LATEST = dt.date(1900, 1, 1), dt.date(2200, 12, 31)


class DiaryScreen(Protocol):
    """What the presenter needs of the screen."""

    def show_page(self, page: DiaryPage) -> None:
        """Show this part of the diary."""
        ...


class DiaryPresenter:
    """Holds the diary in memory: turning a page must not ask the store."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._view: DiaryScreen | None = None
        self._everything: tuple[DiaryEntry, ...] = ()
        self._shown: tuple[DiaryEntry, ...] = ()
        self._of_day: dict[dt.date, list[DiaryEntry]] = {}
        self._conflicts: tuple[ConflictLine, ...] = ()
        self._siblings: tuple[SiblingsLine, ...] = ()
        self._families: tuple[SiblingGroup, ...] = ()
        self._busy: tuple[BusyTime, ...] = ()
        self._busy_hours: Mapping[dt.date, tuple[BusyHours, ...]] = {}
        self._holidays: Holidays = {}
        self._me = ""
        self._mode, self._anchor = Mode.MONTH, self.today
        self._kind, self._area = "", ""
        self._whose: Whose | None = None
        self._rights: Rights | None = None

    def show_on(self, view: DiaryScreen) -> None:
        """From now on, this is the screen."""
        self._view = view

    @property
    def today(self) -> dt.date:
        """The date where the laptop is."""
        return self._workspace.clock.today()

    @property
    def anchor(self) -> dt.date:
        """The day one is on."""
        return self._anchor

    def refresh(self) -> None:
        """Read the diary again."""
        uow_factory = self._workspace.uow_factory
        self._everything = diary.entries(uow_factory, self.today, _EARLIEST, _LATEST)
        self._me = owner.read(uow_factory).name
        with uow_factory() as uow:
            self._holidays = observed(uow.settings)
            self._busy = busy_calendar.read(uow.settings)
            self._rights = Rights(uow.settings)
        self._busy_hours = busy_hours(self._busy)
        families = sibling_groups(self._everything, self.today, self._holidays)
        self._families = tuple(sorted(families, key=lambda family: family.together))
        if self._whose is None and self._everything:
            has_own = any(entry.iro == self._me for entry in self._everything)
            self._whose = Whose.MINE if has_own else Whose.SERVICE
        self._choose()

    # What part of it

    def look_at(self, mode: Mode) -> None:
        """Show a month, a week or a list, about the day one is on."""
        self._mode = mode
        self._show()

    def go_to(self, day: dt.date) -> None:
        """Be on a day. What is shown changes only where the day is not in it."""
        before, self._anchor = self._anchor, _within_reach(day)
        if self._span(before) != self._span(self._anchor):
            self._show()

    def open_day(self, day: dt.date) -> None:
        """Show a day in the list, with all that stands on it."""
        self._mode, self._anchor = Mode.LIST, day
        self._show()

    def step(self, count: int) -> None:
        """Go that many months or weeks on."""
        if self._mode is Mode.WEEK:
            self.go_to(self._anchor + count * DAYS_IN_A_WEEK * _DAY)
        else:
            self.go_to(add_months(self._anchor, count))

    def choose_kind(self, value: str) -> None:
        """Show reviews of one kind, or of all where empty."""
        self._kind = value
        self._choose()

    def choose_area(self, value: str) -> None:
        """Show the children of one team, or of all where empty."""
        self._area = value
        self._choose()

    def choose_whose(self, value: str) -> None:
        """Show the owner's children, or the whole service's."""
        self._whose = Whose(value)
        self._choose()

    # The page

    def first_day_shown(self) -> dt.date:
        """The first day of the month or the week one is looking at."""
        return self._span(self._anchor)[0]

    def entries_of(self, review: ReviewId) -> tuple[DiaryEntry, ...]:
        """The meetings of one review that are booked, on whatever day."""
        return tuple(
            entry
            for entry in self._everything
            if entry.standing is Standing.BOOKED and entry.review and entry.review.id == review
        )

    def entries_shown(self) -> tuple[DiaryEntry, ...]:
        """What stands in that month or week, as far as the filters let it through."""
        first, last = self._span(self._anchor)
        return tuple(entry for entry in self._shown if first <= entry.day <= last)

    def _may_invite(self, child: str) -> bool:
        if self._rights is None:
            return True
        return self._rights.allowed(child, self._workspace.clock.now()).invites

    def _choose(self) -> None:
        """Take what the filters let through. Turning a page needs none of this again."""
        passes = self._filter().passes
        self._shown = tuple(entry for entry in self._everything if passes(entry))
        self._of_day = defaultdict(list)
        for entry in self._shown:
            self._of_day[entry.day].append(entry)
        ahead = [entry for entry in self._everything if entry.day >= self.today]
        found = conflicts(ahead, self._busy, self._holidays, busy_iro=self._me)
        self._conflicts = tuple(
            conflict_line(one, self.today)
            for one in found
            if any(passes(entry) for entry in one.entries)
        )
        children = {entry.child.id for entry in self._shown}
        self._siblings = tuple(
            siblings_line(group, self.today)
            for group in self._families
            if any(review.child.id in children for review in group.reviews)
        )
        self._show()

    def _show(self) -> None:
        if self._view is not None:
            self._view.show_page(self._page())

    def _page(self) -> DiaryPage:
        first, last = self._span(self._anchor)
        inside = self.entries_shown()
        all_made_up = all(entry.child.made_up for entry in self._everything)
        maker = LineMaker(
            self.today,
            self._holidays,
            self._me,
            marks_made_up=not all_made_up,
            may_invite=self._may_invite,
        )
        return DiaryPage(
            mode=self._mode,
            today=self.today,
            anchor=self._anchor,
            title=_title(self._mode, first, last),
            summary=summary_of(inside),
            weekdays=_weekdays(first),
            days=self._days(maker, first, last),
            kinds=self._kinds(),
            areas=self._areas(),
            whose=self._iros(),
            conflicts=self._conflicts,
            siblings=self._siblings,
            hidden=sum(first <= entry.day <= last for entry in self._everything) - len(inside),
            has_caseload=bool(self._everything),
            all_made_up=all_made_up and bool(self._everything),
            calendar=known_of_calendar(self._busy),
            begins_records=self._rights is None or self._rights.begins_records,
        )

    def _filter(self) -> Filter:
        return Filter(
            kinds=frozenset({ReviewKind(self._kind)} if self._kind else ()),
            areas=frozenset({self._area} if self._area else ()),
            iros=frozenset({self._me} if self._whose is Whose.MINE else ()),
        )

    def _span(self, day: dt.date) -> tuple[dt.date, dt.date]:
        """The first and the last day that are looked at from a day."""
        if self._mode is Mode.WEEK:
            monday = day - day.weekday() * _DAY
            return monday, monday + 6 * _DAY
        first = day.replace(day=1)
        return first, add_months(first, 1) - _DAY

    def _days(self, maker: LineMaker, first: dt.date, last: dt.date) -> tuple[DayCell, ...]:
        start, end = first, last
        if self._mode is Mode.MONTH:
            start, end = first - first.weekday() * _DAY, last + (6 - last.weekday()) * _DAY
        days = [start + number * _DAY for number in range((end - start).days + 1)]
        if self._mode is Mode.LIST:
            days = [day for day in days if day in self._of_day or day == self._anchor]
        return tuple(
            maker.day(
                day,
                self._of_day.get(day, ()),
                self._busy_hours.get(day, ()),
                is_in_month=first <= day <= last,
            )
            for day in days
        )

    # What the filters offer

    def _kinds(self) -> Choice:
        there = {entry.kind for entry in self._everything}
        options = [(kind.value, kind_of_review(kind)) for kind in ReviewKind if kind in there]
        return _choice(("", tr("Every kind")), options, self._kind)

    def _areas(self) -> Choice:
        there = sorted({entry.area for entry in self._everything if entry.area})
        return _choice(("", tr("Every team")), [(area, area) for area in there], self._area)

    def _iros(self) -> Choice:
        options = ((Whose.MINE, tr("My children")), (Whose.SERVICE, tr("The whole service")))
        others = {entry.iro for entry in self._everything} - {self._me}
        return Choice(options if others else (), self._whose or Whose.MINE)


def _choice(everything: tuple[str, str], options: list[tuple[str, str]], chosen: str) -> Choice:
    """All, or one of several; of a single one there is nothing to choose, unless it is chosen."""
    is_offered = len(options) > 1 or bool(chosen)
    return Choice((everything, *options) if is_offered else (), chosen)


def _within_reach(day: dt.date) -> dt.date:
    return min(max(day, _EARLIEST), _LATEST)


def _title(mode: Mode, first: dt.date, last: dt.date) -> str:
    if mode is Mode.WEEK:
        return tr(
            "{first} to {last}", first=screen().short_date(first), last=screen().short_date(last)
        )
    return screen().month(first)


def _weekdays(first: dt.date) -> tuple[tuple[str, str], ...]:
    """The names of the days of the week, short and long, from Monday on."""
    monday = first - first.weekday() * _DAY
    days = [monday + number * _DAY for number in range(DAYS_IN_A_WEEK)]
    return tuple((screen().short_weekday(day), screen().weekday(day)) for day in days)
