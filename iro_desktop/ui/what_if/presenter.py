"""What if the review were on another day, without the screen."""

import datetime as dt
from collections.abc import Callable
from typing import Protocol

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.what_if import Outlook
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services import preparing, what_if
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.what_if import Situation
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.what_if.page import WhatIfPage
from iro_desktop.ui.what_if.remarks import birthday_remark, clash_remark
from iro_desktop.ui.words.children import name_of
from iro_desktop.ui.words.deadlines import Deadline, State, deadline
from iro_desktop.ui.words.due_dates import explained

_LATE, _GOOD, _GONE = "circle-alert", "circle-check", "triangle-alert"


class WhatIfScreen(Protocol):
    """What the presenter needs of the screen."""

    def show_page(self, page: WhatIfPage) -> None:
        """Show what a day would mean."""
        ...


class WhatIfPresenter:
    """One child's next review. `tell` takes what a change touched to the other screens."""

    def __init__(self, workspace: Workspace, tell: Callable[[Changed], None]) -> None:
        self._workspace = workspace
        self._tell = tell
        self._view: WhatIfScreen | None = None
        self._situation: Situation | None = None
        self.day: dt.date | None = None

    def show_on(self, view: WhatIfScreen) -> None:
        """From now on, this is the screen."""
        self._view = view

    @property
    def today(self) -> dt.date:
        """The date where the laptop is."""
        return self._workspace.clock.today()

    @property
    def child_id(self) -> ChildId:
        """Whose review it is."""
        return self._open.child.id

    def open(self, child_id: ChildId) -> None:
        """Begin with the day that is booked, or one to propose. Raises NoSuchThing."""
        self._situation = what_if.read(self._workspace.uow_factory, child_id, self.today)
        self.try_day(self._open.day_to_begin_with)

    def try_day(self, day: dt.date | None) -> None:
        """Show what a day would mean; None where no day can be read."""
        self.day = day
        if self._view is not None:
            self._view.show_page(self._page(day))

    def move(self, days: int) -> None:
        """Try a day so many later, or earlier: never one that has gone, nor one too late."""
        if self.day is None:
            return
        moved = self.day + dt.timedelta(days=days)
        self.try_day(min(max(moved, self.today), max(self.today, self._open.last_day)))

    def book(self) -> None:
        """Book the day, at the place that stood booked. Raises what the store raises."""
        assert self.day is not None  # noqa: S101 - a view books only a day that may be tried
        booked = self._open.booked
        place = booked.planned_at if booked else ""
        review = preparing.book(
            self._workspace.uow_factory, self.child_id, self.day, place, self.today
        )
        topics = frozenset({Topic.REVIEW, Topic.CASELOAD})
        self._tell(Changed(topics, frozenset({review.child_id}), frozenset({review.id})))

    @property
    def _open(self) -> Situation:
        assert self._situation is not None  # noqa: S101 - a view opens a child before it asks
        return self._situation

    def _page(self, day: dt.date | None) -> WhatIfPage:
        situation = self._open
        name = name_of(situation.child)
        problem = self._problem(day)
        if day is None or problem:
            nothing = State("", "plain")
            return WhatIfPage(name, self._booked(), day, nothing, problem=problem)
        found = what_if.what_if(situation, day)
        ahead = found.outlook
        return WhatIfPage(
            name=name,
            booked=self._booked(),
            day=day,
            verdict=_verdict(ahead),
            deadlines=self._deadlines(ahead),
            clashes=tuple(clash_remark(clash) for clash in found.clashes),
            birthdays=tuple(birthday_remark(one, day) for one in found.birthdays),
            before=tuple(self._paper_before(due) for due in ahead.before),
            after=tuple(deadline(due, self.today) for due in ahead.after),
        )

    def _problem(self, day: dt.date | None) -> str:
        if day is None:
            return tr("Type a day, or choose one from the calendar.")
        if day < self.today:
            return tr("That day has gone.")
        if day > self._open.last_day:
            adult = self._open.clock.adult_on
            return tr("On {day} the child is 18, and no review is due.", day=screen().date(adult))
        return ""

    def _booked(self) -> str:
        booked = self._open.booked
        if booked is None or booked.planned_for is None:
            return tr("Nothing is booked yet.")
        return tr("Booked for {day}.", day=screen().weekday_date(booked.planned_for))

    def _deadlines(self, ahead: Outlook) -> tuple[Deadline, ...]:
        if not ahead.deadlines:
            return ()
        this, *later = ahead.deadlines
        notes = (
            tr("Counted from this review, if it is held on that day."),
            tr("If the one before it is held on its last working day in time."),
        )
        return (
            Deadline(explained(this), _verdict(ahead)),
            *(deadline(due, self.today, note) for due, note in zip(later, notes, strict=False)),
        )

    def _paper_before(self, due: Explained) -> Deadline:
        """One whose day has gone cannot be done in time any more, whatever was done."""
        if due.on < self.today:
            return Deadline(explained(due), State(tr("gone already"), "warning", _GONE))
        return deadline(due, self.today)


def _verdict(ahead: Outlook) -> State:
    if not ahead.deadlines:
        return State(tr("No review is due"), "plain", "info")
    if ahead.is_late:
        late = ahead.working_days_late
        if not late:  # over a weekend no working day passes
            return State(tr("late, by no working day"), "danger", _LATE)
        return State(
            ntr("{number} working day late", "{number} working days late", late), "danger", _LATE
        )
    left = ahead.working_days_in_hand
    if not left:
        return State(tr("In time, on the last working day"), "warning", _GOOD)
    return State(
        ntr(
            "In time, {number} working day in hand", "In time, {number} working days in hand", left
        ),
        "success",
        _GOOD,
    )
