"""Who among the children of a store may be the parent of another."""

from iro_desktop.domain.child import Child, birthday
from iro_desktop.services.ports import UnitOfWorkFactory

_YOUNGEST_PARENT = 11  # years: nobody younger is offered, so that a list of them stays short


def possible_parents(uow_factory: UnitOfWorkFactory, child: Child) -> tuple[Child, ...]:
    """Those old enough, oldest first; the parent who is named stands among them whoever it is."""
    with uow_factory() as uow:
        everyone = uow.children.all()
    found = [
        other
        for other in everyone
        if other.id == child.parent_id
        or (
            not other.is_household
            and other.id != child.id
            and birthday(other.date_of_birth, _YOUNGEST_PARENT) <= child.date_of_birth
        )
    ]
    return tuple(sorted(found, key=lambda other: (other.date_of_birth, other.id)))
