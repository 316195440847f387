"""What a return says of a thing, laid over what is held: who owns which part of it.

The council's return owns what it gives. It never blanks anything, and never touches what only the
IRO knows. A review that was worked on here is the IRO's whole.
"""

import datetime as dt
from dataclasses import replace
from typing import TypeVar

from iro_desktop.domain.child import Child, Sex
from iro_desktop.domain.review import Origin, Review, ReviewStatus

T = TypeVar("T")


def merge_child(held: Child, told: Child) -> Child:
    """`held` with what the return gives. Pronouns, languages and the like stay as they are.

    A name that nobody has typed is taken over where the Standard Safeguarding Dataset tells it.
    The days of last visits and checks only ever move on: an old return does not take them back.
    """
    sdq_told = told.sdq_score is not None or told.sdq_reason
    return replace(
        held,
        date_of_birth=told.date_of_birth,
        sex=told.sex if told.sex is not Sex.UNKNOWN else held.sex,
        ethnicity=told.ethnicity or held.ethnicity,
        upn=told.upn or held.upn,
        known_as=held.known_as or told.known_as,
        family_name=held.family_name or told.family_name,
        social_worker=told.social_worker or held.social_worker,
        team=told.team or held.team,
        permanence_plan=told.permanence_plan or held.permanence_plan,
        unaccompanied=told.unaccompanied or held.unaccompanied,
        asylum_seeking_until=told.asylum_seeking_until or held.asylum_seeking_until,
        sdq_score=told.sdq_score if sdq_told else held.sdq_score,
        sdq_reason=told.sdq_reason if sdq_told else held.sdq_reason,
        health_assessment_up_to_date=_said(
            told.health_assessment_up_to_date, held.health_assessment_up_to_date
        ),
        dental_check_up_to_date=_said(told.dental_check_up_to_date, held.dental_check_up_to_date),
        immunisations_up_to_date=_said(
            told.immunisations_up_to_date, held.immunisations_up_to_date
        ),
        last_health_assessment=_later(told.last_health_assessment, held.last_health_assessment),
        last_dental_check=_later(told.last_dental_check, held.last_dental_check),
        last_social_work_visit=_later(told.last_social_work_visit, held.last_social_work_visit),
        last_iro_contact=_later(told.last_iro_contact, held.last_iro_contact),
    )


def _said(told: T | None, held: T | None) -> T | None:
    return held if told is None else told


def _later(one: dt.date | None, other: dt.date | None) -> dt.date | None:
    return max((day for day in (one, other) if day is not None), default=None)


def is_ours(review: Review) -> bool:
    """Whether the review was made or worked on here, and so is not the return's to change."""
    return (
        review.origin is Origin.LAPTOP
        or review.status in {ReviewStatus.PREPARING, ReviewStatus.OPEN, ReviewStatus.CANCELLED}
        or bool(review.closed_by or review.form)
    )


def day_of(review: Review) -> dt.date | None:
    """The day that a return would know the review by."""
    return review.held_on or review.planned_for


def merge_review(held: Review, told: Review) -> Review:
    """A review that only returns tell of: their day, state and code, with nothing blanked.

    Once held, a review does not go back to being planned.
    """
    if held.held_on is not None and told.held_on is None:
        return held
    code = told.participation or held.participation
    return replace(
        held,
        kind=told.kind,
        status=told.status,
        planned_for=held.planned_for if told.held_on else told.planned_for,
        held_on=told.held_on,
        participation=code,
        participation_confirmed=told.held_on is not None and code is not None,
        planned_at=told.planned_at or held.planned_at,
        starts_at=told.starts_at or held.starts_at,
        lasts_minutes=told.lasts_minutes or held.lasts_minutes,
    )
