"""The lines of the Today screen, put into words."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from iro_desktop.domain.activities import Activity
from iro_desktop.domain.child import Child
from iro_desktop.domain.copies import FOR_THE_CHILD
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import OF_THE_CASE
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services.caseload import ChildSummary
from iro_desktop.services.ledger_port import RecordState
from iro_desktop.services.today import Ask, HalfFinished, Unsent
from iro_desktop.ui.today.page import (
    AskLine,
    DueLine,
    HalfFinishedLine,
    ReminderLine,
    UnsentLine,
)
from iro_desktop.ui.widgets.lines import Lines
from iro_desktop.ui.words.activities import title_of
from iro_desktop.ui.words.children import age_in_words, called, home_of, name_of
from iro_desktop.ui.words.disruption import why_meet
from iro_desktop.ui.words.due_dates import (
    Urgency,
    explained,
    how_soon,
    urgency,
    which_review,
    why,
)
from iro_desktop.ui.words.reviews import kind_of_document, kind_of_review, status_of_review

MOST_LINES = 12  # as many as are read at a glance
_PRESSING_DAYS_LEFT = 5


@dataclass(frozen=True, slots=True)
class LineMaker:
    """Words things as of `today`. `marks_made_up` says so on each line about a made-up child.

    `synced` says where the newest words of each review are; empty without a hub. `may_write` says
    whether a kind of thing of a child is this person's to write.
    """

    today: dt.date
    marks_made_up: bool
    synced: Mapping[ReviewId, RecordState] = field(default_factory=dict)
    may_write: Callable[[str, str], bool] = lambda _child, _kind: True

    def ask_lines(self, asks: Sequence[Ask], most: int) -> Lines[AskLine]:
        """What is asked, as far as it is shown."""
        return Lines(tuple(map(self._ask, asks[:most])), len(asks))

    def half_finished_lines(self, begun: Sequence[HalfFinished]) -> Lines[HalfFinishedLine]:
        """Reviews that were begun, as far as they are shown."""
        return Lines(tuple(map(self._half_finished, begun[:MOST_LINES])), len(begun))

    def reminder_lines(
        self, waiting: Sequence[tuple[Child, Activity]], most: int
    ) -> Lines[ReminderLine]:
        """What is to be come back to, as far as it is shown."""
        shown = tuple(self._reminder(child, one) for child, one in waiting[:most])
        return Lines(shown, len(waiting))

    def _reminder(self, child: Child, activity: Activity) -> ReminderLine:
        day = activity.remind_on or self.today
        return ReminderLine(
            activity=activity,
            name=name_of(child),
            what=activity.remind_of.strip() or tr("Come back to this"),
            about=title_of(activity),
            how_soon=how_soon(day, self.today),
            urgency=urgency(day, self.today),
            made_up=self._is_marked(child),
        )

    def _is_marked(self, child: Child) -> bool:
        return child.made_up and self.marks_made_up

    def _ask(self, ask: Ask) -> AskLine:
        if ask.unsent is not None:
            return self._unsent(ask.unsent)
        summary, child = ask.summary, ask.child
        booked = ask.booked.planned_for if ask.booked else None
        return DueLine(
            child=child.id,
            name=name_of(child),
            about=self._about(summary) if summary else "",
            which=_what_is_asked(ask),
            day=screen().weekday_date(ask.on),
            short_day=screen().short_weekday_date(ask.on),
            how_soon=how_soon(ask.on, self.today),
            urgency=urgency(ask.on, self.today),
            why=_why(ask),
            booked=tr("Booked for {day}", day=screen().weekday_date(booked)) if booked else "",
            made_up=self._is_marked(child),
            explanation=explained(ask.due) if ask.due else None,
        )

    def _about(self, summary: ChildSummary) -> str:
        """Who it is; of a child who is another's, whose as well."""
        child = summary.child
        about, iro = _about(summary), child.iro_name.strip()
        if not iro or self.may_write(child.id, "review"):
            return about
        return tr("{child} · IRO: {name}", child=about, name=iro)

    def _half_finished(self, begun: HalfFinished) -> HalfFinishedLine:
        review = begun.review
        day = review.held_on or review.planned_for
        state = status_of_review(review.status)
        if review.held_on:
            state = tr("Held on {day}, not closed yet", day=screen().date(review.held_on))
        elif day:
            state = tr("{state}, booked for {day}", state=state, day=screen().weekday_date(day))
        if review.kind not in OF_THE_CASE:
            state = tr("{kind} · {state}", kind=kind_of_review(review.kind), state=state)
        due = begun.due if not review.held_on else None
        return HalfFinishedLine(
            child=begun.child.id,
            review=review.id,
            name=name_of(begun.child),
            state=state,
            how_soon=_due_when(due.on, self.today) if due else "",
            urgency=urgency(due.on, self.today) if due else Urgency.LATER,
            made_up=self._is_marked(begun.child),
            synced=self.synced.get(review.id),
            to_read=not self.may_write(begun.child.id, "review"),
        )

    def _unsent(self, unsent: Unsent) -> UnsentLine:
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
            made_up=self._is_marked(unsent.child),
            explanation=explained(unsent.due) if unsent.due else None,
            may_be_marked=self.may_write(unsent.child.id, "written_document"),
        )


def _why(ask: Ask) -> str:
    if ask.suggestion is not None:
        return why_meet(ask.suggestion)
    return why(ask.due) if ask.due else tr("Agreed at the last review, for that day.")


def _what_is_asked(ask: Ask) -> str:
    if ask.suggestion is not None:
        return tr("A disruption meeting is suggested")
    if ask.due is not None:
        return which_review(ask.due)
    first, more = ask.actions[0], len(ask.actions) - 1
    said = tr("Agreed, and not known to be done: {what}", what=first.what.rstrip("."))
    if first.owner.strip():
        said = tr("{action} ({owner})", action=said, owner=first.owner)
    if not more:
        return said
    return tr(
        "{action}, {others}",
        action=said,
        others=ntr("and {number} more", "and {number} more", more),
    )


def _about(summary: ChildSummary) -> str:
    if summary.child.is_household:
        return tr("Foster household")
    home = home_of(summary.episode)
    age = age_in_words(summary.age)
    return tr("{age} · {home}", age=age, home=home) if home else age


def _due_when(day: dt.date, today: dt.date) -> str:
    said = how_soon(day, today)
    return said if day < today else tr("due {when}", when=said)


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
    if kind in FOR_THE_CHILD:
        return called(child) if child.is_named else ""
    return tr("Everyone who was invited") if kind is DocumentKind.MINUTES else ""
