"""What today asks for, put into words; and marking a document as sent."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Protocol

from iro_desktop.domain.child import Child
from iro_desktop.domain.correspondence import DocumentKind, WrittenDocument
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services import writing
from iro_desktop.services.caseload import ChildSummary, Today, Unsent, today_asks
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.today.page import DueLine, HalfFinishedLine, Lines, TodayPage, UnsentLine
from iro_desktop.ui.words.children import age_in_words, called, home_of, name_of
from iro_desktop.ui.words.due_dates import Urgency, how_soon, urgency, which_review, why
from iro_desktop.ui.words.reviews import kind_of_document, status_of_review

TOPICS = frozenset({Topic.CASELOAD, Topic.CHILD, Topic.REVIEW, Topic.DOCUMENTS})
MOST_LINES = 12  # as many as are read at a glance; the list of children holds the rest
_NOON, _EVENING = 12, 18
_PRESSING_DAYS_LEFT = 5


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

    def show_on(self, view: TodayScreen) -> None:
        """Bring the screen up to date."""
        view.show_page(self.page())

    def page(self) -> TodayPage:
        """What today asks for, in words."""
        today = self._workspace.clock.today()
        asks = today_asks(self._workspace.uow_factory, today)
        return TodayPage(
            today=today,
            greeting=_greeting(self._workspace.clock.now().astimezone().hour),
            date=screen().weekday_date(today),
            summary=_summary(asks),
            has_caseload=asks.has_caseload,
            overdue=_lines(asks.overdue, today),
            due_soon=_lines(asks.due_soon, today),
            half_finished=tuple(_half_finished(summary, today) for summary in asks.half_finished),
            unsent=tuple(_unsent(unsent) for unsent in asks.unsent),
            counts=_counts(asks),
            unnamed=asks.unnamed,
        )

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


def _summary(asks: Today) -> str:
    """The day in one sentence."""
    parts = [
        ntr("{number} review is overdue", "{number} reviews are overdue", len(asks.overdue))
        if asks.overdue
        else "",
        ntr("{number} is due within 30 days", "{number} are due within 30 days", len(asks.due_soon))
        if asks.due_soon
        else "",
        ntr("{number} is half-finished", "{number} are half-finished", len(asks.half_finished))
        if asks.half_finished
        else "",
        ntr("{number} document waits to be sent", "{number} documents wait to be sent", n)
        if (n := len(asks.unsent))
        else "",
    ]
    said = [part for part in parts if part]
    if not said:
        return tr("Nothing is waiting for you today.")
    return tr("{list}.", list=screen().list(said))


def _counts(asks: Today) -> str:
    children = ntr("{number} child in care", "{number} children in care", asks.children)
    if not asks.unnamed:
        return children
    return tr(
        "{children} · {unnamed}",
        children=children,
        unnamed=ntr("{number} without a name yet", "{number} without a name yet", asks.unnamed),
    )


def _lines(summaries: Sequence[ChildSummary], today: dt.date) -> Lines:
    shown = tuple(_due(summary, today) for summary in summaries[:MOST_LINES])
    return Lines(shown, len(summaries))


def _due(summary: ChildSummary, today: dt.date) -> DueLine:
    due, child = summary.next_due, summary.child
    assert due is not None  # noqa: S101 - the caseload lists only those with a date here
    booked = summary.current.planned_for if summary.current else None
    return DueLine(
        child=child.id,
        name=name_of(child),
        about=_about(summary),
        which=which_review(due),
        day=screen().weekday_date(due.on),
        how_soon=how_soon(due.on, today),
        urgency=urgency(due.on, today),
        why=why(due, called(child)),
        booked=tr("Booked for {day}", day=screen().weekday_date(booked)) if booked else "",
        made_up=child.made_up,
    )


def _about(summary: ChildSummary) -> str:
    home = home_of(summary.episode)
    age = age_in_words(summary.age)
    return tr("{age} · {home}", age=age, home=home) if home else age


def _half_finished(summary: ChildSummary, today: dt.date) -> HalfFinishedLine:
    review = summary.current
    assert review is not None  # noqa: S101 - half-finished is said of a review
    day = review.held_on or review.planned_for
    state = status_of_review(review.status)
    if review.held_on:
        state = tr("Held on {day}, not closed yet", day=screen().date(review.held_on))
    elif day:
        state = tr("{state}, booked for {day}", state=state, day=screen().weekday_date(day))
    due = summary.next_due if not review.held_on else None
    return HalfFinishedLine(
        child=summary.child.id,
        review=review.id,
        name=name_of(summary.child),
        state=state,
        how_soon=tr("Due {when}", when=how_soon(due.on, today)) if due else "",
        urgency=urgency(due.on, today) if due else Urgency.LATER,
        made_up=summary.child.made_up,
    )


def _unsent(unsent: Unsent) -> UnsentLine:
    return UnsentLine(
        document=unsent.document,
        review=unsent.document.review_id,
        name=name_of(unsent.child),
        what=tr(
            "{document}, written on {day}",
            document=kind_of_document(unsent.document.kind),
            day=screen().date(unsent.document.written_on),
        ),
        time_left=_time_left(unsent.working_days_left),
        urgency=_sending_urgency(unsent.working_days_left),
        reader=_reader(unsent.child, unsent.document.kind),
        made_up=unsent.child.made_up,
    )


def _time_left(days: int | None) -> str:
    if days is None:
        return ""
    if days < 0:
        return ntr("{number} working day late", "{number} working days late", -days)
    if days == 0:
        return tr("to be sent today")
    return ntr("{number} working day left", "{number} working days left", days)


def _sending_urgency(days: int | None) -> Urgency:
    if days is None or days > _PRESSING_DAYS_LEFT:
        return Urgency.LATER
    return Urgency.OVERDUE if days < 0 else Urgency.SOON


def _reader(child: Child, kind: DocumentKind) -> str:
    match kind:
        case DocumentKind.LETTER:
            return called(child) if child.is_named else ""
        case DocumentKind.MINUTES:
            return tr("Everyone who was invited")
