"""Reviews so far, and the decisions of the last one, in words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.i18n import screen, tr
from iro_desktop.returns.ssda903.codes import participation_label
from iro_desktop.services.child_file import ChildFile, DatedReview
from iro_desktop.services.explaining import Explanation
from iro_desktop.services.ledger_port import RecordState
from iro_desktop.ui.sync.words import state_in_words
from iro_desktop.ui.words.due_dates import explained
from iro_desktop.ui.words.reviews import (
    kept_in_words,
    kind_of_review,
    state_of_review,
    timeliness,
)
from iro_desktop.ui.words.tones import Tone


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A review in one line. `in_time` and `participation` are empty where nothing is known.

    `due` is why it was due when it was, None where no clock ran. `synced` is where its newest words
    are, None where the laptop belongs to no hub.
    """

    review: ReviewId
    day: str
    kind: str
    status: str
    in_time: str
    late: bool
    participation: str
    due: Explanation | None = None
    synced: RecordState | None = None

    @property
    def whole(self) -> str:
        """All of it as one sentence, for a screen reader."""
        synced = state_in_words(self.synced).word if self.synced else ""
        parts = (self.day, self.kind, self.in_time, self.participation, self.status, synced)
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision of the last closed review, and what became of it."""

    what: str
    who_and_when: str
    kept: str
    tone: Tone
    note: str


_TONES: dict[Kept, Tone] = {
    Kept.NOT_LOOKED_AT: "plain",
    Kept.KEPT: "success",
    Kept.PARTLY_KEPT: "warning",
    Kept.NOT_KEPT: "danger",
    Kept.NO_LONGER_NEEDED: "plain",
}


def reviews_of(
    file: ChildFile,
    synced: Mapping[ReviewId, RecordState] | None = None,
    *,
    is_part: bool = False,
) -> tuple[ReviewLine, ...]:
    """The reviews, newest first. Of a part of a record nobody here knows when one was due."""
    known = synced or {}
    reviews = (replace(each, due=None) if is_part else each for each in file.reviews)
    lines = map(_review, reviews)
    return tuple(replace(line, synced=known.get(line.review)) for line in lines)


def decisions_of(file: ChildFile) -> tuple[DecisionLine, ...]:
    """The last decisions, in the order they were made."""
    ordered = sorted(file.open_decisions, key=lambda decision: decision.position)
    return tuple(_decision(decision) for decision in ordered)


def _review(dated: DatedReview) -> ReviewLine:
    review = dated.review
    day = review.held_on or review.planned_for
    code = review.participation
    return ReviewLine(
        review=review.id,
        day=screen().date(day) if day else tr("No day yet"),
        kind=kind_of_review(review.kind),
        status=_status(review),
        in_time=timeliness(dated),
        late=dated.was_late,
        participation=tr("{code}: {meaning}", code=code, meaning=participation_label(code))
        if code
        else "",
        due=explained(dated.due) if dated.due else None,
    )


def _status(review: Review) -> str:
    """Closed is what one expects of the past: only what differs is said."""
    return "" if review.status is ReviewStatus.CLOSED else state_of_review(review)


def _decision(decision: Decision) -> DecisionLine:
    when = screen().date(decision.due_on) if decision.due_on else decision.by_when.strip()
    parts = [decision.owner.strip(), tr("by {when}", when=when) if when else ""]
    return DecisionLine(
        what=decision.what.strip() or decision.words_for_child.strip(),
        who_and_when=" · ".join(part for part in parts if part),
        kept=kept_in_words(decision.kept),
        tone=_TONES[decision.kept],
        note=decision.kept_note.strip(),
    )
