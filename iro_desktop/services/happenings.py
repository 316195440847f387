"""What happened to a child that the store cannot know by itself: written down, taken back, read."""

import datetime as dt

from iro_desktop.domain.happenings import (
    FIRST_RECORDED,
    LAST_RECORDED,
    Happening,
    RecordedHappening,
)
from iro_desktop.domain.identifiers import ChildId, EntityId, first_free, natural_id
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.child_file import require_child
from iro_desktop.services.owner import signatory
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory

_EVERY = tuple(Happening)
RECORDABLE = _EVERY[_EVERY.index(FIRST_RECORDED) : _EVERY.index(LAST_RECORDED) + 1]


def record(
    uow_factory: UnitOfWorkFactory,
    child_id: ChildId,
    happening: Happening,
    on: dt.date,
    note: str = "",
) -> Changed:
    """Write down, under the IRO's name, that something happened. Said twice, it is kept once.

    Raises:
        NoSuchThing: there is no such child.
        ValueError: the store knows this kind from episodes and reviews, or is not about children.
    """
    if happening not in RECORDABLE:
        message = f"nobody records {happening.value}"
        raise ValueError(message)
    with uow_factory() as uow:
        require_child(uow, child_id)
        said = told(uow, child_id, happening, on, note)
        known = [_what(one) for one in uow.happenings.of_child(child_id)]
        if _what(said) in known:
            return Changed()
        uow.happenings.put(said)
    return Changed.of_child(child_id, Topic.CHILD, Topic.CASELOAD)


def told(
    uow: UnitOfWork, child_id: ChildId, happening: Happening, on: dt.date, note: str = ""
) -> RecordedHappening:
    """Something that happened, told under the IRO's name. It is not kept yet."""
    return RecordedHappening(
        id=EntityId(_free_id(uow, child_id, happening, on)),
        child_id=child_id,
        happening=happening,
        on=on,
        note=note.strip(),
        recorded_by=signatory(uow.settings).name,
    )


def _free_id(uow: UnitOfWork, child: ChildId, happening: Happening, on: dt.date) -> str:
    """A happening of a day has one name, but for another told beside it, by who had seen it."""
    return first_free(
        lambda number: natural_id("happening", child, happening.value, on.isoformat(), str(number)),
        uow.happenings.is_seen,
    )


def withdraw(uow_factory: UnitOfWorkFactory, happening: RecordedHappening) -> Changed:
    """Take back what was written down; its history stays. Raises NoSuchThing."""
    with uow_factory() as uow:
        uow.happenings.withdraw(happening)
    return Changed.of_child(happening.child_id, Topic.CHILD, Topic.CASELOAD)


def of_child(uow_factory: UnitOfWorkFactory, child_id: ChildId) -> tuple[RecordedHappening, ...]:
    """What was written down about a child, oldest first."""
    with uow_factory() as uow:
        return tuple(uow.happenings.of_child(child_id))


def _what(one: RecordedHappening) -> tuple[Happening, dt.date, str]:
    return one.happening, one.on, one.note
