"""The files of foster households: made, ended, and with the children who live there.

A household's file is a row of `child` (docs/decisions/0009); its carers are people on its page.
"""

import datetime as dt
from dataclasses import dataclass, replace

from iro_desktop.domain.child import Child, ImportantPerson, Subject
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.identifiers import ChildId, EntityId, new_id
from iro_desktop.domain.review import ReviewKind
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.child_file import require_child
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.happenings import told
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory

CARER = "Foster carer"
CHILD_PLACED = "Child placed here"
_TOPICS = (Topic.CASELOAD, Topic.CHILD, Topic.PEOPLE)


@dataclass(frozen=True, slots=True)
class NewHousehold:
    """What is asked to make a file. `terms` are those of the approval, in the council's words.

    `last_reviewed` is the day of a review before this file was made, None before the first.
    """

    name: str
    approved_on: dt.date
    carers: tuple[str, ...] = ()
    supervising_social_worker: str = ""
    terms: str = ""
    number: str = ""
    last_reviewed: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """Since when the carers are approved, on which terms, and until when where it ended.

    `to_panel` says that their next review is the first, whose report goes to the fostering panel.
    """

    since: dt.date
    terms: str
    ended_on: dt.date | None
    ended_because: str
    to_panel: bool


def make(uow_factory: UnitOfWorkFactory, new: NewHousehold) -> tuple[Child, Changed]:
    """Make a household's file, with a person for each carer.

    Raises:
        ValueError: it has no name.
    """
    if not new.name.strip():
        message = "a household without a name"
        raise ValueError(message)
    household = Child(
        id=ChildId(new_id()),
        number=new.number.strip(),
        date_of_birth=new.approved_on,
        known_as=new.name.strip(),
        social_worker=new.supervising_social_worker.strip(),
        subject=Subject.HOUSEHOLD,
    )
    with uow_factory() as uow:
        uow.children.put(household)
        uow.people.put_all(_person(household, name, CARER) for name in new.carers if name.strip())
        _note(uow, household, Happening.CARER_APPROVED, new.approved_on, new.terms)
        if new.last_reviewed is not None:
            _note(uow, household, Happening.CARER_REVIEWED, new.last_reviewed, "")
    return household, Changed.of_child(household.id, *_TOPICS)


def approval(uow_factory: UnitOfWorkFactory, household_id: ChildId) -> Approval:
    """How the carers' approval stands. Raises NoSuchThing."""
    with uow_factory() as uow:
        household = _require(uow, household_id)
        said = sorted(uow.happenings.of_child(household_id), key=lambda one: one.on)
        reviews = uow.reviews.of_child(household_id)
    terms = [one.note for one in said if one.happening is Happening.CARER_APPROVED]
    ends = [one for one in said if one.happening is Happening.CARER_APPROVAL_ENDED]
    held = any(
        one.kind is ReviewKind.FOSTER_CARER and one.held_on is not None for one in reviews
    ) or any(one.happening is Happening.CARER_REVIEWED for one in said)
    return Approval(
        since=household.date_of_birth,
        terms=terms[-1] if terms else "",
        ended_on=ends[-1].on if ends else None,
        ended_because=ends[-1].note if ends else "",
        to_panel=not held and not ends,
    )


def change_approval(
    uow_factory: UnitOfWorkFactory, household_id: ChildId, on: dt.date, terms: str
) -> Changed:
    """Put right the day of the approval, or its terms. New terms start no clock.

    What stood there before stays in history. Raises NoSuchThing.
    """
    with uow_factory() as uow:
        household = replace(_require(uow, household_id), date_of_birth=on)
        uow.children.put(household)
        said = [
            one
            for one in uow.happenings.of_child(household_id)
            if one.happening is Happening.CARER_APPROVED
        ]
        if said:
            uow.happenings.put(replace(said[-1], on=on, note=terms.strip()))
        else:
            _note(uow, household, Happening.CARER_APPROVED, on, terms)
    return Changed.of_child(household_id, Topic.CHILD, Topic.CASELOAD)


def end_approval(
    uow_factory: UnitOfWorkFactory, household_id: ChildId, on: dt.date, because: str
) -> Changed:
    """Say that the approval ended: their clock stops, the file is kept. Raises NoSuchThing."""
    with uow_factory() as uow:
        household = _require(uow, household_id)
        _note(uow, household, Happening.CARER_APPROVAL_ENDED, on, because)
    return Changed.of_child(household_id, Topic.CHILD, Topic.CASELOAD)


def resume_approval(uow_factory: UnitOfWorkFactory, household_id: ChildId) -> Changed:
    """Take back that it ended. Raises NoSuchThing."""
    with uow_factory() as uow:
        _require(uow, household_id)
        for one in uow.happenings.of_child(household_id):
            if one.happening is Happening.CARER_APPROVAL_ENDED:
                uow.happenings.withdraw(one)
    return Changed.of_child(household_id, Topic.CHILD, Topic.CASELOAD)


def children_to_name(uow_factory: UnitOfWorkFactory, household_id: ChildId) -> tuple[Child, ...]:
    """Children of the caseload who could be named as placed there, by name. Raises NoSuchThing."""
    with uow_factory() as uow:
        _require(uow, household_id)
        named = {one.name for one in uow.people.of_child(household_id)}
        children = [one for one in uow.children.all() if not one.is_household and one.is_named]
    free = (one for one in children if one.known_as.strip() not in named)
    return tuple(sorted(free, key=lambda one: (one.known_as, one.number)))


def name_child(uow_factory: UnitOfWorkFactory, household_id: ChildId, child_id: ChildId) -> Changed:
    """Name a child who lives there: by the first name alone, and nothing else of their file.

    Raises NoSuchThing.
    """
    with uow_factory() as uow:
        household, child = _require(uow, household_id), require_child(uow, child_id)
        uow.people.put(_person(household, child.known_as, CHILD_PLACED))
    return Changed.of_child(household_id, Topic.PEOPLE)


def _require(uow: UnitOfWork, household_id: ChildId) -> Child:
    household = require_child(uow, household_id)
    if not household.is_household:
        raise NoSuchThing(kind="household", name=household_id)
    return household


def _person(household: Child, name: str, relationship: str) -> ImportantPerson:
    return ImportantPerson(
        id=EntityId(new_id()),
        child_id=household.id,
        name=name.strip(),
        relationship=relationship,
    )


def _note(uow: UnitOfWork, household: Child, happening: Happening, on: dt.date, note: str) -> None:
    uow.happenings.put(told(uow, household.id, happening, on, note))
