"""Book and prepare a review: who should come, whom to ask, what became of the last decisions."""

import datetime as dt
from collections.abc import Iterable, Set
from dataclasses import dataclass, replace

from iro_desktop.domain.care import period_on, periods_of_care
from iro_desktop.domain.child import Child
from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.domain.identifiers import ChildId, ReviewId, booked_review_id, first_free
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
from iro_desktop.services.faults import FixedReview, NoSuchThing
from iro_desktop.services.meetings import move_with
from iro_desktop.services.panels import check_panel
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.proposing import preferred_day
from iro_desktop.services.review_records import require_review
from iro_desktop.services.seeding import empty_panel, suggested
from iro_desktop.services.sittings import refusals


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
    *,
    form: Form | None = None,
    review: ReviewId | None = None,
) -> Review:
    """Book the next meeting of a kind, or move the one that is booked already.

    What is held together with it moves along. One that is being chaired is not the next: its own
    day stays. Without a `kind` it is the review of the child's case, under whichever law that is
    today, or that of the household; without `hours` they stay as they are. A council's own meeting
    has one of its forms, and `review` is the one to move where several are booked.

    Raises:
        NoSuchThing: there is no such child, or no such review of theirs that can be moved.
    """
    with uow_factory() as uow:
        child = require_child(uow, child_id)
        every = uow.reviews.of_child(child_id)
        if review is None:
            kinds = _of_kind(child, kind)
            waiting = [one for one in every if one.kind in kinds and _is_held_by(one, form)]
            moved = booked(waiting) or _new_review(uow, child, today, kind, (day, form))
        else:
            moved = _required(every, review)
        if form is not None:
            moved = replace(moved, form=form.id)  # in which version, is settled as it is begun
        moved = replace(moved, planned_for=day, planned_at=place)
        if hours is not None:
            moved = replace(moved, starts_at=hours.starts_at, lasts_minutes=hours.minutes)
        uow.reviews.put(moved)
        move_with(uow, moved)
        return moved


def begin(
    uow_factory: UnitOfWorkFactory,
    child_id: ChildId,
    form: Form,
    today: dt.date,
    *,
    kind: ReviewKind | None = None,
    review: ReviewId | None = None,
) -> Review:
    """Start to prepare a meeting, or carry on with the one begun.

    `review` says which; else it is the next of its `kind`, or of the child's case. A new one starts
    with the people whom the page names, each to be kept or struck off; beside the case, also with
    the parts that nobody fills yet.

    Raises:
        NoSuchThing: there is no such child, or no such review of theirs.
        FixedReview: it is closed or cancelled.
    """
    with uow_factory() as uow:
        child = require_child(uow, child_id)
        every = uow.reviews.of_child(child_id)
        if review is None:
            kinds = _of_kind(child, kind)
            mine = [one for one in every if one.kind in kinds]
            found = in_hand(mine) or _new_review(uow, child, today, kind, (today, form))
        else:
            found = _required(every, review)
        if found.is_fixed:
            raise FixedReview
        started = start_preparing(found, form.id, form.version)
        uow.reviews.put(started)
        if found.status is ReviewStatus.PLANNED and not uow.participants.of_review(found.id):
            people = uow.people.of_child(child_id)
            uow.participants.put_all(suggested(child, people, started))
            if started.kind is ReviewKind.SECURE and not uow.panel_members.of_review(started.id):
                uow.panel_members.put_all(empty_panel(started))
        return started


def _of_kind(child: Child, kind: ReviewKind | None) -> Set[ReviewKind]:
    if kind is not None:
        return {kind}
    return {ReviewKind.FOSTER_CARER} if child.is_household else OF_THE_CASE


def _is_held_by(review: Review, form: Form | None) -> bool:
    """Whether it is that meeting: the council's own differ by their forms alone."""
    return form is None or review.kind is not ReviewKind.COUNCIL or review.form == form.id


def _required(every: Iterable[Review], review: ReviewId) -> Review:
    for one in every:
        if one.id == review:
            return one
    raise NoSuchThing(kind="review", name=review)


def _new_review(
    uow: UnitOfWork,
    child: Child,
    today: dt.date,
    kind: ReviewKind | None,
    named: tuple[dt.date, Form | None],
) -> Review:
    """A review that is not kept yet, named after the day it is for and a council's own form."""
    if kind is None and child.is_household:
        kind = ReviewKind.FOSTER_CARER
    if kind is None:
        period = period_on(periods_of_care(uow.episodes.of_child(child.id)), today)
        kind = review_kind_on(period, today) if period else ReviewKind.LOOKED_AFTER
    day, form = named
    of_form = form.id if form is not None and kind is ReviewKind.COUNCIL else ""

    def name(number: int) -> ReviewId:
        return booked_review_id(child.id, kind.value, day, of_form, number)

    free = first_free(name, lambda each: bool(uow.history.looked_at([each])))
    return Review(id=ReviewId(free), child_id=child.id, kind=kind)


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
