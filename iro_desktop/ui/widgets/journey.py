"""A child's time in care as values: what the picture draws, and the same in sentences. No Qt."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from iro_desktop.i18n import tr

SayDate = Callable[[dt.date], str]


@dataclass(frozen=True, slots=True)
class Bar:
    """Something that lasted: a placement, a legal status. `ended` None while it lasts."""

    text: str
    started: dt.date
    ended: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ReviewMark:
    """A review that was held, and whether it was in time; None where that cannot be told."""

    text: str
    held: dt.date
    in_time: bool | None = None


@dataclass(frozen=True, slots=True)
class Journey:
    """One period of care. All in order of time."""

    became_looked_after: dt.date
    today: dt.date
    placements: tuple[Bar, ...] = ()
    legal_statuses: tuple[Bar, ...] = ()
    reviews: tuple[ReviewMark, ...] = ()
    next_due: dt.date | None = None
    ended: dt.date | None = None

    @property
    def last_day(self) -> dt.date:
        """The latest day that is part of it: today, the end, or the next review."""
        return max(day for day in (self.ended or self.today, self.next_due) if day)

    def sentences(self, say: SayDate) -> tuple[str, ...]:
        """The whole journey in words, for readers and for those who do not see pictures."""
        lines = [tr("Became looked after on {date}", date=say(self.became_looked_after))]
        lines += [placement_sentence(bar, say) for bar in self.placements]
        lines += [status_sentence(bar, say) for bar in self.legal_statuses]
        lines += [review_sentence(review, say) for review in self.reviews]
        if self.next_due:
            lines.append(due_sentence(self, say))
        if self.ended:
            lines.append(tr("Stopped being looked after on {date}", date=say(self.ended)))
        return tuple(lines)


def placement_sentence(bar: Bar, say: SayDate) -> str:
    """Where the child lived, and when."""
    return tr("Lived: {what}, {when}", what=bar.text, when=_span(bar, say))


def status_sentence(bar: Bar, say: SayDate) -> str:
    """What the legal status was, and when."""
    return tr("Legal status: {what}, {when}", what=bar.text, when=_span(bar, say))


def review_sentence(review: ReviewMark, say: SayDate) -> str:
    """A review, when it was held, and whether in time."""
    fields = {"what": review.text, "date": say(review.held)}
    if review.in_time is None:
        return tr("{what} on {date}", **fields)
    if review.in_time:
        return tr("{what} on {date}, in time", **fields)
    return tr("{what} on {date}, late", **fields)


def due_sentence(journey: Journey, say: SayDate) -> str:
    """When the next review is due, or was."""
    due = journey.next_due or journey.today
    if due < journey.today:
        return tr("Next review was due by {date}: overdue", date=say(due))
    return tr("Next review due by {date}", date=say(due))


def _span(bar: Bar, say: SayDate) -> str:
    if bar.ended is None:
        return tr("since {date}", date=say(bar.started))
    return tr("{start} to {end}", start=say(bar.started), end=say(bar.ended))
