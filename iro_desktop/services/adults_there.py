"""Who was there, taken over between reviews held together: adults only, and nothing they said."""

from collections.abc import Iterable, Set
from dataclasses import replace

from iro_desktop.domain.identifiers import EntityId, first_free, natural_id
from iro_desktop.domain.participation import Attendance, Participant, Role
from iro_desktop.domain.review import Review

_CHILDREN = frozenset({Role.CHILD, Role.CHILD_OF_HOUSEHOLD})


def taken_over(
    review: Review,
    here: Iterable[Participant],
    there: Iterable[Participant],
    children: Iterable[str],
) -> tuple[Participant, ...]:
    """The people of this review who change or come new, as the other review has them.

    Of each adult the name, the role and how they were there. What someone is to the other child,
    what they were asked and why anyone was asked away stays where it is. `children` are names of
    the family's children, who may be listed as family.
    """
    names = {name.strip().casefold() for name in children}
    own = {(person.name.strip().casefold(), person.role): person for person in here}
    taken = {person.id for person in own.values()}
    position = max((person.position for person in own.values()), default=-1)
    found: list[Participant] = []
    for other in there:
        key = (other.name.strip().casefold(), other.role)
        if other.role in _CHILDREN or not key[0] or key[0] in names:
            continue
        known = own.get(key)
        if known is None:
            position += 1
            name = _free_id(taken, review, other)
            taken.add(name)
            found.append(
                Participant(
                    id=name,
                    child_id=review.child_id,
                    review_id=review.id,
                    name=other.name,
                    role=other.role,
                    attendance=other.attendance,
                    position=position,
                )
            )
        elif known.attendance is Attendance.NOT_RECORDED is not other.attendance:
            found.append(replace(known, attendance=other.attendance))
    return tuple(found)


def _free_id(taken: Set[str], review: Review, other: Participant) -> EntityId:
    keys = (review.id, other.role.value, other.name.strip().casefold())
    return EntityId(
        first_free(
            lambda number: natural_id("adult there too", *keys, str(number)), taken.__contains__
        )
    )
