"""The people of the service, as the council lists them: offered wherever somebody is named.

The list comes from the hub. It only ever offers: any name may be typed, and nothing that someone
wrote gives way to it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from iro_desktop.domain.child import ImportantPerson
from iro_desktop.domain.participation import Participant, Role
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.seeding import role_called
from iro_desktop.services.syncing.council_settings import people


@dataclass(frozen=True, slots=True)
class CouncilPerson:
    """Someone on the list. `called` is their role in the council's words, `role` what that means.

    `role` is OTHER where the council's word means nothing to the program.
    """

    name: str
    called: str = ""
    role: Role = Role.OTHER
    team: str = ""
    contact: str = ""

    @property
    def relationship(self) -> str:
        """What is to be said of them beside their role."""
        parts = (self.called if self.role is Role.OTHER else "", self.team)
        return ", ".join(part for part in parts if part)


Council = Sequence[CouncilPerson]


def council_people(uow_factory: UnitOfWorkFactory) -> tuple[CouncilPerson, ...]:
    """Everyone on the council's list, by name; nobody where it lists none."""
    with uow_factory() as uow:
        listed = people(uow.settings)
    found = (
        CouncilPerson(
            one.name.strip(),
            _as_words(one.role),
            role_called(one.role),
            one.team.strip(),
            one.contact.strip(),
        )
        for one in listed
    )
    return tuple(sorted((one for one in found if one.name), key=lambda one: one.name.casefold()))


def names(council: Council, *first: Role) -> tuple[str, ...]:
    """Everyone's name, each once; those of some roles first."""
    ordered = sorted(council, key=lambda one: one.role not in first)
    return tuple(dict.fromkeys(one.name for one in ordered))


def with_council(known: Iterable[str], council: Council, *first: Role) -> list[str]:
    """The names known already, and after them the council's."""
    return list(dict.fromkeys((*known, *names(council, *first))))


def listed_as(council: Council, name: str) -> CouncilPerson | None:
    """Who is meant by a name; nobody where two on the list bear it."""
    wanted = name.strip().casefold()
    found = [one for one in council if one.name.casefold() == wanted]
    return found[0] if len(found) == 1 else None


def name_participant(person: Participant, name: str, council: Council) -> Participant:
    """Name someone at a review. Of who is on the list, role and relationship come along."""
    before, now = listed_as(council, person.name), listed_as(council, name)
    role, said = person.role, person.relationship
    if role in {Role.OTHER, before.role if before else Role.OTHER}:
        role = now.role if now else Role.OTHER
    if said in {"", before.relationship if before else ""}:
        said = now.relationship if now else ""
    return replace(person, name=name, role=role, relationship=said)


def fill_in(person: ImportantPerson, council: Council, before: str) -> ImportantPerson:
    """What the list knows of someone named on a child's page, where nothing else stands.

    `before` is what they were called until now: what came along with that name goes with it.
    """
    if before.strip() == person.name.strip():
        return person  # what was cleared by hand does not come back
    was, now = listed_as(council, before), listed_as(council, person.name)
    old, new = was or CouncilPerson(""), now or CouncilPerson("")
    return replace(
        person,
        relationship=_filled(person.relationship, old.called, new.called),
        organisation=_filled(person.organisation, old.team, new.team),
        notes=_filled(person.notes, old.contact, new.contact),
    )


def _as_words(role: str) -> str:
    """As one would write it: a council may list codes."""
    words = " ".join(role.replace("_", " ").split())
    return words[:1].upper() + words[1:]


def _filled(stands: str, old: str, new: str) -> str:
    return new if stands in {"", old} else stands
