"""What today asks for, put into words; and marking a document as sent."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from iro_desktop.domain.activities import Activity
from iro_desktop.domain.correspondence import WrittenDocument
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services import activities, writing
from iro_desktop.services.caseload import SOON
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.rights import Rights
from iro_desktop.services.today import Today, today_asks
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.sync.conflicts.page import ConflictLine
from iro_desktop.ui.sync.conflicts.presenter import lines_of
from iro_desktop.ui.sync.states import states_of_begun
from iro_desktop.ui.today.lines import MOST_LINES, LineMaker
from iro_desktop.ui.today.of_iros import iro_lines
from iro_desktop.ui.today.page import TodayPage
from iro_desktop.ui.widgets.lines import Lines

TOPICS = frozenset({Topic.CASELOAD, Topic.CHILD, Topic.REVIEW, Topic.DOCUMENTS, Topic.ACTIVITIES})
_NOON, _EVENING = 12, 18
_MORE_LINES = 50


class TodayScreen(Protocol):
    """What the presenter needs of the screen."""

    def show_page(self, page: TodayPage) -> None:
        """Show what today asks for."""
        ...


class TodayPresenter:
    """Reads the caseload as of today. `tell` takes what a change touched to the other screens."""

    def __init__(self, workspace: Workspace, tell: Callable[[Changed], None]) -> None:
        self._workspace = workspace
        self._tell = tell
        self._most = MOST_LINES

    def show_more(self) -> None:
        """From now on, show more of what is asked."""
        self._most += _MORE_LINES

    def show_on(self, view: TodayScreen) -> None:
        """Bring the screen up to date."""
        view.show_page(self.page())

    def page(self) -> TodayPage:
        """What today asks for, in words."""
        today = self._workspace.clock.today()
        asks = today_asks(self._workspace.uow_factory, today)
        all_made_up = _all_made_up(asks)
        shown = asks.half_finished[:MOST_LINES]
        children = [one.child.id for one in shown]
        synced = states_of_begun(self._workspace.uow_factory, children)
        with self._workspace.uow_factory() as uow:
            rights = Rights(uow.settings)
        maker = LineMaker(
            today, marks_made_up=not all_made_up, synced=synced, may_write=rights.has_kind
        )
        return TodayPage(
            today=today,
            greeting=_greeting(self._workspace.clock.now().astimezone().hour),
            date=screen().weekday_date(today),
            summary=_summary(asks, _overdue(asks, today)),
            has_caseload=asks.has_caseload,
            overdue=maker.ask_lines(asks.overdue, self._most),
            due_soon=maker.ask_lines(asks.due_soon, self._most),
            half_finished=maker.half_finished_lines(asks.half_finished),
            reminders=maker.reminder_lines(
                activities.to_come_back_to(self._workspace.uow_factory, today + SOON), self._most
            ),
            counts=_counts(asks),
            unnamed=asks.unnamed if rights.begins_records else 0,
            begins_records=rights.begins_records,
            only_parts=asks.has_caseload and asks.parts == asks.files,
            iros=Lines((), 0)
            if rights.begins_records or asks.parts
            else iro_lines(asks, self._most),
            all_made_up=all_made_up,
            conflicts=self._conflicts(marks_made_up=not all_made_up),
        )

    def _conflicts(self, *, marks_made_up: bool) -> Lines[ConflictLine]:
        found = lines_of(self._workspace)
        shown = (replace(one, made_up=one.made_up and marks_made_up) for one in found[: self._most])
        return Lines(tuple(shown), len(found))

    def settle(self, activity: Activity) -> None:
        """Say that what was to be come back to is done."""
        self._tell(activities.settle(self._workspace.uow_factory, activity))

    def mark_sent(self, document: WrittenDocument, to: str) -> None:
        """Say that a letter or minutes have gone to their reader."""
        changed = writing.mark_sent(
            self._workspace.uow_factory, document, to, self._workspace.clock
        )
        self._tell(changed)


def _greeting(hour: int) -> str:
    if hour < _NOON:
        return tr("Good morning")
    return tr("Good afternoon") if hour < _EVENING else tr("Good evening")


def _overdue(asks: Today, today: dt.date) -> int:
    """How much is overdue, reviews included that were begun and not held yet."""
    begun = [one for one in asks.half_finished if one.due and one.due.on < today]
    return len(asks.overdue) + len(begun)


def _summary(asks: Today, overdue: int) -> str:
    """The day at a glance."""
    unsent = sum(ask.unsent is not None for ask in (*asks.overdue, *asks.due_soon))
    counted = (
        (overdue, tr("{number} overdue", number=overdue)),
        (len(asks.due_soon), tr("{number} due within 30 days", number=len(asks.due_soon))),
        (len(asks.half_finished), tr("{number} half-finished", number=len(asks.half_finished))),
        (unsent, tr("{number} to send", number=unsent)),
    )
    said = [words for number, words in counted if number]
    return " · ".join(said) or tr("Nothing is waiting for you")


def _counts(asks: Today) -> str:
    if asks.parts and not asks.children:
        return ntr("{number} child, in part", "{number} children, in part", asks.parts)
    children = ntr("{number} child in care", "{number} children in care", asks.children)
    if not asks.unnamed:
        return children
    return tr(
        "{children} · {unnamed}",
        children=children,
        unnamed=ntr("{number} without a name yet", "{number} without a name yet", asks.unnamed),
    )


def _all_made_up(asks: Today) -> bool:
    """Whether everyone named on the screen is made up: then it is said once, at the top."""
    children = [ask.child for ask in (*asks.overdue, *asks.due_soon)]
    children += [one.child for one in asks.half_finished]
    return bool(children) and all(child.made_up for child in children)
