"""How a review was held, in words: when it was due, whether in time, what stands broken off."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from iro_desktop.domain.review import OF_THE_CASE, Conduct, Review, ReviewStatus
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.sittings import Sitting, days_of
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.working_days import working_days_late
from iro_desktop.i18n import screen, tr
from iro_desktop.services.child_file import DatedReview
from iro_desktop.services.explaining import Explanation, length_in_words
from iro_desktop.ui.words.due_dates import explained, how_soon, urgency
from iro_desktop.ui.words.reviews import timeliness
from iro_desktop.ui.words.tones import Tone, icon_of, tone_of


@dataclass(frozen=True, slots=True)
class InTime:
    """When the review is due and how that was met; nothing where no clock runs for it."""

    due: Explanation | None = None
    state: str = ""
    tone: Tone = "plain"
    icon: str = ""
    is_late: bool = False


def in_time(record: ReviewRecord, today: dt.date) -> InTime:
    """Whether a review was held in time, or how long there is. Only those of the case have this."""
    review, due = record.review, record.due
    if due is None or review.kind not in OF_THE_CASE or review.status is ReviewStatus.CANCELLED:
        return InTime()
    words = explained(due)
    if review.held_on is None:
        pressing = urgency(due.on, today)
        return InTime(words, how_soon(due.on, today), tone_of(pressing), icon_of(pressing))
    late = working_days_late(due.on, review.held_on, due.holidays)
    dated = DatedReview(review, due, late)
    if dated.was_late:
        return InTime(words, timeliness(dated), "warning", "circle-alert", is_late=True)
    return InTime(words, timeliness(dated), "success", "circle-check")


def is_unexplained(record: ReviewRecord, today: dt.date) -> bool:
    """Whether it was held late and nobody has said why. No law asks for that: a reminder."""
    review = record.review
    said = review.late_reason is not None or review.late_note.strip()
    return not review.is_fixed and not said and in_time(record, today).is_late


def day_question(review: Review) -> str:
    """How one asks for the day of a review that is not a series."""
    if review.conduct is Conduct.PAPER:
        return tr("On which day is it finished on paper?")
    return tr("On which day is the meeting held?")


def has_one_day(review: Review) -> bool:
    """Whether the day it was held is simply that: no series, and never broken off."""
    return review.conduct is not Conduct.SERIES and review.adjourned_on is None


def course(review: Review) -> str:
    """That a review was adjourned and resumed, and when; empty for one that never was."""
    if review.adjourned_on is None or review.resumed_on is None:
        return ""
    return tr(
        "Adjourned on {day} and resumed on {later}. Reason: {reason}",
        day=screen().date(review.adjourned_on),
        later=screen().date(review.resumed_on),
        reason=review.adjourned_because,
    )


def day_choices(review: Review, sittings: Sequence[Sitting]) -> tuple[tuple[dt.date, str], ...]:
    """The days that may count as the day it was held, the day it was completed first."""
    completed = review.completed_on
    others = [day for day in days_of(review, sittings) if day != completed]
    dates = screen()
    first = () if completed is None else ((completed, dates.weekday_date(completed)),)
    return (
        *((day, tr("{day}, when it was completed", day=words)) for day, words in first),
        *((day, dates.weekday_date(day)) for day in others),
    )


def standing(review: Review, resume_by: Explained | None, today: dt.date) -> str:
    """What has to be said of an adjourned or cancelled review before all else; else empty."""
    dates = screen()
    if review.status is ReviewStatus.CANCELLED:
        return tr("Cancelled, and not held. Reason: {reason}", reason=review.cancelled_because)
    if not review.is_adjourned or review.adjourned_on is None:
        return ""
    parts = [tr("Adjourned on {day}.", day=dates.weekday_date(review.adjourned_on))]
    if resume_by is not None:
        day = dates.weekday_date(resume_by.on)
        is_over = resume_by.on < today
        parts.append(
            tr("It had to be complete by {day}.", day=day)
            if is_over
            else tr("Complete it by {day}.", day=day)
        )
    parts.append(tr("Until then nothing it has considered is carried out."))
    parts.append(tr("Reason: {reason}", reason=review.adjourned_because))
    return " ".join(parts)


def before_adjourning(resume_by: Explained | None) -> str:
    """What to know before adjourning; with the day it has to be complete by, once one is given."""
    once = tr("A review is adjourned once only. Until it is complete, nothing is carried out.")
    if resume_by is None:
        return once
    limit = tr(
        "It has to be complete within {length}: by {day}.",
        length=length_in_words(resume_by.rule.length, screen()),
        day=screen().weekday_date(resume_by.on),
    )
    return f"{once} {limit}"
