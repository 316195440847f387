"""Invite people to a review: whom to ask, who is missing, and what is sent to each."""

from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP

from iro_desktop.documents.blocks import Document
from iro_desktop.documents.invitation import (
    Invitation,
    build_childs_invitation,
    build_invitation,
)
from iro_desktop.documents.plain_text import write_text
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.invitations import Needed, needed_at
from iro_desktop.domain.participation import Role
from iro_desktop.domain.review import Review
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.domain.timescales.reckoner import Reckoner
from iro_desktop.domain.timescales.rule_book import NotInForce
from iro_desktop.i18n import Translator
from iro_desktop.services.case_references import references
from iro_desktop.services.child_file import require_child
from iro_desktop.services.owner import signatory
from iro_desktop.services.ports import UnitOfWork, UnitOfWorkFactory
from iro_desktop.services.reckoning import reckoner_of
from iro_desktop.services.review_records import require_review

_CONSULTED, _SENT = "child_consulted", "invitations_sent"


@dataclass(frozen=True, slots=True)
class Invitee:
    """Someone to ask. `needed` says what asks for them, None for others whom the child may want.

    Where nobody fills a part that is needed, `is_missing` is True and there is no name.
    """

    role: Role
    name: str = ""
    relationship: str = ""
    needed: Needed | None = None
    is_missing: bool = False

    @property
    def is_child(self) -> bool:
        """Whether it is the child, who is asked in words of their own and never has to come."""
        return self.role is Role.CHILD


def who(uow: UnitOfWork, review: Review) -> tuple[Invitee, ...]:
    """Everyone to ask: the child first, then those invited in their order, then who is missing."""
    participants = sorted(uow.participants.of_review(review.id), key=lambda one: one.position)
    invited = [
        person
        for person in participants
        if person.invited
        and person.role is not Role.IRO
        and (person.name.strip() or person.role is Role.CHILD)  # a part without anyone is missing
    ]
    roles = {person.role for person in invited}
    needed = needed_at(review.kind)
    found = [
        Invitee(
            role=person.role,
            name=person.name.strip(),
            relationship=person.relationship.strip(),
            needed=next((part for part in needed if person.role in part.roles), None),
        )
        for person in invited
    ]
    missing = [
        Invitee(role=part.role, needed=part, is_missing=True)
        for part in needed
        if not part.is_filled_by(roles)
    ]
    return tuple(sorted([*found, *missing], key=lambda one: (not one.is_child, one.is_missing)))


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that inviting to one review needs to be seen: who, and by when.

    `consult_by` and `send_by` are None while the review has no day.
    """

    review: Review
    invited: tuple[Invitee, ...]
    missing: tuple[Invitee, ...]
    consult_by: Explained | None = None
    send_by: Explained | None = None


def sheet(uow_factory: UnitOfWorkFactory, review_id: ReviewId) -> Sheet:
    """Whom to invite to a review, and by when. Raises NoSuchThing."""
    with uow_factory() as uow:
        review = require_review(uow, review_id)
        people = who(uow, review)
        reckoner = reckoner_of(uow.settings)
    consult_by, send_by = (_before(reckoner, rule, review) for rule in (_CONSULTED, _SENT))
    return Sheet(
        review=review,
        invited=tuple(one for one in people if not one.is_missing),
        missing=tuple(one for one in people if one.is_missing),
        consult_by=consult_by,
        send_by=send_by,
    )


def _before(reckoner: Reckoner, rule: str, review: Review) -> Explained | None:
    if review.planned_for is None:
        return None
    try:
        return reckoner.due(rule, review.planned_for)
    except NotInForce:  # a review booked for a day before the Handbook
        return None


def read_who(uow_factory: UnitOfWorkFactory, review_id: ReviewId) -> tuple[Invitee, ...]:
    """As `who`, for a review by its id. Raises NoSuchThing."""
    with uow_factory() as uow:
        return who(uow, require_review(uow, review_id))


def compose_invitation(
    uow_factory: UnitOfWorkFactory,
    review_id: ReviewId,
    invitee: Invitee,
    tr: Translator,
    *,
    named: bool = False,
    with_others: bool = False,
) -> Document:
    """The invitation of one person, as a neutral document.

    Args:
        uow_factory: the store.
        review_id: the review.
        invitee: who is asked.
        tr: the language of the reader.
        named: whether it may say what the child is called. The family name never stands in it.
        with_others: whether it lists who else is asked: only where the child agreed.

    Raises:
        NoSuchThing: there is no such review.
    """
    named_by = references(uow_factory)
    with uow_factory() as uow:
        review = require_review(uow, review_id)
        child = require_child(uow, review.child_id)
        iro = signatory(uow.settings)
        others = tuple(
            other.name
            for other in who(uow, review)
            if with_others and other.name and not other.is_child and other != invitee
        )
    is_for_child = invitee.is_child
    invitation = Invitation(
        child=child,
        review=review,
        iro=iro,
        reference=named_by.of(child, review),
        to=(child.known_as if named else "") if is_for_child else invitee.name,
        named=named,
        others=others,
    )
    build = build_childs_invitation if is_for_child else build_invitation
    return build(invitation, tr)


@dataclass(frozen=True, slots=True)
class Invitations:
    """One invitation for everyone who is asked, in order; `reference` is for the files' names."""

    reference: str
    documents: tuple[Document, ...]


def compose_all(
    uow_factory: UnitOfWorkFactory,
    review_id: ReviewId,
    tr: Translator,
    *,
    named: bool = False,
    with_others: bool = False,
) -> Invitations:
    """The invitations of everyone who is asked to a review. Raises NoSuchThing."""
    named_by = references(uow_factory)
    with uow_factory() as uow:
        review = require_review(uow, review_id)
        child = require_child(uow, review.child_id)
        invited = [one for one in who(uow, review) if not one.is_missing]
    return Invitations(
        named_by.of(child, review),
        tuple(
            compose_invitation(
                uow_factory, review_id, one, tr, named=named, with_others=with_others
            )
            for one in invited
        ),
    )


def eml_draft(document: Document) -> bytes:
    """An e-mail that mail programs open as a draft, with no sender, day or address made up.

    The subject is the document's title, which names nobody. `X-Unsent` is what Outlook goes by.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = document.title
    message["X-Unsent"] = "1"
    message["Content-Language"] = document.language
    message.set_content(write_text(document), cte="quoted-printable")
    return message.as_bytes()


def file_name(reference: str, number: int, ending: str) -> str:
    """What a saved invitation is called: nothing in it tells of the child, or of who is asked."""
    return f"invitation-{reference.lower()}-{number}.{ending}"
