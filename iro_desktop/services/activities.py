"""What the IRO does between meetings: written down in seconds, come back to, counted.

A child who was seen or spoken with was in touch with the IRO, and the clock that waits for that
learns of it in the same transaction.
"""

import datetime as dt
from dataclasses import replace

from iro_desktop.domain.activities import Activity, ActivityCounts, ActivityKind, count
from iro_desktop.domain.child import Child
from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.domain.identifiers import ChildId, EntityId, derived_id, new_id
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.child_file import require_child
from iro_desktop.services.owner import signatory
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.rights import Rights


def new_activity(
    uow_factory: UnitOfWorkFactory, child_id: ChildId, kind: ActivityKind, on: dt.date
) -> Activity:
    """One that the IRO has just done, with nothing more said of it. It is not kept yet."""
    with uow_factory() as uow:
        name = signatory(uow.settings).name
    return Activity(id=EntityId(new_id()), child_id=child_id, kind=kind, on=on, recorded_by=name)


def keep(uow_factory: UnitOfWorkFactory, activity: Activity) -> Changed:
    """Keep an activity as it stands now. Raises NoSuchThing."""
    with uow_factory() as uow:
        require_child(uow, activity.child_id)
        changed = uow.activities.put(activity)
        moved = _tell_the_clock(uow, activity, was_in_touch=activity.was_in_touch)
    if not changed:
        return Changed()
    topics = {Topic.ACTIVITIES, Topic.CASELOAD} if moved else {Topic.ACTIVITIES}
    return Changed.of_child(activity.child_id, *topics)


def settle(uow_factory: UnitOfWorkFactory, activity: Activity) -> Changed:
    """Say that what was to be come back to is done. Raises NoSuchThing."""
    return keep(uow_factory, replace(activity, is_settled=True))


def remove(uow_factory: UnitOfWorkFactory, activity: Activity) -> Changed:
    """Take one back; its history stays. Raises NoSuchThing."""
    with uow_factory() as uow:
        uow.activities.withdraw(activity)
        _tell_the_clock(uow, activity, was_in_touch=False)
    return Changed.of_child(activity.child_id, Topic.ACTIVITIES, Topic.CASELOAD)


def of_child(uow_factory: UnitOfWorkFactory, child_id: ChildId) -> tuple[Activity, ...]:
    """What was done about a child, the latest first."""
    with uow_factory() as uow:
        found = uow.activities.of_child(child_id)
    return tuple(sorted(found, key=lambda one: one.on, reverse=True))


def to_come_back_to(
    uow_factory: UnitOfWorkFactory, until: dt.date
) -> tuple[tuple[Child, Activity], ...]:
    """What waits to be come back to by a day, the longest waiting first.

    What another wrote down for themselves, of a child one may only read, is theirs to come back to.
    """
    with uow_factory() as uow:
        rights = Rights(uow.settings)
        waiting = [one for one in uow.activities.all() if one.waits]
        due = [one for one in waiting if one.remind_on is not None and one.remind_on <= until]
        found = [
            (child, one)
            for one in due
            if rights.has_kind(one.child_id, "activity")
            and (child := uow.children.find(one.child_id)) is not None
        ]
    return tuple(sorted(found, key=lambda pair: (pair[1].remind_on or until, pair[1].id)))


def counts(uow_factory: UnitOfWorkFactory, first: dt.date, last: dt.date) -> ActivityCounts:
    """What was done from the first day to the last, both counted in."""
    with uow_factory() as uow:
        return count(one for one in uow.activities.all() if first <= one.on <= last)


def _tell_the_clock(uow: UnitOfWork, activity: Activity, *, was_in_touch: bool) -> bool:
    """Let the happening that goes with an activity say what it says. Says whether that changed."""
    name = EntityId(derived_id("in touch", activity.id))
    held = uow.happenings.find(name)
    if was_in_touch:
        return uow.happenings.put(
            RecordedHappening(
                id=name,
                child_id=activity.child_id,
                happening=Happening.IRO_SAW_CHILD,
                on=activity.on,
                recorded_by=activity.recorded_by,
            )
        )
    if held is not None:
        uow.happenings.withdraw(held)
    return held is not None
