"""Gather one review with all that hangs on it, for documents, for closing and for export."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from iro_desktop.domain.activities import Activity
from iro_desktop.domain.identifiers import ChildId, ReviewId
from iro_desktop.domain.meeting_kinds import looked_back_on_by
from iro_desktop.domain.review import OF_THE_CASE, Review, ReviewKind
from iro_desktop.domain.review_record import ReviewRecord, Signatory
from iro_desktop.domain.scaling import ScaleAnswer
from iro_desktop.domain.tools.record import EarlierTools, ToolRecord
from iro_desktop.domain.whole_child import WholeChild
from iro_desktop.services import whole_child
from iro_desktop.services.clocks import ReviewClock
from iro_desktop.services.earlier_promises import Earlier, looked_back_on
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.owner import signatory
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.reckoning import reckoner_of
from iro_desktop.services.what_follows import due_after
from iro_desktop.services.whole_child import Meeting


def require_review(uow: UnitOfWork, name: str) -> Review:
    """The review of that id. Raises NoSuchThing."""
    review = uow.reviews.find(name)
    if review is None:
        raise NoSuchThing(kind="review", name=name)
    return review


def read(uow_factory: UnitOfWorkFactory, review: ReviewId, today: dt.date) -> ReviewRecord:
    """The whole record of one review, with the page of the whole child. Raises NoSuchThing."""
    with uow_factory() as uow:
        record = gather(uow, require_review(uow, review), today)
        return replace(record, whole_child=_whole_child(uow, record, today))


def gather(uow: UnitOfWork, review: Review, today: dt.date) -> ReviewRecord:
    """The whole record of one review, but for the page of the whole child, which takes longer."""
    child = uow.children.find(review.child_id)
    if child is None:
        raise NoSuchThing(kind="child", name=review.child_id)
    episodes = tuple(uow.episodes.of_child(child.id))
    reviews = uow.reviews.of_child(child.id)
    clock = ReviewClock.of(
        child.date_of_birth,
        episodes,
        reviews,
        reckoner_of(uow.settings),
        today,
        uow.happenings.of_child(child.id),
    )
    day = day_of(review, today)
    before = previous_review(reviews, review, today)
    at_meeting = _at_its_meeting(uow, review)
    scale_answers = tuple(uow.scale_answers.of_review(review.id))
    earlier = decisions_before(uow, reviews, review, today)
    return ReviewRecord(
        child=child,
        review=review,
        iro=_chaired_by(uow, review),
        episodes=episodes,
        people=tuple(uow.people.of_child(child.id)),
        participants=tuple(uow.participants.of_review(review.id)),
        answers=tuple(uow.answers.of_review(review.id)),
        views=tuple(uow.views.of_review(review.id)),
        decisions=tuple(uow.decisions.of_review(review.id)),
        last_decisions=earlier.decisions,
        promise_trails=earlier.trails,
        scaling_questions=tuple(uow.scaling_questions.of_child(child.id)),
        scale_answers=scale_answers,
        earlier_scale_answers=_earlier(uow, child.id, review, day),
        addenda=tuple(uow.addenda.of_review(review.id)),
        due=clock.due_of(day),
        next_due=due_after(review, clock, day, [one for one in reviews if one.id != review.id]),
        previous_review_on=before.held_on if before else None,
        texts=tuple(uow.document_texts.of_review(review.id)),
        pictures=tuple(uow.kept_pictures.of_review(review.id)),
        withheld=tuple(uow.withheld_passages.of_review(review.id)),
        confidential=tuple(uow.confidential_details.of_child(child.id)),
        preferred_words=tuple(uow.preferred_words.of_child(child.id)),
        wishes=tuple(uow.reader_wishes.of_child(child.id)),
        confirmations=tuple(uow.managers_confirmations.of_review(review.id)),
        tools=tools_of(uow, review.id),
        earlier_tools=earlier_tools(uow, review, day, reviews),
        agenda_items=tuple(uow.agenda_items.of_review(review.id)),
        meeting_parts=tuple(uow.meeting_parts.of_review(review.id)),
        agreements=tuple(uow.agreements.of_review(review.id)),
        support_offers=tuple(uow.support_offers.of_review(review.id)),
        permanence_findings=tuple(uow.permanence_findings.of_review(review.id)),
        consultation_answers=tuple(uow.consultation_answers.of_review(review.id)),
        activities=_activities_since(uow, child.id, before, day),
        held_before=tuple(
            other.held_on
            for other in _held_before(reviews, review, today)
            if other.kind in OF_THE_CASE and other.held_on is not None
        ),
        held_with=tuple(one.kind for one in at_meeting if one.child_id == child.id),
        with_family=any(one.child_id != child.id for one in at_meeting),
        read_on=today,
    )


def _whole_child(uow: UnitOfWork, record: ReviewRecord, today: dt.date) -> WholeChild | None:
    made_on = max((trail.made_on for trail in record.promise_trails if trail.made_on), default=None)
    meeting = Meeting(record.review, record.last_decisions, made_on)
    # Until it is closed, what is missing is still asked for and written down.
    day = day_of(record.review, today) if record.review.is_fixed else today
    return whole_child.gather(uow, record.child, day, meeting)


def _at_its_meeting(uow: UnitOfWork, review: Review) -> tuple[Review, ...]:
    """The other reviews at its meeting, of this child or of brothers and sisters."""
    if not review.meeting:
        return ()
    return tuple(
        other
        for other in uow.reviews.all()
        if other.meeting == review.meeting and other.id != review.id
    )


def tools_of(uow: UnitOfWork, review: ReviewId) -> ToolRecord:
    """The practice tools of one review."""
    return ToolRecord(
        map_items=tuple(uow.map_items.of_review(review)),
        worries=tuple(uow.worries.of_review(review)),
        matrix_cells=tuple(uow.matrix_cells.of_review(review)),
        milestones=tuple(uow.milestones.of_review(review)),
        rooms=tuple(uow.rooms.of_review(review)),
        story_frames=tuple(uow.story_frames.of_review(review)),
        story_agreements=tuple(uow.story_agreements.of_review(review)),
        network_people=tuple(uow.network_people.of_review(review)),
        safety_rules=tuple(uow.safety_rules.of_review(review)),
        plan_tests=tuple(uow.plan_tests.of_review(review)),
        asked_questions=tuple(uow.asked_questions.of_review(review)),
        tool_uses=tuple(uow.tool_uses.of_review(review)),
    )


def earlier_tools(
    uow: UnitOfWork, review: Review, day: dt.date, reviews: Sequence[Review] | None = None
) -> tuple[EarlierTools, ...]:
    """The tools of the child's meetings of any kind before that day, from the latest on.

    Meetings with no tool are left out. `reviews` are the child's, where they are read already.
    """
    of_child = uow.reviews.of_child(review.child_id) if reviews is None else reviews
    held = [
        EarlierTools(
            other.id,
            other.kind,
            other.held_on,
            tools_of(uow, other.id),
            tuple(uow.withheld_passages.of_review(other.id)),
        )
        for other in of_child
        if other.id != review.id and other.held_on is not None and other.held_on < day
    ]
    with_tools = [earlier for earlier in held if earlier.tools]
    return tuple(sorted(with_tools, key=lambda earlier: earlier.held_on, reverse=True))


def _activities_since(
    uow: UnitOfWork, child: ChildId, before: Review | None, day: dt.date
) -> tuple[Activity, ...]:
    since = before.held_on if before is not None and before.held_on else dt.date.min
    return tuple(one for one in uow.activities.of_child(child) if since <= one.on <= day)


def day_of(review: Review, today: dt.date) -> dt.date:
    """The day a review was held, or is booked for, or today."""
    return review.held_on or review.planned_for or today


def _chaired_by(uow: UnitOfWork, review: Review) -> Signatory:
    """Who signs: of a record that someone else closed, on another laptop, they and not its owner.

    Their telephone and authority did not come with the record, and the owner's are not theirs.
    """
    owner = signatory(uow.settings)
    closed_by = review.closed_by.strip()
    return owner if closed_by in {"", owner.name} else Signatory(closed_by)


def previous_review(reviews: Sequence[Review], review: Review, today: dt.date) -> Review | None:
    """The latest meeting held before this one that it follows.

    One that begins something of its own, such as an initial conference, follows the child's case.
    """
    followed = looked_back_on_by(review.kind) or OF_THE_CASE
    held = _held_before(reviews, review, today)
    return next((other for other in held if other.kind in followed), None)


def decisions_before(
    uow: UnitOfWork, reviews: Sequence[Review], review: Review, today: dt.date
) -> Earlier:
    """What the review looks back on of what meetings of its line decided before it."""
    line = looked_back_on_by(review.kind)
    before = [other for other in _held_before(reviews, review, today) if other.kind in line]
    return looked_back_on(uow, review, before)


def _held_before(reviews: Sequence[Review], review: Review, today: dt.date) -> list[Review]:
    """Those of any kind held before this one, the latest first.

    Meetings of the council's own are of one kind, and differ by their forms.
    """
    day = day_of(review, today)
    held = [
        (other.held_on, other)
        for other in reviews
        if other.id != review.id
        and other.held_on is not None
        and (other.kind is not ReviewKind.COUNCIL or other.form == review.form)
    ]
    held.sort(key=lambda pair: pair[0], reverse=True)
    return [other for held_on, other in held if held_on < day]


def _earlier(
    uow: UnitOfWork, child: ChildId, review: Review, day: dt.date
) -> tuple[ScaleAnswer, ...]:
    return tuple(
        answer
        for answer in uow.scale_answers.of_child(child)
        if answer.review_id != review.id
        and answer.answered_on is not None
        and answer.answered_on <= day
    )
