"""With whom the record of a meeting begins: the people of the page, and the parts nobody fills."""

from collections.abc import Iterable, Sequence

from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.identifiers import natural_id
from iro_desktop.domain.independence import LEAST_MEMBERS, PanelMember
from iro_desktop.domain.invitations import needed_at
from iro_desktop.domain.participation import Participant, Role
from iro_desktop.domain.review import OF_THE_CASE, Review, ReviewKind

_ROLE_BY_RELATIONSHIP = {
    "mum": Role.PARENT,
    "mother": Role.PARENT,
    "dad": Role.PARENT,
    "father": Role.PARENT,
    "parent": Role.PARENT,
    "carer": Role.CARER,
    "foster carer": Role.CARER,
    "key worker": Role.RESIDENTIAL_WORKER,
    "social worker": Role.SOCIAL_WORKER,
    "teacher": Role.SCHOOL,
    "school": Role.SCHOOL,
    "designated teacher": Role.SCHOOL,
    "nurse": Role.HEALTH,
    "health visitor": Role.HEALTH,
    "advocate": Role.ADVOCATE,
    "independent visitor": Role.INDEPENDENT_VISITOR,
    "interpreter": Role.INTERPRETER,
    "supervising social worker": Role.SUPERVISING_SOCIAL_WORKER,
    "child placed here": Role.CHILD_OF_HOUSEHOLD,
    "child of the household": Role.CHILD_OF_HOUSEHOLD,
    "personal adviser": Role.PERSONAL_ADVISER,
    "police": Role.POLICE,
    "police officer": Role.POLICE,
    "youth justice": Role.YOUTH_JUSTICE,
    "prospective adopter": Role.PROSPECTIVE_ADOPTER,
    "solicitor": Role.LEGAL_ADVISER,
}
_ROLE_BY_TITLE = {
    **_ROLE_BY_RELATIONSHIP,
    "independent reviewing officer": Role.IRO,
    "iro": Role.IRO,
    "manager": Role.TEAM_MANAGER,
    "service manager": Role.TEAM_MANAGER,
    "team manager": Role.TEAM_MANAGER,
}
"""What a council's own word for someone's work means."""
_FEW_AT = frozenset({ReviewKind.MIDWAY})
"""A talk of the IRO with the child and the social worker: nobody else is asked."""

_Part = tuple[str, Role, str, str]
"""Name, role, relationship, and why they stand on the list: of each reason there is one."""


def suggested(child: Child, people: Sequence[ImportantPerson], review: Review) -> list[Participant]:
    """Who should be thought of, each to be kept or struck off.

    At a review of the case those whom the page names; beside it also every part that has to be
    filled and is not, without a name: whether the police were there is a question to be answered.
    """
    parts = [*_first(child), *_rest(child, people, review.kind)]
    if review.kind not in OF_THE_CASE:
        filled = {role for _, role, _, _ in parts}
        missing = (part for part in needed_at(review.kind) if not part.is_filled_by(filled))
        parts += [("", part.role, "", f"part {part.role.value}") for part in missing]
    return _participants(review, parts)


def empty_panel(review: Review) -> list[PanelMember]:
    """The three places of a panel that reviews a secure placement, its chair's first."""
    return [
        PanelMember(
            id=natural_id("panel member", review.id, str(position)),
            child_id=review.child_id,
            review_id=review.id,
            is_chair=position == 0,
            position=position,
        )
        for position in range(LEAST_MEMBERS)
    ]


def _first(child: Child) -> Iterable[_Part]:
    if child.is_household:
        if child.social_worker:
            yield child.social_worker, Role.SUPERVISING_SOCIAL_WORKER, "", "social worker"
        return
    yield child.known_as, Role.CHILD, "", "child"
    if child.social_worker:
        yield child.social_worker, Role.SOCIAL_WORKER, "", "social worker"


def _rest(child: Child, people: Iterable[ImportantPerson], kind: ReviewKind) -> Iterable[_Part]:
    if kind in _FEW_AT:
        return
    for person in people:
        if person.may_be_invited and person.name and person.name != child.social_worker:
            yield person.name, role_of(person), person.relationship, f"person {person.id}"


def _participants(review: Review, parts: Iterable[_Part]) -> list[Participant]:
    return [
        Participant(
            id=natural_id("participant", review.id, reason),
            child_id=review.child_id,
            review_id=review.id,
            name=name,
            role=role,
            relationship=relationship,
            position=position,
        )
        for position, (name, role, relationship, reason) in enumerate(parts)
    ]


def role_of(person: ImportantPerson) -> Role:
    """The role that someone's relationship to the child points to."""
    words = person.relationship.strip().lower()
    return _ROLE_BY_RELATIONSHIP.get(words, Role.FAMILY if words else Role.OTHER)


def role_called(title: str) -> Role:
    """The role that a council's word for someone's work points to; OTHER for one not known."""
    words = " ".join(title.replace("_", " ").split()).casefold()
    if words in _ROLE_BY_TITLE:
        return _ROLE_BY_TITLE[words]
    return next((role for role in Role if role.value.replace("_", " ") == words), Role.OTHER)
