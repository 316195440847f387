"""The made-up people round a child: family, carers, and those who work with them."""

from dataclasses import dataclass

from iro_desktop.demonstration.draw import Draw
from iro_desktop.demonstration.families import Family
from iro_desktop.demonstration.journeys import Living
from iro_desktop.demonstration.names import ADULT_FAMILY_NAMES, ADULT_GIVEN_NAMES, school_of
from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.participation import Role

_SCHOOL_NURSE_FROM, _ADVOCATE_FROM, _VISITOR_FROM = 5, 10, 8
_MANY_REVIEWS = 8
_CARER = {
    Living.FOSTER: (Role.CARER, "foster carer"),
    Living.FAMILY: (Role.CARER, "aunt, and carer"),
    Living.ADOPTERS: (Role.CARER, "adoptive parent"),
    Living.PARENTS: (Role.PARENT, "mother"),
    Living.STAFF: (Role.RESIDENTIAL_WORKER, "key worker"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """Someone by name, with their role and what they are to the child."""

    name: str
    role: Role
    relationship: str
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone round one child. `others` are there for some children only."""

    carer: Known
    social_worker: Known
    manager: Known
    nurse: Known
    teacher: Known | None
    parent: Known | None
    others: tuple[Known, ...]

    @property
    def everyone(self) -> tuple[Known, ...]:
        """All of them, family and carers first."""
        named = (
            self.parent,
            self.carer,
            self.social_worker,
            self.manager,
            self.teacher,
            self.nurse,
        )
        return (*dict.fromkeys(one for one in named if one is not None), *self.others)


def cast_of(draw: Draw, family_index: int, number: int, family: Family, age: int) -> Cast:
    """Brothers and sisters share their family, carers and social worker, but not their school."""
    names = _adult_names(draw, family_index)
    living = family.journey.steps[-1].living
    carer_role, carer_is = _CARER[living]
    at_home = living is Living.PARENTS or family.journey.is_short_breaks
    parent = None if family.unaccompanied else Known(names[0], Role.PARENT, "mother")
    carer = parent if living is Living.PARENTS and parent else Known(names[1], carer_role, carer_is)
    if family.journey.is_short_breaks:
        carer = Known(names[1], carer_role, "short-breaks carer")
    school = school_of(age, draw.of("school", number).randint(0, 5))
    child_names = _adult_names(draw, "child", number)
    return Cast(
        carer=carer,
        social_worker=Known(names[2], Role.SOCIAL_WORKER, "social worker"),
        manager=Known(names[3], Role.TEAM_MANAGER, "social worker's manager"),
        nurse=Known(
            names[4], Role.HEALTH, "health visitor" if age < _SCHOOL_NURSE_FROM else "nurse", "NHS"
        ),
        teacher=Known(child_names[0], Role.SCHOOL, "teacher", school) if school else None,
        parent=parent,
        others=tuple(_others(family, age, names[5:], child_names[1:], at_home=at_home)),
    )


def _adult_names(draw: Draw, *words: object) -> list[str]:
    chance = draw.of("adults", *words)
    given = chance.sample(ADULT_GIVEN_NAMES, 9)
    return [f"{one} {chance.choice(ADULT_FAMILY_NAMES)}" for one in given]


def _others(
    family: Family, age: int, names: list[str], own: list[str], *, at_home: bool
) -> list[Known]:
    found = []
    if family.journey.steps[-1].living in {Living.FOSTER, Living.FAMILY}:
        role = Role.SUPERVISING_SOCIAL_WORKER
        found.append(Known(names[0], role, "the carers' own social worker"))
    if family.unaccompanied:
        found.append(Known(names[1], Role.INTERPRETER, f"interpreter, {family.language}"))
    elif not at_home:
        found.append(Known(names[2], Role.FAMILY, "grandmother"))
    if age >= _ADVOCATE_FROM:
        found.append(Known(own[0], Role.ADVOCATE, "advocate", "Speak Up Advocacy"))
    if age >= _VISITOR_FROM and family.reviews > _MANY_REVIEWS:
        found.append(Known(own[1], Role.INDEPENDENT_VISITOR, "independent visitor"))
    return found


def important_people(draw: Draw, child: Child, cast: Cast) -> tuple[ImportantPerson, ...]:
    """The same people as the IRO keeps them on the child's page."""
    return tuple(
        ImportantPerson(
            id=EntityId(draw.id("person", child.number, person.relationship)),
            child_id=child.id,
            name=person.name,
            relationship=person.relationship,
            organisation=person.organisation,
            may_be_invited=person.role is not Role.INDEPENDENT_VISITOR,
            notes=_note(person),
        )
        for person in cast.everyone
    )


def _note(person: Known) -> str:
    if person.role is Role.INDEPENDENT_VISITOR:
        return "Comes for outings, not for meetings: that is how it was agreed."
    if person.relationship == "grandmother":
        return "Prefers to be telephoned in the morning."
    return ""
