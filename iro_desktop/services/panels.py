"""Panels that review secure placements: who sits on one, and whether it may."""

import datetime as dt
from collections.abc import Sequence

from iro_desktop.domain.identifiers import EntityId, ReviewId, new_id
from iro_desktop.domain.independence import PanelMember, panel_problems
from iro_desktop.domain.review import OF_THE_CASE, Review, ReviewKind, booked
from iro_desktop.domain.working_days import add_months
from iro_desktop.problems import Problem
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.child_file import require_child
from iro_desktop.services.faults import FixedReview, PanelNotLawful
from iro_desktop.services.independence import iro_of
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.review_records import require_review

_BETWEEN_CRITERIA_REVIEWS = 3  # months at most, SI 1991/1505 reg 15


def new_member(review: Review, position: int) -> PanelMember:
    """Someone on the panel, with nothing said of them yet."""
    return PanelMember(
        id=EntityId(new_id()),
        child_id=review.child_id,
        review_id=review.id,
        position=position,
    )


def put_member(uow_factory: UnitOfWorkFactory, member: PanelMember) -> Changed:
    """Keep a member, new or changed. Raises FixedReview, NoSuchThing."""
    with uow_factory() as uow:
        _require_not_fixed(uow, member.review_id)
        changed = uow.panel_members.put(member)
    return Changed.of(member, Topic.REVIEW) if changed else Changed()


def remove_member(uow_factory: UnitOfWorkFactory, member: PanelMember) -> Changed:
    """Take someone off the panel. Raises FixedReview, NoSuchThing."""
    with uow_factory() as uow:
        _require_not_fixed(uow, member.review_id)
        uow.panel_members.withdraw(member)
    return Changed.of(member, Topic.REVIEW)


def members(uow_factory: UnitOfWorkFactory, review_id: ReviewId) -> tuple[PanelMember, ...]:
    """Who sits on the panel of a review, in their order."""
    with uow_factory() as uow:
        return tuple(uow.panel_members.of_review(review_id))


def problems(uow_factory: UnitOfWorkFactory, review_id: ReviewId) -> tuple[Problem, ...]:
    """Why the panel of a secure review may not sit; none for other kinds. Raises NoSuchThing."""
    with uow_factory() as uow:
        return problems_of(uow, require_review(uow, review_id))


def problems_with(
    uow_factory: UnitOfWorkFactory, review: Review, panel: Sequence[PanelMember]
) -> tuple[Problem, ...]:
    """Why these people, kept or not yet, may not sit; none for reviews of other kinds."""
    if review.kind is not ReviewKind.SECURE:
        return ()
    with uow_factory() as uow:
        return _problems(uow, review, panel)


def problems_of(uow: UnitOfWork, review: Review) -> tuple[Problem, ...]:
    """Why the panel of a secure review may not sit; none for reviews of other kinds."""
    if review.kind is not ReviewKind.SECURE:
        return ()
    return _problems(uow, review, uow.panel_members.of_review(review.id))


def _problems(uow: UnitOfWork, review: Review, panel: Sequence[PanelMember]) -> tuple[Problem, ...]:
    child = require_child(uow, review.child_id)
    return panel_problems(
        panel,
        iro_of(uow, child),
        review.held_on or review.planned_for,
        _looked_after_review_on(uow, review),
    )


def check_panel(uow: UnitOfWork, review: Review) -> None:
    """Let a review pass, unless it is a secure one whose panel may not sit.

    Raises:
        PanelNotLawful: `data["codes"]` names what is wrong with it.
    """
    found = problems_of(uow, review)
    if found:
        raise PanelNotLawful(codes=" ".join(problem.code for problem in found))


def _looked_after_review_on(uow: UnitOfWork, review: Review) -> dt.date | None:
    """The day of the looked-after review that the first review of the criteria goes before.

    Only one that is still to be held: what has been held cannot be put after it any more. Later
    reviews of the criteria come every three months and keep no order with the others.
    """
    day = review.held_on or review.planned_for
    if day is None:
        return None
    every = uow.reviews.of_child(review.child_id)
    since = add_months(day, -_BETWEEN_CRITERIA_REVIEWS)
    for other in every:
        is_earlier = other.id != review.id and other.kind is ReviewKind.SECURE
        if is_earlier and other.held_on is not None and since <= other.held_on < day:
            return None
    following = booked(other for other in every if other.kind in OF_THE_CASE)
    return following.planned_for if following and following.held_on is None else None


def _require_not_fixed(uow: UnitOfWork, review: ReviewId) -> None:
    if require_review(uow, review).is_fixed:
        raise FixedReview
