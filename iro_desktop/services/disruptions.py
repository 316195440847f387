"""A disruption meeting that is suggested: by when, booked in one go, or put aside with a reason."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.domain.care import periods_of_care
from iro_desktop.domain.disruption import Suggestion, suggested
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.domain.review import Review, ReviewKind
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.child_file import require_child
from iro_desktop.services.faults import ReasonMissing
from iro_desktop.services.happenings import told
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.preparing import book
from iro_desktop.services.proposing import preferred_day
from iro_desktop.services.reckoning import reckoner_of

AIM = "disruption_meeting"


@dataclass(frozen=True, slots=True)
class SuggestedMeeting:
    """What is suggested, by when the meeting should be, and the day to propose for it."""

    suggestion: Suggestion
    aim: Explained
    day: dt.date


def of_child(
    uow_factory: UnitOfWorkFactory, child_id: ChildId, today: dt.date
) -> SuggestedMeeting | None:
    """The meeting suggested for a child, if any. Raises NoSuchThing."""
    with uow_factory() as uow:
        found = suggested(
            require_child(uow, child_id),
            periods_of_care(uow.episodes.of_child(child_id)),
            uow.happenings.of_child(child_id),
            uow.reviews.of_child(child_id),
            today,
        )
        if found is None:
            return None
        reckoner = reckoner_of(uow.settings)
    aim = reckoner.due(AIM, found.ended)
    return SuggestedMeeting(found, aim, preferred_day(aim, today, reckoner.holidays))


def book_it(
    uow_factory: UnitOfWorkFactory, child_id: ChildId, day: dt.date, today: dt.date
) -> Review | None:
    """Write down that the home broke down, which starts the clock, and book the meeting.

    None where nothing is suggested any more. Raises NoSuchThing.
    """
    found = of_child(uow_factory, child_id, today)
    if found is None:
        return None
    with uow_factory() as uow:
        _write_down(uow, found.suggestion, Happening.PLACEMENT_DISRUPTED, "")
    return book(uow_factory, child_id, day, "", today, ReviewKind.DISRUPTION)


def put_aside(
    uow_factory: UnitOfWorkFactory, child_id: ChildId, because: str, today: dt.date
) -> Changed:
    """Say why no meeting is held after all. Raises ReasonMissing, NoSuchThing."""
    if not because.strip():
        raise ReasonMissing
    found = of_child(uow_factory, child_id, today)
    if found is None:
        return Changed()
    with uow_factory() as uow:
        _write_down(uow, found.suggestion, Happening.DISRUPTION_MEETING_NOT_NEEDED, because)
    return Changed.of_child(child_id, Topic.CHILD, Topic.CASELOAD)


def _write_down(uow: UnitOfWork, about: Suggestion, happening: Happening, note: str) -> None:
    uow.happenings.put(told(uow, about.child, happening, about.ended, note))
