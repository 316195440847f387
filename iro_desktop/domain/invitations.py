"""Who has to be asked to a review, and what says so.

Nobody on this list is made to come, least of all the child: who is missing from it is a question
to the IRO, never a bar. Regulations name whose views count, guidance who should be in the room.
"""

from collections.abc import Collection
from dataclasses import dataclass

from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import ReviewKind

_ACT = "Children Act 1989, s 22(4)"
_HANDBOOK = "IRO Handbook 2010, chapter 3"
_ADOPTION = "SI 2005/389, reg 36"
_SECURE = "SI 1991/1505, reg 16"
_WORKING_TOGETHER = "Working Together to Safeguard Children"
_LEAVING_CARE = "SI 2010/2571"
_FOSTERING = "SI 2011/581, reg 28"
_LOCAL = "local practice"


@dataclass(frozen=True, slots=True)
class Needed:
    """A part that has to be filled: by someone in any one of `roles`, the usual one first."""

    roles: tuple[Role, ...]
    source: str

    @property
    def role(self) -> Role:
        """Whom to ask first."""
        return self.roles[0]

    def is_filled_by(self, roles: Collection[Role]) -> bool:
        """Whether someone among those asked fills it."""
        return any(role in roles for role in self.roles)


_CHILD = Needed((Role.CHILD,), _ACT)
_PARENT = Needed((Role.PARENT,), _ACT)
_HOME = (Role.CARER, Role.RESIDENTIAL_WORKER)
_SOCIAL_WORKER = Needed((Role.SOCIAL_WORKER, Role.TEAM_MANAGER), _HANDBOOK)
_LOOKED_AFTER = (_CHILD, _PARENT, Needed(_HOME, _HANDBOOK), _SOCIAL_WORKER)

_CONFERENCE = (
    Needed((Role.CHILD,), _WORKING_TOGETHER),
    Needed((Role.PARENT,), _WORKING_TOGETHER),
    Needed(_SOCIAL_WORKER.roles, _WORKING_TOGETHER),
    Needed((Role.HEALTH,), _WORKING_TOGETHER),
    Needed((Role.SCHOOL,), _WORKING_TOGETHER),
)

_NEEDED: dict[ReviewKind, tuple[Needed, ...]] = {
    ReviewKind.LOOKED_AFTER: _LOOKED_AFTER,
    ReviewKind.SHORT_BREAKS: _LOOKED_AFTER,
    ReviewKind.REMAND: _LOOKED_AFTER,
    ReviewKind.AUTHORITY_TO_PLACE: (
        _CHILD,
        Needed(_HOME, _ADOPTION),
        Needed(_SOCIAL_WORKER.roles, _ADOPTION),
    ),
    ReviewKind.PLACED_FOR_ADOPTION: (
        _CHILD,
        Needed((Role.PROSPECTIVE_ADOPTER, Role.CARER), _ADOPTION),
        Needed(_SOCIAL_WORKER.roles, _ADOPTION),
    ),
    ReviewKind.SECURE: (
        Needed((Role.CHILD,), _SECURE),
        Needed((Role.PARENT,), _SECURE),
        Needed((Role.RESIDENTIAL_WORKER,), _SECURE),
        Needed(_SOCIAL_WORKER.roles, _SECURE),
    ),
    ReviewKind.PRIVATE_FOSTERING: (
        Needed((Role.CHILD,), _LOCAL),
        Needed((Role.CARER,), _LOCAL),
        Needed((Role.PARENT,), _LOCAL),
        Needed(_SOCIAL_WORKER.roles, _LOCAL),
    ),
    ReviewKind.CHILD_PROTECTION_INITIAL: (
        *_CONFERENCE,
        Needed((Role.POLICE,), _WORKING_TOGETHER),
    ),
    ReviewKind.CHILD_PROTECTION: _CONFERENCE,
    ReviewKind.DISRUPTION: (
        Needed((Role.CHILD,), _LOCAL),
        Needed(_HOME, _LOCAL),
        Needed(_SOCIAL_WORKER.roles, _LOCAL),
        Needed((Role.SUPERVISING_SOCIAL_WORKER, Role.RESIDENTIAL_WORKER), _LOCAL),
    ),
    ReviewKind.CARE_LEAVER: (
        Needed((Role.CHILD,), _LEAVING_CARE),
        Needed(_SOCIAL_WORKER.roles, _LEAVING_CARE),
    ),
    ReviewKind.FOSTER_CARER: (
        Needed((Role.CARER,), _FOSTERING),
        Needed((Role.SUPERVISING_SOCIAL_WORKER,), _FOSTERING),
    ),
    ReviewKind.COUNCIL: (),
    ReviewKind.MIDWAY: (Needed((Role.CHILD,), _LOCAL), Needed(_SOCIAL_WORKER.roles, _LOCAL)),
}


def needed_at(kind: ReviewKind) -> tuple[Needed, ...]:
    """The parts that have to be filled at a review of this kind, the child's first."""
    return _NEEDED[kind]
