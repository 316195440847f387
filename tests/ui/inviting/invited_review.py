"""A review of a made-up child, with people to ask and one part that nobody fills."""

import datetime as dt
from dataclasses import replace

from small_caseload import BEGUN_REVIEW, NOBODY_NAMED, workspace_of

from fixed_clock import FixedClock
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.participation import Participant, Role
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore

DAY = dt.date(2026, 12, 10)
PEOPLE = (
    ("Rowan", Role.CHILD, ""),
    ("Made-up Mother", Role.PARENT, "Mum"),
    ("Made-up Social Worker", Role.SOCIAL_WORKER, ""),
)


def workspace_with_invitees(store: SqlStore, clock: FixedClock) -> Workspace:
    workspace = workspace_of(store, clock)
    with store.unit_of_work() as uow:
        child = uow.children.find(NOBODY_NAMED)
        review = uow.reviews.find(BEGUN_REVIEW)
        assert child is not None
        assert review is not None
        uow.children.put(replace(child, known_as="Rowan", family_name="Thistle"))
        uow.reviews.put(
            replace(review, planned_for=DAY, starts_at=dt.time(10, 30), planned_at="Library")
        )
        for position, (name, role, relationship) in enumerate(PEOPLE):
            uow.participants.put(
                Participant(
                    id=EntityId(f"made-up-{position}"),
                    child_id=child.id,
                    review_id=review.id,
                    name=name,
                    role=role,
                    relationship=relationship,
                    position=position,
                )
            )
    return workspace
