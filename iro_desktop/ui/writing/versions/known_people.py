"""To whom something may go: the people of the record, each with what they are to the child."""

from collections.abc import Mapping

from iro_desktop.domain.participation import Role
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.domain.withholding import Reader
from iro_desktop.services.council_people import Council
from iro_desktop.services.seeding import role_of
from iro_desktop.ui.words.reading import roles_of


def known_people(record: ReviewRecord, council: Council = ()) -> Mapping[str, Reader]:
    """Names with what kind of reader each is, the child first and the council's list last."""
    found = {record.child.known_as: Reader.CHILD}
    if record.child.social_worker:
        found.setdefault(record.child.social_worker, Reader.SOCIAL_WORKER)
    for participant in record.participants:
        found.setdefault(participant.name, reader_of(participant.role))
    for person in record.people:
        found.setdefault(person.name, reader_of(role_of(person)))
    for listed in council:
        found.setdefault(listed.name, reader_of(listed.role))
    return {name: reader for name, reader in found.items() if name.strip()}


def known_managers(record: ReviewRecord, council: Council = ()) -> tuple[str, ...]:
    """The names of managers: at the review, then on the council's list."""
    named = [(one.name, one.role) for one in record.participants]
    named += [(one.name, one.role) for one in council]
    managers = (name for name, role in named if role is Role.TEAM_MANAGER and name.strip())
    return tuple(dict.fromkeys(managers))


def reader_of(role: Role) -> Reader:
    """What kind of reader someone in this role is."""
    for reader in Reader:
        if role in roles_of(reader) and len(roles_of(reader)) < len(Role):
            return reader
    return Reader.OTHER
