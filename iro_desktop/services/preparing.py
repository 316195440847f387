"""Book and prepare a review: who should come, whom to ask, what became of the last decisions."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from iro_desktop.domain.care import period_on, periods_of_care
from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId, new_id
from iro_desktop.domain.participation import Participant, Role
from iro_desktop.domain.review import (
    OF_THE_CASE,
    Review,
    ReviewKind,
    ReviewStatus,
    booked,
    in_hand,
    start_preparing,
)
from iro_desktop.domain.sittings import require_may_be_carried_out
from iro_desktop.domain.timescales.explained import Explained, Holidays
from iro_desktop.domain.timescales.review_cycles import review_kind_on
from iro_desktop.form_engine.definition import Form
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.child_file import require_child
from iro_desktop.services.faults import FixedReview
from iro_desktop.services.panels import check_panel
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.proposing import preferred_day
from iro_desktop.services.review_records import require_review
from iro_desktop.services.sittings import refusals

_ROLE_BY_RELATIONSHIP = {
    "mum": Role.PARENT,
    "mother": Role.PARENT,
    "dad": Role.PARENT,
    "father": Role.PARENT,
    "parent": Role.PARENT,
    "carer": Role.CARER,
    "foster carer": Role.CARER,
    "key worker": Role.RESIDENTIAL_WORKER,
    "social worker": Role.SOCIAL_WORKER,
    "teacher": Role.SCHOOL,
    "school": Role.SCHOOL,
    "designated teacher": Role.SCHOOL,
    "nurse": Role.HEALTH,
    "health visitor": Role.HEALTH,
    "advocate": Role.ADVOCATE,
    "independent visitor": Role.INDEPENDENT_VISITOR,
    "interpreter": Role.INTERPRETER,
}


def propose_day(due: Explained | None, today: dt.date, holidays: Holidays) -> dt.date:
    """A working day for the next review: a week inside the limit, or the soonest there is."""
    return preferred_day(due, today, holidays)


@dataclass(frozen=True, slots=True)
class Hours:
    """When in the day a review begins and how long it is to last; None and 0 where unsaid."""

    starts_at: dt.time | None = None
    minutes: int = 0


def book(
    uow_factory: UnitOfWorkFactory,
    child_id: ChildId,
    day: dt.date,
    place: str,
    today: dt.date,
    kind: ReviewKind | None = None,
    hours: Hours | None = None,
) -> Review:
    """Book the next review, or move the one that is booked already. Raises NoSuchThing.

    One that is being chaired is not the next: its own day stays. Without a `kind` it is the review
    of the child's case, under whichever law that is today; without `hours` they stay as they are.
    """
    kinds = OF_THE_CASE if kind is None else {kind}
    with uow_factory() as uow:
        require_child(uow, child_id)
        reviews = [one for one in uow.reviews.of_child(child_id) if one.kind in kinds]
        review = booked(reviews) or _new_review(uow, child_id, today, kind)
        review = replace(review, planned_for=day, planned_at=place)
        if hours is not None:
            review = replace(review, starts_at=hours.starts_at, lasts_minutes=hours.minutes)
        uow.reviews.put(review)
        return review


def begin(uow_factory: UnitOfWorkFactory, child_id: ChildId, form: Form, today: dt.date) -> Review:
    """Start to prepare the next review of a child's case, or carry on with the one begun.

    A new one starts with the people whom the child's page names, each to be kept or struck off.
    Raises NoSuchThing.
    """
    with uow_factory() as uow:
        child = require_child(uow, child_id)
        reviews = [one for one in uow.reviews.of_child(child_id) if one.kind in OF_THE_CASE]
        review = in_hand(reviews) or _new_review(uow, child_id, today)
        started = start_preparing(review, form.id, form.version)
        uow.reviews.put(started)
        if review.status is ReviewStatus.PLANNED and not uow.participants.of_review(review.id):
            people = uow.people.of_child(child_id)
            uow.participants.put_all(_suggested(child, people, started.id))
        return started


def _new_review(
    uow: UnitOfWork, child_id: ChildId, today: dt.date, kind: ReviewKind | None = None
) -> Review:
    if kind is None:
        period = period_on(periods_of_care(uow.episodes.of_child(child_id)), today)
        kind = review_kind_on(period, today) if period else ReviewKind.LOOKED_AFTER
    return Review(id=ReviewId(new_id()), child_id=child_id, kind=kind)


def _suggested(
    child: Child, people: Sequence[ImportantPerson], review: ReviewId
) -> list[Participant]:
    first = [(child.known_as, Role.CHILD, "")]
    if child.social_worker:
        first.append((child.social_worker, Role.SOCIAL_WORKER, ""))
    rest = [
        (person.name, role_of(person), person.relationship)
        for person in people
        if person.may_be_invited and person.name and person.name != child.social_worker
    ]
    return [
        Participant(
            id=EntityId(new_id()),
            child_id=child.id,
            review_id=review,
            name=name,
            role=role,
            relationship=relationship,
            position=position,
        )
        for position, (name, role, relationship) in enumerate([*first, *rest])
    ]


def role_of(person: ImportantPerson) -> Role:
    """The role that someone's relationship to the child points to."""
    words = person.relationship.strip().lower()
    return _ROLE_BY_RELATIONSHIP.get(words, Role.FAMILY if words else Role.OTHER)


def change_review(uow_factory: UnitOfWorkFactory, review: Review) -> Changed:
    """Keep what was changed about a review itself.

    Raises:
        FixedReview: it is closed or cancelled.
        PanelNotLawful: it is a secure review that is to be opened, and its panel may not sit.
    """
    with uow_factory() as uow:
        held = require_review(uow, review.id)
        if held.is_fixed:
            raise FixedReview
        if review.status is ReviewStatus.OPEN and held.status is not ReviewStatus.OPEN:
            check_panel(uow, review)
        changed = uow.reviews.put(review)
    if not changed:
        return Changed()
    topics = frozenset({Topic.REVIEW, Topic.CASELOAD})
    return Changed(topics, frozenset({review.child_id}), frozenset({review.id}))


def look_at_decision(uow_factory: UnitOfWorkFactory, decision: Decision, at: ReviewId) -> Changed:
    """Say what became of an earlier review's decision, as the review `at` found it.

    Raises:
        FixedReview: `at` is closed, or more than that is to change in a closed review.
        ReviewAdjourned: the review that decided it is adjourned, so nothing of it was carried out.
    """
    with refusals(), uow_factory() as uow:
        if require_review(uow, at).is_fixed:
            raise FixedReview
        if decision.kept in {Kept.KEPT, Kept.PARTLY_KEPT}:
            require_may_be_carried_out(require_review(uow, decision.review_id))
        changed = uow.decisions.put(replace(decision, kept_looked_at_in=at))
    if not changed:
        return Changed()
    return Changed(frozenset({Topic.DECISIONS}), frozenset({decision.child_id}), frozenset({at}))
